"""Whether those whom an act names can bear it: acts of diplomacy are done by and towards political actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.acts import PLAIN
from demarche.code.politics import is_political
from demarche.record import ActorKind, EventType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from demarche.code.acts import Act
    from demarche.code.parties import Parties
    from demarche.record import Actor, Party

__all__ = ["unborne"]

ARMED = frozenset({"MIL", "REB", "PRM", "IMG", "UAF"})
GATHERINGS = frozenset({"march", "rally"})
"""What soldiers and candidates do without protest."""
LEADING = frozenset({"GOV", "PTY", "LEG"})
CIVIL = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.RETREAT,
        EventType.THREATEN,
        EventType.MOBILIZE,
    }
)
"""Acts that private people do every day: they agree and meet, buy and sell, go home and warn of the weather."""
ONE_SIDED = frozenset({EventType.MOBILIZE, EventType.CONCEDE})
"""Acts that one side does by itself, though they are meant for another."""


def unborne(act: Act, parties: Parties, actors: Mapping[str, Actor]) -> str | None:
    """Return why these parties cannot bear this act, or None where they can."""
    source, target = _weight(parties.sources, actors), _weight(parties.targets, actors)
    if act.type in CIVIL and _is_private(act.type, parties, source, target):
        return f"{act.type} between private parties"
    named = (*parties.sources, *parties.targets)
    if named and all(_is_company(p, actors) for p in named):
        return f"{act.type} between companies"
    if act.thin and not _is_two_sided(act, source, target):
        return f"{act.type} by one weak sign, without two sides that act in politics"
    if act.entry and act.entry.lemma in GATHERINGS and _is_no_crowd(parties.sources, actors):
        return "soldiers march and candidates rally without protest"
    return None


NOBODY, SOMEBODY, POLITICAL = 0, 1, 2
"""How far a side is known: not at all, as somebody, as an actor in politics."""


def _is_private(kind: EventType, parties: Parties, source: int, target: int) -> bool:
    """Whether nobody on either side acts in politics; a country of which no more is said may."""
    if max(source, target) == POLITICAL:
        return False
    if kind is EventType.RETREAT:
        return source > NOBODY
    return not any(p.country and p.sector is None for p in (*parties.sources, *parties.targets))


def _is_two_sided(act: Act, source: int, target: int) -> bool:
    if act.entry is None:
        return source == target == POLITICAL
    if act.type in ONE_SIDED:
        return source > NOBODY
    return act.type in PLAIN or (source > NOBODY and target > NOBODY and source + target > POLITICAL)


def _weight(side: Sequence[Party], actors: Mapping[str, Actor]) -> int:
    known = [NOBODY, *(SOMEBODY for p in side if p.actor or p.country)]
    return max(known + [POLITICAL for p in side if is_political(p, actors.get(p.actor or ""))])


def _is_company(party: Party, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(party.actor) if party.actor else None
    return actor is not None and actor.kind is ActorKind.COMPANY


def _is_no_crowd(sources: Sequence[Party], actors: Mapping[str, Actor]) -> bool:
    """Whether those who march or rally are armed, or are one who stands for office or holds it."""
    if not sources:
        return False
    alone = len(sources) == 1 and (actor := actors.get(sources[0].actor or "")) and actor.kind is ActorKind.PERSON
    return all(p.sector in ARMED for p in sources) or bool(alone and sources[0].sector in LEADING)
