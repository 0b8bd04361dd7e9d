"""The strain of a relationship, day by day: an index whose arithmetic is shown.

Each event that binds two sides adds a mass on its days, to strain or to ease: ``weight² / 10 * probability * share``.
`weight` in [0, 10] is PLOVER's scale of the act, scaled by its status; squaring it makes deeds outweigh words.
`probability` is how sure the event is, from its independent articles, and `share` what falls on one day. Masses fade
by half in `HALF_LIFE` days. On day t, with S and E the faded sums::

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
from itertools import combinations, product
from math import sqrt

from demarche.merge.event import Event
from demarche.merge.observation import Side
from demarche.record import Basis, EventType, Precision, Status

__all__ = [
    "HALF_LIFE",
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

# Calibrated by eye on the sample dossier of October 1962 (peak and release on the known days). Do not tune one alone.
HALF_LIFE = 10.0
"""Days in which what an event says of a relationship fades by half."""
PRIOR = 4.0
"""Mass of the neutral evidence that every relationship starts with: about that of one sanction or one retreat."""
NEUTRAL = 50.0
LIKELY = 1.2816
"""Standard deviations on either side of an 80 % interval."""
FADED = 0.1
"""Faded evidence under which no more days are shown."""
PUBLISHED_SHARE = 0.8
"""What an event counts whose only day is that of publication; it is spread on that day and the day before."""
ASIDE_SHARE = 0.3
"""What an event between others counts for two sides whom it concerns: dissent at home, third parties."""
PRIVATE_SHARE = 0.3
"""What the weight of an act counts where one side acts for no state: protesters, journalists, companies, parties."""
LONGEST = 45
"""Days of the longest interval over which an event is spread; one told more vaguely is left out."""

PRIVATE = frozenset("AGR BUS CRM CVL EDU ELI JRN LAB MED MNC NGO OPP PTY REF REL SOC".split())
"""PLOVER's sectors of actors that do not act for their state."""
ARMED = frozenset({"REB", "UAF"})
MUTUAL = {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE}
SAID_ONLY = {Status.PLANNED, Status.THREATENED}
"""Acts that strain or ease on the day they are spoken of, not on the day they are spoken of for."""
VAGUE = {Precision.SEASON, Precision.QUARTER, Precision.YEAR, Precision.DECADE, Precision.VAGUE}

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What an event adds on a day to the strain (`sign` -1) or ease (+1) of a pair of codes, `a` before `b`.

    `mass` is before fading. `points` is what it moves the index on the day asked about, None where none was.
    """

    a: str
    b: str
    day: date
    event: str
    family: str
    sign: int
    mass: float
    weight: float
    probability: float
    share: float
    points: float | None = None
    why: str = ""


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


def contributions(events: Iterable[Event]) -> tuple[list[Contribution], list[LeftOut]]:
    """Return what each event adds to each pair, sorted by pair, day and event, and the events that cannot be placed."""
    made: list[Contribution] = []
    left: list[LeftOut] = []
    for event in sorted(events, key=lambda e: e.id):
        bearing = list(_bearing(event))
        if not bearing:
            continue
        days, why = _placed(event)
        if not days:
            left.append(LeftOut(event=event.id, why=why))
        for part in bearing:
            made += [replace(part, day=day, share=share, mass=_mass(part, share)) for day, share in days]
    return sorted(made, key=lambda c: (c.a, c.b, c.day, c.event, c.family)), left


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
        FamilyDay(a=m.a, b=m.b, day=day, family=family, strain=round(m.strain, 3), ease=round(m.ease, 3))
        for family in sorted(by_family)
        for day, m in _daily(by_family[family], {}, last)
    ]


def on_day(parts: Iterable[Contribution], day: date) -> list[Contribution]:
    """Return the contributions that still count on a day, those that move the index most first, with their points.

    The points of one are the index with it less the index without it: they do not add up to the index.
    """
    counting = [p for p in parts if p.day <= day and _fade(p.day, day) * p.probability * p.share >= FADED]
    total = _Masses.of(counting, day)
    found = [replace(p, points=round(total.index - total.without(p, day).index, 2)) for p in counting]
    return sorted(found, key=lambda p: (-abs(p.points or 0.0), p.day, p.event))


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
            total = total.plus(part, _fade(part.day, day))
        return total

    def plus(self, part: Contribution, times: float = 1.0) -> _Masses:
        mass = part.mass * times
        return _Masses(
            a=part.a,
            b=part.b,
            strain=self.strain + (mass if part.sign < 0 else 0.0),
            ease=self.ease + (mass if part.sign > 0 else 0.0),
            evidence=self.evidence + part.probability * part.share * times,
        )

    def faded(self, times: float) -> _Masses:
        return replace(self, strain=self.strain * times, ease=self.ease * times, evidence=self.evidence * times)

    def without(self, part: Contribution, day: date) -> _Masses:
        return self.plus(part, -_fade(part.day, day))

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


def _fade(since: date, day: date) -> float:
    return float(0.5 ** ((day - since).days / HALF_LIFE))


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
        masses, at = masses.faded(_fade(at, mark)), mark
        for part in by_day.get(mark, ()):
            masses = masses.plus(part)
        if masses.evidence >= FADED or mark in coverage:
            yield mark, masses
        yield from _fading(masses, mark, following, last)


def _fading(masses: _Masses, since: date, until: date | None, last: date | None) -> Iterator[tuple[date, _Masses]]:
    """Yield the days after `since` and before `until` on which evidence is left, up to `last`."""
    end = min(day for day in (until - timedelta(1) if until else last or since, last) if day)
    day = since + timedelta(1)
    while day <= end and masses.evidence * _fade(since, day) >= FADED:
        yield day, masses.faded(_fade(since, day))
        day += timedelta(1)


def _mass(part: Contribution, share: float) -> float:
    return round(part.weight**2 / 10 * part.probability * share, 6)


def _bearing(event: Event) -> Iterator[Contribution]:
    """Yield the pairs that an event bears on, each once, without days."""
    seen: set[Pair] = set()
    for a, b, family, times in (*_direct(event), *_aside(event)):
        pair = (min(a, b), max(a, b))
        size = event.weight * _standing(event, a, b) if times == 1.0 else _scale(event) * times
        sign = event.sign if times == 1.0 else (-1 if event.scale < 0 else 1)
        if a != b and pair not in seen and size and event.probability:
            seen.add(pair)
            yield Contribution(
                a=pair[0],
                b=pair[1],
                day=date.min,
                event=event.id,
                family=family,
                sign=sign,
                mass=0.0,
                weight=round(size, 3),
                probability=event.probability,
                share=1.0,
                why=f"{event.type.value.lower()}, {event.status.value}, {event.voices} independent",
            )


def _direct(event: Event) -> Iterator[tuple[str, str, str, float]]:
    sources, targets = event.source_codes, event.target_codes
    family = event.family or "words"
    if targets:
        yield from ((a, b, family, 1.0) for a, b in product(sources, targets))
    elif event.type in MUTUAL:
        yield from ((a, b, family, 1.0) for a, b in combinations(sources, 2))


def _aside(event: Event) -> Iterator[tuple[str, str, str, float]]:
    """Yield pairs that an event between others concerns: quarrels at home over another, outsiders who act on both."""
    if not event.status.is_deed or event.disputed:
        return
    sources, targets = set(event.source_codes), set(event.target_codes)
    if len(sources) == 1 and targets <= sources and event.scale < 0:
        yield from ((next(iter(sources)), other, "dissent at home", ASIDE_SHARE) for other in event.other_codes)
    if not sources & targets and len(sources) == 1:
        yield from ((a, b, "third parties", ASIDE_SHARE) for a, b in combinations(sorted(targets), 2))


def _standing(event: Event, a: str, b: str) -> float:
    """Return 1 where somebody who acts for the state, or only the state itself, is named on both sides."""
    acting = {s.code for s in (*event.sources, *event.targets) if not _is_private(s)}
    return 1.0 if {a, b} <= acting else PRIVATE_SHARE


def _is_private(side: Side) -> bool:
    """Whether a side does not act for its code: rebels act for a code of their own, not for a state's."""
    return side.sector in PRIVATE or (side.sector in ARMED and not side.base)


def _scale(event: Event) -> float:
    return min(10.0, abs(event.scale))


def _placed(event: Event) -> tuple[list[tuple[date, float]], str]:
    """Return the days of an event with the share that falls on each; no day, and why, where it has no place."""
    told = event.published
    if event.status in SAID_ONLY and told:
        return [(told, 1.0)], ""
    if event.first is None or event.last is None:
        return ([], "no day is told") if event.first is event.last else ([], "the days are open at one end")
    if event.basis is Basis.PUBLISHED:
        half = PUBLISHED_SHARE / 2
        return [(event.last - timedelta(1), half), (event.last, half)], ""
    # A deed lies before it is told: a later end is a week still running, a later day a misread date.
    done_by = told if told and event.status.is_deed else event.last
    first, last = min(event.first, done_by), min(event.last, done_by)
    count = (last - first).days + 1
    if count > LONGEST or (event.precision in VAGUE and count > 1):
        return [], f"told only to the {event.precision.value}" if event.precision else "told too vaguely"
    return [(first + timedelta(n), 1.0 / count) for n in range(count)], ""
