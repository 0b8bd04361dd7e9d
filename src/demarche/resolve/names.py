"""Proper names: what the reader marked, corrected by what the tables know."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from demarche.annotate.time.words import MONTHS
from demarche.codebook.world import (
    PARTICLES,
    Country,
    Gender,
    NameKind,
    Organisation,
    OrganisationKind,
    PlaceKind,
    World,
)
from demarche.resolve.gazetteer import RANK, Found, Gazetteer, folded
from demarche.resolve.role_nouns import role_of
from demarche.resolve.words import BODY_NOUNS, MEMBERS

if TYPE_CHECKING:
    from demarche.annotate.reading import Name
    from demarche.resolve.titles import Titles
    from demarche.resolve.view import View

__all__ = ["Named", "focus", "is_town", "named"]

PERSON, BODY, PLACE, OTHER = "PER", "ORG", "LOC", "MISC"
KNOWN_CITY = 200_000
"""People of a city whose name, taken for something else by the reader, is still taken for the city."""
SMALLEST_SURNAME = 3
LONGEST = 16
"""Words of the longest name of the tables, with room."""
POSTAL = 2
"""Letters by which writers shorten the states of a federation ("Reading, PA")."""
COALITION = ["US-led", "Coalition"]
COALITION_LANDS = frozenset({"IRQ", "SYR", "AFG", "ISIS"})
"""Where the alliance fights that its own statements call just so."""
PARTS = frozenset("latin central south north".split())
"""Words that make a part of the continent of "America"."""
HONORIFICS = frozenset("mr. mr mrs. mrs ms. ms miss messrs.".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words `first` to `last`, half-open, that are a name of class `label`, with the row that the tables have for it.

    `found` are all rows that fit, likeliest first; empty where no table knows the name. `inner` marks a name inside
    a longer one ("Iraqi" in "Iraqi News Agency").
    """

    first: int
    last: int
    label: str
    found: tuple[Found, ...] = ()
    inner: bool = False

    @property
    def kind(self) -> NameKind | None:
        """The table that knows the name."""
        return self.found[0].kind if self.found else None

    @property
    def row(self) -> Country | Organisation | None:
        """The likeliest row."""
        return self.found[0].row if self.found else None


def named(view: View, names: Sequence[Name], gazetteer: Gazetteer, titles: Titles, on: date | None) -> list[Named]:
    """Return the names of an article in the order of the text, a longer one before those inside it."""
    words = _written(view)
    hits = [hit for first, last in view.ranges for hit in _grouped(gazetteer.find(words, first, last), on)]
    hits = [h for h in _with_countries(hits, view) if not (_is_postal(h, names, view) or _is_part(h, view))]
    lands = {h.row.code for h in hits if isinstance(h.row, Country)}
    hits = [h for h in hits if not _is_plain(h, lands, view)]
    people = {view.low[n.last - 1] for n in names if n.label == PERSON and n.last - n.first > 1}
    called = _called_by_title(view, names, titles.world)
    trimmed = (t for n in names if not _is_postal(n, names, view) and (t := _trimmed(view, n, titles, called)))
    read = [_relabelled(view, n, people, titles.world, on) for n in trimmed if not _all_lower(view, n)]
    read = _near_places(view, read)
    read += _honoured(view, read, titles)
    towns = {view.text(n.first, n.last) for n in (*read, *hits) if n.label == PLACE}
    read = [
        replace(n, label=PLACE) if n.label in {BODY, OTHER} and view.text(n.first, n.last) in towns else n for n in read
    ]
    people_words = {w for n in read if n.label == PERSON for w in range(n.first, n.last)}
    read = [n for n in read if n.label == PERSON or not people_words & set(range(n.first, n.last))]
    firsts = [hit.first for hit in hits]
    kept = [n for n in read if not any(_goes_before(view, hit, n, people) for hit in _near(hits, firsts, n))]
    kept = _allied(kept, hits, gazetteer, view)
    out = [*kept, *(_inner(hit, kept) for hit in hits if not _swallowed(hit, kept))]
    out += _surnames(view, out)
    return sorted(out, key=lambda n: (n.first, -n.last))


def _written(view: View) -> Sequence[str]:
    """Return the words of a text, with capitals for its nouns and adjectives where only its names got any."""
    if not view.caseless:
        return view.words
    low = zip(view.words, view.pos, strict=True)
    return [word.title() if pos in {"NOUN", "ADJ"} and word.islower() else word for word, pos in low]


def _is_part(hit: Named, view: View) -> bool:
    """Say whether a hit is "america" of "latin america" without capitals, or "The National" of "The National Guard"."""
    head = view.heads[hit.last - 1]
    opens = view.low[hit.first] == "the" and head == hit.last < len(view.words) and view.words[head][:1].isupper()
    return opens or (view.caseless and view.low[hit.first - 1] in PARTS and view.low[hit.first].startswith("america"))


def _is_plain(hit: Named, lands: set[str], view: View) -> bool:
    """Say whether a hit only looks like a name: "the Congress" where no United States are spoken of."""
    if hit.last - hit.first > 1 or view.low[hit.first] not in BODY_NOUNS:
        return False
    return isinstance(hit.row, Organisation) and hit.row.country not in lands


def _allied(names: Sequence[Named], hits: Sequence[Named], gazetteer: Gazetteer, view: View) -> list[Named]:
    """Take "the Coalition" of a text on a land where one fights for the American-led one."""
    lands = {getattr(hit.row, "code", None) or getattr(hit.row, "country", None) for hit in hits}
    if not lands & COALITION_LANDS:
        return list(names)
    found = tuple(gazetteer.find(COALITION, 0, len(COALITION)))
    return [replace(n, found=found, label=BODY) if view.words[n.first : n.last] == COALITION[-1:] else n for n in names]


def _with_countries(hits: Sequence[Named], view: View) -> Iterator[Named]:
    """Yield the table's names, a country and its own body that follows as one ("the U.S. Department of State")."""
    joined: Named | None = None
    for hit, after in zip_longest(hits, hits[1:]):
        if joined is None:
            yield hit
        joined = _joined(hit, after, view) if after and joined is None else None
        if joined:
            yield joined


def _joined(hit: Named, after: Named, view: View) -> Named | None:
    row = hit.row
    if not isinstance(row, Country) or after.first != hit.last or not view.words[after.first][:1].isupper():
        return None
    own = tuple(f for f in after.found if isinstance(f.row, Organisation) and f.row.country == row.code)
    return replace(after, first=hit.first, found=own) if own and after.last - after.first > 1 else None


def _is_postal(hit: Named | Name, names: Sequence[Name], view: View) -> bool:
    """Say whether two capitals after a place and a comma are the state where it lies, and not the body so called."""
    word = view.words[hit.first]
    if (
        hit.last - hit.first > 1
        or len(word) != POSTAL
        or not word.isupper()
        or view.words[hit.first - 1 : hit.first] != [","]
    ):
        return False
    return any(n.label == PLACE and n.last == hit.first - 1 for n in names)


def _near(hits: Sequence[Named], firsts: Sequence[int], name: Named) -> Sequence[Named]:
    """Return the table's names that may overlap one of the reader's; `firsts` are their first words, in order."""
    return hits[bisect_left(firsts, name.first - LONGEST) : bisect_left(firsts, name.last)]


def focus(names: Iterable[Named]) -> Counter[str]:
    """Count how often the names speak of each country; media and the two international codes do not count."""
    counts: Counter[str] = Counter()
    for name in names:
        row = name.row
        if isinstance(row, Country):
            counts[row.code] += 1
        elif isinstance(row, Organisation) and row.kind is not OrganisationKind.MEDIA and len(row.country) == 3:
            counts[row.country] += 1
    return counts


def _grouped(found: Iterable[Found], on: date | None) -> Iterator[Named]:
    """Yield one name for the rows of the same words, those alive on the day first."""
    spans: dict[tuple[int, int], list[Found]] = {}
    for hit in found:
        spans.setdefault((hit.first, hit.last), []).append(hit)
    for (first, last), hits in spans.items():
        order = sorted(hits, key=lambda h: (not _alive(h.row, on), RANK[h.kind]))
        label = BODY if order[0].kind is NameKind.ORGANISATION else PLACE
        yield Named(
            first=first,
            last=last,
            found=tuple(order),
            label=OTHER if order[0].kind in {NameKind.ADJECTIVE, NameKind.DEMONYM} else label,
        )


def _alive(row: Country | Organisation, on: date | None) -> bool:
    if on is None or not isinstance(row, Country):
        return True
    day = on.isoformat()
    return row.since <= day[: len(row.since)] and (not row.until or day[: len(row.until)] <= row.until)


def _all_lower(view: View, name: Named) -> bool:
    return all(word.islower() for word in view.words[name.first : name.last])


def _called_by_title(view: View, names: Sequence[Name], world: World) -> set[str]:
    """Return the surnames after given names, some of which are titles too ("Howard Dean", "Larry King")."""
    persons = (n for n in names if n.label == PERSON and n.last - n.first > 1)
    return {view.words[n.last - 1] for n in persons if world.gender(view.words[n.first]) is not Gender.UNKNOWN}


def _trimmed(view: View, name: Name, titles: Titles, surnames: set[str]) -> Named | None:
    """Cut titles off a person's name, and marks and articles off any; None where nothing is left."""
    first, last = name.first, name.last
    while first < last and (view.pos[first] in {"PUNCT", "DET", "ADP", "SPACE"} or view.low[first] == "the"):
        first += 1
    while last > first and (view.pos[last - 1] in {"PUNCT", "SPACE"} or view.low[last - 1] in {"'s", "’s", "'", "’"}):
        last -= 1
    while last - first > 1 and view.words[last - 1].islower() and _is_empty(view, last - 1):
        last -= 1
    surname = name.label == PERSON and last > first and view.words[last - 1] in surnames
    if first >= last or (last - first == 1 and not surname and _is_no_name(view, first, titles)):
        return None
    found = Named(first=first, last=last, label=name.label)
    if surname and (last - first == 1 or titles.world.gender(view.words[first]) is not Gender.UNKNOWN):
        return found
    return _untitled(view, found, titles) if name.label == PERSON else _not_a_title(view, found, titles)


def _is_empty(view: View, word: int) -> bool:
    """Say whether a word is an article or a preposition, whatever the reader took it for."""
    return view.pos[word] in {"DET", "ADP"} or view.words[word] in {"the", "of"}


def _is_no_name(view: View, word: int, titles: Titles) -> bool:
    """Say whether a single word that the reader took for a name is a pronoun, a title or a day's month."""
    dated = view.low[word] in MONTHS and any(
        w.isdigit() for w in (*view.words[word - 1 : word], *view.words[word + 1 : word + 2])
    )
    return dated or view.pos[word] == "PRON" or _is_bare_title(view, word, titles) or _are_people(view, word, titles)


def _are_people(view: View, word: int, titles: Titles) -> bool:
    """Say whether a capitalised word is a plain plural of people ("radical Islamists")."""
    low = view.low[word]
    return low.endswith("s") and role_of(titles.world, low) is not None


def _is_bare_title(view: View, word: int, titles: Titles) -> bool:
    """Say whether a capitalised title heads a longer phrase ("The Members of the Security Council")."""
    if view.low[word + 1 : word + 2] != ["of"]:
        return False
    return view.low[word].removesuffix("s") in MEMBERS or titles.exact([view.words[word]]) is not None


def _untitled(view: View, name: Named, titles: Titles) -> Named | None:
    """Cut the title off a person's name; a title alone is no name."""
    first, last = name.first, name.last
    floor = max(view.ranges[view.sentence[first]][0] if view.sentence[first] >= 0 else first, first - 3)
    if titles.ending_at(view.words, floor, last):
        return None
    cuts = (cut for cut in range(last - 1, first, -1) if _ends_title(view, titles, floor, cut))
    first = next(cuts, first)
    return replace(name, first=first + _is_qualified(view, first, last, titles.world))


def _is_qualified(view: View, first: int, last: int, world: World) -> bool:
    """Say whether a person's name begins with a word that is none: "American Ritter", "Briton Ken Bigley"."""
    if last - first < 2:
        return False
    word = view.words[first]
    if word.isupper() and not view.words[first + 1].isupper():
        return world.organisation(word) is not None  # "CNN Mubarak", where a caption runs into the next
    given = last - first > 2 and world.gender(view.words[first + 1]) is not Gender.UNKNOWN
    return (given or view.pos[first] == "ADJ") and world.country_of_adjective(word) is not None


def _not_a_title(view: View, name: Named, titles: Titles) -> Named | None:
    """Take "U.N. Secretary-General" for no name, and "UN Special Envoy de Mistura" for a person's."""
    first, last = name.first, name.last
    title = titles.find(view.words, first, min(last + 2, len(view.words)))
    if title is None or (last - first == 1 and title.last <= last):
        return name
    if title.last > last:
        return None if title.first < last else name
    if title.office.level in {"private", "local"}:
        return name
    if title.last == last or view.pos[title.last] == "ADP":
        return None
    return Named(first=title.last, last=last, label=PERSON)


def _ends_title(view: View, titles: Titles, floor: int, cut: int) -> bool:
    """Say whether a title ends before a word; one that is also a given name ("Lama") is the name."""
    title = titles.ending_at(view.words, floor, cut, courtesy=True)
    if title is None:
        return False
    return title.last - title.first > 1 or titles.world.gender(view.words[title.first]) is Gender.UNKNOWN


def _relabelled(view: View, name: Named, people: set[str], world: World, on: date | None) -> Named:
    """Take a lone surname of a person in the text for that person, and a name with a given name in it for one."""
    if name.label == PERSON:
        return name
    if name.last - name.first == 1 and view.low[name.first] in people:
        return replace(name, label=PERSON)
    if name.last - name.first == 1 and on and any(h.held(on) for h in world.holders(view.words[name.first], on)[:1]):
        known = world.country_of_name(view.words[name.first]) or world.country_of_metonym(view.words[name.first])
        return name if known or world.organisation(view.words[name.first]) else replace(name, label=PERSON)
    if is_town(view.text(name.first, name.last), world):
        return replace(name, label=PLACE)
    if name.label == BODY and name.last - name.first > 2:
        at = name.last - 2
        if world.gender(view.words[at]) is not Gender.UNKNOWN and view.low[name.last - 1] in people:
            return replace(name, first=at, label=PERSON)
    return name


def _near_places(view: View, names: Sequence[Named]) -> list[Named]:
    """Take for one place what the reader took for persons after "near" ("Near Ayn Isa, three strikes ...")."""
    out: list[Named] = []
    for name in names:
        before = out[-1] if out else None
        if before and before.label == PLACE and name.label == PERSON and _goes_on(view, before, name):
            out[-1] = replace(before, last=name.last)
        elif name.label == PERSON and not _is_owner(view, name) and (first := _after_near(view, name)) is not None:
            out.append(replace(name, first=first, label=PLACE))
        else:
            out.append(name)
    return out


def _after_near(view: View, name: Named) -> int | None:
    """Return where a place's name begins after "near", though the reader left its first word out ("Near Ayn Isa")."""
    first = name.first
    if view.low[first - 1] != "near" and view.pos[first - 1] == "PROPN":
        first -= 1
    return first if view.low[first - 1] == "near" else None


def _goes_on(view: View, place: Named, name: Named) -> bool:
    return view.low[place.first - 1] == "near" and place.last == name.first and not _is_owner(view, name)


def _is_owner(view: View, name: Named) -> bool:
    """Say whether something is a name's owner's, who may well be a person ("near Sununu's office")."""
    return view.low[name.last : name.last + 1] in (["'s"], ["’s"])


def is_town(text: str, world: World) -> bool:
    """Say whether a name is that of a region, a sea, or a city that everybody knows."""
    places = world.places(text) if text[:1].isupper() and not text.isupper() else []
    return bool(places) and (places[0].kind is not PlaceKind.CITY or places[0].population >= KNOWN_CITY)


def _honoured(view: View, names: Sequence[Named], titles: Titles) -> Iterator[Named]:
    """Yield the names after "Mr." and the like that the reader took for something else or overlooked.

    So does one that begins with a particle right after a title ("the UN Special Envoy de Mistura").
    """
    people = {w for n in names if n.label == PERSON for w in range(n.first, n.last)}
    for word in range(1, len(view.words)):
        if view.low[word] in PARTICLES and word not in people and _is_surname_after_title(view, word, titles):
            yield Named(first=word, last=word + 2, label=PERSON)
        if view.low[word - 1] in HONORIFICS and word not in people and view.words[word][:1].isupper():
            last = word + 1
            while last < len(view.words) and view.words[last][:1].isupper() and view.dep[last] == "flat":
                last += 1
            yield Named(first=word, last=last, label=PERSON)


def _is_surname_after_title(view: View, word: int, titles: Titles) -> bool:
    """Say whether a particle stands between a title and a capitalised name."""
    after = view.words[word + 1 : word + 2]
    return bool(after) and after[0][:1].isupper() and titles.ending_at(view.words, view.floor(word), word) is not None


def _goes_before(view: View, hit: Named, name: Named, people: set[str]) -> bool:
    """Say whether the table's name takes the place of the reader's."""
    if hit.last <= name.first or name.last <= hit.first:
        return False
    if (hit.first, hit.last) == (name.first, name.last):
        return not (name.label == PERSON and view.low[hit.last - 1] in people)
    inside = name.first <= hit.first and hit.last <= name.last
    return not inside or _drops_only_noise(view, hit, name)


def _drops_only_noise(view: View, hit: Named, name: Named) -> bool:
    """Say whether the words by which the reader's name is longer are no names ("Hamas fighters")."""
    rest = [*range(name.first, hit.first), *range(hit.last, name.last)]
    return all(not view.words[w][:1].isupper() or not view.words[w][:1].isalpha() for w in rest)


def _swallowed(hit: Named, kept: Sequence[Named]) -> bool:
    """Say whether a table's name is only a part of a person's ("Jordan" in "Michael Jordan")."""
    if any(n.label == PERSON and n.first < hit.last and hit.first < n.last for n in kept):
        return True
    around = next((n for n in kept if n.label == PLACE and n.first <= hit.first and hit.last <= n.last), None)
    return around is not None and hit.last - hit.first != around.last - around.first


def _inner(hit: Named, kept: Sequence[Named]) -> Named:
    inner = any(n.first <= hit.first and hit.last <= n.last for n in kept)
    return replace(hit, inner=True) if inner else hit


def _surnames(view: View, names: Sequence[Named]) -> Iterator[Named]:
    """Yield the bare surnames, and first names of the well known, that the reader overlooked."""
    taken = {w for n in names for w in range(n.first, n.last)}
    known = {
        view.words[w]
        for n in names
        if n.label == PERSON and n.last - n.first > 1
        for w in (n.last - 1,)
        if len(view.words[w]) >= SMALLEST_SURNAME and view.words[w][0].isupper()
    }
    for word, text in enumerate(view.words):
        if text in known and word not in taken and view.pos[word] == "PROPN" and folded(text):
            yield Named(first=word, last=word + 1, label=PERSON)
