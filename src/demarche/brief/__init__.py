"""The brief of what a store holds: a self-contained page, Markdown, or text for the terminal."""

from __future__ import annotations

from datetime import date
from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demarche.brief.lines import Pair
    from demarche.store import Store

__all__ = ["html", "markdown", "text"]


def html(store: Store, dyad: Pair | None = None, *, since: date | None = None, model: str | None = None) -> str:
    """Return one self-contained page about `dyad`, or about the pair that ranks first.

    It tells what changed after `since`, by default in the last week of the store. `model` is the digest of the model
    that read the articles, named in the note on the method.
    """
    from demarche.brief.gather import gather
    from demarche.brief.page import Made, render

    return render(gather(store, dyad, since=since), Made(version=_version(), model=model))


def markdown(store: Store, dyad: Pair | None = None, *, since: date | None = None) -> str:
    """Return the brief as Markdown."""
    from demarche.brief.gather import gather
    from demarche.brief.markdown_page import as_markdown

    return as_markdown(gather(store, dyad, since=since))


def text(store: Store, dyad: Pair | None = None, *, since: date | None = None) -> str:
    """Return the short brief, lines of at most 80 columns."""
    from demarche.brief.gather import Limits, gather
    from demarche.brief.terminal import as_text

    # Articles are shown on the page alone, and to read them takes longest.
    return as_text(gather(store, dyad, Limits(articles=0), since))


def _version() -> str | None:
    try:
        return metadata.version("demarche")
    except metadata.PackageNotFoundError:
        return None
