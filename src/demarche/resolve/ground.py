"""What the rules of linking share: the article's phrases, the actors found so far, and whose text it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.codebook.world import OrganisationKind, World
from demarche.record import ActorKind
from demarche.resolve.chain import Chain
from demarche.resolve.phrase import Badge, Phrase, badge_of
from demarche.resolve.pronouns import Recent
from demarche.resolve.roles import Said

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.resolve.names import Named
    from demarche.resolve.titles import Titles
    from demarche.resolve.view import View

__all__ = ["Ground", "is_country"]

OFFICIAL = frozenset(
    {OrganisationKind.GOVERNMENT, OrganisationKind.MILITARY, OrganisationKind.OFFICE, OrganisationKind.IGO}
)
ISO_LETTERS = 3


@dataclass
class Ground:
    """The state of linking one article; `persons` maps the phrases of persons, by place in the list, to their chains.

    `appositions` maps the heads of what is said of persons to them.
    """

    view: View
    names: Sequence[Named]
    phrases: Sequence[Phrase]
    titles: Titles
    world: World
    reading: Reading
    on: date | None
    focus: Counter[str]
    recent: Recent = field(init=False)
    said: list[tuple[Chain, Said]] = field(default_factory=list)
    chains: dict[str, Chain] = field(default_factory=dict)
    persons: dict[int, Chain] = field(default_factory=dict)
    appositions: dict[int, Chain] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start with nobody spoken of."""
        self.recent = Recent(view=self.view)

    def state(self, code: str) -> Chain:
        """Return the chain of a state."""
        key = f"state:{code}"
        if key not in self.chains:
            row = self.world.country(code)
            badge = badge_of(row) if row else Badge(kind=ActorKind.STATE, country=code, sector="GOV")
            self.chains[key] = Chain(
                key=key, name=row.name if row else code, badge=badge, wikidata=row.wikidata or None if row else None
            )
        return self.chains[key]

    @cached_property
    def issuer(self) -> str | None:
        """The country of a government or body that publishes its own words; None for the press."""
        outlet = self.reading.article.outlet
        if not outlet:
            return None
        parts = [outlet, *re.split(r"[,()/;]| - ", outlet)]
        found = next((o for part in parts if (o := self.world.organisation(part.strip()))), None)
        return found.country if found and found.kind in OFFICIAL else None

    @cached_property
    def speakers(self) -> Sequence[tuple[int, int, int, int]]:
        """The quotations and the words of their speakers, as half-open ranges of words."""
        return [(*self.reading.words(q.span), *self.reading.words(q.speaker)) for q in self.reading.quotes if q.speaker]

    def speaker_of(self, word: int) -> Chain | None:
        """Return the person who says a word inside a quotation, where a name or an earlier mention tells him."""
        around = next((q for q in self.speakers if q[0] <= word < q[1]), None)
        if around is None:
            return None
        first, last = around[2:]
        named = (c for n, c in self.persons.items() if first <= self.phrases[n].head < last)
        linked = (k.chain for k in self.recent.links if first <= k.phrase.head < last)
        return next(named, None) or next(linked, None)


def is_country(code: str | None) -> bool:
    """Say whether a code is that of a country and not of a body or a movement."""
    return bool(code) and len(code or "") == ISO_LETTERS and code != "NGO"
