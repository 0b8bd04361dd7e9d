"""The curve of a brief, as a pure function from rows to SVG, and the frame that its other figures share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from demarche.brief import phrases
from demarche.brief.lines import Change, Day, EventLine
from demarche.brief.svg import Scale, area, drawing, element, lanes, line, text, time_scale, time_ticks, triangle
from demarche.store.rows import FamilyRow, StrainRow

__all__ = ["NEUTRAL", "Curve", "Frame", "columns", "curve", "runs", "time_grid"]

NEUTRAL = 50.0
D = TypeVar("D", StrainRow, FamilyRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What the strain curve shows: the days, the events beneath it, the marked changes, the days that open."""

    name: str
    days: Sequence[StrainRow]
    events: Sequence[EventLine] = ()
    changes: Sequence[Change] = ()
    opened: Sequence[Day] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The drawing's measures: margins left and right, and the rows from top to bottom, in CSS pixels."""

    width: float
    left: float = 34.0
    inset: float = 8.0
    top: float = 34.0
    curve: float = 230.0
    gap: float = 16.0
    ticks: float = 76.0
    bars: float = 40.0
    axis: float = 22.0

    @property
    def right(self) -> float:
        """The margin on the right: a wide drawing has its words there."""
        return 104.0 if self.wide else 14.0

    @property
    def wide(self) -> bool:
        """Whether there is room for more than the figure needs."""
        return self.width > 600

    @property
    def foot(self) -> float:
        """Where the curve's panel ends."""
        return self.top + self.curve

    @property
    def middle(self) -> float:
        """The line from which events stack: strain upwards, ease downwards."""
        return self.foot + self.gap + self.ticks / 2

    @property
    def bar_top(self) -> float:
        """Where the panel of coverage begins."""
        return self.foot + self.ticks + 2 * self.gap

    @property
    def bar_foot(self) -> float:
        """Where it ends."""
        return self.bar_top + self.bars

    @property
    def height(self) -> float:
        """The whole."""
        return self.bar_foot + self.axis


def curve(data: Curve, width: float = 920.0) -> Markup:
    """Draw the strain of a pair, its interval, its events and, on its own axis, the coverage; empty without days."""
    if not data.days:
        return Markup()
    frame = Frame(width=width)
    across = time_scale(
        data.days[0].day, data.days[-1].day, frame.left + frame.inset, width - frame.right - frame.inset
    )
    down = Scale(low=0, high=100, start=frame.foot, end=frame.top)
    return drawing(
        width,
        frame.height,
        f"Strain between {data.name}, {phrases.days(data.days[0].day, data.days[-1].day)}",
        *_grid(frame, across, down),
        *_band_and_line(data.days, across, down),
        *_scale_words(frame, down),
        *_change_marks([c for c in data.changes if c.row.day >= data.days[0].day], frame, across, down),
        *_points(data, across, down),
        *_event_ticks(data.events, frame, across),
        *_bars(data.days, frame, across),
        class_="fig curve",
    )


def _grid(frame: Frame, across: Scale, down: Scale) -> Iterator[Markup]:
    right = frame.width - frame.right
    for value in (0, 25, 50, 75, 100):
        kind = "neutral" if value == NEUTRAL else "grid"
        yield element("line", x1=frame.left, x2=right, y1=down(value), y2=down(value), class_=kind)
        yield text(frame.left - 7, down(value) + 3.5, str(value), class_="end")
    yield from time_grid(frame, across, frame.top, frame.bar_foot, frame.height - 5)


def time_grid(frame: Frame, across: Scale, top: float, foot: float, words: float) -> Iterator[Markup]:
    """Draw the ticks of time from `top` to `foot`, with their labels on the line `words`."""
    right = frame.width - frame.right
    first, last = (date.fromordinal(int(at)) for at in (across.low, across.high))
    for tick in time_ticks(first, last, 10 if frame.wide else 5):
        x = across.day(tick.day)
        yield element("line", x1=x, x2=x, y1=top, y2=foot, class_="grid")
        anchor = "start" if x < frame.left + 16 else "end" if x > right - 16 else "middle"
        yield text(x, words, tick.label, text_anchor=anchor)


def _scale_words(frame: Frame, down: Scale) -> Iterator[Markup]:
    if frame.wide:
        right = frame.width - frame.right + 7
        for value, words in ((100, "open conflict"), (NEUTRAL, "neutral"), (0, "calm")):
            yield text(right, down(value) + 3.5, words, class_="faint")
    else:
        right = frame.width - frame.right
        yield text(right, down(100) + 13, "open conflict", class_="faint end")
        yield text(right, down(0) - 6, "calm", class_="faint end")


def runs(days: Sequence[D]) -> Iterator[list[D]]:
    """Yield the stretches of days without a gap."""
    numbered = enumerate(days)
    for _, run in groupby(numbered, key=lambda item: item[1].day - timedelta(item[0])):
        yield [row for _, row in run]


def _band_and_line(days: Sequence[StrainRow], across: Scale, down: Scale) -> Iterator[Markup]:
    for run in runs(days):
        high = [(across.day(d.day), down(d.high)) for d in run]
        low = [(across.day(d.day), down(d.low)) for d in run]
        yield element("path", d=area(high, low), class_="band")
        yield element("path", d=line((across.day(d.day), down(d.index)) for d in run), class_="line")


def _points(data: Curve, across: Scale, down: Scale) -> Iterator[Markup]:
    for day in (one for one in data.opened if one.row.day >= data.days[0].day):
        row = day.row
        told = f"{phrases.day(row.day)}: {row.index:.0f} ({row.low:.0f} to {row.high:.0f}). Open what it is made of."
        at = {"cx": across.day(row.day), "cy": down(row.index)}
        yield element(
            "a",
            element("title", told),
            element("circle", **at, r=9, class_="hit"),
            element("circle", **at, r=3.2, class_="point"),
            href=f"#{day.anchor}",
            data_card=day.anchor,
        )


CHANGE_LABEL = 62.0


def _change_marks(changes: Sequence[Change], frame: Frame, across: Scale, down: Scale) -> Iterator[Markup]:
    xs = [across.day(change.row.day) for change in changes]
    rows = lanes(((x - CHANGE_LABEL / 2, x + CHANGE_LABEL / 2) for x in xs), gap=4)
    for x, lane, change in zip(xs, rows, changes, strict=True):
        y = frame.top - 20 + 12 * min(lane, 1)
        anchor = "end" if x > frame.width - frame.right - CHANGE_LABEL / 2 else "middle"
        yield element("line", x1=x, x2=x, y1=y + 3, y2=down(change.row.after), class_="change")
        label = f"{phrases.short_day(change.row.day)} {phrases.points(change.size).split('.')[0]}"
        kind = "label-strain" if change.size > 0 else "label-ease"
        yield text(x, y, label, text_anchor=anchor, class_=f"label {kind}")


MOST_STACKED = 4
TICK = 8.0
LEAST_STEP = 18.0
"""Pixels of a day from which the events that are not stacked are counted above it."""


def _event_ticks(events: Sequence[EventLine], frame: Frame, across: Scale) -> Iterator[Markup]:
    """Stack the events of each day: strain upwards, ease downwards, what moves nothing on the line."""
    right = frame.width - frame.right
    yield element("line", x1=frame.left, x2=right, y1=frame.middle, y2=frame.middle, class_="axis")
    stacks: dict[tuple[date, int], list[EventLine]] = defaultdict(list)
    for event in events:
        at = event.row.last or event.row.first
        if at and event.row.sign and across.low <= at.toordinal() <= across.high:
            stacks[at, event.row.sign].append(event)
    for (at, sign), stack in sorted(stacks.items(), key=lambda item: item[0]):
        ranked = sorted(stack, key=lambda e: (-e.row.weight, e.anchor))
        for n, event in enumerate(ranked[:MOST_STACKED]):
            yield _event_tick(event, across.day(at), frame.middle + sign * (8 + n * (TICK + 0.5)), sign)
        if len(ranked) > MOST_STACKED and across.day(at) - across.day(at - timedelta(1)) > LEAST_STEP:
            y = frame.middle + sign * (8 + MOST_STACKED * (TICK + 0.5)) + 3
            yield text(across.day(at), y, f"+{len(ranked) - MOST_STACKED}", text_anchor="middle", class_="faint small")


def _event_tick(event: EventLine, x: float, y: float, sign: int) -> Markup:
    return element(
        "a",
        element("title", f"{event.when}: {event.label}"),
        element("path", d=triangle(x, y, TICK, up=sign < 0), class_=f"tick {phrases.sign_of(sign)}"),
        href=f"#{event.anchor}",
        data_card=event.anchor,
    )


def _bars(days: Sequence[StrainRow], frame: Frame, across: Scale) -> Iterator[Markup]:
    most = max((d.volume for d in days), default=0)
    step = (across.end - across.start) / max(1.0, across.high - across.low)
    wide = max(1.0, min(10.0, step * 0.6))
    up = Scale(low=0, high=max(1, most), start=frame.bar_foot, end=frame.bar_top)
    for d in days:
        if d.volume:
            x = min(max(across.day(d.day) - wide / 2, frame.left), frame.width - frame.right - wide)
            yield element("rect", x=x, y=up(d.volume), width=wide, height=frame.bar_foot - up(d.volume), class_="bar")
    yield element(
        "line", x1=frame.left, x2=frame.width - frame.right, y1=frame.bar_foot, y2=frame.bar_foot, class_="axis"
    )
    yield text(frame.left - 7, frame.bar_top + 4, str(most), class_="end")
    yield text(frame.left - 7, frame.bar_foot + 3, "0", class_="end")
    yield text(frame.left + 4, frame.bar_top + 3, "articles a day", class_="faint")


def columns(days: Sequence[StrainRow], most: int) -> list[float | None]:
    """Return the mean index of each of at most `most` equal stretches of the days, None where a stretch has none."""
    if not days:
        return []
    first, span = days[0].day, (days[-1].day - days[0].day).days + 1
    size = max(1, -(-span // most))
    found: Mapping[int, list[float]] = defaultdict(list)
    for row in days:
        found[(row.day - first).days // size].append(row.index)
    return [sum(found[n]) / len(found[n]) if found.get(n) else None for n in range(-(-span // size))]
