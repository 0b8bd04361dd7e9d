"""Negotiations across articles: talk and answers on one matter between the same sides, in order of time.

An issue is a class ("arms supply") under which the same sides negotiate several things. Steps are of one negotiation
where their sentences share words beside names and issue, or where one answers the other, and so on from step to step;
one that says no more than that two met on the issue goes with the step before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.merge.event import Event
from demarche.merge.text import content
from demarche.merge.union import Forest
from demarche.record import EventType, Status
from demarche.relate.asks import AskThread
from demarche.relate.bearing import is_private

__all__ = ["TrackLine", "tracks"]

STEPS = {
    EventType.CONSULT,
    EventType.AGREE,
    EventType.REJECT,
    EventType.REQUEST,
    EventType.CONCEDE,
    EventType.RETREAT,
}
TALK = {EventType.CONSULT, EventType.AGREE}
STATES = {EventType.RETREAT: "carried out", EventType.AGREE: "agreed", EventType.REJECT: "refused"}
LEAST_STEPS = 2
"""One act is no negotiation."""
SAME_WORDS = 2
"""Words, other than names, the issue and the words for the acts, that two steps share when they are on one matter."""
NEXT_STEPS = 40
"""Later steps on an issue that a step is compared with: talks go on, or are over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackLine:
    """One negotiation: its sides and go-betweens as codes, its events in order of time, and what came last of it."""

    track: str
    issue: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    first: date | None
    last: date | None
    steps: int
    state: str
    events: tuple[str, ...]


def tracks(events: Iterable[Event], threads: Iterable[AskThread] = ()) -> list[TrackLine]:
    """Return the negotiations, those with most steps first; `threads` are the asks with their answers."""
    groups: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (_day(e), e.id)):
        codes = sorted({*_acting(event)} - set(_mediators(event)))
        if event.issue and event.type in STEPS and event.status is not Status.HYPOTHETICAL and len(codes) > 1:
            groups[event.issue, *codes].append(event)
    answers = _answers(threads)
    talks = [(key, talk) for key, group in groups.items() for talk in _talks(group, answers) if _is_talk(talk)]
    return sorted((_track(key, talk) for key, talk in talks), key=lambda t: (-t.steps, t.track))


def _day(event: Event) -> date:
    return event.first or event.published or date.max


def _acting(event: Event) -> Iterator[str]:
    """Yield the codes for which somebody acts: tourists and journalists negotiate for no state."""
    yield from (s.code for s in (*event.sources, *event.targets) if s.code and not is_private(s))


def _answers(threads: Iterable[AskThread]) -> Mapping[str, frozenset[str]]:
    """Return for each event that asks the events that answer it."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for thread in threads:
        for asking in thread.asking:
            found[asking] |= {e for e in (thread.answer_event,) if e}
    return found


def _talks(group: Sequence[Event], answers: Mapping[str, frozenset[str]]) -> Iterator[list[Event]]:
    """Yield the steps of each negotiation among those on one issue, all in order of time."""
    order = {event.id: n for n, event in enumerate(group)}
    matters = [_matter(event) for event in group]
    forest = Forest()
    for n, event in enumerate(group):
        forest.find(event.id)
        for m in range(n + 1, min(n + 1 + NEXT_STEPS, len(group))):
            if len(matters[n] & matters[m]) >= SAME_WORDS:
                forest.join(event.id, group[m].id)
        if len(matters[n]) < SAME_WORDS:
            forest.join(event.id, group[max(0, n - 1)].id)
        for answer in answers.get(event.id, frozenset()) & order.keys():
            forest.join(event.id, answer)
    yield from ([group[n] for n in sorted(order[key] for key in keys)] for keys in forest.sets())


def _matter(event: Event) -> frozenset[str]:
    said = event.speaks
    return said.told - said.trigger_stem - content(f"{said.trigger} {event.issue or ''}")


def _is_talk(group: Sequence[Event]) -> bool:
    return len(group) >= LEAST_STEPS and any(e.type in TALK for e in group)


def _mediators(event: Event) -> list[str]:
    between = [s.code for s in event.others if s.part == "mediator"]
    return sorted({*between, *(event.source_codes if event.mode == "mediate" else ())} - {""})


def _track(key: tuple[str, ...], talk: Sequence[Event]) -> TrackLine:
    deeds = [e for e in talk if e.status.is_deed]
    return TrackLine(
        track=":".join((key[0].replace(" ", "-"), *key[1:], min(e.id for e in talk))),
        issue=key[0],
        parties=key[1:],
        mediators=tuple(sorted({m for e in talk for m in _mediators(e)})),
        first=min((e.first for e in talk if e.first), default=None),
        last=max((e.last for e in talk if e.last), default=None),
        steps=len(talk),
        state=STATES.get(deeds[-1].type, "open") if deeds else "proposed",
        events=tuple(e.id for e in talk),
    )
