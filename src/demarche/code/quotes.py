"""Direct quotations with the actor who speaks and the actors spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.speakers import mention_in
from demarche.record import Quote

if TYPE_CHECKING:
    from demarche.annotate.reading import DirectQuote, Reading
    from demarche.resolve import Resolution

__all__ = ["find_quotes"]


def find_quotes(reading: Reading, resolution: Resolution) -> tuple[Quote, ...]:
    """Return the quotations of an article in the order of the text."""
    return tuple(_quote(f"q{n}", q, reading, resolution) for n, q in enumerate(reading.quotes, start=1))


def _quote(identity: str, quote: DirectQuote, reading: Reading, resolution: Resolution) -> Quote:
    first, last = reading.words(quote.span)
    about = dict.fromkeys(m.actor for m in resolution.within(first, last) if m.actor)
    mention = mention_in(quote.speaker, reading, resolution)
    speaker = mention.actor if mention else None
    return Quote(
        id=identity,
        span=quote.span,
        speaker=speaker,
        speaker_span=quote.speaker,
        cue=quote.cue,
        about=tuple(a for a in about if a != speaker),
    )
