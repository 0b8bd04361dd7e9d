"""When a word takes a stand, on what, and which way: the forms and senses in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES, has_negator, is_surmise, is_under
from demarche.code.no_act import DECLINING, SILENT
from demarche.code.suppositions import governing, is_imagined
from demarche.code.syntax import arguments, case_of, children, is_passive, objects, subjects
from demarche.record import Stance

if TYPE_CHECKING:
    from demarche.annotate.doc import Token
    from demarche.codebook import StanceEntry

__all__ = [
    "APPRAISING",
    "DUTY_VERBS",
    "ENDING",
    "clause_of",
    "ends",
    "is_aid",
    "is_conditional",
    "is_mourned",
    "is_silent",
    "is_supposed",
    "judged",
    "reach",
    "takes_stand",
]

ENDING = frozenset(
    "end stop halt cease lift abandon terminate scrap cancel abolish curb removal eliminate defeat destroy "
    "eradicate combat counter resolve repeal overturn dismantle".split()
)
"""Words that turn a stand for what they govern into one against it."""
KNOWING = frozenset({"appreciate"})
"""Verbs that with a negation say only that somebody did not know or understand."""
WANTING = frozenset({"want", "wish", "like", "hope"})
SHOWING = frozenset("show tell ask talk say speak know see hear thank go begin start turn bring".split())
"""What somebody wants to do without standing for anything ("I want to show you a poll")."""
CONDITIONS = frozenset({"if", "unless", "provided", "until", "once"})
PRICES = frozenset({"exchange", "return", "provided", "providing", "long"})
"""Words that open a condition together with a word beside them ("in exchange for", "as long as")."""
APPRAISING = {"subj>ccomp.subj", "ccomp.subj>"}
"""Frames of words by which the speaker, not the subject, judges ("it is vital that", "the attack is unacceptable")."""
JUDGED = {Stance.AGAINST: ("root", "xcomp", "ccomp"), Stance.FOR: ("root",)}
"""Where a word of judgement need not be a predicate ("called it a mistake"; to "commit a crime" judges nothing)."""
DEFINITE = frozenset("the this that these those".split())
"""What is judged in passing is a thing that is known: "the unacceptable attack", not "illegal drugs", "a crime"."""
BACKING = frozenset({"support", "backing"})
GIVEN = frozenset("financial military material logistical humanitarian technical economic budgetary air".split())
"""What support is of that is given, and not voiced."""
VOICING = frozenset("vote speak rally march demonstrate protest write testify argue statement petition speech".split())
"""Words of speech and of showing oneself: what is said "in support of" something is a stand."""
SUPPOSING = frozenset({"if", "unless", "whether"})
BIDDING = frozenset("convince persuade get force press pressure ask urge tell order want expect beg".split())
"""Verbs by which one is to be brought to what their infinitive says."""
AVOIDING = frozenset("avoid refuse decline fail hesitate".split())
"""Verbs of not doing what follows ("avoided condemning the raid")."""
NOTHING = "nothing"
MOURNING = frozenset(
    "condolence sympathy grief sorrow mourn mourning victim thank gratitude congratulate wreath flower candle".split()
)
"""Words of feeling and of paying tribute, which take no stand on an issue."""
CLAUSES = ("obj", "obl", "xcomp", "ccomp", "acl", "advcl", "nmod", "csubj", "nsubj:pass")
THAT = frozenset({"to", "that"})
DUTY_VERBS = frozenset({"have", "need"})


def takes_stand(entry: StanceEntry, head: Token) -> bool:
    """Whether a word stands in the form and the sense in which its row of the table takes a stand."""
    return _fits(entry, head) and not (is_silent(head) or _is_untaken(head) or _is_otherwise(entry, head))


def is_conditional(token: Token) -> bool:
    """Whether a word opens a condition of a stand."""
    return _is_condition(token) or _is_price(token)


def is_silent(head: Token) -> bool:
    """Whether somebody only declines to speak ("declined to comment")."""
    return head.lemma_.lower() in DECLINING and any(c.lemma_.lower() in SILENT for c in children(head, "xcomp"))


def _fits(entry: StanceEntry, head: Token) -> bool:
    """Whether the word stands as its frame says: a verb with an object, a noun of a stand, a judgement."""
    code = entry.frame.code
    if code == "subj>ccomp":
        return bool(children(head, "ccomp")) or head.dep_ == "conj"
    if code == "subj>obj":
        unnamed = is_passive(head) and not subjects(head)
        verb = head.pos_ == "VERB" or bool(children(head, "nsubj"))
        return verb and head.dep_ != "amod" and not unnamed
    if code.startswith("poss"):
        clauses = [c for c in children(head, "acl") if any(m.norm_.lower() in THAT for m in children(c, "mark"))]
        return head.pos_ == "NOUN" and bool(clauses or children(head, "nmod") or len(entry.phrase) > 1)
    if code in APPRAISING:
        return _fits_judgement(entry, head)
    return bool(children(head, "cop")) or (head.pos_ in {"VERB", "ADJ", "AUX", "ADV"} and head.dep_ != "amod")


def _fits_judgement(entry: StanceEntry, head: Token) -> bool:
    """Whether a word judges a thing that is known, not says what one should be like ("a system which is fair")."""
    if head.dep_ == "acl:relcl" and not _is_definite(head.head):
        return False
    thing = head.head if head.dep_ == "amod" else head
    against = entry.stance is Stance.AGAINST and head.dep_ in {"amod", "obj", "conj"}
    predicate = head.dep_ == "aux" or bool(children(head, "cop")) or head.dep_ in JUDGED.get(entry.stance, ())
    return predicate or (against and _is_definite(thing))


def _is_otherwise(entry: StanceEntry, head: Token) -> bool:
    """Whether a word is used in another sense: not to grasp a thing, to be torn by it, to want to show or say it."""
    lemma = head.lemma_.lower()
    between = [slot for slot in entry.frame.target if entry.stance is Stance.MIXED and slot.prepositions]
    torn = bool(between) and not any(arguments(head, slot) for slot in between)
    showing = lemma in WANTING and any(c.lemma_.lower() in SHOWING for c in children(head, "xcomp"))
    return torn or showing or (lemma in KNOWING and has_negator(head))


def _is_definite(noun: Token) -> bool:
    """Whether a noun names a thing that is known ("the attack", "their raids")."""
    return bool(children(noun, "nmod:poss")) or any(t.norm_.lower() in DEFINITE for t in children(noun, "det"))


def _is_untaken(head: Token) -> bool:
    """Whether a stand could be taken but is not, is a guess, is one of others, or is on nothing."""
    return (
        is_imagined(head)
        or (head.dep_ == "ccomp" and is_imagined(head.head))
        or is_aid(head)
        or _is_guess(head)
        or _is_received(head)
        or is_bidden(head)
        or any(v.lemma_.lower() in AVOIDING for v in governing(head) if v != head)
        or any(t.norm_.lower() == NOTHING for t in objects(head))
    )


def _is_guess(head: Token) -> bool:
    """Whether a duty is only what somebody takes to be so ("he must have believed"), or has to do himself."""
    verb = head.head if head.dep_ == "aux" else head
    own = head.lemma_.lower() in DUTY_VERBS and any(t.norm_.lower() == "i" for t in subjects(verb))
    return own or (head.norm_.lower() in DUTIES and is_surmise(verb))


def is_aid(noun: Token) -> bool:
    """Whether something is only done or given for somebody's good ("strikes in support of it", "financial support")."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in BACKING:
        return False
    given = any(t.lemma_.lower() in GIVEN for t in children(noun, "amod", "compound"))
    done = case_of(noun) == "in" and not children(noun, "nmod:poss") and noun.head.lemma_.lower() not in VOICING
    return given or done


def _is_received(noun: Token) -> bool:
    """Whether a noun of stand is what somebody has of others ("enjoys support among voters")."""
    sides = {case_of(c) for c in children(noun, "nmod")}
    return noun.pos_ == "NOUN" and bool(sides & {"among", "from"})


def is_mourned(head: Token) -> bool:
    """Whether words condole, thank or congratulate, which is no stand on anything."""
    return any(t.lemma_.lower() in MOURNING for t in head.subtree)


def is_supposed(head: Token) -> bool:
    """Whether a word stands in a condition ("if they did not vote for her")."""
    return is_under(head, SUPPOSING)


def is_bidden(head: Token) -> bool:
    """Whether somebody is only brought or asked to take a stand ("try to convince a court to throw it out")."""
    return head.dep_ == "xcomp" and head.head.lemma_.lower() in BIDDING and bool(objects(head.head))


def ends(clause: Token) -> bool:
    """Whether what is wanted is the end of the issue ("demanded that they lift the embargo", "an end to the raids")."""
    below = [c for c in children(clause, "xcomp", "ccomp", "obj", "obl") if case_of(c) not in {"at", "by", "in"}]
    below += [c for c in children(clause, "advcl") if any(m.norm_.lower() == "for" for m in children(c, "mark"))]
    return any(t.lemma_.lower() in ENDING and (t.pos_ != "NOUN" or t.lemma_ != "resolve") for t in (clause, *below))


def _is_condition(mark: Token) -> bool:
    """Whether a word opens a condition; before a bare participle "once" only tells of the past ("once shunned")."""
    word = mark.norm_.lower()
    full = word != "once" or bool(children(mark.head, "nsubj", "nsubj:pass"))
    return word in CONDITIONS and mark.dep_ == "mark" and full


def _is_price(token: Token) -> bool:
    """Whether a word opens a condition without being a conjunction ("in exchange for", "provided", "as long as")."""
    word = token.norm_.lower()
    if word not in PRICES:
        return False
    in_exchange = word in {"exchange", "return"} and any(c.norm_.lower() == "in" for c in children(token, "case"))
    around = token.doc[max(0, token.i - 1) : token.i], token.doc[token.i + 1 : token.i + 2]
    before, behind = ([t.norm_.lower() for t in words] for words in around)
    that = word in {"provided", "providing"} and behind == ["that"]
    return in_exchange or that or (word == "long" and before == ["as"])


def clause_of(head: Token) -> Token:
    """Return the word whose clause holds a stand: an auxiliary's verb, what a preposition or adjective hangs on."""
    if head.dep_ in {"aux", "cop", "mark"}:
        return head.head
    if head.dep_ == "amod":
        return head.head
    return head.head.head if head.dep_ in {"case", "fixed"} else head


def reach(clause: Token) -> tuple[int, int]:
    """Return the words of a stand: from its head to the end of what hangs on it, with its subject where it has one."""
    before = children(clause, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "amod", "nmod:poss", "det", "advmod")
    first = min((t.left_edge.i for t in before), default=clause.i)
    below = [c for c in children(clause, *CLAUSES) if c.i > clause.i]
    last = max((c.right_edge.i + 1 for c in below), default=clause.i + 1)
    return min(first, clause.i), max(last, clause.i + 1)


def judged(head: Token) -> list[Token]:
    """Return what a judgement is on: the noun that it stands before, its clause, or its subject."""
    if head.dep_ == "amod":
        return [head.head]
    above = head.head if head.dep_ == "aux" else head
    clauses = [c for c in children(above, "csubj", "ccomp", "xcomp", "advcl", "acl") if c.i > above.i]
    return [*clauses, *(t for t in subjects(above) if t.pos_ != "PRON"), *([above] if above != head else [])]
