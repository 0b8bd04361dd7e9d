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

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence

__all__ = ["Block", "Lead", "announced", "blocks"]

_HEADING = re.compile(
    r"(?:ends?\b|further information|notes? (?:to|for) editors?|background|media (?:enquiries|contact)|"
    r"follow |-+$|\*+$|(?:[01]\d|2[0-3])[0-5]\d\s?(?-i:[A-Z]))",
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
        following = _following(paragraphs[number + 1 :], reading, begun=rest is not None)
        spans = [*([rest] if rest else []), *(_span(reading, p) for p in following)]
        if rest and any(q.overlaps(rest) and q.end - q.start > len(rest.text) / 3 for q in quotes):
            continue
        for at, span in enumerate(spans):
            if not any(q.overlaps(span) and q.end - q.start > (span.end - span.start) / 3 for q in quotes):
                yield Block(span=span, speaker=speaker, cue=cue if at == 0 else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The speaker and the cue of a sentence that ends with "said:"."""

    speaker: Span | None
    cue: Span


def announced(reading: Reading, word: int) -> Lead | None:
    """Return the sentence that ends with "said:" before what begins at a word of the doc."""
    before = [p for p in reading.sentences if p.last <= word]
    lead = _lead(reading, before[-1:])
    if lead is None or lead[1] < before[-1].last - 2:
        return None
    return Lead(speaker=_speaker(reading, lead[2]), cue=reading.span(lead[2].i, lead[2].i + 1))


def _lead(reading: Reading, paragraph: list[ReadSentence]) -> tuple[ReadSentence, int, Token] | None:
    """Return the first sentence with "said:", the colon, and the verb."""
    words = reading.doc.columns
    for part in paragraph[:2]:
        for i in range(part.first + 2, min(part.last, part.first + LONGEST_LEAD)):
            if words.texts[i] == ":" and words.low_lemmas[i - 1] in cues.SAYING and words.pos[i - 1] == "VERB":
                return part, i, reading.doc[i - 1]
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


def _words(reading: Reading, paragraph: list[ReadSentence]) -> set[str]:
    return {t.lower_ for t in reading.doc[paragraph[0].first : paragraph[-1].last]}


def _speaks_as_we(reading: Reading, paragraph: list[ReadSentence]) -> bool:
    return bool(_words(reading, paragraph) & {"we", "i", "our", "us", "my"})


def _reports(reading: Reading, paragraph: list[ReadSentence]) -> bool:
    """Say whether a paragraph has a reporter's voice: marks of quotation, or "said"."""
    return bool(_words(reading, paragraph) & {"“", "”", '"', "``", "said"})


def _following(paragraphs: list[list[ReadSentence]], reading: Reading, *, begun: bool) -> list[list[ReadSentence]]:
    """Return the paragraphs after "said:" up to a heading, a note, or the next "said:".

    Where a reporter's voice returns, or the statement has `begun` on the line of "said:" itself, only those go on
    with it that reach up to one that speaks as "we" or "I".
    """
    taken: list[list[ReadSentence]] = []
    returns = False
    for paragraph in paragraphs[:LONGEST_BLOCK]:
        last = paragraph[-1].sentence.span.text
        first = paragraph[0].sentence.span.text
        if _HEADING.match(first) or not _FULL_STOP.search(last) or (taken and last.endswith(":")):
            break
        returns = _reports(reading, paragraph)
        if returns:
            break
        taken.append(paragraph)
    if not begun and not returns:
        return taken
    ours = [number for number, paragraph in enumerate(taken, start=1) if _speaks_as_we(reading, paragraph)]
    return taken[: max([*ours, 0 if begun else 1])]
