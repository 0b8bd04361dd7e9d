"""A line that moves while articles are coded; only on a terminal, and on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from demarche.record import Problem, Record

__all__ = ["Advance", "progress"]


class Advance(Protocol):
    """Called with every outcome."""

    def __call__(self, outcome: Record | Problem) -> None:
        """Move the line."""


@contextmanager
def progress() -> Iterator[Advance]:
    """Show how many articles are coded; where standard error is no terminal, show nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn("line"),
        TextColumn("{task.completed:.0f} articles"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(outcome: Record | Problem) -> None:
            name = outcome.id if isinstance(outcome, Problem) else outcome.article.id
            bar.update(task, advance=1, description=name[-40:])

        yield advance
