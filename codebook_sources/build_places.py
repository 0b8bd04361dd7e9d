"""Make places.tsv.gz: the hand-kept places, and cities of 15,000 people and more from GeoNames."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from build import DATA, bars, rows_of

HEADER = ("name", "names", "kind", "country", "latitude", "longitude", "population")
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0130\u015e][A-Za-z\u00c0-\u024f' -]{3,24}")
KEEP_OTHER_NAMES = 100_000
"""Cities smaller than this keep only their own name: the other names of small places are mostly noise."""
MOST_NAMES = ((1_000_000, 40), (300_000, 16), (0, 8))
"""Population from which that many other names are kept."""
SOVEREIGNS = {
    "KOS": "XKX", "CHN": "MAC", "USA": "PRI GUM VIR MNP ASM", "MAR": "ESH", "NLD": "ABW CUW BES SXM",
    "FRA": "REU GLP MTQ MYT GUF NCL PYF SPM BLM MAF WLF", "DNK": "GRL FRO", "FIN": "ALA", "NOR": "SJM",
    "GBR": "CYM TCA MSR JEY GIB IMN GGY VGB BMU FLK AIA SHN", "AUS": "NFK CXR CCK", "NZL": "COK NIU TKL",
}  # fmt: skip
"""Dependencies are places of their sovereign, as in PLOVER."""
RECODED = {part: code for code, parts in SOVEREIGNS.items() for part in parts.split()}


def english_names() -> dict[tuple[str, str], list[str]]:
    """Give the names used in English-language news by a city's own name and its country."""
    return {(name, country): names.split("|") for name, country, names in rows_of("english_names", 3)}


def other_names(city: dict, main: dict[str, int]) -> list[str]:
    """Give the Latin-script names that no larger city or country bears as its main name."""
    if city["population"] < KEEP_OTHER_NAMES:
        return []
    most = next(limit for least, limit in MOST_NAMES if city["population"] >= least)
    found = [name for name in city["alternatenames"] if LATIN.fullmatch(name) and not name.isupper()]
    free = [name for name in dict.fromkeys(found) if main.get(name, 0) < city["population"] and name != city["name"]]
    return free[:most]


def places(folder: Path) -> None:
    """Write places.tsv.gz."""
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    states = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    codes = {row["iso"]: row["iso3"] for row in states}
    main: dict[str, int] = {row[1]: 10**9 for row in rows_of("countries", 11)}
    for city in cities:
        main[city["name"]] = max(main.get(city["name"], 0), city["population"])
    rows = [
        [name, bars(names), kind, country, *point.split(","), "0"]
        for kind, name, names, country, point in rows_of("places", 5)
    ]
    english = english_names()
    for city in sorted(cities, key=lambda city: -city["population"]):
        code = codes.get(city["countrycode"], "")
        point = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
        code = RECODED.get(code, code)
        known = english.pop((city["name"], code), [])  # of the largest city so called
        names = "|".join(dict.fromkeys([*known, *other_names(city, main)]))
        rows.append([city["name"], names, "city", code, *point, str(city["population"])])
    text = "\n".join("\t".join(row) for row in [list(HEADER), *rows]) + "\n"
    (DATA / "places.tsv.gz").write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
