"""Gathers from the store, once, what a brief shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from demarche.brief import events as told_events
from demarche.brief import tables
from demarche.brief.content import Brief, Reading
from demarche.brief.lines import Change, Day, Doubt, DyadLine, EventLine, Pair, Part, Place
from demarche.brief.since import changed, usual_day
from demarche.brief.talks import between_pairs, talks
from demarche.brief.telling import telling
from demarche.record import Record, Unsure
from demarche.relate.blows import PART
from demarche.store.rows import ChangeRow, ContributionRow, DyadRow, StrainRow
from demarche.store.store import counting

if TYPE_CHECKING:
    from demarche.store import Store

__all__ = ["Limits", "gather"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a brief shows; what is left out is counted in it. Set so that a page stays under 5 MB."""

    dyads: int = 12
    events: int = 120
    days: int = 90
    parts: int = 8
    lines: int = 60
    talks: int = 12
    tracks: int = 12
    disputed: int = 40
    quotes: int = 40
    doubts: int = 30
    articles: int = 120
    characters: int = 900_000


def gather(store: Store, dyad: Pair | None = None, limits: Limits | None = None, since: date | None = None) -> Brief:
    """Read from the store what a brief shows of `dyad`, or of the dyad that ranks first, and what is new after `since`.

    Without a day, what is new is told of the last week, or of the last publication day of a shorter dossier.
    """
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
    base = Brief(asked=dyad, reading=reading, dyads=dyads, main=main)
    if main is None:
        return base
    day = since or usual_day(reading)
    brief = _with_articles(store, _of_main(store, base, main, day, limits), limits)
    return replace(brief, since=changed(brief, day)) if day else brief


def _chosen(ranked: Sequence[DyadRow], dyad: Pair | None) -> DyadRow | None:
    if dyad is None:
        return ranked[0] if ranked else None
    return next((row for row in ranked if {row.a, row.b} == set(dyad)), None)


def _of_main(store: Store, base: Brief, main: DyadRow, since: date | None, limits: Limits) -> Brief:
    pair = (main.a, main.b)
    brief = _with_events(store, base, pair, since, limits)
    contacts = tables.contacts(store.channels(dyad=pair))
    quotes = list(store.quotes(dyad=pair))
    return replace(
        brief,
        asks=tables.asks(store.asks(dyad=pair), store.ask_repeats(), limits.lines),
        levers=tables.levers(store.levers(dyad=pair), limits.lines),
        channels=contacts[: limits.lines],
        talks=talks(contacts, pair, limits.talks),
        other_talks=between_pairs(store.contacts(), pair, limits.talks),
        positions=tables.positions(store.positions(dyad=pair), limits.lines),
        tracks=tables.tracks(store.tracks(dyad=pair), brief.events, limits.tracks),
        quotes=tables.quotes(quotes, limits.quotes),
        quote_count=len(quotes),
    )


def _with_events(store: Store, base: Brief, pair: Pair, since: date | None, limits: Limits) -> Brief:
    """Add the curve, the timeline, and what follows from both."""
    values = list(store.values(dyad=pair))
    found = told_events.differences(values, {a.article: a for a in base.reading.articles})
    told = told_events.by_event(store.reports(dyad=pair))
    parts = list(store.contributions(dyad=pair))
    within = {note.about for note in base.reading.notes if note.note.endswith(PART)}
    rows = [row for row in store.events(dyad=pair) if row.event not in within]
    events = told_events.event_lines(
        told_events.chosen(rows, told, limits.events, since),
        told,
        found,
        told_events.agreed(values),
        told_events.bearing(rows, parts, pair),
    )
    days = tuple(store.strain(*pair))
    return replace(
        base,
        days=days,
        families=tables.families(store.families(dyad=pair)),
        opened=_opened(days, parts, events, limits),
        changes=_changes(store.changes(dyad=pair), events),
        events=events,
        acts=Counter((row.sign, row.type) for row in rows if row.weight),
        event_count=sum(row.status not in told_events.UNREAL for row in rows),
        telling=telling(events, {p.event: p.family for p in parts}),
        disputed=told_events.ranked_differences(events, limits.disputed),
    )


def _opened(
    days: Sequence[StrainRow], parts: Sequence[ContributionRow], events: Iterable[EventLine], limits: Limits
) -> tuple[Day, ...]:
    """Open the days on which something was added; of too many, those that moved the index most."""
    by_event = {e.row.event: e for e in events}
    moved, moving = _moves(days), {p.day for p in parts}
    kept = sorted((d for d in days if d.day in moving), key=lambda d: (-moved[d.day], d.day))[: limits.days]
    return tuple(_opened_day(row, parts, by_event, limits) for row in sorted(kept, key=lambda d: d.day))


def _moves(days: Sequence[StrainRow]) -> dict[date, float]:
    before = [None, *days]
    return {d.day: abs(d.index - (p.index if p else 50.0)) for p, d in zip(before, days, strict=False)}


def _opened_day(
    row: StrainRow, told: Sequence[ContributionRow], by_event: Mapping[str, EventLine], limits: Limits
) -> Day:
    parts = counting(told, row.day)
    return Day(
        anchor=f"d{row.day.isoformat()}",
        row=row,
        parts=tuple(Part(row=c, event=by_event.get(c.event)) for c in parts[: limits.parts]),
        rest=max(0, len(parts) - limits.parts),
    )


def _changes(rows: Iterable[ChangeRow], events: Iterable[EventLine]) -> tuple[Change, ...]:
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
        if len(records) == limits.articles:
            break
        record = store.record(article)
        if record and size + len(record.article.text) <= limits.characters:
            records[article] = record
            size += len(record.article.text)
    left_out = len(ranked) - len(records)
    return replace(brief, records=records, articles_left_out=left_out, doubts=_doubts(records, limits))


def places(brief: Brief) -> Iterable[Place]:
    """Yield every place that the brief's lines stand on."""
    yield from (event.place for event in brief.events)
    yield from (place for e in brief.events for d in e.differences for v in d.values if (place := v.place))
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
