"""The commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli import about, briefs, evaluation, exchange, explaining, judging, main_job, views, watching

__all__ = ["app"]

HELP = """Read news and show, with the sentence that proves each point, how two governments get on.

\b
Start with:  demarche demo
Then:        demarche run articles/ --published 2016-09-20
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80, "terminal_width": 80},
)


def _version(value: bool) -> None:  # noqa: FBT001 - Typer's callbacks get values
    if value:
        import demarche

        typer.echo(f"demarche {demarche.__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    traceback: Annotated[bool, typer.Option("--traceback", help="After an error, show where it happened.")] = False,
) -> None:
    """Hold the options that stand before every command."""


main_job.register(app)
briefs.register(app)
views.register(app)
watching.register(app)
judging.register(app)
exchange.register(app)
evaluation.register(app)
explaining.register(app)
about.register(app)
