"""Words of touch that bring nobody together: demands, duties, conditions, and what is kept from coming about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import case_of, children, is_passive

if TYPE_CHECKING:
    from demarche.annotate.doc import Token

__all__ = ["is_demand", "is_no_contact", "is_not_made"]

HEEDING = frozenset("heed ignore reject answer echo back support dismiss resist join renew repeat".split())
"""Verbs whose object, where it is a call, is a demand."""
UNDOING = frozenset(
    "fail refuse decline neglect forget ask urge want order beg tell invite ready willing prepared unable reluctant "
    "unwilling".split()
)
"""Words whose infinitive is not done, or not yet, and perhaps never."""
KEEPING = frozenset("prevent stop bar ban block prohibit forbid keep avoid refuse reject decline deny".split())
"""Verbs of what does not come about."""


def is_no_contact(head: Token) -> bool:
    """Whether a word of meeting tells of no contact: of its name, a demand, a duty, a condition, a failure."""
    bare = head.dep_ in {"compound", "amod"}
    ahead = _is_ahead(head) or _is_due(head) or _is_undone(head)
    return bare or ahead or is_demand(head) or _is_received(head)


def _is_ahead(token: Token) -> bool:
    """Whether a contact is only a condition of something else ("until it engages in negotiations")."""
    marks = (m.norm_.lower() for t in (token, *token.ancestors) for m in children(t, "mark"))
    return not {"until", "unless", "if"}.isdisjoint(marks)


def _is_due(token: Token) -> bool:
    """Whether a contact is only somebody's duty ("the opposition has to be willing to take part in talks")."""
    for above in (token, *token.ancestors):
        if above.dep_ == "xcomp" and above.head.lemma_.lower() in {"have", "need"}:
            return True
        if above.pos_ in {"VERB", "AUX"} and any(c.norm_.lower() in {"must", "should"} for c in children(above, "aux")):
            return True
        if above.dep_ in {"conj", "ccomp", "parataxis"}:
            return False
    return False


def is_demand(noun: Token) -> bool:
    """Whether a call is what somebody wants, not a talk by telephone ("calls for reform", "heed their calls")."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in {"call", "appeal"}:
        return False
    heeded = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in HEEDING
    return heeded or any(case_of(c) == "for" for c in children(noun, "nmod"))


def _is_received(verb: Token) -> bool:
    """Whether a thing only finds an answer ("the bill was met with anger")."""
    received = verb.lemma_.lower() == "meet" and is_passive(verb)
    return received and any(case_of(c) == "with" for c in children(verb, "obl"))


def is_not_made(token: Token) -> bool:
    """Whether a word of contact stands in a condition, or is denied."""
    inside = [token, token.head] if token.dep_ in {"xcomp", "obj"} else [token]
    return _is_undone(token) or any(
        c.norm_.lower() in {"if", "unless", "not", "n't", "never"} for t in inside for c in t.children
    )


def _is_undone(token: Token) -> bool:
    """Whether a contact is what somebody fails to make, is kept from, is asked for, or is only ready for."""
    while token.dep_ in {"obj", "xcomp", "advcl", "ccomp", "obl"} and token.head != token:
        marks = {m.norm_.lower() for m in children(token, "mark")}
        to_do = token.dep_ in {"xcomp", "advcl"} and "to" in marks
        kept = "from" in marks or token.dep_ == "obj"
        above = token.head.lemma_.lower()
        if (to_do and above in UNDOING) or (kept and above in KEEPING) or above == "deny":
            return True
        token = token.head
    return False
