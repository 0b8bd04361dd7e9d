"""What an expression of time means, once the day of publication and the story so far are known.

A `Meaning` is a function from the `Scene` in which the words stand to a `Sense`, or None when the words cannot mean
anything there. Meanings are composed: `clock(weekday(4), 9, 0)` is nine o'clock on Friday.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from demarche.annotate.time.calendar import Period
from demarche.record import Precision, TimeInterval, TimeType

__all__ = ["NARRATIVE", "PUBLICATION", "Meaning", "Scene", "Sense", "reference", "unknown", "whole"]

PUBLICATION = "publication"
NARRATIVE = "narrative"  # replaced by the id of the time that it was counted from
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where the words stand: the day of publication, whether their verb looks back (-1) or ahead (1), the last time.

    `quarter` is the quarter that the article reports on, if it reports on one; `reported` is that quarter, or the
    months or the year whose results were named since. `before` is the word before the words. `days` are those told
    with their year, by month and day.
    """

    today: date | None
    direction: int = 0
    anchor: Period | None = None
    quarter: Period | None = None
    reported: Period | None = None
    before: str = ""
    days: Mapping[tuple[int, int], Period] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What the words mean: a TIMEX3 value, the period or interval of days where known, what it was counted from.

    `told` says whether the story is now at this time, so that "the next day" counts from it.
    """

    type: TimeType
    value: str
    period: Period | None = None
    interval: TimeInterval | None = None
    anchor: str | None = None
    told: bool = True


Meaning = Callable[[Scene], Sense | None]


def whole(period: Period, anchor: str | None = None) -> Sense:
    """Return the sense of a known period."""
    return Sense(type=TimeType.DATE, value=period.value, period=period, interval=period.interval, anchor=anchor)


def unknown(unit: str, value: str | None = None) -> Sense:
    """Return the sense of a unit of the calendar of which nothing more is known."""
    return Sense(type=TimeType.DATE, value=value or _UNKNOWN[unit], told=False)


def reference(value: str, *, told: bool = False) -> Meaning:
    """Return PRESENT_REF, PAST_REF or FUTURE_REF; the present is the day of publication."""

    def meaning(scene: Scene) -> Sense | None:
        interval = None
        if scene.today:
            day = scene.today
            interval = {
                "PRESENT_REF": TimeInterval.day(day),
                "PAST_REF": TimeInterval(first=None, last=day, precision=Precision.VAGUE),
                "FUTURE_REF": TimeInterval(first=day, last=None, precision=Precision.VAGUE),
            }[value]
        return Sense(type=TimeType.DATE, value=value, interval=interval, anchor=PUBLICATION, told=told)

    return meaning
