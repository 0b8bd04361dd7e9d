"""Which relationships moved, how far and why: text for a person, JSON for a program."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from demarche.brief import phrases
from demarche.store.rows import ChangeRow, ContributionRow, DyadRow, StrainRow

if TYPE_CHECKING:
    from demarche.store import Store

__all__ = ["LEAST", "PERIOD", "Alert", "Reason", "alerts", "as_json", "as_text"]

LEAST = 5.0
"""Points of the index from which a move is told."""
PERIOD = timedelta(days=7)
"""How far back a move is measured where no day is given."""
REASONS = 3
WIDTH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """An act behind a move: its day, the points it moves the index on the last day, its words and where they stand."""

    event: str
    day: date
    points: float
    sentence: str
    trigger: str
    article: str
    outlet: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A pair whose index moved from `since` to `day`; positive is more strain.

    `why` is `threshold` or `change point`, whose day is `turned`. `sure` says whether the index left the 80 % interval
    that it had on `since`; without evidence then, that interval is the whole scale.
    """

    a: str
    b: str
    name: str
    since: date
    day: date
    before: float
    after: float
    low: float
    high: float
    sure: bool
    why: tuple[str, ...]
    turned: tuple[date, ...]
    reasons: tuple[Reason, ...]

    @property
    def moved(self) -> float:
        """Points from `since` to `day`."""
        return self.after - self.before


def alerts(store: Store, since: date | None = None, least: float = LEAST) -> list[Alert]:
    """Return the pairs that moved by `least` points or turned after `since`, the farthest moved first.

    `since` is by default a week before the last day in the store; the index on that day is compared with the last.
    """
    found = []
    for row in store.dyads():
        days = list(store.strain(row.a, row.b))
        start = since or (days[-1].day if days else date.max) - PERIOD
        alert = _alert(store, row, days, start, least) if days and days[-1].day > start else None
        if alert:
            found.append(alert)
    return sorted(found, key=lambda one: (-abs(one.moved), one.a, one.b))


def _alert(store: Store, row: DyadRow, days: list[StrainRow], since: date, least: float) -> Alert | None:
    pair = (row.a, row.b)
    turns = [c for c in store.changes(dyad=pair) if c.day > since]
    earlier = next((d for d in reversed(days) if d.day <= since), None)
    before = earlier.index if earlier else 50.0
    far = abs(days[-1].index - before) >= least
    if not (far or turns):
        return None
    new = [c for c in store.contributions(dyad=pair, day=days[-1].day) if c.day > since]
    if not new:
        return None
    return Alert(
        a=row.a,
        b=row.b,
        name=f"{row.a_name} – {row.b_name}",
        since=since,
        day=days[-1].day,
        before=before,
        after=days[-1].index,
        low=days[-1].low,
        high=days[-1].high,
        sure=earlier is not None and not earlier.low <= days[-1].index <= earlier.high,
        why=tuple(name for name, holds in (("threshold", far), ("change point", turns)) if holds),
        turned=tuple(turn.day for turn in turns),
        reasons=tuple(_reasons(new, turns)),
    )


def _reasons(new: Iterable[ContributionRow], turns: Iterable[ChangeRow]) -> Iterator[Reason]:
    """Yield the acts that move most, those behind a turn before others."""
    behind = {event for turn in turns for event in turn.events}
    ranked = sorted(new, key=lambda c: (c.event not in behind, -abs(c.points or 0.0), c.event))
    kept = list({c.event: c for c in reversed(ranked)}.values())[::-1][:REASONS]
    for c in kept:
        yield Reason(
            event=c.event,
            day=c.day,
            points=c.points or 0.0,
            sentence=c.sentence,
            trigger=c.trigger,
            article=c.article,
            outlet=c.outlet,
            start=c.start,
            end=c.end,
        )


def as_text(found: Iterable[Alert]) -> str:
    """Return the alerts as lines of at most 80 columns, empty where there are none."""
    return "\n".join(line for alert in found for line in _lines(alert))


def _lines(alert: Alert) -> Iterator[str]:
    mark = "▲" if alert.moved > 0 else "▽"
    turned = f"; turned on {phrases.joined(tuple(map(phrases.day, alert.turned)))}" if alert.turned else ""
    sure = "" if alert.sure else ", within what was likely before"
    head = (
        f"{mark} {alert.name}: {alert.before:.0f} → {alert.after:.0f} since {phrases.day(alert.since)}"
        f" (80 % interval {alert.low:.0f} to {alert.high:.0f}{sure}){turned}"
    )
    yield from textwrap.wrap(head, WIDTH, subsequent_indent="  ")
    for reason in alert.reasons:
        source = reason.outlet or reason.article
        told = (
            f"{reason.points:+.1f}  {phrases.short_day(reason.day)}: “{' '.join(reason.sentence.split())}” [{source}]"
        )
        yield from textwrap.wrap(told, WIDTH, initial_indent="  ", subsequent_indent="        ")


def as_json(found: Iterable[Alert]) -> str:
    """Return the alerts as one JSON object, as a webhook takes it; days are ISO 8601."""
    shaped = [{**asdict(alert), "moved": alert.moved} for alert in found]
    return json.dumps({"alerts": shaped}, ensure_ascii=False, default=date.isoformat)
