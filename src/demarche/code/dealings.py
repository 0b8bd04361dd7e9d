"""With whom an open dealing is: whoever stands across from its party in the dealings told beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.code.mentions import codes
from demarche.code.repeats import OTHER_SIDE, known, lent
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demarche.record import Party, Report

__all__ = ["fill_from_dealings"]

BESIDE = 600
"""Characters, some four sentences, within which one exchange is told, by judgement."""
LIKELY = 0.7
"""Confidence from which a dealing tells who stands across, by judgement."""
DEALINGS = frozenset(EventType) - {
    EventType.ASSAULT,
    EventType.COERCE,
    EventType.SANCTION,
    EventType.MOBILIZE,
    EventType.PROTEST,
    EventType.THREATEN,
}
"""Types of act by which two governments deal with each other."""
OPEN_SIDES = {
    EventType.AGREE: ("targets",),
    EventType.COOPERATE: ("targets",),
    EventType.CONSULT: ("targets",),
    EventType.REQUEST: ("targets",),
    EventType.SUPPORT: ("targets",),
    EventType.REJECT: ("targets", "sources"),
    EventType.RETREAT: ("targets", "sources"),
    EventType.CONCEDE: ("targets", "sources"),
}
"""Dealings that always have somebody across, and the sides that a text leaves to its reader."""
OF_ONE_PERSON = frozenset({EventType.REQUEST, EventType.SUPPORT})
"""What one person says to another: what others of his side deal with tells nothing of it (advisers propose)."""
NOT_OF_TWO = frozenset({"multilateral", "ceasefire", "resign"})
"""Modes of acts among several, or with nobody across, of which the sentence beside does not tell."""
WORLD = "WORLD"


def fill_from_dealings(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with the open side of a dealing filled by who stands across beside it; `why` says where."""
    return tuple(_with_opposite(i, reports) for i in range(len(reports)))


def _with_opposite(index: int, reports: Sequence[Report]) -> Report:
    """Give a dealing that leaves one side open whoever stands across in the nearest dealing of the same party.

    "Israel wants to talk with Lebanon. 'We are willing to withdraw,' its minister said." Neither side may be several.
    """
    report = reports[index]
    side, own = ("targets", report.sources) if report.sources else ("sources", report.targets)
    if side not in OPEN_SIDES.get(report.type, ()) or report.mode in NOT_OF_TWO or getattr(report, side):
        return report
    for other in _beside(index, reports):
        for near, far in ((other.sources, other.targets), (other.targets, other.sources)):
            if _is_one(own) and _is_one(far) and codes(own) & codes(near) and not codes(own) & codes(far):
                why, across = (*report.why, lent(OTHER_SIDE, other)), known(far)
                filled = replace(report, why=why, sources=report.sources or across)
                return filled if side == "sources" else replace(filled, targets=across)
    return report


def _beside(index: int, reports: Sequence[Report]) -> list[Report]:
    """Return the likely dealings told around a report, the nearest first; of its own sentence the reader has spoken."""
    own = reports[index]
    told = [r for r in reports if r.type in DEALINGS and r.confidence >= LIKELY and r.sentence != own.sentence]
    if own.type in OF_ONE_PERSON:
        told = [r for r in told if _actors(own) & _actors(r)]
    by_distance = sorted((abs(r.trigger.start - own.trigger.start), i, r) for i, r in enumerate(told))
    return [r for distance, _, r in by_distance if distance <= BESIDE]


def _actors(report: Report) -> set[str]:
    return {party.actor for party in (*report.sources, *report.targets) if party.actor}


def _is_one(parties: Sequence[Party]) -> bool:
    """Whether parties act for one government or body alone."""
    return len(codes(parties)) == 1 and codes(parties) != {WORLD}
