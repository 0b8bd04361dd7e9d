"""Nouns that stand for a state: "the government", "the regime", "the kingdom"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain, Link, link
from demarche.resolve.ground import Ground, is_country
from demarche.resolve.whereabouts import Whereabouts

if TYPE_CHECKING:
    from demarche.resolve.phrase import Phrase
    from demarche.resolve.whose import Whose

__all__ = ["States"]

CRITICAL = frozenset({"regime", "junta"})
"""Nouns by which nobody calls the government that he speaks for."""
KINGDOMS = frozenset("SAU JOR MAR GBR BHR THA ESP NLD BEL DNK NOR SWE BTN KHM TON LSO SWZ KWT OMN".split())


@dataclass(frozen=True, slots=True)
class States:
    """Links the nouns of states and governments."""

    ground: Ground
    whose: Whose

    def government(self, phrase: Phrase) -> Link:
        """Return the link of "the government", "the regime" and the like."""
        owner = self.whose.owner(phrase)
        plural = self.ground.view.low[phrase.head] in {"governments", "regimes"}
        if plural and not (owner or phrase.badge.country):
            return self._of_several(phrase)
        american = phrase.noun == "administration" and "USA" in self.ground.focus
        said = (owner.country if owner else None) or phrase.badge.country
        code = said or ("USA" if american else self._criticised(phrase) or self.whose.context(phrase))
        if code and is_country(code) and (phrase.specific or owner or phrase.badge.country):
            return link(self.ground.state(code), phrase)
        code = code if phrase.specific else self._plain_home(phrase)
        return Link(phrase=phrase, chain=None, badge=replace(phrase.badge, country=code))

    def _of_several(self, phrase: Phrase) -> Link:
        """Return the link of "the governments": those of two lands just named together; other regimes are of nobody."""
        the = self.ground.view.low[phrase.first : phrase.head] in (["the"], ["both"], ["the", "two"])
        named = self.ground.recent.listed(phrase.head, _is_land) if the else []
        pair = [self.ground.state(c.badge.country) for c in named if c.badge.country]
        return Link(phrase=phrase, chain=None, badge=phrase.badge, members=pair)

    def _plain_home(self, phrase: Phrase) -> str | None:
        """Return the country of "authorities", the only one of a text, or of "a new government"."""
        if self.ground.view.low[phrase.head] == "authorities":
            return Whereabouts(self.ground).placed(phrase) or self.ground.theme.only
        words = set(self.ground.view.low[phrase.first : phrase.head])
        return None if phrase.plural or words & lists.MIXED else self.whose.home(phrase)

    def _criticised(self, phrase: Phrase) -> str | None:
        """Return the state that "the regime" means: the one called so before, else that in focus, never one's own."""
        ground = self.ground
        if phrase.noun not in CRITICAL:
            return None
        speaker = ground.speaker_of(phrase.head)
        own = {ground.issuer, speaker.badge.country if speaker else None}
        before = [c for c in ground.chains.values() if self._is_called(c) and c.badge.country not in own]
        latest = max(before, key=lambda c: c.last, default=None)
        if latest and latest.badge.country:
            return latest.badge.country
        return ground.theme.home(own)

    def _is_called(self, chain: Chain) -> bool:
        """Say whether an actor was called a regime before, by a noun or in his name ("the Assad regime")."""
        low = self.ground.view.low
        return bool(chain.phrases) and (
            "regime" in chain.nouns or any(low[p.last - 1] == "regime" for p in chain.phrases)
        )

    def own(self, phrase: Phrase) -> Link | None:
        """Return the link of "our country" to the land of who speaks."""
        owner = self.whose.owner(phrase) if phrase.owner is not None and not phrase.plural else None
        code = owner.country if owner else None
        return link(self.ground.state(code), phrase) if code and self.ground.is_land(code) else None

    def country_noun(self, phrase: Phrase) -> Link | None:
        """Return the link of "the country", "the kingdom" to the land spoken of before."""

        def fits(chain: Chain) -> bool:
            return _is_land(chain) and (phrase.noun != "kingdom" or chain.badge.country in KINGDOMS)

        ground = self.ground
        here = ground.view.low[phrase.first] == "this" and (ground.side_of_speaker(phrase.head) or ground.issuer)
        if here and ground.is_land(here):
            return link(ground.state(here), phrase)
        near = ground.recent.before(phrase.head, fits, reach=6, nested=False)
        code = near.badge.country if near else ground.theme.only
        return link(ground.state(code), phrase) if code else None


def _is_land(chain: Chain) -> bool:
    return is_country(chain.badge.country) and chain.badge.kind in {ActorKind.STATE, ActorKind.PLACE}
