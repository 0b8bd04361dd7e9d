"""Every statement that somebody is said to make: source, cue and content, direct and indirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.headline import headlines
from demarche.annotate.reading import Attribution
from demarche.annotate.saying import Saying, sayings
from demarche.record import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import DirectQuote, Reading

__all__ = ["find"]

_MARKS = " “”\"'`‘’«»,.;"
WIDEST_MARK = 3
"""Characters that a quotation mark may take, with the blank behind it."""
LONG_QUOTE = 5
"""Words from which a quotation is a statement and not some words of one."""


def find(reading: Reading) -> tuple[Attribution, ...]:
    """Return the attributions of an article in the order of their contents; those that nest each have their own.

    A content that its cue cuts in two, or that runs over several sentences, gives one attribution a part, all with
    the same source and cue.
    """
    told = [saying for saying in sayings(reading) if _counts(reading, saying)]
    found = [a for saying in told if saying.spoken for a in _of_saying(reading, saying)]
    found += [a for quote in reading.quotes for a in _of_quote(reading, quote, found)]
    found += headlines(reading)
    thoughts = [saying for saying in told if not saying.spoken and not _is_told(reading, saying, found)]
    found += [a for saying in thoughts for a in _of_saying(reading, saying)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _is_told(reading: Reading, saying: Saying, found: Sequence[Attribution]) -> bool:
    """Say whether somebody says what this one thinks or wants ("he said he hoped that"): that is his claim."""
    cue = reading.span(*saying.cue)
    return any(a.content.contains(cue) for a in found)


def _order(attribution: Attribution) -> tuple[int, int, int]:
    content, cue = attribution.content, attribution.cue
    return content.start, -content.end, cue.start if cue else -1


def _of_saying(reading: Reading, saying: Saying) -> Iterator[Attribution]:
    source = _source(reading, saying)
    cue = reading.span(*saying.cue)
    opening = _opening(reading, saying, cue)
    for words in saying.contents:
        for span in _apart(reading, reading.span(*words), cue):
            if opening is not None and not any(q.span.overlaps(span) for q in reading.quotes):
                continue
            content = opening if opening is not None and opening.overlaps(span) else span
            quoted = any(
                q.span.contains(content) or (content.contains(q.span) and _mostly(q.span, content))
                for q in reading.quotes
            )
            yield Attribution(source=source, cue=cue, content=content, quoted=quoted, topic=saying.topic)


def _opening(reading: Reading, saying: Saying, cue: Span) -> Span | None:
    """Return the quotation with which a content begins, as far as its sentence goes.

    What follows it without marks is the reporter's own ("... it," she said at a rally, and the crowd cheered).
    """
    if not saying.contents:
        return None
    start = reading.span(*saying.contents[0]).start
    opens = (
        q.span
        for q in reading.quotes
        if q.cue is not None
        and q.cue.overlaps(cue)
        and q.span.end <= cue.start
        and q.span.start - start < WIDEST_MARK
        and q.span.end > start
    )
    return next(opens, None)


def _counts(reading: Reading, saying: Saying) -> bool:
    """Leave out what the speaker of a quotation thinks and wants: the quotation itself is his claim."""
    cue = reading.span(*saying.cue)
    if not any(q.span.contains(cue) and len(q.span.text.split()) >= LONG_QUOTE for q in reading.quotes):
        return True
    return saying.spoken and saying.source is not None and reading.head(*saying.source).pos_ in {"NOUN", "PROPN"}


def _source(reading: Reading, saying: Saying) -> Span | None:
    """Return the source of a saying; that of the quotation it stands beside, where the grammar names none."""
    if saying.source:
        return reading.span(*saying.source)
    cue = reading.span(*saying.cue)
    return next((q.speaker for q in reading.quotes if q.cue and q.cue.overlaps(cue)), None)


def _mostly(inner: Span, outer: Span) -> bool:
    return inner.end - inner.start > 0.8 * (outer.end - outer.start)


def _apart(reading: Reading, span: Span, cue: Span) -> Iterator[Span]:
    """Yield the content with the whole of a quotation that it cuts, so far as that does not hold the cue.

    A content that is a quotation and its marks is the quotation, without them.
    """
    start, end = span.start, span.end
    alone = next((q.span for q in reading.quotes if q.speaker and _is_marked(q.span, span)), None)
    if alone is not None:
        yield alone
        return
    for quote in reading.quotes:
        cut = quote.span.overlaps(span) and not quote.span.contains(span) and not span.contains(quote.span)
        if cut and not quote.span.overlaps(cue) and quote.speaker is not None:
            start, end = min(start, quote.span.start), max(end, quote.span.end)
    yield Span.of(reading.article.text, start, end)


def _is_marked(quote: Span, span: Span) -> bool:
    """Say whether a span is this quotation with or without some of its marks."""
    return span.overlaps(quote) and span.text.strip(_MARKS) == quote.text.strip(_MARKS)


def _of_quote(reading: Reading, quote: DirectQuote, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield an attribution for each sentence of a quotation that no saying has as its content."""
    if quote.speaker is None:
        return
    for part in reading.sentences:
        span = part.sentence.span
        if not span.overlaps(quote.span):
            continue
        words = Span.of(reading.article.text, max(span.start, quote.span.start), min(span.end, quote.span.end))
        told = any(a.content.overlaps(words) and _same(a.source, quote.speaker) for a in found)
        if not told:
            yield Attribution(source=quote.speaker, cue=quote.cue, content=words, quoted=True)


def _same(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and (one.overlaps(other) or one.text == other.text)
