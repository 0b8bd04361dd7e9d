"""What the language layer says of an article, before anyone asks who the names are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.errors import RecordError
from demarche.record import Span

if TYPE_CHECKING:
    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.reader import SentenceReading
    from demarche.record import Article, Quantity, Sentence, TimeExpression

__all__ = ["Attribution", "DirectQuote", "Name", "ReadSentence", "Reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: words `first` to `last` of the doc, half-open, with its class and probability."""

    first: int
    last: int
    label: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadSentence:
    """A sentence: words `first` to `last` of the doc, half-open, and what the model made of it.

    Word indexes inside `reading` count from the start of the sentence: word `i` of the doc is `i - first` there.
    """

    sentence: Sentence
    first: int
    last: int
    reading: SentenceReading


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectQuote:
    """Words between quotation marks, without the marks, and the words that name the speaker and the saying."""

    span: Span
    speaker: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody says something: the source's words, the cue, the content.

    `quoted` is true where it is a direct quotation, `topic` where the content is only what is talked about
    ("discussed the borders") and so nobody's claim.
    """

    source: Span | None
    cue: Span | None
    content: Span
    quoted: bool = False
    topic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """One article, read. Two readings are the same only if they are one object, so that what follows may be cached.

    `doc` has the words of the whole of `article.text`. `sentences` leaves out debris. All tuples are in the order of
    the text.
    """

    article: Article
    doc: Doc
    sentences: tuple[ReadSentence, ...]
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[DirectQuote, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def span(self, first: int, last: int) -> Span:
        """Return the words `first` to `last` of the doc, half-open, as a span of the article."""
        return _span(self, first, last)

    def words(self, span: Span) -> tuple[int, int]:
        """Return the words that a span of the article covers, as a half-open range of the doc."""
        columns = self.doc.columns
        starts, ends = columns.starts, columns.ends
        if not ends or span.end > ends[-1] + columns.spaced[-1]:
            msg = f"no word stands at {span.start}-{span.end}"
            raise RecordError(msg, where=self.article.id)
        first = bisect_right(starts, span.start) - 1
        return first + (span.start == ends[first]), bisect_right(starts, span.end - 1)

    def head(self, first: int, last: int) -> Token:
        """Return the word that heads words `first` to `last` of the doc, half-open: its own head lies outside them."""
        return _head(self.doc, first, last)

    def is_time(self, word: int) -> bool:
        """Whether a word of the doc stands in an expression of time ("called for it on Saturday")."""
        at = self.span(word, word + 1)
        return any(time.span.contains(at) for time in self.times)

    def sentence_of(self, word: int) -> ReadSentence | None:
        """Return the sentence that holds a word of the doc, or None in debris."""
        return next((s for s in self.sentences if s.first <= word < s.last), None)


REMEMBERED = 4096
"""Stretches of words whose spans and heads are kept at hand: those of some articles; every rule asks for them again."""


@lru_cache(maxsize=REMEMBERED)
def _span(reading: Reading, first: int, last: int) -> Span:
    columns = reading.doc.columns
    return Span.of(reading.article.text, columns.starts[first], columns.ends[last - 1])


@lru_cache(maxsize=REMEMBERED)
def _head(doc: Doc, first: int, last: int) -> Token:
    heads = doc.columns.heads
    return doc[next((w for w in range(first, last) if not first <= heads[w] < last or heads[w] == w), first)]
