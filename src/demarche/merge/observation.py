"""A report as merging sees it: what one article says of one act, flattened, with what is known of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from demarche.annotate.lemma import lemma
from demarche.merge.days import Days, possible_days
from demarche.merge.text import PLAIN_WORDS, content, fold, stem, words
from demarche.record import (
    Actor,
    Basis,
    Certainty,
    Claim,
    EventType,
    Indicator,
    Party,
    Precision,
    Quad,
    Quantity,
    Record,
    Report,
    SourceKind,
    Status,
)

__all__ = ["LIGHT", "Figure", "Observation", "Side", "observe"]


LIGHT = frozenset(stem(lemma(word, "VERB").lower()) for word in PLAIN_WORDS)
"""Stems of words that tell no act: "imposed" alone is of a curfew as of a ban."""


FAR, CROWDED = 0.5, 0.5
"""What the sides of a report are worth whose sentence does not name all of them, and of one with more than `PLAIN` of
them. In marked reports of unseen news both sides were right in half of those with two parties named beside the word, in
a third of those with one of the two faults, and in none of nineteen with both."""
PLAIN = 2
ACROSS = " > "
"""Stands between the words that mention those who act and the words for those acted upon."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Side:
    """A party as told: the key of its actor across articles, its name there, its code and base, what it does there."""

    key: str
    name: str
    code: str = ""
    base: str = ""
    sector: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Figure:
    """A number told with an act: what it counts (folded, `""` unknown), its ends, both inside, and its words."""

    of: str
    low: float
    high: float
    text: str

    @property
    def counted(self) -> frozenset[str]:
        """The stems of what is counted."""
        return content(self.of)

    @property
    def label(self) -> str:
        """How the number reads: `14` or `10-12`."""
        low, high = (f"{n:,.0f}" if n.is_integer() else f"{n:,.10g}" for n in map(float, (self.low, self.high)))
        return low if low == high else f"{low}-{high}"


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One report. `voice` is the article's cluster of copies; `first` and `last` the days told, `None` where open.

    `sign` and `weight` are those of the report's indicator, 0 where it moves nothing. `said_by` is empty for what the
    article says in its own voice. `named` are the words of the sentence that mention the sides, those acting first, and
    those acted upon behind `ACROSS`, one a line; empty where they are not known. Offsets are code points into the
    article's text.
    """

    article: str
    report: str
    voice: str
    type: EventType
    mode: str | None
    quad: Quad
    scale: float
    cameo: str | None
    goldstein: float | None
    trigger: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    others: tuple[Side, ...] = ()
    named: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    basis: Basis | None = None
    place: str | None = None
    place_country: str | None = None
    lat: float | None = None
    lon: float | None = None
    status: Status = Status.HAPPENED
    certainty: Certainty | None = None
    said_by: str = ""
    source_kind: SourceKind | None = None
    issue: str | None = None
    figures: tuple[Figure, ...] = ()
    confidence: float = 1.0
    sign: int = 0
    weight: float = 0.0
    family: str | None = None
    published: date | None = None
    outlet: str | None = None
    title: str | None = None

    @cached_property
    def key(self) -> str:
        """What names the report among all articles."""
        return f"{self.article}#{self.report}"

    @cached_property
    def source_codes(self) -> frozenset[str]:
        """The codes of those who act."""
        return frozenset(s.code for s in self.sources if s.code)

    @cached_property
    def target_codes(self) -> frozenset[str]:
        """The codes of those acted upon."""
        return frozenset(s.code for s in self.targets if s.code)

    @cached_property
    def source_keys(self) -> frozenset[str]:
        """The keys of those who act."""
        return frozenset(s.key for s in self.sources if s.key)

    @cached_property
    def target_keys(self) -> frozenset[str]:
        """The keys of those acted upon."""
        return frozenset(s.key for s in self.targets if s.key)

    @cached_property
    def codes(self) -> frozenset[str]:
        """All codes of both sides."""
        return self.source_codes | self.target_codes

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all actors on both sides."""
        return self.source_keys | self.target_keys

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of the names of all sides: they say who, not what."""
        told = (s.name for s in (*self.sources, *self.targets, *self.others))
        return content(" ".join((self.named, self.said_by, *told)))

    @cached_property
    def plain(self) -> float:
        """How plainly the sides are told, in (0, 1]: by words of the sentence, and no more of them than one each."""
        sides = (self.sources, self.targets)
        told = [words.strip().splitlines() for words in self.named.split(ACROSS)] if ACROSS in self.named else []
        far = any(len(said) < len(side) for said, side in zip(told, sides, strict=False))
        return (FAR if far else 1.0) * (CROWDED if sum(map(len, sides)) > PLAIN else 1.0)

    @cached_property
    def told(self) -> frozenset[str]:
        """The stems of the sentence's content words that are not names of the sides."""
        return self.content - self.names

    @cached_property
    def days(self) -> Days:
        """The days on which the act may lie."""
        return possible_days(self.first, self.last, self.precision, self.basis, self.published)

    @cached_property
    def trigger_stem(self) -> frozenset[str]:
        """The stems of the trigger's words that carry meaning, or of all of them; "stole" and "steal" are one."""
        told = [word for word in words(self.trigger) if word not in PLAIN_WORDS] or fold(self.trigger).split()
        return frozenset(stem(lemma(word, "VERB").lower()) for word in told)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the sentence's content words."""
        return content(self.sentence)


CHRONICLE = 100
"""Deeds without a day of their own from which an article is no news of one day: a review of a year, a history."""


def observe(record: Record, voice: str | None = None) -> Iterator[Observation]:
    """Yield the reports of a record in order; the voice is the article itself where no cluster is known.

    What a chronicle tells without a day was done on any day until it was published.
    """
    of_old = sum(_is_undated(report) for report in record.reports) > CHRONICLE
    actors = {a.id: a for a in record.actors}
    claims = {c.id: c for c in record.claims}
    strongest: dict[str, Indicator] = {}
    for indicator in record.indicators:
        if indicator.report:
            strongest.setdefault(indicator.report, indicator)
    for report in record.reports:
        claim = claims.get(report.claim) if report.claim else None
        one = _observed(record, report, actors, claim, strongest.get(report.id), voice)
        yield replace(one, first=None) if of_old and _is_undated(report) else one


def _is_undated(report: Report) -> bool:
    return report.status.is_deed and report.time is not None and report.time.basis is Basis.PUBLISHED


def _observed(
    record: Record,
    report: Report,
    actors: Mapping[str, Actor],
    claim: Claim | None,
    indicator: Indicator | None,
    voice: str | None,
) -> Observation:
    article, time, place = record.article, report.time, report.place
    return Observation(
        article=article.id,
        report=report.id,
        voice=voice or article.id,
        type=report.type,
        mode=report.mode,
        quad=report.quad,
        scale=report.scale,
        cameo=report.cameo,
        goldstein=report.goldstein,
        trigger=report.trigger.text,
        start=report.trigger.start,
        end=report.trigger.end,
        sentence=report.sentence.text,
        sentence_start=report.sentence.start,
        sentence_end=report.sentence.end,
        sources=_sides(report.sources, actors),
        targets=_sides(report.targets, actors),
        others=_sides(report.others, actors),
        named=ACROSS.join(_mentions(report, side) for side in (report.sources, report.targets, report.others)),
        first=time.interval.first if time else None,
        last=time.interval.last if time else None,
        precision=time.interval.precision if time else None,
        basis=time.basis if time else None,
        place=place.name if place else None,
        place_country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        status=report.status,
        certainty=claim.certainty if claim else None,
        said_by=said_by(claim, actors),
        source_kind=claim.source_kind if claim else None,
        issue=report.issue,
        figures=tuple(sorted(f for q in report.quantities if (f := _figure(q)))),
        confidence=report.confidence,
        sign=indicator.sign if indicator else 0,
        weight=indicator.weight if indicator else 0.0,
        family=indicator.family if indicator else None,
        published=article.published.middle if article.published else None,
        outlet=article.outlet,
        title=article.title,
    )


def _mentions(report: Report, parties: Iterable[Party]) -> str:
    """Return the words in the report's sentence that mention parties, one a line; of who has no words, the code."""
    inside = range(report.sentence.start, report.sentence.end)
    told = (p.mention.text if p.mention else p.country for p in parties if not p.mention or p.mention.start in inside)
    return "\n".join(" ".join(words.split()) for words in told if words)


def said_by(claim: Claim | None, actors: Mapping[str, Actor]) -> str:
    """Return the name of the claimant, the words of a source that is no actor, or nothing for the article's voice."""
    if claim is None:
        return ""
    actor = actors.get(claim.source or "")
    name = actor.name if actor else claim.source
    return name if name and not is_nameless(name) else claim.source_kind.value


def actor_key(actor: Actor) -> str:
    """Return what an actor is known by across articles: its Wikidata id, else its folded name and its code."""
    return actor.wikidata or f"{fold(actor.name)}/{actor.country or ''}"


def _sides(parties: tuple[Party, ...], actors: Mapping[str, Actor]) -> tuple[Side, ...]:
    """Return the sides; one that has neither a name nor a code is left open."""
    sides = (_side(party, actors.get(party.actor or "")) for party in parties)
    return tuple(dict.fromkeys(side for side in sides if side.name or side.code))


def _side(party: Party, actor: Actor | None) -> Side:
    words = party.mention.text if party.mention else party.country or ""
    code = party.country or (actor.country if actor else None) or ""
    name = actor.name if actor else words
    nameless = is_nameless(name)
    return Side(
        key=f"/{code}" if nameless else actor_key(actor) if actor else fold(words),
        name="" if nameless else name,
        code=code,
        base=party.base or "",
        sector=party.sector or "",
        part=party.part or "",
    )


PRONOUNS = frozenset(
    "i you he she it we they me him us them one who this that these those somebody someone everybody everyone nobody "
    "anybody anyone both all some many others of".split()
)
"""Words that name nobody outside the sentence they stand in."""


def is_nameless(name: str) -> bool:
    """Say whether a name is of pronouns alone: `you`, `all of them`; `US` and `WHO` are names."""
    told = name.split()
    return not (len(name) > 1 and name.isupper()) and all(word.casefold() in PRONOUNS for word in told)


SPANS_OF_TIME = frozenset(fold(unit) for unit in "second minute hour day week month year decade century".split())


def _figure(quantity: Quantity) -> Figure | None:
    """Return what is counted; spans of time tell when or how long, not how many."""
    if {word.removesuffix("s") for word in fold(f"{quantity.of or ''} {quantity.unit or ''}").split()} & SPANS_OF_TIME:
        return None
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else low
    if low is None or high is None:
        return None
    return Figure(of=fold(quantity.of or quantity.unit or ""), low=low, high=high, text=quantity.span.text)
