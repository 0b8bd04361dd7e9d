"""Copies of one article: exact, near, cut, shuffled, retitled, machine-spun. They count as one voice.

Candidates come from MinHash LSH on runs of three words and on runs of three anchors (numbers and capitalised words,
which a spinner leaves alone); each pair is then confirmed on the whole sets, and spun pairs by the order of their
anchors too, or sentence by sentence, by the words that stand in the same order. Copies of copies fall into one
cluster, and the least damaged one speaks for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain
from zlib import crc32

import numpy as np

from demarche.merge.minhash import candidate_pairs
from demarche.merge.text import anchor_rows, hashed, sentences, words
from demarche.merge.union import components
from demarche.record import Article

__all__ = ["Copies", "CopyKind", "CopyPair", "Fingerprint", "compare", "find_copies", "own_text"]

SHINGLE = 3
"""Words, or anchors, in a run."""
BANDS, ROWS = 64, 2
"""Pairs that share a fifth of their runs are found with probability 0.93, unrelated ones (a hundredth) with 0.006."""

# Read off the pairs among 214 articles on one earthquake and six copies of each (`evaluate copies`): different articles
# share 0.57 of their runs at most; copies that are cut of a good half of it have 0.61. What different articles have
# beside the passages that they share word for word comes to 0.44 of the anchor runs with 0.79 in order, and to 0.5 of
# the sentences' anchors; of reworded copies 95 % have more than 0.53, 0.81, and half have more than 0.75 when shuffled
# too: the others are told by their sentences' words. Do not tune one alone.
NEAR = 0.80
"""Share of the runs of both, taken together, from which two articles are near copies."""
CUT = 0.60
"""Share of the shorter one's runs that stand in the longer one, from which it is a cut or shuffled copy."""
SPUN_ANCHORS = 0.45
"""Share of the shorter one's anchor runs that stand in the longer one, from which it may be spun."""
SPUN_ORDER = 0.80
"""Share of the shorter one's anchors that follow each other in the longer one in the same order."""
SPUN_LINES = 0.60
"""Share of the shorter one's sentences of three and more anchors that have a twin with the same anchors: shuffled."""
CODES = 0x10000
"""Characters that words are coded with, none of them a surrogate."""
LEAST_WORDS = 25
"""Shorter texts are copies only when equal: a sentence or two are soon alike."""
LEAST_ANCHORS, LEAST_TWINS = 16, 3
"""With fewer anchor runs, or such twin sentences, nothing can be said of spinning."""
TWIN_WORDS, TWIN = 8, 0.5
"""Words of the shortest sentence that is looked for; share of the longer one's words that its twin has in order: a
sentence in which half of the long words were replaced keeps 0.7, different ones have 0.3 in common."""
REWORDED, LEAST_REWORDED = 0.72, 3
"""Share of the shorter one's words in sentences that have a twin, whatever the order of the sentences, and the fewest
such sentences: of reworded, shuffled and cut copies all but one in a hundred have 0.77, different articles on one
earthquake 0.66 at most."""
FURNITURE_ARTICLES, FURNITURE_DAYS = 4, 4
"""A line in so many articles, spread over so many days, is the page's and not the story's: copies come together."""


class CopyKind(StrEnum):
    """How one article copies another."""

    EXACT = "exact"
    NEAR = "near"
    CUT = "cut"
    SPUN = "spun"


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """What is kept of an article to find its copies; `damage` in [0, 1] as read, `sha256` of its text."""

    article: str
    sha256: str
    text: str
    damage: float = 0.0
    published: date | None = None

    @classmethod
    def of(cls, article: Article) -> Fingerprint:
        """Return the fingerprint of an article's own words, debris and title left out."""
        day = article.published.middle if article.published else None
        return cls(
            article=article.id,
            sha256=article.sha256,
            text=own_text(article),
            damage=article.damage.score,
            published=day,
        )

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, none empty."""
        return tuple(line for line in map(str.strip, self.text.splitlines()) if line)

    @cached_property
    def sentences(self) -> frozenset[str]:
        """The sentences as they stand."""
        return frozenset(sentences(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words in order."""
        return tuple(words(self.text))

    @cached_property
    def runs(self) -> frozenset[int]:
        """Hashed runs of words."""
        return hashed(self.words, SHINGLE)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The anchors in order."""
        return tuple(chain.from_iterable(anchor_rows(self.text)))

    @cached_property
    def anchor_lines(self) -> frozenset[int]:
        """Hashed anchors of each sentence that has three and more."""
        return frozenset(n for row in anchor_rows(self.text) for n in hashed(row, len(row)) if len(row) >= SHINGLE)

    @cached_property
    def coded(self) -> tuple[str, ...]:
        """The sentences of `TWIN_WORDS` words and more, a character for each word."""
        rows = [words(sentence) for sentence in sentences(self.text)]
        return tuple(
            "".join(chr(CODES + crc32(w.encode()) % CODES) for w in row) for row in rows if len(row) >= TWIN_WORDS
        )

    @cached_property
    def anchor_runs(self) -> frozenset[int]:
        """Hashed runs of anchors."""
        return hashed(self.anchors, SHINGLE)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class CopyPair:
    """Two articles of which one copies the other; `score` in [0, 1] is the share that decided, named in `why`."""

    a: str
    b: str
    kind: CopyKind
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """A cluster of copies, named by its speaker: the least damaged, then the longest, then the earliest article."""

    id: str
    articles: tuple[str, ...]
    pairs: tuple[CopyPair, ...]


def own_text(article: Article) -> str:
    """Return the words of an article without the debris around them and without its title."""
    gaps = sorted((r.span.start, r.span.end) for r in article.removed)
    if article.title_span:
        gaps = sorted([*gaps, (article.title_span.start, article.title_span.end)])
    kept, at = [], 0
    for start, end in gaps:
        kept.append(article.text[at : max(at, start)])
        at = max(at, end)
    return "\n".join([*kept, article.text[at:]]).strip()


def find_copies(prints: Iterable[Fingerprint]) -> tuple[Copies, ...]:
    """Return the clusters of two and more copies, sorted; the order of the input does not matter."""
    by_id = {p.article: p for p in _without_furniture(sorted(prints, key=lambda p: p.article))}
    pairs = [pair for a, b in _candidates(list(by_id.values())) if (pair := compare(by_id[a], by_id[b]))]
    groups = components((pair.a, pair.b) for pair in pairs)
    return tuple(_cluster([by_id[m] for m in members], pairs) for members in groups)


def compare(a: Fingerprint, b: Fingerprint) -> CopyPair | None:
    """Say how one of two articles copies the other, or None where they are two articles."""
    if a.sha256 == b.sha256 or a.words == b.words:
        return _pair(a, b, CopyKind.EXACT, 1.0, "the same words")
    if min(len(a.words), len(b.words)) < LEAST_WORDS:
        return None
    held, both = _shares(a.runs, b.runs)
    if both >= NEAR:
        return _pair(a, b, CopyKind.NEAR, both, f"{both:.0%} of all runs of {SHINGLE} words are in both")
    if held >= CUT:
        why = f"{held:.0%} of the shorter one's runs of {SHINGLE} words are in the longer"
        return _pair(a, b, CopyKind.CUT, held, why)
    return _spun(a, b)


def _spun(a: Fingerprint, b: Fingerprint) -> CopyPair | None:
    """Look at what the two do not have word for word: there, articles that share a passage share nothing more."""
    same = a.sentences & b.sentences
    rest, other = _strip_sentences(a, same), _strip_sentences(b, same)
    return _spun_rest(rest, other) or _reworded(rest, other)


def _reworded(a: Fingerprint, b: Fingerprint) -> CopyPair | None:
    shorter, longer = sorted((a, b), key=lambda one: (sum(map(len, one.coded)), one.article))
    if len(shorter.coded) < LEAST_REWORDED:
        return None
    share = _twins(shorter.coded, longer.coded)
    if share < REWORDED:
        return None
    why = f"other words, but sentences with {share:.0%} of the shorter one's words are in the longer with half of them"
    return _pair(a, b, CopyKind.SPUN, share, why)


def _code(word: str) -> str:
    return chr(CODES + crc32(word.encode()) % CODES)


def _twins(shorter: Sequence[str], longer: Sequence[str]) -> float:
    """Return the share of the shorter one's words in sentences that have a twin in the longer one."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    alike = cdist(shorter, longer, scorer=LCSseq.normalized_similarity, score_cutoff=TWIN, dtype=np.float64)
    sizes = np.array([len(row) for row in shorter])
    return float(sizes[alike.max(axis=1) >= TWIN].sum() / sizes.sum())


def _spun_rest(a: Fingerprint, b: Fingerprint) -> CopyPair | None:
    if min(len(a.anchor_runs), len(b.anchor_runs)) < LEAST_ANCHORS:
        return None
    held, _ = _shares(a.anchor_runs, b.anchor_runs)
    if held >= SPUN_ANCHORS and (order := _order(a.anchors, b.anchors)) >= SPUN_ORDER:
        why = f"other words, but {order:.0%} of the shorter one's names and numbers stand in the same order"
        return _pair(a, b, CopyKind.SPUN, order, why)
    twins, _ = _shares(a.anchor_lines, b.anchor_lines)
    if twins >= SPUN_LINES and len(a.anchor_lines & b.anchor_lines) >= LEAST_TWINS:
        why = f"other words and order, but {twins:.0%} of the shorter one's sentences have the same names and numbers"
        return _pair(a, b, CopyKind.SPUN, twins, why)
    return None


def _strip_sentences(one: Fingerprint, same: frozenset[str]) -> Fingerprint:
    return replace(one, text="\n".join(s for s in sentences(one.text) if s not in same)) if same else one


def _order(a: Sequence[str], b: Sequence[str]) -> float:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(a, b) / min(len(a), len(b))


def _shares(a: frozenset[int], b: frozenset[int]) -> tuple[float, float]:
    """Return the part of the smaller set that is in the larger, and the part of all that is in both."""
    common = len(a & b)
    return common / max(1, min(len(a), len(b))), common / max(1, len(a | b))


def _pair(a: Fingerprint, b: Fingerprint, kind: CopyKind, score: float, why: str) -> CopyPair:
    first, second = sorted((a.article, b.article))
    return CopyPair(a=first, b=second, kind=kind, score=round(score, 3), why=why)


def _without_furniture(prints: Sequence[Fingerprint]) -> list[Fingerprint]:
    """Take the lines that page after page repeats out of each text, unless hardly a word would be left."""
    days: dict[str, dict[str, date]] = defaultdict(dict)
    for one in prints:
        for line in one.lines if one.published else ():
            days[line][one.article] = one.published or date.min
    furniture = {line for line, seen in days.items() if _is_furniture(seen.values())}
    return [_strip(one, furniture) for one in prints] if furniture else list(prints)


def _is_furniture(days: Collection[date]) -> bool:
    return len(days) >= FURNITURE_ARTICLES and (max(days) - min(days)).days >= FURNITURE_DAYS


def _strip(one: Fingerprint, furniture: set[str]) -> Fingerprint:
    if furniture.isdisjoint(one.lines):
        return one
    kept = replace(one, text="\n".join(line for line in one.lines if line not in furniture))
    return kept if len(kept.words) >= LEAST_WORDS else one


def _candidates(prints: Sequence[Fingerprint]) -> Iterator[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    found |= _equal(prints)
    found |= _alike([(p.article, p.runs) for p in prints])
    found |= _alike([(p.article, p.anchor_runs) for p in prints if len(p.anchor_runs) >= LEAST_ANCHORS])
    yield from sorted(found)


def _equal(prints: Sequence[Fingerprint]) -> set[tuple[str, str]]:
    first: dict[str, str] = {}
    return {(first[p.sha256], p.article) for p in prints if first.setdefault(p.sha256, p.article) != p.article}


def _alike(sets: Sequence[tuple[str, frozenset[int]]]) -> set[tuple[str, str]]:
    """Return the pairs that LSH puts together, each sorted."""
    return candidate_pairs(sets, count=BANDS, rows=ROWS)


def _cluster(members: Sequence[Fingerprint], pairs: Sequence[CopyPair]) -> Copies:
    names = {m.article for m in members}
    speaker = min(members, key=lambda m: (round(m.damage, 2), -len(m.words), m.published or date.max, m.article))
    return Copies(
        id=speaker.article,
        articles=tuple(sorted(names)),
        pairs=tuple(sorted(p for p in pairs if p.a in names)),
    )
