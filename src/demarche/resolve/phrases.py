"""Noun phrases that may be parties: names with their titles, titles alone, people by what they are, pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Gender, World
from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.name_phrases import NamePhrases
from demarche.resolve.noun_phrases import NounPhrases
from demarche.resolve.phrase import Badge, Phrase
from demarche.resolve.ties import ties

if TYPE_CHECKING:
    from demarche.resolve.names import Named
    from demarche.resolve.titles import Titles
    from demarche.resolve.view import View

__all__ = ["Phrases"]

DESCRIBED = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.OFFICE, ActorKind.STATE, ActorKind.PLACE}
"""Kinds of actors before whose names a noun may say what they are ("the news agency Sana")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Finds the phrases of one article."""

    view: View
    names: Sequence[Named]
    titles: Titles
    world: World

    def find(self) -> list[Phrase]:
        """Return the phrases in the order of the text, the longer one before those inside it."""
        owners = ties(self.names, self.view)
        named = NamePhrases(view=self.view, names=self.names, titles=self.titles, world=self.world, owners=owners)
        found = [p for n in self.names if (p := named.find(n))]
        heads = {p.head for p in found if not p.modifies}
        nouns = NounPhrases(view=self.view, names=self.names, titles=self.titles, world=self.world, owners=owners)
        found += [p for w in self._free(heads) if (p := self._plain(w, nouns)) and p.head not in heads]
        nouns_ending = {p.last: p for p in found if p.core is None and p.head + 1 == p.last and not p.plural}
        found = [self._with_noun(p, nouns_ending) if p.badge.kind is ActorKind.PERSON else p for p in found]
        found = _from_towns(found, self.view)
        persons = [p for p in found if p.core and p.badge.kind is ActorKind.PERSON]
        found = _described([p for p in found if not _in_title(p, persons)], self.view)
        found.sort(key=lambda p: (p.first, -p.last))
        return found

    def _free(self, heads: set[int]) -> Iterator[int]:
        """Yield the words that may head a phrase of their own."""
        core = {w for n in self.names if not n.inner for w in range(n.first, n.last)}
        for first, last in self.view.ranges:
            for word in range(first, last):
                if word not in core or (word not in heads and self.view.pos[word] == "NOUN"):
                    yield word

    def _plain(self, word: int, nouns: NounPhrases) -> Phrase | None:
        pronoun = self.view.pos[word] == "PRON" and self.view.low[word] not in lists.SOME
        return self._pronoun(word) if pronoun else nouns.find(word)

    def _pronoun(self, word: int) -> Phrase | None:
        low = self.view.low[word]
        gender = lists.PERSONAL.get(low, Gender.UNKNOWN)
        if not (low in lists.PERSONAL or low in lists.THEY | lists.IT | lists.SPEAKING | lists.HEARING):
            return None
        if self.view.dep[word] == "expl":
            return None
        return Phrase(
            first=word,
            last=word + 1,
            head=word,
            form=Form.PRONOUN,
            name=low,
            badge=Badge(kind=ActorKind.OTHER),
            gender=gender,
            plural=low in lists.THEY or low in {"we", "us", "our", "ours"},
            noun=low,
        )

    def _with_noun(self, person: Phrase, nouns: Mapping[int, Phrase]) -> Phrase:
        """Begin a person's phrase with the noun just before his name ("Guinea immigrant Amadou Diallo")."""
        if person.core is None or person.first != person.core[0] or person.modifies is not None:
            return person
        noun = nouns.get(person.first)
        if noun is None or noun.form is Form.PRONOUN:
            return person
        below = self.view.heads[person.head] == noun.head  # "his wife Michelle"
        return replace(person, first=noun.first, head=noun.head if below else person.head)


def _in_title(phrase: Phrase, persons: Sequence[Phrase]) -> bool:
    """Say whether a plain noun is only the title before somebody's name."""
    return (
        phrase.core is None
        and phrase.form is not Form.PRONOUN
        and any(
            p.core
            and p.first <= phrase.head < p.core[0]
            and (phrase.last <= p.core[0] or (phrase.last >= p.core[1] and phrase.form is Form.TITLE))
            for p in persons
        )
    )


def _from_towns(found: Sequence[Phrase], view: View) -> list[Phrase]:
    """Give the person or office after a town and its state the place of the town in the tree.

    So "criticized Tulsa, Okla., police officer Betty Shelby", where the tree takes the town for what is criticized.
    """
    places = {p.last + 1: p for p in found if p.badge.kind is ActorKind.PLACE and p.modifies is None}
    moved: dict[int, Phrase] = {}
    for phrase in found:
        state = places.get(phrase.first)
        town = places.get(state.first) if state and _commas(state, view) else None
        inside = town and (view.low[town.first] in {"a", "an"} or town.head in view.above(phrase.head))
        if state and town and inside and phrase.badge.kind is not ActorKind.PLACE:
            moved[id(phrase)] = replace(phrase, first=town.first, head=town.head)
            moved[id(town)] = moved[id(state)] = moved[id(phrase)]
    if not moved:
        return list(found)
    return list({id(q): q for p in found for q in (moved.get(id(p), p),)}.values())


def _commas(place: Phrase, view: View) -> bool:
    """Say whether a place stands between commas."""
    return view.words[place.first - 1] == "," and view.words[place.last : place.last + 1] == [","]


def _described(found: Sequence[Phrase], view: View) -> list[Phrase]:
    """Make one phrase of a body's name and the noun before it that says what it is ("the news agency Sana")."""
    names = {p.core[0]: p for p in found if p.core and p.badge.kind in DESCRIBED and p.core[0] == p.first}
    merged: dict[int, Phrase] = {}
    for phrase in found:
        name = names.get(phrase.head + 1)
        if name and phrase.core is None and _describes(phrase, view):
            first, last = phrase.first, max(name.last, phrase.head + 1)
            head = view.head_of(first, last)
            merged[id(name)] = replace(
                name, first=first, last=last, head=head, modifies=None, nested=False, noun=phrase.noun
            )
            merged[id(phrase)] = merged[id(name)]
    return list({id(q): q for p in found for q in (merged.get(id(p), p),)}.values())


def _describes(phrase: Phrase, view: View) -> bool:
    noun = view.low[phrase.head]
    return noun == "official" or noun in lists.BODY_NOUNS or noun in lists.CLASSES
