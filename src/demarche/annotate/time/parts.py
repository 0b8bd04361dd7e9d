"""Meanings of a part of a period or of a day: "early May", "Friday night", "the end of the year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from demarche.annotate.time import calendar
from demarche.annotate.time.calendar import Period
from demarche.annotate.time.counted import current
from demarche.annotate.time.scene import NARRATIVE, Meaning, Scene, Sense, unknown, whole
from demarche.record import Precision, TimeInterval, TimeType

__all__ = [
    "SOON_AFTER",
    "clock",
    "daypart",
    "end_of_the_year",
    "overnight",
    "part",
    "story_day",
    "unknown_day",
    "year_end",
]

SOON_AFTER = 3  # months of a year in which "the end of the year", told as past, is that of the one before


def part(which: str, base: Meaning) -> Meaning:
    """Return the early, middle or late part of a period, its opening or its close; the value is that of the whole."""

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if not sense or not sense.period or sense.period.first == sense.period.last:
            return sense
        first, last = _share(sense.period, which)
        return replace(sense, interval=TimeInterval(first=first, last=last, precision=sense.period.interval.precision))

    return meaning


def _share(period: Period, which: str) -> tuple[date, date]:
    """Return a half or third of a period, or its first or last twelfth (a year's end is December)."""
    days = (period.last - period.first).days
    half, third, twelfth = days // 2, days // 3, days // 12
    first, last = {
        "START": (0, third),
        "MID": (third, days - third),
        "END": (days - third, days),
        "FIRST HALF": (0, half),
        "LAST HALF": (half + 1, days),
        "OPENING": (0, twelfth),
        "CLOSE": (days - twelfth, days),
    }[which]
    return period.first + timedelta(days=first), period.first + timedelta(days=last)


def clock(base: Meaning, hour: int, minute: int | None, zone: str = "") -> Meaning | None:
    """Return a time of day on a day; its zone is "Z" where it is told in universal time."""
    if not (0 <= hour <= 24 and 0 <= (minute or 0) < 60):
        return None

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if not sense:
            return None
        value = f"{sense.value}T{hour:02}:{minute or 0:02}{zone}"
        interval = sense.interval and replace(
            sense.interval, precision=Precision.MINUTE if minute is not None else Precision.HOUR
        )
        return replace(sense, type=TimeType.TIME, value=value, interval=interval)

    return meaning


def daypart(base: Meaning, code: str) -> Meaning:
    """Return the morning (MO), midday (MI), afternoon (AF), evening (EV) or night (NI) of a day."""

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if not sense:
            return None
        day = sense.value.partition("T")[0]
        return replace(sense, type=TimeType.TIME, value=f"{day}T{code}")

    return meaning


def story_day(scene: Scene) -> Sense | None:
    """Return the day that a time of day alone belongs to: the day last told, else the day of publication."""
    if scene.anchor and scene.anchor.unit == "day":
        return whole(scene.anchor, NARRATIVE)
    return current("day")(scene)


def unknown_day(_: Scene) -> Sense | None:
    """Return the day of "at 2 a.m. on the first night of the war", which nobody says."""
    return unknown("day")


def overnight(scene: Scene) -> Sense | None:
    """Return the meaning of "overnight": the night that ends on the day of publication; that of a day told or ahead."""
    day = story_day(scene)
    if day is None or scene.today is None or scene.direction > 0 or day.value != scene.today.isoformat():
        return daypart(story_day, "NI")(scene)
    night = daypart(current("day", -1), "NI")(scene)
    return night and replace(night, interval=night.interval and replace(night.interval, last=scene.today))


def end_of_the_year(scene: Scene) -> Sense | None:
    """Return the meaning of "the end of the year": of the last one when it is told as past soon after."""
    soon_after = scene.today is not None and scene.direction < 0 and scene.today.month <= SOON_AFTER
    gone = soon_after or scene.before == "since"
    sense = part("CLOSE", current("year", -1 if gone else 0))(scene)
    return sense and replace(sense, told=False)


def year_end(scene: Scene) -> Sense | None:
    """Return the meaning of "year-end": the last day of the year, on which accounts close."""
    sense = end_of_the_year(scene)
    if sense is None or sense.interval is None or sense.interval.last is None:
        return sense
    return replace(whole(calendar.day(sense.interval.last), sense.anchor), told=False)
