"""What an act is about: its issue, and PLOVER's contexts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.codebook import Lexicon

if TYPE_CHECKING:
    from demarche.code.words import Words
    from demarche.codebook import Codebook, Issue

__all__ = ["Contexts"]

MAX_CONTEXTS = 4
"""PLOVER's contexts describe a story; more than four for one act are noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _ContextWord:
    phrase: tuple[str, ...]
    context: str


class Contexts:
    """Finds issues and contexts in the words of a sentence."""

    def __init__(self, codebook: Codebook) -> None:
        """Index the cue words of the contexts."""
        words = [_ContextWord(phrase=tuple(cue.split()), context=c) for cue, c in codebook.plover.cue_contexts()]
        self._contexts: Lexicon[_ContextWord] = Lexicon(words)
        self._issues: Lexicon[Issue] = codebook.issues

    def of(self, words: Words) -> tuple[str, ...]:
        """Return the contexts that a sentence speaks of, in the order of its words."""
        found = dict.fromkeys(entry.context for match in words.find(self._contexts) for entry in match.entries)
        return tuple(found)[:MAX_CONTEXTS]

    def issue(self, words: Words, first: int, last: int) -> str | None:
        """Return the issue of words `first` to `last` of the doc; failing that, of the sentence."""
        return self.issue_within(words, first, last) or self.issue_within(words, 0, words.first + len(words.forms))

    def issue_within(self, words: Words, first: int, last: int) -> str | None:
        """Return the surest issue that words `first` to `last` of the doc name, the earliest of equals."""
        found = [(m.start, entry) for m in words.find(self._issues) for entry in m.entries if first <= m.start < last]
        best = max(found, key=lambda item: (item[1].weight, -item[0]), default=None)
        return best[1].issue if best else None
