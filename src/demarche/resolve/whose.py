"""Whose somebody is: by the possessor, by who acts nearby, by the place that is spoken of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.codebook.world import Country
from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain
from demarche.resolve.ground import Ground, is_country
from demarche.resolve.phrase import Badge, Phrase
from demarche.resolve.theme import INNER
from demarche.resolve.view import MAX_DEPTH
from demarche.resolve.whereabouts import Whereabouts

if TYPE_CHECKING:
    from demarche.resolve.antecedents import Antecedents

__all__ = ["CREW", "Whose"]

STATELESS = frozenset({ActorKind.MEDIA, ActorKind.COMPANY, ActorKind.NGO})
PRIVATE = frozenset("BUS JRN NGO REL".split())
TOWARDS = frozenset("to against with toward towards from on".split())
AGAINST = frozenset("against on with".split())
"""Prepositions of those to whom somebody turns: who travels to Turkey, or is for sanctions on it, is not of it."""
CREW = frozenset("pilot copilot co-pilot crew captain skipper navigator crewman crewmen sailor".split())
FOR_OWN = frozenset("protect defend serve save govern rule run lead secure".split())
"""Verbs by which somebody acts for his own land."""
VISITING = frozenset("travel visit go fly arrive tour".split())
CLAUSES_UP = 3
LAND_BACK = 6
"""Sentences back within which "the country" was named."""
LEAST_FOCUS = 0.2
"""Part of the names of a text from which a country is one whose people need no telling."""
SOLDIER = "MIL"
OURS = frozenset("our my".split())
VESSELS = frozenset(
    "aircraft plane jet fighter bomber airliner helicopter drone ship vessel warship destroyer frigate cruiser "
    "submarine tanker freighter boat trawler ferry balloon".split()
)
"""What has a crew, and mostly a flag."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Finds the side of phrases that do not name it."""

    ground: Ground
    antecedents: Antecedents

    def owner(self, phrase: Phrase) -> Badge | None:
        """Return the side of the possessor of a phrase ("his ministers"), the flag of a ship for its captain."""
        if phrase.noun in CREW and phrase.owner is not None and self.ground.view.low[phrase.owner] == "its":
            flag = self.flag(phrase.owner)
            return Badge(kind=ActorKind.STATE, country=flag) if flag else None
        chain = self.possessor(phrase)
        if chain and chain.badge.country:
            beside = phrase.noun in lists.OTHERS and (not chain.is_person or chain.badge.sector == SOLDIER)
            return None if beside else chain.badge
        code = self._said_by(phrase) if phrase.form is not Form.PRONOUN else None
        return Badge(kind=ActorKind.STATE, country=code) if code else None

    def _said_by(self, phrase: Phrase) -> str | None:
        """Return the country that "of Iran", "Aleppo's" or the "our" of a speaker says."""
        ground, owner = self.ground, phrase.owner
        if owner is not None and ground.view.low[owner] in OURS:
            return None if phrase.noun in lists.OTHERS else ground.side_of_speaker(owner) or ground.issuer
        if owner is not None and ground.view.lemmas[owner].lower() in lists.COUNTRY_NOUNS:
            acting = self._acting(phrase.head)
            land = ground.recent.before(owner, lambda c: _is_land(c) and c.badge.country not in acting, reach=LAND_BACK)
            return land.badge.country if land else None
        return ground.of_country(phrase.head) or (ground.town(owner) if owner is not None else None)

    def flag(self, at: int) -> str | None:
        """Return the country of the last vessel before a word ("an American aircraft over Cuba ... its pilot")."""
        view = self.ground.view
        before = ((n.row, view.low[view.heads[n.last - 1]]) for n in self.ground.names if n.last <= at)
        flags = [row.code for row, of in before if isinstance(row, Country) and of in VESSELS]
        return flags[-1] if flags else None

    def possessor(self, phrase: Phrase) -> Chain | None:
        """Return the person to whom a phrase belongs."""
        view = self.ground.view
        owner = phrase.owner
        if owner is None:
            owner = next((k for k in view.children(phrase.head, "nmod") if view.case(k) in {"to", "of", "for"}), None)
        if owner is None and phrase.noun in lists.STAFF:
            owner = next(iter(view.children(phrase.head, "compound")), None)  # "the Biden team"
        if owner is None:
            return None
        low = view.low[owner]
        if low in lists.PERSONAL or low in lists.IT | lists.THEY:
            pronoun = next((p for p in self.ground.phrases if p.head == owner and p.form is Form.PRONOUN), None)
            chain = self.antecedents.of(pronoun) if pronoun else None
        else:
            chain = next(
                (
                    self.ground.persons.get(n)
                    for n, p in enumerate(self.ground.phrases)
                    if p.head == owner and n in self.ground.persons
                ),
                None,
            )
        return chain

    def context(self, phrase: Phrase) -> str | None:
        """Return the country in focus where a phrase stands: of the last who acted nearby, else of the article."""
        ground = self.ground
        facing = self._facing(phrase)
        own = ground.side_of_speaker(phrase.head)
        if own and ground.theme.home() not in {None, own}:
            facing |= {own}  # of his own government an American says "we", or names it
        near = ground.recent.before(
            phrase.head,
            lambda c: c.badge.country not in facing and _may_own(c) and ground.is_land(c.badge.country),
            reach=2,
            acting=True,
        )
        if near:
            return near.badge.country
        if ground.issuer and ground.issuer not in facing:
            return ground.issuer
        least = LEAST_FOCUS * sum(ground.focus.values())
        return next((c for c, n in ground.focus.most_common(3) if c not in facing and n >= least), None)

    def _facing(self, phrase: Phrase) -> set[str]:
        """Return the countries of those to whom a phrase does something: an army that warns Israel is not Israel's."""
        view = self.ground.view
        verb = self._verb_of(phrase.head)
        if verb is None or view.lemmas[verb].lower() in FOR_OWN:
            return set()
        verbs = {verb, *view.children(verb, "xcomp", "advcl")}
        below = {k for v in verbs for k in view.children(v, "obj", "iobj", "obl") if k > phrase.head}
        objects = {k for k in below if view.dep[k] != "obl" or view.case(k) in TOWARDS}
        objects |= {k for o in objects for k in view.children(o, "nmod") if view.case(k) in AGAINST}
        objects |= {k for o in objects for k in view.children(o, "conj")}
        if view.lemmas[verb].lower() in VISITING:
            objects |= set(range(verb + 1, view.ranges[view.sentence[verb]][1]))
        ties = (n for n in self.ground.names if n.first in objects or n.last - 1 in objects)
        return {n.row.code for n in ties if isinstance(n.row, Country)}

    def _acting(self, word: int) -> set[str]:
        """Return the countries that do something to a word, as subjects of its verb or of the one above it."""
        view = self.ground.view
        subjects: list[int] = []
        for _ in range(CLAUSES_UP):
            word = view.heads[word]
            subjects = view.children(word, "nsubj")
            if subjects or view.dep[word] not in {"advcl", "xcomp", "conj"}:
                break
        heads = {w for s in subjects for w in (s, *view.children(s, "conj", "compound"))}
        ties = (n for n in self.ground.names if n.first in heads or n.last - 1 in heads)
        return {n.row.code for n in ties if isinstance(n.row, Country)}

    def _verb_of(self, word: int) -> int | None:
        """Return the verb of which a word, or the noun that it is said of, is the subject."""
        view = self.ground.view
        for _ in range(MAX_DEPTH):
            if view.dep[word].startswith("nsubj"):
                return view.heads[word]
            if view.dep[word] not in INNER:
                return None
            word = view.heads[word]
        return None

    @staticmethod
    def is_side(chain: Chain) -> bool:
        """Say whether a chain has a side that those near it may share."""
        return bool(chain.badge.country) and (chain.is_person or chain.badge.kind is not ActorKind.MEDIA)

    def where(self, phrase: Phrase) -> str | None:
        """Return the country of people who are merely there."""
        return Whereabouts(self.ground).of(phrase, self._facing(phrase))

    def home(self, phrase: Phrase) -> str | None:
        """Return the country whose rulers somebody opposes."""
        return Whereabouts(self.ground).home(phrase)


def _is_land(chain: Chain) -> bool:
    """Say whether "the country" can mean a chain."""
    return is_country(chain.badge.country) and chain.badge.kind in {ActorKind.STATE, ActorKind.PLACE}


def _may_own(chain: Chain) -> bool:
    """Say whether officials and soldiers spoken of after a chain can be its own: a state's, not a newspaper's."""
    return is_country(chain.badge.country) and chain.badge.kind not in STATELESS and chain.badge.sector not in PRIVATE
