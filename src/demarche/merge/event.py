"""An event: one act, what its reports agree on, and what they tell differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.merge.observation import Observation, Side
from demarche.record import Basis, Certainty, EventType, Precision, Quad, Status

__all__ = ["Event", "Member", "Value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One thing that reports say of a field, where they say different things.

    `field` is `status`, `day`, `who`, `whom`, `place`, `type` or `number:` and what is counted. `articles` counts
    independent ones; `said_by` names those who say it, `""` for an article's own voice; `first_said` is the earliest
    publication day. `report` is the key of the report that says it best.
    """

    field: str
    value: str
    consensus: bool
    articles: int
    said_by: tuple[str, ...]
    first_said: date | None
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A report of an event, how well it fits (1 for the first), and what brought it in."""

    report: Observation
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act. Sides are sorted, one for each actor; `voices` counts independent articles, copies collapsed.

    `first` and `last` are the days of the act, both included, `None` where nothing says them. `weight` in [0, 10] and
    `sign` are the mean of its voices' indicators: a voice that denies the act counts 0. `probability` in [0, 1] is how
    sure it is that the act is so, from the voices' certainty and the reading's confidence. `speaks` is the report
    that tells it best.
    """

    id: str
    type: EventType
    mode: str | None
    quad: Quad
    scale: float
    cameo: str | None
    goldstein: float | None
    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    others: tuple[Side, ...]
    first: date | None
    last: date | None
    precision: Precision | None
    basis: Basis | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    status: Status
    certainty: Certainty | None
    disputed: bool
    issue: str | None
    family: str | None
    sign: int
    weight: float
    probability: float
    confidence: float
    voices: int
    speaks: Observation
    members: tuple[Member, ...]
    values: tuple[Value, ...]

    @property
    def source_codes(self) -> tuple[str, ...]:
        """The codes of those who act, sorted."""
        return tuple(sorted({s.code for s in self.sources if s.code}))

    @property
    def target_codes(self) -> tuple[str, ...]:
        """The codes of those acted upon, sorted."""
        return tuple(sorted({s.code for s in self.targets if s.code}))

    @property
    def other_codes(self) -> tuple[str, ...]:
        """The codes of the others involved, sorted."""
        return tuple(sorted({s.code for s in self.others if s.code}))

    @property
    def published(self) -> date | None:
        """The day on which the event was first told; of a deed, the first on which it was told as done."""
        told = [m.report for m in self.members if m.report.published]
        done = [r for r in told if r.status.is_deed] if self.status.is_deed else []
        return min((r.published for r in done or told if r.published), default=None)
