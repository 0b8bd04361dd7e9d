"""What the words around a means say of it."""

from __future__ import annotations

from demarche.code.means import handler_of, is_asked_for, is_means, is_single, is_standing, is_supposed, use_of
from demarche.record import LeverUse
from tests.code.trees import tree

FAMILIES = "has/have/VERB/root/0 families/family/NOUN/obj/1 of/of/ADP/case/4 soldiers/soldier/NOUN/nmod/2"
THOUSANDS = FAMILIES.replace("families/family", "thousands/thousand")


def test_what_another_noun_is_about_is_no_means():
    """Arms inspectors hold no arms, but a supply of arms is arms."""
    inspectors = tree(
        "arms/arm/NOUN/compound/2 inspectors/inspector/NOUN/root/0 arms/arm/NOUN/compound/4 supply/supply/NOUN/conj/2"
    )

    assert [is_means(t) for t in inspectors] == [False, True, True, True]


def test_who_has_the_families_has_no_soldiers():
    """A verb handles the people under an `of` only where the noun above counts them."""
    assert handler_of(tree(FAMILIES)[3]) is None
    assert handler_of(tree(THOUSANDS)[3]).text == "has"


def test_who_is_given_something_is_not_handled():
    """Soldiers who are offered a drug, or supplied with radios, are nobody's means there."""
    offered = tree("soldiers/soldier/NOUN/nsubj:pass/2 offered/offer/VERB/root/0 drugs/drug/NOUN/obj/2")
    supplied = tree("supply/supply/VERB/root/0 troops/troop/NOUN/obj/1 with/with/ADP/case/4 radios/radio/NOUN/obl/1 ")

    assert handler_of(offered[0]) is None
    assert handler_of(supplied[1]) is None


def test_what_is_done_to_a_noun_is_not_done_to_what_stands_under_it():
    """Who prevents the carnage of a bomb does not prevent the bomb."""
    carnage = FAMILIES.replace("families/family", "carnage/carnage").replace("soldiers/soldier", "bombs/bomb")

    assert handler_of(tree(carnage)[3]) is None


def test_what_is_called_for_is_not_there():
    """Under "calls for" a means is only wanted."""
    wanted = tree("calls/call/VERB/root/0 for/for/ADP/case/3 sanctions/sanction/NOUN/obj/1")

    assert is_asked_for(wanted[2])


def test_a_condition_tells_no_deed():
    """What stands after "until" has not been done."""
    waits = tree("waits/wait/VERB/root/0 until/until/SCONJ/mark/3 leaves/leave/VERB/advcl/1")

    assert is_supposed(waits[2])
    assert not is_supposed(waits[0])


def test_a_withdrawal_that_is_still_to_come_is_held_out():
    """When troops are pulled out as something else will happen, they are not yet withdrawn."""
    pulled = tree(
        "when/when/SCONJ/mark/2 pulling/pull/VERB/advcl/6 troops/troop/NOUN/obj/2 France/France/PROPN/nsubj/6 "
        "will/will/AUX/aux/6 rest/rest/VERB/root/0"
    )

    assert use_of(pulled[2], pulled[1], "troops") is LeverUse.THREATENED


def test_one_fighter_is_no_force():
    """A fighter is one man or a machine; fighters are a force."""
    planes = tree("bomber/bomber/NOUN/root/0 and/and/CCONJ/cc/3 fighter/fighter/NOUN/conj/1")
    people = tree("a/a/DET/det/2 fighter/fighter/NOUN/root/0 fighters/fighter/NOUN/conj/2")

    assert is_single(planes[2])
    assert is_single(people[1])
    assert not is_single(people[2])


def test_who_stands_trial_stands_nowhere():
    """Troops that stand at a border are there; soldiers who stand trial are not."""
    stand = "soldiers/soldier/NOUN/nsubj/2 stand/stand/VERB/root/0"

    assert is_standing(tree(stand)[0])
    assert not is_standing(tree(stand + " trial/trial/NOUN/obj/2")[0])
