"""Where private persons are from: the home that a text gives them, and the land of their kin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Gender
from demarche.resolve import words as lists
from demarche.resolve.roles import appositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.resolve.chain import Chain
    from demarche.resolve.ground import Ground
    from demarche.resolve.phrase import Phrase
    from demarche.resolve.whose import Whose

__all__ = ["Origins"]

HOMES = frozenset("home house apartment flat residence hometown".split())
FROM = frozenset({"from", "of"})
SHORTEST = 4
"""Letters of a surname from which two who share it in one text are kin."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Finds the land of persons of whom no office and no table tells it."""

    ground: Ground
    whose: Whose

    def settle(self) -> None:
        """Give persons without a country that of their home."""
        for chain, code in self._homes():
            if chain.badge.country is None:
                chain.badge = replace(chain.badge, country=code)

    def kin(self, chain: Chain, phrase: Phrase) -> str | None:
        """Return the land of who shares a person's surname, or whose wife or son he is said to be beside his name."""
        parts = chain.name.split()
        same = parts[-1] if len(parts) > 1 and len(parts[-1]) >= SHORTEST else None
        named = {c.badge.country for c in self.ground.persons.values() if c.name.split()[-1] == same} - {None}
        return next(iter(named)) if len(named) == 1 else self._beside_kin(phrase)

    def _beside_kin(self, phrase: Phrase) -> str | None:
        """Return the land of the owner of the noun before a name ("her husband, David")."""
        words = self.ground.view.words
        ends = {phrase.first, phrase.first - 1} if words[phrase.first - 1] == "," else {phrase.first}
        nouns = (p for p in self.ground.phrases if p.last in ends and p.noun in lists.FAMILY)
        owners = (owner for noun in nouns if (owner := self.whose.possessor(noun)))
        return next((owner.badge.country for owner in owners), None)

    def _homes(self) -> Iterator[tuple[Chain, str]]:
        """Yield persons with the land of the town that they are of, or where their home is."""
        ground = self.ground
        for number, chain in ground.persons.items():
            code = self._said_of(ground.phrases[number])
            if code:
                yield chain, code
        for word, lemma in enumerate(ground.view.lemmas):
            if lemma in HOMES and (code := self._where(word)) and (owner := self._owner(word)):
                yield owner, code

    def _said_of(self, phrase: Phrase) -> str | None:
        """Return the land of the town in what is said of a person ("Isiah Booker, of Cibolo", "a cook from Lyon")."""
        view, spots = self.ground.view, self.ground.spots
        low = view.low
        if low[phrase.last : phrase.last + 1] == [","] and low[phrase.last + 1 : phrase.last + 2] == ["of"]:
            return spots.get(phrase.last + 2)
        said = appositions(phrase, view)
        spans = [(first, last) for first, last, head in said if view.lemmas[head].lower() not in lists.OTHERS]
        towns = (word for first, last in spans for word in range(first + 1, last) if word in spots)
        return next((spots[word] for word in towns if low[word - 1] in FROM), None)

    def _where(self, home: int) -> str | None:
        view = self.ground.view
        town = next((k for k in view.children(home, "nmod") if view.case(k) in {"in", "near"}), None)
        return self.ground.spots.get(view.start_of(town)) if town is not None else None

    def _owner(self, home: int) -> Chain | None:
        """Return whose a home is: who is named before it in its sentence, last before "his"."""
        view, ground = self.ground.view, self.ground
        owner = next(iter(view.children(home, "nmod:poss")), None)
        if owner is None:
            return None
        if view.low[owner] not in lists.PERSONAL:
            return next((c for n, c in ground.persons.items() if ground.phrases[n].head == owner), None)
        floor, gender = view.floor(owner), lists.PERSONAL[view.low[owner]]
        before = [n for n in ground.persons if floor <= ground.phrases[n].head < owner]
        fits = (ground.persons[n] for n in reversed(before))
        return next((c for c in fits if c.gender in {gender, Gender.UNKNOWN}), None)
