"""`explain`: what was made of one sentence, layer by layer."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import CodebookOption, PublishedOption, parse_interval
from demarche.errors import EmptyInput, InputError

if TYPE_CHECKING:
    from demarche.record import Article

__all__ = ["register"]


class ExplanationFormat(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"


ArticleArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="A file, or - for standard input.", show_default=False)
]
AtOption = Annotated[
    str, typer.Option("--at", metavar="OFFSET", help="A character of the sentence, or words of it.", show_default=False)
]
IdOption = Annotated[
    str | None, typer.Option("--id", metavar="ID", help="Of several articles, the one with this id; else the first.")
]
FormOption = Annotated[ExplanationFormat, typer.Option("--format", help="Text of 80 columns, or one JSON object.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    article: ArticleArgument,
    at: AtOption,
    identity: IdOption = None,
    published: PublishedOption = None,
    codebook: CodebookOption = None,
    form: FormOption = ExplanationFormat.TEXT,
) -> None:
    """Show how one sentence was understood, layer by layer.

    Its syntax, names, mentions, times, what the codebook and the reader say of
    its words, which acts were kept and why, and what rests on it.

    \b
    Example: demarche explain article.txt --at 512
    """  # noqa: D301 - \b is Click's mark for lines that stay as they are
    from demarche.cli.sentence import page
    from demarche.record.codec import encode
    from demarche.run import Setup
    from demarche.run.explain import Explainer, offset_of

    found = _article(article, identity, published)
    offset = offset_of(found, at)
    seen = Explainer.load(Setup(codebook=codebook)).explain(found, offset)
    if form is ExplanationFormat.JSON:
        print(json.dumps(encode(seen), ensure_ascii=False, indent=2))  # noqa: T201 - the edge
    else:
        print(page(seen))  # noqa: T201 - the edge


def _article(name: str, identity: str | None, published: str | None) -> Article:
    """Return the article that is meant; raises `InputError` where there is none."""
    from demarche.read import read
    from demarche.record import Problem

    for item in read(name, published=parse_interval(published)):
        if isinstance(item, Problem):
            if identity in {None, item.id}:
                raise InputError(item.why, where=item.id)
        elif identity in {None, item.id}:
            return item
    if identity:
        msg = f"no article has the id {identity!r}; `demarche articles` lists those of a store"
        raise InputError(msg, where=name)
    msg = "there is no article in it; give a text, a page or a table with articles"
    raise EmptyInput(msg, where=name)
