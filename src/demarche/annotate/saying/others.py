"""Cues that are no verbs: adjectives of a mind, nouns of saying, "allegedly", "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.saying.saying import Saying
from demarche.annotate.saying.sources import subject_of
from demarche.annotate.saying.stretch import (
    RELATIVES,
    SUBJECTS,
    case_of,
    extent_of,
    is_passive,
    kids,
    marker_of,
    noun_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demarche.annotate.saying.saying import Words

__all__ = ["read_according", "read_adjective", "read_adverb", "read_noun"]

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
        if case_of(k) in {"of", "about", "with", "to"}
    ]
    subject = next(iter(kids(token, *SUBJECTS)), None)
    if not contents or subject is None or subject.lower_ in {"it", "there"}:
        return None
    first = min([k.i for k in kids(token, "cop", "aux", "advmod") if k.i < token.i] + [token.i])
    source = extent_of(subject) if subject.lower_ not in RELATIVES or token.dep_ != "acl:relcl" else noun_before(token)
    last = token.i + 1 + (contents[0][0] == token.i + 2 and kids(token, "obl") != [])
    return Saying(verb=token.i, cue=(first, last), source=source, contents=(contents[0],))


def read_noun(token: Token) -> Saying | None:
    """Read "his claim that", "calls for", "the refusal to", "her views on"."""
    if token.dep_ == "obj" and token.head.lemma_.lower() in cues.LIGHT and token.lemma_.lower() in cues.STANCES:
        return None
    content = _of_noun(token)
    if content is None:
        return None
    source = _holder(token)
    if source is None and token.lemma_.lower() not in cues.UNOWNED and token.doc[content[0]].lower_ not in _OPENING:
        return None
    low = token.i + 1
    last = low + 1 if content[0] == low + 1 else low
    return Saying(verb=token.i, cue=(token.i, last), source=source, contents=(content,), noun=True)


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


def _holder(token: Token) -> Words | None:
    """Return whose claim it is: the possessor, who it is "by", or the subject of the verb that has it as an object."""
    owner = next((k for k in kids(token, "nmod:poss")), None)
    if owner is None:
        owner = next((k for k in kids(token, "nmod", "obl") if case_of(k) in {"by", "from", "among"}), None)
    if owner is not None:
        return _owner(owner)
    subject = subject_of(token.head) if token.dep_ == "obj" and not is_passive(token.head) else None
    return None if subject is None else extent_of(subject)


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
    low, high = (clause.left_edge.i, clause.right_edge.i + 1)
    if not low <= token.i < high:
        low, high = sentence
    parts = tuple(p for p in ((low, token.i), (source[1], high)) if p[1] - p[0] > 1)
    return Saying(
        verb=token.i, cue=(token.i, token.i + 2), source=source, contents=parts or ((low, token.i),), spoken=True
    )
