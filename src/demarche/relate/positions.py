"""Where actors stand over time, and when they shifted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from demarche.record import Stance
from demarche.relate.told import PositionTold

__all__ = ["Stand", "stands"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A position as told on a day; `previous` is what the same actor stood for before, `shift` whether that differs."""

    told: PositionTold
    day: date | None
    previous: Stance | None
    shift: bool


def stands(told: Iterable[PositionTold]) -> list[Stand]:
    """Return the positions by actor, issue and day; copies tell a position once."""
    groups: dict[tuple[str, str], list[PositionTold]] = defaultdict(list)
    for row in told:
        groups[row.key or row.actor, row.issue].append(row)
    return [stand for key in sorted(groups) for stand in _sequence(groups[key])]


def _sequence(rows: Iterable[PositionTold]) -> Iterator[Stand]:
    previous: Stance | None = None
    seen: set[tuple[str, Stance, str]] = set()
    for row in sorted(rows, key=lambda r: (r.published or date.max, r.article, r.start)):
        same = (row.voice, row.stance, row.statement)
        if same in seen:
            continue
        seen.add(same)
        yield Stand(told=row, day=row.published, previous=previous, shift=previous not in {None, row.stance})
        previous = row.stance
