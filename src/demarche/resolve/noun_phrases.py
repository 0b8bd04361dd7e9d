"""Phrases around plain nouns: people and bodies by what they are, offices, crowds, grounds with a name of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, Gender, NameKind, Organisation, RoleNoun, World
from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.names import PERSON, Named
from demarche.resolve.phrase import SIDES, Badge, Phrase, badge_of
from demarche.resolve.role_nouns import role_of
from demarche.resolve.ties import MODIFYING, WITHIN, Tie, restriction

if TYPE_CHECKING:
    from demarche.resolve.titles import Title, Titles
    from demarche.resolve.view import View

__all__ = ["NounPhrases"]

DETERMINERS = frozenset("the a an his her their its my our".split())
RESOLUTIONS = frozenset({"resolution"})
COUNCIL = "UN Security Council"
PERSON_ENDS = ("er", "or", "ist", "ian", "ant", "ent", "eer", "ee", "man", "woman", "person", "mate", "ess")
"""Ends of nouns that can be said of a person."""
OF_PERSONS = frozenset("friend ally foe native veteran hero coach guest hawk dove rival cousin boss dean head".split())
DEFINITE = frozenset("the this that these those both".split())
SIDE_NOUNS = frozenset({"party", "side"})
WHOLE = frozenset("all the both two these those warring opposing conflicting".split())
NEAR_NAMES = 12
"""Names looked at inside one noun phrase; no phrase of news has more."""
_NATIONAL = frozenset({NameKind.ADJECTIVE, NameKind.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """A noun with what is known of it: `word` is the one that says what it is, `head` the head of its phrase."""

    first: int
    last: int
    head: int
    word: int
    lemma: str
    title: Title | None
    role: RoleNoun | None
    ties: Sequence[Named]
    plural: bool
    collective: bool
    determined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrases:
    """Finds the phrase that a plain noun heads; `owners` are the names that hang on each word."""

    view: View
    names: Sequence[Named]
    titles: Titles
    world: World
    owners: Mapping[int, Sequence[Tie]]

    def find(self, word: int) -> Phrase | None:
        """Return the phrase of a noun, None where it names no party."""
        view = self.view
        if view.dep[word] == "compound" and view.pos[word] == "NOUN" and view.heads[word] > word:
            return self._modifier(word)
        if self._hangs(word):
            return None
        counting = view.low[word] in lists.QUANTITIES and self._counted(word)
        if counting:
            return self._count(word, counting)
        if view.low[word] in RESOLUTIONS:
            return self._resolution(word)
        nominal = view.pos[word] in {"NOUN", "PROPN"} and (view.dep[word] not in WITHIN or self._astray(word))
        return self._nominal(word, word) if nominal and not self._is_counted(word) else None

    def _hangs(self, word: int) -> bool:
        """Say whether a word is only the later part of a hyphened one ("chief" in "commander-in-chief")."""
        view = self.view
        return word > 1 and view.hyphened(word - 2) and view.heads[word] < word

    def _astray(self, word: int) -> bool:
        """Say whether the tree hangs a noun as a part of a name that only follows: a misparse."""
        return self.view.dep[word] == "flat" and self.view.heads[word] > word

    def _resolution(self, word: int) -> Phrase | None:
        """A resolution that acts ("the resolution demanded"): its council speaks."""
        view = self.view
        body = self.world.organisation(COUNCIL)
        acts = view.dep[word].startswith("nsubj") and view.case(word) is None
        if (
            body is None
            or not acts
            or not any(n.row is not None and badge_of(n.row).country == "UN" for n in self.names)
        ):
            return None
        return Phrase(
            first=view.start_of(word),
            last=view.end_of(word, plain=False),
            head=word,
            form=Form.NOMINAL,
            name=body.name,
            badge=badge_of(body),
            key=f"org:{body.id}",
            specific=True,
            wikidata=body.wikidata or None,
        )

    def _modifier(self, word: int) -> Phrase | None:
        """A body of a state that only modifies another noun ("Iraqi air force planes")."""
        view, above = self.view, self.view.heads[word]
        role = self._role(max(word - 1, 0), word)
        if role is None or (not role.collective and role.lemma != "troop") or not self.owners.get(above):
            return None
        if self._role(word, above) not in {None, role} or self.titles.ending_at(view.words, word, above + 1):
            return None
        tie = self.owners[above][0][1]
        if tie.row is None or not tie.last <= word <= tie.last + 1 or tie.kind not in _NATIONAL:
            return None
        lemma = view.lemmas[word].lower()
        whose = badge_of(tie.row)
        return Phrase(
            first=tie.first,
            last=word + 1,
            head=word,
            form=Form.NOMINAL,
            name=self._group_name(tie.first, word),
            badge=replace(whose, kind=SIDES.get(role.sector, ActorKind.PEOPLE), sector=role.sector),
            noun=lemma,
            key=f"state:{whose.country}" if lemma in lists.GOVERNMENTS else None,
            modifies=above,
        )

    def _counted(self, word: int) -> int | None:
        """Return the people whom a word of number or bundling counts ("hundreds of protesters")."""
        view = self.view
        inner = [k for k in view.children(word, "nmod") if k > word and view.case(k) == "of"]
        return inner[0] if inner else None

    def _is_counted(self, word: int) -> bool:
        view = self.view
        return view.dep[word] == "nmod" and view.case(word) == "of" and view.low[view.heads[word]] in lists.COUNTING

    def _count(self, word: int, inner: int) -> Phrase | None:
        phrase = self._nominal(word, inner)
        if phrase is None:
            ties = [n for n in self.names if n.first <= inner < n.last and n.kind is NameKind.DEMONYM]
            row = ties[0].row if ties else None
            if row is None:
                return None
            phrase = Phrase(
                first=inner,
                last=inner + 1,
                head=word,
                form=Form.NOMINAL,
                name=self.view.words[inner],
                plural=True,
                badge=Badge(kind=ActorKind.PEOPLE, country=badge_of(row).country, sector="CVL"),
                noun="people",
            )
        start, end = self.view.start_of(word), self.view.end_of(word, plain=True)
        return replace(phrase, first=start, last=end, head=word, plural=True, specific=False)

    def _nominal(self, head: int, word: int) -> Phrase | None:
        """People or bodies by what they are; None for things."""
        if self.view.lemmas[word].lower() in lists.FACILITIES:
            return self._facility(self.view.start_of(word), word)
        noun = self._noun(head, word)
        return self._party(noun) if self._may_be_party(noun) and not self._is_thing(noun) else None

    def _noun(self, head: int, word: int) -> _Noun:
        """Gather what the tables and the words around say of a noun."""
        view = self.view
        tail = view.tail(word)
        start, end = view.start_of(word), max(view.end_of(word, plain=True), tail + 1)
        if view.low[start] == "least" and start and view.low[start - 1] == "at":
            start -= 1
        if start > view.floor(word) and view.pos[start - 1] == "DET" and start <= view.heads[start - 1] <= tail:
            start -= 1
        title = self._title(start, word, tail)
        start = self._widened(start, title) if title else start
        end = max(end, title.last) if title else end
        word = tail if title and title.last == tail + 1 else word
        lemma = self._lemma(word)
        collective = self._collective(start, word, lemma)
        plain = lemma in lists.FAMILY or (collective and lemma in SIDE_NOUNS)
        owned = self.owners.get(head, self.owners.get(word, ()))
        return _Noun(
            first=start,
            last=end,
            head=head,
            word=word,
            lemma=lemma,
            title=None if plain else title,
            role=None if plain else self._role(start, word),
            ties=[n for _, n in owned] or self._linear_ties(start, word),
            plural=_is_plural(view.low[word], lemma),
            collective=collective,
            determined=view.low[start] in DEFINITE or self._is_headlined(start, word, title),
        )

    def _is_headlined(self, start: int, word: int, title: Title | None) -> bool:
        """Say whether a title stands bare, as headlines write "the Foreign Secretary"."""
        return title is not None and start == title.first and self.view.pos[word] == "PROPN"

    def _lemma(self, word: int) -> str:
        """Return the singular of a noun, also of a capitalised title, which the lemmatiser leaves ("Ministers")."""
        low, lemma = self.view.low[word], self.view.lemmas[word].lower()
        titled = self.view.pos[word] == "PROPN" and low == lemma and low.endswith("s") and not low.endswith("ss")
        return low[:-1] if titled and self.titles.exact([low[:-1]]) else lemma

    def _may_be_party(self, noun: _Noun) -> bool:
        """Say whether a noun is one of people or bodies, or stands for one named before."""
        view = self.view
        if noun.title or noun.role or noun.collective:
            return True
        if noun.lemma in lists.FAMILY and view.children(noun.word, "nmod:poss"):
            return True
        if noun.lemma in lists.MEMBERS and (noun.ties or noun.plural or view.low[noun.first] == "the"):
            return True
        return self._is_person(noun.word) or self._points_back(noun.first, noun.word, noun.lemma)

    def _is_thing(self, noun: _Noun) -> bool:
        """Say whether a noun of people or bodies is a thing or a mere doing where it stands."""
        after = self.view.low[noun.word + 1 : noun.word + 2]
        if noun.lemma in lists.NEVER and not (noun.title and noun.lemma == "head" and after == ["of"]):
            return True
        if noun.lemma in lists.ABSTRACT and after in (["to"], ["against"]):
            return True
        single = noun.role is None or noun.role is role_of(self.world, noun.lemma)
        told = noun.ties or noun.collective or (noun.title and noun.determined)
        return single and noun.lemma in lists.NOT_PARTIES and not told

    def _party(self, noun: _Noun) -> Phrase:
        title, ties = noun.title, noun.ties
        key = self._own_key(ties, noun.word)
        row = ties[0].row if key and key.startswith("org:") else None
        own = isinstance(row, Organisation)
        body = noun.lemma in lists.BODY_NOUNS
        return Phrase(
            first=noun.first,
            last=noun.last,
            head=noun.head,
            form=Form.TITLE if title and title.office.kind != "citizen" else Form.NOMINAL,
            name=row.name if row else self._called(noun.first, noun.word, title, plural=noun.plural),
            badge=badge_of(row) if row and own else self._badge(noun.role, title, ties, plural=noun.plural, body=body),
            noun=noun.lemma,
            office=title.office.kind if title and not noun.plural else None,
            owner=next(iter(self.view.children(noun.word, "nmod:poss")), None),
            plural=noun.plural,
            specific=noun.determined and not (ties and noun.plural),
            key=key,
            gender=_gender_of(noun.lemma),
        )

    def _is_person(self, word: int) -> bool:
        """Say whether a noun is said of a named person: in apposition to him, or "is" between them."""
        view = self.view
        lemma = view.lemmas[word].lower()
        if view.low[view.start_of(word)] not in DETERMINERS or not (lemma in OF_PERSONS or lemma.endswith(PERSON_ENDS)):
            return False
        people = {n.first for n in self.names if n.label == PERSON}
        if view.dep[word] == "appos" and view.heads[word] in people:
            return True
        if any(kid in people for kid in view.children(word, "appos")):
            return True
        return bool(view.children(word, "cop")) and any(
            k in people or view.low[k] in {"he", "she"} for k in view.children(word, "nsubj")
        )

    def _facility(self, start: int, word: int) -> Phrase | None:
        """A building or ground with a name of its own ("the al-Khani mosque")."""
        view = self.view
        named = next((n for n in self.names if start <= n.first < word and n.kind is not NameKind.ADJECTIVE), None)
        if named is None or view.low[named.last] in {"'s", "’s"}:
            return None
        first = start + (view.pos[start] == "DET")
        name = view.text(first, word + 1)
        row = named.row
        country = badge_of(row).country if isinstance(row, Country) else None
        return Phrase(
            first=start,
            last=word + 1,
            head=word,
            form=Form.NAME,
            name=name,
            core=(first, word + 1),
            badge=Badge(kind=ActorKind.PLACE, country=country),
            key=f"place:{name.lower()}",
        )

    def _own_key(self, ties: Sequence[Named], word: int) -> str | None:
        """Return the key of a name that the noun only classes ("the Hezbollah movement")."""
        view = self.view
        row = ties[0].row if ties else None
        lemma = view.lemmas[word].lower()
        if isinstance(row, Country) and (lemma in lists.GOVERNMENTS or view.low[word] in lists.GOVERNMENTS):
            return f"state:{row.code}"
        if isinstance(row, Organisation) and view.dep[view.head_of(ties[0].first, ties[0].last)] in MODIFYING:
            fighting = badge_of(row).kind is ActorKind.ARMED_GROUP and lemma in lists.FIGHTERS
            return f"org:{row.id}" if fighting or lemma in lists.CLASSES or view.low[word] in lists.CLASSES else None
        return None

    def _role(self, start: int, word: int) -> RoleNoun | None:
        view = self.view
        for first in range(max(start, word - 2), word + 1):
            found = role_of(self.world, " ".join(view.low[first : word + 1]))
            if found:
                return found
        return role_of(self.world, view.lemmas[word].lower())

    def _names_in(self, start: int, word: int) -> Iterator[Named]:
        """Yield the names that begin between the start of a phrase and its head."""
        at = bisect_left(self.names, start, key=lambda n: n.first)
        return takewhile(lambda n: n.first < word, self.names[at : at + NEAR_NAMES])

    def _linear_ties(self, start: int, word: int) -> list[Named]:
        """Return the names between the start of a phrase and its head, for trees that lost them."""
        near = self._names_in(start, word)
        return [n for n in near if n.last <= word and n.row is not None][-1:]

    def _collective(self, start: int, word: int, lemma: str) -> bool:
        words = set(self.view.low[start:word])
        if lemma in SIDE_NOUNS and self.view.low[word] != lemma:
            return bool(words) and words <= WHOLE
        return lemma in lists.COLLECTIVES and bool(words & {"two", "both", "three", "four"})

    def _title(self, start: int, word: int, tail: int) -> Title | None:
        """Return the title that a noun ends, with what hyphens and the words before it add."""
        view = self.view
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

    def _widened(self, start: int, title: Title) -> int:
        """Return where a phrase starts whose title begins before it in the tree."""
        if title.first >= start:
            return start
        view = self.view
        before = title.first - 1
        return before if before >= view.floor(title.first) and view.pos[before] == "DET" else title.first

    def _points_back(self, start: int, word: int, lemma: str) -> bool:
        """Say whether a definite noun can stand for a body or country named before ("the group", "the country")."""
        view = self.view
        if view.low[start] not in {"the", "this", "that"} or start + 1 != word:
            return False
        return lemma in lists.ANAPHORS or lemma in lists.COUNTRY_NOUNS or view.low[word] in lists.ANAPHORS

    def _badge(
        self, role: RoleNoun | None, title: Title | None, ties: Sequence[Named], *, plural: bool, body: bool
    ) -> Badge:
        plain = title is None or (role is not None and title.office.kind == "citizen")
        sector = (role.sector if role else None) if plain else title.office.sector if title else None
        kind = ActorKind.PERSON
        if title is None or plural:
            kind = SIDES.get(sector or "", ActorKind.PEOPLE)
            if role and not role.collective and not plural:
                kind = kind if body or role.lemma in {"party", "business", "ngo", "troop"} else ActorKind.PERSON
        row = next((n.row for n in ties if n.row is not None), None)
        if row is None:
            return Badge(kind=kind, sector=sector)
        whose = badge_of(row)
        if isinstance(row, Organisation):
            sector = whose.sector if whose.kind is ActorKind.ARMED_GROUP or not sector else sector
            kind = whose.kind if kind not in {ActorKind.PERSON, ActorKind.PEOPLE} else kind
        return Badge(kind=kind, country=whose.country, base=whose.base, sector=sector)

    def _called(self, start: int, word: int, title: Title | None, *, plural: bool) -> str:
        """Name one unnamed person by all his words ("Well-placed source"), a group by what tells it apart."""
        view = self.view
        article = view.low[start] in {"a", "an", "another", "one"}
        if plural or not article or (title and title.office.level in {"head", "minister"}):
            return self._group_name(start, word, title)
        text = view.text(start + (view.low[start] != "another"), word + 1)
        return text[:1].upper() + text[1:]

    def _group_name(self, start: int, word: int, title: Title | None = None) -> str:
        """Name a group by its noun and what tells it from others; numbers, articles and praise fall off."""
        view = self.view
        near = self._names_in(start, word)
        core = {w for n in near if n.label != PERSON for w in range(n.first, n.last)}
        kept = [w for w in range(start, word) if w in core or self._tells_apart(w)]
        if any(w in core for w in kept):
            kept = [w for w in kept if view.pos[w] != "ADJ" or w in core or view.low[w] in lists.PLAIN_WITH_COUNTRY]
        if title:
            kept = sorted({*kept, *(w for w in range(max(start, title.first), word) if self.view.low[w] != "the")})
        words = [view.words[w] for w in kept if view.low[w] not in {"'s", "’s", "'", "’"}] + [view.words[word]]
        text = " ".join([*words, *restriction(word, view, self.names)]).replace(" - ", "-")
        return text[:1].upper() + text[1:]

    def _tells_apart(self, word: int) -> bool:
        view = self.view
        if view.pos[word] in {"NOUN", "PROPN"}:
            return view.dep[word] in {"compound", "flat"} and not any(n.first <= word < n.last for n in self.names)
        return view.pos[word] == "ADJ" and view.low[word] in lists.KEPT_ADJECTIVES


def _is_plural(form: str, lemma: str) -> bool:
    return form != lemma or form in {"people", "police", "troops", "forces", "authorities", "staff", "personnel"}


def _gender_of(lemma: str) -> Gender:
    return next((gender for end, gender in lists.GENDERED_ENDS.items() if lemma.endswith(end)), Gender.UNKNOWN)
