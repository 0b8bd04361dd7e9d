"""Negotiations: acts of talking, offering and answering about one issue, joined into one track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.record import EventType, Report, Status, Track

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_tracks"]

STEPS = {
    EventType.CONSULT,
    EventType.AGREE,
    EventType.REJECT,
    EventType.REQUEST,
    EventType.CONCEDE,
    EventType.RETREAT,
}
CLOSED = {EventType.RETREAT: "carried out", EventType.AGREE: "agreed", EventType.REJECT: "refused"}
LEAST_STEPS = 2
"""One act is no negotiation."""


def find_tracks(reports: Sequence[Report]) -> tuple[Track, ...]:
    """Return a track for each issue on which there was talk and at least one further step."""
    by_issue: dict[str, list[Report]] = {}
    for report in reports:
        if report.issue and report.type in STEPS and report.status is not Status.HYPOTHETICAL:
            by_issue.setdefault(report.issue, []).append(report)
    tracks = [
        (issue, steps)
        for issue, steps in by_issue.items()
        if len(steps) >= LEAST_STEPS and any(r.type in {EventType.CONSULT, EventType.AGREE} for r in steps)
    ]
    return tuple(_track(f"t{n}", issue, steps) for n, (issue, steps) in enumerate(tracks, start=1))


def _track(identity: str, issue: str, steps: Sequence[Report]) -> Track:
    parties = dict.fromkeys(p.actor for r in steps for p in (*r.sources, *r.targets) if p.actor)
    mediators = dict.fromkeys(p.actor for r in steps for p in r.others if p.actor and p.part == "mediator")
    mediators |= dict.fromkeys(p.actor for r in steps if r.mode == "mediate" for p in r.sources if p.actor)
    deeds = [r for r in steps if r.status.is_deed]
    state = CLOSED.get(deeds[-1].type, "open") if deeds else "proposed"
    return Track(
        id=identity,
        issue=issue,
        parties=tuple(p for p in parties if p not in mediators),
        mediators=tuple(mediators),
        steps=tuple(r.id for r in steps),
        state=state,
    )
