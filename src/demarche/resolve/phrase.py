"""A mention before anybody knows whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.codebook.world import Country, Gender, Organisation, OrganisationKind
from demarche.record import ActorKind, Form

__all__ = ["SIDES", "Badge", "Phrase", "badge_of"]

_KINDS = {
    OrganisationKind.IGO: ActorKind.IGO,
    OrganisationKind.NGO: ActorKind.NGO,
    OrganisationKind.ARMED_GROUP: ActorKind.ARMED_GROUP,
    OrganisationKind.PARTY: ActorKind.PARTY,
    OrganisationKind.COMPANY: ActorKind.COMPANY,
    OrganisationKind.MEDIA: ActorKind.MEDIA,
    OrganisationKind.PEOPLE: ActorKind.PEOPLE,
}
COMPANY_SECTOR = "BUS"
SIDES = {
    "MIL": ActorKind.GOVERNMENT,
    "GOV": ActorKind.GOVERNMENT,
    "COP": ActorKind.GOVERNMENT,
    "LEG": ActorKind.GOVERNMENT,
    "JUD": ActorKind.GOVERNMENT,
    "SPY": ActorKind.GOVERNMENT,
    "REB": ActorKind.ARMED_GROUP,
    "PRM": ActorKind.ARMED_GROUP,
    "UAF": ActorKind.ARMED_GROUP,
    "NGO": ActorKind.NGO,
    "IGO": ActorKind.IGO,
    "BUS": ActorKind.COMPANY,
    "JRN": ActorKind.MEDIA,
    "PTY": ActorKind.PARTY,
}
"""What people of a sector are where they are many or a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """Whom somebody acts for: what he is, the country code, the territory of a group that is no state, the sector."""

    kind: ActorKind
    country: str | None = None
    base: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words `first` to `last` of the doc, half-open, with their head, that may name a party.

    `key` tells the actor where the words do by themselves (`state:ISR`, `org:hamas`); `name` is what to call him.
    `noun` is the lemma that classes him ("troop", "president"), `office` the kind of office of a title, `owner` the
    head word of the possessor whose side he is on. `core` are the words of the bare name, without titles.
    `shared` are the countries that each have some of those meant ("U.S. and Egyptian officials").
    `specific` marks phrases that point back or are the only ones of their kind ("the president").
    """

    first: int
    last: int
    head: int
    form: Form
    name: str
    badge: Badge
    key: str | None = None
    core: tuple[int, int] | None = None
    noun: str | None = None
    office: str | None = None
    owner: int | None = None
    plural: bool = False
    nested: bool = False
    specific: bool = False
    gender: Gender = Gender.UNKNOWN
    wikidata: str | None = None
    modifies: int | None = None
    shared: tuple[str, ...] = ()


def badge_of(row: Country | Organisation) -> Badge:
    """Return whom a row of the tables acts for."""
    if isinstance(row, Country):
        return Badge(kind=ActorKind.STATE, country=row.code, sector="GOV")
    base = row.base[0] if row.base else None
    country = row.country or None
    sector = row.sector or (COMPANY_SECTOR if row.kind is OrganisationKind.COMPANY else None)
    kind = _KINDS.get(row.kind, ActorKind.GOVERNMENT if row.kind is not OrganisationKind.RELIGIOUS else ActorKind.OTHER)
    return Badge(kind=kind, country=country, base=base, sector=sector)
