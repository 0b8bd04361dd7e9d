"""A small chart parser: categories over words, rules as data, the longest reading wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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

    What `ahead` says has to follow: it gives `build` its values too, but is no part of the phrase. `second` is what
    must follow the first place of a pattern that begins with one category, None where the pattern begins otherwise or
    anything may follow.
    """

    category: str
    pattern: tuple[_Item, ...]
    build: Callable[..., object]
    ahead: tuple[_Item, ...] = ()
    second: frozenset[str] | None = None


def rule(category: str, pattern: str, build: Callable[..., object], *, ahead: str = "") -> Rule:
    """Make a rule. In `pattern`, `A|b` is a choice and `?` after an item makes it optional (its value is then None)."""
    items = _items(pattern)
    second = _first(items[1:]) if _is_category(items[0]) else None
    return Rule(category=category, pattern=items, build=build, ahead=_items(ahead), second=second)


def _is_category(item: _Item) -> bool:
    return not item.optional and len(item.choices) == 1 and item.choices[0].isupper()


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


class _Index(NamedTuple):
    """Rules of one layer that begin alike: those for which anything may follow, and those that ask for a next word."""

    free: list[Rule]
    by_next: dict[str, list[Rule]]


class Grammar:
    """Layers of rules: a layer sees all that the layers before it found, and what it itself found further right."""

    def __init__(self, *layers: Sequence[Rule]) -> None:
        """Index each layer by what its rules can begin with, and by what must follow a bare word."""
        self._layers = [_index(layer) for layer in layers]
        self._firsts = [frozenset(layer) for layer in self._layers]
        self._beginnings = frozenset().union(*self._firsts)

    def parse(self, chart: Chart) -> None:
        """Add to `chart` every phrase that the rules make."""
        places = [at for at in range(len(chart.words) - 1, -1, -1) if not self._beginnings.isdisjoint(chart.starts[at])]
        for layer, firsts in zip(self._layers, self._firsts, strict=True):
            for start in places:
                if not firsts.isdisjoint(chart.starts[start]):
                    for known in sorted(firsts & chart.starts[start]):  # sets have no order of their own
                        _try(chart, start, layer[known])


def _try(chart: Chart, start: int, index: _Index) -> None:
    for made in index.free:
        _apply(chart, start, made)
    if index.by_next:
        for following in chart.starts[start + 1] & index.by_next.keys():
            for made in index.by_next[following]:
                _apply(chart, start, made)


def _apply(chart: Chart, start: int, made: Rule) -> None:
    if made.second is not None and _ends_early(chart, start, made.pattern[0].choices[0], made.second):
        return
    for end, values in _matches(chart, start, made.pattern):
        for _, following in _matches(chart, end, made.ahead):
            value = made.build(*values, *following)
            if value is not None:
                chart.add(start, made.category, Edge(end, value))


def _ends_early(chart: Chart, start: int, category: str, second: frozenset[str]) -> bool:
    """Say whether nothing that a pattern asks for in its second place follows the first: three in four end here."""
    return all(second.isdisjoint(chart.starts[edge.end]) for edge in chart.edges(start, category))


def _index(layer: Sequence[Rule]) -> dict[str, _Index]:
    """Return, for each word or category, the rules that can begin with it."""
    index: dict[str, _Index] = {}
    for made in layer:
        for at, item in enumerate(made.pattern):
            for choice in item.choices:
                _put(index.setdefault(choice, _Index([], {})), made, choice, made.pattern[at + 1 :])
            if not item.optional:
                break
    return index


def _put(index: _Index, made: Rule, choice: str, rest: Sequence[_Item]) -> None:
    """File a rule that begins with `choice`; a category may be long, so that nothing is known of the word after it."""
    follow = None if choice.isupper() else _first(rest)
    if follow is None:
        index.free.append(made)
        return
    for following in follow:
        index.by_next.setdefault(following, []).append(made)


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
