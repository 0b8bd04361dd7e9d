"""Asks that grammar alone tells stand among the acts."""

from __future__ import annotations

import pytest

from demarche.code.answers import Demand
from demarche.code.asked import with_asked
from demarche.code.contexts import Contexts
from demarche.code.reports import Reporter
from demarche.code.sides import NOBODY, Side
from demarche.code.status import Judge
from demarche.codebook import load
from demarche.record import Actor, ActorKind, EventType, Outcome, Status
from demarche.resolve import Resolution
from tests.code.stubs import reading_of
from tests.code.trees import tree

VITAL = (
    "it/it/PRON/expl/3 is/be/AUX/cop/3 vital/vital/ADJ/root/0 that/that/SCONJ/mark/6 Iran/Iran/PROPN/nsubj/6 "
    "comply/comply/VERB/ccomp/3"
)
OMAN = Side(actor="a-omn", codes=frozenset({"a-omn", "OMN"}))
IRAN = Side(actor="a-irn", codes=frozenset({"a-irn", "IRN"}))


@pytest.fixture(name="reporter", scope="module")
def _reporter():
    """A reporter of one sentence, with two states."""
    book = load()
    states = {
        f"a-{c.lower()}": Actor(id=f"a-{c.lower()}", name=c, kind=ActorKind.STATE, country=c) for c in ("OMN", "IRN")
    }
    return Reporter(
        reading=reading_of(tree(VITAL)),
        resolution=Resolution(actors=states),
        codebook=book,
        contexts=Contexts(book),
        judge=Judge(book),
        claims=(),
    )


def test_a_demand_of_grammar_is_a_report_of_asking(reporter):
    """What Oman calls vital, Oman asks for; the demand knows its report."""
    demand = Demand(asker=OMAN, asked=IRAN, first=2, last=6, word=2)
    reports, (linked,) = with_asked(reporter, (), [demand])

    assert [(r.id, r.type, r.status, r.sources[0].country, r.targets[0].country) for r in reports] == [
        ("r1", EventType.REQUEST, Status.HAPPENED, "OMN", "IRN")
    ]
    assert linked.report is reports[0]


@pytest.mark.parametrize(
    "demand",
    [
        Demand(asker=NOBODY, asked=IRAN, first=2, last=6, word=2),
        Demand(asker=OMAN, asked=NOBODY, first=2, last=6, word=2),
        Demand(asker=OMAN, asked=IRAN, first=2, last=6, word=2, settled=Outcome.REFUSED, answer=2),
    ],
)
def test_what_nobody_asks_and_what_a_refusal_presumes_add_no_act(reporter, demand):
    """Only an open demand of somebody known on somebody known is an act of its own."""
    assert with_asked(reporter, (), [demand]) == ((), (demand,))
