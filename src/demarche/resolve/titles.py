"""Titles and offices in the words around a name: which office, whose, and in which words it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.codebook.world import Office, World
from demarche.resolve.gazetteer import folded
from demarche.resolve.words import BODY_ENDS, BODY_NOUNS, COMPANY_ENDS, FAMILY, NGO_ENDS

if TYPE_CHECKING:
    from demarche.resolve.names import Named

__all__ = ["FORMER", "Title", "Titles"]

LONGEST_TITLE = 7
"""Words; longer entries of the table do not occur before names."""
STOPS = frozenset("of for to at in on".split())
FORMER = frozenset("former ex retired late onetime erstwhile then".split())
HOURS = "pm"
SKIPPED = frozenset(("courtesy",))
"""Kinds that say nothing of an office: Mr., Mrs., Sir."""
HEAD = "head"
"""The level of those who head states; bodies without a state have presidents and leaders too."""
OFFICIAL_ENDS = (BODY_ENDS | BODY_NOUNS) - COMPANY_ENDS - NGO_ENDS
"""Last words of the names of bodies that may well be a state's or fight for one."""
PRIVATE = {True: ("charity", "director"), False: ("executive",)}
"""Titles of the table for the heads of societies, and of firms and all else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words `first` to `last`, half-open, that are a title; `former` where it is held no more."""

    first: int
    last: int
    office: Office
    former: bool = False


@dataclass(frozen=True)
class Titles:
    """Looks up the titles of the office table among words."""

    world: World

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], Office]:
        found: dict[tuple[str, ...], Office] = {}
        for office in self.world.offices:
            for title in office.titles:
                found.setdefault(_parts(title.split()), office)
        return found

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The last words of all titles, singular and plural."""
        ends = {parts[-1] for parts in self._by_words if parts}
        return frozenset(ends | {f"{end}s" for end in ends})

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first words of all titles, alone in the plural too; "the" may stand before any."""
        singles = {f"{parts[0]}s" for parts in self._by_words if len(parts) == 1}
        return frozenset({parts[0] for parts in self._by_words if parts} | singles | {"the"})

    def exact(self, words: Sequence[str]) -> Office | None:
        """Return the office of which these words, all of them, are a title; also in the plural."""
        opening = folded(words[0]) if words else ()
        if not opening or opening[0] not in self._beginnings or not self._may_end(words[-1]):
            return None
        if len(words) == 1 and words[0].islower() and ("." in words[0] or words[0] in FAMILY | {HOURS}):
            return None  # "7:10 pm" is no prime minister, "his father" no priest
        parts = _parts(words)
        found = self._by_words.get(parts)
        if found is None and parts and parts[-1].endswith("s") and not parts[-1].endswith("ss"):  # "the press"
            found = self._by_words.get((*parts[:-1], parts[-1][:-1]))
        return found

    def find(self, words: Sequence[str], first: int, last: int) -> Title | None:
        """Return the longest title among words `first` to `last` that begins before any preposition, or None."""
        stop = next((i for i in range(first, last) if words[i].lower() in STOPS), last)
        for length in range(min(LONGEST_TITLE, last - first), 0, -1):
            for start in range(min(stop, last - length + 1) - 1, first - 1, -1):
                office = self.exact(words[start : start + length])
                if office and office.kind not in SKIPPED:
                    return Title(first=start, last=start + length, office=office, former=_former(words, first, start))
        return None

    def ending_at(self, words: Sequence[str], first: int, last: int, *, courtesy: bool = False) -> Title | None:
        """Return the longest title that ends just before word `last` and begins at or after `first`.

        `courtesy` counts "Mr." and the like as titles.
        """
        first = max(first, last - LONGEST_TITLE)
        if first >= last or not self._may_end(words[last - 1]):
            return None
        for start in range(first, last):
            office = self.exact(words[start:last])
            if office and (courtesy or office.kind not in SKIPPED):
                return Title(first=start, last=last, office=office, former=_former(words, first, start))
        return None

    def in_body(self, title: Title, words: Sequence[str], names: Iterable[Named]) -> Title:
        """Take for a private person whom a body that no table has calls its head ("the president of Legal Watch")."""
        if title.office.level != HEAD:
            return title
        after = title.last + 1 + (words[title.last + 1 : title.last + 2] == ["the"])
        starts = {after} if words[title.last : title.last + 1] == ["of"] else set()
        bodies = (n for n in names if n.label == "ORG" and (n.first in starts or n.last == title.first))
        body = next(bodies, None)
        last = words[body.last - 1].lower() if body else ""
        if body is None or body.row is not None or last in OFFICIAL_ENDS:
            return title
        return replace(title, office=self.exact(PRIVATE[last in NGO_ENDS]) or title.office)

    def _may_end(self, word: str) -> bool:
        """Say whether a title can end with a word; marks and "the" leave it open."""
        parts = folded(word)
        return not parts or parts[-1] == "the" or parts[-1] in self._ends


def _parts(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(part for word in words for part in folded(word) if part != "the")


def _former(words: Sequence[str], first: int, start: int) -> bool:
    return any(word.lower() in FORMER for word in words[max(0, first - 2) : start])
