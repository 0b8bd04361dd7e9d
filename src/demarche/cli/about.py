"""`schema`, `codebook`, `info`: what the record, the categories and this installation are."""

from __future__ import annotations

import json
import platform
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.listing import show
from demarche.cli.options import CodebookOption, Format, FormatOption

__all__ = ["register"]

LIBRARIES = ("spacy", "onnxruntime", "numpy", "trafilatura")

InfoStoreOption = Annotated[
    Path | None, typer.Option("--store", metavar="FILE", help="Say too which codebooks coded the articles of a store.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("schema")(schema)
    app.command("codebook")(codebook)
    app.command("info")(info)


def schema() -> None:
    """Print the JSON Schema of the record.

    \b
    Example: demarche schema > record.schema.json
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche.record.schema import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))  # noqa: T201 - the edge


def codebook(form: FormatOption = Format.TABLE, folder: CodebookOption = None) -> None:
    """List the categories of acts, with quads and scores.

    \b
    Example: demarche codebook --format csv
    """  # noqa: D301 - see schema
    from demarche.codebook import load

    plover = load(folder).plover
    rows = [
        row
        for name, category in plover.types.items()
        for row in (
            (name, None, category.quad, category.score, plover.cameo_for(name).code, category.definition),
            *(
                (name, mode, category.quad, score, plover.cameo_for(name, mode).code, None)
                for mode, score in category.modes.items()
            ),
        )
    ]
    show(["type", "mode", "quad", "score", "cameo", "definition"], rows, form)


def info(form: FormatOption = Format.TABLE, folder: CodebookOption = None, store: InfoStoreOption = None) -> None:
    """Print versions, digests of model and codebook, and paths.

    \b
    Example: demarche info
    """  # noqa: D301 - see schema
    import demarche
    from demarche.annotate.reader import WEIGHTS
    from demarche.codebook import name_of
    from demarche.record import SCHEMA
    from demarche.run import model_sha256

    rows = [
        ("demarche", demarche.__version__),
        ("record schema", SCHEMA),
        ("model (SHA-256)", model_sha256()),
        ("codebook", name_of(folder)),
        ("model card", _card(WEIGHTS)),
        ("installed in", str(Path(demarche.__file__).parent)),
        ("Python", platform.python_version()),
        ("machine", f"{platform.system()} {platform.machine()}"),
        *((name, metadata.version(name)) for name in LIBRARIES),
        *((f"{store}, coded by", f"{coder} ({number})") for coder, number in _coders(store)),
    ]
    show(["what", "value"], rows, form)


def _coders(store: Path | None) -> list[tuple[str, int]]:
    from demarche.store import Store

    if store is None:
        return []
    with Store.open(store, create=False) as opened:
        return list(opened.coders().items())


def _card(weights: Path) -> str:
    card = weights / "MODEL_CARD.md"
    return str(card) if card.is_file() else "docs/model-card.md in the source"
