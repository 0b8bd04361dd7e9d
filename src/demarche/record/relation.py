"""What acts say of a relationship: asks, positions, levers, channels, tracks, indicators."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from demarche.record.span import Span
from demarche.record.time import TimeInterval

__all__ = [
    "Ask",
    "Channel",
    "Indicator",
    "Lever",
    "LeverUse",
    "Medium",
    "Outcome",
    "Position",
    "Stance",
    "Track",
]


class Outcome(StrEnum):
    """What became of an ask."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    DEFIED = "defied"
    PENDING = "pending"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """Where an actor stands on an issue."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"
    MIXED = "mixed"


class LeverUse(StrEnum):
    """What the holder of a lever does with it."""

    YES = "yes"
    NO = "no"
    THREATENED = "threatened"
    WITHHELD = "withheld"
    LIFTED = "lifted"


class Medium(StrEnum):
    """How two actors are in touch."""

    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"
    MESSAGE = "message"
    MEDIATED = "mediated"
    SHUTTLE = "shuttle"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request or demand and its answer; `asker` and `asked` are actor ids, `report` and `answer_report` report ids.

    `date` is when it was asked; `delay_days` counts from there to the answer, `None` while either day is unknown.
    """

    id: str
    asker: str | None
    asked: str | None
    ask: Span
    report: str | None
    date: TimeInterval | None = None
    outcome: Outcome = Outcome.UNKNOWN
    answer: Span | None = None
    answer_report: str | None = None
    delay_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where `actor` (an id) stands on `issue`, in its words, and the claim that carries it."""

    id: str
    actor: str | None
    issue: str
    stance: Stance
    statement: Span
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A means of pressure or inducement that `holder` has `over` another (actor ids)."""

    id: str
    lever: str
    kind: str
    holder: str | None
    over: str | None
    used: LeverUse
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Who talks to whom: `a` and `b` are actor ids, `via` the go-betweens, `count` contacts as the text tells them."""

    id: str
    a: str | None
    b: str | None
    medium: Medium
    evidence: Span
    via: tuple[str, ...] = ()
    count: int | None = None
    frequency: str | None = None
    period: TimeInterval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A negotiation: `parties` and `mediators` are actor ids, `steps` report ids in the order of the text."""

    id: str
    issue: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    state: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A sign of strain (`sign` -1) or ease (+1) between the two codes of `dyad`, the acting side first.

    `weight` in [0, 10] is the size of the sign; `family` one of the codebook's families of indicators.
    """

    id: str
    dyad: tuple[str, str]
    sign: int
    weight: float
    family: str
    why: str
    evidence: Span
    report: str | None = None
