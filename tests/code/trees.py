"""Sentences with their syntax, written one word a line by hand, so that no model is loaded in these tests."""

from __future__ import annotations

from demarche.annotate.doc import Doc
from tests.docs import doc_of


def tree(text: str) -> Doc:
    """Return a Doc of lines `word/lemma/POS/label/head`, where head is the number of a word from 1, 0 for the root."""
    rows = [line.split("/") for line in text.split()]
    words, lemmas, pos, deps, heads = zip(*rows, strict=True)
    above = [int(h) - 1 if int(h) else i for i, h in enumerate(heads)]
    return doc_of(words, lemmas=lemmas, pos=pos, deps=deps, heads=above)
