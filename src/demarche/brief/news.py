"""What changed since a day, as lines under headings, the same on a page, in Markdown and in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from demarche.brief import phrases
from demarche.brief.content import Since
from demarche.brief.lines import Change, Difference, EventLine, Numbered
from demarche.brief.summary import Line, accounts, differing, told
from demarche.store.rows import AskRow, LeverRow, PositionRow

__all__ = ["Entry", "asker", "news", "since_line"]

T = TypeVar("T")
ACTS, OTHERS = 6, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What changed in one respect: the lines, and how many are left out."""

    label: str
    lines: tuple[Line, ...]
    rest: int = 0


def since_line(since: Since) -> str:
    """Say what the changes rest on."""
    if not since.articles:
        return f"No article was published after {phrases.day(since.day)}."
    verb = "tells" if since.articles == 1 else "tell"
    new = phrases.count(since.articles, "article")
    return f"Since {phrases.day(since.day)}: what {new} {verb} that no earlier one did."


def news(since: Since) -> list[Entry]:
    """Return what changed, heading by heading; those with nothing to tell are left out."""
    return [entry for entry in _entries(since) if entry.lines]


def _entries(since: Since) -> Iterator[Entry]:
    yield Entry(label="Index", lines=tuple(_index(since)))
    yield _entry("Turned", since.turns, _turn)
    yield _entry("Acts", since.acts, _act, ACTS)
    yield _entry("Told only now", since.late, _act)
    yield _entry("Asked", since.asked, _asked)
    yield _entry("Answered", since.answered, _answered)
    yield _entry("Positions", since.shifted, _shifted)
    yield _entry("Levers", since.levers, _lever)
    yield _entry("Disputed", since.disputed, _disputed)


def _entry(label: str, found: Sequence[T], shown: Callable[[T], Line], most: int = OTHERS) -> Entry:
    return Entry(label=label, lines=tuple(map(shown, found[:most])), rest=max(0, len(found) - most))


def _index(since: Since) -> Iterator[Line]:
    before, after = since.before, since.after
    if after is None:
        return
    if before is None:
        text = f"{after.index:.0f} on {phrases.day(after.day)}; nothing was known before"
    else:
        sure = "outside" if since.moved else "within"
        text = (
            f"{before.index:.0f} → {after.index:.0f} on {phrases.day(after.day)}, {sure} the 80 % interval of"
            f" {before.low:.0f} to {before.high:.0f} before"
        )
    yield Line(text=text, anchor="strain")


def _turn(change: Change) -> Line:
    row = change.row
    behind = f": {change.events[0].label}" if change.events else ""
    text = f"{phrases.day(row.day)}, from {row.before:.0f} to {row.after:.0f}{behind}"
    return Line(text=text, anchor="strain", sign=-1 if change.size > 0 else 1)


def _act(event: EventLine) -> Line:
    status = f"{phrases.status_words(event.row.status)}: " if event.row.status != "happened" else ""
    return Line(text=f"{event.when}: {status}{told(event)}", anchor=event.anchor, sign=event.row.sign)


def _asked(ask: Numbered[AskRow]) -> Line:
    return Line(text=f"{asker(ask)}: “{ask.row.text}”", anchor=ask.anchor)


def asker(ask: Numbered[AskRow]) -> str:
    """Return who asked whom."""
    return f"{ask.row.asker_name or ask.row.asker} to {ask.row.asked_name or ask.row.asked}"


def _answered(ask: Numbered[AskRow]) -> Line:
    delay = f" {phrases.delay(ask.row.delay_days)}" if ask.row.delay_days is not None else ""
    return Line(text=f"{ask.row.outcome}{delay}: {asker(ask)}, “{ask.row.text}”", anchor=ask.anchor)


def _shifted(position: Numbered[PositionRow]) -> Line:
    row = position.row
    text = f"{row.actor or row.country} on {row.issue}: {row.stance}, was {row.previous}"
    return Line(text=text, anchor=position.anchor)


def _lever(lever: Numbered[LeverRow]) -> Line:
    row = lever.row
    used = phrases.lever_words(row.used)
    text = f"{row.lever}, {used}: {row.holder_name or row.holder} over {row.over_name or row.over}"
    return Line(text=text, anchor=lever.anchor)


def _disputed(found: Difference) -> Line:
    return Line(text=f"{differing(found)}: {accounts(found)}", anchor=found.anchor)
