"""Event mentions marked in articles, and which of them are one event: ECB+ and MEANTIME, as they lie in their folders.

ECB+: `*_corpus.txt` (document, sentence, token number, token, chain), beside it `*_Event_gold_mentions.json` and
`ECBplus_coreference_sentences.csv`. Only mentions in the sentences of that list count, whose annotation was checked;
the other sentences are read as context. MEANTIME: a folder of folders of CAT XML; an event is its `instance_id`, or,
where it has none, the instance inside its document. Its articles have a day of publication, those of ECB+ have none.
"""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from demarche.errors import UnknownFormat
from demarche.evaluate.conllu import text_of
from demarche.record import TimeInterval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["Marked", "MarkedArticle", "joined", "read"]

CHECKED = "ECBplus_coreference_sentences.csv"
CORPUS, MENTIONS = "_corpus.txt", "_Event_gold_mentions.json"
CLOSING = re.compile(r"[,.;:!?%)\]}]|''|n't|'(?:s|re|ve|ll|d|m)?", re.IGNORECASE)
"""Tokens that stand right behind the one before."""
OPENING = re.compile(r"[(\[{$#£€]|``|US\$")
"""Tokens that the next one stands right behind."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A mention of an event: characters `start` to `end`, half-open, and the event that it is of."""

    start: int
    end: int
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedArticle:
    """An article with its mentions; `topic` is what the set gives as one story."""

    id: str
    topic: str
    text: str
    marked: tuple[Marked, ...]
    published: TimeInterval | None = None


def read(path: Path) -> list[MarkedArticle]:
    """Return the articles of a set in the order of their names; raises `UnknownFormat` where there is none."""
    found = list(_meantime(path) if path.is_dir() else _ecb(path))
    if not any(article.marked for article in found):
        msg = f"no marked event here; give a file *{CORPUS} of ECB+ with its files beside it, or a folder of MEANTIME"
        raise UnknownFormat(msg, where=str(path))
    return found


def joined(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[Place]]]:
    """Return tokens as running text, a sentence a line, and where each of them stands in it."""
    text = ""
    places: list[list[Place]] = []
    for tokens in sentences:
        row: list[Place] = []
        before = ""
        text += "\n" if places else ""
        for token in tokens:
            text += "" if not row or CLOSING.fullmatch(token) or OPENING.fullmatch(before) else " "
            row.append((len(text), len(text) + len(token)))
            text, before = text + token, token
        places.append(row)
    return text, places


# ECB+ ----------------------------------------------------------------------------------------------------------------


def _ecb(path: Path) -> Iterator[MarkedArticle]:
    if not path.name.endswith(CORPUS):
        msg = f"an ECB+ file is called *{CORPUS}"
        raise UnknownFormat(msg, where=str(path))
    told = _mentions(path.with_name(path.name.removesuffix(CORPUS) + MENTIONS), path.with_name(CHECKED))
    for name, sentences in sorted(_sentences(text_of(path)).items()):
        text, places = joined([tuple(tokens.values()) for tokens in sentences.values()])
        where = {
            (number, token): place
            for (number, tokens), row in zip(sentences.items(), places, strict=True)
            for token, place in zip(tokens, row, strict=True)
        }
        marked = [_marked([where[one["sent_id"], n] for n in one["tokens_number"]], one) for one in told[name]]
        yield MarkedArticle(id=name, topic=name.partition("_")[0], text=text, marked=tuple(marked))


def _marked(places: Sequence[Place], told: Mapping[str, Any]) -> Marked:
    return Marked(start=places[0][0], end=places[-1][1], event=told["coref_chain"])


def _sentences(text: str) -> dict[str, dict[int, dict[int, str]]]:
    """Return the tokens of each document by sentence and number."""
    found: dict[str, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) == len(("document", "sentence", "number", "token", "chain")):
            found[cells[0]][int(cells[1])][int(cells[2])] = cells[3]
    return found


def _mentions(mentions: Path, checked: Path) -> Mapping[str, list[dict[str, Any]]]:
    rows = list(csv.reader(text_of(checked).splitlines()))[1:]
    counted = {(f"{topic}_{name}", int(sentence)) for topic, name, sentence in rows}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in json.loads(text_of(mentions)):
        if (one["doc_id"], one["sent_id"]) in counted:
            found[one["doc_id"]].append(one)
    return found


# MEANTIME ------------------------------------------------------------------------------------------------------------


def _meantime(folder: Path) -> Iterator[MarkedArticle]:
    for file in sorted(folder.rglob("*.xml")):
        root = ET.parse(file).getroot()  # noqa: S314 - files of a corpus that the user names
        if root.find("Markables") is not None:
            yield _cat(file.stem, file.parent.name, root)


def _cat(name: str, topic: str, root: ET.Element) -> MarkedArticle:
    sentences: dict[int, dict[str, str]] = defaultdict(dict)
    for token in root.iter("token"):
        sentences[int(token.get("sentence", 0))][token.get("t_id", "")] = token.text or ""
    text, places = joined([tuple(row.values()) for row in sentences.values()])
    ids = [identity for row in sentences.values() for identity in row]
    where = dict(zip(ids, (place for row in places for place in row), strict=True))
    events = dict(_events(root, name))
    return MarkedArticle(
        id=name,
        topic=topic,
        text=text,
        marked=tuple(sorted(_anchored(root, where, events), key=lambda m: m.start)),
        published=_created(root),
    )


def _anchored(root: ET.Element, where: Mapping[str, Place], events: Mapping[str, str]) -> Iterator[Marked]:
    for mention in root.iter("EVENT_MENTION"):
        identity = mention.get("m_id", "")
        anchors = [where[a.get("t_id", "")] for a in mention.iter("token_anchor")]
        if identity in events and anchors:
            yield Marked(start=min(anchors)[0], end=max(anchors)[1], event=events[identity])


def _events(root: ET.Element, name: str) -> Iterator[tuple[str, str]]:
    """Yield mentions and their events: those that several articles share have one `instance_id` in all of them."""
    instances = {e.get("m_id", ""): e.get("instance_id") or f"{name}#{e.get('m_id')}" for e in root.iter("EVENT")}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        event = instances.get(target.get("m_id", "")) if target is not None else None
        if event:
            yield from ((source.get("m_id", ""), event) for source in relation.iter("source"))


def _created(root: ET.Element) -> TimeInterval | None:
    """Return the day that the annotators give, where it is one: a few are written the other way round."""
    days = [t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"]
    found = DAY.match(days[0]) if days else None
    return TimeInterval.parse(found.group()) if found else None
