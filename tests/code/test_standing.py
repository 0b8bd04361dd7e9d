"""Whether those whom an act names can bear it."""

from __future__ import annotations

import pytest

from demarche.code.acts import Act
from demarche.code.parties import Parties
from demarche.code.standing import political_sides, unborne
from demarche.codebook import load
from demarche.record import Actor, ActorKind, EventType, Party

ACTORS = {
    "state": Actor(id="state", name="Oman", kind=ActorKind.STATE, country="OMN", sector="GOV"),
    "firm": Actor(id="firm", name="Acme", kind=ActorKind.COMPANY, sector="BUS"),
    "man": Actor(id="man", name="Ann Lee", kind=ActorKind.PERSON),
    "candidate": Actor(id="candidate", name="Jo Roe", kind=ActorKind.PERSON, country="USA", sector="PTY"),
    "people": Actor(id="people", name="Omanis", kind=ActorKind.PEOPLE, country="OMN", sector="CVL"),
}


def act(kind, *, entry=None):
    """Return an act of a type."""
    return Act(first=0, last=1, head=0, type=EventType(kind), mode=None, score=0.5, entry=entry, why=())


def side(*names):
    """Return actors as parties."""
    return tuple(Party(actor=n, mention=None, country=ACTORS[n].country, sector=ACTORS[n].sector) for n in names)


def reason(act_, sources=(), targets=()):
    """Return why the parties cannot bear the act."""
    return unborne(act_, Parties(sources=side(*sources), targets=side(*targets), score=1.0), ACTORS)


@pytest.mark.parametrize("kind", ["AGREE", "CONSULT", "COOPERATE", "RETREAT", "THREATEN"])
def test_private_people_and_firms_do_no_politics(kind):
    """Two private sides agree, meet, trade, go home and warn each other every day; with a state it is politics."""
    assert reason(act(kind), ["man"], ["firm"])
    assert reason(act(kind), ["state"], ["firm"]) is None


def test_sides_in_politics_are_counted():
    """A state and a candidate act in politics, a firm and a private man do not; an open side is none."""
    parties = Parties(sources=side("state", "man"), targets=side("firm"), score=1.0)

    assert political_sides(parties, ACTORS) == 1
    assert political_sides(Parties(sources=side("candidate"), targets=side("state"), score=1.0), ACTORS) == 2
    assert political_sides(Parties(targets=side("man"), score=1.0), ACTORS) == 0


def test_a_candidate_who_rallies_does_not_protest():
    """A rally of one who stands for office is no protest; a rally of the people is."""
    row = next(e for e in load().acts.entries if e.lemma == "rally" and e.type is EventType.PROTEST)

    assert reason(act("PROTEST", entry=row), ["candidate"])
    assert reason(act("PROTEST", entry=row), ["people"]) is None
