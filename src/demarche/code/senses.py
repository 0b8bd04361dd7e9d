"""Words of two senses: where each does not tell its act, and where it tells another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import QUESTIONS
from demarche.code.syntax import case_of, children, objects, subjects
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from demarche.annotate.doc import Doc, Token

__all__ = ["RULES", "is_disarming", "words_around"]

SHOTS = frozenset(
    "gas bullet rocket missile shell bomb grenade mortar cannon gun rifle shot round salvo volley canister pellet "
    "torpedo artillery teargas drone weapon munition burst barrage".split()
)
"""What is fired at somebody."""
AT = frozenset({"at", "on", "upon", "into", "in"})
CUSTODY = frozenset({"in", "into", "from", "under"})
"""How the custody of prisoners is told; that of a child is asked for, won and shared."""
UNNAMED = frozenset("name identify quote comment elaborate speculate specify".split())
"""What those ask not to do or be who speak to reporters, and what reporters ask for."""
UTTERING = frozenset(
    "speak vote rally march demonstrate protest write say testify campaign declare argue come issue voice statement "
    "speech demonstration letter".split()
)
"""What is done in words or by a crowd, so that to do it in support of somebody supports him."""
GIFTS = frozenset("aid assistance grant fund funding money donation loan contribution".split())
"""What is given, of which it is no praise that it supports somebody."""
FOR_WAR = frozenset({"against", "on", "with"})
TERMS_KEPT = frozenset(
    "sanction ceasefire cease-fire truce agreement accord treaty deal commitment pledge promise resolution".split()
)
"""What one honours by keeping it."""
ERRANDS = frozenset(
    "decide find verify ensure oversee protect run monitor implement keep enforce manage supervise guard defend lead "
    "handle prevent make carry investigate collect coordinate build train shape form draft write design".split()
)
"""With what one is charged as a duty, and not as a crime."""
ARSENAL = frozenset(
    {"weapon", "arsenal", "stockpile", "warhead", "munition", "arm", "missile", "rocket", "bomb", "mine"}
)
AT_ONCE = 8
"""Sentences whose words are remembered: all words of one are judged before the next."""


def _is_kept(verb: Token) -> bool:
    """Whether what is honoured is a promise or a measure, which honours nobody: "are honoring the sanctions"."""
    return any(t.lemma_.lower() in TERMS_KEPT for t in objects(verb))


def _is_entrusted(verb: Token) -> bool:
    """Whether one is charged with a duty: "charged with finding the weapons"."""
    return any(
        c.lemma_.lower() in ERRANDS and "with" in {m.norm_.lower() for m in children(c, "mark", "case")}
        for c in children(verb, "advcl", "xcomp", "obl", "acl")
    )


def _is_dismissal(verb: Token) -> bool:
    """Whether somebody is fired, and not at."""
    fired = {t.lemma_.lower() for t in objects(verb)} if verb.pos_ == "VERB" else set()
    aimed = verb.i + 1 < len(verb.doc) and verb.nbor(1).norm_.lower() in AT
    return bool(fired) and not aimed and fired.isdisjoint(SHOTS)


def _is_of_child(noun: Token) -> bool:
    """Whether custody is held over a child, as no preposition puts anybody into it."""
    return noun.pos_ == "NOUN" and case_of(noun) not in CUSTODY


def _is_of_reporters(verb: Token) -> bool:
    """Whether one asks to know ("asked whether", "asked about"), or asks not to be named."""
    if any(
        t.norm_.lower() in QUESTIONS for c in children(verb, "ccomp", "advcl") for t in children(c, "mark", "advmod")
    ):
        return True
    about = any(case_of(t) == "about" for t in children(verb, "obl"))
    return about or any(c.lemma_.lower() in UNNAMED for c in children(verb, "xcomp", "ccomp"))


def _is_no_praise(word: Token) -> bool:
    """Whether support is what somebody has among many, what a gift gives, or what a deed without words is done in."""
    if word.pos_ == "VERB":
        return any(t.lemma_.lower() in GIFTS for t in subjects(word))
    below = {case_of(t) for t in children(word, "nmod", "obl")}
    aimed = case_of(word) == "in" and "of" in below and word.head.lemma_.lower() not in UTTERING
    return "among" in below or aimed


def _is_named_war(noun: Token) -> bool:
    """Whether a war is only named: "since the Vietnam war", and not "the American war on the rebels"."""
    named = any(c.ent_type_ for c in children(noun, "compound", "amod"))
    return named and not any(case_of(t) in FOR_WAR for t in children(noun, "nmod"))


def _is_denial(verb: Token) -> bool:
    """Whether one says that something is not so: "denied that he had fled", "denied planning to flee"."""
    return verb.pos_ == "VERB" and bool(children(verb, "ccomp", "xcomp")) and not children(verb, "obj", "iobj")


@lru_cache(maxsize=AT_ONCE)
def words_around(doc: Doc, first: int, last: int) -> frozenset[str]:
    """Return the forms and lemmas of a sentence, in lower case."""
    columns = doc.columns
    return frozenset((*columns.low[first:last], *columns.low_lemmas[first:last]))


def is_disarming(verb: Token) -> bool:
    """Whether somebody destroys weapons of his own: "destroyed its missiles"."""
    if verb.lemma_.lower() not in {"destroy", "eliminate", "dismantle"}:
        return False
    own = (t for t in objects(verb) if any(c.pos_ == "PRON" for c in children(t, "nmod:poss")))
    return any(t.lemma_.lower() in ARSENAL for t in own)


RULES: Mapping[str, tuple[EventType, Callable[[Token], bool]]] = {
    **dict.fromkeys(("honor", "honour"), (EventType.SUPPORT, _is_kept)),
    "charge": (EventType.ACCUSE, _is_entrusted),
    "fire": (EventType.ASSAULT, _is_dismissal),
    "custody": (EventType.COERCE, _is_of_child),
    "ask": (EventType.REQUEST, _is_of_reporters),
    "support": (EventType.SUPPORT, _is_no_praise),
    "war": (EventType.ASSAULT, _is_named_war),
    "deny": (EventType.REJECT, _is_denial),
}
"""Words of two senses: the type of act that each does not tell where the rule holds."""
