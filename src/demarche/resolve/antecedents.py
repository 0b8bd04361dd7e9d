"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.codebook.world import Gender
from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain, Link
from demarche.resolve.phrase import Badge, Phrase
from demarche.resolve.view import MAX_DEPTH

if TYPE_CHECKING:
    from demarche.resolve.ground import Ground

__all__ = ["Antecedents"]

IT_KINDS = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.OFFICE, ActorKind.PEOPLE, ActorKind.PLACE}
THEY_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PEOPLE})
FORCES = frozenset({"MIL", "COP"})
BODY_KINDS = frozenset({ActorKind.GOVERNMENT, ActorKind.COMPANY, ActorKind.NGO, ActorKind.IGO, ActorKind.PARTY})
"""Bodies of many people, which "they" takes up where nothing plural does."""


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Links the pronouns of the third person; those who speak are left open."""

    ground: Ground

    def link(self, phrase: Phrase) -> Link | None:
        """Return the link of a pronoun, None for an "it" that is nobody's."""
        low = phrase.noun or ""
        if low in lists.SPEAKING | lists.HEARING:
            return Link(phrase=phrase, chain=None, badge=Badge(kind=ActorKind.OTHER))
        found = None if self._is_thing(phrase) else self._found(phrase)
        if found is None and low in lists.IT:
            return None
        members = self._together(found, phrase.head) if found and low in lists.THEY else ()
        chain = found.chain if found and not members else None
        view = self.ground.view
        near = found is not None and view.sentence[found.phrase.head] == view.sentence[phrase.head]
        if chain and near and chain.is_person and chain.gender is Gender.UNKNOWN:
            chain.gender = phrase.gender  # a name that no table knows is known by a pronoun beside it
        return Link(
            phrase=phrase, chain=chain, badge=chain.badge if chain else Badge(kind=ActorKind.OTHER), members=members
        )

    def of(self, phrase: Phrase) -> Chain | None:
        """Return the one whom a pronoun means."""
        found = self._found(phrase)
        return found.chain if found else None

    def _found(self, phrase: Phrase) -> Link | None:
        """Return what a pronoun takes up; in a quotation never the one who speaks."""
        if phrase.noun in lists.REFLEXIVE:
            return self._subject(phrase)
        speaker = self.ground.speaker_of(phrase.head) or self._said_after(phrase)
        told = self._told_of(phrase)
        recent, ours = self.ground.recent, self._ours(phrase, speaker)
        found = recent.antecedent(
            phrase,
            lambda c: c is not speaker and c.key not in told and c.badge.country not in ours and self._fits(c, phrase),
        )
        if found or phrase.noun not in lists.THEY:
            return found
        pair = recent.listed(phrase.head, lambda c: c is not speaker and c.badge.kind is not ActorKind.PLACE)
        if pair:
            return Link(phrase=phrase, chain=None, badge=pair[0].badge, members=pair)
        body = recent.antecedent(phrase, lambda c: c.badge.kind in BODY_KINDS and not c.plural)
        return body if body and recent.speaks(body) else None

    def _said_after(self, phrase: Phrase) -> Chain | None:
        """Return the speaker of a quotation whom a pronoun names only after it ("If he is asked ...", she said)."""
        around = next((q for q in self.ground.speakers if q[0] <= phrase.head < q[1] <= q[2]), None)
        if around is None:
            return None
        says = (p for p in self.ground.phrases if around[2] <= p.head < around[3] and p.noun in lists.PERSONAL)
        pronoun = next(says, None)
        found = self.ground.recent.antecedent(pronoun, lambda c: self._fits(c, pronoun)) if pronoun else None
        return found.chain if found else None

    def _ours(self, phrase: Phrase, speaker: Chain | None) -> set[str]:
        """Return the country of a speaker who sets "they" against "we"; none otherwise."""
        view = self.ground.view
        number = view.sentence[phrase.head]
        if phrase.noun not in lists.THEY or speaker is None or speaker.badge.country is None or number < 0:
            return set()
        first, last = view.ranges[number]
        return {speaker.badge.country} if {"we", "us"} & set(view.low[first:last]) else set()

    def _is_thing(self, phrase: Phrase) -> bool:
        """Say whether "it" is said to be something that no party is ("it was a scripted remark")."""
        view, noun = self.ground.view, self.ground.view.heads[phrase.head]
        if phrase.noun not in lists.IT or not view.children(noun, "cop") or view.pos[noun] != "NOUN":
            return False
        return view.dep[phrase.head].startswith("nsubj") and not any(p.head == noun for p in self.ground.phrases)

    def _told_of(self, phrase: Phrase) -> set[str]:
        """Return the keys of the persons whom a quotation names where a pronoun is its speaker: none speaks so."""
        around = next((q for q in self.ground.speakers if q[2] <= phrase.head < q[3]), None)
        if around is None or phrase.noun not in lists.PERSONAL:
            return set()
        first, last = around[:2]
        named = (k for k in self.ground.recent.links if first <= k.phrase.head < last and k.phrase.core)
        return {k.chain.key for k in named if k.chain}

    def _subject(self, phrase: Phrase) -> Link | None:
        """Return the noun beside which "himself" stands, or the subject of the nearest clause around it."""
        view, word = self.ground.view, phrase.head
        for _ in range(MAX_DEPTH):
            word = view.heads[word]
            meant = {word, *view.children(word, "nsubj", "nsubj:pass")}
            found = next((k for k in reversed(self.ground.recent.links) if k.phrase.head in meant), None)
            if found:
                return found
        return None

    def _together(self, found: Link, word: int) -> Sequence[Chain]:
        """Return those whom "they" means where several were named as one."""
        joined = found.members or self.ground.recent.joined(found, word)
        return joined if len(joined) > 1 else ()

    def _fits(self, chain: Chain, phrase: Phrase) -> bool:
        low = phrase.noun or ""
        if low in lists.PERSONAL:
            return chain.is_person and chain.gender in {phrase.gender, Gender.UNKNOWN}
        if low in lists.IT:
            return not chain.is_person and not chain.plural and chain.badge.kind in IT_KINDS
        return chain.plural or chain.badge.kind in THEY_KINDS or _is_force(chain) or self._are_members(chain)

    def _are_members(self, chain: Chain) -> bool:
        """Say whether a party was last called by its members ("House Democrats")."""
        core = chain.phrases[-1].core if chain.phrases and chain.badge.kind is ActorKind.PARTY else None
        return core is not None and self.ground.view.low[core[1] - 1].endswith("s")


def _is_force(chain: Chain) -> bool:
    """Say whether a chain are the soldiers or policemen of a state, of whom news says "they"."""
    return chain.badge.kind is ActorKind.GOVERNMENT and chain.badge.sector in FORCES
