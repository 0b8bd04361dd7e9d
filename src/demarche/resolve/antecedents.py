"""Whom a pronoun means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.codebook.world import Gender
from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain, Link
from demarche.resolve.phrase import Badge, Phrase

if TYPE_CHECKING:
    from demarche.resolve.ground import Ground

__all__ = ["Antecedents"]

IT_KINDS = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.OFFICE, ActorKind.PEOPLE, ActorKind.PLACE}
THEY_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PEOPLE})


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Links the pronouns of the third person; those who speak are left open."""

    ground: Ground

    def link(self, phrase: Phrase) -> Link | None:
        """Return the link of a pronoun, None for an "it" that is nobody's."""
        low = phrase.noun or ""
        if low in lists.SPEAKING | lists.HEARING:
            return Link(phrase=phrase, chain=None, badge=Badge(kind=ActorKind.OTHER))
        chain = self.of(phrase)
        if chain is None and low in lists.IT:
            return None
        return Link(phrase=phrase, chain=chain, badge=chain.badge if chain else Badge(kind=ActorKind.OTHER))

    def of(self, phrase: Phrase) -> Chain | None:
        """Return whom a pronoun means; in a quotation never the one who speaks."""
        speaker = self.ground.speaker_of(phrase.head)
        return self.ground.recent.antecedent(phrase, lambda c: c is not speaker and _fits(c, phrase))


def _fits(chain: Chain, phrase: Phrase) -> bool:
    low = phrase.noun or ""
    if low in lists.PERSONAL:
        return chain.is_person and chain.gender in {phrase.gender, Gender.UNKNOWN}
    if low in lists.IT:
        return not chain.is_person and not chain.plural and chain.badge.kind in IT_KINDS
    return chain.plural or chain.badge.kind in THEY_KINDS
