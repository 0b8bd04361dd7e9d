"""What the tables and the words around say of a plain noun: its title, what people of it do, whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from demarche.codebook.world import NameKind, Organisation, OrganisationKind, RoleNoun, World
from demarche.resolve import words as lists
from demarche.resolve.names import Named
from demarche.resolve.role_nouns import role_of
from demarche.resolve.ties import Tie, is_aside

if TYPE_CHECKING:
    from demarche.resolve.titles import Title, Titles
    from demarche.resolve.view import View

__all__ = ["Noun", "Nouns", "are_some", "names_between"]

DEFINITE = frozenset("the this that these those both".split())
SIDE_NOUNS = frozenset({"party", "side"})
WHOLE = frozenset("all the both two these those warring opposing conflicting".split())
LOCALS = lists.CIVILIAN | {"OPP", "REB", "PTY"}
"""Sectors of people who are of the land where they are."""
BELONGING = frozenset("associate affiliate link belong ally loyal".split())
"""Words by which people are said to be of a side that follows."""
TITLE_AFTER = 6
"""Words from the noun of a title to its end ("minister of state for foreign affairs" has one more)."""
COUNTED = frozenset({"ADJ", "NUM", "PROPN"})
NEAR_NAMES = 12
"""Names looked at inside one noun phrase; no phrase of news has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun with what is known of it: `word` is the one that says what it is, `head` the head of its phrase.

    `ties` are the names that say whose it is; `told` says whether any name hangs on it, as in "pro-Assad forces".
    """

    first: int
    last: int
    head: int
    word: int
    lemma: str
    title: Title | None
    role: RoleNoun | None
    ties: Sequence[Named]
    told: bool
    plural: bool
    collective: bool
    determined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """Gathers what is known of nouns; `owners` are the names that hang on each word."""

    view: View
    names: Sequence[Named]
    titles: Titles
    world: World
    owners: Mapping[int, Sequence[Tie]]

    def of(self, head: int, word: int) -> Noun:
        """Gather what the tables and the words around say of a noun."""
        view = self.view
        tail = view.tail(word)
        start, end = view.start_of(word), max(view.end_of(word, plain=True), tail + 1)
        if view.low[start] == "least" and start and view.low[start - 1] == "at":
            start -= 1
        if start > view.floor(word) and view.pos[start - 1] == "DET" and start <= view.heads[start - 1] <= tail:
            start -= 1
        start = min(start, view.start_of(tail)) if tail > word else start  # "the U.N." may hang on "General"
        title = self._title(start, word, tail)
        title = self.titles.in_body(title, view.words, self.names) if title else None
        start = self._widened(start, title) if title else start
        end = max(end, title.last) if title else end
        word = tail if title and title.last == tail + 1 else word
        start = self._joined_start(start, word)
        lemma = self._lemma(word)
        collective = self._collective(start, word, lemma)
        plain = lemma in lists.FAMILY or (collective and lemma in SIDE_NOUNS)
        owned = [n for _, n in self.owners.get(head, self.owners.get(word, ()))]
        ties = [n for n in owned if not is_aside(n.first, n.last, view) and not _is_field(n, title)]
        return Noun(
            first=start,
            last=end,
            head=head,
            word=word,
            lemma=lemma,
            title=None if plain else title,
            role=None if plain and lemma in SIDE_NOUNS else self.role(start, word),
            ties=_by_citizenship(ties, view) or self._linear_ties(start, word) or self._served(word),
            told=bool(owned),
            plural=_is_plural(view.low[word], lemma),
            collective=collective,
            determined=view.low[start] in DEFINITE or self._is_headlined(start, word, title),
        )

    def _joined_start(self, start: int, word: int) -> int:
        """Return where people of several lands begin, each land with its number ("two French and three Dutch men")."""
        view = self.view
        before = [n.first for _, n in self.owners.get(word, ()) if n.kind is NameKind.ADJECTIVE and n.first < start]
        first = min(before, default=start)
        plain = all(view.pos[w] in COUNTED or view.low[w] in {"and", ","} for w in range(first, start))
        return first - (view.pos[first - 1] == "NUM") if before and plain else start

    def owner(self, word: int, lemma: str) -> int | None:
        """Return the possessor of a noun, for those who belong to somebody also that of the first of a list.

        So "his family, friends and colleagues".
        """
        view = self.view
        own = next(iter(view.children(word, "nmod:poss")), None)
        shared = own is None and view.dep[word] == "conj" and lemma in lists.STAFF | lists.MEMBERS
        bare = shared and not view.children(word, "det", "amod")
        return next(iter(view.children(view.heads[word], "nmod:poss")), None) if bare else own

    def _is_headlined(self, start: int, word: int, title: Title | None) -> bool:
        """Say whether a title stands bare, as headlines write "the Foreign Secretary"."""
        return title is not None and start == title.first and self.view.pos[word] == "PROPN"

    def _lemma(self, word: int) -> str:
        """Return the singular of a noun, also of a capitalised title, which the lemmatiser leaves ("Ministers")."""
        low, lemma = self.view.low[word], self.view.lemmas[word].lower()
        titled = self.view.pos[word] == "PROPN" and low == lemma and low.endswith("s") and not low.endswith("ss")
        single = low[:-1]
        known = titled and (self.titles.exact([single]) or role_of(self.world, single) or single in lists.MEMBERS)
        return single if known else lemma

    def role(self, start: int, word: int) -> RoleNoun | None:
        """Return what the table says of a noun with the words just before it, else of the noun alone."""
        view = self.view
        for first in range(max(start, word - 2), word + 1):
            found = role_of(self.world, " ".join(view.low[first : word + 1]))
            if found:
                return found
        return role_of(self.world, view.lemmas[word].lower())

    def is_compound(self, start: int, word: int) -> bool:
        """Say whether the table has a noun together with the word before it ("security forces")."""
        before = word - 1
        if before < start or self.view.pos[before] == "DET":
            return False
        return role_of(self.world, " ".join(self.view.low[before : word + 1])) is not None

    def _linear_ties(self, start: int, word: int) -> list[Named]:
        """Return the names between the start of a phrase and its head, for trees that lost them."""
        near = names_between(self.names, start, word)
        known = [n for n in near if n.last <= word and n.row is not None]
        return [n for n in known if not is_aside(n.first, n.last, self.view)][-1:] or self._home_after(word)

    def _home_after(self, word: int) -> list[Named]:
        """Return the land just after people who live there ("protesters in Egypt"), whatever the tree hangs it on."""
        low = self.view.low[word + 1 : word + 3]
        role = self.role(word, word) if low[:1] in (["in"], ["of"]) else None
        if role is None or role.sector not in LOCALS:
            return []
        at = word + 2 + (low[1:] == ["the"])
        return [n for n in names_between(self.names, at, at + 1) if n.kind is NameKind.COUNTRY]

    def _served(self, word: int) -> list[Named]:
        """Return the name of those to whom people are said to belong ("terrorists associated with ISIL")."""
        view = self.view
        verbs = [k for k in view.children(word, "acl", "amod") if k > word and view.lemmas[k].lower() in BELONGING]
        below = {w for k in verbs for w in view.children(k, "obl")}
        return [n for n in self.names if n.row is not None and below & set(range(n.first, n.last))] if below else []

    def _collective(self, start: int, word: int, lemma: str) -> bool:
        words = set(self.view.low[start:word])
        if lemma in SIDE_NOUNS and self.view.low[word] != lemma:
            return bool(words) and words <= WHOLE and not are_some(word, self.view)
        return lemma in lists.COLLECTIVES and bool(words & {"two", "both", "three", "four"})

    def _title(self, start: int, word: int, tail: int) -> Title | None:
        """Return the title that a noun ends, with what hyphens and the words before it add."""
        view = self.view
        of = self._title_with_of(start, word)
        if of:
            return of
        if tail > word:
            found = self.titles.ending_at(view.words, start, tail + 1)
            if found:
                return found
        if view.low[word + 1 : word + 2] == ["general"]:
            found = self.titles.ending_at(view.words, start, word + 2)
            if found and found.last - found.first > 1:
                return found
        floor = max(view.floor(word), word - 3)
        near = self.titles.ending_at(view.words, floor, word + 1)
        if (
            near
            and near.first < start
            and all(view.pos[w] in {"PROPN", "ADJ", "NOUN"} for w in range(near.first, start))
        ):
            return near
        alone = view.pos[word] == "PROPN" and start == word
        found = None if alone else self.titles.ending_at(view.words, start, word + 1)
        return found or self.titles.ending_at(view.words, word, word + 1)

    def _title_with_of(self, start: int, word: int) -> Title | None:
        """Return the title that goes on after its noun ("Secretary of State", "minister of foreign affairs")."""
        view = self.view
        if view.low[word + 1 : word + 2] != ["of"]:
            return None
        ends = range(min(word + TITLE_AFTER, len(view.words)), word + 2, -1)
        found = (self.titles.ending_at(view.words, start, end) for end in ends)
        return next((t for t in found if t and t.first <= word), None)

    def _widened(self, start: int, title: Title) -> int:
        """Return where a phrase starts whose title begins before it in the tree."""
        if title.first >= start:
            return start
        view = self.view
        before = title.first - 1
        return before if before >= view.floor(title.first) and view.pos[before] == "DET" else title.first


def names_between(names: Sequence[Named], start: int, word: int) -> Iterator[Named]:
    """Yield the names that begin between the start of a phrase and its head."""
    at = bisect_left(names, start, key=lambda n: n.first)
    return takewhile(lambda n: n.first < word, names[at : at + NEAR_NAMES])


def are_some(word: int, view: View) -> bool:
    """Say whether a clause tells which of all are meant ("all parties based on religion")."""
    return any(view.dep[k] in {"acl", "acl:relcl"} and k > word for k in view.kids[word])


def _by_citizenship(ties: list[Named], view: View) -> list[Named]:
    """Put the land whose citizens people are before that of their fathers ("Mexican-American voters")."""
    first = ties[0].last if ties else 0
    joined = [n for n in ties[1:] if n.first == first + 1 and view.hyphened(first - 1)]
    return [*joined, *(n for n in ties if n not in joined)]


def _is_field(name: Named, title: Title | None) -> bool:
    """Say whether a name is what an office is for: the "Foreign Affairs" of ministers are no magazine."""
    media = isinstance(name.row, Organisation) and name.row.kind is OrganisationKind.MEDIA
    return media and title is not None and title.office.sector == "GOV" and name.first >= title.first


def _is_plural(form: str, lemma: str) -> bool:
    return form != lemma or form in {"people", "police", "troops", "forces", "authorities", "staff", "personnel"}
