"""Asks and their answers: each request with what was asked, and what the same article says came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.words import span_of, subtree
from demarche.record import Ask, EventType, Outcome, Report, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party

__all__ = ["find_asks"]

ANSWERS = {
    EventType.AGREE: Outcome.ACCEPTED,
    EventType.CONCEDE: Outcome.ACCEPTED,
    EventType.RETREAT: Outcome.ACCEPTED,
    EventType.AID: Outcome.ACCEPTED,
    EventType.COOPERATE: Outcome.ACCEPTED,
    EventType.REJECT: Outcome.REFUSED,
}
"""What a later act of the one who was asked, towards the one who asked, makes of the ask."""
HOSTILE = {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE}
ASKING = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL}
FLOOR = 2.0
"""Evidence from which an act counts as an answer: the right side acts (1), towards the asker (1), same issue (1) ..."""
NEAR = 400
"""Characters between an ask and an answer that count as near."""
CONTENT = ("xcomp", "ccomp", "obl", "advcl", "acl")


def find_asks(reading: Reading, reports: Sequence[Report]) -> tuple[Ask, ...]:
    """Return an ask for each request that was made, in the order of the text."""
    requests = [r for r in reports if r.type is EventType.REQUEST and r.status in ASKING]
    return tuple(_ask(f"k{n}", request, reading, reports) for n, request in enumerate(requests, start=1))


def _ask(identity: str, request: Report, reading: Reading, reports: Sequence[Report]) -> Ask:
    answer, outcome = _answer(request, reports)
    asked_on, answered_on = (r.time.interval if r and r.time else None for r in (request, answer))
    delay = (answered_on.middle - asked_on.middle).days if asked_on and answered_on else None
    return Ask(
        id=identity,
        asker=_actor(request.sources),
        asked=_actor(request.targets) or _actor(_doers(request, reports)),
        ask=_content(request, reading),
        report=request.id,
        date=asked_on,
        outcome=outcome,
        answer=answer.sentence if answer else None,
        answer_report=answer.id if answer else None,
        delay_days=delay if delay is not None and delay >= 0 else None,
    )


def _actor(parties: Sequence[Party]) -> str | None:
    return next((p.actor for p in parties if p.actor), None)


def _doers(request: Report, reports: Sequence[Report]) -> Sequence[Party]:
    """Return who would do what is asked: the source of the proposed act inside the request."""
    inside = next(_inside(request, reports), None)
    return inside.sources if inside else ()


def _inside(request: Report, reports: Sequence[Report]) -> Iterator[Report]:
    for report in reports:
        inside = report.sentence == request.sentence and report.trigger.start > request.trigger.start
        if inside and report.status is Status.PROPOSED:
            yield report


def _content(request: Report, reading: Reading) -> Span:
    """Return the words of what is asked: from the request's trigger to the end of what hangs on it."""
    first, last = reading.words(request.trigger)
    head = next(
        (t for t in reading.doc[first:last] if not first <= t.head.i < last or t.head is t),
        reading.doc[first],
    )
    below = [c for c in head.children if c.dep_ in CONTENT and c.i > head.i]
    end = max((subtree(reading, c.i)[1] for c in below), default=last)
    return span_of(reading, first, max(end, last))


def _answer(request: Report, reports: Sequence[Report]) -> tuple[Report | None, Outcome]:
    later = [r for r in reports if r.trigger.start > request.trigger.end and r.id != request.id]
    ranked = [(_fit(request, r), r) for r in later if r.status not in {Status.PROPOSED, Status.HYPOTHETICAL}]
    best = max(ranked, key=lambda item: (item[0], -item[1].trigger.start), default=None)
    if best is None or best[0] < FLOOR:
        return None, Outcome.UNKNOWN
    return best[1], _outcome(best[1])


def _outcome(answer: Report) -> Outcome:
    if answer.type in HOSTILE:
        return Outcome.DEFIED
    outcome = ANSWERS[answer.type]
    if answer.status is Status.DENIED:
        return Outcome.REFUSED if outcome is Outcome.ACCEPTED else Outcome.UNKNOWN
    return outcome


def _fit(request: Report, report: Report) -> float:
    """Weigh the signs that an act answers a request; each is worth a point, weaker ones a half."""
    if report.type not in ANSWERS and report.type not in HOSTILE:
        return 0.0
    asked = _codes(request.targets)
    signs = [
        1.0 if asked & _codes(report.sources) else -1.0,
        1.0 if _codes(request.sources) & _codes(report.targets) else 0.0,
        1.0 if request.issue and request.issue == report.issue else 0.0,
        0.5 if report.type is EventType.REJECT or report.type in {EventType.AGREE, EventType.CONCEDE} else 0.0,
        0.5 if report.sentence.start - request.sentence.end < NEAR else 0.0,
        -1.0 if report.type in HOSTILE and request.issue != report.issue else 0.0,
    ]
    return sum(signs)


def _codes(parties: Sequence[Party]) -> set[str]:
    return {code for p in parties for code in (p.actor, p.country) if code}
