"""Statements set off after "said:" without any marks, as governments publish them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.record import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from demarche.annotate.reading import Reading, ReadSentence

__all__ = ["Block", "announced", "blocks"]

_HEADING = re.compile(
    r"(?:ends?\b|further information|notes? (?:to|for) editors?|background|media (?:enquiries|contact)|"
    r"follow |-+$|\*+$)",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[.!?…][”\"')\]]*$")
LONGEST_LEAD = 30  # words before the colon; longer sentences with "said:" run on into lists
LONGEST_BLOCK = 30  # paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, or the rest of one, of a statement, with the words that name who makes it."""

    span: Span
    speaker: Span | None
    cue: Span | None


def blocks(reading: Reading, quotes: Sequence[Span]) -> Iterator[Block]:
    """Yield the paragraphs of the statements without marks; nothing that is a quotation already."""
    paragraphs = [list(group) for _, group in groupby(reading.sentences, key=lambda p: p.sentence.paragraph)]
    for number, paragraph in enumerate(paragraphs):
        lead = _lead(reading, paragraph)
        if lead is None:
            continue
        _, colon, verb = lead
        speaker, cue = _speaker(reading, verb), reading.span(verb.i, verb.i + 1)
        rest = _rest(reading, paragraph, colon)
        following = _following(paragraphs[number + 1 :], reading if rest else None)
        spans = [*([rest] if rest else []), *(_span(reading, p) for p in following)]
        if rest and any(q.overlaps(rest) and q.end - q.start > len(rest.text) / 3 for q in quotes):
            continue
        for at, span in enumerate(spans):
            if not any(q.overlaps(span) and q.end - q.start > (span.end - span.start) / 3 for q in quotes):
                yield Block(span=span, speaker=speaker, cue=cue if at == 0 else None)


def announced(reading: Reading, word: int) -> Span | None:
    """Return who speaks after a sentence that ends with "said:", for what begins at a word of the doc."""
    before = [p for p in reading.sentences if p.last <= word]
    lead = _lead(reading, before[-1:])
    return _speaker(reading, lead[2]) if lead and lead[1] >= before[-1].last - 2 else None


def _lead(reading: Reading, paragraph: list[ReadSentence]) -> tuple[ReadSentence, int, Token] | None:
    """Return the first sentence with "said:", the colon, and the verb."""
    for part in paragraph[:2]:
        for i in range(part.first + 1, min(part.last, part.first + LONGEST_LEAD)):
            verb = reading.doc[i - 1]
            if (
                reading.doc[i].text == ":"
                and verb.lemma_.lower() in cues.SAYING
                and verb.pos_ == "VERB"
                and i - 1 > part.first
            ):
                return part, i, verb
    return None


def _speaker(reading: Reading, verb: Token) -> Span | None:
    subject = next((k for k in verb.children if k.dep_ in {"nsubj", "nsubj:outer"}), None)
    if subject is None:
        subject = next((k for k in verb.head.children if k.dep_ == "nsubj" and k.i < verb.i), None)
    if subject is None:
        return None
    first, last = subject.left_edge.i, subject.right_edge.i + 1
    last = min(last, verb.i) if first < verb.i else last
    while last > first + 1 and reading.doc[last - 1].is_punct:
        last -= 1
    return reading.span(first, last)


def _rest(reading: Reading, paragraph: list[ReadSentence], colon: int) -> Span | None:
    """Return what follows the colon in its own paragraph."""
    last = paragraph[-1].last
    if colon + 1 >= last:
        return None
    end = reading.doc[last - 1]
    start = reading.doc[colon + 1]
    return Span.of(reading.article.text, start.idx, min(end.idx + len(end), paragraph[-1].sentence.span.end))


def _span(reading: Reading, paragraph: list[ReadSentence]) -> Span:
    return Span.of(reading.article.text, paragraph[0].sentence.span.start, paragraph[-1].sentence.span.end)


def _speaks_as_we(reading: Reading, paragraph: list[ReadSentence]) -> bool:
    words = {t.lower_ for t in reading.doc[paragraph[0].first : paragraph[-1].last]}
    return bool(words & {"we", "i", "our", "us", "my"}) and not words & {"“", "”", '"', "``", "said"}


def _following(paragraphs: list[list[ReadSentence]], first_person: Reading | None) -> list[list[ReadSentence]]:
    """Return the paragraphs after "said:" up to a heading, a note, or the next "said:".

    Where the statement began on the line of "said:" itself, only those go on with it that speak as "we" or "I".
    """
    taken: list[list[ReadSentence]] = []
    for paragraph in paragraphs[:LONGEST_BLOCK]:
        last = paragraph[-1].sentence.span.text
        first = paragraph[0].sentence.span.text
        if _HEADING.match(first) or not _FULL_STOP.search(last) or (taken and last.endswith(":")):
            break
        if first_person and not _speaks_as_we(first_person, paragraph):
            break
        taken.append(paragraph)
    return taken
