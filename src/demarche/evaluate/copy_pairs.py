"""Are copies found, and different articles left apart? Copies made by rule from the articles of one story.

The rules, recorded here: each article gives one copy of each kind. `cut`: its first two thirds, under a new first line.
`shuffled`: its sentences in another order. `retitled`: another title, the first sentence gone, a last line added.
`spun`: by the spinner of `demarche.evaluate.copies`. `reworded`: half of the lower-case words of four and more letters
give way to another word, the same one throughout, and a tenth of the capitalised ones. `mixed`: reworded, shuffled, and
a quarter of the sentences left out. What is drawn depends on the text and `SEED` alone; a copy comes out a day later.

All are put into one heap with their originals. A pair is right when both stem from one article, or from two of which
the shorter one has `SAME_STORY` of its runs of five words in the other (an agency's update, or the article twice).
Every other pair that ends up in one cluster is a false join.
"""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations
from typing import TYPE_CHECKING

from demarche.merge import Fingerprint, find_copies
from demarche.merge.text import hashed
from demarche.merge.union import components

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from demarche.record import Article

__all__ = ["Joins", "copies_of", "joins"]

SEED = 1962
SAME_STORY = 0.5
"""Share of the runs of five words of the shorter of two given articles, also in the other, that makes them one."""
RUN = 5
KEPT = 2 / 3
REWORDED, RENAMED, DROPPED = 0.5, 0.1, 0.25
SENTENCE = re.compile(r"\n+|(?<=[.!?]) +(?=[A-Z\"“])")
PLAIN, CAPITAL = re.compile(r"\b[a-z]{4,}\b"), re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
LEADS = ("What we know so far.", "The latest from our newsroom.", "Here is what happened.", "A report from the region.")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """Pairs that are copies, pairs that were joined, and those that are both; `false` lists the others joined."""

    gold: int
    answers: int
    right: int
    missed: tuple[tuple[str, int, int], ...]
    false: tuple[Pair, ...]

    @property
    def false_given(self) -> tuple[Pair, ...]:
        """False joins of two articles that were given, no copy among them."""
        return tuple(pair for pair in self.false if not any("/" in name for name in pair))


def joins(articles: Sequence[Article], spin: Callable[[str], str]) -> Joins:
    """Put the articles and copies of them into one heap and count what the finder joins."""
    prints = {one.article: one for one in chain.from_iterable(_with_copies(article, spin) for article in articles)}
    family = _families([prints[a.id] for a in articles])
    clusters = [cluster.articles for cluster in find_copies(prints.values())]
    joined = {pair for members in clusters for pair in combinations(members, 2)}
    right = {pair for pair in joined if family[_origin(pair[0])] == family[_origin(pair[1])]}
    sizes: dict[str, int] = {}
    for name in prints:
        sizes[family[_origin(name)]] = sizes.get(family[_origin(name)], 0) + 1
    return Joins(
        gold=sum(n * (n - 1) // 2 for n in sizes.values()),
        answers=len(joined),
        right=len(right),
        missed=tuple(_missed(prints, {frozenset(pair) for pair in right})),
        false=tuple(sorted(joined - right)),
    )


def _missed(prints: Iterable[str], right: set[frozenset[str]]) -> Iterator[tuple[str, int, int]]:
    """Yield each kind of copy, how many were not found beside their original, and how many there are."""
    kinds: dict[str, list[bool]] = {}
    for name in prints:
        origin, _, kind = name.partition("/")
        if kind:
            kinds.setdefault(kind, []).append(frozenset((name, origin)) not in right)
    yield from ((kind, sum(found), len(found)) for kind, found in kinds.items())


def _origin(name: str) -> str:
    return name.partition("/")[0]


def _families(given: Sequence[Fingerprint]) -> Mapping[str, str]:
    """Name the family of each given article: itself, or the first of those that are one with it."""
    runs = {one.article: hashed(one.words, RUN) for one in given}
    same = [(a, b) for a, b in combinations(sorted(runs), 2) if _shared(runs[a], runs[b]) >= SAME_STORY]
    return {one.article: one.article for one in given} | {n: names[0] for names in components(same) for n in names}


def _shared(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def _with_copies(article: Article, spin: Callable[[str], str]) -> Iterator[Fingerprint]:
    day = article.published.middle if article.published else None
    yield _print(article.id, article.text, day)
    later = day + timedelta(1) if day else None
    for kind, text in copies_of(article.text, spin):
        yield _print(f"{article.id}/{kind}", text, later)


def _print(name: str, text: str, day: date | None) -> Fingerprint:
    return Fingerprint(article=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, published=day)


def copies_of(text: str, spin: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield a copy of each kind; the same text always gives the same copies."""
    draw = random.Random(f"{SEED}{text}")  # noqa: S311 - a test's dice, not a secret
    rows = _sentences(text)
    yield "cut", "\n".join([draw.choice(LEADS), *rows[: max(1, round(len(rows) * KEPT))]])
    yield "shuffled", "\n".join(draw.sample(rows, len(rows)))
    yield "retitled", "\n".join([draw.choice(LEADS), *rows[1:], "More follows."])
    yield "spun", spin(text)
    yield "reworded", "\n".join(_reword(rows, draw))
    yield "mixed", "\n".join(_reword(draw.sample(rows, round(len(rows) * (1 - DROPPED))), draw))


def _sentences(text: str) -> list[str]:
    return [row for row in map(str.strip, SENTENCE.split(text)) if row]


def _reword(rows: Sequence[str], draw: random.Random) -> Iterator[str]:
    """Yield the sentences with words replaced by others of the same article, from one table."""
    whole = " ".join(rows)
    table: dict[str, str] = {}
    for pattern, rate in ((PLAIN, REWORDED), (CAPITAL, RENAMED)):
        found = sorted(set(pattern.findall(whole)))
        table |= {word: draw.choice(found)[::-1] for word in found if draw.random() < rate}
    for row in rows:
        plain = PLAIN.sub(lambda m: table.get(m.group(), m.group()), row)
        yield CAPITAL.sub(lambda m: table.get(m.group(), m.group()).capitalize(), plain)
