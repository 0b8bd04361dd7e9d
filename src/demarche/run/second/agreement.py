"""How far two readers agree, type by type: the unit is a sentence in which a reader sees an act of a type, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from demarche.record import EventType

if TYPE_CHECKING:
    from demarche.record import Record, Span
    from demarche.run.second.answer import Checked, Drop

__all__ = ["Agreement", "Counts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Sentences in which both readers, the first alone, the second alone, or neither see acts of a type."""

    both: int = 0
    first: int = 0
    second: int = 0
    neither: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the sums."""
        return Counts(
            both=self.both + other.both,
            first=self.first + other.first,
            second=self.second + other.second,
            neither=self.neither + other.neither,
        )

    @property
    def f1(self) -> float | None:
        """2 both / (2 both + first + second), in [0, 1]; None where neither ever sees one."""
        seen = 2 * self.both + self.first + self.second
        return 2 * self.both / seen if seen else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa, in [-1, 1]: agreement beyond chance; None where chance alone explains all."""
        total = self.both + self.first + self.second + self.neither
        if not total:
            return None
        one, two = (self.both + self.first) / total, (self.both + self.second) / total
        chance = one * two + (1 - one) * (1 - two)
        return ((self.both + self.neither) / total - chance) / (1 - chance) if chance < 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The readers' agreement over a run; `articles` were read by both, `failed` got no answer, `dropped` did not count.

    `problems` are the reasons for which there was no answer, with their numbers.
    """

    articles: int = 0
    types: Mapping[EventType, Counts] = field(default_factory=dict)
    dropped: Mapping[Drop, int] = field(default_factory=dict)
    problems: Mapping[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> int:
        """Articles without an answer of the second reader's."""
        return sum(self.problems.values())

    @property
    def overall(self) -> Counts:
        """The counts of all types together."""
        total = Counts()
        for counts in self.types.values():
            total = total.plus(counts)
        return total

    def with_answer(self, record: Record, checked: Checked) -> Agreement:
        """Return the agreement with one more article that both have read; `record` holds the first reader's reports."""
        ours = [(report.trigger, report.type) for report in record.reports]
        theirs = [(told.trigger, told.type) for told in checked.told]
        types = {
            kind: self.types.get(kind, Counts()).plus(_counts(record, _of(kind, ours), _of(kind, theirs)))
            for kind in EventType
        }
        dropped = {**self.dropped}
        for why, number in checked.dropped.items():
            dropped[why] = dropped.get(why, 0) + number
        return replace(self, articles=self.articles + 1, types=types, dropped=dropped)

    def with_failure(self, why: str) -> Agreement:
        """Return the agreement with one more article that got no answer."""
        return replace(self, problems={**self.problems, why: self.problems.get(why, 0) + 1})


def _of(kind: EventType, seen: Iterable[tuple[Span, EventType]]) -> list[Span]:
    return [trigger for trigger, own in seen if own is kind]


def _counts(record: Record, ours: list[Span], theirs: list[Span]) -> Counts:
    numbers = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for sentence in record.sentences:
        numbers[
            any(sentence.span.overlaps(span) for span in ours), any(sentence.span.overlaps(span) for span in theirs)
        ] += 1
    return Counts(
        both=numbers[True, True],
        first=numbers[True, False],
        second=numbers[False, True],
        neither=numbers[False, False],
    )
