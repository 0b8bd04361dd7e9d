"""Which reports are of one event, within and across articles: CoNLL F1 on the marked events of ECB+ or MEANTIME.

The mentions are given, as in most published figures; who acts upon whom, when and where, of what type and whether it
happened is our own reading of the article. Each mention becomes a report whose type is the reader's likeliest act, and
the product's own merging puts together the reports of one topic. Topics are given as well (published systems find those
of ECB+ by clustering the documents, nearly without a mistake): a topic of ECB+ holds two different but similar
happenings, which are not told apart for us. Counts are added up over topics, single mentions among them.

The baseline, `lemma_*`, is run on the same reading: mentions of a topic whose head words have one lemma are one event.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from demarche import codebook
from demarche.annotate.reader import ACT_TYPES
from demarche.code.acts import Act, find_acts
from demarche.code.parties import PartyFinder
from demarche.code.status import Judge
from demarche.code.when import When
from demarche.code.where import find_place
from demarche.code.words import subtree
from demarche.evaluate import event_corpora, loaded
from demarche.evaluate.coref import Score, conll
from demarche.evaluate.result import Evaluation
from demarche.merge import groups, observe
from demarche.record import Article, EventType, Quad, Report, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook
    from demarche.evaluate.event_corpora import Marked, MarkedArticle
    from demarche.merge import Observation
    from demarche.resolve import Resolution

__all__ = ["Told", "evaluate", "scored", "tell"]

NAME = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention as read: the report that merging sees, the lemma of its head word, and the event of the gold."""

    topic: str
    report: Observation
    lemma: str
    event: str


def evaluate(path: Path) -> Evaluation:
    """Measure on an ECB+ corpus file or a MEANTIME folder; raises `UnknownFormat` where no event is marked."""
    articles = event_corpora.read(path)
    told = [one for article in articles for one in tell(article, codebook.load())]
    by_topic: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_topic[one.topic].append(one)
    measures = scored(by_topic.values(), _merged)
    measures |= {f"lemma_{name}": value for name, value in scored(by_topic.values(), _by_lemma).items()}
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(told),
        measures=measures,
        words=sum(len(article.text.split()) for article in articles),
        notes=(f"{len(articles)} articles, {len(by_topic)} topics; mentions and topics are given",),
    )


def scored(
    topics: Iterable[Sequence[Told]], answer: Callable[[Sequence[Told]], Iterable[Iterable[int]]]
) -> dict[str, float]:
    """Return MUC, B3, CEAF-e and their mean for an answer that puts the mentions of a topic, by number, together."""
    scores = {"muc": Score(), "b3": Score(), "ceafe": Score()}
    for told in topics:
        gold: dict[str, set[int]] = defaultdict(set)
        for number, one in enumerate(told):
            gold[one.event].add(number)
        conll([frozenset(chain) for chain in gold.values()], [frozenset(chain) for chain in answer(told)], scores)
    measures = {f"{name}_f1": score.f1 for name, score in scores.items()}
    return {"conll_f1": sum(measures.values()) / len(measures), **measures}


def _merged(told: Sequence[Told]) -> list[list[int]]:
    number = {one.report.key: n for n, one in enumerate(told)}
    return [[number[key] for key in keys] for keys, _ in groups(one.report for one in told)]


def _by_lemma(told: Sequence[Told]) -> Iterable[list[int]]:
    same: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        same[one.lemma].append(number)
    return same.values()


# From a mention to a report -------------------------------------------------------------------------------------------


def tell(article: MarkedArticle, book: Codebook) -> Iterator[Told]:
    """Yield the mentions of an article as our pipeline reads them."""
    pipeline = loaded.pipeline()
    reading = pipeline.annotate(
        Article(
            id=article.id,
            text=article.text,
            sha256=hashlib.sha256(article.text.encode()).hexdigest(),
            published=article.published,
        )
    )
    resolution = pipeline.resolve(reading)
    record = pipeline.record(reading, resolution)
    reporter = _Reporter(reading=reading, resolution=resolution, book=book, judge=Judge(book))
    told = [(mark, found) for n, mark in enumerate(article.marked) if (found := reporter.report(f"m{n}", mark))]
    seen = observe(replace(record, reports=tuple(report for _, (report, _) in told), indicators=()))
    for (mark, (_, lemma)), report in zip(told, seen, strict=True):
        yield Told(topic=article.topic, report=report, lemma=lemma, event=mark.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reporter:
    """Reports what is marked, as the coder reports what it finds."""

    reading: Reading
    resolution: Resolution
    book: Codebook
    judge: Judge

    def report(self, identity: str, mark: Marked) -> tuple[Report, str] | None:
        """Return the report of a mention and the lemma of its head, or None in words that were not read."""
        first, end = self.reading.words(Span.of(self.reading.article.text, mark.start, mark.end))
        sentence = self.reading.sentence_of(first)
        if sentence is None:
            return None
        last = min(end, sentence.last)
        head = self.reading.head(first, last)
        acts = find_acts(self.reading, sentence, self.book, floor=0.0)
        act = self._act(sentence, first, last, acts)
        return self._made(identity, sentence, act, acts), head.lemma_.lower()

    def _act(self, sentence: ReadSentence, first: int, last: int, acts: Sequence[Act]) -> Act:
        """Return the act that the product finds at the mention's words, else one of the reader's likeliest type."""
        head = self.reading.head(first, last).i
        known = next((act for act in acts if act.head == head), None)
        chances = sentence.reading.act_types[head - sentence.first]
        kind = known.type if known else EventType(ACT_TYPES[1 + int(np.argmax(chances[1:]))])
        made = known or Act(first=first, last=last, head=head, type=kind, mode=None, score=0.0, entry=None, why=())
        return replace(made, first=first, last=last)

    def _made(self, identity: str, sentence: ReadSentence, act: Act, acts: Sequence[Act]) -> Report:
        others = {a.head: a for a in acts if a.head != act.head}
        finder = PartyFinder(
            reading=self.reading, sentence=sentence, resolution=self.resolution, acts={**others, act.head: act}
        )
        parties = finder.find(act)
        judged = self.judge.judge(self.reading.doc, sentence, act)
        reach = self.reading.span(*subtree(self.reading, act.head))
        return Report(
            id=identity,
            type=act.type,
            mode=act.mode,
            contexts=(),
            quad=Quad(self.book.plover.quad(act.type)),
            scale=0.0,
            cameo=None,
            goldstein=None,
            trigger=self.reading.span(act.first, act.last),
            sentence=sentence.sentence.span,
            sources=parties.sources,
            targets=parties.targets,
            others=parties.others,
            time=When(reading=self.reading).of(sentence, act.head, judged.status),
            place=find_place(self.reading, sentence, act.head, self.resolution),
            status=judged.status,
            quantities=tuple(q for q in self.reading.quantities if reach.contains(q.span)),
            confidence=act.score,
        )
