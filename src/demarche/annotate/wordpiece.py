"""WordPiece as BERT's uncased vocabulary has it (Devlin et al. 2019; Wu et al. 2016, greedy longest match).

Our own sixty lines, since the usual library brings a client of a model hub with it, 40 MB that nothing here uses. A
test holds it to the pieces that library gives.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Self

__all__ = ["WordPiece"]

LONGEST_CHUNK: Final = 100
"""Characters above which a chunk is unknown as a whole, as in the original."""
_IDEOGRAPHS: Final = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """Cuts words into the pieces of a vocabulary; `first`, `last` and `unknown` number its special pieces."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Keep the vocabulary: pieces, continuations marked `##`, with their numbers."""
        self._numbers = vocabulary
        self.first, self.last, self.unknown = (vocabulary[piece] for piece in ("[CLS]", "[SEP]", "[UNK]"))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a vocabulary file, one piece a line, numbered from 0."""
        return cls({piece: i for i, piece in enumerate(path.read_text(encoding="utf-8").splitlines())})

    def cut(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces; empty where nothing of it is a character of text."""
        return [number for chunk in _chunks(_plain(word)) for number in self._pieces(chunk)]

    def _pieces(self, chunk: str) -> Sequence[int]:
        if len(chunk) > LONGEST_CHUNK:
            return [self.unknown]
        out: list[int] = []
        start = 0
        while start < len(chunk):
            end = self._longest(chunk, start)
            if end == start:
                return [self.unknown]
            out.append(self._numbers[_marked(chunk, start, end)])
            start = end
        return out

    def _longest(self, chunk: str, start: int) -> int:
        """Return where the longest piece from `start` ends, or `start` where there is none."""
        ends = range(len(chunk), start, -1)
        return next((end for end in ends if _marked(chunk, start, end) in self._numbers), start)


def _marked(chunk: str, start: int, end: int) -> str:
    return f"##{chunk[start:end]}" if start else chunk[:end]


def _plain(word: str) -> str:
    """Lower the case, take accents and control characters off."""
    decomposed = unicodedata.normalize("NFD", word)
    kept = (c for c in decomposed if unicodedata.category(c) != "Mn" and not _is_control(c))
    return "".join(kept).lower()


def _is_control(char: str) -> bool:
    return char in "\0\ufffd" or (unicodedata.category(char).startswith("C") and char not in "\t\n\r")


def _chunks(word: str) -> Iterator[str]:
    """Cut at white space; punctuation marks and ideographs stand alone."""
    chunk = ""
    for char in word:
        if char.isspace() or _stands_alone(char):
            if chunk:
                yield chunk
            chunk = ""
            if not char.isspace():
                yield char
        else:
            chunk += char
    if chunk:
        yield chunk


def _stands_alone(char: str) -> bool:
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(char).startswith("P") or any(a <= code <= b for a, b in _IDEOGRAPHS)
