"""The grammar of time expressions, as layers of rules over words and categories.

Categories that stand for a time of their own: DAY, WK, MON, SEA, QT, YR, DEC (points of the calendar, by grain), TIME,
REF, DUR, SET, SPAN. The others only help: N an `Amount`, DNUM a day of a month, NTH one such as 15th, ORD an ordinal,
Y a year's number, CLOCK an hour and minute, UNIT and its plural UNITS, WHICH a word such as last or next, EDGE early,
mid or late.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, counted, dates, fiscal, parts, stretches
from demarche.annotate.time.amounts import Amount, Dur, iso_duration
from demarche.annotate.time.chart import Grammar, rule
from demarche.annotate.time.eras import ERA_WORDS, ERAS
from demarche.annotate.time.lengths import CLOCK_ZONES, CLOCKS, DURATIONS, MANY, MODIFIED_DURATIONS, NUMBERS, always
from demarche.annotate.time.scene import PUBLICATION, reference, whole

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning, Scene, Sense

__all__ = ["GRAMMAR", "HOLIDAY_WORDS", "TIMES"]

TIMES = ("SPAN", "TIME", "DAY", "WK", "MON", "SEA", "QT", "YR", "DEC", "SET", "DUR", "REFP")
POINT = "DAY|WK|MON|SEA|QT|YR|DEC|TIME"
_WHOLE_UNITS = {"day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"}


# Calendar points -----------------------------------------------------------------------------------------------------


def _month_day(month: int, day: int, year: int | None = None) -> Meaning | None:
    if year is not None:
        return dates.fixed(lambda: calendar.day(date(year, month, day)))
    return dates.yearless(lambda y: calendar.day(date(y, month, day)), f"XXXX-{month:02}-{day:02}")


def _day_month(day: int, month: int, year: int | None = None) -> Meaning | None:
    return _month_day(month, day, year)


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
    return _month_day(*((a, b) if a <= 12 else (b, a)), year) if min(a, b) in range(1, 13) else None


def _budget_year(first: int, second: Amount) -> Meaning | None:
    """Read 2020-21."""
    following = second.low == (first + 1) % 100
    return stretches.between(_year(first), _year(first + 1)) if following else None


def _month(month: int, year: int | None = None) -> Meaning | None:
    if year is not None:
        return dates.fixed(lambda: calendar.month(month, year))
    return dates.yearless(lambda y: calendar.month(month, y), f"XXXX-{month:02}")


def _days(month: int, first: int, last: int, year: int | None = None) -> Meaning | None:
    a, b = _month_day(month, first, year), _month_day(month, last, year)
    return stretches.between(a, b) if a and b and first < last else None


def _year(number: int) -> Meaning:
    return lambda _: whole(calendar.year(number))


def _decade(number: int) -> Meaning | None:
    """Read the 1990s; the 1800s are a century."""
    if number % 10 or number < 1500:
        return None
    if number % 100 == 0 and number < 2000:
        return lambda _: whole(calendar.century(number))
    return lambda _: whole(calendar.decade(number))


def _short_decade(tens: Amount) -> Meaning | None:
    n = int(tens.low or 0)
    return _decade(1900 + n) if n in range(20, 100, 10) else None


def _era(period: calendar.Period) -> Meaning:
    return lambda _: whole(period)


def _century(n: float) -> Meaning | None:
    return (lambda _: whole(calendar.century(int(n) * 100 - 100))) if 1 < n <= 21 else None


def _season(code: str, year: int | None = None) -> Meaning | None:
    if year is not None:
        return dates.fixed(lambda: calendar.season(code, year))
    return dates.yearless(lambda y: calendar.season(code, y), f"XXXX-{code}")


def _quarter(n: float, year: int | None = None) -> Meaning | None:
    if not 1 <= n <= 4:
        return None
    if year is not None:
        return dates.fixed(lambda: calendar.quarter(int(n), year))
    return fiscal.numbered_quarter(int(n))


def _quarter_of(n: float, year: Meaning) -> Meaning | None:
    return dates.in_year_of(lambda y: calendar.quarter(int(n), y), year) if 1 <= n <= 4 else None


def _half(n: float, year: Meaning) -> Meaning | None:
    return dates.in_year_of(lambda y: calendar.half(int(n), y), year) if 1 <= n <= 2 else None


def _holiday(name: str, year: int | None = None) -> Meaning | None:
    if year is not None:
        return dates.fixed(lambda: calendar.holiday(name, year))
    return dates.yearless(lambda y: calendar.holiday(name, y), "XXXX-XX-XX")


def _weekend(day: Meaning) -> Meaning:
    def weekend(scene: Scene) -> Sense | None:
        sense = day(scene)
        return whole(calendar.weekend(sense.period.first), sense.anchor) if sense and sense.period else None

    return weekend


def _attacks_of_2001(month: int, day: int) -> Meaning | None:
    """Read "the Sept. 11 attacks", once they had happened."""
    known, any_year = _month_day(month, day, 2001), _month_day(month, day)
    if (month, day) != (9, 11) or not known or not any_year:
        return None
    return lambda scene: (any_year if scene.today and scene.today.year < 2001 else known)(scene)


def _holiday_weekend(name: str) -> Meaning | None:
    day = _holiday(name)
    return day and _weekend(day)


def _move_year(day: Meaning, which: str) -> Meaning:
    def moved(scene: Scene) -> Sense | None:
        sense = day(scene)
        if not sense or not sense.period or not scene.today:
            return None
        at, year = sense.period.first, scene.today.year + _STEP[which]
        if (at.month, at.day) == (2, 29):
            return sense
        return whole(calendar.day(at.replace(year=year)), PUBLICATION)

    return moved


def _week_of(day: Meaning) -> Meaning:
    def week(scene: Scene) -> Sense | None:
        sense = day(scene)
        return whole(calendar.week(sense.period.first), sense.anchor) if sense and sense.period else None

    return week


HOLIDAY_WORDS = frozenset(name.split()[0] for name in calendar.HOLIDAYS) | ERA_WORDS
_WHICH = {
    "last": "last",
    "previous": "previous",
    "preceding": "previous",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "following",
    "this": "this",
    "current": "this",
    "this past": "last",
    "this coming": "next",
}
WHICH: list[Rule] = [rule("WHICH", words, always(which)) for words, which in _WHICH.items()]
_STEP = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_OF_STORY = {"previous": -1, "following": 1}
_COMMON = {"previous": "last", "following": "next"}


def _current(which: str, unit: str) -> Meaning | None:
    return counted.current(unit, _STEP[which]) if unit in _WHOLE_UNITS - {"season"} else None


def _named_month(which: str, month: int) -> Meaning:
    return dates.named(lambda y: calendar.month(month, y), _COMMON.get(which, which), f"XXXX-{month:02}")


def _named_season(which: str, code: str) -> Meaning:
    return dates.named(lambda y: calendar.season(code, y), _COMMON.get(which, which), f"XXXX-{code}")


def _named_weekday(which: str, number: int) -> Meaning:
    if which in _OF_STORY:
        return dates.weekday_of_story(number, _OF_STORY[which])
    return dates.weekday(number, which)


def _named_holiday(which: str, name: str) -> Meaning:
    return dates.named(lambda y: calendar.holiday(name, y), _COMMON.get(which, which), "XXXX")


def _with_its_year(month: int, other: int, year: int) -> Meaning | None:
    """Read the March of "from March to May 2015", the November of "November to March 2015"."""
    return _month(month, year if month <= other else year - 1)


def _day_with_its_year(month: int, day: int, other: int, last: int, year: int) -> Meaning | None:
    return _month_day(month, day, year if (month, day) <= (other, last) else year - 1)


def _day_first_with_its_year(day: int, month: int, last: int, other: int, year: int) -> Meaning | None:
    return _day_with_its_year(month, day, other, last, year)


def _nth_weekday(n: float, number: int, month: Meaning) -> Meaning | None:
    return dates.weekday_of_month(int(n), number, month) if n <= 5 else None


LEAST_SHORT_YEAR = 10  # '07 is seldom written for a year alone


def _short_year(two: Amount) -> int | None:
    """Read '90 and '04: of this century up to 2040."""
    if two.low is None or two.low % 1 or not 0 <= two.low <= 99:
        return None
    return int(two.low) + (2000 if two.low <= 40 else 1900)


def _month_short_year(month: int, two: Amount) -> Meaning | None:
    year = _short_year(two)
    return _month(month, year) if year else None


def _apostrophe_year(two: Amount) -> Meaning | None:
    year = _short_year(two) if two.low is not None and two.low >= LEAST_SHORT_YEAR else None
    return _year(year) if year else None


def _code_quarter(n: Amount, year: int | None = None) -> Meaning | None:
    return _quarter(n.low, year) if n.low else None


def _code_half(n: Amount, year: int) -> Meaning | None:
    return _half(n.low, _year(year)) if n.low else None


def _weekend_of(first: int, last: int, month: int) -> Meaning | None:
    day = _month_day(month, first)
    return _weekend(day) if day and first < last else None


def _year_ended(month: int, day: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(Amount(1, 1), "year"), month, day, year)


def _months_ended(n: Amount, unit: str, month: int, day: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(n, unit), month, day, year)


def _year_to(month: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(Amount(1, 1), "year"), month, None, year)


def _months_to(n: Amount, unit: str, month: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(n, unit), month, None, year)


def _months_reported(n: Amount, unit: str) -> Meaning:
    return fiscal.months_reported(Dur(n, unit))


def _fiscal_quarter(n: int) -> Meaning | None:
    return fiscal.fiscal_quarter(n) if 1 <= n <= 4 else None


def _some(unit: str) -> Dur:
    return Dur(MANY, unit)


_HALVES = "first|second|last half"
_CATEGORY = {
    "day": "DAY",
    "week": "WK",
    "weekend": "WK",
    "month": "MON",
    "quarter": "QT",
    "year": "YR",
    "decade": "DEC",
    "century": "DEC",
}
# What stands further on decides: the year of "from March to May 2015", the end of "the quarter ended Sept. 30".
_TO = "to|until|till|through|and|or|-"
AHEAD: list[Rule] = [
    rule("DAY", "MONTH DNUM", _attacks_of_2001, ahead="terrorist? attacks|hijackers|hijackings"),
    rule("MON", "MONTH", _with_its_year, ahead=f"{_TO} MONTH ,? Y"),
    rule("DAY", "MONTH DNUM", _day_with_its_year, ahead=f"{_TO} MONTH DNUM ,? Y"),
    rule("DAY", "DNUM MONTH", _day_first_with_its_year, ahead=f"{_TO} DNUM MONTH ,? Y"),
    rule("QT", "the? fiscal? ORD? -? quarter", fiscal.quarter_ended, ahead="ended|ending ,? MONTH DNUM ,? Y?"),
    rule("QT", "the? fiscal? ORD? -? quarter", fiscal.quarter_ended, ahead="ended|ending|to DNUM MONTH Y?"),
    rule("DUR", "the fiscal? year", _year_ended, ahead="ended|ending ,? MONTH DNUM ,? Y?"),
    rule("DUR", "the? first? N -? UNIT", _months_ended, ahead="ended|ending ,? MONTH DNUM ,? Y?"),
    rule("DUR", "the fiscal? year", _year_to, ahead="to|through|ended|ending MONTH Y?"),
    rule("DUR", "the? first? N UNIT", _months_to, ahead="to|through|ended|ending MONTH Y?"),
    rule("QT", "the? fiscal ORD -? quarter", _fiscal_quarter),
]
DAYS: list[Rule] = [
    rule("DAY", "today", always(counted.current("day"))),
    rule("DAY", "yesterday", always(counted.current("day", -1))),
    rule("DAY", "tomorrow", always(counted.current("day", 1))),
    rule("DAY", "the day before yesterday", always(counted.current("day", -2))),
    rule("DAY", "the day after tomorrow", always(counted.current("day", 2))),
    rule("DAY", "MONTH DNUM", _month_day),
    rule("DAY", "MONTH DNUM ,? Y", _month_day),
    rule("DAY", "MONTH the DNUM", _month_day),
    rule("DAY", "last MONTH DNUM", _month_day),
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
    rule("DAY", "WHICH WEEKDAY", _named_weekday),
    rule("DAY", "a|the WHICH WEEKDAY", _named_weekday),
    rule("DAY", "WEEKDAY last", lambda number: dates.weekday(number, "last")),
    rule("DAY", "WEEKDAY next", lambda number: dates.weekday(number, "next")),
    *(rule("DEC", f"the {name}", always(_era(era))) for name, era in ERAS.items()),
    *(rule("DEC", name, always(_era(era))) for name, era in ERAS.items() if name.startswith("world war")),
    *(rule("HOL", name, always(name)) for name in calendar.HOLIDAYS),
]
CALENDAR: list[Rule] = [
    rule("DAY", "WEEKDAY ,? the? DAY", dates.dated_weekday),
    rule("DAY", "HOL", _holiday),
    rule("DAY", "HOL ,? Y", _holiday),
    rule("DAY", "HOL in|of Y", _holiday),
    rule("DAY", "9 / 11", always(dates.fixed(lambda: calendar.day(date(2001, 9, 11))))),
    rule("DAY", "WHICH HOL", _named_holiday),
    rule("WK", "the? HOL weekend", _holiday_weekend),
    rule("MON", "MONTH", _month),
    rule("MON", "MONTH ,? Y", _month),
    rule("MON", "MONTH of Y", _month),
    rule("MON", "MONTH ' N", _month_short_year),
    rule("YR", "' N", _apostrophe_year),
    rule("MON", "WHICH MONTH", _named_month),
    rule(
        "MON",
        "MONTH WHICH year",
        lambda month, which: dates.in_year_of(
            lambda y: calendar.month(month, y), counted.current("year", _STEP[which])
        ),
    ),
    rule(
        "MON",
        "MONTH of WHICH year",
        lambda month, which: dates.in_year_of(
            lambda y: calendar.month(month, y), counted.current("year", _STEP[which])
        ),
    ),
    rule("DAY", "DAY WHICH year", _move_year),
    rule("SEA", "the SEASON", _season),
    rule("SEA", "the? SEASON of? Y", _season),
    rule("SEA", "WHICH SEASON", _named_season),
    rule("SEA", "the WHICH SEASON", _named_season),
    rule("YR", "Y", _year),
    rule("YR", "the year Y", _year),
    rule("YR", "fiscal year? Y", _year),
    rule("YR", "fy Y", _year),
    rule("DEC", "the? Y s", _decade),
    rule("DEC", "the? Y 's", _decade),
    rule("DEC", "the? '? N s", _short_decade),
    rule("DEC", "the TENS", lambda tens: _decade(1900 + tens)),
    rule("DEC", "the? ORD century", _century),
    rule("DEC", "the? ORD - century", _century),
    rule("QT", "the? fiscal? ORD quarter", _quarter),
    rule("QT", "the? fiscal - ORD quarter", _quarter),
    rule("QT", "fiscal? ORD - quarter", _quarter),
    rule("QT", "the? fiscal? ORD quarter of Y", _quarter),
    rule("QT", "the? Y ORD -? quarter", lambda y, n: _quarter(n, y)),
    rule("QT", "the? ORD -? quarter ,? Y", _quarter),
    rule("QT", "q N", _code_quarter),
    rule("QT", "q N of? Y", _code_quarter),
    rule("QT", "N q Y", _code_quarter),
    rule("QT", "h N Y", _code_half),
    rule("QT", "the? Y quarter|period", fiscal.quarter_of_year),
    rule(
        "QT",
        "the? year - ago|earlier ORD quarter",
        lambda n: dates.in_year_of(lambda y: calendar.quarter(n, y), counted.current("year", -1)) if n <= 4 else None,
    ),
    rule(
        "QT",
        "the comparable|corresponding year - ago|earlier quarter|period",
        always(counted.ago(Dur(Amount(1, 1), "year"))),
    ),
    rule(
        "QT",
        "the comparable|corresponding|same period|quarter last year",
        always(counted.ago(Dur(Amount(1, 1), "year"))),
    ),
    rule("QT", "last year 's quarter|period", always(counted.ago(Dur(Amount(1, 1), "year")))),
    rule("QT", "the quarter a year ago|earlier", always(counted.ago(Dur(Amount(1, 1), "year")))),
    rule("DUR", "the? year - ago|earlier N UNIT", Dur),
    rule("YR", "the past year", always(counted.current("year", -1))),
    rule("DUR", "the fiscal? year", always(Dur(Amount(1, 1, "the"), "year"))),
    rule("YR", "the full year", always(counted.current("year"))),
    rule("YR", "the year", always(counted.current("year"))),
    rule("QT", "the latest quarter|period", always(fiscal.latest)),
    rule("QT", "the quarter", always(fiscal.latest)),
    rule("YR", "year - ago|earlier", always(counted.ago(Dur(Amount(1, 1), "year")))),
    rule("QT", "the year - ago|earlier quarter|period", always(counted.ago(Dur(Amount(1, 1), "year")))),
]


CALENDAR += [
    rule("WK", "this weekend", always(counted.this_weekend)),
    rule("DUR", "the next|coming decade", always(stretches.stretch(Dur(Amount(1, 1), "decade"), 1))),
]
for _unit, _name in _CATEGORY.items():
    CALENDAR += [
        rule(_name, f"WHICH {_unit}", lambda which, unit=_unit: _current(which, unit)),
        rule(_name, f"the last {_unit}", lambda unit=_unit: counted.current(unit, -1)),
        rule(_name, f"the next|coming {_unit}", lambda unit=_unit: counted.current(unit, 1)),
        rule(_name, f"the current {_unit}", lambda unit=_unit: counted.current(unit)),
        rule(_name, f"the following {_unit}", lambda unit=_unit: counted.of_story(unit, 1)),
        rule(_name, f"the previous|preceding {_unit}", lambda unit=_unit: counted.of_story(unit, -1)),
        rule(_name, f"the {_unit} before last", lambda unit=_unit: counted.current(unit, -2)),
        rule(_name, f"the {_unit} after next", lambda unit=_unit: counted.current(unit, 2)),
        rule(_name, f"that {_unit}", lambda unit=_unit: counted.of_story(unit)),
        rule(_name, f"that|the same|identical|very {_unit}", lambda unit=_unit: counted.of_story(unit)),
    ]
CALENDAR += [
    rule("DAY", "the next day", always(counted.of_story("day", 1))),
    rule("YR", "the current|latest|new|coming fiscal year", always(counted.current("year"))),
    rule("YR", "WHICH fiscal year", lambda which: counted.current("year", _STEP[which])),
    rule("YR", "the brand? new 12 months", always(counted.current("year", 1))),
    rule("YR", "the brand new year", always(counted.current("year", 1))),
    rule("YR", "the new year", always(counted.current("year", 1))),
    rule("WK", "the weekend", always(counted.current("weekend", -1))),
    rule("WK", "the week", always(counted.of_story("week"))),
]

# Expressions counted from another -----------------------------------------------------------------------------------

_UNIT_LESS_PERIODS = "for|in|over|within|after|took|take|takes|lasted|last|many|several"
RELATIVE: list[Rule] = [
    rule("DAY", "UNITS earlier|later", lambda _, day: day, ahead=", on? DAY"),
    rule("DAY", "DUR earlier|later", lambda _, day: day, ahead=", on? DAY"),
    rule("DAY", "DUR '|'s time", lambda dur: counted.ago(dur, 1)),
    rule("DAY", "WEEKDAY of? WK", dates.weekday_of_week),
    rule("DAY", "WK on? WEEKDAY", lambda week, number: dates.weekday_of_week(number, week)),
    rule("DAY", "the ORD WEEKDAY of|in MON", _nth_weekday),
    rule("DAY", "the last WEEKDAY of|in MON", lambda number, month: _nth_weekday(-1, number, month)),
    rule("SET", "the ORD|last WEEKDAY of|in each|every month", always(stretches.repeated("P1M"))),
    rule("DAY", "the? eve of DAY|MON|YR", dates.day_before),
    rule("WK", "the? weekend of DAY", _weekend),
    rule("DAY", "DUR ago", counted.ago),
    rule("DAY", "DUR ago today|yesterday|this week", counted.ago),
    rule("DAY", "DUR in the past", counted.ago),
    rule("DAY", "per UNIT1 in the past", lambda unit: counted.ago(Dur(Amount(1, 1), unit))),
    rule("DAY", "DUR from now|today", lambda dur: counted.ago(dur, 1)),
    rule("DAY", "DUR hence", lambda dur: counted.ago(dur, 1)),
    rule("DAY", "DUR earlier|before|previously", lambda dur: counted.beside(dur, -1)),
    rule("DAY", "DUR later|afterward|afterwards|thereafter", lambda dur: counted.beside(dur, 1)),
    rule("DAY", f"DUR before {POINT}", lambda dur, base: counted.beside(dur, -1, base)),
    rule("DAY", f"DUR after {POINT}", lambda dur, base: counted.beside(dur, 1, base)),
    rule("DAY", f"the day before {POINT}", lambda base: counted.beside(Dur(Amount(1, 1), "day"), -1, base)),
    rule("DAY", f"the day after {POINT}", lambda base: counted.beside(Dur(Amount(1, 1), "day"), 1, base)),
    rule("DAY", "the day before", always(counted.of_story("day", -1))),
    rule("WK", "the week of|beginning|starting DAY", _week_of),
    rule("MON", "the? month of MON", lambda base: base),
    rule("DUR", "the? past|last|previous|preceding|recent N UNIT", lambda n, unit: stretches.stretch(Dur(n, unit), -1)),
    rule("DUR", "the? next|coming|following N UNIT", lambda n, unit: stretches.stretch(Dur(n, unit), 1)),
    rule("DUR", "the? next|coming N UNIT or so", lambda n, unit: stretches.stretch(Dur(n, unit), 1)),
    rule("DUR", "recent|latest UNITS", lambda unit: stretches.stretch(Dur(MANY, unit), -1)),
    rule("REFP", "the? coming UNITS", stretches.coming),
    rule("DUR", "the UNITS ahead", lambda unit: stretches.stretch(Dur(MANY, unit), 1)),
    rule("DUR", "the UNITS", _some, ahead="before|after|since|that|leading|preceding|following"),
    rule("DUR", "the early|first|final UNITS", _some),
    rule("DAY", "one|some day", always(stretches.some_day)),
    rule("REFP", "someday", always(reference("FUTURE_REF"))),
    rule("SET", "the? past|last|previous N SEASONS", lambda _, code: stretches.repeated(f"XXXX-{code}")),
    rule("DUR", "the? past UNIT1", lambda unit: stretches.stretch(Dur(Amount(1, 1), unit), -1)),
    rule("DUR", "some time", always(stretches.repeated_length("PXM"))),
    rule("DUR", "a while", always(stretches.repeated_length("PXX"))),
    rule(
        "DUR",
        "a fairly|very|relatively? long|lengthy|short|brief|extended period|time|while",
        always(stretches.repeated_length("PXX")),
    ),
    rule("DUR", "the? final|last N UNITS", Dur),
    rule("DUR", "the? first|latest N -? UNIT", _months_reported),
    rule("DUR", "the N UNITS", _months_reported),
    rule("DUR", "UNITS earlier|later", lambda unit: Dur(MANY, unit)),
    rule("REFP", "recent UNITS and UNITS", lambda *_: reference("PAST_REF")),
    rule("MON", "MONTH of? YR", lambda month, yr: dates.in_year_of(lambda y: calendar.month(month, y), yr)),
    rule("QT", "the? ORD -? quarter of? YR", _quarter_of),
    rule("QT", "YR 's ORD -? quarter", lambda yr, n: _quarter_of(n, yr)),
    rule("QT", "the? ORD half of YR", _half),
    rule("QT", "the? last|latter half of YR", lambda yr: _half(2, yr)),
    rule("SEA", "the? SEASON of? YR", lambda code, yr: dates.in_year_of(lambda y: calendar.season(code, y), yr)),
]


# Parts of periods and times of day ------------------------------------------------------------------------------------

_EDGES = {
    "early": "START",
    "late": "END",
    "mid": "MID",
    "mid -": "MID",
    "early -": "START",
    "late -": "END",
}
EDGES: list[Rule] = [rule("EDGE", words, always(which)) for words, which in _EDGES.items()]
_COARSE_POINTS = ("DAY", "WK", "MON", "SEA", "QT", "YR", "DEC")
PARTS: list[Rule] = [rule("YR", "the end of the year", always(parts.end_of_the_year))]
for _name in _COARSE_POINTS:
    PARTS += [
        rule(_name, f"the? EDGE {_name}", parts.part),
        rule(_name, f"the? EDGE in {_name}", parts.part),
        rule(_name, f"the? middle of {_name}", lambda base: parts.part("MID", base)),
        rule(_name, f"the? end|close of {_name}", lambda base: parts.part("CLOSE", base)),
        rule(_name, f"the? beginning|start of {_name}", lambda base: parts.part("OPENING", base)),
        rule(_name, f"the? last part|days|weeks|months of {_name}", lambda base: parts.part("END", base)),
        rule(_name, f"the? first part|days|weeks|months of {_name}", lambda base: parts.part("START", base)),
        rule(_name, f"the? first half of {_name}", lambda base: parts.part("FIRST HALF", base)),
        rule(_name, f"the? second|last|latter half of {_name}", lambda base: parts.part("LAST HALF", base)),
        rule(_name, f"earlier|later {_name}", lambda base: base),
        rule(_name, f"sometime {_name}", lambda base: base),
        rule(_name, f"{_name} or later", lambda base: base),
        rule(_name, f"{_name} and beyond", lambda base: base),
    ]
PARTS += [
    rule("DAY", "earlier|later on DAY", lambda base: base),
    rule("MON", "earlier|later in MON", lambda base: base),
    rule("YR", "earlier|later in YR", lambda base: base),
    rule("SEA", "earlier|later in SEA", lambda base: base),
    rule("DAY", "earlier|later in the day", always(counted.of_story("day"))),
    rule("YR", "later|earlier in the year", always(counted.current("year"))),
    rule("DAY", "year - end", always(parts.year_end)),
    rule("DAY", "year end", always(parts.year_end)),
    rule("DAY", "year 's end", always(parts.year_end)),
    rule("DAY", "the year 's end", always(parts.year_end)),
    rule("MON", "the end of the month", always(parts.part("CLOSE", counted.current("month")))),
    *(
        rule(name, f"the beginning|start of the {unit}", always(parts.part("OPENING", counted.current(unit))))
        for name, unit in (("WK", "week"), ("MON", "month"), ("YR", "year"))
    ),
    rule("MON", "month 's? end", always(parts.part("CLOSE", counted.current("month")))),
    rule("WK", "the end of the week", always(parts.part("CLOSE", counted.current("week")))),
    rule("SEA", "later|earlier|early|late in the SEASON", _season),
    rule("MON", "later|earlier|early|late in the month", always(counted.current("month"))),
    rule("WK", "later|earlier|early|late in the week", always(counted.current("week"))),
    rule("TIME", "DAY DAYPART", parts.daypart),
    rule("TIME", "DAY 's DAYPART", parts.daypart),
    rule("TIME", "tonight", always(parts.daypart(counted.current("day"), "NI"))),
    rule("TIME", "later tonight", always(parts.daypart(counted.current("day"), "NI"))),
    rule("TIME", "this DAYPART", lambda code: parts.daypart(counted.current("day"), code)),
    rule("TIME", "later|earlier this DAYPART", lambda code: parts.daypart(counted.current("day"), code)),
    rule("TIME", "last night|evening", always(parts.daypart(counted.current("day", -1), "NI"))),
    rule("TIME", "the next|following DAYPART", lambda code: parts.daypart(counted.of_story("day", 1), code)),
    rule("TIME", "the previous DAYPART", lambda code: parts.daypart(counted.of_story("day", -1), code)),
    rule("TIME", "that|the same DAYPART", lambda code: parts.daypart(counted.of_story("day"), code)),
    rule("TIME", "overnight", always(parts.daypart(counted.current("day"), "NI"))),
    rule("TIME", "mid -? DAYPART DAY", lambda code, day: parts.daypart(day, code)),
    rule("TIME", "DAYPART ,? DAY", lambda code, day: parts.daypart(day, code)),
    rule("TIME", "the? DAYPART of|on DAY", lambda code, day: parts.daypart(day, code)),
    rule("TIME", "the? early|small hours of|on DAY|TIME", lambda day: parts.daypart(day, "MO")),
    rule("TIME", "the? late hours of|on DAY|TIME", lambda day: parts.daypart(day, "NI")),
    rule("TIME", "the night before", always(parts.daypart(counted.of_story("day", -1), "NI"))),
    rule("TIME", "the DAYPART", lambda code: parts.daypart(parts.story_day, code)),
    rule("TIME", "mid -? DAYPART", lambda code: parts.daypart(parts.story_day, code)),
    rule("TIME", "EDGE DAY DAYPART", lambda _, day, code: parts.daypart(day, code)),
    rule("TIME", "CLOCK", lambda at, _, day: parts.clock(day, *at), ahead="to|until|till|and|- CLOCK on|,? DAY"),
    rule("TIME", "CLOCK on|, DAY", lambda at, day: parts.clock(day, *at)),
    rule("TIME", "CLOCK DAY", lambda at, day: parts.clock(day, *at)),
    rule("TIME", "DAY at CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "DAY CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "DAY , CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "DAY t CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "CLOCK", lambda at: parts.clock(parts.story_day, *at)),
]

# Sets, references, stretches ----------------------------------------------------------------------------------------


def _every(n: Amount | None, unit: str) -> Meaning:
    return stretches.repeated(iso_duration(n.low if n else 1, unit))


def _set_word(value: tuple[int, str]) -> Meaning:
    return stretches.repeated(iso_duration(value[0], value[1]))


def _every_weekday(number: int) -> Meaning:
    return stretches.repeated(f"XXXX-WXX-{number + 1}")


LAST: list[Rule] = [
    rule("DAY", "the NTH", dates.day_of_month),
    rule("SET", "every|each N? UNIT", _every),
    rule("SET", "every other UNIT1", lambda unit: _every(Amount(2, 2), unit)),
    rule("SET", "every|each WEEKDAY", _every_weekday),
    rule("SET", "every|each WEEKDAY DAYPART", lambda number, code: stretches.repeated(f"XXXX-WXX-{number + 1}T{code}")),
    rule("SET", "every|each DAYPART", lambda code: stretches.repeated(f"XXXX-XX-XXT{code}")),
    rule("SET", "weekends", always(stretches.repeated("XXXX-WXX-WE"))),
    rule("SET", "every|each MONTH", lambda month: stretches.repeated(f"XXXX-{month:02}")),
    rule("SET", "WEEKDAYS", _every_weekday),
    rule("SET", "WEEKDAYS DAYPART", lambda number, code: stretches.repeated(f"XXXX-WXX-{number + 1}T{code}")),
    rule("SET", "WEEKDAY nights", lambda number: stretches.repeated(f"XXXX-WXX-{number + 1}TNI")),
    rule("SET", "SETWORD", _set_word),
    rule("SET", "once|twice a|an|per|every UNIT1", lambda unit: _every(None, unit)),
    rule("SET", "N times|instances a|an|per UNIT1", lambda _, unit: _every(None, unit)),
    rule("SET", "per UNIT1", lambda unit: _every(None, unit)),
    rule("REFP", "REF", reference),
    rule("REFP", "ongoing|presently", always(reference("PRESENT_REF"))),
    rule("REFP", "right now", always(reference("PRESENT_REF"))),
    rule("REFP", "at the moment", always(reference("PRESENT_REF"))),
    rule("REFP", "at present", always(reference("PRESENT_REF"))),
    rule("REFP", "these days", always(reference("PRESENT_REF"))),
    rule("REFP", "the present", always(reference("PRESENT_REF"))),
    rule("REFP", "current", always(reference("PRESENT_REF"))),
    rule("REFP", "the past", always(reference("PAST_REF"))),
    rule("REFP", "more|most? recently", always(reference("PAST_REF"))),
    rule("REFP", "the near|foreseeable|immediate? future", always(reference("FUTURE_REF"))),
    rule("REFP", "as soon as possible", always(reference("FUTURE_REF"))),
    rule("REFP", "at the time", always(counted.then)),
    rule("REFP", "then", always(counted.last_told)),
    rule("REFP", "at that time|point", always(counted.then)),
]
SPANS: list[Rule] = [
    rule("SPAN", f"from {POINT}|YR to|until|through|till {POINT}", stretches.between),
    rule("SPAN", f"between {POINT} and {POINT}", stretches.between),
    rule("SPAN", "YR -|to YR", stretches.between),
    rule("SPAN", "DAY -|to|through|until DAY", stretches.between),
    rule("SPAN", "Y -|/ N", _budget_year),
    rule("SPAN", f"since {POINT}", stretches.since),
]
GRAMMAR = Grammar(
    NUMBERS,
    NUMBERS,
    DURATIONS,
    MODIFIED_DURATIONS,
    CLOCKS,
    CLOCK_ZONES,
    WHICH,
    AHEAD,
    DAYS,
    CALENDAR,
    RELATIVE,
    EDGES,
    PARTS,
    PARTS,
    LAST,
    SPANS,
)
