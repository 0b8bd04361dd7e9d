"""The map: every place that a name can mean, with its point and how many people know it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from demarche.codebook.towns import Towns
from demarche.codebook.world import Country, Place, PlaceKind, World, normalise

__all__ = ["Atlas", "Spot", "distance", "roughly"]

LEAST_STATE = 5.0
"""Tenfolds of population that the smallest state is treated as having."""
UNKNOWN_SIZE = {
    PlaceKind.CITY: 3.0,
    PlaceKind.COUNTY: 4.5,
    PlaceKind.SITE: 4.0,
    PlaceKind.ADMIN1: 8.0,
    PlaceKind.REGION: 6.5,
    PlaceKind.SEA: 7.0,
    PlaceKind.ISLAND: 6.0,
    PlaceKind.MOUNTAIN: 6.0,
    PlaceKind.RIVER: 6.5,
}
"""Tenfolds of population that a place without one is treated as having."""
PRECISION = {PlaceKind.CITY: "city", PlaceKind.SITE: "site"}
WORLD_PARTS = frozenset({PlaceKind.REGION, PlaceKind.SEA})
"""Kinds of places of several countries, which nobody takes for a small town so called ("the Middle East")."""
SHORTENED = {"st": "saint", "saint": "st", "mt": "mount", "mount": "mt", "ft": "fort", "fort": "ft"}
"""First words of names that writers shorten, either way."""
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern northeast northwest southeast southwest upper lower downtown greater old the city of".split()
)
COMPASS = frozenset("north south east west near".split())
GENERIC = frozenset("city town village province district region state governorate area port county parish".split())
SIDES = frozenset("side bank coast shore end".split())
"""Words that are no place's name once the direction before them is taken off: "East Bank", "the West Side"."""
LEAST_CAPITAL = 15_000
"""People from which a city called like its country's capital is the capital."""
EARTH_KM = 6371.0
TOWNS = "towns.tsv.gz"
"""The table of small places, in the folder of the shipped tables."""
OF_EUROPE = "European"
"""First word of the names of the union's bodies, which lie in no one state: "the European Commission"."""
LONGEST_CODE = 3
"""Letters up to which a word in capitals is an abbreviation and no town: "WA" is not Wa."""
WHOLES = {
    "european": "Europe",
    "europeans": "Europe",
    "eu": "Europe",
    "european union": "Europe",
    "african": "Africa",
    "africans": "Africa",
    "asian": "Asia",
    "asians": "Asia",
    "latin american": "Latin America",
    "south american": "Latin America",
    "north american": "North America",
    "central american": "Central America",
    "middle eastern": "Middle East",
    "mideast": "Middle East",
    "near east": "Middle East",
    "arab": "Middle East",
    "western": "the West",
    "gulf": "Persian Gulf",
    "atlantic": "Atlantic Ocean",
    "pacific": "Pacific Ocean",
    "mediterranean": "Mediterranean Sea",
    "t&t": "Trinidad and Tobago",
}
"""Parts of the world by the words for their peoples and by their short names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map; degrees north and east, `size` the power of ten of its people.

    A place that no table has is not `known`: it has no point, and the country that its text suggests.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str
    size: float
    known: bool = True
    capital: bool = False


class Atlas:
    """Looks names up on the map; what was found is remembered."""

    def __init__(self, world: World) -> None:
        """Keep the world, and the table of small places beside its own."""
        self._world = world
        self._towns = Towns(world.folders[0] / TOWNS)
        self._spots: dict[tuple[str, str | None], tuple[Spot, ...]] = {}

    def spots(self, name: str, country: str | None = None) -> tuple[Spot, ...]:
        """Return everything on the map that is called so, in a country where one is given."""
        key = (name, country)
        if key not in self._spots:
            self._spots[key] = tuple(self._look(name, country))
        return self._spots[key]

    def _look(self, name: str, country: str | None) -> Iterator[Spot]:
        words = name.split()
        for text in _readings(words):
            found = list(self._named(text, country))
            if found:
                yield from found
                return
        row = self._world.country(country) if country else None
        if row:
            yield _of_country(row, name, "region")
        elif words[0] == OF_EUROPE and len(words) > 1:
            yield from self._named("Europe", country)

    def _named(self, text: str, country: str | None) -> Iterator[Spot]:
        if text.lower() in COMPASS:  # some lands have provinces so called; writers mean a part of the world
            return
        text = WHOLES.get(normalise(text)) or self._seat(text) or text
        places = list(dict.fromkeys(p for name in _spelled(text) for p in self._world.places(name)))
        people = self._world.country_of_adjective(text)
        if people and not country:
            yield self._of_state(people, people.name)
        state = self._state(text, places)
        if state and not (country and country != state.code):
            yield self._of_state(state, state.name)
        wide = any(p.kind in WORLD_PARTS and not p.country for p in places)
        small = [] if wide else [p for n in _spelled(text) for p in self._towns.named(n)]
        if state and not country:  # a state's name alone means it, and no town or province of its own so called
            places, small = ([p for p in some if p.country != state.code] for some in (places, small))
        towns = [p for p in small if not country or p.country == country]
        fits = [p for p in places if not country or p.country in {country, ""}] or (towns or places)
        code = text.isupper() and len(text) <= LONGEST_CODE
        yield from (
            _of_place(p, self._capitals)
            for p in dict.fromkeys([*fits, *towns])
            if not code or any(name.isupper() for name in (p.name, *p.names))
        )

    def _of_state(self, row: Country, name: str) -> Spot:
        return replace(_of_country(row, name, "country"), size=self._people.get(row.code, LEAST_STATE))

    @cached_property
    def _people(self) -> Mapping[str, float]:
        """The power of ten of the people who live in the cities of each country."""
        people: Counter[str] = Counter()
        for place in self._world.all_places:
            people[place.country] += place.population
        return {code: max(math.log10(number), LEAST_STATE) for code, number in people.items() if number}

    def _seat(self, text: str) -> str | None:
        """Return the capital for the seat of a government ("the Kremlin")."""
        row = self._world.country_of_metonym(text)
        return row.capitals[0] if row and row.capitals and text not in row.capitals else None

    @cached_property
    def _capitals(self) -> frozenset[tuple[str, str]]:
        return frozenset((name, row.code) for row in self._world.countries for name in row.capitals)

    def _state(self, text: str, places: Sequence[Place]) -> Country | None:
        """Return the state that a name means as a whole; "England" is a part that the map knows by itself."""
        state = self._world.country_of_name(text)
        name = normalise(text)
        if state is None or name not in {normalise(n) for n in (state.name, *state.names)}:
            return None
        part = any(p.country == state.code and p.kind is not PlaceKind.CITY for p in places)
        return None if part and name != normalise(state.name) else state


def distance(a: Spot, b: Spot) -> float:
    """Return the kilometres between two spots along the great circle."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def roughly(a: Spot, b: Spot) -> float:
    """Return kilometres on a flat map: near enough to tell next door from far away, and quick."""
    north = (a.lat - b.lat) * 111.2
    east = (a.lon - b.lon) * 111.2 * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(north, east)


def _readings(words: Sequence[str]) -> Iterator[str]:
    """Yield the name, then without directions ("eastern Aleppo"), then without the word that says what it is."""
    yield " ".join(words)
    first = 0
    while first < len(words) - 1 and words[first].lower() in DIRECTIONS:
        first += 1
    if first and words[-1].lower() in SIDES:
        return
    if first:
        yield " ".join(words[first:])
    if len(words) - first > 1 and words[-1].lower() in GENERIC:
        yield " ".join(words[first:-1])


def _spelled(name: str) -> Iterator[str]:
    """Yield a name with its first word as it stands, and shortened or in full ("St. Petersburg")."""
    yield name
    first, _, rest = name.partition(" ")
    other = SHORTENED.get(first.lower().removesuffix("."))
    if other and rest:
        yield f"{other.title()} {rest}"


def _of_country(row: Country, name: str, precision: str) -> Spot:
    return Spot(
        name=name, country=row.code, lat=row.latitude or 0.0, lon=row.longitude or 0.0, precision=precision, size=7.0
    )


def _of_place(place: Place, capitals: Container[tuple[str, str]]) -> Spot:
    size = math.log10(place.population) if place.population > 0 else UNKNOWN_SIZE[place.kind]
    return Spot(
        name=place.name,
        country=place.country or None,
        lat=place.latitude,
        lon=place.longitude,
        precision=PRECISION.get(place.kind, "region"),
        size=size,
        capital=place.kind is PlaceKind.CITY
        and place.population >= LEAST_CAPITAL
        and (place.name, place.country) in capitals,
    )
