"""Who did it and to whom."""

from __future__ import annotations

from demarche.code.acts import find_acts
from demarche.code.parties import PartyFinder
from demarche.codebook import load
from demarche.resolve import Resolution
from tests.code.stubs import StubReading, mention, reading_of
from tests.code.trees import tree

LIST = (
    "Iraq/Iraq/PROPN/nsubj/2 attacked/attack/VERB/root/0 Iran/Iran/PROPN/obj/2 ,/,/PUNCT/punct/5 "
    "Kuwait/Kuwait/PROPN/conj/3 and/and/CCONJ/cc/7 Oman/Oman/PROPN/conj/3"
)
CONDEMNED_STRIKE = (
    "Paris/Paris/PROPN/nsubj/2 condemned/condemn/VERB/root/0 the/the/DET/det/4 attack/attack/NOUN/obj/2 "
    "by/by/ADP/case/6 Iran/Iran/PROPN/nmod/4 on/on/ADP/case/8 Oman/Oman/PROPN/nmod/4"
)
DUTY = "Iran/Iran/PROPN/nsubj/3 must/must/AUX/aux/3 leave/leave/VERB/root/0"


def sides_of(sentence, mentions, acts=None, roles=None, trigger=1):
    """Return the countries of both sides of the act at a word."""
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), acts, roles=roles))
    found = {act.head: act for act in find_acts(reading, reading.sentences[0], load(), floor=0.1)}
    finder = PartyFinder(
        reading=reading,
        sentence=reading.sentences[0],
        resolution=Resolution(mentions=tuple(mentions)),
        acts=found,
    )
    parties = finder.find(found[trigger])
    return [p.country for p in parties.sources], [p.country for p in parties.targets]


def test_a_list_has_one_part_in_an_act():
    """What is coordinated stands on one side, even where the model sees only its first member there."""
    mentions = [mention(0, "IRQ"), mention(2, "IRN"), mention(4, "KWT"), mention(6, "OMN")]

    assert sides_of(LIST, mentions, roles={1: {0: 1, 2: 2, 4: 1}}) == (["IRQ"], ["IRN", "KWT", "OMN"])


def test_to_condemn_an_act_is_to_condemn_its_doer():
    """The target of blame for an attack is the attacker, not the attacked."""
    mentions = [mention(0, "FRA"), mention(5, "IRN"), mention(7, "OMN")]

    assert sides_of(CONDEMNED_STRIKE, mentions) == (["FRA"], ["IRN"])


def test_who_must_do_something_is_asked_and_does_not_ask():
    """The subject of a duty is the target of the demand; who demands it is not in the clause."""
    got = sides_of(DUTY, [mention(0, "IRN")], acts={1: ("REQUEST", 0.9)}, roles={1: {0: 1}})

    assert got == ([], ["IRN"])


def test_the_agent_of_a_passive_does_not_suffer_it():
    """Grammar goes before a model that takes those behind `by` for the target."""
    aided = (
        "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 aided/aid/VERB/root/0 by/by/ADP/case/5 "
        "Iran/Iran/PROPN/obl:agent/3"
    )

    got = sides_of(aided, [mention(0, "OMN"), mention(4, "IRN")], roles={2: {4: 2}}, trigger=2)

    assert got == (["IRN"], ["OMN"])


def test_who_faces_an_act_or_is_its_target_suffers_it():
    """The subject of a verb of suffering is not the doer of what it suffers."""
    faced = "Oman/Oman/PROPN/nsubj/2 faced/face/VERB/root/0 attacks/attack/NOUN/obj/2"
    targeted = (
        "Oman/Oman/PROPN/nsubj/4 was/be/AUX/cop/4 the/the/DET/det/4 target/target/NOUN/root/0 of/of/ADP/case/6 "
        "attacks/attack/NOUN/nmod/4"
    )

    assert sides_of(faced, [mention(0, "OMN")], roles={2: {0: 1}}, trigger=2) == ([], ["OMN"])
    assert sides_of(targeted, [mention(0, "OMN")], roles={5: {0: 1}}, trigger=5) == ([], ["OMN"])


def test_nobody_acts_upon_himself():
    """A target that is the doer under another word is none."""
    defended = "Oman/Oman/PROPN/nsubj/2 shelled/shell/VERB/root/0 its/its/PRON/nmod:poss/4 coast/coast/NOUN/obl/2"

    assert sides_of(defended, [mention(0, "OMN"), mention(2, "OMN")], roles={1: {2: 2}}) == (["OMN"], [])


def test_what_a_talk_is_about_is_no_side_of_it():
    """Those named in the object of a verb of discussing do not take part, whatever the model thinks."""
    discussed = (
        "Oman/Oman/PROPN/nsubj/2 discussed/discuss/VERB/root/0 Syria/Syria/PROPN/obj/2 with/with/ADP/case/5 "
        "Iran/Iran/PROPN/obl/2"
    )
    mentions = [mention(0, "OMN"), mention(2, "SYR"), mention(4, "IRN")]

    assert sides_of(discussed, mentions, acts={1: ("CONSULT", 0.9)}, roles={1: {2: 2}}) == (["OMN"], ["IRN"])
