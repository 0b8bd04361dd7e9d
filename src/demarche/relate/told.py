"""What one article tells beside its reports, flattened: asks, levers, channels, positions, quotes, claims, actors.

Each row names its article and the place in its text; codes and names stand in place of the article's own actor ids.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from demarche.merge.observation import Observation, actor_key, observe, said_by
from demarche.record import (
    Actor,
    ActorKind,
    Article,
    Certainty,
    LeverUse,
    Medium,
    Outcome,
    Precision,
    Record,
    SourceKind,
    Span,
    Stance,
)

__all__ = [
    "ActorTold",
    "AskTold",
    "ChannelTold",
    "ClaimTold",
    "LeverTold",
    "PositionTold",
    "QuoteTold",
    "Told",
    "tell",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Where a row stands: its article, id there, and offsets in code points; then what is known of the article."""

    article: str
    id: str
    start: int
    end: int
    sentence: str
    voice: str
    published: date | None = None
    outlet: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTold(_Row):
    """A request as one article tells it; `report` and `answer_report` are its reports."""

    asker: str = ""
    asker_name: str = ""
    asked: str = ""
    asked_name: str = ""
    issue: str | None = None
    text: str = ""
    day: date | None = None
    outcome: Outcome = Outcome.UNKNOWN
    answer: str | None = None
    answer_start: int | None = None
    answer_end: int | None = None
    answer_report: str | None = None
    delay_days: int | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverTold(_Row):
    """A lever as one article tells it."""

    holder: str = ""
    holder_name: str = ""
    over: str = ""
    over_name: str = ""
    lever: str = ""
    kind: str = ""
    used: LeverUse = LeverUse.NO
    evidence: str = ""
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelTold(_Row):
    """A contact as one article tells it; `told` is the count that the text gives."""

    a: str = ""
    a_name: str = ""
    b: str = ""
    b_name: str = ""
    medium: Medium = Medium.OTHER
    via: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    told: int | None = None
    frequency: str | None = None
    evidence: str = ""
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTold(_Row):
    """Where an actor stands, as one article tells it."""

    key: str = ""
    actor: str = ""
    country: str = ""
    issue: str = ""
    stance: Stance = Stance.MIXED
    statement: str = ""
    said_by: str = ""
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTold(_Row):
    """A verbatim quotation."""

    speaker: str = ""
    country: str = ""
    text: str = ""
    cue: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTold(_Row):
    """What a source is said to say."""

    source: str = ""
    source_kind: SourceKind = SourceKind.UNSPECIFIED
    certainty: Certainty = Certainty.ASSERTED
    text: str = ""
    cue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorTold(_Row):
    """An actor of one article; `key` is what it is known by across articles."""

    key: str = ""
    name: str = ""
    kind: ActorKind = ActorKind.OTHER
    country: str | None = None
    base: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    mentions: int = 0
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Everything that articles tell, as rows."""

    reports: tuple[Observation, ...] = ()
    asks: tuple[AskTold, ...] = ()
    levers: tuple[LeverTold, ...] = ()
    channels: tuple[ChannelTold, ...] = ()
    positions: tuple[PositionTold, ...] = ()
    quotes: tuple[QuoteTold, ...] = ()
    claims: tuple[ClaimTold, ...] = ()
    actors: tuple[ActorTold, ...] = ()


def tell(record: Record, voice: str | None = None) -> Told:
    """Return the rows of a record; the voice is the article itself where no cluster of copies is known."""
    teller = _Teller(record=record, voice=voice or record.article.id)
    return Told(
        reports=tuple(observe(record, voice)),
        asks=tuple(teller.asks()),
        levers=tuple(teller.levers()),
        channels=tuple(teller.channels()),
        positions=tuple(teller.positions()),
        quotes=tuple(teller.quotes()),
        claims=tuple(teller.claims()),
        actors=tuple(teller.actors()),
    )


@dataclass(frozen=True, kw_only=True)
class _Place:
    """The fields that all rows share."""

    article: str
    id: str
    start: int
    end: int
    sentence: str
    voice: str
    published: date | None
    outlet: str | None
    title: str | None


@dataclass(frozen=True, kw_only=True)
class _Teller:
    record: Record
    voice: str
    known: Mapping[str, Actor] = field(init=False)
    starts: tuple[int, ...] = field(init=False)
    by_trigger: Mapping[tuple[int, int], str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {a.id: a for a in self.record.actors})
        object.__setattr__(self, "starts", tuple(s.span.start for s in self.record.sentences))
        triggers = {(r.trigger.start, r.trigger.end): r.id for r in reversed(self.record.reports)}
        object.__setattr__(self, "by_trigger", triggers)

    def asks(self) -> Iterator[AskTold]:
        issues = {r.id: r.issue for r in self.record.reports}
        for ask in self.record.asks:
            answer = ask.answer
            yield AskTold(
                **vars(self._at(ask.id, ask.ask)),
                asker=self._code(ask.asker),
                asker_name=self._name(ask.asker),
                asked=self._code(ask.asked),
                asked_name=self._name(ask.asked),
                issue=issues.get(ask.report or ""),
                text=ask.ask.text,
                day=ask.date.first if ask.date else None,
                outcome=ask.outcome,
                answer=answer.text if answer else None,
                answer_start=answer.start if answer else None,
                answer_end=answer.end if answer else None,
                answer_report=ask.answer_report,
                delay_days=ask.delay_days,
                report=ask.report,
            )

    def levers(self) -> Iterator[LeverTold]:
        for lever in self.record.levers:
            yield LeverTold(
                **vars(self._at(lever.id, lever.evidence)),
                holder=self._code(lever.holder),
                holder_name=self._name(lever.holder),
                over=self._code(lever.over),
                over_name=self._name(lever.over),
                lever=lever.lever,
                kind=lever.kind,
                used=lever.used,
                evidence=lever.evidence.text,
                report=self._report(lever.evidence),
            )

    def channels(self) -> Iterator[ChannelTold]:
        for channel in self.record.channels:
            period = channel.period
            yield ChannelTold(
                **vars(self._at(channel.id, channel.evidence)),
                a=self._code(channel.a),
                a_name=self._name(channel.a),
                b=self._code(channel.b),
                b_name=self._name(channel.b),
                medium=channel.medium,
                via=tuple(self._name(v) for v in channel.via),
                first=period.first if period else None,
                last=period.last if period else None,
                precision=period.precision if period else None,
                told=channel.count,
                frequency=channel.frequency,
                evidence=channel.evidence.text,
                report=self._report(channel.evidence),
            )

    def positions(self) -> Iterator[PositionTold]:
        claims = {c.id: c for c in self.record.claims}
        for position in self.record.positions:
            claim, actor = claims.get(position.claim or ""), self.known.get(position.actor or "")
            yield PositionTold(
                **vars(self._at(position.id, position.statement)),
                key=actor_key(actor) if actor else "",
                actor=self._name(position.actor),
                country=self._code(position.actor),
                issue=position.issue,
                stance=position.stance,
                statement=position.statement.text,
                said_by=said_by(claim, self.known),
                certainty=claim.certainty if claim else None,
            )

    def quotes(self) -> Iterator[QuoteTold]:
        for quote in self.record.quotes:
            named = quote.speaker_span.text if quote.speaker_span else ""
            yield QuoteTold(
                **vars(self._at(quote.id, quote.span)),
                speaker=self._name(quote.speaker) or named,
                country=self._code(quote.speaker),
                text=quote.span.text,
                cue=quote.cue.text if quote.cue else None,
                about=tuple(self._name(a) for a in quote.about),
            )

    def claims(self) -> Iterator[ClaimTold]:
        for claim in self.record.claims:
            yield ClaimTold(
                **vars(self._at(claim.id, claim.span)),
                source=said_by(claim, self.known),
                source_kind=claim.source_kind,
                certainty=claim.certainty,
                text=claim.span.text,
                cue=claim.cue.text if claim.cue else None,
            )

    def actors(self) -> Iterator[ActorTold]:
        for actor in self.record.actors:
            first = actor.mentions[0].span if actor.mentions else None
            yield ActorTold(
                **vars(self._at(actor.id, first)),
                key=actor_key(actor),
                name=actor.name,
                kind=actor.kind,
                country=actor.country,
                base=actor.base,
                sector=actor.sector,
                wikidata=actor.wikidata,
                mentions=len(actor.mentions),
                roles=tuple(dict.fromkeys(role.title for role in actor.roles)),
            )

    def _at(self, identity: str, span: Span | None) -> _Place:
        article: Article = self.record.article
        return _Place(
            article=article.id,
            id=identity,
            start=span.start if span else 0,
            end=span.end if span else 0,
            sentence=self._sentence(span),
            voice=self.voice,
            published=article.published.middle if article.published else None,
            outlet=article.outlet,
            title=article.title,
        )

    def _sentence(self, span: Span | None) -> str:
        at = bisect_right(self.starts, span.start) - 1 if span else -1
        return self.record.sentences[at].span.text if at >= 0 else ""

    def _report(self, trigger: Span) -> str | None:
        return self.by_trigger.get((trigger.start, trigger.end))

    def _code(self, actor: str | None) -> str:
        found = self.known.get(actor or "")
        return (found.country or "") if found else ""

    def _name(self, actor: str | None) -> str:
        found = self.known.get(actor or "")
        return found.name if found else actor or ""
