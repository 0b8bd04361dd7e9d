"""Who acts in politics: what private people and companies do and think is no matter between political actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.record import ActorKind

if TYPE_CHECKING:
    from demarche.record import Actor, Party

__all__ = ["OUTSIDE", "is_political", "is_private", "is_side", "speaks_for_body"]

BODIES = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.OFFICE,
        ActorKind.IGO,
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
    }
)
"""Kinds of actor that act in politics by what they are."""
UNPOLITICAL = frozenset({ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.NGO})
"""Kinds that do not, whatever their people do."""
SECTORS = frozenset("GOV MIL LEG JUD COP PRM PTY REB SPY OPP IGO IMG ELI UAF PRE CRM".split())
"""PLOVER sectors whose people act in politics, or against the law."""

OFFICIAL = frozenset("GOV MIL LEG JUD COP PRM PTY REB SPY IGO ELI UAF".split())
"""PLOVER sectors whose people hold an office, a seat or arms."""
PRIVATE_KINDS = frozenset({ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.PLACE, ActorKind.OTHER})
"""Kinds of actor that are no side in politics by what they are."""
PRIVATE_SECTORS = frozenset({"BUS", "EDU", "JRN", "MED", "AGR"})
"""PLOVER sectors of those who trade, teach, report, heal and farm: they know and do, they stand for no side."""
CIVILIANS = "CVL"
LOOSE = frozenset({CIVILIANS, None})
"""Sectors of crowds that nobody speaks for."""
OUTSIDE = frozenset({"CRM"})
"""Sectors of those who are only dealt with."""
CROWDS = frozenset({ActorKind.PEOPLE})
"""Kinds that are many: a people can stand for something, one of it speaks for himself."""


def is_political(party: Party, actor: Actor | None) -> bool:
    """Whether a party, which stands for this actor where it stands for one, acts in politics by sector or by kind."""
    if actor and actor.kind in UNPOLITICAL:
        return False
    return party.sector in SECTORS if party.sector else bool(actor and actor.kind in BODIES)


def is_private(actor: Actor | None) -> bool:
    """Whether an actor is known to be no side in politics: a company, a journal, an expert, somebody in the street."""
    if actor is None:
        return True
    if actor.kind in PRIVATE_KINDS or actor.sector in PRIVATE_SECTORS:
        return True
    nameless = actor.kind in CROWDS and actor.country is None and actor.sector is None
    return nameless or (actor.sector == CIVILIANS and (actor.kind not in CROWDS or actor.country is None))


def is_side(actor: Actor | None) -> bool:
    """Whether one can bear a relation between political actors: no private person, no crowd, no suspect."""
    if actor is None or is_private(actor):
        return False
    nobody = actor.kind is ActorKind.PERSON and actor.sector is None
    loose = actor.kind in CROWDS and actor.sector in LOOSE
    return not (nobody or loose) and actor.sector not in OUTSIDE


def speaks_for_body(actor: Actor) -> bool:
    """Whether one is a body in politics, has an office, a seat or arms, or is a crowd of one camp: no mere person."""
    if actor.kind in CROWDS:
        return actor.sector not in LOOSE
    return actor.sector in OFFICIAL or actor.kind in BODIES
