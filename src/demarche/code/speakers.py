"""From the words that name a source to the mention behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.record import Span
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["mention_in"]


def mention_in(words: Span | None, reading: Reading, resolution: Resolution) -> ResolvedMention | None:
    """Return the mention that these words are: headed by their syntactic head, else the largest one inside."""
    if words is None:
        return None
    first, last = reading.words(words)
    headed = resolution.headed_by(reading.head(first, last).i)
    inside = sorted(resolution.within(first, last), key=lambda m: m.first - m.last)
    return headed or next(iter(inside), None)
