"""Docs written by hand, so that no model is loaded in the tests that look at words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from demarche.annotate.columns import Columns, Cut
from demarche.annotate.doc import Doc


def doc_of(
    words: Sequence[str],
    *,
    lemmas: Sequence[str] | None = None,
    pos: Sequence[str] | None = None,
    deps: Sequence[str] | None = None,
    heads: Sequence[int] | None = None,
    spaces: Sequence[bool] | None = None,
    plain: Sequence[str] | None = None,
    names: Sequence[str] | None = None,
) -> Doc:
    """Return a doc of these words; `plain` are their readings where they are damaged, a root is its own head."""
    number = len(words)
    spaced = list(spaces or [True] * number)
    starts = accumulate(map(len, spelt(words, spaced)), initial=0)
    columns = Columns.made(
        Cut(list(words), list(starts)[:-1], spaced),
        words=list(plain or words),
        lemmas=list(lemmas or words),
        pos=list(pos or ["X"] * number),
        dep=list(deps or ["dep"] * number),
        heads=list(heads or range(number)),
    )
    return Doc(columns, list(names or [""] * number))


def text_of(doc: Doc) -> str:
    """Return the text that a doc is of."""
    return "".join(spelt(doc.columns.texts, doc.columns.spaced))


def spelt(words: Sequence[str], spaced: Sequence[bool]) -> list[str]:
    """Return the words with the blanks behind them."""
    return [word + " " * blank for word, blank in zip(words, spaced, strict=True)]
