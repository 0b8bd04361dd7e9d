"""The short brief for the terminal: text of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from demarche.brief import phrases
from demarche.brief.content import Brief, is_open
from demarche.brief.figures import columns
from demarche.brief.lines import Difference, EventLine, Numbered, Place, Talk, Track
from demarche.brief.news import asker, news
from demarche.brief.summary import accounts, differing, read_line, summary, told, unread_line
from demarche.store.rows import AskRow, StrainRow

__all__ = ["as_text", "ask_outcome", "doubt", "mark", "nothing", "shape", "source", "spark", "talk", "track"]

WIDTH = 80
LEVELS = "▁▂▃▄▅▆▇█"
SPARK = 56
LEAST_RANGE = 20.0
"""Points that a line of bars spans at least: smaller moves are no news."""
ASK = 120
"""Characters of an ask; the page has it whole."""
NEWS, TELLING, ASKS, TRACKS, DISPUTED, TALKS, DYADS = 2, 3, 3, 1, 2, 3, 4


def spark(days: Sequence[StrainRow], most: int = SPARK) -> str:
    """Return the index as one line of bars on its own range, a blank where there is no evidence."""
    low, high = spark_range(days)
    top = len(LEVELS) - 1
    return "".join(" " if v is None else LEVELS[round((v - low) / (high - low) * top)] for v in columns(days, most))


def spark_range(days: Sequence[StrainRow]) -> tuple[float, float]:
    """Return the lowest and the highest index, at least `LEAST_RANGE` points apart within [0, 100]."""
    low, high = min((d.index for d in days), default=0.0), max((d.index for d in days), default=100.0)
    missing = max(0.0, LEAST_RANGE - (high - low)) / 2
    low = min(max(0.0, low - missing), 100.0 - LEAST_RANGE)
    return low, max(high, low + LEAST_RANGE)


def as_text(brief: Brief) -> str:
    """Return the short brief for a terminal, lines of at most 80 columns."""
    return "\n".join(_sections(brief)).rstrip() + "\n"


def _sections(brief: Brief) -> Iterator[str]:
    yield from _wrapped(brief.title.upper())
    yield from _wrapped(" ".join(filter(None, (read_line(brief.reading), unread_line(brief.reading)))))
    if brief.main is None:
        yield ""
        yield from _wrapped(nothing(brief))
        return
    yield from _curve(brief)
    yield from _block("In short", (line.text for line in summary(brief)))
    yield from _changed(brief)
    yield from _block("To read", map(_telling, _largest(brief.telling)))
    yield from _block("Open", filter(None, _open(brief)))
    yield from _block(
        "Disputed", map(_disputed, brief.disputed[:DISPUTED]), _more(len(brief.disputed), DISPUTED, "point")
    )
    yield from _block("Who talks to whom", map(talk, brief.talks[:TALKS]))
    yield from _block("Other relationships", ["; ".join(_others(brief))] if len(brief.dyads) > 1 else [])


def nothing(brief: Brief) -> str:
    """Say that there is no relationship to show."""
    if brief.asked:
        return f"No event between {' and '.join(brief.asked)} was found in these articles."
    return "No two sides with an event between them were found in these articles."


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(" ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=rest) or [""]


def _block(title: str, items: Iterable[str], more: str = "") -> Iterator[str]:
    lines = [line for item in items for line in _wrapped(item, "  ", "    ")]
    if lines:
        yield from ("", title, *lines, *([f"  {more}"] if more else []))


def _more(all_of_them: int, shown: int, what: str) -> str:
    return f"and {phrases.count(all_of_them - shown, f'more {what}')}" if all_of_them > shown else ""


def _curve(brief: Brief) -> Iterator[str]:
    if not brief.days:
        return
    line = spark(brief.drawn)
    low, high = spark_range(brief.drawn)
    first, last = phrases.short_day(brief.drawn[0].day), phrases.day(brief.drawn[-1].day)
    yield from (
        "",
        f"  {line}  {low:.0f} to {high:.0f}; 50 is neutral",
        f"  {first}{last.rjust(max(len(line) - len(first), len(last) + 2))}",
    )


def _changed(brief: Brief) -> Iterator[str]:
    if brief.since is None:
        return
    yield from ("", f"Since {phrases.day(brief.since.day)}")
    for entry in news(brief.since):
        for n, line in enumerate(entry.lines[:NEWS]):
            label = "" if n else entry.label
            yield from _wrapped(f"{shape(line.sign)}{line.text}", f"  {label:14}  ", " " * 18)


def shape(sign: int | None) -> str:
    """Return the shape for the sign of an act with a blank, nothing where there is none."""
    return "" if sign is None else f"{mark(sign)} "


def mark(sign: int) -> str:
    """Return the shape for the sign of an act."""
    return {-1: "▲", 0: "·", 1: "▽"}[sign]


def _largest(events: Sequence[EventLine]) -> list[EventLine]:
    kept = {e.anchor for e in sorted(events, key=lambda e: -e.size)[:TELLING]}
    return [event for event in events if event.anchor in kept]


def _telling(event: EventLine) -> str:
    articles = f", {event.row.articles} articles" if event.row.articles > 1 else ""
    return f"{mark(event.row.sign)} {event.when}: “{event.row.sentence}” [{source(event.place)}{articles}]"


def source(place: Place) -> str:
    """Return the outlet and day of a place."""
    return f"{place.source}, {phrases.short_day(place.published)}" if place.published else place.source


def _open(brief: Brief) -> Iterator[str]:
    yield from map(_waiting, brief.open_asks[:ASKS])
    yield _more(len(brief.open_asks), ASKS, "ask")
    yield from (f"Ahead: {event.when}: {told(event)}" for event in brief.ahead[:ASKS])
    yield from (f"Talks on {track(t)}" for t in [t for t in brief.tracks if t.open][:TRACKS])


def _waiting(ask: Numbered[AskRow]) -> str:
    return f"Asked: {asker(ask)}, {phrases.day(ask.row.day)}: “{_cut(ask.row.text)}”"


def _cut(words: str) -> str:
    return textwrap.shorten(words, ASK, placeholder="…")


def track(found: Track) -> str:
    """Return a negotiation in a line: issue, sides, go-betweens, steps, days, state."""
    row = found.row
    via = f" through {phrases.joined(found.mediators)}" if found.mediators else ""
    steps = phrases.count(row.steps, "step")
    days = f", {phrases.days(row.first, row.last)}" if row.first or row.last else ""
    return f"{row.issue}, {phrases.joined(found.parties)}{via}: {row.state}, {steps}{days}"


def _disputed(found: Difference) -> str:
    return f"{phrases.opening(differing(found))}: {accounts(found)}"


def talk(found: Talk) -> str:
    """Return in a line how two were in touch: by medium as seen and as told, through whom, when."""
    media = ", ".join(f"{name} {n}{_told(found, name)}" for name, n in found.seen.items())
    via = f", through {phrases.joined(found.via)}" if found.via else ""
    days = f", {phrases.days(found.first, found.last)}" if found.first else ""
    return f"{found.a} – {found.b}: {media}{via}{days}"


def _told(found: Talk, medium: str) -> str:
    return f" ({found.told[medium]} as told)" if medium in found.told else ""


def ask_outcome(row: AskRow) -> str:
    """Return what became of an ask, `open` while it waits."""
    return "open" if is_open(row) else row.outcome


def doubt(why: str, times: int) -> str:
    """Say what was not understood, and how often."""
    return f"{why} ({phrases.count(times, 'time')})"


def _others(brief: Brief) -> Iterator[str]:
    for line in brief.dyads[: DYADS + 1]:
        row = line.row
        if brief.main is None or row.rank != brief.main.rank:
            yield f"{row.a_name} – {row.b_name} {row.latest:.0f} (highest {row.peak:.0f})"
