"""Who stands where around a verb or noun."""

from __future__ import annotations

import pytest

from demarche.code.syntax import (
    arguments,
    case_of,
    first_listed,
    is_passive,
    is_reciprocal,
    objects,
    subjects,
)
from demarche.codebook.lexicon import Slot
from tests.code.trees import tree

EXPELLED = "Ottawa/Ottawa/PROPN/nsubj/2 expelled/expel/VERB/root/0 diplomats/diplomat/NOUN/obj/2"
WAS_SEIZED = "ship/ship/NOUN/nsubj:pass/3 was/be/AUX/aux:pass/3 seized/seize/VERB/root/0 by/by/ADP/case/5 Iran/Iran/PROPN/obl:agent/3"
AGREED_TO_LET = (
    "Israel/Israel/PROPN/nsubj/2 agreed/agree/VERB/root/0 to/to/PART/mark/4 admit/admit/VERB/xcomp/2 aid/aid/NOUN/obj/4"
)
URGED_TO_DROP = (
    "Paris/Paris/PROPN/nsubj/2 urged/urge/VERB/root/0 Tehran/Tehran/PROPN/obj/2 "
    "to/to/PART/mark/5 drop/drop/VERB/xcomp/2 plans/plan/NOUN/obj/5"
)
PROMISED_TO_LEAVE = (
    "Paris/Paris/PROPN/nsubj/2 promised/promise/VERB/root/0 Rabat/Rabat/PROPN/obj/2 "
    "to/to/PART/mark/5 leave/leave/VERB/xcomp/2"
)
TROOPS_WHO_FIRED = "troops/troops/NOUN/root/0 who/who/PRON/nsubj/3 shelled/shell/VERB/acl:relcl/1 Goma/Goma/PROPN/obj/3"
HOSTAGES_SEIZED = "hostages/hostage/NOUN/root/0 seized/seize/VERB/acl/1 by/by/ADP/case/4 Hamas/Hamas/PROPN/obl:agent/2"
LODGED_PROTEST = (
    "Manila/Manila/PROPN/nsubj/2 lodged/lodge/VERB/root/0 protest/protest/NOUN/obj/2 "
    "with/with/ADP/case/5 Beijing/Beijing/PROPN/obl/2"
)
ISRAELS_REFUSAL = "Israel/Israel/PROPN/nmod:poss/3 's/'s/PART/case/1 refusal/refusal/NOUN/root/0"
SEIZED_AND_BURNED = "rebels/rebel/NOUN/nsubj/2 seized/seize/VERB/root/0 and/and/CCONJ/cc/4 burned/burn/VERB/conj/2 trucks/truck/NOUN/obj/4"
TWO_SOURCES = "Egypt/Egypt/PROPN/nsubj/4 and/and/CCONJ/cc/3 Qatar/Qatar/PROPN/conj/1 mediated/mediate/VERB/root/0"

HEADLINE = "men/man/NOUN/nsubj/2 charged/charge/VERB/root/0 in/in/ADP/case/4 raid/raid/NOUN/obl/2"
CALLED_FOR = "leaders/leader/NOUN/root/0 called/call/VERB/acl/1 for/for/ADP/case/4 talks/talk/NOUN/obl/2"
AIDED = (
    "troops/troops/NOUN/nsubj/5 aided/aid/VERB/advcl/5 by/by/ADP/case/4 Iran/Iran/PROPN/obl:agent/2 "
    "entered/enter/VERB/root/0 Goma/Goma/PROPN/obj/5"
)
ACCUSED_OF = (
    "Rabat/Rabat/PROPN/nsubj/2 accused/accuse/VERB/root/0 rebels/rebel/NOUN/obj/5 of/of/SCONJ/mark/5 "
    "killing/kill/VERB/advcl/2 monks/monk/NOUN/obj/5"
)
MOCKED_FOR = (
    "Paris/Paris/PROPN/nsubj/2 mocked/mock/VERB/root/0 Rabat/Rabat/PROPN/obj/2 for/for/SCONJ/mark/5 "
    "inviting/invite/VERB/advcl/2 Tunis/Tunis/PROPN/obj/5"
)
TWO_BEFORE_AND_BEHIND = "Oslo/Oslo/PROPN/nsubj/2 condemned/condemn/VERB/root/0 raids/raid/NOUN/nsubj/2"
CARED_AND_FED = (
    "rebels/rebel/NOUN/nsubj/2 mocked/mock/VERB/root/0 and/and/CCONJ/cc/4 insulted/insult/VERB/conj/2 "
    "Rabat/Rabat/PROPN/obj/2"
)
WHO_WAS_SEIZED = (
    "Oslo/Oslo/PROPN/nsubj/2 freed/free/VERB/root/0 the/the/DET/det/4 envoy/envoy/NOUN/obj/2 "
    "who/who/PRON/nsubj:pass/7 was/be/AUX/aux:pass/7 seized/seize/VERB/ccomp/2 by/by/ADP/case/9 "
    "rebels/rebel/NOUN/obl:agent/7"
)


def words(tokens: list) -> list[str]:
    """Return the words of some tokens."""
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "who", "whom"),
    [
        (EXPELLED, 1, ["Ottawa"], ["diplomats"]),
        (WAS_SEIZED, 2, ["Iran"], ["ship"]),
        (AGREED_TO_LET, 3, ["Israel"], ["aid"]),
        (URGED_TO_DROP, 4, ["Tehran"], ["plans"]),
        (PROMISED_TO_LEAVE, 4, ["Paris"], []),
        (TROOPS_WHO_FIRED, 2, ["troops"], ["Goma"]),
        (HOSTAGES_SEIZED, 1, ["Hamas"], ["hostages"]),
        (SEIZED_AND_BURNED, 1, ["rebels"], ["trucks"]),
        (SEIZED_AND_BURNED, 3, ["rebels"], ["trucks"]),
        (TWO_SOURCES, 3, ["Egypt", "Qatar"], []),
        (HEADLINE, 1, [], ["men"]),
        (CALLED_FOR, 1, ["leaders"], []),
        (AIDED, 1, ["Iran"], ["troops"]),
        (ACCUSED_OF, 1, ["Rabat"], ["rebels"]),
        (ACCUSED_OF, 4, ["rebels"], ["monks"]),
        (MOCKED_FOR, 4, ["Rabat"], ["Tunis"]),
        (TWO_BEFORE_AND_BEHIND, 1, ["Oslo"], ["raids"]),
        (CARED_AND_FED, 3, ["rebels"], ["Rabat"]),
        (WHO_WAS_SEIZED, 6, ["rebels"], ["envoy"]),
    ],
)
def test_the_doer_and_the_done_to_are_found_whatever_the_form(sentence, verb, who, whom):
    """Active, passive, participle, relative clause, control and coordination all give who did it to whom."""
    token = tree(sentence)[verb]

    assert words(subjects(token)) == who
    assert words(objects(token)) == whom


def test_an_agentless_passive_has_no_doer():
    """A passive without an agent names nobody, and nobody is made up."""
    token = tree("ship/ship/NOUN/nsubj:pass/3 was/be/AUX/aux:pass/3 seized/seize/VERB/root/0")[2]

    assert is_passive(token)
    assert subjects(token) == []


def test_a_light_verb_lends_its_subject_and_its_phrases_to_the_noun():
    """In "Manila lodged a protest with Beijing" the protest is Manila's, and made to Beijing."""
    protest = tree(LODGED_PROTEST)[2]

    assert words(arguments(protest, Slot.parse("subj"))) == ["Manila"]
    assert words(arguments(protest, Slot.parse("nmod:with"))) == ["Beijing"]


def test_a_possessor_fills_the_possessive_slot():
    """The owner of a nominal act is its source."""
    refusal = tree(ISRAELS_REFUSAL)[2]

    assert words(arguments(refusal, Slot.parse("poss"))) == ["Israel"]
    assert words(arguments(refusal, Slot.parse("subj"))) == ["Israel"]


def test_prepositions_of_a_slot_are_tried_in_their_order():
    """`obl:to|with` takes the phrase under `to` where there is one, else the one under `with`."""
    doc = tree(
        "Oslo/Oslo/PROPN/nsubj/2 talked/talk/VERB/root/0 with/with/ADP/case/4 Hanoi/Hanoi/PROPN/obl/2 "
        "to/to/ADP/case/6 Hue/Hue/PROPN/obl/2"
    )

    assert words(arguments(doc[1], Slot.parse("obl:to|with"))) == ["Hue"]
    assert words(arguments(doc[1], Slot.parse("obl:with|to"))) == ["Hanoi"]
    assert case_of(doc[3]) == "with"


def test_a_noun_before_another_shares_its_owners_and_phrases():
    """The parties of sanctions listings are those of the sanctions."""
    doc = tree(
        "EU/EU/PROPN/nmod:poss/3 sanctions/sanction/NOUN/compound/3 listings/listing/NOUN/root/0 on/on/ADP/case/5 "
        "Syria/Syria/PROPN/nmod/3"
    )

    assert words(arguments(doc[1], Slot.parse("poss"))) == ["EU"]
    assert words(arguments(doc[1], Slot.parse("nmod:on"))) == ["Syria"]


def test_a_participle_hands_its_phrases_to_its_noun():
    """In "sanctions imposed on Syria" the sanctions are on Syria."""
    doc = tree("sanctions/sanction/NOUN/root/0 imposed/impose/VERB/acl/1 on/on/ADP/case/4 Syria/Syria/PROPN/obl/2")

    assert words(arguments(doc[0], Slot.parse("nmod:on"))) == ["Syria"]


def test_a_slot_may_lead_into_a_clause():
    """The object of what is offered is found below the offer."""
    doc = tree(
        "Oman/Oman/PROPN/nsubj/2 offered/offer/VERB/root/0 to/to/PART/mark/4 help/help/VERB/xcomp/2 "
        "Iran/Iran/PROPN/obj/4"
    )

    assert words(arguments(doc[1], Slot.parse("xcomp.obj"))) == ["Iran"]


def test_examples_stand_in_the_list_of_what_they_are_examples_of():
    """Militias like Hezbollah are militias and Hezbollah."""
    doc = tree(
        "militias/militia/NOUN/nsubj/4 like/like/ADP/case/3 Hezbollah/Hezbollah/PROPN/nmod/1 fought/fight/VERB/root/0"
    )

    assert words(subjects(doc[3])) == ["militias", "Hezbollah"]


def test_each_other_and_one_another_make_an_act_mutual():
    """A reciprocal pronoun right behind the verb or its preposition."""
    doc = tree(
        "they/they/PRON/nsubj/2 spoke/speak/VERB/root/0 with/with/ADP/case/5 one/one/NUM/det/5 "
        "another/another/DET/obl/2"
    )

    assert is_reciprocal(doc[1])
    assert not is_reciprocal(tree(TWO_SOURCES)[3])


def test_a_clause_behind_a_noun_tells_who_did_what_the_noun_names():
    """In "raids carried out by rebels" the raids are the rebels'."""
    carried = (
        "raids/raid/NOUN/root/0 carried/carry/VERB/acl/1 out/out/ADP/compound:prt/2 by/by/ADP/case/5 "
        "rebels/rebel/NOUN/obl:agent/2"
    )

    assert words(arguments(tree(carried)[0], Slot.parse("subj"))) == ["rebels"]


def test_a_verb_of_happening_holds_the_parties_of_its_subject():
    """In "a series of talks began with Oman" the talks are with Oman."""
    began = (
        "series/series/NOUN/nsubj/4 of/of/ADP/case/3 talks/talk/NOUN/nmod/1 began/begin/VERB/root/0 "
        "with/with/ADP/case/6 Oman/Oman/PROPN/obl/4"
    )

    assert words(arguments(tree(began)[2], Slot.parse("nmod:with"))) == ["Oman"]


def test_a_number_of_some_and_others_are_both():
    """The list under a noun that counts goes on behind it."""
    freed = (
        "Iran/Iran/PROPN/nsubj/2 freed/free/VERB/root/0 dozens/dozen/NOUN/obj/2 of/of/ADP/case/5 "
        "monks/monk/NOUN/nmod/3 and/and/CCONJ/cc/7 poets/poet/NOUN/conj/5"
    )

    assert words(objects(tree(freed)[1])) == ["dozens", "poets"]


def test_a_list_begins_with_its_first_noun():
    """Each noun of a list leads back to the first."""
    doc = tree("Oman/Oman/PROPN/root/0 and/and/CCONJ/cc/3 Iran/Iran/PROPN/conj/1")

    assert first_listed(doc[2]) == doc[0]


def test_who_is_kept_from_being_hurt_is_the_object_of_the_keeping():
    """In "stop Iraqis from being killed" those who might be killed are those who are named."""
    doc = tree(
        "they/they/PRON/nsubj/2 stop/stop/VERB/root/0 Iraqis/Iraqi/PROPN/obj/2 from/from/SCONJ/mark/6 "
        "being/be/AUX/aux:pass/6 killed/kill/VERB/advcl/2"
    )

    assert objects(doc[5]) == [doc[2]]


def test_the_it_that_judges_a_deed_does_not_do_it():
    """In "it was wrong to attack" nobody attacks, as he does in "he was wrong to attack"."""
    judged = "it/it/PRON/nsubj/3 was/be/AUX/cop/3 wrong/wrong/ADJ/root/0 to/to/PART/mark/5 attack/attack/VERB/xcomp/3"
    blamed = tree(judged.replace("it/it", "he/he"))

    assert subjects(tree(judged)[4]) == []
    assert subjects(blamed[4]) == [blamed[0]]


def test_a_participle_before_the_verb_of_its_noun_belongs_to_the_noun():
    """Parents of sailors killed at sea who call for an inquiry are not killed."""
    parents = (
        "parents/parent/NOUN/nsubj/5 of/of/ADP/case/3 sailors/sailor/NOUN/nmod/1 killed/kill/VERB/advcl/5 "
        "called/call/VERB/root/0"
    )
    doc = tree(parents)

    assert words(objects(doc[3])) == ["sailors"]
    assert words(subjects(doc[3])) == []


def test_who_is_called_on_does_the_deed():
    """The infinitive behind "called on" is done by the one under "on"."""
    called = (
        "Oslo/Oslo/PROPN/nsubj/2 called/call/VERB/root/0 on/on/ADP/case/4 Rabat/Rabat/PROPN/obl/2 "
        "to/to/PART/mark/6 leave/leave/VERB/xcomp/2"
    )

    assert words(subjects(tree(called)[5])) == ["Rabat"]


def test_what_stands_before_a_mark_belongs_to_the_verb_above():
    """To apologize to Rabat for spying is an apology to Rabat."""
    sorry = (
        "Oslo/Oslo/PROPN/nsubj/2 apologized/apologize/VERB/root/0 to/to/ADP/case/4 Rabat/Rabat/PROPN/obl/6 "
        "for/for/SCONJ/mark/6 spying/spy/VERB/advcl/2"
    )

    assert words(arguments(tree(sorry)[1], Slot(relation="obl", prepositions=("to",)))) == ["Rabat"]


def test_an_indirect_object_alone_is_the_object():
    """Who is pressed on something is the one to whom it is done."""
    pressed = "Oslo/Oslo/PROPN/nsubj/2 pressed/press/VERB/root/0 him/he/PRON/iobj/2"

    assert words(objects(tree(pressed)[1])) == ["him"]
