"""Who is who across articles: what most of them say of a name corrects the few that say otherwise.

A name is read anew in each article, and one article in some reads it wrongly: "Saleh, a vital U.S. ally" puts Yemen's
president into Washington. A name of one's own is of one side, the one that most independent articles give it. A common
noun ("police") may be of any side in any article; what few articles say of it is only less likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from demarche.codebook.world import World
from demarche.merge.observation import Observation, Side
from demarche.merge.text import fold

__all__ = ["Names"]

LEAST = 3
"""Independent articles that must give a name its side before it corrects others."""
MOST = 0.75
"""Share of the articles with a name that must agree on its side."""

Told = Mapping[Side, AbstractSet[str]]
"""The sides that articles make of one name, and the voices that do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a store: the side that each is of, and the share of the voices that give it each code."""

    settled: Mapping[str, Side]
    shares: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, reports: Iterable[Observation]) -> Self:
        """Count for each name the voices that give it each code."""
        told: dict[str, dict[Side, set[str]]] = defaultdict(lambda: defaultdict(set))
        for report in reports:
            for side in (*report.sources, *report.targets, *report.others):
                told[side.name][replace(side, part="") if side.part else side].add(report.voice)
        voices = {name: _by_code(sides) for name, sides in told.items() if name}
        found = {n: best for n, codes in voices.items() if (best := _settled(n, told[n], codes))}
        shares = {(n, code): len(v) / _all(codes) for n, codes in voices.items() for code, v in codes.items()}
        return cls(settled=found, shares=shares)

    def corrected(self, report: Observation) -> Observation:
        """Return the report with each name on the side that it is of."""
        told = report.sources, report.targets, report.others
        sources, targets, others = (tuple(map(self._side, sides)) for sides in told)
        same = (sources, targets, others) == told
        return report if same else replace(report, sources=sources, targets=targets, others=others)

    def _side(self, side: Side) -> Side:
        known = self.settled.get(side.name)
        return side if known is None or known.code == side.code else replace(known, part=side.part)

    def trust(self, report: Observation) -> float:
        """Return the least share, in (0, 1], of the voices that give a name of either side the code it has here."""
        return min((self.shares.get((s.name, s.code), 1.0) for s in (*report.sources, *report.targets)), default=1.0)


def _by_code(sides: Told) -> dict[str, AbstractSet[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for side, voices in sides.items():
        found[side.code] |= voices
    return dict(found)


def _all(codes: Mapping[str, AbstractSet[str]]) -> int:
    return len(frozenset().union(*codes.values()))


def _settled(name: str, sides: Told, codes: Mapping[str, AbstractSet[str]]) -> Side | None:
    """Return what a name is told as most, where the articles differ on its code and enough of them agree."""
    best = min(codes, key=lambda code: (-len(codes[code]), code))
    agreeing = len(codes[best])
    if not best or len(codes) == 1 or agreeing < LEAST or agreeing < MOST * _all(codes) or not _is_own(name):
        return None
    return min((s for s in sides if s.code == best), key=lambda s: (-len(sides[s]), s))


@lru_cache(maxsize=65_536)
def _is_own(name: str) -> bool:
    """Whether a name is somebody's own: all its words are capitalised, and none is a noun for many."""
    words = name.split()
    role_noun = World.load().role_noun
    return all(word[:1].isupper() for word in words) and not any(role_noun(fold(word)) for word in words)
