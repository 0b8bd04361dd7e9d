"""Actors without a name of their own: offices and groups, called by what the words say of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.resolve import words as lists
from demarche.resolve.chain import Chain

if TYPE_CHECKING:
    from demarche.resolve.ground import Ground
    from demarche.resolve.phrase import Badge, Phrase

__all__ = ["Made"]


@dataclass(frozen=True, slots=True)
class Made:
    """Makes the chains of offices and groups, and finds those made before."""

    ground: Ground

    def chain(self, key: str, phrase: Phrase, badge: Badge, *, named: bool = False) -> Chain:
        """Return the chain of a key, or of a group called the same; `named` takes the phrase's name as it is."""
        name = phrase.name if named else self._called(phrase, badge)
        if key not in self.ground.chains and not phrase.office:
            same = next(
                (c for c in self.ground.chains.values() if c.name == name and c.badge.country == badge.country), None
            )
            if same and not same.is_person and phrase.plural == same.plural:
                return same
        if key not in self.ground.chains:
            self.ground.chains[key] = Chain(
                key=key,
                name=name,
                badge=badge,
                plural=phrase.plural,
                gender=phrase.gender,
                offices={phrase.office} if phrase.office else set(),
                nouns={phrase.noun or ""},
            )
        return self.ground.chains[key]

    def _called(self, phrase: Phrase, badge: Badge) -> str:
        """Name an office or group that has no name: with its country's adjective where the words leave it out."""
        official = phrase.specific and badge.sector in lists.OFFICIAL_SECTORS
        if phrase.badge.country or not badge.country or not (phrase.office or phrase.owner is not None or official):
            return phrase.name
        row = self.ground.world.country(badge.country)
        adjective = row.adjectives[0] if row and row.adjectives else None
        if adjective is None or (not phrase.specific and phrase.owner is None):
            return phrase.name
        acronym = phrase.name[1:2].isupper()
        return f"{adjective} {phrase.name if acronym else phrase.name[:1].lower() + phrase.name[1:]}"
