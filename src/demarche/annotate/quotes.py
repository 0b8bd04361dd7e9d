"""Direct quotations: what stands between marks, or after "said:", and the words that name who says it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.blocks import announced, blocks
from demarche.annotate.marks import Quoted, quoted
from demarche.annotate.reading import DirectQuote
from demarche.annotate.saying import Saying, sayings
from demarche.record import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence

__all__ = ["find"]

NEAR = 60
"""Characters between a quotation and the cue beside it; "said X, who ..." is counted from the cue, not its end."""
LONGEST_MISSED = 8
"""Words between a quotation and a cue that can be the subject which the syntax missed."""
LONGEST_HEARER = 4
"""Words between a cue and a quotation that can say to whom and when; more are what the cue is about."""
LONGEST_ORPHAN = 10
"""Words of a sentence that has only source and cue ("Smith asked in a statement.")."""
LONG = 5
"""Words from which a quotation is a statement, which continues what was said before, and not some words or a name."""
SHORT = 3
"""Words from which a quotation that is a whole sentence, with its full stop, is a statement."""


_TURN = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\s?:\s+\S")
"""The name of who speaks next in a transcript."""
_PUT = re.compile(
    r"^(?:[\W_]*(?:(?:or|and|but)(?: ?,)? )?as )?(\w.*?\w)\s*,? "
    r"((?:(?:\w+ly|once|later|then) )?puts? it)[\s,:“\"`'‘«]*$",
    re.IGNORECASE,
)
"""What stands before a quotation in "As the writer once put it, ..."."""
_SPEAKERS = frozenset(
    "man woman boy girl official officer spokesman spokeswoman resident witness minister leader protester demonstrator "
    "activist analyst expert diplomat envoy lawyer doctor nurse teacher student survivor worker farmer soldier".split()
)
"""Nouns of those who may be heard next ("One woman was in tears.")."""
_PERSONS = frozenset({"PER", "PERSON"})
_IN_NAMES = frozenset({"PROPN", "PUNCT", "NUM"})
_SENDS = frozenset(
    "tweets tweet mails emails blogs texts writes posts says states adds notes reports records claims".split()
)
"""Words before a colon that tell of somebody's words, whatever the tagger takes them for."""
FEWEST_LEAD = 2
"""Words before the colon: who sends, and that he does."""
_JOINED = re.compile(r"[ ”\"'’»]*(?:,|,? ?(?:and|or|but))[ “\"`'‘«]*")
"""What stands between two quotations that one cue has: marks, a comma, "and"."""
_LINKING = frozenset({"ADV", "CCONJ", "INTJ"})
"""Parts of speech of what the reporter may put before a quotation that is a sentence of its own."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_SET_OFF = re.compile(r"(?:--|[—–])[\s“\"`'‘«]*$"), re.compile(r"[\s”\"'’»]*(?:--|[—–])")
"""Dashes before and after a quotation that is set between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speech:
    """A saying as characters of the text: the cue, the source, and all that the content covers.

    `in_words` is false where somebody is only told to think or want it.
    """

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    spoken: bool
    in_words: bool = True


def find(reading: Reading) -> tuple[DirectQuote, ...]:
    """Return the quotations of an article in the order of the text, without their marks.

    A quotation that goes on in the next paragraph gives one for each paragraph, all with the same speaker.
    """
    pieces = quoted(reading.article.text, _paragraphs(reading))
    speeches = [_outside(reading, _speech(reading, s), pieces) for s in sayings(reading) if _puts_in_words(reading, s)]
    found: list[DirectQuote] = []
    for piece in pieces:
        before = found[-1] if found else None
        found.append(_attribute(reading, piece, speeches, before, found))
    statements = list(_blocks(reading, found))
    named = [_within(quote, statements) for quote in found]
    named = [
        q for q in named if not _is_term(reading, q.span, said=bool(q.speaker or q.cue)) or _gives_a_name(reading, q)
    ]
    return tuple(sorted([*named, *statements], key=lambda q: (q.span.start, -q.span.end)))


def _puts_in_words(reading: Reading, saying: Saying) -> bool:
    """Say whether a saying can hold somebody's own words: what is only planned or talked about is the reporter's."""
    verb = reading.doc[saying.verb]
    return not saying.topic and verb.lemma_.lower() not in cues.AIMING and not _is_authored(verb)


def _is_authored(verb: Token) -> bool:
    """Say whether a verb tells who made a work ("'Hamlet' was written by")."""
    return verb.lemma_.lower() == "write" and any(k.dep_ == "nsubj:pass" for k in verb.children)


def _is_term(reading: Reading, span: Span, *, said: bool) -> bool:
    """Say whether some words are a term, a title or a doubted word inside the reporter's sentence.

    Of what somebody says so is only a name (the "Liberty" group).
    """
    if len(span.text.split()) >= LONG or span.text[-1] in "!?" or _stands_alone(reading, span):
        return False
    return not said or all(t.pos_ in _IN_NAMES for t in reading.doc[slice(*reading.words(span))])


def _gives_a_name(reading: Reading, quote: DirectQuote) -> bool:
    """Say whether somebody calls a thing by these words ("a man he called “Hitler”")."""
    if quote.cue is None:
        return False
    return any(t.lemma_.lower() in cues.NAMING for t in reading.doc[slice(*reading.words(quote.cue))])


def _outside(reading: Reading, speech: _Speech, pieces: Sequence[Quoted]) -> _Speech:
    """Give a cue whose source the syntax looks for in a quotation beside it the subject of its sentence."""
    source, cue = speech.source, speech.cue
    if source is None:
        return speech
    if not any(p.start <= source.start < p.end and not p.start <= cue.start < p.end for p in pieces):
        return speech
    part = next((p for p in reading.sentences if p.sentence.span.contains(cue)), None)
    lead = None if part is None else _lead(reading, part)
    return replace(
        speech, source=None if lead and any(lead.start < p.end and p.start < lead.end for p in pieces) else lead
    )


def _within(quote: DirectQuote, statements: Sequence[DirectQuote]) -> DirectQuote:
    """Give a quotation inside a statement, if it has no speaker of its own, that of the statement."""
    outer = next((s for s in statements if s.span.contains(quote.span)), None)
    return quote if quote.speaker or outer is None else replace(quote, speaker=outer.speaker)


def _paragraphs(reading: Reading) -> list[tuple[int, int]]:
    """Return the paragraphs that are no debris, as characters."""
    out: dict[int, tuple[int, int]] = {}
    for part in reading.sentences:
        span, number = part.sentence.span, part.sentence.paragraph
        first, _ = out.get(number, (span.start, span.end))
        out[number] = (first, span.end)
    return list(out.values())


def _speech(reading: Reading, saying: Saying) -> _Speech:
    return _Speech(
        cue=reading.span(*saying.cue),
        source=reading.span(*saying.source) if saying.source else None,
        contents=tuple(reading.span(*words) for words in saying.contents),
        spoken=saying.spoken,
        in_words=saying.spoken or saying.noun or reading.doc[saying.verb].lemma_.lower() in cues.WORDED,
    )


def _attribute(
    reading: Reading,
    piece: Quoted,
    speeches: Sequence[_Speech],
    before: DirectQuote | None,
    found: Sequence[DirectQuote],
) -> DirectQuote:
    """Give a quotation its speaker: from the words around it, else from the quotation that it goes on from."""
    text = reading.article.text
    span = Span.of(text, piece.start, piece.end)
    if piece.inner:
        return _inner(span, speeches, found)
    if (turn := _turn(reading, span)) is not None or _is_noise(span):
        return DirectQuote(span=span, speaker=turn, cue=None)
    speech = _own(reading, span, speeches)
    if piece.carried and before and (speech is None or speech.cue.start < span.start):
        return DirectQuote(span=span, speaker=before.speaker, cue=None)
    if speech is not None:
        return DirectQuote(span=span, speaker=speech.source, cue=speech.cue)
    if (led := _led_in(reading, span)) is not None:
        return led
    named = _linked(reading, span, before) or _context(reading, span, found, speeches)
    return DirectQuote(span=span, speaker=named, cue=None)


def _led_in(reading: Reading, span: Span) -> DirectQuote | None:
    """Read the words before a quotation that lead it in: a sentence with "said:", "as he put it", "Smith: "."""
    if _stands_alone(reading, span) and (lead := announced(reading, _first_word(reading, span))):
        return DirectQuote(span=span, speaker=lead.speaker, cue=lead.cue)
    return _put(reading, span) or _announced_by_noun(reading, span) or _told_inside(reading, span)


def _told_inside(reading: Reading, span: Span) -> DirectQuote | None:
    """Read "The bishops 'deplored the ...'": the subject of the verb with which a quotation opens speaks."""
    verb = reading.doc[reading.words(span)[0]]
    subject = next((k for k in verb.children if k.dep_ == "nsubj" and k.i < verb.i), None)
    if subject is None or verb.lemma_.lower() not in cues.SAYING | cues.JUDGING or len(span.text.split()) < LONG:
        return None
    return DirectQuote(
        span=span,
        speaker=reading.span(subject.left_edge.i, subject.right_edge.i + 1),
        cue=reading.span(verb.i, verb.i + 1),
    )


def _put(reading: Reading, span: Span) -> DirectQuote | None:
    """Read "As the writer once put it, ...", right before a quotation."""
    part = next((p for p in reading.sentences if p.sentence.span.overlaps(span)), None)
    if part is None:
        return None
    text, start = reading.article.text, part.sentence.span.start
    found = _PUT.match(text[start : span.start])
    if found is None:
        return None
    speaker, cue = (Span.of(text, start + found.start(n), start + found.end(n)) for n in (1, 2))
    return DirectQuote(span=span, speaker=speaker, cue=cue)


def _announced_by_noun(reading: Reading, span: Span) -> DirectQuote | None:
    """Read "Smith: ..." and "Smith, a nurse, e-mails: ...", where the tagger takes the verb for a noun."""
    first = bisect_left(reading.doc.columns.starts, span.start)
    part = next((p for p in reading.sentences if p.first < first <= p.last), None)
    if part is None:
        return None
    words = reading.doc[part.first : first]
    colon = next((t.i for t in words if t.text == ":"), first)
    if colon < first and _is_person(reading, part.first, colon):
        return DirectQuote(span=span, speaker=reading.span(part.first, colon), cue=None)
    verb = reading.doc[colon - 1]
    start = part.first + (words[0].pos_ == "NUM")  # the hour of an entry
    if verb.lower_ not in _SENDS or colon - start < FEWEST_LEAD or any(t.pos_ == "VERB" for t in words):
        return None
    at = verb.i - 2 if reading.doc[verb.i - 1].text == "-" else verb.i
    end = at - (reading.doc[at - 1].text == ",")
    return DirectQuote(span=span, speaker=reading.span(start, end), cue=reading.span(at, colon))


def _is_person(reading: Reading, first: int, last: int) -> bool:
    """Say whether these words are the name of one person and no more."""
    return any((n.first, n.last) == (first, last) and n.label in _PERSONS for n in reading.names)


def _linked(reading: Reading, span: Span, before: DirectQuote | None) -> Span | None:
    """Return the speaker whom the words right before a quotation name without a cue of their own.

    The last quotation's, where only "and" joins them; whoever stands before a dash.
    """
    text = reading.article.text
    if (
        before
        and before.speaker
        and before.span.end <= span.start
        and _JOINED.fullmatch(text, before.span.end, span.start)
    ):
        return before.speaker
    part = next((p for p in reading.sentences if p.sentence.span.overlaps(span)), None)
    if part is None:
        return None
    start = part.sentence.span.start
    opens, closes = _SET_OFF
    dash = opens.search(text[start : span.start])
    if dash is None or not closes.match(text, span.end) or len(span.text.split()) < SHORT:
        return None
    return _name_before(reading, start + dash.start()) or _lead(reading, part)


def _name_before(reading: Reading, end: int) -> Span | None:
    """Return the person whose name ends where these characters do, blanks aside."""
    named = (n for n in reversed(reading.names) if n.label in _PERSONS)
    spans = (reading.span(n.first, n.last) for n in named)
    return next((s for s in spans if s.end <= end and not reading.article.text[s.end : end].strip()), None)


def _inner(span: Span, speeches: Sequence[_Speech], found: Sequence[DirectQuote]) -> DirectQuote:
    """Give a quotation inside another the speaker that is named there, else the speaker of that one."""
    outer = next((q for q in reversed(found) if q.span.contains(span)), None)
    told = _covering(span, [s for s in speeches if outer and outer.span.contains(s.cue)])
    speaker = outer.speaker if outer else None
    return DirectQuote(span=span, speaker=told.source if told else speaker, cue=told.cue if told else None)


def _is_noise(span: Span) -> bool:
    """Say whether a transcript notes what was heard ("(CROSSTALK)")."""
    return span.text.startswith("(") and span.text.endswith(")")


def _turn(reading: Reading, span: Span) -> Span | None:
    """Return the name with which a quotation from a transcript opens ("PENCE: Well, look")."""
    found = _TURN.match(span.text)
    if found is None:
        return None
    name = Span.of(reading.article.text, span.start, span.start + found.end(1))
    return (
        name
        if all(t.pos_ in {"PROPN", "NOUN"} or t.text in ".-" for t in reading.doc[slice(*reading.words(name))])
        else None
    )


def _own(reading: Reading, span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the saying beside or around a quotation in its own sentences."""
    first, last = _sentences_around(reading, span)
    last = max([last, *_orphans(reading, last, speeches)])
    outside = [s for s in speeches if first <= s.cue.start and s.cue.end <= last and not span.contains(s.cue)]
    outside = [_inverted(reading, span, _sourced(reading.article.text, span, s)) for s in outside]
    outside = [s for s in outside if s.source and not span.contains(s.source)]
    beside, around = _beside(reading.article.text, span, outside), _covering(span, outside)
    if beside and around and around.spoken and _gives_way(reading.article.text, beside, span):
        return around
    return beside or around or _tag_after(span, outside)


def _gives_way(text: str, beside: _Speech, span: Span) -> bool:
    """Say whether whose words a quotation is in counts more than this cue: "according to", or one with other words."""
    between = text[beside.cue.end : span.start].split()
    return beside.cue.text.lower().startswith("according") or (not beside.contents and len(between) > LONGEST_HEARER)


def _tag_after(span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the saying that ends the sentence of a quotation (`"...," who died at sea, said his lawyer`)."""
    ends = (
        s for s in speeches if s.spoken and not s.contents and s.source and span.end <= s.cue.start < s.source.start
    )
    return next(ends, None)


def _orphans(reading: Reading, end: int, speeches: Sequence[_Speech]) -> Iterator[int]:
    """Yield where the sentence after this one ends, if it only says who said so ("... again?" Smith asked.)."""
    after = next((p for p in reading.sentences if p.sentence.span.start >= end), None)
    if after is None or after.last - after.first > LONGEST_ORPHAN:
        return
    span = after.sentence.span
    if any(span.contains(s.cue) and s.spoken and not s.contents for s in speeches) and ":" not in span.text:
        yield span.end


def _sourced(text: str, span: Span, speech: _Speech) -> _Speech:
    """Give a cue whose subject the syntax missed the words between the quotation and it ("...,'' one pilot said")."""
    between = text[span.end : speech.cue.start].lstrip(" ,.”\"'’»")
    if (
        speech.source
        or not speech.spoken
        or not 0 < len(between.split()) <= LONGEST_MISSED
        or set(between) & set(".;:\n")
    ):
        return speech
    start = speech.cue.start - len(between)
    return replace(speech, source=Span.of(text, start, start + len(between.rstrip(" ,"))))


def _inverted(reading: Reading, span: Span, speech: _Speech) -> _Speech:
    """Give a cue between a quotation and a noun this noun, whatever it hangs on in the tree ("...," said the envoy)."""
    if speech.source or not speech.spoken or not 0 <= speech.cue.start - span.end < NEAR:
        return speech
    low = reading.words(speech.cue)[1]
    if not _only_marks(reading.article.text[span.end : speech.cue.start]):
        return speech
    behind = [t for t in reading.doc[low : low + LONGEST_MISSED] if t.left_edge.i == low and t.pos_ in _NOUNS]
    if not behind:
        return speech
    high = max(t.right_edge.i for t in behind) + 1
    comma = next((i for i in range(low, high) if reading.doc[i].text == ","), high)
    return replace(speech, source=reading.span(low, comma))


def _beside(text: str, span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the spoken cue with nothing but its source between it and the quotation, after it or before it."""
    for speech in speeches:
        if not speech.spoken:
            continue
        low = min(speech.cue.start, speech.source.start if speech.source else speech.cue.start)
        if span.end <= low and _only_marks(text[span.end : low]):
            return speech
    for speech in reversed(speeches):
        high = max(speech.cue.end, speech.source.end if speech.source else speech.cue.end)
        if speech.spoken and high <= span.start and _leads(text[high : span.start]):
            return speech
    return None


def _only_marks(between: str) -> bool:
    return not any(c.isalnum() for c in between) and "\n" not in between


def _leads(between: str) -> bool:
    """Say whether a quotation is led in by what stands between cue and mark ("told reporters on Friday: ")."""
    plain = between.strip(" “\"`'‘«")
    if len(between) > NEAR or any(stop in plain for stop in ("\n", ". ", ";", "? ", "! ", "”", "''")):
        return False
    return not plain or plain.endswith((":", ",", " that")) or plain == "that"


def _covering(span: Span, speeches: Sequence[_Speech]) -> _Speech | None:
    """Return the innermost saying whose content holds the quotation; who only thinks so gives way to who says it."""
    holding = [
        (not s.in_words, c.end - c.start, -s.cue.start, s) for s in speeches for c in s.contents if c.overlaps(span)
    ]
    return min(holding, key=lambda h: h[:3])[3] if holding else None


def _sentences_around(reading: Reading, span: Span) -> tuple[int, int]:
    touched = [p.sentence.span for p in reading.sentences if p.sentence.span.overlaps(span)]
    return (touched[0].start, touched[-1].end) if touched else (span.start, span.end)


def _context(reading: Reading, span: Span, found: Sequence[DirectQuote], speeches: Sequence[_Speech]) -> Span | None:
    """Return the speaker of a quotation that names none: he who spoke just before, or of whom was just spoken."""
    numbers = [p for p in reading.sentences if p.sentence.span.overlaps(span)]
    if not numbers or not _stands_alone(reading, span):
        return None
    paragraph = numbers[0].sentence.paragraph
    same = [q for q in found if q.speaker and _paragraph_of(reading, q.span) in {paragraph, paragraph - 1}]
    own = [q for q in same if _paragraph_of(reading, q.span) == paragraph]
    if own:
        return own[-1].speaker
    before = next((p for p in reversed(reading.sentences) if p.last <= numbers[0].first), None)
    if before is None or paragraph - before.sentence.paragraph > 1:
        return None
    told = _told_before(before, speeches, found)
    quoted_there = next((q.speaker for q in reversed(same) if q.span.overlaps(before.sentence.span)), None)
    return told or quoted_there or _lead(reading, before) or (same[-1].speaker if same else None)


def _told_before(before: ReadSentence, speeches: Sequence[_Speech], found: Sequence[DirectQuote]) -> Span | None:
    """Return who is said to say something in the sentence before ("Mr Martin said the commission had ...")."""
    span = before.sentence.span
    if any(q.span.overlaps(span) for q in found):
        return None
    said = [s for s in speeches if s.spoken and s.source and span.contains(s.cue) and s.contents]
    outer = [s for s in said if not any(c.contains(s.cue) for other in said for c in other.contents)]
    return outer[-1].source if outer else None


def _first_word(reading: Reading, span: Span) -> int:
    return next(p.first for p in reading.sentences if p.sentence.span.overlaps(span))


def _stands_alone(reading: Reading, span: Span) -> bool:
    """Say whether the quotation is a sentence of its own, not some words inside the reporter's.

    One of several sentences may end in his ("They've been given a mandate" to expand), and any may open with
    a word that only links it ('Indeed, "we cite ..."').
    """
    touched = [p.sentence.span for p in reading.sentences if p.sentence.span.overlaps(span)]
    if not touched or len(span.text.split()) < (SHORT if span.text[-1] in ".!?" else LONG):
        return False
    first, last = reading.words(span)
    low, high = reading.words(touched[0])
    around = (*range(low, first), *(range(last, high) if len(touched) == 1 else ()))
    words = (reading.doc[i] for i in around)
    return all(word.pos_ in _LINKING or not any(map(str.isalnum, word.text)) for word in words)


def _paragraph_of(reading: Reading, span: Span) -> int | None:
    """Return the paragraph in which a quotation ends."""
    return next((p.sentence.paragraph for p in reversed(reading.sentences) if p.sentence.span.overlaps(span)), None)


def _lead(reading: Reading, part: ReadSentence) -> Span | None:
    """Return the subject of a sentence, of its last main clause first, where it can speak ("..., but X was blunt.")."""
    root = next((t for t in reading.doc[part.first : part.last] if t.head == t), None)
    clauses = [] if root is None else [root, *(k for k in root.children if k.dep_ == "conj")]
    subjects = (k for c in reversed(clauses) for k in c.children if k.dep_ in {"nsubj", "nsubj:pass"})
    subject = next((k for k in subjects if _can_speak(k)), None)
    return None if subject is None else reading.span(subject.left_edge.i, subject.right_edge.i + 1)


def _can_speak(word: Token) -> bool:
    named = word.ent_type_ in {"PER", "ORG", "PERSON"} or word.lower_ in {"he", "she", "they"}
    return named or word.lemma_.lower() in _SPEAKERS


def _blocks(reading: Reading, found: Sequence[DirectQuote]) -> Iterator[DirectQuote]:
    for block in blocks(reading, [q.span for q in found]):
        yield DirectQuote(span=block.span, speaker=block.speaker, cue=block.cue)
