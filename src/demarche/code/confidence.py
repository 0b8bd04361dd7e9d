"""The chance that a report's act is there and of its type, once its sides are known.

The sides' own rightness is not part of it: they fail for other reasons.
"""

from __future__ import annotations

import math
from typing import Final

__all__ = ["chance", "chance_with", "odds"]

SHIFT: Final = -0.38
SIDE: Final = 0.29
"""What each side that acts in politics adds to the log odds; fitted on 30 November with the chances of the acts."""
LEAST: Final = 0.001


def chance_with(act: float, political: int) -> float:
    """Return the chance, in (0, 1), of an act of this chance of its own with 0, 1 or 2 sides that act in politics."""
    return chance(odds(act, LEAST) + SHIFT + SIDE * political)


def odds(likely: float, least: float) -> float:
    """Return the log odds of a chance, which is taken to keep the distance `least` from 0 and 1."""
    kept = min(max(likely, least), 1 - least)
    return math.log(kept / (1 - kept))


def chance(log_odds: float) -> float:
    """Return the chance, in (0, 1), of these log odds."""
    return 1 / (1 + math.exp(-log_odds))
