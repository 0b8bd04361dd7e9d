"""People and bodies by what they are: those spoken of before, those of a side, and crowds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain, Link, link
from demarche.resolve.phrase import Badge, Phrase, badge_of

if TYPE_CHECKING:
    from demarche.resolve.bodies import Bodies
    from demarche.resolve.ground import Ground
    from demarche.resolve.made import Made
    from demarche.resolve.states import States
    from demarche.resolve.whose import Whose

__all__ = ["Groups"]

ARMED = frozenset({ActorKind.ARMED_GROUP})
BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.NGO, ActorKind.PARTY, ActorKind.IGO, ActorKind.OTHER})
BACK_KINDS: Mapping[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("group", "movement", "organization", "organisation", "militia", "faction"), BODIES),
    **dict.fromkeys(("terrorist", "militant", "fighter", "gunman", "insurgent", "rebel", "guerrilla"), ARMED),
    **dict.fromkeys(
        ("agency", "newspaper", "paper", "magazine", "daily", "broadcaster", "network"), frozenset({ActorKind.MEDIA})
    ),
    **dict.fromkeys(("company", "firm"), frozenset({ActorKind.COMPANY})),
    **dict.fromkeys(("alliance", "bloc", "coalition", "union"), frozenset({ActorKind.IGO, ActorKind.GOVERNMENT})),
    "party": frozenset({ActorKind.PARTY}),
    "charity": frozenset({ActorKind.NGO}),
    "watchdog": frozenset({ActorKind.NGO, ActorKind.IGO}),
}
"""Kinds of actors that a definite noun may point back to."""
CIVILIAN = frozenset("CVL REF MED EDU AGR LAB REL SOC COP CRM HLH".split())
COLLECTIVE_PERSONS = frozenset("leader man minister president official woman".split())
COUNTS = frozenset("two both three four".split())
ALL_SIDES = frozenset("all the these those warring opposing conflicting".split())
TOGETHER = frozenset("the both these those our their".split())
PAIR = 2


@dataclass(frozen=True, slots=True)
class Groups:
    """Links the nouns of groups and bodies."""

    ground: Ground
    whose: Whose
    made: Made
    named: Bodies
    states: States

    def link(self, number: int, phrase: Phrase) -> Link | None:
        noun, low = phrase.noun or "", self.ground.view.low[phrase.head]
        words = set(self.ground.view.low[phrase.first : phrase.head])
        if phrase.badge.country is None and _is_collective(noun, low, words):
            return self._several(phrase)
        bare = phrase.specific and phrase.badge.country is None and phrase.owner is None
        if bare and noun in lists.COUNTRY_NOUNS and not phrase.plural:
            return self.states.country_noun(phrase)
        if noun in lists.GOVERNMENTS or low in lists.GOVERNMENTS:
            return self.states.government(phrase)
        if bare:
            earlier = self._earlier(phrase)
            if earlier:
                return link(earlier, phrase)
            if not (phrase.badge.sector or phrase.office):
                return None
        return self._crowd(number, phrase)

    def _crowd(self, number: int, phrase: Phrase) -> Link:
        badge = phrase.badge
        words = " ".join(
            [*self.ground.view.low[phrase.first : phrase.head], self.ground.view.lemmas[phrase.head].lower()]
        )
        if any(words.endswith(w) for w in lists.WORLDWIDE):
            badge = replace(badge, country="WORLD")
        owner = self.whose.owner(phrase) if badge.country is None else None
        if owner:
            badge = replace(badge, country=owner.country, base=owner.base)
        if badge.country is None and not lists.MIXED & set(words.split()):
            badge = replace(badge, country=self._unsaid(phrase))
        body = self._known_body(phrase, badge)
        if body:
            return link(body, phrase)
        single = not phrase.plural and not phrase.specific and badge.kind is ActorKind.PERSON
        chief = self._chief(phrase)
        if chief:
            phrase = replace(phrase, name=f"{chief.name.split()[-1]}'s {phrase.name[:1].lower()}{phrase.name[1:]}")
        key = f"group:{badge.country}:{phrase.name.lower()}" + (f":{number}" if single else "")
        return link(self.made.chain(key, phrase, badge, named=chief is not None), phrase, badge)

    def _chief(self, phrase: Phrase) -> Chain | None:
        """Return the person to whom a staff belongs ("Saddam's associates", "aides to Netanyahu")."""
        if phrase.noun not in lists.STAFF:
            return None
        return self.whose.possessor(phrase)

    def _known_body(self, phrase: Phrase, badge: Badge) -> Chain | None:
        """Return the body that the tables have for a country's noun ("the opposition" of Syria)."""
        row = self.ground.world.country(badge.country or "")
        if row is None or not row.adjectives or not phrase.noun or phrase.badge.kind is ActorKind.PERSON:
            return None
        if not (phrase.specific or phrase.badge.country):
            return None
        found = self.ground.world.organisation(f"{row.adjectives[0]} {self.ground.view.low[phrase.head]}")
        if found is None or badge.country not in {found.country, *found.base}:
            return None
        named = Phrase(
            first=phrase.first,
            last=phrase.last,
            head=phrase.head,
            form=phrase.form,
            name=found.name,
            badge=badge_of(found),
            key=f"org:{found.id}",
            wikidata=found.wikidata or None,
        )
        return self.named.chain(named)

    def _unsaid(self, phrase: Phrase) -> str | None:
        """Return the country of people whose country the words leave out, or None where guessing would be wild."""
        sector = phrase.badge.sector
        if phrase.noun in lists.COUNTRY_NOUNS:
            return None
        if sector == "IGO" and phrase.noun == "inspector":
            return (
                "UN" if any(n.row is not None and badge_of(n.row).country == "UN" for n in self.ground.names) else None
            )
        if phrase.noun in lists.UNNAMED and not phrase.specific:
            return None
        if sector in CIVILIAN or sector in {"REB", "PRM", "UAF"}:
            return self.whose.where(phrase)
        if sector in {"GOV", "MIL", "LEG", "JUD", "SPY", "OPP"}:
            return self.whose.context(phrase)
        return self.whose.context(phrase) if phrase.specific and sector not in {"IGO", "NGO", "BUS", "JRN"} else None

    def _several(self, phrase: Phrase) -> Link:
        """Take "both sides", "the two leaders" for the last two who fit; no single actor is meant."""
        persons = phrase.noun in COLLECTIVE_PERSONS

        def fits(chain: Chain) -> bool:
            return chain.is_person if persons else chain.badge.kind in {ActorKind.STATE, ActorKind.ARMED_GROUP}

        counted = {"two", "both"} & set(self.ground.view.low[phrase.first : phrase.head])
        members = self.ground.recent.last(phrase.head, fits, PAIR) if counted else []
        badge = Badge(kind=ActorKind.OTHER, sector=phrase.badge.sector if persons else None)
        return Link(phrase=phrase, chain=None, badge=badge, members=members)

    def _earlier(self, phrase: Phrase) -> Chain | None:
        """Return the body or group that a definite noun points back to."""
        noun, low = phrase.noun or "", self.ground.view.low[phrase.head]

        def same(chain: Chain) -> bool:
            words = chain.name.lower().split()
            return (
                not chain.is_person
                and chain.badge.kind is not ActorKind.PLACE
                and (
                    (
                        (noun in chain.nouns or (bool(words) and words[-1] in {noun, low}))
                        and phrase.plural == chain.plural
                    )
                    or (bool(words) and words[-1] == low)
                )
            )

        found = self.ground.recent.before(phrase.head, same, reach=8)
        if found:
            return found
        if not phrase.plural and phrase.badge.kind is ActorKind.PERSON:
            return self.ground.recent.before(phrase.head, lambda c: c.is_person and noun in c.nouns, reach=4)
        kinds = BACK_KINDS.get(noun)
        bare = self.ground.view.start_of(phrase.head) + 1 >= phrase.head or not phrase.plural
        return (
            self.ground.recent.before(phrase.head, lambda c: c.badge.kind in kinds, reach=6) if kinds and bare else None
        )


def _is_collective(noun: str, form: str, before: set[str]) -> bool:
    """Say whether a noun means those just named together ("both sides", "the parties")."""
    if noun in {"party", "side"} and form != noun and before and before <= ALL_SIDES | COUNTS:
        return True
    return noun in lists.COLLECTIVES and bool(before & COUNTS) and bool(before & TOGETHER)
