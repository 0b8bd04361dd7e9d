"""The brief as one self-contained page: no network, no font or script from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import jinja2

from demarche.brief import panels, phrases
from demarche.brief.content import Brief
from demarche.brief.lines import Numbered, Place
from demarche.brief.news import news, since_line
from demarche.brief.pages import Links, pages
from demarche.brief.saved import asset, saved
from demarche.brief.summary import read_line, summary, unread_line
from demarche.relate import HALF_LIFE
from demarche.relate.strain import PRIOR
from demarche.store.rows import PositionRow

__all__ = ["Made", "render"]


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
            news=news(brief.since) if brief.since else [],
            since_line=since_line(brief.since) if brief.since else "",
            read_line=read_line(brief.reading),
            unread_line=unread_line(brief.reading),
            constants={"half_life": f"{HALF_LIFE:g}", "prior": f"{PRIOR:g}"},
            saved=saved(brief),
            spark_span=_span(brief),
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
        "opening": phrases.opening,
        "lever": phrases.lever_words,
    }
    made.globals |= {
        "link": links,
        "count": phrases.count,
        "days_of": phrases.days,
        "when": phrases.when,
        "level": phrases.level,
        "difference": phrases.difference,
        "by_issue": _by_issue,
        "asset": asset,
        "place_of": Place.of,
        "spark": panels.sparkline,
    }
    return made


def _by_issue(lines: Sequence[Numbered[PositionRow]]) -> list[tuple[str, list[Numbered[PositionRow]]]]:
    return [(issue, list(group)) for issue, group in groupby(lines, key=lambda line: line.row.issue)]


def _span(brief: Brief) -> tuple[date, date] | None:
    """Return the first and the last day of all curves."""
    every = [d.day for line in brief.dyads for d in line.days]
    return (min(every), max(every)) if every else None
