"""Sentences with their syntax, written one word a line by hand, so that no model is loaded in these tests."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

VOCAB = English().vocab


def tree(text: str) -> Doc:
    """Return a Doc of lines `word/lemma/POS/label/head`, where head is the number of a word from 1, 0 for the root."""
    rows = [line.split("/") for line in text.split()]
    words, lemmas, pos, deps, heads = zip(*rows, strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        pos=list(pos),
        deps=list(deps),
        heads=[int(h) - 1 if int(h) else i for i, h in enumerate(heads)],
    )
