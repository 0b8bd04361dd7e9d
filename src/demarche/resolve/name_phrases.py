"""Phrases around proper names: the name with its title, the state behind an adjective or a capital, a body, a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, Gender, NameKind, Organisation, RoleNoun, World
from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.gazetteer import folded
from demarche.resolve.names import BODY, PERSON, PLACE, Named, is_town
from demarche.resolve.phrase import SIDES, Badge, Phrase, badge_of
from demarche.resolve.role_nouns import role_of
from demarche.resolve.ties import MODIFYING, OWNING, Tie, is_aside, is_description, restriction

if TYPE_CHECKING:
    from demarche.resolve.titles import Title, Titles
    from demarche.resolve.view import View

__all__ = ["NamePhrases"]

BEFORE_NAME = frozenset(("amod", "compound", "nmod:poss"))
NATIONAL = frozenset({NameKind.ADJECTIVE, NameKind.DEMONYM})
ISO_LETTERS = 3
SHOUTED = 4
"""Letters from which a name in capitals is a shouted word and no acronym."""
TITLE_REACH = 9
"""Words before a name in which its title is looked for when the tree does not show it."""


CHAMBERS = (["security", "council"], ["general", "assembly"], ["human", "rights", "council"], ["supreme", "council"])
"""Names of bodies of the United Nations that a country's name before them makes that country's own."""
SEATED = lists.FACILITIES | lists.BODY_ENDS | lists.NGO_ENDS
"""Nouns of bodies that are of the place by which they are called."""
ARABS = "arab-states"
"""The row of the Arab states together."""
SOME_ARABS = Badge(kind=ActorKind.PEOPLE, sector="CVL")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePhrases:
    """Finds the phrase of a name; `owners` are the names that hang on each word."""

    view: View
    names: Sequence[Named]
    titles: Titles
    world: World
    owners: Mapping[int, Sequence[Tie]]

    def find(self, name: Named) -> Phrase | None:
        """Return the phrase of a name, None where it is no party's."""
        view = self.view
        head = view.head_of(name.first, name.last)
        above = view.heads[head]
        label = view.dep[head]
        if label == "conj" and view.dep[above] in {"amod", "compound"} and view.pos[head] in {"ADJ", "PROPN"}:
            label, above = view.dep[above], view.heads[above]
        modifies = above if label in MODIFYING and above >= name.last else None
        if name.label == PERSON:
            return self._person(name, head, modifies)
        if modifies is not None or name.inner:
            first, last = name.first, name.last
        else:
            first, last = min(view.start_of(head), name.first), name.last
        phrase = Phrase(
            first=first,
            last=last,
            head=head,
            form=Form.NAME,
            name=view.text(name.first, name.last),
            nested=name.inner,
            badge=Badge(kind=ActorKind.OTHER),
            core=(name.first, name.last),
            modifies=modifies,
        )
        row = name.row
        if isinstance(row, Country):
            return None if is_description(name.last, view) else self._country(name, row, phrase)
        if isinstance(row, Organisation):
            row = self._of_country(name, row, self.owners.get(head, ()))
        return self._organisation(name, row, phrase) if isinstance(row, Organisation) else self._unlisted(name, phrase)

    def _organisation(self, name: Named, row: Organisation, phrase: Phrase) -> Phrase:
        """A body of the tables."""
        if row.id == ARABS and self._are_some(name):
            return replace(phrase, form=Form.NOMINAL, core=None, noun="people", plural=True, badge=SOME_ARABS)
        return replace(phrase, name=row.name, badge=badge_of(row), key=f"org:{row.id}", wikidata=row.wikidata or None)

    def _unlisted(self, name: Named, phrase: Phrase) -> Phrase | None:
        """A place or a body that no table has, None for a thing."""
        if name.label == PLACE and not (name.last - name.first == 1 and self.view.low[name.first] in lists.THINGS):
            return self._place(phrase, None)
        if any(word in lists.THINGS for word in self.view.low[name.first : name.last]) or self._is_counted(name):
            return None
        return self._body(name, phrase) if name.label == BODY or name.found else None

    def _is_counted(self, name: Named) -> bool:
        """Say whether an acronym is one of many: bodies are never "a VBIED", here or elsewhere in the text."""
        view, word = self.view, self.view.words[name.first]
        if name.last - name.first > 1 or not word.isupper():
            return False
        same = (n.first for n in self.names if n.last - n.first == 1 and view.words[n.first] == word)
        return any(view.low[at - 1] in {"a", "an"} and view.dep[at] not in MODIFYING for at in same if at)

    def _are_some(self, name: Named) -> bool:
        """Say whether the Arabs of a place or a faith are meant ("Sunni Arabs"), and not those of all Arab states."""
        return self.view.low[name.last - 1] == "arabs" and self.view.pos[name.first - 1] in {"ADJ", "PROPN", "NUM"}

    def _of_country(self, name: Named, row: Organisation, ties: Sequence[tuple[int, Named]]) -> Organisation | None:
        """Return the body of the country before the name ("the Indonesian Navy"), None where no table has it."""
        code = next(
            (n.row.code for rank, n in ties if isinstance(n.row, Country) and OWNING[rank] in BEFORE_NAME), None
        )
        if code is None or row.country == code or (len(row.country) != ISO_LETTERS and not self._is_chamber(name)):
            return row
        return next((f.row for f in name.found if isinstance(f.row, Organisation) and f.row.country == code), None)

    def _is_chamber(self, name: Named) -> bool:
        """Say whether a state has a body of that name as well as the world has ("Russia's Security Council")."""
        return self.view.low[name.first : name.last] in CHAMBERS

    def _country(self, name: Named, row: Country, phrase: Phrase) -> Phrase | None:
        """A state by its name, by its adjective or people, by the seat of its government, or a part of it."""
        state = replace(
            phrase, name=row.name, badge=badge_of(row), key=f"state:{row.code}", wikidata=row.wikidata or None
        )
        if name.kind is NameKind.COUNTRY:
            return state
        if name.kind is NameKind.PART:
            return self._place(phrase, row.code)
        if name.kind is NameKind.METONYM:
            if name.found[0].surface in row.capitals and not self._stands_for_state(phrase):
                return self._place(phrase, row.code)
            return replace(state, form=Form.METONYM)
        return self._people(name, row, state)

    def _people(self, name: Named, row: Country, state: Phrase) -> Phrase | None:
        """Take "the Israelis" for the state, "2,500 Americans in Kuwait" for people, an adjective for a part."""
        view, head = self.view, state.head
        person = any(n.first == name.last and n.label == PERSON for n in self.names)
        if state.modifies is not None or view.dep[head] in {"amod", "compound"} or person:
            return replace(state, form=Form.METONYM, first=name.first, last=name.last)
        before = {view.low[w] for w in range(state.first, name.first)}
        noun = view.low[name.last - 1].endswith(("s", "ese", "men", "i")) or "the" in before
        restricted = (k for k in view.children(head, "nmod", "acl:relcl", "acl") if view.words[view.left[k] - 1] != ",")
        told = any(view.words[view.left[k]] != "," for k in restricted)
        if before == {"the"} and not told:
            return replace(state, form=Form.METONYM, plural=True)
        if not noun and view.pos[head] == "ADJ":
            return replace(state, form=Form.METONYM, first=name.first, last=name.last)
        kind = ActorKind.PEOPLE if noun else ActorKind.PERSON
        return replace(
            state,
            form=Form.NOMINAL,
            name=" ".join([view.text(name.first, name.last), *restriction(head, view, self.names)]),
            key=None,
            noun="people",
            plural=noun,
            badge=Badge(kind=kind, country=row.code, sector="CVL"),
            wikidata=None,
            last=max(state.last, view.end_of(head, plain=True)),
        )

    def _stands_for_state(self, phrase: Phrase) -> bool:
        """Say whether a capital is spoken of as its government: it acts, or others act with or against it."""
        view, head = self.view, phrase.head
        case, label, above = view.case(head), view.role(head), view.heads[head]
        if phrase.modifies is not None:
            return view.lemmas[phrase.modifies].lower() in lists.GOVERNMENTS
        if self._is_dateline(phrase):
            return False
        if label.startswith("nsubj") and case is None:
            return not view.children(above, "cop") or view.pos[above] == "ADJ" or self._is_paired(head)
        if case in {"with", "between", "against", "by"}:
            return True
        noun = view.dep[head] == "nmod" and view.pos[above] == "NOUN"
        return (noun and case == "from") or (case == "to" and self.titles.exact([view.words[above]]) is not None)

    def _is_paired(self, head: int) -> bool:
        """Say whether a capital is named together with another one: "Washington and Moscow are at odds"."""
        beside = {self.view.heads[head], *self.view.children(head, "conj")}
        return any(n.kind is NameKind.METONYM and n.first <= w < n.last for n in self.names for w in beside - {head})

    def _is_dateline(self, phrase: Phrase) -> bool:
        """Say whether a place opens its sentence in the way of an agency ("JERUSALEM (AP) -", "CAIRO, Egypt -")."""
        view = self.view
        if phrase.first != self.view.floor(phrase.first):
            return False
        after = view.words[phrase.last : phrase.last + 1]
        return (view.words[phrase.last - 1].isupper() and len(view.words[phrase.last - 1]) > SHOUTED) or after in (
            ["("],
            ["–"],
            ["—"],
            ["--"],
        )

    def _place(self, phrase: Phrase, country: str | None) -> Phrase:
        name = self.view.text(*(phrase.core or (phrase.first, phrase.last)))
        badge = Badge(kind=ActorKind.PLACE, country=country)
        return replace(
            phrase,
            name=name.title() if name.isupper() and len(name) > SHOUTED else name,
            badge=badge,
            key="place:" + " ".join(lists.SHORT.get(part, part) for w in name.split() for part in folded(w)),
        )

    def _body(self, name: Named, phrase: Phrase) -> Phrase:
        """An organisation that no table knows: its last word says what it is, a country in or by its name whose."""
        view = self.view
        last = view.low[name.last - 1]
        role = role_of(self.world, view.lemmas[name.last - 1].lower())
        badge = Badge(kind=_kind_of(last, role.sector if role else None), sector=_sector_of(last, role))
        within = (n for n in self.names if n.inner and name.first <= n.first and n.last <= name.last)
        inner = next((n for n in within if not (isinstance(n.row, Organisation) and n.last == name.last)), None)
        owners = (n for _, n in self.owners.get(phrase.head, ()) if not is_aside(n.first, n.last, view))
        tie = inner or next(owners, None)
        row = tie.row if tie else None
        if row is not None:
            badge = replace(badge, country=badge_of(row).country, base=badge_of(row).base)
        elif {last, view.low[name.first]} & SEATED:
            badge = replace(badge, country=self._seat(name))
        key = " ".join(part for w in view.words[name.first : name.last] for part in folded(w))
        return replace(phrase, badge=badge, key=f"name:{key}", noun=view.lemmas[name.last - 1].lower())

    def _seat(self, name: Named) -> str | None:
        """Return the land of the place that a body's name tells ("Mosul University", "the University of Michigan")."""
        words = [w for w in self.view.words[name.first : name.last] if w[:1].isupper()]
        return next((self.world.places(w)[0].country for w in words if is_town(w, self.world)), None)

    def _person(self, name: Named, head: int, modifies: int | None) -> Phrase | None:
        view = self.view
        before = view.low[name.first - 1] if name.first else ""
        after = view.low[name.last] if name.last < len(view.words) else ""
        if before in lists.CRAFT or after in lists.CRAFT:
            return None
        title = self._title_before(name.first, head)
        title = self.titles.in_body(title, view.words, self.names) if title else None
        first = self._person_start(name, head, title) if modifies is None else name.first
        words = view.words[name.first : name.last]
        last = max(name.last, view.end_of(head, plain=False))
        if last < len(view.words) - 1 and title and title.office.kind in {"head_of_state", "royal"}:
            last = max(last, view.end_of(head, plain=True)) if view.low[last] == "of" else last
        honor = lists.HONORIFIC.get(view.low[name.first - 1].rstrip(".")) if name.first else None
        return Phrase(
            first=first,
            last=last,
            head=head,
            form=Form.NAME,
            name=view.text(name.first, name.last),
            badge=Badge(kind=ActorKind.PERSON, sector=title.office.sector if title else None),
            core=(name.first, name.last),
            office=title.office.kind if title else None,
            gender=honor or (Gender.UNKNOWN if self._is_surname(words) else self.world.gender(words[0])),
            modifies=modifies,
            noun=view.text(title.first, title.last) if title else None,
        )

    def _is_surname(self, words: Sequence[str]) -> bool:
        """Say whether a bare name is a surname in the text, and tells no gender: "Clinton" may be Hillary Clinton."""
        ends = (n.last - 1 for n in self.names if n.label == PERSON and n.last - n.first > 1)
        return len(words) == 1 and any(self.view.low[end] == words[0].lower() for end in ends)

    def _person_start(self, name: Named, head: int, title: Title | None) -> int:
        """Return where a person's phrase begins: with what qualifies his title, his "Mr.", or his name."""
        view = self.view
        if title:
            return min(self._start_before(title.first), name.first)
        if name.first and view.low[name.first - 1].rstrip(".") in lists.HONORIFIC:
            return name.first - 1
        if any(n.last == name.first and n.kind in NATIONAL for n in self.names):
            return name.first - 1
        start = min(view.start_of(head), name.first)
        owned = any(view.low[w] in {"'s", "’s"} or view.pos[w] == "DET" for w in range(start, name.first))
        return start if owned else name.first

    def _title_before(self, first: int, head: int) -> Title | None:
        """Return the title before a name, as the tree shows it, or else the one that ends where the name begins."""
        view = self.view
        start = view.past_owner(min(view.start_of(head), first), first)
        found = self.titles.find(view.words, start, first) if start < first else None
        near = self.titles.ending_at(view.words, max(view.floor(first), first - TITLE_REACH), first)
        longer = found and near and near.last == found.last and near.first < found.first  # "Attorney General Kennedy"
        return near if longer or not found else found

    def _start_before(self, word: int) -> int:
        """Return the first word of what qualifies a title: its article, the country's adjective, "former"."""
        view, floor = self.view, self.view.floor(word)
        while word > floor and view.pos[word - 1] in {"ADJ", "PROPN", "NOUN"} and view.dep[word - 1] in MODIFYING:
            word -= 1
        return word - 1 if word > floor and view.pos[word - 1] == "DET" else word


def _kind_of(last: str, sector: str | None) -> ActorKind:
    for ends, kind in (
        (lists.MEDIA_ENDS, ActorKind.MEDIA),
        (lists.BODY_ENDS, ActorKind.GOVERNMENT),
        (lists.PARTY_ENDS, ActorKind.PARTY),
        (lists.NGO_ENDS, ActorKind.NGO),
        (lists.COMPANY_ENDS, ActorKind.COMPANY),
    ):
        if last.rstrip(".") in ends:
            return kind
    return SIDES.get(sector or "", ActorKind.OTHER)


def _sector_of(last: str, role: RoleNoun | None) -> str | None:
    if role:
        return role.sector
    kind = _kind_of(last, None)
    return {
        ActorKind.MEDIA: "JRN",
        ActorKind.GOVERNMENT: "GOV",
        ActorKind.PARTY: "PTY",
        ActorKind.NGO: "NGO",
        ActorKind.COMPANY: "BUS",
    }.get(kind)
