"""What resolving an article gives: its actors, every mention of them, and the places that its words name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from demarche.record import Actor, Form

__all__ = ["Resolution", "ResolvedMention", "ResolvedPlace"]

HEAD_REACH = 40
"""Words from its head within which a mention lies; what reaches further is a misparse."""


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
    _starts: Sequence[int] = field(init=False, repr=False, compare=False)
    _heads: Mapping[int, ResolvedMention] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the mentions by where they start and by their heads."""
        heads: dict[int, ResolvedMention] = {}
        for mention in self.mentions:
            known = heads.get(mention.head)
            near = mention.head - HEAD_REACH <= mention.first and mention.last <= mention.head + HEAD_REACH
            if near and (known is None or mention.last - mention.first > known.last - known.first):
                heads[mention.head] = mention
        object.__setattr__(self, "_starts", [m.first for m in self.mentions])
        object.__setattr__(self, "_heads", heads)

    def within(self, first: int, last: int) -> Iterator[ResolvedMention]:
        """Return the mentions that lie wholly between two words of the doc, half-open."""
        inside = slice(bisect_left(self._starts, first), bisect_left(self._starts, last))
        return (mention for mention in self.mentions[inside] if mention.last <= last)

    def headed_by(self, word: int) -> ResolvedMention | None:
        """Return the largest mention whose syntactic head is this word of the doc."""
        return self._heads.get(word)
