"""A small chart parser: categories over words, rules as data, the longest reading wins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Chart", "Edge", "Grammar", "Rule", "rule"]


class Edge(NamedTuple):
    """A phrase of some category that ends before word `end`, and what it means."""

    end: int
    value: object


class _Item(NamedTuple):
    """One place of a pattern: categories (upper case) or words (lower case), any of which will do."""

    choices: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`pattern` makes a phrase of `category`; `build` gets the values of its categories and may refuse with None.

    What `ahead` says has to follow: it gives `build` its values too, but is no part of the phrase.
    """

    category: str
    pattern: tuple[_Item, ...]
    build: Callable[..., object]
    ahead: tuple[_Item, ...] = ()


def rule(category: str, pattern: str, build: Callable[..., object], *, ahead: str = "") -> Rule:
    """Make a rule. In `pattern`, `A|b` is a choice and `?` after an item makes it optional (its value is then None)."""
    return Rule(category=category, pattern=_items(pattern), build=build, ahead=_items(ahead))


def _items(pattern: str) -> tuple[_Item, ...]:
    return tuple(
        _Item(tuple(item.rstrip("?").split("|")), item.endswith("?") and item != "?") for item in pattern.split()
    )


class Chart:
    """Phrases found so far, by where they begin and by category."""

    def __init__(self, words: Sequence[str]) -> None:
        """Begin with bare words."""
        self.words = words
        self._at: list[dict[str, list[Edge]]] = [{} for _ in words]
        self.starts: list[set[str]] = [*({word} for word in words), set()]
        """What may begin a pattern at each word: the word and the categories found. Nothing does at the end."""

    def add(self, start: int, category: str, edge: Edge) -> None:
        """Add a phrase, unless the same stretch already is one of that category."""
        edges = self._at[start].setdefault(category, [])
        if all(known.end != edge.end for known in edges):
            edges.append(edge)
            self.starts[start].add(category)

    def edges(self, start: int, category: str) -> Sequence[Edge]:
        """Return the phrases of a category that begin at a word."""
        return self._at[start].get(category, ())

    def ends(self, start: int, choice: str) -> Sequence[int]:
        """Return before which words a word, or the phrases of a category that begin there, may end."""
        return [edge.end for edge in self.edges(start, choice)] if choice.isupper() else (start + 1,)


class _Index(NamedTuple):
    """Rules that begin alike, by their places in the layer: which may go on with anything, and which with what."""

    free: list[int]
    by_next: dict[str, set[int]]


class Grammar:
    """Layers of rules: a layer sees all that the layers before it found, and what it itself found further right."""

    def __init__(self, *layers: Sequence[Rule]) -> None:
        """Index each layer by what its rules can begin with, and by what must follow a bare word."""
        self._layers = [(layer, _index(layer)) for layer in layers]
        self._beginnings = frozenset().union(*(index for _, index in self._layers))

    def parse(self, chart: Chart) -> None:
        """Add to `chart` every phrase that the rules make."""
        places = [at for at in range(len(chart.words) - 1, -1, -1) if not self._beginnings.isdisjoint(chart.starts[at])]
        for layer, firsts in self._layers:
            for start in places:
                if firsts.keys().isdisjoint(chart.starts[start]):
                    continue
                for known in sorted(firsts.keys() & chart.starts[start]):  # sets have no order of their own
                    for number in _fitting(firsts[known], chart, chart.ends(start, known)):
                        _apply(chart, start, layer[number])


def _fitting(index: _Index, chart: Chart, ends: Sequence[int]) -> Iterable[int]:
    """Return the rules, in their order, that may go on as the words do at one of these ends: three in four do not."""
    following = [word for end in ends for word in chart.starts[end] if word in index.by_next]
    return sorted({*index.free, *chain(*map(index.by_next.__getitem__, following))}) if following else index.free


def _apply(chart: Chart, start: int, made: Rule) -> None:
    for end, values in _matches(chart, start, made.pattern):
        for _, following in _matches(chart, end, made.ahead):
            value = made.build(*values, *following)
            if value is not None:
                chart.add(start, made.category, Edge(end, value))


def _index(layer: Sequence[Rule]) -> dict[str, _Index]:
    """Return, for each word or category, the rules that can begin with it."""
    index: dict[str, _Index] = {}
    for number, made in enumerate(layer):
        for at, item in enumerate(made.pattern):
            for choice in item.choices:
                _put(index.setdefault(choice, _Index([], {})), number, made.pattern[at + 1 :])
            if not item.optional:
                break
    return index


def _put(index: _Index, number: int, rest: Sequence[_Item]) -> None:
    """File the rule of this number by what must come next, where something must."""
    follow = _first(rest)
    if follow is None:
        index.free.append(number)
    for following in follow or ():
        index.by_next.setdefault(following, set()).add(number)


def _first(pattern: Sequence[_Item]) -> frozenset[str] | None:
    """Return what a pattern can begin with, or None when it can be empty."""
    choices: set[str] = set()
    for item in pattern:
        choices.update(item.choices)
        if not item.optional:
            return frozenset(choices)
    return None


def _matches(chart: Chart, at: int, pattern: Sequence[_Item]) -> list[tuple[int, list[object]]]:
    """Return the ends and the values of every way to match a pattern from word `at` on."""
    if not pattern:
        return [(at, [])]
    item, rest = pattern[0], pattern[1:]
    found: list[tuple[int, list[object]]] = []
    if not chart.starts[at].isdisjoint(item.choices):
        ways = _one(chart, at, item)
        found = [(last, values + more) for end, values in ways for last, more in _matches(chart, end, rest)]
    if item.optional:
        skipped: list[object] = [None] if item.choices[0].isupper() else []
        found += [(last, skipped + more) for last, more in _matches(chart, at, rest)]
    return found


def _one(chart: Chart, at: int, item: _Item) -> Iterator[tuple[int, list[object]]]:
    """Yield the ways in which one item matches a word: a word gives no value, a category gives its own."""
    for choice in item.choices:
        if choice.isupper():
            for edge in chart.edges(at, choice):
                yield edge.end, [edge.value]
        elif choice in chart.starts[at]:
            yield at + 1, []
