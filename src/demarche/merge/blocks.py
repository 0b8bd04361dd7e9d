"""Which pairs of reports are worth comparing: those that share sides, a kind of act and days.

A report is at home on the level that fits its days (day, week, year) and a guest on the coarser ones; a pair needs one
report at home. Two-sided reports meet under their pair of codes, one-sided ones under the code they have. So the work
for one article depends on what was told of the same sides on the same days, not on the size of the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from demarche.merge.days import Days
from demarche.merge.likeness import FAMILY
from demarche.merge.observation import Observation

__all__ = ["candidates"]

DAY_SPAN, WEEK_SPAN = 5, 100
"""Days: acts placed within the first are at home on single days, within the second on weeks, others on years."""
CROWD = 40
"""Reports in a block beyond which only those with a word of the trigger in common are compared."""
MOST_SIDES = 4
"""Codes on a side, in order of the alphabet, under which a report is looked up."""
YEARS = 3
"""Years, the first ones, under which a report of many years is looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    one: Observation
    days: Days
    home: bool
    sided: bool


def candidates(observations: Iterable[Observation]) -> set[tuple[str, str]]:
    """Return the pairs of report keys to compare, each sorted."""
    blocks: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
    for one in observations:
        for key, entry in _entries(one):
            blocks[key].append(entry)
    return {pair for key, block in blocks.items() if len(block) > 1 for pair in _pairs(key, block)}


def _entries(one: Observation) -> Iterator[tuple[tuple[str, ...], _Entry]]:
    days = one.days
    sided = bool(one.source_codes and one.target_codes)
    for home, bucket in _buckets(days):
        entry = _Entry(one=one, days=days, home=home, sided=sided)
        for side in _sides(one):
            yield (FAMILY[one.type], bucket, *side), entry


def _pairs(key: tuple[str, ...], block: Sequence[_Entry]) -> Iterator[tuple[str, str]]:
    strict = len(block) > CROWD or key[1][0] == "y"
    alone = len(key) == len(("family", "bucket", "code"))
    for n, a in enumerate(block):
        for b in block[n + 1 :]:
            if not (a.home or b.home) or (alone and a.sided and b.sided):
                continue
            if (not strict or a.one.trigger_stem & b.one.trigger_stem) and a.days.meet(b.days):
                yield (a.one.key, b.one.key) if a.one.key < b.one.key else (b.one.key, a.one.key)


def _sides(one: Observation) -> Iterator[tuple[str, ...]]:
    """Yield the sides that a report is looked up by: its pairs of codes, and each code for the one-sided."""
    left, right = (sorted(codes)[:MOST_SIDES] for codes in (one.source_codes, one.target_codes))
    yield from sorted({tuple(sorted(pair)) for pair in product(left, right)})
    yield from ((code,) for code in sorted({*left, *right}))


def _buckets(days: Days) -> Iterator[tuple[bool, str]]:
    span = days.span
    weeks = sorted({day - timedelta(day.weekday()) for day in _days(days, step=7)})
    if span <= DAY_SPAN:
        yield from ((True, f"d{day}") for day in _days(days, step=1))
    if span <= WEEK_SPAN:
        yield from ((span > DAY_SPAN, f"w{day}") for day in weeks)
    last = min(days.last.year, days.first.year + YEARS - 1)
    yield from ((span > WEEK_SPAN, f"y{year}") for year in range(days.first.year, last + 1))


def _days(days: Days, *, step: int) -> Iterator[date]:
    """Yield days of an interval, each `step`-th, and its last; at most those of the longest that has weeks."""
    count = min(days.span, WEEK_SPAN)
    yield from (days.first + timedelta(n) for n in range(0, count + 1, step))
    yield days.first + timedelta(count)
