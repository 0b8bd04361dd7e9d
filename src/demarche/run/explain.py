"""Explains a sentence: asks every layer again what it made of it, and sets its answers beside the finished record.

What explains is what codes: the same reader, finders and judge are asked, and nothing is decided here but in which
words a verdict is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

from demarche.code.status import Judge
from demarche.code.words import Words
from demarche.codebook import load
from demarche.errors import InputError
from demarche.run.explanation import Explanation, MatchedWords, NameSeen, Standing, WhoSeen, WordSeen
from demarche.run.pipeline import Pipeline, Setup
from demarche.run.triggers import Triggers

if TYPE_CHECKING:
    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook, Cue, Lexicon
    from demarche.codebook.lexicon import _Phrased as Phrased
    from demarche.record import Article, Record, Span
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["Explainer", "offset_of"]

E = TypeVar("E", bound="Phrased")


def offset_of(article: Article, where: str) -> int:
    """Return the offset that `where` gives in digits, or that of the first place of these words.

    Raises `InputError` for an offset outside the article, and for words that are not in it.
    """
    if not where.isdigit():
        at = article.text.find(where)
        if at < 0:
            msg = f"the words {where!r} are not in the article; copy them from it, or give an offset in digits"
            raise InputError(msg, where=article.id)
        return at
    if int(where) >= len(article.text):
        msg = f"offset {where} lies outside the article; it has the characters 0 to {len(article.text) - 1}"
        raise InputError(msg, where=article.id)
    return int(where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """Explains sentences by one pipeline and its codebook."""

    pipeline: Pipeline
    codebook: Codebook
    judge: Judge

    @classmethod
    def load(cls, setup: Setup) -> Self:
        """Load what the setup names; raises `ModelError` or `CodebookError`."""
        book = load(setup.codebook)
        return cls(pipeline=setup.load(), codebook=book, judge=Judge(book))

    def explain(self, article: Article, at: int) -> Explanation:
        """Return what was made of the sentence around an offset, between sentences of the next one.

        Raises `InputError` where no sentence was read from there on: debris is not read.
        """
        reading = self.pipeline.annotate(article)
        resolution = self.pipeline.resolve(reading)
        record = self.pipeline.record(reading, resolution)
        sentence = next((s for s in reading.sentences if at < s.sentence.span.end), None)
        if sentence is None or any(r.span.start <= at < r.span.end for r in article.removed):
            msg = f"no sentence was read at offset {at}; debris, and what follows the last sentence, is passed over"
            raise InputError(msg, where=article.id)
        case = _Case(
            codebook=self.codebook,
            judge=self.judge,
            reading=reading,
            resolution=resolution,
            record=record,
            sentence=sentence,
        )
        return case.explanation()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One sentence with all that is known of its article."""

    codebook: Codebook
    judge: Judge
    reading: Reading
    resolution: Resolution
    record: Record
    sentence: ReadSentence

    @property
    def span(self) -> Span:
        return self.sentence.sentence.span

    @property
    def tokens(self) -> Sequence[Token]:
        return tuple(self.reading.doc[self.sentence.first : self.sentence.last])

    def explanation(self) -> Explanation:
        """Return all layers."""
        return Explanation(
            article=self.reading.article.id,
            number=self.reading.sentences.index(self.sentence) + 1,
            sentences=len(self.reading.sentences),
            paragraph=self.sentence.sentence.paragraph,
            span=self.span,
            codebook=self.codebook.name,
            words=tuple(self._word(token) for token in self.tokens),
            names=tuple(self._names()),
            mentions=tuple(self._who(m) for m in self._mentions()),
            times=tuple(t for t in self.record.times if self.span.contains(t.span)),
            matches=tuple(sorted(self._matches(), key=lambda m: (m.span.start, m.span.end))),
            triggers=tuple(
                Triggers(
                    codebook=self.codebook,
                    judge=self.judge,
                    reading=self.reading,
                    resolution=self.resolution,
                    sentence=self.sentence,
                    record=self.record,
                ).find()
            ),
            standing=_standing(self.record, self.span),
        )

    def _word(self, token: Token) -> WordSeen:
        damaged = token.norm_.lower() != token.lower_ and token.norm_[:1].isalnum()
        return WordSeen(
            span=self.reading.span(token.i, token.i + 1),
            pos=token.pos_,
            lemma=token.lemma_,
            label=token.dep_,
            head=None if token.head.i == token.i else token.head.i - self.sentence.first,
            plain=token.norm_ if damaged else None,
        )

    def _names(self) -> Iterator[NameSeen]:
        for name in self.reading.names:
            if self.sentence.first <= name.first < self.sentence.last:
                yield NameSeen(
                    span=self.reading.span(name.first, name.last),
                    label=name.label,
                    probability=round(name.probability, 3),
                )

    def _mentions(self) -> Sequence[ResolvedMention]:
        return tuple(self.resolution.within(self.sentence.first, self.sentence.last))

    def _who(self, mention: ResolvedMention) -> WhoSeen:
        actor = self.resolution.actors.get(mention.actor) if mention.actor else None
        return WhoSeen(
            span=self.reading.span(mention.first, mention.last),
            form=mention.form,
            actor=mention.actor,
            name=actor.name if actor else None,
            country=mention.country or (actor.country if actor else None),
            base=mention.base or (actor.base if actor else None),
            sector=mention.sector or (actor.sector if actor else None),
            plural=mention.plural,
            nested=mention.nested,
        )

    def _matches(self) -> Iterator[MatchedWords]:
        book = self.codebook
        yield from self._found("cues", book.cues, lambda e: f"{e.family} {e.kind}: {_value(e)} {e.weight:g}")
        yield from self._found("issues", book.issues, lambda e: f"{e.issue} {e.weight:g}")
        yield from self._found("levers", book.levers, lambda e: f"{e.kind} {e.weight:g}")
        yield from self._found("media", book.media, lambda e: f"{e.medium} {e.weight:g}")
        yield from self._found("stance", book.stances, lambda e: f"{e.stance} {e.frame.code} {e.weight:g}")
        yield from self._found("discards", book.discards, lambda _: "reports no act")

    def _found(self, table: str, lexicon: Lexicon[E], says: Callable[[E], str]) -> Iterator[MatchedWords]:
        for match in Words.of(self.reading, self.sentence).find(lexicon):
            for entry in match.entries:
                yield MatchedWords(span=self.reading.span(match.start, match.end), table=table, says=says(entry))


def _value(cue: Cue) -> str:
    return str(cue.certainty or cue.source_kind or cue.status)


def _standing(record: Record, span: Span) -> Standing:
    reports = tuple(r for r in record.reports if span.contains(r.trigger))
    return Standing(
        reports=reports,
        asks=_upon(record.asks, span, lambda a: a.ask),
        levers=_upon(record.levers, span, lambda x: x.evidence),
        channels=_upon(record.channels, span, lambda c: c.evidence),
        positions=_upon(record.positions, span, lambda p: p.statement),
        claims=_upon(record.claims, span, lambda c: c.span),
        quotes=_upon(record.quotes, span, lambda q: q.span),
        unsure=_upon(record.unsure, span, lambda u: u.span),
    )


T = TypeVar("T")


def _upon(items: Iterable[T], span: Span, words: Callable[[T], Span]) -> tuple[T, ...]:
    return tuple(item for item in items if words(item).overlaps(span))
