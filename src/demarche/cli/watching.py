"""`watch` takes in feeds, `alerts` says which relationships moved."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import CodebookOption, FirstOption, StoreOption, WorkersOption, parse_first

if TYPE_CHECKING:
    from demarche.brief.alerts import Alert
    from demarche.read.feed import Fetcher
    from demarche.run import Dossier, Setup

__all__ = ["register"]

DEFAULT = Path("demarche.db")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SHORTEST = timedelta(minutes=5)
"""Feeds are not asked more often."""


class AlertFormat(StrEnum):
    """How alerts are written."""

    TEXT = "text"
    JSON = "json"


FeedsArgument = Annotated[
    list[str], typer.Argument(metavar="FEED...", help="Addresses of RSS or Atom feeds.", show_default=False)
]
EveryOption = Annotated[
    str | None, typer.Option("--every", metavar="TIME", help="Ask again so often, as 30m or 6h; without it, once.")
]
LeastOption = Annotated[
    float, typer.Option("--least", metavar="POINTS", min=0.0, help="Moves of the index from which to tell.")
]
AlertFormatOption = Annotated[AlertFormat, typer.Option("--format", help="Text, or one JSON object.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("watch")(watch)
    app.command("alerts")(tell_alerts)


def watch(  # noqa: PLR0913, PLR0917 - the options of a command
    feeds: FeedsArgument,
    every: EveryOption = None,
    store: StoreOption = DEFAULT,
    least: LeastOption = 5.0,
    form: AlertFormatOption = AlertFormat.TEXT,
    codebook: CodebookOption = None,
    workers: WorkersOption = None,
) -> None:
    """Take in what is new in feeds, and say which relationships moved.

    Feeds are asked politely: seldom, and for what changed. What is known is
    skipped, so that it can be stopped and started again at any time.

    \b
    Example: demarche watch https://example.org/world.xml --every 30m
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche.read.feed import Fetcher
    from demarche.run import Setup
    from demarche.run import open as open_store

    pause, setup = _parse_every(every), Setup(codebook=codebook)
    fetcher = Fetcher.make()
    with open_store(store) as dossier:
        while True:
            told = _told(dossier, least)
            answered = sum([_take_in(dossier, url, fetcher, setup, workers) for url in feeds])
            _print([alert for alert in _alerts(dossier, least) if _name(alert) not in told], form)
            if pause is None:
                break
            _rest(pause)
    if not answered:
        raise typer.Exit(1)


def tell_alerts(
    store: StoreOption = DEFAULT,
    since: FirstOption = None,
    least: LeastOption = 5.0,
    form: AlertFormatOption = AlertFormat.TEXT,
) -> None:
    """Say which relationships moved or turned since a day, and why.

    Without --from, the last seven days of the store. The JSON suits a webhook:
    demarche alerts --format json | curl --json @- https://example.org/hook

    \b
    Example: demarche alerts --from 2016-09-13 --least 10
    """  # noqa: D301 - see watch
    from demarche.brief.alerts import alerts
    from demarche.store import Store

    with Store.open(store, create=False) as opened:
        found = alerts(opened, parse_first(since), least)
    _print(found, form)
    if not found and form is AlertFormat.TEXT:
        typer.echo(f"no relationship moved by {least:g} points or turned", err=True)


def _parse_every(text: str | None) -> timedelta | None:
    """Read `30m`; a wrong or too short time is wrong usage."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d+)\s*([smhd])", text.strip().lower())
    if not found:
        msg = f"{text!r} is no time between rounds; write a number and s, m, h or d, as 30m"
        raise typer.BadParameter(msg)
    pause = timedelta(**{UNITS[found[2]]: int(found[1])})
    if pause < SHORTEST:
        msg = f"feeds are asked every {SHORTEST.seconds // 60} minutes at most; write {SHORTEST.seconds // 60}m or more"
        raise typer.BadParameter(msg)
    return pause


def _rest(pause: timedelta, sleep: Callable[[float], None] = time.sleep) -> None:
    from demarche.cli.edge import Stopped

    try:
        sleep(pause.total_seconds())
    except KeyboardInterrupt:
        msg = "stopped; what was taken in is kept; run the same command again to go on"
        raise Stopped(msg) from None


def _take_in(dossier: Dossier, url: str, fetcher: Fetcher, setup: Setup, workers: int | None) -> bool:
    """Add what is new in one feed and say so on a line; a feed that fails stops nothing."""
    from demarche.errors import InputError
    from demarche.read.feed import Intake

    intake = Intake.of(dossier.feed(url), fetcher, dossier.knows)
    try:
        added = dossier.add(intake, setup=setup, workers=workers)
    except InputError as error:
        typer.echo(f"demarche: {error}", err=True)
        return False
    dossier.keep_feed(intake.next)
    later = f", {intake.left} left for the next round" if intake.left else ""
    bad = f", {added.problems} not readable" if added.problems else ""
    typer.echo(f"{url}: {added.added} new{bad}{later}", err=True)
    return True


def _alerts(dossier: Dossier, least: float) -> list[Alert]:
    from demarche.brief.alerts import alerts

    return alerts(dossier, None, least)


def _told(dossier: Dossier, least: float) -> set[tuple[object, ...]]:
    return {_name(alert) for alert in _alerts(dossier, least)} if len(dossier) else set()


def _name(alert: Alert) -> tuple[object, ...]:
    """Return what makes an alert new: another act behind it, or another turn."""
    return alert.a, alert.b, alert.turned, tuple(reason.event for reason in alert.reasons)


def _print(found: Sequence[Alert], form: AlertFormat) -> None:
    from demarche.brief.alerts import as_json, as_text

    if form is AlertFormat.JSON:
        print(as_json(found), flush=True)  # noqa: T201 - the edge
    elif found:
        print(as_text(found), flush=True)  # noqa: T201 - the edge
