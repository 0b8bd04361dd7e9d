"""What ends the strain of earlier acts: what is lifted, granted or settled weighs no longer as it did.

Three rules, each told by one act that happened and that nobody disputes:

* what was in force (a blockade, a penalty, a seizure, troops on alert) ends when the side that did it undoes it;
* an ask, the threats behind it and the refusals of it end when it is granted;
* what else strained a pair over an issue is settled in part when one of the two yields over that issue, and attacks
  when fire ceases: by a tenth for each point of the yielding act's weight. What was destroyed stays destroyed.

An ending takes its part of what is left, times its own probability; so the order of the articles does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from demarche.code.indicators import weight_of
from demarche.merge.event import Event
from demarche.record import EventType
from demarche.relate.asks import AskThread, granted_by
from demarche.relate.bearing import placed
from demarche.relate.contribution import Contribution, Pair, faded

__all__ = ["with_endings"]

YIELDING = {EventType.RETREAT, EventType.CONCEDE, EventType.AGREE}
UNDOES = {
    "withdraw": {EventType.MOBILIZE, EventType.COERCE},
    "release": {EventType.COERCE},
    "disarm": {EventType.MOBILIZE},
    "access": {EventType.COERCE, EventType.SANCTION},
    None: {EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE},
}
"""What is in force until it is undone, by the mode of the retreat that undoes it."""
LEAST_SURE = 0.5
"""Probability that an act must exceed to end others."""
SAME_WORDS = 2
"""Words, other than names, that two sentences share when they tell of one matter without a common issue."""

Key = tuple[Pair, date, str, str]
"""Pair, day, event and family of a contribution: one row of the table."""


def with_endings(
    parts: Sequence[Contribution], events: Mapping[str, Event], threads: Iterable[AskThread]
) -> list[Contribution]:
    """Return the contributions with the strain that each event ends; an event may end what is no part of its own."""
    left = {(p.a, p.b, p.day, p.event): 1.0 for p in parts if p.sign < 0}
    made: dict[Key, Contribution] = {((p.a, p.b), p.day, p.event, p.family): p for p in parts}
    strained: dict[Pair, list[Contribution]] = defaultdict(list)
    for part in parts:
        if part.sign < 0:
            strained[part.a, part.b].append(part)
    for ending in _endings(parts, events, threads):
        for pair in ending.pairs & strained.keys():
            for key, mass in _ended(ending, pair, strained[pair], events, left).items():
                own = made.get(key) or _bare(ending, key)
                made[key] = replace(own, ends=round(mass, 6))
    return list(made.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ending:
    """An act that may end others, from `day` on; `own` pairs it bears on, `granted` the share of each ask it grants."""

    event: Event
    day: date
    own: frozenset[Pair]
    pairs: frozenset[Pair]
    granted: tuple[tuple[AskThread, float], ...]

    def share(self, pair: Pair, earlier: Event) -> float:
        """Return which share of an earlier act's strain on a pair it ends, were it sure."""
        if self._undoes(earlier):
            return 1.0
        settled = weight_of(self.event)[1] / 10 if pair in self.own and self._settles(earlier) else 0.0
        return max([settled, *(share for thread, share in self.granted if _asks_or_presses(thread, earlier))])

    def _undoes(self, earlier: Event) -> bool:
        event = self.event
        return (
            event.type is EventType.RETREAT
            and earlier.type in UNDOES.get(event.mode, ())
            and bool(set(event.source_codes) & set(earlier.source_codes))
            and (not event.target_codes or bool(set(event.target_codes) & set(earlier.target_codes)))
            and _is_same_matter(event, earlier)
        )

    def _settles(self, earlier: Event) -> bool:
        if self.event.mode == "ceasefire" and earlier.type is EventType.ASSAULT:
            return True
        return self.event.issue is not None and self.event.issue == earlier.issue


def _endings(
    parts: Iterable[Contribution], events: Mapping[str, Event], threads: Iterable[AskThread]
) -> Iterator[_Ending]:
    """Yield the acts that may end others by their day; one that is spread counts from its last day on."""
    own: dict[str, set[Pair]] = defaultdict(set)
    granted: dict[str, list[tuple[AskThread, float]]] = defaultdict(list)
    pairs = {(p.a, p.b) for p in parts}
    for part in parts:
        own[part.event].add((part.a, part.b))
    for thread in sorted(threads, key=lambda t: t.ask):
        for answer in thread.answers:
            granted[answer].append((thread, granted_by(thread, events[answer])))
    found = [(days[-1][0], e) for e in events.values() if _may_end(e) and (days := placed(e)[0])]
    for day, event in sorted(found, key=lambda item: (item[0], item[1].id)):
        acting = set(event.source_codes)
        yield _Ending(
            event=event,
            day=day,
            own=frozenset(own[event.id]),
            pairs=frozenset(pair for pair in pairs if acting & set(pair)),
            granted=tuple(granted[event.id]),
        )


def _may_end(event: Event) -> bool:
    """Whether a side yields, more likely than not; who steps down yields his seat, and settles nothing between two."""
    sure = event.status.is_deed and not event.disputed and event.probability > LEAST_SURE
    return sure and event.type in YIELDING and event.mode != "resign"


def _asks_or_presses(thread: AskThread, earlier: Event) -> bool:
    """Whether an act is the ask itself, a threat behind it, or an earlier refusal of it."""
    if earlier.id in thread.asking:
        return True
    if thread.issue is None or thread.issue != earlier.issue:
        return False
    pressing = {EventType.THREATEN: (thread.asker, thread.asked), EventType.REJECT: (thread.asked, thread.asker)}
    doer, other = pressing.get(earlier.type, ("", ""))
    return bool(doer) and doer in earlier.source_codes and other in earlier.target_codes


def _is_same_matter(event: Event, earlier: Event) -> bool:
    """Whether an act undoes this earlier one: by its very word (a lifted blockade), words in common, or one issue.

    An issue is enough only where the act is aimed at somebody: it is too wide for what was opened to nobody in
    particular.
    """
    mine, other = event.speaks, earlier.speaks
    if other.trigger_stem <= mine.content or len(mine.told & other.told) >= SAME_WORDS:
        return True
    return bool(event.target_codes) and event.issue is not None and event.issue == earlier.issue


def _ended(
    ending: _Ending,
    pair: Pair,
    strained: Iterable[Contribution],
    events: Mapping[str, Event],
    left: dict[tuple[str, str, date, str], float],
) -> dict[Key, float]:
    """Return the mass that an act ends in each family, and take it from what is left of each earlier part."""
    ended: dict[Key, float] = defaultdict(float)
    shares: dict[str, float] = {}
    for part in strained:
        if not _is_earlier(part, ending, events[part.event]):
            continue
        if part.event not in shares:
            shares[part.event] = ending.share(pair, events[part.event]) * ending.event.probability
        share, at = shares[part.event], (part.a, part.b, part.day, part.event)
        if share:
            mass = part.mass * left[at] * share * faded(part.day, ending.day)
            ended[pair, ending.day, ending.event.id, part.family] += mass
            left[at] *= 1.0 - share
    return ended


def _is_earlier(part: Contribution, ending: _Ending, event: Event) -> bool:
    """Whether a part lies before an ending: on a day before, or on that day when the very sentence tells its end.

    `Ended its alert` tells of an alert that is over, though no other day is told for it.
    """
    if part.event == ending.event.id or part.day > ending.day:
        return False
    return part.day < ending.day or bool(_sentences(event) & _sentences(ending.event))


def _sentences(event: Event) -> set[tuple[str, int]]:
    return {(m.report.article, m.report.sentence_start) for m in event.members}


def _bare(ending: _Ending, key: Key) -> Contribution:
    """Return the part of an act that only ends others: it adds no mass and no evidence of its own."""
    (a, b), day, event, family = key
    return Contribution(
        a=a,
        b=b,
        day=day,
        event=event,
        family=family,
        sign=1,
        mass=0.0,
        weight=0.0,
        probability=ending.event.probability,
        share=0.0,
        why=f"{ending.event.type.value.lower()}, ends what strained before",
    )
