"""Where an act was done, apart from the places that are merely named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import case_of
from demarche.record import EventPlace

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.resolve import Resolution, ResolvedPlace

__all__ = ["find_place"]

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "off", "into", "on", "over", "along"}
)
MAX_STEPS = 3
"""Heads between a place and the act that it locates; further ones locate something else."""


def find_place(reading: Reading, sentence: ReadSentence, head: int, resolution: Resolution) -> EventPlace | None:
    """Return the place whose phrase hangs on the act at word `head`, the finest one first, or None."""
    found = [p for p in resolution.places if sentence.first <= p.first < sentence.last and not p.metonym]
    near = [(steps, p) for p in found if (steps := _steps(reading, p, head)) is not None]
    if not near:
        return None
    rank = {"site": 0, "city": 1, "region": 2, "country": 3}
    _, place = min(near, key=lambda item: (item[0], rank.get(item[1].precision, 4)))
    return EventPlace(
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        evidence=reading.span(place.first, place.last),
    )


def _steps(reading: Reading, place: ResolvedPlace, head: int) -> int | None:
    """Count the heads from a locative phrase up to the act, or None where it does not lead there."""
    doc = reading.doc
    token = next(
        (t for t in doc[place.first : place.last] if not place.first <= t.head.i < place.last),
        doc[place.first],
    )
    if case_of(token) not in LOCATIVE:
        return None
    for steps, above in enumerate(token.ancestors, start=1):
        if above.i == head:
            return steps
        if steps >= MAX_STEPS:
            return None
    return None
