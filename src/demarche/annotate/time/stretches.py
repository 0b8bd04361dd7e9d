"""Meanings of lengths, stretches and repeated times: "three years", "since 1991", "every day"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import ceil

from demarche.annotate.time import calendar
from demarche.annotate.time.amounts import Amount, Dur
from demarche.annotate.time.counted import ago, current
from demarche.annotate.time.scene import PUBLICATION, Meaning, Scene, Sense, reference
from demarche.record import Precision, TimeInterval, TimeType

__all__ = [
    "RECENT",
    "between",
    "coming",
    "duration",
    "past_year",
    "repeated",
    "repeated_length",
    "since",
    "some_day",
    "stretch",
    "until",
]

HOURS = 24  # of a day
RECENT = {"day": 10, "week": 10, "month": 12, "year": 10, "decade": 5}  # how many "recent days" are at most
_MEASURING = frozenset("for in within over after by than only about last lasted every each per".split())


def duration(dur: Dur) -> Meaning:
    """Return a length of time that lies nowhere in particular; "will close in three years" names the year."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.before == "in" and scene.direction > 0 and dur.n is not None and not dur.amount.modifier:
            return ago(dur, 1)(scene)
        return Sense(type=TimeType.DURATION, value=dur.value, told=False)

    return meaning


def some_day(scene: Scene) -> Sense | None:
    """Return the meaning of "one day": some time to come where the verb looks ahead, else a day's length."""
    if scene.direction > 0 and scene.before not in _MEASURING:
        return reference("FUTURE_REF")(scene)
    return duration(Dur(Amount(1, 1), "day"))(scene)


def repeated_length(value: str) -> Meaning:
    """Return a length of time that the words leave open."""
    return lambda _: Sense(type=TimeType.DURATION, value=value, told=False)


def stretch(dur: Dur, sign: int) -> Meaning:
    """Return the meaning of "the past two weeks" (-1), "the next two years" (1): so long, up to or from publication."""

    def meaning(scene: Scene) -> Sense | None:
        sense = Sense(type=TimeType.DURATION, value=dur.value, anchor=PUBLICATION, told=False)
        unit, n = dur.steps
        reach = RECENT.get(unit) if n is None else n
        if unit == "hour" and n is not None:
            unit, reach = "day", ceil(n / HOURS)
        if scene.today is None or reach is None or unit in {"second", "minute", "hour"}:
            return sense
        far = calendar.shift_day(scene.today, unit, sign * reach)
        if far is None:
            return sense
        first, last = sorted((far, scene.today))
        precision = Precision.VAGUE if n is None else _finest(unit)
        return replace(sense, interval=TimeInterval(first=first, last=last, precision=precision))

    return meaning


def coming(unit: str) -> Meaning:
    """Return the meaning of "the coming days": some time to come, but not long from publication."""

    def meaning(scene: Scene) -> Sense | None:
        near = stretch(Dur(Amount(None, None), unit), 1)(scene)
        return near and replace(near, type=TimeType.DATE, value="FUTURE_REF")

    return meaning


def past_year(scene: Scene) -> Sense | None:
    """Return the meaning of "the past year": the twelve months up to publication, with the value of the year before."""
    year, months = (meaning(scene) for meaning in (current("year", -1), stretch(Dur(Amount(12, 12), "month"), -1)))
    return year and months and replace(year, interval=months.interval, told=False)


def _finest(unit: str) -> Precision:
    return {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER}.get(
        unit, Precision.YEAR
    )


def repeated(value: str) -> Meaning:
    """Return a set of times: "every day", "weekly"."""
    return lambda _: Sense(type=TimeType.SET, value=value, told=False)


def since(base: Meaning | None) -> Meaning:
    """Return the stretch from a time, or from an event whose time is not known, up to publication."""

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene) if base else None
        start = _begins(sense) if sense else None
        if scene.today is None or (start and start > scene.today):
            return None
        interval = TimeInterval(first=start, last=scene.today, precision=Precision.VAGUE)
        value = f"{_began(sense, start) if sense and start else 'XXXX'}/{scene.today.isoformat()}"
        return Sense(type=TimeType.DATE, value=value, interval=interval, anchor=PUBLICATION, told=False)

    return meaning


def _began(sense: Sense, start: date) -> str:
    """Write the beginning of a stretch: the value of a period of the calendar, the day where an era ended."""
    return start.isoformat() if "/" in sense.value else sense.value


def _begins(sense: Sense) -> date | None:
    """Return the day since which: "since 1991" counts from its first day, "since the Cold War" from the last."""
    if sense.period and sense.period.unit == "era":
        return sense.period.last
    return sense.interval.first if sense.interval else None


def until(base: Meaning) -> Meaning:
    """Return the stretch that ends with a time and begins nobody says when."""

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if not sense or not sense.interval or not sense.interval.last:
            return None
        interval = TimeInterval(first=None, last=sense.interval.last, precision=Precision.VAGUE)
        return Sense(
            type=TimeType.DATE,
            value=f"../{sense.interval.last.isoformat()}",
            interval=interval,
            anchor=sense.anchor,
            told=False,
        )

    return meaning


def between(first: Meaning, last: Meaning) -> Meaning:
    """Return the stretch from one time to another, both included."""

    def meaning(scene: Scene) -> Sense | None:
        a, b = first(scene), last(scene)
        start = a.interval.first if a and a.interval else None
        end = b.interval.last if b and b.interval else None
        if not a or not b or not start or not end or start > end:
            return None
        interval = TimeInterval(first=start, last=end, precision=a.interval.precision if a.interval else Precision.DAY)
        return Sense(type=TimeType.DATE, value=f"{a.value}/{b.value}", interval=interval, anchor=a.anchor, told=False)

    return meaning
