"""Sentences that others have coded by hand: PLOVER's JSON and PETRARCH's XML, as types and country codes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demarche.codebook import load
from demarche.errors import UnknownFormat
from demarche.evaluate.conllu import text_of
from demarche.record import EventType

__all__ = ["MUTUAL", "Coded", "Sentence", "known_code", "own_countries", "read_plover", "read_xml"]

MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Types whose parties do the same to each other, so that one pair is one event in whichever order it is written."""
OLD: Mapping[str, str] = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
"""Labels of PLOVER's older versions as the present ones; CONCEDE and RETREAT are one, as they were there."""
WEIS: Mapping[str, str | None] = {
    "01": "YIELD",
    "02": None,
    "03": "CONSULT",
    "04": "SUPPORT",
    "05": "AGREE",
    "06": "SUPPORT",
    "061": "YIELD",
    "065": "YIELD",
    "066": "YIELD",
    "07": "AID",
    "08": "AGREE",
    "09": "REQUEST",
    "10": "REQUEST",
    "11": "REJECT",
    "12": "ACCUSE",
    "13": "ACCUSE",
    "14": None,
    "15": "REQUEST",
    "16": "THREATEN",
    "17": "THREATEN",
    "18": "PROTEST",
    "182": "MOBILIZE",
    "19": "SANCTION",
    "191": "REJECT",
    "20": "SANCTION",
    "21": "COERCE",
    "22": "ASSAULT",
    "030": "AGREE",
    "194": "ASSAULT",
    "1711": "COERCE",
    "1721": "COERCE",
}
"""WEIS, the code book of most of PETRARCH's tests, as PLOVER types; the last four are codes of CAMEO that stand there.

Comments and denials (02, 14) are no events in PLOVER. A longer code goes before its root.
"""
CODES: Mapping[str, str] = {
    "UNO": "UN",
    "EEU": "EU",
    "EEC": "EU",
    "EUR": "EU",
    "NAT": "NATO",
    "KOS": "XKX",
    "KSV": "XKX",
    "PAL": "PSE",
    "ROM": "ROU",
    "ZAR": "COD",
    "TMP": "TLS",
}
"""Codes of CAMEO and PLOVER for those that have another code with us."""
GENERIC = frozenset({"IGO", "NGO", "NGM", "IMG", "INT", "ISM", "MNC"})
"""First blocks of codes that say what kind of body it is, before those that say which."""
_ENTRY = re.compile(r"^\+?([^\[#<]*)(?:#[^\[]*)?(?:\[\s*([A-Z]{3}[A-Z/]*))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One event of the gold: type, and the country codes of both sides; `None` is what the gold leaves out."""

    type: str | None
    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text, its ISO date, the events in it, and how many codings it has that are no events of PLOVER."""

    id: str
    text: str
    date: str | None
    events: tuple[Coded, ...]
    comments: int = 0

    @property
    def typed(self) -> bool:
        """Whether every event has a type: a made-up code has none."""
        return all(event.type for event in self.events)


def _event(type_: str | None, source: str | None, target: str | None) -> Coded:
    if type_ in MUTUAL and source and target:
        source, target = sorted((source, target))
    return Coded(type=type_, source=source, target=target)


def known_code(code: str | None) -> str | None:
    """Return the part of an actor's code that says whence it is, as our code: `USAGOV` USA, `IGOUNO` UN, `NGO` NGO.

    A country may be named in words; what says no more than a role (`---GOV`) is `None`.
    """
    book = load()
    words = " ".join((code or "").split())
    named = book.world.country_of_name(words) if len(words) > 3 else None
    if named:
        return named.code
    first = words.partition(" ")[0]
    blocks = [first[i : i + 3] for i in range(0, len(first), 3)] if first.isupper() and len(first) % 3 == 0 else [first]
    telling = next((b for b in blocks if b not in GENERIC and b not in book.plover.sectors), None)
    found = telling or next((b for b in blocks if b in GENERIC), None)
    return CODES.get(found, found) if found and found.isalpha() else None


# PLOVER's JSON


def read_plover(path: Path) -> Iterator[Sentence]:
    """Yield the coded sentences of PLOVER's JSON; records of one text are one sentence."""
    texts: dict[str, list[Mapping[str, Any]]] = {}
    for row in _rows(path):
        text = row.get("text") or row.get("event_text")
        if text and row.get("event"):
            texts.setdefault(" ".join(str(text).split()), []).append(row)
    for number, (text, group) in enumerate(texts.items(), start=1):
        events = dict.fromkeys(coded for row in group for coded in _coded(row))
        yield Sentence(id=f"{path.name}:{number}", text=text, date=group[0].get("date"), events=tuple(events))


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a file: in an array, one a line, or one after the other, with anything between them."""
    text, at, decoder = text_of(path), 0, json.JSONDecoder()
    while (at := text.find("{", at)) >= 0:
        try:
            row, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            msg = f"not JSON ({error.msg}); give PLOVER's JSON or PETRARCH's XML"
            raise UnknownFormat(msg, where=f"{path}:{error.lineno}") from error
        yield row


def _coded(row: Mapping[str, Any]) -> Iterator[Coded]:
    """Yield an event for each pair of parties; of those who meet with no recipient the first meets the others."""
    label = str(row["event"]).upper()
    sources, targets = _parties(row.get("actor")), _parties(row.get("recipient"))
    among = label in MUTUAL and targets == [None] and len(sources) > 1
    if among:
        sources, targets = sources[:1], sources[1:]
    for source in sources:
        for target in targets:
            yield _event(OLD.get(label, label), source, target)


def _parties(value: Any) -> list[str | None]:  # noqa: ANN401 - an object, a list of them, a code, or nothing
    parties = value if isinstance(value, list) else [value]
    codes = [p.get("code") if isinstance(p, Mapping) else p for p in parties]
    return [known_code(str(code)) if code else None for code in codes] or [None]


# PETRARCH's XML


def read_xml(path: Path) -> Iterator[Sentence]:
    """Yield the coded sentences of PETRARCH's tests; a sentence without an expected event counts all the same."""
    try:
        root = ET.fromstring(text_of(path))  # noqa: S314 - a file of a set that the user names
    except ET.ParseError as error:
        msg = f"not XML ({error}); give PLOVER's JSON or PETRARCH's XML"
        raise UnknownFormat(msg, where=str(path)) from error
    for node in root.iter("Sentence"):
        text = " ".join((node.findtext("Text") or "").split())
        if text:
            yield _sentence(node, text)


def _sentence(node: ET.Element, text: str) -> Sentence:
    day = node.get("date") or ""
    codings = [c for c in node.iter("EventCoding") if c.get("eventcode")]
    events = dict.fromkeys(coded for coding in codings if (coded := _coding(coding)))
    return Sentence(
        id=node.get("id") or "",
        text=text,
        date=f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else None,
        events=tuple(events),
        comments=sum(_coding(coding) is None for coding in codings),
    )


def _coding(node: ET.Element) -> Coded | None:
    """Return a coding as an event, or `None` where PLOVER has no event or a side is left open."""
    code = node.get("eventcode") or ""
    root = next((c for c in (code, code[:2] if len(code) == 3 else "") if c in WEIS), None)
    source, target = known_code(node.get("sourcecode")), known_code(node.get("targetcode"))
    if (root and WEIS[root] is None) or not source or not target:
        return None
    return _event(WEIS[root] if root else None, source, target)


def own_countries(actors: Path) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the made-up actors of a dictionary as codes with names, and our codes for those of theirs that we know.

    An actor with several codes, by date or at once, has the first; the others are mapped to it.
    """
    made: dict[str, list[str]] = {}
    ours: dict[str, str] = {}
    for names, codes in _groups(text_of(actors)) if actors.is_file() else ():
        known = next((found for name in names if (found := _known(name))), codes[0])
        if known == codes[0] and known not in CODES.values() and load().world.country(known) is None:
            made.setdefault(known, []).extend(names)
        ours |= {code: known for code in codes if code != known and code not in ours}
    return made, ours


def _known(name: str) -> str | None:
    world = load().world
    found = world.country_of_name(name) or world.country_of_adjective(name)
    return found.code if found else None


def _groups(text: str) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the names of each entry with its codes: `+` adds a name, an indented line a code."""
    names: list[str] = []
    codes: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith(("#", "<")):
            continue
        found = _ENTRY.match(line.strip())
        if not line.startswith(("+", "\t", " ")):
            if names and codes:
                yield names, codes
            names, codes = [], []
        if found and (name := _plain(found.group(1))):
            names.append(name)
        codes += [c for block in (found.group(2) or "" if found else "").split("/") if (c := known_code(block))]
    if names and codes:
        yield names, codes


def _plain(name: str) -> str:
    """Return a name of the dictionary as it is written in a text."""
    words = name.replace("_", " ").split()
    small = {"OF", "THE"}
    written = [w.lower() if w in small else w if "." in w or len(w) <= 2 else w.capitalize() for w in words]
    return " ".join(written).removeprefix("the ")
