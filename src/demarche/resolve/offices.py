"""Titles without a name: the person who bears one in the article, else the holder of the day, else the office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Country
from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain, Link, link
from demarche.resolve.people import HEADS, MONARCHS
from demarche.resolve.phrase import Badge, Phrase
from demarche.resolve.titles import FORMER

if TYPE_CHECKING:
    from demarche.resolve.ground import Ground
    from demarche.resolve.made import Made
    from demarche.resolve.view import View
    from demarche.resolve.whose import Whose

__all__ = ["Offices"]

ABROAD = frozenset("NGO IGO JRN BUS EDU".split())
"""Sectors of people who are often not of the country that the text is about."""
JOURNALIST = "JRN"
OPPOSITION = "OPP"
SPOKESMAN = "spokesperson"
SOLE = (HEADS | {"defence_minister", "interior_minister"}) - {"leader"}
"""Offices that one person has at a time."""
FOCUS = 5
"""Countries, most spoken of first, whose office holders a bare title may mean."""
FADING = 5
"""Sentences after which "the minister" may be another."""
RANKS = frozenset({"secretary", "minister", "chancellor", "president", "premier", "senator", "mp"}) | MONARCHS
"""Last words of titles that tell offices of one kind apart: a foreign secretary is no foreign minister."""


MONTH = 7
"""Letters of a month: who leaves office in that of a text may be called the former president in it."""
TELLING = frozenset({"secretary", "chancellor"}) | MONARCHS
"""Last words of titles that few countries use."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Links the titles that stand alone."""

    ground: Ground
    whose: Whose
    made: Made

    def link(self, number: int, phrase: Phrase) -> Link:
        """Return the link of a title."""
        side = Badge(
            kind=ActorKind.OFFICE, country=phrase.badge.country, base=phrase.badge.base, sector=phrase.badge.sector
        )
        owner = self.whose.owner(phrase)
        if side.country is None and owner:
            side = replace(side, country=owner.country, base=owner.base)
        if side.country is None:
            side = replace(side, country=self._of_body(phrase))
        known = (
            self._in_office(phrase, side.country)
            if phrase.specific or (side.country and not _indefinite(self.ground.view, phrase))
            else None
        )
        if known:
            return link(known, phrase)
        if side.country is None and (
            phrase.specific or (phrase.noun not in lists.UNNAMED and phrase.badge.sector not in ABROAD)
        ):
            side = replace(side, country=self._nearby(phrase))
        indefinite = not phrase.specific
        key = f"office:{side.country}:{phrase.name.lower()}" + (f":{number}" if indefinite else "")
        return link(self.made.chain(key, phrase, side), phrase)

    def _of_body(self, phrase: Phrase) -> str | None:
        """Return the country whose body somebody heads ("the head of Italy's civil protection service")."""
        view = self.ground.view
        bodies = [k for k in view.children(phrase.head, "nmod") if view.case(k) == "of"]
        owners = {w for k in bodies for w in view.children(k, "nmod:poss", "amod", "compound")}
        tied = (n.row for n in self.ground.names if owners and n.last - 1 in owners)
        return next((row.code for row in tied if isinstance(row, Country)), None)

    def _nearby(self, phrase: Phrase) -> str | None:
        """Return the country of an office that nothing in the words tells; journalists may be of any."""
        if phrase.badge.sector == JOURNALIST:
            return self.ground.theme.only
        if phrase.badge.sector == OPPOSITION:
            return self.whose.home(phrase)
        return self.whose.where(phrase) if self._private(phrase) else self.whose.context(phrase)

    def _private(self, phrase: Phrase) -> bool:
        return phrase.badge.sector in lists.CIVILIAN or phrase.noun in lists.UNNAMED

    def _in_office(self, phrase: Phrase, country: str | None) -> Chain | None:
        """Return the person whom a title means: named so in the article, else the holder of the day."""
        if phrase.office == SPOKESMAN and self._serves_another(phrase):
            return None
        if FORMER & set(self.ground.view.low[phrase.first : phrase.head]):
            return self._predecessor(phrase)
        fits = [
            c
            for c in self.ground.chains.values()
            if c.is_person
            and c.phrases
            and self._bears(c, phrase)
            and (country is None or c.badge.country in {country, None})
        ]
        if fits:
            here = self.ground.view.sentence[phrase.head]
            best = max(
                fits, key=lambda c: len(c.phrases) ** 0.5 - 0.5 * min(here - self.ground.view.sentence[c.last], 6)
            )
            return None if self._faded(best, phrase, country) else best
        later = [c for c in self.ground.chains.values() if c.is_person and self._will_bear(c, phrase, country)]
        if later:
            return later[0]
        return self._only_one(phrase, country) or self.holder(phrase, country)

    def _predecessor(self, phrase: Phrase) -> Chain | None:
        """Return the last person spoken of who once had an office that he has no more ("the former minister")."""
        known = (c for c in self.ground.chains.values() if c.is_person and c.phrases and self._had(c, phrase.office))
        return max(known, key=lambda c: c.last, default=None)

    def _had(self, chain: Chain, office: str | None) -> bool:
        """Say whether the text or the table knows somebody to have left an office."""
        on, said = self.ground.on, self.ground.said
        if any(bearer is chain and one.title.former and one.title.office.kind == office for bearer, one in said):
            return True
        spells = self.ground.world.holders(chain.holder) if chain.holder and on else []
        left = (h for h in spells if on and (not h.held(on) or h.until[:MONTH] == on.isoformat()[:MONTH]))
        return any(h.office == office for h in left)

    def _only_one(self, phrase: Phrase, country: str | None) -> Chain | None:
        """Return the only person of the text, named later, whom a high title of no country can mean."""
        if country or phrase.office not in HEADS or not phrase.specific:
            return None
        bearers = [c for c in self.ground.chains.values() if c.is_person and self._bears(c, phrase)]
        return bearers[0] if len(bearers) == 1 and bearers[0].holder else None

    def _serves_another(self, phrase: Phrase) -> bool:
        """Say whether a spokesman's master is named: whoever spoke before may speak for another."""
        return phrase.owner is not None and self.ground.view.pos[phrase.owner] in {"NOUN", "PROPN"}

    @staticmethod
    def _will_bear(chain: Chain, phrase: Phrase, country: str | None) -> bool:
        """Say whether a person named only later bears a title: of the country, or by its very word ("secretary")."""
        if phrase.office not in chain.offices:
            return False
        if country:
            return chain.badge.country == country
        return phrase.office in HEADS and phrase.noun in TELLING & chain.nouns

    def _faded(self, chain: Chain, phrase: Phrase, country: str | None) -> bool:
        """Say whether the bearer of a lesser title was named too long ago while another country is spoken of."""
        away = self.ground.view.sentence[phrase.head] - self.ground.view.sentence[chain.last]
        if country or phrase.office in HEADS or away <= FADING:
            return False
        return self.whose.context(phrase) not in {None, chain.badge.country}

    def _bears(self, chain: Chain, phrase: Phrase) -> bool:
        ranks = RANKS & chain.nouns
        if phrase.noun in RANKS and ranks and phrase.noun not in ranks:
            return False
        if phrase.office in chain.offices and phrase.office != "minister":
            return not MONARCHS & {phrase.noun} or bool(MONARCHS & chain.nouns)
        if phrase.office == "leader" and phrase.badge.country:
            return bool(chain.offices & {"head_of_state", "head_of_government", "leader"}) and (
                chain.badge.country == phrase.badge.country
            )
        bare = " " not in phrase.name.strip()
        if bare and phrase.office == "leader" and chain.offices & HEADS:
            return True
        return bare and phrase.noun in chain.nouns

    def holder(self, phrase: Phrase, country: str | None) -> Chain | None:
        """Return the chain of who held an office on the day; only of offices that one person has at a time."""
        office = phrase.office or ""
        if self.ground.on is None or office not in SOLE:
            return None
        own = [self.ground.issuer] if self.ground.issuer else []
        codes = [country] if country else [*own, *(code for code, _ in self.ground.focus.most_common(FOCUS))]
        holders = (h for code in codes if (h := self.ground.world.holder_of(office, code, self.ground.on)))
        holder = next((h for h in holders if _called(h.title, phrase.noun or "")), None)
        if holder is None:
            return None
        same = next((c for c in self.ground.chains.values() if c.is_person and c.name == holder.name), None)
        if same:
            return same
        badge = Badge(kind=ActorKind.PERSON, country=holder.country, sector=holder.sector or "GOV")
        key = f"person:{holder.name}:holder"
        self.ground.chains[key] = Chain(
            key=key,
            name=holder.name,
            badge=badge,
            gender=holder.gender,
            offices={office},
            nouns={phrase.noun or ""},
            wikidata=holder.wikidata or None,
        )
        return self.ground.chains[key]


def _called(title: str, noun: str) -> bool:
    """Say whether the holder of an office is called by a noun: a president is no king, a secretary no minister."""
    ranks = RANKS & set(title.lower().split())
    if noun in MONARCHS:
        return noun in ranks or "monarch" in ranks
    return noun not in RANKS or not ranks or noun in ranks


def _indefinite(view: View, phrase: Phrase) -> bool:
    return view.low[phrase.first] in {"a", "an", "one", "another", "any", "some"}
