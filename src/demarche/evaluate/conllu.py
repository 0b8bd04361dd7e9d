"""CoNLL-U files: sentences of syntactic words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from demarche.errors import InputError, UnknownFormat

__all__ = ["Word", "read", "text_of", "universal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word; `head` counts words from 0, -1 for the root."""

    form: str
    upos: str
    head: int
    deprel: str


def universal(deprel: str) -> str:
    """Return a label without its language-specific subtype."""
    return deprel.partition(":")[0]


def text_of(path: Path) -> str:
    """Return the text of a file; raises `InputError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'}); name a file of the set"
        raise InputError(msg, where=str(path)) from error


def read(path: Path) -> Iterator[list[Word]]:
    """Yield the sentences; multiword ranges and empty nodes are left out. Raises `UnknownFormat` for other files."""
    rows: list[Word] = []
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        if line and not line.startswith("#"):
            rows += _word(line, f"{path.name}:{number}")
        elif not line and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _word(line: str, where: str) -> list[Word]:
    cells = line.split("\t")
    if len(cells) != 10:
        msg = "a CoNLL-U line has ten columns; name a .conllu file"
        raise UnknownFormat(msg, where=where)
    if not cells[0].isdigit():
        return []
    return [Word(form=cells[1], upos=cells[3], head=int(cells[6]) - 1, deprel=cells[7])]
