"""The relationships that a store tells of, and which of them matter most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.relate.contribution import Contribution, Pair
from demarche.relate.strain import NEUTRAL, StrainDay

__all__ = ["Dyad", "rank"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """A pair of codes, `a` before `b`; `rank` 1 is the one with most evidence.

    `latest`, `low` and `high` are the index on the last day of the store, 50 where all has faded. `peak` is the index
    of the day, among those on which an event fell, whose interval begins highest, the most strain that the evidence
    bears out, and `peak_day` the first such day. `articles` tell of the pair.
    """

    a: str
    b: str
    rank: int
    events: int
    articles: int
    first: date | None
    last: date | None
    latest: float
    low: float
    high: float
    peak: float
    peak_day: date | None


def rank(
    curves: Mapping[Pair, tuple[Sequence[StrainDay], Sequence[Contribution]]],
    articles: Mapping[Pair, int],
    last: date | None,
) -> list[Dyad]:
    """Return the pairs by evidence: the sum over their events of weight times probability."""
    weights = {pair: _evidence(parts) for pair, (_, parts) in curves.items()}
    ordered = sorted(weights, key=lambda pair: (-weights[pair], pair))
    return [_dyad(n, pair, *curves[pair], articles.get(pair, 0), last) for n, pair in enumerate(ordered, start=1)]


def _evidence(parts: Sequence[Contribution]) -> float:
    return round(sum(p.weight * p.probability * p.share for p in parts), 6)


def _dyad(
    number: int,
    pair: Pair,
    days: Sequence[StrainDay],
    parts: Sequence[Contribution],
    articles: int,
    last: date | None,
) -> Dyad:
    fallen = {p.day for p in parts}
    peak = max((d for d in days if d.day in fallen), key=lambda d: (d.low, d.index, -d.day.toordinal()), default=None)
    latest = next((d for d in reversed(days) if d.day == last), None)
    return Dyad(
        a=pair[0],
        b=pair[1],
        rank=number,
        events=len({p.event for p in parts}),
        articles=articles,
        first=min(fallen, default=None),
        last=max(fallen, default=None),
        latest=latest.index if latest else NEUTRAL,
        low=latest.low if latest else 0.0,
        high=latest.high if latest else 100.0,
        peak=peak.index if peak else NEUTRAL,
        peak_day=peak.day if peak else None,
    )
