"""Votes on what an act is: each independent article has one, shared among its reports; copies vote together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from demarche.merge.observation import Observation
from demarche.record import Certainty

__all__ = ["CERTAINTY", "Votes"]

T = TypeVar("T", bound=Hashable)

CERTAINTY = {
    None: 1.0,
    Certainty.CONFIRMED: 1.0,
    Certainty.ASSERTED: 0.9,
    Certainty.REPORTED: 0.8,
    Certainty.ALLEGED: 0.5,
    Certainty.DOUBTED: 0.25,
    Certainty.DENIED: 0.0,
}
"""How far a voice is believed, by how its claim is put; `None` is the article's own voice."""
LEAST_VOTE = 0.05
"""What a voice that nobody believes still has in a vote on what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """The reports of an act with the vote that each has; the votes of a voice sum to at most 1."""

    reports: tuple[Observation, ...]
    votes: tuple[float, ...]

    @classmethod
    def of(cls, reports: Iterable[Observation]) -> Votes:
        """Share the vote of each voice among its reports."""
        kept = tuple(sorted(reports, key=lambda r: r.key))
        each = Counter(r.voice for r in kept)
        votes = tuple(max(LEAST_VOTE, CERTAINTY[r.certainty] * r.confidence) / each[r.voice] for r in kept)
        return cls(reports=kept, votes=votes)

    def weighed(self, share: Callable[[Observation], float]) -> Votes:
        """Return the same reports, each with a share of its vote."""
        votes = tuple(vote * share(report) for report, vote in zip(self.reports, self.votes, strict=True))
        return Votes(reports=self.reports, votes=votes)

    def tally(self, value: Callable[[Observation], Iterable[T]]) -> dict[T, float]:
        """Add up the votes for each value; a report may vote for several, or for none."""
        found: dict[T, float] = defaultdict(float)
        for report, vote in zip(self.reports, self.votes, strict=True):
            for one in value(report):
                found[one] += vote
        return {key: round(total, 9) for key, total in found.items()}

    def best(self, value: Callable[[Observation], T | None]) -> T | None:
        """Return the value with the most votes, or None where no report has one."""
        tally = self.tally(lambda r: () if value(r) is None else (value(r),))
        return min(tally, key=lambda v: (-tally[v], str(v)), default=None)
