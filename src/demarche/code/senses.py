"""Words of two senses: where each does not tell its act, and where it tells another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES, QUESTIONS, is_negated
from demarche.code.syntax import case_of, children, is_passive, objects, subjects
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from demarche.annotate.doc import Doc, Token

__all__ = ["RULES", "VOTES", "WEAPONS", "is_amid", "is_charge", "is_disarming", "is_of", "is_of_words", "words_around"]

COMMENTING = frozenset("comment elaborate speculate specify".split())
"""What nobody but a reporter asks for."""
RULING = frozenset(
    "statute treaty convention amendment constitution stage situation moment time task job process nature".split()
)
"""Texts and states of things that demand or forbid, in which nobody speaks to anybody."""
WEAPONS = frozenset("gas bullet ied rocket missile shell bomb grenade mortar cannon gun rifle mine explosive".split())
ARSENAL = frozenset({"weapon", "arsenal", "stockpile", "warhead", "munition", "arm"})
QUOTES = frozenset({'"', "“", "``", "‘", "'", ",", ":"})
QUOTED_WITHIN = 5
"""Words behind "ask" among which what is asked opens."""
CAPTIVES = frozenset("hostage prisoner captive detainee inmate slave crew journalist".split())
"""Who is let go; others, and places, are liberated by arms."""
OPINIONS = frozenset(
    "assessment view opinion analysis idea sentiment conclusion statement description characterization point argument "
    "claim comment remark criticism premise notion finding diagnosis".split()
)
"""What one agrees with as with something true."""
UTTERING = frozenset(
    "speak vote rally march demonstrate protest write say testify campaign declare argue come issue voice statement "
    "speech demonstration letter".split()
)
"""What is done in words or by a crowd, so that to do it in support of somebody supports him."""
GIFTS = frozenset("aid assistance grant fund funding money donation loan contribution".split())
"""What is given, of which it is no praise that it supports somebody."""
TALKS = frozenset({"discussion", "conversation", "dialogue"})
"""What goes on among everybody unless its sides are named."""
SIDES = frozenset({"with", "between", "among"})
HELD = frozenset("hold have continue begin start resume open end enter conduct lead join host schedule propose".split())
FOR_WAR = frozenset({"against", "on", "with"})
OFFICES = frozenset("office post power position job government party presidency seat talk meeting summit".split())
"""What one leaves by giving something up or away."""
DISPUTANTS = frozenset(
    "moderator opponent rival candidate critic nominee journalist press media reporter senator congressman lawmaker "
    "democrat republican judge record character integrity credibility".split()
)
"""Whom and what politicians attack with words."""
VOTES = frozenset(
    "candidate nominee nomination voter republican republicans democrat democrats primary referendum delegate ballot "
    "election".split()
)
"""Words about a contest of votes."""
DISPUTES = VOTES | frozenset(
    "debate moderator ad advertisement interview tweet remark critique criticize criticise rhetoric endorsement "
    "endorse speech donor".split()
)
"""Words about a contest of words and votes."""
SPOKEN_BLOWS = frozenset("attack hit assault blast slam bash swipe".split())
"""What is done to a rival in words."""
FELT_BLAME = frozenset("anger outrage fury ire indignation dismay displeasure scorn".split())
FELT_PRAISE = frozenset("sympathy admiration friendship goodwill".split())
VOICING = frozenset("express voice convey offer send reiterate extend declare show share vent unleash draw".split())
"""Verbs by which a feeling becomes an act."""
AT_ONCE = 8
"""Sentences whose words are remembered: all words of one are judged before the next."""
BLOODSHED = frozenset(
    "kill wound injure bomb bomber bombing gunman soldier troop militant terrorist rebel insurgent suicide dead death "
    "die shoot gun rocket missile knife grenade mortar fighter convoy".split()
)
"""Words about blows that fall."""
POLLED = frozenset(
    "percent % percentage third quarter respondent reader viewer analyst economist expert critic observer".split()
)
"""Who agrees with an opinion, and not to a deal."""
INQUIRIES = frozenset(
    "comment information detail interview clarification explanation opinion view autograph name reaction".split()
)
"""What reporters ask for."""
NAMING = frozenset({"name", "identify", "quote"})
"""What those ask not to be who speak to reporters."""
SHOTS = frozenset(
    "shot round salvo volley canister pellet torpedo artillery teargas drone weapon burst barrage".split()
)
AT = frozenset({"at", "on", "upon", "into", "in"})
CUSTODY = frozenset({"in", "into", "from", "under"})
"""How the custody of prisoners is told; that of a child is asked for, won and shared."""


def is_of(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether a noun is one of these, or a measure of them ("five years of returns")."""
    return any(t.lemma_.lower() in lemmas for t in (token, *children(token, "nmod")))


def _is_question(verb: Token) -> bool:
    """Whether one asks to know: "was asked whether he would stay"."""
    clauses = children(verb, "ccomp", "advcl")
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in QUESTIONS:
        return True
    return any(
        t.norm_.lower() in QUESTIONS for c in clauses for t in (c, *children(c, "mark", "advmod", "nsubj", "obj"))
    )


def _is_search_for(token: Token) -> bool:
    """Whether one looks for something, where police search somebody."""
    return any(case_of(t) == "for" for t in children(token, "obl", "nmod"))


def _is_dismissal(verb: Token) -> bool:
    """Whether somebody is fired, and not at."""
    fired = {t.lemma_.lower() for t in objects(verb)} if verb.pos_ == "VERB" else set()
    aimed = verb.i + 1 < len(verb.doc) and verb.nbor(1).norm_.lower() in AT
    return bool(fired) and not aimed and fired.isdisjoint(WEAPONS | SHOTS)


def _is_of_child(noun: Token) -> bool:
    """Whether custody is held over a child, as no preposition puts anybody into it."""
    return noun.pos_ == "NOUN" and case_of(noun) not in CUSTODY


def _is_naming(verb: Token) -> bool:
    """Whether one calls somebody, out, or something: "called Mr. Amin for advice", "called him a threat for it"."""
    if any(t.ent_type_ == "PER" for t in children(verb, "obj")) and not children(verb, "xcomp"):
        return True
    out = any(t.norm_.lower() in {"out", "off"} for t in children(verb, "compound:prt", "advmod"))
    return out or bool(children(verb, "obj", "nsubj:pass") and [c for c in children(verb, "xcomp") if c.pos_ != "VERB"])


def _is_vague_wish(verb: Token) -> bool:
    """Whether one seeks only what a clause above names, or a suspect: "the moment they had sought", "sought as"."""
    if any(case_of(t) == "as" for t in children(verb, "obl")):
        return True
    if verb.pos_ != "VERB" or is_passive(verb) or children(verb, "ccomp", "xcomp"):
        return False
    asked = any(case_of(t) in {"from", "of"} for t in children(verb, "obl"))
    return not asked and all(t.i < verb.i for t in children(verb, "obj"))


def _is_inquiry(verb: Token) -> bool:
    """Whether one asks to know, as reporters do: "asked whether", "asked for details", "asks him: is it so?"."""
    wanted = [t for t in children(verb, "obl", "nmod") if case_of(t) == "for"]
    told = any(c.lemma_.lower() in COMMENTING for c in children(verb, "xcomp"))
    if verb.pos_ == "VERB" and (told or any(case_of(t) == "about" for t in children(verb, "obl"))):
        return True
    if any(is_negated(c) and c.lemma_.lower() in NAMING for c in children(verb, "xcomp", "ccomp")):
        return True
    return _is_question(verb) or any(t.lemma_.lower() in INQUIRIES for t in wanted) or _is_quoted_question(verb)


def _is_quoted_question(verb: Token) -> bool:
    """Whether what asks something opens within a few words: "I ask him, wouldn't it be better?"."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    opens = next((t for t in rest[:QUOTED_WITHIN] if t.text in QUOTES), None)
    return opens is not None and any(t.text == "?" for t in verb.doc[opens.i : verb.sent.end])


def _is_opinion(verb: Token) -> bool:
    """Whether those who agree are a share of the polled, or experts, or what they agree with is held to be true."""
    held = [t for t in children(verb, "obl") if case_of(t) == "with"]
    if any(t.lemma_.lower() in OPINIONS for t in held) or any(_is_statement(c) for c in children(verb, "ccomp")):
        return True
    return any(t.lemma_.lower() in POLLED or t.lower_ in POLLED for t in subjects(verb))


def _is_statement(clause: Token) -> bool:
    """Whether a clause says what is or was, and not what will or should be."""
    helping = [a.lemma_.lower() for a in children(clause, "aux", "aux:pass", "cop")]
    return set(helping) <= {"be", "have", "do"} if helping else clause.lower_ != clause.lemma_.lower()


def _is_own_wish(verb: Token) -> bool:
    """Whether one would have something, and asks nobody for it: "they want better schools"."""
    asked = children(verb, "xcomp", "ccomp") or any(case_of(t) in {"from", "of"} for t in children(verb, "obl"))
    return verb.pos_ == "VERB" and bool(children(verb, "obj")) and not asked


def _is_ruled(verb: Token) -> bool:
    """Whether a text or the state of things demands or forbids something: "the moment requires calm"."""
    return verb.pos_ == "VERB" and any(t.lemma_.lower() in RULING for t in subjects(verb))


def _is_denial(verb: Token) -> bool:
    """Whether one says that something is not so: "denied that he had fled", "denied planning to flee"."""
    return verb.pos_ == "VERB" and bool(children(verb, "ccomp", "xcomp")) and not children(verb, "obj", "iobj")


def _is_answered(verb: Token) -> bool:
    """Whether something is met with a feeling or a deed: "the ruling was met with outrage"."""
    return verb.pos_ == "VERB" and is_passive(verb) and any(case_of(t) == "with" for t in children(verb, "obl"))


def _is_forecast(verb: Token) -> bool:
    """Whether one is sure that something will be so: "expressed confidence that the vote would be held"."""
    told = [c for noun in (verb, *children(verb, "obj")) for c in children(noun, "ccomp", "acl", "acl:relcl")]
    return any(m.norm_.lower() == "that" for c in told for m in children(c, "mark"))


def _is_no_praise(word: Token) -> bool:
    """Whether support is what somebody has among many, what a gift gives, or what a deed without words is done in."""
    if word.pos_ == "VERB":
        return any(t.lemma_.lower() in GIFTS for t in subjects(word))
    below = {case_of(t) for t in children(word, "nmod", "obl")}
    aimed = case_of(word) == "in" and "of" in below and word.head.lemma_.lower() not in UTTERING
    return "among" in below or aimed


def _is_by_arms(word: Token) -> bool:
    """Whether what is liberated is a place or a people, and no captive."""
    freed = objects(word) if word.pos_ == "VERB" else [t for t in children(word, "nmod") if case_of(t) == "of"]
    return not any(t.lemma_.lower() in CAPTIVES for t in freed)


def _is_named_war(noun: Token) -> bool:
    """Whether a war is only named: "since the Vietnam war", and not "the American war on the rebels"."""
    named = any(c.ent_type_ for c in children(noun, "compound", "amod"))
    return named and not any(case_of(t) in FOR_WAR for t in children(noun, "nmod"))


def _is_among_all(noun: Token) -> bool:
    """Whether a talk is one that no two sides hold: "stirred a discussion on schools"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in {"obj", "nmod", "conj"} or children(noun, "nmod:poss"):
        return False
    holding = (noun.head, *children(noun, "acl:relcl"))
    held = any(t.lemma_.lower() in HELD for t in holding)
    return not held and not any(case_of(t) in SIDES for t in children(noun, "nmod"))


def _is_departure(verb: Token) -> bool:
    """Whether a person goes away, and gives nothing up: "is leaving for Paris"."""
    person = any(t.ent_type_ == "PER" or t.lower_ in {"he", "she", "i"} for t in subjects(verb))
    return verb.pos_ == "VERB" and person and not any(is_of(t, OFFICES) for t in children(verb, "obj"))


def _is_because(noun: Token) -> bool:
    """Whether thanks are no more than a cause: "grew thanks to the harvest"."""
    return noun.dep_.startswith(("obl", "advmod", "case"))


def _is_only_felt(noun: Token) -> bool:
    """Whether a feeling is there and nobody voices it: "the target of their anger"."""
    return noun.pos_ == "NOUN" and noun.head.lemma_.lower() not in VOICING


def _is_advance(word: Token) -> bool:
    """Whether one marches towards an aim: "his march toward the nomination"."""
    return any(case_of(t) in {"toward", "towards"} for t in children(word, "nmod", "obl"))


@lru_cache(maxsize=AT_ONCE)
def words_around(doc: Doc, first: int, last: int) -> frozenset[str]:
    """Return the forms and lemmas of a sentence, in lower case."""
    columns = doc.columns
    return frozenset((*columns.low[first:last], *columns.low_lemmas[first:last]))


def is_amid(word: Token, contest: frozenset[str]) -> bool:
    """Whether the sentence has words of a contest in which nobody bleeds, and none of blows."""
    around = words_around(word.doc, word.sent.start, word.sent.end)
    return not around.isdisjoint(contest) and around.isdisjoint(BLOODSHED)


def is_of_words(token: Token) -> bool:
    """Whether a person is attacked with words: "attacked her opponent in the debate"."""
    if token.lemma_.lower() not in SPOKEN_BLOWS or not is_amid(token, DISPUTES):
        return False
    struck = objects(token) if token.pos_ == "VERB" else [t for t in children(token, "nmod") if case_of(t) == "on"]
    return any(t.ent_type_ == "PER" or t.pos_ == "PRON" or t.lemma_.lower() in DISPUTANTS for t in struck)


def is_charge(verb: Token) -> bool:
    """Whether somebody is told what he must do: "told him that he must take steps"."""
    if verb.lemma_.lower() != "tell" or not children(verb, "obj", "iobj"):
        return False
    must = (c for c in children(verb, "ccomp") if any(a.norm_.lower() in DUTIES for a in children(c, "aux")))
    return any(t.norm_.lower() not in {"i", "we"} for c in must for t in children(c, "nsubj", "nsubj:pass"))


def is_disarming(verb: Token) -> bool:
    """Whether somebody destroys weapons of his own: "destroyed its missiles"."""
    if verb.lemma_.lower() not in {"destroy", "eliminate", "dismantle"}:
        return False
    own = (t for t in objects(verb) if any(c.pos_ == "PRON" for c in children(t, "nmod:poss")))
    return any(t.lemma_.lower() in WEAPONS | ARSENAL for t in own)


RULES: Mapping[str, tuple[EventType, Callable[[Token], bool]]] = {
    "fire": (EventType.ASSAULT, _is_dismissal),
    "search": (EventType.COERCE, _is_search_for),
    "custody": (EventType.COERCE, _is_of_child),
    "call": (EventType.REQUEST, _is_naming),
    "seek": (EventType.REQUEST, _is_vague_wish),
    "ask": (EventType.REQUEST, _is_inquiry),
    "agree": (EventType.AGREE, _is_opinion),
    "support": (EventType.SUPPORT, _is_no_praise),
    **dict.fromkeys(("thank", "thanks"), (EventType.SUPPORT, _is_because)),
    "liberate": (EventType.RETREAT, _is_by_arms),
    "liberation": (EventType.RETREAT, _is_by_arms),
    "war": (EventType.ASSAULT, _is_named_war),
    "leave": (EventType.RETREAT, _is_departure),
    "march": (EventType.PROTEST, _is_advance),
    **dict.fromkeys(FELT_BLAME, (EventType.ACCUSE, _is_only_felt)),
    **dict.fromkeys(FELT_PRAISE, (EventType.SUPPORT, _is_only_felt)),
    **dict.fromkeys(TALKS, (EventType.CONSULT, _is_among_all)),
    "want": (EventType.REQUEST, _is_own_wish),
    "need": (EventType.REQUEST, _is_own_wish),
    "require": (EventType.REQUEST, _is_ruled),
    "prohibit": (EventType.COERCE, _is_ruled),
    "deny": (EventType.REJECT, _is_denial),
    "meet": (EventType.CONSULT, _is_answered),
    "express": (EventType.SUPPORT, _is_forecast),
}
"""Words of two senses: the type of act that each does not tell where the rule holds."""
