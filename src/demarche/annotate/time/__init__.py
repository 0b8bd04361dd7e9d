"""Time expressions: found by a grammar over words, given a value and an interval by where they stand.

Nothing is ever dated to the day of publication for want of anything better: what cannot be counted has no interval.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from demarche.annotate.doc import Stretch
from demarche.annotate.numerals import NUMBER_WORDS, cardinal, ordinal, spoken_year
from demarche.annotate.time import calendar, stretches
from demarche.annotate.time.amounts import Amount, Dur
from demarche.annotate.time.chart import Chart, Edge
from demarche.annotate.time.rules import GRAMMAR, HOLIDAY_WORDS, TIMES
from demarche.annotate.time.scene import NARRATIVE, PUBLICATION, Meaning, Scene, Sense
from demarche.annotate.time.since import event_end
from demarche.annotate.time.tense import direction
from demarche.annotate.time.veto import Site, vetoed
from demarche.annotate.time.words import LEXICON, TRIGGERS, Lexeme, lexemes, pieces_of, speaks_of
from demarche.record import Precision, Span, TimeExpression, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from demarche.annotate.doc import Doc
    from demarche.annotate.reading import Reading
    from demarche.annotate.time.calendar import Period
    from demarche.record import TimeInterval

__all__ = ["find"]

MEMORY = 4  # sentences for which "the next day" still counts from a time that was told
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")  # 9.30 am, as British papers write it
_AFTER_CLOCK = frozenset({"am", "pm", "gmt", "bst"})
_OPENERS = frozenset({"since", "from", "between"})  # of stretches whose ends are times of their own
_TIMES = frozenset(TIMES)
_MONTH_DAYS = frozenset(range(1, 32))
EARLIEST_YEAR, LATEST_YEAR = 1000, 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Lexemes `first` to `last` of a sentence, half-open, that are an expression of `category`."""

    first: int
    last: int
    category: str
    meaning: Meaning


@dataclass(slots=True)
class _Story:
    """Where the story stands: the last time told, its id, and in which sentence."""

    period: Period | None = None
    id: str | None = None
    sentence: int = -MEMORY
    quarter: Period | None = None
    reported: Period | None = None
    days: dict[tuple[int, int], Period] = field(default_factory=dict)

    def at(self, sentence: int) -> Period | None:
        return self.period if sentence - self.sentence < MEMORY else None

    def compares(self, sentence: int) -> Period | None:
        """Return what results of a sentence are of: a quarter that it names itself, else what the article reports."""
        own = self.period if self.sentence == sentence else None
        return own if own and own.unit == "quarter" else self.reported


def find(reading: Reading) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a reading in the order of the text, nested ones before the one around them."""
    published = reading.article.published
    story = _Story()
    times: list[TimeExpression] = []
    for number, part in enumerate(reading.sentences):
        if not speaks_of(reading.doc, part.first, part.last, _is_of_time):
            continue
        words = lexemes(reading.doc, part.first, part.last)
        for found in _expressions(words, reading.doc):
            span = Stretch(doc=reading.doc, start=words[found.first].token, end=words[found.last - 1].token + 1)
            scene = _scene(span, _today(published), story, number)
            sense = found.meaning(scene)
            if sense is not None:
                times.append(_expression(reading, words, found, sense, len(times) + 1, story))
                _tell(story, sense, times[-1].id, number, _today(published))
    return tuple(times)


def _today(published: TimeInterval | None) -> date | None:
    """Return the day of publication, if the day is known."""
    if published is None or published.precision not in {Precision.DAY, Precision.HOUR, Precision.MINUTE}:
        return None
    return published.first


@lru_cache(maxsize=65_536)
def _is_of_time(word: str) -> bool:
    """Say whether a word may belong to an expression of time: a sentence without one has none."""
    return any(
        piece in LEXICON or piece in TRIGGERS or piece in HOLIDAY_WORDS or piece[:1].isdigit()
        for piece in pieces_of(word)
    )


def _expressions(words: Sequence[Lexeme], doc: Doc) -> Iterator[_Found]:
    """Yield the longest expressions from left to right; those inside a since-phrase or a range come before it."""
    chart = _chart(words)
    GRAMMAR.parse(chart)
    found = list(_walk(chart, words, doc, 0, len(words), inner=False))
    yield from _with_events(found, words, doc)


def _with_events(found: Sequence[_Found], words: Sequence[Lexeme], doc: Doc) -> Iterator[_Found]:
    """Add stretches since an event; a time named inside the phrase is where they begin."""
    taken = {i for f in found if f.category == "SPAN" for i in range(f.first, f.last)}
    more = [
        s for i, w in enumerate(words) if w.word == "since" and i not in taken and (s := _since(i, found, words, doc))
    ]
    yield from sorted([*found, *more], key=_by_end)


def _by_end(found: _Found) -> tuple[int, int]:
    return found.last, -found.first


def _since(at: int, found: Sequence[_Found], words: Sequence[Lexeme], doc: Doc) -> _Found | None:
    end = event_end(doc, words[at].token, words[-1].token + 1)
    if end is None:
        return None
    last = max(i for i, w in enumerate(words) if w.token < end) + 1
    inside = next((f for f in found if at < f.first and f.last <= last and f.category != "DUR"), None)
    return _Found(first=at, last=last, category="SPAN", meaning=stretches.since(inside.meaning if inside else None))


def _walk(chart: Chart, words: Sequence[Lexeme], doc: Doc, at: int, stop: int, *, inner: bool) -> Iterator[_Found]:
    while at < stop:
        found = _longest(chart, words, doc, at, stop, inner=inner)
        if found is None:
            at += 1
            continue
        if found.category == "SPAN" and (words[found.first].word in _OPENERS or _joins(words, found)):
            yield from _walk(chart, words, doc, found.first, found.last, inner=True)
        yield found
        at = found.last


def _joins(words: Sequence[Lexeme], found: _Found) -> bool:
    """Say whether a stretch is told as two days, each a time of its own: "April 24 and 25"."""
    return any(word.word == "and" for word in words[found.first : found.last])


def _longest(chart: Chart, words: Sequence[Lexeme], doc: Doc, at: int, stop: int, *, inner: bool) -> _Found | None:
    """Return the longest expression that begins at a lexeme and that nothing around it forbids."""
    known = chart.starts[at]
    if known.isdisjoint(_TIMES):
        return None
    categories = [c for c in TIMES if c in known and not (inner and c == "SPAN")]
    edges = [(edge, c) for c in categories for edge in chart.edges(at, c) if edge.end <= stop]
    for edge, category in sorted(edges, key=_by_length):
        if not vetoed(Site(words, doc, at, edge.end), category):
            return _Found(first=at, last=edge.end, category=category, meaning=_meaning(edge.value))
    return None


def _meaning(value: object) -> Meaning:
    """Return what a phrase means; a length of time means itself."""
    return stretches.duration(value) if isinstance(value, Dur) else cast("Meaning", value)


def _by_length(found: tuple[Edge, str]) -> int:
    return -found[0].end


def _chart(words: Sequence[Lexeme]) -> Chart:
    """Fill a chart with what single words and numbers can be."""
    plain = [w.word for w in words]
    chart = Chart(plain)
    for at, lexeme in enumerate(words):
        for category, value in LEXICON.get(lexeme.word, ()):
            if category not in {"MONTH", "WEEKDAY", "WEEKDAYS"} or lexeme.capital:
                chart.add(at, category, Edge(at + 1, value))
        if lexeme.word[0].isdigit() or lexeme.word in NUMBER_WORDS:
            _add_numbers(chart, plain, at)
    return chart


def _add_numbers(chart: Chart, words: Sequence[str], at: int) -> None:
    number, rank = cardinal(words, at), ordinal(words, at)
    if number:
        chart.add(at, "N", Edge(number.end, Amount(number.value, number.value)))
    clock = _DOTTED_CLOCK.fullmatch(words[at])
    if clock and words[at + 1 : at + 2] and words[at + 1] in _AFTER_CLOCK:
        hour = int(clock[1]) % 12 + 12 if words[at + 1] == "pm" else int(clock[1])
        chart.add(at, "CLOCK", Edge(at + 2, (hour, int(clock[2]))))
    if rank:
        chart.add(at, "ORD", Edge(rank.end, int(rank.value)))
    day = rank or (number if "," not in words[at] else None)
    if day and day.value in _MONTH_DAYS:
        chart.add(at, "DNUM", Edge(day.end, int(day.value)))
        if rank and words[at].isdigit():
            chart.add(at, "NTH", Edge(day.end, int(day.value)))
    year = spoken_year(words, at) or (number if len(words[at]) == 4 and words[at].isdigit() else None)
    if words[at : at + 2] == ["two", "thousand"] and number:
        year = number
    if year and EARLIEST_YEAR <= year.value <= LATEST_YEAR:
        chart.add(at, "Y", Edge(year.end, int(year.value)))


def _scene(span: Stretch, today: date | None, story: _Story, sentence: int) -> Scene:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    anchor = story.at(sentence)
    return Scene(
        today=today,
        direction=direction(span),
        anchor=anchor,
        quarter=story.quarter,
        reported=story.compares(sentence),
        before=before,
        days=story.days,
    )


def _expression(
    reading: Reading, words: Sequence[Lexeme], found: _Found, sense: Sense, number: int, story: _Story
) -> TimeExpression:
    anchor = (story.id or PUBLICATION) if sense.anchor == NARRATIVE else sense.anchor
    return TimeExpression(
        id=f"t{number}",
        span=Span.of(reading.article.text, words[found.first].start, words[found.last - 1].end),
        type=sense.type,
        value=sense.value,
        interval=sense.interval,
        anchor=anchor,
    )


def _is_reported(quarter: Period, known: Period | None, today: date | None) -> bool:
    """Say whether an article reports on this quarter: it is the latest one named that is over."""
    return today is not None and quarter.last < today and (known is None or known.first <= quarter.first)


def _days_told(period: Period, today: date | None) -> dict[tuple[int, int], Period]:
    """Return the days of another year that are told: those of a complete date, or of "a year ago this week"."""
    if period.unit not in {"day", "week"} or today is None:
        return {}
    days = (period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1))
    return {(day.month, day.day): calendar.day(day) for day in days if day.year != today.year}


def _tell(story: _Story, sense: Sense, name: str, sentence: int, today: date | None) -> None:
    """Move the story to a time that it tells of."""
    if sense.told and sense.period is not None:
        story.period, story.id, story.sentence = sense.period, name, sentence
        story.days.update(_days_told(sense.period, today) if sense.anchor != NARRATIVE else {})
        if sense.period.unit == "quarter" and _is_reported(sense.period, story.quarter, today):
            story.quarter = story.reported = sense.period
    if sense.type is TimeType.DURATION and sense.period is not None:
        story.reported = sense.period
