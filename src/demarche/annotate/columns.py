"""The words of a doc as plain lists, for rules that pass over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


__all__ = ["Columns", "Cut"]


class Cut(NamedTuple):
    """The words of an article as they stand there, from which character on, and which have white space behind them."""

    texts: list[str]
    starts: list[int]
    spaced: list[bool]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Parallel lists over the words of a doc.

    `texts` stand in the article, at characters `starts` to `ends`, half-open; `words` are the plain readings of damaged
    ones. `low` and `low_lemmas` are words and lemmas in lower case. `heads` count in the doc, a root is its own head;
    `kids` are the words that hang on each, in the order of the text, `left` and `right` the first and the last word of
    its subtree. `spaced` words have white space after them.
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
    left: Sequence[int]
    right: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    spaced: Sequence[bool]

    @classmethod
    def made(
        cls,
        cut: Cut,
        *,
        words: Sequence[str],
        lemmas: Sequence[str],
        pos: Sequence[str],
        dep: Sequence[str],
        heads: Sequence[int],
    ) -> Columns:
        """Return the columns of words of which this much is known; the rest follows from it."""
        backwards = range(len(heads) - 1, -1, -1)
        return cls(
            texts=cut.texts,
            words=words,
            low=[word.lower() for word in words],
            lemmas=lemmas,
            low_lemmas=[lemma.lower() for lemma in lemmas],
            pos=pos,
            dep=dep,
            heads=heads,
            kids=_kids(heads),
            left=_edges(heads, range(len(heads))),
            right=_edges(heads, backwards),
            starts=cut.starts,
            ends=[start + len(text) for start, text in zip(cut.starts, cut.texts, strict=True)],
            spaced=cut.spaced,
        )


def _kids(heads: Sequence[int]) -> list[Sequence[int]]:
    kids: dict[int, list[int]] = {}
    for word, head in enumerate(heads):
        if head != word:
            kids.setdefault(head, []).append(word)
    return [kids.get(word, ()) for word in range(len(heads))]


def _edges(heads: Sequence[int], order: Iterable[int]) -> list[int]:
    """Return the first word, in an order, of every subtree: it is the first to look for its ancestors there."""
    edges: dict[int, int] = {}
    for word in order:
        above = word
        while above not in edges:
            edges[above] = word
            above = heads[above]
    return [edges[word] for word in range(len(heads))]
