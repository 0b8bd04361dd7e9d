"""What grammar says of whether an act is so: by its own small words, and by what stands above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.function_words import is_negated
from demarche.code.syntax import case_of, children
from demarche.record import EventType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.doc import Token

__all__ = ["CONDITIONS", "GOVERNED", "Sign", "climb", "is_of_then", "of_course", "of_word"]

OWN_VOTE = 0.9
"""What an act's own small words are worth beside the model's probability: from .6 to .9 nothing changes on the
development articles, more of it overrules a reader that knows better on our held-out sentences."""
GOVERNOR_VOTE = 0.35
"""What a word is worth that governs the act ("plans to", "fear of"): it decides only where the model is in doubt."""
MOTION = frozenset("fly go travel come arrive head drive sail return journey".split())
AUXILIARIES: Mapping[Status, frozenset[str]] = {
    Status.PLANNED: frozenset({"will", "'ll", "’ll", "shall", "wo"}),
    Status.HYPOTHETICAL: frozenset({"would", "could", "might", "may", "can", "'d"}),
    Status.PROPOSED: frozenset({"must", "should", "ought"}),
}
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "until"})
GOVERNED = frozenset({"xcomp", "ccomp", "obl", "nmod", "acl", "obj", "advcl", "nsubj:pass"})
SETTING = frozenset(
    {"during", "after", "before", "since", "following", "amid", "despite", "because of", "as a result of", "until"}
)
"""What stands under these is the setting of what is said, and is governed by no plan, wish or refusal."""
SUBORDINATE = frozenset("while as after when because since although though before whereas once".split())
"""What a clause that opens with these says is so whatever becomes of the clause above it."""
MAX_CLIMB = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What grammar says of an act, what says so, and what that is worth."""

    status: Status
    why: str
    vote: float = GOVERNOR_VOTE


def of_word(token: Token, kind: EventType) -> Iterator[Sign]:
    """Yield what the small words of an act and the journey made for its sake say, nearest sign first."""
    if is_negated(token):
        yield Sign(status=Status.DENIED, why="negation", vote=OWN_VOTE)
    if any(mark.norm_.lower() in CONDITIONS for mark in children(token, "mark")):
        yield Sign(status=Status.HYPOTHETICAL, why="condition", vote=OWN_VOTE)
    auxiliaries = {child.norm_.lower() for child in children(token, "aux")}
    if "would" in auxiliaries and token.dep_ == "ccomp":
        yield Sign(status=Status.PLANNED, why="'would' in reported speech")
    for status, words in AUXILIARIES.items():
        if auxiliaries & words:
            yield Sign(status=status, why=f"'{min(auxiliaries & words)}'", vote=OWN_VOTE)
    if token.dep_ == "obl" and case_of(token) == "as" and next(of_word(token.head, kind), None):
        yield Sign(status=Status.HYPOTHETICAL, why=f"taken for under '{token.head.text}'", vote=OWN_VOTE)
    if kind is EventType.CONSULT and _is_journey(token):
        yield Sign(status=Status.HAPPENED, why=f"by '{token.head.text}'")


def _is_journey(token: Token) -> bool:
    """Whether somebody has gone where he did it ("flew to meet him")."""
    aimed = token.dep_ in {"advcl", "xcomp"} and any(m.norm_.lower() == "to" for m in children(token, "mark"))
    made = token.head.norm_.lower() != token.head.lemma_.lower() and not children(token.head, "aux", "mark")
    return aimed and made and token.head.lemma_.lower() in MOTION


def of_course(token: Token) -> Iterator[Sign]:
    """Yield whether a word tells its act as going on: "is shelling", "is being shelled"."""
    progressive = children(token, "aux") and token.norm_.lower().endswith("ing") and not is_of_then(token)
    if progressive or any(a.norm_.lower() == "being" for a in children(token, "aux:pass")):
        yield Sign(status=Status.ONGOING, why="goes on")


def is_of_then(token: Token) -> bool:
    """Whether a verb tells what went on when somebody was something: "an opponent when they were selling guns"."""
    if token.dep_ != "advcl" or not token.lower_.endswith("ing") or not children(token.head, "cop"):
        return False
    past = any(c.lower_ in {"was", "were"} for c in children(token, "aux"))
    return past and any(c.lower_ == "when" for c in children(token, "advmod", "mark"))


def climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield each word above an act that may speak of it, with the word below it; a setting or a new clause ends it."""
    below = token
    for _ in range(MAX_CLIMB):
        above = below.head
        if above == below or below.dep_ in {"root", "parataxis", "acl:relcl", "appos"} or _is_setting(below):
            return
        yield below, above
        below = above


def _is_setting(token: Token) -> bool:
    """Whether a phrase or clause only tells when, where or why the rest is so."""
    if token.dep_ == "advcl":
        return any(mark.norm_.lower() in SUBORDINATE for mark in children(token, "mark", "advmod"))
    return token.dep_ in {"obl", "nmod"} and case_of(token) in SETTING
