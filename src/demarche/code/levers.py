"""Means of pressure and inducement: who holds them over whom, and whether they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from demarche.code.function_words import has_negator
from demarche.code.means import (
    BENEFITS,
    DEALT_OUT,
    HANDLED,
    INFLUENCE,
    LIFTING,
    UNHELD,
    WITHHOLDING,
    handler_of,
    is_aircraft,
    is_aside,
    is_asked_for,
    is_lacking,
    is_means,
    is_one_blow,
    is_owned,
    is_pressing,
    is_purpose,
    is_receiver,
    is_standing,
    is_supposed,
    modifiers,
    use_of,
)
from demarche.code.no_act import DECLINING
from demarche.code.politics import OUTSIDE, is_side
from demarche.code.reports import by_sentence
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.standing import is_placed
from demarche.code.syntax import LIGHT_VERBS, case_of, children, is_passive, objects, subjects, with_conjuncts
from demarche.code.words import Rules, Words, subtree
from demarche.record import ActorKind, EventType, Lever, LeverUse, Report, Status
from demarche.resolve import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
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
UNNAMED = {EventType.SANCTION, EventType.COERCE, EventType.AID}
"""Acts of so many kinds that only a word for the means tells which was used ("sanctions", not "broke with")."""
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
AGAINST = ("on", "against", "over", "upon", "toward", "towards", "to", "for", "from", "in", "into", "at")
"""Prepositions of the side over which a means is held, the surest first."""
HOLDING = frozenset("hold seize take detain kidnap keep capture arrest imprison free release swap exchange".split())
"""What those who hold prisoners do with them."""
STOPPING = frozenset({"stop", "fail", "refuse", "cease"})
HOLDING_OUT = frozenset({"offer", "promise", "pledge", "vow"})
HELPING = frozenset("help assist aid fund finance supply provide pay compensate train arm protect defend".split())
"""What one who offers to do it holds out to another."""
WARFARE = frozenset(
    "war warfare battle fight fighting combat clash struggle defeat insurgency insurrection rebellion uprising".split()
)
"""Words of fighting as such: two who are at war do not thereby hold a means over each other."""
THREATENING = frozenset("threaten warn vow threat warning ultimatum menace".split())
"""Words that are a threat by themselves; what another word told may be taken for one is none."""
DANGERS = frozenset({"threat", "menace"})
"""Nouns of threats that are dangers as often."""
RESISTING = frozenset("resist block refuse reject bar hinder obstruct thwart".split())
TRIES = frozenset("attempt effort request demand bid".split())
ENTERING = frozenset("inspect visit enter access search examine monitor verify reach".split())
"""What needs the leave of those who hold a place, so that who resists it withholds access."""
DEPENDING = frozenset({"dependent", "reliant", "depend", "rely"})
HOSTILE = frozenset("bomb attack hit strike target fight kill destroy intercept battle raid shell".split())
"""Verbs whose object suffers: the arms that are bombed and the rebels that are fought are nobody's means there."""
FOUGHT_WITH = frozenset({"military action", "arms", "nuclear and missile programme"})
"""Kinds that can be the means of an attack; troops and rebels near it are mostly those who are attacked."""
BLOWS = frozenset({"military action"})
"""Kinds that help nobody by themselves: who supports another by air strikes strikes a third."""
RECEIVING = frozenset(
    "take receive get collect seek need request welcome seize capture confiscate find discover recover accept".split()
)
"""Verbs whose subject has a benefit of others, and gives none."""
JUDGING = frozenset(
    "welcome praise condemn criticise criticize denounce deplore slam blast support oppose hail".split()
)
"""Verbs whose subject only speaks of a means ("welcomes the new sanctions")."""
BODIES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.IGO})
VOICING = frozenset("reiterate express voice reaffirm restate stress underline renew pledge offer confirm".split())
"""Verbs whose object, where it is "their support", is their subject's."""
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
DENIABLE = frozenset("provide supply pay deliver allow grant release permit sell give".split())
COOPERATING = frozenset({"cooperate", "co-operate", "co", "comply"})
"""What one can fail to do to somebody though it is not told to whom; tokenizers cut "co-operate" at its hyphen."""
SURE = 0.5
"""Weight from which a word of the table counts as a lever where nothing but its grammar speaks for it."""
LEAST = 0.2
"""Weight below which a row of the table only keeps a word from being read as another means ("tear gas")."""
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


def _held(verb: Token, act: Token, used: LeverUse, kind: str, sides: tuple[Side, Side]) -> _Held:
    """Return the lever that an act below a verb names ("stopped providing"), of a holder over somebody."""
    holder, over = sides
    return _Held(lever=act.lemma_.lower(), kind=kind, holder=holder, over=over, used=used, first=verb.i, last=act.i + 1)


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
            found = Words.of(self.reading, sentence).find(self.codebook.levers)
            named = tuple(m for m in found if m.entries[0].weight >= LEAST)
            seen: list[_Held] = []
            told = (*self._named(named), *self._reported(sentence, named), *self._acted(sentence))
            counting = [lever for lever in told if self._counts(lever)]
            for lever in sorted(counting, key=lambda h: h.used is LeverUse.NO):
                if not any(_same(lever, other) or self._is_part(lever, other) for other in seen):
                    seen.append(lever)
            yield from sorted(seen, key=lambda lever: lever.first)

    def _counts(self, lever: _Held) -> bool:
        """Whether a means lies between political actors; a people can only suffer it, and by a state."""
        holder, over = (self.sides.resolution.actors.get(s.actor or "") for s in (lever.holder, lever.over))
        known = holder is not None and (holder.country is not None or lever.kind == INFLUENCE)
        crowd = holder is not None and holder.kind is ActorKind.PEOPLE and known
        if holder is not None and not (is_side(holder) or (crowd and lever.kind not in FOUGHT_WITH)):
            return False
        if over is None or (is_side(over) and over.kind is not ActorKind.OFFICE):
            return True
        suffers = over.kind is ActorKind.PEOPLE and over.country is not None and over.sector not in OUTSIDE
        return suffers and holder is not None and holder.kind in BODIES

    def _is_part(self, one: _Held, other: _Held) -> bool:
        """Whether two levers between the same sides are one told by two words ("ships in the barricade of Iraq")."""
        a, b = self.reading.doc[one.last - 1], self.reading.doc[other.last - 1]
        alike = bool(one.over) and (one.holder.actor, one.over.actor) == (other.holder.actor, other.over.actor)
        return alike and (a in b.ancestors or b in a.ancestors)

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
        verb = handler_of(token)
        handler = verb if verb is not None and verb.lemma_.lower() in HANDLED else None
        fought = verb is not None and verb.lemma_.lower() in HOSTILE
        taken = verb is not None and verb.lemma_.lower() in RECEIVING and kind in BENEFITS
        if (
            taken
            or fought
            or is_lacking(token, handler)
            or is_aircraft(token)
            or is_supposed(token)
            or is_asked_for(token)
            or (kind in VAGUE and handler is None)
        ):
            return None
        if kind == PRISONERS:
            return self._prisoners(token, match, verb)
        if kind == "troops" and handler is None and not is_standing(token):
            return None
        holder = self._holder(token, handler, kind)
        over = self._over(token, handler, holder)
        if handler is not None and not holder and kind in BENEFITS and is_passive(handler) and has_negator(handler):
            over = next((s for t in children(handler, "nsubj:pass") if (s := self.sides.of_word(t))), over)
            return self._made(token, match, verb, (NOBODY, over)) if over else None
        aimed = bool(over) or is_owned(token, handler, kind)
        return (
            self._made(token, match, verb, (holder, over)) if holder and aimed and holder.actor != over.actor else None
        )

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
            used=use_of(token, verb, kind),
            first=match.start,
            last=match.end,
        )

    def _holder(self, token: Token, verb: Token | None, kind: str) -> Side:
        """Return whose means it is: its owner, those it is named after, its handler."""
        below = [t for t in modifiers(token) if not self._is_target(t)]
        owners = [*children(token, "nmod:poss"), *below]
        owners += [c for c in children(token, "nmod") if case_of(c) == "by"]
        own = self._voiced(token) or next((s for t in owners if (s := self._own(t))), NOBODY)
        if not own and kind == "troops":
            own = self._master(self._own(token))
        return own or (self._user(verb) if verb is not None else NOBODY)

    def _voiced(self, token: Token) -> Side:
        """Return who voices what he calls his own ("the members reiterate their support")."""
        voiced = token.dep_ == "obj" and token.head.lemma_.lower() in VOICING
        own = any(t.pos_ == "PRON" for t in children(token, "nmod:poss"))
        return self.sides.doer(token.head) if voiced and own else NOBODY

    def _master(self, forces: Side) -> Side:
        """Return the state whose forces these are, where the article names it: they are its means."""
        actor = self.sides.resolution.actors.get(forces.actor) if forces.actor else None
        state = self.sides.state(actor.country) if actor and actor.country else None
        return self.sides.of_actor(state) if state else forces

    def _user(self, verb: Token) -> Side:
        """Return who puts a means to use; a thing that does is not the country it is aimed at ("Syria sanctions")."""
        for token in subjects(verb):
            side = NOBODY if is_placed(token, self.sides.resolution) else self.sides.of_word(token)
            aimed = any(self._is_target(t) for t in modifiers(token)) and not self._own(token)
            if side:
                return NOBODY if aimed else side
        return NOBODY

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
        before = [t for t in modifiers(token) if self._is_target(t)]
        sufferer = handler_of(token)
        if sufferer is not None and sufferer.lemma_.lower() in SUFFERING:
            before += subjects(sufferer)
        found = (self._named_at(t) for t in (*before, *ranked))
        return next((s for s in found if s and not s.meets(holder)), NOBODY)

    def _named_at(self, token: Token) -> Side:
        """Return the side that a noun stands for, be it only the last word of its name."""
        around = (m for m in self.sides.resolution.mentions if m.first <= token.i < m.last)
        return self.sides.of_word(token) or next((self.sides.of_mention(m) for m in around), NOBODY)

    def _reported(self, sentence: ReadSentence, named: Sequence[Match[LeverKind]]) -> Iterator[_Held]:
        """Yield the means that an act puts to use, offers or gives up."""
        for report in self.told.get(sentence.sentence.span, ()):
            if report.sources:
                held = self._of_report(report, named)
                if held:
                    yield held

    def _of_report(self, report: Report, named: Sequence[Match[LeverKind]]) -> _Held | None:
        first, last = self.reading.words(report.trigger)
        head = self.reading.head(first, last)
        denied = report.status is Status.DENIED and (is_purpose(head) or report.type is EventType.THREATEN)
        if is_supposed(head) or is_asked_for(head) or denied:
            return None
        holder, over = self._actor(report, head), self.sides.first(report.targets)
        near = self._means(report, first, named)
        near = None if near and self._is_theirs(near, holder, over) else near
        if not holder and near and near.entries[0].kind in UNHELD and report.status.is_deed:
            borne = self._over(head, None, NOBODY)
            return self._made(head, near, None, (NOBODY, borne)) if borne else None
        aimed = bool(over) or report.type is EventType.MOBILIZE
        known = holder and aimed and holder.actor != over.actor and self._is_use(report, head, near)
        doubtful = holder.meets(over)
        if not known or (doubtful and (near is None or report.type is EventType.THREATEN)):
            return None
        return _Held(
            lever=" ".join(near.entries[0].phrase) if near else report.trigger.text,
            kind=near.entries[0].kind if near else _kind_of_act(report, head),
            holder=holder,
            over=over,
            used=LeverUse.THREATENED if is_pressing(head) else self._report_use(report, self.reading.doc[first]),
            first=near.start if near else first,
            last=near.end if near else last,
        )

    def _means(self, report: Report, first: int, named: Sequence[Match[LeverKind]]) -> Match[LeverKind] | None:
        """Return the word for the means of an act: in an attack what is fought with, in an offer what is offered."""
        kinds = {m.entries[0].kind for m in named} - VAGUE
        kinds &= FOUGHT_WITH if report.type is EventType.ASSAULT else kinds
        kinds -= BLOWS if report.type is EventType.AID else frozenset()
        kinds -= BENEFITS if self.reading.doc[first].lemma_.lower() in RECEIVING else frozenset()
        near = self._nearest(first, [m for m in named if m.entries[0].kind in kinds])
        if near and report.type in OFFERS and not self._is_offered(near, self.reading.doc[first]):
            return None
        return near

    def _is_theirs(self, means: Match[LeverKind], holder: Side, over: Side) -> bool:
        """Whether a means belongs to those against whom the act is ("held the line against their fighters")."""
        noun = self.reading.doc[means.end - 1]
        owners = [s for t in (*children(noun, "nmod:poss"), *modifiers(noun), noun) if (s := self._own(t))]
        return bool(owners) and all(s.meets(over) and not s.meets(holder) for s in owners)

    def _is_use(self, report: Report, head: Token, near: Match[LeverKind] | None) -> bool:
        """Whether an act puts a means to use, holds it out or gives it up, and is not only imagined."""
        lasting = report.status in GOING_ON | {Status.THREATENED} and not is_one_blow(head)
        going_on = report.type is EventType.ASSAULT and (lasting or is_pressing(head))
        taken = report.type in MEANS or going_on or (report.type in OFFERS and near is not None)
        lemma = head.lemma_.lower()
        aims = not head.dep_.startswith("acl") or bool(children(head, "mark"))
        plain = lemma in PRESSURES.keys() | WITHHOLDING and aims and head.dep_ != "amod"
        bare = near is None and not plain
        vague = bare and report.type in UNNAMED
        declined = head.dep_ == "xcomp" and head.head.lemma_.lower() in DECLINING
        danger = near is None or self.reading.doc[near.end - 1].lemma_.lower() in THREATENING
        unsaid = report.type is EventType.THREATEN and danger and not _is_threat(head)
        idle = vague or declined or unsaid or (report.type is EventType.ASSAULT and self._is_war(report))
        return taken and not idle and (report.status.is_deed or report.status in MEANT or is_pressing(head))

    def _is_war(self, report: Report) -> bool:
        """Whether an attack is told only as fighting as such ("went to war", "the battle with the rebels")."""
        first, last = self.reading.words(report.trigger)
        return any(t.lemma_.lower() in WARFARE for t in self.reading.doc[first:last])

    def _actor(self, report: Report, head: Token) -> Side:
        """Return who acts; under a noun only one whom grammar ties to it, for others merely stand nearby."""
        named = self.sides.first(report.sources)
        if head.pos_ not in {"NOUN", "PROPN"} or report.type is EventType.THREATEN:
            return named
        own = next((s for t in (*children(head, "nmod:poss"), *modifiers(head)) if (s := self._own(t))), NOBODY)
        verb = handler_of(head)
        handled = verb is not None and verb.lemma_.lower() in HANDLED
        tied = [own, self.sides.doer(head), self._user(verb) if verb is not None and handled else NOBODY]
        above = next((t for t in head.ancestors if t.pos_ in {"VERB", "AUX"}), head)
        around = [
            self.sides.of_word(t) for t in children(head, "nmod") if case_of(t) in {"by", "of", "from", "between"}
        ]
        praised = not handled and above.lemma_.lower() in JUDGING
        user = () if head.dep_ in {"nsubj", "csubj"} or praised else self.sides.doers(above)
        known = (*tied, *around, *user)
        same = [s for s in known if s.actor == named.actor and s] or [s for s in known if s.meets(named)]
        return next(iter(same), next((s for s in tied if s), NOBODY))

    def _is_offered(self, match: Match[LeverKind], trigger: Token) -> bool:
        """Whether a means is itself what is promised or given up, not a word further down ("agreed to send troops")."""
        noun = self.reading.doc[match.end - 1]
        verb = handler_of(noun)
        acts = [trigger, *children(trigger, "xcomp", "ccomp")]
        direct = noun.head == trigger and noun.dep_ != "conj"
        return direct or (verb is not None and verb in acts and verb.lemma_.lower() in HANDLED)

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
        doc, act = self.reading.doc, self.reading.doc[word]
        inside = [m for m in named if first <= m.start < last and is_means(doc[m.end - 1])]
        inside = [m for m in inside if not is_receiver(doc[m.end - 1], doc[m.end - 1].head)]
        inside = [m for m in inside if not is_aside(doc[m.end - 1], act) and not _is_of_others(doc[m.end - 1], act)]
        return max(inside, key=lambda m: m.entries[0].weight, default=None)

    def _acted(self, sentence: ReadSentence) -> Iterator[_Held]:
        """Yield the means that a verb or adjective names by itself."""
        for word, rule in self.ACTED.at(Words.of(self.reading, sentence)):
            yield from rule(self, self.reading.doc[word])

    def _receiver(self, words: Sequence[Token], holder: Side) -> Side:
        """Return the side of the first of the words that is not the holder's."""
        return next((s for t in words if (s := self.sides.of_word(t)) and not s.meets(holder)), NOBODY)

    def _denied(self, token: Token) -> Iterator[_Held]:
        """Yield the good that somebody stops or fails to give ("stopped providing the team with escorts")."""
        act = next((c for c in children(token, "xcomp", "obj") if c.pos_ == "VERB"), None)
        if act is None or act.lemma_.lower() not in DENIABLE | COOPERATING:
            return
        holder = self.sides.doer(token)
        below = [*children(act, "iobj", "obj", "obl")]
        over = self._receiver(below, holder)
        if holder and (over or act.lemma_.lower() in COOPERATING):
            yield _held(token, act, LeverUse.WITHHELD, "access", (holder, over))

    def _offered(self, token: Token) -> Iterator[_Held]:
        """Yield the help that somebody holds out ("offered to help offset Jordan's costs")."""
        act = next((c for c in children(token, "xcomp") if c.lemma_.lower() in HELPING), None)
        if act is None or has_negator(token) or is_supposed(token):
            return
        holder = self.sides.doer(token)
        below = [c for verb in (act, *children(act, "xcomp")) for c in children(verb, "iobj", "obj", "obl")]
        over = self._receiver(below, holder)
        if holder and over:
            yield _held(token, act, LeverUse.THREATENED, "aid", (holder, over))

    def _resisted(self, token: Token) -> Iterator[_Held]:
        """Yield the access that somebody withholds ("resisted attempts to inspect the barracks")."""
        tried = next((c for c in children(token, "obj", "nsubj:pass") if c.lemma_.lower() in TRIES), None)
        act = next((c for c in children(tried, "acl") if c.lemma_.lower() in ENTERING), None) if tried else None
        holder = self.sides.doer(token)
        if tried is None or act is None or not holder:
            return
        owners = (s for t in (*children(tried, "nmod:poss"), *modifiers(tried)) if (s := self._own(t)))
        over = next((s for s in owners if not s.meets(holder)), NOBODY)
        yield _held(token, act, LeverUse.WITHHELD, "access", (holder, over))

    def _pressed(self, token: Token) -> Iterator[_Held]:
        """Yield what a verb of pressure does to a side ("will barricade the port", "the zone that it occupies")."""
        kind = PRESSURES.get(token.lemma_.lower())
        if kind is None or token.pos_ != "VERB":
            return
        holder = self.sides.doer(token)
        things = objects(token)
        aims = () if kind == MEANS[EventType.SANCTION] else (token, *things)
        below = [*things, *[c for t in aims for c in children(t, "obl", "nmod")]]
        over = self._receiver(below, holder)
        if holder and over:
            yield _Held(
                lever=token.lemma_.lower(),
                kind=kind,
                holder=holder,
                over=over,
                used=use_of(token, token, kind),
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
            owners = (self._own(t) for t in (thing, *children(thing, "nmod:poss", "amod")))
            holder = next((s for s in owners if s), NOBODY)
            if over and holder and not holder.meets(over):
                yield _Held(
                    lever=thing.text.lower(),
                    kind=INFLUENCE,
                    holder=holder,
                    over=over,
                    used=LeverUse.NO,
                    first=token.i if thing == given[0] else thing.left_edge.i,
                    last=thing.i + 1,
                )

    ACTED: ClassVar[Rules[Callable[..., Iterator[_Held]]]] = Rules(
        (STOPPING, _denied),
        (HOLDING_OUT, _offered),
        (RESISTING, _resisted),
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


def _is_threat(word: Token) -> bool:
    """Whether a word says that somebody threatens; of a noun, that somebody utters it, not that a thing is a danger."""
    if word.lemma_.lower() not in THREATENING:
        return False
    uttered = word.dep_ == "obj" and word.head.lemma_.lower() in LIGHT_VERBS - {"pose"}
    danger = word.lemma_.lower() in DANGERS
    return word.dep_ != "compound" and (not danger or uttered or bool(children(word, "nmod:poss", "acl")))


def _is_of_others(noun: Token, act: Token) -> bool:
    """Whether a noun stands among those who act, or is what they get ("officers of a task force seized the arms")."""
    if act.pos_ != "VERB":
        return False
    acting = [*children(act, "nsubj"), *(children(act, "nsubj:pass") if children(act, "obj") else ())]
    handler = handler_of(noun)
    got = handler == act and act.lemma_.lower() in RECEIVING
    return got or any(t.left_edge.i <= noun.i <= t.right_edge.i for t in acting)


def _kind_of_act(report: Report, head: Token) -> str:
    """Return the kind of means that an act uses where no noun names it."""
    return PRESSURES.get(head.lemma_.lower(), MEANS.get(report.type, "military action"))


def _same(one: _Held, other: _Held) -> bool:
    """Whether two levers are one: the same words, or one kind with the same holder."""
    overlap = one.first < other.last and other.first < one.last
    return overlap or (one.kind == other.kind and one.holder.meets(other.holder))
