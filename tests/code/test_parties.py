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
