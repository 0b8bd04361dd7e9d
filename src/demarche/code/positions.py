"""Where an actor stands on an issue: what the stance words of a sentence, and acts of will, say of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from demarche.code.claims import governing_claim
from demarche.code.function_words import DUTIES, NEGATORS, has_negator
from demarche.code.matters import Matters, matters_of
from demarche.code.mentions import mention_of
from demarche.code.politics import is_private, is_side, speaks_for_body
from demarche.code.standing import in_person, is_in_person
from demarche.code.stands import (
    APPRAISING,
    DUTY_VERBS,
    ENDING,
    clause_of,
    ends,
    is_aid,
    is_conditional,
    is_mourned,
    is_silent,
    is_supposed,
    judged,
    reach,
    takes_stand,
)
from demarche.code.suppositions import governing
from demarche.code.syntax import LIGHT_VERBS, arguments, case_of, children, is_passive, objects, subjects
from demarche.code.words import Words, span_of, subtree
from demarche.record import ActorKind, EventType, Outcome, Position, Report, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook, StanceEntry
    from demarche.record import Actor, Ask, Claim, Span
    from demarche.resolve import Resolution

__all__ = ["Positions"]

STANCES = {
    EventType.SUPPORT: Stance.FOR,
    EventType.REJECT: Stance.AGAINST,
    EventType.ACCUSE: Stance.AGAINST,
}
"""What stand an act of will takes; what a request stands for is told by its ask, and a promise is a deed."""
NO_JUDGEMENT = frozenset({"investigate", "allege"})
"""Modes of accusing that take no stand: who looks into a thing, or says that it was done, has not judged it."""
SAME_SHARE = 0.5
"""Share of the shorter of two stands' words from which they are one stand."""
LONGEST_ASK = 40
"""Words of an ask beyond which an issue named anywhere in it is mostly that of something else told there."""
ADDRESSING = frozenset({"to", "on", "upon"})
"""Prepositions of those to whom an ask is put."""
BIDDING = frozenset({"invite", "summon"})
"""Verbs that ask somebody to come, which is a stand on nothing."""
OBJECTING = frozenset("opposition criticism resistance objection complaint".split())
"""Nouns of standing against something: who is against them is for it ("dismissed criticism of the raid")."""
OPPOSITES = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.FOR}
STRONG = 0.65
"""Weight from which a word takes a stand even on what no table calls an issue."""
LEAST = 0.5
"""Weight from which a word of the table takes a stand by itself."""
EXPRESSING = frozenset(
    "express voice reiterate reaffirm restate stress underline renew repeat declare signal announce pledge offer "
    "confirm state withdraw lend".split()
)
"""Verbs whose object, where it is a stand, is their subject's."""
OPEN = frozenset(
    "who that which anyone anybody everyone those someone somebody he she they many some most few others".split()
)
OURSELVES = frozenset({"we", "i", "us", "our", "my", "me"})
"""Words by which a speaker names himself, whomever else he speaks for."""
ADAMANT = frozenset("clear adamant firm certain convinced confident sure emphatic unequivocal insistent".split())
"""Said of somebody, these make what follows his own stand ("was clear that it is too early")."""
SPOKESMEN = ("spokes", "official", "source")
"""Titles of those who tell the stand of the body that they speak for, not one of their own."""
STATES = frozenset({ActorKind.STATE, ActorKind.IGO})
ASKING = frozenset("call demand urge seek propose request ask press push require need".split())
"""Words of asking: who has not asked for something need not be against it."""
WOULD = frozenset({"would", "'d", "’d"})
MOVING = frozenset("hearten dismay alarm appal appall shock disappoint please delight reassure outrage anger".split())
"""Verbs of feeling: where somebody stands whom a thing moves is told by their object."""
RELATIVE = frozenset({"acl", "acl:relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    actor: str
    issue: str
    stance: Stance
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """Finds the positions that one article reports."""

    reading: Reading
    resolution: Resolution
    codebook: Codebook
    claims: tuple[Claim, ...]
    told: Mapping[Span, Sequence[Report]]
    asks: tuple[Ask, ...] = ()

    def find(self) -> tuple[Position, ...]:
        """Return the positions in the order of the text: one for an actor and an issue in a sentence."""
        stands: dict[tuple[str, str, int], _Stand] = {}
        for sentence in self.reading.sentences:
            for stand in self._of(sentence):
                stands.setdefault((stand.actor, stand.issue, sentence.first), stand)
        return tuple(self._position(f"p{n}", stand) for n, stand in enumerate(stands.values(), start=1))

    def _of(self, sentence: ReadSentence) -> Iterator[_Stand]:
        """Yield what the words, the acts and the asks of a sentence say; a stand on the same words is told once."""
        if _is_question(self.reading.doc[sentence.first : sentence.last]):
            return
        taken: list[_Stand] = []
        for stand in chain(self._from_words(sentence), self._from_acts(sentence), self._from_asks(sentence)):
            if self._counts(stand) and not any(_same(stand, other) for other in taken):
                taken.append(stand)
        yield from sorted(taken, key=lambda s: s.first)

    def _counts(self, stand: _Stand) -> bool:
        """Whether one who takes a stand is a side in politics; who speaks for no body stands only on a known issue."""
        actor = self.resolution.actors.get(stand.actor)
        if actor is None or is_private(actor) or stand.issue == actor.name:
            return False
        return speaks_for_body(actor) or self._matters.is_listed(stand.issue)

    def _from_asks(self, sentence: ReadSentence) -> Iterator[_Stand]:
        """Who asks for something stands for it; who refuses it, where nothing else is told, stands against it."""
        for ask in self.asks:
            if not sentence.sentence.span.contains(ask.ask):
                continue
            first, last = self.reading.words(ask.ask)
            head = self.reading.head(first, last)
            if head.lemma_ in BIDDING:
                continue
            stance = Stance.AGAINST if ends(head) else Stance.FOR
            clauses = children(head, "xcomp", "ccomp") if head.pos_ == "VERB" else []
            about = [t for t in matters_of(head) if t.dep_ != "obl" or case_of(t) not in ADDRESSING]
            things = clauses or [*([head] if head.dep_ in {"obj", "conj"} else []), *about]
            asker = self._asker(ask, head)
            issue = self._matters.of(sentence, things, stance, range(first, last))
            issue = issue or self._matters.listed(sentence, [head], stance)
            words = range(min((c.left_edge.i for c in clauses), default=first), last)
            issue = issue or self._told_issue(sentence, words, asker, stance, head)
            if asker and issue:
                yield _Stand(actor=asker, issue=issue, stance=stance, first=first, last=last)
            refused = ask.outcome is Outcome.REFUSED and ask.answer is not None and ask.answer.contains(ask.ask)
            if refused and ask.asked and issue:
                yield _Stand(actor=ask.asked, issue=issue, stance=OPPOSITES[stance], first=first, last=last)

    def _asker(self, ask: Ask, head: Token) -> str | None:
        """Return who asks; what a speaker says "we" want is his own wish."""
        ours = (t for above in (head, *head.ancestors) for t in subjects(above) if t.norm_.lower() in OURSELVES)
        meant = (mention_of(t, self.resolution) for t in ours)
        if any(m and m.actor == ask.asker for m in meant):
            return self._speaker(head) or ask.asker
        asker = self.resolution.actors.get(ask.asker) if ask.asker else None
        return self._principal(asker) if asker else ask.asker

    def _position(self, identity: str, stand: _Stand) -> Position:
        statement = span_of(self.reading, stand.first, stand.last)
        claim = governing_claim(self.claims, statement)
        return Position(
            id=identity,
            actor=stand.actor,
            issue=stand.issue,
            stance=stand.stance,
            statement=statement,
            claim=claim.id if claim else None,
        )

    def _from_words(self, sentence: ReadSentence) -> Iterator[_Stand]:
        words = Words.of(self.reading, sentence)
        for match in words.find(self.codebook.stances):
            head = self.reading.head(match.start, match.end)
            entry = next((e for e in match.entries if self._takes_stand(e, head)), None)
            if entry is None or is_mourned(head):
                continue
            clause = clause_of(head)
            judging = entry.frame.code in APPRAISING
            actor = self._speaker(head) if judging else self._actor(head, entry) or self._unnamed(head)
            if self._is_inside(head, actor) or self._is_open(head, actor, entry.stance):
                continue
            first, last = reach(clause)
            things = judged(head) if judging else [*matters_of(head, entry.frame.target), *_above(head, clause)]
            stance = self._stance(entry.stance, clause, head)
            issue = self._issue(sentence, things, stance, sure=entry.weight >= STRONG)
            if actor and issue:
                yield _Stand(actor=actor, issue=issue, stance=stance, first=first, last=last)

    def _takes_stand(self, entry: StanceEntry, head: Token) -> bool:
        """Whether a word is used in the way in which it takes a stand: as a verb with an object, a noun of a stand."""
        if entry.weight < LEAST:
            return False
        if self.resolution.headed_by(head.i) or (entry.phrase[0] in ASKING and has_negator(head)):
            return False
        if entry.stance is Stance.CONDITIONAL and is_passive(head):
            return False
        if head.dep_ == "amod" and mention_of(head.head, self.resolution):
            return False
        if head.i and head.nbor(-1).text == "-":
            return False
        return takes_stand(entry, head)

    def _from_acts(self, sentence: ReadSentence) -> Iterator[_Stand]:
        for report in self.told.get(sentence.sentence.span, ()):
            if report.type not in STANCES or report.mode in NO_JUDGEMENT:
                continue
            head = self.reading.head(*self.reading.words(report.trigger))
            moved = head.lemma_.lower() == "encourage" and is_passive(head)
            bare = moved or (head.pos_ == "NOUN" and not children(head, "acl", "nmod"))
            turned = report.type is not EventType.SUPPORT and has_negator(head)
            turned = turned or (head.dep_ == "aux" and head.head.lemma_.lower() in ASKING)
            aim = report.status is Status.PLANNED and head.dep_ in {"acl", "advcl"}
            called = report.type is EventType.ACCUSE and self._is_name_calling(head)
            if bare or turned or aim or called or is_silent(head) or is_mourned(head) or is_aid(head):
                continue
            actor = self._source(report, head)
            if self._is_inside(head, actor) or self._is_open(head, actor, STANCES[report.type]):
                continue
            clause = clause_of(head)
            first, last = reach(clause)
            stance = self._stance(STANCES[report.type], clause, head)
            things = judged(head) if head.pos_ == "ADJ" else [*matters_of(head), *_above(head, clause)]
            issue = self._issue(sentence, things, stance, sure=True)
            if actor and issue and (report.status.is_deed or report.status is Status.PLANNED):
                yield _Stand(actor=actor, issue=issue, stance=stance, first=first, last=last)

    def _is_name_calling(self, verb: Token) -> bool:
        """Whether somebody is only called something ("called Bush a liar"), which is no stand on an issue."""
        names = [c for c in children(verb, "xcomp", "obl") if c.pos_ == "NOUN" and case_of(c) in {None, "", "as"}]
        return bool(names) and any(mention_of(t, self.resolution) for t in children(verb, "obj"))

    def _source(self, report: Report, head: Token) -> str | None:
        """Return whose act of will it is; what a speaker says "we" do is his own."""
        party = next((p for p in report.sources if p.actor), None)
        if party and not is_in_person(party, self.reading, self.resolution):
            return None
        actor = party.actor if party else None
        own = party is not None and party.mention is not None and party.mention.text.lower() in OURSELVES
        if head.dep_ == "aux" or own or any(p.actor == actor for p in report.targets):
            return self._speaker(head) or (actor if own else None)
        return actor

    def _is_inside(self, head: Token, actor: str | None) -> bool:
        """Whether a stand is only told of somebody inside what another asks, or about him in another's words.

        Who "must comply" does not stand for it; "companies that support militias" are part of what the speaker says.
        """
        at = self.reading.span(head.i, head.i + 1)
        inner = [a for a in self.asks if a.ask.contains(at) and self.reading.words(a.ask)[0] != head.i]
        if any(actor == a.asked and actor != a.asker for a in inner):
            return True
        claim = governing_claim(self.claims, at)
        return claim is not None and actor != claim.source and head.dep_ in RELATIVE

    def _issue(self, sentence: ReadSentence, things: Sequence[Token], stance: Stance, *, sure: bool) -> str | None:
        """Return what a stand is about: the issue of its matter, or its words; where unsure only a known issue."""
        matters = self._matters
        if not sure:
            return matters.listed(sentence, things, stance)
        asked = any(t.dep_ in {"xcomp", "ccomp"} for t in things)
        return matters.of(sentence, things, stance) or (None if asked else matters.side(things))

    def _told_issue(
        self, sentence: ReadSentence, words: range, actor: str | None, stance: Stance, head: Token
    ) -> str | None:
        """Return the issue that the words of a stand name, be it not its object: of a side in politics only."""
        known = self.resolution.actors.get(actor) if actor else None
        plain = len(words) <= LONGEST_ASK
        return self._matters.within(sentence, words, stance, head) if plain and is_side(known) else None

    @property
    def _matters(self) -> Matters:
        return Matters(reading=self.reading, resolution=self.resolution, codebook=self.codebook)

    def _is_open(self, head: Token, actor: str | None, stance: Stance) -> bool:
        """Whether a stand is only supposed, a duty, or what somebody else says that one would take."""
        if stance is not Stance.CONDITIONAL and is_supposed(head):
            return True
        around = {c.norm_.lower() for verb in governing(head) for c in children(verb, "aux")}
        duty = bool(around & DUTIES) or (head.dep_ == "xcomp" and head.head.lemma_.lower() in DUTY_VERBS)
        would = bool(around & WOULD)
        own = any(t.norm_.lower() in OURSELVES for t in subjects(head))
        return (duty or (would and actor != self._speaker(head))) and not own

    def _stance(self, stance: Stance, clause: Token, head: Token) -> Stance:
        first, last = subtree(self.reading, clause.i)
        tokens = self.reading.doc[first:last]
        if any(is_conditional(t) for t in tokens):
            return Stance.CONDITIONAL if stance in OPPOSITES else stance
        if any(t.lemma_.lower() in OBJECTING for t in objects(head)):
            stance = OPPOSITES.get(stance, stance)
        if ends(clause) and not (stance is Stance.AGAINST and head.lemma_.lower() in ENDING):
            stance = OPPOSITES.get(stance, stance)
        negated = any(c.norm_.lower() in NEGATORS and c.i < head.i for t in {head, clause} for c in t.children)
        return OPPOSITES.get(stance, stance) if negated and head.pos_ != "AUX" else stance

    def _actor(self, head: Token, entry: StanceEntry) -> str | None:
        if head.lemma_.lower() in MOVING or (head.lemma_.lower() == "encourage" and is_passive(head)):
            felt = (mention_of(t, self.resolution) for t in objects(head))
            return next((m.actor for m in felt if m), None)
        for slot in entry.frame.source:
            for token in arguments(head, slot):
                mention = in_person(token, self.resolution)
                if mention and mention.actor:
                    return self._self(token, head) or mention.actor
        return self._subject(head)

    def _self(self, token: Token, head: Token) -> str | None:
        """Return the speaker where the word is one by which he names himself."""
        return self._speaker(head) if token.norm_.lower() in OURSELVES else None

    def _subject(self, head: Token) -> str | None:
        """Return the subject of the clause ("is united in its condemnation"), also of a feeling ("is committed to")."""
        verb = head if head.pos_ in {"VERB", "AUX"} or children(head, "cop") else head.head
        if verb != head and head.pos_ == "NOUN" and not _is_voiced(head):
            return None
        felt = objects(verb) if is_passive(verb) and verb == head else []
        found = ((t, in_person(t, self.resolution)) for t in (*subjects(verb), *felt))
        token, mention = next(((t, m) for t, m in found if m and m.actor), (None, None))
        own = self._self(token, head) if token is not None else None
        return own or (mention.actor if mention else None)

    def _speaker(self, head: Token) -> str | None:
        """In somebody's claim, a stance word without a party of its own is the claimant's.

        Of one who "was clear that" it is too early, and of a spokesman, it is his whom they speak of, or for.
        """
        for above in head.ancestors:
            if above.lemma_.lower() in ADAMANT and children(above, "ccomp"):
                named = (mention_of(t, self.resolution) for t in subjects(above))
                found = next((m.actor for m in named if m and m.actor), None)
                if found:
                    return found
        claim = governing_claim(self.claims, self.reading.span(head.i, head.i + 1))
        speaker = self.resolution.actors.get(claim.source) if claim and claim.source else None
        return self._principal(speaker) if speaker else None

    def _unnamed(self, head: Token) -> str | None:
        """Return the speaker, whose stand it is where no actor takes it, unless a thing or another does.

        "The lack of it supports that"; "anyone who cannot condemn it".
        """
        if head.pos_ == "NOUN":
            return None
        named = head.pos_ == "VERB" and any(_is_another(t) for t in subjects(head))
        return None if named else self._speaker(head)

    def _principal(self, speaker: Actor) -> str:
        """Return the body for which a spokesman or an official without a name speaks, else the speaker himself."""
        titles = [speaker.name.lower(), *(r.title.lower() for r in speaker.roles)]
        unnamed = any(word in titles[0] for word in SPOKESMEN) and not is_private(speaker)
        if not unnamed and not any(SPOKESMEN[0] in title for title in titles):
            return speaker.id
        bodies = [a for a in self.resolution.actors.values() if a.kind in STATES and a.country == speaker.country]
        named = next((r.of for r in speaker.roles if r.of and SPOKESMEN[0] in r.title.lower()), None)
        own = next((a.id for a in bodies), None) if speaker.country else None
        return named or own or speaker.id


def _is_voiced(noun: Token) -> bool:
    """Whether the subject of the verb above a noun of stand takes it ("voiced opposition"; "muzzles criticism")."""
    if noun.dep_ in {"obj", "nsubj:pass"}:
        return noun.head.lemma_.lower() in LIGHT_VERBS | EXPRESSING
    called = case_of(noun) == "with" and noun.lemma_.lower() in ASKING
    return noun.dep_ not in {"obl", "nsubj"} or called or case_of(noun) == "in"


def _is_another(subject: Token) -> bool:
    """Whether a subject is a thing, or somebody left open, and so not the speaker."""
    return subject.pos_ in {"NOUN", "PROPN"} or subject.norm_.lower() in OPEN


def _above(head: Token, clause: Token) -> list[Token]:
    """Return the word whose clause holds a stand, where it is another than the word of stand itself."""
    return [clause] if clause != head else []


def _is_question(words: Sequence[Token]) -> bool:
    """Whether a sentence asks: who asks takes no stand."""
    return any(t.text == "?" for t in words[-3:])


def _same(one: _Stand, other: _Stand) -> bool:
    """Whether two stands are one: mostly the same words, taken by one actor or to one effect."""
    shared = min(one.last, other.last) - max(one.first, other.first)
    much = shared > SAME_SHARE * min(one.last - one.first, other.last - other.first)
    return much and (one.actor == other.actor or one.stance is other.stance)
