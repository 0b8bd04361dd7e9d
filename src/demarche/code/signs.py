"""What grammar says of whether an act is so: by its own word, by what stands above it, by its tense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from demarche.code.function_words import QUESTIONS, is_negated
from demarche.code.syntax import case_of, children
from demarche.record import EventType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.doc import Token
    from demarche.code.acts import Act

__all__ = [
    "CONDITIONS",
    "GOVERNED",
    "Sign",
    "climb",
    "is_of_then",
    "is_presupposed",
    "is_raging",
    "of_act",
    "of_course",
    "of_tense",
    "of_verb_above",
    "of_word",
]

Support = Mapping[tuple[str, ...], Status | None]
"""Verbs, each with its particle, that say whether the act which is their object is so."""

# Calibrated together on the development articles (docs/evaluation.md names the run); do not tune one alone.
OWN_VOTE = 1.1
"""What negation, an auxiliary or a condition of the act's own verb is worth beside the model's probability."""
GOVERNOR_VOTE = 0.8
"""What a word is worth that governs the act ("plans to", "fear of"), which more often speaks of something else."""
AUXILIARIES: Mapping[Status, frozenset[str]] = {
    Status.PLANNED: frozenset({"will", "'ll", "’ll", "shall", "wo"}),
    Status.HYPOTHETICAL: frozenset({"would", "could", "might", "may", "can", "'d"}),
    Status.PROPOSED: frozenset({"must", "should", "ought"}),
}
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "until"})
INSIDE: Mapping[EventType, Status] = {
    EventType.REQUEST: Status.PROPOSED,
    EventType.THREATEN: Status.THREATENED,
    EventType.AGREE: Status.PLANNED,
    EventType.CONCEDE: Status.PLANNED,
    EventType.REJECT: Status.DENIED,
}
"""What an act is that stands inside another: asked for, threatened, promised, refused."""
MOTION = frozenset("fly go travel come arrive head drive sail return journey".split())
HELPING = frozenset({EventType.SUPPORT, EventType.AID, EventType.MOBILIZE})
"""Acts that begin with the deed that is done for their sake."""
SAID = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})
"""Acts of words that another may answer."""
ANSWERS = frozenset("deny reject refuse dismiss decline rebuff spurn ignore grant accept answer heed defy".split())
UNTOLD = frozenset({Status.THREATENED, Status.DENIED})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
"""Determiners by which what is threatened or refused is told as known, so that its status is not of that making."""
GOVERNED = frozenset({"xcomp", "ccomp", "obl", "nmod", "acl", "obj", "advcl", "nsubj:pass"})
TAKING_PLACE = frozenset("take hold begin start resume continue occur happen open convene follow proceed".split())
"""Verbs that say of the act which is their subject that it is so ("talks will begin on Monday")."""
ENDING = frozenset({"end", "lift", "suspend", "stop", "halt", "ease", "relax"})
LASTING_ACTS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.PROTEST})
"""Acts that are there until these verbs end them, as they name them ("agreed to lift the blockade")."""
PAST = frozenset({"last", "previous", "past", "recent", "latest", "earlier"})
SETTING = frozenset(
    {"during", "after", "before", "since", "following", "amid", "despite", "because of", "as a result of", "until"}
)
"""What stands under these is the setting of what is said, and is governed by no plan, wish or refusal."""
SUBORDINATE = frozenset("while as after when because since although though before whereas once".split())
"""What a clause that opens with these says is so whatever becomes of the clause above it."""
PORTIONS = frozenset("series round number set string wave start beginning opening end resumption continuation".split())
"""Nouns before whose `of` stands the act itself ("a series of meetings will take place")."""
OPENING = frozenset("only never nor neither seldom rarely so why how when where what so here there not".split())
"""What turns subject and auxiliary around without a question, or asks about what is so."""
PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
CONSISTING = frozenset({"include", "involve", "mean", "entail", "require", "comprise"})
"""Verbs that say what something comes to, which is so no more than they are ("that could include sanctions")."""
LASTING = frozenset({"continue", "keep", "remain"})
"""Verbs under which what will be is so already."""
ANSWERED = frozenset({EventType.ACCUSE, EventType.SANCTION, EventType.ASSAULT, EventType.COERCE})
"""Acts that answer a deed, which they name with "for" ("punish Moscow for the raid")."""
MEANS = frozenset(
    "use choose gather assemble take turn pour issue write send march flock crowd mass convene meet go appear "
    "speak".split()
)
"""Verbs of what people do to say or show something, which they do by it ("took to the streets to protest")."""
SHOWN = frozenset({EventType.PROTEST, EventType.REQUEST, EventType.ACCUSE})
TRACES = frozenset(
    "anniversary aftermath picture photo photograph video footage image memory victim survivor scene legacy".split()
)
"""Nouns of what an act leaves behind, under whose `of` it has been done ("pictures of the riots")."""
BLAMING = frozenset({"of", "with"})
"""What opens the deed of which one is accused ("a charge of using force")."""
WISHING = frozenset({"hope", "wish", "fear", "worry", "pray", "doubt", "afraid", "worried", "dream", "imagine"})
"""Words under which what will be is only wished or feared."""
HOLDING = frozenset({"have", "hold", "keep", "maintain", "retain"})
GRIPS = frozenset({"control", "custody", "occupation", "grip", "hold"})
"""Nouns of what goes on while somebody holds it ("has had control of the town")."""
FIGHTS = frozenset({"fight", "battle", "struggle", "siege", "occupation", "blockade"})
"""Nouns of what goes on while somebody has it ("in its battle against the rebels")."""
WARFARE = frozenset({"war", "insurgency", "violence", "conflict", "bloodshed", "warfare", "fighting"})
"""Nouns of what goes on whatever is asked or planned about something in it ("must find a way out of the war")."""
TERMS = frozenset("price condition deadline timetable term offer preparation pretext excuse".split())
"""Nouns of what goes before an act, which they name with `for` ("raised his price for the withdrawal")."""
YEARLY = frozenset({"annually", "yearly"})
EACH = frozenset({"a", "per", "each", "every"})
TAKERS = frozenset({"recipient", "beneficiary"})
COMING = frozenset({"next", "coming", "upcoming"})
TOMORROW = frozenset({"tomorrow"})
MAX_CLIMB = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What grammar says of an act, what says so, and what that is worth."""

    status: Status
    why: str
    vote: float = GOVERNOR_VOTE


def of_word(token: Token, kind: EventType, support: Support) -> Iterator[Sign]:
    """Yield what the word of an act and its neighbours say, nearest sign first; `support` gives verbs their status."""
    yield from _own_signs(token)
    yield from _terms_signs(token)
    yield from _trace_signs(token)
    yield from _lasting_words(token, kind)
    yield from _yearly_signs(token, kind)
    yield from _answered_signs(token, kind)
    yield from _support_signs(token, kind, support)
    yield from _deed_signs(token, kind)


def of_course(token: Token) -> Iterator[Sign]:
    """Yield whether a word tells its act as going on, then or now."""
    if is_of_then(token):
        yield Sign(status=Status.HAPPENED, why="went on then")
    if _is_going_on(token):
        yield Sign(status=Status.ONGOING, why="goes on", vote=OWN_VOTE if token.pos_ == "NOUN" else GOVERNOR_VOTE)


def _support_signs(token: Token, kind: EventType, support: Support) -> Iterator[Sign]:
    """What a verb says of an act that is its object ("called off the talks"), subject, or what it is taken for.

    A blow that "would be regarded as an attack" is no attack.
    """
    token = _whole_of(_first_of_list(token))
    if token.dep_ in {"obj", "nsubj:pass"} and kind in LASTING_ACTS and token.head.lemma_.lower() in ENDING:
        over = token.head.pos_ == "VERB" and not _is_unfinished(token.head) and not next(_own_signs(token.head), None)
        yield Sign(status=Status.HAPPENED if over else Status.ONGOING, why=f"'{token.head.text}' ends it")
    for clause in children(token, "acl:relcl"):
        if clause.lemma_.lower() in TAKING_PLACE or (clause.lemma_.lower(),) in support:
            yield from _own_signs(clause)
    verb = token.head
    if token.dep_ in {"nsubj", "nsubj:pass"} and verb.lemma_.lower() in TAKING_PLACE:
        yield from _own_signs(verb)
    if token.dep_ == "obl" and case_of(token) == "as" and next(_own_signs(verb), None):
        yield Sign(status=Status.HYPOTHETICAL, why=f"taken for under '{verb.text}'", vote=OWN_VOTE)
    if token.dep_ not in {"obj", "nsubj:pass"} or verb.pos_ != "VERB" or _is_held(token):
        return
    particle = tuple(child.norm_.lower() for child in children(verb, "compound:prt"))
    status = support.get((verb.lemma_.lower(), *particle))
    own = next(_own_signs(verb), None)
    if status is Status.HAPPENED and own:
        yield own
    elif status and not (status is Status.HAPPENED and _is_unfinished(verb)):
        yield Sign(status=status, why=f"under '{verb.text}'")


def of_act(token: Token, below: Token, above: Token, act: Act | None) -> Iterator[Sign]:
    """What another act says of the one that stands inside it: asked for, threatened, or the deed that it answers."""
    asked = below.dep_ == "ccomp" and any(m.norm_.lower() in QUESTIONS for m in children(below, "mark"))
    if act is None or asked or below.dep_ not in GOVERNED:
        return
    status, vote = INSIDE.get(act.type), GOVERNOR_VOTE
    if status is Status.PROPOSED and is_negated(above):
        status, vote = Status.HYPOTHETICAL, OWN_VOTE
    links = {case_of(below), *(m.norm_.lower() for m in children(below, "mark"))}
    if (act.type in ANSWERED and links & {"for", "over"}) or (act.type is EventType.ACCUSE and links & BLAMING):
        status = Status.HAPPENED
    if status and not (status in UNTOLD and is_presupposed(token)):
        yield Sign(status=status, why=f"under '{above.text}'", vote=vote)


def of_verb_above(below: Token, above: Token) -> Iterator[Sign]:
    """What an auxiliary above says of an infinitive, or of what a verb says that something comes to."""
    led = below.dep_ == "xcomp" and below.pos_ == "VERB" and above.lemma_.lower() not in LASTING
    held = above.lemma_.lower() in CONSISTING and below.i > above.i
    if above.pos_ == "VERB" and (led or held):
        auxiliaries = {child.norm_.lower() for child in children(above, "aux")}
        for status, words in AUXILIARIES.items():
            if auxiliaries & words:
                yield Sign(status=status, why=f"'{min(auxiliaries & words)}' above")


def _is_going_on(token: Token) -> bool:
    """Whether a word tells its act as going on: "is shelling", "is being shelled", "in its battle against them"."""
    progressive = children(token, "aux") and token.norm_.lower().endswith("ing") and not is_of_then(token)
    passive = any(a.norm_.lower() == "being" for a in children(token, "aux:pass")) and children(token, "aux")
    return bool(progressive or passive or _is_held(token) or _is_fight(token))


def _is_held(noun: Token) -> bool:
    """Whether somebody has a hold on something ("has had control of the town")."""
    return noun.dep_ == "obj" and noun.lemma_.lower() in GRIPS and noun.head.lemma_.lower() in HOLDING


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


def _trace_signs(token: Token) -> Iterator[Sign]:
    """What has left something behind was done ("on the anniversary of the march")."""
    if token.dep_ == "nmod" and case_of(token) == "of" and token.head.lemma_.lower() in TRACES:
        yield Sign(status=Status.HAPPENED, why=f"'{token.head.text}' of it", vote=OWN_VOTE)


def _answered_signs(token: Token, kind: EventType) -> Iterator[Sign]:
    """What is answered has been said, whatever the answer ("denied the request", "rejected the accusations")."""
    answer = token.head
    answered = token.dep_ in {"obj", "nsubj:pass"} and answer.pos_ == "VERB" and answer.lemma_.lower() in ANSWERS
    if kind in SAID and token.pos_ == "NOUN" and answered:
        yield Sign(status=Status.HAPPENED, why=f"answered by '{answer.text}'", vote=OWN_VOTE)


def _lasting_words(token: Token, kind: EventType) -> Iterator[Sign]:
    """What is said for years is said ever again ("has urged him for years to step down")."""
    if kind in SAID and token.pos_ == "VERB":
        spans = [t for t in children(token, "obl") if case_of(t) == "for" and t.lemma_.lower() in {"year", "decade"}]
        if spans:
            yield Sign(status=Status.HABITUAL, why=f"'for {spans[0].text}'", vote=OWN_VOTE)


def _terms_signs(token: Token) -> Iterator[Sign]:
    """What has a price, terms or a deadline is yet to be done, whatever verb these stand under."""
    links = [c for c in children(token, "case", "mark") if c.lower_ == "for" and c.i > token.sent.start]
    term = links[0].nbor(-1) if links and token.pos_ != "PROPN" else None
    if term is not None and term.pos_ == "NOUN" and term.lemma_.lower() in TERMS:
        yield Sign(status=Status.HYPOTHETICAL, why=f"'{term.text}' of it", vote=OWN_VOTE)


def _yearly_signs(token: Token, kind: EventType) -> Iterator[Sign]:
    """What is given year by year is a habit ("$1.3 billion a year in aid", "the second biggest recipient of aid").

    So is what a sentence tells in the present tense ("provides assistance"); a headline tells news in it.
    """
    if kind is not EventType.AID:
        return
    if _is_present(token) and token.doc[token.sent.end - 1].text == ".":
        yield Sign(status=Status.HABITUAL, why="present tense", vote=OWN_VOTE)
    above = [token, *takewhile(lambda t: t.pos_ != "VERB", token.ancestors)]
    near = [*above, *token.subtree, *(w for t in (*above[1:], above[-1].head) for w in t.children)]
    yearly = next((w for t in near for w in (t, *t.children) if _is_yearly(w)), None)
    taking = next((t for t in above[1:] if t.lemma_.lower() in TAKERS), None)
    if yearly or taking:
        yield Sign(status=Status.HABITUAL, why=f"'{(yearly or taking or token).text}'", vote=OWN_VOTE)


def _is_present(verb: Token) -> bool:
    """Whether a verb is in the simple present of the third person ("gives", and not "has given" or "is giving")."""
    third = verb.lower_ != verb.lemma_.lower() and verb.lower_.endswith("s")
    return verb.pos_ == "VERB" and third and not children(verb, "aux", "aux:pass")


def _is_yearly(word: Token) -> bool:
    """Whether a word says that something comes with each year: "annually", "a year", "every year"."""
    if word.lower_ in YEARLY:
        return True
    counted = word.lemma_.lower() in {"year", "month"} and any(c.lower_ in EACH for c in word.children)
    return counted and case_of(word) in {None, "", "per"} and word.head.lower_ != "ago"


def _own_signs(token: Token) -> Iterator[Sign]:
    if is_negated(token):
        yield Sign(status=Status.DENIED, why="negation", vote=OWN_VOTE)
    if any(mark.norm_.lower() in CONDITIONS for mark in children(token, "mark")):
        yield Sign(status=Status.HYPOTHETICAL, why="condition", vote=OWN_VOTE)
    if _is_inverted(token):
        yield Sign(status=Status.HYPOTHETICAL, why="question or condition", vote=OWN_VOTE)
    auxiliaries = {child.norm_.lower() for child in children(_first_of_bare(token), "aux")}
    if auxiliaries & AUXILIARIES[Status.PLANNED] and token.dep_ == "ccomp" and token.head.lemma_.lower() in WISHING:
        yield Sign(status=Status.HYPOTHETICAL, why=f"under '{token.head.text}'", vote=OWN_VOTE)
    if "would" in auxiliaries and token.dep_ == "ccomp":
        yield Sign(status=Status.PLANNED, why="'would' in reported speech")
    for status, words in AUXILIARIES.items():
        if auxiliaries & words:
            yield Sign(status=status, why=f"'{min(auxiliaries & words)}'", vote=OWN_VOTE)


def _first_of_bare(verb: Token) -> Token:
    """Return the verb whose auxiliary a bare verb after "and" or "or" shares ("might seize or harm him")."""
    bare = verb.pos_ == "VERB" and verb.lower_ == verb.lemma_.lower()
    if bare and verb.dep_ == "conj" and not children(verb, "aux", "mark", "nsubj", "nsubj:pass"):
        return verb.head
    return verb


def _is_inverted(token: Token) -> bool:
    """Whether an auxiliary stands before the subject: "do you support him?", "should he leave"."""
    subject = children(token, "nsubj", "nsubj:pass")
    first = children(token, "aux", "aux:pass")
    inverted = bool(subject and first) and first[0].i < subject[0].i < token.i
    return inverted and not any(
        c.norm_.lower() in OPENING for c in children(token, "advmod", "obl", "obj", "cc") if c.i < first[0].i
    )


def of_tense(token: Token) -> Iterator[Sign]:
    """What the tense of a verb says where nothing above it speaks: "is said to have killed", "leave next year"."""
    if token.pos_ == "NOUN" and _is_past(token):
        yield Sign(status=Status.HAPPENED, why="a day gone by")
    if token.pos_ != "VERB":
        return
    forms = {child.norm_.lower() for child in children(token, "aux")}
    done = forms & PERFECT and not token.norm_.lower().endswith("ing") and token.norm_.lower() != "been"
    if done:
        yield Sign(status=Status.HAPPENED, why="perfect tense")
    bare = token.norm_.lower() == token.lemma_.lower()
    if bare and any(
        _is_coming(t) for verb in (token, token.head) for t in children(verb, "obl:unmarked", "obl", "advmod")
    ):
        yield Sign(status=Status.PLANNED, why="a day to come")


def _is_past(noun: Token) -> bool:
    """Whether a noun is said to be of a time gone by ("last year's attacks", "recent raids")."""
    times = (noun, *children(noun, "nmod:poss", "obl:unmarked", "nmod:unmarked"))
    return any(c.norm_.lower() in PAST for t in times for c in children(t, "amod"))


def _is_coming(token: Token) -> bool:
    return token.norm_.lower() in TOMORROW or any(c.norm_.lower() in COMING for c in children(token, "amod"))


def _deed_signs(token: Token, kind: EventType) -> Iterator[Sign]:
    """What an act done by another deed takes from it: "sent troops to support them", "met for a rally"."""
    verb = token.head
    aimed = token.dep_ in {"advcl", "xcomp"} and any(m.norm_.lower() == "to" for m in children(token, "mark"))
    aimed = aimed or (token.dep_ == "obl" and case_of(token) == "for")
    if not aimed or next(_own_signs(verb), None) or verb.norm_.lower() == verb.lemma_.lower():
        return
    moved = verb.lemma_.lower() in MOTION and kind is EventType.CONSULT
    if moved or (verb.lemma_.lower() in MEANS and kind in SHOWN):
        yield Sign(status=Status.HAPPENED, why=f"by '{verb.text}'")
    if token.dep_ == "advcl" and kind in HELPING:
        yield Sign(status=Status.ONGOING, why=f"by '{verb.text}'")


def _is_unfinished(verb: Token) -> bool:
    """Whether a verb has no tense of its own: "to impose sanctions", "including imposing sanctions"."""
    infinitive = any(mark.norm_.lower() == "to" for mark in children(verb, "mark"))
    return infinitive or (verb.norm_.lower().endswith("ing") and not children(verb, "aux"))


def _whole_of(token: Token) -> Token:
    """Return the noun that counts or bounds an act, where one does ("a series of meetings")."""
    above = token.head
    counted = token.dep_ == "nmod" and case_of(token) == "of" and above.lemma_.lower() in PORTIONS
    return above if counted else token


def _first_of_list(token: Token) -> Token:
    """Return the first noun of a list, under whose verb all stand ("faced shelling and airstrikes")."""
    while token.dep_ == "conj" and token.pos_ == "NOUN" and token.head.pos_ == "NOUN":
        token = token.head
    return token


def is_presupposed(token: Token) -> bool:
    """Whether a noun names a deed as known ("warned of the consequences of this attack"), with nobody to do it yet."""
    return token.pos_ == "NOUN" and any(c.norm_.lower() in KNOWN for c in children(token, "det"))


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
