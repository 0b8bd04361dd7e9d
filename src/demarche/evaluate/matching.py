"""Laying an answer beside the gold: evened-out text, places of verbatim words, one-to-one pairs, counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from demarche.record import Span

__all__ = ["Located", "Place", "Tally", "fold", "overlap", "pairs", "place", "same_name", "tokens"]

Place = tuple[int, int]
Gold = TypeVar("Gold")
Answer = TypeVar("Answer")

_MARKS = re.compile(r"[“”\"]")
_TOKEN = re.compile(r"[\w$%.]+")


def fold(text: str) -> str:
    """Return text with case, accents, quotation marks and white space evened out."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("``", '"').replace("''", '"'))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", _MARKS.sub("", bare)).strip().casefold()


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text, evened out."""
    return _TOKEN.findall(fold(text))


def same_name(a: str | None, b: str | None) -> bool:
    """Say whether two names can be one actor's: equal, one inside the other, or with the same last word."""
    if not a or not b:
        return not a and not b
    x, y = tokens(a), tokens(b)
    return bool(x and y) and (x == y or x[-1] == y[-1] or set(x) <= set(y) or set(y) <= set(x))


def place(span: Span | None) -> Place | None:
    """Return where a span stands."""
    return (span.start, span.end) if span else None


def overlap(a: Place | None, b: Place | None) -> bool:
    """Say whether two places share a character; nowhere shares none."""
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


class Located:
    """Finds verbatim words in an article, white space aside."""

    def __init__(self, text: str) -> None:
        kept = [(i, c) for i, c in enumerate(text) if not c.isspace()]
        self._where = [i for i, _ in kept]
        self._flat = "".join(c for _, c in kept)

    def __call__(self, words: str | None) -> Place | None:
        """Return the first place of the words, or None."""
        flat = "".join((words or "").split())
        at = self._flat.find(flat) if flat else -1
        return None if at < 0 else (self._where[at], self._where[at + len(flat) - 1] + 1)


def pairs(
    gold: Sequence[Gold], answers: Sequence[Answer], fits: Callable[[Gold, Answer], bool]
) -> list[tuple[int, int]]:
    """Return as many one-to-one pairs of indices that fit as there can be (augmenting paths)."""
    edges = [[j for j, a in enumerate(answers) if fits(g, a)] for g in gold]
    owner: dict[int, int] = {}

    def settle(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or settle(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        settle(i, set())
    return [(i, j) for j, i in owner.items()]


@dataclass(slots=True)
class Tally:
    """Hits and totals by name, over all articles."""

    rows: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, name: str, hits: int, total: int) -> None:
        """Add so many hits of so many."""
        old = self.rows.get(name, (0, 0))
        self.rows[name] = (old[0] + hits, old[1] + total)

    def rates(self) -> Iterator[tuple[str, float]]:
        """Yield the rate of each name that has a total, then the F1 of each pair of `_p` and `_r`."""
        rates = {name: hits / total for name, (hits, total) in self.rows.items() if total}
        yield from rates.items()
        for name, p in rates.items():
            r = rates.get(name.removesuffix("_p") + "_r")
            if name.endswith("_p") and r is not None:
                yield name.removesuffix("_p") + "_f1", 2 * p * r / (p + r) if p + r else 0.0
