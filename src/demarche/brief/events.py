"""From rows of events, reports and values to the lines of the timeline and the points on which accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, groupby
from statistics import fmean

from demarche.brief import phrases
from demarche.brief.lines import Difference, EventLine, Place, Said
from demarche.record import SourceKind, Status
from demarche.store.labels import labels
from demarche.store.rows import ArticleRow, EventReportRow, EventRow, EventValueRow

__all__ = ["agreed", "chosen", "differences", "event_lines", "ranked_differences"]

Told = Mapping[str, Sequence[EventReportRow]]


def by_event(reports: Iterable[EventReportRow]) -> Told:
    """Return the reports of each event."""
    found: dict[str, list[EventReportRow]] = defaultdict(list)
    for report in reports:
        found[report.event].append(report)
    return found


def chosen(rows: Sequence[EventRow], told: Told, most: int, since: date | None) -> list[EventRow]:
    """Return at most `most` of the rows, the first ones; half the room is kept for what was first told after a day."""
    if since is None:
        return list(rows[:most])
    new = [row for row in rows if _first_told(row, told) > since][: most // 2]
    kept = {row.event for row in new}
    rest = [row for row in rows if row.event not in kept]
    return new + rest[: most - len(new)]


def _first_told(row: EventRow, told: Told) -> date:
    return min((r.published for r in told.get(row.event, ()) if r.published), default=row.published or date.min)


def event_lines(
    rows: Iterable[EventRow],
    told: Told,
    found: Mapping[str, Sequence[Difference]],
    agreeing: Mapping[str, float] | None = None,
) -> tuple[EventLine, ...]:
    """Return the lines of events in order of time, numbered from 1; all articles agree where nothing else is known."""
    several = agreeing or {}
    ordered = sorted(
        rows, key=lambda r: (r.first or r.last or date.max, r.last or date.max, r.published or date.max, r.event)
    )
    return tuple(
        _event_line(
            n,
            row,
            told.get(row.event, ()),
            found.get(row.event, ()),
            min(row.articles, several.get(row.event, row.articles)) if row.articles > 1 else row.articles,
        )
        for n, row in enumerate(ordered, start=1)
    )


def _event_line(
    number: int, row: EventRow, reports: Sequence[EventReportRow], found: Sequence[Difference], agreeing: float
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
        said_by=_voices(r.said_by for r in reports),
        reports=tuple(sorted(reports, key=lambda r: (r.published or date.max, r.article, r.start))),
        differences=tuple(found),
        place=Place.of(row),
        agreeing=agreeing,
    )


SIDES = frozenset({"who", "whom"})


def agreed(values: Iterable[EventValueRow]) -> Mapping[str, float]:
    """Return by event the independent articles that name its sides: the mean of who did it and to whom.

    One that names a side with others, or fewer of it, agrees; one that leaves it open has no part in that side.
    """
    found: dict[str, list[int]] = defaultdict(list)
    ordered = sorted((v for v in values if v.field in SIDES), key=lambda v: (v.event, v.field))
    for (event, _), group in groupby(ordered, key=lambda v: (v.event, v.field)):
        rows = list(group)
        best = next(({*r.value.split(", ")} for r in rows if r.consensus), set[str]())
        found[event].append(sum(r.articles for r in rows if _nested(best, {*r.value.split(", ")})))
    return {event: fmean(counts) for event, counts in found.items()}


def _nested(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a


def differences(
    values: Iterable[EventValueRow], articles: Mapping[str, ArticleRow]
) -> Mapping[str, Sequence[Difference]]:
    """Return by event the fields about which accounts differ."""
    found: dict[str, list[Difference]] = defaultdict(list)
    ordered = sorted(values, key=lambda v: (v.event, v.field))
    for (event, what), group in groupby(ordered, key=lambda v: (v.event, v.field)):
        rows = list(group)
        if len({row.value for row in rows}) > 1:
            found[event].append(_difference(event, what, rows, articles))
    return found


def _difference(event: str, what: str, rows: Sequence[EventValueRow], articles: Mapping[str, ArticleRow]) -> Difference:
    ranked = sorted(rows, key=lambda r: (not r.consensus, -r.articles, r.value))
    return Difference(
        what=what.removeprefix("number:"),
        event=event,
        number=what.startswith("number:"),
        clash=_clash(what, [row.value for row in rows]),
        values=tuple(
            Said(
                value=_worded(what, row.value),
                by=_voices(row.said_by),
                first=row.first_said,
                articles=row.articles,
                consensus=bool(row.consensus),
                evidence=row.evidence,
                place=_place(row, articles.get(row.article)),
            )
            for row in ranked
        ),
    )


def _voices(said_by: Iterable[str]) -> tuple[str, ...]:
    """Return who says so, each once; the article's own voice and one that is not told are nobody's."""
    return tuple(dict.fromkeys(name for name in said_by if name and name != SourceKind.UNSPECIFIED))


def _clash(what: str, values: Sequence[str]) -> bool:
    """Say whether some two of the values cannot both be so.

    Who is named with others is still named, and one without a code may be any of them; what was planned may have
    happened since; days may lie within a week.
    """
    if what in SIDES:
        sides = [_known(value) for value in values]
        return any(not _nested(a, b) for a, b in combinations(sides, 2))
    if what == "status":
        return Status.DENIED.value in values
    if what == "day":
        spans = [_span(value) for value in values]
        return any(a[1] < b[0] or b[1] < a[0] for a, b in combinations(spans, 2))
    return True


def _known(sides: str) -> set[str]:
    codes = sides.split(", ")
    return {code for code, name in labels(codes).items() if name != code}


def _span(value: str) -> tuple[str, str]:
    """Return the first and the last day of an interval in ISO 8601; days compare as their words do."""
    first, _, last = value.partition("/")
    return first, "9999" if last == ".." else last or first


def _worded(what: str, value: str) -> str:
    """Return a value as a reader takes it: names for codes, days and statuses in words."""
    if what in SIDES:
        codes = value.split(", ")
        return phrases.joined([labels(codes)[code] for code in codes])
    if what == "day":
        return phrases.iso_days(value)
    return phrases.status_words(value) if what == "status" else phrases.kind_words(value) if what == "type" else value


def _place(row: EventValueRow, article: ArticleRow | None) -> Place | None:
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


def _speakers(found: Difference) -> int:
    """Return how many speak: those named, and articles in their own voice. One that differs from itself is misread."""
    return len({v.by or (v.place.article if v.place else "") for v in found.values})


def ranked_differences(
    found: Mapping[str, Sequence[Difference]], events: Iterable[EventLine], most: int
) -> tuple[Difference, ...]:
    """Return the contradictions on the largest events, numbers after the rest; each leads to its event's line."""
    lines = {e.row.event: e for e in events}
    rows = [
        replace(d, anchor=line.anchor, about=f"{line.label}, {line.when}") if (line := lines.get(event)) else d
        for event, group in found.items()
        for d in group
        if d.clash and _speakers(d) > 1
    ]
    size = {event: -line.size for event, line in lines.items()}
    return tuple(sorted(rows, key=lambda d: (d.number, size.get(d.event, 0.0), d.event, d.what))[:most])
