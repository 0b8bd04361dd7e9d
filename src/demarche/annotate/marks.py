"""Where quotation marks open and close: on characters, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Quoted", "quoted"]

LONGEST_OPEN = 6
"""Paragraphs in which a quotation left open is looked for its end."""
_DOUBLE = re.compile(r"``|''|[“”„‟\"«»]")
_OPENING = {"``", "“", "„", "«"}
_CLOSING = {"”", "‟", "»"}
_SINGLE_OPEN = re.compile(r"(?<![\w’'`.,;])(?:‘|`(?!`)|'(?!'))(?=\w)")
_ELISIONS = re.compile(r"(?:em|til|tis|twas|cause|n|round|\d0s|\d\d)\b", re.IGNORECASE)
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?![\w’'])")
_INCHES = re.compile(r"\d$")
_BETWEEN = re.compile(r"[\s([{—–\-/…]$|^$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Characters `start` to `end`, half-open, between marks.

    `closed` is false where the paragraph ends first; `carried` is true where the paragraph begins with a mark that
    opens again what the last paragraph left open; `inner` where the words stand inside another quotation.
    """

    start: int
    end: int
    closed: bool = True
    carried: bool = False
    inner: bool = False


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    end: int
    mark: str


def quoted(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quoted, ...]:
    """Return what stands between marks in each paragraph (characters, half-open), in the order of the text.

    Empty quotations are left out. A mark that nothing closes opens a quotation to the end of its paragraph; where a
    later paragraph closes it before it opens another, as in texts with a sentence on each line, they are one.
    """
    found: list[Quoted] = []
    left_open = False
    for first, last in _joined(text, list(paragraphs)):
        doubles = list(_doubles(text, first, last))
        if left_open and doubles and text[first : doubles[0].start].strip(" “\"`'«„") == "":
            doubles[0] = _carry(doubles[0])
        left_open = not doubles[-1].closed if doubles else left_open
        found += doubles
        found += _singles(text, first, last, doubles)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _joined(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, those that one quotation runs through as one."""
    at = 0
    while at < len(paragraphs):
        first, last = paragraphs[at]
        at += 1
        while (ahead := _closing(text, (first, last), paragraphs[at : at + LONGEST_OPEN])) is not None:
            last = paragraphs[at + ahead][1]
            at += ahead + 1
        yield first, last


def _closing(text: str, paragraph: tuple[int, int], following: Sequence[tuple[int, int]]) -> int | None:
    """Return which of the following paragraphs closes what one leaves open; None where it opens anew, or nothing is."""
    doubles = list(_doubles(text, *paragraph))
    if not doubles or doubles[-1].closed:
        return None
    for number, (first, last) in enumerate(following):
        mark = next((m for m in _DOUBLE.finditer(text, first, last) if not _measures(text, m)), None)
        if mark is not None:
            begun = any(c.isalnum() for c in text[first : mark.start()])
            return number if begun and not _opens(text, first, mark, is_open=True) else None
    return None


def _carry(piece: Quoted) -> Quoted:
    return Quoted(start=piece.start, end=piece.end, closed=piece.closed, carried=True)


def _doubles(text: str, first: int, last: int) -> Iterator[Quoted]:
    """Pair the double marks of one paragraph; a mark that looks both ways opens when none is open."""
    waiting: _Open | None = None
    for mark in _DOUBLE.finditer(text, first, last):
        if _measures(text, mark):
            continue
        opens = _opens(text, first, mark, is_open=waiting is not None)
        if opens and waiting is None:
            waiting = _Open(end=mark.end(), mark=mark.group())
        elif not opens and waiting is not None:
            yield from _piece(text, waiting.end, mark.start())
            waiting = None
    if waiting is not None:
        yield from _piece(text, waiting.end, last, closed=False)


def _measures(text: str, mark: re.Match[str]) -> bool:
    """Say whether the mark stands for inches or seconds (`6'2"`)."""
    if mark.group() != '"' or not _INCHES.search(text[: mark.start()][-1:]):
        return False
    return bool(re.search(r"['′]\s?\d{1,2}$", text[max(0, mark.start() - 5) : mark.start()]))


def _opens(text: str, first: int, mark: re.Match[str], *, is_open: bool) -> bool:
    """Judge which way a mark looks: by its shape, else by the blanks beside it, else by what waits."""
    shape = mark.group()
    if shape in _OPENING:
        return True
    if shape in _CLOSING:
        return False
    before = text[max(first, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    blank_before, blank_after = bool(_BETWEEN.search(before)), not after or after.isspace()
    if blank_before and not blank_after:
        return not is_open or after not in ",.;:!?"
    if blank_after and not blank_before:
        return False
    return not is_open


def _piece(text: str, start: int, end: int, *, closed: bool = True, inner: bool = False) -> Iterator[Quoted]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield Quoted(start=start, end=end, closed=closed, inner=inner)


def _singles(text: str, first: int, last: int, doubles: list[Quoted]) -> Iterator[Quoted]:
    """Pair the single marks of a paragraph; one that nothing closes is an apostrophe."""
    at = first
    while mark := _SINGLE_OPEN.search(text, at, last):
        at = mark.end()
        outer = next((d for d in doubles if d.start <= mark.start() < d.end), None)
        end = _single_end(text, mark, outer.end if outer else _limit(doubles, mark.start(), last))
        if end is None or _ELISIONS.match(text, mark.end()):
            continue
        yield from _piece(text, mark.end(), end, inner=outer is not None)
        at = end


def _limit(doubles: list[Quoted], at: int, last: int) -> int:
    """Where a single quotation must have ended: it may hold double quotations, but not cut one."""
    return last if doubles else min(last, at + 3000)


def _single_end(text: str, mark: re.Match[str], limit: int) -> int | None:
    """Find the mark that closes a single quotation, passing over the apostrophes of plurals ("the allies' plan")."""
    doubtful = None
    following = _SINGLE_OPEN.search(text, mark.end(), limit)
    stop = following.start() if following and mark.group() == following.group() == "'" else limit
    for close in _SINGLE_CLOSE.finditer(text, mark.end(), min(limit + 1, len(text))):
        if close.start() > limit:
            break
        plural = text[close.start() - 1] in "sz" and re.match(r" [a-z]", text[close.end() : close.end() + 2])
        if not plural:
            return close.start() if close.start() <= stop or doubtful is None else doubtful
        doubtful = doubtful or close.start()
    return doubtful
