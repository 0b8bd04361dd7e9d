"""When an act was done: the time expression that governs it, else the paragraph's, else the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.signs import is_of_then
from demarche.record import Basis, EventTime, Precision, Status, TimeInterval, TimeType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.record import TimeExpression

__all__ = ["When"]

FAR = 7
"""Steps through the tree beyond which a time does not speak of an act; a time under another act's verb counts more."""
OTHER_VERB = 2
"""Steps added for each other verb between an act and a time."""
NEAR = 4
"""Steps beyond which a time does not speak of a war or invasion: within them are the times of its own phrase and of the
verb whose object it is ("launched the invasion on Thursday")."""
BESIDE = 3
"""Steps within which a time belongs to the first mention of an act that is named again."""
POINTS = {TimeType.DATE, TimeType.TIME}
DESCRIBING = frozenset({"ongoing", "current"})
TEXTS = frozenset(
    "resolution treaty agreement accord pact deal law act constitution convention charter declaration report statement "
    "letter communique memorandum decree".split()
)
"""What is written asks, promises and accuses on the day of its own date."""
STAMP = re.compile(r"\b\d{4},? \d{1,2}[.:]\d\d\b")
"""A year with a clock right behind it, as pages are stamped: prose says "at" ("Thursday 13 January 2005 03.10 GMT")."""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CAMPAIGNS = frozenset({"war", "invasion", "occupation"})
"""Nouns of what takes so long that its name alone tells no news, and that only a year may be told of it."""
JUDGING = frozenset("sentence jail imprison convict charge try indict punish acquit prosecute".split())
PRESENT = "PRESENT_REF"
"""What "now" is: it dates the clause it stands in, and no other ("praised them and said they now need help")."""
RELATIVE = "acl:relcl"
COUNTED = 3
"""Steps up from an act among which the preposition is looked for by which a time is counted from it."""
UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
GONE_BY = frozenset({"recent", "earlier", "previous", "past"})
"""Adjectives of an act that lies before the news, nobody says when."""
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
PRESENT_BE = frozenset({"is", "are", "am", "'re", "’re"})
MODAL = frozenset({"will", "would", "may", "might", "must", "should", "could", "can", "to"})
YESTERDAY = timedelta(days=1)
"""How long before publication what "has happened" may have: papers print "has said on Monday" on Tuesday."""
LEAD, OPENING = 3, 8
"""Sentences in which an article that looks back names the time it tells of, and in which it tells no news."""
LONG_AGO, LATELY = timedelta(days=60), timedelta(days=7)
"""How long ago such a time is at least, and how young a time of the news is."""
ANNIVERSARY = re.compile(r"\bago\b.*\b(today|this week|this month)$", re.IGNORECASE)
MAIN = frozenset({"root", "parataxis", "ccomp", "conj"})
CHRONICLES = frozenset({"timeline", "chronology"})
SUMMARIES = frozenset({"summary", "review", "recap"})
SUMMED_UP = frozenset({"event", "year", "decade"})
TITLE = 12
"""Words at the head of a text among which it is called a chronicle."""
AT_HAND = 4
"""Articles of which it is remembered whether they look back."""
REMEMBERED = 64
"""Sentences whose times are remembered: those of the article at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Dates the acts of one article."""

    reading: Reading

    def of(self, sentence: ReadSentence, head: int, status: Status) -> EventTime | None:
        """Return the time of the act at word `head`, or None where nothing says it and it is no deed."""
        campaign = self._is_campaign(head)
        said = self._governing(sentence, head, status, NEAR if campaign else FAR)
        if said and said.interval:
            return EventTime(interval=said.interval, basis=Basis.SAID, evidence=said.span)
        near = None
        if status.is_deed:
            near = self._of_same_noun(head) or (None if campaign else self._of_what_goes_on(sentence, head))
        published = self.reading.article.published
        if published and published.last and status is Status.HAPPENED and self._is_known(sentence, head, near):
            before = TimeInterval(first=None, last=published.last, precision=Precision.VAGUE)
            return EventTime(interval=before, basis=Basis.PUBLISHED)
        if near and near.interval:
            return EventTime(interval=near.interval, basis=Basis.INFERRED, evidence=near.span)
        if published and status.is_deed:
            return EventTime(interval=published, basis=Basis.PUBLISHED)
        return None

    def _is_known(self, sentence: ReadSentence, head: int, near: TimeExpression | None) -> bool:
        """Say whether an undated act is told as known of old: what a stretch began with, or an invasion named again.

        So is what was going on when something else was, that from which days or years are counted, a "recent" one, and
        all that an article tells which looks back. News of an invasion says that somebody invades, or tells the day.
        """
        begun = any(self._holds(t, head) for t in _times(self.reading, sentence))
        token = self.reading.doc[head]
        if begun or is_of_then(token) or _is_counted_from(token):
            return True
        return near is None and (self._is_campaign(head) or _is_gone_by(token) or _looks_back(self.reading))

    def _is_campaign(self, head: int) -> bool:
        """Say whether an act is named as something of long standing: "the war", "reasons for invading Iraq"."""
        token = self.reading.doc[head]
        meant = token.lemma_.lower() == "invade" and token.dep_ == "acl" and token.lower_.endswith("ing")
        return meant or (token.pos_ == "NOUN" and token.lemma_.lower() in CAMPAIGNS)

    def _holds(self, time: TimeExpression, head: int) -> bool:
        """Say whether an act is part of the words of a time: "since the invasion"."""
        first, last = self.reading.words(time.span)
        return first <= head < last

    def _of_own(self, sentence: ReadSentence, head: int) -> Sequence[TimeExpression]:
        """Return the times of a sentence; for what begins a stretch those in it ("since the 2003 invasion")."""
        times = _times(self.reading, sentence)
        stretch = next((t for t in times if self._holds(t, head)), None)
        if stretch is None:
            return times
        return [t for t in self.reading.times if t is not stretch and stretch.span.contains(t.span) and _dates(t)]

    def _governing(self, sentence: ReadSentence, head: int, status: Status, far: int = FAR) -> TimeExpression | None:
        ranked = [(self._distance(head, t), t) for t in self._of_own(sentence, head) if self._fits(status, head, t)]
        near = [(d, t) for d, t in ranked if d <= (far if t.type in POINTS else min(far, NEAR))]
        return min(near, key=lambda item: item[0])[1] if near else None

    def _fits(self, status: Status, head: int, time: TimeExpression) -> bool:
        """Say whether an act of this status can have been done or be done then."""
        if status.is_deed:
            return self._is_behind(time) and not self._is_over(head, time)
        return status is Status.DENIED or (self._is_ahead(time) and not self._is_of_saying(head, time))

    def _is_of_saying(self, head: int, time: TimeExpression) -> bool:
        """Say whether a time hangs on the verb that tells the act: "said this week that it would withdraw"."""
        on = self._anchor(time).head
        cues = (self.reading.words(a.cue) for a in self.reading.attributions if a.cue)
        return on.i != head and any(first <= on.i < last for first, last in cues)

    def _is_behind(self, time: TimeExpression) -> bool:
        """Say whether a deed can lie there: none does after publication ("called for a rally on Friday")."""
        published, first = self.reading.article.published, time.interval and time.interval.first
        return not (published and published.last and first) or first <= published.last

    def _is_over(self, head: int, time: TimeExpression) -> bool:
        """Say whether a time is too long gone for a verb in the present: "has been sent", "is sending" of 2008.

        A time of the act's own noun may be: "has condemned the 2008 attack".
        """
        published, last = self.reading.article.published, time.interval and time.interval.last
        if not (published and published.first and last) or last >= published.first - YESTERDAY:
            return False
        act = self.reading.doc[head]
        own = act.pos_ == "NOUN" and act in _path(self._anchor(time))
        return not own and _is_of_now(next((t for t in _path(act) if t.pos_ in {"VERB", "AUX"}), act))

    def _is_ahead(self, time: TimeExpression) -> bool:
        """Say whether what is only planned can happen then: "said Thursday that it would close" dates the saying."""
        published, last = self.reading.article.published, time.interval and time.interval.last
        return not (published and published.last and last) or last >= published.last

    def _of_same_noun(self, head: int) -> TimeExpression | None:
        """Return the time of an act that the text names again: "the attack" after "an attack on Friday"."""
        token = self.reading.doc[head]
        if token.pos_ != "NOUN" or not _is_definite(token):
            return None
        lemmas = self.reading.doc.columns.lemmas
        for other in (word for word, lemma in enumerate(lemmas) if lemma == token.lemma_ and word != head):
            sentence = self.reading.sentence_of(other)
            found = self._governing(sentence, other, Status.HAPPENED, BESIDE) if sentence else None
            if found and found.interval and found.interval.first:
                return found
        return None

    def _anchor(self, time: TimeExpression) -> Token:
        """Return the word by which a time hangs on others."""
        first, last = self.reading.words(time.span)
        words = self.reading.doc[first:last]
        return next((word for word in words if not first <= word.head.i < last), words[0])

    def _distance(self, head: int, time: TimeExpression) -> int:
        anchor = self._anchor(time)
        up = _path(self.reading.doc[head])
        if _describes(anchor, up) or _is_punished(up, anchor):
            return FAR + 1
        for steps, token in enumerate(_path(anchor)):
            if token in up:
                own = up.index(token)
                between = [*up[1 : own + 1], *_path(anchor)[1:steps]]
                if time.value == PRESENT and any(t.pos_ == "VERB" for t in between if t.i != head):
                    return FAR + 1
                if (own and _is_earlier(up[0], token)) or any(t.dep_ == RELATIVE for t in between if t not in up):
                    return FAR + 1
                return steps + own + OTHER_VERB * sum(t.pos_ == "VERB" for t in between if t.i != head)
        return FAR + 1

    def _of_what_goes_on(self, sentence: ReadSentence, head: int) -> TimeExpression | None:
        """Return the time from which the narration goes on."""
        return self._of_sentence_before(sentence, head) or self._of_paragraph(sentence)

    def _of_sentence_before(self, sentence: ReadSentence, head: int) -> TimeExpression | None:
        """Return the time of what the sentence before tells, of one who "also" did this."""
        if not any(child.lower_ == "also" for child in self.reading.doc[head].children):
            return None
        before = next((s for s in reversed(self.reading.sentences) if s.first < sentence.first), None)
        root = before and next((t for t in self.reading.doc[before.first : before.last] if t.head == t), None)
        return self._governing(before, root.i, Status.HAPPENED, BESIDE) if before and root else None

    def _of_paragraph(self, sentence: ReadSentence) -> TimeExpression | None:
        """Return the nearest earlier time of the same paragraph, as narration goes on from it."""
        before = [
            t
            for s in self.reading.sentences
            if s.sentence.paragraph == sentence.sentence.paragraph and s.first < sentence.first
            for t in _times(self.reading, s)
            if t.type in POINTS and not t.value.endswith("_REF") and self._is_behind(t) and not self._is_until_now(t)
        ]
        return before[-1] if before else None

    def _is_until_now(self, time: TimeExpression) -> bool:
        """Say whether a time is a stretch that lasts ("since the invasion"): what is told next need not fill it."""
        published, last = self.reading.article.published, time.interval and time.interval.last
        vague = time.interval and time.interval.precision is Precision.VAGUE
        return bool(vague and published and published.last and last and last >= published.last)


@lru_cache(maxsize=REMEMBERED)
def _times(reading: Reading, sentence: ReadSentence) -> Sequence[TimeExpression]:
    """Return the times of a sentence that can date an act, none of them part of another."""
    inside = sentence.sentence.span
    found = [t for t in reading.times if t.interval and _dates(t) and inside.contains(t.span)]
    return [t for t in found if not any(o is not t and o.span.contains(t.span) and o.interval for o in found)]


def _dates(time: TimeExpression) -> bool:
    """Say whether a time can date an act; "ongoing" and "current" only describe a noun, and a stamp dates the page.

    A length of time can where it is counted up to publication: "for the past twelve days".
    """
    stamped = time.type is TimeType.TIME and STAMP.search(time.span.text)
    counted = time.interval is not None and time.interval.precision is not Precision.VAGUE
    dated = time.type in POINTS or (time.type is TimeType.DURATION and counted)
    return dated and not stamped and time.span.text.lower() not in DESCRIBING


def _describes(anchor: Token, up: Sequence[Token]) -> bool:
    """Say whether a time stands before a noun that is not the act and does not tell it ("praised the 1979 revolution").

    `up` is the path from the act to the root: "a 1978 resolution that demanded it" and "the 1978 resolution demands it"
    date the demand.
    """
    noun = anchor.head
    tells = noun in up or (noun.lemma_ in TEXTS and noun.head == up[0])
    return noun.i > anchor.i and noun.pos_ in {"NOUN", "PROPN"} and not tells


def _is_earlier(act: Token, above: Token) -> bool:
    """Say whether a deed lies before the time of a verb above it ("came on Monday for a man who had been shot")."""
    return above.pos_ in {"VERB", "AUX"} and _is_pluperfect(act) and not _is_pluperfect(above)


def _is_pluperfect(verb: Token) -> bool:
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)


def _is_punished(up: Sequence[Token], anchor: Token) -> bool:
    """Say whether a time is that of the sentence for an act, which is older ("jailed on Monday for the murder")."""
    act, verb = up[0], up[1] if len(up) > 1 else up[0]
    if verb.lemma_.lower() not in JUDGING or act.dep_ not in {"obl", "advcl"}:
        return False
    return any(c.lower_ in {"for", "over", "of"} for c in act.children) and act not in _path(anchor)


def _is_counted_from(act: Token) -> bool:
    """Say whether a time is counted from an act: "three days before the raid", "years after they began the war"."""
    token = act
    for _ in range(COUNTED):
        for link in token.children:
            if link.lower_ in {"before", "after"} and act.sent.start < link.i < token.i:
                return link.nbor(-1).lemma_.lower() in UNITS
        if token.head == token or token.dep_ in {"ccomp", "acl:relcl", "conj"}:
            return False
        token = token.head
    return False


def _is_of_now(verb: Token) -> bool:
    """Say whether a verb tells what is, or has been up to now: "is sending", "has been sent"."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith(("aux", "mark"))}
    if helpers & MODAL:
        return False
    return bool(helpers & PERFECT) or (bool(helpers & PRESENT_BE) and verb.lower_.endswith("ing"))


def _is_gone_by(noun: Token) -> bool:
    return any(child.lower_ in GONE_BY and child.dep_ == "amod" for child in noun.children)


@lru_cache(maxsize=AT_HAND)
def _looks_back(reading: Reading) -> bool:
    """Say whether an article tells of the past: a chronicle, or one that opens with a time long ago and has no news."""
    published = reading.article.published
    if not published or not published.first or not reading.sentences:
        return False
    if any(_is_chronicle(word) for word in reading.doc[: reading.sentences[0].last][:TITLE]):
        return True
    told = next((t for s in reading.sentences[:LEAD] for t in _times(reading, s) if _is_told(reading, t)), None)
    last = told and told.interval and told.interval.last
    return bool(last and last < published.first - LONG_AGO) and not any(
        t.interval and t.interval.last and t.interval.last >= published.first - LATELY and not t.value.endswith("_REF")
        for s in reading.sentences[:OPENING]
        for t in _times(reading, s)
    )


def _is_told(reading: Reading, time: TimeExpression) -> bool:
    """Say whether a time is that of a main verb, or names what it is told for: "five years ago today"."""
    if ANNIVERSARY.search(time.span.text):
        return True
    first, last = reading.words(time.span)
    verb = reading.head(first, last).head
    return verb.pos_ in {"VERB", "AUX"} and verb.dep_ in MAIN


def _is_chronicle(word: Token) -> bool:
    """Say whether a text calls itself one: "a day-by-day summary of events", "the year in review", "a timeline"."""
    if word.dep_.startswith(("nsubj", "obj", "obl", "compound")):  # "the review of events was published"
        return False
    if word.lemma_.lower() in CHRONICLES:
        return True
    beside = [word.head, *(child for child in word.children if child.dep_ == "nmod")]
    return word.lemma_.lower() in SUMMARIES and any(other.lemma_.lower() in SUMMED_UP for other in beside)


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in DEFINITE or child.dep_ == "nmod:poss" for child in noun.children)


def _path(token: Token) -> list[Token]:
    return [token, *token.ancestors]
