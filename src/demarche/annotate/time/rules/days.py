"""Days that the words name: dates, weekdays, holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, counted, dates, stretches
from demarche.annotate.time.amounts import Amount
from demarche.annotate.time.chart import rule
from demarche.annotate.time.rules.lengths import always
from demarche.annotate.time.scene import whole

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning, Scene, Sense

__all__ = ["DAYS", "NAMED_DAYS", "SHARED_DAYS", "TO", "month_day", "weekend_with"]


def month_day(month: int, day: int, year: int | None = None) -> Meaning | None:
    """Return the meaning of a day of a month, of a year or of the nearest that the tense allows."""
    if year is not None:
        return dates.fixed(lambda: calendar.day(date(year, month, day)))
    nearest = dates.yearless(lambda y: calendar.day(date(y, month, day)), f"XXXX-{month:02}-{day:02}")
    return nearest and dates.unless_told(nearest, month, day)


def _day_month(day: int, month: int, year: int | None = None) -> Meaning | None:
    return month_day(month, day, year)


def _numeric(year: Amount, month: Amount, day: Amount) -> Meaning | None:
    """Read 2023-10-07."""
    if year.low is None or month.low is None or day.low is None or not 1000 <= year.low <= 2199:
        return None
    return dates.fixed(lambda: calendar.day(date(int(year.low or 0), int(month.low or 0), int(day.low or 0))))


def _slashed(first: Amount, second: Amount, third: Amount) -> Meaning | None:
    """Read 10/23/23 and 23/10/2023; where both orders give a date, only the year is sure."""
    a, b, c = (int(n.low or 0) for n in (first, second, third))
    year = c if c > 999 else 2000 + c if c < 70 else 1900 + c
    readings = [date(year, month, day) for month, day in {(a, b), (b, a)} if 1 <= month <= 12 and 1 <= day <= 28]
    if len(readings) == 2:
        return dates.either(*sorted(readings))
    return month_day(*((a, b) if a <= 12 else (b, a)), year) if min(a, b) in range(1, 13) else None


def _days(month: int, first: int, last: int, year: int | None = None) -> Meaning | None:
    a, b = month_day(month, first, year), month_day(month, last, year)
    return stretches.between(a, b) if a and b and first < last else None


def _attacks_of_2001(month: int, day: int) -> Meaning | None:
    """Read "the Sept. 11 attacks", once they had happened."""
    known, any_year = month_day(month, day, 2001), month_day(month, day)
    if (month, day) != (9, 11) or not known or not any_year:
        return None
    return lambda scene: (any_year if scene.today and scene.today.year < 2001 else known)(scene)


def _day_with_its_year(month: int, day: int, other: int, last: int, year: int) -> Meaning | None:
    return month_day(month, day, year if (month, day) <= (other, last) else year - 1)


def _day_first_with_its_year(day: int, month: int, last: int, other: int, year: int) -> Meaning | None:
    return _day_with_its_year(month, day, other, last, year)


def _holiday(name: str, year: int | None = None) -> Meaning | None:
    if year is not None:
        return dates.fixed(lambda: calendar.holiday(name, year))
    return dates.yearless(lambda y: calendar.holiday(name, y), "XXXX-XX-XX")


def weekend_with(day: Meaning) -> Meaning:
    """Return the meaning of the weekend of the week that a day lies in."""

    def weekend(scene: Scene) -> Sense | None:
        sense = day(scene)
        return whole(calendar.weekend(sense.period.first), sense.anchor) if sense and sense.period else None

    return weekend


def _holiday_weekend(name: str) -> Meaning | None:
    day = _holiday(name)
    return day and weekend_with(day)


def _weekend_of(first: int, last: int, month: int) -> Meaning | None:
    day = month_day(month, first)
    return weekend_with(day) if day and first < last else None


# What stands further on decides: the year of "from March 3 to May 2, 2015".
TO = "to|until|till|through|and|or|-"
SHARED_DAYS: list[Rule] = [
    rule("DAY", "MONTH DNUM", _attacks_of_2001, ahead="terrorist? attacks|hijackers|hijackings"),
    rule("DAY", "MONTH DNUM", _day_with_its_year, ahead=f"{TO} MONTH DNUM ,? Y"),
    rule("DAY", "DNUM MONTH", _day_first_with_its_year, ahead=f"{TO} DNUM MONTH ,? Y"),
]


DAYS: list[Rule] = [
    rule("DAY", "today", always(counted.current("day"))),
    rule("DAY", "yesterday", always(counted.current("day", -1))),
    rule("DAY", "tomorrow", always(counted.current("day", 1))),
    rule("DAY", "the day before yesterday", always(counted.current("day", -2))),
    rule("DAY", "the day after tomorrow", always(counted.current("day", 2))),
    rule("DAY", "MONTH DNUM", month_day),
    rule("DAY", "MONTH DNUM ,? Y", month_day),
    rule("DAY", "MONTH the DNUM", month_day),
    rule("DAY", "last MONTH DNUM", month_day),
    rule("DAY", "the? DNUM of? MONTH", _day_month),
    rule("DAY", "the? DNUM of? MONTH ,? Y", _day_month),
    rule("DAY", "N - N - N", _numeric),
    rule("DAY", "N / N / N", _slashed),
    rule("SPAN", "MONTH DNUM -|to|through|until DNUM", _days),
    rule("SPAN", "MONTH DNUM -|to|through|until DNUM ,? Y", _days),
    rule("SPAN", "MONTH DNUM and DNUM", _days),
    rule("SPAN", "MONTH DNUM and DNUM ,? Y", _days),
    rule("SPAN", "between|from? DNUM -|to|through|until|and DNUM MONTH", lambda a, b, month: _days(month, a, b)),
    rule(
        "SPAN",
        "between|from? DNUM -|to|through|until|and DNUM MONTH ,? Y",
        lambda a, b, month, y: _days(month, a, b, y),
    ),
    rule("WK", "the? weekend of DNUM and|-|to DNUM MONTH", _weekend_of),
    rule("DAY", "WEEKDAY", dates.weekday),
    rule("DAY", "WEEKDAY last", lambda number: dates.weekday(number, "last")),
    rule("DAY", "WEEKDAY next", lambda number: dates.weekday(number, "next")),
    *(rule("HOL", name, always(name)) for name in calendar.HOLIDAYS),
]


NAMED_DAYS: list[Rule] = [
    rule("DAY", "WEEKDAY ,? the? DAY", dates.dated_weekday),
    rule("DAY", "WHICH WEEKDAY ,? the? DAY", lambda _, number, day: dates.dated_weekday(number, day)),
    rule("DAY", "HOL", _holiday),
    rule("DAY", "HOL ,? Y", _holiday),
    rule("DAY", "HOL in|of Y", _holiday),
    rule("DAY", "9 / 11", always(dates.fixed(lambda: calendar.day(date(2001, 9, 11))))),
    rule("WK", "the? HOL weekend", _holiday_weekend),
]
