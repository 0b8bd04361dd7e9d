"""Whom "his counterpart" means: who holds the same office on the other side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.record import ActorKind
from demarche.resolve.chain import Chain, Link, link

if TYPE_CHECKING:
    from demarche.resolve.ground import Ground
    from demarche.resolve.offices import Offices
    from demarche.resolve.phrase import Phrase
    from demarche.resolve.whose import Whose

__all__ = ["NOUN", "Counterparts"]

NOUN = "counterpart"


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Links counterparts; nobody is guessed where neither the text nor the table of holders tells one."""

    ground: Ground
    whose: Whose
    offices: Offices

    def link(self, phrase: Phrase) -> Link:
        """Return the link of a counterpart: one named before, the holder of the day, or nobody of his country."""
        owner = None if phrase.plural else self.whose.possessor(phrase)
        found = self._named(phrase, owner) or self._holder(phrase, owner) if owner else None
        if found:
            return link(found, phrase)
        sector = owner.badge.sector if owner else None
        return Link(phrase=phrase, chain=None, badge=replace(phrase.badge, kind=ActorKind.OFFICE, sector=sector))

    def _named(self, phrase: Phrase, owner: Chain) -> Chain | None:
        """Return the one spoken of last who has an office in common with the owner and is of another side."""
        side = phrase.badge.country
        fits = [
            c
            for c in self.ground.chains.values()
            if c.is_person
            and c.phrases
            and c.offices & owner.offices
            and c.badge.country not in {None, owner.badge.country}
            and side in {None, c.badge.country}
        ]
        return max(fits, key=lambda c: c.last, default=None)

    def _holder(self, phrase: Phrase, owner: Chain) -> Chain | None:
        """Return who held the owner's office for the named country on the day."""
        if phrase.badge.country is None:
            return None
        asked = (replace(phrase, office=office, noun=None) for office in sorted(owner.offices))
        return next((c for one in asked if (c := self.offices.holder(one, phrase.badge.country))), None)
