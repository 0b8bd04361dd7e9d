"""What a reader can save from a page: each figure as SVG and its data as CSV, in links that need no network."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import quote

from markupsafe import Markup

from demarche.brief import figures, panels
from demarche.brief.content import Brief
from demarche.brief.lines import Talk

__all__ = ["Saved", "asset", "csv_of", "saved", "standalone"]

WIDE, NARROW = 920.0, 352.0
CURVE = ("a", "b", "day", "index", "low", "high", "volume", "evidence")
FAMILY = ("a", "b", "day", "family", "strain", "ease")
CONTACT = ("a", "b", "a_name", "b_name", "medium", "via", "first", "last", "told", "frequency", "article", "evidence")
TALK = ("a", "b", "medium", "seen", "told", "via", "first", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A figure wide and narrow, empty where there is only data, and the links that save both; `name` is the files'."""

    name: str
    wide: Markup
    narrow: Markup
    svg: str
    csv: str


def saved(brief: Brief) -> Mapping[str, Saved]:
    """Return the figures of a brief by name: `strain`, `families`, `relationships`, `contacts`, `talks`."""
    found = [_relationships(brief)] if brief.dyads else []
    if brief.days:
        found += [_strain(brief), _families(brief), _contacts(brief)]
    found.append(_made("talks", Markup(), Markup(), csv_of(_talk_rows((*brief.talks, *brief.other_talks)), TALK)))
    return {one.name: one for one in found}


def _strain(brief: Brief) -> Saved:
    data = figures.Curve(
        name=brief.title, days=brief.drawn, events=brief.events, changes=brief.changes, opened=brief.opened
    )
    return _made(
        "strain", figures.curve(data, WIDE), figures.curve(data, NARROW), csv_of(_cells(brief.days, CURVE), CURVE)
    )


def _families(brief: Brief) -> Saved:
    wide, narrow = (panels.families(brief.families, brief.drawn, brief.opened, width) for width in (WIDE, NARROW))
    rows = (day for family in brief.families for day in family.days)
    return _made("families", wide, narrow, csv_of(_cells(rows, FAMILY), FAMILY))


def _relationships(brief: Brief) -> Saved:
    days = [d for line in brief.dyads for d in line.days]
    figure = panels.pairs(brief.dyads, min(d.day for d in days), max(d.day for d in days)) if days else Markup()
    return _made("relationships", figure, Markup(), csv_of(_cells(days, CURVE), CURVE))


def _contacts(brief: Brief) -> Saved:
    span = (brief.drawn[0].day, brief.drawn[-1].day)
    wide, narrow = (panels.calendar(brief.channels, *span, width) for width in (WIDE, NARROW))
    return _made("contacts", wide, narrow, csv_of(_cells((c.row for c in brief.channels), CONTACT), CONTACT))


def _made(name: str, wide: Markup, narrow: Markup, data: str) -> Saved:
    svg = f"data:image/svg+xml;base64,{base64.b64encode(standalone(wide).encode()).decode('ascii')}" if wide else ""
    return Saved(name=name, wide=wide, narrow=narrow, svg=svg, csv=f"data:text/csv;charset=utf-8,{quote(data)}")


def _cells(rows: Iterable[object], columns: Sequence[str]) -> Iterable[Sequence[object]]:
    return ([getattr(row, name) for name in columns] for row in rows)


def _talk_rows(talks: Iterable[Talk]) -> Iterable[Sequence[object]]:
    for t in talks:
        yield from ([t.a, t.b, m, n, t.told.get(m), t.via, t.first, t.last] for m, n in t.seen.items())


def csv_of(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> str:
    """Return rows as CSV under their names: days in ISO 8601, lists with `; ` between, empty where nothing is known."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    return "; ".join(value) if isinstance(value, tuple) else value


def standalone(figure: str) -> str:
    """Return a figure as a file of its own: with its style, and links left without a page to lead to."""
    style = f"<style>{asset('figure.css')}</style>"
    head, _, rest = figure.partition(">")
    return f"{head}>{style}{rest}" if figure else ""


def asset(name: str) -> Markup:
    """Return a style sheet or script as it stands; the template puts it inside its element."""
    return Markup((files("demarche.brief") / "templates" / name).read_text(encoding="utf-8"))  # noqa: S704 - our own
