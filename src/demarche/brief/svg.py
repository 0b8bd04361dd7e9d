"""Geometry of the figures: elements, scales, ticks of time, lines. Lengths are user units, one CSS pixel each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from demarche.brief.phrases import MONTHS

__all__ = [
    "Scale",
    "TimeTick",
    "area",
    "drawing",
    "element",
    "lanes",
    "line",
    "text",
    "time_scale",
    "time_ticks",
    "triangle",
]

Point = tuple[float, float]
Step = Callable[[date, date], Iterator[date]]


def element(name: str, /, *children: str, **attributes: object) -> Markup:
    """Return an element; `_` in an attribute's name is written `-`, a trailing one dropped, None left out."""
    written = (
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(Markup(name), Markup("".join(written)), Markup(inside), Markup(name))  # noqa: S704


def _value(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def text(x: float, y: float, words: str, /, **attributes: object) -> Markup:
    """Return words at a point."""
    return element("text", words, x=x, y=y, **attributes)


def drawing(width: float, height: float, title: str, /, *children: str, **attributes: object) -> Markup:
    """Return a whole drawing with its accessible name."""
    return element(
        "svg",
        element("title", title),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(float(width))} {_value(float(height))}",
        role="img",
        **attributes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A linear scale from [low, high] of the data to [start, end] of the drawing; a lone value falls on the middle."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return where a value falls."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def day(self, value: date) -> float:
        """Return where a day falls, on a scale of days."""
        return self(value.toordinal())


def time_scale(first: date, last: date, start: float, end: float) -> Scale:
    """Return the scale of days from `first` to `last`."""
    return Scale(low=first.toordinal(), high=last.toordinal(), start=start, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTick:
    """A day on the axis of time and what is written there."""

    day: date
    label: str


def time_ticks(first: date, last: date, most: int) -> list[TimeTick]:
    """Return at most `most` ticks of the finest step that fits: days, weeks, months, quarters, years, decades."""
    for step in _STEPS:
        found = list(step(first, last))
        if len(found) <= most:
            return _labelled(found)
    return _labelled([first])


def _every(days: int) -> Step:
    def step(first: date, last: date) -> Iterator[date]:
        # Weeks start on Mondays, as day 1 of the proleptic calendar does.
        at = first + timedelta(-(first.toordinal() - 1) % days)
        while at <= last:
            yield at
            at += timedelta(days)

    return step


def _months(every: int) -> Step:
    def step(first: date, last: date) -> Iterator[date]:
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            at = date(month // 12, month % 12 + 1, 1)
            if month % every == 0 and first <= at <= last:
                yield at

    return step


_STEPS = (
    _every(1),
    _every(2),
    _every(7),
    _every(14),
    _months(1),
    _months(2),
    _months(3),
    _months(6),
    _months(12),
    _months(60),
    _months(120),
)


def _labelled(found: Sequence[date]) -> list[TimeTick]:
    """Write the year where it changes, and the month alone where every tick is a first of the month."""
    monthly = len(found) > 1 and all(at.day == 1 for at in found)
    yearly = monthly and all(at.month == 1 for at in found)
    ticks, year = [], None
    for at in found:
        label = "" if yearly else MONTHS[at.month - 1] if monthly else f"{at.day} {MONTHS[at.month - 1]}"
        ticks.append(TimeTick(day=at, label=f"{label} {at.year}".strip() if at.year != year else label))
        year = None if yearly else at.year
    return ticks


def line(points: Iterable[Point]) -> str:
    """Return the path through the points."""
    return "M" + "L".join(f"{_value(float(x))} {_value(float(y))}" for x, y in points)


def area(upper: Sequence[Point], lower: Sequence[Point]) -> str:
    """Return the closed path between two lines over the same places."""
    return line([*upper, *reversed(lower)]) + "Z"


def triangle(x: float, y: float, size: float, *, up: bool) -> str:
    """Return a triangle of the given width whose middle is at (x, y)."""
    half, rise = size / 2, size * 0.45 * (-1 if up else 1)
    return line([(x - half, y - rise), (x + half, y - rise), (x, y + rise)]) + "Z"


def lanes(spans: Iterable[tuple[float, float]], gap: float = 8.0) -> list[int]:
    """Return a lane for each span (start, end), in order of start, so that none in a lane are nearer than `gap`."""
    ends: list[float] = []
    found = []
    for start, end in spans:
        lane = next((n for n, taken in enumerate(ends) if taken + gap <= start), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(lane)
    return found
