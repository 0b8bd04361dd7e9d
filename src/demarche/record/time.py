"""Dates with their precision: closed intervals of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from demarche.errors import DateError

__all__ = ["Precision", "TimeInterval", "parse_day"]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Precision(StrEnum):
    """How exactly an interval is known, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInterval:
    """The days from `first` to `last`, both included; an open end is `None`.

    At least one end is known, and `first <= last` where both are.
    """

    first: date | None
    last: date | None
    precision: Precision

    def __post_init__(self) -> None:
        """Refuse an interval that runs backwards or has no end at all."""
        if self.first is None and self.last is None:
            msg = "an interval needs a first or a last day"
            raise DateError(msg)
        if self.first and self.last and self.first > self.last:
            msg = f"an interval cannot run from {self.first} back to {self.last}"
            raise DateError(msg)

    @classmethod
    def day(cls, day: date, precision: Precision = Precision.DAY) -> TimeInterval:
        """Return the interval of one day."""
        return cls(first=day, last=day, precision=precision)

    @classmethod
    def parse(cls, text: str) -> TimeInterval:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises `DateError` for anything else."""
        found = _PARTIAL.fullmatch(text.strip())
        if not found:
            msg = f"{text!r} is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"
            raise DateError(msg)
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            return cls._of_parts(year or 0, month, day)
        except ValueError as error:
            msg = f"{text!r} is not a date of the calendar ({error}); write YYYY-MM-DD"
            raise DateError(msg) from None

    @classmethod
    def _of_parts(cls, year: int, month: int | None, day: int | None) -> TimeInterval:
        if month is None:
            return cls(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)
        if day is None:
            end = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1
            return cls(first=date(year, month, 1), last=date(year, month, end), precision=Precision.MONTH)
        return cls.day(date(year, month, day))

    @property
    def middle(self) -> date:
        """The day half way, or the known end of an open interval."""
        first, last = self.first or self.last, self.last or self.first
        if first is None or last is None:  # pragma: no cover - the constructor excludes it
            msg = "an interval needs a first or a last day"
            raise DateError(msg)
        return first + timedelta(days=(last - first).days // 2)

    def overlaps(self, other: TimeInterval) -> bool:
        """Say whether some day may lie in both."""
        starts_late = self.first and other.last and self.first > other.last
        ends_early = self.last and other.first and self.last < other.first
        return not (starts_late or ends_early)


def parse_day(text: str) -> date:
    """Read one whole day, `YYYY-MM-DD`; raises `DateError` for anything else."""
    interval = TimeInterval.parse(text)
    if interval.precision is not Precision.DAY or interval.first is None:
        msg = f"{text!r} is not a whole day; write YYYY-MM-DD"
        raise DateError(msg)
    return interval.first
