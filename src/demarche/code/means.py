"""What the words around a means say of it: whose verb handles it, and whether it is used, offered, ended or wished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.function_words import has_negator, is_under
from demarche.code.syntax import case_of, children, is_passive
from demarche.record import LeverUse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.doc import Doc, Token
    from demarche.codebook import LeverKind, Match

__all__ = [
    "BENEFITS",
    "DEALT_OUT",
    "HANDLED",
    "INFLUENCE",
    "LIFTING",
    "SANCTIONS",
    "UNHELD",
    "WITHHOLDING",
    "handler_of",
    "is_aside",
    "is_asked_for",
    "is_cut",
    "is_direct",
    "is_lacking",
    "is_means",
    "is_one_blow",
    "is_owned",
    "is_pressing",
    "is_purpose",
    "is_receiver",
    "is_single",
    "is_standing",
    "is_supposed",
    "is_wanted",
    "modifiers",
    "use_of",
]

BLOWS = frozenset("invasion attack assault raid strike coup conquest bombing incursion".split())
"""Nouns that in the singular name one attack, whatever goes on since."""
LIFTING = frozenset(
    "lift ease end suspend relax waive drop remove release withdraw dismantle destroy scrap evacuate pull".split()
)
WITHHOLDING = frozenset("withhold stop cut halt deny refuse freeze delay block bar ban prevent limit restrict".split())
OFFERING = frozenset("offer threaten consider propose promise weigh pledge vow plan warn".split())
OWNING = frozenset("have possess hold control own retain enjoy keep maintain".split())
"""Verbs by which somebody has a means at hand without its being used."""
STANDING = frozenset("remain stay mass gather stand wait".split())
"""What troops do that are a means merely by being there."""
MERE = frozenset({"have", "possess", "own", "retain", "enjoy", "control", "hold"})
HANDLING = frozenset(
    "use impose provide supply send deploy move ship deliver sell give apply exert wield increase boost station mass "
    "tighten enforce extend expand renew grant lend pay employ adopt pass place put arm bring".split()
)
"""Verbs whose object is a means that their subject puts to use."""
AHEAD = frozenset({"will", "would", "could", "may", "might", "'ll"})
FREEING = frozenset({"free", "release"})
HANDLED = HANDLING | OWNING | LIFTING | WITHHOLDING | OFFERING
ASKED = frozenset("press urge call ask want vital tell need essential demand beg crucial important".split())
"""Words over a means that somebody is asked to use."""
CALLING = frozenset({"call", "appeal", "press", "push", "ask", "plead"})
"""Verbs whose `for` opens what somebody wants."""
DEALT_OUT = frozenset(
    "listing package regime shipment delivery supply sale export import deployment programme program measure cut "
    "cutoff cut-off buildup build-up presence support convoy reserve output power transfer".split()
)
"""Nouns before which a means stands as a modifier and is still the means ("sanctions listings")."""
PORTIONS = frozenset(
    "number percent per_cent hundred thousand million billion dozen ton tonne barrel score majority half part series "
    "round wave lot amount volume flow range kind type threat use tranche".split()
)
"""Nouns before an `of` that measure a means, so that who handles them handles it."""
FIGHTERS = frozenset("soldier troop marine fighter rebel".split())
"""Means that are people."""
EQUIPPING = frozenset({"supply", "provide", "arm", "equip"})
"""Verbs whose object, where something stands under `with`, is who gets it."""
ASIDE = frozenset({"advcl", "acl:relcl", "acl", "parataxis", "conj"})
"""Clauses below an act that tell of something else ("offered help because its exports go to Iraq")."""
BESIDE = frozenset("in into inside outside near at for over after before during through across about".split())
"""Prepositions under which a noun says where, when or why something is done, not by what."""
CONDITIONS = frozenset({"if", "unless", "until", "once"})
EXPECTING = frozenset("expect authorize authorise empower allow enable prepare plan ready poise order".split())
"""Words over the use of a means that is still to come."""
INFLUENCE = "influence and pressure"
SANCTIONS = "sanctions"
VOTES = "votes and resolutions"
PASSING = frozenset({"adopt", "pass"})
"""Verbs by which a body puts its vote to use, whomever it may press."""
BENEFITS = frozenset({"aid", "arms", "access", "food and medicine", "security guarantee", "recognition", "membership"})
UNHELD = frozenset({"sanctions", "embargo and blockade"})
"""Kinds that press though the text does not say who imposed them, or on whom."""
WEAPONS = frozenset({"arms", "nuclear and missile programme", "energy", "troops", "prisoners", "territory"})
"""Kinds whose mere possession is a lever, over whomever it may concern."""
HELD_IN_USE = frozenset({"prisoners", "territory"})
"""Kinds that press by being held."""


def is_lacking(token: Token, handler: Token | None) -> bool:
    """Whether somebody has no such means ("had no weapons", "do not have an army")."""
    return handler is not None and handler.lemma_.lower() in MERE and (has_negator(handler) or has_negator(token))


def is_cut(match: Match[LeverKind], doc: Doc) -> bool:
    """Whether a word is only a piece of another that hyphens join ("Port-au-Prince", "oil-rich")."""
    ends = (doc[match.start].nbor(-1) if match.start else None, *doc[match.end : match.end + 1])
    return any(t is not None and t.text == "-" for t in ends)


def is_means(noun: Token) -> bool:
    """Whether a noun stands for the means itself, not for what another noun is about ("arms inspectors")."""
    means = noun.dep_ != "compound" or noun.head.lemma_.lower() in DEALT_OUT
    return noun.pos_ in {"NOUN", "PROPN"} and means


def handler_of(token: Token) -> Token | None:
    """Return the verb that does something to a means: that of which it is the object, or in the passive the subject.

    What is done to "the families of soldiers" is not done to soldiers, to "thousands of soldiers" it is.
    """
    head = token.head
    measured = head.lemma_.lower() in PORTIONS | DEALT_OUT
    if token.dep_ == "nmod" and head.pos_ == "NOUN" and case_of(token) == "of" and measured:
        return handler_of(head)
    if token.dep_ in {"conj", "appos"} and head.pos_ in {"NOUN", "PROPN"}:
        return handler_of(head)
    if is_receiver(token, head):
        return None
    passive = token.dep_ == "nsubj" or (token.dep_ == "xcomp" and token.pos_ == "NOUN")
    if head.pos_ == "VERB" and (token.dep_ in {"obj", "nsubj:pass"} or (passive and is_passive(head))):
        return head
    participle = next((c for c in children(token, "acl") if c.pos_ == "VERB"), None)
    return participle if participle is not None and is_passive(participle) else None


def is_receiver(noun: Token, verb: Token) -> bool:
    """Whether a noun is given something ("soldiers are offered a drug", "supply the troops with radios")."""
    given = noun.dep_ == "nsubj:pass" and bool(children(verb, "obj"))
    equipped = noun.dep_ == "obj" and verb.lemma_.lower() in EQUIPPING
    return given or (equipped and any(case_of(c) == "with" for c in children(verb, "obl")))


def modifiers(noun: Token) -> list[Token]:
    """Return the words before a noun, also those before them ("EU Syria sanctions listings")."""
    own = children(noun, "amod", "compound")
    return [t for word in own for t in (word, *modifiers(word))]


def is_asked_for(token: Token) -> bool:
    """Whether a noun stands in what somebody only calls for ("calls for the deployment of the army")."""
    while token.pos_ in {"NOUN", "PROPN"} and token.head != token:
        above = token.head.head if token.head.dep_ == "conj" else token.head
        if case_of(token) == "for" and token.head.pos_ == "VERB" and {token.head.lemma_, above.lemma_} & CALLING:
            return True
        token = token.head
    return False


def is_purpose(token: Token) -> bool:
    """Whether an act is only what something else is for ("access to assist them")."""
    aimed = token.dep_ in {"advcl", "acl"}
    return aimed and any(m.norm_.lower() == "to" for m in children(token, "mark"))


def is_single(noun: Token) -> bool:
    """Whether a noun of fighters is in the singular: one man of them, or a kind of aircraft ("fighter aircraft")."""
    return noun.lemma_.lower() in FIGHTERS and noun.norm_.lower() == noun.lemma_.lower()


def is_one_blow(token: Token) -> bool:
    """Whether a noun names a single attack, which is an event and no means."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in BLOWS and token.norm_.lower() == token.lemma_.lower()


def is_supposed(token: Token) -> bool:
    """Whether an act is told only in a condition ("until it ends the violence")."""
    return is_under(token, CONDITIONS)


def is_pressing(token: Token) -> bool:
    """Whether an act will be done unless another yields ("would strike Iraq unless it gave access")."""
    ahead = {c.norm_.lower() for c in children(token, "aux")} & AHEAD
    return bool(ahead) and any(
        m.norm_.lower() == "unless" for c in children(token, "advcl") for m in children(c, "mark")
    )


def is_aside(noun: Token, act: Token) -> bool:
    """Whether a noun stands in a clause of its own below an act, or says where, when or why it is done."""
    while noun not in (act, noun.head):
        clause = noun.dep_ in ASIDE and noun.pos_ in {"VERB", "AUX"}
        if clause or (noun.dep_ in {"obl", "nmod"} and case_of(noun) in BESIDE):
            return True
        noun = noun.head
    return False


def is_direct(noun: Token, act: Token) -> bool:
    """Whether a noun is itself under an act or a verb of it, not below another ("the repercussions of the attack")."""
    above = noun.head
    return noun.dep_ != "nmod" or above == act or above.pos_ != "NOUN" or above.lemma_.lower() in PORTIONS | DEALT_OUT


def is_owned(token: Token, handler: Token | None, kind: str) -> bool:
    """Whether a means is a lever though nobody is named over whom: weapons had, troops that stay, an embargo."""
    if kind in UNHELD:
        return True
    if handler is None:
        return kind == "troops" and is_standing(token)
    lemma = handler.lemma_.lower()
    voted = kind == VOTES and lemma in PASSING
    piece = kind == "arms" and token.norm_.lower() == token.lemma_.lower()
    return voted or kind == INFLUENCE or (lemma in OWNING and kind in WEAPONS and not piece)


def is_standing(troops: Token) -> bool:
    """Whether troops are told of as being there, which is a means; what soldiers do otherwise is none."""
    there = bool(children(troops.head, "expl"))
    staying = troops.head.lemma_.lower() in STANDING and not children(troops.head, "obj")
    return troops.dep_ == "nsubj" and (there or staying)


def use_of(token: Token, verb: Token | None, kind: str) -> LeverUse:
    """Return what the verb says is done with the means; without a verb it is in use."""
    if verb is None:
        return LeverUse.YES
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else None
    negated = any(has_negator(v) for v in (token, verb, above) if v is not None)
    if is_wanted(verb):
        return LeverUse.NO
    if verb.lemma_.lower() in LIFTING | FREEING | WITHHOLDING:
        return _given_up(verb, kind, negated=negated)
    expected = any(t.lemma_.lower() in EXPECTING for t in _governors(verb))
    if negated and not expected:
        return LeverUse.WITHHELD if kind in BENEFITS else LeverUse.NO
    offered = expected or any(v.lemma_.lower() in OFFERING for v in (verb, above) if v is not None)
    if offered or {c.norm_.lower() for c in children(verb, "aux")} & AHEAD:
        return LeverUse.THREATENED
    return LeverUse.NO if verb.lemma_.lower() in MERE and kind in WEAPONS - HELD_IN_USE else LeverUse.YES


def _governors(verb: Token) -> Iterator[Token]:
    """Yield the verbs to whose infinitives a verb belongs ("expected to authorize them to use")."""
    while verb.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and any(m.norm_ == "to" for m in children(verb, "mark")):
        verb = verb.head
        yield verb


def is_wanted(verb: Token) -> bool:
    """Whether somebody is asked to use the means, so that as yet he does not."""
    duty = {c.norm_.lower() for c in children(verb, "aux")} & {"must", "should", "ought"}
    return bool(duty) or (verb.dep_ in {"xcomp", "ccomp", "advcl", "csubj"} and verb.head.lemma_.lower() in ASKED)


def _given_up(verb: Token, kind: str, *, negated: bool) -> LeverUse:
    """Return what ending a means says: a pressure is lifted, a benefit withheld; what is not ended is in use."""
    if negated:
        return LeverUse.YES
    above = next((t.head for t in (verb, *verb.ancestors) if t.dep_ == "advcl"), verb)
    ahead = any({c.norm_.lower() for c in children(v, "aux")} & AHEAD for v in (verb, above))
    if ahead and verb.lemma_.lower() not in WITHHOLDING:
        return LeverUse.THREATENED
    if verb.lemma_.lower() in WITHHOLDING:
        return LeverUse.WITHHELD if kind in BENEFITS else LeverUse.YES
    return LeverUse.LIFTED
