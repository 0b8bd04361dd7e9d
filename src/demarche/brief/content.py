"""What a brief holds: one value, shown as a page, as Markdown or as text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from demarche.brief.lines import (
    Change,
    Day,
    Difference,
    Doubt,
    DyadLine,
    EventLine,
    Family,
    Numbered,
    Pair,
    Proof,
    Talk,
    Track,
)
from demarche.record import Record
from demarche.store.rows import (
    ArticleRow,
    AskRow,
    ChannelRow,
    CopyRow,
    DyadRow,
    LeverRow,
    NoteRow,
    PositionRow,
    ProblemRow,
    QuoteRow,
    StrainRow,
)

__all__ = ["Brief", "Reading", "Since", "is_open"]

LEAST_EVIDENCE = 0.5
"""Faded acts from which a curve is drawn: a month vaguely told long before would leave most of the figure empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read. `independent` counts clusters of copies; `first` and `last` are publication days."""

    articles: tuple[ArticleRow, ...]
    copies: tuple[CopyRow, ...]
    problems: tuple[ProblemRow, ...]
    notes: tuple[NoteRow, ...]

    @property
    def independent(self) -> int:
        """Articles after copies are taken together."""
        return len(self.articles) - len(self.repeats)

    @property
    def repeats(self) -> tuple[CopyRow, ...]:
        """The copies that another article speaks for."""
        return tuple(c for c in self.copies if not c.speaks)

    @property
    def days(self) -> tuple[date, ...]:
        """Publication days, sorted, each once."""
        return tuple(sorted({a.published for a in self.articles if a.published}))

    @property
    def outlets(self) -> list[tuple[str, int]]:
        """Outlets and their articles, most first; articles without one are not counted."""
        found = Counter(a.outlet for a in self.articles if a.outlet)
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    @property
    def undated(self) -> int:
        """Articles without a publication day."""
        return sum(a.published is None for a in self.articles)

    @property
    def damaged(self) -> tuple[ArticleRow, ...]:
        """Articles whose words look machine-spun."""
        return tuple(a for a in self.articles if (a.damage or 0) >= 0.5)

    @property
    def reasons(self) -> list[tuple[str, tuple[str, ...]]]:
        """Why things could not be read, and their ids, most frequent first."""
        found: dict[str, list[str]] = defaultdict(list)
        for problem in self.problems:
            found[problem.why].append(problem.id)
        return sorted(((why, tuple(ids)) for why, ids in found.items()), key=lambda item: (-len(item[1]), item[0]))

    def after(self, day: date) -> int:
        """Return how many articles were published after a day; those without a day are not."""
        return sum(a.published is not None and a.published > day for a in self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What the articles published after `day` add. Each line is one that no earlier article told.

    `before` is the curve's last day up to `day`, `after` its last; both as all articles tell them. `acts` happened
    after `day`, `late` are older or undated acts that are told only now. Events come in order of size.
    """

    day: date
    articles: int
    before: StrainRow | None = None
    after: StrainRow | None = None
    turns: tuple[Change, ...] = ()
    acts: tuple[EventLine, ...] = ()
    late: tuple[EventLine, ...] = ()
    asked: tuple[Numbered[AskRow], ...] = ()
    answered: tuple[Numbered[AskRow], ...] = ()
    shifted: tuple[Numbered[PositionRow], ...] = ()
    levers: tuple[Numbered[LeverRow], ...] = ()
    disputed: tuple[Difference, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the index left the interval that it had."""
        return bool(self.before and self.after and not self.before.low <= self.after.index <= self.before.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a brief shows. `main` is None where no two sides were found with evidence between them.

    `acts` counts the events that weigh on the curve by their sign and type.
    """

    asked: Pair | None
    reading: Reading
    dyads: tuple[DyadLine, ...]
    main: DyadRow | None
    since: Since | None = None
    days: tuple[StrainRow, ...] = ()
    families: tuple[Family, ...] = ()
    opened: tuple[Day, ...] = ()
    changes: tuple[Change, ...] = ()
    events: tuple[EventLine, ...] = ()
    event_count: int = 0
    acts: Mapping[tuple[int, str], int] = field(default_factory=dict)
    telling: tuple[EventLine, ...] = ()
    asks: tuple[Numbered[AskRow], ...] = ()
    levers: tuple[Numbered[LeverRow], ...] = ()
    channels: tuple[Numbered[ChannelRow], ...] = ()
    talks: tuple[Talk, ...] = ()
    other_talks: tuple[Talk, ...] = ()
    positions: tuple[Numbered[PositionRow], ...] = ()
    tracks: tuple[Track, ...] = ()
    quotes: tuple[Numbered[QuoteRow], ...] = ()
    quote_count: int = 0
    disputed: tuple[Difference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    records: Mapping[str, Record] = field(default_factory=dict)
    articles_left_out: int = 0

    @property
    def title(self) -> str:
        """The two sides, or what was asked for."""
        if self.main:
            return f"{self.main.a_name} – {self.main.b_name}"
        return " – ".join(self.asked) if self.asked else "No relationship found"

    @property
    def now(self) -> date | None:
        """The day as of which the brief speaks: the last of publication."""
        return self.reading.days[-1] if self.reading.days else None

    @property
    def drawn(self) -> tuple[StrainRow, ...]:
        """The days that the figures show: from the first that rests on half an act, all where none does."""
        start = next((n for n, d in enumerate(self.days) if d.evidence >= LEAST_EVIDENCE), 0)
        return self.days[start:]

    @property
    def latest(self) -> StrainRow | None:
        """The last day of the curve."""
        return self.days[-1] if self.days else None

    @property
    def peak(self) -> StrainRow | None:
        """The day of most strain that the evidence bears out: the one whose interval begins highest."""
        return max(self.days, key=lambda d: (d.low, d.index), default=None)

    @property
    def open_asks(self) -> tuple[Numbered[AskRow], ...]:
        """Asks without an answer."""
        return tuple(a for a in self.asks if is_open(a.row))

    @property
    def ahead(self) -> tuple[EventLine, ...]:
        """What is planned or threatened for a day that has not come, the next first."""
        if self.now is None:
            return ()
        found = [
            e for e in self.events if e.row.status in {"planned", "threatened"} and (e.row.last or date.min) > self.now
        ]
        return tuple(sorted(found, key=lambda e: (e.row.first or e.row.last or date.max, e.anchor)))

    @property
    def largest(self) -> tuple[EventLine, ...]:
        """The events in order of size."""
        return tuple(sorted(self.events, key=lambda e: (-e.size, int(e.number))))

    @property
    def media(self) -> tuple[str, ...]:
        """The media of all contacts, most used first."""
        found = Counter[str]()
        for talk in (*self.talks, *self.other_talks):
            found.update(talk.seen)
        return tuple(sorted(found, key=lambda m: (-found[m], m)))

    @property
    def numbers(self) -> tuple[Difference, ...]:
        """Accounts that differ about a number."""
        return tuple(d for d in self.disputed if d.number)

    @property
    def lines(self) -> tuple[Proof, ...]:
        """Every line outside the timeline."""
        return (*self.asks, *self.levers, *self.channels, *self.positions, *self.quotes)

    def event(self, event: str | None) -> EventLine | None:
        """Return the line of an event, None where it is not shown."""
        return next((e for e in self.events if e.row.event == event), None)


def is_open(row: AskRow) -> bool:
    """Say whether an ask still waits for its answer."""
    return not row.answered and row.outcome in {"pending", "unknown", None}
