"""The words of a sentence as the lexicons look them up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from demarche.codebook import Lexicon, Match
from demarche.record import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook.lexicon import _Phrased as Phrased

__all__ = ["Rules", "Words", "span_of", "subtree"]

E = TypeVar("E", bound="Phrased")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """Plain forms and lemmas, in lower case, of a sentence that begins at word `first` of the doc."""

    first: int
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]

    @classmethod
    def of(cls, reading: Reading, sentence: ReadSentence) -> Words:
        """Return the words of one sentence; those of the sentences at hand are remembered."""
        return _words(reading, sentence)

    def find(self, lexicon: Lexicon[E]) -> tuple[Match[E], ...]:
        """Return the lexicon's matches, their words counted in the doc."""
        found: tuple[Match[E], ...] = _found(self, lexicon)
        return found


class Rules(Generic[R]):
    """Rules by the words that call them, so that a sentence is passed once and no rule looks at words not its own."""

    __slots__ = ("_called",)

    def __init__(self, *rows: tuple[Collection[str], R]) -> None:
        """Index rules by their words: lemmas or plain forms, lower case; rules of one word speak in this order."""
        called: dict[str, dict[int, R]] = {}
        for order, (words, rule) in enumerate(rows):
            for word in words:
                called.setdefault(word, {})[order] = rule
        self._called: Mapping[str, Mapping[int, R]] = called

    def at(self, words: Words) -> Iterator[tuple[int, R]]:
        """Yield each word of a sentence, counted in the doc, with each rule that it calls, in the order of the text."""
        called = self._called
        if called.keys().isdisjoint(words.forms) and called.keys().isdisjoint(words.lemmas):
            return
        for word, (form, lemma) in enumerate(zip(words.forms, words.lemmas, strict=True), start=words.first):
            if form not in called and lemma not in called:
                continue
            found = called.get(form, {})
            if lemma != form and lemma in called:
                found = dict(sorted({**found, **called[lemma]}.items()))
            yield from ((word, rule) for rule in found.values())


REMEMBERED = 512
"""Sentences whose words and matches are kept at hand: those of some articles, which every finder asks for again."""


@lru_cache(maxsize=REMEMBERED)
def _words(reading: Reading, sentence: ReadSentence) -> Words:
    columns, words = reading.doc.columns, slice(sentence.first, sentence.last)
    return Words(first=sentence.first, forms=tuple(columns.low[words]), lemmas=tuple(columns.low_lemmas[words]))


@lru_cache(maxsize=8 * REMEMBERED)
def _found(words: Words, lexicon: Lexicon[E]) -> tuple[Match[E], ...]:
    return lexicon.find_lower(words.forms, words.lemmas, words.first)


def subtree(reading: Reading, word: int) -> tuple[int, int]:
    """Return the words under a word of the doc, half-open, within its sentence."""
    token = reading.doc[word]
    return token.left_edge.i, token.right_edge.i + 1


def span_of(reading: Reading, first: int, last: int) -> Span:
    """Return words of the doc as a span, without punctuation at its ends."""
    doc = reading.doc
    while first < last - 1 and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last - 1 > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return reading.span(first, last)
