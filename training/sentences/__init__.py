"""Our own labelled sentences: their format, read strictly (README.md says what the labels mean)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from spacy.lang.en import English
from spacy.language import Language

from training.labels import MODES_OF, NAME_CLASSES, STATUSES

Range = tuple[int, int]
HELD_OUT: Final = 8
"""Of a hundred sentences, by a hash of their text, the number held out for development."""


class LabelError(ValueError):
    """A block breaks the format; the message says where and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act; ranges are [first, last) over the words of the sentence."""

    kind: str
    mode: str
    status: str
    trigger: Range
    sources: tuple[Range, ...]
    targets: tuple[Range, ...]
    others: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One sentence with its acts and names, and the file and line where it stands."""

    text: str
    words: tuple[str, ...]
    acts: tuple[Act, ...]
    names: tuple[tuple[int, int, str], ...]
    where: str

    @property
    def held_out(self) -> bool:
        """Whether the sentence is for development, never for training."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 100 < HELD_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A text and the places of its words; finds ranges of words by their text."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def all(self, span: str) -> list[Range]:
        """Every range of whole words that reads so."""
        places = [m.start() for m in re.finditer(re.escape(span), self.text)]
        found = (self._range(at, at + len(span)) for at in places)
        return [range_ for range_ in found if range_]

    def _range(self, start: int, end: int) -> Range | None:
        """The words from start to end; a word of letters and marks ("anti-Iranian") may be cut at a mark."""
        if self.text[start - 1 : start].isalnum() or self.text[end : end + 1].isalnum():
            return None
        first = next((i for i, at in enumerate(self.ends) if at > start), None)
        last = next((i + 1 for i, at in enumerate(self.ends) if at >= end), None)
        return None if first is None or last is None else (first, last)

    def one(self, span: str) -> Range:
        """The range of words that reads so; "text#2" is the second such. Raises LabelError."""
        match = re.fullmatch(r"(.*?)\s*#(\d)", span)
        text, number = (match[1], int(match[2])) if match else (span, 1)
        found = self.all(text)
        if len(found) < number:
            msg = f"no {span!r} among the words"
            raise LabelError(msg)
        return found[number - 1]


@cache
def _english() -> Language:
    return English()


def cut(text: str) -> Cut:
    """The words of a text, by the tokenizer of the product."""
    tokens = [token for token in _english().tokenizer(text) if not token.is_space]
    return Cut(
        text=text,
        words=tuple(token.text for token in tokens),
        starts=tuple(token.idx for token in tokens),
        ends=tuple(token.idx + len(token) for token in tokens),
    )


def read(folder: Path) -> tuple[list[Labelled], list[str]]:
    """All sentences of the folder's files, and what is wrong with the others."""
    sentences, wrong = [], []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for number, block in _blocks(path.read_text(encoding="utf-8")):
            where = f"{path.name}:{number}"
            try:
                sentence = parse(block, where)
            except LabelError as error:
                wrong.append(f"{where}: {error}")
                continue
            if sentence.text not in seen:
                seen.add(sentence.text)
                sentences.append(sentence)
    return sentences, wrong


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield start, block
            block = []


def parse(block: list[str], where: str = "") -> Labelled:
    """The sentence of one block. Raises LabelError."""
    if block[0].startswith((" ", "\t")):
        msg = "the block starts with an indented line"
        raise LabelError(msg)
    words = cut(block[0].strip())
    acts: list[Act] = []
    names: tuple[tuple[int, int, str], ...] = ()
    for line in block[1:]:
        if not line.startswith((" ", "\t")):
            msg = f"a second sentence in one block: {line[:40]!r}"
            raise LabelError(msg)
        if re.match(r"\s*names\b", line):
            names = _names(line, words)
        else:
            acts.append(_act(line, words))
    return Labelled(text=words.text, words=words.words, acts=tuple(acts), names=names, where=where)


def _act(line: str, words: Cut) -> Act:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3 or len(parts[0].split()) != 2 or parts[2].count(">") != 1:
        msg = f"not an act line: {line.strip()!r}"
        raise LabelError(msg)
    label, status = parts[0].split()
    kind, _, mode = label.partition("/")
    if kind not in MODES_OF or (mode and mode not in MODES_OF[kind]) or status not in STATUSES:
        msg = f"no such type, mode or status: {parts[0]!r}"
        raise LabelError(msg)
    source, target = parts[2].split(">")
    target, _, other = target.partition(" + ")
    return Act(
        kind=kind,
        mode=mode,
        status=status,
        trigger=words.one(parts[1]),
        sources=_side(source, words),
        targets=_side(target, words),
        others=_side(other, words),
    )


def _side(text: str, words: Cut) -> tuple[Range, ...]:
    spans = [span.strip() for span in text.split(";")]
    return tuple(words.one(span) for span in spans if span not in {"", "-"})


def _names(line: str, words: Cut) -> tuple[tuple[int, int, str], ...]:
    """Names of a names line: every place where one reads so, unless it lies in a longer one."""
    listed = []
    for part in line.split("|")[1:]:
        kind, _, spans = part.partition(":")
        if kind.strip() not in NAME_CLASSES:
            msg = f"no such class of names: {kind.strip()!r}"
            raise LabelError(msg)
        listed += [(span.strip(), kind.strip()) for span in spans.split(";") if span.strip()]
    taken: dict[int, str] = {}
    found = []
    for span, kind in sorted(listed, key=lambda item: -len(item[0])):
        places = [words.one(span)] if "#" in span else words.all(span) or [words.one(span)]
        for first, last in places:
            if not any(i in taken for i in range(first, last)):
                taken |= dict.fromkeys(range(first, last), kind)
                found.append((first, last, kind))
    return tuple(sorted(found))
