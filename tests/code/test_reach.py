"""Who stands above an act in its sentence."""

from __future__ import annotations

from demarche.code.reach import doing_about, is_aside, is_beside, is_reason, is_told_above, is_within_reach
from tests.code.trees import tree

TOLD = (
    "Germany/Germany/PROPN/nsubj/2 told/tell/VERB/root/0 Poland/Poland/PROPN/iobj/2 that/that/SCONJ/mark/6 "
    "rebels/rebel/NOUN/nsubj/6 attacked/attack/VERB/ccomp/2 Oman/Oman/PROPN/obj/6"
)
TAGGED = (
    "rebels/rebel/NOUN/nsubj/2 attacked/attack/VERB/root/0 ,/,/PUNCT/punct/5 Germany/Germany/PROPN/nsubj/5 "
    "said/say/VERB/parataxis/2"
)
PURSUED = "Germany/Germany/PROPN/nsubj/2 discussed/discuss/VERB/root/0 the/the/DET/det/4 war/war/NOUN/obj/2"
ENDED = (
    "Germany/Germany/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 struck/strike/VERB/root/0 in/in/ADP/case/5 "
    "war/war/NOUN/obl/3"
)


def test_who_tells_and_who_is_told_stand_outside():
    """Speaker and listener are above what is told; those inside the clause are not."""
    doc = tree(TOLD)

    assert [is_told_above(doc[i], doc[5]) for i in (0, 2, 4, 6)] == [True, True, False, False]


def test_a_clause_behind_the_words_names_only_their_speaker():
    """Who is named after what is told has only said it."""
    doc = tree(TAGGED)

    assert [is_told_above(doc[i], doc[1]) for i in (0, 3)] == [False, True]


def test_the_subject_of_a_verb_does_something_about_the_deed_under_it():
    """The verb is returned whose subject it is; who suffers a passive does nothing about anything."""
    active, passive = tree(PURSUED), tree(ENDED)

    assert doing_about(active[0], active[3]) == active[1]
    assert doing_about(passive[0], passive[4]) is None


def test_a_noun_beside_an_act_stands_in_another_clause():
    """What stands under the act itself, or in its clause, is not beside it."""
    doc = tree(
        "hearing/hear/VERB/advcl/6 of/of/ADP/case/3 raids/raid/NOUN/obl/1 by/by/ADP/case/5 Oman/Oman/PROPN/nmod/3 "
        "called/call/VERB/root/0 Iran/Iran/PROPN/obj/6"
    )

    assert [is_beside(doc[i], doc[2]) for i in (4, 6)] == [False, True]


SHOT = (
    "Scott/Scott/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 shot/shoot/VERB/root/0 as/as/SCONJ/mark/6 "
    "crowds/crowd/NOUN/nsubj/6 marched/march/VERB/advcl/3"
)


def test_who_acts_in_a_clause_beside_a_deed_is_aside():
    """Those who march while somebody is shot did not shoot him; those who open fire when he is may have."""
    beside, before = tree(SHOT), tree(SHOT.replace("as/as", "when/when"))

    assert [is_aside(doc[4], doc[2]) for doc in (beside, before)] == [True, False]


def test_who_is_named_in_a_time_gone_by_is_aside_from_what_a_noun_names():
    """After whose speech protests break out does not protest."""
    doc = tree(
        "after/after/ADP/case/4 Iran/Iran/PROPN/nmod:poss/4 's/'s/PART/case/2 speech/speech/NOUN/obl/6 "
        "protests/protest/NOUN/nsubj/6 erupted/erupt/VERB/root/0"
    )

    assert is_aside(doc[1], doc[4])


def test_a_deed_told_as_a_reason_is_not_done_by_who_acts_for_it():
    """Who mourns because somebody was shot has not shot him."""
    doc = tree(
        "Iran/Iran/PROPN/nsubj/2 mourned/mourn/VERB/root/0 because/because/SCONJ/mark/6 he/he/PRON/nsubj:pass/6 "
        "was/be/AUX/aux:pass/6 shot/shoot/VERB/advcl/2"
    )

    assert [is_reason(doc[5], doc[i]) for i in (0, 3)] == [True, False]


def test_a_clause_about_a_protest_may_name_who_protests():
    """In "a protest in which workers marched" the workers are not aside."""
    doc = tree(
        "protest/protest/NOUN/root/0 in/in/ADP/case/3 which/which/PRON/obl/5 workers/worker/NOUN/nsubj/5 "
        "marched/march/VERB/acl:relcl/1"
    )

    assert not is_aside(doc[3], doc[0])


def test_only_what_stands_beside_a_noun_under_its_verb_is_within_its_reach():
    """Subject and object of its verb are, and of the verb above that shares them; who only reports it is not."""
    held = tree(
        "Oman/Oman/PROPN/nsubj/2 met/meet/VERB/root/0 Iran/Iran/PROPN/obj/2 to/to/PART/mark/5 "
        "continue/continue/VERB/advcl/2 talks/talk/NOUN/obj/5 of/of/ADP/case/8 Qatar/Qatar/PROPN/nmod/6"
    )
    reported = tree(
        "Oman/Oman/PROPN/nsubj/2 reported/report/VERB/root/0 two/two/NUM/nummod/4 days/day/NOUN/obj/2 "
        "of/of/ADP/case/6 raids/raid/NOUN/nmod/4 by/by/ADP/case/8 Iran/Iran/PROPN/nmod/4"
    )

    against = tree("Oman/Oman/PROPN/nsubj/2 hid/hide/VERB/root/0 against/against/ADP/case/4 raids/raid/NOUN/obl/2")

    assert [is_within_reach(held[i], held[5]) for i in (0, 2, 7)] == [True, True, True]
    assert not is_within_reach(against[0], against[3])
    assert [is_within_reach(reported[i], reported[5]) for i in (0, 7)] == [False, True]


def test_what_a_noun_names_is_not_about_itself():
    """Who is killed in the killing that angers a land does nothing about it."""
    doc = tree(
        "killing/killing/NOUN/nsubj/4 of/of/ADP/case/3 Oman/Oman/PROPN/nmod/1 angered/anger/VERB/root/0 "
        "Iran/Iran/PROPN/obj/4"
    )

    assert doing_about(doc[2], doc[0]) is None
