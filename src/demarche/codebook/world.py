"""The names of the world: countries, organisations, offices, who held them when, places, given names.

The tables are TSV files beside this module (`data/`), described in `docs/reference/world-tables.md`. A user's
own folder with files of the same names adds rows, and replaces those that have the same key.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from demarche.codebook.sheets import merged, sheets

LIST_SEPARATOR = "|"
"""Between the values of a cell that holds several."""

SHORT_ACRONYM = 5
"""Acronyms of at most this many letters must be written in capitals (US, not us; WHO, not who)."""

SMALLEST_GIVEN = 2
"""Given names shorter than this are initials and tell nothing."""


class Gender(StrEnum):
    """What a given name, or the table of holders, says of a person: `he`, `she`, or nothing."""

    MALE = "m"
    FEMALE = "f"
    UNKNOWN = "u"


class OrganisationKind(StrEnum):
    """What an organisation is, in the words of the record and a few finer ones."""

    IGO = "igo"
    NGO = "ngo"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    COMPANY = "company"
    MEDIA = "media"
    GOVERNMENT = "government"
    OFFICE = "office"
    MILITARY = "military"
    SECURITY = "security"
    COURT = "court"
    LEGISLATURE = "legislature"
    RELIGIOUS = "religious"
    PEOPLE = "people"
    UNIVERSITY = "university"


class PlaceKind(StrEnum):
    """What a place is, from coarse to fine."""

    REGION = "region"
    ADMIN1 = "admin1"
    COUNTY = "county"
    CITY = "city"
    SEA = "sea"
    RIVER = "river"
    MOUNTAIN = "mountain"
    ISLAND = "island"
    SITE = "site"


class NameKind(StrEnum):
    """Which table a surface form comes from."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    METONYM = "metonym"
    PART = "part"
    ORGANISATION = "organisation"
    HOLDER = "holder"
    OFFICE = "office"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state, past or present, and every English word that stands for it.

    `code` is ISO 3166-1 alpha-3, PLOVER's `KOS`, or a code of a state that is no more (`SUN`, `DDR`). `since` and
    `until` bound its existence (ISO, may be partial; empty: no bound). `parts` are regions inside it whose acts
    count as its own. `latitude` and `longitude` are degrees of a point well inside.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    parts: tuple[str, ...]
    part_adjectives: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    since: str
    until: str
    wikidata: str

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that acts, and the country code that its acts carry.

    `country` is that of its state, or a code of its own (`UN`, `EU`, `HAMAS`); empty for those that belong to
    nobody, like news agencies of the world. `base` lists the territory of a non-state group. `sector` is PLOVER's.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: OrganisationKind
    country: str
    base: tuple[str, ...]
    sector: str
    wikidata: str

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A kind of office and the titles that name it, in the singular.

    `represents` tells whether what the holder does in office is done by his state or organisation. `level` is
    one of head, deputy, minister, senior, officer, envoy, member, local, leader, private.
    """

    kind: str
    titles: tuple[str, ...]
    sector: str
    level: str
    represents: bool

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNoun:
    """A plain noun for people or bodies ("troops", "lawmaker") and the PLOVER sector that it gives them.

    `represents` tells whether they act for their state ("troops") or merely live in it ("students").
    """

    lemma: str
    nouns: tuple[str, ...]
    sector: str
    collective: bool
    represents: bool

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return self.lemma


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in an office. `since` and `until` are ISO days, months or years, both inside; empty: open."""

    name: str
    aliases: tuple[str, ...]
    country: str
    office: str
    title: str
    since: str
    until: str
    sector: str
    gender: Gender
    wikidata: str
    source: str

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return LIST_SEPARATOR.join((self.name, self.country, self.office, self.since))

    @property
    def surname(self) -> str:
        """The last part of the name, with its particle: `de Mistura`, `al-Assad`, `Netanyahu`."""
        return _surname(self.name)

    def held(self, on: date) -> bool:
        """Say whether the office was held on a day; a partial bound counts as its whole month or year."""
        day = on.isoformat()
        return self.since <= day[: len(self.since) or None] and (not self.until or day[: len(self.until)] <= self.until)

    def turns(self, on: date) -> bool:
        """Say whether the office changed hands in the month or year of a day, and the table does not tell when."""
        day = on.isoformat()
        return any(len(bound) < len(day) and bound == day[: len(bound)] for bound in (self.since, self.until) if bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A spot or area. `country` is empty where several states share it; `population` 0 is unknown."""

    name: str
    names: tuple[str, ...]
    kind: PlaceKind
    country: str
    latitude: float
    longitude: float
    population: int

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return f"{self.name}|{self.country}|{self.latitude}|{self.longitude}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenName:
    """A given name and whom it is usually given to."""

    name: str
    gender: Gender

    @property
    def key(self) -> str:
        """What makes the row unique."""
        return normalise(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One way of writing a name, with the key of the row that it stands for."""

    text: str
    kind: NameKind
    key: str


Row = Country | Organisation | Office | RoleNoun | Holder | Place | GivenName
R = TypeVar("R", Country, Organisation, Office, RoleNoun, Holder, Place, GivenName)

# Letters that Unicode does not take apart into a base and an accent, and the signs that writers vary.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"),
        **dict.fromkeys("-‐‑‒–—_", " "),
        **dict.fromkeys(".", ""),
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h",
    }
)  # fmt: skip


@lru_cache(maxsize=65_536)
def normalise(text: str) -> str:
    """Fold case, dots, accents, apostrophes, hyphens, a leading article and a trailing 's: spellings meet."""
    folded = text.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = folded.translate(_FOLDED).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words).removesuffix("'s").removesuffix("'")


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return letters.isupper() and len(letters) <= SHORT_ACRONYM


def _written_like(text: str, surface: str) -> bool:
    """Say whether the text can be the name: acronyms in capitals, names capitalised, "the West" with its article."""
    if surface[:4].casefold() == "the " and text[:4].casefold() != "the ":
        return False
    if _is_acronym(surface):
        return text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s").isupper()
    return surface.islower() or not text.islower()


PARTICLES = frozenset(
    ("al", "el", "de", "da", "di", "du", "del", "van", "von", "der", "den", "dos", "la", "le", "ibn", "bin", "ben",
     "bint", "ter", "ten", "abu", "st")
)  # fmt: skip
SUFFIXES = frozenset(("jr", "sr", "i", "ii", "iii", "iv", "vi", "xvi", "xxiii"))


def _surname(name: str) -> str:
    words = name.split()
    while len(words) > 1 and normalise(words[-1]) in SUFFIXES:
        words = words[:-1]
    start = len(words) - 1
    while start > 1 and normalise(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _many(raw: str) -> tuple[str, ...]:
    return tuple(filter(None, raw.split(LIST_SEPARATOR))) if raw else ()


_GENDERS = {gender.value: gender for gender in Gender}
_PLACES = {kind.value: kind for kind in PlaceKind}

_CELLS: dict[str, Callable[[str], Any]] = {
    "float | None": lambda raw: float(raw) if raw else None,
    "tuple[str, ...]": _many,
    "float": float,
    "int": lambda raw: int(raw or 0),
    "bool": lambda raw: raw == "yes",
    "Gender": lambda raw: _GENDERS[raw or "u"],
    "OrganisationKind": OrganisationKind,
    "PlaceKind": _PLACES.__getitem__,
}


def read_table(row: type[R], folders: Iterable[Path], name: str) -> tuple[R, ...]:
    """Read a table from each folder in turn; a later row replaces an earlier one of the same key.

    Columns are found by the names in the first line, missing ones are empty. Raises `CodebookError` with file and line.
    """
    files = sheets(folders, name)
    columns = files[0].columns if files else ()
    readers = [(field.name, _CELLS.get(str(field.type), str)) for field in fields(row)]
    known = [(columns.index(column), column, read) for column, read in readers if column in columns]
    empty = {column: read("") for column, read in readers if column not in columns}

    def build(cells: Sequence[str]) -> R:
        return row(**{column: read(cells[at]) for at, column, read in known}, **empty)

    return merged(files, build, lambda _, made: made.key)


Index = dict[str, list[tuple[str, R]]]


def _index(rows: Iterable[R], surfaces: Callable[[R], Iterable[str]]) -> Index[R]:
    """Map each normalised surface form to the forms as written and their rows, in the order of the table."""
    index: Index[R] = defaultdict(list)
    for row in rows:
        for surface in dict.fromkeys(surfaces(row)):
            index[normalise(surface)].append((surface, row))
    return dict(index)


def _find(index: Index[R], text: str) -> list[R]:
    """Give the rows whose name the text is, best first, each once."""
    rows = index.get(normalise(text), ())
    return list({id(row): row for surface, row in rows if _written_like(text, surface)}.values())


def _country_names(country: Country) -> Iterator[str]:
    yield country.name
    yield from country.names


def _nationalities(country: Country) -> Iterator[str]:
    yield from country.adjectives
    yield from country.demonyms
    yield from country.part_adjectives


def _seats(country: Country) -> Iterator[str]:
    yield from country.capitals
    yield from country.metonyms


def _named(row: Organisation | Place) -> Iterator[str]:
    yield row.name
    yield from row.names


def _full_names(holder: Holder) -> Iterator[str]:
    yield holder.name
    yield from holder.aliases


def _short_names(holder: Holder) -> Iterator[str]:
    """Give what a holder is called once he is known: the full names, the surname, and it without its particle."""
    yield from _full_names(holder)
    surname = holder.surname
    yield surname
    yield (re.split(r"[ -]", surname)[-1] if normalise(surname.split(" ")[0].split("-")[0]) in PARTICLES else surname)


def _title(text: str) -> str:
    return " ".join(word for word in normalise(text).split() if word != "the")


_PREPOSITIONS = frozenset(("of", "for", "to", "at", "in", "on"))


def _spans(words: list[str]) -> Iterator[str]:
    """Give the runs of words that can be a title, longest first; none starts after a preposition.

    "Spokesman for the prime minister" is a spokesman, "minister of defence of Israel" a minister of defence.
    """
    stop = next((i for i, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    for length in range(len(words), 0, -1):
        for start in range(min(stop, len(words) - length + 1) - 1, -1, -1):
            yield " ".join(words[start : start + length])


LEVEL_OF_OFFICE = {
    "head_of_state": 0, "head_of_government": 0, "leader": 0, "pope": 0, "secretary_general": 0, "rebel_leader": 1,
    "secretary_of_state": 1, "foreign_minister": 1, "defence_minister": 1, "deputy_head_of_state": 1,
    "national_security_adviser": 2, "deputy_head_of_government": 1, "crown_prince": 1, "legislator": 8,
    "legislative_leader": 3, "speaker": 3, "business_leader": 6, "activist": 6, "ngo_leader": 6, "candidate": 6,
}  # fmt: skip
"""How soon a bare surname means the holder of an office: 0 first; offices not listed stand at 4."""

USUAL_LEVEL = 4

FAR = 999
"""Years away of a holder without dates."""


def _rank(holder: Holder, on: date | None, key: str) -> tuple[bool, bool, int, int, str]:
    """Order holders: in office on the day, so called as a whole, nearest to the day, highest, earliest."""
    whole = any(normalise(name) == key for name in _full_names(holder))
    level = LEVEL_OF_OFFICE.get(holder.office, USUAL_LEVEL)
    if on is None:
        return (not holder.since, not whole, level, -int(holder.since[:4] or 0), holder.name)
    return (not (holder.since and holder.held(on)), not whole, _years_away(holder, on), level, holder.since)


def _years_away(holder: Holder, on: date) -> int:
    if not holder.since:
        return FAR
    first, last = int(holder.since[:4]), int(holder.until[:4] or FAR * 10)
    return max(first - on.year, on.year - last, 0)


class World:
    """The tables, each read when first asked for, and the look-ups over them.

    Look-ups take words as they stand in a text; capitals matter where they tell names from words ("US", "us").
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        """Take the folders of tables, the later ones going before the earlier."""
        self.folders = tuple(folders)

    @classmethod
    def load(cls, folder: Path | None = None) -> World:
        """Open the shipped tables, and over them a user's own folder."""
        shipped = Path(str(files("demarche.codebook") / "data"))
        return cls((shipped,) if folder is None else (shipped, folder))

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """All states, present and past."""
        return read_table(Country, self.folders, "countries")

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """All bodies that are not states."""
        return read_table(Organisation, self.folders, "organisations")

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """All kinds of office."""
        return read_table(Office, self.folders, "offices")

    @cached_property
    def role_nouns(self) -> tuple[RoleNoun, ...]:
        """All plain nouns for kinds of people."""
        return read_table(RoleNoun, self.folders, "roles")

    @cached_property
    def all_holders(self) -> tuple[Holder, ...]:
        """All persons in their offices, one row per spell."""
        return read_table(Holder, self.folders, "holders")

    @cached_property
    def all_places(self) -> tuple[Place, ...]:
        """All places."""
        return read_table(Place, self.folders, "places")

    @cached_property
    def given_names(self) -> dict[str, Gender]:
        """Genders by normalised given name."""
        return {row.key: row.gender for row in read_table(GivenName, self.folders, "given_names")}

    @cached_property
    def _by_code(self) -> dict[str, Country]:
        return {country.code: country for country in self.countries}

    @cached_property
    def _by_id(self) -> dict[str, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def _by_name(self) -> Index[Country]:
        return _index(self.countries, _country_names)

    @cached_property
    def _by_part(self) -> Index[Country]:
        return _index(self.countries, lambda country: country.parts)

    @cached_property
    def _by_adjective(self) -> Index[Country]:
        return _index(self.countries, _nationalities)

    @cached_property
    def _by_seat(self) -> Index[Country]:
        return _index(self.countries, _seats)

    @cached_property
    def _by_organisation(self) -> Index[Organisation]:
        return _index(self.organisations, _named)

    @cached_property
    def _by_title(self) -> dict[str, Office]:
        return {_title(title): office for office in reversed(self.offices) for title in office.titles}

    @cached_property
    def _by_noun(self) -> dict[str, RoleNoun]:
        return {normalise(noun): role for role in reversed(self.role_nouns) for noun in (role.lemma, *role.nouns)}

    @cached_property
    def _by_holder(self) -> Index[Holder]:
        return _index(self.all_holders, _short_names)

    @cached_property
    def _by_post(self) -> dict[tuple[str, str], list[Holder]]:
        posts: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        for holder in self.all_holders:
            posts[holder.office, holder.country].append(holder)
        return dict(posts)

    @cached_property
    def _by_place(self) -> Index[Place]:
        return _index(self.all_places, _named)

    def country(self, code: str) -> Country | None:
        """Give the state with a code."""
        return self._by_code.get(code)

    def country_of_name(self, text: str, on: date | None = None) -> Country | None:
        """Give the state that the text names, whole or in part ("Scotland"); on a day, one of that day."""
        found = _find(self._by_name, text) or _find(self._by_part, text)
        return _of_day(found, on)

    def country_of_adjective(self, text: str, on: date | None = None) -> Country | None:
        """Give the state of an adjective or a word for its people ("Israeli", "Britons", "Chechen")."""
        return _of_day(_find(self._by_adjective, text), on)

    def country_of_metonym(self, text: str, on: date | None = None) -> Country | None:
        """Give the state whose government the text can stand for: its capital or a seat ("Kremlin")."""
        return _of_day(_find(self._by_seat, text), on)

    def organisation(self, text: str, country: str = "") -> Organisation | None:
        """Give the organisation that the text names, that of a country first ("Foreign Ministry" of whom?)."""
        found = self.organisations_named(text)
        return next((row for row in found if row.country == country), found[0] if found else None)

    def organisations_named(self, text: str) -> list[Organisation]:
        """Give all organisations that the text can name, in the order of the table."""
        return _find(self._by_organisation, text)

    def organisation_of(self, identifier: str) -> Organisation | None:
        """Give the organisation with an id."""
        return self._by_id.get(identifier)

    def office(self, text: str) -> Office | None:
        """Give the kind of office of a title, whatever stands around it ("former Israeli Prime Minister")."""
        return next((self._by_title[span] for span in _spans(_title(text).split()) if span in self._by_title), None)

    def role_noun(self, lemma: str) -> RoleNoun | None:
        """Give what a plain noun says of people; singular or plural."""
        key = normalise(lemma)
        return self._by_noun.get(key) or self._by_noun.get(key.removesuffix("s"))

    def holders(self, name: str, on: date | None = None) -> list[Holder]:
        """Give the spells in office of people so called: those of the day first, then the nearest in time."""
        key = normalise(name)
        return sorted(_find(self._by_holder, name), key=lambda holder: _rank(holder, on, key))

    def holder_of(self, office: str, country: str, on: date | None = None) -> Holder | None:
        """Give who held a kind of office for a country on a day; without a day, the latest.

        In the month of a change, who is known by the day to have held it goes before one of whom only the month is.
        """
        spells = self._by_post.get((office, country), [])
        if on is not None:
            spells = [spell for spell in spells if spell.held(on)]
        return max(spells, key=lambda spell: (on is None or not spell.turns(on), spell.since), default=None)

    def places(self, name: str) -> list[Place]:
        """Give the places of a name, those set by hand and the most populous first."""
        return sorted(_find(self._by_place, name), key=lambda place: (place.population > 0, -place.population))

    def gender(self, name: str) -> Gender:
        """Give the usual gender of a person from the given name that starts the name."""
        first = normalise(name).split(" ")[0]
        return self.given_names.get(first, Gender.UNKNOWN) if len(first) >= SMALLEST_GIVEN else Gender.UNKNOWN

    def names(self) -> Iterator[Surface]:
        """Give every surface form of countries, organisations, offices, roles and holders, as written."""
        for kind, rows, surfaces in self._name_tables():
            for row in rows:
                for text in dict.fromkeys(surfaces(row)):
                    yield Surface(text=text, kind=kind, key=row.key)

    def _name_tables(self) -> tuple[tuple[NameKind, Iterable[Row], Callable[..., Iterable[str]]], ...]:
        return (
            (NameKind.COUNTRY, self.countries, _country_names),
            (NameKind.ADJECTIVE, self.countries, lambda row: (*row.adjectives, *row.part_adjectives)),
            (NameKind.DEMONYM, self.countries, lambda row: row.demonyms),
            (NameKind.METONYM, self.countries, _seats),
            (NameKind.PART, self.countries, lambda row: row.parts),
            (NameKind.ORGANISATION, self.organisations, _named),
            (NameKind.OFFICE, self.offices, lambda row: row.titles),
            (NameKind.ROLE, self.role_nouns, lambda row: (row.lemma, *row.nouns)),
            (NameKind.HOLDER, self.all_holders, _full_names),
        )


def _of_day(found: list[Country], on: date | None) -> Country | None:
    """Give the first state that existed on the day; without a day, or when none did, simply the first."""
    alive = [country for country in found if on is None or _existed(country, on)]
    return next(iter(alive or found), None)


def _existed(country: Country, on: date) -> bool:
    day = on.isoformat()
    return country.since <= day[: len(country.since)] and (
        not country.until or day[: len(country.until)] <= country.until
    )
