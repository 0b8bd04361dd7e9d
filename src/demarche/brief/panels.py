"""The smaller figures of a brief: families of indicators, the calendar of contacts, the lines of the pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from demarche.brief import phrases
from demarche.brief.figures import NEUTRAL, Frame, runs, time_grid
from demarche.brief.lines import Day, DyadLine, Family, Numbered
from demarche.brief.svg import Scale, area, drawing, element, line, text, time_scale, time_ticks
from demarche.store.rows import ChannelRow, StrainRow

__all__ = ["calendar", "families", "pairs", "sparkline"]


def sparkline(days: Sequence[StrainRow], first: date, last: date, width: float = 132.0, height: float = 34.0) -> Markup:
    """Draw the index of a pair small, on days `first` to `last` and the whole scale of 0 to 100."""
    across = time_scale(first, last, 3, width - 4)
    down = Scale(low=0, high=100, start=height - 3, end=3)
    lines = [
        element("path", d=line((across.day(d.day), down(d.index)) for d in run), class_="line")
        for run in runs(days)
        if len(run) > 1
    ]
    neutral = element("line", x1=3, x2=width - 4, y1=down(NEUTRAL), y2=down(NEUTRAL), class_="neutral")
    ends = [element("circle", cx=across.day(d.day), cy=down(d.index), r=2.4, class_="point") for d in days[-1:]]
    title = f"Index from {days[0].index:.0f} to {days[-1].index:.0f}" if days else "No evidence"
    return drawing(width, height, title, neutral, *lines, *ends, class_="fig spark", width=width, height=height)


FAMILIES_HEIGHT = 250.0
"""CSS pixels that all families share, by their masses: a unit of mass is as high in one as in another."""
LEAST_UP, LEAST_DOWN, NAME = 12.0, 3.0, 14.0
"""Room above and below a family's line, and for its name over it where a drawing has no margin for names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """A family's place in the figure: its line of no mass and the pixels of a unit of mass."""

    family: Family
    middle: float
    unit: float


def families(found: Sequence[Family], days: Sequence[StrainRow], opened: Sequence[Day], width: float = 920.0) -> Markup:
    """Draw the families one under another on the days of the curve: strain above the line, ease below it.

    All share one scale of mass. The heaviest day leads to what it is made of where it is opened; empty without any.
    """
    if not found or not days:
        return Markup()
    frame = Frame(width=width)
    across = time_scale(days[0].day, days[-1].day, frame.left + frame.inset, width - frame.right - frame.inset)
    panels, foot = _panels(found, 0.0 if frame.wide else NAME)
    anchors = {day.row.day: day.anchor for day in opened}
    return drawing(
        width,
        foot + frame.axis,
        f"Families of indicators, {phrases.days(days[0].day, days[-1].day)}",
        *time_grid(frame, across, 0, foot, foot + frame.axis - 5),
        *(part for panel in panels for part in _panel(panel, frame, across, anchors)),
        class_="fig families",
    )


def _panels(found: Sequence[Family], name: float) -> tuple[list[_Panel], float]:
    unit = FAMILIES_HEIGHT / max(1.0, sum(sum(f.most) for f in found))
    panels, at = [], 4.0
    for family in found:
        up, down = family.most
        middle = at + name + max(LEAST_UP if not name else LEAST_DOWN, up * unit)
        panels.append(_Panel(family=family, middle=middle, unit=unit))
        at = middle + max(LEAST_DOWN, down * unit) + 9
    return panels, at


def _panel(panel: _Panel, frame: Frame, across: Scale, anchors: Mapping[date, str]) -> Iterator[Markup]:
    for run in runs([d for d in panel.family.days if d.day.toordinal() >= across.low]):
        at = [across.day(d.day) for d in run]
        up = [(x, panel.middle - d.strain * panel.unit) for x, d in zip(at, run, strict=True)]
        down = [(x, panel.middle + d.ease * panel.unit) for x, d in zip(at, run, strict=True)]
        if any(d.strain for d in run):
            yield from _mass(up, panel.middle, "strain")
        if any(d.ease for d in run):
            yield from _mass(down, panel.middle, "ease")
    yield element("line", x1=frame.left, x2=frame.width - frame.right, y1=panel.middle, y2=panel.middle, class_="axis")
    yield _name(panel, frame)
    yield from _peak(panel, across, anchors)


def _name(panel: _Panel, frame: Frame) -> Markup:
    if frame.wide:
        return text(frame.width - frame.right + 7, panel.middle + 4, panel.family.name, class_="name")
    above = panel.middle - max(LEAST_DOWN, panel.family.most[0] * panel.unit) - 4
    return text(frame.left + 4, above, panel.family.name, class_="name")


def _mass(edge: Sequence[tuple[float, float]], middle: float, sign: str) -> Iterator[Markup]:
    yield element("path", d=area(edge, [(x, middle) for x, _ in edge]), class_=f"mass {sign}")
    yield element("path", d=line(edge), class_=f"edge {sign}")


def _peak(panel: _Panel, across: Scale, anchors: Mapping[date, str]) -> Iterator[Markup]:
    top = panel.family.peak
    anchor = anchors.get(top.day)
    if anchor:
        y = panel.middle - top.strain * panel.unit if top.strain >= top.ease else panel.middle + top.ease * panel.unit
        told = f"{panel.family.name} at their heaviest, {phrases.day(top.day)}. Open what the day is made of."
        at = {"cx": across.day(top.day), "cy": y}
        dots = (element("circle", **at, r=9, class_="hit"), element("circle", **at, r=2.8, class_="point"))
        yield element("a", element("title", told), *dots, href=f"#{anchor}", data_card=anchor)


ROW = 38.0


def pairs(found: Sequence[DyadLine], first: date, last: date, width: float = 640.0) -> Markup:
    """Draw the indices of pairs one under another, each on the whole scale of 0 to 100; empty without any."""
    if not found:
        return Markup()
    frame, foot = Frame(width=width, left=width * 0.42), ROW * len(found)
    across = time_scale(first, last, frame.left + frame.inset, width - 40)
    rows = (part for n, pair in enumerate(found) for part in _pair(pair, n, frame, across))
    axis = time_grid(frame, across, 0, foot, foot + frame.axis - 5)
    return drawing(width, foot + frame.axis, "Index of each pair", *axis, *rows, class_="fig pairs")


def _pair(pair: DyadLine, n: int, frame: Frame, across: Scale) -> Iterator[Markup]:
    down = Scale(low=0, high=100, start=ROW * (n + 1) - 4, end=ROW * n + 4)
    yield text(0, down(NEUTRAL) + 4, f"{pair.row.a_name} – {pair.row.b_name}")
    yield element("line", x1=across.start, x2=across.end, y1=down(NEUTRAL), y2=down(NEUTRAL), class_="neutral")
    for run in runs(pair.days):
        yield element("path", d=line((across.day(d.day), down(d.index)) for d in run), class_="line")
    yield text(frame.width, down(NEUTRAL) + 4, f"{pair.row.latest:.0f}", class_="end")


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
