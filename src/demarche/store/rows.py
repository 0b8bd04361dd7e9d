"""The rows of the views, column by column as in `schema/`; every view `v_<name>` has the columns of one class.

Offsets are code points into the article's text, half-open. Days are `None` where nobody told them. Codes are those of
the record: ISO 3166-1 alpha-3 and the codebook's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = [
    "ActorRow",
    "ArticleRow",
    "AskRepeatRow",
    "AskRow",
    "ChangeRow",
    "ChannelRow",
    "ContactRow",
    "ContributionRow",
    "CopyRow",
    "DyadRow",
    "EventReportRow",
    "EventRow",
    "EventValueRow",
    "FamilyRow",
    "GrantRow",
    "JudgementRow",
    "LeverRow",
    "NoteRow",
    "PositionRow",
    "ProblemRow",
    "QuoteRow",
    "StrainRow",
    "TrackRow",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One act. `articles` counts independent ones; the place is that of the trigger in the best telling."""

    event: str
    type: str
    mode: str | None
    quad: int
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_names: tuple[str, ...]
    target_names: tuple[str, ...]
    first: date | None
    last: date | None
    precision: str | None
    basis: str | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    status: str
    disputed: bool
    certainty: str | None
    issue: str | None
    scale: float
    goldstein: float | None
    cameo: str | None
    weight: float
    sign: int
    confidence: float
    articles: int
    reports: int
    sentence: str
    trigger: str
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReportRow:
    """One report of an event; `why` says what brought it in."""

    event: str
    article: str
    report: str
    outlet: str | None
    title: str | None
    published: date | None
    voice: str
    type: str
    status: str
    certainty: str | None
    said_by: str
    first: date | None
    last: date | None
    sentence: str
    sentence_start: int
    sentence_end: int
    trigger: str
    start: int
    end: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventValueRow:
    """One value of a field on which reports differ, or a number; `consensus` marks the one that most of them tell."""

    event: str
    field: str
    value: str
    consensus: bool
    articles: int
    said_by: tuple[str, ...]
    first_said: date | None
    article: str
    evidence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrainRow:
    """The index of a pair on a day, in [0, 100], with its 80 % interval; `volume` of coverage stands beside it."""

    a: str
    b: str
    day: date
    index: float
    low: float
    high: float
    volume: int
    evidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """Faded masses of one family of indicators on a day."""

    a: str
    b: str
    day: date
    family: str
    strain: float
    ease: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionRow:
    """What an event adds to a pair on a day, and the strain of earlier acts that it `ends`.

    `points` is its effect on the index of the day asked about.
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
    ends: float
    points: float | None
    why: str
    sentence: str
    trigger: str
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A day on which the index of a pair moved to a new level, and the events behind it."""

    a: str
    b: str
    day: date
    before: float
    after: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadRow:
    """A pair of codes; rank 1 has most evidence. `contacts` are those seen, `asks_open` those without an answer."""

    a: str
    b: str
    a_name: str
    b_name: str
    rank: int
    events: int
    articles: int
    first: date | None
    last: date | None
    latest: float
    low: float
    high: float
    peak: float
    peak_day: date | None
    asks_open: int
    contacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRow:
    """An ask, its repeats counted, and its answer."""

    ask: str
    asker: str
    asked: str
    asker_name: str
    asked_name: str
    issue: str | None
    text: str
    day: date | None
    times: int
    articles: int
    outcome: str
    answered: date | None
    delay_days: int | None
    answer: str | None
    answer_event: str | None
    sentence: str
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int
    answer_article: str | None
    answer_start: int | None
    answer_end: int | None
    official: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRepeatRow:
    """One telling of an ask."""

    ask: str
    article: str
    day: date | None
    text: str
    start: int
    end: int
    title: str | None
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRow:
    """How one side's asks of another on an issue fared; `share` in [0, 1] of those answered."""

    asker: str
    asked: str
    issue: str
    asks: int
    answered: int
    granted: float
    share: float | None
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """One contact; `told` is the count that a text gives ("14 times")."""

    a: str
    b: str
    a_name: str
    b_name: str
    medium: str
    via: tuple[str, ...]
    first: date | None
    last: date | None
    precision: str | None
    told: int | None
    frequency: str | None
    event: str | None
    evidence: str
    sentence: str
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """All contacts of a pair by one medium: the largest count told beside the number seen."""

    a: str
    b: str
    medium: str
    told: int | None
    seen: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverRow:
    """A means of pressure or inducement, and what its holder does with it; `day` is that of its event."""

    holder: str
    over: str
    holder_name: str
    over_name: str
    lever: str
    kind: str
    used: str
    day: date | None
    event: str | None
    evidence: str
    sentence: str
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """Where an actor stands on an issue; `shift` says that `previous` differs."""

    country: str
    actor: str
    issue: str
    stance: str
    previous: str | None
    shift: bool
    day: date | None
    statement: str
    said_by: str
    certainty: str | None
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """A negotiation across articles."""

    track: str
    issue: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    first: date | None
    last: date | None
    steps: int
    state: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A verbatim quotation."""

    speaker: str
    country: str
    text: str
    about: tuple[str, ...]
    cue: str | None
    article: str
    title: str | None
    outlet: str | None
    published: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor across articles."""

    actor: str
    name: str
    kind: str
    country: str | None
    base: str | None
    sector: str | None
    wikidata: str | None
    articles: int
    mentions: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article; `cluster` is the article that speaks for its copies, `copies` their number, itself too."""

    article: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: date | None
    published_from: str | None
    language: str | None
    words: int
    damage: float
    cluster: str
    copies: int
    uri: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """An article that has copies; `speaks` marks the one that speaks for the cluster."""

    cluster: str
    article: str
    speaks: bool
    kind: str
    score: float
    why: str
    title: str | None
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """What could not be read, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What the derived tables leave out, and why; `about` is an event or article id."""

    about: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """What a person decided, never changed afterwards: `created` is ISO 8601 with its time zone.

    `evidence` holds the sentences it was made on, `undone_by` the number of the judgement that takes it back.
    """

    number: int
    kind: str
    subjects: tuple[str, ...]
    value: str | None
    who: str
    why: str
    created: str
    evidence: tuple[str, ...]
    undone_by: int | None
