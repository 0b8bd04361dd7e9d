"""Quarters, half-years, and the years and months of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, counted, dates, fiscal, stretches
from demarche.annotate.time.amounts import Amount, Dur
from demarche.annotate.time.chart import rule
from demarche.annotate.time.rules.lengths import always
from demarche.annotate.time.rules.periods import whole_year
from demarche.annotate.time.rules.which import STEP

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning

__all__ = ["ACCOUNTS", "ENDED", "FISCAL_YEARS", "half", "months_reported", "quarter_of"]


def _quarter(n: float, year: int | None = None) -> Meaning | None:
    if not 1 <= n <= 4:
        return None
    if year is not None:
        return dates.fixed(lambda: calendar.quarter(int(n), year))
    return fiscal.numbered_quarter(int(n))


def quarter_of(n: float, year: Meaning) -> Meaning | None:
    """Return the meaning of a quarter of a year that another meaning names."""
    return dates.in_year_of(lambda y: calendar.quarter(int(n), y), year) if 1 <= n <= 4 else None


def half(n: float, year: Meaning) -> Meaning | None:
    """Return the meaning of a half of a year that another meaning names."""
    return dates.in_year_of(lambda y: calendar.half(int(n), y), year) if 1 <= n <= 2 else None


def _code_quarter(n: Amount, year: int | None = None) -> Meaning | None:
    return _quarter(n.low, year) if n.low else None


def _code_half(n: Amount, year: int) -> Meaning | None:
    return half(n.low, whole_year(year)) if n.low else None


def _year_ended(month: int, day: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(Amount(1, 1), "year"), month, day, year)


def _months_ended(n: Amount, unit: str, month: int, day: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(n, unit), month, day, year)


def _year_to(month: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(Amount(1, 1), "year"), month, None, year)


def _months_to(n: Amount, unit: str, month: int, year: int | None = None) -> Meaning | None:
    return fiscal.months_ended(Dur(n, unit), month, None, year)


def months_reported(n: Amount, unit: str) -> Meaning:
    """Return the meaning of "the first nine months"."""
    return fiscal.months_reported(Dur(n, unit))


def _fiscal_quarter(n: int) -> Meaning | None:
    return fiscal.fiscal_quarter(n) if 1 <= n <= 4 else None


# What stands further on decides which: the end of "the quarter ended Sept. 30".
ENDED: list[Rule] = [
    rule("QT", "the? fiscal? ORD? -? quarter", fiscal.quarter_ended, ahead="ended|ending ,? MONTH DNUM ,? Y?"),
    rule("QT", "the? fiscal? ORD? -? quarter", fiscal.quarter_ended, ahead="ended|ending|to DNUM MONTH Y?"),
    rule("DUR", "the fiscal? year", _year_ended, ahead="ended|ending ,? MONTH DNUM ,? Y?"),
    rule("DUR", "the? first? N -? UNIT", _months_ended, ahead="ended|ending ,? MONTH DNUM ,? Y?"),
    rule("DUR", "the fiscal? year", _year_to, ahead="to|through|ended|ending MONTH Y?"),
    rule("DUR", "the? first? N UNIT", _months_to, ahead="to|through|ended|ending MONTH Y?"),
    rule("QT", "the? fiscal ORD -? quarter", _fiscal_quarter),
]


ACCOUNTS: list[Rule] = [
    rule("YR", "fiscal year? Y", whole_year),
    rule("YR", "fy Y", whole_year),
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
    rule("YR", "the past year", always(stretches.past_year)),
    rule("DUR", "the fiscal? year", always(Dur(Amount(1, 1, "the"), "year"))),
    rule("YR", "the fiscal year", always(counted.current("year"))),
    rule("YR", "the full year", always(counted.current("year"))),
    rule("YR", "the year", always(counted.current("year"))),
    rule("QT", "the latest quarter|period", always(fiscal.latest)),
    rule("QT", "the quarter", always(fiscal.latest)),
    rule("YR", "year - ago|earlier", always(counted.ago(Dur(Amount(1, 1), "year")))),
    rule("QT", "the year - ago|earlier quarter|period", always(counted.ago(Dur(Amount(1, 1), "year")))),
]


FISCAL_YEARS: list[Rule] = [
    rule("YR", "the current|new fiscal year", always(counted.current("year"))),
    rule("YR", "the latest fiscal year", always(counted.current("year", -1))),
    rule("YR", "the coming fiscal year", always(counted.current("year", 1))),
    rule("YR", "WHICH fiscal year", lambda which: counted.current("year", STEP[which])),
]
