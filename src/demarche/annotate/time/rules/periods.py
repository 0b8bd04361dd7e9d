"""Months, seasons, years, decades and eras that the words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, dates
from demarche.annotate.time.amounts import Amount
from demarche.annotate.time.chart import rule
from demarche.annotate.time.eras import ERAS
from demarche.annotate.time.rules.days import TO
from demarche.annotate.time.rules.lengths import always
from demarche.annotate.time.scene import whole

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning

__all__ = ["ERA_RULES", "PERIODS", "SHARED_MONTHS", "season", "whole_year"]


def _month(month: int, year: int | None = None) -> Meaning | None:
    if year is not None:
        return dates.fixed(lambda: calendar.month(month, year))
    return dates.yearless(lambda y: calendar.month(month, y), f"XXXX-{month:02}")


def whole_year(number: int) -> Meaning:
    """Return the meaning of a year's number."""
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


def season(code: str, year: int | None = None) -> Meaning | None:
    """Return the meaning of a season by its TIMEX3 code, of a year or of the nearest that the tense allows."""
    if year is not None:
        return dates.fixed(lambda: calendar.season(code, year))
    return dates.yearless(lambda y: calendar.season(code, y), f"XXXX-{code}")


def _with_its_year(month: int, other: int, year: int) -> Meaning | None:
    """Read the March of "from March to May 2015", the November of "November to March 2015"."""
    return _month(month, year if month <= other else year - 1)


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
    return whole_year(year) if year else None


SHARED_MONTHS: list[Rule] = [
    rule("MON", "MONTH", _with_its_year, ahead=f"{TO} MONTH ,? Y"),
]


ERA_RULES: list[Rule] = [
    *(rule("DEC", f"the {name}", always(_era(era))) for name, era in ERAS.items()),
    *(rule("DEC", name, always(_era(era))) for name, era in ERAS.items() if name.startswith("world war")),
]


PERIODS: list[Rule] = [
    rule("MON", "MONTH", _month),
    rule("MON", "MONTH ,? Y", _month),
    rule("MON", "MONTH of Y", _month),
    rule("MON", "MONTH ' N", _month_short_year),
    rule("YR", "' N", _apostrophe_year),
    rule("SEA", "the? SEASON", season),
    rule("SEA", "the? SEASON of? Y", season),
    rule("YR", "Y", whole_year),
    rule("YR", "the year Y", whole_year),
    rule("DEC", "the? Y s", _decade),
    rule("DEC", "the? Y 's", _decade),
    rule("DEC", "the? '? N s", _short_decade),
    rule("DEC", "the TENS", lambda tens: _decade(1900 + tens)),
    rule("DEC", "the? ORD century", _century),
    rule("DEC", "the? ORD - century", _century),
]
