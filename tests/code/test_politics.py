"""Who acts in politics."""

from __future__ import annotations

from demarche.code.politics import is_political, is_private, is_side, speaks_for_body
from demarche.record import Actor, ActorKind, Party


def actor(kind, sector=None, country=None):
    """Return an actor of a kind."""
    return Actor(id="a", name="a", kind=kind, sector=sector, country=country)


def test_companies_journals_and_experts_are_private():
    """Who trades, reports or studies is no side; a government is."""
    assert is_private(actor(ActorKind.COMPANY, "BUS"))
    assert is_private(actor(ActorKind.PEOPLE, "EDU"))
    assert not is_private(actor(ActorKind.GOVERNMENT, "GOV", "FRA"))


def test_a_people_may_stand_for_something_one_of_it_speaks_for_himself():
    """The people of a country are no private person; a woman in the street is."""
    assert not is_private(actor(ActorKind.PEOPLE, "CVL", "FRA"))
    assert is_private(actor(ActorKind.PERSON, "CVL", "FRA"))


def test_nobody_in_particular_bears_a_relation_between_powers():
    """A people, a suspect and a person of whom nothing is told are no side of a contact or a means."""
    assert not is_side(actor(ActorKind.PEOPLE, "CVL", "FRA"))
    assert not is_side(actor(ActorKind.PEOPLE, "CRM", "FRA"))
    assert not is_side(actor(ActorKind.PERSON))
    assert is_side(actor(ActorKind.PEOPLE, "OPP", "FRA"))


def test_a_sector_tells_who_acts_in_politics_and_a_kind_where_there_is_none():
    """A minister and a state act in politics; a company does not, whatever is said of its people."""
    state, firm = actor(ActorKind.STATE, None, "FRA"), actor(ActorKind.COMPANY, "BUS")

    assert is_political(Party(actor="a", mention=None, sector="GOV"), None)
    assert is_political(Party(actor="a", mention=None), state)
    assert not is_political(Party(actor="a", mention=None, sector="GOV"), firm)


def test_a_body_and_its_officials_speak_for_it():
    """States, officials and crowds of one camp stand for more than themselves; loose crowds and mere persons do not."""
    office = Actor(id="x", name="Ann Lee", kind=ActorKind.PERSON, sector="GOV")
    state = Actor(id="x", name="Oman", kind=ActorKind.STATE, country="OMN", sector="GOV")
    crowd = Actor(id="x", name="crowds", kind=ActorKind.PEOPLE, country="OMN", sector="CVL")
    camp = Actor(id="x", name="protesters", kind=ActorKind.PEOPLE, country="OMN", sector="OPP")
    star = Actor(id="x", name="Jo Roe", kind=ActorKind.PERSON, sector="OPP")
    assert all(map(speaks_for_body, (office, state, camp)))
    assert not any(map(speaks_for_body, (crowd, star)))
