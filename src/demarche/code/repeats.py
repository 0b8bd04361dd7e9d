"""Mentions of one act in one article: a bare noun ("the invasion") takes its parties from where they are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party, Report

__all__ = ["fill_from_repeats"]


def fill_from_repeats(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with an open side of a nominal act filled from another mention of the same act.

    The same act is one of the same type whose trigger has the same head noun or verb stem, and whose known sides agree.
    The nearest earlier mention is taken, else the nearest later one; `why` says which.
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
        if other.type is report.type and key[0][:STEM] == keys[index][0][:STEM] and _agree(report, other):
            return replace(
                report,
                sources=report.sources or other.sources,
                targets=report.targets or other.targets,
                why=(*report.why, f"parties as in {other.id}"),
            )
    return report


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
