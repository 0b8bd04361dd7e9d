"""What an event adds to the strain or ease of a pair, and how it fades."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["HALF_LIFE", "Contribution", "Pair", "faded"]

Pair = tuple[str, str]
"""Two codes, in the order of the alphabet."""

HALF_LIFE = 10.0
"""Days in which what an event says of a relationship fades by half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What an event adds on a day to the strain (`sign` -1) or ease (+1) of a pair of codes, `a` before `b`.

    `mass` is before fading. `ends` is the mass of earlier strain, faded to that day, that the event ends in the family.
    `points` is what it moves the index on the day asked about, None where none was.
    """

    a: str
    b: str
    day: date
    event: str
    family: str
    sign: int
    mass: float
    weight: float
    probability: float
    share: float
    ends: float = 0.0
    points: float | None = None
    why: str = ""

    @property
    def evidence(self) -> float:
        """How much of an event was seen, in [0, 1]; nothing for a part that only ends others."""
        return self.probability * self.share

    @property
    def push(self) -> float:
        """The mass by which it moves the pair towards strain; negative is towards ease."""
        return -self.sign * self.mass - self.ends


def faded(since: date, day: date) -> float:
    """Return the share that is left on `day` of what was said of `since`: above 1 where `day` is the earlier."""
    return float(0.5 ** ((day - since).days / HALF_LIFE))
