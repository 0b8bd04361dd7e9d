"""What grammar says of whether an act is so: by its own word, by what stands above it, by the deed that does it."""

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

__all__ = ["CONDITIONS", "GOVERNED", "Sign", "climb", "is_of_then", "is_raging", "of_course", "of_word"]

# Calibrated together on the development articles (docs/evaluation.md names the run); do not tune one alone.
OWN_VOTE = 1.1
"""What negation, an auxiliary or a condition of the act's own verb is worth beside the model's probability."""
GOVERNOR_VOTE = 0.35
"""What a word is worth that governs the act ("plans to", "fear of"): it decides only where the model is in doubt."""
AUXILIARIES: Mapping[Status, frozenset[str]] = {
    Status.PLANNED: frozenset({"will", "'ll", "’ll", "shall", "wo"}),
    Status.HYPOTHETICAL: frozenset({"would", "could", "might", "may", "can", "'d"}),
    Status.PROPOSED: frozenset({"must", "should", "ought"}),
}
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "until"})
MOTION = frozenset("fly go travel come arrive head drive sail return journey".split())
HELPING = frozenset({EventType.SUPPORT, EventType.AID, EventType.MOBILIZE})
"""Acts that begin with the deed that is done for their sake."""
GOVERNED = frozenset({"xcomp", "ccomp", "obl", "nmod", "acl", "obj", "advcl", "nsubj:pass"})
SETTING = frozenset(
    {"during", "after", "before", "since", "following", "amid", "despite", "because of", "as a result of", "until"}
)
"""What stands under these is the setting of what is said, and is governed by no plan, wish or refusal."""
SUBORDINATE = frozenset("while as after when because since although though before whereas once".split())
"""What a clause that opens with these says is so whatever becomes of the clause above it."""
WISHING = frozenset({"hope", "wish", "fear", "worry", "pray", "doubt", "afraid", "worried", "dream", "imagine"})
"""Words under which what will be is only wished or feared."""
FIGHTS = frozenset({"fight", "battle", "struggle", "siege", "occupation", "blockade"})
"""Nouns of what goes on while somebody has it ("in its battle against the rebels")."""
WARFARE = frozenset({"war", "insurgency", "violence", "conflict", "bloodshed", "warfare", "fighting"})
"""Nouns of what goes on whatever is asked or planned about something in it ("must find a way out of the war")."""
MAX_CLIMB = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What grammar says of an act, what says so, and what that is worth."""

    status: Status
    why: str
    vote: float = GOVERNOR_VOTE


def of_word(token: Token, kind: EventType) -> Iterator[Sign]:
    """Yield what the word of an act and the deed by which it is done say, nearest sign first."""
    yield from _own_signs(token)
    yield from _likened_signs(token)
    yield from _deed_signs(token, kind)


def of_course(token: Token) -> Iterator[Sign]:
    """Yield whether a word tells its act as going on."""
    if _is_going_on(token):
        yield Sign(status=Status.ONGOING, why="goes on", vote=OWN_VOTE if token.pos_ == "NOUN" else GOVERNOR_VOTE)


def _is_going_on(token: Token) -> bool:
    """Whether a word tells its act as going on: "is shelling", "is being shelled", "in its battle against them"."""
    progressive = children(token, "aux") and token.norm_.lower().endswith("ing") and not is_of_then(token)
    passive = any(a.norm_.lower() == "being" for a in children(token, "aux:pass")) and children(token, "aux")
    return bool(progressive or passive or _is_fight(token))


def _is_fight(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in FIGHTS and bool(children(noun, "nmod:poss"))


def is_raging(noun: Token) -> bool:
    """Whether a noun tells a war or somebody's fight, which goes on whatever is planned in it."""
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in WARFARE or _is_fight(noun))


def is_of_then(token: Token) -> bool:
    """Whether a verb tells what went on when somebody was something: "an opponent when they were selling guns"."""
    if token.dep_ != "advcl" or not token.lower_.endswith("ing") or not children(token.head, "cop"):
        return False
    past = any(c.lower_ in {"was", "were"} for c in children(token, "aux"))
    return past and any(c.lower_ == "when" for c in children(token, "advmod", "mark"))


def _own_signs(token: Token) -> Iterator[Sign]:
    if is_negated(token):
        yield Sign(status=Status.DENIED, why="negation", vote=OWN_VOTE)
    if any(mark.norm_.lower() in CONDITIONS for mark in children(token, "mark")):
        yield Sign(status=Status.HYPOTHETICAL, why="condition", vote=OWN_VOTE)
    auxiliaries = {child.norm_.lower() for child in children(_first_of_bare(token), "aux")}
    if auxiliaries & AUXILIARIES[Status.PLANNED] and token.dep_ == "ccomp" and token.head.lemma_.lower() in WISHING:
        yield Sign(status=Status.HYPOTHETICAL, why=f"under '{token.head.text}'", vote=OWN_VOTE)
    if "would" in auxiliaries and token.dep_ == "ccomp":
        yield Sign(status=Status.PLANNED, why="'would' in reported speech")
    for status, words in AUXILIARIES.items():
        if auxiliaries & words:
            yield Sign(status=status, why=f"'{min(auxiliaries & words)}'", vote=OWN_VOTE)


def _likened_signs(token: Token) -> Iterator[Sign]:
    """What something would be taken for is not so ("a launch would be regarded as an attack")."""
    if token.dep_ == "obl" and case_of(token) == "as" and next(_own_signs(token.head), None):
        yield Sign(status=Status.HYPOTHETICAL, why=f"taken for under '{token.head.text}'", vote=OWN_VOTE)


def _first_of_bare(verb: Token) -> Token:
    """Return the verb whose auxiliary a bare verb after "and" or "or" shares ("might seize or harm him")."""
    bare = verb.pos_ == "VERB" and verb.lower_ == verb.lemma_.lower()
    if bare and verb.dep_ == "conj" and not children(verb, "aux", "mark", "nsubj", "nsubj:pass"):
        return verb.head
    return verb


def _deed_signs(token: Token, kind: EventType) -> Iterator[Sign]:
    """What an act done by another deed takes from it: "sent troops to support them", "flew to meet him"."""
    verb = token.head
    aimed = token.dep_ in {"advcl", "xcomp"} and any(m.norm_.lower() == "to" for m in children(token, "mark"))
    if not aimed or next(_own_signs(verb), None) or verb.norm_.lower() == verb.lemma_.lower():
        return
    if verb.lemma_.lower() in MOTION and kind is EventType.CONSULT:
        yield Sign(status=Status.HAPPENED, why=f"by '{verb.text}'")
    if token.dep_ == "advcl" and kind in HELPING:
        yield Sign(status=Status.ONGOING, why=f"by '{verb.text}'")


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
