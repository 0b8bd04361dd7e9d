"""From place names to points on the map: by size, by the containing place that is named, by the company they keep."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from demarche.codebook.towns import Towns
from demarche.codebook.world import Country, Place, PlaceKind, World, normalise

__all__ = ["Asked", "Gazette", "Spot", "distance"]

# Set by a random walk of 70 steps on LGL, GeoVirus and GeoWebNews from values set by hand: figures on those three are
# development figures.
# They act together; do not tune one alone.
SIZE = 0.81
"""Worth of each tenfold of population."""
STATE = 2.0
"""Worth of being a state, or a part of one that counts as its own."""
COMPANY = 1.5
"""Worth of lying in the one country that a text speaks of; by its share where there are several."""
CAPITAL = 0.5
"""Worth of being a state's capital."""
AROUND = 0.6
"""Worth of an area whose name stands right after another one, as in "Rochester, New York"."""
CONTAINED = 6.0
"""Worth of lying in the place that is named right after the name ("Springfield, Illinois")."""
NEAR = 6.0
"""Worth of a place named in the same article that lies next to it; it fades by `FADE_KM`."""
FADE_KM = 180.0
REACH_KM = 500.0
"""Farthest that a town lies from the middle of the region which contains it."""
ROUNDS = 2
UNKNOWN_SIZE = {
    PlaceKind.CITY: 3.0,
    PlaceKind.COUNTY: 4.5,
    PlaceKind.SITE: 4.0,
    PlaceKind.ADMIN1: 6.5,
    PlaceKind.REGION: 6.5,
    PlaceKind.SEA: 7.0,
    PlaceKind.ISLAND: 6.0,
    PlaceKind.MOUNTAIN: 6.0,
    PlaceKind.RIVER: 6.5,
}
"""Tenfolds of population that a place without one is treated as having."""
PRECISION = {PlaceKind.CITY: "city", PlaceKind.SITE: "site"}
AREAS = frozenset({"region", "country"})
WORLD_PARTS = frozenset({PlaceKind.REGION, PlaceKind.SEA})
"""Kinds of places of several countries, which nobody takes for a small town so called ("the Middle East")."""
SHORTENED = {"st": "saint", "saint": "st", "mt": "mount", "mount": "mt", "ft": "fort", "fort": "ft"}
"""First words of names that writers shorten, either way."""
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern northeast northwest southeast southwest upper lower downtown greater old the city of".split()
)
GENERIC = frozenset("city town village province district region state governorate area port".split())
LEAST_CAPITAL = 15_000
"""People from which a city called like its country's capital is the capital."""
EARTH_KM = 6371.0
TOWNS = "towns.tsv.gz"
"""The table of small places, in the folder of the shipped tables."""
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
    "arab": "Middle East",
    "western": "the West",
    "gulf": "Persian Gulf",
    "atlantic": "Atlantic Ocean",
    "pacific": "Pacific Ocean",
    "mediterranean": "Mediterranean Sea",
}
"""Parts of the world by the words for their peoples and by their short names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map; degrees north and east, `size` the power of ten of its people.

    A place that no table has gets no point, and the country that its text suggests.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str
    size: float
    known: bool = True
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A place name at characters `start` to `end` of a text, half-open; `country` where its words already tell it."""

    name: str
    start: int
    end: int
    country: str | None = None


class Gazette:
    """Resolves the place names of one text together."""

    def __init__(self, world: World) -> None:
        """Keep the world; spots are remembered by name."""
        self._world = world
        self._towns = Towns(world.folders[0] / TOWNS)
        self._spots: dict[tuple[str, str | None], tuple[Spot, ...]] = {}

    def locate(self, asked: Sequence[Asked], mentioned: Mapping[str, int] | None = None) -> list[Spot]:
        """Return the likeliest spot of each name; one that no table has comes back not `known`.

        `mentioned` counts how often the text speaks of each country otherwise.
        """
        spots = [self.spots(item.name, item.country) for item in asked]
        inside = dict(_containers(asked))
        counts = Counter(mentioned or {})
        counts.update(s[0].country for s in spots if _is_plain_state(s) and s[0].country)
        chosen: list[Spot | None] = [max(s, key=_plain_worth, default=None) for s in spots]
        for _ in range(ROUNDS):
            company = _shares(counts, chosen)
            chosen = [
                max(s, key=lambda spot, i=i: self._worth(spot, i, chosen, company, inside), default=None)  # type: ignore[misc]
                for i, s in enumerate(spots)
            ]
        likely = next(iter(_by_share(_shares(counts, chosen))), None)
        return [
            spot or _unknown(item, inside, i, chosen, likely)
            for i, (item, spot) in enumerate(zip(asked, chosen, strict=True))
        ]

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

    def _named(self, text: str, country: str | None) -> Iterator[Spot]:
        text = WHOLES.get(normalise(text)) or self._seat(text) or text
        places = list(dict.fromkeys(p for name in _spelled(text) for p in self._world.places(name)))
        people = self._world.country_of_adjective(text)
        if people and not country:
            yield _of_country(people, people.name, "country")
        state = self._state(text, places)
        if state and not (country and country != state.code):
            yield _of_country(state, state.name, "country")
        wide = any(p.kind in WORLD_PARTS and not p.country for p in places)
        small = () if wide else (p for n in _spelled(text) for p in self._towns.named(n))
        towns = [p for p in small if not country or p.country == country]
        fits = [p for p in places if not country or p.country in {country, ""}] or (towns or places)
        yield from (_of_place(p, self._capitals) for p in dict.fromkeys([*fits, *towns]))

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

    def _worth(
        self,
        spot: Spot,
        at: int,
        chosen: Sequence[Spot | None],
        company: Mapping[str, float],
        inside: Mapping[int, int],
    ) -> float:
        worth = _plain_worth(spot) + COMPANY * company.get(spot.country or "", 0.0) ** 2
        around = chosen[inside[at]] if at in inside else None
        if around is not None:
            worth += CONTAINED * _contains(around, spot)
        if at in inside.values() and spot.precision in AREAS:
            worth += AROUND
        return worth + NEAR * _nearness(spot, at, chosen)


def distance(a: Spot, b: Spot) -> float:
    """Return the kilometres between two spots along the great circle."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _plain_worth(spot: Spot) -> float:
    return SIZE * spot.size + STATE * (spot.precision == "country") + CAPITAL * spot.capital


def _contains(around: Spot, spot: Spot) -> float:
    """Return 1 where one spot lies in the other, 0 where it cannot; a state holds what has its code."""
    if around.country and spot.country and around.country != spot.country:
        return 0.0
    if around.precision == "country":
        return 1.0 if spot.precision != "country" else 0.0
    return 1.0 if around.name != spot.name and distance(around, spot) <= REACH_KM else 0.0


def _nearness(spot: Spot, at: int, chosen: Sequence[Spot | None]) -> float:
    """Return how close the closest other place of the text is: 1 next door, fading with distance."""
    here = [o for i, o in enumerate(chosen) if i != at and o and o.precision != "country" and o.name != spot.name]
    if not here:
        return 0.0
    return math.exp(-min(_roughly(spot, other) for other in here) / FADE_KM)


def _roughly(a: Spot, b: Spot) -> float:
    """Return kilometres on a flat map: near enough to tell next door from far away, and quick."""
    north = (a.lat - b.lat) * 111.2
    east = (a.lon - b.lon) * 111.2 * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(north, east)


def _shares(counts: Mapping[str, int], chosen: Iterable[Spot | None]) -> dict[str, float]:
    total = Counter(counts)
    total.update(s.country for s in chosen if s and s.country and s.precision != "country")
    most = max(sum(total.values()), 1)
    return {code: number / most for code, number in total.items()}


def _containers(asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """Pair a name with the one that follows it after a comma."""
    for i in range(len(asked) - 1):
        gap = asked[i + 1].start - asked[i].end
        if 1 <= gap <= 2 and asked[i].name != asked[i + 1].name:
            yield i, i + 1


def _readings(words: Sequence[str]) -> Iterator[str]:
    """Yield the name, then without directions ("eastern Aleppo"), then without the word that says what it is."""
    yield " ".join(words)
    first = 0
    while first < len(words) - 1 and words[first].lower() in DIRECTIONS:
        first += 1
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


def _is_plain_state(spots: Sequence[Spot]) -> bool:
    """Say whether a name is that of a state and of no other large place ("France", not "Georgia")."""
    return bool(spots) and spots[0].precision == "country" and all(s.size < spots[0].size - 1 for s in spots[1:])


def _by_share(shares: Mapping[str, float]) -> list[str]:
    return sorted(shares, key=lambda code: -shares[code])


def _unknown(
    item: Asked, inside: Mapping[int, int], at: int, chosen: Sequence[Spot | None], likely: str | None
) -> Spot:
    """Return a place without a point, in the country of the place named right after it, or of most of the text."""
    around = chosen[inside[at]] if at in inside else None
    country = item.country or (around.country if around else None) or likely
    return Spot(name=item.name, country=country, lat=0.0, lon=0.0, precision="region", size=0.0, known=False)


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
