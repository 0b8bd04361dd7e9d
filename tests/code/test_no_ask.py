"""Words of asking that ask nothing."""

from __future__ import annotations

from demarche.code.no_ask import _is_told, is_duty_verb, is_no_ask
from tests.code.trees import tree


def test_a_claim_insisted_on_is_no_ask():
    """Who insists that Iran was willing says what he believes."""
    willing = (
        "Oman/Oman/PROPN/nsubj/2 insists/insist/VERB/root/0 Iran/Iran/PROPN/nsubj/5 was/be/AUX/cop/5 "
        "willing/willing/ADJ/ccomp/2"
    )

    assert _is_told(tree(willing)[4])


def test_to_have_to_is_a_duty_and_to_have_is_none():
    """Who has to leave has a duty; who has a house has a house."""
    assert is_duty_verb(tree("has/have/VERB/root/0 to/to/PART/mark/3 leave/leave/VERB/xcomp/1")[0])
    assert not is_duty_verb(tree("has/have/VERB/root/0 houses/house/NOUN/obj/1")[0])


def test_help_that_is_sought_is_asked_for_and_an_office_is_not():
    """Who seeks help asks another; who seeks the presidency asks nobody."""
    seeks = "seeks/seek/VERB/root/0 {}/NOUN/obj/1"
    asks, runs = tree(seeks.format("help/help")), tree(seeks.format("presidency/presidency"))

    assert not is_no_ask(asks[0], asks[1])
    assert is_no_ask(runs[0], runs[1])
