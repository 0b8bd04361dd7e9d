"""Who talks to whom, how, how often, and through whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from demarche.code.means import modifiers
from demarche.code.mentions import mention_of
from demarche.code.no_contact import is_no_contact, is_not_made
from demarche.code.politics import is_private, is_side
from demarche.code.reports import by_sentence
from demarche.code.rosters import Rosters
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.standing import is_in_person
from demarche.code.syntax import (
    LIGHT_VERBS,
    NOMINAL,
    arguments,
    case_of,
    children,
    is_passive,
    is_topic,
    subjects,
    with_conjuncts,
)
from demarche.code.words import Rules, Words
from demarche.codebook.lexicon import NUMBER_WORDS, Slot
from demarche.record import ActorKind, Channel, EventType, Medium, Report, Status, TimeType
from demarche.resolve import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook
    from demarche.record import Party, Span

__all__ = ["find_channels"]

BY_MODE = {
    "phone": Medium.CALL,
    "visit": Medium.VISIT,
    "meet": Medium.MEETING,
    "multilateral": Medium.MEETING,
    "mediate": Medium.MEDIATED,
}
TIMES = frozenset(
    {"times", "occasions", "calls", "meetings", "visits", "trips", "rounds", "instances", "journeys", "conversations"}
)
NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
OPEN = {Status.HAPPENED, Status.ONGOING, Status.HABITUAL, Status.PLANNED}
TELLING = frozenset("tell inform notify brief convey assure update warn cable write signal".split())
"""Verbs whose object hears it from their subject: telling somebody is being in touch with him."""
SENT = frozenset("notify cable write signal".split())
"""Those that go by letter or wire; of the others the text seldom says whether he heard it face to face."""
WORKING = frozenset(
    "work cooperate co-operate coordinate co-ordinate consult cooperation co-operation coordination co-ordination "
    "consultation partnership contact liaison dialogue engage meet talk speak negotiate confer huddle".split()
)
"""Words of touch, under `with` or `between`."""
RECIPROCAL = frozenset("discuss meet talk negotiate confer agree converse".split())
"""Verbs that a plural subject does to one another ("both countries continue to discuss")."""
SPOKEN = frozenset("speak talk converse conversation dialogue tell convey discuss".split())
"""Words of speech that leave open whether it was face to face."""
SENDING = frozenset("appoint name send dispatch assign nominate designate accredit".split())
ENVOYS = frozenset("envoy representative ambassador emissary negotiator coordinator mediator".split())
MESSAGES = frozenset("message signal letter note cable telegram overture communication reply".split())
AUDIENCES = frozenset("crowd audience rally supporter reporter journalist viewer listener".split())
"""Those who are spoken to and answer nothing: to tell a crowd is no touch with it."""
SIGNED = frozenset("accord agreement treaty deal pact memorandum sign protocol communique".split())
"""Acts of agreeing that need both at one table, or their envoys."""
TOGETHER = (
    Slot(relation="obl", prepositions=("with", "between")),
    Slot(relation="nmod", prepositions=("with", "between")),
)
UNADDRESSED = {ActorKind.MEDIA, ActorKind.PLACE, ActorKind.OTHER}
ONE_CONTACT = frozenset(
    "meeting meet visit letter call message phone telephone tour round session summit conference".split()
)
"""Words of contact that come in pieces: in the singular they are one."""
SETTINGS = frozenset("framework context margin sideline wake light auspex auspices".split())
"""Nouns below a talk that say in what setting it is held, not who talks."""
GO_BETWEEN = frozenset({"through", "via"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contact:
    a: Side
    b: Side
    first: int
    last: int
    medium: Medium
    report: Report | None = None
    shared: bool = False
    """Both do something together, which a people can; it cannot be told or met as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """Finds the contacts of one article."""

    reading: Reading
    codebook: Codebook
    told: Mapping[Span, Sequence[Report]]
    sides: Sides

    def contacts(self) -> Iterator[_Contact]:
        """Yield each pair that a sentence brings together, once for a sentence."""
        for sentence in self.reading.sentences:
            told: dict[frozenset[str], _Contact] = {}
            for contact in self._of(sentence):
                pair = frozenset(s.actor for s in (contact.a, contact.b) if s.actor)
                known = pair in told or self._is_own(contact.a, contact.b)
                again = any(self._again(contact, c) for c in told.values())
                if len(pair) > 1 and self._counts(contact) and not known and not again:
                    told[pair] = contact
                    yield contact

    def _counts(self, contact: _Contact) -> bool:
        """Whether both are sides in politics, or one works with those who are at least not private."""
        both = [self.sides.resolution.actors.get(s.actor or "") for s in (contact.a, contact.b)]
        known = [a for a in both if a is not None]
        if contact.shared:
            return not any(is_private(a) for a in known) and any(is_side(a) for a in known)
        return all(is_side(a) for a in known)

    def _again(self, one: _Contact, other: _Contact) -> bool:
        """Whether a noun below a word of contact tells the same contact ("met Lavrov, their first meeting")."""
        noun, word = self.reading.doc[one.last - 1], self.reading.doc[other.first]
        if word.lemma_.lower() in SENDING:
            return False
        return noun.pos_ == "NOUN" and word in noun.ancestors and other.b.actor in {one.a.actor, one.b.actor}

    def _of(self, sentence: ReadSentence) -> Iterator[_Contact]:
        yield from self._reported(sentence)
        for word, rule in self.TOUCHES.at(Words.of(self.reading, sentence)):
            yield from rule(self, self.reading.doc[word])

    def _is_contact(self, report: Report) -> bool:
        head = self._head(report)
        signed = report.type is EventType.AGREE and head.lemma_.lower() in SIGNED
        touch = report.type is EventType.CONSULT or signed
        brought = report.mode == "visit" and is_passive(head) and not children(head, "obl:agent")
        return touch and report.status in OPEN and not (brought or is_no_contact(head))

    def _reported(self, sentence: ReadSentence) -> Iterator[_Contact]:
        for report in self.told.get(sentence.sentence.span, ()):
            if self._is_contact(report):
                first, last = self.reading.words(report.trigger)
                medium = self._medium(report, sentence)
                for a, b in self._pairs(report):
                    yield _Contact(a=a, b=b, first=first, last=last, medium=medium, report=report)

    def _pairs(self, report: Report) -> Iterator[tuple[Side, Side]]:
        """Yield the two sides of a contact; where all stand on one side, the first of them with each other."""
        head = self._head(report)
        joint = self._joint(head)
        if joint:
            yield from product(joint[:1], joint[1:])
            return
        words = [t for p in (*report.sources, *report.targets) if (t := self._word(p)) is not None]
        rosters = Rosters(sides=self.sides)
        offices = rosters.offices(words)
        left = self._talking(report.sources, head, offices)
        owners = dict.fromkeys(rosters.owners(offices))
        right = [*self._talking(report.targets, head, offices), *owners, *self._further(head)]
        one, other = rosters.gathered(head, left, right)
        if not other and report.mode != "visit":
            one, other = one[:1], one[1:]
        if words and all(_partner(t) == _partner(words[0]) is not None for t in words):
            return
        pairs = product(one, other or [s for s in (self._place(report),) if s.actor])
        home = report.mode == "visit"
        yield from ((a, b) for a, b in pairs if not (home and a.meets(b)))

    def _further(self, head: Token) -> Iterator[Side]:
        """Yield further partners: under `with`, beside the word or below a time ("and in May with Iran"), and hosts."""
        beside = [c for c in children(head, "conj") if c.pos_ in NOMINAL and case_of(c) == "with"]
        verb = next((t for t in (head, *head.ancestors) if t.pos_ == "VERB"), head)
        later = (t for t in children(verb, "obl", "conj") if self.reading.is_time(t.i))
        below = [c for t in later for c in children(t, "nmod") if case_of(c) == "with"]
        named = (*beside, *with_conjuncts(below), *_hosts(head))
        yield from (s for t in named if (s := self.sides.of_word(t)).actor)

    def _joint(self, head: Token) -> Sequence[Side]:
        """Return those who together do what takes two ("signed by Annan and Aziz"), where nobody else is named."""
        if head.pos_ != "VERB" or head.lemma_.lower() not in RECIPROCAL | {"sign"}:
            return ()
        agents = with_conjuncts(children(head, "obl:agent")) or subjects(head)
        doers = list(dict.fromkeys(s for t in agents if (s := self.sides.of_word(t)).actor))
        partners = any(case_of(c) == "with" for c in children(head, "obl"))
        return doers if len(doers) > 1 and not partners else ()

    def _is_own(self, one: Side, other: Side) -> bool:
        """Whether one side is the body for which the other, a person, acts: to serve it is no touch with it."""
        kinds = {actor.kind for s in (one, other) if s.actor and (actor := self.sides.resolution.actors.get(s.actor))}
        return one.meets(other) and ActorKind.PERSON in kinds and bool(kinds & {ActorKind.STATE, ActorKind.IGO})

    def _talking(self, parties: Sequence[Party], head: Token, offices: Sequence[Token]) -> list[Side]:
        """Return the sides of the parties that talk: no topic of the talk, and no offices whose owners follow."""
        heads = [(p, self._word(p)) for p in parties]
        own = {t.i for t in modifiers(head)}
        named = [(p, t) for p, t in heads if (t and t.i in own) or is_in_person(p, self.reading, self.sides.resolution)]
        kept = [p for p, t in named if t is None or not (_is_outside(t, head) or t in offices)]
        return [side for p in kept if (side := self._side(p)).actor]

    def _side(self, party: Party) -> Side:
        return self.sides.of_party(party)

    def _word(self, party: Party) -> Token | None:
        if party.mention is None:
            return None
        return self.reading.head(*self.reading.words(party.mention))

    def _head(self, report: Report) -> Token:
        return self.reading.head(*self.reading.words(report.trigger))

    def _place(self, report: Report) -> Side:
        """Return the state of the country that a visit is to: to go there is to be in touch with it."""
        country = report.place.country if report.place and report.mode == "visit" else None
        return Side(actor=self.sides.state(country), codes=frozenset({country})) if country else NOBODY

    def _worked(self, token: Token) -> Iterator[_Contact]:
        """Yield those who work or speak with each other ("working closely with Turkey")."""
        if is_not_made(token):
            return
        partners = [t for slot in TOGETHER for t in arguments(token, slot)]
        sides = [s for t in partners if (s := self.sides.of_word(t)).actor]
        between = any(case_of(t) == "between" for t in partners)
        left = sides[:1] if between else list(self.sides.doers(token))[:1]
        medium = Medium.MEETING if token.lemma_.lower() in {"meet", "huddle"} else Medium.OTHER
        for contact in self._each(token, left, sides[1:] if between else sides, medium):
            yield replace(contact, shared=medium is Medium.OTHER)

    def _each(self, token: Token, left: Sequence[Side], right: Sequence[Side], medium: Medium) -> Iterator[_Contact]:
        for a, b in product(left, right):
            yield _Contact(a=a, b=b, first=token.i, last=token.i + 1, medium=medium)

    def _together(self, token: Token) -> Iterator[_Contact]:
        """Yield the members of a plural that talk among themselves."""
        if token.pos_ != "VERB" or is_not_made(token):
            return
        heads = {t.i for t in subjects(token)}
        members = [m for m in self.sides.resolution.mentions if m.head in heads and len(m.members) > 1]
        sides = list(dict.fromkeys(self.sides.of_mention(m) for m in members))
        yield from self._each(token, sides[:1], sides[1:], Medium.OTHER)

    def _told(self, token: Token) -> Iterator[_Contact]:
        """Yield who told whom; what is told to the press is no touch."""
        bidding = token.dep_ in {"root", "ccomp", "parataxis"} and not children(token, "nsubj", "nsubj:pass")
        if token.pos_ != "VERB" or bidding or is_not_made(token):
            return
        heard = children(token, "obj", "iobj") + [c for c in children(token, "obl") if case_of(c) == "to"]
        heard += _passive_subjects(token)
        left = list(self.sides.doers(token))[:1]
        right = [b for t in with_conjuncts(heard) if self._can_hear(b := self.sides.of_word(t), t)]
        medium = Medium.MESSAGE if token.lemma_.lower() in SENT else Medium.OTHER
        yield from self._each(token, left, right, medium)

    def _sent(self, token: Token) -> Iterator[_Contact]:
        """Yield who has an envoy with whom ("appointed him as his representative to Iraq")."""
        to = _destination(token)
        verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
        if to is not None and verb is not None and verb.lemma_.lower() in SENDING:
            yield from self._each(token, list(self.sides.doers(verb))[:1], [self.sides.of_word(to)], Medium.OTHER)

    def _emissary(self, token: Token) -> Iterator[_Contact]:
        """Yield the touch that a person sent abroad makes ("sent his adviser to Washington")."""
        to = _destination(token)
        if to is None or is_not_made(token):
            return
        sent = [self.sides.of_word(t) for t in children(token, "obj")]
        known = [self.sides.resolution.actors.get(s.actor) for s in sent if s.actor]
        if any(a and a.kind in {ActorKind.PERSON, ActorKind.OFFICE} for a in known):
            yield from self._each(token, list(self.sides.doers(token))[:1], [self.sides.of_word(to)], Medium.VISIT)

    def _message(self, token: Token) -> Iterator[_Contact]:
        """Yield whose message goes to whom."""
        if token.pos_ != "NOUN":
            return
        below = [*children(token, "nmod"), *(children(token.head, "obl") if token.head.pos_ == "VERB" else [])]
        senders = [*children(token, "nmod:poss"), *[c for c in below if case_of(c) == "from"]]
        left = [s for t in senders if (s := self.sides.of_word(t))] or list(self.sides.doers(token))
        if not left and token.dep_ == "obl":
            left = list(self.sides.doers(token.head))
        right = [s for t in below if case_of(t) == "to" and (s := self.sides.of_word(t))]
        yield from self._each(token, left[:1], right, Medium.MESSAGE)

    def _can_hear(self, side: Side, token: Token) -> bool:
        actor = self.sides.resolution.actors.get(side.actor) if side.actor else None
        named = mention_of(token, self.sides.resolution)
        if actor is None or actor.kind in UNADDRESSED or token.lemma_.lower() in AUDIENCES:
            return False
        return named is not None and named.head == token.i

    def _medium(self, report: Report, sentence: ReadSentence) -> Medium:
        """Return the medium that a word of the trigger names, else the mode's, else that of the nearest word."""
        found = Words.of(self.reading, sentence).find(self.codebook.media)
        first, last = self.reading.words(report.trigger)
        in_trigger = [m for m in found if first <= m.start < last]
        if in_trigger:
            return in_trigger[0].entries[0].medium
        if report.type is EventType.AGREE:
            return Medium.OTHER
        spoken = self._head(report).lemma_.lower() in SPOKEN
        if report.mode in BY_MODE and not spoken:
            return BY_MODE[report.mode]
        if spoken:
            found = tuple(m for m in found if m.entries[0].medium in {Medium.CALL, Medium.MEDIATED})
        nearest = min(found, key=lambda m: abs(m.start - first), default=None)
        return nearest.entries[0].medium if nearest else Medium.OTHER

    def channel(self, identity: str, contact: _Contact) -> Channel:
        """Return a contact as a channel, with its go-betweens, numbers and time."""
        report = contact.report
        via = tuple(dict.fromkeys(a for a in self._via(contact) if a not in {contact.a.actor, contact.b.actor}))
        return Channel(
            id=identity,
            a=contact.a.actor,
            b=contact.b.actor,
            via=via,
            medium=Medium.MEDIATED if via and contact.medium is Medium.OTHER else contact.medium,
            count=self._count(contact),
            frequency=_frequency(self.reading, report) if report else None,
            period=report.time.interval if report and report.time else None,
            evidence=self.reading.span(contact.first, contact.last),
        )

    def _via(self, contact: _Contact) -> Iterator[str]:
        if contact.report:
            yield from (p.actor for p in contact.report.others if p.actor and p.part == "mediator")
        token = self.reading.doc[contact.first]
        if token.lemma_.lower() in SENDING:
            yield from (a for t in children(token, "obj") if (a := self.sides.of_word(t).actor))
        for below in children(token, "obl", "nmod"):
            side = self.sides.of_word(below)
            if case_of(below) in GO_BETWEEN and side.actor:
                yield side.actor

    def _count(self, contact: _Contact) -> int | None:
        """Return how many contacts the text tells of: a number, or one where a single one happened."""
        report = contact.report
        if report is None:
            return None
        counts = [q for q in report.quantities if (q.unit or "").lower() in TIMES and q.low and q.low == q.high]
        if counts and counts[0].low:
            return int(counts[0].low)
        told = _told_number(self._head(report))
        if told:
            return told
        return 1 if _is_single(self._head(report), report) else None

    TOUCHES: ClassVar[Rules[Callable[..., Iterator[_Contact]]]] = Rules(
        (WORKING, _worked),
        (RECIPROCAL, _together),
        (TELLING, _told),
        (ENVOYS, _sent),
        ({"send", "dispatch"}, _emissary),
        (MESSAGES, _message),
    )
    """How a touch is told otherwise than by a report of a meeting, by the words that open it."""


def find_channels(
    reading: Reading, codebook: Codebook, reports: Sequence[Report], resolution: Resolution | None = None
) -> tuple[Channel, ...]:
    """Return a channel for each pair that a sentence brings together, in the order of the text."""
    sides = Sides(reading=reading, resolution=resolution or Resolution())
    finder = _Finder(reading=reading, codebook=codebook, told=by_sentence(reports), sides=sides)
    return tuple(finder.channel(f"h{n}", contact) for n, contact in enumerate(finder.contacts(), start=1))


def _is_outside(token: Token, head: Token) -> bool:
    """Whether a noun is the topic of a talk or the place where it is held, not one of those who talk."""
    if token.dep_ in {"obl", "nmod"} and case_of(token) in {"in", "at"} and token.pos_ == "PROPN":
        return True
    if any(t.lemma_.lower() in SETTINGS for t in token.ancestors if head in t.ancestors):
        return True
    return is_topic(token, head) and token not in (*_hosts(head), *subjects(head.head))


def _partner(token: Token) -> Token | None:
    """Return the noun under `with` that a noun is, or stands beside: those there are partners of a third."""
    while token.dep_ in {"conj", "appos"} and token.head.pos_ in NOMINAL:
        token = token.head
    return token if case_of(token) == "with" else None


def _hosts(head: Token) -> Sequence[Token]:
    """Return who holds a talk, named in a clause after it ("talks that will be held by the envoy")."""
    holding = [c for c in children(head, "acl:relcl", "acl") if c.lemma_.lower() in LIGHT_VERBS]
    return [t for verb in holding for t in subjects(verb)]


def _told_number(head: Token) -> int | None:
    """Return the number of contacts that a numeral beside the word tells ("spoke 14 times", "three trips")."""
    counted = [head, *children(head, "obl", "obl:unmarked", "nmod:unmarked", "advmod", "obj")]
    for noun in (t for t in counted if t.norm_.lower() in TIMES):
        for number in children(noun, "nummod"):
            word = number.norm_.lower()
            value = NUMBERS.get(word, int(word) if word.isdigit() else None)
            if value and not any(c.lemma_.lower() in {"day", "week", "month", "year"} for c in noun.children):
                return value
    return None


def _destination(token: Token) -> Token | None:
    return next((c for c in children(token, "nmod", "obl") if case_of(c) in {"to", "for"}), None)


def _passive_subjects(token: Token) -> list[Token]:
    return children(token, "nsubj:pass")


def _is_single(head: Token, report: Report) -> bool:
    """Whether one contact happened: a singular noun, or a verb of meeting on a day or in a week."""
    if report.status is not Status.HAPPENED or head.lemma_.lower() not in ONE_CONTACT:
        rounds = [head, head.head] if head.dep_ == "nmod" else [head]
        single = any(t.norm_.lower() == "first" for r in rounds for t in r.children)
        return single and report.status.is_deed
    if head.pos_ in {"NOUN", "PROPN"}:
        return head.norm_.lower() == head.lemma_.lower() and not any(
            t.norm_.lower() in NUMBER_WORDS or t.norm_.lower() in {"each", "every"} for t in head.children
        )
    return report.time is not None


def _frequency(reading: Reading, report: Report) -> str | None:
    sets = [t for t in reading.times if t.type is TimeType.SET and report.sentence.contains(t.span)]
    return sets[0].span.text if sets else None
