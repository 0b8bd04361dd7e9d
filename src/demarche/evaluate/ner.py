"""Names: exact-span F1 over classes that the set and the reader share.

A file holds one word a line with its tag in BIO or IOB2 (`word TAG`, or `number word TAG ...`), or PATH is a folder in
re3d's form (`documents.json`, `entities.json`), whose raw text goes through the whole language layer. A mapping of
classes (`politician=PER,country=LOC`) says what the set's classes are here; a class that maps to nothing is left out on
both sides where the mapping says `=-`, and is no name at all where it is not listed. Without a mapping `DEFAULT`
holds, and classes it does not know are no names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from demarche.errors import InputError, UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.conllu import text_of
from demarche.evaluate.result import Evaluation, f1
from demarche.record import Article

__all__ = ["DEFAULT", "NAME", "classes", "evaluate", "read", "spans"]

NAME = "ner"
BATCH = 64

Name = tuple[int, int, str]

DEFAULT: Mapping[str, str] = {
    "PER": "PER",
    "PERSON": "PER",
    "LOC": "LOC",
    "GPE": "LOC",
    "ORG": "ORG",
    "person": "PER",
    "politician": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "location": "LOC",
    "country": "LOC",
    "Person": "PER",
    "Organisation": "ORG",
    "Location": "LOC",
}
"""Classes of UNER, Wikigold, CrossNER and re3d as the reader's; MISC and what stands under it are left out."""


@dataclass(slots=True)
class _Count:
    hits: int = 0
    answers: int = 0
    gold: int = 0

    def f1(self) -> float:
        return f1(self.hits, self.answers, self.gold)


@dataclass(slots=True)
class _Tally:
    """Counts of each class."""

    of: dict[str, _Count] = field(default_factory=dict)

    def add(self, gold: set[Name], found: set[Name]) -> None:
        for label in {name[2] for name in gold | found}:
            mine, theirs = ({n for n in names if n[2] == label} for names in (gold, found))
            count = self.of.setdefault(label, _Count())
            count.hits += len(mine & theirs)
            count.gold += len(mine)
            count.answers += len(theirs)

    def total(self) -> _Count:
        counts = self.of.values()
        return _Count(sum(c.hits for c in counts), sum(c.answers for c in counts), sum(c.gold for c in counts))


def classes(text: str | None) -> Mapping[str, str]:
    """Read a mapping (`a=PER,b=ORG`); raises `InputError` for anything else."""
    if not text:
        return DEFAULT
    pairs = [item.partition("=") for item in text.split(",")]
    if any(not (a and b) for a, _, b in pairs):
        msg = "a mapping of classes is written politician=PER,country=LOC"
        raise InputError(msg, where=text)
    return {a.strip(): b.strip() for a, _, b in pairs}


def evaluate(path: Path, mapping: Mapping[str, str] = DEFAULT) -> Evaluation:
    """Measure the names of a tagged file, or of a folder of re3d."""
    tally, answers, items, words = _Tally(), [], 0, 0
    wanted = set(mapping.values())
    for text, gold, found in _re3d(path) if path.is_dir() else _tagged(path):
        right = {(a, b, mapping[label]) for a, b, label in gold if label in mapping}
        given = {name for name in found if name[2] in wanted}
        tally.add(right, given)
        answers.append(json.dumps({"text": text, "gold": sorted(right), "answer": sorted(given)}, ensure_ascii=False))
        items, words = items + 1, words + text.count(" ") + 1
    total = tally.total()
    return Evaluation(
        name=NAME,
        path=str(path),
        items=total.gold,
        measures={
            "f1": total.f1(),
            "precision": total.hits / total.answers if total.answers else 0.0,
            "recall": total.hits / total.gold if total.gold else 0.0,
            **{f"f1_{label.lower()}": tally.of[label].f1() for label in sorted(tally.of)},
        },
        words=words,
        notes=(
            f"{items} {'documents' if path.is_dir() else 'sentences'}; classes compared: {', '.join(sorted(wanted))}",
        ),
        answers=tuple(answers),
    )


Item = tuple[str, list[Name], list[Name]]


def _tagged(path: Path) -> Iterator[Item]:
    sentences = list(read(path))
    for at in range(0, len(sentences), BATCH):
        batch = sentences[at : at + BATCH]
        readings = loaded.reader().read([words for words, _ in batch])
        for (words, tags), reading in zip(batch, readings, strict=True):
            yield " ".join(words), spans(tags), [(n.first, n.last, n.label) for n in reading.names]


def read(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and tags of each sentence; raises `UnknownFormat` when no line is tagged."""
    rows: list[tuple[str, str]] = []
    seen = False
    for line in [*text_of(path).splitlines(), ""]:
        row = _row(line)
        if row:
            rows.append(row)
        elif rows:
            seen = True
            yield [word for word, _ in rows], [tag for _, tag in rows]
            rows = []
    if not seen:
        msg = "no tagged word in this file; give one word and its BIO tag a line"
        raise UnknownFormat(msg, where=str(path))


def _row(line: str) -> tuple[str, str] | None:
    cells = line.split("\t") if "\t" in line else line.split()
    if line.startswith("# ") or len(cells) < 2:
        return None
    word, tag = (cells[1], cells[2]) if len(cells) > 2 and cells[0].isdigit() else (cells[0], cells[-1])
    return (word, tag) if tag == "O" or tag[:2] in {"B-", "I-", "E-", "S-"} else (word, "O")


def spans(tags: Sequence[str]) -> list[Name]:
    """Return the names of BIO tags, words half-open; an I that follows nothing of its class begins a name."""
    out: list[Name] = []
    for i, tag in enumerate(tags):
        kind, _, label = tag.partition("-")
        if kind in {"I", "E"} and out and out[-1][1] == i and out[-1][2] == label and tags[i - 1] != "O":
            out[-1] = (out[-1][0], i + 1, label)
        elif kind != "O":
            out.append((i, i + 1, label))
    return out


def _re3d(path: Path) -> Iterator[Item]:
    entities: dict[str, list[Name]] = {}
    for row in _lines(path / "entities.json"):
        entities.setdefault(str(row["documentId"]), []).append((int(row["begin"]), int(row["end"]), str(row["type"])))
    for row in _lines(path / "documents.json"):
        text = str(row["text"])
        article = Article(id=str(row["_id"]), text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
        reading = loaded.pipeline().annotate(article)
        found = [(s.start, s.end, n.label) for n in reading.names for s in [reading.span(n.first, n.last)]]
        yield text, entities.get(str(row["_id"]), []), found


def _lines(path: Path) -> Iterable[Mapping[str, Any]]:
    return [json.loads(line) for line in text_of(path).splitlines() if line.strip()]
