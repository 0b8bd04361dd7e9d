"""Asks that are told without a word of asking: duties, conditions, needs, wishes for what takes two, and refusals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from demarche.code.answers import Demand
from demarche.code.claims import governing_claim
from demarche.code.function_words import DUTIES, QUESTIONS, has_negator, is_surmise
from demarche.code.no_ask import DUTY_VERBS, SEEKING, SOUGHT, WANTING, is_duty_verb, is_joint
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.suppositions import is_imagined
from demarche.code.syntax import case_of, children, is_passive, subjects
from demarche.code.words import Rules, Words
from demarche.record import ActorKind, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.record import Claim, Report

__all__ = ["FAILING", "PERSISTING", "Wants"]

APPRAISALS = frozenset("vital essential crucial imperative necessary urgent important incumbent critical time".split())
"""Predicates by which a speaker wants what their clause says ("it is vital that all parties respect it")."""
STRESSING = frozenset(
    "stress underline underscore emphasize emphasise highlight reiterate raise discuss repeat insist urge note "
    "reaffirm restate press see express".split()
)
"""Verbs that make "the need for" what follows an ask of their subject."""
KNOWING = frozenset("realize realise know remember understand recognize recognise".split())
"""What is important to know is told, not asked for."""
REFUSING = frozenset(
    "resist reject rebuff refuse ignore dismiss decline spurn defy disregard oppose block rebut deny".split()
)
ACCEPTING = frozenset("accept grant heed honor honour approve fulfil fulfill".split())
AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
DECIDING = frozenset({"decide", "decision", "agree", "agreement", "vote", "choose", "move"})
FORESEEING = AHEAD | {"would", "may", "might", "could"}
FEELING = frozenset({"see", "hear", "feel", "know", "understand", "have", "be"})
REFUSALS = frozenset("resistance rejection refusal opposition defiance dismissal".split())
WISHES = frozenset(
    "suggestion proposal call demand request appeal plea pressure recommendation offer ultimatum order entreaty "
    "urging invitation petition advice attempt effort overture condition".split()
)
"""Nouns that name an ask, so that who resists them refuses it."""
HEEDING = frozenset("cooperate co-operate co comply heed answer respond obey honor honour implement agree".split())
"""What one is asked for wherever one is said to fail to do it; tokenizers cut "co-operate" at its hyphen."""
FAILING = frozenset({"fail", "refuse", "decline", "failure", "refusal"})
NEVER_ENDED = frozenset("access ceasefire cease-fire truce release withdrawal return settlement".split())
"""What nobody seeks an end to: after "an end to the bombing, full access" it is itself what is sought."""
CALLED = frozenset(
    "force party side guarantor leader government community authority official country nation state everyone group "
    "army militia member ally partner combatant belligerent donor signatory".split()
)
"""Nouns of those who can be called to a duty though the text does not say who they are."""
PERSISTING = frozenset("continue remain stay maintain keep hold refuse persist apply".split())
OURSELVES = frozenset({"we", "i", "us"})
"""Who says what he himself has to do asks nobody."""
ASIDE = frozenset("if although though because while when unless as".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Wants:
    """Finds the demands of one article that its grammar tells."""

    reading: Reading
    sides: Sides
    claims: Sequence[Claim]

    def told(self, sentence: ReadSentence) -> Iterator[Demand]:
        """Yield the demands of a sentence, each with the word that opens it."""
        for word, rule in self.SAID.at(Words.of(self.reading, sentence)):
            demand = rule(self, self.reading.doc[word])
            if demand:
                yield replace(demand, word=word)

    def speaker(self, token: Token) -> Side:
        """Return the one in whose words a word stands."""
        claim = governing_claim(self.claims, self.reading.span(token.i, token.i + 1))
        return self.sides.of_actor(claim.source) if claim else NOBODY

    def owner(self, noun: Token) -> Side:
        """Return whose a noun is."""
        owners = (*children(noun, "nmod:poss"), *children(noun, "amod", "compound"))
        return next((s for t in owners if (s := self.sides.of_word(t))), NOBODY)

    def duty(self, token: Token, report: Report | None = None) -> Demand | None:
        """Take "Israel must leave" in somebody's words; what one must do oneself, or what must be, is no ask."""
        modal = token.norm_.lower() in DUTIES and token.dep_ == "aux"
        verb = token.head if modal else token
        owed = () if modal else children(verb, "xcomp")
        marked = {m.norm_.lower() for m in children(verb, "mark", "advmod") if m.i < token.i}
        own = children(verb, "nsubj")
        dummy = bool(own) and own[0].norm_.lower() == "it" and bool(children(verb, "cop"))
        thing = children(verb, "expl") or any(is_passive(v) for v in (verb, *owed)) or dummy
        if not (modal or is_duty_verb(token)) or thing or marked & QUESTIONS or _is_none(token):
            return None
        who = subjects(verb)
        if modal and own and own[0].i > token.i:
            return None
        if is_surmise(verb) or _is_going_on(verb) or any(t.norm_.lower() in OURSELVES for t in who[:1]):
            return None
        asker, asked = self.speaker(token), self.sides.of_word(who[0]) if who else NOBODY
        if report and not asker:
            asker = self.sides.first(report.sources)
        called = bool(who) and who[0].lemma_.lower() in CALLED
        if not asker or not (asked.actor or called) or asker.actor == asked.actor:
            return None
        first = min(who[0].left_edge.i, token.i)
        last = verb.right_edge.i + 1
        return Demand(asker=asker, asked=asked, first=first, last=last, report=report, open=_is_contingent(verb))

    def _appraisal(self, token: Token) -> Demand | None:
        below = children(token, "ccomp", "csubj", "xcomp", "advcl", "acl")
        clause = next((c for c in below if not _is_concession(c)), None)
        if not children(token, "cop") or clause is None or clause.lemma_.lower() in STRESSING | KNOWING:
            return None
        if any(t.norm_.lower() in OURSELVES for t in children(clause, "nsubj")):
            return None
        asker = self.speaker(token)
        asked = self.sides.doer(clause)
        if not asker or clause.i < token.i:
            return None
        asked = asked if asked.actor != asker.actor else NOBODY
        return Demand(asker=asker, asked=asked, first=token.i, last=clause.right_edge.i + 1)

    def _wish(self, token: Token) -> Demand | None:
        """Take "wants to renew the talks": what takes two is asked of the other."""
        act = next((c for c in children(token, "xcomp") if c.i > token.i), None)
        if act is None or not is_joint(act):
            return None
        asker = self.sides.doer(token) or self.speaker(token)
        inside = self.sides.within(act.left_edge.i, act.right_edge.i + 1)
        asked = next((s for s in inside if s.actor != asker.actor), NOBODY)
        return Demand(asker=asker, asked=asked, first=token.i, last=act.right_edge.i + 1, open=True) if asker else None

    def _price(self, token: Token) -> Demand | None:
        """Take "willing to withdraw in exchange for guarantees": the price is asked of the other side."""
        below = (c for c in children(token, "nmod", "obl") if c.i > token.i)
        price = next((c for c in below if case_of(c) == "for" or c.nbor(-1).norm_.lower() == "for"), None)
        if case_of(token) != "in" or price is None or token.head.pos_ != "VERB":
            return None
        asker = self.sides.doer(token.head) or self.speaker(token)
        inside = self.sides.within(price.left_edge.i, price.right_edge.i + 1)
        asked = next((s for s in inside if s.actor != asker.actor and not self._is_crowd(s)), NOBODY)
        return Demand(asker=asker, asked=asked, first=price.left_edge.i, last=price.right_edge.i + 1) if asker else None

    def _is_crowd(self, side: Side) -> bool:
        """Whether a side is only people, who are part of a price ("in exchange for 100 captives") and do not pay it."""
        actor = self.sides.resolution.actors.get(side.actor) if side.actor else None
        return actor is not None and actor.kind is ActorKind.PEOPLE

    def _condition(self, token: Token) -> Demand | None:
        """Take "will remain until Iraq complies", and "if they will cooperate, we will leave"."""
        clause, main = token.head, token.head.head
        if token.dep_ != "mark" or clause.dep_ != "advcl":
            return None
        word = token.norm_.lower()
        ahead = {c.norm_.lower() for c in children(main, "aux")} & AHEAD
        pressing = word in {"until", "unless"} and bool(ahead or main.lemma_.lower() in PERSISTING)
        sought = {c.norm_.lower() for c in children(clause, "aux")} & {"will", "would"}
        promising = word == "if" and bool(sought and ahead)
        asked, asker = self.sides.doer(clause), self.sides.doer(main)
        if any(t.pos_ == "PRON" for t in subjects(clause)):
            asked = self._pressed(main) or asked
        if pressing and not subjects(clause):
            asked = next(iter(self.sides.within(token.i, clause.i)), asked)
        if asker and asked and asker.actor == asked.actor and main.dep_ in {"ccomp", "xcomp"}:
            asker = self.sides.doer(main.head)
        asker = asker or self.speaker(token)
        if not (pressing or promising) or not asked or not asker or asker.actor == asked.actor:
            return None
        return Demand(asker=asker, asked=asked, first=token.i, last=clause.right_edge.i + 1, open=pressing)

    def _pressed(self, main: Token) -> Side:
        """Return whom the main clause presses, for whom a pronoun of the condition stands ("strike Iraq unless it")."""
        below = [c for verb in (main, *children(main, "xcomp")) for c in children(verb, "obj", "obl", "iobj")]
        below += [c for thing in below for c in children(thing, "nmod")]
        return next((s for t in below if (s := self.sides.of_word(t))), NOBODY)

    def _need(self, token: Token) -> Demand | None:
        """Take "stressed the need for a cease-fire"."""
        wanted = [c for c in children(token, "nmod", "acl") if c.dep_ == "acl" or case_of(c) == "for"]
        verb = token.head
        if token.pos_ != "NOUN" or not wanted:
            return None
        if verb.lemma_.lower() not in STRESSING and token.dep_ != "nmod":
            return None
        asker = self.sides.doer(verb) if verb.pos_ == "VERB" else NOBODY
        asker = asker or self.speaker(token)
        found = self.sides.of_word(wanted[0]) if wanted[0].dep_ == "nmod" else NOBODY
        return Demand(asker=asker, asked=found, first=token.i, last=token.right_edge.i + 1) if asker else None

    def _reply(self, token: Token) -> Demand | None:
        """Take "resisted Biden's suggestions", "its rejection of French demands", "accepted the UN's request"."""
        verb = token.head
        named = verb.lemma_.lower() in REFUSALS and token.dep_ == "nmod" and case_of(token) in {"to", "of"}
        heeded = verb.lemma_.lower() in ACCEPTING and not (has_negator(verb) or _is_to_come(verb))
        answering = token.dep_ in {"obj", "nsubj:pass"} and (heeded or verb.lemma_.lower() in REFUSING)
        if not (named or answering) or is_imagined(verb):
            return None
        asked = self.owner(verb) if named else self.sides.doer(verb)
        owners = [*children(token, "nmod:poss"), *[c for c in children(token, "nmod") if case_of(c) in {"by", "from"}]]
        owners += children(token, "amod", "compound")
        asker = next((s for t in owners if (s := self.sides.of_word(t))), NOBODY)
        if not asked or asker.actor == asked.actor:
            return None
        settled = Outcome.ACCEPTED if heeded else Outcome.REFUSED
        first = min(verb.i, token.left_edge.i)
        last = token.right_edge.i + 1
        return Demand(asker=asker, asked=asked, first=first, last=last, settled=settled, answer=verb.i)

    def _failure(self, token: Token) -> Demand | None:
        """Take "failed to co-operate with the inquiry", "its refusal to comply": what one fails to do was asked."""
        act = next((c for c in children(token, "xcomp", "acl") if c.i > token.i), None)
        if act is None or act.lemma_.lower() not in HEEDING:
            return None
        asked = self.owner(token) if token.pos_ == "NOUN" else self.sides.doer(token)
        below = children(act, "obl", "obj")
        asker = next((s for t in below if (s := self.sides.of_word(t))), NOBODY)
        if not asked or asker.actor == asked.actor:
            return None
        return Demand(
            asker=asker, asked=asked, first=token.i, last=act.right_edge.i + 1, settled=Outcome.REFUSED, answer=token.i
        )

    def _sought(self, token: Token) -> Demand | None:
        """Take "is seeking some guidance", "pursues an end to the bombing and a return to the talks"."""
        thing = token.head if token.dep_ == "conj" else token
        if thing != token and thing.dep_ == "nmod" and token.lemma_.lower() in NEVER_ENDED:
            thing = thing.head
        verb = thing.head
        if thing.dep_ != "obj" or verb.pos_ != "VERB" or verb.lemma_.lower() not in SEEKING:
            return None
        asker = self.sides.doer(verb) or self.speaker(verb)
        judged = verb.dep_ in {"xcomp", "csubj", "ccomp", "advcl"} and bool(children(verb.head, "expl", "cop"))
        if judged and verb.head.pos_ == "ADJ":
            return None
        inside = self.sides.within(token.left_edge.i, token.right_edge.i + 1)
        asked = next((s for s in inside if s.actor != asker.actor), NOBODY)
        return Demand(asker=asker, asked=asked, first=token.left_edge.i, last=_end(token), open=True) if asker else None

    SAID: ClassVar[Rules[Callable[..., Demand | None]]] = Rules(
        (DUTIES | DUTY_VERBS, duty),
        (APPRAISALS, _appraisal),
        ({"until", "unless", "if"}, _condition),
        ({"need"}, _need),
        (WISHES, _reply),
        (FAILING, _failure),
        (WANTING, _wish),
        ({"exchange", "return"}, _price),
        (SOUGHT, _sought),
    )
    """How an ask is said otherwise than by a word of asking, by the words that open it."""


def _is_to_come(verb: Token) -> bool:
    """Whether an answer is still to be given, or is itself asked for ("to heed their call"), not one decided on."""
    ahead = bool({c.norm_.lower() for c in children(verb, "aux")} & AHEAD)
    wanted = any(m.norm_.lower() == "to" for m in children(verb, "mark")) and verb.head.lemma_.lower() not in DECIDING
    return ahead or wanted


def _is_none(token: Token) -> bool:
    """Whether a verb of duty tells of none: "they need to see change", "will have to wait", "all that he has to do"."""
    felt = token.lemma_.lower() == "need" and any(c.lemma_.lower() in FEELING for c in children(token, "xcomp"))
    ahead = token.dep_ != "aux" and any(c.norm_.lower() in FORESEEING for c in children(token, "aux"))
    return felt or ahead or (token.lemma_.lower() == "have" and token.dep_ in {"acl", "acl:relcl"})


def _is_going_on(verb: Token) -> bool:
    """Whether a duty is only what somebody takes to be going on ("what they must be going through")."""
    return verb.norm_.lower().endswith("ing") and any(c.norm_.lower() == "be" for c in children(verb, "aux"))


def _is_contingent(verb: Token) -> bool:
    """Whether a duty falls due only on a condition ("if it was their fault, they should pay")."""
    return any(m.norm_.lower() == "if" for clause in children(verb, "advcl") for m in children(clause, "mark"))


def _is_concession(clause: Token) -> bool:
    """Whether a clause is a condition or a concession ("important, even if it is not the last")."""
    return any(m.norm_.lower() in ASIDE for m in children(clause, "mark"))


def _end(noun: Token) -> int:
    """Return the end of a noun with what hangs on it, without those that stand beside it."""
    return max((c.i + 1 for c in children(noun, "nmod", "acl") if c.i > noun.i), default=noun.i + 1)
