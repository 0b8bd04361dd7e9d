"""Words of touch that bring nobody together."""

from __future__ import annotations

from demarche.code.no_contact import is_demand, is_no_contact
from tests.code.trees import tree


def test_a_call_that_is_heeded_is_a_demand():
    """Calls that one heeds, or calls for something, are no talks by telephone."""
    calls = tree("Oman/Oman/PROPN/nsubj/2 heeds/heed/VERB/root/0 calls/call/NOUN/obj/2")

    assert is_demand(calls[2])


def test_a_contact_owed_or_awaited_is_none():
    """Who must meet another, or waits until they meet, has not met him; who met him has."""
    met = "Oman/Oman/PROPN/nsubj/{0} {1}meet/meet/VERB/root/0 Iran/Iran/PROPN/obj/{0}"

    assert not is_no_contact(tree(met.format(2, ""))[1])
    assert is_no_contact(tree(met.format(3, "must/must/AUX/aux/3 "))[2])
    assert is_no_contact(tree(met.format(3, "until/until/SCONJ/mark/3 "))[2])
