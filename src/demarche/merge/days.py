"""The days on which an act may lie, as one report tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demarche.record import Basis, Precision

__all__ = ["Days", "possible_days"]

SLACK = 1
"""Days left on either side of those told: for the hour of another time zone, and for mistakes."""
PUBLISHED_BEFORE, SPOKEN_OF = 2, 10
"""Days before publication on which an undated deed may lie; days around it for what is no deed, or is told undated."""
OPEN = 366
"""Days after which an open interval is taken to end."""
EVER = (date(1900, 1, 1), date(2100, 1, 1))
FINE = {Precision.DAY, Precision.HOUR, Precision.MINUTE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days on which an act may lie, both included; `fixed` when the article names one day."""

    first: date
    last: date
    fixed: bool = False

    @property
    def span(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days

    def touches(self, other: Days) -> bool:
        """Say whether there is a day that both allow."""
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: Days) -> Days | None:
        """Return the days that both allow, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first=first, last=last, fixed=self.fixed or other.fixed) if first <= last else None


def possible_days(
    first: date | None, last: date | None, precision: Precision | None, basis: Basis | None, published: date | None
) -> Days:
    """Return the days on which an act may lie, by what is told of its time and by the day of publication."""
    start, end = first or last, last or first
    if start is None or end is None:
        return _undated(published)
    if basis is Basis.PUBLISHED:
        return Days(first=start - timedelta(PUBLISHED_BEFORE) if first else EVER[0], last=end)
    return Days(
        first=start - timedelta(SLACK if first else OPEN),
        last=end + timedelta(SLACK if last else OPEN),
        fixed=first == last and precision in FINE,
    )


def _undated(published: date | None) -> Days:
    if published is None:
        return Days(first=EVER[0], last=EVER[1])
    reach = timedelta(SPOKEN_OF)
    return Days(first=published - reach, last=published + reach)
