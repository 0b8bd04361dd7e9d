"""People and bodies by what they are: those spoken of before, those of a side, and crowds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.back import ARMED, BACK_KINDS, BACK_TO_BODIES
from demarche.resolve.chain import Chain, Link, link
from demarche.resolve.ground import Ground, is_country
from demarche.resolve.nouns import are_some
from demarche.resolve.people import HEADS
from demarche.resolve.phrase import Badge, Phrase, badge_of

if TYPE_CHECKING:
    from demarche.codebook.world import Organisation
    from demarche.resolve.bodies import Bodies
    from demarche.resolve.made import Made
    from demarche.resolve.states import States
    from demarche.resolve.unsaid import Unsaid
    from demarche.resolve.whose import Whose

__all__ = ["Groups"]

FIGHTING = frozenset({"REB", "PRM", "UAF"})
OPPOSITION = "OPP"
COLLECTIVE_PERSONS = frozenset("leader man male minister president official woman".split())
COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
LIST_BACK = 12
"""Sentences within which "the three countries" were named."""
ALL_SIDES = frozenset("all the these those warring opposing conflicting".split())
TOGETHER = frozenset("the both these those our their".split())
PAIR = 2
NEAR = 2
"""Sentences within which "the ministers" are those two who were named."""
SAME_PERSON = 12
"""Sentences within which "the official" is the one spoken of before."""
SIDES_BACK = 6
"""Chains that acted last, among which the two sides are looked for."""
LANDS = frozenset("country nation government state capital republic".split())
LEADING = frozenset("leader president minister".split())


@dataclass(frozen=True, slots=True)
class Groups:
    """Links the nouns of groups and bodies."""

    ground: Ground
    whose: Whose
    made: Made
    named: Bodies
    states: States
    unsaid: Unsaid

    def link(self, number: int, phrase: Phrase) -> Link | None:
        """Return the link of a noun of people, bodies or states; None where it stands for nobody."""
        noun, low = phrase.noun or "", self.ground.view.low[phrase.head]
        if phrase.noun is None:
            return Link(phrase=phrase, chain=None, badge=replace(phrase.badge, country=self.unsaid.country(phrase)))
        if phrase.shared:
            members = [self._part(code, phrase) for code in phrase.shared]
            return Link(phrase=phrase, chain=None, badge=Badge(kind=ActorKind.OTHER), members=members)
        words = set(self.ground.view.low[phrase.first : phrase.head])
        if phrase.badge.country is None and _is_collective(noun, low, words) and not self._are_some(phrase):
            return self._several(phrase)
        told = (
            self._both_ministers(phrase)
            or self._of_listed(phrase)
            or (self.states.own(phrase) if noun in lists.COUNTRY_NOUNS else None)
        )
        return told or self._by_noun(number, phrase)

    def _part(self, code: str, phrase: Phrase) -> Chain:
        """Return those of one country among people of several ("U.S. and Egyptian officials")."""
        low = self.ground.view.low[phrase.head]
        row = self.ground.world.country(code)
        name = f"{row.adjectives[0]} {low}" if row and row.adjectives else low
        named = replace(phrase, name=name, badge=replace(phrase.badge, country=code))
        governs = phrase.noun in lists.GOVERNMENTS or low in lists.GOVERNMENTS
        state = self.ground.state(code) if governs else None
        part = state or self.made.chain(f"group:{code}:{name.lower()}", named, named.badge, named=True)
        part.phrases.append(phrase)
        return part

    def _are_some(self, phrase: Phrase) -> bool:
        view = self.ground.view
        return "all" in view.low[phrase.first : phrase.head] and are_some(phrase.head, view)

    def _by_noun(self, number: int, phrase: Phrase) -> Link | None:
        """Return the link of a noun that nothing said together or before settles."""
        noun, low = phrase.noun or "", self.ground.view.low[phrase.head]
        bare = phrase.specific and phrase.badge.country is None and phrase.owner is None
        bare = bare and self.ground.of_country(phrase.head) is None
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
        if any(words.endswith(w) for w in lists.WORLDWIDE) or self._are_everywhere(phrase):
            badge = replace(badge, country="WORLD")
        owner = self.whose.owner(phrase) if badge.country is None else None
        if owner:
            badge = replace(badge, country=owner.country, base=owner.base)
        if badge.country is None and not self._are_mixed(phrase, set(words.split())):
            fighters = self.unsaid.fighters(phrase)
            if fighters:
                return link(fighters, phrase)
            badge = replace(badge, country=self.unsaid.country(phrase))
        body = self._known_body(phrase, badge)
        if body:
            return link(body, phrase)
        single = not phrase.plural and not phrase.specific and badge.kind is ActorKind.PERSON
        chief = self._chief(phrase)
        if chief:
            phrase = replace(phrase, name=f"{chief.name.split()[-1]}'s {phrase.name[:1].lower()}{phrase.name[1:]}")
        key = f"group:{badge.country}:{phrase.name.lower()}" + (f":{number}" if single else "")
        return link(self.made.chain(key, phrase, badge, named=chief is not None), phrase, badge)

    def _are_mixed(self, phrase: Phrase, words: set[str]) -> bool:
        """Say whether people are of more lands than one: "foreign troops", but not "five other marines"."""
        mixed = lists.MIXED & words
        counted = mixed == {"other"} and any(self.ground.view.pos[w] == "NUM" for w in range(phrase.first, phrase.head))
        return bool(mixed) and not counted and phrase.noun != "secretary"

    def _are_everywhere(self, phrase: Phrase) -> bool:
        """Say whether people are those of no one land ("people around the world")."""
        after = self.ground.view.low[phrase.head + 1 : phrase.head + 5]
        return after[:1] == ["worldwide"] or (
            bool({"world", "globe"} & set(after[:4])) and after[:1][0] in lists.ACROSS
        )

    def _chief(self, phrase: Phrase) -> Chain | None:
        """Return the person to whom a staff belongs ("Saddam's associates", "aides to Netanyahu")."""
        chief = self.whose.possessor(phrase) if phrase.noun in lists.STAFF else None
        return chief if chief and chief.is_person else None

    def _known_body(self, phrase: Phrase, badge: Badge) -> Chain | None:
        """Return the body that the tables have for a country's noun ("the opposition" of Syria)."""
        found = self._body_of(phrase, badge) or self._small(phrase)
        if found is None:
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

    def _body_of(self, phrase: Phrase, badge: Badge) -> Organisation | None:
        row = self.ground.world.country(badge.country or "")
        if row is None or not row.adjectives or not phrase.noun or phrase.badge.kind is ActorKind.PERSON:
            return None
        if not (phrase.specific or phrase.badge.country):
            return None
        found = self.ground.world.organisation(f"{row.adjectives[0]} {self.ground.view.low[phrase.head]}")
        return found if found and badge.country in {found.country, *found.base} else None

    def _small(self, phrase: Phrase) -> Organisation | None:
        """Return the body of the world whose name is written small ("the international criminal court")."""
        view = self.ground.view
        words = view.low[phrase.first : phrase.head + 1]
        name = words[1:] if words[0] == "the" else []
        found = self.ground.world.organisation(" ".join(name).title()) if len(name) > PAIR else None
        return None if found is None or self.ground.is_land(found.country) else found

    def _several(self, phrase: Phrase) -> Link:
        """Take "both sides", "the two leaders" for the last two who fit; no single actor is meant."""
        persons = phrase.noun in COLLECTIVE_PERSONS
        count = next((COUNTS[w] for w in self.ground.view.low[phrase.first : phrase.head] if w in COUNTS), 0)
        badge = Badge(kind=ActorKind.OTHER, sector=phrase.badge.sector if persons else None)
        if count != PAIR:
            return Link(phrase=phrase, chain=None, badge=badge, members=[] if persons else self._listed(phrase, count))
        pair = self._two_persons(phrase) if persons else self._two_sides(phrase)
        return Link(phrase=phrase, chain=None, badge=badge, members=pair)

    def _listed(self, phrase: Phrase, count: int) -> list[Chain]:
        """Return the states, so many, that a text has named together before ("the three countries")."""
        if phrase.noun not in LANDS or count <= PAIR:
            return []
        return self.ground.recent.listed(phrase.head, _is_state, count, reach=LIST_BACK)

    def _of_listed(self, phrase: Phrase) -> Link | None:
        """Return the link of those of states named together ("the foreign ministers of the three countries")."""
        view = self.ground.view
        owner = next((k for k in view.children(phrase.head, "nmod") if view.case(k) == "of"), None)
        count = next((COUNTS[w] for w in view.low[view.start_of(owner) : owner] if w in COUNTS), 0) if owner else 0
        if not (phrase.plural and owner and phrase.badge.country is None):
            return None
        named = self._listed(replace(phrase, head=owner, noun=view.lemmas[owner].lower()), count)
        badge = Badge(kind=ActorKind.OTHER, sector=phrase.badge.sector)
        return Link(phrase=phrase, chain=None, badge=badge, members=named) if named else None

    def _two_persons(self, phrase: Phrase) -> list[Chain]:
        leading = phrase.noun in LEADING

        def fits(chain: Chain) -> bool:
            return chain.is_person and (not leading or is_country(chain.badge.country))

        return self.ground.recent.last(phrase.head, fits, PAIR)

    def _both_ministers(self, phrase: Phrase) -> Link | None:
        """Link "the ministers" to the two who have just met: named last, for different countries, in such offices."""
        noun, view = phrase.noun or "", self.ground.view
        bare = phrase.plural and phrase.badge.country is None and view.low[phrase.first : phrase.head] in ([], ["the"])
        if not bare or noun not in LEADING or self.ground.of_country(phrase.head):
            return None
        pair = self._two_persons(phrase)
        near = all(view.sentence[phrase.head] - view.sentence[c.last] <= NEAR for c in pair)
        fits = all(any(noun in o or o in HEADS for o in c.offices) or noun in c.nouns for c in pair)
        if not (near and fits and len({c.badge.country for c in pair}) == PAIR):
            return None
        return Link(phrase=phrase, chain=None, badge=Badge(kind=ActorKind.OTHER), members=pair)

    def _two_sides(self, phrase: Phrase) -> list[Chain]:
        """Return the last two sides that acted, a leader for his state; else the last two spoken of."""
        lands = phrase.noun in LANDS
        fits = _is_of_state if lands else _is_of_side
        named = self.ground.recent.listed(phrase.head, _is_state if lands else _is_side)
        if named:
            return named
        acted = self.ground.recent.last(phrase.head, fits, SIDES_BACK, acting=True)
        sides = {c.badge.country: self._side(c) for c in acted}
        pair = list(sides.values())[-PAIR:]
        if len(pair) == PAIR:
            return pair
        parties = self.ground.recent.last(phrase.head, fits, SIDES_BACK, parties=True)
        others = {c.badge.country: self._side(c) for c in parties if c.badge.country not in sides}
        pair += list(others.values())[len(pair) - PAIR :]
        return (
            pair if len(pair) == PAIR else self.ground.recent.last(phrase.head, _is_state if lands else _is_side, PAIR)
        )

    def _side(self, chain: Chain) -> Chain:
        """Return the state of somebody where the text speaks of it, else himself."""
        state = self.ground.chains.get(f"state:{chain.badge.country}")
        return state if state and state.phrases else chain

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
        if found or phrase.badge.sector == OPPOSITION:
            return found
        body = noun in lists.BODY_NOUNS or noun in BACK_TO_BODIES
        if not phrase.plural and phrase.badge.kind is ActorKind.PERSON and not body:
            return self.ground.recent.before(phrase.head, lambda c: c.is_person and noun in c.nouns, reach=SAME_PERSON)
        kinds = ARMED if body and phrase.badge.sector in FIGHTING else BACK_KINDS.get(noun)
        bare = self.ground.view.start_of(phrase.head) + 1 >= phrase.head or not phrase.plural
        if not (kinds and bare):
            return None
        fits = phrase.plural or noun != "party"  # "the party" is none of the parties just spoken of
        return self.ground.recent.before(
            phrase.head, lambda c: c.badge.kind in kinds and (fits or not c.plural), reach=6
        )


def _is_collective(noun: str, form: str, before: set[str]) -> bool:
    """Say whether a noun means those just named together ("both sides", "the parties")."""
    if noun in {"party", "side"} and form != noun and before and before <= ALL_SIDES | COUNTS.keys():
        return True
    return noun in lists.COLLECTIVES and bool(before & COUNTS.keys()) and bool(before & TOGETHER)


def _is_side(chain: Chain) -> bool:
    return chain.badge.kind in {ActorKind.STATE, ActorKind.ARMED_GROUP}


def _is_state(chain: Chain) -> bool:
    return chain.badge.kind is ActorKind.STATE


def _is_of_state(chain: Chain) -> bool:
    return _is_of_side(chain) and chain.badge.kind is not ActorKind.ARMED_GROUP and is_country(chain.badge.country)


def _is_of_side(chain: Chain) -> bool:
    """Say whether a chain is a state, an armed group or one who acts for a state."""
    if _is_side(chain):
        return True
    return is_country(chain.badge.country) and chain.badge.sector in lists.OFFICIAL_SECTORS
