"""Places in a text."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.errors import RecordError

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Words of an article: Unicode code points `start` to `end`, half-open, into `Article.text`.

    A span is never empty, and `text` is what stands there, so `len(text) == end - start`.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse offsets that cannot reproduce the words."""
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            msg = f"offsets {self.start}-{self.end} cannot hold {self.text!r}"
            raise RecordError(msg)

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Span:
        """Return the span of `source` between two offsets, half-open."""
        return cls(start=start, end=end, text=source[start:end])

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the whole of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end
