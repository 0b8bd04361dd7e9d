"""Mentions of one act in one article: a bare word ("the invasion") takes its parties from where they are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.code.mentions import codes
from demarche.record import EventType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party, Report

__all__ = ["LENT", "OTHER_SIDE", "fill_from_repeats", "known", "lent"]

PARTIES, OTHER_SIDE = "parties as", "other side as"
LENT = (PARTIES, OTHER_SIDE)
"""How the reasons begin that tell whence a party comes that its own sentence does not name."""


def fill_from_repeats(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with open sides filled: those of a nominal act, or of yielding, from another mention of it.

    The same act is one of the same type whose trigger has the same head noun or verb stem, and whose known sides agree.
    The nearest earlier mention is taken, else the nearest later one, none far away; `why` says which.
    """
    keys = [_key(reading, report) for report in reports]
    return tuple(_filled(i, reports, keys) if _may_be_bare(r, keys[i]) else r for i, r in enumerate(reports))


def _key(reading: Reading, report: Report) -> tuple[str, bool]:
    """Return the lemma of a trigger, and whether it is a noun."""
    head = reading.head(*reading.words(report.trigger))
    return head.lemma_.lower(), head.pos_ == "NOUN"


def _may_be_bare(report: Report, key: tuple[str, bool]) -> bool:
    """Whether an act is named by a noun, or by a verb that leaves open to whom it yields."""
    return key[1] or report.type is EventType.RETREAT


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
                sources=report.sources or known(other.sources),
                targets=report.targets or known(other.targets),
                why=(*report.why, lent(PARTIES, other)),
            )
    return report


REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.HABITUAL})
"""What is so; an act that is so is not the one which somebody fears, plans or denies."""
HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
"""Types of act that fall somewhere."""
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


def lent(what: str, other: Report) -> str:
    """Return the reason for what another report lends, by its words, since reports are numbered anew later."""
    return f"{what} with “{other.trigger.text}” at {other.trigger.start}"


def known(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties of whom more is known than the noun by which one sentence calls them."""
    return tuple(p for p in parties if p.actor or p.country)


def _actors(parties: Sequence[Party]) -> set[str]:
    return {p.actor for p in parties if p.actor}
