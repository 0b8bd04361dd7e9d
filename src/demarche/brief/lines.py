"""The lines of a brief: each stands on words of an article and can be called by its anchor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from demarche.record import Basis, Status
from demarche.relate.bearing import ASIDE_SHARE, LONGEST
from demarche.store.rows import (
    AskRow,
    ChangeRow,
    ChannelRow,
    ContributionRow,
    DyadRow,
    EventReportRow,
    EventRow,
    FamilyRow,
    LeverRow,
    PositionRow,
    QuoteRow,
    StrainRow,
    TrackRow,
)

__all__ = [
    "Change",
    "Day",
    "Difference",
    "Doubt",
    "DyadLine",
    "EventLine",
    "Family",
    "Numbered",
    "Pair",
    "Part",
    "Place",
    "Proof",
    "Said",
    "Talk",
    "Track",
]

Proven = EventRow | EventReportRow | ContributionRow | AskRow | LeverRow | ChannelRow | PositionRow | QuoteRow
"""A row that stands on words of an article."""
R = TypeVar("R", bound=Proven)
Pair = tuple[str, str]

GIST = 72
"""Characters of an event's words in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand: an article and its offsets, code points, half-open."""

    article: str
    start: int
    end: int
    title: str | None
    outlet: str | None
    published: date | None

    @classmethod
    def of(cls, row: Proven) -> Place:
        """Return the place of a row's evidence."""
        return cls(
            article=row.article,
            start=row.start,
            end=row.end,
            title=row.title,
            outlet=row.outlet,
            published=row.published,
        )

    @property
    def source(self) -> str:
        """The outlet, or the title or id where none is known."""
        return self.outlet or self.title or self.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A line of the brief: its anchor, the number it is called by, and where its words stand."""

    anchor: str
    number: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(Proof, Generic[R]):
    """A line of the brief with its row; `told` is the day of the first article that says so."""

    row: R
    told: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value that some accounts give: who says so and since when, how many articles, where."""

    value: str
    by: tuple[str, ...]
    first: date | None
    articles: int
    consensus: bool
    evidence: str | None
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Accounts that differ about a field of an event; `number` tells counts from the other fields.

    `clash` says that not all can be true: one that names more sides, or wider days, contradicts none. `about` tells the
    event where it is shown.
    """

    what: str
    event: str
    number: bool
    clash: bool
    values: tuple[Said, ...]
    anchor: str = "disputed"
    about: str = ""

    @property
    def given(self) -> tuple[Said, ...]:
        """The values in the order in which they were given."""
        return tuple(sorted(self.values, key=lambda v: v.first or date.max))

    @property
    def since(self) -> date | None:
        """The day from which the accounts differ: that of the second to be given; None where it is not known."""
        days = sorted(v.first or date.max for v in self.values)
        return days[1] if len(days) > 1 and days[1] < date.max else None


NEWS = timedelta(LONGEST)
"""Days after which an act is no news; as long as an act may be spread on a curve."""
BACKGROUND_SHARE = ASIDE_SHARE
"""What the size of background counts, as what is told of others does on a curve."""
UNDATED_SHARE = 0.5
"""What the size of an act counts whose day nobody tells: it is often older than the news that speaks of it."""
DEEDS = frozenset({Status.HAPPENED, Status.ONGOING})
TOLD_DAYS = frozenset({Basis.SAID, Basis.INFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event as the timeline shows it: `before`, the trigger and `after` make its sentence."""

    anchor: str
    number: str
    row: EventRow
    label: str
    when: str
    before: str
    trigger: str
    after: str
    said_by: tuple[str, ...]
    reports: tuple[EventReportRow, ...]
    differences: tuple[Difference, ...]
    place: Place
    agreeing: float
    """How many independent articles agree on the sides: the mean of those that name who did it, and to whom."""
    bearing: float | None = None
    """What it weighs on the curve of the pair; None where it is not on it.

    It is less than the act where one side acts for no state, and more where one asks.
    """

    @property
    def gist(self) -> str:
        """The sentence's own words from the trigger on, cut after some ten."""
        words = f"{self.trigger}{self.after}".rstrip(" .")
        return words if len(words) <= GIST else words[:GIST].rsplit(" ", 1)[0].rstrip(" ,;") + "…"

    @property
    def size(self) -> float:
        """Weight, times the independent articles that agree who did it to whom, times how surely they were read.

        What is told long after it happened, or happens ever again, is background, and counts less; so does what has
        no day but that of the news, or no end, and least of all what goes on then, or what one article alone tells.
        """
        dated = self.row.basis in TOLD_DAYS and self.row.last is not None
        goes_on, alone = self.row.status == Status.ONGOING, self.agreeing <= 1
        loose = (goes_on and alone) or (not dated and (goes_on or alone))
        share = BACKGROUND_SHARE if self.is_background or loose else 1.0 if dated else UNDATED_SHARE
        weight = self.row.weight if self.bearing is None else self.bearing
        return share * weight * self.agreeing * self.row.confidence

    @property
    def is_background(self) -> bool:
        """Whether the act is a habit, told too vaguely to be news, or long over when first told of."""
        first, last, told = self.row.first, self.row.last, self.told
        before = last and (not first or (told and told - last > NEWS))
        vague = self.row.status in DEEDS and first and last and last - first > NEWS
        return self.row.status == Status.HABITUAL or bool(before or vague)

    @property
    def told(self) -> date | None:
        """The day of the first article that tells it, None where none of them has one."""
        days = [r.published for r in self.reports if r.published]
        return min(days, default=self.place.published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A contribution to a day, with the timeline's line of its event where that is shown."""

    row: ContributionRow
    event: EventLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the curve, opened: what moves it most, and how many smaller parts are left out."""

    anchor: str
    row: StrainRow
    parts: tuple[Part, ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change point and the events behind it that are shown."""

    row: ChangeRow
    events: tuple[EventLine, ...]

    @property
    def size(self) -> float:
        """Points by which the index moved; positive is more strain."""
        return self.row.after - self.row.before


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadLine:
    """A dyad and its curve."""

    row: DyadRow
    days: tuple[StrainRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of indicators, day by day: faded masses of strain and of ease."""

    name: str
    days: tuple[FamilyRow, ...]

    @property
    def most(self) -> tuple[float, float]:
        """The largest mass of strain and of ease."""
        return max(d.strain for d in self.days), max(d.ease for d in self.days)

    @property
    def peak(self) -> FamilyRow:
        """The first day of the largest mass, whichever its sign."""
        return max(self.days, key=lambda d: max(d.strain, d.ease))


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A negotiation: its sides and go-betweens by name, those of its steps that are shown, and how many are not."""

    anchor: str
    row: TrackRow
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    steps: tuple[EventLine, ...]

    @property
    def rest(self) -> int:
        """Steps that are not shown."""
        return self.row.steps - len(self.steps)

    @property
    def open(self) -> bool:
        """Whether no step settled it."""
        return self.row.state in {"open", "proposed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """How two were in touch: by medium the contacts seen, and the largest number that a text tells."""

    a: str
    b: str
    seen: Mapping[str, int]
    told: Mapping[str, int]
    via: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    anchor: str | None = None

    @property
    def all(self) -> int:
        """Contacts seen, by whatever medium."""
        return sum(self.seen.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What was not understood, for one reason: how often, and some of the words."""

    layer: str
    why: str
    times: int
    examples: tuple[tuple[str, Place], ...]
