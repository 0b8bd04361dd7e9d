"""Where people are whom nobody calls by their country: at the place beside them, else where the article plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.record import ActorKind
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


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Finds the country of people who are merely there."""

    ground: Ground

    def of(self, phrase: Phrase, facing: set[str]) -> str | None:
        """Return the country where people are; it is none of those to whom they do something."""
        beside = self._beside(phrase, facing)
        if beside:
            return beside
        ground = self.ground
        body = ground.recent.before(phrase.head, _is_local, reach=0)
        if body and not speaks(body.last, ground.view) and body.badge.country not in facing:
            return body.badge.country
        scene = ground.theme.scene
        home = scene.home(facing)
        if home and scene.shares[home] >= PLAIN_SHARE:
            return home
        lands = (c for c in ground.recent.last(phrase.head, _is_land, STATES_BACK) if c.badge.country not in facing)
        near = next(reversed(list(lands)), None)
        return near.badge.country if near else ground.theme.home(facing)

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
        ground = self.ground
        number = ground.view.sentence[phrase.head]
        if number < 0:
            return None
        seen = ground.theme.within(*ground.view.ranges[number])
        inside = [s for s in seen if phrase.first <= s.word < phrase.last]
        there = [s for s in seen if s.is_place(ground.view) and not self._is_told_at(s)]
        told = [s for s in seen if speaks(s.word, ground.view) or self._is_told_at(s)]
        free = [s for s in seen if s.country not in facing and s not in told]
        return next((self._closest(some, phrase) for some in (inside, there, free) if some), None)

    @staticmethod
    def _closest(seen: Sequence[Sighting], phrase: Phrase) -> str:
        return min(seen, key=lambda s: abs(s.word - phrase.head)).country

    def _is_told_at(self, seen: Sighting) -> bool:
        """Say whether a place is where somebody speaks ("told a news conference in Geneva")."""
        view, word = self.ground.view, seen.word
        for _ in range(MAX_DEPTH):
            word = view.heads[word]
            if view.pos[word] == "VERB":
                return view.lemmas[word].lower() in SAYING
        return False


def _is_local(chain: Chain) -> bool:
    """Say whether a body is of the place that it speaks of, as "the Gaza Health Ministry" is."""
    return is_country(chain.badge.country) and chain.badge.kind in {ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP}


def _is_land(chain: Chain) -> bool:
    return chain.badge.kind in {ActorKind.PLACE, ActorKind.STATE} and is_country(chain.badge.country)
