"""Meanings that are counted from the day of publication or from the last time told: "last week", "a day later"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from demarche.annotate.time import calendar
from demarche.annotate.time.amounts import Amount, Dur
from demarche.annotate.time.calendar import Period
from demarche.annotate.time.scene import NARRATIVE, PUBLICATION, Meaning, Scene, Sense, reference, unknown, whole
from demarche.record import Precision, TimeInterval, TimeType

__all__ = [
    "FEW_WEEKS",
    "ago",
    "beside",
    "compared",
    "current",
    "last_told",
    "next_one",
    "of_story",
    "the_weekend",
    "then",
    "this_weekend",
]

SATURDAY = 5
FEW_WEEKS = 2  # up to here "weeks ago" is counted to the day, beyond that to the week
# How finely a long time ago is meant: "half a century ago" is a decade, "three decades ago" a year.
_MEANT = {"century": "decade", "decade": "year"}


def current(unit: str, n: int = 0) -> Meaning:
    """Return the meaning of "this week" (0), "last year" (-1), "tomorrow" (1)."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown(unit)
        found = calendar.shift(calendar.period_of(unit, scene.today), unit, n)
        told = n == 0 and scene.direction < 0
        return whole(found if told else _customary(found, scene.today), PUBLICATION) if found else None

    return meaning


def this_weekend(scene: Scene) -> Sense | None:
    """Return the meaning of "this weekend": the one to come; early in the week and in the past tense, the last one."""
    gone = scene.today is not None and scene.direction < 0 and scene.today.weekday() < 3
    return current("weekend", -1 if gone else 0)(scene)


def the_weekend(scene: Scene) -> Sense | None:
    """Return the meaning of "the weekend": the last one, on its own days this one; the one to come for a verb ahead."""
    this = scene.direction > 0 or (scene.today is not None and scene.today.weekday() >= SATURDAY)
    return current("weekend", 0 if this else -1)(scene)


def next_one(unit: str) -> Meaning:
    """Return the meaning of "the next week": told as past, the one after the last time told."""

    def meaning(scene: Scene) -> Sense | None:
        told = unit == "day" or (scene.direction < 0 and scene.anchor is not None)
        return (of_story(unit, 1) if told else current(unit, 1))(scene)

    return meaning


def _customary(period: Period, today: date) -> Period:
    """Take weeks as English-language news does: on a Sunday, "last week" is the one that has just ended.

    What is told of "this week" as past is of that week too.
    """
    if period.unit == "week" and today.weekday() == 6:
        return replace(period, first=period.first + timedelta(days=6), last=period.last + timedelta(days=6))
    return period


def ago(dur: Dur, sign: int = -1) -> Meaning:
    """Return the meaning of "two weeks ago" (-1) or "two weeks from now" (1)."""

    def meaning(scene: Scene) -> Sense | None:
        unit, n = dur.steps
        if n is None:
            return reference("PAST_REF" if sign < 0 else "FUTURE_REF", told=False)(scene)
        if unit in {"second", "minute", "hour"}:
            return replace(current("day")(scene) or unknown("day"), anchor=PUBLICATION)
        if scene.today is None:
            return unknown(unit)
        return _counted(scene.today, scene, unit, sign * n)

    return meaning


def _counted(today: date, scene: Scene, unit: str, n: float) -> Sense | None:
    """Count back or ahead; results of a quarter are compared with the same quarter ("a year ago")."""
    if unit == "year" and abs(n) == 1 and scene.reported:
        return compared(scene.reported, int(n))
    moved = calendar.shift_day(today, unit, n)
    if moved is None:
        return None
    if unit == "week" and abs(n) <= FEW_WEEKS:
        return _around(moved)
    return whole(calendar.period_of(_MEANT.get(unit, unit), moved), PUBLICATION)


def _around(day: date) -> Sense:
    """Return a day that was counted in weeks: it is meant to within half a week."""
    interval = TimeInterval(first=day - timedelta(days=3), last=day + timedelta(days=3), precision=Precision.WEEK)
    return replace(whole(calendar.day(day), PUBLICATION), interval=interval)


def compared(reported: Period, years: int) -> Sense | None:
    """Return what results are compared with: the same part of another year, by the number of the company's own."""
    first, last = (calendar.shift_day(day, "year", years) for day in (reported.first, reported.last))
    if first is None or last is None:
        return None
    year, part = int(reported.value[:4]) + years, reported.value[4:]
    return replace(whole(replace(reported, first=first, last=last, value=f"{year:04}{part}"), NARRATIVE), told=False)


def beside(dur: Dur, sign: int, base: Meaning | None = None) -> Meaning:
    """Return the meaning of "two days later" (1), "a year earlier" (-1), counted from `base` or from the story."""

    def meaning(scene: Scene) -> Sense | None:
        start = base(scene) if base else None
        anchor = start.period if start else scene.anchor
        if start is None and scene.reported and dur == Dur(Amount(1, 1), "year"):
            return compared(scene.reported, sign)
        unit, n = dur.steps
        if unit in {"second", "minute", "hour"}:
            return Sense(type=TimeType.DURATION, value=dur.value, told=False)
        if anchor is None and scene.today:
            anchor = calendar.day(scene.today)
        found = _beside(anchor, unit, sign * n, start) if n is not None and anchor else None
        if found is None or _is_impossible(found, scene):
            return Sense(type=TimeType.DURATION, value=dur.value, told=False)
        return found

    return meaning


def _is_impossible(sense: Sense, scene: Scene) -> bool:
    """Say whether the past tense tells of a time that is still to come: it was counted from the wrong one."""
    return bool(scene.today and scene.direction < 0 and sense.period and sense.period.first > scene.today)


def _beside(anchor: Period, unit: str, n: float, start: Sense | None) -> Sense | None:
    """Shift a period; by years and months a day's answer is only as fine as the unit."""
    by = start.anchor if start else NARRATIVE
    if anchor.unit == "day" and unit in {"year", "month", "decade", "week"} and start is None:
        moved = calendar.shift_day(anchor.first, unit, n)
        return whole(calendar.period_of("year" if unit == "decade" else unit, moved), by) if moved else None
    found = calendar.shift(anchor, unit, n)
    return whole(found, by) if found else None


def of_story(unit: str, n: int = 0) -> Meaning:
    """Return the meaning of "that day" (0), "the following year" (1): counted from the last time told."""

    def meaning(scene: Scene) -> Sense | None:
        anchor = scene.anchor or (calendar.day(scene.today) if scene.today else None)
        if anchor is None:
            return unknown(unit)
        if _rank(anchor.unit) > _rank(unit):
            return unknown(unit, f"{anchor.value}-XX" if unit == "day" and anchor.unit == "month" else None)
        found = calendar.shift(calendar.period_of(unit, anchor.first), unit, n)
        sense = whole(found, NARRATIVE) if found else None
        return unknown(unit) if sense is None or _is_impossible(sense, scene) else sense

    return meaning


def last_told(scene: Scene) -> Sense | None:
    """Return the meaning of "until then": the last time told, whatever it was."""
    return whole(scene.anchor, NARRATIVE) if scene.anchor else None


def then(scene: Scene) -> Sense | None:
    """Return the meaning of "at the time": the last time told, or some time in the past."""
    return last_told(scene) or reference("PAST_REF")(scene)


def _rank(unit: str) -> int:
    order = [
        "day",
        "weekend",
        "week",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
        "vague",
        "era",
    ]
    return order.index(unit)
