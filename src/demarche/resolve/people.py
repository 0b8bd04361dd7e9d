"""Which names of persons are one person, and whom the table of office holders knows him as."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from demarche.codebook.world import PARTICLES, SUFFIXES, Gender, Holder, World, normalise
from demarche.resolve.gazetteer import folded
from demarche.resolve.phrase import Phrase

__all__ = ["Person", "known_as", "people"]

BURMESE = "u"
"""What stands before the names of Burmese men, and is no initial ("U Thant")."""
NEAR_OFFICE = 2
"""Years before or after a spell in office in which the bare surname still means its holder."""
HEADS = frozenset("head_of_state head_of_government foreign_minister leader secretary_of_state".split())
"""Offices whose holders are called by the bare surname or the office alone."""
WELL_KNOWN = frozenset("opposition_leader rebel_leader religious_leader".split())
"""Other offices of people whom the news calls by the bare surname from the first mention on."""
STATE = frozenset({"head_of_state", "head_of_government"})
CHAIRS = frozenset({"business_leader"})
"""Offices whose title heads of companies, parties and some states share ("Chairman Mao")."""
MONARCHS = frozenset("king queen emperor emir sultan prince princess pope shah monarch".split())


@dataclass(slots=True)
class Person:
    """The phrases that name one person, by their place in the list, and his name in parts."""

    phrases: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    holder: Holder | None = None
    secretary: bool = False
    """Whether somebody calls him "Secretary" alone, as secretaries of state are called."""

    @property
    def full(self) -> tuple[str, ...]:
        """The longest name."""
        return max(self.names, key=lambda parts: (len(parts), sum(map(len, parts))))


def people(
    phrases: Sequence[Phrase], sides: Mapping[int, str], world: World, on: date | None, focus: Container[str]
) -> list[Person]:
    """Cluster the named persons among the phrases: names in full first, then surnames and first names.

    The table of holders tells a bearer of a high title from his namesakes. `sides` maps a phrase, by
    its place in the list, to the country that its words give the person; `focus` are the countries spoken of.
    """
    found: list[Person] = []
    named = [(number, _parts(p.name)) for number, p in enumerate(phrases) if p.core and p.badge.kind == "person"]
    named = [(number, parts) for number, parts in named if parts]
    for number, parts in named:
        if len(parts) > 1:
            same = next((p for p in found if any(_same_full(parts, name) for name in p.names)), None)
            _join(found, same, number, parts, phrases[number])
            _note_side(found, number, sides)
    leaders: dict[tuple[str, str | None], Sequence[Holder]] = {}
    for number, parts in named:
        if len(parts) == 1:
            phrase = phrases[number]
            called = (phrase.name, phrase.office)
            if called not in leaders:
                leaders[called] = [h for h in _leaders(phrase, world, on) if phrase.office or h.country in focus]
            fits = [p for p in found if not _is_namesake(p, number, phrase, leaders[called])]
            fits = [p for p in fits if _may_be_called(p, phrase, phrases)]
            same = _nearest(fits, number, parts[0], phrases, sides.get(number))
            _join(found, same, number, parts, phrases[number])
            _note_side(found, number, sides)
    return found


def _leaders(phrase: Phrase, world: World, on: date | None) -> Sequence[Holder]:
    """Return the holders of the day whom a bare surname, or one with a high title, can mean by itself."""
    if on is None or (phrase.office and phrase.office not in HEADS):
        return ()
    wanted = {phrase.office} if phrase.office else HEADS
    return [h for h in world.holders(phrase.name, on) if h.office in wanted and h.held(on)]


def _is_namesake(person: Person, number: int, phrase: Phrase, leaders: Sequence[Holder]) -> bool:
    """Say whether "President Kennedy" is known to be another Kennedy than a person named in full.

    So is a bare surname that stands before the full name of another: the reader is expected to know whom it means.
    """
    if not leaders or len(person.full) == 1 or (phrase.office and phrase.office in person.offices):
        return False
    if not phrase.office and number > person.phrases[0]:
        return False
    return not any(_is_named(h, person.full) for h in leaders)


def _may_be_called(person: Person, phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Say whether "Mr." or "Mrs." before a bare name may be said of a person: no Mr. Curie is Marie."""
    known = {phrases[n].gender for n in person.phrases} - {Gender.UNKNOWN}
    return phrase.gender in known | {Gender.UNKNOWN} or not known


def _note_side(found: Sequence[Person], number: int, sides: Mapping[int, str]) -> None:
    if number in sides:
        next(p for p in found if number in p.phrases).sides.add(sides[number])


def _join(found: list[Person], person: Person | None, number: int, parts: tuple[str, ...], phrase: Phrase) -> None:
    if person is None:
        person = Person()
        found.append(person)
    person.phrases.append(number)
    person.names.append(parts)
    if phrase.office:
        person.offices.add(phrase.office)
    person.secretary |= (phrase.noun or "").lower() == "secretary"


@lru_cache(maxsize=16_384)
def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name without initials, suffixes and particles ("James A. Baker III" as james, baker)."""
    parts = [part for word in name.split() for part in folded(word) if part != "the"]
    kept = [p for i, p in enumerate(parts) if p not in SUFFIXES and (len(p) > 1 or (i == 0 and p == BURMESE))]
    kept = [p for i, p in enumerate(kept) if p not in PARTICLES or i == len(kept) - 1]
    return tuple(kept or parts)


def _same_full(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two full names can be one person's: same surname, and one's first names among the other's."""
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    return not short or any(a == b or a.startswith(b) or b.startswith(a) for a in short for b in long)


def _nearest(
    found: Sequence[Person], number: int, part: str, phrases: Sequence[Phrase], side: str | None
) -> Person | None:
    """Return the person whom one bare name means: called just so elsewhere, or nearest before, or nearest after."""
    fits = [p for p in found if any(part in name for name in p.names)]
    if not fits:
        return None
    office = phrases[number].office
    crowned = (phrases[number].noun or "").lower() in MONARCHS

    def rank(person: Person) -> tuple[bool, bool, bool, int]:
        before = [n for n in person.phrases if n < number]
        away = number - before[-1] if before else 100_000 + person.phrases[0] - number
        alone = (part,) in person.names
        surname = any(name[-1] == part for name in person.names)
        clash = bool(office and person.offices and office not in person.offices)
        clash = clash or bool(side and person.sides and side not in person.sides)
        clash = clash or (crowned and not alone and all(name[0] != part for name in person.names))
        return clash, not alone, not surname, away

    best = min(fits, key=rank)
    return None if rank(best)[0] and (len(best.full) == 1 or crowned or side) else best


def known_as(
    person: Person, phrases: Sequence[Phrase], world: World, on: date | None, focus: Iterable[str]
) -> Holder | None:
    """Return the office holder that a person is, or None: by full name, or by surname with office and country."""
    texts = dict.fromkeys(phrases[n].name for n in person.phrases)
    for text in texts:
        if len(_parts(text)) > 1:
            words = _plain(text).split()
            tails = (" ".join(words[i:]) for i in range(len(words) - 1))
            found = [h for tail in tails for h in world.holders(tail, on) if _is_named(h, person.full)]
            if found:
                return found[0]
    if on is None and not (person.offices or person.secretary):
        return None
    places = person.sides or set(focus)
    alone = len(person.full) == 1
    called = texts if alone else [text.split()[-1] for text in texts]
    spells = [h for text in called for h in world.holders(text, on) if _near(h, on) and _callable(h, person, places)]
    spells = [h for h in spells if alone or " " not in h.name]  # of many the table has the surname alone
    kept = [h for h in spells if on and h.held(on)] or spells
    return kept[0] if len({h.name for h in kept}) == 1 or (on and person.offices and kept) else None


def _plain(name: str) -> str:
    """Leave out middle initials and suffixes."""
    words = [w for w in name.split() if normalise(w) not in SUFFIXES]
    return " ".join(w for i, w in enumerate(words) if i == 0 or len(normalise(w)) > 1)


def _is_named(holder: Holder, full: tuple[str, ...]) -> bool:
    return any(_same_full(_parts(name), full) for name in (holder.name, *holder.aliases) if len(_parts(name)) > 1)


def _near(holder: Holder, on: date | None) -> bool:
    """Say whether somebody held office within `NEAR_OFFICE` years of a day; without a day, ever."""
    if on is None:
        return True
    since, until = int(holder.since[:4] or 0), int(holder.until[:4] or 9999)
    return since - NEAR_OFFICE <= on.year <= until + NEAR_OFFICE


def _callable(holder: Holder, person: Person, focus: set[str]) -> bool:
    """Say whether the words allow the holder: his office is named, or he is a head and his country is spoken of."""
    if person.offices & {holder.office} or (person.secretary and holder.office == "secretary_of_state"):
        return not person.sides or holder.country in person.sides
    if person.offices and person.offices <= CHAIRS:
        return holder.office in STATE and holder.country in focus
    heads = person.offices & HEADS or not person.offices
    return bool(heads) and holder.office in HEADS | WELL_KNOWN and holder.country in focus


def gender_of(person: Person, phrases: Sequence[Phrase]) -> Gender:
    """Return what the words and the table say of a person's gender."""
    if person.holder and person.holder.gender is not Gender.UNKNOWN:
        return person.holder.gender
    seen = [phrases[n].gender for n in person.phrases if phrases[n].gender is not Gender.UNKNOWN]
    return max(set(seen), key=seen.count) if seen else Gender.UNKNOWN
