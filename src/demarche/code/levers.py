"""Means of pressure and inducement: who holds them over whom, and whether they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.words import Words, subtree
from demarche.record import EventType, Lever, LeverUse, Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook, LeverKind, Match
    from demarche.record import Party

__all__ = ["find_levers"]

MEANS = {
    EventType.SANCTION: "sanctions",
    EventType.AID: "aid",
    EventType.MOBILIZE: "troops",
    EventType.COERCE: "restriction",
}
"""Types of act that are themselves the use of a lever, and its kind where no word names it."""
OFFERS = {EventType.AGREE, EventType.THREATEN}
USES = {
    Status.HAPPENED: LeverUse.YES,
    Status.ONGOING: LeverUse.YES,
    Status.HABITUAL: LeverUse.YES,
    Status.PLANNED: LeverUse.THREATENED,
    Status.PROPOSED: LeverUse.THREATENED,
    Status.THREATENED: LeverUse.THREATENED,
    Status.HYPOTHETICAL: LeverUse.THREATENED,
    Status.DENIED: LeverUse.WITHHELD,
}
LIFTING = frozenset("lift ease end suspend relax waive drop".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    report: Report
    lever: str
    kind: str


def find_levers(reading: Reading, codebook: Codebook, reports: Sequence[Report]) -> tuple[Lever, ...]:
    """Return the levers of an article in the order of the text: one for a holder, an aim and a kind in a sentence."""
    found: dict[tuple[str | None, str | None, str, int], _Held] = {}
    for sentence in reading.sentences:
        for held in _in_sentence(reading, sentence, codebook, reports):
            key = (_who(held.report.sources), _who(held.report.targets), held.kind, sentence.first)
            found.setdefault(key, held)
    return tuple(_lever(f"l{n}", held) for n, held in enumerate(found.values(), start=1))


def _in_sentence(
    reading: Reading, sentence: ReadSentence, codebook: Codebook, reports: Sequence[Report]
) -> Iterator[_Held]:
    words = Words.of(reading, sentence)
    named = words.find(codebook.levers)
    for report in reports:
        if report.sentence != sentence.sentence.span or not report.sources:
            continue
        near = _nearest(reading, report, named)
        if report.type in MEANS:
            kind = near.entries[0].kind if near else MEANS[report.type]
            yield _Held(report=report, lever=_label(near, report), kind=kind)
        elif near and (report.type in OFFERS or report.type in {EventType.REJECT, EventType.RETREAT}):
            yield _Held(report=report, lever=_label(near, report), kind=near.entries[0].kind)


def _nearest(reading: Reading, report: Report, named: Sequence[Match[LeverKind]]) -> Match[LeverKind] | None:
    """Return the lever word under the act's trigger, the surest first."""
    first, last = subtree(reading, reading.words(report.trigger)[0])
    inside = [m for m in named if first <= m.start < last]
    return max(inside, key=lambda m: m.entries[0].weight, default=None)


def _label(named: Match[LeverKind] | None, report: Report) -> str:
    return " ".join(named.entries[0].phrase) if named else report.trigger.text


def _who(parties: Sequence[Party]) -> str | None:
    return next((p.actor for p in parties if p.actor), None)


def _lever(identity: str, held: _Held) -> Lever:
    report = held.report
    lifted = report.trigger.text.lower().split()[0].rstrip("edsing") in LIFTING
    return Lever(
        id=identity,
        lever=held.lever,
        kind=held.kind,
        holder=_who(report.sources),
        over=_who(report.targets),
        used=LeverUse.LIFTED if lifted or report.type is EventType.RETREAT else USES[report.status],
        evidence=report.trigger,
    )
