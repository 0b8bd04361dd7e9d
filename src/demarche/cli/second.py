"""The options of a second reader, and how far it agreed with the first."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from demarche.run.second import Agreement, Counts, Second

__all__ = [
    "AgreementOption",
    "CacheOption",
    "SecondModelOption",
    "SecondReaderOption",
    "agreement_lines",
    "second_reader",
    "write_agreement",
]

SecondReaderOption = Annotated[
    str | None,
    typer.Option(
        "--second-reader", metavar="URL", help="Send each article to this chat endpoint too, and check its reports."
    ),
]
SecondModelOption = Annotated[
    str | None, typer.Option("--second-model", metavar="NAME", help="The model there; key in DEMARCHE_SECOND_KEY.")
]
CacheOption = Annotated[
    Path | None, typer.Option("--second-cache", metavar="DIR", help="Where its answers are kept.", show_default=False)
]
AgreementOption = Annotated[
    Path | None, typer.Option("--agreement", metavar="FILE", help="Write the agreement of the readers as JSON.")
]


def second_reader(url: str | None, model: str | None, cache: Path | None, codebook: Path | None) -> Second | None:
    """Return the second reader that the options name, None where they name none; half of one is wrong usage."""
    from demarche.cli.chat import Chat, Kept
    from demarche.codebook import load
    from demarche.run.second import Second

    if url is None and model is None:
        return None
    if url is None or model is None:
        msg = "a second reader needs both --second-reader URL and --second-model NAME"
        raise typer.BadParameter(msg)
    ask = Kept(ask=Chat.make(url, model), model=model, folder=cache or _cache())
    return Second(ask=ask, name=f"second reader {model}", plover=load(codebook).plover)


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "demarche" / "second"


def agreement_lines(agreement: Agreement) -> Iterator[str]:
    """Yield how the readers agree, type by type, what was dropped, and who got no answer."""
    yield f"Two readers on {agreement.articles} articles: sentences in which each sees an act"
    yield f"{'type':<10} {'both':>5} {'first':>6} {'second':>7} {'F1':>6} {'kappa':>6}"
    rows = [*((kind.value, counts) for kind, counts in agreement.types.items()), ("all", agreement.overall)]
    for name, counts in rows:
        if counts.both or counts.first or counts.second:
            yield (
                f"{name:<10} {counts.both:>5} {counts.first:>6} {counts.second:>7} "
                f"{_number(counts.f1):>6} {_number(counts.kappa):>6}"
            )
    for why, number in agreement.dropped.items():
        yield f"Dropped of the second reader's: {number}, {why}"
    for reason, number in agreement.problems.items():
        yield f"Not read by the second reader: {number} ({reason})"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{round(value, 2) + 0.0:.2f}"  # adding nought takes the sign off it


def write_agreement(agreement: Agreement, path: Path) -> None:
    """Write the agreement as one JSON object with stable keys."""
    path.write_text(json.dumps(_shape(agreement), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _shape(agreement: Agreement) -> dict[str, Any]:
    return {
        "articles": agreement.articles,
        "failed": agreement.failed,
        "overall": _counts(agreement.overall),
        "types": {kind.value: _counts(counts) for kind, counts in agreement.types.items()},
        "dropped": {why.name.lower(): number for why, number in agreement.dropped.items()},
        "problems": dict(agreement.problems),
    }


def _counts(counts: Counts) -> dict[str, Any]:
    numbers = {name: getattr(counts, name) for name in ("both", "first", "second", "neither")}
    return {**numbers, "f1": counts.f1, "kappa": counts.kappa}
