"""Asks and their answers: each request with what was asked, and what the same article says came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.code.answers import INQUIRIES, Demand, find_answer
from demarche.code.no_ask import is_duty_verb, is_no_ask
from demarche.code.politics import is_private, is_side
from demarche.code.reports import by_sentence
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.standing import in_person, is_in_person
from demarche.code.syntax import case_of, children, is_passive, subjects
from demarche.code.wants import FAILING, PERSISTING, Wants
from demarche.code.words import span_of
from demarche.record import ActorKind, Ask, EventType, Report, Status
from demarche.resolve import Resolution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.record import Claim, Party, Span

__all__ = ["answered", "find_asks", "find_demands"]

ASKING = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL, Status.PLANNED}
CONTENT = ("xcomp", "ccomp", "obl", "advcl", "acl", "obj", "nmod", "csubj")
CALLING_FOR = frozenset({"for", "on", "upon"})
"""Prepositions right behind a verb of calling, however they are hung, by which it asks and names nobody."""
ADDRESSING = frozenset({"on", "upon"})
"""Prepositions of those on whom somebody calls."""
PLANS = frozenset({"proposal", "offer", "suggestion"})
"""Nouns of what one would do himself as often as of what he asks of another."""
READY = frozenset("ready willing happy prepared glad open".split())
NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
GRANTING = frozenset(
    "acknowledge recognize recognise meet satisfy heed accept grant answer face hear ignore resist dismiss consider "
    "understand address reject refuse receive welcome concede fulfil fulfill".split()
)
"""Verbs whose object, where it is an ask, is somebody else's than their subject's."""
HELPING = frozenset("help assist aid support save protect defend rescue free feed shelter rebuild".split())
"""Verbs whose object gains by what is asked, and is not asked for it."""
ASIDE = frozenset("because when while although though as after before since".split())
BESIDE = frozenset("in at by from after before during since amid under near inside within as".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """Finds the demands of one article."""

    reading: Reading
    told: Mapping[Span, Sequence[Report]]
    sides: Sides
    wants: Wants

    def demands(self) -> Iterator[Demand]:
        """Yield each demand, in the order of the text; what a report says goes before what grammar alone says."""
        for sentence in self.reading.sentences:
            taken: list[Demand] = []
            if any(t.text == "?" for t in self.reading.doc[sentence.first : sentence.last][-3:]):
                continue
            for demand in (*self._reported(sentence), *self.wants.told(sentence)):
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
        if head.dep_ == "aux" or is_duty_verb(head):
            return self.wants.duty(head, report)
        content = self._content(head)
        bare = head.pos_ in NAMES and (content is None or self._is_for(content))
        empty = content is None and not report.targets
        if bare or empty or self._is_named(head) or is_no_ask(head, content):
            return None
        asker = self._asker(report, head)
        addressed = self._addressed(head, content)
        asked = self.sides.of_word(addressed) if addressed is not None else self._asked(report, content or head, asker)
        if head.pos_ == "NOUN" and head.lemma_.lower() in PLANS and not asked:
            return None
        end = max(_end_of(content, heads) if content else last, last)
        return Demand(asker=asker, asked=asked, first=first, last=end, report=report, open=_goes_on(head))

    def _asker(self, report: Report, head: Token) -> Side:
        owner = self.wants.owner(head) if head.pos_ == "NOUN" else NOBODY
        if not owner and head.dep_ == "obl" and case_of(head) == "with":
            owner = self._doer(head.head)
        told = (p for p in report.sources if not self._is_below(p, head) and self._is_in_person(p))
        named = owner or self.sides.first(told)
        if not owner and head.pos_ == "NOUN" and head.dep_ == "obj" and head.head.lemma_.lower() in GRANTING:
            below = (self.sides.of_word(t) for t in children(head, "nmod") if case_of(t) in {"by", "from"})
            return next(below, NOBODY)
        target = self.sides.first(report.targets)
        grammar = self._doer(head)
        if named and not (target and named.actor == target.actor):
            return named
        if grammar and grammar.actor != target.actor:
            return grammar
        return NOBODY if self._is_thing(head) else self.wants.speaker(head)

    def _is_thing(self, verb: Token) -> bool:
        """Whether what asks is no actor ("a tax system which asks the rich", "the protocol calls for")."""
        doers = subjects(verb)
        return any(t.pos_ in NAMES for t in doers) and not any(self.sides.of_word(t) for t in doers)

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
        elif content.pos_ in {"VERB", "AUX"}:
            found = []
        else:
            owners = [t for t in children(content, "nmod") if case_of(t) in {"by", "of"}]
            found = [self.sides.of_word(t) for t in (*children(content, "nmod:poss", "amod", "compound"), *owners)]
        yield from (s for s in found if is_side(self.sides.resolution.actors.get(s.actor or "")))

    def _is_for(self, content: Token) -> bool:
        """Whether what follows an appeal is only whom it is for ("an appeal for the victims")."""
        actor = self.sides.resolution.actors.get(self.sides.of_word(content).actor or "")
        own = self.sides.resolution.headed_by(content.i)
        return own is not None and actor is not None and actor.kind is ActorKind.PEOPLE and case_of(content) == "for"

    def _is_named(self, head: Token) -> bool:
        """Whether a verb only calls somebody something, or calls him up ("called him a liar")."""
        wanting = head.i + 1 < len(head.doc) and head.nbor(1).norm_.lower() in CALLING_FOR
        return (
            head.lemma_.lower() == "call" and not wanting and any(self.sides.of_word(t) for t in children(head, "obj"))
        )

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
    wants = Wants(reading=reading, sides=sides, claims=claims)
    return tuple(_Finder(reading=reading, told=by_sentence(reports), sides=sides, wants=wants).demands())


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


def _end_of(content: Token, heads: frozenset[int]) -> int:
    """Return the end of what is asked, before a further verb of asking that the parser gave to it."""
    further = (c.left_edge.i for c in children(content, "conj") if c.i in heads)
    return min(further, default=content.right_edge.i + 1)


def _is_beside(below: Token) -> bool:
    """Whether what stands below a word of asking only says where, when, why or by whom ("an appeal in New Zealand")."""
    if below.dep_ == "advcl" and any(m.norm_.lower() in ASIDE for m in children(below, "mark")):
        return True
    return below.dep_ in {"obl", "nmod"} and case_of(below) in BESIDE


def _is_owner(head: Token, below: Token) -> bool:
    """Whether what stands below a noun of asking says whose it is ("the demands of office", "of being a judge")."""
    opened = case_of(below) == "of" or any(m.norm_.lower() == "of" for m in children(below, "mark"))
    return head.pos_ == "NOUN" and opened


def _goes_on(verb: Token) -> bool:
    """Whether the asking itself goes on ("is calling for", "continues to press"), so that it is still open."""
    going = verb.norm_.lower().endswith("ing") and bool(children(verb, "aux") or verb.dep_.startswith("acl"))
    return going or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in PERSISTING)
