"""Words as typed rows: acts, cues, issues, levers, media, stances, damage; each found by its lemma at once.

A phrase is written in lemmas, lower case, one blank between words, `#` for any number. Frames and needs follow
Universal Dependencies; `docs/reference/codebook.md` has the grammar and every code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, Self, TypeVar

from demarche.errors import CodebookError
from demarche.record import Certainty, DamageKind, EventType, Medium, SourceKind, Stance, Status

__all__ = [
    "ActEntry",
    "ActLexicon",
    "Cue",
    "CueFamily",
    "DamageLexicon",
    "DamagePair",
    "Discard",
    "Frame",
    "Issue",
    "LeverKind",
    "Lexicon",
    "Match",
    "MediumWord",
    "Need",
    "Pos",
    "Slot",
    "StanceEntry",
]

ANY_NUMBER = "#"
"""The word of a phrase that stands for a number, in digits or letters."""
ALONE = ""
"""In place of the second word of a phrase of one word."""

NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred "
    "several few many".split(),
)

PREPOSITIONS = frozenset(
    "about against along as at around before behind between by for from in into near of off on out_of outside over "
    "through to toward towards under upon with without after if unless until".split(),
)
"""The prepositions that frames and needs may name; `out_of` is written as one word."""

RELATIONS = frozenset({"subj", "obj", "iobj", "poss", "obl", "nmod", "xcomp", "ccomp"})
"""The relations that a slot may name; `obl` and `nmod` take prepositions after a colon."""

_HYPHEN = re.compile(r"(?<=\w)(-)(?=\w)")
_NUMBER = re.compile(r"\d[\d,.]*")


class Pos(StrEnum):
    """The part of speech of the head of an act phrase."""

    VERB = "verb"
    NOUN = "noun"
    ADJ = "adj"


class CueFamily(StrEnum):
    """What a cue tells about: a way of reporting, a kind of source, or the status of an act."""

    REPORT = "report"
    SOURCE = "source"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in the syntax around a trigger: a relation, its prepositions if any, then a further step from there.

    `obj.poss` is the possessor of the object; `obl:with|to` an oblique under `with`, else one under `to`.
    """

    relation: str
    prepositions: tuple[str, ...] = ()
    then: Slot | None = None

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read `relation[:preposition[|preposition]][.slot]`; raises `CodebookError` for an unknown relation."""
        step, _, rest = code.partition(".")
        relation, _, prepositions = step.partition(":")
        if relation not in RELATIONS or (relation in {"obl", "nmod"}) != bool(prepositions):
            msg = f"unknown slot {code!r}; relations are {', '.join(sorted(RELATIONS))}"
            raise CodebookError(msg, where="frame code")
        if prepositions and not PREPOSITIONS.issuperset(prepositions.split("|")):
            msg = f"unknown preposition in {code!r}; the known ones are {', '.join(sorted(PREPOSITIONS))}"
            raise CodebookError(msg, where="frame code")
        return cls(
            relation=relation,
            prepositions=tuple(prepositions.replace("_", " ").split("|")) if prepositions else (),
            then=cls.parse(rest) if rest else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where source and target of an act stand; several slots on a side are tried in their order.

    The code is `SOURCE>TARGET`, or `SOURCE<>TARGET` where the parties act on each other (a plural or coordinated
    source then holds both). An empty side has no slot: the party is absent, or known only from elsewhere.
    """

    code: str
    source: tuple[Slot, ...]
    target: tuple[Slot, ...]
    mutual: bool

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read a frame code; raises `CodebookError` when it breaks the grammar."""
        mutual = "<>" in code
        left, mark, right = code.partition("<>" if mutual else ">")
        if not mark:
            msg = f"frame {code!r} has no '>'; write SOURCE>TARGET"
            raise CodebookError(msg, where="frame code")
        return cls(code=code, source=_slots(left), target=_slots(right), mutual=mutual)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A dependent that must be there for a verb to be this act: `prt=out`, `obj=talk|negotiation`, `obl:on=alert`.

    `relation` is `prt` (particle), `obj`, `obl`, `xcomp` or `plural` (of the head itself); no lemmas means any.
    """

    relation: str
    preposition: str | None
    lemmas: frozenset[str]

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read `relation[:preposition][=lemma|lemma]`."""
        left, _, lemmas = code.partition("=")
        relation, _, preposition = left.partition(":")
        return cls(
            relation=relation,
            preposition=preposition or None,
            lemmas=frozenset(lemmas.split("|")) if lemmas else frozenset(),
        )


class _Phrased(Protocol):
    """Any row that is found by a phrase."""

    @property
    def phrase(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """A word or phrase that can report an act.

    `lemma` is the head: the first word of a verb or adjective phrase, the noun that leads a noun phrase. `content`
    names the dependent that holds what is asked, agreed, refused or threatened (`xcomp`, `ccomp`, `obl:for`,
    `nmod:for`, `obj`). `weight` in [0, 1] is how sure the phrase alone is of the act, by judgement, not measured.
    """

    phrase: tuple[str, ...]
    lemma: str
    pos: Pos
    needs: tuple[Need, ...]
    type: EventType
    mode: str | None
    frame: Frame
    content: str | None
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word or phrase that tells how something is known or whether it is so.

    `kind` is the finer class (`say`, `believe`, `modal`, `history` ...). Exactly one of `certainty`, `source_kind`
    and `status` is set, by `family`. `factive` is true when the content is taken as so, false when it is taken as
    not so, and `None` when the word leaves it open.
    """

    phrase: tuple[str, ...]
    family: CueFamily
    kind: str
    certainty: Certainty | None
    source_kind: SourceKind | None
    status: Status | None
    factive: bool | None
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A word that speaks of an issue."""

    phrase: tuple[str, ...]
    issue: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverKind:
    """A word that names a means of pressure or inducement."""

    phrase: tuple[str, ...]
    kind: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MediumWord:
    """A word that names a way of being in touch."""

    phrase: tuple[str, ...]
    medium: Medium
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceEntry:
    """A word by which somebody takes a stand; `frame` tells where the actor and the thing stand."""

    phrase: tuple[str, ...]
    stance: Stance
    frame: Frame
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Discard:
    """A phrase whose words report no act, whatever they do elsewhere ("armed forces", "mass destruction")."""

    phrase: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagePair:
    """A plain wording and what a spinner or a round trip through translation makes of it.

    `kind` says whether the pair belongs inside names ("White Home") or anywhere; an `idiom` has one plain reading
    and is not a swap of single words ("per week in the past": a week ago). `weight` in [0, 1] is how strongly the
    substitute alone betrays damage: near 0 for everyday words ("home"), near 1 for wordings nobody writes.
    """

    original: tuple[str, ...]
    phrase: tuple[str, ...]
    kind: DamageKind
    idiom: bool
    weight: float


E = TypeVar("E", bound=_Phrased)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Generic[E]):
    """Entries whose phrase stands at tokens `start` to `end` (half-open)."""

    start: int
    end: int
    entries: tuple[E, ...]


_Row = tuple[tuple[str, ...], tuple[E, ...]]
_Rows = tuple[_Row[E], ...]


class Lexicon(Generic[E]):
    """Entries found by the first two words of their phrase, longest phrase first.

    A hyphenated word fits as one token and as several ("cease-fire", "cease - fire"), as tokenizers differ.
    """

    __slots__ = ("_by_first", "entries")

    def __init__(self, entries: Sequence[E]) -> None:
        """Index the entries; their order breaks ties."""
        self.entries: tuple[E, ...] = tuple(entries)
        phrases: dict[tuple[str, ...], list[E]] = defaultdict(list)
        for entry in self.entries:
            for phrase in {entry.phrase, _at_hyphens(entry.phrase)}:
                phrases[phrase].append(entry)
        found: dict[str, dict[str, _Rows[E]]] = defaultdict(dict)
        for phrase, under in sorted(phrases.items(), key=_longest_first):
            first, second, *_ = (*phrase, ALONE)
            found[first][second] = (*found[first].get(second, ()), (phrase, tuple(under)))
        self._by_first: Mapping[str, Mapping[str, _Rows[E]]] = dict(found)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.entries)

    def __iter__(self) -> Iterator[E]:
        """Yield the entries in the order of the table."""
        return iter(self.entries)

    def get(self, phrase: str) -> tuple[E, ...]:
        """Return the entries of exactly this phrase (lemmas, blanks between)."""
        words = tuple(phrase.split())
        rows = self._by_first.get(words[0], {}).get((*words, ALONE)[1], ())
        return next((found for phrase, found in rows if phrase == words), ())

    def at(self, start: int, forms: Sequence[str], lemmas: Sequence[str]) -> Match[E] | None:
        """Return the longest match that starts at a token; a word fits by its lower-cased form or its lemma."""
        phrase, entries = self._at(start, _lower(forms), _lower(lemmas))
        return Match(start=start, end=start + len(phrase), entries=entries) if phrase else None

    def _at(self, start: int, forms: Sequence[str], lemmas: Sequence[str]) -> _Row[E]:
        """Return the longest phrase that starts at a token, with its entries; both empty where there is none."""
        best: _Row[E] = (), ()
        for first in self._firsts(forms[start], lemmas[start]):
            for row in self._rows(first, start + 1, forms, lemmas):
                if len(row[0]) > len(best[0]) and _fits(row[0], start, forms, lemmas):
                    best = row
        return best

    def _rows(self, first: str, second: int, forms: Sequence[str], lemmas: Sequence[str]) -> Iterator[_Row[E]]:
        """Yield the phrases that begin with a word and go on as the token `second` may be read, or end before it."""
        by_second = self._by_first[first]
        if second < len(forms):
            for word in dict.fromkeys((forms[second], lemmas[second], ANY_NUMBER)):
                yield from by_second.get(word, ())
        yield from by_second.get(ALONE, ())

    def _firsts(self, form: str, lemma: str) -> Iterator[str]:
        """Yield the words under which phrases may begin here: as written, then by lemma, then as a number."""
        if form in self._by_first:
            yield form
        if lemma != form and lemma in self._by_first:
            yield lemma
        if form != ANY_NUMBER and ANY_NUMBER in self._by_first and _is_number(form):
            yield ANY_NUMBER

    def find(self, forms: Sequence[str], lemmas: Sequence[str] | None = None) -> tuple[Match[E], ...]:
        """Return the matches of a sentence, leftmost and longest first, none overlapping."""
        low = _lower(forms)
        return self.find_lower(low, low if lemmas is None else _lower(lemmas))

    def find_lower(self, forms: Sequence[str], lemmas: Sequence[str], offset: int = 0) -> tuple[Match[E], ...]:
        """Return the matches of a sentence in lower case already; `offset` is the number of its first token."""
        firsts, numbers = self._by_first, ANY_NUMBER in self._by_first
        if not numbers and firsts.keys().isdisjoint(forms) and firsts.keys().isdisjoint(lemmas):
            return ()  # most tables have no word of most sentences
        found: list[Match[E]] = []
        end = 0
        for start, form in enumerate(forms):
            if start >= end and (form in firsts or lemmas[start] in firsts or (numbers and _is_number(form))):
                phrase, entries = self._at(start, forms, lemmas)
                if phrase:
                    end = start + len(phrase)
                    found.append(Match(start=offset + start, end=offset + end, entries=entries))
        return tuple(found)


class ActLexicon:
    """The act lexicon: entries by head lemma and part of speech.

    `nouns` finds the noun phrases in a row of tokens; verbs and adjectives are found by head, one of `heads`, as their
    needs may stand anywhere in the clause.
    """

    __slots__ = ("_by_head", "_by_phrase", "entries", "heads", "nouns")

    def __init__(self, entries: Sequence[ActEntry]) -> None:
        """Index the entries by head; the longest phrase, then the surest, comes first."""
        self.entries: tuple[ActEntry, ...] = tuple(entries)
        self.nouns: Lexicon[ActEntry] = Lexicon([entry for entry in entries if entry.pos is Pos.NOUN])
        heads: dict[tuple[str, str], list[ActEntry]] = defaultdict(list)
        phrases: dict[tuple[tuple[str, ...], str], tuple[ActEntry, ...]] = {}
        for entry in self.entries:
            heads[entry.lemma, entry.pos].append(entry)
            phrases[entry.phrase, entry.pos] = (*phrases.get((entry.phrase, entry.pos), ()), entry)
        self._by_head = {key: tuple(sorted(found, key=_most_specific)) for key, found in heads.items()}
        self.heads = frozenset(entry.lemma for entry in entries if entry.pos is not Pos.NOUN)
        self._by_phrase = phrases

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.entries)

    def __iter__(self) -> Iterator[ActEntry]:
        """Yield the entries in the order of the table."""
        return iter(self.entries)

    def get(self, lemma: str, pos: str) -> tuple[ActEntry, ...]:
        """Return the entries with this head lemma and part of speech (`verb`, `noun`, `adj`), most specific first."""
        return self._by_head.get((lemma, pos), ())

    def phrase(self, phrase: str, pos: str) -> tuple[ActEntry, ...]:
        """Return the entries of exactly this phrase."""
        return self._by_phrase.get((tuple(phrase.split()), pos), ())


class DamageLexicon(Lexicon[DamagePair]):
    """Damaged wordings, found by what the spinner wrote (`find`, `get`), or by the plain wording (`substitutes`)."""

    __slots__ = ("_by_original",)

    def __init__(self, entries: Sequence[DamagePair]) -> None:
        """Index both ways."""
        super().__init__(entries)
        groups: dict[tuple[str, ...], list[DamagePair]] = defaultdict(list)
        for pair in self.entries:
            groups[pair.original].append(pair)
        self._by_original = {original: tuple(found) for original, found in groups.items()}

    def substitutes(self, original: str) -> tuple[DamagePair, ...]:
        """Return what may have been made of a plain wording."""
        return self._by_original.get(tuple(original.split()), ())


def _at_hyphens(phrase: tuple[str, ...]) -> tuple[str, ...]:
    if not any("-" in word for word in phrase):
        return phrase
    return tuple(part for word in phrase for part in _HYPHEN.split(word) if part)


def _slots(side: str) -> tuple[Slot, ...]:
    return tuple(Slot.parse(code) for code in side.split("/") if code)


def _longest_first(item: tuple[tuple[str, ...], object]) -> int:
    return -len(item[0])


def _most_specific(entry: ActEntry) -> tuple[int, int, float]:
    return -len(entry.phrase), -len(entry.needs), -entry.weight


def _lower(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words]


def _is_number(form: str) -> bool:
    return form in NUMBER_WORDS or _NUMBER.fullmatch(form) is not None


def _fits(phrase: tuple[str, ...], start: int, forms: Sequence[str], lemmas: Sequence[str]) -> bool:
    if start + len(phrase) > len(forms):
        return False
    for i, word in enumerate(phrase, start):
        if word != forms[i] and word != lemmas[i] and not (word == ANY_NUMBER and _is_number(forms[i])):
            return False
    return True
