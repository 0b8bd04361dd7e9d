"""Place names of news: the right country, and a point within 161 km (100 miles) of the gold one.

The toponyms of the gold are given, with the text around them; what is measured is only which place each one is. Every
toponym that the gold gives coordinates is counted, and one that no table knows counts as wrong. The gold's
country is the
one it names; where it names none (GeoVirus, GeoWebNews), that of the known place nearest to its coordinates. A
toponym
that lies in no one state (the gold of LGL gives it none; elsewhere, our tables know the name as that of a
continent, a
sea or a region of several states only) has no country to be right about and counts for the distance alone.
Formats: LGL (`toponym`, `phrase`, `gaztag`), GeoWebNews (`toponym`, `extractedName`) and GeoVirus (`location`).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from demarche.codebook.world import World
from demarche.errors import UnknownFormat
from demarche.evaluate.result import Evaluation
from demarche.resolve.gazetteer import Gazetteer
from demarche.resolve.places import Asked, Gazette
from demarche.resolve.spots import Spot, distance

__all__ = ["Toponym", "evaluate", "read"]

NAME = "places"
NEAR_KM = 161.0
MIDDLE_KM = 800.0
"""How far the points that two sources give to one state may lie apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A gold place name: characters of the text, degrees, and the name of its country if the gold has it."""

    name: str
    start: int
    end: int
    lat: float | None
    lon: float | None
    country: str | None


def evaluate(path: Path, world: World | None = None) -> Evaluation:
    """Measure on one XML file; raises `UnknownFormat` when it holds no toponyms."""
    world = world or World.load()
    gazette, gazetteer, nearest = Gazette(world), Gazetteer(world), _Nearest(world)
    items = placed = country = near = 0
    for text, toponyms in read(path):
        asked = [Asked(name=t.name, start=t.start, end=t.end) for t in toponyms]
        spots = gazette.locate(asked, _mentioned(text, gazetteer))
        for toponym, spot in zip(toponyms, spots, strict=True):
            if toponym.lat is None or toponym.lon is None:
                continue
            items += 1
            gold = Spot(name=toponym.name, country=None, lat=toponym.lat, lon=toponym.lon, precision="city", size=0.0)
            code = _gold_country(toponym, gold, world, nearest)
            if not _shared(toponym, gazette):
                placed += 1
                country += spot.country == code
            near += spot.known and distance(spot, gold) <= NEAR_KM
    if not items:
        msg = "no toponym with coordinates here; name an XML file of LGL, GeoWebNews or GeoVirus form"
        raise UnknownFormat(msg, where=str(path))
    return Evaluation(
        name=NAME,
        path=str(path),
        items=items,
        measures={"country": country / (placed or 1), "within_161km": near / items},
    )


def read(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Yield the text and the toponyms of each article, in the order of the text."""
    for article in ET.parse(path).getroot().iter("article"):  # noqa: S314 - a corpus file that the user names
        text = article.findtext("text") or ""
        found = [t for tag in ("toponym", "location") for e in article.iter(tag) if (t := _toponym(e))]
        yield text, sorted(found, key=lambda t: t.start)


def _toponym(element: ET.Element) -> Toponym | None:
    name = next((v for tag in ("phrase", "extractedName", "name") if (v := element.findtext(tag))), None)
    start, end = element.findtext("start"), element.findtext("end")
    if name is None or start is None or end is None:
        return None
    tag = element.find("gaztag")
    inner = tag if tag is not None else element
    lat, lon = (inner.findtext(k[0]) or inner.findtext(k[1]) for k in (("lat", "latitude"), ("lon", "longitude")))
    return Toponym(
        name=name,
        start=int(start),
        end=int(end),
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        country=inner.findtext("country"),
    )


def _shared(toponym: Toponym, gazette: Gazette) -> bool:
    """Say whether a toponym lies in no one state."""
    spots = gazette.atlas.spots(toponym.name) if toponym.country is None else ()
    return bool(spots) and not spots[0].country


def _gold_country(toponym: Toponym, gold: Spot, world: World, nearest: _Nearest) -> str | None:
    """Return the country of a gold toponym; one far from any city is the state that it names (the north of Canada)."""
    told = _code(toponym.country, world) or _named(toponym, gold, world)
    return told or nearest.country(gold) or _code(toponym.name, world)


def _named(toponym: Toponym, gold: Spot, world: World) -> str | None:
    """Return the state that a toponym is by its name, where the gold's point bears it out: Canada's middle is bare."""
    row = world.country_of_name(toponym.name)
    if row is None or row.latitude is None or row.longitude is None:
        return None
    middle = Spot(name=row.name, country=row.code, lat=row.latitude, lon=row.longitude, precision="country", size=0.0)
    return row.code if distance(middle, gold) <= MIDDLE_KM else None


def _code(country: str | None, world: World) -> str | None:
    found = world.country_of_name(country) if country else None
    return found.code if found else None


def _mentioned(text: str, gazetteer: Gazetteer) -> Mapping[str, int]:
    words = text.replace(",", " , ").replace(". ", " . ").replace("'s", " 's").replace("’s", " ’s").split()
    counts: dict[str, int] = {}
    for hit in gazetteer.find(words, 0, len(words)):
        code = getattr(hit.row, "code", None)
        if code and hit.kind in {"adjective", "demonym", "country"}:
            counts[code] = counts.get(code, 0) + 1
    return counts


class _Nearest:
    """Finds the country of a point by the nearest known city, on a grid of one degree."""

    def __init__(self, world: World) -> None:
        self._grid: dict[tuple[int, int], list[Spot]] = {}
        for place in world.all_places:
            if place.country and place.kind == "city":
                spot = Spot(
                    name=place.name,
                    country=place.country,
                    lat=place.latitude,
                    lon=place.longitude,
                    precision="city",
                    size=0.0,
                )
                self._grid.setdefault((int(place.latitude), int(place.longitude)), []).append(spot)

    def country(self, point: Spot) -> str | None:
        for ring in range(1, 8):
            lat, lon = int(point.lat), int(point.lon)
            near = [
                s
                for i in range(-ring, ring + 1)
                for j in range(-ring, ring + 1)
                for s in self._grid.get((lat + i, lon + j), ())
            ]
            if near:
                return min(near, key=lambda s: distance(s, point)).country
        return None
