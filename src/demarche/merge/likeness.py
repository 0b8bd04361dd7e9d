"""How alike two reports are: one score in [0, 1] with the signs that make it, for and against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import fsum, log, sqrt
from typing import Self

from demarche.merge.observation import LIGHT, Figure, Observation
from demarche.record import Basis, EventType, Status

__all__ = ["FAMILY", "JOIN", "Likeness", "Scale", "speaking"]

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
SAME_DAY, MAYBE_DAY, WIDE_DAY, OPEN_DAY, NEXT_DAY = 0.14, 0.08, 0.08, -0.08, -0.25
CODE_LEAST = 0.3
"""Share of a side's weight that a code has which every report has, where no actor is the same."""
BESIDE, OTHER_TRIGGER = -0.80, -0.10
"""Two reports without a word of their triggers in common: where the word of one stands in the other's sentence, that
sentence tells of both acts, and they are two."""
SAME_VISIT = 0.10
"""A visit is told by many words: who leaves for a country, is flown there and arrives makes one."""
SAME_TRIGGER, RARE_TRIGGER, WORDS = 0.24, 0.16, 0.40
FEW_TELLINGS = 20.0
"""Reports of a store with a word as their trigger, up to which the word counts in full."""
SAME_FIGURE, OTHER_FIGURE, OWN_OTHER_FIGURE = 0.14, -0.06, -0.60
"""Two articles count the dead of one attack differently; one article with two counts tells of two attacks."""
SAME_PLACE, OTHER_PLACE = 0.08, -0.10
SAME_ISSUE = 0.05
SAME_ARTICLE, FEW_REPORTS = 0.15, 40
"""An article comes back to its acts in other words; two articles on the same sides need not tell of one act. One that
tells more than so many tells of several acts of a kind, and comes back to each the less."""
OTHER_SIDE = -0.25
"""The side is known in both reports, and nobody stands on it in both."""
OTHER_PAIR = -0.30
"""Both sides are known in both reports, and neither is the same: a coder errs on one side more often than on two."""
OTHER_PEOPLE = -0.15
"""Two contacts between the same two sides, and nobody has part in both: ministers meet while presidents telephone."""
OTHER_STATUS = -0.12
SUPPOSED = -0.20
"""What is planned or supposed is told again when it is done, mostly with other certainty in between."""
WORDS_FULL, WORDS_LEAST, NO_WORDS = 0.42, 0.12, -0.10
"""Share of the poorer sentence's content in the richer one from which the words speak in full, and under which they
speak against: the same sides do the same kind of thing every day."""

SAME_STORY, OTHER_STORY = 0.20, -0.25
STORY_FULL, STORY_LEAST = 0.26, 0.14
"""Likeness of two articles from which they are on one story, and under which on different ones: of the pairs in a
dossier on one matter, one in a hundred is above the first, and five in six are below the second."""

LEAST_CONTENT = 8
"""Stems that a sentence is taken to have at least: two in common out of three prove nothing."""

WIDE, OPEN = 9, 100
"""Days beyond which an interval says little, and beyond which nothing: acts of a kind come again in a season."""


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
class Stories:
    """How alike the voices of a store are: the cosine of the stems of all they report, rare ones counting more."""

    stems: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]
    masses: Mapping[str, float]
    known: dict[tuple[str, str], float]

    @classmethod
    def of(cls, reports: Iterable[Observation]) -> Self:
        """Count the stems of all voices; a stem weighs log(1 + N / n), where n of N have it."""
        stems: dict[str, frozenset[str]] = defaultdict(frozenset)
        for one in reports:
            stems[one.voice] |= one.content
        counts = Counter(chain.from_iterable(stems.values()))
        rarity = {stem: log(1 + len(stems) / n) for stem, n in counts.items()}
        masses = {n: _mass(s, rarity) for n, s in stems.items()}
        return cls(stems=stems, rarity=rarity, masses=masses, known={})

    def likeness(self, a: str, b: str) -> float:
        """Return the likeness of two voices, in [0, 1]."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self.known:
            common = _mass(self.stems[a] & self.stems[b], self.rarity)
            self.known[pair] = common / max(sqrt(self.masses[a] * self.masses[b]), 1e-9)
        return self.known[pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Weighs reports of one store: `rarity` says how much a stem tells, by how few reports have it.

    `triggers` says how many reports have a stem in their trigger, `reports` how many an article tells. Of the words one
    article of each voice is counted, so that a copy changes nothing.
    """

    rarity: Mapping[str, float]
    rarest: float
    typical: float
    masses: Mapping[str, float]
    triggers: Mapping[str, int]
    codes: Mapping[str, float]
    reports: Mapping[str, int]
    stories: Stories

    @classmethod
    def of(cls, reports: Collection[Observation]) -> Self:
        """Count the stems of all reports; a stem weighs log(1 + N / n), where n of N have it."""
        heard = speaking(reports)
        counts = Counter(stem for one in heard for stem in one.content | one.trigger_stem)
        rarest = log(1 + max(1, len(heard)))
        rarity = {stem: log(1 + len(heard) / n) for stem, n in sorted(counts.items())}
        return cls(
            rarity=rarity,
            rarest=rarest,
            typical=LEAST_CONTENT * sum(rarity.values()) / max(1, len(rarity)) / 2,
            masses={one.key: _mass(one.told, rarity, rarest) for one in reports},
            triggers=Counter(stem for one in heard for stem in one.trigger_stem),
            codes=_rarity(code for one in heard for code in one.codes),
            reports=Counter(one.article for one in reports),
            stories=Stories.of(heard),
        )

    def share(self, a: Observation, b: Observation) -> float:
        """Return the part of the poorer sentence's content that is in the richer one, rare stems counting more."""
        both = _mass(a.told & b.told, self.rarity, self.rarest)
        return both / max(min(self.masses[a.key], self.masses[b.key]), self.typical, 1e-9)

    def weigh(self, a: Observation, b: Observation) -> Likeness:
        """Weigh two reports; the order of the two does not matter."""
        if not self._comparable(a, b):
            return Likeness(score=0.0)
        signs = [_type(a, b), *self._parties(a, b), _time(a, b), self._trigger(a, b), self._words(a, b)]
        signs += [*_figures(a, b), _place(a, b), _issue(a, b), _status(a, b), self._article(a, b)]
        told = sorted((s for s in signs if s[0]), key=lambda s: -abs(s[0]))
        score = sum(s[0] for s in told)
        return Likeness(score=round(min(max(score, 0.0), 1.0), 3), why=tuple(f"{s[1]} {s[0]:+.2f}" for s in told))

    def _comparable(self, a: Observation, b: Observation) -> bool:
        """Whether both can be one act: of one family of types, or told by one word, which readers type differently."""
        akin = FAMILY[a.type] == FAMILY[b.type] or bool(_same_trigger(a, b))
        return akin and _status_fits(a, b) and not _one_sentence(a, b)

    def _words(self, a: Observation, b: Observation) -> Sign:
        """Weigh the words of the sentences; where only those of the triggers are in both, that has been counted."""
        share = self.share(a, b)
        if share < WORDS_LEAST:
            return round(NO_WORDS * (1 - share / WORDS_LEAST), 3), "hardly a word in both"
        if a.told & b.told <= _same_trigger(a, b):
            return 0.0, ""
        part = min(1.0, (share - WORDS_LEAST) / (WORDS_FULL - WORDS_LEAST))
        return round(WORDS * part, 3), f"{share:.0%} of the words in both"

    def _parties(self, a: Observation, b: Observation) -> list[Sign]:
        (source, target), (other_source, other_target) = _sides(a), _sides(b)
        straight = [
            self._side(source, other_source, SOURCES, "acting"),
            self._side(target, other_target, TARGETS, "acted on"),
        ]
        turned = [
            self._side(source, other_target, SOURCES, "taking part"),
            self._side(target, other_source, TARGETS, "taking part"),
        ]
        mutual = a.type is b.type and a.type in MUTUAL
        best = max((straight, turned) if mutual else (straight,), key=lambda signs: sum(s[0] for s in signs))
        common = a.keys & b.keys
        share = len(common) / max(1, min(len(a.keys), len(b.keys)))
        if all(weight == OTHER_SIDE for weight, _ in best):
            return [*best, (OTHER_PAIR, "both sides are others")]
        known = source.keys and target.keys and other_source.keys and other_target.keys
        if mutual and a.type is EventType.CONSULT and known and not common:
            return [*best, (OTHER_PEOPLE, "between other people")]
        return [*best, (round(SAME_ACTORS * share, 3), "same actors")]

    def _side(self, a: _Side, b: _Side, weight: float, part: str) -> Sign:
        """Compare by codes; by names where one side has no code, and then only for it: a name has many forms.

        A code that is on every second side tells less than one on a few.
        """
        if not a.codes or not b.codes:
            named = sorted(a.keys & b.keys)
            return (weight, f"{named[0].partition('/')[0]} {part} in both") if named else (0.0, "")
        common = sorted(a.codes & b.codes)
        if not common:
            return OTHER_SIDE, f"{'/'.join(sorted(a.codes))} and {'/'.join(sorted(b.codes))} {part}"
        if a.keys.isdisjoint(b.keys):
            weight *= CODE_LEAST + (1 - CODE_LEAST) * max(self.codes.get(code, 1.0) for code in common)
        return round(weight, 3), f"{'/'.join(common)} {part} in both"

    def _article(self, a: Observation, b: Observation) -> Sign:
        if a.article == b.article:
            return round(SAME_ARTICLE * min(1.0, FEW_REPORTS / self.reports[a.article]), 3), "one article"
        return _story(self.stories.likeness(a.voice, b.voice))

    def _trigger(self, a: Observation, b: Observation) -> Sign:
        """Weigh a common word of the triggers: "urged" is in every second request and tells little.

        A word that brings up a handful of reports tells of one act, one that brings up hundreds of many.
        """
        same = _same_trigger(a, b)
        if not same:
            if a.mode == b.mode == VISIT and a.source_keys & b.source_keys:
                return SAME_VISIT, "both of one visitor"
            if a.trigger_stem & b.content or b.trigger_stem & a.content:
                return BESIDE, "the word of the one stands beside that of the other"
            return OTHER_TRIGGER, "other words for the act"
        rare = max(self.rarity.get(stem, self.rarest) for stem in same) / self.rarest
        few = min(1.0, FEW_TELLINGS / max(1, min(self.triggers.get(stem, 1) for stem in same)))
        return round(SAME_TRIGGER * few + RARE_TRIGGER * rare, 3), f"'{min(a.trigger, b.trigger)}' in both"


def speaking(reports: Collection[Observation]) -> list[Observation]:
    """Return the reports of one article of each voice: of the one that the voice is named after, else of the first."""
    speaker: dict[str, str] = {}
    for one in sorted(reports, key=lambda one: (one.article != one.voice, one.article)):
        speaker.setdefault(one.voice, one.article)
    return [one for one in reports if one.article == speaker[one.voice]]


def _rarity(items: Iterable[str]) -> Mapping[str, float]:
    """Return how much each item tells, in (0, 1]: log(1 + N / n), where n of N are it, as a share of the most."""
    counts = Counter(items)
    total = sum(counts.values())
    return {item: log(1 + total / n) / log(1 + total) for item, n in counts.items()}


def _mass(stems: frozenset[str], rarity: Mapping[str, float], unheard: float = 0.0) -> float:
    """Return what stems weigh together; those that only copies have weigh as much as one says."""
    return fsum(rarity.get(stem, unheard) for stem in stems)


def _same_trigger(a: Observation, b: Observation) -> frozenset[str]:
    return (a.trigger_stem & b.trigger_stem) - a.names - b.names - LIGHT


def _one_sentence(a: Observation, b: Observation) -> bool:
    """Two acts that one sentence tells apart are two acts."""
    return a.article == b.article and a.sentence_start == b.sentence_start


def _type(a: Observation, b: Observation) -> Sign:
    if a.type is b.type:
        return SAME_TYPE, f"both {a.type.value}"
    return OTHER_TYPE, " and ".join(sorted((a.type.value, b.type.value)))


def _issue(a: Observation, b: Observation) -> Sign:
    return (SAME_ISSUE, f"both on {a.issue}") if a.issue and a.issue == b.issue else (0.0, "")


def _story(share: float) -> Sign:
    if share < STORY_LEAST:
        return round(OTHER_STORY * (1 - share / STORY_LEAST), 3), "articles on other things"
    part = min(1.0, (share - STORY_LEAST) / (STORY_FULL - STORY_LEAST))
    return round(SAME_STORY * part, 3), f"articles {share:.0%} alike"


def _status(a: Observation, b: Observation) -> Sign:
    if a.status.is_deed == b.status.is_deed:
        return 0.0, ""
    if Status.HYPOTHETICAL in {a.status, b.status}:
        return SUPPOSED, " against ".join(sorted((a.status.value, b.status.value)))
    return OTHER_STATUS, " against ".join(sorted((a.status.value, b.status.value)))


VISIT = "visit"
MUTUAL = {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE}
LOOSE = {Status.PLANNED, Status.PROPOSED, Status.THREATENED, Status.HYPOTHETICAL}
SOFT = {Status.PLANNED, Status.HYPOTHETICAL}
"""What may be told as done by another article; what is proposed or threatened is an act of words of its own."""


def _status_fits(a: Observation, b: Observation) -> bool:
    """Deeds meet deeds and their denials; what is only spoken of meets its like, and a plan the deed."""
    if (a.status in LOOSE) == (b.status in LOOSE):
        return True
    plans = {a.status, b.status} & LOOSE
    if plans <= SOFT:
        return a.article != b.article
    return plans == {Status.THREATENED} and a.basis is Basis.SAID is b.basis and a.first == b.first


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


def _time(a: Observation, b: Observation) -> Sign:
    """Weigh the days; what is news on one day, and again on another, may be two acts as well as one."""
    mine, other = a.days, b.days
    if a.basis is Basis.PUBLISHED is b.basis and a.first != b.first:
        return 0.0, ""
    if mine.fixed and other.fixed:
        return (SAME_DAY, f"both on {a.first}") if a.first == b.first else (NEXT_DAY, "a day apart")
    span, same = max(mine.span, other.span), bool(a.first) and (a.first, a.last) == (b.first, b.last)
    if span > OPEN and not same and a.published and b.published:
        return OPEN_DAY, "the days are open"
    if span > WIDE:
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
