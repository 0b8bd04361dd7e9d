"""Where people are whom nobody calls by their country: at the place beside them, else where the article plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.record import ActorKind, Form
from demarche.resolve.ground import Ground, is_country
from demarche.resolve.theme import SAYING, Sighting, speaks
from demarche.resolve.view import MAX_DEPTH
from demarche.resolve.words import BODY_NOUNS

if TYPE_CHECKING:
    from demarche.resolve.chain import Chain
    from demarche.resolve.phrase import Phrase

__all__ = ["BIDDING", "Whereabouts"]

PLAIN_SHARE = 0.5
"""Part of the article's places that lie in one country, from which people placed nowhere else are there."""
FEW = 3
"""Places in an article fewer than which tell nothing of where it plays, unless it is about their land."""
STATES_BACK = 3
BIDDING = frozenset("call urge appeal accuse condemn criticize criticise demand".split())
"""Verbs of saying whose object acts: who calls on Egypt not to harm protesters means those of Egypt."""
SOLDIER = "MIL"
CRIMINAL = "CRM"
AMONG = frozenset("including among except besides".split())
"""Prepositions of those who are only some of the people before them ("224 people, including 12 Americans")."""
SOUGHT = frozenset("suspect fugitive perpetrator culprit".split())
"""Nouns of people whom others look for, whatever else is said of them."""
LATELY = 2
"""Sentences before people within which the last place is where they are."""
TERROR = frozenset("terrorist terror extremist jihadist jihadi".split())
ANYWHERE = (TERROR - {"terror"}) | {"bomber", "attacker", "hijacker"}
"""Nouns of fighters who need not be of the land that a text is about."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Finds the country of people who are merely there."""

    ground: Ground

    def of(self, phrase: Phrase, facing: set[str]) -> str | None:
        """Return the country where people are; it is none of those to whom they do something."""
        ground = self.ground
        there = self._there(phrase)
        if self._is_doer(phrase):
            return there or (ground.theme.main if phrase.badge.sector == CRIMINAL else None)
        beside = there or self._beside(phrase, facing)
        if beside and (there or beside not in self._acting_on(phrase)):
            return beside
        scene = self._scene(facing)
        body = ground.recent.before(phrase.head, _is_local, reach=0)
        if body and not speaks(body.last, ground.view) and body.badge.country not in facing:
            abroad = body.badge.sector == SOLDIER and scene  # an army's victims are where it fights
            return scene if abroad else body.badge.country
        if scene or beside:
            return scene or self._scene(facing | self._acting_on(phrase), far=True) or beside
        among = ground.recent.before(phrase.head, _are_they, reach=0)
        if among and among.badge.country not in facing | self._acting_on(phrase):
            return among.badge.country
        lands = (c for c in ground.recent.last(phrase.head, _is_land, STATES_BACK) if c.badge.country not in facing)
        near = next(reversed(list(lands)), None)
        return near.badge.country if near else ground.theme.home(facing)

    def named(self, phrase: Phrase) -> str | None:
        """Return the country that stands in the words of people ("the boy's Miami relatives")."""
        inside = [s for s in self.ground.theme.within(phrase.first, phrase.last) if not self._is_left(s)]
        inside = [s for s in inside if s.is_place(self.ground.view)] or inside
        return self._closest(inside, phrase) if inside else None

    def _is_left(self, seen: Sighting) -> bool:
        """Say whether a land is where somebody was brought from ("a suspect who was returned from Pakistan")."""
        view = self.ground.view
        return view.case(seen.word) == "from" and view.pos[view.heads[seen.word]] == "VERB"

    def beside(self, phrase: Phrase) -> str | None:
        """Return the country of the place beside people in their sentence."""
        return self._there(phrase)

    def placed(self, phrase: Phrase) -> str | None:
        """Return the country of people who are where they are against their will: only a place tells it."""
        return self._there(phrase) or self._scene(set())

    def fronted(self, phrase: Phrase) -> str | None:
        """Return the country of a place before people in their clause ("In Britain, inquiries were held by MPs")."""
        view = self.ground.view
        verb = next((w for w in view.above(view.heads[phrase.head]) if view.pos[w] == "VERB"), None)
        before = (s for s in self._seen(phrase) if s.word < phrase.head and view.heads[s.word] == verb)
        return next((s.country for s in before if s.is_place(view) and not self._is_told_at(s)), None)

    def fought(self, phrase: Phrase) -> str | None:
        """Return the country of people who fight where they are, whomever they fight and whatever the text is about."""
        if self.is_anywhere(phrase):
            return self.named(phrase)
        there, acting = self._there(phrase), self._acting_on(phrase)
        if there:
            return there
        return self._lately(phrase, acting) or self._scene(acting, far=True)

    def _lately(self, phrase: Phrase, without: set[str]) -> str | None:
        """Return the country of the last place before people, in their sentence or one of those just before it."""
        view = self.ground.view
        first = view.ranges[max(view.sentence[phrase.head] - LATELY, 0)][0]
        before = self.ground.theme.within(first, phrase.head)
        seen = (s for s in reversed(before) if s.is_place(view) and not self._is_told_at(s))
        return next((s.country for s in seen if s.country not in without), None)

    def _there(self, phrase: Phrase) -> str | None:
        """Return the country that the words of people name, or the closest place of their sentence."""
        named = self.named(phrase)
        if named or self.ground.view.low[phrase.head + 1 : phrase.head + 2] == ["there"]:
            return named or self._lately(phrase, set())
        there = [s for s in self._seen(phrase) if s.is_place(self.ground.view) and not self._is_told_at(s)]
        return self._closest(there, phrase) if there else None

    def _scene(self, without: set[str], *, far: bool = False) -> str | None:
        """Return the country where most of the article's places lie; only if `far`, though it is about another."""
        theme = self.ground.theme
        home = theme.scene.home(without)
        if home is None or theme.scene.shares[home] < PLAIN_SHARE:
            return None
        few = home != theme.home(without) and len(theme.scene.sightings) < FEW
        plain = not few and theme.scene.outweighs(home, theme.scene.home({home, *without}) or "")
        return home if plain and (far or theme.home() in {home, *without}) else None

    def is_anywhere(self, phrase: Phrase) -> bool:
        """Say whether people are fighters who need not be of the land of a text ("terrorists", "terrorist groups")."""
        view, head = self.ground.view, phrase.head
        return phrase.noun in ANYWHERE or (head > phrase.first and view.low[head - 1] in TERROR)

    def _is_doer(self, phrase: Phrase) -> bool:
        """Say whether people are told only by the harm they do, and are sought: who is named beside them are others."""
        one = phrase.badge.sector == CRIMINAL and phrase.noun not in BODY_NOUNS
        doing = one or self.is_anywhere(phrase)
        return doing and (phrase.noun in SOUGHT or self.ground.view.role(phrase.head) != "nsubj")

    def _acting_on(self, phrase: Phrase) -> set[str]:
        """Return the countries in the subject of the clause that a phrase is in: they act on others."""
        view = self.ground.view
        verb = next((w for w in view.above(view.heads[phrase.head]) if view.pos[w] == "VERB"), view.heads[phrase.head])
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
        apart = (s for s in told if self.ground.view.case(s.word) not in AMONG)
        free = [s for s in apart if not (speaks(s.word, self.ground.view) or self._is_told_at(s))]
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
