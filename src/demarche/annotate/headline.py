"""Headlines that name who says it: "Iran will not yield: minister", "Kerry: talks fail"."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from demarche.annotate.reading import Attribution
from demarche.record import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from demarche.annotate.reading import Reading, ReadSentence

__all__ = ["headlines"]

FEWEST_TURNS = 3
_TURN = re.compile(
    r"(?:(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|Q|A|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?: ?,[A-Z0-9 .,'’&/-]{2,60})?) ?: +"
)
"""A speaker of a transcript, in capitals often with what he is ("JANE ROE , ANCHOR : ...")."""
LONGEST_SOURCE = 5  # words that name the source in a headline
_NO_SOURCE = frozenset(
    "analysis opinion exclusive breaking update video watch live factbox timeline explainer editorial "
    "comment profile photos poll report review interview letter letters editorial newsletter read more "
    "q&a news note correction updated ".split()
)


def headlines(reading: Reading) -> Iterator[Attribution]:
    """Yield the attributions of short lines that end in no full stop and have one colon."""
    yield from _turns(reading)
    for part in reading.sentences:
        if _is_line(part) and (attribution := _read(reading, part)):
            yield attribution


def _turns(reading: Reading) -> Iterator[Attribution]:
    """Yield what the speakers of a transcript say, a paragraph each ("SMITH: ..."); one line is no transcript."""
    text = reading.article.text
    paragraphs = [_bounds(group) for _, group in groupby(reading.sentences, key=_paragraph)]
    turns = [(match, end) for start, end in paragraphs if (match := _TURN.match(text, start, end))]
    if len(turns) < FEWEST_TURNS:
        return
    for match, end in turns:
        source = Span.of(text, match.start(), match.end("name"))
        colon = text.index(":", source.end)
        if any(c.isalpha() for c in text[match.end() : end]):
            cue, content = Span.of(text, colon, colon + 1), Span.of(text, match.end(), end)
            yield Attribution(source=source, cue=cue, content=content, quoted=True)


def _paragraph(part: ReadSentence) -> int:
    return part.sentence.paragraph


def _bounds(paragraph: Iterable[ReadSentence]) -> tuple[int, int]:
    spans = [part.sentence.span for part in paragraph]
    return spans[0].start, spans[-1].end


def _is_line(part: ReadSentence) -> bool:
    text = part.sentence.span.text
    return (
        4 < part.last - part.first < 30 and not text.rstrip("”\"'").endswith((".", "?", "!"))
    ) or part.sentence.paragraph == 0


def _read(reading: Reading, part: ReadSentence) -> Attribution | None:
    colons = [i for i in range(part.first + 1, part.last - 1) if reading.doc[i].text == ":"]
    if len(colons) != 1:
        return None
    at = colons[0]
    for low, high, content in ((part.first, at, (at + 1, part.last)), (at + 1, part.last, (part.first, at))):
        if _names_source(reading, low, high) and content[1] - content[0] > 2:
            source, cue = reading.span(low, high), reading.span(at, at + 1)
            return Attribution(source=source, cue=cue, content=reading.span(*content))
    return None


def _names_source(reading: Reading, first: int, last: int) -> bool:
    words = reading.doc[first:last]
    if not 0 < len(words) <= LONGEST_SOURCE or words[0].lower_ in _NO_SOURCE:
        return False
    named = any(t.ent_type_ in {"PER", "ORG", "LOC", "GPE", "PERSON"} for t in words)
    return named and all(t.pos_ in {"PROPN", "NOUN", "ADJ", "PUNCT", "ADP", "DET", "PART"} for t in words)
