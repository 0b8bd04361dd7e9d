"""Sentence in, who did what to whom out, nothing marked: PLOVER records or PETRARCH's unit tests.

PATH is JSON in PLOVER's form (an array, or one object a line: `text`, `date`, `event`, `actor`, `recipient`, each party
an object with `code`, or a list of them) or PETRARCH's XML (`Sentence` with `EventCoding` and `Text`). A coded event
is found when a report has its type and both country codes (`strict`); `pair` wants the codes alone, `type` the type
alone. A code that the gold leaves out fits anything; in mutual acts (CONSULT, AGREE, COOPERATE) either order counts.
CONCEDE and RETREAT are one type, as in PLOVER's older versions, whose other labels are mapped (`OLD`). Reports that are
denied or imagined count as answers all the same.

What the XML measures, honestly: its sentences are stylised tests of a parser, with actors out of a novel and with event
codes of which many are no CAMEO codes, so that `type` and `strict` say little there, and `pair` is the figure to
look at. The made-up actors are read from the dictionaries beside the tests (`PETR.Validate.actors.txt`) as rows of a
codebook of their own; agents and sectors are not compared.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demarche.codebook import load
from demarche.codebook.tables import SHIPPED
from demarche.errors import DateError, UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.conllu import text_of
from demarche.evaluate.matching import pairs
from demarche.evaluate.result import Evaluation, f1
from demarche.record import Article, Party, Record, Report, TimeInterval
from demarche.run.pipeline import Setup

__all__ = ["NAME", "Coded", "Sentence", "evaluate", "read_plover", "read_xml"]

NAME = "gsr"
ACTORS = "PETR.Validate.actors.txt"
OLD: Mapping[str, str] = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
"""Labels of PLOVER's older versions as the present ones."""
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}
SAME_CODE: Mapping[str, str] = {"IGOUNO": "UN", "UNO": "UN", "IGOEEU": "EU", "EEC": "EU", "EUR": "EU", "KOS": "XKX"}
"""Codes of other codebooks for bodies that have one of ours."""
_ENTRY = re.compile(r"^([^\[#<]+?)\s*\[([A-Z]{3})[A-Z/]*\s*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One event of the gold: type, and the country codes of both sides, `None` where it leaves them out."""

    type: str | None
    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text, its date, and the events in it."""

    id: str
    text: str
    date: str | None
    events: tuple[Coded, ...]


def evaluate(path: Path) -> Evaluation:
    """Measure the pipeline on coded sentences; raises `UnknownFormat` when there are none."""
    xml = path.suffix == ".xml"
    sentences = list(read_xml(path) if xml else read_plover(path))
    if not sentences:
        msg = "no coded sentence here; give PLOVER's JSON or PETRARCH's XML"
        raise UnknownFormat(msg, where=str(path))
    with tempfile.TemporaryDirectory() as folder:
        codes = _own_codebook(path.parent.parent / "dictionaries" / ACTORS, Path(folder)) if xml else dict(SAME_CODE)
        pipeline = Setup(codebook=Path(folder)).load() if xml else loaded.pipeline()
        answers = [pipeline.code(_article(sentence)) for sentence in sentences]
    return _measured(path, sentences, [a.reports if isinstance(a, Record) else () for a in answers], codes)


def _measured(
    path: Path, sentences: Sequence[Sentence], answers: Sequence[Sequence[Report]], codes: Mapping[str, str]
) -> Evaluation:
    rules: Mapping[str, Callable[[Coded, Report], bool]] = {
        "strict": lambda g, r: _typed(g, r) and _paired(g, r, codes),
        "pair": lambda g, r: _paired(g, r, codes),
        "type": _typed,
    }
    gold, given = sum(len(s.events) for s in sentences), sum(map(len, answers))
    measures: dict[str, float] = {}
    for name, fits in rules.items():
        hits = sum(len(pairs(s.events, reports, fits)) for s, reports in zip(sentences, answers, strict=True))
        measures |= {
            f"{name}_p": hits / given if given else 0.0,
            f"{name}_r": hits / gold if gold else 0.0,
            f"{name}_f1": f1(hits, given, gold),
        }
    return Evaluation(
        name=NAME,
        path=str(path),
        items=gold,
        measures=measures,
        words=sum(s.text.count(" ") + 1 for s in sentences),
        notes=(f"{len(sentences)} sentences, {given} reports",),
        answers=tuple(_line(s, reports) for s, reports in zip(sentences, answers, strict=True)),
    )


def _article(sentence: Sentence) -> Article:
    try:
        day = TimeInterval.parse(sentence.date) if sentence.date else None
    except DateError:
        day = None
    digest = hashlib.sha256(sentence.text.encode()).hexdigest()
    return Article(id=sentence.id, text=sentence.text, sha256=digest, published=day)


def _root(type_: str) -> str:
    return OLD.get(type_, type_)


def _typed(gold: Coded, report: Report) -> bool:
    return gold.type is None or _root(gold.type) == _root(report.type.value)


def _paired(gold: Coded, report: Report, codes: Mapping[str, str]) -> bool:
    sources, targets = _codes(report.sources), _codes(report.targets)
    if report.type in SYMMETRIC:
        sources = targets = sources | targets
    wanted = [codes.get(code, code) if code else None for code in (gold.source, gold.target)]
    return all(code is None or code in side for code, side in zip(wanted, (sources, targets), strict=True))


def _codes(side: Iterable[Party]) -> set[str]:
    return {code for party in side for code in (party.country, party.base) if code}


def _line(sentence: Sentence, reports: Sequence[Report]) -> str:
    shape = {
        "text": sentence.text,
        "gold": [[c.source, c.type, c.target] for c in sentence.events],
        "answer": [[sorted(_codes(r.sources)), r.type.value, sorted(_codes(r.targets))] for r in reports],
    }
    return json.dumps(shape, ensure_ascii=False)


# PLOVER's JSON


def read_plover(path: Path) -> Iterator[Sentence]:
    """Yield the coded sentences of PLOVER's JSON; records of one text are one sentence."""
    try:
        rows = _json(text_of(path))
    except json.JSONDecodeError as error:
        msg = f"not JSON ({error.msg}); give PLOVER's JSON or PETRARCH's XML"
        raise UnknownFormat(msg, where=str(path)) from error
    texts: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        text = row.get("text") or row.get("event_text")
        if text and row.get("event"):
            texts.setdefault(" ".join(str(text).split()), []).append(row)
    for number, (text, group) in enumerate(texts.items(), start=1):
        events = tuple(coded for row in group for coded in _coded(row))
        yield Sentence(id=f"{path.name}:{number}", text=text, date=group[0].get("date"), events=events)


def _json(text: str) -> list[Mapping[str, Any]]:
    if text.lstrip().startswith("["):
        found: list[Mapping[str, Any]] = json.loads(text)
        return found
    return [json.loads(row) for row in text.splitlines() if row.strip()]


def _coded(row: Mapping[str, Any]) -> Iterator[Coded]:
    for source in _party(row.get("actor")):
        for target in _party(row.get("recipient")):
            yield Coded(type=_root(str(row["event"]).upper()), source=source, target=target)


def _party(value: Any) -> list[str | None]:  # noqa: ANN401 - an object, a list of them, a code, or nothing
    parties = value if isinstance(value, list) else [value]
    codes = [p.get("code") if isinstance(p, Mapping) else p for p in parties]
    return [str(code).split()[0] if code else None for code in codes] or [None]


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
        day = node.get("date") or ""
        if text:
            yield Sentence(
                id=node.get("id") or "",
                text=text,
                date=f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else None,
                events=tuple(_coding(coding) for coding in node.iter("EventCoding") if coding.get("eventcode")),
            )


def _coding(node: ET.Element) -> Coded:
    book = load().plover.cameo
    code = node.get("eventcode") or ""
    found = book.get(code) or book.get(code[:3]) or book.get(code[:2])
    return Coded(
        type=found.type if found else None, source=_three(node.get("sourcecode")), target=_three(node.get("targetcode"))
    )


def _three(code: str | None) -> str | None:
    return code[:3] if code and code[:3].isalpha() else None


def _own_codebook(actors: Path, folder: Path) -> dict[str, str]:
    """Write the made-up actors as countries into a folder; return our codes for those of theirs that we know."""
    world = load().world
    known: dict[str, str] = dict(SAME_CODE)
    rows: dict[str, list[str]] = {}
    for name, code in _entries(actors) if actors.is_file() else ():
        ours = world.country_of_name(name) or world.country_of_adjective(name)
        if ours:
            known[code] = ours.code
        elif world.country(code):
            known[code] = code
        else:
            rows.setdefault(code, []).append(name)
    header, *_ = (SHIPPED / "countries.tsv").read_text(encoding="utf-8").splitlines()
    width = header.count("\t") + 1
    lines = [_country(code, names, width) for code, names in rows.items()]
    (folder / "countries.tsv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return known


def _country(code: str, names: Sequence[str], width: int) -> str:
    cells = [code, names[0], "|".join(names[1:]), *[""] * (width - 3)]
    cells[9:11] = ["0", "0"]
    return "\t".join(cells)


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield name and code; a line that begins with `+` is another name of the entry above."""
    code = None
    for line in text_of(path).splitlines():
        found = _ENTRY.match(line)
        if found:
            code = found.group(2)
            yield _plain(found.group(1)), code
        elif line.startswith("+") and code:
            yield _plain(line[1:]), code
        elif line.strip() and not line.startswith(("\t", "#")):
            code = None


def _plain(name: str) -> str:
    return " ".join(word.capitalize() for word in name.partition("#")[0].replace("_", " ").split())
