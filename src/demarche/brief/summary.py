"""A brief in a few sentences, the same on a page, in Markdown and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from demarche.brief import phrases
from demarche.brief.content import Brief, Reading
from demarche.brief.lines import Change, Difference, EventLine, Said

__all__ = ["Line", "accounts", "differing", "read_line", "summary", "told", "unread_line", "voices"]

TURNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, the anchor of what proves it, and the sign of its act where it tells one."""

    text: str
    anchor: str | None = None
    sign: int | None = None


def read_line(reading: Reading) -> str:
    """Say what was read: articles, days, outlets, copies."""
    days = reading.days
    parts = [phrases.count(len(reading.articles), "article")]
    if days:
        parts.append(f"published {phrases.days(days[0], days[-1])}")
    if reading.outlets:
        parts.append(phrases.count(len(reading.outlets), "outlet"))
    if reading.repeats:
        parts.append(f"{phrases.count(len(reading.repeats), 'copy', 'copies')} of others counted once")
    if reading.undated:
        parts.append(f"{reading.undated} without a date")
    return ", ".join(parts) + "."


def unread_line(reading: Reading) -> str:
    """Say what could not be read; empty where all could."""
    if not reading.problems:
        return ""
    why, ids = reading.reasons[0]
    more = "" if len(reading.reasons) == 1 else f" and {phrases.count(len(reading.reasons) - 1, 'other reason')}"
    return f"{phrases.count(len(reading.problems), 'item')} could not be read: {why} ({ids[0]}){more}."


def summary(brief: Brief) -> list[Line]:
    """Return the brief in a few sentences, most important first."""
    return [*_level(brief), *_acts(brief), *_turns(brief), *_asks(brief), *_accounts(brief)]


def _level(brief: Brief) -> Iterator[Line]:
    latest, peak = brief.latest, brief.peak
    if latest is None or peak is None:
        return
    level = phrases.level(latest.index, latest.low, latest.high)
    now = (
        f"Strain stood at {latest.index:.0f} of 100 on {phrases.day(latest.day)} "
        f"(80 % interval {latest.low:.0f} to {latest.high:.0f}): {level}."
    )
    highest = f" It was highest on {phrases.day(peak.day)}, at {peak.index:.0f}." if peak.day != latest.day else ""
    yield Line(text=now + highest, anchor="strain")


def _acts(brief: Brief) -> Iterator[Line]:
    """What the level is made of: one word for much strain beside much help would hide both."""
    for name, way, nouns in (("Strain", -1, phrases.STRAINS), ("Ease", 1, phrases.EASES)):
        acts = phrases.counted({kind: n for (sign, kind), n in brief.acts.items() if sign == way}, nouns)
        if acts:
            yield Line(text=f"{name}: {acts}.", anchor="timeline")


def _turns(brief: Brief) -> Iterator[Line]:
    """Tell the turns that are surest, of those whose acts are shown: a jump of little evidence is soon made."""
    evidence = {d.day: d.evidence for d in brief.days}
    shown = [change for change in brief.changes if change.events]
    turns = sorted(shown, key=lambda c: -abs(c.size) * sqrt(1 + evidence.get(c.row.day, 0.0)))[:TURNS]
    for change in sorted(turns, key=lambda c: c.row.day):
        yield Line(text=_turn(change), anchor=change.events[0].anchor if change.events else "strain")


def _turn(change: Change) -> str:
    way = "up" if change.size > 0 else "down"
    said = f"Turned {way} on {phrases.day(change.row.day)}, from {change.row.before:.0f} to {change.row.after:.0f}"
    behind = "; ".join([*map(told, change.events[:1]), *(event.label for event in change.events[1:2])])
    return f"{said}: {behind}." if behind else f"{said}."


def _asks(brief: Brief) -> Iterator[Line]:
    if not brief.asks:
        return
    waiting = len(brief.open_asks)
    refused = sum(a.row.outcome in {"refused", "defied"} for a in brief.asks)
    said = [phrases.count(len(brief.asks), "request or demand", "requests and demands")]
    if refused:
        said.append(f"{refused} refused or defied")
    said.append("none open" if not waiting else "all open" if waiting == len(brief.asks) > 1 else f"{waiting} open")
    yield Line(text=", ".join(said) + ".", anchor="open" if waiting else "asks")


def told(event: EventLine) -> str:
    """Return an act and, where the sentence has more to say, its own words."""
    return f"{event.label} (“{event.gist}”)" if event.gist else event.label


def _accounts(brief: Brief) -> Iterator[Line]:
    numbers = len(brief.numbers)
    if brief.disputed:
        about = f", {numbers} of them about numbers" if numbers else ""
        yield Line(text=f"Accounts differ on {phrases.count(len(brief.disputed), 'point')}{about}.", anchor="disputed")


def accounts(found: Difference) -> str:
    """Return the values that accounts give, each with who says it or, in its own voice, the outlet."""
    return " or ".join(f"{v.value} ({by})" if (by := voices(v)) else v.value for v in found.values)


def differing(found: Difference) -> str:
    """Return on what accounts differ, and of which event where it is shown."""
    return phrases.difference(found.what, number=found.number) + (f" ({found.about})" if found.about else "")


def voices(said: Said) -> str:
    """Return who gives a value: those named, else the outlet of the article that gives it; empty where neither is."""
    return phrases.joined(said.by) if said.by else said.place.source if said.place else ""
