"""Days on which a relationship turned: where the index before and after a day differ most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from demarche.relate.contribution import Contribution
from demarche.relate.strain import StrainDay

__all__ = ["ChangePoint", "change_points"]

WINDOW = 2
"""Days on either side that are compared, the day itself with those after it."""
LEAST = 7.0
"""Points by which the means must differ."""
APART = 4
"""Days between two change points: of nearer ones the larger stays."""
LEAST_EVIDENCE = 1.5
"""Faded events that a day needs: a lone report turns nothing."""
LEAST_BEFORE = 0.5
"""Faded events that each day before needs: where nothing was known a curve begins, and does not turn."""
MOST_EVENTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePoint:
    """The first day of a new level: mean index before and after, and the events behind it, largest first."""

    a: str
    b: str
    day: date
    before: float
    after: float
    events: tuple[str, ...]


def change_points(days: Sequence[StrainDay], parts: Sequence[Contribution]) -> list[ChangePoint]:
    """Return the change points of one pair's curve, in order."""
    index = {d.day: d.index for d in days}
    known = {d.day for d in days if d.evidence >= LEAST_BEFORE}
    sure = [d.day for d in days if d.evidence >= LEAST_EVIDENCE and known.issuperset(_before(d.day))]
    jumps = [(day, *_around(index, day)) for day in sure]
    large = sorted((j for j in jumps if abs(j[2] - j[1]) >= LEAST), key=lambda j: (-abs(j[2] - j[1]), j[0]))
    kept: list[tuple[date, float, float]] = []
    for jump in large:
        if all(abs((jump[0] - other[0]).days) > APART for other in kept):
            kept.append(jump)
    return [_point(jump, parts) for jump in sorted(kept)]


def _before(day: date) -> list[date]:
    return [day - timedelta(n) for n in range(1, WINDOW + 1)]


def _around(index: dict[date, float], day: date) -> tuple[float, float]:
    before = [index[at] for at in _before(day)]
    after = [index[at] for n in range(WINDOW) if (at := day + timedelta(n)) in index]
    return round(fmean(before), 2), round(fmean(after), 2)


def _point(jump: tuple[date, float, float], parts: Sequence[Contribution]) -> ChangePoint:
    day, before, after = jump
    towards = 1 if after > before else -1
    behind = [p for p in parts if p.push * towards > 0 and 0 <= (p.day - day).days < WINDOW]
    ranked = sorted(behind, key=lambda p: (-abs(p.push), p.day, p.event))
    events = tuple(dict.fromkeys(p.event for p in ranked))[:MOST_EVENTS]
    return ChangePoint(a=parts[0].a, b=parts[0].b, day=day, before=before, after=after, events=events)
