"""Coreference on GUM: CoNLL F1 (the mean of MUC, B3 and CEAF-e) over chains with a name in them.

The text goes in raw, made of the words of the CoNLL-U file with their spaces, a blank line before each `newpar`: words,
sentences and names are the shipped pipeline's own. A gold chain counts when it is a person, an organisation or a place
that is a country, has at least two mentions and a proper noun as the head of one. An answer's chain counts when it has
a name and at least two mentions and is no town or region, which the gold leaves out.
Two mentions are the same when each holds the syntactic head of the other (GUM's spans
hold relative clauses, ours do not, and trees differ in which part of a name is its head); adjectives of nationality,
which GUM does not mark, are left out of the answer. So are, on both sides, "I", "we" and "you" in the turns of
transcripts, whose speakers GUM tells in comments and not in the words. Counts are added up over documents.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.codebook.world import World
from demarche.errors import UnknownFormat
from demarche.evaluate.result import Evaluation
from demarche.record import ActorKind, Article, Form
from demarche.resolve import Resolution, Resolver
from demarche.resolve.words import HEARING, SPEAKING

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading

__all__ = ["Document", "Score", "conll", "evaluate", "read"]

NAME = "coref"
Chain = frozenset[int]
Chains = Sequence[Chain]
KINDS = frozenset({"person", "organization"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of a document and its gold chains: each the set of the first characters of its mentions' heads.

    `spans` are all gold mentions: first character of the first word, of the last word, and of the head. `unsaid` are
    the first characters of the words for speaker and hearer in turns whose speaker the text does not name.
    """

    id: str
    text: str
    chains: tuple[Chain, ...]
    spans: tuple[tuple[int, int, int], ...] = ()
    unsaid: frozenset[int] = frozenset()


@dataclass(slots=True)
class Score:
    """Numerators and denominators of one measure, to be added up over documents."""

    found: float = 0.0
    gold: float = 0.0
    right: float = 0.0
    answers: float = 0.0

    def add(self, found: float, gold: float, right: float, answers: float) -> None:
        """Add one document: recall is found / gold, precision right / answers."""
        self.found += found
        self.gold += gold
        self.right += right
        self.answers += answers

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        recall = self.found / self.gold if self.gold else 0.0
        precision = self.right / self.answers if self.answers else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def evaluate(path: Path, resolve: Callable[[Article], tuple[Reading, Resolution]] | None = None) -> Evaluation:
    """Measure on one CoNLL-U file; raises `UnknownFormat` where it has no `Entity=` annotation."""
    resolve = resolve or _shipped()
    scores = {"muc": Score(), "b3": Score(), "ceafe": Score()}
    items = words = 0
    for document in read(path):
        reading, resolution = resolve(_article(document))
        items += len(document.chains)
        words += len(reading.doc)
        conll(document.chains, list(_answers(document, reading, resolution)), scores)
    if not items:
        msg = "no named chain here; name a CoNLL-U file of GUM with Entity= in its last column"
        raise UnknownFormat(msg, where=str(path))
    measures = {f"{name}_f1": score.f1 for name, score in scores.items()}
    measures["conll_f1"] = sum(measures.values()) / len(scores)
    return Evaluation(name=NAME, path=str(path), items=items, measures=measures, words=words)


def _shipped() -> Callable[[Article], tuple[Reading, Resolution]]:
    from demarche.annotate.document import Annotator  # loads onnxruntime
    from demarche.annotate.reader import Reader

    annotator, resolver = Annotator(Reader.load()), Resolver(World.load())

    def resolve(article: Article) -> tuple[Reading, Resolution]:
        reading = annotator.annotate(article)
        return reading, resolver(reading)

    return resolve


def _article(document: Document) -> Article:
    return Article(id=document.id, text=document.text, sha256=hashlib.sha256(document.text.encode()).hexdigest())


def _answers(document: Document, reading: Reading, resolution: Resolution) -> Iterator[Chain]:
    """Yield the heads of the mentions of each actor that is named."""
    heads: dict[str, set[int]] = defaultdict(set)
    named = set()
    for mention in resolution.mentions:
        head = reading.doc[mention.head]
        if mention.actor is None or head.pos_ == "ADJ" or head.idx in document.unsaid:
            continue
        first, last = reading.doc[mention.first].idx, reading.doc[mention.last - 1].idx
        heads[mention.actor].add(_same(document, first, last, head.idx))
        if mention.form is Form.NAME:
            named.add(mention.actor)
    towns = {actor for actor, one in resolution.actors.items() if one.kind is ActorKind.PLACE}
    yield from (frozenset(found) for actor, found in heads.items() if actor in named - towns and len(found) > 1)


def _same(document: Document, first: int, last: int, head: int) -> int:
    """Return the head of the gold mention that an answer's mention is, the tightest one; its own where it is none."""
    fits = [s for s in document.spans if s[0] <= head <= s[1] and first <= s[2] <= last]
    return min(fits, key=lambda s: (s[2] != head, s[1] - s[0]))[2] if fits else head


# The gold ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Word:
    start: int
    head: int
    proper: bool
    entity: str


@dataclass(slots=True)
class _Draft:
    """A document while its lines are read."""

    id: str
    text: str = ""
    gap: str = ""
    open: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[str, tuple[str, str]] = field(default_factory=dict)
    heads: dict[str, dict[int, bool]] = field(default_factory=lambda: defaultdict(dict))
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    unsaid: set[int] = field(default_factory=set)


def read(path: Path) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file."""
    draft: _Draft | None = None
    world = World.load()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        name = next((line[len("# newdoc id = ") :] for line in lines if line.startswith("# newdoc id = ")), None)
        if name:
            if draft:
                yield _finished(draft, world)
            draft = _Draft(id=name)
        if draft:
            _sentence(draft, lines)
    if draft:
        yield _finished(draft, world)


def _sentence(draft: _Draft, lines: Sequence[str]) -> None:
    if draft.text:
        draft.gap = "\n\n" if any(line.startswith("# newpar") for line in lines) else " "
    words: list[_Word] = []
    turn = any(line.startswith("# speaker = ") for line in lines)
    joined_until = inner = 0
    for line in lines:
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 10 or "." in cells[0]:
            continue
        misc = dict(part.partition("=")[::2] for part in cells[9].split("|"))
        if "-" in cells[0]:
            joined_until = int(cells[0].split("-")[1])
            inner = len(draft.text) + len(draft.gap)
            _write(draft, cells[1], misc)
            continue
        inside = int(cells[0]) <= joined_until
        start = inner if inside else len(draft.text) + len(draft.gap)
        inner += len(cells[1])
        if not inside:
            _write(draft, cells[1], misc)
        words.append(
            _Word(start=start, head=int(cells[6]) - 1, proper=cells[3] == "PROPN", entity=misc.get("Entity", ""))
        )
        if turn and cells[1].lower() in SPEAKING | HEARING:
            draft.unsaid.add(start)
    _mentions(draft, words)


def _write(draft: _Draft, form: str, misc: dict[str, str]) -> None:
    draft.text += draft.gap + form
    draft.gap = "" if misc.get("SpaceAfter") == "No" else " "


def _mentions(draft: _Draft, words: Sequence[_Word]) -> None:
    """Read the brackets of a sentence; a mention's head is its word whose head lies outside."""
    for at, word in enumerate(words):
        for mark in _marks(word.entity):
            parts = mark.strip("()").split("-")
            if mark.startswith("("):
                draft.open[parts[0]].append(at)
                draft.kinds.setdefault(parts[0], (parts[1] if len(parts) > 1 else "", "-".join(parts[7:])))
            if mark.endswith(")") and draft.open[parts[0]]:
                first = draft.open[parts[0]].pop()
                head = next((w for w in range(first, at + 1) if not first <= words[w].head <= at), at)
                draft.heads[parts[0]][words[head].start] = words[head].proper
                draft.spans.append((words[first].start, word.start, words[head].start))
    draft.open.clear()


def _marks(entity: str) -> Iterator[str]:
    """Cut `(1-person-...(2-place-...)3)` into its marks."""
    mark = ""
    for char in entity:
        if char == "(" and mark:
            yield mark
            mark = ""
        mark += char
        if char == ")":
            yield mark
            mark = ""
    if mark:
        yield mark


def _finished(draft: _Draft, world: World) -> Document:
    chains = []
    for key, said in draft.heads.items():
        heads = {head: proper for head, proper in said.items() if head not in draft.unsaid}
        kind, identity = draft.kinds.get(key, ("", ""))
        country = kind == "place" and world.country_of_name(identity.replace("_", " ")) is not None
        if len(heads) > 1 and any(heads.values()) and (kind in KINDS or country):
            chains.append(frozenset(heads))
    return Document(
        id=draft.id, text=draft.text, chains=tuple(chains), spans=tuple(draft.spans), unsaid=frozenset(draft.unsaid)
    )


# The measures --------------------------------------------------------------------------------------------------------


def conll(gold: Chains, answers: Chains, scores: dict[str, Score]) -> None:
    """Add one document to MUC, B3 and CEAF-e."""
    scores["muc"].add(*_muc(gold, answers), *_muc(answers, gold))
    scores["b3"].add(*_b3(gold, answers), *_b3(answers, gold))
    same = _aligned(gold, answers)
    scores["ceafe"].add(same, len(gold), same, len(answers))


def _muc(keys: Chains, others: Chains) -> tuple[float, float]:
    """Return the links of `keys` that `others` have, and all of them (Vilain and others 1995)."""
    where = {mention: number for number, chain in enumerate(others) for mention in chain}
    kept = 0
    for chain in keys:
        parts = {where.get(mention, -mention - 1) for mention in chain}
        kept += len(chain) - len(parts)
    return kept, sum(len(chain) - 1 for chain in keys)


def _b3(keys: Chains, others: Chains) -> tuple[float, float]:
    """Return the sum over mentions of the share of their chain in `others`, and their number (Bagga, Baldwin)."""
    where = {mention: chain for chain in others for mention in chain}
    shares = (len(chain & where.get(m, frozenset())) / len(chain) for chain in keys for m in chain)
    return sum(shares), sum(map(len, keys))


def _aligned(gold: Chains, answers: Chains) -> float:
    """Return the best sum of similarities of chains paired one to one (Luo 2005, phi 4)."""
    if not gold or not answers:
        return 0.0
    rows, columns = (gold, answers) if len(gold) <= len(answers) else (answers, gold)
    return best_pairs([[2 * len(a & b) / (len(a) + len(b)) for b in columns] for a in rows])


def best_pairs(worth: Sequence[Sequence[float]]) -> float:
    """Return the highest sum of one column for each row, no column twice: the Hungarian method; rows <= columns."""
    rows, columns = len(worth), len(worth[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _place(row, worth, row_price, column_price, owner)
    return sum(worth[owner[c] - 1][c - 1] for c in range(1, columns + 1) if owner[c])


def _place(
    row: int, worth: Sequence[Sequence[float]], row_price: list[float], column_price: list[float], owner: list[int]
) -> None:
    """Give one more row its column, moving others along the cheapest chain of swaps."""
    columns = len(worth[0])
    cheapest, came_from = [float("inf")] * (columns + 1), [0] * (columns + 1)
    done = [False] * (columns + 1)
    owner[0], at = row, 0
    while owner[at]:
        done[at] = True
        here, least, following = owner[at], float("inf"), 0
        for c in range(1, columns + 1):
            if not done[c]:
                cost = -worth[here - 1][c - 1] - row_price[here] - column_price[c]
                if cost < cheapest[c]:
                    cheapest[c], came_from[c] = cost, at
                if cheapest[c] < least:
                    least, following = cheapest[c], c
        for c in range(columns + 1):
            if done[c]:
                row_price[owner[c]] += least
                column_price[c] -= least
            else:
                cheapest[c] -= least
        at = following
    while at:
        owner[at] = owner[came_from[at]]
        at = came_from[at]
