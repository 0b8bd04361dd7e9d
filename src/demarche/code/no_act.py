"""When a word that could report an act reports none: idioms, names, feelings, dangers, opinions, acts of nature."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES
from demarche.code.senses import RULES, VOTES, WEAPONS, is_amid, is_of
from demarche.code.syntax import arguments, case_of, children, is_passive, objects, subjects
from demarche.code.words import Words
from demarche.codebook import Pos
from demarche.codebook.lexicon import Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import ActEntry, Codebook, Discard
    from demarche.codebook.lexicon import Lexicon

__all__ = ["DECLINING", "SILENT", "barred_types", "barred_words", "is_attributive", "is_mere_state"]

FELT = frozenset("encourage hearten embolden reassure dishearten discourage".split())
"""Verbs that in the passive tell a feeling, unless an infinitive says to what one was encouraged."""
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
SAYING = frozenset({"say", "state", "add", "note", "read", "tell", "conclude", "find", "show", "describe", "quote"})
"""What documents do: a release, a report or a statement that says something is no act itself."""
NATURE = frozenset(
    "flu influenza coronavirus virus pandemic epidemic outbreak disease illness cholera ebola malaria measles plague "
    "infection pneumonia cancer famine starvation drought heat heatwave cold earthquake quake aftershock tremor "
    "tsunami flood flooding storm hurricane typhoon cyclone tornado landslide mudslide avalanche eruption volcano "
    "wildfire accident crash collision derailment stampede rubble debris".split()
)
"""What kills and strikes without being anybody's act."""
CRASHING = frozenset("crash collide derail sink capsize overturn collapse".split())
"""What vehicles and houses do when people die in them by accident."""
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
FEIGNED = frozenset({"mock", "simulated", "verbal", "rhetorical", "virtual", "fake", "metaphorical"})
"""What is said of blows that are not struck ("a verbal attack", "a simulated raid")."""
ILLS = frozenset(
    "misery poverty hunger backwardness terrorism terror crime drug corruption disease inflation unemployment racism "
    "discrimination inequality injustice illiteracy".split()
)
"""What is fought against by all, so that no blow falls on anybody."""
CONQUERING = frozenset(
    "defeat destroy retake recapture capture seize oust expel liberate control hold kill take drive push topple "
    "overthrow dislodge conquer crush eliminate eradicate rout clear regain reclaim recover defend repel evict".split()
)
"""What a battle of arms is fought to do."""
WILLING = frozenset({"want", "wish", "seek", "hope", "desire", "like", "prefer", "need"})
"""Verbs whose infinitive is what their own subject would do ("wants to leave"), which asks nobody."""
MAINTAINING = frozenset({"insist", "suggest", "maintain"})
"""Verbs that ask with a clause of what should be, and only claim with one of what is or will be."""
STRIVING = frozenset({"fight", "battle", "struggle", "campaign"})
GROUND = frozenset(
    "control possession city town village territory land hill bridge airport road border area region island "
    "base".split()
)
"""What those who fight for it fight for with arms."""
ERRANDS = frozenset(
    "decide find verify ensure oversee protect run monitor implement keep enforce manage supervise guard defend lead "
    "handle prevent make carry investigate collect coordinate build train shape form draft write design".split()
)
"""With what one is charged as a duty, and not as a crime."""
TRADE = frozenset(
    "sale supply export import delivery shipment transfer purchase production stockpile arsenal cache sell buy supply "
    "deliver ship export produce make find discover seize defuse hide store carry".split()
)
"""Over what a weapon is an object of trade, store or search."""
DETERMINERS = frozenset({"a", "an", "the"})
SELVES = frozenset("myself yourself himself herself itself ourselves themselves".split())
PAPERS = frozenset(
    "return document paper report statement record video footage photo photograph picture image data information tape "
    "recording email e-mail transcript list detail figure name result memo memorandum letter film movie album song "
    "book study survey poll file finding text version map manifesto".split()
)
"""What is released to readers."""
CAUSES = frozenset("explanation cause possibility link connection foul suicide accident sabotage terrorism".split())
"""What is ruled out by those who look for a cause, which refuses nobody anything."""
FOLLOWERS = frozenset(
    "voter electorate base supporter turnout vote donor volunteer resource fund opinion support effort".split()
)
"""Whom and what a campaign mobilizes."""
OCCASIONS = frozenset("event party fundraiser concert game show reception gala dinner debate class exhibition".split())
"""What one hosts without conferring."""
TERMS = frozenset("discount option glimpse insight explanation example clue hint detail view course service".split())
"""What one offers without agreeing to anything."""
CHARGES = frozenset(
    "charge allegation accusation claim report rumor rumour involvement responsibility role wrongdoing knowledge guilt "
    "link connection".split()
)
"""What one denies without refusing anybody anything."""
CHARMS = frozenset(
    "attention imagination moment mood spirit essence image portrait picture scene heart vote nomination endorsement "
    "delegate".split()
)
"""What is captured without force."""
OPENINGS = frozenset("prospect opportunity chance discussion debate challenge question comment feedback".split())
"""What is welcomed before anybody has done it."""
PAID = frozenset("fee price rate interest toll premium fare money dollar $ amount".split())
"""What customers are charged."""
ACTS_OF_LAW = frozenset("legislation bill law decree order petition autograph book budget measure".split())
"""What is signed or passed without an agreement between parties."""
TERMS_KEPT = frozenset(
    "sanction ceasefire cease-fire truce agreement accord treaty deal commitment pledge promise resolution "
    "obligation".split()
)
"""What one honours by keeping it."""
RIVALRY = frozenset("defeat beat fight battle wound crush".split())
"""What is done to a rival by winning votes."""
CROWD = frozenset("protester protestor demonstrator rioter marcher striker".split())
"""Who they are does not tell what they do."""
GLUED = frozenset({"self", "off"})
"""Before a hyphen, what makes another word of an act's ("self-funding", "off-limits")."""
BY_OBJECT: Sequence[tuple[EventType, frozenset[str], frozenset[str]]] = (
    (EventType.RETREAT, frozenset({"release", "free"}), PAPERS),
    (EventType.REJECT, frozenset({"rule"}), CAUSES),
    (EventType.MOBILIZE, frozenset({"mobilize", "mobilise", "marshal", "rally", "deploy"}), FOLLOWERS),
    (EventType.AGREE, frozenset({"offer"}), TERMS),
    (EventType.CONSULT, frozenset({"host", "hold", "attend"}), OCCASIONS),
    (
        EventType.COERCE,
        frozenset({"occupy", "seize", "take", "hold"}),
        frozenset({"seat", "post", "position", "office", "license", "licence", "clearance", "title", "job"}),
    ),
    (EventType.COERCE, frozenset({"capture", "seize", "lock"}), CHARMS),
    (EventType.SUPPORT, frozenset({"welcome"}), OPENINGS),
    (EventType.REJECT, frozenset({"deny"}), CHARGES),
    (EventType.AGREE, frozenset({"sign", "approve", "pass"}), ACTS_OF_LAW),
    (EventType.SUPPORT, frozenset({"honor", "honour", "observe"}), TERMS_KEPT),
    (EventType.ACCUSE, frozenset({"charge"}), PAID),
    (EventType.REQUEST, frozenset({"request"}), frozenset({"anonymity"})),
    (EventType.SANCTION, frozenset({"suspend", "halt", "stop"}), frozenset({"campaign", "candidacy", "bid", "work"})),
    (EventType.REQUEST, frozenset({"ask", "tell", "order", "urge", "call", "demand"}), SELVES),
)
"""Acts that a verb does not tell where this is its object."""
DISASTERS = frozenset(
    "earthquake quake aftershock tsunami flood flooding storm hurricane typhoon cyclone tornado landslide mudslide "
    "avalanche eruption wildfire".split()
)
STRICKEN = frozenset({"hit", "strike", "destroy", "damage", "devastate", "trap", "flatten", "bury", "injure", "kill"})
"""What nature does to places and people, told without a doer."""


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
    clausal = token.pos_ == "VERB" and any(c.pos_ == "VERB" and c.i < token.i for c in children(token, "csubj"))
    return (
        discarded
        or clausal
        or _is_month(token)
        or _is_compounded(token)
        or _is_half(token)
        or token.lemma_.lower() in NATURE | CROWD
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


def _is_month(token: Token) -> bool:
    if token.lower_ not in MONTHS:
        return False
    beside = token.doc[max(token.i - 1, token.sent.start) : min(token.i + 2, token.sent.end)]
    return (token.is_title and token.i > token.sent.start) or any(t.like_num for t in beside)


def _is_quoted(token: Token) -> bool:
    """Whether a document says something: "the release said", "according to the release"."""
    says = token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYING
    return token.pos_ == "NOUN" and (says or case_of(token) == "according to")


def _is_of_thing(token: Token, codebook: Codebook) -> bool:
    """Whether an act's noun only says of which kind the noun behind it is: "rescue workers", "lawsuit bill"."""
    if token.dep_ != "compound" or token.head.i <= token.i or token.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    above = token.head.lemma_.lower()
    return above not in CARRYING and not codebook.acts.get(above, Pos.NOUN)


def _is_compounded(token: Token) -> bool:
    """Whether a word is the second half of a compound ("Soviet-backed", "self-funding"), which tells no act."""
    if token.i < 2 or token.nbor(-1).text != "-":
        return False
    if token.dep_ not in {"amod", "acl", "nmod", "compound"} and token.nbor(-2).lower_ not in GLUED:
        return False
    return not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_


def _is_half(noun: Token) -> bool:
    """Whether a noun is the first half of a modifier: "war-torn", "torture-loving"."""
    if noun.pos_ != "NOUN" or noun.i + 2 >= len(noun.doc) or noun.nbor(1).text != "-":
        return False
    apart = noun.whitespace_ or noun.nbor(1).whitespace_
    return not apart and noun.nbor(2).lower_.endswith(("ing", "ed", "torn", "ridden", "stricken", "prone"))


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
    silent = lemma in DECLINING and any(c.lemma_.lower() in SILENT for c in children(token, "xcomp", "ccomp", "advcl"))
    if bool(felt) or silent or (lemma == "warn" and token.pos_ == "VERB" and not _is_threat(token)):
        return True
    danger = token.pos_ == "NOUN" and any(e.type is EventType.THREATEN for e in entries)
    return danger and _is_danger(token)


def _is_danger(noun: Token) -> bool:
    """Whether a threat is there and nobody utters it: "the threat they pose", "a threat from Oslo", "one to us"."""
    if case_of(noun) in {"from", "against"} or (noun.lower_ == noun.lemma_.lower() and _is_to_somebody(noun)):
        return True
    faced = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in BEING
    posed = any(c.lemma_.lower() in BEING for c in children(noun, "acl:relcl", "acl"))
    return faced or posed or bool(children(noun, "cop")) or any(case_of(t) == "from" for t in children(noun, "nmod"))


def _is_to_somebody(noun: Token) -> bool:
    """Whether a danger is one to somebody, and nobody's ("a threat to the boy", and not "their threat to kill")."""
    return any(case_of(t) == "to" for t in children(noun, "nmod")) and not children(noun, "nmod:poss", "compound")


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


def barred_types(token: Token, codebook: Codebook) -> frozenset[EventType]:
    """Return the types of act that a word does not report where it stands, though it does elsewhere."""
    return frozenset(_barred_types(token, codebook))


def _barred_types(token: Token, codebook: Codebook) -> Iterator[EventType]:
    yield from _barred_by_object(token)
    yield from _barred_by_sense(token, codebook)
    rule = RULES.get(token.lemma_.lower())
    if rule and rule[1](token):
        yield rule[0]


def _barred_by_object(verb: Token) -> Iterator[EventType]:
    """Types that a verb tells of other objects than its own."""
    lemma = verb.lemma_.lower()
    for kind, verbs, things in BY_OBJECT:
        if (
            lemma in verbs
            and verb.pos_ == "VERB"
            and any(is_of(o, things) for o in (*objects(verb), *children(verb, "obj", "iobj")))
        ):
            yield kind


def _barred_by_sense(token: Token, codebook: Codebook) -> Iterator[EventType]:
    lemma = token.lemma_.lower()
    fought = (lemma in CONTESTED and _is_contest(token)) or (lemma in STRIVING and _is_striving(token))
    if fought or (lemma in RIVALRY and is_amid(token, VOTES)):
        yield EventType.ASSAULT
    if _is_natural(token, codebook):
        yield from (EventType.ASSAULT, EventType.COERCE)
    if token.pos_ == "NOUN" and any(c.lower_ in FEIGNED for c in children(token, "amod", "compound")):
        yield EventType.ASSAULT
    if lemma == "charge" and _is_entrusted(token):
        yield EventType.ACCUSE
    if lemma in WEAPONS and token.dep_ in {"nmod", "obj"} and token.head.lemma_.lower() in TRADE:
        yield EventType.ASSAULT
    own = lemma in WILLING and children(token, "xcomp") and not children(token, "obj", "iobj")
    if own or (lemma in MAINTAINING and _is_claim(token)):
        yield EventType.REQUEST


def _is_natural(token: Token, codebook: Codebook) -> bool:
    """Whether what kills or strikes is a disease, the weather or an accident, said or not ("the town was hit")."""
    if token.pos_ != "VERB":
        return False
    doers = subjects(token)
    if not doers and token.lemma_.lower() in STRICKEN and is_passive(token):
        return _is_accident(token) or _is_amid_disaster(token, codebook)
    if any(t.lemma_.lower() in NATURE for doer in doers for t in (doer, *children(doer, "nmod", "compound"))):
        return True
    return bool(doers) and doers[0].lower_ == "it" and _is_told_of_nature(token.doc, doers[0].i, codebook)


def _is_accident(verb: Token) -> bool:
    """Whether people died when something crashed, or in an accident."""
    crashed = any(c.lemma_.lower() in CRASHING for c in children(verb, "advcl"))
    return crashed or any(t.lemma_.lower() in NATURE and case_of(t) == "in" for t in children(verb, "obl"))


def _is_told_of_nature(doc: Doc, word: int, codebook: Codebook) -> bool:
    """Whether the words before speak of a force of nature, and of no attack after it."""
    for token in reversed(doc[max(word - LOOK_BACK, 0) : word]):
        lemma = token.lemma_.lower()
        if lemma in NATURE:
            return True
        if any(e.type is EventType.ASSAULT for e in codebook.acts.get(lemma, Pos.NOUN)):
            return False
    return False


def _is_amid_disaster(verb: Token, codebook: Codebook) -> bool:
    """Whether the words about it speak of a disaster, and of no attack."""
    near = verb.doc[max(verb.i - LOOK_BACK, 0) : verb.i + LOOK_BACK]
    around = {t.lemma_.lower() for t in near} - {verb.lemma_.lower()}
    attacked = any(e.type is EventType.ASSAULT for lemma in around for e in codebook.acts.get(lemma, Pos.NOUN))
    return not (around.isdisjoint(DISASTERS) or attacked)


def _is_contest(noun: Token) -> bool:
    """Whether a fight is one of words, votes or lawyers: "custody battle", "battle to secure his return"."""
    if noun.pos_ != "NOUN":
        return False
    if any(c.lemma_.lower() in CONTEST for c in children(noun, "compound", "amod")):
        return True
    foes = [t for t in children(noun, "nmod") if case_of(t) in {"against", "on"}]
    if foes and all(t.lemma_.lower() in ILLS for t in foes):
        return True
    aims = [c for c in children(noun, "acl") if any(m.norm_.lower() == "to" for m in children(c, "mark"))]
    return bool(aims) and not any(aim.lemma_.lower() in CONQUERING for aim in aims)


def _is_striving(verb: Token) -> bool:
    """Whether one fights for a right or a cause: "fought for our liberty", and not "fought for control of the town"."""
    if verb.pos_ != "VERB" or objects(verb):
        return False
    if any(t.lemma_.lower() in ILLS and case_of(t) == "against" for t in children(verb, "obl")):
        return True
    causes = [t for t in children(verb, "obl") if case_of(t) == "for" and t.pos_ == "NOUN"]
    return bool(causes) and not any(t.lemma_.lower() in GROUND for t in causes)


def _is_entrusted(verb: Token) -> bool:
    """Whether one is charged with a duty: "charged with finding the weapons"."""
    return any(
        c.lemma_.lower() in ERRANDS and "with" in {m.norm_.lower() for m in children(c, "mark", "case")}
        for c in children(verb, "advcl", "xcomp", "obl", "acl")
    )


def _is_claim(verb: Token) -> bool:
    """Whether a clause says what is, was or will be, and not what should be: "insisted that he would not be there"."""
    for clause in children(verb, "ccomp"):
        auxiliaries = [a.norm_.lower() for a in children(clause, "aux", "aux:pass", "cop")]
        if not auxiliaries:
            return clause.norm_.lower() != clause.lemma_.lower()
        return not DUTIES.intersection(auxiliaries) and auxiliaries[0] != "be"
    return False
