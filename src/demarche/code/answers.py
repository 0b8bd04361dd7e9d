"""What came of an ask: later words of acceptance and refusal, weighed by who speaks, of what, and how near."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.function_words import DUTIES, NEGATORS
from demarche.code.syntax import case_of, children, is_passive, subjects
from demarche.record import Outcome, Report, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading
    from demarche.code.sides import Side, Sides

__all__ = ["INQUIRIES", "Answer", "Demand", "find_answer"]

ACCEPTING = frozenset(
    "agree accept comply consent grant promise pledge assure approve honor honour allow permit cede relent yield "
    "concede heed obey oblige acquiesce acceded accede clear undertake abide".split()
)
REFUSING = frozenset(
    "refuse reject decline rebuff resist dismiss ignore defy spurn deny veto snub balk disregard flout disobey oppose "
    "insist".split()
)
WEIGHING = frozenset("consider study review examine weigh ponder mull look".split())
"""Verbs of one who has heard an ask and has not yet answered; with a deed of inquiry they are half an answer."""
READY = frozenset({"willing", "ready", "prepared", "happy"})
"""Said of oneself these accept in words, with the deed still to come: half an answer."""
QUALMS = frozenset({"qualm", "objection", "reservation"})
"""Who has none of these accepts."""
REPLIES = frozenset("decision answer response reply reaction word".split())
"""Nouns of an answer: where there is none, the ask is open."""
INQUIRIES = frozenset("investigation inquiry enquiry probe review investigate inquire examination".split())
"""Asks that a verb of weighing answers by itself ("is looking into the incident")."""
SPEAKING = ACCEPTING | REFUSING | WEIGHING | READY | QUALMS | REPLIES
PROMISING = frozenset({"assure", "promise", "pledge", "grant"})
"""Verbs of giving one's word to somebody, which tell by their object whom they answer."""
ASKING_NOUNS = frozenset(
    "order request demand call proposal appeal plea ultimatum suggestion offer invitation deadline condition".split()
)
ASKING_VERBS = frozenset("require urge call ask demand press want need request order tell expect beg appeal".split())
DOUBTFUL = frozenset({"would", "could", "might", "may", "if", "can"})
GUESSED = frozenset({"may", "might", "could"})
NOT_YET = frozenset({"still", "yet"})
FEW = frozenset({"few", "no", "none", "nobody", "neither", "hardly"})
CONDITIONS = frozenset({"if", "unless", "until", "once", "whether", "provided"})
ANSWER_POS = frozenset({"NOUN", "VERB", "AUX", "ADJ"})
CONTENT_POS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
COMMON = frozenset(
    "be have do make take get give new other more full government country state people say must all".split()
)

# Calibrated together on the development articles (docs/evaluation.md names the run); do not tune one alone.
FLOOR = 2.0
"""Joint evidence from which words count as the answer."""
WHO = 1.0
"""The one who was asked speaks or acts."""
MAYBE_WHO = 0.25
"""The text leaves open who was asked, or who acts."""
TO_ASKER = 0.5
SHARED = 0.5
"""Each word that ask and answer share, up to `MOST_SHARED` of them."""
MOST_SHARED = 3
PLAIN = 0.5
"""The word says by itself that somebody had asked."""
PROMISED = 1.0
"""The word was given to the asker himself, be it told before the ask."""
NEAR = 0.5
"""Within `NEAR_SENTENCES` after the ask."""
NEAR_SENTENCES = 3
NEXT_SENTENCES = 2
"""So near after the ask, an answer need share no word with it ("They agreed to back down")."""
BEFORE = -0.5
"""Reports seldom tell the answer before the ask."""
ROOT = 6
"""Letters by which words of one root agree ("withdraw", "withdrawal")."""
READINGS = 2
"""Articles whose answering words are kept at hand: every ask of an article looks at all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """Somebody wants something of somebody: words `first` to `last` of the doc, half-open, say what.

    `word` opens a demand that grammar alone tells. `open` marks one that the text itself leaves open; `settled` one of
    which only the outcome is told, with the word of the answer.
    """

    asker: Side
    asked: Side
    first: int
    last: int
    report: Report | None = None
    word: int | None = None
    open: bool = False
    settled: Outcome | None = None
    answer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The outcome of an ask, the sentence that shows it, and the report of the answering act if there is one."""

    outcome: Outcome
    span: Span | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    score: float
    outcome: Outcome
    word: int


def find_answer(demand: Demand, sides: Sides, reports: Sequence[Report]) -> Answer:
    """Return what the article says came of a demand: unknown where it is silent, pending where it is left open."""
    if demand.settled and demand.answer is not None:
        return _answer(demand.settled, demand.answer, sides, reports)
    found = sorted(_weighed(demand, sides), key=lambda w: (-w.score, w.word))
    if found and found[0].score >= FLOOR:
        return _answer(found[0].outcome, found[0].word, sides, reports)
    return Answer(outcome=Outcome.PENDING if demand.open else Outcome.UNKNOWN)


def _answer(outcome: Outcome, word: int, sides: Sides, reports: Sequence[Report]) -> Answer:
    sentence = sides.reading.sentence_of(word)
    span = sentence.sentence.span if sentence else None
    at = sides.reading.span(word, word + 1)
    report = next((r for r in reports if r.trigger.contains(at)), None)
    return Answer(outcome=outcome, span=span, report=report)


def _weighed(demand: Demand, sides: Sides) -> Iterator[_Weighed]:
    doc = sides.reading.doc
    wanted = _content(doc[demand.first : demand.last], sides)
    sentences = sides.reading.sentences
    at = next((n for n, s in enumerate(sentences) if s.first <= demand.first < s.last), 0)
    for place, word, outcome in _answering(sides.reading):
        inside = demand.first <= word < demand.last or (place == at and word < demand.last)
        if not inside and not (place == at and _hangs_on(doc[word], demand)):
            yield _Weighed(score=_score(demand, doc[word], wanted, place - at, sides), outcome=outcome, word=word)


def _hangs_on(token: Token, demand: Demand) -> bool:
    """Whether a word only says more of what is asked ("guidance on a provision that allows food")."""
    first = max(demand.first, demand.last - 1) if demand.word is None else demand.word
    return any(a.i == first or demand.first < a.i < demand.last for a in token.ancestors if a.pos_ != "VERB")


@lru_cache(maxsize=READINGS)
def _answering(reading: Reading) -> tuple[tuple[int, int, Outcome], ...]:
    """The words of an article that may answer an ask: the place of the sentence, the word, what it says."""
    return tuple(
        (place, token.i, outcome)
        for place, sentence in enumerate(reading.sentences)
        for token in reading.doc[sentence.first : sentence.last]
        if token.pos_ in ANSWER_POS and (outcome := _outcome(token))
    )


def _content(tokens: Sequence[Token], sides: Sides) -> set[str]:
    """Return the roots of the words that say what is asked, without names of parties and words of asking."""
    mentions = [m for m in sides.resolution.within(tokens[0].i, tokens[-1].i + 1) if m.actor]
    named = {i for m in mentions for i in range(m.first, m.last)}
    words = {t.lemma_.lower() for t in tokens if t.pos_ in CONTENT_POS and t.i not in named}
    return {_root(word) for word in words - COMMON - ASKING_VERBS - ASKING_NOUNS}


def _root(word: str) -> str:
    return word.replace("y", "i")[:ROOT]


def _outcome(token: Token) -> Outcome | None:
    """Return what a word, taken as an answer, says; a negation turns it round."""
    lemma = token.lemma_.lower()
    around = {c.norm_.lower() for c in token.children}
    if token.pos_ == "NOUN":
        return _of_noun(token, lemma) if around & {"no", "without"} else None
    if (
        token.pos_ not in {"VERB", "AUX", "ADJ"}
        or not (lemma in SPEAKING or around & NOT_YET)
        or _is_asked(token, around)
    ):
        return None
    negated = bool(around & NEGATORS) or any(_is_none(t, token) for t in subjects(token))
    if lemma in REFUSING:
        return None if negated else Outcome.REFUSED
    if negated:
        return Outcome.REFUSED if lemma in SPEAKING or around & NOT_YET else None
    if lemma in ACCEPTING:
        return Outcome.PENDING if around & DOUBTFUL else Outcome.ACCEPTED
    weighed = lemma in WEIGHING and not around & GUESSED
    return Outcome.PARTLY if weighed or lemma in READY else None


def _of_noun(token: Token, lemma: str) -> Outcome | None:
    """Return what the lack of a thing answers: no decision leaves open, no qualms accept, on a condition in part."""
    if lemma in REPLIES:
        return Outcome.PENDING
    if lemma not in QUALMS:
        return None
    under = {c.norm_.lower() for v in (token, token.head) for t in children(v, "advcl", "acl") for c in t.subtree}
    return Outcome.PARTLY if under & (CONDITIONS | {"long"}) else Outcome.ACCEPTED


def _is_asked(token: Token, around: set[str]) -> bool:
    """Whether a word of answering is itself what somebody wants ("must comply", "until they accept")."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    under = first.dep_ in {"xcomp", "ccomp", "advcl"} and first.head.lemma_.lower() in ASKING_VERBS
    supposed = any(m.norm_.lower() in CONDITIONS for m in children(token, "mark"))
    return under or supposed or bool(around & DUTIES)


def _is_none(token: Token, verb: Token) -> bool:
    """Whether a subject is as good as nobody ("very few complied", "few of the troops complied")."""
    above = (token.head,) if token.head != verb else ()
    return any(t.norm_.lower() in FEW for t in (token, *above, *children(token, "det", "amod")))


def _score(demand: Demand, token: Token, wanted: set[str], distance: int, sides: Sides) -> float:
    who = _who(demand, token, sides)
    if _is_of_others(demand, token, sides):
        return 0.0
    if who is None or (distance == 0 and who < WHO):
        return 0.0
    first, last = token.left_edge.i, token.right_edge.i + 1
    shared = wanted & _content(token.doc[first:last], sides)
    named = _is_answer(token, wanted)
    promised = _is_promised(demand, token, sides)
    opinion = token.lemma_.lower() == "agree" and any(not _is_to_do(c) for c in children(token, "ccomp"))
    loose = opinion or token.lemma_.lower() in WEIGHING | READY
    near = 0 <= distance <= NEXT_SENTENCES and not (loose or _is_elsewhere(token))
    if not (shared or named or promised or near):
        return 0.0
    to_asker = any(s.meets(demand.asker) for s in sides.within(first, last))
    return (
        who
        + (TO_ASKER if to_asker else 0.0)
        + SHARED * min(len(shared), MOST_SHARED)
        + (PLAIN if _is_plain(token, shared) else 0.0)
        + (PLAIN if named else 0.0)
        + (PROMISED if promised else 0.0)
        + (NEAR if 0 <= distance <= NEAR_SENTENCES else BEFORE if distance < 0 else 0.0)
    )


def _is_of_others(demand: Demand, token: Token, sides: Sides) -> bool:
    """Whether what is answered is told to be the ask of somebody else ("rejected the requests of the opposition")."""
    asks = [t for t in children(token, "obj", "nsubj:pass") if t.lemma_.lower() in ASKING_NOUNS]
    below = [c for ask in asks for c in children(ask, "nmod:poss", "amod", "compound", "nmod")]
    named = (sides.of_word(t) for t in below if t.dep_ != "nmod" or case_of(t) in {"by", "of", "from"})
    owner = next((s for s in named if s), None)
    return owner is not None and bool(demand.asker) and not owner.meets(demand.asker)


def _is_answer(token: Token, wanted: set[str]) -> bool:
    """Whether a word names an ask or its answer, or is the inquiry that was asked for."""
    if token.lemma_.lower() in WEIGHING:
        return bool(wanted & {_root(word) for word in INQUIRIES})
    below = children(token, "obj", "obl", "nsubj:pass")
    return token.lemma_.lower() in REPLIES or any(t.lemma_.lower() in ASKING_NOUNS for t in below)


def _is_plain(token: Token, shared: set[str]) -> bool:
    """Whether a word says that somebody had asked: it answers, or what was asked for is still not there."""
    lemma = token.lemma_.lower()
    unmet = bool(shared) and any(c.norm_.lower() in NOT_YET for c in token.children)
    return unmet or (lemma in SPEAKING - WEIGHING - READY)


def _is_elsewhere(token: Token) -> bool:
    """Whether a word answers to a thing of its own ("complies with the law of armed conflict")."""
    below = [*children(token, "obj"), *(t for t in children(token, "obl") if case_of(t) in {"to", "with"})]
    return any(t.pos_ == "NOUN" for t in below)


def _is_promised(demand: Demand, token: Token, sides: Sides) -> bool:
    """Whether somebody gives the asker his word ("assured him that they would")."""
    if token.lemma_.lower() not in PROMISING:
        return False
    told = (sides.of_word(t).actor for t in children(token, "obj", "iobj"))
    return any(actor is not None and actor == demand.asker.actor for actor in told)


def _is_to_do(clause: Token) -> bool:
    """Whether a clause tells what its subject is to do, not what somebody thinks."""
    ahead = {c.norm_.lower() for c in children(clause, "aux")} & {"will", "would", "to"}
    return bool(ahead or children(clause, "mark")) and not children(clause, "expl")


def _who(demand: Demand, token: Token, sides: Sides) -> float | None:
    """Weigh who answers: None where it is somebody else than the one who was asked."""
    doers = list(sides.doers(token))
    if not doers:
        return MAYBE_WHO if is_passive(token) or not subjects(token) else None
    if any(d.actor == demand.asker.actor for d in doers):
        return None
    if not demand.asked:
        return MAYBE_WHO
    bare = token.lemma_.lower() == "agree" and not children(token, "xcomp", "ccomp", "obl", "obj")
    same = (d.actor == demand.asked.actor if bare else _is_asked_side(d, demand, sides) for d in doers)
    return WHO if any(same) else None


def _is_asked_side(doer: Side, demand: Demand, sides: Sides) -> bool:
    """Whether one who answers may be the one asked; at home, where both are of a country, he must be of his camp."""
    if doer.actor == demand.asked.actor or not demand.asker.meets(demand.asked):
        return doer.meets(demand.asked)
    known = (sides.resolution.actors.get(s.actor or "") for s in (doer, demand.asked))
    camps = {a.sector for a in known if a}
    return doer.meets(demand.asked) and len(camps) == 1
