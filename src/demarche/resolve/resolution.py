"""What resolving an article gives: its actors, every mention of them, and the places that its words name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from demarche.record import Actor, Form

__all__ = ["Resolution", "ResolvedMention", "ResolvedPlace"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedMention:
    """Words `first` to `last` of the doc, half-open, that name somebody; `head` is their syntactic head.

    The words are those of the whole noun phrase without relative clauses. `actor` is the id of the actor, or None
    where nobody is named for certain ("they", "officials"): then `country`, `base` and `sector` are what the words
    themselves say. `nested` marks a mention inside a larger one ("Turkish" in "Turkish troops"). Words that mean
    several together ("the two leaders") have one mention for each where the text tells who they are, each with the ids
    of all in `members`.
    """

    first: int
    last: int
    head: int
    form: Form
    actor: str | None = None
    country: str | None = None
    base: str | None = None
    sector: str | None = None
    plural: bool = False
    nested: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """Words `first` to `last` of the doc, half-open, that name a place; degrees north and east.

    `precision` is one of site, city, region, country. `metonym` marks a place name that stands for a government.
    """

    first: int
    last: int
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who and where: `mentions` and `places` are in the order of the text, outer before nested."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    mentions: tuple[ResolvedMention, ...] = ()
    places: tuple[ResolvedPlace, ...] = ()

    def within(self, first: int, last: int) -> Iterator[ResolvedMention]:
        """Yield the mentions that lie wholly between two words of the doc, half-open."""
        at = bisect_right(self.mentions, first - 1, key=lambda m: m.first)
        for mention in islice(self.mentions, at, None):
            if mention.first >= last:
                return
            if mention.last <= last:
                yield mention

    def headed_by(self, word: int) -> ResolvedMention | None:
        """Return the largest mention whose syntactic head is this word of the doc."""
        found = [m for m in self.within(max(0, word - 40), word + 40) if m.head == word]
        return max(found, key=lambda m: m.last - m.first, default=None)
