"""Whether those whom an act names can bear it."""

from __future__ import annotations

import pytest

from demarche.code.acts import Act
from demarche.code.parties import Parties
from demarche.code.standing import in_person, is_in_person, is_placed, political_sides, unborne
from demarche.codebook import load
from demarche.record import Actor, ActorKind, EventType, Party
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

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
    return unborne(act_, Parties(sources=side(*sources), targets=side(*targets)), ACTORS)


@pytest.mark.parametrize("kind", ["AGREE", "CONSULT", "COOPERATE", "RETREAT", "THREATEN"])
def test_private_people_and_firms_do_no_politics(kind):
    """Two private sides agree, meet, trade, go home and warn each other every day; with a state it is politics."""
    assert reason(act(kind), ["man"], ["firm"])
    assert reason(act(kind), ["state"], ["firm"]) is None


def test_sides_in_politics_are_counted():
    """A state and a candidate act in politics, a firm and a private man do not; an open side is none."""
    parties = Parties(sources=side("state", "man"), targets=side("firm"))

    assert political_sides(parties, ACTORS) == 1
    assert political_sides(Parties(sources=side("candidate"), targets=side("state")), ACTORS) == 2
    assert political_sides(Parties(targets=side("man")), ACTORS) == 0


def test_a_candidate_who_rallies_does_not_protest():
    """A rally of one who stands for office is no protest; a rally of the people is."""
    row = next(e for e in load().acts.entries if e.lemma == "rally" and e.type is EventType.PROTEST)

    assert reason(act("PROTEST", entry=row), ["candidate"])
    assert reason(act("PROTEST", entry=row), ["people"]) is None


def test_a_noun_that_bears_a_name_is_not_whom_it_names():
    """Iran veterans are not Iran; a number of Iranians, and Iran itself, are."""
    veterans = tree("Iran/Iran/PROPN/compound/2 veterans/veteran/NOUN/root/0")
    number = tree("number/number/NOUN/root/0 of/of/ADP/case/3 Iranians/Iranian/PROPN/nmod/1")
    named = Resolution(mentions=(mention(0, "IRN"),))
    assert in_person(veterans[1], named) is None
    assert in_person(veterans[0], named)
    assert in_person(number[0], Resolution(mentions=(mention(2, "IRN"),)))


def test_a_party_that_is_only_a_name_before_a_noun_is_not_there_in_person():
    """In "Iran veterans" the party Iran is only part of a name, unless the whole is somebody known."""
    reading = reading_of(tree("Iran/Iran/PROPN/compound/2 veterans/veteran/NOUN/root/0"))
    party = Party(actor="a-irn", mention=reading.span(0, 1), country="IRN")
    assert not is_in_person(party, reading, Resolution(mentions=(mention(0, "IRN"),)))
    assert is_in_person(party, reading, Resolution(mentions=(mention(0, "IRN"), mention(1, "IRN", first=0))))


def test_what_happens_in_a_country_is_only_placed_there():
    """The shooting in Iran is nothing that Iran does; a decision of Iran is."""
    shooting = tree("shooting/shooting/NOUN/root/0 in/in/ADP/case/3 Iran/Iran/PROPN/nmod/1")
    decision = tree("decision/decision/NOUN/root/0 of/of/ADP/case/3 Iran/Iran/PROPN/nmod/1")
    named = Resolution(mentions=(mention(2, "IRN"),))
    assert is_placed(shooting[0], named)
    assert not is_placed(decision[0], named)


def test_somebody_in_a_country_is_not_the_country():
    """Others in Iran are not Iran, though Iran is all that is named of them."""
    reading = reading_of(tree("others/other/NOUN/root/0 in/in/ADP/case/3 Iran/Iran/PROPN/nmod/1"))
    party = Party(actor="a-irn", mention=reading.span(2, 3), country="IRN")
    assert not is_in_person(party, reading, Resolution(mentions=(mention(2, "IRN"),)))
