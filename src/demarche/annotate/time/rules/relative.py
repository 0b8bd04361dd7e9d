"""Times counted from another: "three days after the meeting", "two weeks ago", "the first Monday of May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, counted, dates, stretches
from demarche.annotate.time.amounts import WORKING, Amount, Dur
from demarche.annotate.time.chart import rule
from demarche.annotate.time.rules.accounts import half, months_reported, quarter_of
from demarche.annotate.time.rules.days import weekend_with
from demarche.annotate.time.rules.lengths import MANY, always
from demarche.annotate.time.scene import reference, whole

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning, Scene, Sense

__all__ = ["POINT", "RELATIVE"]


POINT = "DAY|WK|MON|SEA|QT|YR|DEC|TIME"


def week_of(day: Meaning) -> Meaning:
    def week(scene: Scene) -> Sense | None:
        sense = day(scene)
        return whole(calendar.week(sense.period.first), sense.anchor) if sense and sense.period else None

    return week


def nth_weekday(n: float, number: int, month: Meaning) -> Meaning | None:
    return dates.weekday_of_month(int(n), number, month) if n <= 5 else None


def _some(unit: str) -> Dur:
    return Dur(MANY, unit)


def _counted(dur: Dur, sign: int, base: Meaning) -> Meaning | None:
    """Read "two days after the vote"; where working days lead to is not said."""
    return None if dur.amount.modifier == WORKING else counted.beside(dur, sign, base)


RELATIVE: list[Rule] = [
    rule("DAY", "UNITS earlier|later", lambda _, day: day, ahead=", on? DAY"),
    rule("DAY", "DUR earlier|later", lambda _, day: day, ahead=", on? DAY"),
    rule("DAY", "DUR '|'s time", lambda dur: counted.ago(dur, 1)),
    rule("DAY", "WEEKDAY of? WK", dates.weekday_of_week),
    rule("DAY", "WK on? WEEKDAY", lambda week, number: dates.weekday_of_week(number, week)),
    rule("DAY", "the ORD WEEKDAY of|in MON", nth_weekday),
    rule("DAY", "the last WEEKDAY of|in MON", lambda number, month: nth_weekday(-1, number, month)),
    rule("SET", "the ORD|last WEEKDAY of|in each|every month", always(stretches.repeated("P1M"))),
    rule("DAY", "the? eve of DAY|MON|YR", dates.day_before),
    rule("WK", "the? weekend of DAY", weekend_with),
    rule("DAY", "DUR ago", counted.ago),
    rule("DAY", "DUR ago DAY|WK|MON", lambda dur, base: counted.beside(dur, -1, base)),
    rule("DAY", "DUR in the past", counted.ago),
    rule("DAY", "per UNIT1 in the past", lambda unit: counted.ago(Dur(Amount(1, 1), unit))),
    rule("DAY", "DUR from now|today", lambda dur: counted.ago(dur, 1)),
    rule("DAY", "DUR hence", lambda dur: counted.ago(dur, 1)),
    rule("DAY", "DUR earlier|before|previously", lambda dur: counted.beside(dur, -1)),
    rule("DAY", "DUR later|afterward|afterwards|thereafter", lambda dur: counted.beside(dur, 1)),
    rule("DAY", f"DUR before {POINT}", lambda dur, base: _counted(dur, -1, base)),
    rule("DAY", f"DUR after {POINT}", lambda dur, base: _counted(dur, 1, base)),
    rule("DAY", f"the day before {POINT}", lambda base: counted.beside(Dur(Amount(1, 1), "day"), -1, base)),
    rule("DAY", f"the day after {POINT}", lambda base: counted.beside(Dur(Amount(1, 1), "day"), 1, base)),
    rule("DAY", "the day before", always(counted.of_story("day", -1))),
    rule("WK", "the week of|beginning|starting DAY", week_of),
    rule("WK", "the? ORD week of|in MON", dates.week_of_month),
    rule("WK", "the? last|final week of|in MON", lambda month: dates.week_of_month(-1, month)),
    rule("MON", "the? month of MON", lambda base: base),
    rule("DUR", "the? past|last|previous|preceding|recent N UNIT", lambda n, unit: stretches.stretch(Dur(n, unit), -1)),
    rule("DUR", "the? next|coming|following N UNIT", lambda n, unit: stretches.stretch(Dur(n, unit), 1)),
    rule("DUR", "the? next|coming N UNIT or so", lambda n, unit: stretches.stretch(Dur(n, unit), 1)),
    rule("DUR", "recent|latest UNITS", lambda unit: stretches.stretch(Dur(MANY, unit), -1)),
    rule("REFP", "the? coming UNITS", stretches.coming),
    rule("REFP", "past UNITS", always(reference("PAST_REF"))),
    rule("REFP", "future UNITS", always(reference("FUTURE_REF"))),
    rule("DUR", "the UNITS ahead", lambda unit: stretches.stretch(Dur(MANY, unit), 1)),
    rule("DUR", "the UNITS", _some),
    rule("DUR", "the early|first|final UNITS", _some),
    rule("DAY", "one|some day", always(stretches.some_day)),
    rule("REFP", "someday", always(reference("FUTURE_REF"))),
    rule("SET", "the? past|last|previous N SEASONS", lambda _, code: stretches.repeated(f"XXXX-{code}")),
    rule("DUR", "the? past UNIT1", lambda unit: stretches.stretch(Dur(Amount(1, 1), unit), -1)),
    rule("DUR", "some time", always(stretches.repeated_length("PXM"))),
    rule("DUR", "a while", always(stretches.repeated_length("PXX"))),
    rule(
        "DUR",
        "a fairly|very|relatively? long|lengthy|short|brief|extended period",
        always(stretches.repeated_length("PXX")),
    ),
    rule("DUR", "the? final|last N UNITS", Dur),
    rule("DUR", "the? first|latest N -? UNIT", months_reported),
    rule("DUR", "the N UNITS", months_reported),
    rule("DUR", "UNITS earlier|later", lambda unit: Dur(MANY, unit)),
    rule("REFP", "recent UNITS and UNITS", lambda *_: reference("PAST_REF")),
    rule("MON", "MONTH of? YR", lambda month, yr: dates.in_year_of(lambda y: calendar.month(month, y), yr)),
    rule("QT", "the? ORD -? quarter of? YR", quarter_of),
    rule("QT", "YR 's ORD -? quarter", lambda yr, n: quarter_of(n, yr)),
    rule("QT", "the? ORD half of YR", half),
    rule("QT", "the? last|latter half of YR", lambda yr: half(2, yr)),
    rule("QT", "the? last|final quarter of YR", lambda yr: quarter_of(4, yr)),
    rule("QT", "the? first two quarters of YR", lambda yr: half(1, yr)),
    rule("QT", "the? last two quarters of YR", lambda yr: half(2, yr)),
    rule("SEA", "the? SEASON of? YR", lambda code, yr: dates.in_year_of(lambda y: calendar.season(code, y), yr)),
]
