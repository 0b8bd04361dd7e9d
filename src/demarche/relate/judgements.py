"""What persons decided, laid over what articles tell: the records stay, everything derived follows.

A judgement names rows (`article#id`) with the sentence each stood on when it was made; where an article has changed
since and another sentence stands there, it is left aside.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

from demarche.code.indicators import FAMILIES, weight_of
from demarche.codebook import Plover
from demarche.merge import Observation, Side
from demarche.merge.text import fold
from demarche.record import Basis, EventType, Outcome, Quad, TimeInterval
from demarche.relate.told import (
    ActorTold,
    AskTold,
    ChannelTold,
    ClaimTold,
    LeverTold,
    PositionTold,
    QuoteTold,
    Told,
)

__all__ = ["Alias", "Judgement", "Verdict", "apart", "judged", "standing", "together"]

Pair = tuple[str, str]
Row = TypeVar("Row")


class Verdict(StrEnum):
    """What a person may decide."""

    MERGE = "merge"
    """The reports tell of one act."""
    SPLIT = "split"
    """The first report tells of another act than the others."""
    REJECT = "reject"
    """The rows say what the article does not."""
    RECODE = "recode"
    """The reports are of the type and mode in the value, `TYPE` or `TYPE/mode`."""
    REDATE = "redate"
    """The acts lie on the day, or in the closed interval `DAY/DAY`, of the value."""
    RENAME = "rename"
    """The actors so called have the name and code of the value."""
    UNDO = "undo"
    """The judgements so numbered do not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. `evidence` holds the sentence of each subject that is a row, in their order."""

    number: int
    verdict: Verdict
    subjects: tuple[str, ...]
    value: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """What an actor is called from now on; None leaves as it is."""

    name: str | None = None
    code: str | None = None

    @classmethod
    def parse(cls, value: str | None) -> Alias:
        """Read the value of a RENAME."""
        return cls(**json.loads(value or "{}"))

    def written(self) -> str:
        """Return the value of a RENAME."""
        return json.dumps({"name": self.name, "code": self.code}, ensure_ascii=False)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that nobody took back, in order, without those that take back."""
    rows = sorted(judgements, key=lambda one: one.number)
    undone = {subject for one in rows if one.verdict is Verdict.UNDO for subject in one.subjects}
    return tuple(one for one in rows if one.verdict is not Verdict.UNDO and str(one.number) not in undone)


def together(judgements: Iterable[Judgement]) -> list[Pair]:
    """Return the pairs of reports that are one act; the last word on a pair counts."""
    return [pair for pair, verdict in _last_words(judgements).items() if verdict is Verdict.MERGE]


def apart(judgements: Iterable[Judgement]) -> list[Pair]:
    """Return the pairs of reports that are two acts; the last word on a pair counts."""
    return [pair for pair, verdict in _last_words(judgements).items() if verdict is Verdict.SPLIT]


def _last_words(judgements: Iterable[Judgement]) -> Mapping[Pair, Verdict]:
    last: dict[Pair, Verdict] = {}
    for one in judgements:
        first, *rest = one.subjects or ("",)
        pairs = {Verdict.MERGE: list(pairwise(one.subjects)), Verdict.SPLIT: [(first, other) for other in rest]}
        for a, b in pairs.get(one.verdict, ()):
            last[min(a, b), max(a, b)] = one.verdict
    return last


def judged(told: Told, judgements: Sequence[Judgement], plover: Callable[[], Plover]) -> Told:
    """Return what articles tell as the standing judgements have it; `plover` is asked only where a type changes."""
    if not judgements:
        return told
    bench = _Bench(judgements, plover)
    return Told(
        reports=tuple(bench.report(row) for row in bench.kept(told.reports)),
        asks=tuple(bench.ask(row) for row in bench.kept(told.asks)),
        levers=tuple(map(bench.renamed, bench.kept(told.levers))),
        channels=tuple(bench.channel(row) for row in bench.kept(told.channels)),
        positions=tuple(map(bench.renamed, bench.kept(told.positions))),
        quotes=tuple(bench.quote(row) for row in bench.kept(told.quotes)),
        claims=tuple(map(bench.renamed, bench.kept(told.claims))),
        actors=tuple(map(bench.renamed, told.actors)),
    )


NAMED: Mapping[type, tuple[tuple[str, str | None], ...]] = {
    AskTold: (("asker_name", "asker"), ("asked_name", "asked")),
    LeverTold: (("holder_name", "holder"), ("over_name", "over")),
    ChannelTold: (("a_name", "a"), ("b_name", "b")),
    PositionTold: (("actor", "country"),),
    QuoteTold: (("speaker", "country"),),
    ClaimTold: (("source", None),),
    ActorTold: (("name", "country"),),
}
"""The fields of each row that hold an actor's name, and the code that goes with it."""


class _Bench:
    """The judgements sorted by what they touch."""

    def __init__(self, judgements: Sequence[Judgement], plover: Callable[[], Plover]) -> None:
        self._plover = plover
        self._of: dict[Pair, list[Judgement]] = defaultdict(list)
        self._aliases: dict[str, Alias] = {}
        for one in judgements:
            for subject, sentence in zip(one.subjects, one.evidence, strict=False):
                self._of[subject, sentence].append(one)
            if one.verdict is Verdict.RENAME:
                self._aliases |= dict.fromkeys(map(fold, one.subjects), Alias.parse(one.value))
        self._rejected = {
            subject for (subject, _), own in self._of.items() if any(j.verdict is Verdict.REJECT for j in own)
        }

    def kept(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows that were not rejected, themselves or with the report that they rest on."""
        for row in rows:
            if not self._is_rejected(row):
                yield row

    def _is_rejected(self, row: Any) -> bool:  # noqa: ANN401 - rows of all kinds have an article and a sentence
        own = row.report if isinstance(row, Observation) else row.id
        rests_on = None if isinstance(row, Observation) else getattr(row, "report", None)
        mine = self._of.get((f"{row.article}#{own}", row.sentence), ())
        return any(one.verdict is Verdict.REJECT for one in mine) or f"{row.article}#{rests_on}" in self._rejected

    def report(self, row: Observation) -> Observation:
        """Return the report with the type, days and names that were decided."""
        for one in self._of.get((row.key, row.sentence), ()):
            if one.verdict is Verdict.RECODE:
                row = _recoded(row, one.value or "", self._plover())
            if one.verdict is Verdict.REDATE:
                row = _redated(row, one.value or "")
        sources, targets, others = (tuple(map(self._side, side)) for side in (row.sources, row.targets, row.others))
        return replace(row, sources=sources, targets=targets, others=others)

    def ask(self, row: AskTold) -> AskTold:
        """Return the ask; an answer that was rejected is none."""
        if row.answer_report and f"{row.article}#{row.answer_report}" in self._rejected:
            row = replace(row, outcome=Outcome.UNKNOWN, answer=None, answer_start=None, answer_end=None)
            row = replace(row, answer_report=None, delay_days=None)
        return self.renamed(row)

    def channel(self, row: ChannelTold) -> ChannelTold:
        """Return the contact with the names decided, those of go-betweens too."""
        return self.renamed(replace(row, via=tuple(map(self._name, row.via))))

    def quote(self, row: QuoteTold) -> QuoteTold:
        """Return the quotation with the names decided, those that it is about too."""
        return self.renamed(replace(row, about=tuple(map(self._name, row.about))))

    def renamed(self, row: Row) -> Row:
        """Return the row with the names and codes decided."""
        changed: dict[str, str] = {}
        for name, code in NAMED[type(row)]:
            alias = self._aliases.get(fold(getattr(row, name)))
            if alias:
                changed[name] = alias.name or getattr(row, name)
                if code and alias.code:
                    changed[code] = alias.code
        if changed and isinstance(row, (ActorTold, PositionTold)):
            (name, code), *_ = NAMED[type(row)]
            changed["key"] = _key(changed[name], changed.get(code or "", getattr(row, code or "") or ""))
        return replace(row, **changed) if changed else row  # type: ignore[type-var]

    def _side(self, side: Side) -> Side:
        alias = self._aliases.get(fold(side.name))
        if alias is None:
            return side
        name, code = alias.name or side.name, alias.code or side.code
        return replace(side, name=name, code=code, key=_key(name, code))

    def _name(self, name: str) -> str:
        alias = self._aliases.get(fold(name))
        return (alias.name if alias else None) or name


def _key(name: str, code: str) -> str:
    return f"{fold(name)}/{code}"


def _recoded(row: Observation, value: str, plover: Plover) -> Observation:
    type_, _, mode = value.partition("/")
    made = plover.cameo_for(type_, mode or None, row.status.value)
    kind = EventType(type_)
    row = replace(
        row,
        type=kind,
        mode=mode or None,
        quad=Quad(plover.quad(type_)),
        scale=plover.score(type_, mode or None),
        cameo=made.code,
        goldstein=made.goldstein,
        family=FAMILIES[kind],
    )
    sign, weight = weight_of(row)
    return replace(row, sign=sign if weight else 0, weight=weight)


def _redated(row: Observation, value: str) -> Observation:
    first, _, last = value.partition("/")
    start, end = TimeInterval.parse(first), TimeInterval.parse(last or first)
    return replace(row, first=start.first, last=end.last, precision=start.precision, basis=Basis.SAID)
