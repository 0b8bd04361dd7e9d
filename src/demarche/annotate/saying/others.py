"""Cues that are no verbs: adjectives of a mind, nouns of saying, "allegedly", "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.saying.contents import aspect_of
from demarche.annotate.saying.saying import Saying
from demarche.annotate.saying.sources import subject_of
from demarche.annotate.saying.stretch import (
    RELATIVES,
    SUBJECTS,
    case_of,
    cue_of,
    extent_of,
    is_passive,
    kids,
    marker_of,
    noun_before,
)

if TYPE_CHECKING:
    from demarche.annotate.doc import Token
    from demarche.annotate.saying.saying import Words

__all__ = ["read_according", "read_adjective", "read_adverb", "read_noun", "read_poll", "read_seeming"]

_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_OPENING = frozenset({"that", "to", "whether"})


def read_adjective(token: Token) -> Saying | None:
    """Read "is sure that", "was critical of"."""
    contents = [
        extent_of(k)
        for k in kids(token, "ccomp", "advcl", "xcomp", "csubj")
        if k.i > token.i and marker_of(k) not in {"if", "when", "while", "because", "as", "after"}
    ]
    contents += [
        (k.left_edge.i + 1, k.right_edge.i + 1)
        for k in kids(token, "obl")
        if case_of(k) in {"of", "about", "with", "to", "at", "over"}
    ]
    subject = next(iter(kids(token, *SUBJECTS, "nsubj:pass")), None)
    if not contents or subject is None or subject.lower_ in {"it", "there"}:
        return None
    if subject.dep_ == "csubj" and subject.i > token.i:
        return Saying(verb=token.i, cue=cue_of(token), contents=(extent_of(subject),), topic=True)
    first = min([k.i for k in kids(token, "cop", "aux", "aux:pass", "advmod") if k.i < token.i] + [token.i])
    source = extent_of(subject) if subject.lower_ not in RELATIVES or token.dep_ != "acl:relcl" else noun_before(token)
    last = token.i + 1 + (contents[0][0] == token.i + 2 and kids(token, "obl") != [])
    return Saying(verb=token.i, cue=(first, last), source=source, contents=(contents[0],))


def read_noun(token: Token) -> Saying | None:
    """Read "his claim that", "calls for", "the refusal to", "her views on"."""
    if token.dep_ == "obj" and token.head.lemma_.lower() in cues.LIGHT and token.lemma_.lower() in cues.STANCES:
        return None
    if token.lemma_.lower() in cues.VIEWS and (viewed := _in_view(token)) is not None:
        return viewed
    content = _of_noun(token) or _equated(token)
    if content is None:
        return None
    source = _holder(token)
    lemma, opened = token.lemma_.lower(), token.doc[content[0]].lower_ in _OPENING
    if source is None and lemma not in cues.UNOWNED | cues.AT_LARGE and not opened:
        return None
    stated = opened and token.doc[content[0]].lower_ != "to"
    topic = source is None and lemma not in cues.UNOWNED and not stated
    low = token.i + 1
    last = low + 1 if content[0] == low + 1 else low
    return Saying(verb=token.i, cue=(token.i, last), source=source, contents=(content,), noun=True, topic=topic)


def _of_noun(token: Token) -> Words | None:
    """Return the clause, the infinitive or the phrase behind a noun that is its content."""
    lemma = token.lemma_.lower()
    clauses = [k for k in kids(token, "acl", "ccomp", "advcl") if k.i > token.i and marker_of(k) in _OPENING]
    that = [c for c in clauses if marker_of(c) != "to"]
    if that or (clauses and lemma in cues.NOUNS_WITH_INFINITIVE):
        return extent_of((that or clauses)[0])
    wanted = cues.CONTENT_NOUNS[lemma]
    phrases = (k for k in kids(token, "nmod", "acl", "obl") if k.i > token.i and (case_of(k) or marker_of(k)) in wanted)
    phrase = next(phrases, None)
    return None if phrase is None else (phrase.left_edge.i + 1, phrase.right_edge.i + 1)


def _equated(token: Token) -> Words | None:
    """Return the clause that a noun is said to be ("the question is whether he will come")."""
    clause = token.head
    equated = token.dep_ in {"nsubj", "nsubj:outer"} and clause.i > token.i and kids(clause, "mark")
    if not equated or marker_of(clause) not in {"that", "whether"}:
        return None
    low = next(k.i for k in kids(clause, "mark"))
    return (low, clause.right_edge.i + 1) if token.i < low else None


def _in_view(token: Token) -> Saying | None:
    """Read "in his view, ..." and "in the words of the envoy, ...": the clause around the phrase is the content."""
    named = (k for k in kids(token, "nmod") if case_of(k) == "of" and kids(token, "det"))
    owner = next(iter(kids(token, "nmod:poss")), None) or next(named, None)
    if owner is None or case_of(token) != "in" or token.dep_ != "obl":
        return None
    return Saying(verb=token.i, cue=(token.i, token.i + 1), source=_owner(owner), contents=_around(token), noun=True)


def read_poll(token: Token) -> Saying | None:
    """Read "In a poll of 900 voters, most were for it": the poll says so."""
    case = next(iter(kids(token, "case")), None)
    if case is None or case.lower_ != "in" or token.dep_ != "obl":
        return None
    low, high = extent_of(token)
    return Saying(
        verb=token.i,
        cue=(case.i, case.i + 1),
        source=(max(low, case.i + 1), high),
        contents=_around(token),
        spoken=True,
    )


def _around(token: Token) -> tuple[Words, ...]:
    """Return the clause that a phrase stands in, without the phrase."""
    (low, high), (first, last) = extent_of(token.head), extent_of(token)
    return tuple(p for p in ((low, first), (last, high)) if p[1] - p[0] > 1)


def _holder(token: Token) -> Words | None:
    """Return whose claim it is: the possessor, who it is "by", or the subject of which the noun is told."""
    owner = next((k for k in kids(token, "nmod:poss")), None)
    if owner is None:
        owner = next((k for k in kids(token, "nmod", "obl") if case_of(k) in {"by", "from", "among"}), None)
    if owner is not None:
        return _owner(owner)
    subject = _doer(token)
    return None if subject is None else extent_of(subject)


def _doer(token: Token) -> Token | None:
    """Return the subject of a noun that tells what somebody is or has ("is in favor of", "voiced support for")."""
    own = next(iter(kids(token, *SUBJECTS)), None)
    if own is not None or token.dep_ != "obj" or is_passive(token.head):
        return own if own is not None and kids(token, "cop") else None
    return None if token.head.lemma_.lower() in cues.RECEIVING else subject_of(token.head)


def _owner(owner: Token) -> Words:
    low, high = extent_of(owner)
    case = next((k for k in kids(owner, "case") if k.i > owner.i), None)
    first = next((k.i + 1 for k in kids(owner, "case") if k.i < owner.i), low)
    return (first, case.i if case is not None and case.i == high - 1 else high)


def read_adverb(token: Token) -> Saying | None:
    """Read "allegedly": the clause around it is the content, without a source."""
    head = token.head
    low, high = extent_of(head)
    return Saying(
        verb=token.i,
        cue=(token.i, token.i + 1),
        contents=tuple(p for p in ((low, token.i), (token.i + 1, high)) if p[1] > p[0]),
    )


def read_seeming(token: Token) -> Saying | None:
    """Read "appears to be", "looks like a win": what seems so, to nobody named, is nobody's claim."""
    like = (k for k in kids(token, "obl", "advcl") if (case_of(k) or marker_of(k)) == "like" and k.i > token.i)
    rest = next(iter(kids(token, "xcomp")), None) or next(like, None)
    subject = next(iter(kids(token, *SUBJECTS)), None)
    if rest is None or subject is None or rest.i < token.i or (rest.pos_ == "VERB" and aspect_of(rest) is not None):
        return None
    who = noun_before(token) if subject.lower_ in RELATIVES and token.dep_ == "acl:relcl" else extent_of(subject)
    return Saying(verb=token.i, cue=cue_of(token), contents=(who, extent_of(rest)), topic=True)


def read_according(token: Token, sentence: Words) -> Saying | None:
    """Read "according to X": the source follows, the content is the clause that the phrase hangs on."""
    noun = (
        token.head
        if token.head.i > token.i
        else next((k for k in token.children if k.i > token.i + 1 and k.dep_ in {"obl", "nmod"}), None)
    )
    if noun is None or noun.i <= token.i + 1:
        return None
    source = (token.i + 2, noun.right_edge.i + 1)
    clause = noun.head if noun.head is not noun and not token.i <= noun.head.i <= noun.i else token.head
    while clause.dep_ in {"conj", "advcl"} and clause.head.i < clause.i < token.i and clause.head.pos_ in _PREDICATES:
        clause = clause.head
    low, high = (clause.left_edge.i, clause.right_edge.i + 1)
    if not low <= token.i < high:
        low, high = sentence
    parts = tuple(p for p in ((low, token.i), (source[1], high)) if p[1] - p[0] > 1)
    return Saying(
        verb=token.i, cue=(token.i, token.i + 2), source=source, contents=parts or ((low, token.i),), spoken=True
    )
