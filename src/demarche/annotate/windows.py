"""Sentences as stretches of word pieces that the encoder can take, and those in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from demarche.annotate.pieces import CASES, Pieces, encode

__all__ = ["Window", "batches", "feed", "marked", "windows"]

Ints = npt.NDArray[np.int64]

PIECES_A_WINDOW: Final = 320
"""Longest stretch read at once; the encoder has 512 places and saw few sentences above 200 in training."""
OVERLAP_WORDS: Final = 48
"""Words that neighbouring windows of a longer sentence share."""
PIECES_A_BATCH: Final = 256
"""Pieces read at once, padding included; larger batches leave a core's cache. What is read does not depend on it."""
PIECES_A_RUN: Final = 32
"""What starting the model costs, in pieces read: on one slow core a run took 1.6 ms and 0.05 ms a piece."""
_SOURCE, _TARGET = len(CASES), 2 * len(CASES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of the sentence of this number, from its word `first` on, as pieces.

    own: where the pieces begin whose vectors stand for its words, those of other windows left out; in the first window
    of a sentence, its root before them.
    """

    sentence: int
    first: int
    pieces: list[int]
    kinds: list[int]
    own: list[int]


def windows(sentence: int, words: Sequence[str], pieces: Pieces) -> Iterator[Window]:
    """The windows of a sentence, one but for the longest sentences; each word is owned by one of them."""
    ids, kinds, firsts = encode(words, pieces)
    if len(ids) <= PIECES_A_WINDOW:
        yield Window(sentence=sentence, first=0, pieces=ids, kinds=kinds, own=firsts)
        return
    first, last = 0, _reach(words, 0, pieces)
    while True:
        ids, kinds, firsts = encode(words[first:last], pieces)
        start = OVERLAP_WORDS // 2 + 1 if first else 0
        end = len(firsts) - OVERLAP_WORDS // 2 if last < len(words) else len(firsts)
        yield Window(sentence=sentence, first=first, pieces=ids, kinds=kinds, own=firsts[start:end])
        if last == len(words):
            return
        first = last - OVERLAP_WORDS
        last = _reach(words, first, pieces)


def _reach(words: Sequence[str], first: int, pieces: Pieces) -> int:
    """End of the longest window from `first`; it always holds more words than two windows share."""
    room = PIECES_A_WINDOW
    for i in range(first, len(words)):
        room -= len(pieces.of(words[i]))
        if room < 0 and i > first + OVERLAP_WORDS:
            return i
    return len(words)


def marked(item: int, words: Sequence[str], sides: tuple[Sequence[int], Sequence[int]], pieces: Pieces) -> Window:
    """One window with the words of source and target marked; of a very long sentence, the words nearest to them."""
    source, target = sides
    kept = _nearest(words, [*source, *target], pieces)
    ids, kinds, firsts = encode([words[i] for i in kept], pieces)
    marks = dict.fromkeys(target, _TARGET) | dict.fromkeys(source, _SOURCE)
    ends = [*firsts[2:], len(ids) - 1]
    for place, word in enumerate(kept):
        for piece in range(firsts[place + 1], ends[place]):
            kinds[piece] += marks.get(word, 0)
    return Window(sentence=item, first=0, pieces=ids, kinds=kinds, own=firsts)


def _nearest(words: Sequence[str], marks: Sequence[int], pieces: Pieces) -> list[int]:
    """The words that fit into one window, nearest to the marked ones first, in their order."""
    if sum(len(pieces.of(word)) for word in words) <= PIECES_A_WINDOW:
        return list(range(len(words)))
    kept: list[int] = []
    room = PIECES_A_WINDOW
    for i in sorted(range(len(words)), key=lambda i: min(abs(i - m) for m in marks)):
        room -= len(pieces.of(words[i]))
        if room < 0:
            break
        kept.append(i)
    return sorted(kept)


def batches(of: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, so that little is read in vain."""
    ordered = sorted(of, key=lambda w: len(w.pieces))
    for first, last in pairwise(_cuts([len(window.pieces) for window in ordered])):
        yield ordered[first:last]


def _cuts(lengths: Sequence[int]) -> list[int]:
    """Where batches of windows, the shortest first, begin and end, so that padding and runs cost the least together."""
    costs, firsts = [0], [0]
    for last, longest in enumerate(lengths, start=1):
        lowest = max(0, last - max(1, PIECES_A_BATCH // longest))
        cost, first = min((costs[i] + longest * (last - i), i) for i in range(lowest, last))
        costs.append(cost + PIECES_A_RUN)
        firsts.append(first)
    cuts = [len(lengths)]
    while cuts[-1]:
        cuts.append(firsts[cuts[-1]])
    return cuts[::-1]


def feed(batch: Sequence[Window]) -> dict[str, Ints]:
    """What the encoder takes in: pieces, their kinds, and a mask of those that only fill a row."""
    return {
        "pieces": _padded([window.pieces for window in batch]),
        "kinds": _padded([window.kinds for window in batch]),
        "mask": _padded([[1] * len(window.pieces) for window in batch]),
    }


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    out = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
