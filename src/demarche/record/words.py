"""What the words of an article say before anyone asks who did what: times, numbers, quotations, claims, doubts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from demarche.record.span import Span
from demarche.record.time import TimeInterval

__all__ = [
    "Certainty",
    "Claim",
    "Quantity",
    "Quote",
    "SourceKind",
    "TimeExpression",
    "TimeType",
    "Unsure",
]


class TimeType(StrEnum):
    """Kind of a time expression, after TIMEX3."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class SourceKind(StrEnum):
    """What kind of source a claim has."""

    NAMED = "named"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    UNSPECIFIED = "unspecified"


class Certainty(StrEnum):
    """How a claim is put by the text, most certain first."""

    CONFIRMED = "confirmed"
    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DOUBTED = "doubted"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression; `value` is its TIMEX3 value, `interval` the days meant where they are known.

    `anchor` is what a relative expression was counted from: `publication`, the id of another time, or `None`.
    """

    id: str
    span: Span
    type: TimeType
    value: str
    interval: TimeInterval | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number and what it counts: `low` and `high` are equal for an exact one, `None` for an open end."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A direct quotation without its marks; `speaker` and `about` are actor ids."""

    id: str
    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that a source is said to say; `source` is an actor id, or the words of a source that is no actor."""

    id: str
    span: Span
    source: str | None
    source_kind: SourceKind
    source_span: Span | None = None
    cue: Span | None = None
    certainty: Certainty = Certainty.ASSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Words that were not understood, in which layer, and why."""

    span: Span
    layer: str
    why: str
