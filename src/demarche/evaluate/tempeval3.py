"""Time expressions of TempEval-3: strict, relaxed and value F1 over a folder of TimeML files.

An expression counts as found when it shares a character with one of the gold (relaxed), has the same ends (strict), or
is found and has the same TIMEX3 value (value); a value that can be written in two ways is read as one. Pairs are one to
one. Expressions that TimeML does not mark are left out
of the answer: a stretch such as "since 1967", whose date is marked alone and stays, and words of sequence such as
"previously". The text goes in without its tags, with the document's creation day as day of publication.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.errors import UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.result import Evaluation, f1
from demarche.record import Article, Precision, TimeExpression, TimeInterval, parse_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Marked", "evaluate", "read", "value_f1"]

NAME = "tempeval3"
_SEQUENCE = frozenset({"previously", "formerly", "ongoing"})
"""Words that tell an order or a state: the training part marks "previously" 3 times in 23, the others never."""

_SPELLINGS = (
    (re.compile(r"^(\d{4})-W(\d)$"), r"\1-W0\2"),
    (re.compile(r"T(\d\d)$"), r"T\1:00"),
    (re.compile(r"^(\d{3})X$|^(\d{2})XX$"), r"\1\2"),
    (re.compile(r"^PT24H$"), "P1D"),
)
_LENGTH = re.compile(r"P(\d+)(Q|D?E|C|CE|L|ML)")
_UNITS = {"Q": (3, "M"), **dict.fromkeys(("E", "DE"), (10, "Y")), **dict.fromkeys(("C", "CE"), (100, "Y"))}
_UNITS |= dict.fromkeys(("L", "ML"), (1000, "Y"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A time expression of the gold or the answer: characters `start` to `end`, half-open, and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What was counted: pairs that overlap, that have the same ends, that have the same value; sizes of both sides."""

    found: int = 0
    exact: int = 0
    valued: int = 0
    gold: int = 0
    answers: int = 0

    def __add__(self, other: Pairs) -> Pairs:
        """Add up two documents."""
        return Pairs(
            found=self.found + other.found,
            exact=self.exact + other.exact,
            valued=self.valued + other.valued,
            gold=self.gold + other.gold,
            answers=self.answers + other.answers,
        )

    def f1(self, hits: int) -> float:
        """Return the F1 of so many right answers."""
        return f1(hits, self.answers, self.gold)

    def measures(self) -> dict[str, float]:
        """Return the three F1."""
        return {
            "strict_f1": self.f1(self.exact),
            "relaxed_f1": self.f1(self.found),
            "value_f1": self.f1(self.valued),
        }


def evaluate(path: Path, find: Callable[[Article], Sequence[TimeExpression]] | None = None) -> Evaluation:
    """Measure a `.tml` file or all those under a folder; raises `UnknownFormat` when there is none.

    `find` gives the expressions of an article; without it the shipped language layer does.
    """
    find = find or _shipped()
    files = sorted(path.rglob("*.tml")) if path.is_dir() else [path]
    if not files or files[0].suffix != ".tml":
        msg = "no TimeML file (.tml) here; name a folder of them"
        raise UnknownFormat(msg, where=str(path))
    total, words = Pairs(), 0
    for file in files:
        article, gold = read(file)
        total += compare(gold, [_marked(time) for time in _timeml(find(article))])
        words += len(article.text.split())
    return Evaluation(name=NAME, path=str(path), items=total.gold, measures=total.measures(), words=words)


def _shipped() -> Callable[[Article], Sequence[TimeExpression]]:
    """Return the finder of times of the shipped language layer, without the layers that it does not need."""
    from demarche.annotate import time
    from demarche.annotate.document import Annotator

    annotator = Annotator(loaded.reader(), steps=())
    return lambda article: time.find(annotator.annotate(article))


def _marked(time: TimeExpression) -> Marked:
    return Marked(start=time.span.start, end=time.span.end, value=time.value)


def value_f1(gold: Sequence[Marked], answers: Sequence[Marked]) -> float:
    """Return the value F1 of one document."""
    pairs = compare(gold, answers)
    return pairs.f1(pairs.valued)


def compare(gold: Sequence[Marked], answers: Sequence[Marked]) -> Pairs:
    """Pair gold and answers that overlap, those with the same ends first."""
    pairs = list(pair(gold, answers))
    return Pairs(
        found=len(pairs),
        exact=sum((g.start, g.end) == (a.start, a.end) for g, a in pairs),
        valued=sum(same_value(g.value, a.value) for g, a in pairs),
        gold=len(gold),
        answers=len(answers),
    )


def same_value(one: str, other: str) -> bool:
    """Say whether two TIMEX3 values are the same, in whatever way they are written."""
    return _plain(one) == _plain(other)


def _plain(value: str) -> str:
    """Write a value in one way: weeks by two digits, full hours with minutes, decades and centuries without an X.

    Lengths for which ISO 8601 has no letter are written in letters that it has: quarters in months, decades (E, DE),
    centuries (C, CE) and millennia (L, ML) in years; 24 hours as a day.
    """
    for pattern, written in _SPELLINGS:
        value = pattern.sub(written, value)
    length = _LENGTH.fullmatch(value)
    if not length:
        return value
    times, letter = _UNITS.get(length[2], (1, length[2]))
    return f"P{int(length[1]) * times}{letter}"


def pair(gold: Sequence[Marked], answers: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Yield pairs, one to one."""
    left = list(answers)
    rest = []
    for mark in gold:
        same = next((a for a in left if (a.start, a.end) == (mark.start, mark.end)), None)
        if same is None:
            rest.append(mark)
            continue
        left.remove(same)
        yield mark, same
    for mark in rest:
        near = next((a for a in left if a.start < mark.end and mark.start < a.end), None)
        if near is not None:
            left.remove(near)
            yield mark, near


def read(file: Path) -> tuple[Article, list[Marked]]:
    """Return the text of a TimeML file as an article, and the expressions marked in it."""
    root = ET.parse(file).getroot()  # noqa: S314 - files of a corpus that the user names
    pieces: list[str] = []
    gold: list[Marked] = []
    body = root.find(".//TEXT")
    if body is None:
        msg = "a TimeML file needs a TEXT element"
        raise UnknownFormat(msg, where=str(file))
    _walk(body, pieces, gold)
    text = "".join(pieces)
    created = root.find(".//DCT/TIMEX3")
    return _article(file.stem, text, created.get("value", "") if created is not None else ""), gold


def _article(name: str, text: str, created: str) -> Article:
    return Article(
        id=name,
        text=unicodedata.normalize("NFC", text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=TimeInterval.day(parse_day(created[:10]), Precision.DAY) if created else None,
        published_from="metadata",
    )


def _walk(element: ET.Element, pieces: list[str], gold: list[Marked]) -> None:
    """Collect the text of an element and of its children, and the TIMEX3 elements with their offsets."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append(Marked(start=start, end=sum(map(len, pieces)), value=element.get("value", "")))


def _timeml(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Leave out stretches around a time that is marked by itself, and words of sequence."""
    return [t for t in times if "/" not in t.value and t.span.text.lower() not in _SEQUENCE]
