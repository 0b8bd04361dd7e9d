"""The words of a doc as plain lists: spaCy makes an object for each word that is looked at, ten times dearer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

__all__ = ["Columns"]

AT_HAND = 8
"""Docs whose columns are remembered: every rule of an article asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Parallel lists over the words of a doc.

    `texts` stand in the article, at characters `starts` to `ends`, half-open; `words` are the plain readings of damaged
    ones. `low` and `low_lemmas` are words and lemmas in lower case. `heads` count in the doc, a root is its own head;
    `kids` are the words that hang on each, in the order of the text. `spaced` words have white space after them.
    """

    texts: Sequence[str]
    words: Sequence[str]
    low: Sequence[str]
    lemmas: Sequence[str]
    low_lemmas: Sequence[str]
    pos: Sequence[str]
    dep: Sequence[str]
    heads: Sequence[int]
    kids: Sequence[Sequence[int]]
    starts: Sequence[int]
    ends: Sequence[int]
    spaced: Sequence[bool]

    @classmethod
    def of(cls, doc: Doc) -> Columns:
        """Return the columns of a doc that is not changed any more; those of the docs at hand are remembered."""
        return _of(doc)


@lru_cache(maxsize=AT_HAND)
def _of(doc: Doc) -> Columns:
    numbers = [doc.to_array(name).tolist() for name in ("ORTH", "NORM", "LEMMA", "POS", "DEP")]
    strings = doc.vocab.strings
    known = {number: strings[number] for number in set().union(*numbers)}
    low = {number: known[number].lower() for number in {*numbers[1], *numbers[2]}}
    texts, words, lemmas, pos, dep = ([known[number] for number in column] for column in numbers)
    heads: list[int] = (np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)).tolist()
    starts = doc.to_array("IDX").tolist()
    return Columns(
        texts=texts,
        words=words,
        low=[low[number] for number in numbers[1]],
        lemmas=lemmas,
        low_lemmas=[low[number] for number in numbers[2]],
        pos=pos,
        dep=dep,
        heads=heads,
        kids=_kids(heads),
        starts=starts,
        ends=[start + len(text) for start, text in zip(starts, texts, strict=True)],
        spaced=doc.to_array("SPACY").astype(bool).tolist(),
    )


def _kids(heads: Sequence[int]) -> list[list[int]]:
    kids: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != word:
            kids[head].append(word)
    return kids
