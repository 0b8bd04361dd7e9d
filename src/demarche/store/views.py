"""How each view is filtered and ordered."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from demarche.store import rows
from demarche.store.mapping import columns, quoted, unpack
from demarche.store.table import Table

__all__ = ["VIEWS", "View", "select"]

R = TypeVar("R")

DEED = "status IN ('happened', 'ongoing', 'habitual')"
"""What is so goes before what is only spoken of: in the order of events it counts twice its articles."""
PAIR = "({a} = :a AND {b} = :b) OR ({a} = :b AND {b} = :a)"
EITHER = "country IN (:a, :b)"
BOTH_SIDES = """{event} IN (
  SELECT x.event FROM event_code AS x JOIN event_code AS y ON y.event = x.event
  WHERE x.code = :a AND y.code = :b AND x.side <> 'other' AND y.side <> 'other')"""
TOLD_OF_BOTH = """article IN (
  SELECT x.article FROM party AS x JOIN party AS y ON y.article = x.article AND y.report = x.report
  WHERE x.code = :a AND y.code = :b)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Generic[R]):
    """A view: the condition that keeps a dyad, the columns of its first and last day, and its order."""

    name: str
    kind: type[R]
    dyad: str | None = None
    days: tuple[str, str] | None = None
    order: str


def _pair(a: str, b: str) -> str:
    return PAIR.format(a=a, b=b)


VIEWS: dict[type, View[Any]] = {
    view.kind: view
    for view in (
        View(
            name="event",
            kind=rows.EventRow,
            dyad=BOTH_SIDES.format(event="event"),
            days=("first", "last"),
            order=f"articles * iif({DEED}, 2, 1) * confidence DESC, weight DESC, reports DESC, first, event",
        ),
        View(
            name="event_report",
            kind=rows.EventReportRow,
            dyad=BOTH_SIDES.format(event="event"),
            days=("first", "last"),
            order="event, published, article, start",
        ),
        View(
            name="event_value",
            kind=rows.EventValueRow,
            dyad=BOTH_SIDES.format(event="event"),
            days=("first_said", "first_said"),
            order="event, field, consensus DESC, articles DESC, value",
        ),
        View(name="strain", kind=rows.StrainRow, dyad=_pair("a", "b"), days=("day", "day"), order="a, b, day"),
        View(
            name="strain_family",
            kind=rows.FamilyRow,
            dyad=_pair("a", "b"),
            days=("day", "day"),
            order="a, b, day, family",
        ),
        View(
            name="contribution",
            kind=rows.ContributionRow,
            dyad=_pair("a", "b"),
            days=("day", "day"),
            order="a, b, day, mass DESC, event",
        ),
        View(name="change", kind=rows.ChangeRow, dyad=_pair("a", "b"), days=("day", "day"), order="a, b, day"),
        View(name="dyad", kind=rows.DyadRow, dyad=_pair("a", "b"), days=("first", "last"), order="rank"),
        View(
            name="ask",
            kind=rows.AskRow,
            dyad=_pair("asker", "asked"),
            days=("day", "day"),
            order="day IS NULL, day, ask",
        ),
        View(name="ask_repeat", kind=rows.AskRepeatRow, days=("day", "day"), order="ask, day, article, start"),
        View(name="grant", kind=rows.GrantRow, dyad=_pair("asker", "asked"), order="asks DESC, asker, asked, issue"),
        View(
            name="channel",
            kind=rows.ChannelRow,
            dyad=_pair("a", "b"),
            days=("first", "last"),
            order="first IS NULL, first, a, b, article, start",
        ),
        View(
            name="contact",
            kind=rows.ContactRow,
            dyad=_pair("a", "b"),
            days=("first", "last"),
            order="seen DESC, a, b, medium",
        ),
        View(
            name="lever",
            kind=rows.LeverRow,
            dyad=_pair("holder", "over"),
            days=("day", "day"),
            order="day IS NULL, day, article, start",
        ),
        View(
            name="position",
            kind=rows.PositionRow,
            dyad=EITHER,
            days=("day", "day"),
            order="country, actor, issue, day, article, start",
        ),
        View(
            name="track",
            kind=rows.TrackRow,
            dyad="EXISTS (SELECT 1 FROM json_each(parties) WHERE value = :a) "
            "AND EXISTS (SELECT 1 FROM json_each(parties) WHERE value = :b)",
            days=("first", "last"),
            order="steps DESC, track",
        ),
        View(
            name="quote",
            kind=rows.QuoteRow,
            dyad=EITHER,
            days=("published", "published"),
            order="published IS NULL, published, article, start",
        ),
        View(name="actor", kind=rows.ActorRow, dyad=EITHER, order="articles DESC, mentions DESC, actor"),
        View(
            name="article",
            kind=rows.ArticleRow,
            dyad=TOLD_OF_BOTH,
            days=("published", "published"),
            order="published IS NULL, published, article",
        ),
        View(name="copy", kind=rows.CopyRow, days=("published", "published"), order="cluster, speaks DESC, article"),
        View(name="problem", kind=rows.ProblemRow, order="id"),
        View(name="note", kind=rows.NoteRow, order="about, note"),
        View(name="judgement", kind=rows.JudgementRow, order="number"),
    )
}
"""The views by the kind of their rows."""


def select(  # noqa: PLR0913 - the filters that all views share
    connection: sqlite3.Connection,
    kind: type[R],
    *,
    dyad: tuple[str, str] | None = None,
    first: date | None = None,
    last: date | None = None,
    where: str | None = None,
    value: str | None = None,
) -> Table[R]:
    """Return the rows of a view that a dyad and days keep; `where` names a column that must equal `value`."""
    view = VIEWS[kind]
    tests = [test for test in (_dyad_test(view, dyad), *_day_tests(view, first, last)) if test]
    if where and value is not None:
        tests.append(f'"{where}" = :value')
    condition = " AND ".join(f"({test})" for test in tests) or "1"
    names = columns(kind)
    statement = f"SELECT {quoted(names)} FROM v_{view.name} WHERE {condition} ORDER BY {view.order}"  # noqa: S608
    a, b = dyad or (None, None)
    bound = {"a": a, "b": b, "first": _iso(first), "last": _iso(last), "value": value}
    return Table(kind=kind, rows=tuple(unpack(kind, cells) for cells in connection.execute(statement, bound)))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dyad_test(view: View[Any], dyad: tuple[str, str] | None) -> str | None:
    return view.dyad if dyad else None


def _day_tests(view: View[Any], first: date | None, last: date | None) -> list[str]:
    """Return the tests that keep rows which overlap the days asked for; a row without days has none of them."""
    if view.days is None:
        return []
    start, end = view.days
    tests = [f"coalesce({end}, {start}) >= :first"] if first else []
    return [*tests, f"coalesce({start}, {end}) <= :last"] if last else tests
