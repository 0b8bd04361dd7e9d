"""What an expression of time means, once the day of publication and the story so far are known.

A `Meaning` is a function from the `Scene` in which the words stand to a `Sense`, or None when the words cannot mean
anything there. Meanings are composed: `clock(weekday(4), 9, 0)` is nine o'clock on Friday.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from demarche.annotate.time import calendar
from demarche.annotate.time.calendar import Period
from demarche.record import Precision, TimeInterval, TimeType

__all__ = ["PUBLICATION", "Amount", "Dur", "Meaning", "Scene", "Sense"]

PUBLICATION = "publication"
NARRATIVE = "narrative"  # replaced by the id of the time that it was counted from

# A date without a year is seldom meant ten months away when its neighbour in the other direction is close by,
# whatever the tense of the verb: both figures in days.
FAR, NEAR = 270, 60
RECENT = {"day": 10, "week": 10, "month": 12, "year": 10, "decade": 5}  # how many "recent days" are at most
SOON_AFTER = 3  # months of a year in which "the end of the year", told as past, is that of the one before
FEW_WEEKS = 2  # up to here "weeks ago" is counted to the day, beyond that to the week
FUTURE_WEIGHT = 1.5  # without any cue, a day to come has to be this much closer than the one gone by

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
# How finely a long time ago is meant: "half a century ago" is a decade, "three decades ago" a year.
_MEANT = {"century": "decade", "decade": "year"}


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
        """How many units, for arithmetic; None when only the words know."""
        return self.amount.low if self.amount.low == self.amount.high else None

    @property
    def steps(self) -> tuple[str, float | None]:
        """The unit of the calendar to count in, and how many of them."""
        unit, times = _COARSE.get(self.unit, (self.unit, 1))
        return unit, None if self.n is None else times * self.n


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where the words stand: the day of publication, whether their verb looks back (-1) or ahead (1), the last time.

    `quarter` is the quarter that the article reports on, if it reports on one; `before` is the word before the words.
    """

    today: date | None
    direction: int = 0
    anchor: Period | None = None
    quarter: Period | None = None
    before: str = ""


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


def whole(period: Period, anchor: str | None = None) -> Sense:
    """Return the sense of a known period."""
    return Sense(type=TimeType.DATE, value=period.value, period=period, interval=period.interval, anchor=anchor)


def unknown(unit: str, value: str | None = None) -> Sense:
    """Return the sense of a unit of the calendar of which nothing more is known."""
    return Sense(type=TimeType.DATE, value=value or _UNKNOWN[unit], told=False)


def fixed(make: Callable[[], Period]) -> Meaning | None:
    """Return the meaning of a complete date, or None when the calendar has no such day."""
    try:
        period = make()
    except (ValueError, OverflowError):
        return None
    return lambda _: whole(period)


def yearless(make: Callable[[int], Period], value: str) -> Meaning | None:
    """Return the meaning of a date without its year; `value` is written when there is no publication day."""
    try:
        make(2024)
    except ValueError:
        return None

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("day", value)
        found = _choose(_years(make, scene.today.year), scene.today, scene.direction)
        return whole(found, PUBLICATION) if found else None

    return meaning


def either(first: date, last: date) -> Meaning:
    """Return the meaning of a date in digits whose order is not known: one of two days."""
    interval = TimeInterval(first=first, last=last, precision=Precision.VAGUE)
    return lambda _: Sense(type=TimeType.DATE, value=f"{first.year:04}-XX-XX", interval=interval, told=False)


def _years(make: Callable[[int], Period], around: int) -> list[Period]:
    found = []
    for year in range(around - 4, around + 5):  # four years on either side hold a 29th of February
        try:
            found.append(make(year))
        except ValueError:
            continue
    return found


def _choose(periods: list[Period], today: date, direction: int) -> Period | None:
    """Choose among the years of a date by the tense of its verb and by nearness."""
    past = max((p for p in periods if p.first <= today), key=lambda p: p.first, default=None)
    future = min((p for p in periods if p.last >= today), key=lambda p: p.first, default=None)
    if past is None or future is None or past == future:
        return past or future
    back, ahead = (today - past.last).days, (future.first - today).days
    if direction < 0 and not (back > FAR and ahead < NEAR):
        return past
    if direction > 0 and not (ahead > FAR and back < NEAR):
        return future
    return past if back <= FUTURE_WEIGHT * ahead else future


def weekday(number: int, which: str = "") -> Meaning:
    """Return the meaning of a day of the week; `which` is last, next or this.

    "This Friday" lies ahead unless the verb looks back; where `which` is empty, it lies back unless the verb looks
    ahead.
    """

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("day", f"XXXX-WXX-{number + 1}")
        back = (scene.today.weekday() - number) % 7
        ahead = (number - scene.today.weekday()) % 7
        if which == "last":
            days = -(back or 7)
        elif which == "next":
            days = ahead or 7
        else:
            days = ahead if scene.direction > 0 or (which == "this" and not scene.direction) else -back
        return whole(calendar.day(scene.today + timedelta(days=days)), PUBLICATION)

    return meaning


def weekday_of_story(number: int, sign: int) -> Meaning:
    """Return the meaning of "the previous Friday" (-1), "the following Friday" (1): counted from the last day told."""

    def meaning(scene: Scene) -> Sense | None:
        anchor = scene.anchor.first if scene.anchor and scene.anchor.unit == "day" else scene.today
        if anchor is None:
            return unknown("day", f"XXXX-WXX-{number + 1}")
        days = sign * ((sign * (number - anchor.weekday())) % 7 or 7)
        return whole(calendar.day(anchor + timedelta(days=days)), NARRATIVE if scene.anchor else PUBLICATION)

    return meaning


def weekday_of_month(n: int, number: int, month: Meaning) -> Meaning:
    """Return the meaning of "the first Monday of May"; n = -1 is the last."""

    def meaning(scene: Scene) -> Sense | None:
        sense = month(scene)
        if sense is None or sense.period is None or sense.period.unit != "month":
            return None
        found = calendar.nth_weekday(sense.period.first.year, sense.period.first.month, number, n)
        return whole(calendar.day(found), sense.anchor) if found.month == sense.period.first.month else None

    return meaning


def day_of_month(number: int) -> Meaning:
    """Return the meaning of "on the 15th": that day of this month or of its neighbour, by the tense of the verb."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("day", f"XXXX-XX-{number:02}")
        months = [calendar.shift_day(scene.today.replace(day=1), "month", n) for n in range(-2, 3)]
        days = [calendar.day(first.replace(day=number)) for first in months if first and _has_day(first, number)]
        found = _choose(days, scene.today, scene.direction)
        return whole(found, PUBLICATION) if found else None

    return meaning


def _has_day(first: date, number: int) -> bool:
    return number <= calendar.period_of("month", first).last.day


def day_before(base: Meaning) -> Meaning:
    """Return the meaning of "the eve of Easter": the day before something begins."""

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if sense is None or sense.period is None:
            return None
        return whole(calendar.day(sense.period.first - timedelta(days=1)), sense.anchor)

    return meaning


def dated_weekday(number: int, day: Meaning) -> Meaning:
    """Return the meaning of "Friday, Oct. 13": the date, in the year in which it is that day of the week."""

    def meaning(scene: Scene) -> Sense | None:
        sense = day(scene)
        if not sense or not sense.period or sense.period.first.weekday() == number:
            return sense
        return _same_day_in(sense, number) or sense

    return meaning


def _same_day_in(sense: Sense, number: int) -> Sense | None:
    """Look for the weekday in the neighbouring years; only a date counted from publication may move."""
    if sense.anchor != PUBLICATION or sense.period is None:
        return None
    at = sense.period.first
    for year in (at.year - 1, at.year + 1):
        moved = at.replace(year=year) if (at.month, at.day) != (2, 29) else None
        if moved and moved.weekday() == number:
            return whole(calendar.day(moved), PUBLICATION)
    return None


def current(unit: str, n: int = 0) -> Meaning:
    """Return the meaning of "this week" (0), "last year" (-1), "tomorrow" (1)."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown(unit)
        found = calendar.shift(calendar.period_of(unit, scene.today), unit, n)
        return whole(_customary(found, scene.today), PUBLICATION) if found else None

    return meaning


def this_weekend(scene: Scene) -> Sense | None:
    """Return the meaning of "this weekend": the one to come; early in the week and in the past tense, the last one."""
    gone = scene.today is not None and scene.direction < 0 and scene.today.weekday() < 3
    return current("weekend", -1 if gone else 0)(scene)


def _customary(period: Period, today: date) -> Period:
    """Take weeks as English-language news does: on a Sunday, "last week" is the one that has just ended."""
    if period.unit == "week" and today.weekday() == 6:
        return replace(period, first=period.first + timedelta(days=6), last=period.last + timedelta(days=6))
    return period


def named(make: Callable[[int], Period], which: str, value: str) -> Meaning:
    """Return the meaning of "last February", "next spring", "this summer"."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("month", value)
        periods, today = _years(make, scene.today.year), scene.today
        if which == "last":
            # The one that has only just ended is called "last month" instead.
            return whole(
                max(
                    (p for p in periods if (today - p.last).days > 31 or (p.unit != "month" and p.last < today)),
                    key=_first,
                ),
                PUBLICATION,
            )
        if which == "next":
            return whole(min((p for p in periods if p.first > today), key=_first), PUBLICATION)
        return whole(next(p for p in periods if p.first.year == today.year), PUBLICATION)

    return meaning


def _first(period: Period) -> date:
    return period.first


def in_year_of(make: Callable[[int], Period], year: Meaning) -> Meaning:
    """Return the meaning of "June last year", "the third quarter of 1984": a part of the year that another names."""

    def meaning(scene: Scene) -> Sense | None:
        sense = year(scene)
        if sense is None or sense.period is None or sense.period.unit != "year":
            return None
        try:
            return whole(make(sense.period.first.year), sense.anchor)
        except ValueError:
            return None

    return meaning


def latest(unit: str) -> Meaning:
    """Return the meaning of "the latest quarter": the last one that is over."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.quarter and unit == "quarter":
            return whole(scene.quarter, NARRATIVE)
        return current(unit, -1)(scene)

    return meaning


def numbered_quarter(number: int) -> Meaning:
    """Return the meaning of "the third quarter": this year's once it has begun, else last year's or this by tense."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.today is None:
            return unknown("quarter", f"XXXX-Q{number}")
        found = calendar.quarter(number, scene.today.year)
        if found.first > scene.today and scene.direction < 0:
            found = calendar.quarter(number, scene.today.year - 1)
        return whole(found, PUBLICATION)

    return meaning


def quarter_ended(number: float | None, month: int, day: int | None = None, year: int | None = None) -> Meaning | None:
    """Return the meaning of "the second quarter ended Oct. 31": of a company's year, where the number says so.

    Without a number it is the quarter of the calendar in which most of its days lie.
    """
    end = fixed(lambda: _last_day(month, day, year or 0)) if year else yearless(lambda y: _last_day(month, day, y), "")
    if end is None:
        return None

    def meaning(scene: Scene) -> Sense | None:
        sense = end(scene)
        if sense is None or sense.period is None:
            return None
        middle = sense.period.last - timedelta(days=45)
        found = calendar.period_of("quarter", middle)
        if number and 1 <= number <= 4 and f"Q{number:g}" not in found.value:
            found = replace(
                found,
                first=middle - timedelta(days=45),
                last=sense.period.last,
                value=f"{sense.period.last.year}-Q{number:g}",
            )
        return whole(found, sense.anchor)

    return meaning


def _last_day(month: int, day: int | None, year: int) -> Period:
    return calendar.day(date(year, month, day)) if day else calendar.day(calendar.month(month, year).last)


def quarter_of_year(number: int) -> Meaning:
    """Return the meaning of "the 1988 period": the year's part that the article compares, or the year."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.quarter is None:
            return replace(whole(calendar.year(number)), told=False)
        return replace(whole(calendar.period_of("quarter", scene.quarter.first.replace(year=number))), told=False)

    return meaning


def ago(dur: Dur, sign: int = -1) -> Meaning:
    """Return the meaning of "two weeks ago" (-1) or "two weeks from now" (1)."""

    def meaning(scene: Scene) -> Sense | None:
        unit, n = dur.steps
        if n is None:
            return reference("PAST_REF" if sign < 0 else "FUTURE_REF", told=False)(scene)
        if unit in {"second", "minute", "hour"}:
            return replace(current("day")(scene) or unknown("day"), anchor=PUBLICATION)
        if scene.today is None:
            return unknown(unit)
        return _counted(scene.today, scene, unit, sign * n)

    return meaning


def _counted(today: date, scene: Scene, unit: str, n: float) -> Sense | None:
    """Count back or ahead; results of a quarter are compared with the same quarter ("a year ago")."""
    if unit == "year" and abs(n) == 1 and scene.quarter:
        return _shifted(scene.quarter, unit, n)
    moved = calendar.shift_day(today, unit, n)
    if moved is None:
        return None
    if unit == "week" and abs(n) <= FEW_WEEKS:
        return _around(moved)
    return whole(calendar.period_of(_MEANT.get(unit, unit), moved), PUBLICATION)


def _around(day: date) -> Sense:
    """Return a day that was counted in weeks: it is meant to within half a week."""
    interval = TimeInterval(first=day - timedelta(days=3), last=day + timedelta(days=3), precision=Precision.WEEK)
    return replace(whole(calendar.day(day), PUBLICATION), interval=interval)


def _shifted(anchor: Period, unit: str, n: float) -> Sense | None:
    moved = calendar.shift(anchor, unit, n)
    return replace(whole(moved, NARRATIVE), told=False) if moved else None


def beside(dur: Dur, sign: int, base: Meaning | None = None) -> Meaning:
    """Return the meaning of "two days later" (1), "a year earlier" (-1), counted from `base` or from the story."""

    def meaning(scene: Scene) -> Sense | None:
        start = base(scene) if base else None
        anchor = start.period if start else scene.anchor
        if start is None and scene.quarter and dur == Dur(Amount(1, 1), "year"):
            return _shifted(scene.quarter, "year", sign)
        unit, n = dur.steps
        if unit in {"second", "minute", "hour"}:
            return Sense(type=TimeType.DURATION, value=dur.value, told=False)
        if anchor is None and scene.today:
            anchor = calendar.day(scene.today)
        found = _beside(anchor, unit, sign * n, start) if n is not None and anchor else None
        if found is None or _is_impossible(found, scene):
            return Sense(type=TimeType.DURATION, value=dur.value, told=False)
        return found

    return meaning


def _is_impossible(sense: Sense, scene: Scene) -> bool:
    """Say whether the past tense tells of a time that is still to come: it was counted from the wrong one."""
    return bool(scene.today and scene.direction < 0 and sense.period and sense.period.first > scene.today)


def _beside(anchor: Period, unit: str, n: float, start: Sense | None) -> Sense | None:
    """Shift a period; by years and months a day's answer is only as fine as the unit."""
    by = start.anchor if start else NARRATIVE
    if anchor.unit == "day" and unit in {"year", "month", "decade", "week"} and start is None:
        moved = calendar.shift_day(anchor.first, unit, n)
        return whole(calendar.period_of("year" if unit == "decade" else unit, moved), by) if moved else None
    found = calendar.shift(anchor, unit, n)
    return whole(found, by) if found else None


def of_story(unit: str, n: int = 0) -> Meaning:
    """Return the meaning of "that day" (0), "the following year" (1): counted from the last time told."""

    def meaning(scene: Scene) -> Sense | None:
        anchor = scene.anchor or (calendar.day(scene.today) if scene.today else None)
        if anchor is None:
            return unknown(unit)
        if _rank(anchor.unit) > _rank(unit):
            return unknown(unit, f"{anchor.value}-XX" if unit == "day" and anchor.unit == "month" else None)
        found = calendar.shift(calendar.period_of(unit, anchor.first), unit, n)
        sense = whole(found, NARRATIVE) if found else None
        return unknown(unit) if sense is None or _is_impossible(sense, scene) else sense

    return meaning


def last_told(scene: Scene) -> Sense | None:
    """Return the meaning of "until then": the last time told, whatever it was."""
    return whole(scene.anchor, NARRATIVE) if scene.anchor else None


def then(scene: Scene) -> Sense | None:
    """Return the meaning of "at the time": the last time told, or some time in the past."""
    return last_told(scene) or reference("PAST_REF")(scene)


def _rank(unit: str) -> int:
    order = [
        "day",
        "weekend",
        "week",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
        "vague",
        "era",
    ]
    return order.index(unit)


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
    """Return the first, middle or last third of a period, or its first or last twelfth (a year's end is December)."""
    days = (period.last - period.first).days
    third, twelfth = days // 3, days // 12
    first, last = {
        "START": (0, third),
        "MID": (third, days - third),
        "END": (days - third, days),
        "OPENING": (0, twelfth),
        "CLOSE": (days - twelfth, days),
    }[which]
    return period.first + timedelta(days=first), period.first + timedelta(days=last)


def clock(base: Meaning, hour: int, minute: int | None) -> Meaning | None:
    """Return a time of day on a day."""
    if not (0 <= hour <= 24 and 0 <= (minute or 0) < 60):
        return None

    def meaning(scene: Scene) -> Sense | None:
        sense = base(scene)
        if not sense:
            return None
        value = f"{sense.value}T{hour:02}:{minute or 0:02}"
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


def duration(dur: Dur) -> Meaning:
    """Return a length of time that lies nowhere in particular; "will close in three years" names the year."""

    def meaning(scene: Scene) -> Sense | None:
        if scene.before == "in" and scene.direction > 0 and dur.n is not None and not dur.amount.modifier:
            return ago(dur, 1)(scene)
        return Sense(type=TimeType.DURATION, value=dur.value, told=False)

    return meaning


def repeated_length(value: str) -> Meaning:
    """Return a length of time that the words leave open."""
    return lambda _: Sense(type=TimeType.DURATION, value=value, told=False)


def year_end(scene: Scene) -> Sense | None:
    """Return the meaning of "by year-end": the last day of this year."""
    if scene.today is None:
        return unknown("day", "XXXX-12-31")
    return replace(whole(calendar.day(date(scene.today.year, 12, 31)), PUBLICATION), told=False)


def end_of_the_year(scene: Scene) -> Sense | None:
    """Return the meaning of "the end of the year": of the last one when it is told as past soon after."""
    gone = scene.today is not None and scene.direction < 0 and scene.today.month <= SOON_AFTER
    return part("CLOSE", current("year", -1 if gone else 0))(scene)


def stretch(dur: Dur, sign: int) -> Meaning:
    """Return the meaning of "the past two weeks" (-1), "the next two years" (1): so long, up to or from publication."""

    def meaning(scene: Scene) -> Sense | None:
        sense = Sense(type=TimeType.DURATION, value=dur.value, anchor=PUBLICATION, told=False)
        unit, n = dur.steps
        reach = RECENT.get(unit) if n is None else n
        if scene.today is None or reach is None or unit in {"second", "minute", "hour"}:
            return sense
        far = calendar.shift_day(scene.today, unit, sign * reach)
        if far is None:
            return sense
        first, last = sorted((far, scene.today))
        precision = Precision.VAGUE if n is None else _finest(unit)
        return replace(sense, interval=TimeInterval(first=first, last=last, precision=precision))

    return meaning


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
