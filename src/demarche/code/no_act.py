"""When a word that could report an act reports none: idioms, names, feelings, dangers, opinions, acts of nature."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES, NEGATORS, QUESTIONS
from demarche.code.syntax import arguments, case_of, children, is_passive, objects, subjects
from demarche.code.words import Words
from demarche.codebook import Pos
from demarche.codebook.lexicon import Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import ActEntry, Codebook, Discard
    from demarche.codebook.lexicon import Lexicon

__all__ = [
    "DECLINING",
    "SILENT",
    "barred_types",
    "barred_words",
    "is_attributive",
    "is_mere_state",
    "is_negated",
]

FELT = frozenset("encourage hearten embolden reassure dishearten discourage".split())
"""Verbs that in the passive tell a feeling, unless an infinitive says to what one was encouraged."""
DECLINING = frozenset({"decline", "refuse"})
SILENT = frozenset("say confirm deny comment name give identify elaborate discuss specify speculate answer".split())
"""What one declines to a reporter, which is no act towards anybody."""
AGAINST = Slot(relation="obl", prepositions=("against", "to"))
OWN_WORDS = frozenset({"it", "they", "we", "he", "she", "i"})
COMING = frozenset({"will", "would", "'ll", "'d", "shall"})
BEING = frozenset("pose constitute represent present face counter combat confront address fight meet contain".split())
"""Verbs whose object is a danger, which nobody utters."""
SAYING = frozenset({"say", "state", "add", "note", "read", "tell", "conclude", "find", "show", "describe", "quote"})
"""What documents do: a release, a report or a statement that says something is no act itself."""
NATURE = frozenset(
    "flu influenza coronavirus virus pandemic epidemic outbreak disease illness cholera ebola malaria measles plague "
    "infection pneumonia cancer famine starvation drought heat heatwave cold earthquake quake aftershock tremor "
    "tsunami flood flooding storm hurricane typhoon cyclone tornado landslide mudslide avalanche eruption volcano "
    "wildfire accident crash collision derailment".split()
)
"""What kills and strikes without being anybody's act."""
MONTHS = frozenset({"march", "may"})
"""Months that are written like acts: beside a number, or with a capital inside a sentence."""
LOOK_BACK = 80
"""Words before "it" among which what it stands for is looked for: some three sentences."""
CARRYING = frozenset(
    "campaign effort operation mission drive wave spree series round session process talk measure listing package "
    "attempt threat call order decision plan action move step attack strike raid deal agreement accord pact visit "
    "meeting table troops troop programme program regime violation".split()
)
"""Nouns before which an act's noun still tells that act ("arrest campaign", "sanctions listings")."""
CONTESTED = frozenset({"battle", "fight", "war", "struggle", "campaign"})
"""Nouns of fighting that as often name a contest of another kind."""
CONTEST = frozenset(
    "custody court legal political election electoral ratings relation relations budget price bidding propaganda trade "
    "currency culture power leadership presidential congressional takeover uphill".split()
)
"""What stands before them where nobody is shot at ("custody battle", "trade war")."""
CONQUERING = frozenset(
    "defeat destroy retake recapture capture seize oust expel liberate control hold kill take drive push topple "
    "overthrow dislodge conquer crush eliminate eradicate rout clear regain reclaim recover defend repel evict".split()
)
"""What a battle of arms is fought to do."""
WILLING = frozenset({"want", "wish", "seek", "hope", "desire", "like", "prefer", "need"})
"""Verbs whose infinitive is what their own subject would do ("wants to leave"), which asks nobody."""
MAINTAINING = frozenset({"insist", "suggest", "maintain"})
"""Verbs that ask with a clause of what should be, and only claim with one of what is or will be."""
DRIVEN = frozenset({"force", "make", "compel", "oblige", "order", "lead"})
"""Verbs under which a march is no protest."""
STRIVING = frozenset({"fight", "battle", "struggle", "campaign"})
GROUND = frozenset(
    "control possession city town village territory land hill bridge airport road border area region island "
    "base".split()
)
"""What those who fight for it fight for with arms."""
OUTDOING = frozenset({"beat", "defeat", "trounce", "oust", "unseat"})
BEATERS = frozenset(
    "army rebel fighter guerrilla coalition alliance warplane police policeman officer soldier guard guardsman troop "
    "force mob crowd thug gunman militant militiaman man agent attacker assailant captor jailer interrogator protester "
    "rioter robber husband".split()
)
"""Who beats somebody with a name otherwise than at the polls or at play."""
ERRANDS = frozenset(
    "find verify ensure oversee protect run monitor implement keep enforce manage supervise guard defend lead handle "
    "prevent make carry investigate collect coordinate build train".split()
)
"""With what one is charged as a duty, and not as a crime."""
FORCES = frozenset(
    "troop force soldier marine unit army battalion brigade division staff diplomat team tank personnel ambassador "
    "contingent observer inspector peacekeeper adviser advisor worker citizen national member they them".split()
)
"""Whom one pulls out; other things are pulled out of a pocket."""
WEAPONS = frozenset("gas bullet ied rocket missile shell bomb grenade mortar cannon gun rifle mine explosive".split())
TRADE = frozenset(
    "sale supply export import delivery shipment transfer purchase production stockpile arsenal cache sell buy supply "
    "deliver ship export produce make find discover seize defuse hide store carry".split()
)
"""Over what a weapon is an object of trade, store or search."""
TELLING = frozenset({"say", "tell", "report", "add", "note", "state"})
"""Verbs of telling, which report no act by themselves."""
DETERMINERS = frozenset({"a", "an", "the"})


def barred_words(reading: Reading, sentence: ReadSentence, codebook: Codebook, among: Iterable[int]) -> set[int]:
    """Return those of some words of a sentence that report no act of any type.

    They are those of discarded phrases and of names, nouns that say something or stand before the noun of a thing,
    halves of compounds, and forces of nature.
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
        discarded = any((token.lemma_.lower(), o.lemma_.lower()) in pairs for o in objects(token))
    else:
        discarded = token.pos_ in {"NOUN", "PROPN"} and (_is_of_thing(token, codebook) or _is_quoted(token))
    return discarded or _is_month(token) or _is_compounded(token) or token.lemma_.lower() in NATURE


def _is_in_name(reading: Reading, word: int) -> bool:
    """Whether a word is a proper noun in a name of several words."""
    names = (name for name in reading.names if name.last > name.first + 1)
    return reading.doc[word].pos_ == "PROPN" and any(name.first <= word < name.last for name in names)


@lru_cache(maxsize=4)
def _pairs(discards: Lexicon[Discard]) -> frozenset[tuple[str, str]]:
    """Return the discarded phrases of a verb and its object, which hold wherever the object stands."""
    plain = (tuple(w for w in entry.phrase if w not in DETERMINERS) for entry in discards.entries)
    return frozenset((pair[0], pair[1]) for pair in plain if len(pair) == 2)


def _is_month(token: Token) -> bool:
    if token.lower_ not in MONTHS:
        return False
    beside = token.doc[max(token.i - 1, token.sent.start) : min(token.i + 2, token.sent.end)]
    return (token.is_title and token.i > token.sent.start) or any(t.like_num for t in beside)


def _is_quoted(token: Token) -> bool:
    """Whether a document says something: "the release said"."""
    return token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYING


def _is_of_thing(token: Token, codebook: Codebook) -> bool:
    """Whether an act's noun only says of which kind the noun behind it is: "rescue workers", "lawsuit bill"."""
    if token.dep_ != "compound" or token.head.i <= token.i or token.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    above = token.head.lemma_.lower()
    return above not in CARRYING and not codebook.acts.get(above, Pos.NOUN)


def _is_compounded(token: Token) -> bool:
    """Whether a word is the second half of a compound modifier ("Soviet-backed", "U.S.-led"), which tells no act."""
    if token.dep_ not in {"amod", "acl", "nmod", "compound"} or token.i < 2 or token.nbor(-1).text != "-":
        return False
    return not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_


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

    "Poses a threat", "is a threat", "is encouraged by the news", "warned that prices may rise", "declined to comment".
    """
    lemma = token.lemma_.lower()
    felt = lemma in FELT and is_passive(token) and (subjects(token) or not children(token, "xcomp"))
    silent = lemma in DECLINING and any(c.lemma_.lower() in SILENT for c in children(token, "xcomp"))
    if bool(felt) or silent or (lemma == "warn" and token.pos_ == "VERB" and not _is_threat(token)):
        return True
    being = children(token, "cop") or (token.dep_ in {"obj", "nsubj:pass"} and token.head.lemma_.lower() in BEING)
    danger = token.pos_ == "NOUN" and any(e.type is EventType.THREATEN for e in entries)
    return danger and bool(being)


def _is_threat(verb: Token) -> bool:
    """Whether one who warns says what will come of it, warns against something, or warns of what he himself will do.

    "Warned Iran of consequences", and not "warned his voters about apathy" or "was warned that this was unlikely".
    """
    if arguments(verb, AGAINST):
        return True
    own = {t.norm_.lower() for t in subjects(verb)} | OWN_WORDS
    clauses = [c for c in children(verb, "ccomp") if children(c, "aux")]
    if any(t.norm_.lower() in own for clause in clauses for t in children(clause, "nsubj")):
        return True
    heard = bool(objects(verb) or children(verb, "iobj"))
    told = children(verb, "ccomp") or [t for t in children(verb, "obl") if case_of(t) == "about"]
    coming = any(a.norm_.lower() in COMING for c in children(verb, "ccomp") for a in children(c, "aux"))
    return heard and (coming or not told)


def is_negated(token: Token) -> bool:
    """Whether a negation stands before a word among its own small words."""
    own = children(token, "advmod", "det", "case", "mark", "cc", "aux")
    return any(child.norm_.lower() in NEGATORS for child in own if child.i < token.i)


def barred_types(token: Token, codebook: Codebook) -> frozenset[EventType]:
    """Return the types of act that a word does not report where it stands, though it does elsewhere."""
    return frozenset(_barred_types(token, codebook))


def _barred_types(token: Token, codebook: Codebook) -> Iterator[EventType]:
    lemma = token.lemma_.lower()
    fought = (lemma in CONTESTED and _is_contest(token)) or (lemma in STRIVING and _is_striving(token))
    if fought or _is_natural(token, codebook) or (lemma in OUTDOING and _is_outdone(token)):
        yield EventType.ASSAULT
    if (lemma in TELLING and token.pos_ == "VERB") or (lemma == "charge" and _is_entrusted(token)):
        yield EventType.ACCUSE
    if lemma in WEAPONS and token.dep_ in {"nmod", "obj"} and token.head.lemma_.lower() in TRADE:
        yield EventType.ASSAULT
    if lemma == "search" and any(case_of(t) == "for" for t in children(token, "obl", "nmod")):
        yield EventType.COERCE
    if lemma == "pull" and not FORCES.issuperset(t.lemma_.lower() for t in children(token, "obj")):
        yield EventType.RETREAT
    own = lemma in WILLING and children(token, "xcomp") and not children(token, "obj", "iobj")
    if own or (lemma in MAINTAINING and _is_claim(token)) or (lemma == "ask" and _is_question(token)):
        yield EventType.REQUEST
    if token.pos_ == "VERB" and token.dep_ == "xcomp" and token.head.lemma_.lower() in DRIVEN:
        yield EventType.PROTEST


def _is_natural(token: Token, codebook: Codebook) -> bool:
    """Whether what kills or strikes is a disease, the weather or an accident."""
    if token.pos_ != "VERB":
        return False
    doers = subjects(token)
    if any(t.lemma_.lower() in NATURE for doer in doers for t in (doer, *children(doer, "nmod", "compound"))):
        return True
    return bool(doers) and doers[0].lower_ == "it" and _is_told_of_nature(token.doc, doers[0].i, codebook)


def _is_told_of_nature(doc: Doc, word: int, codebook: Codebook) -> bool:
    """Whether the words before speak of a force of nature, and of no attack after it."""
    for token in reversed(doc[max(word - LOOK_BACK, 0) : word]):
        lemma = token.lemma_.lower()
        if lemma in NATURE:
            return True
        if any(e.type is EventType.ASSAULT for e in codebook.acts.get(lemma, Pos.NOUN)):
            return False
    return False


def _is_contest(noun: Token) -> bool:
    """Whether a fight is one of words, votes or lawyers: "custody battle", "battle to secure his return"."""
    if noun.pos_ != "NOUN":
        return False
    if any(c.lemma_.lower() in CONTEST for c in children(noun, "compound", "amod")):
        return True
    aims = [c for c in children(noun, "acl") if any(m.norm_.lower() == "to" for m in children(c, "mark"))]
    return bool(aims) and not any(aim.lemma_.lower() in CONQUERING for aim in aims)


def _is_striving(verb: Token) -> bool:
    """Whether one fights for a right or a cause: "fought for our liberty", and not "fought for control of the town"."""
    if verb.pos_ != "VERB" or objects(verb):
        return False
    causes = [t for t in children(verb, "obl") if case_of(t) == "for" and t.pos_ == "NOUN"]
    return bool(causes) and not any(t.lemma_.lower() in GROUND for t in causes)


def _is_outdone(verb: Token) -> bool:
    """Whether a person with a name is beaten at the polls or at play: "the only one who can beat Smith"."""
    if verb.pos_ != "VERB" or is_passive(verb):
        return False
    beaten = any(t.ent_type_ == "PER" for t in objects(verb))
    return beaten and not any(t.lemma_.lower() in BEATERS for t in subjects(verb))


def _is_entrusted(verb: Token) -> bool:
    """Whether one is charged with a duty: "charged with finding the weapons"."""
    return any(
        c.lemma_.lower() in ERRANDS and "with" in {m.norm_.lower() for m in children(c, "mark", "case")}
        for c in children(verb, "advcl", "xcomp", "obl", "acl")
    )


def _is_question(verb: Token) -> bool:
    """Whether one asks to know: "was asked whether he would stay"."""
    clauses = children(verb, "ccomp", "advcl")
    return any(
        t.norm_.lower() in QUESTIONS for c in clauses for t in (c, *children(c, "mark", "advmod", "nsubj", "obj"))
    )


def _is_claim(verb: Token) -> bool:
    """Whether a clause says what is, was or will be, and not what should be: "insisted that he would not be there"."""
    for clause in children(verb, "ccomp"):
        auxiliaries = [a.norm_.lower() for a in children(clause, "aux", "aux:pass", "cop")]
        if not auxiliaries:
            return clause.norm_.lower() != clause.lemma_.lower()
        return not DUTIES.intersection(auxiliaries) and auxiliaries[0] != "be"
    return False
