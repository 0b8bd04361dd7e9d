"""`export` and `import`: out to other programs, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from demarche.cli.options import StoreOption

__all__ = ["register"]

Found = TypeVar("Found")

NameArgument = Annotated[
    str, typer.Argument(metavar="FORMAT", help="See `demarche export --help`.", show_default=False)
]
PathArgument = Annotated[
    Path, typer.Argument(metavar="PATH", help="File, or folder for csv and brat.", show_default=False)
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("export")(write_export)
    app.command("import")(read_import)


def write_export(name: NameArgument, path: PathArgument, store: StoreOption = Path("demarche.db")) -> None:
    """Write what the store holds in a format of other programs.

    \b
    jsonl          one whole record a line; loses nothing and can be imported
    csv            a folder of CSV tables with a data dictionary
    polecat        one TSV with POLECAT's columns
    graphml        the network of actors, GraphML
    gexf           the network of actors, static GEXF for Gephi
    timelinejs     JSON for TimelineJS, the sixty largest deeds
    webannotation  W3C Web Annotations, JSON-LD
    brat           a folder of brat standoff files
    labelstudio    Label Studio tasks with our reading as prediction

    \b
    Example: demarche export csv tables/
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche.formats import exporter
    from demarche.store import Store

    chosen = _usage(exporter, name)
    with Store.open(store, create=False) as opened:
        number = chosen.write(opened.records(), path)
    typer.echo(f"{path}: {number} {chosen.counts}")


def read_import(name: NameArgument, path: PathArgument, store: StoreOption = Path("demarche.db")) -> None:
    """Take records of `demarche code` or `export` into the store.

    \b
    Example: demarche import jsonl records.jsonl
    """  # noqa: D301 - see write_export
    from demarche.cli.problems import grouped
    from demarche.formats import importer
    from demarche.record import Problem
    from demarche.store import Store

    read = _usage(importer, name)
    if not path.is_file():
        msg = f"{path} is no file"
        raise typer.BadParameter(msg)
    items = list(read(path))
    with Store.open(store) as opened:
        added = opened.add(item for item in items if not isinstance(item, Problem))
    for text in grouped([item for item in items if isinstance(item, Problem)]):
        typer.echo(f"demarche: {text}", err=True)
    typer.echo(f"{store}: {added.added} added, {added.replaced} replaced, {added.skipped} known already")
    if not added.added + added.replaced + added.skipped:
        raise typer.Exit(1)


def _usage(find: Callable[[str], Found], name: str) -> Found:
    """Find a format; an unknown one is wrong usage."""
    from demarche.errors import UnknownFormat

    try:
        return find(name)
    except UnknownFormat as error:
        raise typer.BadParameter(str(error)) from None
