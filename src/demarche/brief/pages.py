"""The articles of a brief with their words highlighted, each highlight tied to the line that it proves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from demarche.brief import phrases
from demarche.brief.content import Brief
from demarche.brief.lines import EventLine, Place, Proof
from demarche.brief.marks import Highlight, Piece, paragraphs
from demarche.record import Record
from demarche.store.rows import ArticleRow, CopyRow

__all__ = ["Links", "Page", "pages"]

KINDS = {"A": "ask", "L": "lever", "C": "channel", "P": "position", "Q": "quote"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article: what is known of it, its paragraphs in pieces, how many lines stand on it, who printed it too."""

    anchor: str
    row: ArticleRow | None
    record: Record
    paragraphs: tuple[tuple[Piece, ...], ...]
    lines: int
    copies: tuple[CopyRow, ...]

    @property
    def published(self) -> date | None:
        """The last day on which it may have been published."""
        interval = self.record.article.published
        return interval.last or interval.first if interval else None

    @property
    def title(self) -> str:
        """Its headline, or its id."""
        return self.record.article.title or self.record.article.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where on the page the words of a place stand: `anchors` of articles, and those `known` within them."""

    anchors: Mapping[str, str]
    known: frozenset[str]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Links:
        """Return the links into the articles shown."""
        shown = list(pages)
        found = {f"{page.anchor}-{p.start}" for page in shown for para in page.paragraphs for p in para if p.starts}
        return cls(anchors={page.record.article.id: page.anchor for page in shown}, known=frozenset(found))

    def __call__(self, place: Place | None) -> str | None:
        """Return the anchor of a place, None where its words are not shown."""
        if place is None or place.article not in self.anchors:
            return None
        anchor = f"{self.anchors[place.article]}-{place.start}"
        return anchor if anchor in self.known else None


def pages(brief: Brief) -> tuple[tuple[Page, ...], Links]:
    """Return the articles shown, in order of publication, and the links into them."""
    marks = _by_article(brief)
    rows = {row.article: row for row in brief.reading.articles}
    ordered = sorted(brief.records.items(), key=lambda item: (_day(item[1]), item[0]))
    shown = tuple(
        Page(
            anchor=f"n{n}",
            row=rows.get(article),
            record=record,
            paragraphs=tuple(tuple(p) for p in paragraphs(record.article.text, marks[article] + _own_marks(record))),
            lines=len({m.target for m in marks[article] if m.target}),
            copies=_copies(brief, rows.get(article)),
        )
        for n, (article, record) in enumerate(ordered, start=1)
    )
    return shown, Links.of(shown)


def _day(record: Record) -> date:
    interval = record.article.published
    return (interval.first or interval.last or date.max) if interval else date.max


def _copies(brief: Brief, row: ArticleRow | None) -> tuple[CopyRow, ...]:
    if row is None:
        return ()
    return tuple(c for c in brief.reading.copies if c.cluster == row.cluster and c.article != row.article)


def _own_marks(record: Record) -> list[Highlight]:
    """Return what was seen around an article's own words: debris, and damaged phrases with what they stood for."""
    removed = [
        Highlight(start=r.span.start, end=r.span.end, kind="removed", note=r.why) for r in record.article.removed
    ]
    return removed + [
        Highlight(start=p.span.start, end=p.span.end, kind="repair", note=f"stands for “{p.repaired}”")
        for p in record.article.damage.phrases
    ]


def _by_article(brief: Brief) -> dict[str, list[Highlight]]:
    found: dict[str, list[Highlight]] = defaultdict(list)
    for event in brief.events:
        for article, mark in _event_marks(event):
            found[article].append(mark)
    for line in brief.lines:
        found[line.place.article].append(_line_mark(line))
    for place in _places_of_values(brief):
        found[place.article].append(Highlight(start=place.start, end=place.end, kind="value"))
    for row in (part.row for day in brief.opened for part in day.parts if part.event is None):
        found[row.article].append(Highlight(start=row.start, end=row.end, kind="trigger", sign=row.sign))
    for words in (place for doubt in brief.doubts for _, place in doubt.examples):
        found[words.article].append(Highlight(start=words.start, end=words.end, kind="doubt"))
    return found


def _event_marks(event: EventLine) -> Iterator[tuple[str, Highlight]]:
    note = f"{event.label} ({phrases.status_words(event.row.status)})"
    for report in event.reports:
        yield report.article, Highlight(start=report.sentence_start, end=report.sentence_end, kind="sentence")
        yield (
            report.article,
            Highlight(
                start=report.start,
                end=report.end,
                kind="trigger",
                sign=event.row.sign,
                target=event.anchor,
                number=event.number,
                note=note,
            ),
        )


def _line_mark(line: Proof) -> Highlight:
    return Highlight(
        start=line.place.start,
        end=line.place.end,
        kind=KINDS[line.number[0]],
        target=line.anchor,
        number=line.number,
    )


def _places_of_values(brief: Brief) -> Iterable[Place]:
    differences = [d for event in brief.events for d in event.differences]
    return {v.place: None for d in differences for v in d.values if v.place}
