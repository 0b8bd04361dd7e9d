"""Where people are whom nobody calls by their country: at the place beside them, else where the article plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.record import ActorKind, Form
from demarche.resolve.ground import Ground, is_country
from demarche.resolve.theme import SAYING, Sighting, speaks
from demarche.resolve.view import MAX_DEPTH

if TYPE_CHECKING:
    from demarche.resolve.chain import Chain
    from demarche.resolve.phrase import Phrase

__all__ = ["Whereabouts"]

PLAIN_SHARE = 0.5
"""Part of the article's places that lie in one country, from which people placed nowhere else are there."""
STATES_BACK = 3
BIDDING = frozenset("call urge appeal accuse condemn criticize criticise demand".split())
"""Verbs of saying whose object acts: who calls on Egypt not to harm protesters means those of Egypt."""
SOLDIER = "MIL"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Finds the country of people who are merely there."""

    ground: Ground

    def of(self, phrase: Phrase, facing: set[str]) -> str | None:
        """Return the country where people are; it is none of those to whom they do something."""
        ground = self.ground
        beside = self._beside(phrase, facing)
        if beside and (beside == self._there(phrase) or beside not in self._acting_on(phrase)):
            return beside
        scene = self._scene(facing)
        body = ground.recent.before(phrase.head, _is_local, reach=0)
        if body and not speaks(body.last, ground.view) and body.badge.country not in facing:
            abroad = body.badge.sector == SOLDIER and scene  # an army's victims are where it fights
            return scene if abroad else body.badge.country
        if scene or beside:
            return scene or beside
        among = ground.recent.before(phrase.head, _are_they, reach=0)
        if among and among.badge.country not in facing | self._acting_on(phrase):
            return among.badge.country
        lands = (c for c in ground.recent.last(phrase.head, _is_land, STATES_BACK) if c.badge.country not in facing)
        near = next(reversed(list(lands)), None)
        return near.badge.country if near else ground.theme.home(facing)

    def named(self, phrase: Phrase) -> str | None:
        """Return the country that stands in the words of people ("the boy's Miami relatives")."""
        inside = self.ground.theme.within(phrase.first, phrase.last)
        return self._closest(inside, phrase) if inside else None

    def placed(self, phrase: Phrase) -> str | None:
        """Return the country of people who are where they are against their will: only a place tells it."""
        return self._there(phrase) or self._scene(set())

    def fought(self, phrase: Phrase) -> str | None:
        """Return the country of people who fight where they are, whomever they fight and whatever the text is about."""
        return self._there(phrase) or self._scene(self._acting_on(phrase), far=True)

    def _there(self, phrase: Phrase) -> str | None:
        """Return the country that the words of people name, or the closest place of their sentence."""
        there = [s for s in self._seen(phrase) if s.is_place(self.ground.view) and not self._is_told_at(s)]
        return self.named(phrase) or (self._closest(there, phrase) if there else None)

    def _scene(self, without: set[str], *, far: bool = False) -> str | None:
        """Return the country where most of the article's places lie; only if `far`, though it is about another."""
        theme = self.ground.theme
        home = theme.scene.home(without)
        plain = home and theme.scene.shares[home] >= PLAIN_SHARE and (far or not theme.outweighs(theme.home(), home))
        return home if plain else None

    def _acting_on(self, phrase: Phrase) -> set[str]:
        """Return the countries in the subject of the clause that a phrase is an object of: they act, on others."""
        view = self.ground.view
        verb = view.heads[phrase.head]
        subjects = [w for w in view.children(verb, "nsubj") if w != phrase.head]
        words = [(view.left[w], view.right[w] + 1) for w in subjects]
        return {s.country for first, last in words for s in self.ground.theme.within(first, last)}

    def home(self, phrase: Phrase) -> str | None:
        """Return the country of those who oppose its rulers: called so before, else named beside, else the theme's."""
        ground = self.ground
        sector = phrase.badge.sector
        called = [c for c in ground.chains.values() if c.badge.sector == sector and ground.is_land(c.badge.country)]
        latest = max((c for c in called if c.phrases), key=lambda c: c.last, default=None)
        speaker = ground.side_of_speaker(phrase.head)
        own = {speaker} if speaker else set()
        beside = self._beside(phrase, own)
        home = ground.theme.home(own)
        if beside and not ground.theme.outweighs(home, beside) and not self._looks_on(beside, home, phrase):
            return beside
        return (latest.badge.country if latest else None) or home or beside

    def _looks_on(self, beside: str, home: str | None, phrase: Phrase) -> bool:
        """Say whether a country in the sentence only acts there, on others, and the article is more about another."""
        view, shares = self.ground.view, self.ground.theme.shares
        if home is None or beside == home or shares.get(beside, 0.0) >= shares[home]:
            return False
        number = view.sentence[phrase.head]
        subjects = set(view.subjects(number))
        acting = [s for s in self.ground.theme.within(*view.ranges[number]) if s.country == beside]
        return bool(acting) and all(
            any(view.left[w] <= s.word <= view.right[w] and view.heads[w] != view.heads[phrase.head] for w in subjects)
            for s in acting
        )

    def _beside(self, phrase: Phrase, facing: set[str]) -> str | None:
        """Return the country named in the sentence of people: in their words, by a place, else closest to them."""
        there = self._there(phrase)
        if there:
            return there
        told = (s for s in self._seen(phrase) if s.country not in facing)
        free = [s for s in told if not (speaks(s.word, self.ground.view) or self._is_told_at(s))]
        return self._closest(free, phrase) if free else None

    def _seen(self, phrase: Phrase) -> Sequence[Sighting]:
        """Return what the sentence of people says of countries."""
        number = self.ground.view.sentence[phrase.head]
        return self.ground.theme.within(*self.ground.view.ranges[number]) if number >= 0 else ()

    @staticmethod
    def _closest(seen: Sequence[Sighting], phrase: Phrase) -> str:
        return min(seen, key=lambda s: abs(s.word - phrase.head)).country

    def _is_told_at(self, seen: Sighting) -> bool:
        """Say whether a place is where somebody speaks ("told a news conference in Geneva")."""
        view, word = self.ground.view, seen.word
        place = seen.is_place(view)
        for _ in range(MAX_DEPTH):
            word = view.heads[word]
            if view.pos[word] == "VERB":
                lemma = view.lemmas[word].lower()
                return lemma in SAYING and (place or lemma not in BIDDING)
        return False


def _is_local(chain: Chain) -> bool:
    """Say whether a body is of the place that it speaks of, as "the Gaza Health Ministry" is."""
    return is_country(chain.badge.country) and chain.badge.kind in {ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP}


def _are_they(chain: Chain) -> bool:
    """Say whether a chain are people of a country whom a sentence goes on to speak of as "they"."""
    they = chain.badge.kind is ActorKind.PEOPLE and is_country(chain.badge.country)
    return they and chain.phrases[-1].form is Form.PRONOUN


def _is_land(chain: Chain) -> bool:
    return chain.badge.kind in {ActorKind.PLACE, ActorKind.STATE} and is_country(chain.badge.country)
