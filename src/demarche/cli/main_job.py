"""`run`, `code`, `demo`: from articles to a store and a brief, or to records."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import (
    CodebookOption,
    DyadOption,
    Inputs,
    PublishedOption,
    StoreOption,
    WorkersOption,
    parse_dyad,
    parse_interval,
)
from demarche.cli.second import (
    AgreementOption,
    CacheOption,
    SecondModelOption,
    SecondReaderOption,
    agreement_lines,
    second_reader,
    write_agreement,
)

if TYPE_CHECKING:
    from demarche.cli.problems import Remarks
    from demarche.record import Article, Problem
    from demarche.run import Dossier, Setup
    from demarche.run.second import Second
    from demarche.store import Added

__all__ = ["register"]

BRIEF = "brief.html"


class Lines(StrEnum):
    """How records are written."""

    JSONL = "jsonl"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How articles are coded: by what, and on how many processes."""

    setup: Setup
    workers: int | None
    second: Second | None = None

    @property
    def coder(self) -> str:
        """The name under which a store keeps what is coded so."""
        return f"{self.setup.coder}; {self.second.name}" if self.second else self.setup.coder


OutOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the brief goes.")]
LinesOption = Annotated[Lines, typer.Option("--format", help="One record a line, or indented.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("run")(run)
    app.command("code")(code)
    app.command("demo")(demo)


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    inputs: Inputs,
    store: StoreOption = Path("demarche.db"),
    out: OutOption = Path("demarche-out"),
    published: PublishedOption = None,
    dyad: DyadOption = None,
    codebook: CodebookOption = None,
    workers: WorkersOption = None,
    second_url: SecondReaderOption = None,
    second_model: SecondModelOption = None,
    second_cache: CacheOption = None,
    agreement: AgreementOption = None,
) -> None:
    """Code articles, merge them into the store, write the brief.

    What the store has already is skipped, so that the same command run again goes on where it stopped; what another
    codebook coded is coded anew.

    \b
    Example: demarche run articles/ --published 2016-09-20
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche.read import read
    from demarche.run import Setup

    second = second_reader(second_url, second_model, second_cache, codebook)
    pair, job = parse_dyad(dyad), Job(setup=Setup(codebook=codebook), workers=workers, second=second)
    _main_job(read(*inputs, published=parse_interval(published)), store, out, pair, job)
    _agreement(second, agreement)


def demo(out: OutOption = Path("demarche-demo"), workers: WorkersOption = None) -> None:
    """Do the main job on the sample dossier (October 1962).

    \b
    Example: demarche demo
    """  # noqa: D301 - see run
    from demarche.demo import DOSSIER
    from demarche.read import read
    from demarche.run import Setup

    out.mkdir(parents=True, exist_ok=True)
    _main_job(read(DOSSIER), out / "demo.db", out, None, Job(setup=Setup(), workers=workers))


def code(  # noqa: PLR0913, PLR0917 - the options of a command
    inputs: Inputs,
    published: PublishedOption = None,
    form: LinesOption = Lines.JSONL,
    codebook: CodebookOption = None,
    workers: WorkersOption = None,
    second_url: SecondReaderOption = None,
    second_model: SecondModelOption = None,
    second_cache: CacheOption = None,
    agreement: AgreementOption = None,
) -> None:
    """Print one JSON record for each article, without a store.

    Records come in the order of the input; an article that cannot be read gives
    a line with its problem.

    \b
    Example: demarche code article.txt --published 2016-09-20
    """  # noqa: D301 - see run
    from demarche.cli.problems import Remarks
    from demarche.read import read
    from demarche.record import Problem
    from demarche.record.codec import line
    from demarche.run import Setup, code_all

    remarks, coded = Remarks(), 0
    second = second_reader(second_url, second_model, second_cache, codebook)
    items = remarks.watch(read(*inputs, published=parse_interval(published)))
    outcomes = code_all(items, setup=Setup(codebook=codebook), workers=workers)
    for outcome in second.over(outcomes) if second else outcomes:
        text = line(outcome)
        print(_indented(text) if form is Lines.JSON else text, flush=True)  # noqa: T201 - the edge
        if isinstance(outcome, Problem):
            remarks.problems.append(outcome)
        else:
            coded += 1
    _say(remarks)
    _agreement(second, agreement)
    if not coded:
        raise typer.Exit(1)


def _indented(text: str) -> str:
    import json

    return json.dumps(json.loads(text), ensure_ascii=False, indent=2)


def _main_job(
    items: Iterable[Article | Problem], store: Path, out: Path, dyad: tuple[str, str] | None, job: Job
) -> None:
    from demarche.cli.problems import Remarks
    from demarche.run import open as open_store

    remarks = Remarks()
    with open_store(store) as dossier:
        added = _add(dossier, items, remarks, job, store)
        known = added.added + added.replaced + added.skipped
        _say(remarks)
        if not known:
            typer.echo(
                "demarche: error: no article could be coded; give text, HTML, CSV or JSONL with articles", err=True
            )
            raise typer.Exit(1)
        _brief(dossier, out, dyad)
    _count(added, store)


def _add(dossier: Dossier, items: Iterable[Article | Problem], remarks: Remarks, job: Job, store: Path) -> Added:
    from demarche.cli.edge import Stopped
    from demarche.cli.progress import progress
    from demarche.record import Problem

    coded = 0
    try:
        with progress() as advance:

            def seen(outcome: object) -> None:
                nonlocal coded
                if isinstance(outcome, Problem):
                    remarks.problems.append(outcome)
                else:
                    coded += 1
                advance(outcome)  # type: ignore[arg-type]

            return dossier.add(
                remarks.watch(items),
                setup=job.setup,
                workers=job.workers,
                seen=seen,
                coder=job.coder,
                through=job.second.over if job.second else None,
            )
    except KeyboardInterrupt:
        kept = f"{coded} articles coded in this run are kept in {store}"
        msg = f"stopped; {kept}; run the same command again to go on"
        raise Stopped(msg) from None


def _brief(dossier: Dossier, out: Path, dyad: tuple[str, str] | None) -> None:
    from demarche import brief
    from demarche.run import model_sha256

    out.mkdir(parents=True, exist_ok=True)
    (out / BRIEF).write_text(brief.html(dossier, dyad, model=model_sha256()), encoding="utf-8")
    print(brief.text(dossier, dyad).rstrip("\n"))  # noqa: T201 - the edge
    print(f"\nThe brief: {out / BRIEF}")  # noqa: T201 - the edge


def _count(added: Added, store: Path) -> None:
    parts = [
        f"{number} {what}"
        for number, what in (
            (added.added, "added"),
            (added.replaced, "replaced"),
            (added.skipped, "known already"),
            (added.problems, "not readable"),
        )
        if number
    ]
    print(f"The store: {store} ({', '.join(parts)})")  # noqa: T201 - the edge


def _agreement(second: Second | None, path: Path | None) -> None:
    """Say on standard error how the readers agree, and write it where it is asked for."""
    if second is None:
        return
    for text in agreement_lines(second.agreement):
        print(text, file=sys.stderr)  # noqa: T201 - the edge
    if path:
        write_agreement(second.agreement, path)


def _say(remarks: Remarks) -> None:
    from demarche.cli.problems import grouped

    for text in (*remarks.lines(), *grouped(remarks.problems)):
        print(f"demarche: {text}", file=sys.stderr)  # noqa: T201 - the edge
