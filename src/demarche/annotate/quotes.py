"""Direct quotations: what stands between marks, or after "said:", and the words that name who says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.blocks import announced, blocks
from demarche.annotate.marks import Quoted, quoted
from demarche.annotate.reading import DirectQuote
from demarche.annotate.saying import Saying, sayings
from demarche.record import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from demarche.annotate.reading import Reading, ReadSentence

__all__ = ["find"]

NEAR = 60
"""Characters between a quotation and the cue beside it; "said X, who ..." is counted from the cue, not its end."""
LONGEST_MISSED = 8
"""Words between a quotation and a cue that can be the subject which the syntax missed."""
LONGEST_ORPHAN = 10
"""Words of a sentence that has only source and cue ("Smith asked in a statement.")."""
LONG = 5
"""Words from which a quotation is a statement, which continues what was said before, and not some words or a name."""


_TURN = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\s?:\s+\S")
"""The name of who speaks next in a transcript."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speech:
    """A saying as characters of the text: the cue, the source, and all that the content covers."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    spoken: bool


def find(reading: Reading) -> tuple[DirectQuote, ...]:
    """Return the quotations of an article in the order of the text, without their marks.

    A quotation that goes on in the next paragraph gives one for each paragraph, all with the same speaker.
    """
    speeches = [_speech(reading, s) for s in sayings(reading) if _puts_in_words(reading, s)]
    found: list[DirectQuote] = []
    for piece in quoted(reading.article.text, _paragraphs(reading)):
        before = found[-1] if found else None
        found.append(_attribute(reading, piece, speeches, before, found))
    statements = list(_blocks(reading, found))
    named = [_within(quote, statements) for quote in found]
    return tuple(sorted([*named, *statements], key=lambda q: (q.span.start, -q.span.end)))


def _puts_in_words(reading: Reading, saying: Saying) -> bool:
    """Say whether a saying can hold somebody's own words: what is only planned or talked about is the reporter's."""
    return not saying.topic and reading.doc[saying.verb].lemma_.lower() not in cues.AIMING


def _within(quote: DirectQuote, statements: Sequence[DirectQuote]) -> DirectQuote:
    """Give a quotation inside a statement, if it has no speaker of its own, that of the statement."""
    outer = next((s for s in statements if s.span.contains(quote.span)), None)
    return quote if quote.speaker or outer is None else replace(quote, speaker=outer.speaker)


def _paragraphs(reading: Reading) -> list[tuple[int, int]]:
    """Return the paragraphs that are no debris, as characters."""
    out: dict[int, tuple[int, int]] = {}
    for part in reading.sentences:
        span, number = part.sentence.span, part.sentence.paragraph
        first, _ = out.get(number, (span.start, span.end))
        out[number] = (first, span.end)
    return list(out.values())


def _speech(reading: Reading, saying: Saying) -> _Speech:
    return _Speech(
        cue=reading.span(*saying.cue),
        source=reading.span(*saying.source) if saying.source else None,
        contents=tuple(reading.span(*words) for words in saying.contents),
        spoken=saying.spoken,
    )


def _attribute(
    reading: Reading,
    piece: Quoted,
    speeches: Sequence[_Speech],
    before: DirectQuote | None,
    found: Sequence[DirectQuote],
) -> DirectQuote:
    """Give a quotation its speaker: from the words around it, else from the quotation that it goes on from."""
    text = reading.article.text
    span = Span.of(text, piece.start, piece.end)
    if piece.inner:
        return _inner(span, speeches, found)
    if (turn := _turn(reading, span)) is not None or _is_noise(span):
        return DirectQuote(span=span, speaker=turn, cue=None)
    speech = _own(reading, span, speeches)
    if piece.carried and before and (speech is None or speech.cue.start < span.start):
        return DirectQuote(span=span, speaker=before.speaker, cue=None)
    if speech is not None:
        return DirectQuote(span=span, speaker=speech.source, cue=speech.cue)
    if _stands_alone(reading, span) and (lead := announced(reading, _first_word(reading, span))):
        return DirectQuote(span=span, speaker=lead.speaker, cue=lead.cue)
    return DirectQuote(span=span, speaker=_context(reading, span, found, speeches), cue=None)


def _inner(span: Span, speeches: Sequence[_Speech], found: Sequence[DirectQuote]) -> DirectQuote:
    """Give a quotation inside another the speaker that is named there, else the speaker of that one."""
    outer = next((q for q in reversed(found) if q.span.contains(span)), None)
    told = _covering(span, [s for s in speeches if outer and outer.span.contains(s.cue)])
    speaker = outer.speaker if outer else None
    return DirectQuote(span=span, speaker=told.source if told else speaker, cue=told.cue if told else None)


def _is_noise(span: Span) -> bool:
    """Say whether a transcript notes what was heard ("(CROSSTALK)")."""
    return span.text.startswith("(") and span.text.endswith(")")


def _turn(reading: Reading, span: Span) -> Span | None:
    """Return the name with which a quotation from a transcript opens ("PENCE: Well, look")."""
    found = _TURN.match(span.text)
    if found is None:
        return None
    name = Span.of(reading.article.text, span.start, span.start + found.end(1))
    return (
        name
        if all(t.pos_ in {"PROPN", "NOUN"} or t.text in ".-" for t in reading.doc[slice(*reading.words(name))])
        else None
    )


def _own(reading: Reading, span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the saying beside or around a quotation in its own sentences."""
    first, last = _sentences_around(reading, span)
    last = max([last, *_orphans(reading, last, speeches)])
    outside = [s for s in speeches if first <= s.cue.start and s.cue.end <= last and not span.contains(s.cue)]
    outside = [_sourced(reading.article.text, span, s) for s in outside]
    outside = [s for s in outside if s.source and not span.contains(s.source)]
    beside, around = _beside(reading.article.text, span, outside), _covering(span, outside)
    if beside and around and around.spoken and beside.cue.text.lower().startswith("according"):
        return around
    return beside or around


def _orphans(reading: Reading, end: int, speeches: Sequence[_Speech]) -> Iterator[int]:
    """Yield where the sentence after this one ends, if it only says who said so ("... again?" Smith asked.)."""
    after = next((p for p in reading.sentences if p.sentence.span.start >= end), None)
    if after is None or after.last - after.first > LONGEST_ORPHAN:
        return
    span = after.sentence.span
    if any(span.contains(s.cue) and s.spoken and not s.contents for s in speeches) and ":" not in span.text:
        yield span.end


def _sourced(text: str, span: Span, speech: _Speech) -> _Speech:
    """Give a cue whose subject the syntax missed the words between the quotation and it ("...,'' one pilot said")."""
    between = text[span.end : speech.cue.start].lstrip(" ,.”\"'’»")
    if (
        speech.source
        or not speech.spoken
        or not 0 < len(between.split()) <= LONGEST_MISSED
        or set(between) & set(".;:\n")
    ):
        return speech
    start = speech.cue.start - len(between)
    return replace(speech, source=Span.of(text, start, start + len(between.rstrip(" ,"))))


def _beside(text: str, span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the spoken cue with nothing but its source between it and the quotation, after it or before it."""
    for speech in speeches:
        if not speech.spoken:
            continue
        low = min(speech.cue.start, speech.source.start if speech.source else speech.cue.start)
        if span.end <= low and _only_marks(text[span.end : low]):
            return speech
    for speech in reversed(speeches):
        high = max(speech.cue.end, speech.source.end if speech.source else speech.cue.end)
        if speech.spoken and high <= span.start and _leads(text[high : span.start]):
            return speech
    return None


def _only_marks(between: str) -> bool:
    return not any(c.isalnum() for c in between) and "\n" not in between


def _leads(between: str) -> bool:
    """Say whether a quotation is led in by what stands between cue and mark ("told reporters on Friday: ")."""
    if len(between) > NEAR or any(stop in between for stop in ("\n", ". ", ";", "? ", "! ", "”", "''")):
        return False
    plain = between.strip(" “\"`'‘«")
    return not plain or plain.endswith((":", ",", " that")) or plain == "that"


def _covering(span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the innermost saying whose content holds the quotation."""
    holding = [(c.end - c.start, -s.cue.start, s) for s in speeches for c in s.contents if c.overlaps(span)]
    return min(holding, key=lambda h: h[:2])[2] if holding else None


def _sentences_around(reading: Reading, span: Span) -> tuple[int, int]:
    touched = [p.sentence.span for p in reading.sentences if p.sentence.span.overlaps(span)]
    return (touched[0].start, touched[-1].end) if touched else (span.start, span.end)


def _context(reading: Reading, span: Span, found: Sequence[DirectQuote], speeches: Sequence[_Speech]) -> Span | None:
    """Return the speaker of a quotation that names none: he who spoke just before, or of whom was just spoken."""
    numbers = [p for p in reading.sentences if p.sentence.span.overlaps(span)]
    if not numbers or not _stands_alone(reading, span):
        return None
    paragraph = numbers[0].sentence.paragraph
    same = [q for q in found if q.speaker and _paragraph_of(reading, q.span) in {paragraph, paragraph - 1}]
    own = [q for q in same if _paragraph_of(reading, q.span) == paragraph]
    if own:
        return own[-1].speaker
    before = next((p for p in reversed(reading.sentences) if p.last <= numbers[0].first), None)
    if before is None or paragraph - before.sentence.paragraph > 1:
        return None
    told = _told_before(before, speeches, found)
    return told or _lead(reading, before) or (same[-1].speaker if same else None)


def _told_before(before: ReadSentence, speeches: Sequence[_Speech], found: Sequence[DirectQuote]) -> Span | None:
    """Return who is said to say something in the sentence before ("Mr Martin said the commission had ...")."""
    span = before.sentence.span
    if any(q.span.overlaps(span) for q in found):
        return None
    said = [s for s in speeches if s.spoken and s.source and span.contains(s.cue) and s.contents]
    outer = [s for s in said if not any(c.contains(s.cue) for other in said for c in other.contents)]
    return outer[-1].source if outer else None


def _first_word(reading: Reading, span: Span) -> int:
    return next(p.first for p in reading.sentences if p.sentence.span.overlaps(span))


def _stands_alone(reading: Reading, span: Span) -> bool:
    """Say whether the quotation is a sentence of its own, not some words inside the reporter's.

    One of several sentences may end in his ("They've been given a mandate" to expand).
    """
    touched = [p.sentence.span for p in reading.sentences if p.sentence.span.overlaps(span)]
    if not touched or len(span.text.split()) < LONG:
        return False
    text = reading.article.text
    around = text[touched[0].start : span.start]
    if len(touched) == 1:
        around += text[span.end : touched[0].end]
    return not any(c.isalnum() for c in around)


def _paragraph_of(reading: Reading, span: Span) -> int | None:
    return next((p.sentence.paragraph for p in reading.sentences if p.sentence.span.overlaps(span)), None)


def _lead(reading: Reading, part: ReadSentence) -> Span | None:
    """Return the subject of a sentence, where it can speak ("X was blunt.")."""
    root = next((t for t in reading.doc[part.first : part.last] if t.head == t), None)
    subject = None if root is None else next((k for k in root.children if k.dep_ in {"nsubj", "nsubj:pass"}), None)
    if subject is None or not _can_speak(subject):
        return None
    return reading.span(subject.left_edge.i, subject.right_edge.i + 1)


def _can_speak(word: Token) -> bool:
    return word.ent_type_ in {"PER", "ORG", "PERSON"} or word.lower_ in {"he", "she", "they"}


def _blocks(reading: Reading, found: Sequence[DirectQuote]) -> Iterator[DirectQuote]:
    for block in blocks(reading, [q.span for q in found]):
        yield DirectQuote(span=block.span, speaker=block.speaker, cue=block.cue)
