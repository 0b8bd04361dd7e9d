"""From rows of events, reports and values to the lines of the timeline and the points on which accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, groupby

from demarche.brief import phrases
from demarche.brief.lines import Difference, EventLine, Place, Said
from demarche.merge.text import content
from demarche.record import Basis, EventType, Quad, SourceKind, Status
from demarche.relate.bearing import ASIDE_SHARE
from demarche.store.labels import labels
from demarche.store.rows import ArticleRow, ContributionRow, EventReportRow, EventRow, EventValueRow

__all__ = ["agreed", "bearing", "chosen", "differences", "event_lines", "ranked_differences"]

Told = Mapping[str, Sequence[EventReportRow]]

UNREAL = frozenset({Status.HYPOTHETICAL, Status.PROPOSED})
"""What is only imagined is no event of a dossier, and what is asked for stands among the asks."""


def by_event(reports: Iterable[EventReportRow]) -> Told:
    """Return the reports of each event."""
    found: dict[str, list[EventReportRow]] = defaultdict(list)
    for report in reports:
        found[report.event].append(report)
    return found


def chosen(rows: Sequence[EventRow], told: Told, most: int, since: date | None) -> list[EventRow]:
    """Return at most `most` of the rows, the first ones; half the room is kept for what was first told after a day.

    What is only imagined or asked for is not among them.
    """
    rows = [row for row in rows if row.status not in UNREAL]
    if since is None:
        return list(rows[:most])
    new = [row for row in rows if _first_told(row, told) > since][: most // 2]
    kept = {row.event for row in new}
    rest = [row for row in rows if row.event not in kept]
    return new + rest[: most - len(new)]


def _first_told(row: EventRow, told: Told) -> date:
    return min((r.published for r in told.get(row.event, ()) if r.published), default=row.published or date.min)


def bearing(rows: Iterable[EventRow], parts: Iterable[ContributionRow], pair: tuple[str, str]) -> Mapping[str, float]:
    """Return what events weigh between the two of a pair: as on its curve; what others do to both, as told aside."""
    weights = {row.event: row.weight * ASIDE_SHARE for row in rows if not _is_between(row, *pair)}
    return weights | {part.event: part.weight for part in parts if part.weight}


def _is_between(row: EventRow, a: str, b: str) -> bool:
    """Whether one of two acts on the other, or both do something together."""
    together = {a, b} <= {*row.sources} and not row.targets
    return together or (a in row.sources and b in row.targets) or (b in row.sources and a in row.targets)


def event_lines(
    rows: Iterable[EventRow],
    told: Told,
    found: Mapping[str, Sequence[Difference]],
    agreeing: Mapping[str, float] | None = None,
    bearing: Mapping[str, float] | None = None,
) -> tuple[EventLine, ...]:
    """Return the lines of events in order of time, numbered from 1; all articles agree where nothing else is known.

    `bearing` is what events weigh on the curve of the pair.
    """
    several, weights = agreeing or {}, bearing or {}
    ordered = sorted(
        rows, key=lambda r: (r.first or r.last or date.max, r.last or date.max, r.published or date.max, r.event)
    )
    lines = (
        _event_line(
            n,
            row,
            told.get(row.event, ()),
            found.get(row.event, ()),
            min(row.articles, several.get(row.event, row.articles)) if row.articles > 1 else row.articles,
        )
        for n, row in enumerate(ordered, start=1)
    )
    return tuple(replace(line, bearing=weights.get(line.row.event)) for line in lines)


def _event_line(
    number: int, row: EventRow, reports: Sequence[EventReportRow], found: Sequence[Difference], agreeing: float
) -> EventLine:
    before, trigger, after = _parted(row, reports)
    return EventLine(
        anchor=f"e{number}",
        number=str(number),
        row=row,
        label=phrases.act(
            row.type, row.mode, _names(row.source_names, row.sources), _names(row.target_names, row.targets)
        ),
        when=_when(row),
        before=before,
        trigger=trigger,
        after=after,
        said_by=_voices(r.said_by for r in reports),
        reports=tuple(sorted(reports, key=lambda r: (r.published or date.max, r.article, r.start))),
        differences=tuple(d for d in found if _is_point(d, row)),
        place=Place.of(row),
        agreeing=agreeing,
    )


def _when(row: EventRow) -> str:
    """Return the days of an act; of a deed that nobody dates they are those on which it was told."""
    only_told = row.basis == Basis.PUBLISHED and row.first is not None and row.status in DONE
    return f"told {phrases.when(row)}" if only_told else phrases.when(row)


def _parted(row: EventRow, reports: Iterable[EventReportRow]) -> tuple[str, str, str]:
    """Return the sentence before its trigger, the trigger, and the rest; the same word may stand there before."""
    here = (r for r in reports if (r.article, r.start, r.sentence) == (row.article, row.start, row.sentence))
    report = next(here, None)
    if report is None:
        return (row.sentence or "").partition(row.trigger or "\n")
    at, end = report.start - report.sentence_start, report.end - report.sentence_start
    return row.sentence[:at], row.sentence[at:end], row.sentence[end:]


def _names(names: Sequence[str], codes: Sequence[str]) -> Sequence[str]:
    """Return the names of a side; of one that nobody names, those of its codes."""
    return names or list(labels(codes).values())


SIDES = frozenset({"who", "whom"})


def agreed(values: Iterable[EventValueRow]) -> Mapping[str, float]:
    """Return by event the independent articles that name its sides: the fewer of who did it and to whom.

    One that names a side with others, or fewer of it, agrees; one that leaves it open has no part in that side.
    """
    found: dict[str, list[int]] = defaultdict(list)
    ordered = sorted((v for v in values if v.field in SIDES), key=lambda v: (v.event, v.field))
    for (event, _), group in groupby(ordered, key=lambda v: (v.event, v.field)):
        rows = list(group)
        best = next(({*r.value.split(", ")} for r in rows if r.consensus), set[str]())
        found[event].append(sum(r.articles for r in rows if _nested(best, {*r.value.split(", ")})))
    return {event: min(counts) for event, counts in found.items()}


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
        clash=_clash(what, ranked),
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


ALIKE, LEAST_ALIKE = 0.35, 3
"""Share of the poorer sentence's words, and number of words, that two sentences have in common that tell of one act for
sure: accounts that are far from each other are more often of two acts than at odds on one."""
DENIED_ALIKE, LEAST_DENIED = 0.25, 2
"""The same where somebody denies: he says less of what he denies than who tells it."""
NEXT_DAY = timedelta(1)
"""Days between two accounts that are no contradiction: it is another day in another zone, and after midnight."""
SAID = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
DEEDS = frozenset({Quad.MATERIAL_COOPERATION, Quad.MATERIAL_CONFLICT})


def _clash(what: str, rows: Sequence[EventValueRow]) -> bool:
    """Say whether some two of the values cannot both be so, and are told in sentences that are surely on one act.

    Who is named with others is still named, and one without a code may be any of them; what was planned may have
    happened since; days may lie within a week. Types waver with the reader, not with the accounts.
    """
    if what.startswith("number:"):
        return len({row.evidence for row in rows}) > 1  # one sentence that has two numbers counts two things
    if what == "status":
        return any(
            _denies(a) and _is_told(b) and _on_one_act(a, b, DENIED_ALIKE, LEAST_DENIED) for a in rows for b in rows
        )
    return any(_contradict(what, a.value, b.value) and _on_one_act(a, b) for a, b in combinations(rows, 2))


def _denies(row: EventValueRow) -> bool:
    """Whether somebody denies it: what an article itself negates is told of another act."""
    return row.value == Status.DENIED and bool(_voices(row.said_by))


def _is_told(row: EventValueRow) -> bool:
    return row.value in {Status.HAPPENED, Status.ONGOING}


def _contradict(what: str, a: str, b: str) -> bool:
    if what in SIDES:
        return not _nested(_known(a), _known(b))
    if what == "day":
        return _apart(_span(a), _span(b))
    return what == "place"


def _apart(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return a[1] + NEXT_DAY < b[0] or b[1] + NEXT_DAY < a[0]


def _on_one_act(a: EventValueRow, b: EventValueRow, share: float = ALIKE, least: int = LEAST_ALIKE) -> bool:
    """Whether two sentences share enough words other than names; the same words are one account told twice."""
    one, other = _plain(a.evidence), _plain(b.evidence)
    common = len(one & other)
    return a.evidence != b.evidence and common >= max(least, share * min(len(one), len(other)))


def _plain(sentence: str) -> frozenset[str]:
    return content(" ".join(word for word in sentence.split() if not word[:1].isupper()))


def _is_point(found: Difference, row: EventRow) -> bool:
    """Whether a contradiction is one on this act.

    What lasts has no one day, and no one who does it; words have no one place, and others say them too.
    """
    once, deed = row.status == Status.HAPPENED, row.quad in DEEDS
    fits = {"day": once, "who": once and deed, "whom": once and deed, "place": deed, "status": row.type not in SAID}
    return found.clash and fits.get(found.what, True)


def _known(sides: str) -> set[str]:
    codes = sides.split(", ")
    return {code for code, name in labels(codes).items() if name != code}


def _span(value: str) -> tuple[date, date]:
    """Return the first and the last day of an interval in ISO 8601, the last of all days for an open end."""
    first, _, last = value.partition("/")
    return date.fromisoformat(first), date.max - NEXT_DAY if last == ".." else date.fromisoformat(last or first)


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


def ranked_differences(events: Iterable[EventLine], most: int) -> tuple[Difference, ...]:
    """Return the contradictions on the events shown, the largest first, numbers last; each leads to its event."""
    rows = [
        (d.number, -line.size, d.event, d.what, replace(d, anchor=line.anchor, about=f"{line.label}, {line.when}"))
        for line in events
        for d in line.differences
        if _speakers(d) > 1
    ]
    return tuple(row[-1] for row in sorted(rows, key=lambda row: row[:-1])[:most])
