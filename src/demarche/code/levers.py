"""Means of pressure and inducement: who holds them over whom, and whether they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.function_words import has_negator
from demarche.code.holding import Held, Holders
from demarche.code.means import (
    BENEFITS,
    DEALT_OUT,
    HANDLED,
    INFLUENCE,
    LIFTING,
    SANCTIONS,
    UNHELD,
    WITHHOLDING,
    handler_of,
    is_aside,
    is_asked_for,
    is_cut,
    is_direct,
    is_lacking,
    is_means,
    is_one_blow,
    is_owned,
    is_pressing,
    is_purpose,
    is_receiver,
    is_single,
    is_standing,
    is_supposed,
    is_wanted,
    modifiers,
    use_of,
)
from demarche.code.no_act import DECLINING
from demarche.code.politics import OUTSIDE, is_side
from demarche.code.pressures import PRESSURES, Pressures
from demarche.code.reports import by_sentence
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.syntax import LIGHT_VERBS, case_of, children, is_passive
from demarche.code.words import Words, subtree
from demarche.record import ActorKind, EventType, Lever, LeverUse, Report, Status
from demarche.resolve import Resolution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook, LeverKind, Match
    from demarche.record import Span

__all__ = ["find_levers"]

MEANS = {
    EventType.SANCTION: SANCTIONS,
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
UNNAMED = {EventType.SANCTION, EventType.COERCE, EventType.AID, EventType.MOBILIZE}
"""Acts of so many kinds that only a word for the means tells which was used ("sanctions", not "broke with")."""
DEPLOYING = frozenset("deploy redeploy mobilize mobilise mass amass station".split())
"""Verbs of sending forces, which are the use of a means by themselves."""
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
HOLDING = frozenset("hold seize take detain kidnap keep capture arrest imprison free release swap exchange".split())
"""What those who hold prisoners do with them."""
WARFARE = frozenset(
    "war warfare battle fight fighting combat clash struggle defeat insurgency insurrection rebellion uprising".split()
)
"""Words of fighting as such: two who are at war do not thereby hold a means over each other."""
THREATENING = frozenset("threaten warn vow threat warning ultimatum menace".split())
"""Words that are a threat by themselves; what another word told may be taken for one is none."""
DANGERS = frozenset({"threat", "menace"})
"""Nouns of threats that are dangers as often."""
HOSTILE = frozenset("bomb attack hit strike target fight kill destroy intercept battle raid shell".split())
"""Verbs whose object suffers: the arms that are bombed and the rebels that are fought are nobody's means there."""
FOUGHT_WITH = frozenset({"military action", "arms", "nuclear and missile programme"})
"""Kinds that can be the means of an attack; troops and rebels near it are mostly those who are attacked."""
BLOWS = frozenset({"military action"})
"""Kinds that help nobody by themselves: who supports another by air strikes strikes a third."""
RECEIVING = frozenset(
    "take receive get collect seek need request welcome seize capture confiscate find discover recover accept count "
    "expect await hope".split()
)
"""Verbs whose subject has a benefit of others, and gives none."""
JUDGING = frozenset(
    "welcome praise condemn criticise criticize denounce deplore slam blast support oppose hail".split()
)
"""Verbs whose subject only speaks of a means ("welcomes the new sanctions")."""
BODIES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.IGO})
PRISONERS = "prisoners"
SURE = 0.5
"""Weight from which a word of the table counts as a lever where nothing but its grammar speaks for it."""
LEAST = 0.2
"""Weight below which a row of the table only keeps a word from being read as another means ("tear gas")."""
VAGUE = frozenset({"votes and resolutions", "personal ties", "public opinion and media", "elections and politics"})
"""Kinds whose words mostly speak of something else; they count only as what a verb of use handles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finder:
    """Finds the levers of one article."""

    reading: Reading
    codebook: Codebook
    told: Mapping[Span, Sequence[Report]]
    holders: Holders

    def held(self) -> Iterator[Held]:
        """Yield the levers sentence by sentence: one for a kind and its two sides."""
        pressures = Pressures(holders=self.holders)
        for sentence in self.reading.sentences:
            found = Words.of(self.reading, sentence).find(self.codebook.levers)
            named = tuple(m for m in found if m.entries[0].weight >= LEAST)
            seen: list[Held] = []
            by_verbs = pressures.told(Words.of(self.reading, sentence), self.reading.doc)
            told = (*self._named(named), *self._reported(sentence, named), *by_verbs)
            counting = [lever for lever in told if self._counts(lever)]
            for lever in sorted(counting, key=lambda h: h.used is LeverUse.NO):
                if not any(_same(lever, other) or self._is_part(lever, other) for other in seen):
                    seen.append(lever)
            yield from sorted(seen, key=lambda lever: lever.first)

    def _counts(self, lever: Held) -> bool:
        """Whether a means lies between political actors; a people can only suffer it, and by a state."""
        holder, over = (self.holders.sides.resolution.actors.get(s.actor or "") for s in (lever.holder, lever.over))
        known = holder is not None and (holder.country is not None or lever.kind == INFLUENCE)
        crowd = holder is not None and holder.kind is ActorKind.PEOPLE and known
        if holder is not None and not (is_side(holder) or (crowd and lever.kind not in FOUGHT_WITH)):
            return False
        if over is None or (is_side(over) and over.kind is not ActorKind.OFFICE):
            return True
        suffers = over.kind is ActorKind.PEOPLE and over.country is not None and over.sector not in OUTSIDE
        return suffers and holder is not None and holder.kind in BODIES

    def _is_part(self, one: Held, other: Held) -> bool:
        """Whether two levers between the same sides are one told by two words ("ships in the barricade of Iraq")."""
        a, b = self.reading.doc[one.last - 1], self.reading.doc[other.last - 1]
        alike = bool(one.over) and (one.holder.actor, one.over.actor) == (other.holder.actor, other.over.actor)
        return alike and (a in b.ancestors or b in a.ancestors)

    def _named(self, named: Sequence[Match[LeverKind]]) -> Iterator[Held]:
        """Yield the means that a noun names, where grammar tells who holds it."""
        for match in named:
            token = self.reading.doc[match.end - 1]
            sure = match.entries[0].weight >= SURE and token.pos_ in {"NOUN", "PROPN"}
            if sure and not (self.holders.is_name(token, match) or is_cut(match, self.reading.doc)):
                held = self._of_noun(token, match)
                if held:
                    yield held

    def _of_noun(self, token: Token, match: Match[LeverKind]) -> Held | None:
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
            or is_single(token)
            or is_supposed(token)
            or is_asked_for(token)
            or (kind in VAGUE and handler is None)
        ):
            return None
        if kind == PRISONERS:
            return self._prisoners(token, match, verb)
        if kind == "troops" and handler is None and not is_standing(token):
            return None
        holder = self.holders.holder(token, handler, kind)
        over = self.holders.over(token, handler, holder)
        if handler is not None and not holder and kind in BENEFITS and is_passive(handler) and has_negator(handler):
            over = next((s for t in children(handler, "nsubj:pass") if (s := self.holders.sides.of_word(t))), over)
            return self._made(token, match, verb, (NOBODY, over)) if over else None
        aimed = bool(over) or is_owned(token, handler, kind)
        return (
            self._made(token, match, verb, (holder, over)) if holder and aimed and holder.actor != over.actor else None
        )

    def _prisoners(self, token: Token, match: Match[LeverKind], verb: Token | None) -> Held | None:
        """Take "Hamas seized 240 Israeli hostages": the means is whose it is not."""
        holder = self.holders.sides.doer(verb) if verb is not None and verb.lemma_.lower() in HOLDING else NOBODY
        own = (self.holders.own(t) for t in children(token, "amod", "compound", "nmod:poss"))
        over = next((s for s in own if s and not s.meets(holder)), NOBODY)
        return self._made(token, match, verb, (holder, over)) if holder and over else None

    def _made(self, token: Token, match: Match[LeverKind], verb: Token | None, sides: tuple[Side, Side]) -> Held:
        kind = match.entries[0].kind
        holder, over = sides
        return Held(
            lever=" ".join(t.text.lower() for t in token.doc[match.start : match.end]),
            kind=kind,
            holder=holder,
            over=over,
            used=use_of(token, verb, kind),
            first=match.start,
            last=match.end,
        )

    def _reported(self, sentence: ReadSentence, named: Sequence[Match[LeverKind]]) -> Iterator[Held]:
        """Yield the means that an act puts to use, offers or gives up."""
        for report in self.told.get(sentence.sentence.span, ()):
            if report.sources:
                held = self._of_report(report, named)
                if held:
                    yield held

    def _of_report(self, report: Report, named: Sequence[Match[LeverKind]]) -> Held | None:
        first, last = self.reading.words(report.trigger)
        head = self.reading.head(first, last)
        denied = report.status is Status.DENIED and (is_purpose(head) or report.type is EventType.THREATEN)
        if is_supposed(head) or is_asked_for(head) or is_wanted(handler_of(head) or head) or denied:
            return None
        holder, over = self._actor(report, head), self.holders.sides.first(report.targets)
        near = self._means(report, first, named)
        near = None if near and self._is_theirs(near, holder, over) else near
        if not holder and near and near.entries[0].kind in UNHELD and report.status.is_deed:
            borne = self.holders.over(head, None, NOBODY)
            return self._made(head, near, None, (NOBODY, borne)) if borne else None
        forces = near is not None and near.entries[0].kind == "troops" and near.entries[0].weight >= SURE
        aimed = bool(over) or (report.type is EventType.MOBILIZE and forces)
        known = holder and aimed and holder.actor != over.actor and self._is_use(report, head, near)
        doubtful = holder.meets(over)
        if not known or (doubtful and (near is None or report.type is EventType.THREATEN)):
            return None
        return Held(
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
        if (
            near
            and report.type is EventType.THREATEN
            and not is_direct(self.reading.doc[near.end - 1], self.reading.doc[first])
        ):
            return None
        if near and report.type in OFFERS and not self._is_offered(near, self.reading.doc[first]):
            return None
        return near

    def _is_theirs(self, means: Match[LeverKind], holder: Side, over: Side) -> bool:
        """Whether a means belongs to those against whom the act is ("held the line against their fighters")."""
        noun = self.reading.doc[means.end - 1]
        owners = [s for t in (*children(noun, "nmod:poss"), *modifiers(noun), noun) if (s := self.holders.own(t))]
        return bool(owners) and all(s.meets(over) and not s.meets(holder) for s in owners)

    def _is_use(self, report: Report, head: Token, near: Match[LeverKind] | None) -> bool:
        """Whether an act puts a means to use, holds it out or gives it up, and is not only imagined."""
        lasting = report.status in GOING_ON | {Status.THREATENED} and not is_one_blow(head)
        going_on = report.type is EventType.ASSAULT and (lasting or is_pressing(head))
        taken = report.type in MEANS or going_on or (report.type in OFFERS and near is not None)
        lemma = head.lemma_.lower()
        aims = not head.dep_.startswith("acl") or bool(children(head, "mark"))
        plain = lemma in PRESSURES.keys() | WITHHOLDING | DEPLOYING and aims and head.dep_ != "amod"
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
        named = self.holders.sides.first(report.sources)
        if head.pos_ not in {"NOUN", "PROPN"} or report.type is EventType.THREATEN:
            return named
        own = next((s for t in (*children(head, "nmod:poss"), *modifiers(head)) if (s := self.holders.own(t))), NOBODY)
        verb = handler_of(head)
        handled = verb is not None and verb.lemma_.lower() in HANDLED
        above = next((t for t in head.ancestors if t.pos_ in {"VERB", "AUX"}), head)
        praised = not handled and above.lemma_.lower() in JUDGING | RECEIVING
        doer = NOBODY if praised else self.holders.sides.doer(head)
        tied = [own, doer, self.holders.user(verb) if verb is not None and handled else NOBODY]
        below = [t for t in children(head, "nmod") if case_of(t) in {"by", "of", "from", "between"}]
        around = [self.holders.sides.of_word(t) for t in below]
        user = () if head.dep_ in {"nsubj", "csubj"} or praised else self.holders.sides.doers(above)
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
        """Return the lever word under the act's trigger: what the act handles first, then the surest."""
        first, last = subtree(self.reading, word)
        doc, act = self.reading.doc, self.reading.doc[word]
        inside = [m for m in named if first <= m.start < last and is_means(doc[m.end - 1]) and not is_cut(m, doc)]
        inside = [m for m in inside if not is_receiver(doc[m.end - 1], doc[m.end - 1].head)]
        inside = [m for m in inside if not is_aside(doc[m.end - 1], act) and not _is_of_others(doc[m.end - 1], act)]
        acts = {act, *children(act, "xcomp", "ccomp")}
        return max(inside, key=lambda m: (handler_of(doc[m.end - 1]) in acts, m.entries[0].weight), default=None)


def find_levers(
    reading: Reading, codebook: Codebook, reports: Sequence[Report], resolution: Resolution | None = None
) -> tuple[Lever, ...]:
    """Return the levers of an article in the order of the text: one for a holder, an aim and a kind in a sentence."""
    holders = Holders(sides=Sides(reading=reading, resolution=resolution or Resolution()))
    finder = _Finder(reading=reading, codebook=codebook, told=by_sentence(reports), holders=holders)
    return tuple(_lever(f"l{n}", held, reading) for n, held in enumerate(finder.held(), start=1))


def _lever(identity: str, held: Held, reading: Reading) -> Lever:
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
    acting = [*children(act, "nsubj", "obl:agent"), *(children(act, "nsubj:pass") if children(act, "obj") else ())]
    handler = handler_of(noun)
    got = handler == act and act.lemma_.lower() in RECEIVING
    return got or any(t.left_edge.i <= noun.i <= t.right_edge.i for t in acting)


def _kind_of_act(report: Report, head: Token) -> str:
    """Return the kind of means that an act uses where no noun names it."""
    return PRESSURES.get(head.lemma_.lower(), MEANS.get(report.type, "military action"))


def _same(one: Held, other: Held) -> bool:
    """Whether two levers are one: the same words, or one kind with the same holder."""
    overlap = one.first < other.last and other.first < one.last
    return overlap or (one.kind == other.kind and one.holder.meets(other.holder))
