"""People whose side the words leave out: of an armed group, of the country that governs them, or of none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Country
from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.phrase import Phrase, badge_of
from demarche.resolve.role_nouns import role_of
from demarche.resolve.whereabouts import BIDDING, Whereabouts
from demarche.resolve.whose import VESSELS

if TYPE_CHECKING:
    from demarche.resolve.chain import Chain
    from demarche.resolve.ground import Ground
    from demarche.resolve.whose import Whose

__all__ = ["Unsaid"]

ONE_OF_THEM = frozenset("militant fighter insurgent gunman terrorist guerrilla jihadist extremist rebel".split())
"""Nouns of those who fight for an armed group."""
ARMS = frozenset({"suspected", "armed", "heavily", "masked"})
CAPTIVES = frozenset("prisoner detainee captive internee inmate hostage".split())
"""Nouns of people whom one state may hold who are of another."""
KIN = lists.FAMILY | {"family", "kin", "relative"}
ELUSIVE = frozenset("hacker mercenary invader occupier suspect fugitive".split())
"""Nouns of people who are seldom where they act."""
MERELY_THERE = lists.CIVILIAN | {"REB", "PRM", "UAF"}
OF_LANDS = frozenset({"minister", "leader", "president", "premier"})
"""Nouns of those of whom a land has one or few: where several are named by nothing else, they are of many lands."""
BESIDE = frozenset("neighbor neighbour ally partner".split())
"""Nouns of other lands, where the words tell beside whom they stand."""
REGIONS = frozenset("arab african european asian latin balkan nordic".split())
"""Adjectives of people of many lands."""
LOCAL_KIN = frozenset({"sunni", "shia", "shiite", "shi'ite", "israeli"})
"""Words before "Arab" by which it tells the people of one land apart."""
OVERHEAD = frozenset({"over", "above"})
"""Prepositions of where the planes of a land are that show their strength ("jets flew low over Cairo")."""
AMERICAN = frozenset({"marine", "gi"})
"""Nouns of soldiers who, without a country, are of the United States where a text speaks of them."""
OFTEN = 2
"""Mentions from which an armed group is one that a text is about."""
REBEL = "REB"
OPPOSING = frozenset({"OPP", REBEL})
"""Sectors of people who are against the rulers of a country."""
GOVERNMENT = "government"
CHOSEN = frozenset({"elected", "appointed"})
STATES_MEN = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY"})
ABROAD = frozenset({"IGO", "NGO", "BUS", "JRN"})
"""Sectors of people who are often of no country that the text is about."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Finds the side of people of whom the words say only what they do."""

    ground: Ground
    whose: Whose

    def country(self, phrase: Phrase) -> str | None:
        """Return the country of people, and of buildings, which are where they lie; None where it would be a guess."""
        if phrase.noun in lists.COUNTRY_NOUNS | ELUSIVE or self._are_apart(phrase):
            return None
        if self._is_anybody(phrase):
            suffer = self.ground.view.dep[phrase.head] in {"nsubj:pass", "obj"}  # "in Cairo, where people were beaten"
            beside = Whereabouts(self.ground).beside(phrase) if suffer else None
            return beside or self._only(phrase)
        if self._are_of_lands(phrase):
            return self.ground.theme.only or self._only(phrase)
        kin = phrase.noun in KIN and self.whose.possessor(phrase)  # of one whose country nobody tells
        if kin or phrase.noun in CAPTIVES | lists.FACILITIES:
            there = Whereabouts(self.ground)
            return there.named(phrase) if kin else there.placed(phrase)
        town = phrase.badge.sector is None and phrase.noun in lists.MEMBERS and Whereabouts(self.ground).named(phrase)
        return town or self._below(phrase) or self._by_sector(phrase)

    def _by_sector(self, phrase: Phrase) -> str | None:
        """Return the country of people by what they do."""
        sector = phrase.badge.sector
        if phrase.noun in AMERICAN and "USA" in self.ground.focus:
            return "USA"
        if sector == "IGO" and phrase.noun == "inspector":
            return self._of_un()
        if phrase.noun in lists.UNNAMED and not phrase.specific:
            return self._official(phrase)
        there = Whereabouts(self.ground)
        fought = there.fought(phrase) if sector == REBEL else None
        if fought or there.is_anywhere(phrase):
            return fought
        if sector in OPPOSING or (phrase.noun in lists.MEMBERS and self._opposes(phrase)):
            return self.whose.home(replace(phrase, badge=replace(phrase.badge, sector="OPP")))
        return self.whose.where(phrase) if sector in MERELY_THERE else self._acting(phrase)

    def _below(self, phrase: Phrase) -> str | None:
        """Return the country over which planes fly: news says whose they are where they are not of it."""
        view = self.ground.view
        if phrase.noun not in VESSELS:
            return None
        verbs = [
            *view.children(phrase.head, "acl"),
            *([view.heads[phrase.head]] if view.dep[phrase.head] == "nsubj" else []),
        ]
        spots = (k for v in verbs for k in view.children(v, "obl") if view.case(k) in OVERHEAD)
        seen = (s for k in spots for s in self.ground.theme.within(view.left[k], view.right[k] + 1))
        return next((s.country for s in seen), None)

    def _acting(self, phrase: Phrase) -> str | None:
        """Return the country for which people act: that of who acted before, of a party that of the text."""
        sector = phrase.badge.sector
        home = self.ground.theme.plain if sector == "PTY" else None
        told = sector in STATES_MEN or (phrase.specific and sector not in ABROAD)
        return home or (self.whose.context(phrase) if told else None)

    def _official(self, phrase: Phrase) -> str | None:
        """Return the country of nameless officials: of their place or government, else the only one of the text."""
        if phrase.badge.sector not in lists.OFFICIAL_SECTORS:
            return None
        there = Whereabouts(self.ground).named(phrase) or self._governing(phrase)
        return there or (self.whose.context(phrase) if self._serve(phrase) else self.ground.theme.plain)

    def _serve(self, phrase: Phrase) -> bool:
        """Say whether the words of officials tell what they serve ("immigration officials", "elected officials")."""
        view = self.ground.view
        before = range(phrase.first, phrase.head)
        return any(
            view.dep[w] == "compound" or (view.low[w] in lists.KEPT_ADJECTIVES - lists.MIXED | CHOSEN) for w in before
        )

    def fighters(self, phrase: Phrase) -> Chain | None:
        """Return the only armed group of the text, whose men "the militants" are where nothing else tells them.

        Plain "insurgents" are those of a group only where the text is about its own land.
        """
        view = self.ground.view
        before = range(phrase.first, phrase.head)
        plain = all(view.pos[w] in {"DET", "NUM", "PUNCT", "ADP", "PART"} or view.low[w] in ARMS for w in before)
        if phrase.noun not in ONE_OF_THEM or not plain or not phrase.plural:
            return None
        groups = {
            c.key: c
            for c in self.ground.chains.values()
            if c.badge.kind is ActorKind.ARMED_GROUP and c.key.startswith(("org:", "name:")) and len(c.phrases) >= OFTEN
        }
        only = next(iter(groups.values())) if len(groups) == 1 else None
        return only if only and (phrase.specific or only.badge.base == self.ground.theme.home()) else None

    def _governing(self, phrase: Phrase) -> str | None:
        """Return the country of the government just spoken of, whose "government officials" are."""
        if GOVERNMENT not in self.ground.view.low[phrase.first : phrase.head]:
            return None
        found = self.ground.recent.before(phrase.head, _governs)
        return found.badge.country if found else None

    def _of_un(self) -> str | None:
        return "UN" if any(n.row is not None and badge_of(n.row).country == "UN" for n in self.ground.names) else None

    def _opposes(self, phrase: Phrase) -> bool:
        """Say whether people are of an opposition ("members of the opposition", "opposition supporters")."""
        view, world = self.ground.view, self.ground.world
        below = (k for k in view.kids[phrase.head] if view.dep[k] in {"compound", "amod", "nmod"})
        return any(role.sector == "OPP" for k in below if (role := role_of(world, view.lemmas[k].lower())))

    def _are_apart(self, phrase: Phrase) -> bool:
        """Say whether people are told to be of other lands: "its neighbors", "the U.S. and others", "Arab forces"."""
        view, head = self.ground.view, phrase.head
        if view.low[head] == "others" and view.dep[head] == "conj":
            return any(n.first <= view.heads[head] < n.last and isinstance(n.row, Country) for n in self.ground.names)
        words = set(view.low[phrase.first : head + 1])
        regional = (words & REGIONS and view.words[head].islower()) or view.low[head].removesuffix("s") in REGIONS
        return (phrase.noun in BESIDE and phrase.owner is not None) or (bool(regional) and not words & LOCAL_KIN)

    def _only(self, phrase: Phrase) -> str | None:
        """Return the country that a text is about, unless somebody of another land, or of none, speaks of people.

        Who is urged to give to Haiti may live anywhere.
        """
        view, ground, home = self.ground.view, self.ground, self.ground.theme.main
        quoted = any(first <= phrase.head < last for first, last, *_ in ground.speakers)
        if quoted and ground.side_of_speaker(phrase.head) != home:
            return None
        urged = view.role(phrase.head) == "obj" and view.lemmas[view.heads[phrase.head]].lower() in BIDDING
        return None if urged else home

    def _are_of_lands(self, phrase: Phrase) -> bool:
        """Say whether "ministers" or "leaders" who do something are told by nothing but their rank."""
        view = self.ground.view
        if phrase.noun not in OF_LANDS or not phrase.plural or phrase.specific or view.role(phrase.head) == "obj":
            return False
        return phrase.noun == "minister" or phrase.first == phrase.head

    def _is_anybody(self, phrase: Phrase) -> bool:
        """Say whether "people" are told by nothing at all ("I urge people to give")."""
        view = self.ground.view
        bare = phrase.first == phrase.head and phrase.noun == "people" and view.low[phrase.head] == "people"
        return bare and not any(view.dep[k] in {"nmod", "acl", "acl:relcl", "nummod"} for k in view.kids[phrase.head])


def _governs(chain: Chain) -> bool:
    """Say whether a chain is a government, by its name or by what it was called."""
    called = GOVERNMENT in chain.nouns or chain.name.lower().endswith(GOVERNMENT)
    return called and bool(chain.badge.country)
