"""Who is spoken of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from demarche.record.span import Span

__all__ = ["Actor", "ActorKind", "Form", "Mention", "Role"]


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    GOVERNMENT = "government"
    OFFICE = "office"
    STATE = "state"
    IGO = "igo"
    NGO = "ngo"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    COMPANY = "company"
    MEDIA = "media"
    PEOPLE = "people"
    PLACE = "place"
    OTHER = "other"


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    TITLE = "title"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or title, the actor it is `of`, the ISO dates between which it was held, and the words that say so."""

    title: str
    of: str | None = None
    first: str | None = None
    last: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name an actor; `repaired` is what damaged words stood for."""

    span: Span
    form: Form
    repaired: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor and every mention of it in the article.

    `country` is ISO 3166-1 alpha-3 or a code of the codebook (`UN`, `HAMAS`); `base` is the territory of a group
    that is no state; `sector` is a PLOVER sector.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    base: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()
