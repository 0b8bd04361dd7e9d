"""What country an article is about: the one most spoken of, where those who merely speak count little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.resolve.view import MAX_DEPTH
from demarche.resolve.words import LOCATIVE

if TYPE_CHECKING:
    from demarche.resolve.view import View

__all__ = ["INNER", "SAYING", "Sighting", "Theme", "speaks"]

SAYING = frozenset(
    "say tell add state note warn accuse explain report announce claim argue insist deny stress comment believe "
    "condemn urge call appeal demand express welcome reiterate criticize criticise describe confirm declare "
    "acknowledge suggest ask write think slam".split()
)
"""Verbs whose subject speaks of a matter that need not be his own country's."""
# Set by hand on news outside the gold; a sighting in the first sentence counts twice, that of a speaker a quarter.
SPEAKER = 0.25
OPENING = 2.0
MAIN = 0.75
"""Share of all sightings from which a country is the only one that an article is about."""
HALF = 0.5
PLAIN = 4
"""Sightings from which a text tells what land it is about: a sentence or two names many a land in passing."""
INNER = frozenset("compound amod nmod nmod:poss nmod:desc appos flat det conj".split())
"""Labels by which a name hangs on the noun that somebody is called by ("a U.S. official")."""


AREAS = frozenset(
    "area district suburb neighborhood neighbourhood quarter part outskirts north south east west town city village "
    "province region center centre heart middle street capital".split()
)
"""Nouns of where one is by the place that stands in them or behind "of" ("in a suburb of Damascus")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A word of the text that speaks of a country: of its `land`, or only of a body or person of it."""

    word: int
    country: str
    land: bool = True

    def is_place(self, view: View) -> bool:
        """Say whether something is there, as "in Kabul" and "in the Kabul area" say, and "in Congress" does not."""
        whole = view.heads[self.word]
        within = view.case(self.word) in {None, "of"} and view.lemmas[whole].lower() in AREAS
        return self.land and view.case(whole if within else self.word) in LOCATIVE


def speaks(word: int, view: View) -> bool:
    """Say whether a word is in what names the subject of a verb of saying ("U.S. officials said")."""
    for _ in range(MAX_DEPTH):
        if view.dep[word].startswith("nsubj"):
            return view.lemmas[view.heads[word]].lower() in SAYING
        if view.dep[word] not in INNER:
            return view.case(word) == "according"
        word = view.heads[word]
    return False


@dataclass(frozen=True)
class Theme:
    """The countries of an article by how much it is about each."""

    view: View
    sightings: Sequence[Sighting]

    @classmethod
    def of(cls, view: View, sightings: Iterable[Sighting]) -> Theme:
        """Return the theme that sightings make, in the order of the text."""
        return cls(view, sorted(sightings, key=lambda s: s.word))

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The part of the article that is about each country."""
        weights: Counter[str] = Counter()
        for seen in self.sightings:
            opening = OPENING if self.view.sentence[seen.word] == 0 else 1.0
            weights[seen.country] += opening * (SPEAKER if speaks(seen.word, self.view) else 1.0)  # type: ignore[assignment]
        total = sum(weights.values())
        return {code: weight / total for code, weight in weights.most_common()}

    def home(self, without: Iterable[str | None] = ()) -> str | None:
        """Return the country that the article is most about, leaving some out."""
        barred = set(without)
        return next((code for code in self.shares if code not in barred), None)

    @cached_property
    def scene(self) -> Theme:
        """The countries where the article says that things are."""
        return Theme(self.view, [s for s in self.sightings if s.is_place(self.view)])

    @property
    def only(self) -> str | None:
        """Return the country that the article is about and hardly any other."""
        home = self.home()
        return home if home and self.shares[home] >= MAIN else None

    @property
    def main(self) -> str | None:
        """Return the country that the article is half about and twice as much as any other; no few words tell it."""
        home = self.home() if len(self.sightings) >= PLAIN else None
        second = self.home({home})
        plain = home and self.shares[home] >= HALF and self.outweighs(home, second or "")
        return home if plain else None

    @property
    def plain(self) -> str | None:
        """Return the country that the article is about, alone or above all others."""
        return self.only or self.main

    def outweighs(self, home: str | None, code: str) -> bool:
        """Say whether an article is at least twice as much about one country as about another."""
        return home is not None and self.shares.get(code, 0.0) < HALF * self.shares.get(home, 0.0)

    def within(self, first: int, last: int) -> list[Sighting]:
        """Return the sightings among words, half-open."""
        return [s for s in self.sightings if first <= s.word < last]
