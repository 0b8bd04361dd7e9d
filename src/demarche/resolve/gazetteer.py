"""Finds the names of the world's tables in a text: one pass, leftmost and longest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from demarche.codebook.world import SHORT_ACRONYM, Country, NameKind, Organisation, World, normalise

__all__ = ["Found", "Gazetteer", "folded"]

KINDS = frozenset(
    {
        NameKind.COUNTRY,
        NameKind.ADJECTIVE,
        NameKind.DEMONYM,
        NameKind.METONYM,
        NameKind.PART,
        NameKind.ORGANISATION,
    }
)
RANK = {
    NameKind.COUNTRY: 0,
    NameKind.ADJECTIVE: 1,
    NameKind.DEMONYM: 2,
    NameKind.ORGANISATION: 3,
    NameKind.METONYM: 4,
    NameKind.PART: 5,
}
SHORTEST_SHOUTED = 3
"""Words in a line of capitals that are not longer name nothing."""
END = ""
"""Key of the rows that end at a node of the tree; no folded word is empty."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` to `last`, half-open, that a table knows: the surface form, its table, its row."""

    first: int
    last: int
    kind: NameKind
    row: Country | Organisation
    surface: str


@lru_cache(maxsize=65_536)
def folded(word: str) -> tuple[str, ...]:
    """Return a word as the parts by which it is looked up: "U.N.-backed" as un, backed; marks alone as nothing."""
    if not any(map(str.isalnum, word)):
        return () if word in {"-", "‑", "–", ".", "'s", "’s", "'", "’"} else (word,)
    return tuple(normalise(word).split())


class Gazetteer:
    """A tree of folded words over every surface form of countries and organisations."""

    __slots__ = ("_root",)

    def __init__(self, world: World) -> None:
        """Plant the surface forms; the first row of a form is the likeliest."""
        self._root: dict[str, Any] = {}
        for surface in world.names():
            if surface.kind is NameKind.HOLDER:
                break
            if surface.kind in KINDS:
                row = world.organisation_of(surface.key) or world.country(surface.key)
                if row:
                    self._plant(surface.text, surface.kind, row)

    def _plant(self, text: str, kind: NameKind, row: Country | Organisation) -> None:
        node = self._root
        for word in text.removeprefix("the ").split():
            for part in folded(word):
                node = node.setdefault(part, {})
        node.setdefault(END, []).append((text, kind, row))

    def find(self, words: Sequence[str], first: int, last: int) -> Iterator[Found]:
        """Yield what words `first` to `last` name, none overlapping; a long name goes before those inside it."""
        parts = [(part, i) for i in range(first, last) for part in folded(words[i])]
        if _shouts(words[first:last]):  # "THIS IS A RUSH TRANSCRIPT": no acronym can be told from a word
            parts = [(part, i) for part, i in parts if len(part) > SHORTEST_SHOUTED]
        end = 0
        for at in [at for at, (part, _) in enumerate(parts) if part in self._root]:
            if at >= end:
                end, found = self._longest(words, parts, at)
                yield from found

    def _longest(self, words: Sequence[str], parts: Sequence[tuple[str, int]], at: int) -> tuple[int, Sequence[Found]]:
        node: dict[str, Any] | None = self._root
        best, entries = at, []
        for end in range(at, len(parts)):
            node = node.get(parts[end][0]) if node else None
            if node is None:
                break
            if END in node:
                first, last = parts[at][1], parts[end][1] + 1
                fits = [e for e in node[END] if _written_like(words, first, last, e[0])]
                if fits:
                    best, entries = end + 1, fits
        first, last = parts[at][1], parts[best - 1][1] + 1
        return best, [Found(first, last, kind, row, text) for text, kind, row in entries]


def _shouts(words: Sequence[str]) -> bool:
    """Say whether most words of a sentence are in capitals."""
    letters = [word for word in words if word.isalpha()]
    return len(letters) > SHORTEST_SHOUTED and 2 * sum(word.isupper() for word in letters) > len(letters)


def _written_like(words: Sequence[str], first: int, last: int, surface: str) -> bool:
    """Say whether the capitals are those of the name: acronyms all, other names at the start, words none."""
    if surface.startswith("the ") and (not first or words[first - 1].lower() != "the"):
        return False
    head = words[first]
    letters = surface.replace(".", "")
    if len(letters) <= SHORT_ACRONYM and not letters[1:].islower() and not letters.isupper() and letters.isalpha():
        return head == surface  # "LeT" is not "Let"
    if letters.isupper() and len(letters) <= SHORT_ACRONYM:
        return "".join(words[first:last]).removesuffix("'s").isupper() or "-" in head
    if surface.islower():
        return True
    return not head[:1].islower() or surface[:1].islower()
