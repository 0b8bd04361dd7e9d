"""Two readers' reports in one record, each with the name of who saw it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.record import Party, Quad, Report, Span

if TYPE_CHECKING:
    from demarche.codebook import Plover
    from demarche.record import Actor, Record
    from demarche.run.second.answer import Side, Told

__all__ = ["combine"]

SECOND_ALONE = 0.5
"""Confidence of a report that the second reader alone saw. By judgement: how good a model is, nobody knows before."""


def combine(record: Record, told: Sequence[Told], plover: Plover, name: str) -> Record:
    """Return the record with the second reader's reports; `name` is what it is called in `why`.

    A report that both saw stays as the first reader has it. One of the second's alone is added, with an id of its own
    row (`s1`), offsets found by us, and actors where its words are a mention of one. Nothing else is touched: asks,
    levers and indicators rest on the first reader's reports.
    """
    matched = {id(t): r for t in told for r in [_same(t, record.reports)] if r}
    seen = {r.id for r in matched.values()}
    ours = tuple(
        replace(r, why=(*r.why, f"seen by both readers ({name})" if r.id in seen else f"not seen by {name}"))
        for r in record.reports
    )
    alone = [t for t in told if id(t) not in matched]
    added = tuple(_report(f"s{n}", t, record, plover, name) for n, t in enumerate(alone, start=1))
    return replace(record, reports=tuple(sorted((*ours, *added), key=lambda r: r.trigger.start)))


def _same(told: Told, reports: Iterable[Report]) -> Report | None:
    """Return the report of the same type on the same words, else the nearest one in the same sentence."""
    near = [r for r in reports if r.type is told.type and r.sentence.overlaps(told.trigger)]
    return min(
        near, key=lambda r: (not r.trigger.overlaps(told.trigger), _apart(r.trigger, told.trigger)), default=None
    )


def _apart(one: Span, other: Span) -> int:
    return abs(one.start - other.start)


def _report(identity: str, told: Told, record: Record, plover: Plover, name: str) -> Report:
    cameo = plover.cameo_for(told.type, told.mode, told.status)
    holding = (s.span for s in record.sentences if s.span.overlaps(told.trigger))
    claims = [c for c in record.claims if c.span.contains(told.trigger)]
    return Report(
        id=identity,
        type=told.type,
        mode=told.mode,
        contexts=(),
        quad=Quad(plover.quad(told.type)),
        scale=plover.score(told.type, told.mode),
        cameo=cameo.code,
        goldstein=cameo.goldstein,
        trigger=told.trigger,
        sentence=next(holding, told.evidence),
        sources=tuple(_party(side, record.actors) for side in told.sources),
        targets=tuple(_party(side, record.actors) for side in told.targets),
        status=told.status,
        claim=min(claims, key=lambda c: len(c.span.text)).id if claims else None,
        confidence=SECOND_ALONE,
        why=(f"seen by {name} alone",),
    )


def _party(side: Side, actors: Iterable[Actor]) -> Party:
    """Return the actor whose mention the words are, or lie in; else the words with the code that came with them."""
    spans = [
        (m.span, a) for a in actors for m in a.mentions if m.span.contains(side.words) or side.words.contains(m.span)
    ]
    best = min(spans, key=lambda item: abs(len(item[0].text) - len(side.words.text)), default=None)
    if best is None:
        return Party(actor=None, mention=side.words, country=side.country)
    actor = best[1]
    return Party(
        actor=actor.id,
        mention=side.words,
        country=actor.country or side.country,
        base=actor.base,
        sector=actor.sector,
    )
