"""The brief as one self-contained page: no network, no font or script from elsewhere."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

import jinja2
from markupsafe import Markup

from demarche.brief import figures, phrases
from demarche.brief.content import Brief, Numbered, Place
from demarche.brief.pages import Links, pages
from demarche.brief.summary import read_line, summary, unread_line
from demarche.relate.strain import HALF_LIFE, PRIOR
from demarche.store.rows import PositionRow, StrainRow

__all__ = ["Made", "render"]

WIDE, NARROW = 920.0, 352.0
CURVE_COLUMNS = ("a", "b", "day", "index", "low", "high", "volume", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What made the brief: version of the program, digest of the model; either may be unknown."""

    version: str | None = None
    model: str | None = None


def render(brief: Brief, made: Made) -> str:
    """Return the page."""
    shown, links = pages(brief)
    return (
        _environment(links)
        .get_template("brief.html.j2")
        .render(
            b=brief,
            made=made,
            pages=shown,
            lines=summary(brief),
            read_line=read_line(brief.reading),
            unread_line=unread_line(brief.reading),
            constants={"half_life": f"{HALF_LIFE:g}", "prior": f"{PRIOR:g}"},
            **_figures(brief),
        )
    )


def _environment(links: Links) -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("demarche.brief", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters |= {
        "day": phrases.day,
        "short_day": phrases.short_day,
        "points": phrases.points,
        "sign": phrases.sign_of,
        "status": phrases.status_words,
        "joined": phrases.joined,
        "delay": phrases.delay,
    }
    made.globals |= {
        "link": links,
        "count": phrases.count,
        "days_of": phrases.days,
        "when": phrases.when,
        "level": phrases.level,
        "difference": phrases.difference,
        "by_issue": _by_issue,
        "asset": _asset,
        "place_of": Place.of,
        "spark": figures.sparkline,
    }
    return made


def _asset(name: str) -> Markup:
    """Return a style sheet or script as it stands; the template puts it inside its element."""
    return Markup((files("demarche.brief") / "templates" / name).read_text(encoding="utf-8"))  # noqa: S704 - our own


def _by_issue(lines: Sequence[Numbered[PositionRow]]) -> list[tuple[str, list[Numbered[PositionRow]]]]:
    return [(issue, list(group)) for issue, group in groupby(lines, key=lambda line: line.row.issue)]


def _figures(brief: Brief) -> dict[str, object]:
    data = figures.Curve(
        name=brief.title, days=brief.days, events=brief.events, changes=brief.changes, opened=brief.opened
    )
    span = (brief.days[0].day, brief.days[-1].day) if brief.days else None
    every = [d.day for line in brief.dyads for d in line.days]
    return {
        "curves": [figures.curve(data, WIDE), figures.curve(data, NARROW)],
        "calendars": [figures.calendar(brief.channels, *span, width) for width in (WIDE, NARROW)] if span else [],
        "spark_span": (min(every), max(every)) if every else None,
        "curve_csv": _data_uri("text/csv;charset=utf-8", curve_csv(brief.days)),
        "curve_svg": _data_uri("image/svg+xml", standalone(figures.curve(data, WIDE))),
    }


def curve_csv(days: Sequence[StrainRow]) -> str:
    """Return the days of a curve as CSV, days in ISO 8601."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CURVE_COLUMNS)
    writer.writerows([getattr(row, name) for name in CURVE_COLUMNS] for row in days)
    return out.getvalue()


def standalone(figure: str) -> str:
    """Return a figure as a file of its own: with its style, and links left without a page to lead to."""
    style = f"<style>{_asset('figure.css')}</style>"
    head, _, rest = figure.partition(">")
    return f"{head}>{style}{rest}" if figure else ""


def _data_uri(kind: str, content: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content.encode()).decode('ascii')}"
