"""Builders of small records: acts with their sentences, put together to an article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from demarche.merge import Observation, Side, observe
from demarche.record import (
    Actor,
    ActorKind,
    Article,
    Ask,
    Basis,
    Certainty,
    Channel,
    Claim,
    EventTime,
    EventType,
    Indicator,
    Lever,
    LeverUse,
    Medium,
    Outcome,
    Party,
    Position,
    Precision,
    Quad,
    Quantity,
    Quote,
    Record,
    Report,
    Sentence,
    SourceKind,
    Span,
    Stance,
    Status,
    TimeInterval,
    Track,
)

SCALES = {
    "AGREE": (1, 2.5, "words"),
    "CONSULT": (1, 2.5, "contacts"),
    "SUPPORT": (1, 5.0, "words"),
    "AID": (2, 10.0, "help"),
    "RETREAT": (2, 6.5, "deeds"),
    "REQUEST": (3, -1.0, "words"),
    "ACCUSE": (3, -3.0, "words"),
    "REJECT": (3, -2.0, "refusals"),
    "THREATEN": (3, -3.5, "threats and levers"),
    "SANCTION": (4, -6.0, "threats and levers"),
    "MOBILIZE": (4, -6.5, "threats and levers"),
    "ASSAULT": (4, -9.0, "deeds"),
    "PROTEST": (4, -5.0, "dissent at home"),
}
NAMES = {
    "TUR": "Turkey", "SYR": "Syria", "KEN": "Kenya", "PER": "Peru", "NOR": "Norway", "CHL": "Chile", "FJI": "Fiji",
    "MLT": "Malta",
}  # fmt: skip
SHARES = {"happened": 1.0, "ongoing": 1.0, "habitual": 0.8, "planned": 0.4, "threatened": 0.4}


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act: its sentence, the word that tells it, its sides by code, and what else is told."""

    sentence: str
    trigger: str
    type: str
    source: str = ""
    target: str = ""
    on: str | None = None
    until: str | None = None
    precision: Precision = Precision.DAY
    basis: Basis = Basis.SAID
    status: str = "happened"
    certainty: Certainty | None = None
    said_by: str = ""
    issue: str | None = None
    count: tuple[str, float] | None = None
    others: tuple[str, ...] = ()
    confidence: float = 0.8


def record(identity: str, *acts: Act, published: str | None = "2024-01-10", outlet: str = "Gazette") -> Record:
    """Return the record of an article that is made of the acts' sentences, in order."""
    text = "\n".join(act.sentence for act in acts)
    starts = [sum(len(a.sentence) + 1 for a in acts[:n]) for n in range(len(acts))]
    reports, claims = [], []
    for n, (act, start) in enumerate(zip(acts, starts, strict=True), start=1):
        if act.certainty:
            claims.append(_claim(f"c{n}", act, text, start))
        reports.append(_report(f"r{n}", act, text, start, f"c{n}" if act.certainty else None))
    codes = sorted({c for a in acts for c in (a.source, a.target, *a.others) if c})
    return Record(
        article=Article(
            id=identity,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            title=f"Title of {identity}",
            outlet=outlet,
            published=TimeInterval.parse(published) if published else None,
        ),
        sentences=tuple(
            Sentence(span=Span.of(text, s, s + len(a.sentence)), paragraph=n)
            for n, (a, s) in enumerate(zip(acts, starts, strict=True))
        ),
        actors=tuple(Actor(id=f"a-{c}", name=NAMES.get(c, c), kind=ActorKind.STATE, country=c) for c in codes),
        claims=tuple(claims),
        reports=tuple(reports),
        indicators=tuple(_indicators(reports)),
        asks=tuple(
            Ask(id=f"k{r.id}", asker=_actor(r.sources), asked=_actor(r.targets), ask=r.sentence, report=r.id,
                date=r.time.interval if r.time else None, outcome=Outcome.UNKNOWN)
            for r in reports if r.type is EventType.REQUEST
        ),
        channels=tuple(
            Channel(id=f"h{r.id}", a=_actor(r.sources), b=_actor(r.targets), medium=Medium.MEETING, evidence=r.trigger,
                    period=r.time.interval if r.time else None)
            for r in reports if r.type is EventType.CONSULT
        ),
        levers=tuple(
            Lever(id=f"l{r.id}", lever="sanctions", kind="sanctions", holder=_actor(r.sources), over=_actor(r.targets),
                  used=LeverUse.YES, evidence=r.trigger)
            for r in reports if r.type is EventType.SANCTION
        ),
        positions=tuple(
            Position(id=f"p{r.id}", actor=_actor(r.sources), issue=r.issue or "aid",
                     stance=Stance.AGAINST if r.type is EventType.REJECT else Stance.FOR, statement=r.sentence)
            for r in reports if r.type in {EventType.REJECT, EventType.AGREE}
        ),
        quotes=(Quote(id="q1", span=reports[0].trigger, speaker=_actor(reports[0].sources)),) if reports else (),
        tracks=(Track(id="t1", issue="aid", parties=("a-USA", "a-ISR")),),
    )  # fmt: skip


def seen(
    identity: str, *acts: Act, published: str | None = "2024-01-10", voice: str | None = None
) -> list[Observation]:
    """Return the observations of such an article."""
    return list(observe(record(identity, *acts, published=published), voice))


def side(code: str) -> Side:
    """Return a side known by its code alone."""
    return Side(key=code.lower(), name=code.title(), code=code)


def _actor(parties: tuple[Party, ...]) -> str | None:
    return parties[0].actor if parties else None


def _report(identity: str, act: Act, text: str, start: int, claim: str | None) -> Report:
    quad, scale, _ = SCALES[act.type]
    at = text.index(act.trigger, start)
    return Report(
        id=identity,
        type=EventType(act.type),
        mode=None,
        contexts=(),
        quad=Quad(quad),
        scale=scale,
        cameo=None,
        goldstein=None,
        trigger=Span.of(text, at, at + len(act.trigger)),
        sentence=Span.of(text, start, start + len(act.sentence)),
        sources=_parties(act.source),
        targets=_parties(act.target),
        others=tuple(p for code in act.others for p in _parties(code)),
        time=_time(act),
        status=Status(act.status),
        claim=claim,
        issue=act.issue,
        quantities=_quantities(act, text, start),
        confidence=act.confidence,
    )


def _parties(code: str) -> tuple[Party, ...]:
    return (Party(actor=f"a-{code}", mention=None, country=code),) if code else ()


def _time(act: Act) -> EventTime | None:
    if not act.on:
        return None
    first, last = date.fromisoformat(act.on), date.fromisoformat(act.until or act.on)
    return EventTime(interval=TimeInterval(first=first, last=last, precision=act.precision), basis=act.basis)


def _quantities(act: Act, text: str, start: int) -> tuple[Quantity, ...]:
    if not act.count:
        return ()
    words, number = act.count
    at = text.index(words, start)
    counted = words.split()[-1]
    return (Quantity(span=Span.of(text, at, at + len(words)), low=number, high=number, of=counted),)


def _claim(identity: str, act: Act, text: str, start: int) -> Claim:
    span = Span.of(text, start, start + len(act.sentence))
    return Claim(
        id=identity,
        span=span,
        source=act.said_by,
        source_kind=SourceKind.NAMED,
        certainty=act.certainty or Certainty.ASSERTED,
    )


def _indicators(reports: list[Report]) -> list[Indicator]:
    made = []
    for report in reports:
        weight = abs(report.scale) * SHARES.get(report.status.value, 0.0)
        pairs = [(a.country, b.country) for a in report.sources for b in report.targets if a.country != b.country]
        made += [
            Indicator(
                id=f"i{len(made) + n}",
                dyad=(a or "", b or ""),
                sign=-1 if report.scale < 0 else 1,
                weight=round(weight, 3),
                family=SCALES[report.type.value][2],
                why="",
                evidence=report.trigger,
                report=report.id,
            )
            for n, (a, b) in enumerate(pairs if weight else [], start=1)
        ]
    return made
