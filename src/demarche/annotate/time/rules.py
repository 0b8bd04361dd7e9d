"""The grammar of time expressions, as layers of rules over words and categories.

Categories that stand for a time of their own: DAY, WK, MON, SEA, QT, YR, DEC (points of the calendar, by grain), TIME,
REF, DUR, SET, SPAN. The others only help: N an `Amount`, DNUM a day of a month, ORD an ordinal, Y a year's number,
CLOCK an hour and minute, UNIT and its plural UNITS, WHICH a word such as last or next, EDGE early, mid or late.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, meaning
from demarche.annotate.time.chart import Grammar, rule
from demarche.annotate.time.meaning import Amount, Dur

if TYPE_CHECKING:
    from collections.abc import Callable

    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.meaning import Meaning

__all__ = ["GRAMMAR", "HOLIDAY_WORDS", "TIMES"]

TIMES = ("SPAN", "TIME", "DAY", "WK", "MON", "SEA", "QT", "YR", "DEC", "SET", "DUR", "REFP")
POINT = "DAY|WK|MON|SEA|QT|YR|DEC|TIME"
_MANY = Amount(None, None)
_WHOLE_UNITS = {"day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"}


def _always(value: object) -> Callable[..., object]:
    """Return a builder that pays no attention to what it is given."""

    def build(*_: object) -> object:
        return value

    return build


# Numbers -------------------------------------------------------------------------------------------------------------


def _range(low: Amount, high: Amount) -> Amount | None:
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    return Amount(low.low, high.high)


def _or_two(one: Amount, unit: str) -> Dur | None:
    return Dur(Amount(1, 2), unit) if one.low == 1 else None


_APPROXIMATE = "about|around|approximately|some|roughly|almost|nearly|virtually|practically"
_BOUNDS = (
    ("at least", "least"),
    ("no less than", "least"),
    ("more than", "more"),
    ("greater than", "more"),
    ("less than", "less"),
    ("under", "less"),
    ("fewer than", "less"),
    ("up to", "most"),
    ("at most", "most"),
    ("no more than", "most"),
    ("just over", "more"),
    ("just under", "less"),
    ("as many as", "most"),
    ("as long as", "most"),
    ("well over", "more"),
)
NUMBERS: list[Rule] = [
    rule("N", "a|an", _always(Amount(1, 1))),
    rule("N", "another", _always(Amount(1, 1))),
    rule("N", "a? few", _always(_MANY)),
    rule("N", "several|many|numerous|countless", _always(_MANY)),
    rule("N", "some", _always(_MANY)),
    rule("N", "a? couple of?", _always(Amount(2, 2))),
    rule("N", "half a|an", _always(Amount(0.5, 0.5))),
    rule("N", "half", _always(Amount(0.5, 0.5))),
    rule("N", "N dozen", lambda n: n.low and Amount(12 * n.low, 12 * n.low)),
    rule("N", "dozens|scores|hundreds|thousands of", _always(_MANY)),
    rule("N", "N to|-|or|and N", _range),
    rule("N", "N more|additional|full|straight|consecutive|whole|long|solid|short|extra|further", lambda n: n),
    rule("N", "a|an additional|extra|further N", lambda n: n),
    rule("N", "a|an full|whole|entire|solid|good", _always(Amount(1, 1))),
]
DURATIONS: list[Rule] = [
    rule("DUR", "N -? UNIT", Dur),
    rule("DUR", "N -? UNIT and a half", lambda n, unit: Dur(Amount(n.low + 0.5, n.low + 0.5), unit) if n.low else None),
    rule("DUR", "N UNIT1 or two", _or_two),
    rule("DUR", "N UNIT or so", Dur),
    rule("DUR", "N UNIT or|and N? UNITS", lambda n, unit, _, __: Dur(_MANY, unit) if n.low is None else None),
    rule("DUR", "a? UNIT1 - long", lambda unit: Dur(Amount(1, 1), unit)),
    rule("DUR", "N - UNIT1 - long", Dur),
    rule("DUR", "UNITS - long|old", lambda unit: Dur(_MANY, unit)),
    rule("DUR", "UNITS or UNITS", lambda unit, _: Dur(_MANY, unit)),
    rule("DUR", "UNITS", lambda unit: Dur(_MANY, unit)),
]
_LONG = {f"{unit}long": Dur(Amount(1, 1), unit) for unit in ("month", "week", "day", "year", "hour", "night")}
DURATIONS += [rule("DUR", word, _always(dur)) for word, dur in _LONG.items()]
MODIFIED_DURATIONS: list[Rule] = [
    rule("DUR", f"{_APPROXIMATE} DUR", lambda dur: dur),
    *(rule("DUR", f"{words} DUR", lambda dur: dur) for words, _ in _BOUNDS),
]

# Clock ---------------------------------------------------------------------------------------------------------------


def _clock(hour: Amount, minute: Amount | None, half: str | None) -> tuple[int, int | None] | None:
    if hour.low is None or hour.low % 1 or not 0 <= hour.low <= 24:
        return None
    at = int(hour.low)
    if half:
        if not 1 <= at <= 12:
            return None
        at = at % 12 + (12 if half == "pm" else 0)
    if minute is None:
        return (at, None if not half else 0)
    if minute.low is None or minute.low > 59:
        return None
    return (at, int(minute.low))


_ZONES = "gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|utc|bst|cet|eastern|zulu"
CLOCKS: list[Rule] = [
    rule("HALF", "am", _always("am")),
    rule("HALF", "pm", _always("pm")),
    rule("HALF", "a m", _always("am")),
    rule("HALF", "p m", _always("pm")),
    rule("CLOCK", "N HALF", lambda n, half: _clock(n, None, half)),
    rule("CLOCK", "N : N HALF?", _clock),
    rule("CLOCK", "N o ' clock", lambda n: _clock(n, None, None)),
    rule("CLOCK", "N o'clock", lambda n: _clock(n, None, None)),
    rule("CLOCK", "N in the morning", lambda n: _clock(n, None, "am")),
    rule("CLOCK", "N in the afternoon|evening", lambda n: _clock(n, None, "pm")),
    rule("CLOCK", "N at night", lambda n: _clock(n, None, "pm")),
    rule("CLOCK", "noon|midday", _always((12, 0))),
    rule("CLOCK", "midnight", _always((24, 0))),
]
CLOCK_ZONES: list[Rule] = [
    rule("CLOCK", f"CLOCK {_ZONES}", lambda at: at),
    rule("CLOCK", "CLOCK local time", lambda at: at),
    rule("CLOCK", "CLOCK eastern time", lambda at: at),
    rule("CLOCK", f"{_APPROXIMATE} CLOCK", lambda at: at),
]

# Calendar points -----------------------------------------------------------------------------------------------------


def _month_day(month: int, day: int, year: int | None = None) -> Meaning | None:
    if year is not None:
        return meaning.fixed(lambda: calendar.day(date(year, month, day)))
    return meaning.yearless(lambda y: calendar.day(date(y, month, day)), f"XXXX-{month:02}-{day:02}")


def _day_month(day: int, month: int, year: int | None = None) -> Meaning | None:
    return _month_day(month, day, year)


def _numeric(year: Amount, month: Amount, day: Amount) -> Meaning | None:
    """Read 2023-10-07."""
    if year.low is None or month.low is None or day.low is None or not 1000 <= year.low <= 2199:
        return None
    return meaning.fixed(lambda: calendar.day(date(int(year.low or 0), int(month.low or 0), int(day.low or 0))))


def _slashed(first: Amount, second: Amount, third: Amount) -> Meaning | None:
    """Read 10/23/23 and 23/10/2023; where both orders give a date, only the year is sure."""
    a, b, c = (int(n.low or 0) for n in (first, second, third))
    year = c if c > 999 else 2000 + c if c < 70 else 1900 + c
    readings = [date(year, month, day) for month, day in {(a, b), (b, a)} if 1 <= month <= 12 and 1 <= day <= 28]
    if len(readings) == 2:
        return meaning.either(*sorted(readings))
    return _month_day(*((a, b) if a <= 12 else (b, a)), year) if min(a, b) in range(1, 13) else None


def _budget_year(first: int, second: Amount) -> Meaning | None:
    """Read 2020-21."""
    following = second.low == (first + 1) % 100
    return meaning.between(_year(first), _year(first + 1)) if following else None


def _month(month: int, year: int | None = None) -> Meaning | None:
    if year is not None:
        return meaning.fixed(lambda: calendar.month(month, year))
    return meaning.yearless(lambda y: calendar.month(month, y), f"XXXX-{month:02}")


def _days(month: int, first: int, last: int, year: int | None = None) -> Meaning | None:
    a, b = _month_day(month, first, year), _month_day(month, last, year)
    return meaning.between(a, b) if a and b and first < last else None


def _year(number: int) -> Meaning:
    return lambda _: meaning.whole(calendar.year(number))


def _decade(number: int) -> Meaning | None:
    if number % 10 or number < 1500:
        return None
    return lambda _: meaning.whole(calendar.decade(number))


def _short_decade(tens: Amount) -> Meaning | None:
    n = int(tens.low or 0)
    return _decade(1900 + n) if n in range(20, 100, 10) else None


def _century(n: float) -> Meaning | None:
    return (lambda _: meaning.whole(calendar.century(int(n) * 100 - 100))) if 1 < n <= 21 else None


def _season(code: str, year: int | None = None) -> Meaning | None:
    if year is not None:
        return meaning.fixed(lambda: calendar.season(code, year))
    return meaning.yearless(lambda y: calendar.season(code, y), f"XXXX-{code}")


def _quarter(n: float, year: int | None = None) -> Meaning | None:
    if not 1 <= n <= 4:
        return None
    if year is not None:
        return meaning.fixed(lambda: calendar.quarter(int(n), year))
    return meaning.numbered_quarter(int(n))


def _quarter_of(n: float, year: Meaning) -> Meaning | None:
    return meaning.in_year_of(lambda y: calendar.quarter(int(n), y), year) if 1 <= n <= 4 else None


def _half(n: float, year: Meaning) -> Meaning | None:
    return meaning.in_year_of(lambda y: calendar.half(int(n), y), year) if 1 <= n <= 2 else None


def _holiday(name: str, year: int | None = None) -> Meaning | None:
    if year is not None:
        return meaning.fixed(lambda: calendar.holiday(name, year))
    return meaning.yearless(lambda y: calendar.holiday(name, y), "XXXX-XX-XX")


def _move_year(day: Meaning, which: str) -> Meaning:
    def moved(scene: meaning.Scene) -> meaning.Sense | None:
        sense = day(scene)
        if not sense or not sense.period or not scene.today:
            return None
        at, year = sense.period.first, scene.today.year + _STEP[which]
        if (at.month, at.day) == (2, 29):
            return sense
        return meaning.whole(calendar.day(at.replace(year=year)), meaning.PUBLICATION)

    return moved


def _week_of(day: Meaning) -> Meaning:
    def week(scene: meaning.Scene) -> meaning.Sense | None:
        sense = day(scene)
        return meaning.whole(calendar.week(sense.period.first), sense.anchor) if sense and sense.period else None

    return week


HOLIDAY_WORDS = frozenset(name.split()[0] for name in calendar.HOLIDAYS)
_WHICH = {
    "last": "last",
    "previous": "last",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "next",
    "this": "this",
    "current": "this",
    "this past": "last",
    "this coming": "next",
}
WHICH: list[Rule] = [rule("WHICH", words, _always(which)) for words, which in _WHICH.items()]
_STEP = {"last": -1, "this": 0, "next": 1}


def _current(which: str, unit: str) -> Meaning | None:
    return meaning.current(unit, _STEP[which]) if unit in _WHOLE_UNITS - {"season"} else None


def _named_month(which: str, month: int) -> Meaning:
    return meaning.named(lambda y: calendar.month(month, y), which, f"XXXX-{month:02}")


def _named_season(which: str, code: str) -> Meaning:
    return meaning.named(lambda y: calendar.season(code, y), which, f"XXXX-{code}")


def _named_weekday(which: str, number: int) -> Meaning:
    return meaning.weekday(number, {"this": ""}.get(which, which))


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
DAYS: list[Rule] = [
    rule("DAY", "today", _always(meaning.current("day"))),
    rule("DAY", "yesterday", _always(meaning.current("day", -1))),
    rule("DAY", "tomorrow", _always(meaning.current("day", 1))),
    rule("DAY", "the day before yesterday", _always(meaning.current("day", -2))),
    rule("DAY", "the day after tomorrow", _always(meaning.current("day", 2))),
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
    rule("SPAN", "DNUM -|to|through|until DNUM MONTH", lambda a, b, month: _days(month, a, b)),
    rule("SPAN", "DNUM -|to|through|until DNUM MONTH ,? Y", lambda a, b, month, y: _days(month, a, b, y)),
    rule("DAY", "WEEKDAY", meaning.weekday),
    rule("DAY", "WHICH WEEKDAY", _named_weekday),
    rule("DAY", "a|the WHICH WEEKDAY", _named_weekday),
    rule("DAY", "WEEKDAY last", lambda number: meaning.weekday(number, "last")),
    rule("DAY", "WEEKDAY next", lambda number: meaning.weekday(number, "next")),
    *(rule("HOL", name, _always(name)) for name in calendar.HOLIDAYS),
]
CALENDAR: list[Rule] = [
    rule("DAY", "WEEKDAY ,? the? DAY", meaning.dated_weekday),
    rule("DAY", "HOL", _holiday),
    rule("DAY", "HOL ,? Y", _holiday),
    rule("DAY", "HOL in|of Y", _holiday),
    rule("DAY", "9 / 11", _always(meaning.fixed(lambda: calendar.day(date(2001, 9, 11))))),
    rule("DAY", "WHICH HOL", lambda which, name: meaning.named(lambda y: calendar.holiday(name, y), which, "XXXX")),
    rule("MON", "MONTH", _month),
    rule("MON", "MONTH ,? Y", _month),
    rule("MON", "MONTH of Y", _month),
    rule("MON", "WHICH MONTH", _named_month),
    rule(
        "MON",
        "MONTH WHICH year",
        lambda month, which: meaning.in_year_of(
            lambda y: calendar.month(month, y), meaning.current("year", _STEP[which])
        ),
    ),
    rule(
        "MON",
        "MONTH of WHICH year",
        lambda month, which: meaning.in_year_of(
            lambda y: calendar.month(month, y), meaning.current("year", _STEP[which])
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
    rule("DEC", "the? mid - Y s", _decade),
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
    rule("QT", "the? Y quarter|period", meaning.quarter_of_year),
    rule(
        "QT",
        "the? year - ago|earlier ORD quarter",
        lambda n: meaning.in_year_of(lambda y: calendar.quarter(n, y), meaning.current("year", -1)) if n <= 4 else None,
    ),
    rule(
        "QT",
        "the comparable|corresponding year - ago|earlier quarter|period",
        _always(meaning.ago(Dur(Amount(1, 1), "year"))),
    ),
    rule(
        "QT",
        "the comparable|corresponding|same period|quarter last year",
        _always(meaning.ago(Dur(Amount(1, 1), "year"))),
    ),
    rule("QT", "the quarter a year ago|earlier", _always(meaning.ago(Dur(Amount(1, 1), "year")))),
    rule("DUR", "the? year - ago|earlier N UNIT", Dur),
    rule("YR", "the past year", _always(meaning.current("year", -1))),
    rule("DUR", "the fiscal? year", _always(Dur(Amount(1, 1), "year"))),
    rule("YR", "the full year", _always(meaning.current("year"))),
    rule("YR", "the year", _always(meaning.current("year"))),
    rule("QT", "the latest quarter|period", _always(meaning.latest("quarter"))),
    rule("QT", "the quarter", _always(meaning.latest("quarter"))),
    rule("YR", "year - ago|earlier", _always(meaning.ago(Dur(Amount(1, 1), "year")))),
    rule("QT", "the year - ago|earlier quarter|period", _always(meaning.ago(Dur(Amount(1, 1), "year")))),
]


CALENDAR += [
    rule("WK", "this weekend", _always(meaning.this_weekend)),
    rule("DUR", "the next|coming decade", _always(meaning.stretch(Dur(Amount(1, 1), "decade"), 1))),
]
for _unit, _name in _CATEGORY.items():
    CALENDAR += [
        rule(_name, f"WHICH {_unit}", lambda which, unit=_unit: _current(which, unit)),
        rule(_name, f"the last {_unit}", lambda unit=_unit: meaning.current(unit, -1)),
        rule(_name, f"the next|coming {_unit}", lambda unit=_unit: meaning.current(unit, 1)),
        rule(_name, f"the current {_unit}", lambda unit=_unit: meaning.current(unit)),
        rule(_name, f"the following {_unit}", lambda unit=_unit: meaning.of_story(unit, 1)),
        rule(_name, f"the previous|preceding {_unit}", lambda unit=_unit: meaning.of_story(unit, -1)),
        rule(_name, f"that {_unit}", lambda unit=_unit: meaning.of_story(unit)),
        rule(_name, f"that|the same|identical|very {_unit}", lambda unit=_unit: meaning.of_story(unit)),
    ]
CALENDAR += [
    rule("DAY", "the next day", _always(meaning.of_story("day", 1))),
    rule("YR", "the current|latest|new|coming fiscal year", _always(meaning.current("year"))),
    rule("YR", "WHICH fiscal year", lambda which: meaning.current("year", _STEP[which])),
    rule("YR", "the brand? new 12 months", _always(meaning.current("year", 1))),
    rule("YR", "the brand new year", _always(meaning.current("year", 1))),
    rule("YR", "the new year", _always(meaning.current("year", 1))),
    rule("WK", "the weekend", _always(meaning.current("weekend", -1))),
]

# Expressions counted from another -----------------------------------------------------------------------------------

_UNIT_LESS_PERIODS = "for|in|over|within|after|took|take|takes|lasted|last|many|several"
RELATIVE: list[Rule] = [
    rule("DAY", "DUR ago", meaning.ago),
    rule("DAY", "DUR ago today|yesterday|this week", meaning.ago),
    rule("DAY", "DUR in the past", meaning.ago),
    rule("DAY", "per UNIT1 in the past", lambda unit: meaning.ago(Dur(Amount(1, 1), unit))),
    rule("DAY", "DUR from now|today", lambda dur: meaning.ago(dur, 1)),
    rule("DAY", "DUR hence", lambda dur: meaning.ago(dur, 1)),
    rule("DAY", "DUR earlier|before|previously", lambda dur: meaning.beside(dur, -1)),
    rule("DAY", "DUR later|afterward|afterwards|thereafter", lambda dur: meaning.beside(dur, 1)),
    rule("DAY", f"DUR before {POINT}", lambda dur, base: meaning.beside(dur, -1, base)),
    rule("DAY", f"DUR after {POINT}", lambda dur, base: meaning.beside(dur, 1, base)),
    rule("DAY", f"the day before {POINT}", lambda base: meaning.beside(Dur(Amount(1, 1), "day"), -1, base)),
    rule("DAY", f"the day after {POINT}", lambda base: meaning.beside(Dur(Amount(1, 1), "day"), 1, base)),
    rule("DAY", "the day before", _always(meaning.of_story("day", -1))),
    rule("WK", "the week of|beginning|starting DAY", _week_of),
    rule("MON", "the? month of MON", lambda base: base),
    rule("DUR", "the? past|last|previous|preceding|recent N UNIT", lambda n, unit: meaning.stretch(Dur(n, unit), -1)),
    rule("DUR", "the? next|coming|following N UNIT", lambda n, unit: meaning.stretch(Dur(n, unit), 1)),
    rule("DUR", "the? next|coming N UNIT or so", lambda n, unit: meaning.stretch(Dur(n, unit), 1)),
    rule("DUR", "recent|latest UNITS", lambda unit: meaning.stretch(Dur(_MANY, unit), -1)),
    rule("REFP", "the? coming UNITS", _always(meaning.reference("FUTURE_REF"))),
    rule("DUR", "the UNITS ahead", lambda unit: meaning.stretch(Dur(_MANY, unit), 1)),
    rule("DUR", "the? past UNIT1", lambda unit: meaning.stretch(Dur(Amount(1, 1), unit), -1)),
    rule("DUR", "some time", _always(meaning.repeated_length("PXM"))),
    rule("DUR", "a while", _always(meaning.repeated_length("PXX"))),
    rule(
        "DUR",
        "a fairly|very|relatively? long|lengthy|short|brief|extended period|time|while",
        _always(meaning.repeated_length("PXX")),
    ),
    rule("DUR", "the? first|final|last N UNITS", Dur),
    rule("DUR", "the N UNITS", Dur),
    rule("DUR", "the latest N UNIT", Dur),
    rule("DUR", "UNITS earlier|later", lambda unit: Dur(_MANY, unit)),
    rule("REFP", "recent UNITS and UNITS", lambda *_: meaning.reference("PAST_REF")),
    rule("MON", "MONTH of? YR", lambda month, yr: meaning.in_year_of(lambda y: calendar.month(month, y), yr)),
    rule("QT", "the? ORD -? quarter of? YR", _quarter_of),
    rule("QT", "YR 's ORD -? quarter", lambda yr, n: _quarter_of(n, yr)),
    rule("QT", "the? ORD half of YR", _half),
    rule("SEA", "SEASON of? YR", lambda code, yr: meaning.in_year_of(lambda y: calendar.season(code, y), yr)),
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
EDGES: list[Rule] = [rule("EDGE", words, _always(which)) for words, which in _EDGES.items()]
_COARSE_POINTS = ("DAY", "WK", "MON", "SEA", "QT", "YR", "DEC")
PARTS: list[Rule] = []
for _name in _COARSE_POINTS:
    PARTS += [
        rule(_name, f"the? EDGE {_name}", meaning.part),
        rule(_name, f"the? EDGE in {_name}", meaning.part),
        rule(_name, f"the? middle of {_name}", lambda base: meaning.part("MID", base)),
        rule(_name, f"the? end|close of {_name}", lambda base: meaning.part("END", base)),
        rule(_name, f"the? beginning|start of {_name}", lambda base: meaning.part("START", base)),
        rule(_name, f"the? last half|part|days|weeks|months of {_name}", lambda base: meaning.part("END", base)),
        rule(_name, f"the? first half|part|days|weeks|months of {_name}", lambda base: meaning.part("START", base)),
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
    rule("DAY", "earlier|later in the day", _always(meaning.of_story("day"))),
    rule("YR", "later|earlier in the year", _always(meaning.current("year"))),
    rule("YR", "the end of the year", _always(meaning.part("END", meaning.current("year")))),
    rule("DAY", "year - end", _always(meaning.year_end)),
    rule("DAY", "year end", _always(meaning.year_end)),
    rule("DAY", "year 's end", _always(meaning.year_end)),
    rule("DAY", "the year 's end", _always(meaning.year_end)),
    rule("MON", "the end of the month", _always(meaning.part("END", meaning.current("month")))),
    rule("MON", "month 's? end", _always(meaning.part("END", meaning.current("month")))),
    rule("WK", "the end of the week", _always(meaning.part("END", meaning.current("week")))),
    rule("SEA", "later|earlier|early|late in the SEASON", _season),
    rule("MON", "later|earlier|early|late in the month", _always(meaning.current("month"))),
    rule("WK", "later|earlier|early|late in the week", _always(meaning.current("week"))),
    rule("TIME", "DAY DAYPART", meaning.daypart),
    rule("TIME", "DAY 's DAYPART", meaning.daypart),
    rule("TIME", "tonight", _always(meaning.daypart(meaning.current("day"), "NI"))),
    rule("TIME", "later tonight", _always(meaning.daypart(meaning.current("day"), "NI"))),
    rule("TIME", "this DAYPART", lambda code: meaning.daypart(meaning.current("day"), code)),
    rule("TIME", "later|earlier this DAYPART", lambda code: meaning.daypart(meaning.current("day"), code)),
    rule("TIME", "last night|evening", _always(meaning.daypart(meaning.current("day", -1), "NI"))),
    rule("TIME", "the next|following DAYPART", lambda code: meaning.daypart(meaning.of_story("day", 1), code)),
    rule("TIME", "the previous DAYPART", lambda code: meaning.daypart(meaning.of_story("day", -1), code)),
    rule("TIME", "that|the same DAYPART", lambda code: meaning.daypart(meaning.of_story("day"), code)),
    rule("TIME", "overnight", _always(meaning.daypart(meaning.current("day"), "NI"))),
    rule("TIME", "mid -? DAYPART DAY", lambda code, day: meaning.daypart(day, code)),
    rule("TIME", "DAYPART ,? DAY", lambda code, day: meaning.daypart(day, code)),
    rule("TIME", "mid -? DAYPART", lambda code: meaning.daypart(meaning.story_day, code)),
    rule("TIME", "EDGE DAY DAYPART", lambda _, day, code: meaning.daypart(day, code)),
    rule("TIME", "CLOCK on|, DAY", lambda at, day: meaning.clock(day, *at)),
    rule("TIME", "CLOCK DAY", lambda at, day: meaning.clock(day, *at)),
    rule("TIME", "DAY at CLOCK", lambda day, at: meaning.clock(day, *at)),
    rule("TIME", "DAY CLOCK", lambda day, at: meaning.clock(day, *at)),
    rule("TIME", "DAY , CLOCK", lambda day, at: meaning.clock(day, *at)),
    rule("TIME", "CLOCK", lambda at: meaning.clock(meaning.story_day, *at)),
]

# Sets, references, stretches ----------------------------------------------------------------------------------------


def _every(n: Amount | None, unit: str) -> Meaning:
    return meaning.repeated(meaning.iso_duration(n.low if n else 1, unit))


def _set_word(value: tuple[int, str]) -> Meaning:
    return meaning.repeated(meaning.iso_duration(value[0], value[1]))


def _every_weekday(number: int) -> Meaning:
    return meaning.repeated(f"XXXX-WXX-{number + 1}")


LAST: list[Rule] = [
    rule("SET", "every|each N? UNIT", _every),
    rule("SET", "every other UNIT1", lambda unit: _every(Amount(2, 2), unit)),
    rule("SET", "every|each WEEKDAY", _every_weekday),
    rule("SET", "every|each MONTH", lambda month: meaning.repeated(f"XXXX-{month:02}")),
    rule("SET", "WEEKDAYS", _every_weekday),
    rule("SET", "WEEKDAYS DAYPART", lambda number, code: meaning.repeated(f"XXXX-WXX-{number + 1}T{code}")),
    rule("SET", "WEEKDAY nights", lambda number: meaning.repeated(f"XXXX-WXX-{number + 1}TNI")),
    rule("SET", "SETWORD", _set_word),
    rule("SET", "once|twice a|an|per|every UNIT1", lambda unit: _every(None, unit)),
    rule("SET", "N times|instances a|an|per UNIT1", lambda _, unit: _every(None, unit)),
    rule("SET", "per UNIT1", lambda unit: _every(None, unit)),
    rule("REFP", "REF", meaning.reference),
    rule("REFP", "ongoing|presently", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "right now", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "at the moment", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "at present", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "these days", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "the present", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "current", _always(meaning.reference("PRESENT_REF"))),
    rule("REFP", "the past", _always(meaning.reference("PAST_REF"))),
    rule("REFP", "more|most? recently", _always(meaning.reference("PAST_REF"))),
    rule("REFP", "the near|foreseeable|immediate? future", _always(meaning.reference("FUTURE_REF"))),
    rule("REFP", "as soon as possible", _always(meaning.reference("FUTURE_REF"))),
    rule("REFP", "at the time", _always(meaning.then)),
    rule("REFP", "at that time|point", _always(meaning.then)),
]
SPANS: list[Rule] = [
    rule("SPAN", f"from {POINT}|YR to|until|through|till {POINT}", meaning.between),
    rule("SPAN", f"between {POINT} and {POINT}", meaning.between),
    rule("SPAN", "YR -|to YR", meaning.between),
    rule("SPAN", "Y -|/ N", _budget_year),
    rule("SPAN", f"since {POINT}", meaning.since),
]
GRAMMAR = Grammar(
    NUMBERS,
    NUMBERS,
    DURATIONS,
    MODIFIED_DURATIONS,
    CLOCKS,
    CLOCK_ZONES,
    WHICH,
    DAYS,
    CALENDAR,
    RELATIVE,
    EDGES,
    PARTS,
    PARTS,
    LAST,
    SPANS,
)
