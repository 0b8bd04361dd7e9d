"""`evaluate`: accuracy and speed on public sets."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.listing import show
from demarche.cli.options import Format

if TYPE_CHECKING:
    from demarche.evaluate import Measured

__all__ = ["register"]


class MeasureFormat(StrEnum):
    """How measures are written."""

    TABLE = "table"
    JSON = "json"


NameArgument = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
PathArgument = Annotated[Path, typer.Argument(metavar="PATH", help="File or folder of the set.", show_default=False)]
FormOption = Annotated[MeasureFormat, typer.Option("--format", help="A table, or one JSON object.")]
PredictionsOption = Annotated[
    Path | None, typer.Option("--predictions", metavar="FILE", help="Write what was answered, one JSON line an item.")
]
ClassesOption = Annotated[
    str | None, typer.Option("--classes", metavar="A=PER,...", help="For ner: the set's classes as PER, ORG, LOC.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate)


def evaluate(
    name: NameArgument,
    path: PathArgument,
    form: FormOption = MeasureFormat.TABLE,
    predictions: PredictionsOption = None,
    classes: ClassesOption = None,
) -> None:
    """Measure the shipped pipeline on a public set.

    \b
    record     articles annotated by hand, all layers (gold folders)
    plv        PLOVER relation of a marked pair (TSV: marked_sentence, gold_root)
    gsr        who did what to whom, sentence in, codes out (PETRARCH XML)
    tempeval3  time expressions (folder of .tml files)
    polnear    who says what (folder with text/ and attributions/)
    ner        names (tagged file, or folder of re3d)
    ud         syntax (CoNLL-U file)
    coref      chains of names (GUM CoNLL-U file)
    places     where places are (XML of LGL form)
    copies     near-duplicate and machine-spun copies (folder of articles)
    events     which reports are of one event (ECB+ corpus file, MEANTIME folder)
    timelines  the days of a story that matter (folder of T17, Crisis or SemEval)
    speed      words a second beside the encoder alone and a spaCy CNN

    \b
    Example: demarche evaluate ud en_ewt-ud-test.conllu --format json
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche.evaluate import SETS, measure

    if name not in SETS:
        msg = f"there is no evaluation {name!r}; choose one of {', '.join(SETS)}"
        raise typer.BadParameter(msg)
    if not path.exists():
        msg = f"{path} does not exist"
        raise typer.BadParameter(msg)
    found = measure(name, path, classes=classes)
    if predictions:
        predictions.write_text("".join(f"{text}\n" for text in found.evaluation.answers), encoding="utf-8")
    _print(found, form)


def _print(found: Measured, form: MeasureFormat) -> None:
    from demarche.evaluate import as_json

    shape = as_json(found)
    if form is MeasureFormat.JSON:
        print(json.dumps(shape, ensure_ascii=False))  # noqa: T201 - the edge
        return
    rows = [(name, f"{value:.4f}") for name, value in found.evaluation.measures.items()]
    show(["measure", "value"], rows, Format.TABLE)
    speed = f", {found.words_per_second:.0f} words/s" if found.words_per_second else ""
    print(f"\n{found.evaluation.items} items, {found.seconds:.1f} s{speed}; {found.machine}; model {found.model}")  # noqa: T201
    for note in found.evaluation.notes:
        print(note)  # noqa: T201 - the edge
