"""Whether the verb that a time belongs to looks back or ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.lemma import verb_tag
from demarche.annotate.time.words import WEEKDAYS

if TYPE_CHECKING:
    from demarche.annotate.doc import Stretch, Token

__all__ = ["direction"]

DAY_DIGITS = 2  # of a day of the month
STEPS = 8  # how far up the tree the verb is looked for
_AHEAD = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "would", "'d", "may", "might", "must", "should", "can", "could", "ca"}
)
_BACK_MODALS = frozenset({"would", "'d", "could"})  # of what was not: "could not be reached Wednesday"
_SURELY_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall"})  # also before "have": "will have left by Friday"
# Verbs and adjectives whose own time lies ahead: "expected on Friday", "due in June".
_DUE = frozenset("plan expect schedule intend due slate expire effective upcoming forthcoming future".split())
# Words whose complement lies ahead of them: "plans for March", "agreed to meet on Friday".
_PROSPECTIVE = frozenset(
    "plan expect schedule intend hope want promise vow prepare propose set due slate agree arrange aim urge demand ask "
    "invite deadline proposal schedule upcoming forthcoming planned future expire ready likely seek try need pledge "
    "intention commitment postpone delay warn predict forecast anticipate await expectation projection offer "
    "effective".split()
)

# Verbs whose present tense says nothing of the future: "says on Friday".
_STATES = frozenset(
    "say be have tell report show seem appear remain mean know think believe according include condemn welcome praise "
    "deplore regret denounce applaud mourn mark follow recall note thank congratulate reiterate".split()
)
_SET_A_LIMIT = frozenset("give extend postpone delay adjourn suspend have deadline".split())
_LIMITS = frozenset({"until", "till", "through"})
_CAUSES = frozenset("let make help see hear watch".split())  # "let it begin on Friday" is as past as the letting
_DEADLINES = frozenset({"by", "until", "till"})
_COMMANDS = frozenset("order tell instruct direct require command allow".split())  # "told them to leave by Friday"
_HEDGES = frozenset("at least about around early late".split())  # "until at least Thursday"
_RANKS = frozenset("first second third last latest only".split())  # "the latest to be arrested on Monday"
_PRESENT_BE = frozenset({"is", "are", "am"})
_AIMS = frozenset({"to", "be"})  # of an infinitive, active or passive: "to meet", "due to be shown"
# Events that are fixed beforehand: a day before such a noun may lie on either side ("Monday's debate").
_SCHEDULED = frozenset(
    "election referendum vote poll ballot summit conference meeting talks talk session hearing trial debate deadline "
    "ceremony inauguration congress convention visit prayer".split()
)
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly"})
# What may stand between a verb and its time: "bought from Aug. 26", "announced late on Friday".
_BETWEEN = frozenset("on in at from since during late early last this earlier later".split())
_BACK = frozenset({"had", "has", "have", "was", "were", "did", "'ve", "’ve"})


def direction(time: Stretch) -> int:
    """Return -1 when the words around a time tell of the past, 1 of the future, 0 when they do not say."""
    token = time.doc[time.end - 1] if time.root.pos_ == "DET" else time.root
    before = _word_before(time)
    return _of_preposition(time, token, before) or _of_tree(time, token, before)


def _word_before(time: Stretch) -> str:
    """Return the word before a time, "until" in "until at least Thursday"."""
    at = time.start - 1
    while at > 0 and time.doc[at].lower_ in _HEDGES:
        at -= 1
    return time.doc[at].lower_ if at >= 0 else ""


def _of_preposition(time: Stretch, token: Token, before: str) -> int:
    """Judge a time by what introduces it: "since" looks back; "effective", "ahead of", "for" with a day look ahead."""
    if before == "since" or (before == "in" and _is_extreme(token.head)):
        return -1
    if before in _LIMITS and token.head.lemma_ in _SET_A_LIMIT:
        return 1
    if before in _DEADLINES and token.head.head.lemma_ in _COMMANDS and _is_aim(token.head):
        return 1
    if before == "effective":
        return 1
    if before == "of" and time.start > 1 and time.doc[time.start - 2].lower_ == "ahead":
        return 1
    return 1 if before == "for" and _is_day(time) and not _inside_a_noun(token) else 0


def _is_day(time: Stretch) -> bool:
    """Say whether a time names a day: months are told of ("sales for March") as often as set."""
    return any(word.lower_ in WEEKDAYS or (word.is_digit and len(word) <= DAY_DIGITS) for word in time)


def _is_aim(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in verb.children if child.dep_ in {"mark", "aux"})


def _of_tree(time: Stretch, token: Token, before: str) -> int:
    found = _of_place(token, _verb_before(time) or token)
    return 1 if not found and before in _DEADLINES else found


def _is_extreme(word: Token) -> bool:
    """Say whether a word ranks what is told among the years gone by: "his first visit in four years"."""
    return word.pos_ == "ADJ" or word.lower_ in {"first", "time"}


def _of_place(token: Token, at: Token) -> int:
    """Judge a time by what it belongs to: a noun that follows it, itself as what something is, or a verb."""
    if any(child.lower_ in _PRESENT_BE for child in token.children if child.dep_ == "cop"):
        return 1  # "The deadline is Friday."
    inside = _inside_a_noun(token)
    if inside and token.head.lemma_.lower() in _SCHEDULED:
        return _of_words(token, at, inside=False)
    return _of_words(token, at, inside=inside) or (-1 if inside else 0)


def _of_words(token: Token, at: Token, *, inside: bool) -> int:
    """Climb from a word to the first verb, or the first noun that looks ahead, and judge it."""
    for _ in range(STEPS):
        if at.i != token.i and _is_predicate(at) and not _behind_that(at, token) and not _is_aside(at):
            found = 1 if _calls_to(at, token) else _of_verb(at)
            return -1 if inside and found > 0 and not (at.lemma_ in _DUE or _is_subject(token.head, at)) else found
        if at.i != token.i and at.pos_ not in {"VERB", "AUX"} and _looks_ahead(at, token):
            return -1 if any(child.lower_ == "than" for child in at.children) else 1  # "less than forecast in July"
        if at.head.i == at.i:
            break
        at = at.head
    return 0


def _calls_to(verb: Token, time: Token) -> bool:
    """Say whether a verb calls to an event that the time names: "invited him to Monday's debate"."""
    noun = time.head
    event = noun.lemma_.lower() in _SCHEDULED and noun.head.i == verb.i
    return event and verb.lemma_ in _PROSPECTIVE and any(child.lower_ in {"to", "for"} for child in noun.children)


def _is_predicate(word: Token) -> bool:
    """Say whether a word is a verb or has helpers of one: "has been on patrol", "will be payable", "will double"."""
    return word.pos_ in {"VERB", "AUX"} or any(child.dep_.startswith(("cop", "aux")) for child in word.children)


def _is_aside(verb: Token) -> bool:
    """Say whether a verb only says that something went as it should: "as previously planned"."""
    return verb.lemma_ in _DUE and any(child.lower_ == "as" for child in verb.children)


def _stands_beside(time: Token, noun: Token) -> bool:
    """Say whether a time without a preposition follows a noun: "announced the plan Aug. 21" dates the announcing."""
    return time.head.i == noun.i < time.i and not any(child.dep_ == "case" for child in time.children)


def _is_subject(noun: Token, verb: Token) -> bool:
    """Say whether the noun that the time describes is the subject of a verb with will or the like."""
    modal = any(child.lower_ in _AHEAD for child in verb.children if child.dep_.startswith("aux"))
    return modal and noun.dep_.startswith("nsubj") and noun.head.i == verb.i


def _verb_before(time: Stretch) -> Token | None:
    """Return a verb that stands right before the time, as in "the terms announced Friday", whatever the tree says."""
    at = time.start - 1
    while at >= 0 and time.doc[at].lower_ in _BETWEEN:
        at -= 1
    found = time.doc[at] if at >= 0 and time.doc[at - 1].text != "-" else None
    return found if found is not None and found.pos_ == "VERB" and verb_tag(found.text) == "past" else None


def _behind_that(verb: Token, token: Token) -> bool:
    """Say whether a "that" parts the time from the verb: "said on Tuesday that it would leave" is about saying."""
    return any(child.dep_ == "mark" and child.i > token.i for child in verb.children)


def _inside_a_noun(token: Token) -> bool:
    """Say whether the time only describes a noun that follows it: "Saturday's attack"."""
    return (
        token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"} and token.dep_.startswith(("nmod", "compound"))
    )


def _looks_ahead(word: Token, time: Token) -> bool:
    return (_is_prospective(word) and not _stands_beside(time, word)) or any(
        child.lemma_.lower() in _PROSPECTIVE for child in word.children if child.dep_ in {"amod", "compound"}
    )


def _is_prospective(word: Token) -> bool:
    """Say whether a word looks ahead; a "set" that is no verb does not: "a high set on Aug. 6"."""
    return word.lemma_.lower() in _PROSPECTIVE and (word.lower_ != "set" or word.pos_ != "NOUN")


def _of_verb(verb: Token, steps: int = STEPS) -> int:
    """Judge a verb by its auxiliaries, its form, and for an infinitive by the verb above it."""
    helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop", "mark"))]
    words = {helper.lower_ for helper in helpers}
    if words & _AHEAD:
        return -1 if _looks_back(verb, words) else 1
    if words & _AIMS:
        return _of_aim(verb, words, steps)
    if verb.lemma_ in _DUE:
        return -1 if "had" in words else 1
    if words & _BACK or any(verb_tag(word) == "past" for word in words):
        return -1
    return _of_form(verb, steps)


def _looks_back(verb: Token, helpers: set[str]) -> bool:
    """Say whether a modal is one of the past: "may have left", "could not be reached"."""
    perfect = "have" in helpers and not helpers & _SURELY_AHEAD
    return perfect or (bool(helpers & _BACK_MODALS) and _is_denied(verb))


def _of_aim(verb: Token, helpers: set[str], steps: int) -> int:
    """Judge "is to meet", "is due to be shown", "had been due to expire", else an infinitive by what wants it."""
    if helpers & _PRESENT_BE:
        return 1
    return -1 if "had" in helpers else _of_infinitive(verb, steps)


def _is_denied(verb: Token) -> bool:
    """Say whether it is told that something could not be: "could not be reached Wednesday"."""
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    return any(child.lower_ in _NOT for word in (verb, *subjects) for child in word.children) or any(
        child.lower_ in _NOT for child in subjects
    )


def _of_form(verb: Token, steps: int) -> int:
    """Judge a verb without auxiliaries; a participle goes with the verb above it."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return 0
    tag = verb_tag(verb.text)
    if tag == "past":
        return _of_participle(verb, steps)
    above = verb.head
    clause = verb.dep_.split(":")[0] in {"advcl", "acl", "xcomp", "ccomp", "conj"}
    if tag == "base" and above.lemma_ in _CAUSES and clause and steps:
        return _of_verb(above, steps - 1)
    if tag == "ing" and any(child.lower_ in _PRESENT_BE for child in verb.children):
        return 1  # "is leaving on Friday"
    if tag == "ing" and above.i != verb.i and clause and steps and above.pos_ in {"VERB", "AUX"}:
        return _of_verb(above, steps - 1)
    present = tag == "present" or (tag == "base" and any(child.dep_.startswith("nsubj") for child in verb.children))
    return 1 if present and verb.lemma_ not in _STATES else 0


def _of_participle(verb: Token, steps: int) -> int:
    """Judge a past form; one that leans on another verb says nothing: "is accused", "put to a vote held in May"."""
    if any(child.lower_ in _PRESENT_BE for child in verb.children if child.dep_.startswith("aux")):
        return 0
    if verb.dep_ == "xcomp" and steps:  # "will remain closed"
        return _of_verb(verb.head, steps - 1)
    if verb.dep_ != "acl" or not steps:
        return -1
    above = next((word for word in verb.ancestors if _is_predicate(word)), None)
    return 0 if above is not None and _of_verb(above, steps - 1) > 0 else -1


def _of_infinitive(verb: Token, steps: int) -> int:
    """Judge "to meet" by what wants it: plans, orders and refusals look ahead, other past verbs back."""
    above = verb.head
    if above.i == verb.i or not steps:
        return 1
    if above.lemma_.lower() in _PROSPECTIVE:
        return -1 if any(child.lower_ == "had" for child in above.children) else 1
    if above.pos_ not in {"VERB", "AUX"}:
        passive = any(child.lower_ == "be" for child in verb.children)  # "the summit, to be held on Friday"
        return int(passive and not any(child.lower_ in _RANKS for child in above.children))
    found = _of_verb(above, steps - 1)
    return found if found and above.lemma_ not in {"be", "have"} else 1
