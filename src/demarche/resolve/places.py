"""From place names to points on the map: by size, by the containing place that is named, by the company they keep."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from demarche.resolve.spots import Atlas, Spot, distance, roughly

if TYPE_CHECKING:
    from demarche.codebook.world import World

__all__ = ["Asked", "Gazette"]

# Set by two random walks on LGL, GeoVirus and GeoWebNews from values set by hand: figures on those three are
# development figures.
# They act together, and with `spots.UNKNOWN_SIZE`; do not tune one alone.
SIZE = 0.82
"""Worth of each tenfold of population."""
STATE = 1.3
"""Worth of being a state, or a part of one that counts as its own."""
COMPANY = 1.9
"""Worth of lying in the one country that a text speaks of; by its share where there are several."""
CAPITAL = 0.6
"""Worth of being a state's capital."""
AROUND = 0.6
"""Worth of an area whose name stands right after another one, as in "Rochester, New York"."""
CONTAINED = 5.4
"""Worth of lying in the place that is named right after the name ("Springfield, Illinois")."""
NEAR = 5.5
"""Worth of a place named in the same article that lies next to it; it fades by `FADE_KM`."""
FADE_KM = 230.0
GATHER = 1.7
"""Worth, before any place is settled, of each other name that may lie around a place, up to `MOST_GATHERED`."""
MOST_GATHERED = 3.0
CELL_DEGREES = 1.5
REACH_KM = 500.0
"""Farthest that a town lies from the middle of the region which contains it."""
ROUNDS = 2
LEAST_EPONYM = 4.7
"""Power of ten of the people from which a place is one after which other things are called."""
LEAST_SHARE = 0.05
"""Part of a text that is about a country, from which things of the text are called after its places."""
BESIDE = 300
"""Characters within which a place that no table has lies by the place named beside it."""
AREAS = frozenset({"region", "country"})
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A place name at characters `start` to `end` of a text, half-open; `country` where its words already tell it."""

    name: str
    start: int
    end: int
    country: str | None = None


_NOWHERE = Spot(name="", country=None, lat=0.0, lon=0.0, precision="region", size=0.0, known=False)


class Gazette:
    """Resolves the place names of one text together."""

    def __init__(self, world: World) -> None:
        """Open the map of a world."""
        self.atlas = Atlas(world)

    def locate(self, asked: Sequence[Asked], mentioned: Mapping[str, int] | None = None) -> list[Spot]:
        """Return the likeliest spot of each name.

        One that no table has gets the point of the place after which it is called or beside which it is named, with
        the precision of a region; without such it comes back not `known`.

        `mentioned` counts how often the text speaks of each country otherwise.
        """
        spots = [self.atlas.spots(item.name, item.country) for item in asked]
        inside = dict(_containers(asked))
        counts = Counter(mentioned or {})
        counts.update(s[0].country for s in spots if _is_plain_state(s) and s[0].country)
        chosen = _gathered(spots)
        for _ in range(ROUNDS):
            company = _shares(counts, chosen)
            chosen = [
                max(s, key=lambda spot, i=i: self._worth(spot, i, chosen, company, inside))  # type: ignore[misc]
                if len(s) > 1
                else next(iter(s), None)
                for i, s in enumerate(spots)
            ]
        shares = _shares(counts, chosen)
        return [
            spot or self._guessed(i, asked, chosen, inside, shares)
            for i, (item, spot) in enumerate(zip(asked, chosen, strict=True))
        ]

    def _guessed(
        self,
        at: int,
        asked: Sequence[Asked],
        chosen: Sequence[Spot | None],
        inside: Mapping[int, int],
        shares: Mapping[str, float],
    ) -> Spot:
        """Return about where a place is that no table has, with the country that its text suggests."""
        item = asked[at]
        around = chosen[inside[at]] if at in inside else None
        eponym = self._eponym(item.name, shares)
        country = item.country or (around or eponym or _NOWHERE).country or next(iter(_by_share(shares)), None)
        near = around if around and around.precision != "country" else None
        near = near or eponym or _beside(at, asked, chosen, country)
        if near is None:
            return replace(_NOWHERE, name=item.name, country=country)
        return replace(near, name=item.name, country=country, precision="region", capital=False)

    def _eponym(self, name: str, shares: Mapping[str, float]) -> Spot | None:
        """Return the place after which a thing is called ("Akita Prefecture", "Manila Cathedral")."""
        words = [w for w in name.split() if w[:1].isupper()]
        spans = ((a, a + n) for n in range(len(words) - 1, 0, -1) for a in range(len(words) - n + 1))
        for first, last in spans:
            spots = self.atlas.spots(" ".join(words[first:last]))
            best = max(spots, key=lambda s: _plain_worth(s) + COMPANY * shares.get(s.country or "", 0.0), default=None)
            if best and best.size >= LEAST_EPONYM and shares.get(best.country or "", 0.0) >= LEAST_SHARE:
                return best
        return None

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


def _gathered(spots: Sequence[Sequence[Spot]]) -> list[Spot | None]:
    """Return the likeliest spot of each name before any is settled: towns of one area speak for each other."""
    cells: dict[Cell, dict[str, float]] = {}
    for same in spots:
        total = sum(math.exp(_plain_worth(s)) for s in same)
        for spot in same:
            if spot.precision != "country":
                held = cells.setdefault(_cell(spot), {})
                held[spot.name] = max(held.get(spot.name, 0.0), math.exp(_plain_worth(spot)) / total)

    def worth(spot: Spot) -> float:
        beside = 0.0 if spot.precision == "country" else _around(spot, cells)
        return _plain_worth(spot) + GATHER * min(beside, MOST_GATHERED)

    return [max(same, key=worth, default=None) for same in spots]


def _around(spot: Spot, cells: Mapping[Cell, Mapping[str, float]]) -> float:
    """Return how many other names may lie in the cells around a spot, each by how likely it lies there."""
    north, east = _cell(spot)
    near: dict[str, float] = {}
    for i, j in product((-1, 0, 1), repeat=2):
        for name, share in cells.get((north + i, east + j), {}).items():
            near[name] = max(near.get(name, 0.0), share)
    return sum(share for name, share in near.items() if name != spot.name)


def _cell(spot: Spot) -> Cell:
    return round(spot.lat / CELL_DEGREES), round(spot.lon / CELL_DEGREES)


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
    return math.exp(-min(roughly(spot, other) for other in here) / FADE_KM)


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


def _is_plain_state(spots: Sequence[Spot]) -> bool:
    """Say whether a name is that of a state and of no other large place ("France", not "Georgia")."""
    return bool(spots) and spots[0].precision == "country" and all(s.size < spots[0].size - 1 for s in spots[1:])


def _by_share(shares: Mapping[str, float]) -> list[str]:
    return sorted(shares, key=lambda code: -shares[code])


def _beside(at: int, asked: Sequence[Asked], chosen: Sequence[Spot | None], country: str | None) -> Spot | None:
    """Return the town or region of a country that is named closest to a name in the text."""
    here = asked[at].start
    near = [
        (abs(asked[i].start - here), i)
        for i, spot in enumerate(chosen)
        if spot and spot.precision != "country" and spot.country == country
    ]
    away, found = min(near, default=(BESIDE + 1, -1))
    return chosen[found] if away <= BESIDE else None
