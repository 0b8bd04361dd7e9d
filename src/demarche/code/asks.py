"""Asks and their answers: each request with what was asked, and what the same article says came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from demarche.code.answers import INQUIRIES, Demand, find_answer
from demarche.code.claims import governing_claim
from demarche.code.function_words import DUTIES, QUESTIONS, is_surmise
from demarche.code.politics import is_private, is_side
from demarche.code.reports import by_sentence
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.standing import in_person, is_in_person
from demarche.code.syntax import case_of, children, is_passive, subjects
from demarche.code.words import Rules, Words, span_of
from demarche.record import ActorKind, Ask, EventType, Outcome, Report, Status
from demarche.resolve import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.record import Claim, Party, Span

__all__ = ["answered", "find_asks", "find_demands"]

ASKING = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL, Status.PLANNED}
CONTENT = ("xcomp", "ccomp", "obl", "advcl", "acl", "obj", "nmod", "csubj")
DUTY_VERBS = frozenset({"need", "have"})
"""Verbs whose infinitive is a duty of their subject ("Iran needs to stop")."""
APPRAISALS = frozenset("vital essential crucial imperative necessary urgent important incumbent critical time".split())
"""Predicates by which a speaker wants what their clause says ("it is vital that all parties respect it")."""
STRESSING = frozenset(
    "stress underline underscore emphasize emphasise highlight reiterate raise discuss repeat insist urge note "
    "reaffirm restate press see express".split()
)
"""Verbs that make "the need for" what follows an ask of their subject."""
KNOWING = frozenset("realize realise know remember understand recognize recognise".split())
"""What is important to know is told, not asked for."""
TOLD = frozenset(
    "information detail comment explanation name number reason coordinate co-ordinate address anonymity".split()
)
"""What one who puts a question asks for."""
CALLING_FOR = frozenset({"for", "on", "upon"})
"""Prepositions right behind a verb of calling, however they are hung, by which it asks and names nobody."""
ADDRESSING = frozenset({"on", "upon"})
"""Prepositions of those on whom somebody calls."""
REFUSING = frozenset(
    "resist reject rebuff refuse ignore dismiss decline spurn defy disregard oppose block rebut deny".split()
)
REFUSALS = frozenset("resistance rejection refusal opposition defiance dismissal".split())
WISHES = frozenset(
    "suggestion proposal call demand request appeal plea pressure recommendation offer ultimatum order entreaty "
    "urging invitation petition advice attempt effort overture condition".split()
)
"""Nouns that name an ask, so that who resists them refuses it."""
HEEDING = frozenset("cooperate co-operate co comply heed answer respond obey honor honour implement agree".split())
"""What one is asked for wherever one is said to fail to do it; tokenizers cut "co-operate" at its hyphen."""
FAILING = frozenset({"fail", "refuse", "decline", "failure", "refusal"})
SEEKING = frozenset("seek pursue request solicit".split())
SOUGHT = frozenset(
    "help assistance support guidance assurance guarantee approval permission extradition access meeting talk loan "
    "clarification explanation end halt stop cessation ceasefire cease-fire truce return withdrawal release pause "
    "apology compensation exemption waiver concession settlement agreement deal pledge commitment".split()
)
"""What can be had only of somebody else, so that to seek it is to ask."""
NEVER_ENDED = frozenset("access ceasefire cease-fire truce release withdrawal return settlement".split())
"""What nobody seeks an end to: after "an end to the bombing, full access" it is itself what is sought."""
WANTING = frozenset({"want", "wish", "hope", "like", "desire", "seek"})
CALLED = frozenset(
    "force party side guarantor leader government community authority official country nation state everyone group "
    "army militia member ally partner combatant belligerent donor signatory".split()
)
"""Nouns of those who can be called to a duty though the text does not say who they are."""
JOINT = frozenset(
    "talk negotiation dialogue meeting meet negotiate cooperate agreement deal peace ties relation".split()
)
"""What takes two, so that to want it for oneself asks the other."""
BARE = frozenset({"pressure", "need", "case"})
"""Nouns that name an ask only together with what is asked."""
PERSISTING = frozenset("continue remain stay maintain keep hold refuse persist apply".split())
READY = frozenset("ready willing happy prepared glad open".split())
OURSELVES = frozenset({"we", "i", "us"})
"""Who says what he himself has to do asks nobody."""
NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
ENABLING = frozenset("arrange allow enable permit let help".split())
"""Verbs whose infinitive their subject brings about and does not ask for."""
GRANTING = frozenset(
    "acknowledge recognize recognise meet satisfy heed accept grant answer face hear ignore resist dismiss consider "
    "understand address reject refuse receive welcome concede fulfil fulfill".split()
)
"""Verbs whose object, where it is an ask, is somebody else's than their subject's."""
HELPING = frozenset("help assist aid support save protect defend rescue free feed shelter rebuild".split())
"""Verbs whose object gains by what is asked, and is not asked for it."""
CLAIMING = frozenset({"suggest", "insist"})
"""Verbs of asking that can also only claim something to be so."""
ASIDE = frozenset("if although though because while when unless as".split())
BESIDE = frozenset("in at by from after before during since amid under near inside within as".split())
FINITE = frozenset("is are was were has have had will would can could may might".split())
AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """Finds the demands of one article."""

    reading: Reading
    told: Mapping[Span, Sequence[Report]]
    sides: Sides
    claims: Sequence[Claim]

    def demands(self) -> Iterator[Demand]:
        """Yield each demand, in the order of the text; what a report says goes before what grammar alone says."""
        for sentence in self.reading.sentences:
            taken: list[Demand] = []
            if any(t.text == "?" for t in self.reading.doc[sentence.first : sentence.last][-3:]):
                continue
            for demand in (*self._reported(sentence), *self._said(sentence)):
                known = next((n for n, other in enumerate(taken) if _same(demand, other)), None)
                if known is None and self._is_told(demand):
                    taken.append(demand)
                elif known is not None and demand.settled:
                    taken[known] = _settled(taken[known], demand)
            yield from sorted(taken, key=lambda d: d.first)

    def _is_told(self, demand: Demand) -> bool:
        """Whether it is told who asks, and one of the two is a side; who fails to comply was asked, by whomever."""
        ends = (self.sides.resolution.actors.get(s.actor or "") for s in (demand.asker, demand.asked))
        told = bool(demand.asker) or (demand.answer is not None and self._lemma(demand.answer) in FAILING)
        return told and any(is_side(actor) for actor in ends)

    def _lemma(self, word: int) -> str:
        return self.reading.doc[word].lemma_.lower()

    def _reported(self, sentence: ReadSentence) -> Iterator[Demand]:
        told = [r for r in self.told.get(sentence.sentence.span, ()) if r.type is EventType.REQUEST]
        heads = [self.reading.head(*self.reading.words(r.trigger)) for r in told]
        places = frozenset(head.i for head in heads)
        for report, head in zip(told, heads, strict=True):
            demand = self._of_report(report, head, places) if report.status in ASKING else None
            if demand:
                yield demand
                yield from self._further(demand, head)

    def _further(self, demand: Demand, head: Token) -> Iterator[Demand]:
        """Yield what is asked besides under a `for` of its own ("calls for a truce, and for talks between them")."""
        for thing in children(head, "conj"):
            if thing.pos_ == "NOUN" and case_of(thing) == "for" and thing.left_edge.i >= demand.last:
                inside = (s for s in self._inside(thing) if s.actor != demand.asker.actor)
                asked = next(inside, NOBODY)
                yield Demand(asker=demand.asker, asked=asked, first=thing.left_edge.i, last=thing.right_edge.i + 1)

    def _of_report(self, report: Report, head: Token, heads: frozenset[int]) -> Demand | None:
        first, last = self.reading.words(report.trigger)
        if head.norm_.lower() in CALLING_FOR and head.dep_ in {"mark", "case"}:
            head, first = head.head, min(first, head.head.i)
        if head.dep_ == "aux" or _is_duty_verb(head):
            return self._duty(head, report)
        if head.lemma_.lower() in WANTING and not _wants_of_another(head):
            return None
        asker = self._asker(report, head)
        content = self._content(head)
        bare = head.pos_ in NAMES and (content is None or self._is_for(content))
        empty = content is None and not report.targets
        if bare or empty or head.dep_ in {"amod", "compound"} or (content is not None and _is_inquiry(content)):
            return None
        if head.lemma_.lower() in CLAIMING and content is not None and _is_told(content):
            return None
        unwanted = head.lemma_.lower() in BARE and (content is None or not _is_wanted(content))
        if unwanted or _is_named(head, self.sides) or _is_idle(head, content):
            return None
        addressed = self._addressed(head, content)
        asked = self.sides.of_word(addressed) if addressed is not None else self._asked(report, content or head, asker)
        end = max(_end_of(content, heads) if content else last, last)
        return Demand(asker=asker, asked=asked, first=first, last=end, report=report, open=_goes_on(head))

    def _asker(self, report: Report, head: Token) -> Side:
        owner = self._owner(head) if head.pos_ == "NOUN" else NOBODY
        told = (p for p in report.sources if not self._is_below(p, head) and self._is_in_person(p))
        named = owner or self.sides.first(told)
        if not owner and head.pos_ == "NOUN" and head.dep_ == "obj" and head.head.lemma_.lower() in GRANTING:
            below = (self.sides.of_word(t) for t in children(head, "nmod") if case_of(t) in {"by", "from"})
            return next(below, NOBODY)
        target = self.sides.first(report.targets)
        grammar = self._doer(head)
        if named and not (target and named.actor == target.actor):
            return named
        return grammar if grammar and grammar.actor != target.actor else self._speaker(head)

    def _is_in_person(self, party: Party) -> bool:
        """Whether a party is named itself; who is nobody known in a country is not the state of that country."""
        unknown = party.actor is None and party.mention is not None
        return not unknown and is_in_person(party, self.reading, self.sides.resolution)

    def _doer(self, verb: Token) -> Side:
        """Return who does what a verb says, where he is named himself."""
        named = (in_person(t, self.sides.resolution) for t in subjects(verb))
        return next((self.sides.of_mention(m) for m in named if m and m.actor), NOBODY)

    def _is_below(self, party: Party, verb: Token) -> bool:
        """Whether a party stands after a verb as its object, so that it is asked and does not ask."""
        if party.mention is None or verb.pos_ != "VERB":
            return False
        token = self.reading.head(*self.reading.words(party.mention))
        return token.i > verb.i and verb in token.ancestors and not is_passive(verb)

    def _addressed(self, head: Token, content: Token | None) -> Token | None:
        """Return the noun to which a verb of asking is put ("called on governments to", "urged the party to")."""
        if head.pos_ != "VERB" or is_passive(head) or content is None:
            return None
        put = children(head, "obj", "iobj") if content.dep_ == "xcomp" else []
        called = [c for c in children(head, "obl") if case_of(c) in ADDRESSING and c != content]
        return next((t for t in (*called, *put) if t.pos_ in NAMES and not self.reading.is_time(t.i)), None)

    def _asked(self, report: Report, content: Token, asker: Side) -> Side:
        """Return who was asked: who is told, else who would do it, else who is named in what is asked."""
        told = [
            self.sides.of_party(p) for p in report.targets if not self._gains(p, content) and not self._is_private(p)
        ]
        act = content if content.pos_ in {"VERB", "AUX"} else next(iter(children(content, "acl")), None)
        named = act is not None and (act == content or bool(children(act, "nsubj")))
        doer = self.sides.doer(act) if act is not None and named else NOBODY
        local = content.lemma_.lower() in INQUIRIES or self.sides.resolution.headed_by(content.i)
        doer = doer or (self.sides.of_word(content) if local else NOBODY)
        found = [s for s in (*told, doer, *self._inside(content)) if s and s.actor != asker.actor]
        return next((s for s in found if s.actor), found[0] if found else NOBODY)

    def _inside(self, content: Token) -> Iterator[Side]:
        """Yield the political actors in what is asked; of a noun, or what a thing shall do, only owners and doers."""
        things = _own_subjects(content)
        if things:
            own = [s for t in things for s in self.sides.within(t.left_edge.i, t.right_edge.i + 1)]
            found = [*own, *(self.sides.of_word(t) for t in children(content, "obl") if case_of(t) == "by")]
        elif content.lemma_.lower() in HELPING:
            found = []
        elif content.pos_ in {"VERB", "AUX"}:
            found = [*self.sides.within(content.left_edge.i, content.right_edge.i + 1)]
        else:
            owners = [t for t in children(content, "nmod") if case_of(t) in {"by", "of"}]
            found = [self.sides.of_word(t) for t in (*children(content, "nmod:poss", "amod", "compound"), *owners)]
        yield from (s for s in found if is_side(self.sides.resolution.actors.get(s.actor or "")))

    def _is_for(self, content: Token) -> bool:
        """Whether what follows an appeal is only whom it is for ("an appeal for the victims")."""
        actor = self.sides.resolution.actors.get(self.sides.of_word(content).actor or "")
        own = self.sides.resolution.headed_by(content.i)
        return own is not None and actor is not None and actor.kind is ActorKind.PEOPLE and case_of(content) == "for"

    def _is_private(self, party: Party) -> bool:
        return party.actor is not None and is_private(self.sides.resolution.actors.get(party.actor))

    def _gains(self, party: Party, content: Token) -> bool:
        """Whether a party is only the one for whom a thing is wanted ("demanded access for the inspectors")."""
        bound = _own_subjects(content) or (content.pos_ == "NOUN" and content.dep_ in {"obj", "obl"})
        helping = content.lemma_.lower() in HELPING
        if party.mention is None or not (bound or helping):
            return False
        token = self.reading.head(*self.reading.words(party.mention))
        if helping and token.dep_ == "obj" and token.head == content:
            return True
        gains = token.head == content and case_of(token) == "for"
        inner = content in token.ancestors and case_of(token) not in {"to", "on", "upon"}
        return gains or (inner and self.sides.of_party(party) not in [*self._inside(content)])

    def _content(self, head: Token) -> Token | None:
        below = [c for c in children(head, *CONTENT) if c.i > head.i and not (_is_owner(head, c) or _is_beside(c))]
        clauses = [c for c in below if c.dep_ in {"xcomp", "ccomp"} or (c.dep_ == "acl" and children(c, "mark"))]
        wanted = [c for c in below if case_of(c) in {"for", "to", "of"}]
        return next(iter((*clauses, *wanted, *below)), None)

    def _speaker(self, token: Token) -> Side:
        claim = governing_claim(self.claims, self.reading.span(token.i, token.i + 1))
        return self.sides.of_actor(claim.source) if claim else NOBODY

    def _said(self, sentence: ReadSentence) -> Iterator[Demand]:
        for word, rule in self.SAID.at(Words.of(self.reading, sentence)):
            demand = rule(self, self.reading.doc[word])
            if demand:
                yield replace(demand, word=word)

    def _duty(self, token: Token, report: Report | None = None) -> Demand | None:
        """Take "Israel must leave" in somebody's words; what one must do oneself, or what must be, is no ask."""
        modal = token.norm_.lower() in DUTIES and token.dep_ == "aux"
        verb = token.head if modal else token
        owed = () if modal else children(verb, "xcomp")
        marked = {m.norm_.lower() for m in children(verb, "mark")}
        own = children(verb, "nsubj")
        dummy = bool(own) and own[0].norm_.lower() == "it" and bool(children(verb, "cop"))
        thing = children(verb, "expl") or any(is_passive(v) for v in (verb, *owed)) or dummy
        if not (modal or _is_duty_verb(token)) or thing or marked & {"if", "whether"}:
            return None
        who = subjects(verb)
        if is_surmise(verb) or _is_going_on(verb) or any(t.norm_.lower() in OURSELVES for t in who[:1]):
            return None
        asker, asked = self._speaker(token), self.sides.of_word(who[0]) if who else NOBODY
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
        asker = self._speaker(token)
        asked = self.sides.doer(clause)
        if not asker or clause.i < token.i:
            return None
        asked = asked if asked.actor != asker.actor else NOBODY
        return Demand(asker=asker, asked=asked, first=token.i, last=clause.right_edge.i + 1)

    def _wish(self, token: Token) -> Demand | None:
        """Take "wants to renew the talks": what takes two is asked of the other."""
        act = next(iter(children(token, "xcomp")), None)
        if act is None or not _is_joint(act):
            return None
        asker = self.sides.doer(token) or self._speaker(token)
        inside = self.sides.within(act.left_edge.i, act.right_edge.i + 1)
        asked = next((s for s in inside if s.actor != asker.actor), NOBODY)
        return Demand(asker=asker, asked=asked, first=token.i, last=act.right_edge.i + 1, open=True) if asker else None

    def _price(self, token: Token) -> Demand | None:
        """Take "willing to withdraw in exchange for guarantees": the price is asked of the other side."""
        below = children(token, "nmod", "obl")
        price = next((c for c in below if case_of(c) == "for" or c.nbor(-1).norm_.lower() == "for"), None)
        if case_of(token) != "in" or price is None or token.head.pos_ != "VERB":
            return None
        asker = self.sides.doer(token.head) or self._speaker(token)
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
        asker = asker or self._speaker(token)
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
        asker = asker or self._speaker(token)
        found = self.sides.of_word(wanted[0]) if wanted[0].dep_ == "nmod" else NOBODY
        return Demand(asker=asker, asked=found, first=token.i, last=token.right_edge.i + 1) if asker else None

    def _rebuff(self, token: Token) -> Demand | None:
        """Take "resisted Biden's suggestions", "its rejection of French demands": only the refusal is told."""
        verb = token.head
        named = verb.lemma_.lower() in REFUSALS and token.dep_ == "nmod" and case_of(token) in {"to", "of"}
        if not named and (token.dep_ not in {"obj", "nsubj:pass"} or verb.lemma_.lower() not in REFUSING):
            return None
        asked = self._owner(verb) if named else self.sides.doer(verb)
        owners = [*children(token, "nmod:poss"), *[c for c in children(token, "nmod") if case_of(c) in {"by", "from"}]]
        owners += children(token, "amod", "compound")
        asker = next((s for t in owners if (s := self.sides.of_word(t))), NOBODY)
        if not asked or asker.actor == asked.actor:
            return None
        return Demand(
            asker=asker, asked=asked, first=verb.i, last=token.right_edge.i + 1, settled=Outcome.REFUSED, answer=verb.i
        )

    def _failure(self, token: Token) -> Demand | None:
        """Take "failed to co-operate with the inquiry", "its refusal to comply": what one fails to do was asked."""
        act = next(iter(children(token, "xcomp", "acl")), None)
        if act is None or act.lemma_.lower() not in HEEDING:
            return None
        asked = self._owner(token) if token.pos_ == "NOUN" else self.sides.doer(token)
        below = children(act, "obl", "obj")
        asker = next((s for t in below if (s := self.sides.of_word(t))), NOBODY)
        if not asked or asker.actor == asked.actor:
            return None
        return Demand(
            asker=asker, asked=asked, first=token.i, last=act.right_edge.i + 1, settled=Outcome.REFUSED, answer=token.i
        )

    def _owner(self, noun: Token) -> Side:
        owners = (*children(noun, "nmod:poss"), *children(noun, "amod", "compound"))
        return next((s for t in owners if (s := self.sides.of_word(t))), NOBODY)

    def _sought(self, token: Token) -> Demand | None:
        """Take "is seeking some guidance", "pursues an end to the bombing and a return to the talks"."""
        thing = token.head if token.dep_ == "conj" else token
        if thing != token and thing.dep_ == "nmod" and token.lemma_.lower() in NEVER_ENDED:
            thing = thing.head
        verb = thing.head
        if thing.dep_ != "obj" or verb.pos_ != "VERB" or verb.lemma_.lower() not in SEEKING:
            return None
        asker = self.sides.doer(verb) or self._speaker(verb)
        judged = verb.dep_ in {"xcomp", "csubj", "ccomp", "advcl"} and bool(children(verb.head, "expl", "cop"))
        if judged and verb.head.pos_ == "ADJ":
            return None
        inside = self.sides.within(token.left_edge.i, token.right_edge.i + 1)
        asked = next((s for s in inside if s.actor != asker.actor), NOBODY)
        return Demand(asker=asker, asked=asked, first=token.left_edge.i, last=_end(token), open=True) if asker else None

    SAID: ClassVar[Rules[Callable[..., Demand | None]]] = Rules(
        (DUTIES | DUTY_VERBS, _duty),
        (APPRAISALS, _appraisal),
        ({"until", "unless", "if"}, _condition),
        ({"need"}, _need),
        (WISHES, _rebuff),
        (FAILING, _failure),
        (WANTING, _wish),
        ({"exchange", "return"}, _price),
        (SOUGHT, _sought),
    )
    """How an ask is said otherwise than by a word of asking, by the words that open it."""


def find_asks(
    reading: Reading,
    reports: Sequence[Report],
    resolution: Resolution | None = None,
    claims: Sequence[Claim] = (),
) -> tuple[Ask, ...]:
    """Return an ask for each demand of an article, in the order of the text, with what came of it."""
    demands = find_demands(reading, reports, resolution, claims)
    return answered(reading, reports, demands, resolution)


def find_demands(
    reading: Reading,
    reports: Sequence[Report],
    resolution: Resolution | None = None,
    claims: Sequence[Claim] = (),
) -> tuple[Demand, ...]:
    """Return each request, duty, condition and refused wish, in the order of the text."""
    sides = Sides(reading=reading, resolution=resolution or Resolution())
    return tuple(_Finder(reading=reading, told=by_sentence(reports), sides=sides, claims=claims).demands())


def answered(
    reading: Reading, reports: Sequence[Report], demands: Sequence[Demand], resolution: Resolution | None = None
) -> tuple[Ask, ...]:
    """Return the demands as asks, each with what the article says came of it."""
    sides = Sides(reading=reading, resolution=resolution or Resolution())
    return tuple(_ask(f"k{n}", demand, sides, reports) for n, demand in enumerate(demands, start=1))


def _ask(identity: str, demand: Demand, sides: Sides, reports: Sequence[Report]) -> Ask:
    answer = find_answer(demand, sides, reports)
    asked_on = demand.report.time.interval if demand.report and demand.report.time else None
    answered_on = answer.report.time.interval if answer.report and answer.report.time else None
    delay = (answered_on.middle - asked_on.middle).days if asked_on and answered_on else None
    return Ask(
        id=identity,
        asker=demand.asker.actor,
        asked=demand.asked.actor,
        ask=_words(demand, sides.reading),
        report=demand.report.id if demand.report else None,
        date=asked_on,
        outcome=answer.outcome,
        answer=answer.span,
        answer_report=answer.report.id if answer.report else None,
        delay_days=delay if delay is not None and delay >= 0 else None,
    )


def _words(demand: Demand, reading: Reading) -> Span:
    return span_of(reading, demand.first, demand.last)


def _same(one: Demand, other: Demand) -> bool:
    """Whether two demands are one: they stand on the same words and are not put to two different sides."""
    overlap = one.first < other.last and other.first < one.last
    apart = one.asked and other.asked and one.asked.actor != other.asked.actor and one.first > other.first
    return overlap and not (apart and one.first >= other.last)


def _settled(told: Demand, refused: Demand) -> Demand:
    """Return a demand with the refusal that grammar tells of it, and with both sides where grammar names both."""
    known = bool(refused.asker and refused.asked)
    asker, asked = (refused.asker, refused.asked) if known else (told.asker, told.asked)
    return replace(told, asker=asker, asked=asked, settled=refused.settled, answer=refused.answer)


def _own_subjects(clause: Token) -> list[Token]:
    """Return the nouns of which a clause itself says what they shall do."""
    return [t for t in children(clause, "nsubj", "nsubj:pass") if t.pos_ in {"NOUN", "PROPN"}]


def _is_named(head: Token, sides: Sides) -> bool:
    """Whether a verb only calls somebody something, or calls him up ("called him a liar")."""
    wanting = head.i + 1 < len(head.doc) and head.nbor(1).norm_.lower() in CALLING_FOR
    return head.lemma_.lower() == "call" and not wanting and any(sides.of_word(t) for t in children(head, "obj"))


def _is_idle(head: Token, content: Token | None) -> bool:
    """Whether nothing is asked to be done: a question, an office sought, a need that stands there, a thing arranged."""
    lemma = head.lemma_.lower()
    fronted = head.dep_ == "advcl" and head.norm_.lower() == "asked" and not children(head, "nsubj", "mark", "obj")
    if lemma in ENABLING or fronted or (lemma == "ask" and content is None):
        return True
    told = content is not None and content.lemma_.lower() in TOLD
    other = lemma in SEEKING - {"request", "solicit"} and (content is None or not _is_had_of_others(content))
    return told or other or (lemma == "need" and head.dep_ in {"nsubj", "nsubj:pass"})


def _is_had_of_others(content: Token) -> bool:
    """Whether what is sought can be had only of somebody else, or takes two."""
    return content.lemma_.lower() in SOUGHT or _is_joint(content)


def _is_going_on(verb: Token) -> bool:
    """Whether a duty is only what somebody takes to be going on ("what they must be going through")."""
    return verb.norm_.lower().endswith("ing") and any(c.norm_.lower() == "be" for c in children(verb, "aux"))


def _is_contingent(verb: Token) -> bool:
    """Whether a duty falls due only on a condition ("if it was their fault, they should pay")."""
    return any(m.norm_.lower() == "if" for clause in children(verb, "advcl") for m in children(clause, "mark"))


def _end_of(content: Token, heads: frozenset[int]) -> int:
    """Return the end of what is asked, before a further verb of asking that the parser gave to it."""
    further = (c.left_edge.i for c in children(content, "conj") if c.i in heads)
    return min(further, default=content.right_edge.i + 1)


def _is_concession(clause: Token) -> bool:
    """Whether a clause is a condition or a concession ("important, even if it is not the last")."""
    return any(m.norm_.lower() in ASIDE for m in children(clause, "mark"))


def _is_beside(below: Token) -> bool:
    """Whether what stands below a word of asking only says where, when or by whom ("an appeal in New Zealand")."""
    return below.dep_ in {"obl", "nmod"} and case_of(below) in BESIDE


def _is_owner(head: Token, below: Token) -> bool:
    """Whether what stands below a noun of asking says whose it is ("the demands of office", "of being a judge")."""
    opened = case_of(below) == "of" or any(m.norm_.lower() == "of" for m in children(below, "mark"))
    return head.pos_ == "NOUN" and opened


def _is_told(content: Token) -> bool:
    """Whether a clause is told as a fact ("suggested that Israel was willing"), not as what should be."""
    finite = {c.norm_.lower() for c in children(content, "aux", "cop")}
    return content.dep_ == "ccomp" and bool(finite & FINITE) and not finite & DUTIES


def _end(noun: Token) -> int:
    """Return the end of a noun with what hangs on it, without those that stand beside it."""
    return max((c.i + 1 for c in children(noun, "nmod", "acl") if c.i > noun.i), default=noun.i + 1)


def _is_duty_verb(token: Token) -> bool:
    if token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() not in DUTY_VERBS:
        return False
    return any(m.norm_.lower() == "to" for c in children(token, "xcomp") for m in children(c, "mark"))


def _wants_of_another(verb: Token) -> bool:
    """Whether a wish is for what another does ("wants Iran to stop"), or for what takes two ("wants talks")."""
    return bool(children(verb, "obj", "ccomp", "obl")) or _is_joint(verb)


def _is_joint(verb: Token) -> bool:
    things = [verb, *children(verb, "obj", "obl", "xcomp")]
    return any(t.lemma_.lower() in JOINT for t in things)


def _is_wanted(content: Token) -> bool:
    """Whether what hangs on a noun of asking says what is asked, not on whom it weighs."""
    return content.pos_ == "VERB" or case_of(content) in {"for", "to"}


def _is_inquiry(content: Token) -> bool:
    """Whether a clause is only what somebody wants to know ("ask how long they will stay")."""
    edge = content.left_edge
    opening = {t.norm_.lower() for t in content.doc[edge.i : edge.i + 3] if t.i <= content.i}
    return content.dep_ in {"ccomp", "advcl", "xcomp"} and bool(opening & QUESTIONS)


def _goes_on(verb: Token) -> bool:
    """Whether the asking itself goes on ("is calling for", "continues to press"), so that it is still open."""
    going = verb.norm_.lower().endswith("ing") and bool(children(verb, "aux") or verb.dep_.startswith("acl"))
    return going or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in PERSISTING)
