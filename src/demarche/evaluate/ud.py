"""Syntax on a CoNLL-U file: UPOS, UAS and LAS over gold words and sentences.

Every syntactic word counts, punctuation too. Labels are compared without their subtypes (`nsubj:pass` is `nsubj`), as
in the usual evaluation of Universal Dependencies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.errors import UnknownFormat
from demarche.evaluate import conllu, loaded
from demarche.evaluate.conllu import Word, universal
from demarche.evaluate.result import Evaluation

if TYPE_CHECKING:
    from demarche.annotate.reader import SentenceReading

__all__ = ["NAME", "evaluate", "measures"]

NAME = "ud"
BATCH = 64

Pair = tuple[Sequence[Word], "SentenceReading"]


def evaluate(path: Path) -> Evaluation:
    """Measure the reader on a CoNLL-U file; raises `UnknownFormat` when it has no sentence."""
    sentences = list(conllu.read(path))
    if not sentences:
        msg = "no sentence in this file; name a .conllu file"
        raise UnknownFormat(msg, where=str(path))
    reader = loaded.reader()
    pairs: list[Pair] = []
    for at in range(0, len(sentences), BATCH):
        batch = sentences[at : at + BATCH]
        pairs += zip(batch, reader.read([[word.form for word in s] for s in batch]), strict=True)
    words = sum(map(len, sentences))
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(sentences),
        measures=measures(pairs),
        words=words,
        answers=tuple(_answer(pair) for pair in pairs),
    )


def measures(pairs: Iterable[Pair]) -> dict[str, float]:
    """Return the shares of words with the right part of speech, head, and head and label."""
    words = upos = heads = arcs = 0
    for gold, found in pairs:
        for i, word in enumerate(gold):
            right = int(found.heads[i]) == word.head
            words += 1
            upos += found.upos[i] == word.upos
            heads += right
            arcs += right and universal(found.deprels[i]) == universal(word.deprel)
    return {"upos": upos / words, "uas": heads / words, "las": arcs / words} if words else {}


def _answer(pair: Pair) -> str:
    gold, found = pair
    shape = {
        "words": [word.form for word in gold],
        "upos": list(found.upos),
        "heads": [int(head) for head in found.heads],
        "deprels": list(found.deprels),
    }
    return json.dumps(shape, ensure_ascii=False)
