"""Against whom a side acts in an article: forces that it masses there are massed against its one adversary."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.code.mentions import codes
from demarche.code.syntax import case_of
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from demarche.annotate.reading import Reading
    from demarche.record import Party, Report

__all__ = ["fill_from_adversaries"]

# By judgement, checked on the development articles.
SHARE = 0.5
"""Share of the hostile acts of a side, and at it, above which its adversary has them."""
VOLUME = 0.9
"""Sum of the confidence of these acts from which the article is taken to tell it."""
DOUBT = 0.7
"""What is left of the confidence of a report whose target is only inferred."""

HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.THREATEN})
"""Acts that tell who is against whom; blame does not, which friends and bystanders utter too."""
JOINED = frozenset({EventType.MOBILIZE, EventType.SANCTION})
"""Acts against somebody, in which those of whom the article tells nothing else join the others that do the same."""
YIELDING = frozenset({"withdraw", "ceasefire"})
"""Modes of retreat that yield to somebody even where the sentence does not say to whom.

Violence is no act with a target to be inferred: whom it hit is not to be guessed.
"""
WHERE = frozenset({"in", "into", "to", "at", "inside", "through", "throughout"})
"""Prepositions of the place of a deployment, which is not what it is against."""
DEFENDING = frozenset("defend protect guard shield help support assist aid reinforce reassure".split())
"""Verbs whose object forces are moved for, not against."""


def fill_from_adversaries(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with the open target of a hostile act filled by the source's one adversary in the article.

    The adversary is the country or armed group that most hostile acts of the source go to or come from; for who only
    joins in what others do, the one against which they do it. A place where forces are put is not their target, nor are
    those whom they defend. `why` says so, and the confidence is lower.
    """
    if not any(map(_may_be_open, reports)):
        return tuple(reports)
    parties = _foremost(reports)
    against = _against(replace(r, targets=_across(reading, r)) if r.type is EventType.MOBILIZE else r for r in reports)
    first = tuple(_filled(reading, r, _met(against, r), parties) for r in reports)
    return tuple(_filled(reading, r, _done_to(first, r), parties) for r in first)


def _filled(reading: Reading, report: Report, met: Mapping[str, float], parties: Mapping[str, Party]) -> Report:
    """Return a report with its open target filled by the main one of those that are met, if there is one."""
    if not _may_be_open(report) or _across(reading, report):
        return report
    foe = parties.get(_main(met) or "")
    report = _without_aside(report, foe)
    if foe is None:
        return report
    return replace(
        report,
        targets=(foe,),
        confidence=round(report.confidence * DOUBT, 3),
        why=(*report.why, "target is the adversary of the source in the article"),
    )


def _may_be_open(report: Report) -> bool:
    """Whether a report is of a kind that may lack the side against which it is done."""
    kind = report.type in JOINED or (report.type is EventType.RETREAT and report.mode in YIELDING)
    return kind and bool(report.sources)


def _without_aside(report: Report, foe: Party | None) -> Report:
    """Return a report whose targets, none of which the act is done against, stand among the others, but for the foe."""
    aside = (replace(p, part="other") for p in report.targets if foe is None or p.country != foe.country)
    return replace(report, targets=(), others=(*report.others, *aside))


def _foremost(reports: Iterable[Report]) -> Mapping[str, Party]:
    """Return for each country or armed group the party that stands for it most often, the first of equals."""
    named = [replace(p, mention=None, part=None) for r in reports for p in (*r.sources, *r.targets) if p.country]
    return {p.country: p for p, _ in reversed(Counter(named).most_common()) if p.country}


def _across(reading: Reading, report: Report) -> tuple[Party, ...]:
    """Return the targets against which an act is done."""
    return tuple(p for p in report.targets if not _is_aside(reading, report, p))


def _is_aside(reading: Reading, report: Report, party: Party) -> bool:
    """Whether a target is only the place to which forces are moved, or those whom they are to defend."""
    if report.type is not EventType.MOBILIZE or party.mention is None:
        return False
    head = reading.head(*reading.words(party.mention))
    return case_of(head) in WHERE or (head.dep_ == "obj" and head.head.lemma_.lower() in DEFENDING)


def _against(reports: Iterable[Report]) -> Mapping[str, Mapping[str, float]]:
    """Return how much each side acts against each other, either way, by country or armed group."""
    out: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for report in reports:
        for one, other in _pairs(report):
            out[one][other] += report.confidence
            out[other][one] += report.confidence
    return out


def _met(against: Mapping[str, Mapping[str, float]], report: Report) -> Mapping[str, float]:
    """Return how much the sources of a report act against each other side, or are acted against by it."""
    own = codes(report.sources)
    return _summed((c, w) for code in own for c, w in against.get(code, {}).items() if c not in own)


def _done_to(reports: Iterable[Report], report: Report) -> Mapping[str, float]:
    """Return how much others do the same to each side, if the act is one that is done together."""
    own = codes(report.sources)
    same = [r for r in reports if r.type is report.type and r.type in JOINED and not own & codes(r.sources)]
    return _summed((other, r.confidence) for r in same for _, other in _pairs(r) if other not in own)


def _pairs(report: Report) -> list[tuple[str, str]]:
    if report.type not in HOSTILE:
        return []
    return [(s, t) for s in sorted(codes(report.sources)) for t in sorted(codes(report.targets)) if s != t]


def _main(met: Mapping[str, float]) -> str | None:
    """Return the one code that has more than its share of what the article tells often enough."""
    best = max(met, key=lambda code: (met[code], code), default=None)
    total = sum(met.values())
    return best if best and total >= VOLUME and met[best] > SHARE * total else None


def _summed(rows: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    out: dict[str, float] = defaultdict(float)
    for code, weight in rows:
        out[code] += weight
    return out
