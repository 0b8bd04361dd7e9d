"""Where actors stand over time, and when they shifted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from demarche.merge.text import content
from demarche.record import Stance
from demarche.relate.told import PositionTold

__all__ = ["Stand", "stands"]


SAME_WORDS = 2
"""Words, other than the names of actor and issue, that two statements share when they are about one matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A position as told on a day; `previous` is what the same actor stood for: on this matter, else on the issue.

    `shift` says that it stood otherwise on this very matter on an earlier day. An issue is wide: who is for elections
    and against their date has not shifted.
    """

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
    earlier: list[PositionTold] = []
    seen: set[tuple[str, Stance, str]] = set()
    for row in sorted(rows, key=lambda r: (r.published or date.max, r.article, r.start)):
        same = (row.voice, row.stance, row.statement)
        if same in seen:
            continue
        seen.add(same)
        matter = _on_matter(row, earlier)
        known = matter or earlier
        previous = known[-1].stance if known else None
        yield Stand(told=row, day=row.published, previous=previous, shift=bool(matter) and previous is not row.stance)
        earlier.append(row)


def _on_matter(row: PositionTold, earlier: Iterable[PositionTold]) -> list[PositionTold]:
    """Return what was said on earlier days on the same matter."""
    before = (e for e in earlier if e.published and row.published and e.published < row.published)
    return [e for e in before if len(_words(e) & _words(row)) >= SAME_WORDS]


def _words(row: PositionTold) -> frozenset[str]:
    return content(row.statement) - content(f"{row.actor} {row.issue}")
