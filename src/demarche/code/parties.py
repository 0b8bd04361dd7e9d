"""Who did it and to whom: the frame of the lexicon and the model's roles, weighed together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.code.syntax import (
    NOMINAL,
    arguments,
    case_of,
    children,
    is_passive,
    is_raised,
    subjects,
    sufferers,
    with_conjuncts,
)
from demarche.codebook.lexicon import Frame, Slot
from demarche.record import EventType, Form, Party
from demarche.resolve import ResolvedMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from demarche.annotate.reader import Floats
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.code.acts import Act
    from demarche.resolve import Resolution

__all__ = ["Parties", "PartyFinder", "mention_of", "party"]

# Calibrated together on the development articles (docs/evaluation.md names the run); do not tune one alone.
FRAME_BONUS = 0.2
"""What it is worth that a mention fills the slot which the frame names."""
MODEL_ROLE = 0.9
"""What the model's probability of the role is worth."""
ROLE_FLOOR = 0.12
"""Joint score from which a mention is taken as a party."""
NEXT_BEST = 0.8
"""Share of the best score of a side that a further party of that side must reach."""

SOURCE, TARGET, OTHER = "source", "target", "other"
VERB_FRAME = Frame.parse("subj>obj/iobj/obl:against|with|on|to|at")
NOUN_FRAME = Frame.parse("poss/nmod:by|from/subj>nmod:on|against|with|to|of|for")
"""Where the parties of an act usually stand, for words that the lexicon does not know."""
LOCAL_TARGETS = Frame.parse(">nmod:in|at|near/obl:in|at|near").target
"""Where the victims of violence are when nobody is named: an attack in a country is an attack on its people."""
UNNAMED_FLOOR = 0.5
"""Joint score that a source needs under a passive without an agent, whose doer the clause does not name."""
OWN_FORCES = frozenset({EventType.MOBILIZE})
LOCAL_TYPES = frozenset({EventType.ASSAULT})
SUBJECT, OBJECT = Slot(relation="subj"), Slot(relation="obj")
BETWEEN = Slot(relation="nmod", prepositions=("between",))
MEDIATORS = frozenset({"through", "via"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties of an act, each side in the order of the text; a side that the text leaves open is empty."""

    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    mention: ResolvedMention
    role: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFinder:
    """Finds the parties of the acts of one sentence among its mentions; `acts` are all acts of the sentence."""

    reading: Reading
    sentence: ReadSentence
    resolution: Resolution
    acts: Mapping[int, Act]

    def find(self, act: Act) -> Parties:
        """Return the parties of an act; a side that it leaves open is filled from the other words that tell the act."""
        found = self._find(act)
        for twin in act.twins if not (found.sources and found.targets) else ():
            other = self._find(twin)
            sources = found.sources or _unlike(other.sources, found.targets)
            found = replace(found, sources=sources, targets=found.targets or _unlike(other.targets, sources))
        return found

    def _find(self, act: Act) -> Parties:
        token = self.reading.doc[act.head]
        slots = self._slot_mentions(token, act)
        scored = self._scored(act, slots)
        sides = self._even_out(token, _divide(_outermost(scored)))
        best = [max(s.score for s in side) for role, side in sides.items() if side and role != OTHER]
        sources = self._parties(sides[SOURCE])
        return Parties(
            sources=sources,
            targets=_across(act, sources, self._parties(sides[TARGET])),
            others=self._parties(sides[OTHER]),
            score=min(1.0, sum(best) / 2),
        )

    def _parties(self, side: Sequence[_Scored]) -> tuple[Party, ...]:
        return tuple(party(self.reading, s.mention, self.resolution, self._part(s)) for s in side)

    def _part(self, scored: _Scored) -> str | None:
        if scored.role != OTHER:
            return None
        return "mediator" if case_of(self.reading.doc[scored.mention.head]) in MEDIATORS else "other"

    def _slot_mentions(self, token: Token, act: Act) -> Mapping[ResolvedMention, str]:
        """Map mentions to the side that the frame puts them on; the subject of a duty is the one who is asked."""
        suffering = subjects(token.head) if token.dep_ == "aux" else sufferers(token)
        if suffering:
            return {m: TARGET for t in suffering if (m := mention_of(t, self.resolution))}
        frame = _frame(token, act)
        sources = frame.source if token.pos_ in {"VERB", "AUX"} or not frame.source else (*frame.source, SUBJECT)
        out = dict.fromkeys(self._filled(token, sources, act), SOURCE)
        helped = (OBJECT,) if act.type is EventType.AID and is_passive(token) else ()
        targets = (*frame.target, *helped, *(LOCAL_TARGETS if act.type in LOCAL_TYPES else ()))
        for mention in self._filled(token, targets, act, taken=out):
            out.setdefault(mention, TARGET)
        return out

    def _filled(
        self, token: Token, slots: Iterable[Slot], act: Act, taken: Mapping[ResolvedMention, str] | None = None
    ) -> list[ResolvedMention]:
        """Return the mentions in the first slot that is filled by any, other than those taken."""
        for slot in slots:
            heads = [inner for t in arguments(token, slot) for inner in self._doers(t, act)]
            found = [m for t in heads if (m := mention_of(t, self.resolution)) and m not in (taken or {})]
            if found:
                return found
        return []

    def _doers(self, token: Token, act: Act) -> list[Token]:
        """What fills a slot, or, where that is an act itself, who does it: to condemn a strike is to condemn them."""
        inner = self.acts.get(token.i)
        if inner is None or inner is act or token.pos_ not in {"NOUN", "PROPN", "VERB"}:
            return [token]
        found = [t for slot in _frame(token, inner).source for t in arguments(token, slot)]
        return found or [token]

    def _candidates(self, act: Act, slots: Mapping[ResolvedMention, str]) -> Iterator[ResolvedMention]:
        """Yield the mentions around a trigger, none of which holds it, and places that fill a slot of its frame."""
        named = tuple(self.resolution.within(self.sentence.first, self.sentence.last))
        for mention in (*named, *(m for m in slots if m not in named)):
            if (not mention.first <= act.head < mention.last or mention.nested) and not self._is_topic(act, mention):
                yield mention

    def _is_topic(self, act: Act, mention: ResolvedMention) -> bool:
        """Whether a mention is only what a talk is about ("discussed the crisis in Syria")."""
        doc = self.reading.doc
        return act.type is EventType.CONSULT and is_raised(doc[mention.head], doc[act.head])

    def _scored(self, act: Act, slots: Mapping[ResolvedMention, str]) -> list[_Scored]:
        """Give each mention its best role, if the score reaches the floor; coordinated mentions share one role."""
        lists: dict[int, list[tuple[ResolvedMention, Mapping[str, float]]]] = defaultdict(list)
        roles = self.sentence.reading.roles(act.head - self.sentence.first)
        for mention in self._candidates(act, slots):
            lists[self._list_head(mention)].append((mention, self._chances(act, mention, slots, roles)))
        out: list[_Scored] = []
        for members in lists.values():
            joint = {role: max(chances[role] for _, chances in members) for role in (SOURCE, TARGET, OTHER)}
            role = max(joint, key=lambda r: joint[r])
            if joint[role] >= ROLE_FLOOR:
                out += [_Scored(mention=mention, role=role, score=joint[role]) for mention, _ in members]
        return out

    def _list_head(self, mention: ResolvedMention) -> int:
        """Return the first head of the list that a mention stands in; a nested mention is a list of its own."""
        token = self.reading.doc[mention.head]
        while token.dep_ == "conj" and token.head.pos_ in NOMINAL and not mention.nested:
            token = token.head
        return token.i if not mention.nested else -mention.first - 1

    def _chances(
        self, act: Act, mention: ResolvedMention, slots: Mapping[ResolvedMention, str], roles: Floats
    ) -> Mapping[str, float]:
        """Weigh the model's roles of a mention's words and the side on which the frame puts it."""
        words = roles[mention.first - self.sentence.first : mention.last - self.sentence.first]
        place = slots.get(mention)
        chances = {
            role: MODEL_ROLE * float(words[:, column].max()) + (FRAME_BONUS if place == role else 0.0)
            for column, role in enumerate((SOURCE, TARGET, OTHER), start=1)
        }
        return {role: 0.0 if role in self._barred(act, place, chances) else chance for role, chance in chances.items()}

    def _barred(self, act: Act, place: str | None, chances: Mapping[str, float]) -> Iterator[str]:
        """Yield the sides that grammar forbids: the agent of a verb does not suffer it, nor its sufferer do it."""
        token = self.reading.doc[act.head]
        if place == SOURCE and token.pos_ == "VERB":
            yield TARGET
        suffers = place == TARGET and (token.pos_ == "VERB" or token.dep_ == "aux" or bool(sufferers(token)))
        if suffers or (is_passive(token) and not subjects(token) and chances[SOURCE] < UNNAMED_FLOOR):
            yield SOURCE

    def _even_out(self, token: Token, sides: dict[str, list[_Scored]]) -> dict[str, list[_Scored]]:
        """Of parties under one `between` the first acts upon the others."""
        heads = with_conjuncts(arguments(token, BETWEEN)[:1])
        pair = [m for t in heads if (m := mention_of(t, self.resolution))]
        if len(pair) < 2:
            return sides
        made = [_Scored(mention=m, role=SOURCE, score=1.0) for m in pair]
        return {SOURCE: made[:1], TARGET: made[1:], OTHER: [s for s in sides[OTHER] if s.mention not in pair]}


def _unlike(parties: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties that do not stand among the others."""
    return tuple(p for p in parties if p.mention not in {o.mention for o in others})


def _across(act: Act, sources: Sequence[Party], targets: Sequence[Party]) -> tuple[Party, ...]:
    """Return the targets without the doer himself, and without those of his own side unless there are no others.

    What a side moves or stands up is its own, so that there its own forces are never the target.
    """
    doers, own = {p.actor for p in sources if p.actor}, {p.country for p in sources if p.country}
    others = tuple(p for p in targets if p.actor not in doers)
    across = tuple(p for p in others if p.country not in own)
    return across if act.type in OWN_FORCES else across or others


def party(reading: Reading, mention: ResolvedMention, resolution: Resolution, part: str | None = None) -> Party:
    """Return a mention as a party; the mention's own country and sector go before its actor's."""
    actor = resolution.actors.get(mention.actor) if mention.actor else None
    return Party(
        actor=mention.actor,
        mention=reading.span(mention.first, mention.last),
        country=mention.country or (actor.country if actor else None),
        base=mention.base or (actor.base if actor else None),
        sector=mention.sector or (actor.sector if actor else None),
        part=part,
    )


def mention_of(token: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the mention that a noun stands for: its own, its doer's, that of its `of` phrase, or its owner's.

    "A number of officials" is the officials; "a British tanker" falls to the British; "an attack by rebels" to them.
    """
    own = resolution.headed_by(token.i)
    if own:
        return own
    phrases = children(token, "nmod")
    for inner in (
        *[t for t in phrases if case_of(t) == "by"],
        *[t for t in phrases if case_of(t) == "of"],
        *children(token, "nmod:poss", "amod", "compound", "nmod:desc", "appos", "flat", "nummod"),
        *[t for t in phrases if case_of(t) in {"in", "from", "for"}],
    ):
        found = resolution.headed_by(inner.i)
        if found:
            return found
    return _of_place(token, resolution)


def _of_place(token: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the place that a noun is, or lies in, as a mention of nobody in its country ("the airport in Mezzeh")."""
    reach = range(token.left_edge.i, token.right_edge.i + 1)
    place = next((p for p in resolution.places if p.first in reach and p.country and not p.metonym), None)
    if place is None:
        return None
    return ResolvedMention(first=place.first, last=place.last, head=token.i, form=Form.NAME, country=place.country)


def _frame(token: Token, act: Act) -> Frame:
    if act.entry:
        return act.entry.frame
    return VERB_FRAME if token.pos_ == "VERB" else NOUN_FRAME


def _outermost(scored: Sequence[_Scored]) -> list[_Scored]:
    """Of nested mentions keep the better one; on a tie the outer one, which names the party more fully."""
    kept: list[_Scored] = []
    for item in sorted(scored, key=lambda s: (-round(s.score, 1), s.mention.first - s.mention.last)):
        if all(item.mention.last <= k.mention.first or k.mention.last <= item.mention.first for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda s: s.mention.first)


def _divide(scored: Sequence[_Scored]) -> dict[str, list[_Scored]]:
    sides = {role: [s for s in scored if s.role == role] for role in (SOURCE, TARGET, OTHER)}
    best = {role: max((s.score for s in side), default=0.0) for role, side in sides.items()}
    return {role: [s for s in side if s.score > NEXT_BEST * best[role]] for role, side in sides.items()}
