"""Joining what belongs together, the same way whatever order it came in."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Forest", "components"]


class Forest:
    """Sets that grow together; each is named by its least member."""

    __slots__ = ("_parent",)

    def __init__(self) -> None:
        """Start with no member at all; a name becomes one when it is first asked for."""
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        """Return the name of the set that holds a member."""
        parent = self._parent.setdefault(name, name)
        if parent != name:
            self._parent[name] = parent = self.find(parent)
        return parent

    def join(self, a: str, b: str) -> str:
        """Make the sets of two members one, and return its name."""
        least, other = sorted((self.find(a), self.find(b)))
        self._parent[other] = least
        return least

    def sets(self) -> list[list[str]]:
        """Return the sets, each sorted, in the order of their names."""
        found: dict[str, list[str]] = {}
        for name in sorted(self._parent):
            found.setdefault(self.find(name), []).append(name)
        return [found[name] for name in sorted(found)]


def components(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the sets of names that pairs connect, each of two and more, sorted."""
    forest = Forest()
    for a, b in pairs:
        forest.join(a, b)
    return forest.sets()
