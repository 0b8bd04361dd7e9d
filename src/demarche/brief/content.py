"""What a brief holds, gathered from the store once and shown as a page, as Markdown or as text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from demarche.brief import phrases
from demarche.record import Record, Unsure
from demarche.store.rows import (
    ArticleRow,
    AskRow,
    ChangeRow,
    ChannelRow,
    ContactRow,
    ContributionRow,
    CopyRow,
    DyadRow,
    EventReportRow,
    EventRow,
    EventValueRow,
    LeverRow,
    NoteRow,
    PositionRow,
    ProblemRow,
    QuoteRow,
    StrainRow,
    TrackRow,
)

if TYPE_CHECKING:
    from demarche.store import Store

__all__ = [
    "Brief",
    "Change",
    "Day",
    "Difference",
    "Doubt",
    "DyadLine",
    "EventLine",
    "Limits",
    "Numbered",
    "Part",
    "Place",
    "Proof",
    "Reading",
    "Said",
    "gather",
]

Proven = EventRow | EventReportRow | ContributionRow | AskRow | LeverRow | ChannelRow | PositionRow | QuoteRow
"""A row that stands on words of an article."""
R = TypeVar("R", bound=Proven)

GIST = 72
"""Characters of an event's words in a list."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a brief shows; what is left out is counted in it. Set so that a page stays under 5 MB."""

    dyads: int = 12
    events: int = 120
    days: int = 90
    parts: int = 8
    lines: int = 60
    quotes: int = 40
    doubts: int = 30
    articles: int = 120
    characters: int = 900_000


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
    """A line of the brief with its row."""

    row: R


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value that some accounts give: who says so, how many articles, where."""

    value: str
    by: tuple[str, ...]
    articles: int
    consensus: bool
    evidence: str | None
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Accounts that differ about a field of an event; `number` tells counts from the other fields."""

    what: str
    event: str
    number: bool
    values: tuple[Said, ...]
    anchor: str = "timeline"


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

    @property
    def gist(self) -> str:
        """The sentence's own words from the trigger on, cut after some ten."""
        words = f"{self.trigger}{self.after}".rstrip(" .")
        return words if len(words) <= GIST else words[:GIST].rsplit(" ", 1)[0].rstrip(" ,;") + "…"


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
class Doubt:
    """What was not understood, for one reason: how often, and some of the words."""

    layer: str
    why: str
    times: int
    examples: tuple[tuple[str, Place], ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a brief shows. `main` is None where no two sides were found with evidence between them."""

    asked: Pair | None
    reading: Reading
    dyads: tuple[DyadLine, ...]
    main: DyadRow | None
    days: tuple[StrainRow, ...] = ()
    opened: tuple[Day, ...] = ()
    changes: tuple[Change, ...] = ()
    events: tuple[EventLine, ...] = ()
    event_count: int = 0
    asks: tuple[Numbered[AskRow], ...] = ()
    levers: tuple[Numbered[LeverRow], ...] = ()
    channels: tuple[Numbered[ChannelRow], ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    positions: tuple[Numbered[PositionRow], ...] = ()
    tracks: tuple[TrackRow, ...] = ()
    quotes: tuple[Numbered[QuoteRow], ...] = ()
    quote_count: int = 0
    numbers: tuple[Difference, ...] = ()
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
    def largest(self) -> tuple[EventLine, ...]:
        """The events in order of size: weight, times the independent articles, times how surely they were read."""
        return tuple(sorted(self.events, key=lambda e: (-e.row.weight * e.row.articles * e.row.confidence, e.anchor)))

    @property
    def disputed(self) -> tuple[Difference, ...]:
        """Accounts that differ about something other than a number."""
        return tuple(d for e in self.events for d in e.differences if not d.number)

    @property
    def lines(self) -> tuple[Proof, ...]:
        """Every line outside the timeline."""
        return (*self.asks, *self.levers, *self.channels, *self.positions, *self.quotes)

    def anchor_of(self, event: str | None) -> str | None:
        """Return the anchor of an event's line, None where it is not shown."""
        return next((e.anchor for e in self.events if e.row.event == event), None)


def is_open(row: AskRow) -> bool:
    """Say whether an ask still waits for its answer."""
    return not row.answered and row.outcome in {"pending", "unknown", None}


def gather(store: Store, dyad: Pair | None = None, limits: Limits | None = None) -> Brief:
    """Read from the store what a brief shows of `dyad`, or of the dyad that ranks first."""
    limits = limits or Limits()
    reading = Reading(
        articles=tuple(store.articles()),
        copies=tuple(store.copies()),
        problems=tuple(store.problems()),
        notes=tuple(store.notes()),
    )
    ranked = list(store.dyads())
    main = _chosen(ranked, dyad)
    shown = ranked[: limits.dyads] + [d for d in ranked[limits.dyads :] if d is main]
    dyads = tuple(DyadLine(row=row, days=tuple(store.strain(row.a, row.b))) for row in shown)
    if main is None:
        return Brief(asked=dyad, reading=reading, dyads=dyads, main=None)
    return _of_main(store, Brief(asked=dyad, reading=reading, dyads=dyads, main=main), main, limits)


def _chosen(ranked: Sequence[DyadRow], dyad: Pair | None) -> DyadRow | None:
    if dyad is None:
        return ranked[0] if ranked else None
    return next((row for row in ranked if {row.a, row.b} == set(dyad)), None)


def _of_main(store: Store, base: Brief, main: DyadRow, limits: Limits) -> Brief:
    pair = (main.a, main.b)
    differences = _differences(store.values(dyad=pair), {a.article: a for a in base.reading.articles})
    rows = list(store.events(dyad=pair))
    events = _event_lines(rows[: limits.events], store.reports(dyad=pair), differences)
    quotes = list(store.quotes(dyad=pair))
    days = tuple(store.strain(*pair))
    asks = sorted(store.asks(dyad=pair), key=lambda a: (not is_open(a), a.day or date.max, a.ask))
    lines = Brief(
        asked=base.asked,
        reading=base.reading,
        dyads=base.dyads,
        main=main,
        days=days,
        opened=_opened(store, pair, days, events, limits),
        changes=_changes(store.changes(dyad=pair), events),
        events=events,
        event_count=len(rows),
        asks=_numbered("A", asks[: limits.lines]),
        levers=_numbered("L", _once(store.levers(dyad=pair), _lever_key)[: limits.lines]),
        channels=_numbered("C", sorted(_once(store.channels(dyad=pair), _channel_key), key=_by_day)[: limits.lines]),
        contacts=tuple(store.contacts(dyad=pair)),
        positions=_numbered(
            "P", sorted(_once(store.positions(dyad=pair), _position_key), key=_by_issue)[: limits.lines]
        ),
        tracks=tuple(store.tracks(dyad=pair)),
        quotes=_numbered("Q", _best_quotes(quotes, limits.quotes)),
        quote_count=len(quotes),
        numbers=tuple(d for found in differences.values() for d in found if d.number),
    )
    return _with_articles(store, lines, limits)


def _once(rows: Iterable[R], key: Callable[[R], object]) -> list[R]:
    """Keep the first of rows that say the same in other copies of an article."""
    return list({key(row): row for row in reversed(list(rows))}.values())[::-1]


def _lever_key(row: LeverRow) -> object:
    return (row.holder, row.over, row.lever, row.used, row.day, row.evidence)


def _position_key(row: PositionRow) -> object:
    return (row.actor, row.issue, row.stance, row.statement)


def _channel_key(row: ChannelRow) -> object:
    return (row.a, row.b, row.a_name, row.b_name, row.medium, row.first, row.last, row.evidence, row.told)


def _by_day(row: ChannelRow) -> tuple[date, str]:
    return (row.first or row.last or row.published or date.max, row.article)


def _by_issue(row: PositionRow) -> tuple[str, str, date]:
    return (row.issue, row.actor or "", row.day or date.max)


def _numbered(letter: str, rows: Iterable[R]) -> tuple[Numbered[R], ...]:
    return tuple(
        Numbered(anchor=f"{letter.lower()}{n}", number=f"{letter}{n}", row=row, place=Place.of(row))
        for n, row in enumerate(rows, start=1)
    )


LEAST_QUOTE = 4
"""Words that a quotation needs to stand alone in a list: shorter ones are terms, shown in their articles only."""


def _best_quotes(rows: Sequence[QuoteRow], most: int) -> list[QuoteRow]:
    """Return whole statements whose speaker is known, each once, in order of publication; the longer where some go."""
    whole = {row.text: row for row in reversed(rows) if row.speaker and len(row.text.split()) >= LEAST_QUOTE}
    kept = sorted(whole.values(), key=lambda r: -len(r.text))[:most]
    return sorted(kept, key=lambda r: (r.published or date.max, r.article, r.start))


def _event_lines(
    rows: Iterable[EventRow], reports: Iterable[EventReportRow], differences: Mapping[str, Sequence[Difference]]
) -> tuple[EventLine, ...]:
    told: dict[str, list[EventReportRow]] = defaultdict(list)
    for report in reports:
        told[report.event].append(report)
    ordered = sorted(
        rows, key=lambda r: (r.first or r.last or date.max, r.last or date.max, r.published or date.max, r.event)
    )
    return tuple(
        _event_line(n, row, told[row.event], differences.get(row.event, ())) for n, row in enumerate(ordered, start=1)
    )


def _event_line(
    number: int, row: EventRow, reports: Sequence[EventReportRow], differences: Sequence[Difference]
) -> EventLine:
    before, trigger, after = (row.sentence or "").partition(row.trigger or "\n")
    return EventLine(
        anchor=f"e{number}",
        number=str(number),
        row=row,
        label=phrases.act(row.type, row.mode, row.source_names or row.sources, row.target_names or row.targets),
        when=phrases.when(row),
        before=before,
        trigger=trigger,
        after=after,
        said_by=tuple(dict.fromkeys(r.said_by for r in reports if r.said_by)),
        reports=tuple(sorted(reports, key=lambda r: (r.published or date.max, r.article, r.start))),
        differences=tuple(replace(d, anchor=f"e{number}") for d in differences),
        place=Place.of(row),
    )


def _differences(values: Iterable[EventValueRow], articles: Mapping[str, ArticleRow]) -> dict[str, list[Difference]]:
    """Return by event the fields about which accounts differ."""
    found: dict[str, list[Difference]] = defaultdict(list)
    ordered = sorted(values, key=lambda v: (v.event, v.field))
    for (event, what), group in groupby(ordered, key=lambda v: (v.event, v.field)):
        rows = list(group)
        if len({row.value for row in rows}) > 1:
            found[event].append(_difference(event, what, rows, articles))
    return dict(found)


def _difference(event: str, what: str, rows: Sequence[EventValueRow], articles: Mapping[str, ArticleRow]) -> Difference:
    ranked = sorted(rows, key=lambda r: (not r.consensus, -r.articles, r.value))
    return Difference(
        what=what.removeprefix("number:"),
        event=event,
        number=what.startswith("number:"),
        values=tuple(
            Said(
                value=row.value,
                by=tuple(name for name in row.said_by if name),
                articles=row.articles,
                consensus=bool(row.consensus),
                evidence=row.evidence,
                place=_value_place(row, articles.get(row.article)),
            )
            for row in ranked
        ),
    )


def _value_place(row: EventValueRow, article: ArticleRow | None) -> Place | None:
    if article is None:
        return None
    return Place(
        article=row.article,
        start=row.start,
        end=row.end,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
    )


def _opened(
    store: Store, pair: Pair, days: Sequence[StrainRow], events: Sequence[EventLine], limits: Limits
) -> tuple[Day, ...]:
    """Open the days on which something was added; of too many, those that moved the index most."""
    by_event = {e.row.event: e for e in events}
    moving = {c.day for c in store.contributions(dyad=pair)}
    moved = _moves(days)
    kept = sorted((d for d in days if d.day in moving), key=lambda d: (-moved[d.day], d.day))[: limits.days]
    return tuple(_opened_day(store, pair, row, by_event, limits) for row in sorted(kept, key=lambda d: d.day))


def _moves(days: Sequence[StrainRow]) -> dict[date, float]:
    before = [None, *days]
    return {d.day: abs(d.index - (p.index if p else 50.0)) for p, d in zip(before, days, strict=False)}


def _opened_day(store: Store, pair: Pair, row: StrainRow, by_event: Mapping[str, EventLine], limits: Limits) -> Day:
    parts = sorted(store.contributions(dyad=pair, day=row.day), key=lambda c: -abs(c.points or 0.0))
    return Day(
        anchor=f"d{row.day.isoformat()}",
        row=row,
        parts=tuple(Part(row=c, event=by_event.get(c.event)) for c in parts[: limits.parts]),
        rest=max(0, len(parts) - limits.parts),
    )


def _changes(rows: Iterable[ChangeRow], events: Sequence[EventLine]) -> tuple[Change, ...]:
    by_event = {e.row.event: e for e in events}
    return tuple(
        Change(row=row, events=tuple(by_event[e] for e in row.events if e in by_event))
        for row in sorted(rows, key=lambda r: r.day)
    )


def _with_articles(store: Store, brief: Brief, limits: Limits) -> Brief:
    """Add the records of the articles that carry what is shown, those with most evidence first, up to the limits."""
    weight = Counter(place.article for place in places(brief))
    records: dict[str, Record] = {}
    size = 0
    ranked = sorted(weight, key=lambda a: (-weight[a], a))
    for article in ranked:
        record = store.record(article)
        if record and len(records) < limits.articles and size + len(record.article.text) <= limits.characters:
            records[article] = record
            size += len(record.article.text)
    left_out = len(ranked) - len(records)
    return replace(brief, records=records, articles_left_out=left_out, doubts=_doubts(records, limits))


def places(brief: Brief) -> Iterable[Place]:
    """Yield every place that the brief's lines stand on."""
    for event in brief.events:
        yield event.place
        yield from (v.place for d in event.differences for v in d.values if v.place)
    yield from (line.place for line in brief.lines)
    for part in (p for d in brief.opened for p in d.parts):
        yield Place.of(part.row)


def _doubts(records: Mapping[str, Record], limits: Limits) -> tuple[Doubt, ...]:
    """Group what was not understood by its reason, most frequent first."""
    found: dict[tuple[str, str], list[tuple[str, Place]]] = defaultdict(list)
    for article, record in sorted(records.items()):
        for unsure in record.unsure:
            found[unsure.layer, unsure.why].append((unsure.span.text, _unsure_place(article, record, unsure)))
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Doubt(layer=layer, why=why, times=len(examples), examples=tuple(examples[:3]))
        for (layer, why), examples in ranked[: limits.doubts]
    )


def _unsure_place(article: str, record: Record, unsure: Unsure) -> Place:
    meta = record.article
    return Place(
        article=article,
        start=unsure.span.start,
        end=unsure.span.end,
        title=meta.title,
        outlet=meta.outlet,
        published=meta.published.last if meta.published else None,
    )
