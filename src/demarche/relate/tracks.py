"""Negotiations across articles: talk and answers about one issue between the same sides, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.merge.event import Event
from demarche.record import EventType, Status

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


def tracks(events: Iterable[Event]) -> list[TrackLine]:
    """Return the negotiations, those with most steps first."""
    groups: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        codes = sorted({*event.source_codes, *event.target_codes} - set(_mediators(event)))
        if event.issue and event.type in STEPS and event.status is not Status.HYPOTHETICAL and len(codes) > 1:
            groups[event.issue, *codes].append(event)
    found = [_track(key, group) for key, group in groups.items() if _is_talk(group)]
    return sorted(found, key=lambda t: (-t.steps, t.track))


def _is_talk(group: Sequence[Event]) -> bool:
    return len(group) >= LEAST_STEPS and any(e.type in TALK for e in group)


def _mediators(event: Event) -> list[str]:
    between = [s.code for s in event.others if s.part == "mediator"]
    return sorted({*between, *(event.source_codes if event.mode == "mediate" else ())} - {""})


def _track(key: tuple[str, ...], group: Sequence[Event]) -> TrackLine:
    ordered = sorted(group, key=lambda e: (e.first or e.published or date.max, e.id))
    deeds = [e for e in ordered if e.status.is_deed]
    return TrackLine(
        track=":".join((key[0].replace(" ", "-"), *key[1:])),
        issue=key[0],
        parties=key[1:],
        mediators=tuple(sorted({m for e in group for m in _mediators(e)})),
        first=min((e.first for e in group if e.first), default=None),
        last=max((e.last for e in group if e.last), default=None),
        steps=len(ordered),
        state=STATES.get(deeds[-1].type, "open") if deeds else "proposed",
        events=tuple(e.id for e in ordered),
    )
