"""Words to word pieces and their case classes: what goes into the encoder, in training as at run time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from demarche.annotate.wordpiece import WordPiece

# The encoder's vocabulary is lower-cased, so the case of a word goes in as a class of its own. "first" is a
# capital that the start of the sentence may explain, "headline" one that a line of capitals may explain.
CASES: Final = (
    "lower",
    "title",
    "upper",
    "mixed",
    "digit",
    "mark",
    "title-first",
    "letter",
    "title-headline",
    "upper-headline",
)
MARKS: Final = ("none", "source", "target")
PIECES_A_WORD: Final = 12
"""Pieces kept of one word; only web addresses have more."""
HEADLINE_SHARE: Final = 0.7
"""Share of capitalised words among the longer ones from which a sentence counts as a headline."""
_PLAIN_QUOTES: Final = str.maketrans("‘’‛´`“”„«»", "'''''\"\"\"\"\"")
_CASE: Final = {name: number for number, name in enumerate(CASES)}


@lru_cache(maxsize=100_000)
def case_of(word: str) -> int:
    """Class of one word by its letters alone."""
    if not any(c.isalnum() for c in word):
        return _CASE["mark"]
    if any(c.isdigit() for c in word):
        return _CASE["digit"]
    return _CASE[_letters_case([c for c in word if c.isalpha()])]


def _letters_case(letters: list[str]) -> str:
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return "lower"
    if len(letters) == 1:
        return "letter"
    if capitals == len(letters):
        return "upper"
    return "title" if capitals == 1 and letters[0].isupper() else "mixed"


def cases_of(words: Sequence[str]) -> list[int]:
    """Classes of a sentence's words; a first word and a headline have their own: case says less there."""
    cases = [case_of(word) for word in words]
    long_words = [c for c, word in zip(cases, words, strict=True) if len(word) > 3 and c <= _CASE["mixed"]]
    if len(long_words) >= 3:
        for case, headline in (("title", "title-headline"), ("upper", "upper-headline")):
            if long_words.count(_CASE[case]) > HEADLINE_SHARE * len(long_words):
                cases = [_CASE[headline] if c == _CASE[case] else c for c in cases]
    first = next((i for i, c in enumerate(cases) if c != _CASE["mark"]), None)
    if first is not None and cases[first] == _CASE["title"]:
        cases[first] = _CASE["title-first"]
    return cases


class Pieces:
    """Word pieces of words, remembered; never empty, at most PIECES_A_WORD for one word."""

    def __init__(self, path: Path) -> None:
        self._wordpiece = WordPiece.load(path)
        self.first, self.last, self.unknown = (
            self._wordpiece.first,
            self._wordpiece.last,
            self._wordpiece.unknown,
        )
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Piece numbers of one word."""
        ids = self._known.get(word)
        if ids is None:
            ids = self._known[word] = self._cut(word)
        return ids

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(self._known) > 200_000:
            self._known.clear()
        ids = self._wordpiece.cut(word.translate(_PLAIN_QUOTES))
        return tuple(ids[:PIECES_A_WORD]) or (self.unknown,)


def encode(words: Sequence[str], pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    """Pieces with [CLS] and [SEP], the case class of each, and the first piece of root and words."""
    ids, kinds, firsts = [pieces.first], [0], [0]
    for word, case in zip(words, cases_of(words), strict=True):
        of = pieces.of(word)
        firsts.append(len(ids))
        ids.extend(of)
        kinds.extend([case] * len(of))
    return [*ids, pieces.last], [*kinds, 0], firsts
