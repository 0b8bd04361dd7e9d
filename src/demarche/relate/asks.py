"""Asks and answers across articles: repeats joined, answers found in what the asked side did.

An ask told by several articles, made again, or named as one that is known (`the American demand`), is one ask. Its
answer is what the latest article says of it; unless none says, or the asked side did later what fits better: the act
that fits the words, the issue and the asker best. So a demand that is refused first and granted later is granted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from demarche.merge.event import Event
from demarche.merge.text import content, words
from demarche.merge.union import Forest
from demarche.record import EventType, Outcome, Status
from demarche.relate.bearing import is_private
from demarche.relate.told import ActorTold, AskTold

__all__ = ["AskThread", "Grant", "granted_by", "grants", "is_open", "join_asks"]

ANSWERS = {
    EventType.AGREE: Outcome.ACCEPTED,
    EventType.CONCEDE: Outcome.ACCEPTED,
    EventType.RETREAT: Outcome.ACCEPTED,
    EventType.AID: Outcome.ACCEPTED,
    EventType.COOPERATE: Outcome.ACCEPTED,
    EventType.REJECT: Outcome.REFUSED,
    EventType.ASSAULT: Outcome.DEFIED,
    EventType.COERCE: Outcome.DEFIED,
    EventType.MOBILIZE: Outcome.DEFIED,
}
"""What a later act of the asked side makes of an ask."""
GRANTED = {Outcome.ACCEPTED: 1.0, Outcome.PARTLY: 0.5, Outcome.REFUSED: 0.0, Outcome.DEFIED: 0.0}
"""Share granted; outcomes that are not here are no answers."""

# By judgement; the same words serve to join repeats and to find answers.
REPEAT_WORDS, REPEAT_ON_ISSUE = 0.6, 0.4
"""Share of the shorter ask's words in the other that makes them one, and the smaller share that does on one issue, the
words of the issue not counted."""
REPEAT_IN_EVENT = 0.4
"""Share that does where merging took both askings for one act: "urged" alone brings many together."""
REPEAT_DAYS = 180
"""Days between two tellings beyond which an ask is a new one."""
RAREST, CROWD = 6, 40
"""Words of an ask, those that fewest have, under which others are looked for, and how many of the later ones it meets
under each: so that the work for an ask does not grow with the store."""
DEFINITE = frozenset("the this that these those its his her their".split())
"""Words before a bare `demand` or `appeal` that say it is known already."""
FEW_WORDS = 2
"""Words after it, other than names, up to which it says nothing of what is asked."""
ANSWER_DAYS = 120
ANSWER_LEAST = 1.75
"""Evidence from which an event answers: words 1.25, same issue 1, towards the asker 0.5, a yes or no 0.25."""
ANSWER_WORDS, ANSWER_LEAST_WORDS = 0.25, 2
"""Share of the shorter one's words, and number of words, that an answer has in common with a telling of the ask."""
ALONE_DAYS = 7
"""Days within which a yes or no to the asker on the same issue answers without a word in common: an issue is wide, and
the same sides come back to it for weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskThread:
    """One ask: its first telling, all that repeat it, and its answer.

    `day` is when it was first asked, `delay_days` counts from there to `answered`; `answer_event` is the event that
    answers, `answer_article` where it is told, with offsets. `asker` and `asked` are codes, `""` unknown. `asking` are
    the events that tell the ask, `answers` all that fit as its answer. `official` says that in one telling at least
    both sides act for their states: what a columnist, a crowd or a company wants waits for no answer of a government.
    """

    ask: str
    asker: str
    asked: str
    asker_name: str
    asked_name: str
    issue: str | None
    text: str
    day: date | None
    times: int
    articles: int
    outcome: Outcome = Outcome.UNKNOWN
    answered: date | None = None
    delay_days: int | None = None
    answer: str | None = None
    answer_event: str | None = None
    answer_article: str | None = None
    answer_start: int | None = None
    answer_end: int | None = None
    first: AskTold
    told: tuple[AskTold, ...]
    asking: frozenset[str]
    answers: tuple[str, ...] = ()
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """How one side's asks of another on an issue fared: `share` in [0, 1], None without answers."""

    asker: str
    asked: str
    issue: str
    asks: int
    answered: int
    granted: float
    share: float | None
    open: int


def join_asks(told: Iterable[AskTold], events: Sequence[Event], actors: Iterable[ActorTold] = ()) -> list[AskThread]:
    """Return the asks, by first day and id; the order of the input does not matter.

    `actors` are those of the articles: who of them acts for no state asks, and is asked, for nobody but himself.
    """
    event_of = {m.report.key: e for e in events for m in e.members}
    private = {(a.article, a.name) for a in actors if is_private(a)}
    answering = _Answering.of(events)
    threads = [_thread(rows, event_of, private) for rows in _joined(told, event_of)]
    return sorted((_answered(t, event_of, answering) for t in threads), key=lambda t: (t.day or date.max, t.ask))


def is_open(thread: AskThread, day: date) -> bool:
    """Say whether an ask was made and not yet answered on a day; answers without a day close it from the start."""
    if thread.day is None or thread.day > day:
        return False
    return thread.outcome not in GRANTED or (thread.answered is not None and thread.answered > day)


@dataclass(frozen=True, kw_only=True)
class _Answering:
    """The acts that may answer an ask, by the code that answers and the words or the issue under which they are found.

    `common` says how many of them have a stem.
    """

    by_word: Mapping[tuple[str, str], Sequence[Event]]
    by_issue: Mapping[tuple[str, str], Sequence[Event]]
    common: Mapping[str, int]

    @classmethod
    def of(cls, events: Iterable[Event]) -> _Answering:
        """Take the acts that have a day, in order of time."""
        by_word: dict[tuple[str, str], list[Event]] = defaultdict(list)
        by_issue: dict[tuple[str, str], list[Event]] = defaultdict(list)
        common = Counter[str]()
        for event in sorted((e for e in events if e.first), key=lambda e: (_first_day(e), e.id)):
            for code in sorted(_answering(event)):
                common.update(event.speaks.told)
                by_issue[code, event.issue or ""].append(event)
                for stem in event.speaks.told:
                    by_word[code, stem].append(event)
        return cls(by_word=by_word, by_issue=by_issue, common=common)

    def near(self, made: AskThread) -> list[Event]:
        """Return the acts of the asked side worth looking at: on its issue just after, or with a rare word of it."""
        asked, day = made.asked, made.day
        if day is None:
            return []
        words = sorted({w for t in made.told for w in _words(t)}, key=lambda w: (self.common.get(w, 0), w))
        known = [w for w in words if w in self.common][:RAREST]
        rows = [(self.by_issue.get((asked, made.issue), ()), ALONE_DAYS)] if made.issue else []
        rows += [(self.by_word.get((asked, word), ()), ANSWER_DAYS) for word in known]
        found = {e.id: e for row, most in rows for e in _within(row, day, most)}
        return [found[key] for key in sorted(found)]


def _within(row: Sequence[Event], day: date, most: int) -> Iterator[Event]:
    """Yield the acts, sorted by day, of a day and the `most` that follow."""
    for event in row[bisect_left(row, day, key=_first_day) :]:
        if (_first_day(event) - day).days > most:
            return
        yield event


def _first_day(event: Event) -> date:
    return event.first or date.max


def _answering(event: Event) -> set[str]:
    """Return the codes for which an event may answer: protesters and journalists answer for no state."""
    return {s.code for s in event.sources if s.code and not is_private(s)} if event.type in ANSWERS else set()


def granted_by(thread: AskThread, answer: Event) -> float:
    """Return the share of an ask that one of its answers grants: as told, else as its type says."""
    outcome = thread.outcome if answer.id == thread.answer_event else ANSWERS.get(answer.type, Outcome.UNKNOWN)
    return GRANTED.get(outcome, 0.0)


def grants(threads: Iterable[AskThread]) -> list[Grant]:
    """Return, for each asker, asked and issue, how many asks were answered and which share was granted."""
    rows: dict[tuple[str, str, str], list[AskThread]] = defaultdict(list)
    for thread in threads:
        if thread.asker and thread.asked:
            rows[thread.asker, thread.asked, thread.issue or ""].append(thread)
    return [_grant(key, rows[key]) for key in sorted(rows)]


def _grant(key: tuple[str, str, str], threads: Sequence[AskThread]) -> Grant:
    shares = [GRANTED[t.outcome] for t in threads if t.outcome in GRANTED]
    return Grant(
        asker=key[0],
        asked=key[1],
        issue=key[2],
        asks=len(threads),
        answered=len(shares),
        granted=sum(shares),
        share=round(sum(shares) / len(shares), 3) if shares else None,
        open=len(threads) - len(shares),
    )


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """An ask as told, with what it is compared by; `event` is the one that tells it."""

    told: AskTold
    event: str | None

    @cached_property
    def key(self) -> str:
        return f"{self.told.article}#{self.told.id}"

    @cached_property
    def day(self) -> date:
        return self.told.day or self.told.published or date.max

    @cached_property
    def words(self) -> frozenset[str]:
        return _words(self.told)

    @cached_property
    def issue(self) -> frozenset[str]:
        return content(self.told.issue or "")

    @cached_property
    def is_bare(self) -> bool:
        return _refers_back(self.told)


def _joined(told: Iterable[AskTold], event_of: Mapping[str, Event]) -> Iterator[list[AskTold]]:
    rows = {row.key: row for row in sorted((_asked(t, event_of) for t in told), key=lambda r: (r.day, r.key))}
    groups: dict[tuple[str, str], list[_Asked]] = defaultdict(list)
    forest = Forest()
    for key, row in rows.items():
        forest.find(key)
        groups[row.told.asker, row.told.asked].append(row)
    for group in groups.values():
        for a, b in _worth_comparing(group):
            if _repeats(a, b):
                forest.join(a.key, b.key)
        for bare, meant in _meant(group):
            forest.join(bare.key, meant.key)
    yield from ([rows[key].told for key in keys] for keys in forest.sets())


def _asked(ask: AskTold, event_of: Mapping[str, Event]) -> _Asked:
    event = event_of.get(f"{ask.article}#{ask.report}")
    return _Asked(told=ask, event=event.id if event else None)


def _worth_comparing(group: Sequence[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    """Yield the pairs of asks, sorted by day, that one event tells or that share a rare word."""
    common = Counter(chain.from_iterable(row.words for row in group))
    meeting: dict[str, list[_Asked]] = defaultdict(list)
    for row in group:
        rare = sorted(row.words, key=lambda w: (common[w], w))[:RAREST]
        for name in (*rare, *([f"#{row.event}"] if row.event else [])):
            meeting[name].append(row)
    for rows in meeting.values():
        for n, a in enumerate(rows):
            yield from ((a, b) for b in rows[n + 1 : n + 1 + CROWD])


def _repeats(a: _Asked, b: _Asked) -> bool:
    if a.event and a.event == b.event and (a.words == b.words or _share(a.words, b.words) >= REPEAT_IN_EVENT):
        return True
    if date.max not in {a.day, b.day} and abs((a.day - b.day).days) > REPEAT_DAYS:
        return False
    if _share(a.words, b.words) >= REPEAT_WORDS:
        return True
    return bool(a.issue) and a.issue == b.issue and _share(a.words - a.issue, b.words - b.issue) >= REPEAT_ON_ISSUE


def _refers_back(ask: AskTold) -> bool:
    """Whether an ask is only named, as one that is known: `rejected the American demand`, `his five demands`."""
    if len(ask.text.split()) != 1:
        return False
    before = words(ask.sentence.partition(ask.text)[0])[-3:]
    said = _words(ask) - content(ask.text)
    return len(said) <= FEW_WORDS and bool(DEFINITE & set(before))


def _meant(group: Sequence[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    """Yield each bare mention of asks, sorted by day, with the latest ask that it can mean."""
    whole = [row for row in group if not row.is_bare]
    days = [row.day for row in whole]
    for row in group:
        at = bisect_right(days, row.day) if row.is_bare else 0
        if at and (row.day - days[at - 1]).days <= REPEAT_DAYS:
            yield row, whole[at - 1]


def _words(ask: AskTold) -> frozenset[str]:
    """Return what is asked, without the names of who asks whom; from a bare verb on, what follows it."""
    text = ask.text if len(ask.text.split()) > 1 else ask.sentence[ask.sentence.find(ask.text) :]
    return content(text) - content(f"{ask.asker_name} {ask.asked_name}")


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(4, min(len(a), len(b)))


def _thread(rows: Sequence[AskTold], event_of: Mapping[str, Event], private: Collection[tuple[str, str]]) -> AskThread:
    ordered = sorted(rows, key=lambda t: (t.day or t.published or date.max, t.article, t.id))
    official = [
        t for t in ordered if (t.article, t.asker_name) not in private and (t.article, t.asked_name) not in private
    ]
    first = (official or ordered)[0]
    day = min((d for t in rows if (d := t.day or t.published)), default=None)
    return AskThread(
        ask="k" + _digest(first),
        asker=first.asker,
        asked=first.asked,
        asker_name=first.asker_name,
        asked_name=first.asked_name,
        issue=next((t.issue for t in ordered if t.issue), None),
        text=max(official or ordered, key=lambda t: (len(t.text) <= 200, len(t.text), t.article)).text,
        day=day,
        times=len({_event_key(t, event_of) for t in rows}),
        articles=len({t.voice for t in rows}),
        first=first,
        told=tuple(ordered),
        asking=frozenset(_event_key(t, event_of) for t in rows),
        official=bool(official),
    )


def _answered(made: AskThread, event_of: Mapping[str, Event], answering: _Answering) -> AskThread:
    """Return the thread with its answer, if it has one: first what the asked side did after the last word on it."""
    fitting, said = _fitting(made, answering), _last_said(made)
    later = [e for e in fitting if said and said.published and e.first and e.first > said.published]
    told = _told_answer(made, said, event_of) if said else None
    found = _found_answer(made, later) or told or _found_answer(made, fitting) or made
    known = [t.answer_event for t in (found, told) if t and t.answer_event]
    return replace(found, answers=tuple(dict.fromkeys([*known, *(e.id for e in fitting)])))


def _digest(ask: AskTold) -> str:
    from hashlib import sha256

    return sha256(f"{ask.article}#{ask.id}".encode()).hexdigest()[:12]


def _event_key(ask: AskTold, event_of: Mapping[str, Event]) -> str:
    event = event_of.get(f"{ask.article}#{ask.report}")
    return event.id if event else f"{ask.article}#{ask.id}"


def _last_said(made: AskThread) -> AskTold | None:
    """Return the latest telling that tells the answer too, if any."""
    told = [t for t in made.told if t.outcome in GRANTED]
    return max(told, key=lambda t: (t.published or date.min, t.article, t.id), default=None)


def _told_answer(made: AskThread, last: AskTold, event_of: Mapping[str, Event]) -> AskThread | None:
    """Return the thread with the answer that an article tells with the ask, unless that was done before the ask."""
    event = event_of.get(f"{last.article}#{last.answer_report}")
    answered = event.first if event else None
    if answered and made.day and answered < made.day:
        return None  # what was done before nobody asked for
    if event and not _may_answer(made, event, last.answer or ""):
        return None
    return replace(
        made,
        outcome=last.outcome,
        answered=answered,
        delay_days=_delay(made.day, answered) if answered else last.delay_days,
        answer=last.answer,
        answer_event=event.id if event else None,
        answer_article=last.article,
        answer_start=last.answer_start,
        answer_end=last.answer_end,
    )


def _may_answer(made: AskThread, event: Event, words: str) -> bool:
    """Whether the asked side did what is told as its answer, or nobody is known to have; a question is no answer."""
    theirs = not event.source_codes or made.asked in event.source_codes or made.asker == made.asked
    return theirs and not words.rstrip("\"'”’ ").endswith("?")


def _fitting(made: AskThread, answering: _Answering) -> list[Event]:
    """Return the later acts of the asked side that answer the ask, the best and then the earliest first."""
    if made.asker == made.asked or not made.official:
        return []  # within one side, that side's acts answer nobody in particular; and a state answers states
    words = {_words(t) for t in made.told}
    later = [
        e for e in answering.near(made) if e.id not in made.asking and _in_time(made, e) and not _is_told_with(made, e)
    ]
    ranked = [(fit, e) for e in later if (fit := _fit(made, words, e)) >= ANSWER_LEAST]
    return [e for _, e in sorted(ranked, key=lambda item: (-item[0], item[1].first or date.max, item[1].id))]


def _found_answer(made: AskThread, fitting: Sequence[Event]) -> AskThread | None:
    """Return the thread answered by the act that fits best, if any does."""
    if not fitting:
        return None
    event = fitting[0]
    report = event.speaks
    return replace(
        made,
        outcome=ANSWERS[event.type],
        answered=event.first,
        delay_days=_delay(made.day, event.first),
        answer=report.sentence,
        answer_event=event.id,
        answer_article=report.article,
        answer_start=report.sentence_start,
        answer_end=report.sentence_end,
    )


def _is_told_with(made: AskThread, event: Event) -> bool:
    """Say whether an act is told in the very sentence of the ask: that is what was asked, or the asking itself."""
    asked = {(t.article, t.sentence) for t in made.told}
    return any((m.report.article, m.report.sentence) in asked for m in event.members)


def _in_time(made: AskThread, event: Event) -> bool:
    if made.day is None or event.first is None or not (event.status.is_deed or event.status is Status.PLANNED):
        return False
    return 0 <= (event.first - made.day).days <= ANSWER_DAYS


def _fit(made: AskThread, words: Iterable[frozenset[str]], event: Event) -> float:
    told = event.speaks.told
    worded = any(len(w & told) >= ANSWER_LEAST_WORDS and _share(w, told) >= ANSWER_WORDS for w in words)
    issue = bool(made.issue and made.issue == event.issue)
    hostile = ANSWERS[event.type] is Outcome.DEFIED
    alone = issue and not hostile and (_delay(made.day, event.first) or 0) <= ALONE_DAYS
    if not (alone or worded) or (hostile and not issue):
        return 0.0
    spoken = 0.25 if event.type in {EventType.REJECT, EventType.AGREE, EventType.CONCEDE} else 0.0
    towards = 0.5 if made.asker and made.asker in event.target_codes else 0.0
    return (1.25 if worded else 0.0) + (1.0 if issue else 0.0) + towards + spoken


def _delay(asked: date | None, answered: date | None) -> int | None:
    return max(0, (answered - asked).days) if asked and answered else None
