"""Reports of one act become one event: within and across articles, the same whatever order they came in.

Pairs are looked for among reports that share parties, a kind of act and days, so that the work for an article does not
grow with the store. Pairs that are alike are joined from the surest down, and a join is left out where the reports
would no longer have one day in common: an event has a day on which all its reports can be true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from statistics import fmean

from demarche.code.when import CAMPAIGNS
from demarche.merge.blocks import candidates
from demarche.merge.consensus import event_of
from demarche.merge.days import Days
from demarche.merge.event import Event
from demarche.merge.likeness import COHESION, Likeness, Scale, speaking
from demarche.merge.named import Names
from demarche.merge.observation import Observation
from demarche.merge.union import Forest
from demarche.record import Basis, EventType, Precision, Status

__all__ = ["groups", "merge"]

MOST_COMPARED = 6
"""Members of a set, by key, that are compared with another set."""

NEWS, PAUSE = timedelta(2), timedelta(10)
"""Days before the news from which on what it says goes on is told; days without news after which it is told anew."""

Pair = tuple[str, str]
Maker = Callable[[str, Sequence[Observation], Mapping[str, Likeness]], Event]
"""What makes an event of its id, its reports and what brought them in."""


def merge(
    observations: Iterable[Observation], *, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> tuple[Event, ...]:
    """Return the events, sorted by id; `together` and `apart` are pairs of report keys on which a person decided."""
    told = list(observations)
    names = Names.of(told)
    by_key = {one.key: one for one in map(names.corrected, told)}
    decided = list(apart)
    found = groups(by_key.values(), together=together, apart=decided)
    trusted = {key: names.trust(one) for key, one in by_key.items()}
    make = partial(event_of, trust=lambda one: trusted[one.key])
    made = [make(event_id(keys), [by_key[key] for key in keys], why) for keys, why in found]
    lasting = _with_habits(made, {key for pair in decided for key in pair}, make)
    return tuple(sorted(lasting, key=lambda event: event.id))


def _with_habits(events: Iterable[Event], decided: AbstractSet[str], make: Maker) -> Iterator[Event]:
    """Yield the events, those of a habit or of a war as one: what lasts is one thing in whatever words it is told.

    Aid that one state gives another again and again is a habit, and what goes on between the two while the articles
    tell of it is part of it; where nobody calls it a habit it is one for as long as the articles come back to it. Aid
    that is only promised then, for no day, is part of what is given.
    Invasion and war in one year, told to the year, are one, and the undated are the last of them. Events
    with a report on which a person decided stay as they are.
    """
    habits: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    wars: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        lasting = event.source_codes and event.target_codes and decided.isdisjoint(_keys(event))
        if lasting and _is_campaign(event):
            wars[event.target_codes].append(event)
        elif lasting and _may_be_habit(event):
            habits[event.source_codes, event.target_codes].append(event)
        else:
            yield event
    yield from (_one(war, make) for told in wars.values() for war in _apart(told))
    for told in habits.values():
        again = any(event.status is Status.HABITUAL for event in told)
        for times in [told] if again else _in_a_row(told):
            yield from times if all(map(_is_promise, times)) else [_one(times, make)]


def _may_be_habit(event: Event) -> bool:
    goes_on = event.status is Status.ONGOING and _is_told_meanwhile(event)
    return event.type is EventType.AID and (event.status is Status.HABITUAL or goes_on or _is_promise(event))


def _is_promise(event: Event) -> bool:
    return event.status is Status.PLANNED and event.first is None


def _is_told_meanwhile(event: Event) -> bool:
    """Whether the days of what goes on are those of the articles that tell it: "the aid today"."""
    if event.basis is Basis.PUBLISHED or event.first is None or event.last is None:
        return event.basis is Basis.PUBLISHED
    days = [member.report.published for member in event.members if member.report.published]
    return bool(days) and min(days) <= event.first + NEWS and event.last <= max(days)


def _in_a_row(told: Iterable[Event]) -> Sequence[Sequence[Event]]:
    """Part what goes on by the gaps in which nobody tells of it."""
    rows: list[list[Event]] = []
    end = date.min
    for first, event in sorted(((e.first or e.published or date.min, e) for e in told), key=lambda i: (i[0], i[1].id)):
        if not rows or first > end + PAUSE:
            rows.append([])
        rows[-1].append(event)
        end = max(end, event.last or first)
    return rows


def _is_campaign(event: Event) -> bool:
    """Whether an event is a war or invasion of which the year is told, or not even that."""
    named = {word.casefold() for word in event.speaks.trigger.split()} & CAMPAIGNS
    vague = event.precision is Precision.YEAR or event.first is None
    return event.type is EventType.ASSAULT and event.status.is_deed and vague and bool(named)


def _apart(told: Iterable[Event]) -> Sequence[Sequence[Event]]:
    """Part what is told of wars on one side by who makes them, and by the year; those without one are with the last.

    Who makes war with others makes the war that is told of him alone: the one that most tell.
    """
    wars: list[list[Event]] = []
    for event in sorted(told, key=lambda e: (-(e.first or date.min).toordinal(), -e.voices, e.id)):
        own = next((war for war in wars if _is_of(event, war[0])), None)
        if own is None:
            wars.append([event])
        else:
            own.append(event)
    return wars


def _is_of(event: Event, war: Event) -> bool:
    return event.first in {None, war.first} and not set(event.source_codes).isdisjoint(war.source_codes)


def _one(events: Sequence[Event], make: Maker) -> Event:
    if len(events) == 1:
        return events[0]
    members = [member for event in events for member in event.members]
    why = {m.report.key: Likeness(score=m.score, why=m.why) for m in members}
    return make(event_id([*why]), [m.report for m in members], why)


def _keys(event: Event) -> AbstractSet[str]:
    return {member.report.key for member in event.members}


def event_id(keys: Sequence[str]) -> str:
    """Return the id of an event: it depends on its first report alone, so that later reports keep it."""
    return "e" + sha256(min(keys).encode()).hexdigest()[:12]


def groups(
    observations: Iterable[Observation], *, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[tuple[list[str], dict[str, Likeness]]]:
    """Return each group of report keys, sorted, with the likeness that brought each of its members in."""
    by_key = {one.key: one for one in sorted(observations, key=lambda one: one.key)}
    scale = Scale.of(by_key.values())
    edges = _edges(by_key, scale)
    forest = _Groups(by_key, {frozenset(pair) for pair in apart if by_key.keys() >= set(pair)}, scale)
    for a, b in sorted(together):
        if a in by_key and b in by_key:
            forest.force(a, b)
    why: dict[str, Likeness] = {}
    for likeness, a, b in edges:
        if forest.join(a, b):
            for key in (a, b):
                why.setdefault(key, likeness)
    return [(keys, {k: why[k] for k in keys if k in why}) for keys in forest.sets()]


class _Groups:
    """Sets of reports that keep the days on which all their members may lie, and hold together."""

    def __init__(self, by_key: dict[str, Observation], apart: set[frozenset[str]], scale: Scale) -> None:
        self._by_key = by_key
        self._scale = scale
        self._members = {key: [key] for key in by_key}
        self._forest = Forest()
        self._days: dict[str, Days] = {}
        self._apart = apart
        for key, one in by_key.items():
            self._days[self._forest.find(key)] = one.days

    def join(self, a: str, b: str) -> bool:
        """Join two sets where a day is left for all; say whether they are one now."""
        first, second = self._forest.find(a), self._forest.find(b)
        if first == second:
            return True
        common = self._days[first].meet(self._days[second])
        if common is None or self._are_apart(first, second) or not self._cohere(first, second):
            return False
        self._unite(first, second, common)
        return True

    def _unite(self, first: str, second: str, days: Days) -> None:
        name = self._forest.join(first, second)
        self._days[name] = days
        self._members[name] = sorted({*self._members[first], *self._members[second]})

    def _cohere(self, first: str, second: str) -> bool:
        """Say whether two sets are alike on the whole, not by one pair alone: else chains run through a whole story."""
        left, right = self._compared(first), self._compared(second)
        if len(left) == len(right) == 1:
            return True
        return fmean(self._scale.weigh(a, b).score for a in left for b in right) >= COHESION

    def _compared(self, name: str) -> list[Observation]:
        """Return the members by which a set is compared, copies left out."""
        return speaking([self._by_key[key] for key in self._members[name]])[:MOST_COMPARED]

    def force(self, a: str, b: str) -> None:
        """Join two sets because a person said so."""
        first, second = self._forest.find(a), self._forest.find(b)
        mine, other = self._days[first], self._days[second]
        if first != second:
            self._unite(first, second, mine.meet(other) or mine)

    def sets(self) -> list[list[str]]:
        return self._forest.sets()

    def _are_apart(self, first: str, second: str) -> bool:
        return any({self._forest.find(m) for m in pair} == {first, second} for pair in self._apart)


def _edges(by_key: dict[str, Observation], scale: Scale) -> list[tuple[Likeness, str, str]]:
    edges: list[tuple[Likeness, str, str]] = []
    for a, b in sorted(candidates(by_key.values())):
        likeness = scale.weigh(by_key[a], by_key[b])
        if likeness.joins:
            edges.append((likeness, a, b))
    return sorted(edges, key=lambda edge: (-edge[0].score, edge[1], edge[2]))
