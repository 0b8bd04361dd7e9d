"""Who stands across from the doer of an act: of the targets that words offer, those that can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import case_of
from demarche.record import ActorKind, EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["across", "unlikely_at_protests"]

ABROAD = frozenset({EventType.MOBILIZE, EventType.RETREAT, EventType.CONCEDE})
"""Types of act that are done towards another side: what a side moves, gives up or stands up is its own."""
BODIES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "JRN"})
"""Sectors of a state and its forces; those of others may stand against it at home."""
DONE_TO = frozenset({"of", "on", "against"})
"""Prepositions of what an act is done to; a town under them suffers it ("the siege of the town")."""
TOWNS = frozenset({"city", "site"})
OPPOSED = frozenset({"OPP", "REB", "CVL"})
"""Sectors of those who stand against a state at home: a people protests, and is not protested against."""


def across(
    type_: EventType, sources: Sequence[Party], targets: Sequence[Party], reading: Reading, resolution: Resolution
) -> tuple[Party, ...]:
    """Return the targets without the doer himself, and without those of his own side unless there are no others.

    What a side moves, gives up or stands up is its own, so that there its own state and forces are never the target;
    nor is a mere place of its own country.
    """
    doers, own = {p.actor for p in sources if p.actor}, {p.country for p in sources if p.country}
    others = tuple(p for p in targets if p.actor not in doers)
    far = tuple(p for p in others if p.country not in own)
    at_home = (p for p in others if not _is_place(p, reading, resolution))
    return far or tuple(p for p in at_home if type_ not in ABROAD or _may_face(type_, p, reading, resolution))


def _may_face(type_: EventType, party: Party, reading: Reading, resolution: Resolution) -> bool:
    """Whether a party may stand across from its own side: who opposes it, or a person to whom another yields."""
    actor = resolution.actors.get(party.actor) if party.actor else None
    if type_ is EventType.CONCEDE and party.mention and actor is not None and actor.kind is ActorKind.PERSON:
        return case_of(reading.head(*reading.words(party.mention))) == "to"
    return party.sector not in {None, *BODIES}


def _is_place(party: Party, reading: Reading, resolution: Resolution) -> bool:
    """Whether a party is only a place where it was done, which nobody speaks of as an actor."""
    actor = resolution.actors.get(party.actor) if party.actor else None
    if party.mention is None or (actor is not None and actor.kind is not ActorKind.PLACE):
        return False
    first, last = reading.words(party.mention)
    is_done_to = case_of(reading.head(first, last)) in DONE_TO
    places = (p for p in resolution.places if p.first == first)
    return any(not is_done_to or place.precision not in TOWNS for place in places)


def unlikely_at_protests(mention: ResolvedMention, resolution: Resolution) -> Iterator[str]:
    """Yield the side of a protest on which a state's bodies, or those who oppose the state, do not stand."""
    actor = resolution.actors.get(mention.actor) if mention.actor else None
    sector = mention.sector or (actor.sector if actor else None)
    if sector in BODIES:
        yield "source"
    if sector in OPPOSED:
        yield "target"
