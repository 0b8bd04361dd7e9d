"""Sentence in, who did what to whom out, nothing marked: PLOVER records or PETRARCH's unit tests.

PATH is JSON in PLOVER's form (objects in an array, one a line, or one after the other: `text`, `date`, `event`,
`actor`, `recipient`, each party an object with `code`, or a list of them) or PETRARCH's XML (`Sentence` with
`EventCoding` and `Text`). Both sides are sets of events for each sentence, an event being a type with the country codes
of one actor and one recipient: `strict` compares these, `pair` the two codes alone, `type` the types alone. A code that
the gold leaves out fits anything; CONSULT, AGREE and COOPERATE are read in either order, and of actors without a
recipient the first meets the others. Sectors are not compared.

Our reports are first put into the conventions of the gold, as an export to its format would be:

* a data set takes what is likely: reports of a confidence of 0.66 and more (`LIKELY`); a note has the figure for all;
* an event has a doer: a report whose doer the text leaves open is none (PLOVER 2.0), nor is AID, COOPERATE or SANCTION
  towards nobody;
* what is denied, imagined, asked for or proposed is none (of an ask the REQUEST is the event); refused cooperation is
  REJECT, threatened conflict THREATEN;
* planned CONSULT, SUPPORT, COOPERATE, AID and yielding are AGREE; CONCEDE and RETREAT are one type, as in PLOVER's
  older versions, whose other labels are mapped (`codings.OLD`);
* the records were made from CAMEO, so that an act is filed under the type of its CAMEO root: to sign is SUPPORT (057),
  to find guilty ACCUSE (116), blockade and occupation ASSAULT (19), peacekeepers withdrawn SANCTION (166).

What the XML measures, honestly: 284 stylised tests of a parser, with actors out of a novel, which are read from the
dictionary beside the tests (`PETR.Validate.actors.txt`) as rows of a codebook of their own. Most codes are those of
WEIS, not of CAMEO, as the head of their verb dictionary says (041 is praise, 064 recognition, 032 a visit); they are
mapped by WEIS's roots, plans count as deeds, as in WEIS, and an event needs both sides. Three things are left out, and
the notes count them: codings of comments and denials (02, 14) and with an open side, which are no events; codes of no
code book (345, 802, 903 ...), whose sentences count for `pair` alone. Kept, though no text bears them out: codes
given to try a pattern ("acting strangely" 100, a celebrated feast 046, the roads cordoned off for construction 071),
and sentences without an event only because the little dictionary lacks the verb ("held a meeting").
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from demarche.codebook.tables import SHIPPED
from demarche.errors import DateError, UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.codings import MUTUAL, OLD, Coded, Sentence, own_countries, read_plover, read_xml
from demarche.evaluate.plv import BY_WORD, FRIENDLY, PROMISES, THREATENED
from demarche.evaluate.result import Evaluation
from demarche.record import ActorKind, Article, EventType, Party, Record, Report, Status, TimeInterval
from demarche.run.pipeline import Setup

__all__ = ["NAME", "Answer", "answers", "evaluate", "filed", "filed_in_weis", "measures"]

NAME = "gsr"
ACTORS = "PETR.Validate.actors.txt"
WITH_RECIPIENT = frozenset({EventType.AID, EventType.COOPERATE, EventType.SANCTION})
"""Types that are no event without a recipient, after PLOVER 2.0."""
UNREAL = frozenset({Status.DENIED, Status.HYPOTHETICAL, Status.PROPOSED})
KINDS: Mapping[ActorKind, frozenset[str]] = {
    ActorKind.IGO: frozenset({"IGO"}),
    ActorKind.NGO: frozenset({"NGO", "NGM"}),
    ActorKind.COMPANY: frozenset({"MNC"}),
    ActorKind.ARMED_GROUP: frozenset({"IMG"}),
}
"""Codes by which a code book may call a body that has a code of its own with us."""
LIKELY = 0.66
"""Confidence from which a report is an event of the data set.

On 525 sentences of PLV's training part with their marks taken off, strict F1 was 0.445 with every report, 0.449 from
0.62, 0.447 from 0.66 and 0.444 from 0.74: too flat to choose by; 0.66 is what it was set to before.
"""
Filing = Callable[[Report], str | None]
Events = Callable[..., frozenset["Answer"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One event that was coded: type, and the codes that fit either side, none where it is open."""

    type: str | None
    source: frozenset[str]
    target: frozenset[str]
    mutual: bool


def evaluate(path: Path) -> Evaluation:
    """Measure the pipeline on coded sentences; raises `UnknownFormat` when there are none."""
    xml = path.suffix == ".xml"
    sentences = list(read_xml(path) if xml else read_plover(path))
    if not sentences:
        msg = "no coded sentence here; give PLOVER's JSON or PETRARCH's XML"
        raise UnknownFormat(msg, where=str(path))
    if not xml:
        return _measured(path, sentences, [_record(s, loaded.pipeline().code) for s in sentences], answers)
    with tempfile.TemporaryDirectory() as folder:
        codes = _own_codebook(path.parent.parent / "dictionaries" / ACTORS, Path(folder))
        code = Setup(codebook=Path(folder)).load().code
        records = [_record(s, code) for s in sentences]
    return _measured(path, [_ours(s, codes) for s in sentences], records, _in_weis)


def _record(sentence: Sentence, code: Callable[[Article], Record | object]) -> Record | None:
    try:
        day = TimeInterval.parse(sentence.date) if sentence.date else None
    except DateError:
        day = None
    digest = hashlib.sha256(sentence.text.encode()).hexdigest()
    found = code(Article(id=sentence.id, text=sentence.text, sha256=digest, published=day))
    return found if isinstance(found, Record) else None


# our reports as events


def answers(record: Record | None, filing: Filing | None = None, *, least: float = LIKELY) -> frozenset[Answer]:
    """Return the events that a record tells, each once, from reports of that confidence.

    `filing` gives the type under which a report is filed, `filed` where none is given.
    """
    if record is None:
        return frozenset()
    kinds = {actor.id: actor.kind for actor in record.actors}
    likely = [report for report in record.reports if report.confidence >= least]
    return frozenset(answer for report in likely for answer in _events(report, (filing or filed)(report), kinds))


def _in_weis(record: Record | None, *, least: float = LIKELY) -> frozenset[Answer]:
    """Return the events of a record as WEIS has them: each has both sides."""
    return frozenset(answer for answer in answers(record, filed_in_weis, least=least) if answer.target)


def _events(report: Report, type_: str | None, kinds: Mapping[str, ActorKind]) -> Iterator[Answer]:
    sources = [codes for party in report.sources if (codes := _codes(party, kinds))]
    targets = [codes for party in report.targets if (codes := _codes(party, kinds))]
    if type_ is None or not sources or (type_ in WITH_RECIPIENT and not targets):
        return
    among = type_ in MUTUAL and not targets and len(sources) > 1
    for pair in _each(sources[:1], sources[1:]) if among else _each(sources, targets):
        source, target = sorted(pair, key=sorted) if type_ in MUTUAL and pair[1] else pair
        yield Answer(type=type_, source=source, target=target, mutual=type_ in MUTUAL)


def _each(
    sources: Sequence[frozenset[str]], targets: Sequence[frozenset[str]]
) -> Iterable[tuple[frozenset[str], frozenset[str]]]:
    return ((source, target) for source in sources for target in targets or [frozenset[str]()])


def _codes(party: Party, kinds: Mapping[str, ActorKind]) -> frozenset[str]:
    """Return every code by which a gold may know a party: its own, its territory's, that of its kind."""
    kind = kinds.get(party.actor) if party.actor else None
    own = {code for code in (party.country, party.base) if code}
    return frozenset(own).union(KINDS.get(kind, ()) if kind else ())


def filed(report: Report) -> str | None:
    """Return the type under which PLOVER's records file a report, `None` for what is no event there."""
    type_ = report.type.value
    if report.status is Status.DENIED and type_ in FRIENDLY:
        return "REJECT"
    if report.status in UNREAL:
        return None
    if report.status is Status.THREATENED and type_ in THREATENED:
        return "THREATEN"
    if report.status is Status.PLANNED and type_ in PROMISES:
        return "AGREE"
    beginnings, other = BY_WORD.get(type_, ((), ""))
    if any(word.startswith(beginnings) for word in report.trigger.text.lower().split()):
        return other
    return "ACCUSE" if (type_, report.mode) == ("SANCTION", "convict") else OLD.get(type_, type_)


def filed_in_weis(report: Report) -> str | None:
    """Return the type under which WEIS's codes file a report: a plan counts as the deed."""
    return None if report.status in UNREAL else OLD.get(report.type.value, report.type.value)


# laying both side by side


def _measured(
    path: Path, sentences: Sequence[Sentence], records: Sequence[Record | None], events: Events
) -> Evaluation:
    rows = [(sentence, events(record)) for sentence, record in zip(sentences, records, strict=True)]
    every = [(sentence, events(record, least=0.0)) for sentence, record in zip(sentences, records, strict=True)]
    return Evaluation(
        name=NAME,
        path=str(path),
        items=sum(len(s.events) for s in sentences),
        measures=measures(rows),
        words=sum(s.text.count(" ") + 1 for s in sentences),
        notes=(*_notes(rows), f"with every report, however unsure: strict F1 {measures(every)['strict_f1']:.3f}"),
        answers=tuple(_line(s, found) for s, found in rows),
    )


def measures(rows: Sequence[tuple[Sentence, frozenset[Answer]]]) -> dict[str, float]:
    """Return precision, recall and F1 of `strict`, `pair` and `type`, over all sentences taken together."""
    typed = [(sentence, found) for sentence, found in rows if sentence.typed]
    return {
        **_rates("strict", [(s.events, found) for s, found in typed]),
        **_rates("pair", [([_bare(e) for e in s.events], map(_bare_answer, found)) for s, found in rows]),
        **_rates("type", [([_lone(e) for e in s.events], map(_lone_answer, found)) for s, found in typed]),
    }


def _notes(rows: Sequence[tuple[Sentence, frozenset[Answer]]]) -> Iterator[str]:
    quiet = [found for sentence, found in rows if not sentence.events]
    untyped = [sentence for sentence, _ in rows if not sentence.typed]
    yield f"{len(rows)} sentences, {sum(len(found) for _, found in rows)} events answered"
    yield f"{len(quiet)} sentences without an event of PLOVER, answered with {sum(map(len, quiet))}"
    if left_out := sum(sentence.comments for sentence, _ in rows):
        yield f"left out: {left_out} codings that are comments or have an open side"
    if untyped:
        events = sum(len(sentence.events) for sentence in untyped)
        yield f"for `pair` alone: {len(untyped)} sentences ({events} events) with a code of no code book"


def _rates(name: str, rows: Iterable[tuple[Iterable[Coded], Iterable[Answer]]]) -> dict[str, float]:
    """Return precision, recall and their F1: answers that fit an event, events that an answer fits."""
    right = given = hit = wanted = 0
    for events, found in rows:
        gold, answered = set(events), set(found)
        right += sum(any(_fits(event, answer) for event in gold) for answer in answered)
        hit += sum(any(_fits(event, answer) for answer in answered) for event in gold)
        given, wanted = given + len(answered), wanted + len(gold)
    p, r = right / given if given else 0.0, hit / wanted if wanted else 0.0
    return {f"{name}_p": p, f"{name}_r": r, f"{name}_f1": 2 * p * r / (p + r) if p + r else 0.0}


def _fits(gold: Coded, answer: Answer) -> bool:
    ways = [(answer.source, answer.target), *([(answer.target, answer.source)] if answer.mutual else [])]
    return gold.type in {None, answer.type} and any(
        all(code is None or code in side for code, side in zip((gold.source, gold.target), way, strict=True))
        for way in ways
    )


def _bare(event: Coded) -> Coded:
    return replace(event, type=None)


def _bare_answer(answer: Answer) -> Answer:
    return replace(answer, type=None)


def _lone(event: Coded) -> Coded:
    return replace(event, source=None, target=None)


def _lone_answer(answer: Answer) -> Answer:
    return replace(answer, source=frozenset(), target=frozenset())


def _line(sentence: Sentence, found: Iterable[Answer]) -> str:
    shape = {
        "text": sentence.text,
        "gold": [[e.source, e.type, e.target] for e in sentence.events],
        "answer": sorted([sorted(a.source), a.type or "", sorted(a.target)] for a in found),
    }
    return json.dumps(shape, ensure_ascii=False)


# PETRARCH's actors


def _ours(sentence: Sentence, codes: Mapping[str, str]) -> Sentence:
    """Return a sentence with our codes for its actors."""
    events = (
        replace(e, source=codes.get(e.source or "", e.source), target=codes.get(e.target or "", e.target))
        for e in sentence.events
    )
    return replace(sentence, events=tuple(dict.fromkeys(events)))


def _own_codebook(actors: Path, folder: Path) -> Mapping[str, str]:
    """Write the made-up actors as countries into a folder; return our codes for those of theirs that we know."""
    made, ours = own_countries(actors)
    header, *_ = (SHIPPED / "countries.tsv").read_text(encoding="utf-8").splitlines()
    width = header.count("\t") + 1
    lines = [_country(code, names, width) for code, names in made.items()]
    (folder / "countries.tsv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return ours


def _country(code: str, names: Sequence[str], width: int) -> str:
    cells = [code, names[0], "|".join(names[1:]), *[""] * (width - 3)]
    cells[9:11] = ["0", "0"]
    return "\t".join(cells)
