"""Who did it and to whom."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.acts import find_acts
from demarche.code.parties import PartyFinder
from demarche.codebook import load
from demarche.record import Actor, ActorKind, Form, Mention, Span
from demarche.resolve import Resolution
from tests.code.stubs import StubReading, mention, reading_of
from tests.code.trees import tree

LIST = (
    "Iraq/Iraq/PROPN/nsubj/2 attacked/attack/VERB/root/0 Iran/Iran/PROPN/obj/2 ,/,/PUNCT/punct/5 "
    "Kuwait/Kuwait/PROPN/conj/3 and/and/CCONJ/cc/7 Oman/Oman/PROPN/conj/3"
)


class HalfSure(StubReading):
    """A reader that gives every role less than an even chance."""

    share = 0.4

    def roles(self, trigger):
        """Return the roles with a share of their chance; none has the rest."""
        out = super().roles(trigger) * self.share
        out[:, 0] = 1 - out[:, 1:].sum(-1)
        return out


class Likely(HalfSure):
    """A reader that gives every role more than an even chance."""

    share = 0.6


class Unsure(HalfSure):
    """A reader that gives every role a low chance."""

    share = 0.2


def sides_of(sentence, mentions, acts=None, roles=None, trigger=1, *, places=(), actors=None, reader=StubReading):
    """Return the countries of both sides of the act at a word."""
    doc = tree(sentence)
    reading = reading_of(doc, reader(len(doc), acts, roles=roles))
    found = {act.head: act for act in find_acts(reading, reading.sentences[0], load(), floor=0.1)}
    finder = PartyFinder(
        reading=reading,
        sentence=reading.sentences[0],
        resolution=Resolution(actors=actors or {}, mentions=tuple(mentions), places=tuple(places)),
        acts=found,
    )
    parties = finder.find(found[trigger])
    return [p.country for p in parties.sources], [p.country for p in parties.targets]


def test_a_list_has_one_part_in_an_act():
    """What is coordinated stands on one side, even where the model sees only its first member there."""
    mentions = [mention(0, "IRQ"), mention(2, "IRN"), mention(4, "KWT"), mention(6, "OMN")]

    assert sides_of(LIST, mentions, roles={1: {0: 1, 2: 2, 4: 1}}) == (["IRQ"], ["IRN", "KWT", "OMN"])


def test_nobody_acts_upon_himself():
    """A target that is the doer under another word is none."""
    defended = "Oman/Oman/PROPN/nsubj/2 shelled/shell/VERB/root/0 its/its/PRON/nmod:poss/4 coast/coast/NOUN/obl/2"

    assert sides_of(defended, [mention(0, "OMN"), mention(2, "OMN")], roles={1: {0: 1, 2: 2}}) == (["OMN"], [])


def test_those_who_restore_ties_restore_them_with_each_other():
    """What takes two and names nobody else lies between its doers, the first of whom acts upon the others."""
    restored = (
        "Iran/Iran/PROPN/nsubj/4 and/and/CCONJ/cc/3 Oman/Oman/PROPN/conj/1 restored/restore/VERB/root/0 "
        "ties/tie/NOUN/obj/4"
    )

    got = sides_of(
        restored, [mention(0, "IRN"), mention(2, "OMN")], acts={3: ("SUPPORT", 0.9)}, roles={3: {0: 1, 2: 1}}, trigger=3
    )

    assert got == (["IRN"], ["OMN"])


def test_two_who_agree_or_act_on_each_other_stand_on_both_sides():
    """Where the text names nobody else, the first acts upon the others."""
    agreed = "Iran/Iran/PROPN/nsubj/4 and/and/CCONJ/cc/3 Iraq/Iraq/PROPN/conj/1 agreed/agree/VERB/root/0"
    blamed = (
        "Iran/Iran/PROPN/nsubj/4 and/and/CCONJ/cc/3 Iraq/Iraq/PROPN/conj/1 blamed/blame/VERB/root/0 "
        "each/each/DET/det/6 other/other/ADJ/obj/4"
    )
    mentions = [mention(0, "IRN"), mention(2, "IRQ")]

    assert sides_of(agreed, mentions, roles={3: {0: 1, 2: 1}}, trigger=3) == (["IRN"], ["IRQ"])
    assert sides_of(blamed, mentions, roles={3: {0: 1, 2: 1}}, trigger=3) == (["IRN"], ["IRQ"])


def test_words_that_mean_several_stand_for_each_of_them():
    """Talks between the two countries are talks of one with the other."""
    talks = "talks/talk/NOUN/root/0 between/between/ADP/case/4 both/both/DET/det/4 countries/country/NOUN/nmod/1"
    both = [replace(mention(3, c, first=2), members=("a-irn", "a-irq")) for c in ("IRN", "IRQ")]

    assert sides_of(talks, both, trigger=0) == (["IRN"], ["IRQ"])


def test_peoples_that_one_noun_joins_are_told_apart():
    """Iranian and Iraqi officials are officials of two countries."""
    met = (
        "Iranian/Iranian/ADJ/amod/4 and/and/CCONJ/cc/3 Iraqi/Iraqi/ADJ/conj/1 officials/official/NOUN/nsubj/5 "
        "met/meet/VERB/root/0"
    )
    nested = [replace(mention(i, c), nested=True) for i, c in ((0, "IRN"), (2, "IRQ"))]

    got = sides_of(met, [mention(3, "IRN", first=0), *nested], roles={4: {3: 1}}, trigger=4)

    assert got == (["IRN"], ["IRQ"])


def test_a_word_that_joins_two_names_is_both_sides():
    """The U.S.-Iraq accord is one of the United States with Iraq, if the article names both elsewhere."""
    hailed = "the/the/DET/det/3 U.S.-Iraq/U.S.-Iraq/PROPN/compound/3 accord/accord/NOUN/root/0"
    actors = {
        f"a-{code}": Actor(
            id=f"a-{code}",
            name=name,
            kind=ActorKind.STATE,
            country=code,
            mentions=(Mention(span=Span(start=0, end=len(name), text=name), form=Form.NAME),),
        )
        for name, code in (("U.S.", "USA"), ("Iraq", "IRQ"))
    }

    assert sides_of(hailed, [mention(1, "USA")], trigger=2, actors=actors) == (["USA"], ["IRQ"])


def test_what_a_side_moves_or_gives_up_is_its_own():
    """A country that withdraws its troops does not withdraw from them."""
    withdrew = "Oman/Oman/PROPN/nsubj/2 withdrew/withdraw/VERB/root/0 Omani/Omani/ADJ/amod/4 troops/troop/NOUN/obj/2"
    troops = replace(mention(3, "OMN", first=2), actor="a-troops", sector="MIL")

    assert sides_of(withdrew, [mention(0, "OMN"), troops], roles={1: {0: 1, 3: 2}}, reader=HalfSure) == (["OMN"], [])


def test_who_is_ready_for_a_deed_yields_to_whom_the_deed_concerns():
    """The target of a readiness is the target of the deed."""
    willing = (
        "Oman/Oman/PROPN/nsubj/3 is/be/AUX/cop/3 willing/willing/ADJ/root/0 to/to/PART/mark/5 "
        "withdraw/withdraw/VERB/xcomp/3 from/from/ADP/case/7 Iran/Iran/PROPN/obl/5"
    )

    got = sides_of(
        willing,
        [mention(0, "OMN"), mention(6, "IRN")],
        acts={2: ("CONCEDE", 0.9)},
        roles={2: {0: 1}, 4: {0: 1, 6: 2}},
        trigger=2,
    )

    assert got == (["OMN"], ["IRN"])


def test_who_dies_fighting_is_killed_by_those_he_fights():
    """The foe is the doer of a passive that names no other."""
    killed = (
        "Omanis/Omani/PROPN/nsubj:pass/3 were/be/AUX/aux:pass/3 killed/kill/VERB/root/0 fighting/fight/VERB/advcl/3 "
        "Iran/Iran/PROPN/obj/4"
    )

    got = sides_of(killed, [mention(0, "OMN"), mention(4, "IRN")], roles={2: {0: 2, 4: 1}}, trigger=2, reader=Unsure)

    assert got == (["IRN"], ["OMN"])


def test_grammar_gives_a_verb_to_its_subject():
    """Another than the subject does it only if the model is twice as sure of him."""
    shelled = (
        "Oman/Oman/PROPN/nsubj/4 near/near/ADP/case/3 Iran/Iran/PROPN/nmod/4 shelled/shell/VERB/root/0 "
        "Qatar/Qatar/PROPN/obj/4"
    )
    mentions = [mention(0, "OMN"), mention(2, "IRN"), mention(4, "QAT")]

    assert sides_of(shelled, mentions, roles={3: {0: 1, 2: 1, 4: 2}}, trigger=3) == (["OMN"], ["QAT"])


def test_a_list_inside_the_subject_shares_its_part():
    """Envoys of three countries are envoys of each."""
    envoys = (
        "envoys/envoy/NOUN/nsubj/6 of/of/ADP/case/3 Oman/Oman/PROPN/nmod/1 and/and/CCONJ/cc/5 "
        "Iran/Iran/PROPN/conj/3 blamed/blame/VERB/root/0 Qatar/Qatar/PROPN/obj/6"
    )
    mentions = [mention(0, "OMN", first=0, last=3), mention(4, "IRN"), mention(6, "QAT")]

    got = sides_of(envoys, mentions, roles={5: {0: 1, 4: 1, 6: 2}}, trigger=5)

    assert got == (["OMN", "IRN"], ["QAT"])


def test_who_is_shelled_is_the_object():
    """Weapons that are verbs are used on their object."""
    shelled = "Oman/Oman/PROPN/nsubj/2 shelled/shell/VERB/root/0 Iran/Iran/PROPN/obj/2"

    got = sides_of(shelled, [mention(0, "OMN"), mention(2, "IRN")], roles={1: {0: 1, 2: 2}}, reader=Unsure)

    assert got == (["OMN"], ["IRN"])


def test_whom_grammar_names_goes_before_whom_the_model_adds():
    """The subject of a verb acts alone, unless the model is surer of another."""
    struck = (
        "Iran/Iran/PROPN/nsubj/2 attacked/attack/VERB/root/0 Oman/Oman/PROPN/obj/2 near/near/ADP/case/6 "
        "the/the/DET/det/6 Iraqis/Iraqi/PROPN/obl/2"
    )
    mentions = [mention(0, "IRN"), mention(2, "OMN"), mention(5, "IRQ")]

    assert sides_of(struck, mentions, roles={1: {0: 1, 2: 2, 5: 1}}) == (["IRN"], ["OMN"])


def test_one_party_is_named_once():
    """An apposition, and a second word for the same actor, add nobody to a side."""
    charged = (
        "Paris/Paris/PROPN/nsubj/2 accused/accuse/VERB/root/0 the/the/DET/det/4 envoy/envoy/NOUN/obj/2 "
        ",/,/PUNCT/punct/6 Amin/Amin/PROPN/appos/4"
    )

    got = sides_of(charged, [mention(0, "FRA"), mention(3, "IRN"), mention(5, "OMN")], roles={1: {0: 1, 3: 2, 5: 2}})

    assert got == (["FRA"], ["IRN"])


def test_nobody_else_takes_part_in_what_lies_between_two():
    """Of talks "between Iran and the tribes", Oman, which wants them, is no party, though nobody knows the tribes."""
    between = (
        "Oman/Oman/PROPN/nsubj/2 wants/want/VERB/root/0 talks/talk/NOUN/obj/2 between/between/ADP/case/5 "
        "Iran/Iran/PROPN/nmod/3 and/and/CCONJ/cc/8 the/the/DET/det/8 tribes/tribe/NOUN/conj/5"
    )
    mentions = [mention(0, "OMN"), mention(4, "IRN")]

    assert sides_of(between, mentions, roles={2: {0: 1, 4: 2}}, trigger=2) == (["IRN"], [])


def test_a_number_of_people_is_no_party_beside_them():
    """Dozens of rebels are the rebels."""
    sentence = (
        "dozens/dozen/NOUN/nsubj/4 of/of/ADP/case/3 rebels/rebel/NOUN/nsubj/4 attacked/attack/VERB/root/0 "
        "Iran/Iran/PROPN/obj/4"
    )
    mentions = [mention(0, "IRQ"), mention(2, "IRQ"), mention(4, "IRN")]

    assert sides_of(sentence, mentions, roles={3: {0: 1, 2: 1, 4: 2}}, trigger=3) == (["IRQ"], ["IRN"])


def test_whose_a_party_is_is_no_party_beside_it():
    """The people of Iran are whom somebody helps, and Iran, of which both are, adds nobody."""
    helped = (
        "Oman/Oman/PROPN/nsubj/2 helped/help/VERB/root/0 people/people/NOUN/obj/2 of/of/ADP/case/5 "
        "Iran/Iran/PROPN/nmod/3"
    )
    mentions = [mention(0, "OMN"), mention(2, "IRN"), mention(4, "IRN")]

    assert sides_of(helped, mentions, roles={1: {0: 1, 2: 2, 4: 2}}) == (["OMN"], ["IRN"])


def test_who_fills_no_slot_of_an_act_needs_a_model_that_is_sure():
    """A side that grammar does not name stays open rather than be guessed."""
    unrest = "unrest/unrest/NOUN/nsubj/2 alarmed/alarm/VERB/root/0 Oman/Oman/PROPN/obj/2"
    guessed = {"mentions": [mention(2, "OMN")], "roles": {0: {2: 1}}, "trigger": 0}

    assert sides_of(unrest, **guessed) == (["OMN"], [])
    assert sides_of(unrest, **guessed, reader=Unsure) == ([], [])


def test_a_gerund_with_an_article_is_not_done_by_the_subject_above():
    """Who condemns the bombing of a town has not bombed it."""
    condemned = (
        "Germany/Germany/PROPN/nsubj/2 condemned/condemn/VERB/root/0 the/the/DET/det/4 "
        "bombing/bomb/VERB/obj/2 of/of/ADP/case/6 Oman/Oman/PROPN/nmod/4"
    )
    acts = {1: ("ACCUSE", 0.9), 3: ("ASSAULT", 0.9)}

    got = sides_of(condemned, [mention(0, "DEU"), mention(5, "OMN")], acts, {3: {5: 2}}, trigger=3)

    assert got == ([], ["OMN"])


def test_who_stops_something_stands_with_what_ends():
    """An end to Iran's raids is made by Iran, whoever demands it."""
    end = "an/an/DET/det/2 end/end/NOUN/root/0 to/to/ADP/case/6 Iran/Iran/PROPN/nmod:poss/6 's/'s/PART/case/4 raids/raid/NOUN/nmod/2"

    assert sides_of(end, [mention(3, "IRN")], acts={1: ("RETREAT", 0.9)}, roles={1: {3: 1}}, trigger=1) == (["IRN"], [])


def test_forces_are_moved_towards_others():
    """The men whom Iran sends are its own; it sends them to Oman."""
    sent = (
        "Iran/Iran/PROPN/nsubj/2 sent/send/VERB/root/0 thousands/thousand/NOUN/obj/2 into/into/ADP/case/5 "
        "Oman/Oman/PROPN/obl/2"
    )
    mentions, acts = [mention(0, "IRN"), mention(4, "OMN")], {1: ("MOBILIZE", 0.9)}

    assert sides_of(sent, mentions, acts, {1: {0: 1, 4: 2}}, reader=HalfSure) == (["IRN"], ["OMN"])


def test_a_slot_that_is_filled_bars_nobody_of_whom_the_model_is_surer():
    """The parser's subject, whom the model does not see there, gives way to another whom it does."""
    beside = "rebels/rebel/NOUN/nsubj/2 attacked/attack/VERB/root/0 Iran/Iran/PROPN/obj/2 Oman/Oman/PROPN/parataxis/2"
    mentions = [mention(0, "XYZ"), mention(2, "IRN"), mention(3, "OMN")]

    assert sides_of(beside, mentions, roles={1: {2: 2, 3: 1}}, reader=Likely) == (["OMN"], ["IRN"])


def test_whom_grammar_puts_nowhere_is_no_doer_unless_it_is_likely():
    """The one who tells of arrests ("a hundred were arrested, the U.N. said") made none of them."""
    told = (
        "crowds/crowd/NOUN/nsubj:pass/1 arrested/arrest/VERB/root/0 Oman/Oman/PROPN/nsubj/4 said/say/VERB/parataxis/2"
    )
    roles = {1: {0: 2, 2: 1}}

    assert sides_of(told, [mention(0, "IRN"), mention(2, "OMN")], roles=roles, reader=HalfSure) == ([], ["IRN"])
    assert sides_of(told, [mention(0, "IRN"), mention(2, "OMN")], roles=roles, reader=Likely) == (["OMN"], ["IRN"])


def test_whom_the_model_marks_is_a_party_though_no_more_is_known_of_him():
    """A noun that stands for nobody known fills a side on which nobody else stands."""
    killed = (
        "Iran/Iran/PROPN/nsubj/2 killed/kill/VERB/root/0 forty/forty/NUM/nummod/4 innocents/innocent/NOUN/obj/2 "
        "near/near/ADP/case/6 Oman/Oman/PROPN/obl/2"
    )
    mentions = [mention(0, "IRN"), mention(5, "OMN")]

    assert sides_of(killed, mentions, roles={1: {0: 1, 2: 2, 3: 2}}) == (["IRN"], [None])
    assert sides_of(killed, mentions, roles={1: {0: 1, 3: 2, 5: 2}}) == (["IRN"], ["OMN"])


def test_whom_neither_grammar_nor_the_model_names_is_no_party():
    """Grammar alone makes no party, and outside its slots a fifth of a chance is too little."""
    shelled = (
        "Oman/Oman/PROPN/nsubj/2 shelled/shell/VERB/root/0 Iran/Iran/PROPN/obj/2 near/near/ADP/case/5 "
        "Qatar/Qatar/PROPN/obl/2"
    )
    mentions = [mention(0, "OMN"), mention(2, "IRN"), mention(4, "QAT")]

    assert sides_of(shelled, mentions, roles={1: {0: 1, 4: 2}}, reader=Unsure) == (["OMN"], [])
