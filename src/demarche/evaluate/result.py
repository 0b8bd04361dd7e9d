"""What an evaluation returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Evaluation", "Measured", "f1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Accuracy on one set: the number of items measured and the measures, as fractions in [0, 1] under stable keys.

    `words` is how many words were read, 0 where nobody counted; `notes` say what the figures leave out; `answers` are
    lines of JSON, one an item, that show what was answered and what is right.
    """

    name: str
    path: str
    items: int
    measures: Mapping[str, float] = field(default_factory=dict)
    words: int = 0
    notes: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An evaluation, how long it took (wall clock, model loaded before), on what machine, with which weights."""

    evaluation: Evaluation
    seconds: float
    machine: str
    model: str

    @property
    def words_per_second(self) -> float | None:
        """Words read in a second, or None where nobody counted them."""
        return self.evaluation.words / self.seconds if self.evaluation.words and self.seconds else None


def f1(hits: int, answers: int, gold: int) -> float:
    """Return the F1 of so many right answers; 0 where there is neither answer nor gold."""
    return 2 * hits / (answers + gold) if answers + gold else 0.0
