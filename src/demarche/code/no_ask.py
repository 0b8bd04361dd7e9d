"""Words of asking that ask nothing of anybody: questions, names, things arranged, needs that merely stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES, QUESTIONS
from demarche.code.suppositions import is_imagined
from demarche.code.syntax import case_of, children

if TYPE_CHECKING:
    from demarche.annotate.doc import Token

__all__ = ["SEEKING", "SOUGHT", "WANTING", "is_duty_verb", "is_joint", "is_no_ask"]

DUTY_VERBS = frozenset({"need", "have"})
"""Verbs whose infinitive is a duty of their subject ("Iran needs to stop")."""
TOLD = frozenset(
    "information detail comment explanation name number reason coordinate co-ordinate address anonymity".split()
)
"""What one who puts a question asks for."""
SEEKING = frozenset("seek pursue request solicit".split())
SOUGHT = frozenset(
    "help assistance support guidance assurance guarantee approval permission extradition access meeting talk loan "
    "clarification explanation end halt stop cessation ceasefire cease-fire truce return withdrawal release pause "
    "apology compensation exemption waiver concession settlement agreement deal pledge commitment".split()
)
"""What can be had only of somebody else, so that to seek it is to ask."""
WANTING = frozenset({"want", "wish", "hope", "like", "desire", "seek"})
JOINT = frozenset(
    "talk negotiation dialogue meeting meet negotiate cooperate agreement deal peace ties relation".split()
)
"""What takes two, so that to want it for oneself asks the other."""
BARE = frozenset({"pressure", "need", "case"})
"""Nouns that name an ask only together with what is asked."""
ENABLING = frozenset("arrange allow enable permit let help".split())
"""Verbs whose infinitive their subject brings about and does not ask for."""
CLAIMING = frozenset({"suggest", "insist", "tell"})
"""Verbs of asking that can also only claim something to be so."""
FINITE = frozenset("is are was were has have had will would can could may might".split())


def is_no_ask(head: Token, content: Token | None) -> bool:
    """Whether a word of asking, with the head of what it asks, asks nothing of anybody."""
    lemma = head.lemma_.lower()
    if is_imagined(head) or head.dep_ in {"amod", "compound"} or (lemma in WANTING and not _wants_of_another(head)):
        return True
    pushed = lemma == "push" and content is not None and content.dep_ == "obj"
    unsaid = pushed or (lemma in BARE and (content is None or not _is_wanted(content)))
    claimed = content is not None and (_is_inquiry(content) or (lemma in CLAIMING and _is_told(content)))
    return unsaid or claimed or _is_idle(head, content)


def _is_idle(head: Token, content: Token | None) -> bool:
    """Whether nothing is asked to be done: a question, an office sought, a need that stands there, a thing arranged."""
    lemma = head.lemma_.lower()
    fronted = head.dep_ == "advcl" and head.norm_.lower() == "asked" and not children(head, "nsubj", "mark", "obj")
    if lemma in ENABLING or fronted or (lemma == "ask" and content is None):
        return True
    told = content is not None and content.lemma_.lower() in TOLD
    other = lemma in SEEKING - {"request", "solicit"} and (content is None or not _is_had_of_others(content))
    return told or other or (lemma == "need" and head.dep_ in {"nsubj", "nsubj:pass"})


def _is_had_of_others(content: Token) -> bool:
    """Whether what is sought can be had only of somebody else, or takes two."""
    return content.lemma_.lower() in SOUGHT or is_joint(content)


def _is_told(content: Token) -> bool:
    """Whether a clause is told as a fact ("suggested that Israel was willing"), not as what should be."""
    finite = {c.norm_.lower() for c in children(content, "aux", "cop")}
    plain = bool(finite & FINITE) or content.head.lemma_.lower() == "tell"
    return content.dep_ == "ccomp" and plain and not finite & DUTIES


def is_duty_verb(token: Token) -> bool:
    """Whether a verb makes what follows a duty ("needs to stop")."""
    if token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() not in DUTY_VERBS:
        return False
    return any(m.norm_.lower() == "to" for c in children(token, "xcomp") for m in children(c, "mark"))


def _wants_of_another(verb: Token) -> bool:
    """Whether a wish is for what another does ("wants Iran to stop"), or for what takes two ("wants talks")."""
    return bool(children(verb, "obj", "ccomp", "obl")) or is_joint(verb)


def is_joint(verb: Token) -> bool:
    """Whether what a verb tells takes two ("hold talks")."""
    things = [verb, *children(verb, "obj", "obl", "xcomp")]
    return any(t.lemma_.lower() in JOINT for t in things)


def _is_wanted(content: Token) -> bool:
    """Whether what hangs on a noun of asking says what is asked, not on whom it weighs."""
    return content.pos_ == "VERB" or case_of(content) in {"for", "to"}


def _is_inquiry(content: Token) -> bool:
    """Whether a clause is only what somebody wants to know ("ask how long they will stay")."""
    edge = content.left_edge
    opening = {t.norm_.lower() for t in content.doc[edge.i : edge.i + 3] if t.i <= content.i}
    return content.dep_ in {"ccomp", "advcl", "xcomp"} and bool(opening & QUESTIONS)
