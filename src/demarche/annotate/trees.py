"""The best tree and the best names that a sentence's scores allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]
Order = Sequence[Sequence[bool]]
BARRED: Final = -1e9


def barred(scores: Scores) -> Scores:
    """The scores, in the shape that `tree` takes, without the arc from any word to itself."""
    out = scores.copy()
    words = np.arange(len(scores))
    out[words, words + 1] = BARRED
    return out


def log_chances(scores: Scores) -> Scores:
    """Log chances of each row's choices."""
    lower = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(lower - np.log(np.exp(lower).sum(axis=-1, keepdims=True)), dtype=np.float32)


def rivals(chances: Scores, least: float) -> tuple[Heads, Heads]:
    """Places of the arcs of at least this chance, of words that have several: each word, and its head's column."""
    likely = chances >= math.log(least)
    words, heads = np.nonzero(likely & (likely.sum(axis=1, keepdims=True) > 1))
    return words, heads


def behind(values: Scores, words: Heads) -> Scores:
    """By how much each value is behind the best of the same word."""
    best = np.full(words.max(initial=-1) + 1, -np.inf, dtype=np.float32)
    np.maximum.at(best, words, values)
    return np.asarray(best[words] - values, dtype=np.float32)


def tree(scores: Scores) -> Heads:
    """Head of each word, -1 for the one root, by the tree of the highest sum of scores.

    scores: words x (1 + words); column 0 is the root, column i + 1 is word i.
    """
    words = scores.shape[0]
    square = np.full((words + 1, words + 1), BARRED, dtype=np.float64)
    square[1:] = scores
    np.fill_diagonal(square, BARRED)
    heads = _spanning(square)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        heads = max((_rooted(square, int(root)) for root in roots), key=lambda h: _total(square, h))
    return heads[1:] - 1


def _total(square: npt.NDArray[np.float64], heads: Heads) -> float:
    places = np.arange(1, len(heads))
    return float(square[places, heads[1:]].sum())


def _rooted(square: npt.NDArray[np.float64], root: int) -> Heads:
    barred = square.copy()
    barred[:, 0] = BARRED
    barred[root, 0] = square[root, 0]
    return _spanning(barred)


def _spanning(square: npt.NDArray[np.float64]) -> Heads:
    """Chu-Liu-Edmonds; square: child x head with the root at 0; the root's own head is 0."""
    heads = square.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    return heads if cycle is None else _broken(square, heads, cycle)


def _cycle(heads: Heads) -> Heads | None:
    """Words of one cycle, or None."""
    parents = heads.tolist()
    seen = [0] * len(parents)
    seen[0] = -1
    for start in range(1, len(parents)):
        at = start
        while seen[at] == 0:
            seen[at] = start
            at = parents[at]
        if at and seen[at] == start:
            members = [at]
            while parents[members[-1]] != at:
                members.append(parents[members[-1]])
            return np.array(members, dtype=np.int64)
    return None


def _broken(square: npt.NDArray[np.float64], heads: Heads, cycle: Heads) -> Heads:
    """Contract the cycle to one place, solve the rest, and open the cycle where the solution enters it."""
    rest = np.setdiff1d(np.arange(len(heads)), cycle)
    enter = square[np.ix_(cycle, rest)] - square[cycle, heads[cycle]][:, None]
    leave = square[np.ix_(rest, cycle)]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), BARRED)
    smaller[:size, :size] = square[np.ix_(rest, rest)]
    smaller[size, :size] = enter.max(axis=0)
    smaller[:size, size] = leave.max(axis=1)
    solved = _spanning(smaller)
    out = heads.copy()
    inside = solved[:size] == size
    out[rest] = np.where(inside, cycle[leave.argmax(axis=1)], rest[np.minimum(solved[:size], size - 1)])
    out[cycle[enter[:, solved[size]].argmax()]] = rest[solved[size]]
    out[0] = 0
    return out


_LOOSE: Final = frozenset({"PART", "INTJ", "CCONJ", "SCONJ", "ADP", "ADV", "SYM", "X"})
_UNSURE: Final = _LOOSE | {"ADJ", "PROPN", "NUM", "DET"}
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_VERBAL: Final = frozenset({"obj", "iobj", "aux", "aux:pass", "ccomp"})
_WORDLESS: Final = frozenset({"not", "n't", "n’t", "to"})


def verbal(tags: Sequence[str], labels: Sequence[str], heads: Sequence[int], words: Sequence[str]) -> list[str]:
    """Return the tags, with VERB for a word that the tree treats as one, though it is tagged otherwise.

    `heads` are places in the sentence, -1 for the root.
    """
    found: dict[int, set[str]] = {}
    for label, head in zip(labels, heads, strict=True):
        if head >= 0 and tags[head] in _UNSURE:
            found.setdefault(head, set()).add(label)
    out = list(tags)
    for place, below in found.items():
        word = words[place]
        if word.isalpha() and word.lower() not in _WORDLESS and _is_verbal(tags[place], below):
            out[place] = "VERB"
    return out


def _is_verbal(tag: str, below: AbstractSet[str]) -> bool:
    """Whether labels are those below a verb: "ministers welcomes", "have blocked websites", "to beat them".

    Small words with a subject and no copula are; an adjective, name or number needs an object, auxiliary or clause too.
    """
    if "cop" in below:
        return False
    if below & _SUBJECTS:
        return tag in _LOOSE or bool(below & _VERBAL) or (tag in {"NUM", "DET"} and "xcomp" in below)
    return tag in {"NUM", "DET"} and {"mark", "obj"} <= below


def below_adjectives(tags: Sequence[str], labels: Sequence[str], heads: Sequence[int]) -> tuple[list[str], list[int]]:
    """Return labels and heads in which an infinitive right behind an adjective is that adjective's own.

    "It is about to restore ties, an official said": two clauses of one speaker's verb, one without a subject, are one.
    """
    out, above = list(labels), list(heads)
    for mark in (place for place, label in enumerate(labels) if label == "mark" and place and tags[place - 1] == "ADJ"):
        verb, adjective = heads[mark], mark - 1
        if labels[verb] == labels[adjective] == "ccomp" and heads[verb] == heads[adjective]:
            out[verb], above[verb] = "xcomp", adjective
    return out, above


def may_follow(tags: Sequence[str]) -> Order:
    """Which tag may come after which (B, I, E, S, O); the last row is the start, the last column the end."""
    rows = [*tags, "O"]
    return [[_fits(before, after) for after in rows] for before in rows]


def _fits(before: str, after: str) -> bool:
    if before[0] in "BI":
        return after[0] in "IE" and after[2:] == before[2:]
    return after[0] not in "IE"


def best_tags(log_probabilities: Scores, allowed: Order) -> list[int]:
    """Numbers of the likeliest tags that may stand in this order: Viterbi, where the plain best may not."""
    plain: list[int] = log_probabilities.argmax(axis=1).tolist()
    if all(allowed[before][after] for before, after in pairwise((-1, *plain, -1))):
        return plain
    return _viterbi(log_probabilities, np.where(np.array(allowed), 0.0, BARRED))


def _viterbi(log_probabilities: Scores, cost: npt.NDArray[np.float64]) -> list[int]:
    score = log_probabilities[0] + cost[-1, :-1]
    back: list[npt.NDArray[np.int64]] = []
    for row in log_probabilities[1:]:
        paths = score[:, None] + cost[:-1, :-1]
        back.append(paths.argmax(axis=0))
        score = paths.max(axis=0) + row
    at = int((score + cost[:-1, -1]).argmax())
    out = [at]
    for step in reversed(back):
        at = int(step[at])
        out.append(at)
    return out[::-1]
