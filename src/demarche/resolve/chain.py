"""The actors of an article while they are being gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from demarche.codebook.world import Gender
from demarche.record import ActorKind, Form, Role
from demarche.resolve.phrase import Badge, Phrase

__all__ = ["Chain", "Link", "link"]


@dataclass(slots=True)
class Chain:
    """One actor in the making: `nouns` are the words that may stand for it later ("the agency")."""

    key: str
    name: str
    badge: Badge
    plural: bool = False
    gender: Gender = Gender.UNKNOWN
    offices: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    wikidata: str | None = None
    holder: str | None = None
    phrases: list[Phrase] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether this is one human being."""
        return self.badge.kind in {ActorKind.PERSON, ActorKind.OFFICE}

    @property
    def last(self) -> int:
        """The last word of the article so far that speaks of it."""
        return self.phrases[-1].head if self.phrases else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A phrase and its chain, or None with what the words alone say; `members` are those whom a collective means."""

    phrase: Phrase
    chain: Chain | None
    badge: Badge
    members: Sequence[Chain] = ()


def link(chain: Chain, phrase: Phrase, badge: Badge | None = None) -> Link:
    """Return the link of a phrase to a chain, which remembers the noun that stood for it, and what gender it tells."""
    if chain.is_person and chain.gender is Gender.UNKNOWN:
        chain.gender = phrase.gender
    if phrase.noun and phrase.form is not Form.PRONOUN and not chain.is_person:
        chain.nouns.add(phrase.noun)
    return Link(phrase=phrase, chain=chain, badge=badge or chain.badge)
