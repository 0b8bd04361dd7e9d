"""Mentions of one act in one article: a bare noun ("the invasion") takes its parties from where they are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party, Report

__all__ = ["fill_from_repeats"]


def fill_from_repeats(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with an open side of a nominal act filled from another mention of the same act.

    The same act is one of the same type whose trigger has the same head noun or verb stem, and whose known sides agree;
    for a known doer of a hostile act another word will do ("the invasion", "Iraqi aggression"). The nearest earlier
    mention is taken, else the nearest later one; `why` says which.
    """
    keys = [_key(reading, report) for report in reports]
    return tuple(_filled(i, reports, keys) if keys[i][1] else report for i, report in enumerate(reports))


def _key(reading: Reading, report: Report) -> tuple[str, bool]:
    """Return the lemma of a trigger, and whether it is a noun."""
    head = reading.head(*reading.words(report.trigger))
    return head.lemma_.lower(), head.pos_ == "NOUN"


def _filled(index: int, reports: Sequence[Report], keys: Sequence[tuple[str, bool]]) -> Report:
    report = reports[index]
    if report.sources and report.targets:
        return report
    for other, key in _by_nearness(index, reports, keys):
        known = report.type in HOSTILE and bool(_codes(report.sources)) and other.confidence >= SURE
        alike = known or key[0][:STEM] == keys[index][0][:STEM]
        if other.type is report.type and alike and _agree(report, other):
            return replace(
                report,
                sources=report.sources or other.sources,
                targets=report.targets or other.targets,
                why=(*report.why, f"parties as in {other.id}"),
            )
    return report


HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
"""Types of act that one side mostly does to one other throughout an article."""
SURE = 0.6
"""Confidence from which one report lends its parties to another that uses other words, by judgement."""
STEM = 5
"""Letters by which a noun and its verb are taken for one ("invasion", "invaded")."""


def _by_nearness(
    index: int, reports: Sequence[Report], keys: Sequence[tuple[str, bool]]
) -> Iterator[tuple[Report, tuple[str, bool]]]:
    order = [*range(index - 1, -1, -1), *range(index + 1, len(reports))]
    for i in order:
        if reports[i].sources and reports[i].targets:
            yield reports[i], keys[i]


def _agree(report: Report, other: Report) -> bool:
    """Say whether the sides that both know name a country in common; at least one side must."""
    pairs = [(report.sources, other.sources), (report.targets, other.targets)]
    known = [(_codes(a), _codes(b)) for a, b in pairs if a]
    return bool(known) and all(a & b for a, b in known)


def _codes(parties: Sequence[Party]) -> set[str]:
    return {p.country for p in parties if p.country}
