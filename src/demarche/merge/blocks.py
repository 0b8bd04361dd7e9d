"""Which pairs of reports are worth comparing: those that share sides, a kind of act and days.

A report is at home on the level that fits its days (day, week, year) and a guest on the coarser ones; a pair needs one
report at home. Two-sided reports meet under their pair of codes, one-sided ones under the code they have. So the work
for one article depends on what was told of the same sides on the same days, not on the size of the store.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
"""Reports in a block from which it is a crowd."""
RAREST = 6
"""Words of a report under which it is looked up in a crowd: those that fewest reports have."""
TRIGGER = "trigger"
"""Kind of the blocks of reports that share a word of the trigger, whatever their sides and kinds of act."""
MOST_SIDES = 4
"""Codes on a side, in order of the alphabet, under which a report is looked up."""
YEARS = 3
"""Years, the first ones, under which a report of many years is looked up."""
OF_OLD = 3660
"""Days beyond which nothing is told of when it was."""
EVER = "years"
"""The block of all that is told only to the year or more coarsely: "since the invasion" names one of any year."""

Key = tuple[str, ...]
"""What the reports of a block share: the family of their types, or `TRIGGER`; the days; the sides, or a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    one: Observation
    days: Days
    home: bool
    sided: bool


def candidates(observations: Iterable[Observation]) -> set[tuple[str, str]]:
    """Return the pairs of report keys to compare, each sorted."""
    given = list(observations)
    common = Counter(stem for one in given for stem in one.told)
    blocks: dict[Key, list[_Entry]] = defaultdict(list)
    for one in given:
        for key, entry in _entries(one):
            blocks[key].append(entry)
    crowds = _Crowds(common=common)
    return {pair for key, block in blocks.items() if len(block) > 1 for pair in crowds.pairs(key, block)}


def _entries(one: Observation) -> Iterator[tuple[Key, _Entry]]:
    days = one.days
    sided = bool(one.source_codes and one.target_codes)
    stems = sorted(one.trigger_stem - one.names)[:MOST_SIDES]
    for home, bucket in _buckets(days):
        entry = _Entry(one=one, days=days, home=home, sided=sided)
        for side in _sides(one):
            yield (FAMILY[one.type], bucket, *side), entry
        for stem in stems:
            yield (TRIGGER, bucket, stem), entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crowds:
    """Takes crowded blocks apart, so that no report is compared with more than a bounded number of others.

    `common` says in how many reports a stem stands. In a crowd only reports with a word of the trigger in common meet;
    where these are a crowd again, those with one of their `RAREST` words in common; and of a crowd even then each
    meets the `CROWD` that follow it in the order of their keys.
    """

    common: Mapping[str, int]

    def pairs(self, key: Key, block: Sequence[_Entry]) -> Iterator[tuple[str, str]]:
        """Yield the pairs of a block that are worth comparing."""
        alone = key[0] != TRIGGER and len(key) == len(("family", "bucket", "code"))
        for few in self._apart(key, sorted(block, key=lambda e: e.one.key)):
            for n, a in enumerate(few):
                for b in few[n + 1 : n + 1 + CROWD]:
                    if (a.home or b.home) and not (alone and a.sided and b.sided) and a.days.touches(b.days):
                        yield a.one.key, b.one.key

    def _apart(self, key: Key, block: Sequence[_Entry]) -> Iterator[Sequence[_Entry]]:
        if len(block) <= CROWD and (key[0] == TRIGGER or not key[1].startswith("y")):
            yield block
            return
        parts = [block] if key[0] == TRIGGER else _split(block, lambda e: e.one.trigger_stem)
        for part in parts:
            yield from [part] if len(part) <= CROWD else _split(part, self._rarest)

    def _rarest(self, entry: _Entry) -> Sequence[str]:
        return sorted(entry.one.told, key=lambda stem: (self.common[stem], stem))[:RAREST]


def _split(block: Sequence[_Entry], words: Callable[[_Entry], Iterable[str]]) -> Iterable[Sequence[_Entry]]:
    parts: dict[str, list[_Entry]] = defaultdict(list)
    for entry in block:
        for word in words(entry):
            parts[word].append(entry)
    return parts.values()


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
    if span > WEEK_SPAN:
        yield span > OF_OLD, EVER


def _days(days: Days, *, step: int) -> Iterator[date]:
    """Yield days of an interval, each `step`-th, and its last; at most those of the longest that has weeks."""
    count = min(days.span, WEEK_SPAN)
    yield from (days.first + timedelta(n) for n in range(0, count + 1, step))
    yield days.first + timedelta(count)
