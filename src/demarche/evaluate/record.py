"""All layers of the record against articles annotated by hand.

PATH is a gold folder (`article.txt`, `meta.json`, one JSONL file a layer) or a folder of such folders. What counts:

* events: a report is right when its sentence overlaps the gold's and the type is the gold's or one of its alternatives
  (`type`); when the countries of both sides agree too, in either order for mutual acts (`who`); when also both are real
  or both are not (`full`). A code that the gold leaves open fits anything. Pairs are one to one; recall counts clusters
  of mentions of one act, `core_r` those with a core event; what a note says not to require costs no recall.
* actors: found by name or by one of the names in the text; `country` is the share of those with the right code.
* dates, quantities: an overlapping expression in the same sentence; `value` wants the same value.
* quotes: tokens that overlap by 0.8; `speaker` wants the right speaker.
* claims, asks, positions, levers, channels, strain: the same sentence; then the details, as shares of all gold items.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demarche.errors import InputError, UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.conllu import text_of
from demarche.evaluate.matching import Located, Place, Tally, fold, overlap, pairs, place, same_name, tokens
from demarche.evaluate.result import Evaluation
from demarche.read import read
from demarche.record import (
    Article,
    Ask,
    Channel,
    Claim,
    Form,
    Indicator,
    Lever,
    Party,
    Position,
    Quantity,
    Quote,
    Record,
    Report,
    Span,
    Status,
    TimeExpression,
    TimeInterval,
)
from demarche.record.codec import line

__all__ = ["LAYERS", "NAME", "evaluate", "folders", "score"]

NAME = "record"

Row = Mapping[str, Any]

SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}
SAME_CODE = (
    {"UN", "UNO", "IGO"},
    {"EU", "EUR"},
    {"SUN", "RUS"},
    {"NATO", "IGO"},
    {"PROXIES", "IRN"},
    {"ISIS", "ISIL", "IS"},
    {"SYROPP", "SYR"},
)
OPEN_CODES = {"ARAB", "GULF", "MIDEAST", "WORLD", "WEST", "MNF", "COALITION"}
"""Groups of states: any code, or none, is right."""
NAMING = {Form.NAME, Form.TITLE, Form.METONYM}
QUOTE_OVERLAP = 0.8
REAL = {status.value for status in Status if status.is_deed}
LAYERS = "events actors dates quotes claims quantities asks positions levers channels strain spun".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One annotated article: what we made of it, the gold by layer, and a finder of the gold's words."""

    record: Record
    gold: Mapping[str, Sequence[Row]]
    find: Located

    def at(self, row: Row) -> Place | None:
        """Return the place of a gold row's sentence."""
        return self.find(row["sent"])

    def name(self, identity: str | None) -> str | None:
        """Return the name of an actor, or what stands in its place."""
        return next((a.name for a in self.record.actors if a.id == identity), identity)


def evaluate(path: Path) -> Evaluation:
    """Code the articles of the gold and score every layer; raises `UnknownFormat` when there is no gold folder."""
    tally, lines, words = Tally(), [], 0
    for folder in folders(path):
        record = _coded(folder)
        score(folder, record, tally)
        lines.append(line(record))
        words += record.article.text.count(" ") + 1
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(lines),
        measures=dict(tally.rates()),
        words=words,
        answers=tuple(lines),
    )


def folders(path: Path) -> list[Path]:
    """Return the gold folders at or below a path."""
    found = [path] if (path / "article.txt").is_file() else sorted(p.parent for p in path.glob("*/article.txt"))
    if not found:
        msg = "no gold folder here (article.txt, meta.json, events.jsonl ...)"
        raise UnknownFormat(msg, where=str(path))
    return found


def _coded(folder: Path) -> Record:
    meta = json.loads(text_of(folder / "meta.json"))
    article = next(read(folder / "article.txt", published=TimeInterval.parse(meta["published"])))
    found = loaded.pipeline().code(article) if isinstance(article, Article) else article
    if not isinstance(found, Record):
        raise InputError(found.why, where=found.id)
    return found


def score(folder: Path, record: Record, tally: Tally) -> None:
    """Add one article's counts."""
    gold = {name: _rows(folder / f"{name}.jsonl") for name in LAYERS if (folder / f"{name}.jsonl").is_file()}
    case = Case(record=record, gold=gold, find=Located(record.article.text))
    for name, layer in SCORERS.items():
        if name in gold:
            layer(case, gold[name], tally)


def _rows(path: Path) -> list[Row]:
    return [json.loads(text) for text in text_of(path).splitlines() if text.strip()]


# Events


def _events(case: Case, gold: Sequence[Row], tally: Tally) -> None:
    lost = sum(case.at(g) is None for g in gold)
    tally.add("gold_sentences_found", len(gold) - lost, len(gold))
    reports = case.record.reports
    required = {_cluster(g) for g in gold if "do not require" not in (g.get("note") or "")}
    core = {_cluster(g) for g in gold if g.get("core")}
    rules: Mapping[str, Callable[[Row, Report], bool]] = {
        "type": lambda g, r: _typed(case, g, r),
        "who": lambda g, r: _typed(case, g, r) and _who(g, r),
        "full": lambda g, r: _typed(case, g, r) and _who(g, r) and _real(g, r),
    }
    for name, fits in rules.items():
        found = pairs(gold, reports, fits)
        hit = {_cluster(gold[i]) for i, _ in found}
        tally.add(f"events_{name}_p", len(found), len(reports))
        tally.add(f"events_{name}_r", len(hit & required), len(required))
        tally.add(f"events_{name}_core_r", len(hit & core), len(core))
        if name == "who":
            exact = sum(reports[j].status in _any(gold[i], "status") for i, j in found)
            tally.add("events_status", exact, len(found))


def _cluster(row: Row) -> str:
    return str(row.get("cluster") or row["id"])


def _any(row: Row, key: str) -> set[str | None]:
    """Return the gold value of a key with its alternatives."""
    return {row.get(key), *(row.get(f"{key}_alt") or [])}


def _typed(case: Case, g: Row, report: Report) -> bool:
    types = {g["plover_type"], *(g.get("plover_alt") or [])}
    return report.type in types and overlap(case.at(g), place(report.sentence))


def _who(g: Row, report: Report) -> bool:
    sources = {g.get("source_country"), *(g.get("source_alt") or [])}
    targets = {g.get("target_country"), *(g.get("target_alt") or [])}
    ours, theirs = _codes(report.sources), _codes(report.targets)
    if report.type in SYMMETRIC:
        return _fits(sources, ours | theirs) and _fits(targets, ours | theirs)
    return _fits(sources, ours) and _fits(targets, theirs)


def _codes(side: Sequence[Party]) -> set[str]:
    return {code for party in side for code in (party.country, party.base) if code}


def _fits(wanted: set[str | None], side: set[str]) -> bool:
    if None in wanted or wanted & OPEN_CODES or wanted & side:
        return True
    return any(group & wanted and group & side for group in SAME_CODE)


def _real(g: Row, report: Report) -> bool:
    return report.status.is_deed in {status in REAL for status in _any(g, "status")}


# Actors, times, numbers, quotations


def _actors(case: Case, gold: Sequence[Row], tally: Tally) -> None:
    ours = [
        (
            {fold(a.name)}
            | {fold(m.span.text) for m in a.mentions if m.form in NAMING}
            | {fold(m.repaired) for m in a.mentions if m.repaired},
            a,
        )
        for a in case.record.actors
    ]
    for g in gold:
        names = {fold(n) for n in (g["canonical"], *(g.get("aliases") or []), *(g.get("repaired") or {}).values())}
        found = [actor for known, actor in ours if known & names]
        tally.add("actors_found", bool(found), 1)
        if found:
            tally.add("actors_country", any(g.get("country") in {a.country, a.base} for a in found), 1)


def _dates(case: Case, gold: Sequence[Row], tally: Tally) -> None:
    _expressions("dates", case, gold, case.record.times, _date_value, tally)


def _quantities(case: Case, gold: Sequence[Row], tally: Tally) -> None:
    numbers = [g for g in gold if g.get("kind") != "not_a_quantity"]
    _expressions("quantities", case, numbers, case.record.quantities, _number_value, tally)


def _expressions(
    layer: str,
    case: Case,
    gold: Sequence[Row],
    ours: Sequence[TimeExpression] | Sequence[Quantity],
    right: Callable[[Row, Any], bool],
    tally: Tally,
) -> None:
    def near(g: Row, mine: Any) -> bool:  # noqa: ANN401 - either kind of expression
        shared = set(tokens(g["text"])) & set(tokens(mine.span.text))
        return bool(shared) and overlap(case.at(g), place(mine.span))

    found = pairs(gold, ours, near)
    good = sum(right(gold[i], ours[j]) for i, j in found)
    for name, hits in ((layer, len(found)), (f"{layer}_value", good)):
        tally.add(f"{name}_p", hits, len(ours))
        tally.add(f"{name}_r", hits, len(gold))


def _date_value(g: Row, time: TimeExpression) -> bool:
    first, last = (str(day) if day else None for day in _ends(time))
    seen = {time.value, f"{first}/{last}", *([first or ""] if first == last else [])}
    return str(g.get("value") or "") in seen


def _ends(time: TimeExpression) -> tuple[Any, Any]:
    return (time.interval.first, time.interval.last) if time.interval else (None, None)


def _number_value(g: Row, number: Quantity) -> bool:
    if g.get("value") is not None:
        return g["value"] in {number.low, number.high}
    return (number.low, number.high) == (g.get("min"), g.get("max")) or number.approximate


def _quotes(case: Case, gold: Sequence[Row], tally: Tally) -> None:
    ours = case.record.quotes
    near = [[mine for mine in ours if _same_quote(g, mine)] for g in gold]
    right = [
        any(same_name(g.get("speaker"), case.name(m.speaker)) for m in found)
        for g, found in zip(gold, near, strict=True)
    ]
    tally.add("quotes_p", sum(any(_same_quote(g, mine) for g in gold) for mine in ours), len(ours))
    tally.add("quotes_r", sum(map(bool, near)), len(gold))
    tally.add("quotes_speaker_r", sum(right), len(gold))


def _same_quote(g: Row, mine: Quote) -> bool:
    a, b = tokens(g["quote"]), tokens(mine.span.text)
    shared = len(set(a) & set(b)) / max(len(set(a)), len(set(b)), 1)
    return shared >= QUOTE_OVERLAP or (fold(g["quote"]) in fold(mine.span.text) and (min(len(a), len(b)) or 1) >= 3)


# Layers that are matched by sentence

Detail = tuple[str, Callable[[Row, Any], bool]]


def _by_sentence(
    layer: str, case: Case, ours: Sequence[tuple[Span, Any]], tally: Tally, details: Sequence[Detail] = ()
) -> None:
    """Pair by sentence, those first whose details are all right; then count the details over all gold items."""
    gold = case.gold[layer]

    def near(g: Row, mine: tuple[Span, Any]) -> bool:
        return overlap(case.at(g), place(mine[0]))

    def best(g: Row, mine: tuple[Span, Any]) -> bool:
        return near(g, mine) and all(right(g, mine[1]) for _, right in details)

    found = dict(pairs(gold, ours, best))
    left = [i for i in range(len(gold)) if i not in found]
    free = [j for j in range(len(ours)) if j not in found.values()]
    rest = pairs([gold[i] for i in left], [ours[j] for j in free], near)
    found |= {left[i]: free[j] for i, j in rest}
    tally.add(f"{layer}_p", len(found), len(ours))
    tally.add(f"{layer}_r", len(found), len(gold))
    for name, right in details:
        tally.add(f"{layer}_{name}", sum(right(gold[i], ours[j][1]) for i, j in found.items()), len(gold))


def _claims(case: Case, _: Sequence[Row], tally: Tally) -> None:
    def source(g: Row, mine: Claim) -> bool:
        same_kind = g.get("source_kind") == mine.source_kind != "named"
        return same_name(g.get("source"), case.name(mine.source)) or same_kind

    _by_sentence("claims", case, [(c.span, c) for c in case.record.claims], tally, [("source", source)])


def _asks(case: Case, _: Sequence[Row], tally: Tally) -> None:
    def outcome(g: Row, mine: Ask) -> bool:
        return g["outcome"] == mine.outcome or {g["outcome"], mine.outcome.value} == {"refused", "defied"}

    def answer(g: Row, mine: Ask) -> bool:
        if not g.get("outcome_sent"):
            return mine.answer is None
        return overlap(case.find(g["outcome_sent"]), place(mine.answer))

    details: list[Detail] = [("outcome", outcome), ("answer", answer)]
    _by_sentence("asks", case, [(a.ask, a) for a in case.record.asks], tally, details)


def _positions(case: Case, _: Sequence[Row], tally: Tally) -> None:
    def actor(g: Row, mine: Position) -> bool:
        return same_name(g["actor"], case.name(mine.actor))

    _by_sentence("positions", case, [(p.statement, p) for p in case.record.positions], tally, [("actor", actor)])


def _levers(case: Case, _: Sequence[Row], tally: Tally) -> None:
    def holder(g: Row, mine: Lever) -> bool:
        return same_name(g["holder"], case.name(mine.holder))

    def used(g: Row, mine: Lever) -> bool:
        return bool(g["used"] == mine.used)

    details: list[Detail] = [("holder", holder), ("used", used)]
    _by_sentence("levers", case, [(lever.evidence, lever) for lever in case.record.levers], tally, details)


def _channels(case: Case, _: Sequence[Row], tally: Tally) -> None:
    def pair(g: Row, mine: Channel) -> bool:
        a, b = case.name(mine.a), case.name(mine.b)
        return any(same_name(g["a"], x) and same_name(g["b"], y) for x, y in ((a, b), (b, a)))

    def count(g: Row, mine: Channel) -> bool:
        return bool(g.get("count") == mine.count)

    details: list[Detail] = [("pair", pair), ("count", count)]
    _by_sentence("channels", case, [(c.evidence, c) for c in case.record.channels], tally, details)


def _strain(case: Case, _: Sequence[Row], tally: Tally) -> None:
    def sign(g: Row, mine: Indicator) -> bool:
        return bool(g.get("mixed")) or (g["sign"] == "-") == (mine.sign < 0)

    _by_sentence("strain", case, [(i.evidence, i) for i in case.record.indicators], tally, [("sign", sign)])


# Damage


def _spun(case: Case, gold: Sequence[Row], tally: Tally) -> None:
    repaired = {fold(p.span.text): fold(p.repaired) for p in case.record.article.damage.phrases}
    for g in gold:
        if g["kind"] == "name":
            tally.add("damage_names_repaired", _is_repaired(g, repaired), 1)
    known = [fold(g["text"]) for g in gold if g["kind"] == "name"]
    good = sum(any(t in k or k in t or set(tokens(t)) <= set(tokens(k)) for k in known) for t in repaired)
    tally.add("damage_phrases_p", good, len(repaired))


def _is_repaired(g: Row, repaired: Mapping[str, str]) -> bool:
    mine, text = set(tokens(g["text"])), fold(g["text"])
    wanted = set(tokens(g["repaired"])) - mine
    near = [words for t, words in repaired.items() if set(tokens(t)) & mine and (t in text or text in t)]
    return not wanted or any(wanted <= set(tokens(words)) for words in near)


SCORERS: Mapping[str, Callable[[Case, Sequence[Row], Tally], None]] = {
    "events": _events,
    "actors": _actors,
    "dates": _dates,
    "quantities": _quantities,
    "quotes": _quotes,
    "claims": _claims,
    "asks": _asks,
    "positions": _positions,
    "levers": _levers,
    "channels": _channels,
    "strain": _strain,
    "spun": _spun,
}
