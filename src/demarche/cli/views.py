"""The views of a store: one table says what each shows, one function makes the commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from demarche.cli.listing import show
from demarche.cli.options import (
    DyadOption,
    FirstOption,
    Format,
    FormatOption,
    LastOption,
    StoreOption,
    parse_dyad,
    parse_first,
    parse_last,
)

if TYPE_CHECKING:
    from demarche.store import Store

__all__ = ["VIEWS", "View", "register"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view: its help, the columns that a table shows and what they are called there.

    `filtered` views take a pair, `dated` ones a period too.
    """

    help: str
    visible: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    filtered: bool = True
    dated: bool = True
    empty: str = "nothing of the kind in this store"


VIEWS: Mapping[str, View] = {
    "strain": View(
        help="List a pair's strain by day (0 calm, 100 open conflict).",
        visible=("a", "b", "day", "index", "low", "high", "volume", "evidence"),
    ),
    "asks": View(
        help="List who asked whom for what, and what became of it.",
        visible=("day", "asker", "asked", "outcome", "delay_days", "text"),
        names={"delay_days": "days"},
    ),
    "channels": View(
        help="List who talks to whom, how, and through whom.",
        visible=("first", "a", "b", "medium", "told", "via", "sentence"),
        names={"first": "day", "told": "count"},
    ),
    "levers": View(
        help="List means of pressure and inducement.",
        visible=("day", "holder", "over", "used", "kind", "lever"),
    ),
    "positions": View(
        help="List who stands where on what.",
        visible=("day", "country", "stance", "issue", "statement"),
    ),
    "events": View(
        help="List who did what to whom, merged over articles.",
        visible=("first", "sources", "targets", "type", "status", "articles", "sentence"),
        names={"first": "day", "sources": "who", "targets": "to whom", "articles": "n"},
    ),
    "actors": View(
        help="List who is spoken of, and how often.",
        visible=("kind", "country", "sector", "articles", "mentions", "name"),
        dated=False,
    ),
    "quotes": View(
        help="List direct quotations with their speakers.",
        visible=("published", "speaker", "text"),
        names={"published": "day"},
    ),
    "articles": View(
        help="List what was read: day, outlet, copies, title.",
        visible=("published", "outlet", "words", "copies", "title"),
        names={"published": "day"},
    ),
    "dyads": View(
        help="List the pairs of codes, the most strained first.",
        visible=("a", "b", "latest", "peak", "peak_day", "events", "articles", "asks_open", "contacts"),
        filtered=False,
        names={"asks_open": "open asks"},
    ),
    "problems": View(
        help="List what could not be read, and why.",
        visible=("id", "why"),
        filtered=False,
        empty="everything could be read",
    ),
}


def register(app: typer.Typer) -> None:
    """Add a command for each view."""
    for name, view in VIEWS.items():
        make = _filtered if view.filtered else _whole
        app.command(name, help=f"{view.help}\n\n\b\nExample: demarche {name} {_example(view)}")(make(name, view))


def _example(view: View) -> str:
    if not view.filtered:
        return "--format csv"
    return "--dyad USA:ISR --from 2016 --format csv" if view.dated else "--dyad USA:ISR --format csv"


def _filtered(name: str, view: View) -> Callable[..., None]:
    def command(
        store: StoreOption = Path("demarche.db"),
        dyad: DyadOption = None,
        first: FirstOption = None,
        last: LastOption = None,
        form: FormatOption = Format.TABLE,
    ) -> None:
        pair, since, until = parse_dyad(dyad), parse_first(first), parse_last(last)
        if (since or until) and not view.dated:
            msg = f"{name} have no day; leave out --from and --to"
            raise typer.BadParameter(msg)
        with _opened(store) as opened:
            pair = pair or _main_dyad(opened, name, form)
            period = {"first": since, "last": until} if view.dated else {}
            _print(getattr(opened, name)(dyad=pair, **period), view, form)

    return command


def _whole(name: str, view: View) -> Callable[..., None]:
    def command(store: StoreOption = Path("demarche.db"), form: FormatOption = Format.TABLE) -> None:
        with _opened(store) as opened:
            _print(getattr(opened, name)(), view, form)

    return command


def _opened(path: Path) -> Store:
    from demarche.store import Store

    return Store.open(path, create=False)


def _main_dyad(store: Store, name: str, form: Format) -> tuple[str, str] | None:
    """The curve of every pair at once is no table: show the first, and say so."""
    if name != "strain" or form is not Format.TABLE:
        return None
    first = next(iter(store.dyads()), None)
    if first is None:
        return None
    typer.echo(f"{first.a}:{first.b}, the most strained pair; `demarche dyads` lists all, --dyad picks one", err=True)
    return first.a, first.b


def _print(table: Any, view: View, form: Format) -> None:  # noqa: ANN401 - a table of any row
    columns = list(table.columns)
    rows = ([getattr(row, name) for name in columns] for row in table)
    number = show(columns, rows, form, visible=view.visible, names=view.names)
    if not number and form is Format.TABLE:
        print(view.empty, file=sys.stderr)  # noqa: T201 - the edge
