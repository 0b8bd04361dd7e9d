"""From a reading to its actors, their mentions and its places: the one way through this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, NameKind, World
from demarche.record import ActorKind, Form
from demarche.resolve.actors import identities, make_actors, make_mentions, renamed_government
from demarche.resolve.chain import Chain, Link
from demarche.resolve.gazetteer import Gazetteer
from demarche.resolve.ground import Ground
from demarche.resolve.links import Linker
from demarche.resolve.names import Named, focus, named
from demarche.resolve.phrases import Phrases
from demarche.resolve.places import Asked, Gazette
from demarche.resolve.resolution import Resolution, ResolvedPlace
from demarche.resolve.speakers import with_speakers
from demarche.resolve.spots import Spot
from demarche.resolve.titles import Titles
from demarche.resolve.view import View
from demarche.resolve.words import COUNTRY_NOUNS

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.codebook import Codebook
    from demarche.resolve.phrase import Phrase

__all__ = ["Resolver", "resolve"]

SETTLEMENTS = frozenset("city town village port province region capital enclave suburb district".split())
OWNING = frozenset({"'s", "’s"})
TOPONYMS = frozenset({NameKind.COUNTRY, NameKind.PART, NameKind.METONYM})


@dataclass(frozen=True)
class Resolver:
    """Resolves readings by one world; holds nothing of any article. `resolver(reading)` gives the resolution."""

    world: World

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The finder of known names."""
        return Gazetteer(self.world)

    @cached_property
    def titles(self) -> Titles:
        """The finder of titles."""
        return Titles(self.world)

    @cached_property
    def gazette(self) -> Gazette:
        """The finder of places."""
        return Gazette(self.world)

    def __call__(self, reading: Reading) -> Resolution:
        """Return who and where; the same reading always gives the same resolution."""
        view = View.of(reading)
        on = reading.article.published.first if reading.article.published else None
        names = named(view, reading.names, self.gazetteer, self.titles, on)
        places = list(self._places(names, view, reading))
        countries = focus(names)
        countries.update(p.country for p in places if p.country and p.precision != "country")
        ground = self._ground(reading, view, names, on, countries)
        ground.spots = _spots(places, view)
        links = with_speakers(Linker(ground).run(), reading, ground)
        _settle(ground, places)
        links = _split_governments(links, ground, view)
        chains = _used(links)
        ids = identities(chains)
        return Resolution(
            actors=make_actors(chains, ids, ground.said, reading, view),
            mentions=make_mentions(links, ids, view),
            places=_with_metonyms(places, links),
        )

    def _ground(
        self, reading: Reading, view: View, names: Sequence[Named], on: date | None, countries: Counter[str]
    ) -> Ground:
        phrases = Phrases(view=view, names=names, titles=self.titles, world=self.world).find()
        return Ground(
            view=view,
            names=names,
            phrases=phrases,
            titles=self.titles,
            world=self.world,
            reading=reading,
            on=on,
            focus=countries,
        )

    def _places(self, names: Sequence[Named], view: View, reading: Reading) -> Iterator[ResolvedPlace]:
        toponyms = [n for n in names if n.label == "LOC" and (n.kind is None or n.kind in TOPONYMS)]
        told = _told(toponyms, names, view)
        asked = [self._asked(n, view, reading) for n in toponyms]
        asked = [a if a.country or a.name not in told else replace(a, country=told[a.name]) for a in asked]
        spots = self.gazette.locate(asked, focus(names))
        for name, spot in zip(toponyms, spots, strict=True):
            yield _place(name, spot)

    def _asked(self, name: Named, view: View, reading: Reading) -> Asked:
        last = reading.doc[name.last - 1]
        row = name.row
        known = isinstance(row, Country)
        whole = name.kind is NameKind.COUNTRY and isinstance(row, Country)
        return Asked(
            name=row.name if whole and isinstance(row, Country) else view.text(name.first, name.last),
            start=reading.doc[name.first].idx,
            end=last.idx + len(last),
            country=row.code if known and isinstance(row, Country) and not self._shared(name, view) else None,
        )

    def _shared(self, name: Named, view: View) -> bool:
        """Say whether a country's or capital's name is also that of a town or state of the same text's land."""
        return name.kind is NameKind.COUNTRY and len(self.gazette.atlas.spots(view.text(name.first, name.last))) > 1


def resolve(reading: Reading, codebook: Codebook) -> Resolution:
    """Return who and where in one reading; keep a `Resolver` to resolve many."""
    return Resolver(codebook.world)(reading)


def _told(toponyms: Sequence[Named], names: Sequence[Named], view: View) -> dict[str, str]:
    """Map place names to the countries that the words before them tell: "the Iraqi city of Falluja"."""
    told = {}
    for name in toponyms:
        of = name.first - 2
        if of < 1 or view.low[of + 1] != "of" or view.low[of] not in SETTLEMENTS:
            continue
        before = next((n.row for n in names if n.last == of and n.kind is NameKind.ADJECTIVE), None)
        if isinstance(before, Country):
            told[view.text(name.first, name.last)] = before.code
    return told


def _spots(places: Sequence[ResolvedPlace], view: View) -> dict[int, str]:
    """Map the first words of places to their countries; what a town owns is there ("Sanaa's Tahrir Square")."""
    found = {p.first: p.country for p in places if p.country}
    ends = {p.last: p.country for p in places if p.country}
    owned = {p.first: ends[p.first - 1] for p in places if p.first - 1 in ends and view.low[p.first - 1] in OWNING}
    return {**found, **owned}


def _place(name: Named, spot: Spot) -> ResolvedPlace:
    return ResolvedPlace(
        first=name.first,
        last=name.last,
        name=spot.name,
        country=spot.country,
        lat=spot.lat if spot.known else None,
        lon=spot.lon if spot.known else None,
        precision=spot.precision,
    )


def _settle(ground: Ground, places: Sequence[ResolvedPlace]) -> None:
    """Give the chains of places the countries that the map found."""
    found = {(p.first, p.last): p for p in places}
    for chain in ground.chains.values():
        if chain.badge.kind is ActorKind.PLACE and chain.badge.country is None:
            spot = next((found[p.core] for p in chain.phrases if p.core in found), None)
            chain.badge = replace(chain.badge, country=spot.country if spot else None)


def _split_governments(links: Sequence[Link], ground: Ground, view: View) -> list[Link]:
    """Name a government that acts apart from its land where the text never lets the land's name act."""
    apart: dict[str, Chain] = {}
    for chain in list(ground.chains.values()):
        name = renamed_government(chain, ground.world, view) if chain.badge.kind is ActorKind.STATE else None
        if name:
            moved = [p for p in chain.phrases if _is_called(p)]
            chain.phrases = [p for p in chain.phrases if not _is_called(p)]
            apart[chain.key] = _government(chain, name, moved, ground)
    out = []
    for link in links:
        other = apart.get(link.chain.key) if link.chain else None
        out.append(replace(link, chain=other) if other is not None and _is_called(link.phrase) else link)
    return [
        replace(k, badge=k.chain.badge)
        if k.chain and k.chain.badge.kind is ActorKind.PLACE and k.badge != k.chain.badge
        else k
        for k in out
    ]


def _is_called(phrase: Phrase) -> bool:
    """Say whether a phrase speaks of a government by what it is; "the country" speaks of the land."""
    return phrase.form in {Form.NOMINAL, Form.PRONOUN} and phrase.noun not in COUNTRY_NOUNS


def _government(chain: Chain, name: str, phrases: Sequence[Phrase], ground: Ground) -> Chain:
    """Return the chain of a state's government: one that bears its name already ("the Assad regime"), or a new one."""
    same = (c for c in ground.chains.values() if c.name == name and c.badge.country == chain.badge.country)
    made = next(same, None) or Chain(
        key=f"{chain.key}:government",
        name=name,
        badge=replace(chain.badge, kind=ActorKind.GOVERNMENT),
        nouns=set(chain.nouns),
    )
    made.phrases = sorted([*made.phrases, *phrases], key=lambda p: (p.first, -p.last))
    return made


def _used(links: Sequence[Link]) -> list[Chain]:
    """Return the chains that some mention bears, each once, in the order of the text."""
    borne = (c for k in links for c in ((k.chain,) if k.chain else k.members))
    return list({c.key: c for c in borne if c.phrases}.values())


def _with_metonyms(places: Sequence[ResolvedPlace], links: Sequence[Link]) -> tuple[ResolvedPlace, ...]:
    """Mark the place names that stand for a government."""
    standing = {k.phrase.core for k in links if k.phrase.form is Form.METONYM}
    return tuple(replace(p, metonym=True) if (p.first, p.last) in standing else p for p in places)
