"""Make holders.tsv: hand-kept spells first, then REIGN, Wikidata and Congress where these add someone."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from build import bars, rows_of, write

HEADER = (
    "name", "aliases", "country", "office", "title", "since", "until", "sector", "gender", "wikidata", "source",
)  # fmt: skip
Row = list[str]
NOT_LEADERS = {("KWT", "Saddam Hussein"), ("IRQ", "Tommy Ray Franks"), ("IRQ", "Jay Garner"), ("YEM", "Houthi")}
OF_REALM = re.compile(
    r" of (Jordan|Denmark|Norway|Spain|Sweden|Belgium|the Netherlands|Saudi Arabia|Tonga|Lesotho)$|, Prince of .*$"
)
OTHER_LABELS = {
    "People's Republic of China": "CHN", "The Gambia": "GMB", "The Bahamas": "BHS", "Kingdom of Denmark": "DNK",
    "Kingdom of the Netherlands": "NLD", "Republic of Ireland": "IRL", "State of Palestine": "PSE",
    "Vatican City": "VAT", "São Tomé and Príncipe": "STP", "Federated States of Micronesia": "FSM",
}  # fmt: skip
LEADS = {"head_of_state", "head_of_government", "leader"}


def fold(text: str) -> str:
    """Fold a name for comparison."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z]+", plain))


def hand() -> Iterator[Row]:
    """Give the hand-kept spells; a line `@country office sector title` holds for the lines after it."""
    for part in (1, 2):
        country = office = sector = title = ""
        for name, aliases, since, until, gender in rows_of(f"holders_{part}", 5):
            if name.startswith("@"):
                country, office, sector, *words = name[1:].split()
                title = " ".join(words)
                continue
            spell = [country, office, title, since, until, sector, gender or "m", "", "general knowledge"]
            yield [name, bars(aliases), *spell]


def month(year: str, number: str) -> str:
    """Give an ISO month, or the empty text."""
    return f"{int(year):04d}-{int(number):02d}" if year and number else ""


def reign(folder: Path) -> Iterator[Row]:
    """Give the leader spells of REIGN under full names where these are known."""
    states = {row[0]: row[1:] for row in rows_of("reign_states", 4)}
    names = {(row[0], row[1]): (row[2], bars(row[3])) for row in rows_of("reign_names", 4)}
    with (folder / "leaderlist_3_21.csv").open(encoding="cp1252", errors="replace") as file:
        for row in csv.DictReader(file):
            if row["stateabb"] not in states or re.search(r"\(|Council|Junta|\ufffd|Å", row["leader"]):
                continue
            code, office, title = states[row["stateabb"]]
            leader = " ".join(row["leader"].split())
            name, aliases = names.get((code, leader), (given_first(leader), ""))
            if (code, leader) in NOT_LEADERS:
                continue
            since, until = month(row["syear"], row["smonth"]), month(row["eyear"], row["emonth"])
            code = "SUN" if code == "RUS" and since < "1991-12" else code
            gender = {"1": "m", "0": "f"}.get(row["gender"], "u")
            yield [name, aliases, code, office, title, since, until, "GOV", gender, "", "REIGN 2021-03"]


def given_first(leader: str) -> str:
    """Turn `Gandhi, I.` round."""
    last, _, first = leader.partition(", ")
    return f"{first} {last}" if first else last


def wikidata(folder: Path) -> Iterator[Row]:
    """Give the heads of state and government of 2022 with their ids."""
    countries = {row[1]: row[0] for row in rows_of("countries", 11)}
    with (folder / "world-leaders-2022-wikidata.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            code = countries.get(row["country"]) or OTHER_LABELS.get(row["country"])
            label, name = row["positionLabel"], OF_REALM.sub("", row["officeholderLabel"])
            if (
                code is None
                or "o-Prince" in label
                or "co-prince" in label
                or "onarch" in label
                or "regent" in label.lower()
                or name.startswith("Q")
            ):
                continue
            government = re.search(r"rime [mM]inister|Premier|Chancellor|Taoiseach|Chairman of the Council", label)
            office = "head_of_government" if government else "head_of_state"
            title = label.split(" of ")[0] if label[0].isupper() else label.split(" of ")[0].capitalize()
            spell = [code, office, title, row["start_year"], row["end_year"], "GOV", "u", row["officeholder"]]
            yield [name, "", *spell, "Wikidata 2022"]


def congress(folder: Path) -> Iterator[Row]:
    """Give members of Congress: those of today with dates, those since 1990 without."""
    import yaml

    text = (folder / "legislators-current.yaml").read_text(encoding="utf-8")
    for person in yaml.safe_load(text):
        name, terms = person["name"], person["terms"]
        full = f"{name.get('nickname') or name['first']} {name['last']}"
        aliases = {f"{name['first']} {name['last']}", name.get("official_full", full)} - {full}
        title = "Senator" if terms[-1]["type"] == "sen" else "Representative"
        yield [full, "|".join(sorted(aliases)), "USA", "legislator", title, terms[0]["start"], terms[-1]["end"], "LEG",
               person["bio"]["gender"].lower(), person["id"].get("wikidata", ""), "congress-legislators"]  # fmt: skip
    with (folder / "legislators-historical.trimmed.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            full = f"{row['nickname'] or row['first_name']} {row['last_name']}"
            alias = f"{row['first_name']} {row['last_name']}"
            title = "Senator" if row["type"] == "sen" else "Representative"
            yield [full, alias if alias != full else "", "USA", "legislator", title, "", "", "LEG",
                   row["gender"].lower(), "", "congress-legislators"]  # fmt: skip


def known_spell(row: Row, kept: dict[tuple[str, str], list[Row]]) -> Row | None:
    """Find the kept spell of the same person at the same time in a leading office."""
    words = fold(row[0]).split()
    for other in kept.get((row[2], ""), []) if words else []:
        parts = {word for name in (other[0], *other[1].split("|")) for word in fold(name).split()}
        begins, ends = int(other[5][:4] or 0) - 1, int(other[6][:4] or 9999) + 1
        if words[-1] in parts and begins <= int(row[5][:4] or 0) <= ends:
            return other
    return None


def next_spell(row: Row, rows: list[Row]) -> str:
    """Give when the next person took the office: the end of a spell that REIGN leaves open (it ends in March 2021)."""
    after = [other[5] for other in rows if other[2:4] == row[2:4] and other[5] > row[5] and other[0] != row[0]]
    return min(after, default="")


def holders(folder_reign: Path, folder_congress: Path) -> None:
    """Write holders.tsv."""
    rows: list[Row] = []
    kept: dict[tuple[str, str], list[Row]] = {}
    ids = {}
    for row in wikidata(folder_reign):
        ids[row[2], fold(row[0]).split()[-1] if fold(row[0]) else ""] = row[9]
    for row in [*hand(), *reign(folder_reign), *wikidata(folder_reign)]:
        if row[10] != "general knowledge" and known_spell(row, kept):
            continue
        if not row[9] and row[3] in LEADS and row[5] >= "2000":
            row[9] = ids.get((row[2], fold(row[0]).split()[-1]), "")
        rows.append(row)
        if row[3] in LEADS:
            kept.setdefault((row[2], ""), []).append(row)
    for row in rows:
        if row[10] == "REIGN 2021-03" and not row[6]:
            row[6] = next_spell(row, rows)
    rows.extend(congress(folder_congress))
    write("holders", HEADER, [[str(cell) for cell in row] for row in rows])
