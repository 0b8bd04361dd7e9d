"""Who did it and to whom: the reader's roles, and what the frame of the word adds to them.

The reader marks the words of each party; the frame of the lexicon says where grammar puts the parties of such a word.
On sentences that neither had seen, what else grammar might forbid (a noun that only tells of the act, one of a clause
beside it) said nothing more once the reader had spoken (docs/decisions/0012).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.code.mentions import mention_of, party, unknown
from demarche.code.pairs import PAIR, joined_peoples, listed_behind, meant, paired, without_repeats
from demarche.code.slots import SOURCE, TARGET, framed
from demarche.code.syntax import (
    NOMINAL,
    PHRASAL,
    arguments,
    case_of,
    children,
    first_listed,
    is_listed,
    is_reciprocal,
    with_conjuncts,
)
from demarche.codebook.lexicon import Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.code.acts import Act
    from demarche.record import Party
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["Parties", "PartyFinder"]

OTHER = "other"

# Set together on our held-out sentences and the annotated articles (docs/decisions/0012); do not tune one alone.
MODEL_ROLE = 1.2
"""What the model's probability of the role is worth."""
FRAME_BONUS = 0.25
"""What it is worth that a mention fills the slot which the frame names."""
FRAMED_FLOOR = 0.35
"""Joint score from which a mention is taken as a party that fills a slot of the frame."""
UNFRAMED_FLOORS = {SOURCE: 0.6, TARGET: 0.45, OTHER: 0.3}
"""Joint score from which a mention that fills no slot of the frame is taken as a party, by side."""
MARKED_FLOOR = 0.5
"""Model's probability from which a noun stands on a side on which nobody else does."""
NEXT_BEST = 0.65
"""Share of the best score of a side that a further party of that side must reach."""

ROLES = (SOURCE, TARGET, OTHER)
ABROAD = frozenset({EventType.MOBILIZE, EventType.RETREAT, EventType.CONCEDE})
"""Types of act that are done towards another side."""
OF_DEEDS = frozenset({EventType.CONCEDE, EventType.AGREE, EventType.THREATEN, EventType.REJECT})
"""Types of act that speak of a deed to come, or not to come, by the one who speaks."""
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, (EventType.RETREAT, "ceasefire")})
"""Types of act, or a mode of one, that several do with each other where the text names nobody else."""
BONDS = frozenset("tie relation relationship link contact friendship cooperation feud dispute row".split())
"""What two parties have with each other: who restores or cuts it together does so to the other."""
BETWEEN = Slot(relation="nmod", prepositions=("between",))
MEDIATORS = frozenset({"through", "via"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties of an act, each side in the order of the text; a side that the text leaves open is empty."""

    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """A mention on the side that it fits best; `framed` says whether grammar puts it there."""

    mention: ResolvedMention
    role: str
    score: float
    framed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """An act with its word, the sides on which the frame puts mentions, and the model's roles of every word."""

    act: Act
    token: Token
    slots: Mapping[ResolvedMention, str]
    roles: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFinder:
    """Finds the parties of the acts of one sentence among its mentions; `acts` are all acts of the sentence."""

    reading: Reading
    sentence: ReadSentence
    resolution: Resolution
    acts: Mapping[int, Act]

    def find(self, act: Act) -> Parties:
        """Return the parties of an act; what it leaves open is filled from the other words that tell the same act."""
        found = self._find(act)
        for twin in act.twins if not (found.sources and found.targets) else ():
            other = self._find(twin)
            sources = found.sources or _unlike(other.sources, found.targets)
            found = replace(found, sources=sources, targets=found.targets or _unlike(other.targets, sources))
        return found if found.targets or act.type not in OF_DEEDS else self._as_in_deed(act, found)

    def _as_in_deed(self, act: Act, found: Parties) -> Parties:
        """Give an act that speaks of a deed of the same doer the targets of that deed ("willing to leave Lebanon")."""
        deeds = [self.acts[t.i] for t in children(self.reading.doc[act.head], "xcomp") if t.i in self.acts]
        targets = self._find(deeds[0]).targets if deeds else ()
        return replace(found, targets=_across(act.type, found.sources, targets))

    def _find(self, act: Act) -> Parties:
        token = self.reading.doc[act.head]
        slots = framed(token, act, self.resolution)
        roles = self.sentence.reading.roles(act.head - self.sentence.first).tolist()
        scene = _Scene(act=act, token=token, slots=slots, roles=roles)
        sides = self._even_out(act, token, _divide(self._apart(_outermost(self._scored(scene))), token))
        sources = self._parties(sides[SOURCE]) or self._marked(scene, SOURCE)
        targets = _across(act.type, sources, self._parties(sides[TARGET]))
        return Parties(
            sources=sources,
            targets=targets or _unlike(self._marked(scene, TARGET), sources),
            others=self._parties(sides[OTHER]),
        )

    def _marked(self, scene: _Scene, side: str) -> tuple[Party, ...]:
        """Return whom the model alone puts on a side on which nobody else stands: any noun that it likely marks."""
        column = 1 + ROLES.index(side)
        rows = enumerate(scene.roles, start=self.sentence.first)
        marked = {i for i, row in rows if row[column] >= MARKED_FLOOR and not scene.act.first <= i < scene.act.last}
        words = (self.reading.doc[i] for i in sorted(marked))
        tops = [t for t in words if is_listed(t) or t.head.i not in marked or t.dep_ not in PHRASAL]
        found = [mention_of(t, self.resolution) or unknown(t) for t in tops if t.pos_ in NOMINAL]
        once = without_repeats(list(dict.fromkeys(found)), self.reading.doc)
        return tuple(party(self.reading, m, self.resolution) for m in once)

    def _parties(self, side: Sequence[_Scored]) -> tuple[Party, ...]:
        once = without_repeats([s.mention for s in side], self.reading.doc)
        parties = (party(self.reading, s.mention, self.resolution, self._part(s)) for s in side if s.mention in once)
        return tuple({(p.mention, p.country): p for p in parties}.values())

    def _part(self, scored: _Scored) -> str | None:
        if scored.role != OTHER:
            return None
        return "mediator" if case_of(self.reading.doc[scored.mention.head]) in MEDIATORS else "other"

    def _candidates(self, scene: _Scene) -> Iterator[ResolvedMention]:
        """Yield the mentions around a trigger, and those outside the sentence that fill a slot of its frame.

        Those inside a mention that fills a slot are not apart from it; one that holds the trigger is no party of it.
        """
        act, slots = scene.act, scene.slots
        named = tuple(self.resolution.within(self.sentence.first, self.sentence.last))
        inside = {i for m in slots for i in range(m.first, m.last)}
        apart = (m for m in named if m in slots or m.members or m.first not in inside)
        for mention in (*apart, *(m for m in slots if m not in named)):
            if not mention.first <= act.head < mention.last or mention.nested:
                yield mention

    def _scored(self, scene: _Scene) -> list[_Scored]:
        """Give each mention its best role, if the score reaches the floor; coordinated mentions share one role."""
        lists: dict[int, list[tuple[ResolvedMention, Mapping[str, float]]]] = defaultdict(list)
        for mention in self._candidates(scene):
            lists[self._list_head(mention)].append((mention, self._chances(scene, mention)))
        out: list[_Scored] = []
        for members in lists.values():
            joint = {role: max(chances[role] for _, chances in members) for role in ROLES}
            role = max(joint, key=lambda r: joint[r])
            framed = any(scene.slots.get(mention) == role for mention, _ in members)
            if joint[role] >= (FRAMED_FLOOR if framed else UNFRAMED_FLOORS[role]):
                out += [_Scored(mention=m, role=role, score=joint[role], framed=framed) for m, _ in members]
        return out

    def _list_head(self, mention: ResolvedMention) -> int:
        """Return the first head of the list that a mention stands in; a nested mention is a list of its own."""
        return -mention.first - 1 if mention.nested else first_listed(self.reading.doc[mention.head]).i

    def _chances(self, scene: _Scene, mention: ResolvedMention) -> Mapping[str, float]:
        """Weigh the model's roles of a mention's words and the side on which the frame puts it."""
        words = scene.roles[max(0, mention.first - self.sentence.first) : mention.last - self.sentence.first]
        _, *model = map(max, zip(*words, strict=True))
        framed = scene.slots.get(mention)
        return {
            role: MODEL_ROLE * chance + (FRAME_BONUS if framed == role else 0.0)
            for role, chance in zip(ROLES, model, strict=True)
        }

    def _even_out(self, act: Act, token: Token, sides: dict[str, list[_Scored]]) -> dict[str, list[_Scored]]:
        """Of parties under one `between`, or that do alone what takes two, the first acts upon the others.

        Who stands alone under `between` has nobody else across, for the text names the others there.
        """
        pairs = (self._between(token), paired(token, self.resolution), self._among(act, token, sides))
        pair = next((p for p in pairs if len(p) >= PAIR), pairs[0] or None)
        if pair is None:
            return sides
        made = [_Scored(mention=m, role=SOURCE, score=1.0) for m in pair]
        return {SOURCE: made[:1], TARGET: made[1:], OTHER: [s for s in sides[OTHER] if s.mention not in pair]}

    def _between(self, token: Token) -> list[ResolvedMention]:
        heads = with_conjuncts(arguments(token, BETWEEN)[:1])
        named = [m for t in heads if (m := mention_of(t, self.resolution))]
        listed = [m for n in named for m in (n, *listed_behind(n, self.reading.doc, self.resolution))]
        return list(dict.fromkeys(m for n in listed for m in meant(n, self.resolution)))

    def _apart(self, scored: Sequence[_Scored]) -> list[_Scored]:
        """Put the peoples that one noun joins in its place ("Iranian and Iraqi officials")."""
        out: list[_Scored] = []
        for item in scored:
            peoples = joined_peoples(self.reading.doc[item.mention.head], item.mention, self.resolution)
            out += [replace(item, mention=m) for m in peoples] or [item]
        return out

    def _among(self, act: Act, token: Token, sides: Mapping[str, Sequence[_Scored]]) -> list[ResolvedMention]:
        """Return the doers of what takes two ("Iran and Iraq agreed", "Iran and Iraq restored ties")."""
        bond = any(t.lemma_.lower() in BONDS for t in children(token, "obj")) or is_reciprocal(token)
        known = {s.mention.actor for s in sides[SOURCE] if s.mention.actor}
        across = [s for s in sides[TARGET] if s.mention.actor not in known]
        if (sides[SOURCE] and across) or not (bond or (act.type, act.mode) in MUTUAL or act.type in MUTUAL):
            return []
        doers = [s.mention for s in (*sides[SOURCE], *sides[TARGET])]
        return doers if len({m.country or m.actor for m in doers}) > 1 else []


def _across(type_: EventType, sources: Sequence[Party], targets: Sequence[Party]) -> tuple[Party, ...]:
    """Return the targets without the doer himself, and those of his own side only where there are no others.

    What a side moves, gives up or stands up is its own: there its own side is never across.
    """
    doers, own = {p.actor for p in sources if p.actor}, {p.country for p in sources if p.country}
    others = tuple(p for p in targets if p.actor not in doers)
    far = tuple(p for p in others if p.country not in own)
    return far or (() if type_ in ABROAD else others)


def _unlike(parties: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties that do not stand among the others."""
    actors, words = {o.actor for o in others if o.actor}, {o.mention for o in others}
    return tuple(p for p in parties if p.actor not in actors and p.mention not in words)


def _outermost(scored: Sequence[_Scored]) -> list[_Scored]:
    """Of nested mentions keep the better one; on a tie the outer one, which names the party more fully."""
    kept: list[_Scored] = []
    for item in sorted(scored, key=lambda s: (-round(s.score, 1), s.mention.first - s.mention.last)):
        if all(_is_apart(item.mention, k.mention) for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda s: s.mention.first)


def _is_apart(one: ResolvedMention, other: ResolvedMention) -> bool:
    """Whether two mentions share no words, or stand for several whom the same words mean ("both countries")."""
    together = bool(one.members) and one.members == other.members and one.first == other.first
    return together or one.last <= other.first or other.last <= one.first


def _divide(scored: Sequence[_Scored], token: Token) -> dict[str, list[_Scored]]:
    """Return each side with those who come near enough to its best."""
    sides = {role: [s for s in scored if s.role == role] for role in (SOURCE, TARGET, OTHER)}
    for role in (SOURCE, TARGET) if token.pos_ == "VERB" else (SOURCE,):
        sides[role] = _as_framed(sides[role])
    best = {role: max((s.score for s in side), default=0.0) for role, side in sides.items()}
    return {role: [s for s in side if s.score > NEXT_BEST * best[role]] for role, side in sides.items()}


def _as_framed(side: Sequence[_Scored]) -> list[_Scored]:
    """Return those whom grammar puts on a side, if there are any, and those of whom the model is surer."""
    best = max((s.score for s in side if s.framed), default=0.0)
    return [s for s in side if s.framed or s.score > best]
