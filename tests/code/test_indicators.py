"""Signs of strain and ease."""

from __future__ import annotations

import pytest

from demarche.code.indicators import find_indicators, weight_of
from demarche.record import Actor, ActorKind, Ask, EventType, Outcome, Party, Quad, Report, Span, Status


def report(kind, scale, status=Status.HAPPENED, targets=("IRN",)):
    """Return a report of an act by France."""
    words = Span(start=0, end=4, text="acts")
    sides = [tuple(Party(actor=None, mention=words, country=c) for c in group) for group in (("FRA",), targets)]
    return Report(
        id="r1",
        type=kind,
        mode=None,
        contexts=(),
        quad=Quad.VERBAL_CONFLICT,
        scale=scale,
        cameo=None,
        goldstein=None,
        trigger=words,
        sentence=words,
        sources=sides[0],
        targets=sides[1],
        status=status,
    )


@pytest.mark.parametrize(
    ("status", "weight"),
    [(Status.HAPPENED, 10.0), (Status.PLANNED, 4.0), (Status.DENIED, 0.0), (Status.HYPOTHETICAL, 0.0)],
)
def test_an_act_weighs_what_its_status_allows(status, weight):
    """A deed weighs in full, a plan in part, what is denied or imagined not at all."""
    assert weight_of(report(EventType.ASSAULT, -10.0, status)) == (-1, weight)


def test_an_ask_is_a_weak_strain():
    """PLOVER scores a request 0; to press is a weak sign of strain all the same."""
    assert weight_of(report(EventType.REQUEST, 0.0)) == (-1, 1.0)


def test_each_pair_of_countries_has_its_sign():
    """An act upon two countries is a sign between the doer and each of them."""
    found = find_indicators([report(EventType.AID, 7.0, targets=("IRN", "OMN"))])
    assert [(i.id, i.dyad, i.sign) for i in found] == [("i1", ("FRA", "IRN"), 1), ("i2", ("FRA", "OMN"), 1)]


def test_what_one_does_to_oneself_strains_no_dyad():
    """An act inside one country is no sign between two."""
    assert find_indicators([report(EventType.ACCUSE, -2.0, targets=("FRA",))]) == ()


def test_a_refused_ask_that_no_act_reports_is_a_sign_both_ways():
    """To ask strains a little, to refuse more; what an act reports is not counted twice."""
    actors = {c: Actor(id=c, name=c, kind=ActorKind.STATE, country=c) for c in ("FRA", "IRN")}
    words = Span(start=0, end=4, text="acts")
    ask = Ask(id="k1", asker="FRA", asked="IRN", ask=words, report=None, outcome=Outcome.REFUSED, answer=words)
    found = find_indicators((), [ask], actors)
    assert [(i.dyad, i.sign, i.weight) for i in found] == [(("FRA", "IRN"), -1, 1.0), (("IRN", "FRA"), -1, 2.0)]
