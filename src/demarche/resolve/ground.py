"""What the rules of linking share: the article's phrases, the actors found so far, and whose text it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, Organisation, OrganisationKind, World
from demarche.record import ActorKind
from demarche.resolve.chain import Chain
from demarche.resolve.phrase import Badge, Phrase, badge_of
from demarche.resolve.pronouns import Recent
from demarche.resolve.roles import Said
from demarche.resolve.theme import Sighting, Theme
from demarche.resolve.ties import is_aside
from demarche.resolve.view import MAX_DEPTH

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.resolve.names import Named
    from demarche.resolve.titles import Titles
    from demarche.resolve.view import View

__all__ = ["Ground", "is_country"]

OFFICIAL = frozenset(
    {OrganisationKind.GOVERNMENT, OrganisationKind.MILITARY, OrganisationKind.OFFICE, OrganisationKind.IGO}
)
OF_NO_LAND = frozenset({OrganisationKind.MEDIA, OrganisationKind.RELIGIOUS})
"""Kinds of bodies whose seat tells nothing of where an article plays: newspapers, orders and churches."""
ISO_LETTERS = 3
OURS = frozenset("we us our ours ourselves".split())
OPENING = 3
"""Sentences at the start of a statement in one of which its issuer speaks by name."""
PERFORMING = frozenset(
    "condemns welcomes urges congratulates deplores regrets extends expresses reaffirms reiterates commends applauds "
    "calls offers".split()
)
"""Verbs in the present by which a government does what it says; a reporter would write them in the past."""


@dataclass
class Ground:
    """The state of linking one article; `persons` maps the phrases of persons, by place in the list, to their chains.

    `appositions` maps the heads of what is said of persons to them; `spots` maps the first words of place names to
    the countries where the map has them.
    """

    view: View
    names: Sequence[Named]
    phrases: Sequence[Phrase]
    titles: Titles
    world: World
    reading: Reading
    on: date | None
    focus: Counter[str]
    spots: Mapping[int, str] = field(default_factory=dict)
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
    def theme(self) -> Theme:
        """The countries that the article is about; to be asked for once its persons are known."""
        return Theme.of(self.view, self._sightings())

    def _sightings(self) -> Iterator[Sighting]:
        """Yield the words that speak of a country: names of states and their bodies, of places, and of persons."""
        for name in self.names:
            row = name.row
            code = self.spots.get(name.first) if row is None or isinstance(row, Country) else _land_of(row)
            code = row.code if isinstance(row, Country) else code
            apart = (isinstance(row, Organisation) and row.kind in OF_NO_LAND) or self._is_posted(name)
            if code and self.is_land(code) and not apart and not is_aside(name.first, name.last, self.view):
                land = not isinstance(row, Organisation)
                yield Sighting(word=self.view.head_of(name.first, name.last), country=code, land=land)
        for number, person in self.persons.items():
            code, phrase = person.badge.country, self.phrases[number]
            if code and self.is_land(code) and not is_aside(*(phrase.core or (phrase.first, phrase.last)), self.view):
                yield Sighting(word=phrase.head, country=code, land=False)

    def _is_posted(self, name: Named) -> bool:
        """Say whether a land is only whose embassy something is: that stands abroad."""
        return self.view.low[name.last : name.last + 1] in (["embassy"], ["consulate"])

    @cached_property
    def issuer(self) -> str | None:
        """The country of a government or body that publishes its own words; None for the press."""
        outlet = self.reading.article.outlet
        if not outlet:
            return self._performer() or self._writer()
        parts = [outlet, *re.split(r"[,()/;]| - ", outlet)]
        found = next((o for part in parts if (o := self.world.organisation(part.strip()))), None)
        return found.country if found and found.kind in OFFICIAL else None

    def _performer(self) -> str | None:
        """Return the state whose own words a text is: it does there what it says ("The UK welcomes")."""
        view = self.view
        for name in self.names:
            head = view.head_of(name.first, name.last)
            verb = view.heads[head]
            acts = view.dep[head] == "nsubj" and view.low[verb] in PERFORMING and not view.children(verb, "aux")
            if acts and view.sentence[head] < OPENING and isinstance(name.row, Country):
                return name.row.code
        return None

    def _writer(self) -> str | None:
        """Return the state for which the writer of a text speaks: it acts where he says "we" outside all quotations.

        So "the United States will provide $100 million, bringing the support we have committed to ...".
        """
        view = self.view
        ours = [w for w, low in enumerate(view.low) if low in OURS]
        quoted = [self.reading.words(q.span) for q in self.reading.quotes] if ours else []
        ours = [w for w in ours if not any(a <= w < b for a, b in quoted)]
        if not ours:
            return None
        said = {view.sentence[w]: w for w in reversed(ours)}
        heads = ((n.row, view.head_of(n.first, n.last)) for n in self.names if not n.inner)
        doing = ((row, h) for row, h in heads if view.dep[h] == "nsubj" and view.pos[view.heads[h]] == "VERB")
        acting = ((row, h) for row, h in doing if h < said.get(view.sentence[h], -1))
        return next((row.code for row, _ in acting if isinstance(row, Country)), None)

    @cached_property
    def speakers(self) -> Sequence[tuple[int, int, int, int]]:
        """The quotations and the words of their speakers, as half-open ranges of words."""
        return [(*self.reading.words(q.span), *self.reading.words(q.speaker)) for q in self.reading.quotes if q.speaker]

    def of_country(self, word: int) -> str | None:
        """Return the country after "of" to which a noun belongs, directly or by its owner ("the Ministers of Iran")."""
        below = [word]
        for _ in range(MAX_DEPTH):
            below = [k for w in below for k in self.view.children(w, "nmod") if self._is_of(k)]
            rows = (n.row for k in below for n in self.names if n.first <= k < n.last)
            row = next((r for r in rows if isinstance(r, Country)), None)
            if row or not below:
                return row.code if row else None
        return None

    def _is_of(self, word: int) -> bool:
        """Say whether "of" stands before a noun, whichever of the two nouns the tree hangs it on."""
        before = self.view.start_of(word) - 1
        return self.view.case(word) == "of" or (before >= 0 and self.view.low[before] == "of")

    def is_land(self, code: str | None) -> bool:
        """Say whether a code is that of a state of the tables: some armed groups have three letters too."""
        return bool(code) and self.world.country(code or "") is not None

    def side_of_speaker(self, word: int) -> str | None:
        """Return the country of who says a word inside a quotation, by who he is or by the words he is called by."""
        speaker = self.speaker_of(word)
        if speaker and speaker.badge.country:
            return speaker.badge.country
        around = next((q for q in self.speakers if q[0] <= word < q[1]), None)
        seen = self.theme.within(*around[2:]) if around else []
        return seen[0].country if seen else None

    def town(self, word: int) -> str | None:
        """Return the country of the place that a word names ("Aleppo's residents")."""
        name = next((n for n in self.names if n.first <= word < n.last), None)
        return self.spots.get(name.first) if name and name.label == "LOC" else None

    def speaker_of(self, word: int) -> Chain | None:
        """Return the person who says a word inside a quotation, where a name or an earlier mention tells him."""
        around = next((q for q in self.speakers if q[0] <= word < q[1]), None)
        if around is None:
            return None
        first, last = around[2:]
        named = (c for n, c in self.persons.items() if first <= self.phrases[n].head < last)
        linked = (k.chain for k in self.recent.links if first <= k.phrase.head < last)
        return next(named, None) or next(linked, None)


def _land_of(row: Organisation) -> str:
    """Return the land of a body, that of its territory for an armed group of one land."""
    return row.base[0] if row.kind is OrganisationKind.ARMED_GROUP and len(row.base) == 1 else row.country


def is_country(code: str | None) -> bool:
    """Say whether a code is that of a country and not of a body or a movement."""
    return bool(code) and len(code or "") == ISO_LETTERS and code != "NGO"
