"""Sides of a relation: an actor together with every code under which the text may speak of it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.mentions import mention_of, party
from demarche.code.syntax import subjects
from demarche.record import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading
    from demarche.record import Party
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["NOBODY", "Side", "Sides"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who stands on one side: the actor's id, and its id, country and base as codes; nobody has no codes."""

    actor: str | None = None
    codes: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether the text tells who it is."""
        return bool(self.codes)

    def meets(self, other: Side) -> bool:
        """Whether both may be the same side: one actor, or two of one country."""
        return bool(self.codes & other.codes)


NOBODY = Side()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Finds the sides that words and parties of one article stand for."""

    reading: Reading
    resolution: Resolution

    def of_party(self, party: Party) -> Side:
        """Return the side of a party; a mere place, or a country known by its code alone, becomes its state."""
        actor = self.resolution.actors.get(party.actor) if party.actor else None
        named = party.actor if actor and actor.kind is not ActorKind.PLACE else None
        if named is None and (party.actor is None or actor) and party.country:
            named = self.state(party.country)
        elif actor is None:
            named = party.actor
        return Side(actor=named, codes=frozenset(c for c in (named, party.country, party.base) if c))

    def first(self, parties: Iterable[Party]) -> Side:
        """Return the first side that has an actor, else the first with a code, else nobody."""
        found = [s for s in map(self.of_party, parties) if s]
        return next((s for s in found if s.actor), found[0] if found else NOBODY)

    def of_mention(self, mention: ResolvedMention) -> Side:
        """Return the side of a mention."""
        return self.of_party(party(self.reading, mention, self.resolution))

    def of_word(self, token: Token) -> Side:
        """Return the side that a noun stands for, or nobody."""
        mention = mention_of(token, self.resolution)
        return self.of_mention(mention) if mention else NOBODY

    def of_actor(self, actor: str | None) -> Side:
        """Return the side of an actor's id; other words are nobody."""
        known = self.resolution.actors.get(actor) if actor else None
        codes = frozenset(c for c in (known.id, known.country, known.base) if c) if known else frozenset()
        return Side(actor=known.id if known else None, codes=codes)

    def doers(self, token: Token) -> Iterator[Side]:
        """Yield the sides that do what a word says, first to last."""
        yield from (side for t in subjects(token) if (side := self.of_word(t)))

    def doer(self, token: Token) -> Side:
        """Return the first side that does what a word says, or nobody."""
        return next(self.doers(token), NOBODY)

    def within(self, first: int, last: int) -> Sequence[Side]:
        """Return the sides named between two words of the doc, half-open."""
        return [s for m in self.resolution.within(first, last) if (s := self.of_mention(m))]

    def state(self, country: str) -> str | None:
        """Return the actor that is a country as such, or its government, where the article has one."""
        found = [
            a
            for a in self.resolution.actors.values()
            if a.country == country and a.kind in {ActorKind.STATE, ActorKind.GOVERNMENT}
        ]
        return next((a.id for a in found if a.kind is ActorKind.STATE), found[0].id if found else None)
