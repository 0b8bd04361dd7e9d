"""PolNeAR: who says what in political news; source, cue and content F1 over a folder with `text/` and `attributions/`.

Conventions. Every annotation file is one document: a text that two people annotated is measured against each.
An attribution has at most one source, one cue and one content; a content in several parts is one (the parts
of ours are joined where source and cue are the same words). Spans are compared word by word, quotation marks
and punctuation aside: `exact` asks for the same words, `overlap` for one word in common. Pairs are one to
one, the largest share of common words first, each role by itself. PolNeAR marks the relative pronoun as
source ("who said"), our record its noun: the pronoun is put in for the measure. PolNeAR marks nothing inside
a direct quotation: ours whose cue stands in one of five words or more are left out. Nor does it mark what
stands in the content of another attribution (none of the 2,272 cues of its dev part): of ours that nest, the
outermost are measured. Attributions without a
cue of their own (sentences that go on with a quotation) are joined to the last one before that has the same source,
whatever stands between, as PolNeAR has it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.annotate.attribution import LONG_QUOTE
from demarche.annotate.saying import sayings
from demarche.errors import UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.result import Evaluation, f1
from demarche.record import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from demarche.annotate.reading import Attribution, Reading

__all__ = ["Marked", "evaluate", "outermost", "predicted", "read_gold", "scores"]

NAME = "polnear"
ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+")

Words = frozenset[int]
"""Where the words of a span begin, as characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution: the words of each role, empty where there is none."""

    source: Words = frozenset()
    cue: Words = frozenset()
    content: Words = frozenset()


def evaluate(path: Path, annotate: Callable[[Article], Reading] | None = None) -> Evaluation:
    """Measure `annotate`, by default the shipped one; raises `UnknownFormat` for what is no PolNeAR folder."""
    files = sorted((path / "attributions").glob("*.ann"))
    if not files or not (path / "text").is_dir():
        msg = "no PolNeAR folder; it needs text/*.txt and attributions/*.ann"
        raise UnknownFormat(msg, where=str(path))
    read = annotate or loaded.pipeline().annotate
    by_text: dict[Path, list[Path]] = defaultdict(list)
    for file in files:
        by_text[path / "text" / f"{_text_name(file.stem)}.txt"].append(file)
    counts: Counter[str] = Counter()
    for text, answers in sorted(by_text.items()):
        reading = read(_article(text))
        found = predicted(reading)
        for file in answers:
            counts.update(compare(read_gold(file, _raw(text)), found))
    return Evaluation(name=NAME, path=str(path), items=counts["cue gold"], measures=scores(counts))


def scores(counts: Mapping[str, int]) -> dict[str, float]:
    """Return the F1 of each role, exact and by overlap."""
    return {
        f"{role}_{how}_f1": f1(counts[f"{role} {how}"], counts[f"{role} answers"], counts[f"{role} gold"])
        for role in ROLES
        for how in ("exact", "overlap")
    }


def compare(gold: Sequence[Marked], answers: Sequence[Marked]) -> Counter[str]:
    """Count gold, answers and pairs of each role in one document."""
    counts: Counter[str] = Counter()
    for role in ROLES:
        wanted = [words for mark in gold if (words := getattr(mark, role))]
        given = [words for mark in answers if (words := getattr(mark, role))]
        pairs = list(_pairs(wanted, given))
        counts[f"{role} gold"] += len(wanted)
        counts[f"{role} answers"] += len(given)
        counts[f"{role} overlap"] += len(pairs)
        counts[f"{role} exact"] += sum(a == b for a, b in pairs)
    return counts


def predicted(reading: Reading) -> list[Marked]:
    """Return our attributions as PolNeAR has them: parts joined, relative pronouns put in."""
    pronouns = _pronouns(reading)
    statements = [q for q in reading.quotes if len(q.span.text.split()) >= LONG_QUOTE]
    joined: dict[tuple[object, object], list[Attribution]] = defaultdict(list)
    told: dict[object, tuple[object, object]] = {}
    for attribution in reading.attributions:
        if attribution.cue and any(q.span.contains(attribution.cue) for q in statements):
            continue
        key: tuple[object, object] = (attribution.source, attribution.cue)
        if attribution.cue is None:
            key = told.get(attribution.source, key)
        else:
            told[attribution.source] = key
        joined[key].append(attribution)
    return outermost([_mark(reading, parts, pronouns) for parts in joined.values()])


def outermost(marks: Sequence[Marked]) -> list[Marked]:
    """Return the attributions whose cue stands in the content of no other."""
    return [m for m in marks if not m.cue or not any(m.cue <= other.content for other in marks if other is not m)]


def read_gold(file: Path, raw: str) -> list[Marked]:
    """Return the attributions of one brat file over its text as published: its offsets count that text's characters."""
    spans: dict[str, Words] = {}
    marks: list[Marked] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans[name] = _brat_words(raw, rest.split("\t")[0])
        elif name.startswith("E"):
            marks.append(_event(rest, spans))
    return [m for m in marks if m.source or m.cue or m.content]


def _mark(reading: Reading, parts: Sequence[Attribution], pronouns: Mapping[int, int]) -> Marked:
    text = reading.article.text
    first = parts[0]
    source = _words(text, first.source.start, first.source.end) if first.source else frozenset[int]()
    if first.cue and first.cue.start in pronouns:
        source = frozenset({pronouns[first.cue.start]})
    return Marked(
        source=source,
        cue=_words(text, first.cue.start, first.cue.end) if first.cue else frozenset(),
        content=frozenset().union(*(_words(text, p.content.start, p.content.end) for p in parts)),
    )


def _pronouns(reading: Reading) -> dict[int, int]:
    """Map where a cue begins to where the relative pronoun that is its source begins."""
    doc = reading.doc
    return {doc[s.cue[0]].idx: doc[s.relative].idx for s in sayings(reading) if s.relative is not None}


def _event(line: str, spans: Mapping[str, Words]) -> Marked:
    """Read `Attribution:T4 Content:T3 Content2:T5 Cue:T2 Source:T1`."""
    roles: dict[str, Words] = defaultdict(frozenset)
    for part in line.split():
        role, _, name = part.partition(":")
        key = role.rstrip("0123456789").lower()
        roles[key] = roles[key] | spans.get(name, frozenset())
    return Marked(source=roles["source"], cue=roles["cue"], content=roles["content"])


def _brat_words(raw: str, cell: str) -> Words:
    """Read `Content 115 290;300 310`; the words begin where they do in the article, whose text is composed."""
    _, _, offsets = cell.partition(" ")
    parts = [[_moved(raw, int(at)) for at in part.split()] for part in offsets.split(";")]
    text = _composed(raw)
    return frozenset().union(*(_words(text, p[0], p[1]) for p in parts if len(p) == 2))


def _moved(raw: str, offset: int) -> int:
    return len(_composed(raw[:offset]))


def _words(text: str, start: int, end: int) -> Words:
    return frozenset(m.start() for m in _WORD.finditer(text, start, end))


def _pairs(gold: Sequence[Words], answers: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pair spans one to one, those that share most first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for j, words in enumerate(answers):
        for at in words:
            holders[at].append(j)
    shared = Counter((i, j) for i, words in enumerate(gold) for at in words for j in holders[at])
    ranked = sorted(shared, key=lambda p: (-shared[p] / len(gold[p[0]] | answers[p[1]]), p))
    used_gold: set[int] = set()
    used_answers: set[int] = set()
    for i, j in ranked:
        if i not in used_gold and j not in used_answers:
            used_gold.add(i)
            used_answers.add(j)
            yield gold[i], answers[j]


def _text_name(stem: str) -> str:
    """Return the name of the text: that of the annotation without the annotator's code."""
    return stem.rpartition("_")[0]


def _article(file: Path) -> Article:
    text = _composed(_raw(file))
    return Article(id=file.stem, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def _raw(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


@lru_cache(maxsize=1024)
def _composed(raw: str) -> str:
    """Return text as articles have it: NFC, with plain line ends."""
    return unicodedata.normalize("NFC", raw.replace("\r\n", "\n"))
