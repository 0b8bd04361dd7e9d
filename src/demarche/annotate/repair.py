"""Names undone word by word: from "White Home" to the White House, through the pairs of the damage lexicon."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from demarche.annotate.kinship import Kinship, plain_spelling
from demarche.codebook.world import NameKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from demarche.codebook import Codebook

__all__ = ["Repaired", "Repairer", "known_names"]

LONGEST_NAME = 8  # words
LEAST_WEIGHT = 0.05
"""Pairs below this weight are near to noise even in a damaged text."""
LONGEST_NEAR = 6  # words of a name that is repaired without a pair
LONGEST_ODD = 3  # words that a spinner writes for one
LONE_WEIGHT = 0.7
"""Weight of a pair that repairs a word where no other word of the name was left standing."""
_OWN_TITLES = frozenset("leader head chief ruler lord assistant envoy aide deputy lawyer professor doctor".split())
LEFT_ALONE = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "al", "a", "an", "at", "by", "with"})
_PERSON_TITLES = (  # the likeliest first
    "representative senator secretary president minister spokesman spokeswoman ambassador governor "
    "general colonel "
    "congressman congresswoman chancellor king queen prince princess pope judge justice director chairman mayor"
)
# Compounds that head names of all countries and places, and names that no table of states and offices holds.
_COMPOUNDS = (
    "International Airport",
    "Air Force One",
    "Air Force Two",
    "Foreign Relations Committee",
    "Foreign Affairs Committee",
    "Armed Services Committee",
    "Intelligence Committee",
    "Judiciary Committee",
    "Wall Street Journal",
    "New York Times",
    "Washington Post",
    "Los Angeles Times",
    "Financial Times",
    "Associated Press",
    "Health Ministry",
    "Foreign Ministry",
    "Defense Ministry",
    "Defence Ministry",
    "Interior Ministry",
    "Finance Ministry",
    "Justice Ministry",
    "Oil Ministry",
    "Security Council",
    "National Security",
    "National Security Council",
    "General Assembly",
    "Human Rights Council",
    "Human Rights Watch",
    "State Department",
    "Justice Department",
    "Treasury Department",
    "Defense Department",
    "Homeland Security",
    "Supreme Court",
    "Constitutional Court",
    "High Court",
    "Supreme Leader",
    "Prime Minister",
    "Foreign Minister",
    "Defense Minister",
    "Defence Minister",
    "Finance Minister",
    "Interior Minister",
    "Health Minister",
    "Justice Minister",
    "Defense Secretary",
    "Defence Secretary",
    "Foreign Secretary",
    "Home Secretary",
    "Treasury Secretary",
    "Secretary of State",
    "Secretary of Defense",
    "Secretary General",
    "Vice President",
    "National Security Adviser",
    "Attorney General",
    "Chief of Staff",
    "Joint Chiefs of Staff",
    "Press Secretary",
    "White House",
    "Oval Office",
    "Middle East",
    "Far East",
    "West Bank",
    "East Jerusalem",
    "Gaza Strip",
    "Golan Heights",
    "Persian Gulf",
    "Red Sea",
    "Black Sea",
    "Dead Sea",
    "South China Sea",
    "Suez Canal",
    "Strait of Hormuz",
    "Latin America",
    "South America",
    "North America",
    "Central Command",
    "Special Forces",
    "Revolutionary Guards",
    "Revolutionary Guard",
    "Republican Guard",
    "National Guard",
    "Coast Guard",
    "Air Force",
    "Special Operations",
    "Central Bank",
    "World Bank",
    "Red Cross",
    "Red Crescent",
    "Islamic State",
    "Palestinian Authority",
    "Palestinian Liberation Organization",
    "Muslim Brotherhood",
    "Labour Party",
    "Labor Party",
    "Conservative Party",
    "Liberal Party",
    "Democratic Party",
    "Republican Party",
    "Communist Party",
    "Green Party",
    "House of Representatives",
    "House of Commons",
    "House of Lords",
    "Capitol Hill",
    "Geneva Convention",
    "Peace Treaty",
    "Cold War",
    "Civil War",
    "World War",
    "Gulf War",
    "Nobel Peace Prize",
    "Iron Dome",
    "Camp David",
    "Situation Room",
    "Foreign Office",
    "Home Office",
    "European Commission",
    "European Parliament",
    "European Council",
    "European Union",
    "European Central Bank",
    "African Union",
    "Arab League",
    "United Nations",
    "United States",
    "United Kingdom",
    "United Arab Emirates",
    "Saudi Arabia",
    "North Korea",
    "South Korea",
    "South Africa",
    "New Zealand",
    "Hong Kong",
    "Soviet Union",
    "North Atlantic Treaty Organization",
    "International Monetary Fund",
    "International Criminal Court",
    "International Court of Justice",
    "International Atomic Energy Agency",
    "World Health Organization",
    "World Trade Organization",
    "World Food Programme",
    "Central Intelligence Agency",
    "Federal Bureau of Investigation",
    "Federal Reserve",
    "National Security Agency",
    "Defense Intelligence Agency",
    "Amnesty International",
    "Wall Street",
    "Sky News",
    "Fox News",
    "BBC News",
    "Guantanamo Bay",
    "Joint Chiefs",
    "Marine Corps",
    "Secret Service",
    "Department of State",
    "Department of Defense",
    "Ministry of Defence",
    "Ministry of Foreign Affairs",
    "Cabinet Office",
    "Security Cabinet",
    "War Cabinet",
    "West Wing",
    "Good Friday Agreement",
    "Six Day War",
    "Yellow Sea",
    "East China Sea",
    "Mediterranean Sea",
    "Indian Ocean",
    "Pacific Ocean",
    "Atlantic Ocean",
    "Nuclear Suppliers Group",
    "Organization of American States",
    "Election Commission",
    "Electoral Commission",
    "Parliament Speaker",
)


_SHORT = frozenset({"us", "uk", "un", "eu"})
_COMMON = frozenset(tuple(name.lower().split()) for name in _COMPOUNDS)

_Gapped = tuple[int, tuple[str, ...]]
"""A name without one word: the place of the gap, and the words around it."""


class Repaired(NamedTuple):
    """Words `first` to `last` of the text, half-open, and the name that they stood for."""

    first: int
    last: int
    repaired: str


@dataclass(slots=True)
class _Node:
    """Where one can stand inside a name, and the name that ends here."""

    then: dict[str, _Node] = field(default_factory=dict)
    name: str | None = None


class _Candidate(NamedTuple):
    """A name up to word `last` if the wording `odd` stood for another; `rest` are the words of it that say something.

    `kin`: how near the two wordings are; `alone`: no other name has this rest; `stands`: the name stands in the
    text elsewhere; `common`: it is one of those that all papers write.
    """

    last: int
    name: str
    odd: tuple[str, ...]
    rest: tuple[str, ...]
    kin: int
    alone: bool
    stands: bool
    common: bool

    @property
    def rank(self) -> tuple[bool, int, int, bool, bool]:
        return self.kin > 0, self.last, self.kin, self.stands, self.common


class _Path(NamedTuple):
    """A way from the text to a name: words read, words that were undone, words left alone, the weakest pair."""

    last: int
    name: str
    undone: int
    kept: int
    weight: float


class Repairer:
    """Knows the names of the codebook and the pairs that lead to them."""

    def __init__(self, book: Codebook) -> None:
        """Index names by their words and pairs by what the spinner wrote."""
        self._root = _Node()
        self._known: set[tuple[str, ...]] = set()
        for name in _names(book):
            self._add(name)
        self._pairs = _pairs(book)
        self._world = book.world
        self._gapped: dict[_Gapped, set[str]] | None = None
        self._there: frozenset[str] = frozenset()
        self._standing: frozenset[tuple[str, ...]] = frozenset()
        self._kinship = Kinship(book.damage.entries)
        self._titles = _PERSON_TITLES.split()

    def names(self, forms: Sequence[str], gaps: Sequence[bool], *, bold: bool = False) -> Iterator[Repaired]:
        """Yield the damaged names among these words, left to right, none overlapping; `gaps` marks words after a mark.

        `bold` goes beyond the pairs, for a text that is known to be damaged: a name of which one word is odd is
        taken for the only name that has all its other words.
        """
        at = 0
        lower = [form.lower() for form in forms]
        bare = tuple(word.removesuffix("'s") for word in lower)
        self._there = frozenset(lower)
        self._standing = (
            frozenset(bare[i : i + self._known_words(i, bare)] for i in range(len(bare))) if bold else frozenset()
        )
        while at < len(forms):
            known = self._known_words(at, bare) if bare[at] in self._root.then else 1
            found = self._best(at, forms, bare, gaps) if forms[at][:1].isupper() else None
            if bold and known == 1 and forms[at][:1].isupper():
                found = max(found, self._near(at, forms, bare, gaps), key=lambda r: r.last if r else 0)
            if found:
                yield found
            at = found.last if found else at + known

    def _best(self, at: int, forms: Sequence[str], bare: tuple[str, ...], gaps: Sequence[bool]) -> Repaired | None:
        paths: list[_Path] = []
        if bare[at] in self._root.then or bare[at] in self._pairs:
            walked = self._walk(self._root, at, at, bare, gaps, _Path(at, "", 0, 0, 1.0))
            paths = [p for p in walked if _holds(p, at, forms) and not self._is_known(forms[at : p.last])]
        if paths:
            best = max(paths, key=lambda p: (p.last, p.kept, self._seen(p.name), p.weight))
            return Repaired(at, best.last, _cased(best.name, forms[at]))
        return self._title(at, forms, gaps)

    def _is_known(self, forms: Sequence[str]) -> bool:
        written = " ".join(forms).lower()
        return any(tuple(spelled.split()) in self._known for spelled in (written, plain_spelling(written)))

    def _walk(
        self, node: _Node, start: int, at: int, bare: tuple[str, ...], gaps: Sequence[bool], path: _Path
    ) -> Iterator[_Path]:
        """Yield every name that the words from `start` can stand for."""
        if node.name is not None and path.undone:
            yield path._replace(last=at, name=node.name)
        if at >= len(bare) or (at > start and gaps[at]) or at - start >= LONGEST_NAME:
            return
        word = bare[at]
        if word in node.then:
            kept = path.kept + (word not in LEFT_ALONE)
            yield from self._walk(node.then[word], start, at + 1, bare, gaps, path._replace(kept=kept))
        for phrase, original, weight in self._pairs.get(word, ()):
            end = at + len(phrase)
            if original[0] not in node.then or bare[at:end] != phrase or any(gaps[at + 1 : end]):
                continue
            then = _follow(node, original)
            if then is not None:
                undone = path._replace(undone=path.undone + 1, weight=min(path.weight, weight))
                yield from self._walk(then, start, end, bare, gaps, undone)

    def _title(self, at: int, forms: Sequence[str], gaps: Sequence[bool]) -> Repaired | None:
        """Repair a title before a person's name ("Consultant Dan Goldman")."""
        if at + 2 >= len(forms) or gaps[at + 1] or gaps[at + 2] or not all(f[:1].isupper() for f in forms[at : at + 3]):
            return None
        word = forms[at].lower()
        if word in self._titles:
            return None
        made = {o[0] for p, o, _ in self._pairs.get(word, ()) if p == (word,) and len(o) == 1}
        title = next((t for t in self._titles if t in made), None)
        return Repaired(at, at + 1, title.capitalize()) if title and word not in _OWN_TITLES else None

    def _near(self, at: int, forms: Sequence[str], bare: tuple[str, ...], gaps: Sequence[bool]) -> Repaired | None:
        """Repair the one odd wording of a name: by what is akin to it, or whatever it is where only one name fits."""
        found = [c for c in self._candidates(at, forms, bare, gaps) if self._fits(c)]
        best = max((c.rank for c in found), default=None)
        likeliest = {c.name: c for c in found if c.rank == best}
        if len(likeliest) != 1:
            return None
        ((name, chosen),) = likeliest.items()
        return Repaired(at, chosen.last, name)

    def _candidates(
        self, at: int, forms: Sequence[str], bare: tuple[str, ...], gaps: Sequence[bool]
    ) -> Iterator[_Candidate]:
        """Yield the names that lack one wording of those that stand here."""
        if self._gapped is None:
            self._gapped = _gapped(self._known)
        for last in range(at + 2, min(at + LONGEST_NEAR, len(forms)) + 1):
            if gaps[last - 1]:
                break
            for first, end in _stretches(forms[at:last]):
                before, odd, after = bare[at : at + first], bare[at + first : at + end], bare[at + end : last]
                fills = self._gapped.get((first, before + after), set())
                if before + after in self._known or self._is_known(forms[at:last]):
                    continue
                for fill in fills:
                    yield _Candidate(
                        last=last,
                        name=" ".join((*forms[at : at + first], _capital(fill), *forms[at + end : last])),
                        odd=odd,
                        rest=tuple(word for word in before + after if word not in LEFT_ALONE),
                        kin=self._kinship.between(" ".join(odd), fill),
                        alone=len(fills) == 1,
                        stands=(*before, fill, *after) in self._standing,
                        common=(*before, fill, *after) in _COMMON,
                    )

    def _fits(self, one: _Candidate) -> bool:
        """Judge a candidate: what is akin may stand for it; a stranger only in a name that can hardly be another."""
        sure = one.common or one.stands
        if one.kin:
            return sure or (len(one.rest) > 1 and not self._is_place(one.rest))
        return sure and one.alone and len(one.rest) > 1 and len(one.odd) == 1 and self._is_odd(one.odd[0])

    def _is_place(self, words: Sequence[str]) -> bool:
        """Say whether words are a country or people alone, beside which any body or people of theirs may stand."""
        name = " ".join(_capital(word) for word in words)
        return words[0].replace(".", "") in _SHORT or bool(
            self._world.country_of_name(name) or self._world.country_of_adjective(name)
        )

    def _is_odd(self, word: str) -> bool:
        """Say whether a word is of the dictionary and names no country, people, place or office."""
        from lemminflect import getAllLemmas

        titled = word.capitalize()
        named = (
            self._world.country_of_name(titled)
            or self._world.country_of_adjective(titled)
            or self._world.places(titled)
        )
        return bool(word.isalpha() and getAllLemmas(word) and not named and not self._world.office(word))

    def _seen(self, name: str) -> int:
        """Count the words of a name that stand in the text anyway: it spells "Defense" or "Defence"."""
        return sum(word.lower() in self._there for word in name.split())

    def _known_words(self, at: int, bare: Sequence[str]) -> int:
        """Return the length of the known name that stands here, so that none of its tails is taken for another."""
        node, longest = self._root, 1
        for end in range(at, min(at + LONGEST_NAME, len(bare))):
            following = node.then.get(bare[end])
            if following is None:
                break
            node = following
            if node.name is not None:
                longest = end - at + 1
        return longest

    def _add(self, name: str) -> None:
        self._known_as(name, tuple(name.lower().split()))
        self._known_as(name, tuple(plain_spelling(name.lower()).split()))

    def _known_as(self, name: str, words: tuple[str, ...]) -> None:
        node = self._root
        for word in words:
            node = node.then.setdefault(word, _Node())
        if node.name is None:
            node.name = name
        self._known.add(words)


def _stretches(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that may stand for one: all else is written as a name, and they begin so."""
    named = [form[:1].isupper() or form in LEFT_ALONE for form in forms]
    for first in range(len(forms)):
        if not named[first] or forms[first].lower() in LEFT_ALONE:
            continue
        for end in range(first + 1, min(first + LONGEST_ODD, len(forms)) + 1):
            if all(named[:first]) and all(named[end:]) and end - first < len(forms):
                yield first, end


def _gapped(names: Iterable[tuple[str, ...]]) -> dict[_Gapped, set[str]]:
    """Map names without one word to the words that can fill the gap; a gap leaves a word that says something."""
    found: dict[_Gapped, set[str]] = defaultdict(set)
    for words in names:
        for odd, word in enumerate(words):
            rest = words[:odd] + words[odd + 1 :]
            if word not in LEFT_ALONE and len(words) <= LONGEST_NEAR and any(w not in LEFT_ALONE for w in rest):
                found[odd, rest].add("defense" if word == "defence" else word)
    return dict(found)


def known_names(book: Codebook) -> frozenset[tuple[str, ...]]:
    """Return the names that can be repaired, as lower-cased words."""
    return frozenset(tuple(name.lower().split()) for name in _names(book))


def _names(book: Codebook) -> Iterator[str]:
    """Yield the names of two words or more, those made of capitals first."""
    kinds = {NameKind.ORGANISATION, NameKind.OFFICE, NameKind.COUNTRY, NameKind.METONYM, NameKind.PART}
    yield from _COMPOUNDS
    for surface in book.world.names():
        text = surface.text.removeprefix("the ").removeprefix("The ").replace("’", "'")
        if surface.kind in kinds and 1 < len(text.split()) <= LONGEST_NAME:
            yield text if surface.kind is not NameKind.OFFICE else " ".join(_capital(w) for w in text.split())


def _pairs(book: Codebook) -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...], float]]]:
    """Map the first word that a spinner wrote to all pairs: its phrase, the plain words, the weight."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], float]]] = defaultdict(list)
    for pair in book.damage.entries:
        if "#" not in pair.phrase and pair.weight >= LEAST_WEIGHT:
            found[pair.phrase[0]].append((pair.phrase, pair.original, pair.weight))
    return dict(found)


def _follow(node: _Node, words: Iterable[str]) -> _Node | None:
    for word in words:
        following = node.then.get(word)
        if following is None:
            return None
        node = following
    return node


def _holds(path: _Path, first: int, forms: Sequence[str]) -> bool:
    """Judge a way: the words are written as a name is, and something of the name was left, or the pairs are sure."""
    inside = [f for f in forms[first : path.last] if f.lower() not in LEFT_ALONE]
    capitals = sum(f[:1].isupper() for f in inside)
    if capitals < 2 and not (capitals and path.undone == 1 and len(inside) > 1):
        return False
    fewer = len(path.name.split()) < path.last - first
    if capitals < len(inside) - fewer:
        return False
    return path.kept > 0 or path.weight >= LONE_WEIGHT


def _cased(name: str, first: str) -> str:
    return _capital(name) if first[:1].isupper() else name


def _capital(word: str) -> str:
    return word if word in LEFT_ALONE else word[:1].upper() + word[1:]
