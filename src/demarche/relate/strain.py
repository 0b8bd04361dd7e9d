"""The strain of a relationship, day by day: an index whose arithmetic is shown.

Each event that binds two sides adds a mass on its days, to strain or to ease: ``weight * probability * share``.
`weight` in [0, 10] is PLOVER's scale of the act, scaled by its status and, for words, by what they count.
`probability` is how sure the event is, from its independent articles, and `share` what falls on one day. Masses fade
by half in `HALF_LIFE` days, and end sooner where a later act ends what an earlier one did. On day t, with S and E what
is left of strain and ease::

    index = 100 * (S + PRIOR / 2) / (S + E + PRIOR)

So 50 is neutral: as much ease as strain, or nothing known; 0 is nothing but warm deeds, 100 nothing but hostile ones.
Twice the coverage of the same acts leaves the index where it is. The interval is that of a proportion seen as often as
there are faded events: it is wide where evidence is thin. `docs/explanation/strain.md` argues each choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import sqrt

from demarche.merge.event import Event
from demarche.relate.asks import AskThread
from demarche.relate.bearing import parts_of
from demarche.relate.blows import PART, outcomes
from demarche.relate.contribution import Contribution, Pair, faded
from demarche.relate.endings import with_endings

__all__ = [
    "NEUTRAL",
    "Contribution",
    "Coverage",
    "FamilyDay",
    "LeftOut",
    "StrainDay",
    "contributions",
    "families",
    "on_day",
    "strain",
]

# Calibrated with those of bearing.py. Do not tune one alone.
PRIOR = 6.0
"""Mass of the neutral evidence that every relationship starts with: that of one act of sanctions."""
NEUTRAL = 50.0
LIKELY = 1.2816
"""Standard deviations on either side of an 80 % interval."""
FADED = 0.1
"""Faded evidence under which no more days are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrainDay:
    """The index of a pair on a day, its 80 % interval, all in [0, 100].

    `volume` counts the articles published that day that tell of the pair; it never enters the index. `evidence` is the
    faded number of events.
    """

    a: str
    b: str
    day: date
    index: float
    low: float
    high: float
    volume: int
    evidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyDay:
    """Faded masses of one family of indicators on a day."""

    a: str
    b: str
    day: date
    family: str
    strain: float
    ease: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that binds two sides but is on no curve, and why."""

    event: str
    why: str


Coverage = Mapping[Pair, Mapping[date, int]]
"""Articles published on each day that tell of a pair."""


def contributions(
    events: Iterable[Event], threads: Iterable[AskThread] = ()
) -> tuple[list[Contribution], list[LeftOut]]:
    """Return what each event adds to each pair, sorted by pair, day and event, and the events that cannot be placed.

    `threads` are the asks with their answers: an answer bears on who asked, and a grant ends the strain of asking.
    """
    by_id = {event.id: event for event in events}
    known = sorted(threads, key=lambda t: t.ask)
    answered = _answered(known)
    made: list[Contribution] = []
    parts_of_blows = outcomes(by_id.values())
    left = [LeftOut(event=identity, why=PART) for identity in sorted(parts_of_blows)]
    for identity in sorted(by_id.keys() - parts_of_blows):
        parts, why = parts_of(by_id[identity], answered.get(identity, ()))
        made += parts
        left += [LeftOut(event=identity, why=why)] if why else []
    ended = with_endings(made, by_id, known)
    return sorted(ended, key=lambda c: (c.a, c.b, c.day, c.event, c.family)), left


def _answered(threads: Iterable[AskThread]) -> dict[str, list[Pair]]:
    """Return the pairs of asker and asked whose ask an event answers."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for thread in threads:
        for event in thread.answers if thread.asker and thread.asked else ():
            found[event].append((thread.asker, thread.asked))
    return found


def strain(
    parts: Sequence[Contribution], coverage: Mapping[date, int] | None = None, last: date | None = None
) -> list[StrainDay]:
    """Return the curve of one pair from its contributions; days without evidence or coverage are left out.

    `last` is the day the curve ends, where evidence has not faded before.
    """
    coverage = coverage or {}
    return [_strain_day(day, masses, coverage) for day, masses in _daily(parts, coverage, last)]


def families(parts: Sequence[Contribution], last: date | None = None) -> list[FamilyDay]:
    """Return the faded masses of each family on each day of the curve of one pair."""
    by_family: dict[str, list[Contribution]] = defaultdict(list)
    for part in parts:
        by_family[part.family].append(part)
    return [
        FamilyDay(a=m.a, b=m.b, day=day, family=family, strain=round(max(0.0, m.strain), 3), ease=round(m.ease, 3))
        for family in sorted(by_family)
        for day, m in _daily(by_family[family], {}, last)
    ]


def on_day(parts: Iterable[Contribution], day: date) -> list[Contribution]:
    """Return the contributions that still count on a day, those that move the index most first, with their points.

    The points of one are the index with it less the index without it: they do not add up to the index.
    """
    counting = [p for p in parts if p.day <= day and _counts(p, faded(p.day, day))]
    total = _Masses.of(counting, day)
    found = [replace(p, points=round(total.index - total.without(p, day).index, 2)) for p in counting]
    return sorted(found, key=lambda p: (-abs(p.points or 0.0), p.day, p.event))


def _counts(part: Contribution, left: float) -> bool:
    return max(part.evidence, part.ends) * left >= FADED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Masses:
    a: str
    b: str
    strain: float = 0.0
    ease: float = 0.0
    evidence: float = 0.0

    @classmethod
    def of(cls, parts: Iterable[Contribution], day: date) -> _Masses:
        total = cls(a="", b="")
        for part in parts:
            total = total.plus(part, faded(part.day, day))
        return total

    def plus(self, part: Contribution, times: float = 1.0) -> _Masses:
        mass = part.mass * times
        return _Masses(
            a=part.a,
            b=part.b,
            strain=self.strain + (mass if part.sign < 0 else 0.0) - part.ends * times,
            ease=self.ease + (mass if part.sign > 0 else 0.0),
            evidence=self.evidence + part.evidence * times,
        )

    def faded(self, times: float) -> _Masses:
        return replace(self, strain=self.strain * times, ease=self.ease * times, evidence=self.evidence * times)

    def without(self, part: Contribution, day: date) -> _Masses:
        return self.plus(part, -faded(part.day, day))

    @property
    def index(self) -> float:
        return 100.0 * (max(0.0, self.strain) + PRIOR / 2) / (max(0.0, self.strain) + max(0.0, self.ease) + PRIOR)


def _strain_day(day: date, masses: _Masses, coverage: Mapping[date, int]) -> StrainDay:
    share = masses.index / 100
    half = 100 * LIKELY * sqrt(share * (1 - share) / (1 + masses.evidence))
    return StrainDay(
        a=masses.a,
        b=masses.b,
        day=day,
        index=round(masses.index, 2),
        low=round(max(0.0, masses.index - half), 2),
        high=round(min(100.0, masses.index + half), 2),
        volume=coverage.get(day, 0),
        evidence=round(masses.evidence, 3),
    )


def _daily(
    parts: Sequence[Contribution], coverage: Mapping[date, int], last: date | None
) -> Iterator[tuple[date, _Masses]]:
    """Yield the faded masses of each day with evidence or coverage, in order."""
    if not parts:
        return
    by_day: dict[date, list[Contribution]] = defaultdict(list)
    for part in parts:
        by_day[part.day].append(part)
    marks = sorted({*by_day, *coverage})
    masses, at = _Masses(a=parts[0].a, b=parts[0].b), marks[0]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        masses, at = masses.faded(faded(at, mark)), mark
        for part in by_day.get(mark, ()):
            masses = masses.plus(part)
        if masses.evidence >= FADED or mark in coverage:
            yield mark, masses
        yield from _fading(masses, mark, following, last)


def _fading(masses: _Masses, since: date, until: date | None, last: date | None) -> Iterator[tuple[date, _Masses]]:
    """Yield the days after `since` and before `until` on which evidence is left, up to `last`."""
    end = min(day for day in (until - timedelta(1) if until else last or since, last) if day)
    day = since + timedelta(1)
    while day <= end and masses.evidence * faded(since, day) >= FADED:
        yield day, masses.faded(faded(since, day))
        day += timedelta(1)
