"""How many of a unit of time, and how TIMEX3 writes it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["WORKING", "Amount", "Dur", "iso_duration"]

WORKING = "working"  # the modifier of days that leave out weekends and holidays
_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "D",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
_TIMES = {"weekend": 2, "fortnight": 2, "season": 3, "decade": 10, "century": 100}
_LOWER = {"minute": ("second", 60), "hour": ("minute", 60), "year": ("month", 12)}
_COARSE = {"night": ("day", 1), "fortnight": ("week", 2)}


class Amount(NamedTuple):
    """How many: equal ends for an exact number, None for an unknown one."""

    low: float | None
    high: float | None
    modifier: str | None = None


class Dur(NamedTuple):
    """A length of time."""

    amount: Amount
    unit: str

    @property
    def value(self) -> str:
        """The TIMEX3 value, e.g. P2W, PT4H, PXD."""
        return iso_duration(self.amount.low, self.unit)

    @property
    def n(self) -> float | None:
        """How many units, for arithmetic; None when only the words know, and for working days."""
        exact = self.amount.low == self.amount.high and self.amount.modifier != WORKING
        return self.amount.low if exact else None

    @property
    def steps(self) -> tuple[str, float | None]:
        """The unit of the calendar to count in, and how many of them."""
        unit, times = _COARSE.get(self.unit, (self.unit, 1))
        return unit, None if self.n is None else times * self.n


def iso_duration(n: float | None, unit: str) -> str:
    """Write a duration as TIMEX3 does."""
    letter = _LETTERS[unit]
    time, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if n is None:
        return f"P{time}X{ {'decade': 'E', 'century': 'C', 'quarter': 'M'}.get(unit, letter) }"
    n *= _TIMES.get(unit, 1)
    if n % 1 and unit in _LOWER:
        lower, per = _LOWER[unit]
        return (
            f"P{time}{int(n)}{letter}{round(n % 1 * per)}{_LETTERS[lower][-1]}"
            if n > 1
            else iso_duration(n * per, lower)
        )
    return f"P{time}{n:g}{letter}" if n < 1e6 else f"P{time}{int(n)}{letter}"
