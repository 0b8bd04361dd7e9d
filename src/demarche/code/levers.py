"""Means of pressure and inducement: who holds them over whom, and whether they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from demarche.code.reports import by_sentence
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.status import NEGATORS
from demarche.code.syntax import case_of, children, is_passive, objects, subjects, with_conjuncts
from demarche.code.words import Rules, Words, subtree
from demarche.record import ActorKind, EventType, Lever, LeverUse, Report, Status
from demarche.resolve import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook, LeverKind, Match
    from demarche.record import Span

__all__ = ["find_levers"]

MEANS = {
    EventType.SANCTION: "sanctions",
    EventType.AID: "aid",
    EventType.MOBILIZE: "troops",
    EventType.COERCE: "restriction",
    EventType.THREATEN: "threat",
}
"""Types of act that are themselves the use of a lever, and its kind where no word names it."""
GOING_ON = {Status.ONGOING, Status.HABITUAL}
"""An attack is an event; attacks that go on are a means of pressure."""
MEANT = {Status.PLANNED, Status.THREATENED, Status.DENIED}
"""What is only asked for or imagined is no means in anybody's hand."""
PLAIN_ACT = 0.3
"""Confidence from which an act counts as the use of a lever though no word names the means."""
OFFERS = {EventType.AGREE, EventType.CONCEDE, EventType.RETREAT}
USES = {
    Status.HAPPENED: LeverUse.YES,
    Status.ONGOING: LeverUse.YES,
    Status.HABITUAL: LeverUse.YES,
    Status.PLANNED: LeverUse.THREATENED,
    Status.PROPOSED: LeverUse.THREATENED,
    Status.THREATENED: LeverUse.THREATENED,
    Status.HYPOTHETICAL: LeverUse.THREATENED,
    Status.DENIED: LeverUse.WITHHELD,
}
LIFTING = frozenset(
    "lift ease end suspend relax waive drop remove release withdraw dismantle destroy scrap evacuate".split()
)
WITHHOLDING = frozenset("withhold stop cut halt deny refuse freeze delay block bar ban prevent limit restrict".split())
OFFERING = frozenset("offer threaten consider propose promise weigh pledge vow plan warn".split())
OWNING = frozenset("have possess hold control own retain enjoy keep maintain".split())
"""Verbs by which somebody has a means at hand without its being used."""
STANDING = frozenset("remain stay mass gather stand wait".split())
"""What troops do that are a means merely by being there."""
MERE = frozenset({"have", "possess", "own", "retain", "enjoy", "control", "hold"})
HANDLING = frozenset(
    "use impose provide supply send deploy move ship deliver sell give apply exert wield increase boost station mass "
    "tighten enforce extend expand renew grant lend pay employ adopt place put arm bring".split()
)
"""Verbs whose object is a means that their subject puts to use."""
AGAINST = ("on", "against", "over", "upon", "toward", "towards", "to", "for", "from", "in", "into", "at")
"""Prepositions of the side over which a means is held, the surest first."""
HOLDING = frozenset("hold seize take detain kidnap keep capture arrest imprison free release swap exchange".split())
"""What those who hold prisoners do with them."""
AHEAD = frozenset({"will", "would", "could", "may", "might", "'ll"})
FREEING = frozenset({"free", "release"})
HANDLED = HANDLING | OWNING | LIFTING | WITHHOLDING | OFFERING
ASKED = frozenset("press urge call ask want vital tell need essential demand beg crucial important".split())
"""Words over a means that somebody is asked to use."""
DEALT_OUT = frozenset(
    "listing package regime shipment delivery supply sale export import deployment programme program measure cut "
    "cutoff cut-off buildup build-up presence support convoy reserve output power transfer".split()
)
"""Nouns before which a means stands as a modifier and is still the means ("sanctions listings")."""
STOPPING = frozenset({"stop", "fail", "refuse", "cease"})
DEPENDING = frozenset({"dependent", "reliant", "depend", "rely"})
SUFFERING = frozenset({"face", "suffer", "endure", "undergo", "withstand"})
"""Verbs whose subject is the one over whom a means is held."""
PRESSURES = {
    **dict.fromkeys(("blockade", "barricade", "besiege", "embargo", "interdict", "quarantine"), "embargo and blockade"),
    **dict.fromkeys(("occupy", "annex"), "territory"),
    **dict.fromkeys(("sanction", "blacklist"), "sanctions"),
    "boycott": "trade",
}
"""Verbs that are themselves the use of a means, and its kind."""
PRISONERS = "prisoners"
INFLUENCE = "influence and pressure"
DENIABLE = frozenset("cooperate co-operate co provide supply pay deliver allow grant release permit sell give".split())
SURE = 0.5
"""Weight from which a word of the table counts as a lever where nothing but its grammar speaks for it."""
BENEFITS = frozenset({"aid", "arms", "access", "food and medicine", "security guarantee", "recognition", "membership"})
WEAPONS = frozenset({"arms", "nuclear and missile programme", "energy", "troops", "prisoners", "territory"})
"""Kinds whose mere possession is a lever, over whomever it may concern."""
HELD_IN_USE = frozenset({"prisoners", "territory"})
"""Kinds that press by being held."""
VAGUE = frozenset({"votes and resolutions", "personal ties", "public opinion and media", "elections and politics"})
"""Kinds whose words mostly speak of something else; they count only as what a verb of use handles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    lever: str
    kind: str
    holder: Side
    over: Side
    used: LeverUse
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """Finds the levers of one article."""

    reading: Reading
    codebook: Codebook
    told: Mapping[Span, Sequence[Report]]
    sides: Sides

    def held(self) -> Iterator[_Held]:
        """Yield the levers sentence by sentence: one for a kind and its two sides."""
        for sentence in self.reading.sentences:
            named = Words.of(self.reading, sentence).find(self.codebook.levers)
            seen: list[_Held] = []
            for lever in (*self._named(named), *self._reported(sentence, named), *self._acted(sentence)):
                if not any(_same(lever, other) for other in seen):
                    seen.append(lever)
            yield from sorted(seen, key=lambda lever: lever.first)

    def _named(self, named: Sequence[Match[LeverKind]]) -> Iterator[_Held]:
        """Yield the means that a noun names, where grammar tells who holds it."""
        for match in named:
            token = self.reading.doc[match.end - 1]
            if match.entries[0].weight >= SURE and token.pos_ in {"NOUN", "PROPN"}:
                held = self._of_noun(token, match)
                if held:
                    yield held

    def _of_noun(self, token: Token, match: Match[LeverKind]) -> _Held | None:
        kind = match.entries[0].kind
        if token.dep_ in {"compound", "amod"}:
            if token.head.lemma_.lower() not in DEALT_OUT:
                return None
            token = token.head
        verb = _handler(token)
        handled = verb is not None and verb.lemma_.lower() in HANDLED
        if kind in VAGUE and not handled:
            return None
        if kind == PRISONERS:
            return self._prisoners(token, match, verb)
        holder = self._holder(token, verb if handled else None, kind)
        over = self._over(token, verb if handled else None, holder)
        owned = verb is not None and verb.lemma_.lower() in OWNING and kind in WEAPONS
        owned = owned or (kind == "troops" and token.dep_ == "nsubj" and token.head.lemma_.lower() in STANDING)
        owned = owned or (handled and kind == INFLUENCE)
        denied = kind in BENEFITS and handled and verb is not None and is_passive(verb) and _is_negated(verb)
        if denied and verb is not None and not holder:
            over = next((s for t in children(verb, "nsubj:pass") if (s := self.sides.of_word(t))), over)
            return self._made(token, match, verb, (NOBODY, over)) if over else None
        if not holder or (not over and not owned) or holder.actor == over.actor:
            return None
        return self._made(token, match, verb, (holder, over))

    def _prisoners(self, token: Token, match: Match[LeverKind], verb: Token | None) -> _Held | None:
        """Take "Hamas seized 240 Israeli hostages": the means is whose it is not."""
        holder = self.sides.doer(verb) if verb is not None and verb.lemma_.lower() in HOLDING else NOBODY
        own = (self._own(t) for t in children(token, "amod", "compound", "nmod:poss"))
        over = next((s for s in own if s and not s.meets(holder)), NOBODY)
        return self._made(token, match, verb, (holder, over)) if holder else None

    def _made(self, token: Token, match: Match[LeverKind], verb: Token | None, sides: tuple[Side, Side]) -> _Held:
        kind = match.entries[0].kind
        holder, over = sides
        return _Held(
            lever=" ".join(t.text.lower() for t in token.doc[match.start : match.end]),
            kind=kind,
            holder=holder,
            over=over,
            used=_use(token, verb, kind),
            first=match.start,
            last=match.end,
        )

    def _holder(self, token: Token, verb: Token | None, kind: str) -> Side:
        """Return whose means it is: its owner, those it is named after, its handler."""
        below = [t for t in children(token, "amod", "compound") if not self._is_target(t)]
        owners = [*children(token, "nmod:poss"), *below]
        owners += [c for c in children(token, "nmod") if case_of(c) == "by"]
        own = next((s for t in owners if (s := self._own(t))), NOBODY)
        if not own and kind == "troops":
            own = self._own(token)
        return own or (self.sides.doer(verb) if verb is not None else NOBODY)

    def _own(self, token: Token) -> Side:
        mention = self.sides.resolution.headed_by(token.i)
        return self.sides.of_mention(mention) if mention else NOBODY

    def _is_target(self, token: Token) -> bool:
        """Whether a country's own name stands before the noun ("Syria sanctions"), not its adjective ("U.S. arms")."""
        mention = self.sides.resolution.headed_by(token.i)
        actor = self.sides.resolution.actors.get(mention.actor) if mention and mention.actor else None
        named = actor is not None and actor.kind is ActorKind.STATE and token.text == actor.name
        return named and token.dep_ == "compound"

    def _over(self, token: Token, verb: Token | None, holder: Side) -> Side:
        below = children(token, "nmod")
        below += [c for act in children(token, "acl") for c in children(act, "obl")]
        if verb is not None:
            below += children(verb, "obl", "iobj", "obj")
        ranked = sorted(
            (t for t in below if t != token and (case_of(t) in AGAINST or t.dep_ == "iobj")),
            key=lambda t: -1 if t.dep_ == "iobj" else AGAINST.index(case_of(t) or "at"),
        )
        before = [t for t in children(token, "compound") if self._is_target(t)]
        sufferer = _handler(token)
        if sufferer is not None and sufferer.lemma_.lower() in SUFFERING:
            before += subjects(sufferer)
        found = (self.sides.of_word(t) for t in (*before, *ranked))
        return next((s for s in found if s and not s.meets(holder)), NOBODY)

    def _reported(self, sentence: ReadSentence, named: Sequence[Match[LeverKind]]) -> Iterator[_Held]:
        """Yield the means that an act puts to use, offers or gives up."""
        for report in self.told.get(sentence.sentence.span, ()):
            if report.sources:
                held = self._of_report(report, named)
                if held:
                    yield held

    def _of_report(self, report: Report, named: Sequence[Match[LeverKind]]) -> _Held | None:
        first, last = self.reading.words(report.trigger)
        near = self._nearest(first, [m for m in named if m.entries[0].kind not in VAGUE])
        if near and report.type in OFFERS and not self._is_offered(near, self.reading.doc[first]):
            near = None
        holder, over = self.sides.first(report.sources), self.sides.first(report.targets)
        going_on = report.type is EventType.ASSAULT and report.status in GOING_ON | {Status.THREATENED}
        taken = report.type in MEANS or going_on or (report.type in OFFERS and near is not None)
        meant = report.status.is_deed or report.status in MEANT
        aimed = bool(over) or report.type is EventType.MOBILIZE
        if not taken or not holder or not aimed or holder.actor == over.actor or not meant:
            return None
        if near is None and report.type is EventType.AID and self.reading.doc[first].pos_ != "VERB":
            return None
        doubtful = holder.meets(over) or report.confidence < PLAIN_ACT
        if doubtful and (near is None or report.type is EventType.THREATEN):
            return None
        kind = near.entries[0].kind if near else MEANS.get(report.type, "military action")
        return _Held(
            lever=" ".join(near.entries[0].phrase) if near else report.trigger.text,
            kind=kind,
            holder=holder,
            over=over,
            used=self._report_use(report, self.reading.doc[first]),
            first=near.start if near else first,
            last=near.end if near else last,
        )

    def _is_offered(self, match: Match[LeverKind], trigger: Token) -> bool:
        """Whether a means is itself what is promised or given up, not a word further down ("agreed to send troops")."""
        noun = self.reading.doc[match.end - 1]
        verb = _handler(noun)
        acts = [trigger, *children(trigger, "xcomp", "ccomp")]
        return noun.head == trigger or (verb is not None and verb in acts and verb.lemma_.lower() in HANDLED)

    def _report_use(self, report: Report, token: Token) -> LeverUse:
        if report.status is Status.DENIED and token.lemma_.lower() in LIFTING:
            return LeverUse.YES
        lifting = token.lemma_.lower() in LIFTING or report.type is EventType.RETREAT
        if lifting:
            return LeverUse.LIFTED if report.status.is_deed else LeverUse.THREATENED
        if report.type in OFFERS or report.type is EventType.THREATEN:
            return LeverUse.THREATENED
        return USES[report.status]

    def _nearest(self, word: int, named: Sequence[Match[LeverKind]]) -> Match[LeverKind] | None:
        """Return the lever word under the act's trigger, the surest first."""
        first, last = subtree(self.reading, word)
        doc = self.reading.doc
        inside = [m for m in named if first <= m.start < last and _is_means(doc[m.end - 1])]
        return max(inside, key=lambda m: m.entries[0].weight, default=None)

    def _acted(self, sentence: ReadSentence) -> Iterator[_Held]:
        """Yield the means that a verb or adjective names by itself."""
        for word, rule in self.ACTED.at(Words.of(self.reading, sentence)):
            yield from rule(self, self.reading.doc[word])

    def _denied(self, token: Token) -> Iterator[_Held]:
        """Yield the good that somebody stops or fails to give ("stopped providing the team with escorts")."""
        act = next((c for c in children(token, "xcomp", "obj") if c.pos_ == "VERB"), None)
        if act is None or act.lemma_.lower() not in DENIABLE:
            return
        holder = self.sides.doer(token)
        below = [*children(act, "iobj", "obj", "obl")]
        over = next((s for t in below if (s := self.sides.of_word(t)) and not s.meets(holder)), NOBODY)
        if holder:
            yield _Held(
                lever=act.lemma_.lower(),
                kind="access",
                holder=holder,
                over=over,
                used=LeverUse.WITHHELD,
                first=token.i,
                last=act.i + 1,
            )

    def _pressed(self, token: Token) -> Iterator[_Held]:
        """Yield what a verb of pressure does to a side ("will barricade the port", "the zone that it occupies")."""
        kind = PRESSURES.get(token.lemma_.lower())
        if kind is None or token.pos_ != "VERB":
            return
        holder = self.sides.doer(token)
        things = objects(token)
        below = [*things, *[c for t in (token, *things) for c in children(t, "obl", "nmod")]]
        over = next((s for t in below if (s := self.sides.of_word(t)) and not s.meets(holder)), NOBODY)
        if holder and over:
            use = _use(token, token, kind)
            yield _Held(
                lever=token.lemma_.lower(),
                kind=kind,
                holder=holder,
                over=over,
                used=use,
                first=token.i,
                last=token.i + 1,
            )

    def _depended(self, token: Token) -> Iterator[_Held]:
        """Yield that on which somebody depends: a means in the hand of the one who gives it."""
        if token.pos_ not in {"ADJ", "VERB"}:
            return
        over = self.sides.doer(token)
        given = [c for c in children(token, "obl", "nmod") if case_of(c) in {"on", "upon"}]
        for thing in with_conjuncts(given):
            holder = self.sides.of_word(thing)
            if over and holder and not holder.meets(over):
                yield _Held(
                    lever=thing.text.lower(),
                    kind=INFLUENCE,
                    holder=holder,
                    over=over,
                    used=LeverUse.NO,
                    first=token.i,
                    last=thing.i + 1,
                )

    ACTED: ClassVar[Rules[Callable[..., Iterator[_Held]]]] = Rules(
        (STOPPING, _denied),
        (PRESSURES.keys(), _pressed),
        (DEPENDING, _depended),
    )
    """How a means is told without its name, by the words that open it."""


def find_levers(
    reading: Reading, codebook: Codebook, reports: Sequence[Report], resolution: Resolution | None = None
) -> tuple[Lever, ...]:
    """Return the levers of an article in the order of the text: one for a holder, an aim and a kind in a sentence."""
    sides = Sides(reading=reading, resolution=resolution or Resolution())
    finder = _Finder(reading=reading, codebook=codebook, told=by_sentence(reports), sides=sides)
    return tuple(_lever(f"l{n}", held, reading) for n, held in enumerate(finder.held(), start=1))


def _lever(identity: str, held: _Held, reading: Reading) -> Lever:
    return Lever(
        id=identity,
        lever=held.lever,
        kind=held.kind,
        holder=held.holder.actor,
        over=held.over.actor,
        used=held.used,
        evidence=reading.span(held.first, held.last),
    )


def _same(one: _Held, other: _Held) -> bool:
    """Whether two levers are one: the same words, or one kind with the same holder."""
    overlap = one.first < other.last and other.first < one.last
    return overlap or (one.kind == other.kind and one.holder.meets(other.holder))


def _is_means(noun: Token) -> bool:
    """Whether a noun stands for the means itself, not for what another noun is about ("arms inspectors")."""
    means = noun.dep_ != "compound" or noun.head.lemma_.lower() in DEALT_OUT
    return noun.pos_ in {"NOUN", "PROPN"} and means


def _handler(token: Token) -> Token | None:
    """Return the verb that does something to a means: that of which it is the object, or in the passive the subject."""
    head = token.head
    if token.dep_ == "nmod" and head.pos_ == "NOUN" and case_of(token) == "of":
        return _handler(head)
    if token.dep_ in {"conj", "appos"} and head.pos_ in {"NOUN", "PROPN"}:
        return _handler(head)
    if token.dep_ in {"obj", "nsubj:pass"} and head.pos_ == "VERB":
        return head
    if token.dep_ == "nsubj" and head.pos_ == "VERB" and is_passive(head):
        return head
    participle = next((c for c in children(token, "acl") if c.pos_ == "VERB"), None)
    return participle if participle is not None and is_passive(participle) else None


def _is_negated(verb: Token) -> bool:
    return any(c.norm_.lower() in NEGATORS for c in verb.children)


def _use(token: Token, verb: Token | None, kind: str) -> LeverUse:
    """Return what the verb says is done with the means; without a verb it is in use."""
    if verb is None:
        return LeverUse.YES
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else None
    negated = any(_is_negated(v) for v in (token, verb, above) if v is not None)
    if _is_wanted(verb):
        return LeverUse.NO
    if verb.lemma_.lower() in LIFTING | FREEING | WITHHOLDING:
        return _given_up(verb, kind, negated=negated)
    if negated:
        return LeverUse.WITHHELD if kind in BENEFITS else LeverUse.NO
    offered = any(v.lemma_.lower() in OFFERING for v in (verb, above) if v is not None)
    if offered or {c.norm_.lower() for c in children(verb, "aux")} & AHEAD:
        return LeverUse.THREATENED
    return LeverUse.NO if verb.lemma_.lower() in MERE and kind in WEAPONS - HELD_IN_USE else LeverUse.YES


def _is_wanted(verb: Token) -> bool:
    """Whether somebody is asked to use the means, so that as yet he does not."""
    duty = {c.norm_.lower() for c in children(verb, "aux")} & {"must", "should", "ought"}
    return bool(duty) or (verb.dep_ in {"xcomp", "ccomp", "advcl", "csubj"} and verb.head.lemma_.lower() in ASKED)


def _given_up(verb: Token, kind: str, *, negated: bool) -> LeverUse:
    """Return what ending a means says: a pressure is lifted, a benefit withheld; what is not ended is in use."""
    if negated:
        return LeverUse.YES
    if verb.lemma_.lower() in WITHHOLDING:
        return LeverUse.WITHHELD if kind in BENEFITS else LeverUse.YES
    return LeverUse.LIFTED
