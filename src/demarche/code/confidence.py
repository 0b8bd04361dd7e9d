"""The chance that a report's act is there and of its type, once its sides are known.

The sides' own rightness is not part of it: they fail for other reasons.
"""

from __future__ import annotations

import math
from typing import Final

__all__ = ["chance_with"]

SHIFT: Final = -0.38
SIDE: Final = 0.29
"""What each side that acts in politics adds to the log odds; fitted on 30 November with the chances of the acts."""
LEAST: Final = 0.001


def chance_with(act: float, political: int) -> float:
    """Return the chance, in (0, 1), of an act of this chance of its own with 0, 1 or 2 sides that act in politics."""
    act = min(max(act, LEAST), 1 - LEAST)
    return 1 / (1 + math.exp(-(math.log(act / (1 - act)) + SHIFT + SIDE * political)))
