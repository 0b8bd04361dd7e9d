"""What a text itself says of how two sides get on: strained talks, souring ties, tensions between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import NEGATORS
from demarche.code.indicators import pairs_of
from demarche.code.mentions import party
from demarche.code.pairs import paired
from demarche.code.reports import by_sentence
from demarche.code.syntax import case_of, children
from demarche.code.words import Rules, Words, span_of, subtree
from demarche.record import EventType, Indicator, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.record import Span
    from demarche.resolve import Resolution

__all__ = ["TONE", "find_tones", "of_contacts"]

STRAINED = -3.0
"""As an accusation on PLOVER's scale: the annotated articles give both the same strength."""
WARM = 2.0
FAMILY = "words"
TONE = "said of them"
"""Why an indicator of this kind is one."""

TIES = frozenset("relation relationship tie alliance partnership friendship bond rapport".split())
"""Nouns of what holds two sides together."""
COLD = frozenset(
    "strained tense frosty icy chilly cool testy acrimonious fraught frayed sour soured bitter hostile stormy rocky "
    "troubled uneasy antagonistic heated confrontational contentious combative prickly turbulent rancorous".split()
)
"""What contacts and ties are where the two do not get on."""
CLOSE = frozenset("warm cordial friendly amicable harmonious".split())
QUARRELS = frozenset(
    "tension friction rift discord acrimony animosity estrangement feud falling-out mistrust distrust enmity "
    "spat".split()
)
"""Nouns of a bad state of two sides."""
STRAIN = frozenset({"strain", "pressure", "stress"})
"""Nouns that tell of a bad state only beside the ties that they are on ("strain in the relationship")."""
THAWS = frozenset("thaw rapprochement detente détente reconciliation".split())
WORSEN = frozenset(
    "worsen deteriorate sour fray strain cool chill plummet unravel damage poison undermine harm".split()
)
"""What ties do, or suffer, that go bad."""
MEND = frozenset("warm thaw mend repair improve restore".split())
LESSEN = frozenset("ease reduce defuse lower calm lessen diffuse de-escalate overcome heal mend subside abate".split())
"""What is done to tensions that end."""
FLAT = frozenset({"amod", "compound", "nmod:desc"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
UNREAL = frozenset({"would", "could", "might", "may", "should"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """How two sides get on, as a word of the text says: `noun` is the contact or the tie that it says it of."""

    noun: int
    word: int
    sign: int


def of_contacts(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports with strained contacts scored as strain, not as the ease that talks are otherwise."""
    told = by_sentence(reports)
    strained = {
        contact.id
        for sentence in reading.sentences
        for tone, contact in _said(reading, sentence, told)
        if contact is not None and tone.sign < 0
    }
    return tuple(replace(report, scale=STRAINED) if report.id in strained else report for report in reports)


def find_tones(
    reading: Reading, resolution: Resolution, reports: Sequence[Report], before: int
) -> tuple[Indicator, ...]:
    """Return what the text says of any two sides as indicators, numbered on from the `before` that there are."""
    told = by_sentence(reports)
    made: list[Indicator] = []
    for sentence in reading.sentences:
        for tone, contact in _said(reading, sentence, told):
            pair = next(pairs_of(contact), None) if contact is not None else _pair(reading, resolution, sentence, tone)
            if pair:
                made.append(_indicator(reading, tone, pair, before + len(made) + 1))
    return tuple(made)


def _said(
    reading: Reading, sentence: ReadSentence, told: Mapping[Span, Sequence[Report]]
) -> Iterator[tuple[Tone, Report | None]]:
    """Yield the tones of a sentence, each with the contact that it is said of."""
    contacts = [r for r in told.get(sentence.sentence.span, ()) if r.type is EventType.CONSULT]
    for tone in _tones(reading, sentence):
        noun = reading.span(tone.noun, tone.noun + 1)
        yield tone, next((r for r in contacts if r.trigger.contains(noun)), None)


def _indicator(reading: Reading, tone: Tone, pair: tuple[str, str], number: int) -> Indicator:
    first, last = sorted((tone.noun, tone.word))
    return Indicator(
        id=f"i{number}",
        dyad=pair,
        sign=tone.sign,
        weight=abs(STRAINED) if tone.sign < 0 else WARM,
        family=FAMILY,
        why=TONE,
        evidence=span_of(reading, first, last + 1),
    )


@lru_cache(maxsize=64)
def _tones(reading: Reading, sentence: ReadSentence) -> tuple[Tone, ...]:
    """Return the tones of one sentence, the first of each noun."""
    called = ((reading.doc[word], rule) for word, rule in _RULES.at(Words.of(reading, sentence)))
    found = [tone for token, rule in called if (tone := rule(token)) and not _is_unreal(token)]
    return tuple({tone.noun: tone for tone in reversed(found)}.values())


def _pair(reading: Reading, resolution: Resolution, sentence: ReadSentence, tone: Tone) -> tuple[str, str] | None:
    """Return the two codes of the phrase of the tie; beside one under "with", the other of the two of its sentence."""
    noun = reading.doc[tone.noun]
    joined = [m.country for m in paired(noun, resolution) if m.country]
    inside = joined or _codes(reading, resolution, range(*subtree(reading, tone.noun)))
    has_with = any(case_of(t) == "with" for t in children(noun, "nmod", "obl"))
    if len(inside) == 1 and has_with:
        inside = _codes(reading, resolution, range(sentence.first, sentence.last))
    return (inside[0], inside[1]) if len(inside) == 2 else None


def _codes(reading: Reading, resolution: Resolution, words: Collection[int]) -> list[str]:
    mentions = (m for word in words if (m := resolution.headed_by(word)))
    found = (party(reading, mention, resolution).country for mention in mentions)
    return list(dict.fromkeys(code for code in found if code))


def _of_state(token: Token, sign: int) -> Tone | None:
    """A word of how things are: before its noun, or said of it ("tense talks", "talks have grown more strained")."""
    if any(t.lemma_.lower() in {"less", "hardly", *NEGATORS} for t in children(token, "advmod", "cc")):
        return None
    if token.dep_ in FLAT:
        return Tone(noun=token.head.i, word=token.i, sign=sign)
    verb = token if token.dep_ not in {"xcomp", "obl"} else token.head
    before = (t for t in verb.children if t.dep_ in SUBJECTS | {"obj"} and t.i < verb.i)
    subject = next((t for t in before if t.pos_ in {"NOUN", "PROPN"}), None)
    return Tone(noun=subject.i, word=token.i, sign=sign) if subject is not None else None


def _of_change(token: Token, sign: int) -> Tone | None:
    """A verb of what ties become: their own, or what is done to them ("ties soured", "has damaged relations")."""
    if token.pos_ != "VERB":
        return None
    sides = (t for t in token.children if t.dep_ in SUBJECTS | {"obj"} and t.lemma_.lower() in TIES)
    noun = next(sides, None)
    return Tone(noun=noun.i, word=token.i, sign=sign) if noun is not None else None


def _of_quarrel(token: Token, sign: int) -> Tone | None:
    """A noun of how two sides are; what lessens it turns its sign."""
    if token.pos_ != "NOUN" or token.dep_ in {"compound", "nmod:desc"}:
        return None
    lessened = token.dep_ in {"obj", *SUBJECTS} and token.head.lemma_.lower() in LESSEN
    return Tone(noun=token.i, word=token.i, sign=-sign if lessened else sign)


def _of_strain(token: Token, sign: int) -> Tone | None:
    """A noun of strain on the ties of its own clause ("the relationship shows signs of strain")."""
    if token.pos_ != "NOUN":
        return None
    above = [token, *list(token.ancestors)[:3]]
    ties = (t for one in above for t in (one, *one.children) if t.lemma_.lower() in TIES)
    noun = next(ties, None)
    return Tone(noun=noun.i, word=token.i, sign=sign) if noun is not None else None


def _is_unreal(token: Token) -> bool:
    """Whether the clause denies, fears or imagines it."""
    clause = next((t for t in (token, *token.ancestors) if t.pos_ in {"VERB", "AUX", "ADJ"}), token)
    small = {t.norm_.lower() for one in (token, clause) for t in one.children if t.dep_ in {"aux", "advmod", "det"}}
    return bool(small & (UNREAL | NEGATORS))


_RULES: Rules[Callable[[Token], Tone | None]] = Rules(
    (COLD, lambda token: _of_state(token, -1)),
    (CLOSE, lambda token: _of_state(token, 1)),
    (WORSEN, lambda token: _of_change(token, -1)),
    (MEND, lambda token: _of_change(token, 1)),
    (QUARRELS, lambda token: _of_quarrel(token, -1)),
    (THAWS, lambda token: _of_quarrel(token, 1)),
    (STRAIN, lambda token: _of_strain(token, -1)),
)
