"""An article as it came: its own words, and what was seen around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from demarche.record.span import Span
from demarche.record.time import TimeInterval

__all__ = ["Article", "Damage", "DamageKind", "DamagedPhrase", "Removed", "Sentence"]


class DamageKind(StrEnum):
    """What a damaged phrase stands for."""

    NAME = "name"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Debris: words in the text that are not the article's (`why` says what they are)."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedPhrase:
    """Words that a paraphraser put in place of others, and what they stood for."""

    span: Span
    repaired: str
    kind: DamageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """How far the text looks machine-spun: `score` in [0, 1], 0 for clean prose, and the phrases that say so."""

    score: float = 0.0
    phrases: tuple[DamagedPhrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and the number of its paragraph, from 0."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    r"""One article.

    `text` is its own words (Unicode NFC, line ends `\n`), never changed; every offset of a record counts code points
    into it. `published` is the closed interval of the publication day as far as it is known, and
    `published_from` says where that came from (`given`, `metadata`, `text`, `file`). `tokenised` marks text that
    a corpus cut into words with spaces before its punctuation.
    """

    id: str
    text: str
    sha256: str
    uri: str | None = None
    title: str | None = None
    title_span: Span | None = None
    byline: str | None = None
    outlet: str | None = None
    dateline: str | None = None
    published: TimeInterval | None = None
    published_from: str | None = None
    language: str | None = None
    tokenised: bool = False
    removed: tuple[Removed, ...] = ()
    damage: Damage = field(default_factory=Damage)
    extra: tuple[tuple[str, str], ...] = ()
