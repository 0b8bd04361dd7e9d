"""The brief as Markdown, each line with its sentence and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from demarche.brief import phrases
from demarche.brief.content import Brief
from demarche.brief.lines import Change, Difference, EventLine, Numbered, Proof, Talk
from demarche.brief.news import asker, news, since_line
from demarche.brief.summary import accounts, differing, read_line, summary, told, unread_line, voices
from demarche.brief.terminal import ask_outcome, doubt, mark, nothing, shape, source, spark, track
from demarche.store.rows import ChannelRow, LeverRow, PositionRow

__all__ = ["as_markdown"]


def as_markdown(brief: Brief) -> str:
    """Return the brief as Markdown, each line with its sentence and source."""
    return "\n".join(_chapters(brief)).rstrip() + "\n"


def _chapters(brief: Brief) -> Iterator[str]:
    yield from (f"# {brief.title}", "", read_line(brief.reading))
    if brief.reading.problems:
        yield from ("", unread_line(brief.reading))
    if brief.main is None:
        yield from ("", nothing(brief))
        return
    yield from _chapter("In short", (f"- {line.text}" for line in summary(brief)))
    yield from _news(brief)
    yield from _chapter("To read", map(_telling, brief.telling))
    yield from _dyad_table(brief)
    yield from _turns(brief)
    yield from _chapter("Open", _open(brief))
    yield from _chapter("Disputed", (line for d in brief.disputed for line in _dispute(d)))
    yield from _talk_table(brief)
    yield from _chapter(_timeline_title(brief), (line for event in brief.events for line in _event_item(event)))
    yield from _ask_table(brief)
    yield from _chapter("Levers", (_lever_item(n) for n in brief.levers))
    yield from _chapter("Contacts", (_channel_item(n) for n in brief.channels))
    yield from _chapter("Positions", (_position_item(n) for n in brief.positions))
    yield from _chapter(
        "In their words", (f"> {q.row.text}\n>\n> {q.row.speaker}, {source(q.place)}\n" for q in brief.quotes)
    )
    yield from _chapter("Not sure", (f"- {doubt(d.why, d.times)}: “{d.examples[0][0]}”" for d in brief.doubts))
    yield from _chapter(
        "Articles",
        (f"- {a.title or a.article}{_printed(a.outlet)}, {phrases.day(a.published)}" for a in brief.reading.articles),
    )


def _chapter(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = list(items)
    if lines:
        yield from ("", f"## {title}", "", *lines)


def _printed(outlet: str | None) -> str:
    return f", {outlet}" if outlet else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def _news(brief: Brief) -> Iterator[str]:
    if brief.since is None:
        return
    items = [f"- {entry.label}: {shape(line.sign)}{line.text}" for entry in news(brief.since) for line in entry.lines]
    yield from _chapter("What changed", [since_line(brief.since), "", *items])


def _telling(event: EventLine) -> str:
    return f"> {event.row.sentence}\n>\n> {mark(event.row.sign)} {event.when}, {event.label}. {source(event.place)}\n"


def _open(brief: Brief) -> Iterator[str]:
    for ask in brief.open_asks:
        yield f"- Asked: {asker(ask)}, {phrases.day(ask.row.day)}. {_proof(ask.row.text, ask)}"
    for event in brief.ahead:
        yield f"- Ahead: {event.when}, {told(event)}. {source(event.place)}"
    for found in brief.tracks:
        yield f"- Talks on {track(found)}"
        yield from (f"  - {step.when}: {step.label}" for step in found.steps)


def _dispute(found: Difference) -> Iterator[str]:
    yield f"- {phrases.opening(differing(found))}"
    for value in found.given:
        words = f" “{value.evidence}”" if value.evidence else ""
        yield f"  - **{value.value}**, {voices(value)}, {phrases.day(value.first)}.{words}"


def _talk_table(brief: Brief) -> Iterator[str]:
    rows = [
        (f"{t.a} – {t.b}", *(_met(t, medium) for medium in brief.media), phrases.joined(t.via, ""))
        for t in (*brief.talks, *brief.other_talks)
    ]
    if rows:
        yield from _chapter("Who talks to whom", _table(("Who", *brief.media, "Through"), rows))


def _met(talk: Talk, medium: str) -> str:
    told = f" ({talk.told[medium]} as told)" if medium in talk.told else ""
    return f"{talk.seen[medium]}{told}" if medium in talk.seen else ""


def _dyad_table(brief: Brief) -> Iterator[str]:
    rows = [
        (
            f"{d.row.a_name} – {d.row.b_name}",
            spark(d.days, 24),
            f"{d.row.latest:.0f} ({d.row.low:.0f}–{d.row.high:.0f})",
            f"{d.row.peak:.0f}, {phrases.day(d.row.peak_day)}",
            str(d.row.events),
            str(d.row.asks_open),
        )
        for d in brief.dyads
    ]
    yield from _chapter(
        "Relationships", _table(("Pair", "Strain", "Latest (80 %)", "Highest", "Events", "Open asks"), rows)
    )


def _turns(brief: Brief) -> Iterator[str]:
    yield from _chapter("Where it turned", map(_turn, brief.changes))


def _turn(change: Change) -> str:
    behind = "; ".join(event.label for event in change.events)
    return f"- {phrases.day(change.row.day)}: {change.row.before:.0f} → {change.row.after:.0f}. {behind}"


def _timeline_title(brief: Brief) -> str:
    left = brief.event_count - len(brief.events)
    return f"Timeline ({phrases.count(left, 'smaller event')} left out)" if left else "Timeline"


def _event_head(event: EventLine) -> str:
    status = f" ({phrases.status_words(event.row.status)})" if event.row.status != "happened" else ""
    return f"{mark(event.row.sign)} {event.when}: **{event.label}**{status}. {source(event.place)}"


def _event_item(event: EventLine) -> Iterator[str]:
    yield f"- {_event_head(event)}"
    if event.row.sentence:
        yield f"  > {event.before}**{event.trigger}**{event.after}" if event.trigger else f"  > {event.before}"
    for found in event.differences:
        about = phrases.difference(found.what, number=found.number)
        yield f"  Accounts differ on {about}: {accounts(found)}."


def _ask_table(brief: Brief) -> Iterator[str]:
    rows = [
        (
            f"{a.row.asker_name or a.row.asker} → {a.row.asked_name or a.row.asked}",
            f"“{a.row.text}” ({source(a.place)})",
            phrases.day(a.row.day),
            ask_outcome(a.row),
            phrases.delay(a.row.delay_days),
        )
        for a in brief.asks
    ]
    if rows:
        yield from _chapter(
            "Asks and answers", _table(("Who asked whom", "For what", "Asked", "Answer", "Delay"), rows)
        )


def _lever_item(line: Numbered[LeverRow]) -> str:
    row = line.row
    names = f"{row.holder_name or row.holder} over {row.over_name or row.over}"
    return f"- **{row.lever}** ({row.kind}), {names}, used: {row.used}. {_proof(row.sentence or row.evidence, line)}"


def _channel_item(line: Numbered[ChannelRow]) -> str:
    row = line.row
    via = f" through {phrases.joined(row.via)}" if row.via else ""
    told = f", {row.told} times" if (row.told or 0) > 1 else ""
    names = f"{row.a_name} – {row.b_name}"
    return f"- {phrases.when(row)}: {row.medium}, {names}{via}{told}. {_proof(row.sentence or row.evidence, line)}"


def _position_item(line: Numbered[PositionRow]) -> str:
    row = line.row
    shift = f" (was {row.previous})" if row.shift else ""
    stand = f"**{row.actor or row.country}** on {row.issue}: {row.stance}{shift}"
    return f"- {stand}, {phrases.day(row.day)}. {_proof(row.statement, line)}"


def _proof(words: str, line: Proof) -> str:
    return f"“{words}” ({source(line.place)})"
