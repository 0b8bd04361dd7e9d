"""Highlights: a text cut at every edge of a highlight into pieces that do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Highlight", "Piece", "paragraphs", "pieces"]

BREAK = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """Words of a text that something stands on: code points `start` to `end`, half-open.

    `kind` is a CSS class (`sentence`, `trigger`, `quote`, `ask`, `repair`, `removed`); `sign` that of an act. `target`
    is the anchor of the line that the words prove and `number` what that line is called; both are empty for words that
    prove nothing. `note` is shown on hover.
    """

    start: int
    end: int
    kind: str
    sign: int = 0
    target: str = ""
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of a text that are all under the same highlights, outer ones first.

    `starts` and `ends` are those highlights that begin and that end here.
    """

    start: int
    text: str
    under: tuple[Highlight, ...] = ()
    starts: tuple[Highlight, ...] = ()
    ends: tuple[Highlight, ...] = ()


def pieces(text: str, highlights: Iterable[Highlight]) -> list[Piece]:
    """Cut a text at the edges of its highlights. The pieces, joined, are the text.

    Edges outside the text are moved to its ends; a highlight left without characters is dropped.
    """
    kept = sorted(
        {h for h in highlights if max(0, h.start) < min(len(text), h.end)},
        key=lambda h: (h.start, -h.end, h.kind, h.target, h.number, h.note, h.sign),
    )
    edges = sorted({0, len(text), *(max(0, h.start) for h in kept), *(min(len(text), h.end) for h in kept)})
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in kept:
        opening[max(0, mark.start)].append(mark)
        closing[min(len(text), mark.end)].append(mark)
    return list(_cut(text, edges, opening, closing))


def _cut(
    text: str, edges: Sequence[int], opening: dict[int, list[Highlight]], closing: dict[int, list[Highlight]]
) -> Iterable[Piece]:
    under: list[Highlight] = []
    for start, end in pairwise(edges):
        gone = closing.get(start, ())
        under = [h for h in under if h not in gone] + opening.get(start, [])
        yield Piece(
            start=start,
            text=text[start:end],
            under=tuple(under),
            starts=tuple(opening.get(start, ())),
            ends=tuple(closing.get(end, ())),
        )


def paragraphs(text: str, highlights: Iterable[Highlight]) -> list[list[Piece]]:
    """Return the pieces of each paragraph; paragraphs are parted by line ends, which belong to none."""
    marks, found, at = list(highlights), [], 0
    for part in text.split(BREAK):
        if part.strip():
            inside = [_moved(h, -at) for h in marks if h.start < at + len(part) and h.end > at]
            found.append([_shifted(piece, at) for piece in pieces(part, inside)])
        at += len(part) + len(BREAK)
    return found


def _moved(mark: Highlight, by: int) -> Highlight:
    return Highlight(
        start=mark.start + by,
        end=mark.end + by,
        kind=mark.kind,
        sign=mark.sign,
        target=mark.target,
        number=mark.number,
        note=mark.note,
    )


def _shifted(piece: Piece, by: int) -> Piece:
    return Piece(start=piece.start + by, text=piece.text, under=piece.under, starts=piece.starts, ends=piece.ends)
