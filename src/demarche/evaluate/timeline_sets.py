"""Dated articles with timelines written by people: T17 and Crisis, and SemEval-2015 task 4, in their own folders.

T17 and Crisis: a folder with `gold/<topic>/*.txt` (a day, sentences, a dashed line, and so on) and `articles/`:
`<topic>.csv` (an article a row) or `<topic>.time-sent.csv` (sentences gathered under a day, which is taken for that
of their publication). SemEval: folders of `.tml` files, each with a folder of timelines beside it: the name of a
target on the first line, then an order, a day (`XXXX-XX-XX` where it is unknown), and mentions of events. Days told to
the month or the year are left out, as they are in no answer.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from demarche.errors import UnknownFormat
from demarche.evaluate.conllu import text_of
from demarche.read import read as read_sources
from demarche.record import Article, TimeInterval

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Timeline", "Topic", "read"]

DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
LONGEST_FIELD = 1 << 24
"""Characters of the longest field: all that was told of one day."""
GATHERED = ".time-sent.csv"
TARGETS = ("TimeLines_Gold_Standard", "TimeLines_trial_data_task4_v1.2")
TEXTS = ("corpus_trackA_TimeML", "Corpus-trial-data_task4_TimeML")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The days that a person thought worth telling; `target` is the one whose days they are, or nobody."""

    name: str
    days: frozenset[date]
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One story: its articles, and timelines of it."""

    name: str
    articles: tuple[Article, ...]
    timelines: tuple[Timeline, ...]


def read(path: Path) -> Iterator[Topic]:
    """Yield the topics of a set, each when its turn comes; raises `UnknownFormat` where there is none."""
    found = _t17(path) if (path / "gold").is_dir() else _semeval(path)
    number = 0
    for topic in found:
        if topic.articles and topic.timelines:
            number += 1
            yield topic
    if not number:
        msg = "no timeline here; give a folder with gold/ and articles/, or one of SemEval-2015 task 4"
        raise UnknownFormat(msg, where=str(path))


def _t17(path: Path) -> Iterator[Topic]:
    for folder in sorted(p for p in (path / "gold").iterdir() if p.is_dir()):
        timelines = [Timeline(name=f.stem, days=_days(_lines(f))) for f in sorted(folder.glob("*.txt"))]
        yield Topic(name=folder.name, articles=tuple(_articles(path, folder.name)), timelines=_worth(timelines))


def _lines(file: Path) -> list[str]:
    """Return the lines of a timeline: its days are plain, its sentences come in any encoding."""
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


def _worth(timelines: list[Timeline]) -> tuple[Timeline, ...]:
    return tuple(timeline for timeline in timelines if timeline.days)


def _days(lines: list[str]) -> frozenset[date]:
    return frozenset(date.fromisoformat(line.strip()) for line in lines if DAY.match(line.strip()))


def _articles(path: Path, topic: str) -> Iterator[Article]:
    plain, gathered = path / "articles" / f"{topic}.csv", path / "articles" / f"{topic}{GATHERED}"
    if plain.is_file():
        yield from (item for item in read_sources(plain) if isinstance(item, Article))
    elif gathered.is_file():
        yield from _gathered(gathered)


def _gathered(file: Path) -> Iterator[Article]:
    csv.field_size_limit(LONGEST_FIELD)
    for number, row in enumerate(list(csv.reader(text_of(file).splitlines(keepends=True)))[1:], start=1):
        text = "\n".join(ast.literal_eval(row[1]))
        yield _article(f"{file.name}:{number}", text, row[0])


def _semeval(path: Path) -> Iterator[Topic]:
    for texts in sorted(p for name in TEXTS for p in path.rglob(name)):
        articles = tuple(_tml(file) for file in sorted(texts.glob("*.tml")))
        folders = [texts.parent / name for name in TARGETS if (texts.parent / name).is_dir()]
        timelines = [_target(file) for folder in folders for file in sorted(folder.glob("*.txt"))]
        yield Topic(name=texts.parent.name, articles=articles, timelines=_worth(timelines))


def _tml(file: Path) -> Article:
    """Return the sentences of a TimeML file, each on a line, and its day, where that is one."""
    root = ET.parse(file).getroot()  # noqa: S314 - files of a corpus that the user names
    text = "\n".join("".join(sentence.itertext()) for sentence in root.iter("s"))
    created = root.find(".//DCT/TIMEX3")
    day = created.get("value", "") if created is not None else ""
    return _article(file.stem, text, day)


def _article(name: str, text: str, day: str) -> Article:
    published = TimeInterval.parse(day[:10]) if DAY.match(day[:10]) else None
    return Article(id=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), published=published)


def _target(file: Path) -> Timeline:
    name, *rows = text_of(file).splitlines()
    days = _days([cells[1] for row in rows if len(cells := row.split("\t")) > 1])
    return Timeline(name=file.stem, days=days, target=name.strip())
