"""How one sentence was understood, layer by layer: what a person looks at who writes or mends a rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from demarche.record import (
    Ask,
    Channel,
    Claim,
    Form,
    Lever,
    Position,
    Quote,
    Report,
    Span,
    TimeExpression,
    Unsure,
)

__all__ = [
    "Chance",
    "Entry",
    "Explanation",
    "MatchedWords",
    "NameSeen",
    "PartySeen",
    "Standing",
    "TriggerSeen",
    "Verdict",
    "WhoSeen",
    "WordSeen",
]


class Verdict(StrEnum):
    """What became of a word that may report an act."""

    KEPT = "kept"
    DOUBTED = "doubted"
    DROPPED = "dropped"
    MERGED = "merged"
    BARRED = "barred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A label and the probability, in [0, 1], that the reader gives to it."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSeen:
    """A word: `head` is the number, from 0, of its head in the sentence, None for a root; `plain` what damage hid."""

    span: Span
    pos: str
    lemma: str
    label: str
    head: int | None
    plain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSeen:
    """A proper name with its class and probability."""

    span: Span
    label: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoSeen:
    """A mention and whom it was resolved to: actor id and name, code, base and sector; None where nobody is known."""

    span: Span
    form: Form
    actor: str | None
    name: str | None
    country: str | None
    base: str | None
    sector: str | None
    plural: bool
    nested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedWords:
    """Words that a table of the codebook knows, and what the table says of them."""

    span: Span
    table: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the act lexicon for a word; `taken` is the one that the act rests on."""

    phrase: str
    type: str
    mode: str | None
    frame: str
    weight: float
    needs: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySeen:
    """A mention in the eyes of a trigger: the reader's chances of its parts, the slot it fills, what it became.

    `slot` is a slot of the frame, as `source subj`; `side` is `source`, `target`, `other`, or None.
    """

    span: Span
    country: str | None
    chances: tuple[Chance, ...]
    slot: str | None
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerSeen:
    """A word that may report an act: scores, lexicon, what became of it and why, and who stands around it.

    `types` and `statuses` are the reader's, the likeliest first. `score` is that of reader and lexicon together, None
    where neither got as far. `status` is the status judged, by `status_why`.
    """

    span: Span
    lemma: str
    types: tuple[Chance, ...]
    statuses: tuple[Chance, ...]
    entries: tuple[Entry, ...]
    far_entries: int = 0
    type: str | None
    mode: str | None
    score: float | None
    verdict: Verdict
    why: str
    status: str | None = None
    status_why: str | None = None
    parties: tuple[PartySeen, ...] = ()
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the record holds that stands on words of the sentence."""

    reports: tuple[Report, ...] = ()
    asks: tuple[Ask, ...] = ()
    levers: tuple[Lever, ...] = ()
    channels: tuple[Channel, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    unsure: tuple[Unsure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One sentence of an article, `number` of `sentences` counted from 1, and all that was made of it."""

    article: str
    number: int
    sentences: int
    paragraph: int
    span: Span
    codebook: str
    words: tuple[WordSeen, ...]
    names: tuple[NameSeen, ...]
    mentions: tuple[WhoSeen, ...]
    times: tuple[TimeExpression, ...]
    matches: tuple[MatchedWords, ...]
    triggers: tuple[TriggerSeen, ...]
    standing: Standing
