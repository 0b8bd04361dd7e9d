"""Who did what to whom, as one sentence reports it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from demarche.record.span import Span
from demarche.record.time import TimeInterval
from demarche.record.words import Quantity

__all__ = ["Basis", "EventPlace", "EventTime", "EventType", "Party", "Quad", "Report", "Status"]


class EventType(StrEnum):
    """The sixteen event types of PLOVER 2.0, from most cooperative to most hostile kinds."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(IntEnum):
    """PLOVER's four classes of events."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class Status(StrEnum):
    """Whether an act is so."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    HABITUAL = "habitual"
    PLANNED = "planned"
    PROPOSED = "proposed"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"

    @property
    def is_deed(self) -> bool:
        """Whether the act counts as done: an ask, a plan or a threat never does."""
        return self in {Status.HAPPENED, Status.ONGOING, Status.HABITUAL}


class Basis(StrEnum):
    """Where the time of an act comes from."""

    SAID = "said"
    INFERRED = "inferred"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor in an act: `actor` is its id, `mention` the words, `part` what an `others` party does there."""

    actor: str | None
    mention: Span | None
    country: str | None = None
    base: str | None = None
    sector: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When: the interval, the words that say so, and whether they were said, inferred, or are the publication day."""

    interval: TimeInterval
    basis: Basis
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where: degrees north and east, `precision` one of site, city, region, country."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One act as one place in the text reports it.

    `scale` is PLOVER's -10 (conflict) to +10 (cooperation); `cameo` and `goldstein` stand beside it; `confidence` is
    a calibrated probability; `why` names the rules, lexicon entries and heads that spoke.
    """

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    quad: Quad
    scale: float
    cameo: str | None
    goldstein: float | None
    trigger: Span
    sentence: Span
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    others: tuple[Party, ...] = ()
    time: EventTime | None = None
    place: EventPlace | None = None
    status: Status = Status.HAPPENED
    negated: bool = False
    claim: str | None = None
    issue: str | None = None
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 1.0
    why: tuple[str, ...] = ()
