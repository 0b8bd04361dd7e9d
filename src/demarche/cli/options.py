"""The options that commands share, read strictly once."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from demarche.errors import DateError
from demarche.record.time import TimeInterval

__all__ = [
    "CodebookOption",
    "DyadOption",
    "FirstOption",
    "Format",
    "FormatOption",
    "Inputs",
    "LastOption",
    "PublishedOption",
    "StoreOption",
    "WorkersOption",
    "parse_dyad",
    "parse_interval",
]


class Format(StrEnum):
    """How a listing is written."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def parse_interval(text: str | None) -> TimeInterval | None:
    """Read a date of the command line; a wrong one is wrong usage."""
    if text is None:
        return None
    try:
        return TimeInterval.parse(text)
    except DateError as error:
        raise typer.BadParameter(str(error)) from None


def parse_first(text: str | None) -> date | None:
    """Read the first day of a period; `2016` is its first of January."""
    found = parse_interval(text)
    return found.first if found else None


def parse_last(text: str | None) -> date | None:
    """Read the last day of a period; `2016` is its 31st of December."""
    found = parse_interval(text)
    return found.last if found else None


def parse_dyad(text: str | None) -> tuple[str, str] | None:
    """Read two codes; anything else is wrong usage."""
    if text is None:
        return None
    a, _, b = text.upper().replace("-", ":").partition(":")
    if not a or not b or ":" in b or a == b:
        msg = f"{text!r} is not a pair of codes; write two, such as USA:ISR"
        raise typer.BadParameter(msg)
    return a, b


Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.", show_default=False)
]
StoreOption = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store.")]
DyadOption = Annotated[
    str | None, typer.Option("--dyad", metavar="A:B", help="Only this pair of codes, in either order, as USA:ISR.")
]
FirstOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="First day (YYYY-MM-DD, YYYY-MM or YYYY).")
]
LastOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, included.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write it; csv and jsonl have every column.")]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Day of publication of all input; goes before dates found in it."),
]
CodebookOption = Annotated[
    Path | None, typer.Option("--codebook", metavar="DIR", help="Tables of your own, over those that are shipped.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=1, help="Processes; by default all cores when there are many articles."),
]
