"""What the reports of an act agree on, and what they tell differently.

Each independent article has one vote, shared among its reports and weighed by how the claim is put and how sure the
reading is; copies vote together. Ties go to the least value, so that the outcome does not hang on the order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import prod
from statistics import fmean

from demarche.merge.event import Event, Member, Value
from demarche.merge.likeness import Likeness
from demarche.merge.observation import Observation, Side
from demarche.merge.union import Forest
from demarche.merge.votes import CERTAINTY, Votes
from demarche.record import Basis, Certainty, EventType, Precision, Status

__all__ = ["event_of"]

COUNTING = frozenset({Status.HAPPENED, Status.ONGOING, Status.HABITUAL, Status.PLANNED, Status.THREATENED})
"""Statuses of acts that have a weight."""
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.THREATENED, Status.HYPOTHETICAL})
"""Statuses of acts that have not taken place."""
LASTING = frozenset({Status.ONGOING, Status.HABITUAL})
"""Statuses of what is so on more than the day on which it is told."""
SUPPOSED = frozenset({Status.PROPOSED, Status.HYPOTHETICAL})
"""Statuses under which no act is told, only asked for or imagined: no word on whether it was done."""
SIDES_RIGHT = 0.55
"""Chance that both sides are right as one report tells them plainly: marked reports of unseen news."""
FINEST = list(Precision)
BASES = {Basis.SAID: 0, Basis.INFERRED: 1, Basis.PUBLISHED: 2, None: 3}
MOST_COMPARED = 12
"""Reports, by key, that a telling is compared with."""
SIDE_SHARE = 0.34
"""Share of the votes from which an actor stands on a side."""
SPEAKING = frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())
"""Words for a contact that may be a call as well as a meeting."""
ALONE = frozenset({EventType.RETREAT, EventType.MOBILIZE, EventType.CONCEDE})
"""Types of act that need nobody across: who resigns, deploys or gives in may do it before no one."""
ALONE_SHARE = 0.5
"""Share of the votes from which such an act has somebody across."""


Trust = Callable[[Observation], float]
"""How far the codes of a report's sides are borne out by other articles, in (0, 1]."""


def event_of(
    identity: str, reports: Sequence[Observation], why: Mapping[str, Likeness], trust: Trust = lambda _: 1.0
) -> Event:
    """Return the event that reports of one act make."""

    def plainly(report: Observation) -> float:
        return report.plain * trust(report)

    def sure(report: Observation) -> float:
        return SIDES_RIGHT * plainly(report)

    votes = Votes.of(reports)
    told = Votes.of([r for r in reports if r.status not in SUPPOSED] or reports)
    disputed = _disputed(votes.reports)
    status = _status(Votes.of([r for r in _latest_word(told.reports) if not (disputed and _denies(r))]))
    lasting = {status, Status.ONGOING} if status is Status.HABITUAL else {status}
    likely = Votes.of([r for r in votes.reports if r.status in lasting])
    written = Votes.of(_without_reprints([r for r in votes.reports if _bears_out(r, status)]))
    type_ = likely.best(lambda r: r.type) or likely.reports[0].type
    naming = Votes.of(_without_reprints(likely.reports)).weighed(plainly)
    sources, targets = _standing(naming, lambda r: r.sources), _across(naming, type_)
    first, last, when = _when(_of_sides(likely.reports, sources, targets), status)
    dated = [r for r in likely.reports if r.type is type_ and _is_within(r, first, last)]
    speaks = _speaker(dated or [r for r in likely.reports if r.type is type_], sources, targets)
    where = min((r for r in likely.reports if r.place), key=_rank, default=speaks)
    sign, weight = _weight(told)
    return Event(
        id=identity,
        type=type_,
        mode=likely.best(lambda r: _mode(r) if r.type is type_ else None),
        quad=speaks.quad,
        scale=speaks.scale,
        cameo=speaks.cameo,
        goldstein=speaks.goldstein,
        sources=sources,
        targets=targets,
        others=_standing(naming, lambda r: r.others),
        first=first,
        last=last,
        precision=when.precision,
        basis=when.basis,
        place=where.place,
        place_country=where.place_country,
        lat=where.lat,
        lon=where.lon,
        status=status,
        certainty=_surest(likely.reports),
        disputed=disputed,
        issue=likely.best(lambda r: r.issue),
        family=likely.best(lambda r: r.family),
        sign=sign,
        weight=weight,
        probability=round(_probability(told) * _agreement(naming, sources, targets, plainly), 4),
        confidence=round(max(r.confidence for r in likely.reports) * _agreement(naming, sources, targets, sure), 3),
        voices=len({r.voice for r in votes.reports}),
        speaks=speaks,
        members=tuple(_member(r, why.get(r.key)) for r in votes.reports),
        values=tuple(_values(votes, written, status, type_, frozenset(s.code for s in sources if s.code))),
    )


def _without_reprints(reports: Sequence[Observation]) -> Sequence[Observation]:
    """Return the reports with one voice for articles that tell the act in the very same sentence: one wrote it."""
    forest = Forest()
    first: dict[str, str] = {}
    for report in sorted(reports, key=lambda r: r.key):
        forest.join(report.voice, first.setdefault(" ".join(report.sentence.split()), report.voice))
    return [r if forest.find(r.voice) == r.voice else replace(r, voice=forest.find(r.voice)) for r in reports]


def _status(votes: Votes) -> Status:
    """Return the status most told; what goes on is a habit where enough say that it comes ever again.

    Where one tells of a deed and others deny it, those who deny have no vote: it is a deed in dispute, and they are
    mostly who is said to have done it.
    """
    tally = votes.tally(lambda r: (r.status,))
    best = votes.best(lambda r: r.status) or Status.HAPPENED
    again = tally.get(Status.HABITUAL, 0.0) >= SIDE_SHARE * tally.get(Status.ONGOING, 0.0) > 0.0
    return Status.HABITUAL if best is Status.ONGOING and again else best


def _latest_word(reports: Sequence[Observation]) -> Sequence[Observation]:
    """Return the reports without plans that are older than one which tells of the deed: since then it was done."""
    done = max((r.published for r in reports if r.status.is_deed and r.published), default=date.min)
    kept = [r for r in reports if r.status not in AHEAD or not r.published or r.published >= done]
    return kept or reports


def _bears_out(report: Observation, status: Status) -> bool:
    """Whether a report tells the act as it is agreed to be: who only imagines a deed is no witness of it."""
    return report.status is status or (report.status.is_deed and status.is_deed)


def _member(report: Observation, likeness: Likeness | None) -> Member:
    if likeness is None:
        return Member(report=report, score=1.0, why=("its only report",))
    return Member(report=report, score=likeness.score, why=likeness.why)


def _rank(report: Observation) -> tuple[float, int, int, str]:
    """Order reports by how well they tell: certain and confident, both sides known, dated, then the least key."""
    known = bool(report.sources) + bool(report.targets) + bool(report.first)
    return -round(CERTAINTY[report.certainty] * report.confidence, 2), -known, BASES[report.basis], report.key


def _speaker(reports: Sequence[Observation], sources: Iterable[Side], targets: Iterable[Side]) -> Observation:
    """Return the report that tells an act best: with the sides agreed on, by name too, and in words that others use."""
    agreed, compared = _agreed(sources, targets), reports[:MOST_COMPARED]
    keys = {s.key for s in sources}, {t.key for t in targets}

    def rank(report: Observation) -> tuple[bool, int, float, tuple[float, int, int, str]]:
        right = (report.source_codes, report.target_codes) == agreed
        named = bool(report.source_keys & keys[0]) + bool(report.target_keys & keys[1])
        shared = [len(report.told & o.told) / max(1, len(report.told | o.told)) for o in compared if o is not report]
        return not right, -named, -round(fmean(shared), 2) if shared else 0.0, _rank(report)

    return min(reports, key=rank)


def _agreed(sources: Iterable[Side], targets: Iterable[Side]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of both sides agreed on, as a report that names them and no others has them."""
    return frozenset(s.code for s in sources if s.code), frozenset(t.code for t in targets if t.code)


def _is_within(report: Observation, first: date | None, last: date | None) -> bool:
    """Whether a report gives days of the act as they are agreed on."""
    return (first or date.min) <= (report.first or date.min) and (report.last or date.max) <= (last or date.max)


def _agreement(votes: Votes, sources: Iterable[Side], targets: Iterable[Side], sure: Trust) -> float:
    """Return how sure the sides are: 1 minus the chance that every voice that names them errs."""
    acting, facing = _agreed(sources, targets)
    naming = (r for r in votes.reports if _nested(acting, r.source_codes) and _nested(facing, r.target_codes))
    return _any_right((report.voice, sure(report)) for report in naming)


def _nested(agreed: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a report names a side that is agreed on, alone or with others, or some of it; who is silent does not."""
    return not agreed or (bool(told) and (agreed <= told or told <= agreed))


def _of_sides(
    reports: Sequence[Observation], sources: Iterable[Side], targets: Iterable[Side]
) -> Sequence[Observation]:
    """Return the reports that name the sides agreed on, of the same people where some do; else all."""
    agreed = _agreed(sources, targets)
    named = [r for r in reports if (r.source_codes, r.target_codes) == agreed]
    keys = {s.key for s in sources}
    return [r for r in named if r.source_keys & keys] or named or reports


def _when(reports: Sequence[Observation], status: Status) -> tuple[date | None, date | None, Observation]:
    """Return the first and the last day of an act, and the report that dates it best; what goes on lasts as told.

    Said goes before inferred, closed before open, fine before coarse, then what most voices tell. Of those that only
    have a day of publication the first is nearest: no deed is younger than the news of it.
    """
    voices = Counter(day for day, _ in {((r.first, r.last), r.voice) for r in reports})

    def rank(report: Observation) -> tuple[int, bool, int, date, int, float, str]:
        fine = FINEST.index(report.precision) if report.precision else len(FINEST)
        told = (report.first or report.last if report.basis is Basis.PUBLISHED else None) or date.min
        sure = -round(CERTAINTY[report.certainty] * report.confidence, 2)
        is_open = not (report.first and report.last)
        return BASES[report.basis], is_open, fine, told, -voices[report.first, report.last], sure, report.key

    best = min(reports, key=rank)
    days = [(r.first, r.last) for r in reports if r.first and r.last]
    if status not in LASTING or not days:
        return best.first, best.last, best
    return min(first for first, _ in days), max(last for _, last in days), best


def _surest(reports: Sequence[Observation]) -> Certainty | None:
    return max((r.certainty for r in reports), key=lambda c: (CERTAINTY[c], c is None))


def _disputed(reports: Sequence[Observation]) -> bool:
    """Whether one says that it happened and another that it did not."""
    return any(_denies(r) for r in reports) and any(r.status.is_deed and not _denies(r) for r in reports)


def _denies(report: Observation) -> bool:
    return report.status is Status.DENIED or report.certainty is Certainty.DENIED


def _weight(votes: Votes) -> tuple[int, float]:
    """Return the mean over voices of their signed weights, as sign and size; who tells of one side alone abstains."""
    by_voice: dict[str, list[float]] = defaultdict(list)
    for report in votes.reports:
        if not _abstains(report):
            by_voice[report.voice].append(0.0 if _denies(report) else report.sign * report.weight)
    mean = fmean(fmean(values) for values in by_voice.values()) if by_voice else 0.0
    return (-1 if mean < 0 else 1 if mean > 0 else 0), round(abs(mean), 3)


def _abstains(report: Observation) -> bool:
    """Whether a report has no weight because it does not bind two sides, and not because the act is not so."""
    return report.sign == 0 and report.status in COUNTING and not _denies(report)


def _probability(votes: Votes) -> float:
    """Return 1 minus the chance that every voice is wrong: a second voice adds much, a tenth nearly nothing."""
    told = (r for r in votes.reports if not _denies(r))
    return round(_any_right((r.voice, CERTAINTY[r.certainty] * r.confidence) for r in told), 4)


def _any_right(chances: Iterable[tuple[str, float]]) -> float:
    """Return 1 minus the chance that every voice is wrong, each of which is as sure as its surest report."""
    by_voice: dict[str, float] = defaultdict(float)
    for voice, chance in chances:
        by_voice[voice] = max(by_voice[voice], chance)
    return 1.0 - prod(1.0 - chance for chance in sorted(by_voice.values()))


def _standing(votes: Votes, sides: Callable[[Observation], Sequence[Side]]) -> tuple[Side, ...]:
    """Return the actors on a side that enough of the votes put there, one for each key; the best is always kept.

    The others stand beside it in at least one report: who never does is the same party told otherwise, or of another
    act, and no second one.
    """
    tally = votes.tally(sides)
    if not tally:
        return ()
    by_key: dict[str, dict[Side, float]] = defaultdict(dict)
    for side, vote in tally.items():
        by_key[side.key][side] = vote
    totals = {key: sum(found.values()) for key, found in by_key.items()}
    least = SIDE_SHARE * sum(votes.votes)
    best = min(totals, key=lambda k: (-totals[k], k))
    beside = {s.key for r in votes.reports if best in {s.key for s in sides(r)} for s in sides(r)}
    kept = {best} | {key for key in beside if totals[key] >= least}
    return tuple(min(by_key[key], key=lambda s: (-by_key[key][s], s)) for key in sorted(kept))


def _mode(report: Observation) -> str | None:
    """Return the mode of an act; of those who are only said to have spoken nobody knows whether they met."""
    words = report.trigger.casefold().split()
    return None if report.mode == "meet" and words and words[0] in SPEAKING else report.mode


def _across(votes: Votes, type_: EventType) -> tuple[Side, ...]:
    """Return who faces an act; of an act that needs nobody across, if enough of the votes say so."""
    told = sum(vote for report, vote in zip(votes.reports, votes.votes, strict=True) if report.targets)
    alone = type_ in ALONE and told < ALONE_SHARE * sum(votes.votes)
    return () if alone else _standing(votes, lambda r: r.targets)


def _values(votes: Votes, written: Votes, status: Status, type_: EventType, acting: frozenset[str]) -> Iterable[Value]:
    """Yield what the reports tell differently; `acting` are the codes agreed on: denials of others deny nothing.

    `written` are those that bear it out, with one voice for all in the very same words: they name the sides once.
    """
    yield from _differing(votes, "status", lambda r: _told_status(r, acting), status.value)
    yield from _differing(votes, "type", lambda r: [r.type.value], type_.value)
    yield from _differing(votes, "day", _day)
    alone = 1 if len({r.voice for r in votes.reports}) > 1 else 2
    yield from _differing(written, "who", lambda r: _named(r, r.sources), least=alone)
    yield from _differing(written, "whom", lambda r: _named(r, r.targets), least=alone)
    yield from _differing(votes, "place", lambda r: [r.place] if r.place else [])
    told: dict[frozenset[str], set[str]] = defaultdict(set)
    for report in votes.reports:
        for figure in report.figures:
            told[figure.counted].add(figure.of)
    for counted, of in sorted(((c, min(names)) for c, names in told.items() if c), key=lambda item: item[1]):
        yield from _differing(votes, f"number:{of}", _counting(counted), least=1)


def _counting(counted: frozenset[str]) -> Callable[[Observation], list[str]]:
    return lambda report: [figure.label for figure in report.figures if figure.counted == counted]


def _day(report: Observation) -> list[str]:
    if not report.first or report.basis is Basis.PUBLISHED:
        return []
    return [_interval(report.first, report.last)]


def _interval(first: date, last: date | None) -> str:
    return first.isoformat() if last == first else f"{first.isoformat()}/{last.isoformat() if last else '..'}"


def _told_status(report: Observation, acting: frozenset[str]) -> list[str]:
    if not _denies(report):
        return [report.status.value]
    return ["denied"] if not report.source_codes or report.source_codes & acting else []


def _named(report: Observation, sides: Iterable[Side]) -> list[str]:
    """Return who stands on a side; a report in which a side acts on itself is no witness of who did it to whom."""
    codes = _codes(sides)
    return [codes] if codes and report.source_codes.isdisjoint(report.target_codes) else []


def _codes(sides: Iterable[Side]) -> str:
    return ", ".join(sorted({s.code or s.name for s in sides}))


def _differing(
    votes: Votes,
    field: str,
    value: Callable[[Observation], Sequence[str]],
    consensus: str | None = None,
    *,
    least: int = 2,
) -> Iterable[Value]:
    """Yield each value of a field where there are `least` or more, best first.

    One value alone is no disagreement, but tells how many give a number, or name a side.
    """
    tally = votes.tally(value)
    if len(tally) < least:
        return
    ranked = sorted(tally, key=lambda v: (-tally[v], v))
    chosen = consensus if consensus in tally else next(iter(ranked), None)
    for told in ranked:
        saying = [r for r in votes.reports if told in value(r)]
        yield Value(
            field=field,
            value=told,
            consensus=told == chosen,
            articles=len({r.voice for r in saying}),
            said_by=tuple(sorted({r.said_by for r in saying})),
            first_said=min((r.published for r in saying if r.published), default=None),
            report=min(saying, key=_rank).key,
        )
