"""The small places of the world: found by name in a sorted list, of which nothing else is ever read."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.codebook.world import Place, PlaceKind, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Towns"]

COLUMNS = 6


@dataclass(frozen=True)
class Towns:
    """Looks names up in a gzipped table of name, kind, country, latitude, longitude and population.

    The lines are in the order of the folded names (`normalise`), after a header; without the file there are none.
    """

    file: Path

    @cached_property
    def lines(self) -> Sequence[str]:
        """The rows of the table as written."""
        if not self.file.is_file():
            return ()
        return gzip.decompress(self.file.read_bytes()).decode("utf-8").splitlines()[1:]

    def named(self, name: str) -> list[Place]:
        """Return the places so called, the most populous first, then those whose people nobody has counted."""
        key = normalise(name)
        at = bisect_left(self.lines, key, key=_folded)
        rest = (self.lines[n] for n in range(at, len(self.lines)))
        found = [_place(line) for line in takewhile(lambda line: _folded(line) == key, rest)]
        return sorted(found, key=lambda place: -place.population)


def _folded(line: str) -> str:
    return normalise(line.partition("\t")[0])


def _place(line: str) -> Place:
    name, kind, country, latitude, longitude, people = line.split("\t", COLUMNS - 1)
    return Place(
        name=name,
        names=(),
        kind=PlaceKind(kind),
        country=country,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(people),
    )
