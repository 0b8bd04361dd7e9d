"""Meanings of dates and weekdays that the words name, whole or without their year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from demarche.annotate.time import calendar
from demarche.annotate.time.calendar import Period
from demarche.annotate.time.scene import NARRATIVE, PUBLICATION, Meaning, Scene, Sense, unknown, whole
from demarche.record import Precision, TimeInterval, TimeType

__all__ = [
    "FAR",
    "FUTURE_WEIGHT",
    "dated_weekday",
    "day_before",
    "day_of_month",
    "either",
    "fixed",
    "in_year_of",
    "named",
    "unless_told",
    "week_of_month",
    "weekday",
    "weekday_of_month",
    "weekday_of_story",
    "weekday_of_week",
    "yearless",
]

# A date without a year is seldom meant ten months away when its neighbour in the other direction is close by,
# whatever the tense of the verb: both figures in days.
FAR, NEAR = 270, 60
WEEKS_OF_MONTH = 4
_TO_LAST = timedelta(days=6)  # from the first day of a week to its last
_ATTACKS = date(2001, 9, 11)
FUTURE_WEIGHT = 1.5  # without any cue, a day to come has to be this much closer than the one gone by


def fixed(make: Callable[[], Period]) -> Meaning | None:
    """Return the meaning of a complete date, or None when the calendar has no such day."""
    try:
        period = make()
    except (ValueError, OverflowError):
        return None
    return lambda _: whole(period)


def yearless(make: Callable[[int], Period], value: str) -> Meaning | None:
    """Return the meaning of a date without its year; `value` is written when there is no publication day.

    What "ended Oct. 31" is over.
    """
    try:
        make(2024)
    except ValueError:
        return None

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("day", value)
        years = _years(make, scene.today.year)
        if scene.before == "ended":
            years = [y for y in years if y.first <= scene.today]
        found = _choose(years, scene.today, scene.direction)
        return whole(found, PUBLICATION) if found else None

    return meaning


def unless_told(nearest: Meaning, month: int, day: int) -> Meaning:
    """Return the meaning of a day without its year: the one told before with its year, else the nearest.

    The 11th of September, where it is far away, is that of 2001.
    """

    def meaning(scene: Scene) -> Sense | None:
        known = scene.days.get((month, day))
        sense = whole(known) if known else nearest(scene)
        if known or (month, day) != (9, 11) or not sense or not sense.period or not scene.today:
            return sense
        far = abs((sense.period.first - scene.today).days) > NEAR and scene.today > _ATTACKS
        return whole(calendar.day(_ATTACKS)) if far else sense

    return meaning


def either(first: date, last: date) -> Meaning:
    """Return the meaning of a date in digits whose order is not known: one of two days."""
    interval = TimeInterval(first=first, last=last, precision=Precision.VAGUE)
    return lambda _: Sense(type=TimeType.DATE, value=f"{first.year:04}-XX-XX", interval=interval, told=False)


def _years(make: Callable[[int], Period], around: int) -> list[Period]:
    found = []
    for year in range(around - 4, around + 5):  # four years on either side hold a 29th of February
        try:
            found.append(make(year))
        except ValueError:
            continue
    return found


def _choose(periods: list[Period], today: date, direction: int) -> Period | None:
    """Choose among the years of a date by the tense of its verb and by nearness."""
    past = max((p for p in periods if p.first <= today), key=lambda p: p.first, default=None)
    future = min((p for p in periods if p.last >= today), key=lambda p: p.first, default=None)
    if past is None or future is None or past == future:
        return past or future
    back, ahead = (today - past.last).days, (future.first - today).days
    if direction < 0 and not (back > FAR and ahead < NEAR):
        return past
    if direction > 0 and not (ahead > FAR and back < NEAR):
        return future
    return past if back <= FUTURE_WEIGHT * ahead else future


def weekday(number: int, which: str = "") -> Meaning:
    """Return the meaning of a day of the week; `which` is last, next or this.

    "This Friday" lies ahead unless the verb looks back; where `which` is empty, it lies back unless the verb looks
    ahead.
    """

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("day", f"XXXX-WXX-{number + 1}")
        back = (scene.today.weekday() - number) % 7
        ahead = (number - scene.today.weekday()) % 7
        if which == "last":
            days = -(back or 7)
        elif which == "next":
            days = ahead or 7
        else:
            days = ahead if scene.direction > 0 or (which == "this" and not scene.direction) else -back
        return whole(calendar.day(scene.today + timedelta(days=days)), PUBLICATION)

    return meaning


def weekday_of_story(number: int, sign: int) -> Meaning:
    """Return the meaning of "the previous Friday" (-1), "the following Friday" (1): counted from the last day told."""

    def meaning(scene: Scene) -> Sense | None:
        anchor = scene.anchor.first if scene.anchor and scene.anchor.unit == "day" else scene.today
        if anchor is None:
            return unknown("day", f"XXXX-WXX-{number + 1}")
        days = sign * ((sign * (number - anchor.weekday())) % 7 or 7)
        return whole(calendar.day(anchor + timedelta(days=days)), NARRATIVE if scene.anchor else PUBLICATION)

    return meaning


def weekday_of_month(n: int, number: int, month: Meaning) -> Meaning:
    """Return the meaning of "the first Monday of May"; n = -1 is the last."""

    def meaning(scene: Scene) -> Sense | None:
        sense = month(scene)
        if sense is None or sense.period is None or sense.period.unit != "month":
            return None
        found = calendar.nth_weekday(sense.period.first.year, sense.period.first.month, number, n)
        return whole(calendar.day(found), sense.anchor) if found.month == sense.period.first.month else None

    return meaning


def week_of_month(n: float, month: Meaning) -> Meaning | None:
    """Return the meaning of "the first week of May": seven days from its first, its eighth ...; n = -1 is the last.

    The value is the week of the calendar in which most of them lie.
    """
    if not -1 <= n <= WEEKS_OF_MONTH:
        return None

    def meaning(scene: Scene) -> Sense | None:
        sense = month(scene)
        if sense is None or sense.period is None or sense.period.unit != "month":
            return None
        first = sense.period.last - _TO_LAST if n < 0 else sense.period.first + timedelta(weeks=n - 1)
        found = calendar.week(first + timedelta(days=3))
        return whole(replace(found, first=first, last=first + _TO_LAST), sense.anchor)

    return meaning


def weekday_of_week(number: int, week: Meaning) -> Meaning:
    """Return the meaning of "Wednesday of last week"."""

    def meaning(scene: Scene) -> Sense | None:
        sense = week(scene)
        if sense is None or sense.period is None or sense.period.unit != "week":
            return None
        first = sense.period.first
        return whole(calendar.day(first + timedelta(days=(number - first.weekday()) % 7)), sense.anchor)

    return meaning


def day_of_month(number: int) -> Meaning:
    """Return the meaning of "on the 15th": that day of this month or of its neighbour, by the tense of the verb."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("day", f"XXXX-XX-{number:02}")
        months = [calendar.shift_day(scene.today.replace(day=1), "month", n) for n in range(-2, 3)]
        days = [calendar.day(first.replace(day=number)) for first in months if first and _has_day(first, number)]
        found = _choose(days, scene.today, scene.direction)
        return whole(found, PUBLICATION) if found else None

    return meaning


def _has_day(first: date, number: int) -> bool:
    return number <= calendar.period_of("month", first).last.day


def day_before(base: Meaning) -> Meaning:
    """Return the meaning of "the eve of Easter": the day before something begins."""

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if sense is None or sense.period is None:
            return None
        return whole(calendar.day(sense.period.first - timedelta(days=1)), sense.anchor)

    return meaning


def dated_weekday(number: int, day: Meaning) -> Meaning:
    """Return the meaning of "Friday, Oct. 13": the date, in the year in which it is that day of the week."""

    def meaning(scene: Scene) -> Sense | None:
        sense = day(scene)
        if not sense or not sense.period or sense.period.first.weekday() == number:
            return sense
        return _same_day_in(sense, number) or sense

    return meaning


def _same_day_in(sense: Sense, number: int) -> Sense | None:
    """Look for the weekday in the neighbouring years; only a date counted from publication may move."""
    if sense.anchor != PUBLICATION or sense.period is None:
        return None
    at = sense.period.first
    for year in (at.year - 1, at.year + 1):
        moved = at.replace(year=year) if (at.month, at.day) != (2, 29) else None
        if moved and moved.weekday() == number:
            return whole(calendar.day(moved), PUBLICATION)
    return None


def named(make: Callable[[int], Period], which: str, value: str) -> Meaning:
    """Return the meaning of "last February", "next spring", "this summer"."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("month", value)
        periods, today = _years(make, scene.today.year), scene.today
        if which == "last":
            # The one that has only just ended is called "last month" instead.
            return whole(
                max(
                    (p for p in periods if (today - p.last).days > 31 or (p.unit != "month" and p.last < today)),
                    key=_first,
                ),
                PUBLICATION,
            )
        if which == "next":
            return whole(min((p for p in periods if p.first > today), key=_first), PUBLICATION)
        return whole(next(p for p in periods if p.first.year == today.year), PUBLICATION)

    return meaning


def _first(period: Period) -> date:
    return period.first


def in_year_of(make: Callable[[int], Period], year: Meaning) -> Meaning:
    """Return the meaning of "June last year", "the third quarter of 1984": a part of the year that another names."""

    def meaning(scene: Scene) -> Sense | None:
        sense = year(scene)
        if sense is None or sense.period is None or sense.period.unit != "year":
            return None
        try:
            return whole(make(sense.period.first.year), sense.anchor)
        except ValueError:
            return None

    return meaning
