"""When a word that could report an act reports none: names, kinds of things, dangers, forecasts, acts of nature."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES
from demarche.code.senses import RULES
from demarche.code.syntax import arguments, case_of, children, is_passive, objects, subjects
from demarche.code.words import Words
from demarche.codebook import Pos
from demarche.codebook.lexicon import Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import ActEntry, Codebook, Discard
    from demarche.codebook.lexicon import Lexicon

__all__ = ["DECLINING", "SILENT", "barred_types", "barred_words", "is_attributive", "is_mere_state"]

DECLINING = frozenset({"decline", "refuse"})
SILENT = frozenset("say confirm deny comment name give identify elaborate discuss specify speculate answer".split())
"""What one declines to a reporter, which is no act towards anybody."""
AGAINST = Slot(relation="obl", prepositions=("against", "to"))
MOODS = frozenset("optimism pessimism complacency panic euphoria despair haste speculation generalization".split())
"""What one warns everybody against."""
OWN_WORDS = frozenset({"it", "they", "we", "he", "she", "i"})
COMING = frozenset({"will", "would", "'ll", "'d", "shall"})
BEING = frozenset("pose constitute represent present face counter combat confront address fight meet contain".split())
"""Verbs whose object is a danger, which nobody utters."""
NATURE = frozenset(
    "flu influenza coronavirus virus strain pandemic epidemic outbreak disease illness cholera ebola malaria measles "
    "plague infection pneumonia cancer famine starvation drought heat heatwave cold earthquake quake aftershock tremor "
    "tsunami flood flooding storm hurricane typhoon cyclone tornado landslide mudslide avalanche eruption volcano "
    "wildfire accident crash collision derailment stampede rubble debris".split()
)
"""What kills and strikes without being anybody's act."""
CRASHING = frozenset("crash collide derail sink capsize overturn collapse".split())
"""What vehicles and houses do when people die in them by accident."""
CARRYING = frozenset(
    "campaign effort operation mission drive wave spree series round session process talk measure listing package "
    "attempt threat call order decision plan action move step attack strike raid deal agreement accord pact visit "
    "meeting table troops troop programme program regime violation".split()
)
"""Nouns before which an act's noun still tells that act ("arrest campaign", "sanctions listings")."""
WILLING = frozenset({"want", "wish", "seek", "hope", "desire", "like", "prefer", "need"})
"""Verbs whose infinitive is what their own subject would do ("wants to leave"), which asks nobody."""
MAINTAINING = frozenset({"insist", "suggest", "maintain"})
"""Verbs that ask with a clause of what should be, and only claim with one of what is or will be."""
CROWD = frozenset("protester protestor demonstrator rioter marcher striker".split())
"""Who they are does not tell what they do."""
GLUED = frozenset({"self", "off"})
"""Before a hyphen, what makes another word of an act's ("self-funding", "off-limits")."""
DETERMINERS = frozenset({"a", "an", "the"})
SELVES = frozenset("myself yourself himself herself ourselves themselves".split())
SELF_DIRECTED = (EventType.ASSAULT, EventType.COERCE, EventType.REQUEST)
"""Types of act that nobody does to himself ("shot herself", "asked himself")."""


def barred_words(reading: Reading, sentence: ReadSentence, codebook: Codebook, among: Iterable[int]) -> set[int]:
    """Return those of some words of a sentence that report no act of any type.

    They are those of discarded phrases and of names, nouns before the noun of a thing, and halves of compounds.
    """
    found = Words.of(reading, sentence).find(codebook.discards)
    discarded = {word for match in found for word in range(match.start, match.end)}
    return {
        word
        for word in among
        if word in discarded or _is_barred(reading.doc[word], codebook) or _is_in_name(reading, word)
    }


def _is_barred(token: Token, codebook: Codebook) -> bool:
    if token.pos_ == "VERB":
        pairs = _pairs(codebook.discards)
        return _is_half(token) or any((token.lemma_.lower(), o.lemma_.lower()) in pairs for o in objects(token))
    return (
        _is_half(token)
        or token.lemma_.lower() in CROWD
        or (token.pos_ in {"NOUN", "PROPN"} and _is_of_thing(token, codebook))
    )


def _is_in_name(reading: Reading, word: int) -> bool:
    """Whether a word is a proper noun in a name of several words."""
    names = (name for name in reading.names if name.last > name.first + 1)
    return reading.doc[word].pos_ == "PROPN" and any(name.first <= word < name.last for name in names)


@lru_cache(maxsize=4)
def _pairs(discards: Lexicon[Discard]) -> frozenset[tuple[str, str]]:
    """Return the discarded phrases of a verb and its object, which hold wherever the object stands."""
    plain = (tuple(w for w in entry.phrase if w not in DETERMINERS) for entry in discards.entries)
    return frozenset((pair[0], pair[1]) for pair in plain if len(pair) == 2)


def _is_of_thing(token: Token, codebook: Codebook) -> bool:
    """Whether an act's noun only says of which kind the noun behind it is: "rescue workers", "lawsuit bill"."""
    if token.dep_ != "compound" or token.head.i <= token.i or token.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    above = token.head.lemma_.lower()
    return above not in CARRYING and not codebook.acts.get(above, Pos.NOUN)


def _is_half(token: Token) -> bool:
    """Whether a word is half of a modifier, which tells no act: "Soviet-backed", "tug-of-war", "torture-loving"."""
    if token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        glued = token.i > 1 and token.nbor(-2).lower_ in GLUED
        return glued or token.dep_ in {"amod", "acl", "nmod", "compound"}
    if token.i + 2 >= len(token.doc) or token.nbor(1).text != "-" or token.whitespace_ or token.pos_ != "NOUN":
        return False
    return token.nbor(2).lower_.endswith(("ing", "ed", "torn", "ridden", "stricken", "prone", "free"))


def is_attributive(token: Token) -> bool:
    """Whether a participle tagged as a verb only says what the noun behind it is like: "badly wounded males"."""
    last = token.i + 1 >= len(token.doc)
    if last or token.pos_ != "VERB" or not token.lower_.endswith(("ed", "en")):
        return False
    behind, before = token.nbor(1), token.nbor(-1) if token.i else token
    apart = behind.pos_ == "NOUN" and token not in behind.ancestors
    return apart and before.dep_ == "advmod" and before.head.i == token.i


def is_mere_state(token: Token, entries: Sequence[ActEntry]) -> bool:
    """Whether a word tells how things are, or says no more than it says to a reporter.

    "Poses a threat", "is a threat", "warned that prices may rise", "declined to comment".
    """
    lemma = token.lemma_.lower()
    silent = lemma in DECLINING and any(c.lemma_.lower() in SILENT for c in children(token, "xcomp", "ccomp", "advcl"))
    if silent or (lemma == "warn" and token.pos_ == "VERB" and not _is_threat(token)):
        return True
    danger = token.pos_ == "NOUN" and any(e.type is EventType.THREATEN for e in entries)
    return danger and _is_danger(token)


def _is_danger(noun: Token) -> bool:
    """Whether a threat is there and nobody utters it: "the threat they pose", "is a threat", "fled from threats"."""
    if case_of(noun) in {"from", "against"}:
        return True
    faced = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in BEING
    posed = any(c.lemma_.lower() in BEING for c in children(noun, "acl:relcl", "acl"))
    return faced or posed or bool(children(noun, "cop"))


def _is_threat(verb: Token) -> bool:
    """Whether one who warns says what will come of it, warns against something, or warns of what he himself will do.

    "Warned Iran of consequences", and not "warned his voters about apathy" or "was warned that this was unlikely".
    """
    against = arguments(verb, AGAINST)
    if against:
        return not any(t.lemma_.lower() in MOODS for t in against)
    own = {t.norm_.lower() for t in subjects(verb)} | OWN_WORDS
    clauses = [c for c in children(verb, "ccomp") if children(c, "aux")]
    if any(t.norm_.lower() in own for clause in clauses for t in children(clause, "nsubj")):
        return True
    heard = bool(objects(verb) or children(verb, "iobj"))
    told = children(verb, "ccomp") or [t for t in children(verb, "obl") if case_of(t) == "about"]
    coming = any(a.norm_.lower() in COMING for c in children(verb, "ccomp") for a in children(c, "aux"))
    return heard and (coming or not told)


def barred_types(token: Token) -> frozenset[EventType]:
    """Return the types of act that a word does not report where it stands, though it does elsewhere."""
    return frozenset(_barred_types(token))


def _barred_types(token: Token) -> Iterator[EventType]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and _is_natural(token):
        yield from (EventType.ASSAULT, EventType.COERCE)
    if token.pos_ == "VERB" and any(t.lower_ in SELVES for t in children(token, "obj", "iobj")):
        yield from SELF_DIRECTED
    own = lemma in WILLING and children(token, "xcomp") and not children(token, "obj", "iobj")
    if own or (lemma in MAINTAINING and _is_claim(token)):
        yield EventType.REQUEST
    rule = RULES.get(lemma)
    if rule and rule[1](token):
        yield rule[0]


def _is_natural(verb: Token) -> bool:
    """Whether what kills or strikes is a disease, the weather or an accident ("killed in the quake")."""
    told = [part for doer in subjects(verb) for part in (doer, *children(doer, "nmod", "compound"))]
    told += [t for t in children(verb, "obl", "obl:agent") if case_of(t) in {"in", "by"}]
    crashed = is_passive(verb) and any(c.lemma_.lower() in CRASHING for c in children(verb, "advcl"))
    return crashed or any(t.lemma_.lower() in NATURE for t in told)


def _is_claim(verb: Token) -> bool:
    """Whether a clause says what is, was or will be, and not what should be: "insisted that he would not be there"."""
    for clause in children(verb, "ccomp"):
        auxiliaries = [a.norm_.lower() for a in children(clause, "aux", "aux:pass", "cop")]
        if not auxiliaries:
            return clause.norm_.lower() != clause.lemma_.lower()
        return not DUTIES.intersection(auxiliaries) and auxiliaries[0] != "be"
    return False
