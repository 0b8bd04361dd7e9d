"""The figures of a brief, as pure functions from rows to SVG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup

from demarche.brief import phrases
from demarche.brief.content import Change, Day, EventLine, Numbered
from demarche.brief.svg import Scale, area, drawing, element, lanes, line, text, time_scale, time_ticks, triangle
from demarche.store.rows import ChannelRow, StrainRow

__all__ = ["Curve", "calendar", "curve", "sparkline"]

NEUTRAL = 50.0


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
    right: float = 14.0
    inset: float = 8.0
    top: float = 34.0
    curve: float = 230.0
    gap: float = 16.0
    ticks: float = 76.0
    bars: float = 40.0
    axis: float = 22.0

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
        *_grid(frame, across, down, data.days),
        *_band_and_line(data.days, across, down),
        *_scale_words(frame, down),
        *_change_marks(data.changes, frame, across, down),
        *_points(data, across, down),
        *_event_ticks(data.events, frame, across),
        *_bars(data.days, frame, across),
        class_="fig curve",
    )


def _grid(frame: Frame, across: Scale, down: Scale, days: Sequence[StrainRow]) -> Iterator[Markup]:
    right = frame.width - frame.right
    for value in (0, 25, 50, 75, 100):
        kind = "neutral" if value == NEUTRAL else "grid"
        yield element("line", x1=frame.left, x2=right, y1=down(value), y2=down(value), class_=kind)
        yield text(frame.left - 7, down(value) + 3.5, str(value), class_="end")
    most = 10 if frame.width > 600 else 5
    for tick in time_ticks(days[0].day, days[-1].day, most):
        x = across.day(tick.day)
        yield element("line", x1=x, x2=x, y1=frame.top, y2=frame.bar_foot, class_="grid")
        anchor = "start" if x < frame.left + 16 else "end" if x > right - 16 else "middle"
        yield text(x, frame.height - 5, tick.label, text_anchor=anchor)


def _scale_words(frame: Frame, down: Scale) -> Iterator[Markup]:
    right = frame.width - frame.right
    yield text(right, down(100) + 13, "open conflict", class_="faint end")
    yield text(right, down(0) - 6, "calm", class_="faint end")
    yield text(right, down(NEUTRAL) - 5, "neutral", class_="faint end")


def _runs(days: Sequence[StrainRow]) -> Iterator[list[StrainRow]]:
    """Yield the stretches of days without a gap."""
    numbered = enumerate(days)
    for _, run in groupby(numbered, key=lambda item: item[1].day - timedelta(item[0])):
        yield [row for _, row in run]


def _band_and_line(days: Sequence[StrainRow], across: Scale, down: Scale) -> Iterator[Markup]:
    for run in _runs(days):
        high = [(across.day(d.day), down(d.high)) for d in run]
        low = [(across.day(d.day), down(d.low)) for d in run]
        yield element("path", d=area(high, low), class_="band")
        yield element("path", d=line((across.day(d.day), down(d.index)) for d in run), class_="line")


def _points(data: Curve, across: Scale, down: Scale) -> Iterator[Markup]:
    for day in data.opened:
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
        if len(ranked) > MOST_STACKED:
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


def sparkline(days: Sequence[StrainRow], first: date, last: date, width: float = 132.0, height: float = 34.0) -> Markup:
    """Draw the index of a pair small, on days `first` to `last` and the whole scale of 0 to 100."""
    across = time_scale(first, last, 3, width - 4)
    down = Scale(low=0, high=100, start=height - 3, end=3)
    lines = [
        element("path", d=line((across.day(d.day), down(d.index)) for d in run), class_="line")
        for run in _runs(days)
        if len(run) > 1
    ]
    neutral = element("line", x1=3, x2=width - 4, y1=down(NEUTRAL), y2=down(NEUTRAL), class_="neutral")
    ends = [element("circle", cx=across.day(d.day), cy=down(d.index), r=2.4, class_="point") for d in days[-1:]]
    title = f"Index from {days[0].index:.0f} to {days[-1].index:.0f}" if days else "No evidence"
    return drawing(width, height, title, neutral, *lines, *ends, class_="fig spark", width=width, height=height)


LANE = 22.0


def calendar(contacts: Sequence[Numbered[ChannelRow]], first: date, last: date, width: float = 920.0) -> Markup:
    """Draw the contacts, a row for each medium: a dot where one day is told, a bar where more.

    Contacts without a day, or outside the days, are not drawn; empty where none is.
    """
    dated = [c for c in contacts if _within(c.row, first, last)]
    if not dated:
        return Markup()
    media = list(dict.fromkeys(c.row.medium for c in sorted(dated, key=lambda c: c.row.medium)))
    left, foot = (78.0, 6 + LANE * len(media))
    across = time_scale(first, last, left, width - 14)
    parts = [*_calendar_grid(media, across, foot, width), *_calendar_marks(dated, media, across)]
    return drawing(width, foot + 24, "Contacts by medium and day", *parts, class_="fig calendar")


def _within(row: ChannelRow, first: date, last: date) -> bool:
    start, end = row.first or row.last, row.last or row.first
    return start is not None and end is not None and start <= last and end >= first


def _calendar_grid(media: Sequence[str], across: Scale, foot: float, width: float) -> Iterator[Markup]:
    for n, medium in enumerate(media):
        y = 6 + LANE * (n + 0.5)
        yield element("line", x1=across.start, x2=across.end, y1=y, y2=y, class_="grid")
        yield text(across.start - 12, y + 4, medium, class_="end")
    for tick in time_ticks(
        date.fromordinal(int(across.low)), date.fromordinal(int(across.high)), 10 if width > 600 else 4
    ):
        yield text(across.day(tick.day), foot + 17, tick.label, text_anchor="middle")


def _calendar_marks(contacts: Sequence[Numbered[ChannelRow]], media: Sequence[str], across: Scale) -> Iterator[Markup]:
    for contact in contacts:
        row = contact.row
        start, end = _clamped(row.first or row.last, across), _clamped(row.last or row.first, across)
        y = 6 + LANE * (media.index(row.medium) + 0.5)
        names = f"{row.a_name} and {row.b_name}"
        yield element(
            "a",
            element("title", f"{phrases.when(row)}: {row.medium}, {names}"),
            element("rect", x=start - 4.5, y=y - 4.5, width=end - start + 9, height=9, rx=4.5, class_="contact"),
            href=f"#{contact.anchor}",
            data_card=contact.anchor,
        )


def _clamped(day: date | None, across: Scale) -> float:
    return min(max(across.day(day) if day else across.start, across.start), across.end)


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
