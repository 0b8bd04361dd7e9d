"""What to call people and bodies that have no name: their noun, and what tells them from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.resolve import words as lists
from demarche.resolve.names import PERSON, Named
from demarche.resolve.nouns import names_between
from demarche.resolve.ties import restriction

if TYPE_CHECKING:
    from demarche.resolve.titles import Title
    from demarche.resolve.view import View

__all__ = ["NounNames"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NounNames:
    """Names the bearers of plain nouns."""

    view: View
    names: Sequence[Named]

    def called(self, start: int, word: int, title: Title | None, *, plural: bool) -> str:
        """Name one unnamed person by all his words ("Well-placed source"), a group by what tells it apart."""
        view = self.view
        article = view.low[start] in {"a", "an", "another", "one"}
        if plural or not article or (title and title.office.level in {"head", "minister"}):
            return self.group(start, word, title)
        text = view.text(start + (view.low[start] != "another"), word + 1)
        return text[:1].upper() + text[1:]

    def group(self, start: int, word: int, title: Title | None = None) -> str:
        """Name a group by its noun and what tells it from others; numbers, articles and praise fall off."""
        view = self.view
        near = names_between(self.names, start, word)
        core = {w for n in near if n.label != PERSON for w in range(n.first, n.last)}
        kept = [w for w in range(start, word) if w in core or self._tells_apart(w)]
        if any(w in core for w in kept):
            kept = [w for w in kept if view.pos[w] != "ADJ" or w in core or view.low[w] in lists.PLAIN_WITH_COUNTRY]
        if title:
            kept = sorted({*kept, *(w for w in range(max(start, title.first), word) if self.view.low[w] != "the")})
        words = [view.words[w] for w in kept if view.low[w] not in {"'s", "’s", "'", "’"}]
        words += view.words[word : max(word + 1, title.last if title else 0)]
        text = " ".join([*words, *restriction(word, view, self.names)]).replace(" - ", "-")
        return text[:1].upper() + text[1:]

    def _tells_apart(self, word: int) -> bool:
        view = self.view
        if view.pos[word] in {"NOUN", "PROPN"}:
            return view.dep[word] in {"compound", "flat"} and not any(n.first <= word < n.last for n in self.names)
        return view.pos[word] == "ADJ" and view.low[word] in lists.KEPT_ADJECTIVES
