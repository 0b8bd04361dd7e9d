"""How alike two reports are: one score in [0, 1] with the signs that make it, for and against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import fsum, log
from typing import Self

from demarche.merge.observation import Figure, Observation
from demarche.record import Basis, EventType, Status

__all__ = ["FAMILY", "JOIN", "Likeness", "Scale"]

Sign = tuple[float, str]
"""What a sign adds to the score, and what it is."""

FAMILY = {
    EventType.AGREE: "agree",
    EventType.CONCEDE: "agree",
    EventType.SUPPORT: "agree",
    EventType.CONSULT: "consult",
    EventType.COOPERATE: "help",
    EventType.AID: "help",
    EventType.RETREAT: "retreat",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accuse",
    EventType.THREATEN: "accuse",
    EventType.REJECT: "reject",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "press",
    EventType.COERCE: "press",
    EventType.MOBILIZE: "force",
    EventType.ASSAULT: "force",
}
"""Types between which coders, and articles, waver for one act."""

# Weights by judgement on the development articles' event clusters (docs/explanation/strain.md tells how they fare).
JOIN = 0.58
"""Score from which two reports are taken to tell of one act."""
COHESION = 0.46
"""Mean score between two groups of reports from which the groups are taken to tell of one act."""
SAME_TYPE, OTHER_TYPE = 0.14, 0.06
SOURCES, TARGETS, SAME_ACTORS = 0.10, 0.10, 0.08
SAME_DAY, MAYBE_DAY, WIDE_DAY, NEXT_DAY = 0.14, 0.08, 0.08, -0.25
SAME_TRIGGER, RARE_TRIGGER, WORDS = 0.24, 0.16, 0.40
FEW_TELLINGS = 10.0
"""Reports of a store with a word as their trigger, up to which the word counts in full."""
SAME_FIGURE, OTHER_FIGURE, OWN_OTHER_FIGURE = 0.14, -0.06, -0.60
"""Two articles count the dead of one attack differently; one article with two counts tells of two attacks."""
SAME_PLACE, OTHER_PLACE = 0.08, -0.10
SAME_ISSUE = 0.05
SAME_ARTICLE = 0.15
"""An article comes back to its acts in other words; two articles on the same sides need not tell of one act."""
OTHER_SIDE = -0.25
"""The side is known in both reports, and nobody stands on it in both."""
OTHER_STATUS = -0.12
WORDS_FULL, WORDS_LEAST, NO_WORDS = 0.42, 0.12, -0.10
"""Share of the poorer sentence's content in the richer one from which the words speak in full, and under which they
speak against: the same sides do the same kind of thing every day."""

LEAST_CONTENT = 8
"""Stems that a sentence is taken to have at least: two in common out of three prove nothing."""

WIDE = 9
"""Days beyond which an interval says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The score of a pair, and why: the signs that count, strongest first."""

    score: float
    why: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        """Whether the pair is taken to tell of one act."""
        return self.score >= JOIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Weighs reports of one store: `rarity` says how much a stem tells, by how few reports have it.

    `triggers` says how many reports have a stem in their trigger.
    """

    rarity: Mapping[str, float]
    rarest: float
    typical: float
    masses: Mapping[str, float]
    triggers: Mapping[str, int]

    @classmethod
    def of(cls, reports: Collection[Observation]) -> Self:
        """Count the stems of all reports; a stem weighs log(1 + N / n), where n of N have it."""
        rows = {one.key: one.content | one.trigger_stem for one in reports}
        counts = Counter(stem for row in rows.values() for stem in row)
        rarity = {stem: log(1 + len(rows) / n) for stem, n in sorted(counts.items())}
        return cls(
            rarity=rarity,
            rarest=log(1 + max(1, len(rows))),
            typical=LEAST_CONTENT * sum(rarity.values()) / max(1, len(rarity)) / 2,
            masses={one.key: _mass(one.told, rarity) for one in reports},
            triggers=Counter(stem for one in reports for stem in one.trigger_stem),
        )

    def share(self, a: Observation, b: Observation) -> float:
        """Return the part of the poorer sentence's content that is in the richer one, rare stems counting more."""
        both = _mass(a.told & b.told, self.rarity)
        return both / max(min(self.masses[a.key], self.masses[b.key]), self.typical, 1e-9)

    def weigh(self, a: Observation, b: Observation) -> Likeness:
        """Weigh two reports; the order of the two does not matter."""
        if not self._comparable(a, b):
            return Likeness(score=0.0)
        signs = [_type(a, b), *_parties(a, b), _time(a, b), self._trigger(a, b), self._words(a, b)]
        signs += [*_figures(a, b), _place(a, b), _issue(a, b), _status(a, b), _article(a, b)]
        told = sorted((s for s in signs if s[0]), key=lambda s: -abs(s[0]))
        score = sum(s[0] for s in told)
        return Likeness(score=round(min(max(score, 0.0), 1.0), 3), why=tuple(f"{s[1]} {s[0]:+.2f}" for s in told))

    def _comparable(self, a: Observation, b: Observation) -> bool:
        """Whether both can be one act: of one family of types, or told by one word, which readers type differently."""
        akin = FAMILY[a.type] == FAMILY[b.type] or bool(_same_trigger(a, b))
        return akin and _status_fits(a, b) and not _one_sentence(a, b)

    def _words(self, a: Observation, b: Observation) -> Sign:
        share = self.share(a, b)
        if share < WORDS_LEAST:
            return round(NO_WORDS * (1 - share / WORDS_LEAST), 3), "hardly a word in both"
        part = min(1.0, (share - WORDS_LEAST) / (WORDS_FULL - WORDS_LEAST))
        return round(WORDS * part, 3), f"{share:.0%} of the words in both"

    def _trigger(self, a: Observation, b: Observation) -> Sign:
        """Weigh a common word of the triggers: "urged" is in every second request and tells little.

        A word that brings up a handful of reports tells of one act, one that brings up hundreds of many.
        """
        same = _same_trigger(a, b)
        if not same:
            return 0.0, ""
        rare = max(self.rarity.get(stem, self.rarest) for stem in same) / self.rarest
        few = min(1.0, FEW_TELLINGS / min(self.triggers[stem] for stem in same))
        return round(SAME_TRIGGER * few + RARE_TRIGGER * rare, 3), f"'{min(a.trigger, b.trigger)}' in both"


def _mass(stems: frozenset[str], rarity: Mapping[str, float]) -> float:
    return fsum(rarity[stem] for stem in stems)


def _same_trigger(a: Observation, b: Observation) -> frozenset[str]:
    return (a.trigger_stem & b.trigger_stem) - a.names - b.names


def _one_sentence(a: Observation, b: Observation) -> bool:
    """Two acts that one sentence tells apart are two acts."""
    return a.article == b.article and a.sentence_start == b.sentence_start


def _type(a: Observation, b: Observation) -> Sign:
    if a.type is b.type:
        return SAME_TYPE, f"both {a.type.value}"
    return OTHER_TYPE, " and ".join(sorted((a.type.value, b.type.value)))


def _issue(a: Observation, b: Observation) -> Sign:
    return (SAME_ISSUE, f"both on {a.issue}") if a.issue and a.issue == b.issue else (0.0, "")


def _article(a: Observation, b: Observation) -> Sign:
    return (SAME_ARTICLE, "one article") if a.article == b.article else (0.0, "")


def _status(a: Observation, b: Observation) -> Sign:
    if a.status.is_deed == b.status.is_deed:
        return 0.0, ""
    return OTHER_STATUS, " against ".join(sorted((a.status.value, b.status.value)))


LOOSE = {Status.PLANNED, Status.PROPOSED, Status.THREATENED, Status.HYPOTHETICAL}


def _status_fits(a: Observation, b: Observation) -> bool:
    """Deeds meet deeds and their denials; what is only spoken of meets its like, or a deed of the very day."""
    if (a.status in LOOSE) == (b.status in LOOSE):
        return True
    plans = {a.status, b.status} & LOOSE
    return plans <= {Status.PLANNED, Status.THREATENED} and a.basis is Basis.SAID is b.basis and a.first == b.first


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Who stands on a side: codes where they are known, and what names each."""

    codes: frozenset[str]
    keys: frozenset[str]


def _sides(one: Observation) -> tuple[_Side, _Side]:
    return (
        _Side(codes=one.source_codes, keys=one.source_keys),
        _Side(codes=one.target_codes, keys=one.target_keys),
    )


def _parties(a: Observation, b: Observation) -> list[Sign]:
    (source, target), (other_source, other_target) = _sides(a), _sides(b)
    straight = [_side(source, other_source, SOURCES, "acting"), _side(target, other_target, TARGETS, "acted on")]
    turned = [
        _side(source, other_target, SOURCES, "taking part"),
        _side(target, other_source, TARGETS, "taking part"),
    ]
    mutual = a.type is b.type and a.type in {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE}
    best = max((straight, turned) if mutual else (straight,), key=lambda signs: sum(s[0] for s in signs))
    common = a.keys & b.keys
    share = len(common) / max(1, min(len(a.keys), len(b.keys)))
    return [*best, (round(SAME_ACTORS * share, 3), "same actors")]


def _side(a: _Side, b: _Side, weight: float, part: str) -> Sign:
    """Compare by codes; by names where one side has no code, and then only for it: a name has many forms."""
    if not a.codes or not b.codes:
        named = sorted(a.keys & b.keys)
        return (weight, f"{named[0].partition('/')[0]} {part} in both") if named else (0.0, "")
    common = sorted(a.codes & b.codes)
    if not common:
        return OTHER_SIDE, f"{'/'.join(sorted(a.codes))} and {'/'.join(sorted(b.codes))} {part}"
    return weight, f"{'/'.join(common)} {part} in both"


def _time(a: Observation, b: Observation) -> Sign:
    mine, other = a.days, b.days
    if mine.fixed and other.fixed:
        return (SAME_DAY, f"both on {a.first}") if a.first == b.first else (NEXT_DAY, "a day apart")
    if max(mine.span, other.span) > WIDE:
        return WIDE_DAY, "the days are wide"
    return MAYBE_DAY, "the days allow it"


def _figures(a: Observation, b: Observation) -> list[Sign]:
    pairs = [(x, y) for x in a.figures for y in b.figures if _same_count(x, y)]
    if not pairs:
        return []
    equal = sorted({x.text for x, y in pairs if (x.low, x.high) == (y.low, y.high)})
    if equal:
        return [(SAME_FIGURE, f"'{equal[0]}' in both")]
    weight = OWN_OTHER_FIGURE if a.article == b.article else OTHER_FIGURE
    return [(weight, "other numbers of the same")]


def _same_count(x: Figure, y: Figure) -> bool:
    return x.of == y.of or not x.counted.isdisjoint(y.counted)


def _place(a: Observation, b: Observation) -> Sign:
    if not a.place or not b.place:
        return 0.0, ""
    if a.place == b.place:
        return SAME_PLACE, f"both in {a.place}"
    if a.place_country != b.place_country:
        return 2 * OTHER_PLACE, f"{a.place} against {b.place}"
    return OTHER_PLACE, f"{a.place} against {b.place}"
