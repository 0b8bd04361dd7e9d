"""Periods of the calendar: what a year, a quarter, a week or a day covers, and how they are shifted."""

from __future__ import annotations

import calendar as months
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from demarche.record import Precision, TimeInterval

__all__ = [
    "HOLIDAYS",
    "Period",
    "Unit",
    "century",
    "day",
    "decade",
    "holiday",
    "month",
    "nth_weekday",
    "period_of",
    "quarter",
    "season",
    "shift",
    "shift_day",
    "week",
    "weekend",
    "year",
]

Unit = str  # one of the keys of _PRECISION

_PRECISION = {
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.WEEK,
    "month": Precision.MONTH,
    "season": Precision.SEASON,
    "quarter": Precision.QUARTER,
    "half": Precision.QUARTER,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.VAGUE,
    "era": Precision.VAGUE,
    "vague": Precision.VAGUE,
}
# Meteorological seasons of the north: first month; winter begins in the year that it is named by.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FIRST_YEAR, _LAST_YEAR = 1, 9998


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `first` to `last`, both included, that are one `unit` of the calendar; `value` as in TIMEX3."""

    unit: Unit
    first: date
    last: date
    value: str

    @property
    def interval(self) -> TimeInterval:
        """The same as an interval of the record."""
        return TimeInterval(first=self.first, last=self.last, precision=_PRECISION[self.unit])


def day(of: date) -> Period:
    """Return one day."""
    return Period(unit="day", first=of, last=of, value=of.isoformat())


def week(of: date) -> Period:
    """Return the ISO week, Monday to Sunday, that a day lies in."""
    first = of - timedelta(days=of.weekday())
    number = of.isocalendar()
    return Period(unit="week", first=first, last=first + timedelta(days=6), value=f"{number.year}-W{number.week:02}")


def weekend(of: date) -> Period:
    """Return the Saturday and Sunday of the ISO week of a day."""
    whole = week(of)
    return Period(unit="weekend", first=whole.first + timedelta(days=5), last=whole.last, value=f"{whole.value}-WE")


def month(number: int, of: int) -> Period:
    """Return month `number` of the year `of`."""
    last = months.monthrange(of, number)[1]
    return Period(unit="month", first=date(of, number, 1), last=date(of, number, last), value=f"{of:04}-{number:02}")


def quarter(number: int, of: int) -> Period:
    """Return quarter `number`, 1 to 4, of the year `of`."""
    return _span("quarter", month(3 * number - 2, of), month(3 * number, of), f"{of:04}-Q{number}")


def half(number: int, of: int) -> Period:
    """Return half-year `number`, 1 or 2, of the year `of`."""
    return _span("half", month(6 * number - 5, of), month(6 * number, of), f"{of:04}-H{number}")


def season(code: str, of: int) -> Period:
    """Return a season by its TIMEX3 code; the winter of a year runs from its December into the next February."""
    first = SEASONS[code]
    end = month(2, of + 1) if code == "WI" else month(first + 2, of)
    return _span("season", month(first, of), end, f"{of:04}-{code}")


def year(of: int) -> Period:
    """Return a whole year."""
    return _span("year", month(1, of), month(12, of), f"{of:04}")


def decade(of: int) -> Period:
    """Return the ten years that begin with `of` rounded down to tens."""
    return _span("decade", year(of // 10 * 10), year(of // 10 * 10 + 9), f"{of // 10:03}")


def century(of: int) -> Period:
    """Return the hundred years that begin with `of` rounded down to hundreds."""
    return _span("century", year(of // 100 * 100), year(of // 100 * 100 + 99), f"{of // 100:02}")


def _span(unit: Unit, first: Period, last: Period, value: str) -> Period:
    return Period(unit=unit, first=first.first, last=last.last, value=value)


_WHOLE: dict[str, Callable[[date], Period]] = {
    "day": day,
    "week": week,
    "weekend": weekend,
    "month": lambda d: month(d.month, d.year),
    "quarter": lambda d: quarter((d.month + 2) // 3, d.year),
    "half": lambda d: half((d.month + 5) // 6, d.year),
    "season": lambda d: season(*_season_of(d)),
    "year": lambda d: year(d.year),
    "decade": lambda d: decade(d.year),
    "century": lambda d: century(d.year),
}


def period_of(unit: Unit, of: date) -> Period:
    """Return the whole unit of the calendar that a day lies in."""
    return _WHOLE[unit](of)


def _season_of(of: date) -> tuple[str, int]:
    code = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[of.month % 12 // 3]
    return code, of.year - 1 if of.month < 3 else of.year


def shift_day(of: date, unit: Unit, n: float) -> date | None:
    """Return the day `n` units later (earlier when negative), or None beyond the calendar."""
    if unit in {"day", "week", "weekend"}:
        return _plus_days(of, n * (1 if unit == "day" else 7))
    count = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if count is None:
        return of
    at = of.year * 12 + of.month - 1 + round(n * count)
    number, in_year = at % 12 + 1, at // 12
    if not _FIRST_YEAR <= in_year <= _LAST_YEAR:
        return None
    return date(in_year, number, min(of.day, months.monthrange(in_year, number)[1]))


def _plus_days(of: date, n: float) -> date | None:
    try:
        return of + timedelta(days=round(n))
    except OverflowError:
        return None


def shift(period: Period, unit: Unit, n: float) -> Period | None:
    """Return the period of the same kind `n` units away: a year before 1989-Q3 is 1988-Q3."""
    # A week belongs to the month and the year of its Thursday.
    moved = shift_day(period.first + timedelta(days=3) if period.unit == "week" else period.first, unit, n)
    if moved is None:
        return None
    if period.unit in _WHOLE:
        return period_of(period.unit, moved)
    return replace(period, first=moved, last=moved + (period.last - period.first), value=moved.isoformat())


def nth_weekday(of: int, number: int, weekday: int, n: int) -> date:
    """Return the n-th given weekday (Monday 0) of a month, which may lie in the next; n = -1 is the last."""
    if n < 0:
        last = date(of, number, months.monthrange(of, number)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(of, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def _easter(of: int) -> date:
    """Return Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = of % 19, of // 100, of % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    number = (h + m - 7 * n + 90) // 25
    return date(of, number, (h + m - 7 * n + 33 * number + 19) % 32)


def _orthodox_easter(of: int) -> date:
    """Return Eastern Easter Sunday: Meeus' Julian computus, 13 days apart from 1900 to 2099."""
    a = (19 * (of % 19) + 15) % 30
    b = (2 * (of % 4) + 4 * (of % 7) - a + 34) % 7
    number, day_of = divmod(a + b + 114, 31)
    return date(of, number, day_of + 1) + timedelta(days=13)


def _islamic(of: int, number: int, in_month: int) -> date:
    """Return the first such day of the tabular Islamic calendar in a year of ours; sightings differ by a day or two."""
    guess = int((of - 622) * 33 / 32)
    for lunar in (guess - 1, guess, guess + 1, guess + 2):
        elapsed = in_month + -(-(29.5 * (number - 1)) // 1) + (lunar - 1) * 354 + (3 + 11 * lunar) // 30
        found = date.fromordinal(227_014 + int(elapsed))
        if found.year == of:
            return found
    return date(of, 1, 1)


def _days(first: date, last: date, value: str) -> Period:
    return Period(unit="day" if first == last else "vague", first=first, last=last, value=value)


def _one(of: date) -> Period:
    return day(of)


# Day of the holiday in a year. Days that follow the moon carry a margin, in days, on either side.
HOLIDAYS: dict[str, Callable[[int], Period]] = {
    "christmas": lambda y: _one(date(y, 12, 25)),
    "christmas day": lambda y: _one(date(y, 12, 25)),
    "christmas eve": lambda y: _one(date(y, 12, 24)),
    "orthodox christmas": lambda y: _one(date(y, 1, 7)),
    "coptic christmas": lambda y: _one(date(y, 1, 7)),
    "epiphany": lambda y: _one(date(y, 1, 6)),
    "holocaust remembrance day": lambda y: _one(date(y, 1, 27)),
    "international women 's day": lambda y: _one(date(y, 3, 8)),
    "nowruz": lambda y: _days(date(y, 3, 20), date(y, 3, 21), f"{y:04}-03"),
    "april fools ' day": lambda y: _one(date(y, 4, 1)),
    "earth day": lambda y: _one(date(y, 4, 22)),
    "anzac day": lambda y: _one(date(y, 4, 25)),
    "nakba day": lambda y: _one(date(y, 5, 15)),
    "juneteenth": lambda y: _one(date(y, 6, 19)),
    "all saints ' day": lambda y: _one(date(y, 11, 1)),
    "remembrance day": lambda y: _one(date(y, 11, 11)),
    "martin luther king day": lambda y: _one(nth_weekday(y, 1, 0, 3)),
    "martin luther king jr day": lambda y: _one(nth_weekday(y, 1, 0, 3)),
    "presidents ' day": lambda y: _one(nth_weekday(y, 2, 0, 3)),
    "presidents day": lambda y: _one(nth_weekday(y, 2, 0, 3)),
    "mother 's day": lambda y: _one(nth_weekday(y, 5, 6, 2)),
    "father 's day": lambda y: _one(nth_weekday(y, 6, 6, 3)),
    "orthodox easter": lambda y: _one(_orthodox_easter(y)),
    "holy week": lambda y: _days(
        _easter(y) - timedelta(days=7), _easter(y) - timedelta(days=1), week(_easter(y)).value
    ),
    "maundy thursday": lambda y: _one(_easter(y) - timedelta(days=3)),
    "holy saturday": lambda y: _one(_easter(y) - timedelta(days=1)),
    "ascension day": lambda y: _one(_easter(y) + timedelta(days=39)),
    "pentecost": lambda y: _one(_easter(y) + timedelta(days=49)),
    "lunar new year": lambda y: _days(date(y, 1, 21), date(y, 2, 20), f"{y:04}-WI"),
    "chinese new year": lambda y: _days(date(y, 1, 21), date(y, 2, 20), f"{y:04}-WI"),
    "diwali": lambda y: _days(date(y, 10, 17), date(y, 11, 15), f"{y:04}-FA"),
    "purim": lambda y: _days(date(y, 2, 25), date(y, 3, 25), f"{y:04}"),
    "boxing day": lambda y: _one(date(y, 12, 26)),
    "new year 's day": lambda y: _one(date(y, 1, 1)),
    "new years day": lambda y: _one(date(y, 1, 1)),
    "new year 's eve": lambda y: _one(date(y, 12, 31)),
    "valentine 's day": lambda y: _one(date(y, 2, 14)),
    "st . patrick 's day": lambda y: _one(date(y, 3, 17)),
    "may day": lambda y: _one(date(y, 5, 1)),
    "bastille day": lambda y: _one(date(y, 7, 14)),
    "fourth of july": lambda y: _one(date(y, 7, 4)),
    "halloween": lambda y: _one(date(y, 10, 31)),
    "veterans day": lambda y: _one(date(y, 11, 11)),
    "armistice day": lambda y: _one(date(y, 11, 11)),
    "labor day": lambda y: _one(nth_weekday(y, 9, 0, 1)),
    "memorial day": lambda y: _one(nth_weekday(y, 5, 0, -1)),
    "columbus day": lambda y: _one(nth_weekday(y, 10, 0, 2)),
    "thanksgiving": lambda y: _one(nth_weekday(y, 11, 3, 4)),
    "thanksgiving day": lambda y: _one(nth_weekday(y, 11, 3, 4)),
    "election day": lambda y: _one(nth_weekday(y, 11, 0, 1) + timedelta(days=1)),
    "easter": lambda y: _one(_easter(y)),
    "easter sunday": lambda y: _one(_easter(y)),
    "easter monday": lambda y: _one(_easter(y) + timedelta(days=1)),
    "easter week": lambda y: week(_easter(y)),
    "good friday": lambda y: _one(_easter(y) - timedelta(days=2)),
    "palm sunday": lambda y: _one(_easter(y) - timedelta(days=7)),
    "ash wednesday": lambda y: _one(_easter(y) - timedelta(days=46)),
    "ramadan": lambda y: _lunar(y, 9, 1, 30),
    "eid al - fitr": lambda y: _lunar(y, 10, 1, 3),
    "eid ul - fitr": lambda y: _lunar(y, 10, 1, 3),
    "eid ul - adha": lambda y: _lunar(y, 12, 10, 4),
    "eid al - adha": lambda y: _lunar(y, 12, 10, 4),
    "ashura": lambda y: _lunar(y, 1, 10, 1),
    "yom kippur": lambda y: _days(date(y, 9, 14), date(y, 10, 14), f"{y:04}-FA"),
    "rosh hashanah": lambda y: _days(date(y, 9, 5), date(y, 10, 5), f"{y:04}-FA"),
    "rosh hashana": lambda y: _days(date(y, 9, 5), date(y, 10, 5), f"{y:04}-FA"),
    "sukkot": lambda y: _days(date(y, 9, 19), date(y, 10, 26), f"{y:04}-FA"),
    "passover": lambda y: _days(date(y, 3, 26), date(y, 5, 3), f"{y:04}-SP"),
    "hanukkah": lambda y: _days(date(y, 11, 27), date(y, 12, 31), f"{y:04}-12"),
}


def _lunar(of: int, number: int, in_month: int, length: int) -> Period:
    first = _islamic(of, number, in_month)
    return _days(first, first + timedelta(days=length - 1), first.isoformat()[:7])


def holiday(name: str, of: int) -> Period:
    """Return a holiday of the table in a year; those of the moon as the span in which they lie."""
    return HOLIDAYS[name](of)
