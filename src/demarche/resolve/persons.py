"""Named persons: one chain each, with the office that the text gives him and the side that he acts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, NameKind
from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain
from demarche.resolve.names import BODY, OTHER
from demarche.resolve.offices import SOLE
from demarche.resolve.origins import Origins
from demarche.resolve.people import HEADS, MONARCHS, Person, gender_of, known_as, people
from demarche.resolve.phrase import Badge, Phrase, badge_of
from demarche.resolve.roles import Said, appositions, roles_of
from demarche.resolve.theme import speaks
from demarche.resolve.ties import is_aside
from demarche.resolve.whose import CREW, GOVERNING, PARLIAMENTARY, Whose

if TYPE_CHECKING:
    from demarche.codebook.world import Holder
    from demarche.resolve.ground import Ground
    from demarche.resolve.names import Named

__all__ = ["Persons"]

US_OFFICES = frozenset({"secretary_of_state"})
"""Offices that only the United States call so in the news of the world."""
REPRESENTING = frozenset(
    "head_of_state head_of_government leader deputy_head_of_state deputy_head_of_government foreign_minister "
    "secretary_of_state deputy_foreign_minister defence_minister deputy_defence_minister interior_minister "
    "finance_minister trade_minister justice_minister energy_minister information_minister health_minister "
    "intelligence_minister minister cabinet_secretary national_security_adviser chief_of_staff adviser "
    "envoy ambassador "
    "un_ambassador embassy_officer spokesperson official military_chief military_officer intelligence_chief "
    "intelligence_officer central_banker speaker legislative_leader legislator opposition_leader judge prosecutor "
    "police_chief police_officer governor crown_prince".split()
)
"""Offices whose holders act for a country, that of the text where none is named."""

FOREIGN = frozenset({"JRN", "NGO", "IGO", "EDU", "BUS", "MED"})
"""Sectors of persons who may be of any land, whatever a text is about."""
WHOLE = frozenset({ActorKind.STATE, ActorKind.IGO})
FAR = 3
"""Nouns between the adjective of a country and the name of a person ("Philippine boxing champion Manny Pacquiao")."""
AWAY = frozenset({"to", "on", "against", "over", "for"})
"""Prepositions of a place to which somebody is sent or that he watches."""
LEGISLATOR = "legislator"
ARTIST = "artist"
INTERNATIONAL = "IGO"
SPOKESMAN = "spokesperson"
OF_BODIES = frozenset({SPOKESMAN, "business_leader", "ngo_leader"})
"""Offices of those who are of the side of their body."""
BODIES = frozenset(
    {ActorKind.COMPANY, ActorKind.NGO, ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.OTHER}
)
PRIVATE = BODIES - {ActorKind.PARTY, ActorKind.OTHER}
"""Kinds of bodies whose men are of their sector, whatever their titles."""
DOMESTIC = frozenset("politician candidate party_leader opposition_leader mayor tribal_leader religious_leader".split())
"""Offices whose bearers are of the country that an article plays in where none is named."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Meets the named persons of an article before its phrases are linked."""

    ground: Ground
    whose: Whose

    def meet_all(self) -> None:
        """Make the chains of all named persons."""
        ground = self.ground
        for person in people(ground.phrases, self._sides(), ground.world, ground.on, ground.focus):
            self._meet(person)
        Origins(ground, self.whose).settle()

    def _sides(self) -> dict[int, str]:
        """Map the phrases of persons to the countries that stand in their words ("King Hussein of Jordan")."""
        sides = {}
        for number, phrase in enumerate(self.ground.phrases):
            if phrase.core and phrase.badge.kind is ActorKind.PERSON:
                inside = (n for n in self._within(phrase) if isinstance(n.row, Country) and not self._is_aside(n))
                row = next(inside, None) or self._before_noun(phrase) or self._after_of(phrase) or self._beside(phrase)
                if row is not None and row.row is not None:
                    sides[number] = badge_of(row.row).country or ""
        return sides

    def _is_aside(self, name: Named) -> bool:
        return is_aside(name.first, name.last, self.ground.view)

    def _before_noun(self, phrase: Phrase) -> Named | None:
        """Return the adjective of a country before the noun before a name ("her Iraqi assistant Hanoun Saadi")."""
        view, first = self.ground.view, phrase.first
        if phrase.core is None or first != phrase.core[0]:
            return None
        last = next((w + 1 for w in range(first - 1, max(first - FAR, 0) - 1, -1) if view.pos[w] != "NOUN"), first)
        if last == first:
            return None
        return next((n for n in self.ground.names if n.last == last and n.kind is NameKind.ADJECTIVE), None)

    def _after_of(self, phrase: Phrase) -> Named | None:
        """Return the land, or body of many, of which somebody is said to be ("Lady Ashton of the European Union")."""
        low = self.ground.view.low[phrase.last : phrase.last + 2]
        if low[:1] != ["of"]:
            return None
        at = phrase.last + 1 + (low == ["of", "the"])
        named = next((n for n in self.ground.names if n.first <= at < n.last), None)
        whole = named is not None and named.row is not None and badge_of(named.row).kind in WHOLE
        return named if whole else None

    def _beside(self, phrase: Phrase) -> Named | None:
        """Return the land of what somebody is said to be ("Omar Bakr, a teacher from Tunis", "an Iranian-German")."""
        view = self.ground.view
        told = [
            n
            for first, last, head in appositions(phrase, view)
            if view.lemmas[head].lower() not in lists.OTHERS
            for n in self.ground.names
            if first <= n.first and n.last <= last and isinstance(n.row, Country) and not self._is_aside(n)
            if n.last - 1 <= head or view.low[n.first - 1] == "from"
        ]
        return told[-1] if told else None

    def _within(self, phrase: Phrase) -> Sequence[Named]:
        return [n for n in self.ground.names if phrase.first <= n.first and n.last <= phrase.last]

    def _meet(self, person: Person) -> None:
        """Make the chain of a person, with what the text and the tables say of him."""
        phrases = [self.ground.phrases[n] for n in person.phrases]
        said = [s for p in phrases for s in roles_of(p, self.ground.view, self.ground.names, self.ground.titles)]
        person.offices |= {s.title.office.kind for s in said if not s.title.former}
        person.holder = known_as(person, self.ground.phrases, self.ground.world, self.ground.on, self.ground.focus)
        holder = person.holder
        same = self._already(holder)
        if same:
            self.ground.persons.update(dict.fromkeys(person.phrases, same))
            return
        chain = Chain(
            key=f"person:{' '.join(person.full)}:{person.phrases[0]}",
            name=_name(phrases, holder),
            badge=self._side(said, person),
            gender=gender_of(person, self.ground.phrases),
            offices=set(person.offices) | self._office_of(holder),
            wikidata=holder.wikidata or None if holder else None,
            holder=holder.name if holder else None,
        )
        self._note(chain, said)
        if holder:
            chain.nouns.add(holder.title.split()[-1].lower() if holder.title else "")
        self.ground.persons.update(dict.fromkeys(person.phrases, chain))
        self.ground.chains[chain.key] = chain

    def _office_of(self, holder: Holder | None) -> set[str]:
        """Return the office that somebody holds on the day; one of years before or to come gives no title."""
        on = self.ground.on
        return {holder.office} if holder and (on is None or holder.held(on)) else set()

    def _already(self, holder: Holder | None) -> Chain | None:
        """Return the chain of an office holder whom another name has made."""
        return next(
            (
                c
                for c in self.ground.chains.values()
                if holder and c.holder == holder.name and c.badge.country == holder.country
            ),
            None,
        )

    def _note(self, chain: Chain, said: Sequence[Said]) -> None:
        for one in said:
            chain.nouns.add(self.ground.view.lemmas[one.title.last - 1].lower())
            self.ground.said.append((chain, one))
            self.ground.appositions[one.head] = chain

    def _side(self, said: Sequence[Said], person: Person) -> Badge:
        """Return whom a person acts for: the side that his title names, else the table's, else nobody yet."""
        current = [s for s in said if not s.title.former] or list(said)
        named = next(
            (s for s in current if s.whose and not self._is_past(s) and not self._belied(s, person.holder)), None
        )
        sector = next((s.title.office.sector for s in current), None)
        if named and named.whose:
            own = named.whose.kind in PRIVATE
            return replace(
                named.whose, kind=ActorKind.PERSON, sector=named.whose.sector if own else named.title.office.sector
            )
        titled = self._titled(person)
        if person.holder and self._acts_still(person.holder) and titled in {None, person.holder.country}:
            return Badge(
                kind=ActorKind.PERSON, country=person.holder.country or None, sector=sector or person.holder.sector
            )
        if person.sides:
            return Badge(kind=ActorKind.PERSON, country=min(person.sides), sector=sector)
        usa = person.offices & US_OFFICES
        return Badge(kind=ActorKind.PERSON, country="USA" if usa else titled, sector=sector)

    def _titled(self, person: Person) -> str | None:
        """Return the country of which a text speaks and whose title stands in a name ("Lord Goldsmith")."""
        low, phrases = self.ground.view.low, self.ground.phrases
        words = {w for n in person.phrases for w in low[phrases[n].first : phrases[n].last]}
        told = (code for code, titles in lists.TITLES_OF.items() if words & titles and self.ground.focus[code])
        return next(told, None)

    def _is_past(self, said: Said) -> bool:
        """Say whether words give an office of the past in a body of many lands, whose side nobody is on for life."""
        return said.title.former and said.whose is not None and said.whose.sector == INTERNATIONAL

    def _acts_still(self, holder: Holder) -> bool:
        """Say whether a holder is of a land or a movement, or in office on the day in a body of many lands."""
        on = self.ground.on
        return holder.sector != INTERNATIONAL or on is None or holder.held(on)

    def _belied(self, said: Said, holder: Holder | None) -> bool:
        """Say whether the table knows that a person in office then is of another side than the words beside him."""
        on = self.ground.on
        if holder is None or on is None or said.before or not holder.held(on) or said.whose is None:
            return False
        return said.whose.country != holder.country

    def complete(self, chain: Chain, number: int) -> None:
        """Give a person with an office but without a country that of his "his", or of the state just spoken of."""
        if chain.badge.country:
            return
        side = self._told_side(chain, number) or self._likely_side(chain, number)
        if side:
            chain.badge = replace(chain.badge, country=side.country, base=side.base, sector=side.sector)

    def _told_side(self, chain: Chain, number: int) -> Badge | None:
        """Return the side of a person that the words about him tell: his owner's, his town's, his chief's."""
        told = next((side for at in self._owned(chain) if (side := self._owner_side(chain, at))), None)
        there = None if told else self._placed(chain)
        if there:
            return replace(chain.badge, country=there)
        served = self._served(chain)
        told = told or (served.badge if served else None)
        if told:
            return replace(chain.badge, country=told.country, base=told.base)
        first = self._joined_to(number)
        peer = self._peer(number, first) if first else None
        if peer:
            return Badge(kind=chain.badge.kind, country=peer.country, sector=peer.sector)
        if first and first.badge.country:
            return replace(first.badge, kind=chain.badge.kind, sector=chain.badge.sector or first.badge.sector)
        kin = Origins(self.ground, self.whose).kin(chain, self.ground.phrases[number])
        return replace(chain.badge, country=kin) if kin else None

    def _likely_side(self, chain: Chain, number: int) -> Badge | None:
        """Return the side that a person has by his office in this text: at home, of a body, or of a state."""
        phrase = self.ground.phrases[number]
        if chain.offices & DOMESTIC:
            return replace(chain.badge, country=self.whose.home(replace(phrase, badge=chain.badge)))
        body = self._spoken_for(chain, number) if chain.offices & OF_BODIES else None
        if body:
            return replace(body, kind=chain.badge.kind, sector=body.sector or chain.badge.sector)
        once = {one.title.office.kind for bearer, one in self.ground.said if bearer is chain}
        if (chain.offices | once) & REPRESENTING:  # "a former army colonel" is of his country still
            code = self.whose.context(phrase)
            if chain.nouns & PARLIAMENTARY and code != self.ground.theme.only:
                return None  # an MP whom a text on another land names may be of many
            return replace(chain.badge, country=self.ground.theme.home({code}) if self._is_taken(chain, code) else code)
        main = self.ground.theme.main
        return replace(chain.badge, country=main) if main and self._is_local(chain) else None

    def _is_taken(self, chain: Chain, code: str | None) -> bool:
        """Say whether another person of the text, not one misspelt, has the office that one has in a country."""
        sole, name = chain.offices & SOLE, set(chain.name.split())
        others = (c for c in self.ground.chains.values() if c.is_person and c.badge.country == code)
        return bool(code) and any(c.offices & sole and not name & set(c.name.split()) for c in others)

    def _is_local(self, chain: Chain) -> bool:
        """Say whether somebody of whom only his name is told may be taken to be of the land that a text is about.

        Who reports, teaches, trades, sings or is named with a body of his own ("CNN's Anderson Cooper"), may be of any.
        """
        view = self.ground.view
        own = [self.ground.phrases[n] for n, c in self.ground.persons.items() if c is chain]
        if chain.badge.sector in FOREIGN or ARTIST in chain.offices or any(self._is_writer(p) for p in own):
            return False
        spans = [(p.first, p.last) for p in own]
        spans += [(one.first, one.last) for bearer, one in self.ground.said if bearer is chain]
        inside = (n for n in self.ground.names if any(a <= n.first < b for a, b in spans))
        return not any(n.label in {BODY, OTHER} for n in inside) and not all(speaks(p.head, view) for p in own)

    def _is_writer(self, phrase: Phrase) -> bool:
        """Say whether a name is that of who reports: in a byline, or said by himself."""
        before = phrase.first - 1
        view = self.ground.view
        presents = any(view.low[k] == "i" for k in view.children(phrase.head, "nsubj"))  # "I'm Sachi Koto"
        return presents or (before >= 0 and view.words[before] in {"By", ":", "/"})

    def _owned(self, chain: Chain) -> Iterator[int]:
        """Yield the words "his", "its" or "their" before a person's titles."""
        return (one.owner for bearer, one in self.ground.said if bearer is chain and one.owner is not None)

    def _owner_side(self, chain: Chain, at: int) -> Badge | None:
        """Return the side of whom such a word means: of a vessel for its crew, else of the last who had a side."""
        flag = self.whose.flag(at) if chain.nouns & CREW else None
        if flag:
            return replace(chain.badge, country=flag)
        owner = self.ground.recent.before(at, self.whose.is_side)
        return owner.badge if owner else None

    def _placed(self, chain: Chain) -> str | None:
        """Return the country of the place where the words about a person put his office ("mayor of Miami-Dade")."""
        ground, view = self.ground, self.ground.view
        spans = [(one.first, one.last) for bearer, one in ground.said if bearer is chain]
        away = AWAY - {"for"} if LEGISLATOR in chain.offices else AWAY  # "MP for Bow"
        places = (n for n in ground.names if n.first in ground.spots and view.low[n.first - 1] not in away)
        return next((ground.spots[n.first] for n in places if any(a <= n.first < b for a, b in spans)), None)

    def _served(self, chain: Chain) -> Chain | None:
        """Return the person whom the title of another names as his chief ("special adviser to Ambassador Friedman")."""
        spans = [(one.title.last, one.last) for bearer, one in self.ground.said if bearer is chain]
        named = (
            other
            for first, last in spans
            for n, other in self.ground.persons.items()
            if other is not chain and first <= (self.ground.phrases[n].core or (0, 0))[0] < last
        )
        return next((other for other in named if other.badge.country), None)

    def _spoken_for(self, chain: Chain, number: int) -> Badge | None:
        """Return the side of the body for which a spokesman speaks: named in his title, else who acts beside him."""
        ground = self.ground
        spans = [(one.first, one.last) for bearer, one in ground.said if bearer is chain]
        inside = (
            p.badge
            for p in ground.phrases
            for first, last in spans
            if first <= p.head < last and p.core and p.badge.kind in BODIES
        )
        named = next(inside, None)
        if named:
            return named
        acting = ground.recent.before(
            ground.phrases[number].head, lambda c: c.badge.kind in BODIES | GOVERNING, reach=0, acting=True
        )
        return acting.badge if acting else None

    def _peer(self, number: int, first: Chain) -> Holder | None:
        """Return who has the same office elsewhere on the day ("Presidents Obama and Sarkozy")."""
        ground = self.ground
        if ground.on is None:
            return None
        named = ground.world.holders(ground.phrases[number].name, ground.on)
        return next((h for h in named if h.held(ground.on) and h.office in first.offices & HEADS), None)

    def _joined_to(self, number: int) -> Chain | None:
        """Return the person beside whose plural title another is named ("the candidates Moussavi and Karrubi")."""
        view, phrase = self.ground.view, self.ground.phrases[number]
        before = phrase.first - 1
        if before < 0 or view.low[before] not in {"and", ","}:
            return None
        first = next((n for n in self.ground.persons if self.ground.phrases[n].last == before), None)
        if first is None or not (self.ground.phrases[first].noun or "").endswith("s"):
            return None
        return self.ground.persons[first]


def _name(phrases: Sequence[Phrase], holder: Holder | None) -> str:
    """Return what to call a person: a monarch by his title and name, others as the table or the longest name has it."""
    longest = max(phrases, key=lambda p: (len(p.name.split()), len(p.name)))
    crown = next((p for p in phrases if (p.noun or "").lower() in MONARCHS), None)
    if holder and crown and " " not in longest.name:
        return f"{(crown.noun or '').title()} {longest.name}"
    if holder and (" " in holder.name or " " not in longest.name):
        return holder.name
    return longest.name.title() if longest.name.isupper() else longest.name
