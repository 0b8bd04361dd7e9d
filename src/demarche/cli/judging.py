"""`judge`: what a person decides about events, rows and names, and how it is taken back."""

from __future__ import annotations

import getpass
import textwrap
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.ink import Ink, paint
from demarche.cli.listing import show, width
from demarche.cli.options import Format, FormatOption, StoreOption, parse_interval

if TYPE_CHECKING:
    from demarche.store import Store

__all__ = ["register"]

SubjectsArgument = Annotated[
    list[str],
    typer.Argument(metavar="WHAT...", help="Events by id, or rows as ARTICLE#ID.", show_default=False),
]
EventsArgument = Annotated[list[str], typer.Argument(metavar="EVENT...", help="Two or more ids.", show_default=False)]
RowArgument = Annotated[str, typer.Argument(metavar="REPORT", help="As ARTICLE#ID.", show_default=False)]
NamesArgument = Annotated[
    list[str], typer.Argument(metavar="NAME...", help="What the actor is called now.", show_default=False)
]
NumbersArgument = Annotated[
    list[int], typer.Argument(metavar="NUMBER...", help="As `judge list` shows them.", show_default=False)
]
EventArgument = Annotated[str, typer.Argument(metavar="EVENT", help="An event's id.", show_default=False)]
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with it.")]
WhoOption = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who decides; by default your login.")]
DEFAULT = Path("demarche.db")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(
        help="Correct what was read; all of it can be undone.\n\n\b\n"
        "Example: demarche judge recode e1f2a3b4c5d6 --as CONSULT/visit --why visit",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for name, command in COMMANDS.items():
        group.command(name)(command)
    app.add_typer(group, name="judge")


def merge(events: EventsArgument, why: WhyOption = "", who: WhoOption = None, store: StoreOption = DEFAULT) -> None:
    """Make one event of several."""
    if len(set(events)) < 2:
        msg = "name two events or more"
        raise typer.BadParameter(msg)
    _judge(store, "merge", events, who, why)


def split(report: RowArgument, why: WhyOption = "", who: WhoOption = None, store: StoreOption = DEFAULT) -> None:
    """Take a report out of its event."""
    if "#" not in report:
        msg = f"name one report, as ARTICLE#ID; `demarche judge show {report}` prints those of an event"
        raise typer.BadParameter(msg)
    _judge(store, "split", [report], who, why)


def reject(what: SubjectsArgument, why: WhyOption = "", who: WhoOption = None, store: StoreOption = DEFAULT) -> None:
    """Strike what the articles do not say.

    Events, reports, asks, levers, contacts, positions, quotes.
    """
    _judge(store, "reject", what, who, why)


def recode(
    what: SubjectsArgument,
    type_: Annotated[str, typer.Option("--as", metavar="TYPE[/MODE]", help="As in `demarche codebook`.")],
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Give events or reports another type."""
    from demarche import codebook

    name, _, mode = type_.partition("/")
    name = name.upper()
    if not codebook.load().plover.knows(name, mode):
        msg = f"there is no type {type_!r}; `demarche codebook` lists the types and their modes"
        raise typer.BadParameter(msg)
    _judge(store, "recode", what, who, why, f"{name}/{mode}" if mode else name)


def redate(
    what: SubjectsArgument,
    day: Annotated[str, typer.Option("--on", metavar="DAY[/DAY]", help="A day, or the first and the last.")],
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Put events or reports on another day."""
    first, _, last = day.partition("/")
    start, end = parse_interval(first), parse_interval(last or first)
    if start and end and start.first and end.last and start.first > end.last:
        msg = f"{day} runs backwards"
        raise typer.BadParameter(msg)
    _judge(store, "redate", what, who, why, day)


def rename(
    names: NamesArgument,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="What to call it.")] = None,
    code: Annotated[str | None, typer.Option("--code", metavar="CODE", help="Its country or code, as USA.")] = None,
    why: WhyOption = "",
    who: WhoOption = None,
    store: StoreOption = DEFAULT,
) -> None:
    """Give an actor another name or code, in every article."""
    from demarche.relate.judgements import Alias

    if not name and not code:
        msg = "say what changes: --name, --code, or both"
        raise typer.BadParameter(msg)
    _judge(store, "rename", names, who, why, Alias(name=name, code=code.upper() if code else None).written())


def undo(numbers: NumbersArgument, why: WhyOption = "", who: WhoOption = None, store: StoreOption = DEFAULT) -> None:
    """Take judgements back; they stay on the list."""
    _judge(store, "undo", [str(number) for number in numbers], who, why)


def list_(store: StoreOption = DEFAULT, form: FormatOption = Format.TABLE) -> None:
    """List the judgements, those taken back too."""
    with _opened(store) as opened:
        table = opened.judgements()
    rows = ([getattr(row, name) for name in table.columns] for row in table)
    visible = ("number", "kind", "value", "who", "undone_by", "why")
    if not show(list(table.columns), rows, form, visible=visible, names={"undone_by": "undone by"}):
        typer.echo("no judgements in this store", err=True)


def show_(event: EventArgument, store: StoreOption = DEFAULT, form: FormatOption = Format.TABLE) -> None:
    """Show an event's reports and their names."""
    with _opened(store) as opened:
        table = opened.reports(event=event)
    if not table:
        msg = f"there is no event {event!r}; `demarche events --format csv` lists them with their ids"
        raise typer.BadParameter(msg)
    if form is not Format.TABLE:
        show(table.columns, ([getattr(row, name) for name in table.columns] for row in table), form)
        return
    for row in table:
        day = f" {row.first or row.last}" if row.first or row.last else ""
        typer.echo(f"{paint(f'{row.article}#{row.report}', Ink.BOLD)}  {row.type} {row.status}{day}")
        typer.echo(textwrap.fill(" ".join(row.sentence.split()), width(), initial_indent="  ", subsequent_indent="  "))


def export(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Text in blocks, one a sentence.", show_default=False)],
    store: StoreOption = DEFAULT,
) -> None:
    """Write judged sentences as training data.

    In the format of training/sentences.
    """
    from demarche.formats import sentences

    with _opened(store) as opened:
        number = sentences.write(opened.judged(), path)
    typer.echo(f"{path}: {number} sentences")


COMMANDS: Mapping[str, Callable[..., None]] = {
    "merge": merge,
    "split": split,
    "reject": reject,
    "recode": recode,
    "redate": redate,
    "rename": rename,
    "undo": undo,
    "list": list_,
    "show": show_,
    "export": export,
}


def _judge(
    path: Path, verdict: str, subjects: Sequence[str], who: str | None, why: str, value: str | None = None
) -> None:
    with _opened(path) as store:
        number = store.judge(
            verdict,
            subjects,
            who=who or getpass.getuser(),
            why=why,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            value=value,
        )
        made = store.judgements()[-1]
    back = "" if verdict == "undo" else f"; `demarche judge undo {number}` takes it back"
    typer.echo(f"judgement {number}: {verdict} {', '.join(made.subjects)}{f' to {value}' if value else ''}{back}")


def _opened(path: Path) -> Store:
    from demarche.store import Store

    return Store.open(path, create=False)
