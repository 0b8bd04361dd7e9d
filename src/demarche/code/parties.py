"""Who did it and to whom: the frame of the lexicon and the model's roles, weighed together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.code.across import across, unlikely_at_protests
from demarche.code.mentions import mention_of, nameless, party
from demarche.code.pairs import PAIR, joined_peoples, listed_behind, meant, paired, without_repeats
from demarche.code.reach import (
    REPORTING,
    climbing,
    doing_about,
    is_aside,
    is_below,
    is_beside,
    is_reason,
    is_told_above,
    is_within_reach,
)
from demarche.code.slots import SOURCE, TARGET, Slots, givers, suffering, unnamed, unnamed_fallen
from demarche.code.syntax import (
    arguments,
    case_of,
    children,
    first_listed,
    is_attribute,
    is_part_of,
    is_passive,
    is_raised,
    is_reciprocal,
    objects,
    subjects,
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

# Calibrated together on the development articles (docs/evaluation.md names the run); do not tune one alone.
FRAME_BONUS = 0.25
"""What it is worth that a mention fills the slot which the frame names."""
SUFFERER_BONUS = 1.0
"""What it is worth that a mention is said to face the act or to be its target, or does it under `by`."""
MODEL_ROLE = 1.2
"""What the model's probability of the role is worth."""
ROLE_FLOOR = 0.06
"""Joint score from which a mention is taken as a party."""
UNFRAMED_FLOOR = 0.3
"""Joint score from which a mention that fills no slot of the frame is taken as a party."""
OUTSIDE_FLOOR = 0.8
"""Joint score from which a mention outside the phrase of a noun is taken as a party of what the noun names."""
NEXT_BEST = 0.65
"""Share of the best score of a side that a further party of that side must reach."""

TOLD_ABOVE = 0.3
"""What is left of the chance of who only tells of an act, or is told of it."""
UNNAMED_FLOOR = 0.5
"""Joint score that a source needs where the clause does not name its doer, or names somebody whom nobody knows."""

OTHER = "other"
PLACELESS = frozenset({EventType.ASSAULT, EventType.CONSULT, EventType.PROTEST, EventType.REQUEST, EventType.SUPPORT})
"""Types of act that do not fall on the place where they are done."""
DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE})
"""Types of act whose noun does not fall on who only does something about it ("Oman will pursue an end to the war")."""
ABOUT_DEEDS = frozenset({EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.CONSULT})
"""Types of act that are done with words, which may be about the deeds of others."""
COMPARING = frozenset({"like", "unlike", "than"})
OWNING = frozenset({"claim", "admit", "acknowledge", "confess", "deny"})
"""Verbs of those who say whether a deed was theirs ("claimed responsibility for the raid")."""
DOER = Slot(relation="subj")
OF_DEEDS = frozenset({EventType.CONCEDE, EventType.AGREE, EventType.THREATEN, EventType.REJECT})
"""Types of act that speak of a deed to come, or not to come, by the one who speaks."""
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, (EventType.RETREAT, "ceasefire")})
"""Types of act, or a mode of one, that several do with each other where the text names nobody else."""
BONDS = frozenset("tie relation relationship link contact friendship cooperation feud dispute row".split())
"""What two parties have with each other: who restores or cuts it together does so to the other."""
BETWEEN = Slot(relation="nmod", prepositions=("between",))
MEDIATORS = frozenset({"through", "via"})
FILLING = frozenset("sweep rock grip engulf hit roil shake convulse fill flood paralyze paralyse".split())
"""Verbs of what unrest does to a place."""
WHERE = frozenset("in near at outside inside around across throughout".split())
"""Prepositions of the place where an act is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties of an act, each side in the order of the text; a side that the text leaves open is empty."""

    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """A mention on the side that it fits best; `framed` says whether grammar puts it there."""

    mention: ResolvedMention
    role: str
    score: float
    framed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What holds of an act and of its word, whichever mention is weighed.

    `slots` are the sides on which the frame puts mentions, `owners` those whom grammar lets do it.
    `suffered` acts are not done by who stands in the place of their target; those `undone` leave their doer open, and
    the doer of those `unknown` is somebody whom nobody knows ("someone said").
    """

    act: Act
    token: Token
    slots: Mapping[ResolvedMention, str]
    roles: Sequence[Sequence[float]]
    bonus: float
    owners: Sequence[Token]
    suffered: bool
    undone: bool
    unknown: bool
    lost: Sequence[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFinder:
    """Finds the parties of the acts of one sentence among its mentions; `acts` are all acts of the sentence."""

    reading: Reading
    sentence: ReadSentence
    resolution: Resolution
    acts: Mapping[int, Act]

    @property
    def _slots(self) -> Slots:
        return Slots(resolution=self.resolution, acts=self.acts)

    def find(self, act: Act) -> Parties:
        """Return the parties of an act; a side that it leaves open is filled from the other words that tell the act."""
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
        return replace(found, targets=self._across(act, found.sources, targets))

    def _find(self, act: Act) -> Parties:
        token = self.reading.doc[act.head]
        scene = self._scene(act, token)
        scored = self._scored(scene)
        sides = self._even_out(act, token, _divide(self._apart(_outermost(scored)), token))
        best = [max(s.score for s in side) for role, side in sides.items() if side and role != OTHER]
        sources = self._parties(sides[SOURCE])
        if act.type is EventType.ASSAULT and not sides[TARGET]:
            own = (t for t in scene.lost if first_listed(t).head == token)
            hit = (nameless(t, anything=t.i not in self.acts) for t in own)
            sides[TARGET] = [_Scored(mention=m, role=TARGET, score=ROLE_FLOOR) for m in hit if m]
        return Parties(
            sources=sources,
            targets=self._across(act, sources, self._parties(sides[TARGET])),
            others=self._parties(sides[OTHER]),
            score=min(1.0, sum(best) / 2),
        )

    def _across(self, act: Act, sources: Sequence[Party], targets: Sequence[Party]) -> tuple[Party, ...]:
        return across(act.type, sources, targets, self.reading, self.resolution)

    def _parties(self, side: Sequence[_Scored]) -> tuple[Party, ...]:
        once = without_repeats([s.mention for s in side], self.reading.doc)
        parties = (party(self.reading, s.mention, self.resolution, self._part(s)) for s in side if s.mention in once)
        return tuple({(p.mention, p.country): p for p in parties}.values())

    def _part(self, scored: _Scored) -> str | None:
        if scored.role != OTHER:
            return None
        return "mediator" if case_of(self.reading.doc[scored.mention.head]) in MEDIATORS else "other"

    def _scene(self, act: Act, token: Token) -> _Scene:
        doc, slots = self.reading.doc, self._slots.of(token, act)
        suffers, nobody, doers = suffering(token, act), unnamed(token, act), subjects(token)
        given = bool(suffers or givers(token, act))
        return _Scene(
            act=act,
            token=token,
            slots=slots,
            roles=self.sentence.reading.roles(act.head - self.sentence.first).tolist(),
            bonus=SUFFERER_BONUS if given or self._slots.named_before(token, act) else FRAME_BONUS,
            owners=[doc[m.head] for m, side in slots.items() if side == SOURCE],
            suffered=token.pos_ == "VERB" or token.dep_ == "aux" or given,
            undone=is_passive(token) and not doers,
            unknown=bool(nobody) and not any(mention_of(t, self.resolution) for t in doers),
            lost=unnamed_fallen(token, act, self.resolution),
        )

    def _candidates(self, act: Act, slots: Mapping[ResolvedMention, str]) -> Iterator[ResolvedMention]:
        """Yield the mentions around a trigger, none of which holds it, and places that fill a slot of its frame.

        Those inside a mention that fills a slot are not apart from it.
        """
        named = tuple(self.resolution.within(self.sentence.first, self.sentence.last))
        inside = {i for m in slots for i in range(m.first, m.last)}
        apart = (m for m in named if m in slots or m.members or m.first not in inside)
        for mention in (*apart, *(m for m in slots if m not in named)):
            if (not mention.first <= act.head < mention.last or mention.nested) and not self._is_topic(act, mention):
                yield mention

    def _whole(self, mention: ResolvedMention) -> ResolvedMention:
        """Return the mention of which a mention is only a word before the head ("Omani" in "the Omani people")."""
        above = self.reading.doc[mention.head].head
        whole = self.resolution.headed_by(above.i)
        return whole if whole and whole.first <= mention.first and mention.last <= above.i < whole.last else mention

    def _is_scene(self, mention: ResolvedMention) -> bool:
        """Whether a mention is a place where something is, or that it fills ("the streets of Cairo")."""
        word = first_listed(self.reading.doc[mention.head])
        where = case_of(word) in WHERE | {"of", "to"} or (word.dep_ == "obj" and word.head.lemma_.lower() in FILLING)
        places = (p for p in self.resolution.places if not p.metonym) if where else ()
        return any(p.first <= mention.head < p.last for p in places)

    def _is_topic(self, act: Act, mention: ResolvedMention) -> bool:
        """Whether a mention is only what a talk is about ("discussed the crisis in Syria")."""
        doc = self.reading.doc
        return act.type is EventType.CONSULT and is_raised(doc[mention.head], doc[act.head])

    def _scored(self, scene: _Scene) -> list[_Scored]:
        """Give each mention its best role, if the score reaches the floor; coordinated mentions share one role."""
        lists: dict[int, list[tuple[ResolvedMention, Mapping[str, float]]]] = defaultdict(list)
        for mention in self._candidates(scene.act, scene.slots):
            lists[self._list_head(mention)].append((mention, self._chances(scene, mention)))
        out: list[_Scored] = []
        for members in lists.values():
            joint = {role: max(chances[role] for _, chances in members) for role in (SOURCE, TARGET, OTHER)}
            role = max(joint, key=lambda r: joint[r])
            framed = any(scene.slots.get(mention) == role for mention, _ in members)
            if joint[role] >= (ROLE_FLOOR if framed or role == OTHER else self._floor(scene, members[0][0])):
                out += [_Scored(mention=m, role=role, score=joint[role], framed=framed) for m, _ in members]
        return out

    def _floor(self, scene: _Scene, mention: ResolvedMention) -> float:
        """Return the score that a mention must reach which fills no slot.

        Of what a noun names, those are parties who stand in its phrase or beside it under one verb; others only where
        the model is sure.
        """
        noun, word = scene.token, self.reading.doc[mention.head]
        far = noun.pos_ == "NOUN" and not is_within_reach(word, noun)
        return OUTSIDE_FLOOR if far else UNFRAMED_FLOOR

    def _list_head(self, mention: ResolvedMention) -> int:
        """Return the first head of the list that a mention stands in; a nested mention is a list of its own."""
        return -mention.first - 1 if mention.nested else first_listed(self.reading.doc[mention.head]).i

    def _chances(self, scene: _Scene, mention: ResolvedMention) -> Mapping[str, float]:
        """Weigh the model's roles of a mention's words and the side on which the frame puts it."""
        words = scene.roles[mention.first - self.sentence.first : mention.last - self.sentence.first]
        place = scene.slots.get(mention)
        word = self.reading.doc[mention.head]
        _, *model = map(max, zip(*words, strict=True))
        chances = {
            role: MODEL_ROLE * chance + (scene.bonus if place == role else 0.0)
            for role, chance in zip((SOURCE, TARGET, OTHER), model, strict=True)
        }
        if max(chances.values()) < ROLE_FLOOR:  # what follows only lowers them
            return chances
        if not place and is_told_above(word, scene.token):
            chances = {role: TOLD_ABOVE * chance for role, chance in chances.items()}
        barred = set(self._barred(scene, mention, place, chances))
        return {role: 0.0 if role in barred else chance for role, chance in chances.items()}

    def _barred(
        self, scene: _Scene, mention: ResolvedMention, place: str | None, chances: Mapping[str, float]
    ) -> Iterator[str]:
        """Yield the sides that grammar forbids: the agent of a verb does not suffer it, nor its sufferer do it."""
        act, token = scene.act, scene.token
        if act.type is EventType.PROTEST:
            yield from unlikely_at_protests(self._whole(mention), self.resolution)
            if self._is_scene(mention):
                yield from (TARGET,) if place == SOURCE else (SOURCE, TARGET)
        if place == SOURCE and (token.pos_ == "VERB" or act.type is EventType.PROTEST or scene.bonus == SUFFERER_BONUS):
            yield TARGET
        if act.mode == "resign" and case_of(first_listed(self.reading.doc[mention.head])) == "to":
            yield TARGET  # who is handed power did not press for it
        unnamed_doer = scene.undone or (scene.unknown and place is None)
        doubted = unnamed_doer and chances[SOURCE] < UNNAMED_FLOOR
        if (place == TARGET and scene.suffered) or doubted or self._slots.is_site(mention, token):
            yield SOURCE
        if is_attribute(token):
            yield SOURCE
            if not is_part_of(self.reading.doc[mention.head], token.head):
                yield TARGET
        if place is None:
            yield from self._barred_outside(scene, self.reading.doc[mention.head], chances)

    def _barred_outside(self, scene: _Scene, word: Token, chances: Mapping[str, float]) -> Iterator[str]:
        """Yield the sides on which nobody stands who fills no slot: where it was done is not who did it."""
        yield from self._barred_by_object(scene, word, chances)
        yield from self._barred_aside(scene, word)
        case = case_of(first_listed(word))
        if case in COMPARING:
            yield TARGET
        if case in WHERE:
            yield SOURCE
            if scene.act.type in PLACELESS or scene.act.mode == "disarm":
                yield TARGET
        if scene.token.pos_ != "NOUN":
            return
        if scene.act.type in DEEDS and self._is_spoken_of(scene.token, word):
            yield SOURCE
        if scene.act.type is not EventType.PROTEST and doing_about(word, scene.token):
            yield TARGET
            if any(owner.pos_ != "PRON" for owner in scene.owners):
                yield SOURCE

    @staticmethod
    def _barred_by_object(scene: _Scene, word: Token, chances: Mapping[str, float]) -> Iterator[str]:
        """Yield the sides that the object of a verb has, though nobody knows who it is, or though it is one's own."""
        elsewhere = not any(is_below(word, thing) for thing in scene.lost)
        if scene.lost and elsewhere and chances[TARGET] < UNNAMED_FLOOR:
            yield TARGET
            if chances[OTHER] < chances[TARGET]:
                yield OTHER
        if scene.act.type is EventType.MOBILIZE and word in objects(scene.token):
            yield TARGET

    @staticmethod
    def _barred_aside(scene: _Scene, word: Token) -> Iterator[str]:
        """Yield the sides on which nobody stands who does something else beside a deed or a protest."""
        crowd = scene.act.type is EventType.PROTEST
        told = scene.undone or (scene.token.pos_ == "NOUN" and (crowd or scene.act.type in DEEDS))
        if told and is_aside(word, scene.token):
            yield from (SOURCE, TARGET) if crowd else (SOURCE,)
        if crowd and is_beside(word, scene.token):
            yield TARGET
        if scene.undone and is_reason(scene.token, word):
            yield SOURCE

    def _is_spoken_of(self, deed: Token, word: Token) -> bool:
        """Whether a deed is only what the words of another are about ("his support for the raid", "said of the war").

        Who is praised or blamed for it, or owns to it, may have done it; who praises or blames has not.
        """
        for above in climbing(deed):
            act = self.acts.get(above.i)
            spoken = act.type in ABOUT_DEEDS if act else above.lemma_.lower() in REPORTING
            spoken = spoken and above.lemma_.lower() not in OWNING
            if is_below(word, above):
                return spoken and any(is_part_of(word, doer) for doer in arguments(above, DOER))
            if spoken:
                return True
        return False

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


def _unlike(parties: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties that do not stand among the others."""
    return tuple(p for p in parties if p.mention not in {o.mention for o in others})


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
