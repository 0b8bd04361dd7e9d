"""Meanings of quarters and of what results are compared with: "the latest quarter", "the 1988 period"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from demarche.annotate.time import calendar
from demarche.annotate.time.amounts import Dur
from demarche.annotate.time.calendar import Period
from demarche.annotate.time.counted import compared, current
from demarche.annotate.time.dates import fixed, yearless
from demarche.annotate.time.scene import NARRATIVE, PUBLICATION, Meaning, Scene, Sense, unknown, whole
from demarche.record import TimeType

__all__ = [
    "fiscal_quarter",
    "latest",
    "months_ended",
    "months_reported",
    "numbered_quarter",
    "quarter_ended",
    "quarter_of_year",
    "this",
]


SOON_REPORTED = 45
"""Days within which results follow the end of their quarter: where the first quarter that an article tells as past
began less long ago, it is one of a company's own year."""
_QUARTER_DAYS = 91
_REPORTED_MONTHS = (3, 6, 9)


def latest(scene: Scene) -> Sense | None:
    """Return the meaning of "the latest quarter": the one that the article reports, else the last one that is over."""
    return whole(scene.quarter, NARRATIVE) if scene.quarter else current("quarter", -1)(scene)


def this(scene: Scene) -> Sense | None:
    """Return the meaning of "this quarter": told as past in an article that reports one, that one."""
    told = scene.direction < 0 and scene.quarter is not None
    return (latest if told else current("quarter"))(scene)


def numbered_quarter(number: int) -> Meaning:
    """Return the meaning of "the third quarter": this year's once it has begun, else last year's or this by tense."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("quarter", f"XXXX-Q{number}")
        found = calendar.quarter(number, scene.today.year)
        if found.first > scene.today and scene.direction < 0:
            found = calendar.quarter(number, scene.today.year - 1)
        own = scene.direction < 0 and scene.quarter is None and _has_just_begun(found, scene.today)
        return whole(_own(number, _last_over(scene.today)) if own else found, PUBLICATION)

    return meaning


def _has_just_begun(quarter: Period, today: date) -> bool:
    return timedelta() <= today - quarter.first < timedelta(days=SOON_REPORTED)


def fiscal_quarter(number: int) -> Meaning:
    """Return the meaning of "the fiscal first quarter": told as past, the last quarter that is over."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None or scene.direction > 0:
            return unknown("quarter", f"{scene.today.year if scene.today else 'XXXX'}-Q{number}")
        return whole(_own(number, _last_over(scene.today)), PUBLICATION)

    return meaning


def _last_over(today: date) -> Period:
    return calendar.period_of("quarter", calendar.period_of("quarter", today).first - timedelta(days=1))


def _own(number: float, quarter: Period) -> Period:
    """Return the quarter with its number in a company's own year."""
    return replace(quarter, value=f"{quarter.last.year:04}-Q{number:g}")


def quarter_ended(number: float | None, month: int, day: int | None = None, year: int | None = None) -> Meaning | None:
    """Return the meaning of "the second quarter ended Oct. 31": of a company's year, where the number says so.

    Without a number it is the quarter of the calendar in which most of its days lie, under the number that the article
    has given it.
    """
    end = _end(month, day, year)
    if end is None:
        return None

    def meaning(scene: Scene) -> Sense | None:
        sense = end(scene)
        if sense is None or sense.period is None:
            return None
        last = sense.period.last
        found = calendar.period_of("quarter", last - timedelta(days=_QUARTER_DAYS // 2))
        if number and 1 <= number <= 4 and f"Q{number:g}" not in found.value:
            found = _own(number, replace(found, first=last - timedelta(days=_QUARTER_DAYS - 1), last=last))
        elif not number and scene.quarter and scene.quarter.first == found.first:
            found = scene.quarter
        return whole(found, sense.anchor)

    return meaning


def _end(month: int, day: int | None, year: int | None) -> Meaning | None:
    """Return the meaning of the day on which a period of accounts ends: a past one unless the verb looks ahead."""
    if year:
        return fixed(lambda: _last_day(month, day, year))
    end = yearless(lambda y: _last_day(month, day, y), "")
    return end and (lambda scene: end(replace(scene, direction=scene.direction or -1)))


def _last_day(month: int, day: int | None, year: int) -> Period:
    return calendar.day(date(year, month, day)) if day else calendar.day(calendar.month(month, year).last)


def months_ended(dur: Dur, month: int, day: int | None = None, year: int | None = None) -> Meaning | None:
    """Return the meaning of "the nine months ended Sept. 30", "the year ended June 30": so long, up to that day."""
    end = _end(month, day, year)
    if end is None or dur.unit not in {"month", "year"} or dur.n is None:
        return None

    def meaning(scene: Scene) -> Sense | None:
        sense = end(scene)
        return _results(dur, sense.period.last, sense.anchor) if sense and sense.period else _length(dur)

    return meaning


def months_reported(dur: Dur) -> Meaning:
    """Return the meaning of "the first nine months": those that end with the quarter that the article reports."""

    def meaning(scene: Scene) -> Sense | None:
        known = scene.quarter if dur.unit == "month" and dur.n in _REPORTED_MONTHS else None
        return _results(dur, known.last, NARRATIVE) if known else _length(dur)

    return meaning


def _length(dur: Dur) -> Sense:
    return Sense(type=TimeType.DURATION, value=dur.value, told=False)


def _results(dur: Dur, last: date, anchor: str | None) -> Sense:
    """Return a length of time whose results are told; a date that compares with it has the value of its year."""
    before = calendar.shift_day(last + timedelta(days=1), dur.unit, -(dur.n or 0))
    period = Period(
        unit="year" if dur.unit == "year" else "half", first=before or last, last=last, value=f"{last.year:04}"
    )
    return replace(_length(dur), period=period, interval=period.interval, anchor=anchor)


def quarter_of_year(number: int) -> Meaning:
    """Return the meaning of "the 1988 period": the year's part that the article compares, or the year."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.reported is None:
            return replace(whole(calendar.year(number)), told=False)
        return compared(scene.reported, number - int(scene.reported.value[:4]))

    return meaning
