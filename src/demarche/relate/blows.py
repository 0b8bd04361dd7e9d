"""Blows that one sentence tells in several words: a shot that hits and the death that it brings weigh as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from demarche.merge.event import Event
from demarche.merge.likeness import speaking
from demarche.record import EventType

__all__ = ["PART", "outcomes"]

PART = "told as part of another attack"
"""Why such an attack is on no curve."""
Place = tuple[str, int]
"""An article and where a sentence begins in it."""


def outcomes(events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of attacks that are told only as part of another ("shot down the plane and killed its pilot").

    Each sentence that tells of them tells of one other attack by the same side on the same side, which more sentences
    tell, or that is surer, or stronger.
    """
    of_sides: dict[tuple[object, ...], list[tuple[frozenset[Place], Event]]] = defaultdict(list)
    for event in events:
        if event.type is EventType.ASSAULT and event.source_codes and event.target_codes:
            of_sides[event.source_codes, event.target_codes].append((_places(event), event))
    return frozenset(e.id for attacks in of_sides.values() for p, e in attacks if _is_part(p, e, attacks))


def _is_part(places: frozenset[Place], event: Event, attacks: Sequence[tuple[frozenset[Place], Event]]) -> bool:
    return any(places <= more and _rank(more, other) > _rank(places, event) for more, other in attacks)


def _rank(places: frozenset[Place], event: Event) -> tuple[int, float, float, str]:
    return len(places), event.probability, event.weight, event.id


def _places(event: Event) -> frozenset[Place]:
    return frozenset((r.article, r.sentence_start) for r in speaking([m.report for m in event.members]))
