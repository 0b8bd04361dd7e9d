"""From rows of the store to the lines of a brief's tables: in order, each once, numbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from demarche.brief.content import is_open
from demarche.brief.lines import EventLine, Family, Numbered, Place, R, Track
from demarche.merge.text import content
from demarche.store.labels import labels
from demarche.store.rows import (
    AskRepeatRow,
    AskRow,
    ChannelRow,
    FamilyRow,
    LeverRow,
    PositionRow,
    QuoteRow,
    TrackRow,
)

__all__ = ["asks", "contacts", "families", "levers", "numbered", "positions", "quotes", "tracks"]


LEAST_ASK = 2
"""Words with a meaning that an ask needs to say what is asked: "asked of it" has one."""


def asks(rows: Iterable[AskRow], repeats: Iterable[AskRepeatRow], most: int) -> tuple[Numbered[AskRow], ...]:
    """Return the asks between states, each with the day on which an article first told it.

    Those that wait come first, the most repeated before others, then the latest: that is what is still asked.
    """
    told: dict[str, date] = {}
    for repeat in repeats:
        if repeat.published:
            told[repeat.ask] = min(told.get(repeat.ask, date.max), repeat.published)
    ordered = sorted((_worded(row) for row in rows if row.official), key=_by_weight)
    return tuple(replace(n, told=told.get(n.row.ask, n.told)) for n in numbered("A", ordered[:most]))


def _by_weight(row: AskRow) -> tuple[bool, int, int, str]:
    day = (row.day or date.min).toordinal()
    return (False, -row.articles, -day, row.ask) if is_open(row) else (True, 0, day, row.ask)


def _worded(row: AskRow) -> AskRow:
    """Return an ask with its sentence where its own words say nothing of what is asked: "called for"."""
    return row if len(content(row.text)) >= LEAST_ASK else replace(row, text=row.sentence)


def levers(rows: Iterable[LeverRow], most: int) -> tuple[Numbered[LeverRow], ...]:
    """Return the uses of levers, each once."""
    return numbered("L", _once(rows, _lever_key)[:most])


def contacts(rows: Iterable[ChannelRow]) -> tuple[Numbered[ChannelRow], ...]:
    """Return the contacts by day, each once."""
    return numbered("C", sorted(_once(rows, _channel_key), key=_by_day))


def positions(rows: Iterable[PositionRow], most: int) -> tuple[Numbered[PositionRow], ...]:
    """Return the positions by issue, each once."""
    return numbered("P", sorted(_once(rows, _position_key), key=_by_issue)[:most])


def _once(rows: Iterable[R], key: Callable[[R], object]) -> list[R]:
    """Keep of rows that say the same in copies of an article the one that was printed first."""
    ordered = list(rows)
    first: dict[object, R] = {}
    for row in sorted(ordered, key=lambda r: r.published or date.max):
        first.setdefault(key(row), row)
    return [row for row in ordered if first[key(row)] is row]


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


def numbered(letter: str, rows: Iterable[R]) -> tuple[Numbered[R], ...]:
    """Return lines called by a letter and a number from 1."""
    return tuple(
        Numbered(anchor=f"{letter.lower()}{n}", number=f"{letter}{n}", row=row, place=Place.of(row), told=row.published)
        for n, row in enumerate(rows, start=1)
    )


LEAST_QUOTE = 4
"""Words that a quotation needs to stand alone in a list: shorter ones are terms, shown in their articles only."""


def quotes(rows: Sequence[QuoteRow], most: int) -> tuple[Numbered[QuoteRow], ...]:
    """Return whole statements whose speaker is known, each once, in order of publication; the longer where some go."""
    whole = {row.text: row for row in reversed(rows) if row.speaker and len(row.text.split()) >= LEAST_QUOTE}
    kept = sorted(whole.values(), key=lambda r: -len(r.text))[:most]
    return numbered("Q", sorted(kept, key=lambda r: (r.published or date.max, r.article, r.start)))


def families(rows: Iterable[FamilyRow]) -> tuple[Family, ...]:
    """Return the families, the heaviest first."""
    found: dict[str, list[FamilyRow]] = defaultdict(list)
    for row in rows:
        found[row.family].append(row)
    made = [Family(name=name, days=tuple(sorted(days, key=lambda d: d.day))) for name, days in found.items()]
    return tuple(sorted(made, key=lambda f: (-sum(f.most), f.name)))


LEAST_SHOWN = 2
"""Steps of a negotiation on the timeline from which it is shown: a reader follows it there."""


def tracks(rows: Iterable[TrackRow], events: Iterable[EventLine], most: int) -> tuple[Track, ...]:
    """Return the negotiations whose steps are shown, open ones first, those with most steps before others."""
    shown = {e.row.event: e for e in events}
    told = [row for row in rows if sum(event in shown for event in row.events) >= LEAST_SHOWN]
    ordered = sorted(told, key=lambda t: (t.state not in {"open", "proposed"}, -t.steps, t.track))[:most]
    return tuple(
        Track(
            anchor=f"t{n}",
            row=row,
            parties=tuple(labels(row.parties).values()),
            mediators=tuple(labels(row.mediators).values()),
            steps=tuple(shown[event] for event in row.events if event in shown),
        )
        for n, row in enumerate(ordered, start=1)
    )
