"""`brief`: what the store holds, as a page, Markdown or text."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import DyadOption, StoreOption, parse_dyad, parse_last

__all__ = ["register"]


class BriefFormat(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MD = "md"
    TEXT = "text"


SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Tell what changed after it, by default in the last week."),
]
FormOption = Annotated[
    BriefFormat, typer.Option("--format", help="A self-contained page, Markdown, or 80 columns of text.")
]
FileOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write it here, not to standard output.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(write_brief)


def write_brief(
    store: StoreOption = Path("demarche.db"),
    dyad: DyadOption = None,
    since: SinceOption = None,
    form: FormOption = BriefFormat.TEXT,
    out: FileOption = None,
) -> None:
    """Write the brief of what the store holds.

    \b
    Example: demarche brief --since 2016-09-13 --format html --out brief.html
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche import brief
    from demarche.store import Store

    pair = parse_dyad(dyad)
    make = {BriefFormat.HTML: brief.html, BriefFormat.MD: brief.markdown, BriefFormat.TEXT: brief.text}[form]
    with Store.open(store, create=False) as opened:
        text = make(opened, pair, since=parse_last(since))
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
