"""Where actors stand over time, and when they shifted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    earlier: list[tuple[PositionTold, frozenset[str]]] = []
    seen: set[tuple[str, Stance, str]] = set()
    for row in sorted(rows, key=lambda r: (r.published or date.max, r.article, r.start)):
        same = (row.voice, row.stance, row.statement)
        if same in seen:
            continue
        seen.add(same)
        words = _words(row)
        matter = _on_matter(row, words, earlier)
        known = matter or (earlier[-1][0] if earlier else None)
        previous = known.stance if known else None
        yield Stand(told=row, day=row.published, previous=previous, shift=bool(matter) and previous is not row.stance)
        earlier.append((row, words))


def _on_matter(
    row: PositionTold, words: frozenset[str], earlier: Sequence[tuple[PositionTold, frozenset[str]]]
) -> PositionTold | None:
    """Return what was last said on an earlier day on the same matter."""
    return next(
        (
            one
            for one, own in reversed(earlier)
            if one.published and row.published and one.published < row.published and len(own & words) >= SAME_WORDS
        ),
        None,
    )


def _words(row: PositionTold) -> frozenset[str]:
    return content(row.statement) - content(f"{row.actor} {row.issue}")
