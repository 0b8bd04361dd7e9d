"""Who talks to whom, how, how often, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.words import Words
from demarche.record import Channel, EventType, Medium, Report, Status, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook

__all__ = ["find_channels"]

BY_MODE = {
    "phone": Medium.CALL,
    "visit": Medium.VISIT,
    "meet": Medium.MEETING,
    "multilateral": Medium.MEETING,
    "mediate": Medium.MEDIATED,
}
TIMES = frozenset(
    {"times", "time", "occasions", "calls", "meetings", "visits", "talks", "trips", "rounds", "instances"}
)
OPEN = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL, Status.PLANNED}


def find_channels(reading: Reading, codebook: Codebook, reports: Sequence[Report]) -> tuple[Channel, ...]:
    """Return a channel for each pair that an act of consulting brings together, in the order of the text."""
    made: list[Channel] = []
    for sentence in reading.sentences:
        seen: set[frozenset[str]] = set()
        for report in reports:
            if report.sentence == sentence.sentence.span and report.type is EventType.CONSULT and report.status in OPEN:
                for a, b in _pairs(report, seen):
                    made.append(_channel(f"h{len(made) + 1}", a, b, report, reading, sentence, codebook))
    return tuple(made)


def _pairs(report: Report, seen: set[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Yield the two sides of a contact; where all stand on one side, the first of them with each other."""
    left = [p.actor for p in report.sources if p.actor]
    right = [p.actor for p in report.targets if p.actor] or left[1:]
    for a in left[: None if report.targets else 1]:
        for b in right:
            if a != b and frozenset((a, b)) not in seen:
                seen.add(frozenset((a, b)))
                yield a, b


def _channel(  # noqa: PLR0913, PLR0917 - a channel joins what its report and its sentence say
    identity: str,
    a: str,
    b: str,
    report: Report,
    reading: Reading,
    sentence: ReadSentence,
    codebook: Codebook,
) -> Channel:
    return Channel(
        id=identity,
        a=a,
        b=b,
        via=tuple(p.actor for p in report.others if p.actor and p.part == "mediator"),
        medium=_medium(report, reading, sentence, codebook),
        count=_count(report),
        frequency=_frequency(reading, report),
        period=report.time.interval if report.time else None,
        evidence=report.trigger,
    )


def _medium(report: Report, reading: Reading, sentence: ReadSentence, codebook: Codebook) -> Medium:
    """Return the medium that a word of the trigger names, else the mode's, else that of the nearest word."""
    found = Words.of(reading, sentence).find(codebook.media)
    first, last = reading.words(report.trigger)
    in_trigger = [m for m in found if first <= m.start < last]
    if in_trigger:
        return in_trigger[0].entries[0].medium
    if report.mode in BY_MODE:
        return BY_MODE[report.mode]
    nearest = min(found, key=lambda m: abs(m.start - first), default=None)
    return nearest.entries[0].medium if nearest else Medium.OTHER


def _count(report: Report) -> int | None:
    counts = [q for q in report.quantities if (q.unit or "").lower() in TIMES and q.low and q.low == q.high]
    return int(counts[0].low) if counts and counts[0].low else None


def _frequency(reading: Reading, report: Report) -> str | None:
    sets = [t for t in reading.times if t.type is TimeType.SET and report.sentence.contains(t.span)]
    return sets[0].span.text if sets else None
