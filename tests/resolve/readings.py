"""Readings written by hand, one word a token `word/POS/label/head`, hyphens joined, so that no model is loaded."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import pairwise

from demarche.annotate.doc import Doc
from demarche.annotate.lemma import lemma
from demarche.annotate.reading import DirectQuote, Name, Reading, ReadSentence
from demarche.record import Article, Precision, Sentence, Span, TimeInterval
from tests.docs import doc_of, text_of


def reading(
    *sentences: str,
    names: tuple[tuple[str, str], ...] = (),
    published: date = date(2023, 12, 31),
    outlet: str | None = None,
    quote: tuple[str, str] | None = None,
) -> Reading:
    """Return the reading of sentences; `names` are (words, class), `quote` is (content, speaker)."""
    words, pos, deps, heads, ranges = [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for token in sentence.split():
            word, tag, label, head = token.rsplit("/", 3)
            words.append(word)
            pos.append(tag)
            deps.append(label)
            heads.append(first + int(head) - 1 if int(head) else len(words) - 1)
        ranges.append((first, len(words)))
    lemmas = [lemma(word, tag) for word, tag in zip(words, pos, strict=True)]
    spaces = [word != "-" and after != "-" for word, after in pairwise([*words, ""])]
    doc = doc_of(words, spaces=spaces, pos=pos, deps=deps, heads=heads, lemmas=lemmas)
    text = text_of(doc)
    article = Article(
        id="a",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=outlet,
        published=TimeInterval.day(published, Precision.DAY),
    )
    return Reading(
        article=article,
        doc=doc,
        sentences=tuple(_sentence(doc, text, number, *r) for number, r in enumerate(ranges)),
        names=tuple(_name(doc, words, label) for words, label in names),
        quotes=(DirectQuote(span=_span(text, quote[0]), speaker=_span(text, quote[1]), cue=None),) if quote else (),
    )


def _sentence(doc: Doc, text: str, number: int, first: int, last: int) -> ReadSentence:
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    span = Span.of(text, start, end)
    return ReadSentence(sentence=Sentence(span=span, paragraph=number), first=first, last=last, reading=None)


def _name(doc: Doc, words: str, label: str) -> Name:
    start = text_of(doc).index(words)
    inside = [word.i for word in doc if start <= word.idx < start + len(words)]
    return Name(first=inside[0], last=inside[-1] + 1, label=label, probability=0.9)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))
