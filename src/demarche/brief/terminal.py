"""The short brief for the terminal: text of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from demarche.brief import phrases
from demarche.brief.content import Brief, Difference, EventLine, Numbered, Place, is_open
from demarche.brief.figures import columns
from demarche.brief.summary import read_line, summary, told, unread_line
from demarche.store.rows import AskRow, QuoteRow, StrainRow

__all__ = ["as_text", "ask_outcome", "differing", "doubt", "mark", "nothing", "source", "spark"]

WIDTH = 80
LEVELS = "▁▂▃▄▅▆▇█"
SPARK = 56
LEAST_RANGE = 20.0
"""Points that a line of bars spans at least: smaller moves are no news."""
EVENTS, ASKS, QUOTES, DYADS, DOUBTS = 8, 8, 3, 6, 4


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
    yield from _block("Events", map(_event, _first(brief, EVENTS)), _more(brief.event_count, EVENTS, "event"))
    yield from _block("Asks, open ones first", map(_ask, brief.asks[:ASKS]), _more(len(brief.asks), ASKS, "ask"))
    yield from _block("Numbers that differ", map(differing, brief.numbers[:ASKS]))
    yield from _block("In their words", map(_quote, _longest(brief.quotes)), _more(brief.quote_count, QUOTES, "quote"))
    yield from _block("Not sure", (doubt(d.why, d.times) for d in brief.doubts[:DOUBTS]))
    yield from _block("Other relationships", _others(brief))


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
    line = spark(brief.days)
    low, high = spark_range(brief.days)
    first, last = phrases.short_day(brief.days[0].day), phrases.day(brief.days[-1].day)
    yield from (
        "",
        f"  {line}  {low:.0f} to {high:.0f}; 50 is neutral",
        f"  {first}{last.rjust(max(len(line) - len(first), len(last) + 2))}",
    )


def mark(event: EventLine) -> str:
    """Return the shape for the sign of an event."""
    return {-1: "▲", 0: "·", 1: "▽"}[event.row.sign]


def _first(brief: Brief, most: int) -> list[EventLine]:
    """Return the largest events in the order of the timeline."""
    kept = {event.anchor for event in brief.largest[:most]}
    return [event for event in brief.events if event.anchor in kept]


def _event(event: EventLine) -> str:
    articles = f", {event.row.articles} articles" if event.row.articles > 1 else ""
    status = f"{phrases.status_words(event.row.status)}: " if event.row.status != "happened" else ""
    return f"{mark(event)} {event.when}: {status}{told(event)}. [{source(event.place)}{articles}]"


def source(place: Place) -> str:
    """Return the outlet and day of a place."""
    return f"{place.source}, {phrases.short_day(place.published)}" if place.published else place.source


def ask_outcome(row: AskRow) -> str:
    """Return what became of an ask, `open` while it waits."""
    return "open" if is_open(row) else row.outcome


def _ask(ask: Numbered[AskRow]) -> str:
    row = ask.row
    delay = f", {phrases.delay(row.delay_days)}" if row.delay_days is not None else ""
    names = f"{row.asker_name or row.asker} to {row.asked_name or row.asked}"
    return f"{ask_outcome(row).upper()}{delay}: {names}, {phrases.day(row.day)}: “{row.text}”"


def differing(difference: Difference) -> str:
    """Return the values that accounts give, each with who says it."""
    said = [v.value + (f" ({phrases.joined(v.by)})" if v.by else "") for v in difference.values]
    return f"{difference.what}: {' or '.join(said)}"


def _longest(quotes: Sequence[Numbered[QuoteRow]]) -> list[Numbered[QuoteRow]]:
    kept = {q.anchor for q in sorted(quotes, key=lambda q: -len(q.row.text))[:QUOTES]}
    return [quote for quote in quotes if quote.anchor in kept]


def _quote(quote: Numbered[QuoteRow]) -> str:
    return f"“{quote.row.text}” {quote.row.speaker} [{source(quote.place)}]"


def doubt(why: str, times: int) -> str:
    """Say what was not understood, and how often."""
    return f"{why} ({phrases.count(times, 'time')})"


def _others(brief: Brief) -> Iterator[str]:
    for line in brief.dyads[: DYADS + 1]:
        row = line.row
        if brief.main is None or row.rank != brief.main.rank:
            events = phrases.count(row.events, "event")
            yield f"{row.a_name} – {row.b_name}: {row.latest:.0f}, highest {row.peak:.0f}, {events}"
