"""Do the days of a story that matter stand out? Date F1 against timelines that people wrote.

The articles go through the shipped pipeline and its merging. A day counts by how often it is named, half as much again
where by its date ("25 January", which readers are to remember, not "Tuesday"), or an article came out on it; where days
are nearly equal, by the events that are said to be of that day, and then by the independent articles published later
that look back at it by name. Each is a share of the most that any day has. As many days are taken as the timeline has,
of its first day to its last: number and range are given to published systems too. `free_date_f1` is without the range.

`baseline_date_f1` takes the days by how often they are named and how many articles came out on them; `named_date_f1`
and `published_date_f1` take them by one of the two. With a target (SemEval) only articles that name it count, on both
sides, and of these only sentences that do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING

from demarche.annotate.time.words import LEXICON
from demarche.evaluate import loaded, timeline_sets
from demarche.evaluate.result import Evaluation, f1
from demarche.merge import Fingerprint, find_copies, merge, observe
from demarche.merge.text import fold, words
from demarche.record import Basis, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from demarche.evaluate.timeline_sets import Timeline, Topic
    from demarche.merge import Event
    from demarche.record import TimeExpression

__all__ = ["Heap", "best_days", "date_f1", "evaluate"]

NAME = "timelines"
MEASURES = ("date_f1", "free_date_f1", "baseline_date_f1", "named_date_f1", "published_date_f1")

# Chosen on T17, Crisis and SemEval-2015. The first comes out whichever topic is left out of the choice; the two others
# whichever timeline is, but not whichever topic (docs/evaluation.md). More of these is worse than frequency on Crisis.
BY_DATE = 1.5
"""What a mention counts that gives the date."""
DATED, LOOKED_BACK = 0.08, 0.01
"""What the events of a day, and the articles that look back at it, count beside how often it is named."""

Votes = Counter["date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heap:
    """What is counted of the days of a story: articles published, sentences that name them, articles that look back.

    `by_date` are those of the `named` that give the date. `dated` counts the events that are said to be of a day,
    whatever the number of their reports.
    """

    published: Votes = field(default_factory=Counter)
    named: Votes = field(default_factory=Counter)
    by_date: Votes = field(default_factory=Counter)
    looked_back: Votes = field(default_factory=Counter)
    dated: Votes = field(default_factory=Counter)

    @property
    def weight(self) -> Mapping[date, float]:
        """How much each day matters."""
        told = {day: n + (BY_DATE - 1) * self.by_date[day] for day, n in self.frequency.items()}
        return _sum((told, 1.0), (self.dated, DATED), (self.looked_back, LOOKED_BACK))

    @property
    def frequency(self) -> Votes:
        """How often each day is named, or an article came out on it."""
        return self.named + self.published


def evaluate(path: Path) -> Evaluation:
    """Measure on a folder of timelines; raises `UnknownFormat` where there is none."""
    found: dict[str, list[float]] = {name: [] for name in MEASURES}
    length = articles = topics = 0
    notes: list[str] = []
    for topic in timeline_sets.read(path):
        records = _records(topic)
        topics, articles = topics + 1, articles + len(records)
        length += sum(len(record.article.text.split()) for record in records)
        for timeline in topic.timelines:
            row = _row(timeline, heap(records, timeline.target))
            notes.append(
                f"{topic.name} {timeline.name}: {len(timeline.days)} days, date F1 {row[0]:.2f}, {row[2]:.2f} baseline"
            )
            for name, value in zip(MEASURES, row, strict=True):
                found[name].append(value)
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(found["date_f1"]),
        measures={name: fmean(values) for name, values in found.items()},
        words=length,
        notes=(f"{topics} topics, {articles} articles; number and range of the days are given", *notes),
    )


def _records(topic: Topic) -> list[Record]:
    pipeline = loaded.pipeline()
    return [record for article in topic.articles if isinstance(record := pipeline.code(article), Record)]


def _row(timeline: Timeline, seen: Heap) -> tuple[float, ...]:
    return (
        date_f1(timeline.days, seen.weight),
        date_f1(timeline.days, seen.weight, free=True),
        *(date_f1(timeline.days, votes) for votes in (seen.frequency, seen.named, seen.published)),
    )


def date_f1(gold: frozenset[date], weight: Mapping[date, float], *, free: bool = False) -> float:
    """Return the F1 of the days that weigh most, as many as the gold has, inside its range unless `free`."""
    within = {day: w for day, w in weight.items() if free or min(gold) <= day <= max(gold)}
    answer = best_days(within, len(gold))
    return f1(len(gold & answer), len(answer), len(gold))


def best_days(weight: Mapping[date, float], number: int) -> frozenset[date]:
    """Return so many days, those that weigh most; of equals the earliest."""
    return frozenset(sorted((day for day in weight if weight[day]), key=lambda day: (-weight[day], day))[:number])


def _sum(*votes: tuple[Mapping[date, float], float]) -> Mapping[date, float]:
    """Add up votes by weight, each as a share of the most that any day has."""
    most = [max(one.values(), default=0) or 1 for one, _ in votes]
    days = {day for one, _ in votes for day in one}
    return {day: sum(w * one.get(day, 0) / top for (one, w), top in zip(votes, most, strict=True)) for day in days}


def heap(records: Sequence[Record], target: str | None = None) -> Heap:
    """Count the days of a story, or of what is told of a target."""
    told = [record for record in records if _names(record.article.text, target)]
    voice = {a: copies.id for copies in find_copies(Fingerprint.of(r.article) for r in told) for a in copies.articles}
    seen = Heap()
    voices: dict[date, set[str]] = {}
    for record in told:
        published = record.article.published.middle if record.article.published else None
        if published:
            seen.published[published] += 1
        named = list(_named(record, target))
        seen.named.update(day for day, _ in named)
        seen.by_date.update(day for day, time in named if _gives_date(time))
        for day, _ in named:
            if published and day < published:
                voices.setdefault(day, set()).add(voice.get(record.article.id, record.article.id))
    seen.looked_back.update({day: len(found) for day, found in voices.items()})
    observations = [one for r in told for one in observe(r, voice.get(r.article.id)) if _names(one.sentence, target)]
    seen.dated.update(event.first for event in merge(observations) if event.first and _is_dated(event))
    return seen


def _is_dated(event: Event) -> bool:
    return event.first == event.last and event.basis is Basis.SAID


def _names(text: str, target: str | None) -> bool:
    return target is None or fold(target) in fold(text)


def _gives_date(time: TimeExpression) -> bool:
    """Say whether the words give a date, which holds on any day, and not a weekday or a distance."""
    return time.anchor is None or any(
        category == "MONTH" for w in words(time.span.text) for category, _ in LEXICON.get(w, ())
    )


def _named(record: Record, target: str | None) -> Iterable[tuple[date, TimeExpression]]:
    """Yield the days that an article names, with the words that do, in sentences that name the target."""
    for time in record.times:
        interval = time.interval
        if interval and interval.first and interval.first == interval.last:
            sentence = next((s.span for s in record.sentences if s.span.contains(time.span)), None)
            if target is None or (sentence and _names(sentence.text, target)):
                yield interval.first, time
