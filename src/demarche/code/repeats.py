"""What a report leaves open and the article tells beside it.

A bare word ("the invasion") takes its parties from another mention of the act; a dealing, whoever stands across.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.code.mentions import codes
from demarche.record import EventType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party, Report

__all__ = ["LENT", "fill_from_repeats"]

LENT = ("parties as", "other side as")
"""How the reasons begin that tell whence a party comes that its own sentence does not name."""


def fill_from_repeats(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with open sides filled: those of a nominal act, or of yielding, from another mention of it.

    The same act is one of the same type whose trigger has the same head noun or verb stem, and whose known sides agree.
    The nearest earlier mention is taken, else the nearest later one, none far away. Then a dealing with one open side
    takes whoever stands across in a dealing told beside it; `why` says which.
    """
    keys = [_key(reading, report) for report in reports]
    told = tuple(_filled(i, reports, keys) if _may_be_bare(r, keys[i]) else r for i, r in enumerate(reports))
    return tuple(_opposite(i, told) for i in range(len(told)))


def _key(reading: Reading, report: Report) -> tuple[str, bool]:
    """Return the lemma of a trigger, and whether it is a noun."""
    head = reading.head(*reading.words(report.trigger))
    return head.lemma_.lower(), head.pos_ == "NOUN"


def _may_be_bare(report: Report, key: tuple[str, bool]) -> bool:
    """Whether an act is named by a noun, or by a verb that leaves open to whom it yields."""
    return key[1] or report.type is EventType.RETREAT


def _opposite(index: int, reports: Sequence[Report]) -> Report:
    """Give a dealing that leaves one side open whoever stands across in the nearest dealing of the same party.

    "Israel wants to talk with Lebanon. 'We are willing to withdraw,' its minister said." Neither side may be several.
    """
    report = reports[index]
    side, known = ("targets", report.sources) if report.sources else ("sources", report.targets)
    if side not in OPEN_SIDES.get(report.type, ()) or report.mode in NOT_OF_TWO or getattr(report, side):
        return report
    for other in _beside(index, reports):
        for near, far in ((other.sources, other.targets), (other.targets, other.sources)):
            if _is_one(known) and _is_one(far) and codes(known) & codes(near) and not codes(known) & codes(far):
                why, across = (*report.why, _told_at(LENT[1], other)), _known(far)
                filled = replace(report, why=why, sources=report.sources or across)
                return filled if side == "sources" else replace(filled, targets=across)
    return report


def _beside(index: int, reports: Sequence[Report]) -> list[Report]:
    """Return the likely dealings told around a report, the nearest first; of its own sentence the reader has spoken."""
    own = reports[index]
    told = (r for r in reports if r.type in DEALINGS and r.confidence >= LIKELY and r.sentence != own.sentence)
    by_distance = sorted((abs(r.trigger.start - own.trigger.start), i, r) for i, r in enumerate(told))
    return [r for distance, _, r in by_distance if distance <= BESIDE]


def _is_one(parties: Sequence[Party]) -> bool:
    """Whether parties act for one government or body alone."""
    return len(codes(parties)) == 1 and codes(parties) != {WORLD}


def _filled(index: int, reports: Sequence[Report], keys: Sequence[tuple[str, bool]]) -> Report:
    report = reports[index]
    if report.sources and report.targets:
        return report
    for other, key in _by_nearness(index, reports, keys):
        alike = other.type is report.type and key[0][:STEM] == keys[index][0][:STEM]
        told = other.status in REAL or report.status not in REAL
        if alike and told and _agree(report, other) and not _is_elsewhere(report, other):
            return replace(
                report,
                sources=report.sources or _known(other.sources),
                targets=report.targets or _known(other.targets),
                why=(*report.why, _told_at(LENT[0], other)),
            )
    return report


REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.HABITUAL})
"""What is so; an act that is so is not the one which somebody fears, plans or denies."""
HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
"""Types of act that fall somewhere."""
BESIDE = 600
"""Characters, some four sentences, within which one exchange is told, by judgement."""
LIKELY = 0.7
"""Confidence from which a dealing tells who stands across, by judgement."""
DEALINGS = frozenset(EventType) - HOSTILE - {EventType.THREATEN, EventType.PROTEST, EventType.MOBILIZE}
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
NOT_OF_TWO = frozenset({"multilateral", "ceasefire", "resign"})
"""Modes of acts among several, or with nobody across, of which the sentence beside does not tell."""
WORLD = "WORLD"
FAR = 6
"""Reports between two mentions of one act at most, by judgement: a chronicle tells many like acts."""
STEM = 4
"""Letters by which a noun and its verb are taken for one ("invasion", "invaded")."""


def _by_nearness(
    index: int, reports: Sequence[Report], keys: Sequence[tuple[str, bool]]
) -> Iterator[tuple[Report, tuple[str, bool]]]:
    order = [*range(index - 1, max(-1, index - 1 - FAR), -1), *range(index + 1, min(len(reports), index + 1 + FAR))]
    for i in order:
        if reports[i].sources and reports[i].targets:
            yield reports[i], keys[i]


def _agree(report: Report, other: Report) -> bool:
    """Say whether the sides that both know name a country in common; at least one side must, and is not lent back."""
    pairs = [(report.sources, other.sources, other.targets), (report.targets, other.targets, other.sources)]
    known = [(own, same, across) for own, same, across in pairs if own]
    alike = all(codes(own) & codes(same) and not _actors(own) & _actors(across) for own, same, across in known)
    return bool(known) and alike


def _is_elsewhere(report: Report, other: Report) -> bool:
    """Whether a blow fell in a country that neither suffers the other one nor saw it ("attacks in the US")."""
    if report.type not in HOSTILE or report.place is None or report.place.country is None:
        return False
    there = codes(other.targets) | ({other.place.country} if other.place else set())
    return report.place.country not in there


def _told_at(what: str, other: Report) -> str:
    """Return the reason for what another report lends, by its words, since reports are numbered anew later."""
    return f"{what} with “{other.trigger.text}” at {other.trigger.start}"


def _known(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties of whom more is known than the noun by which one sentence calls them."""
    return tuple(p for p in parties if p.actor or p.country)


def _actors(parties: Sequence[Party]) -> set[str]:
    return {p.actor for p in parties if p.actor}
