"""Phrases around plain nouns: people and bodies by what they are, offices, crowds, grounds with a name of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, Gender, NameKind, Organisation, OrganisationKind, RoleNoun, World
from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.names import PERSON, Named
from demarche.resolve.noun_names import NounNames
from demarche.resolve.nouns import Noun, Nouns, names_between
from demarche.resolve.phrase import SIDES, Badge, Phrase, badge_of
from demarche.resolve.ties import MODIFYING, WITHIN, Tie

if TYPE_CHECKING:
    from demarche.resolve.titles import Title, Titles
    from demarche.resolve.view import View

__all__ = ["NounPhrases"]

DETERMINERS = frozenset("the a an his her their its my our".split())
RESOLUTIONS = frozenset({"resolution"})
INSPECTOR = "inspector"
UN = "UN"
COUNCIL = "UN Security Council"
PERSON_ENDS = ("er", "or", "ist", "ian", "ant", "ent", "eer", "ee", "man", "woman", "person", "mate", "ess")
"""Ends of nouns that can be said of a person."""
OF_PERSONS = frozenset("friend ally foe native veteran hero coach guest hawk dove rival cousin boss dean head".split())
SPECIAL = lists.QUANTITIES | RESOLUTIONS | lists.SOME
"""Words that stand for people or bodies though they are no nouns for them."""
PARTY = frozenset("nsubj nsubj:pass obj obl:agent".split())
"""Labels of those who act or to whom something is done."""
SOURCE = "source"
WHO = frozenset({"who", "whom", "whose"})
BOTH_AFTER = 8
"""Words after a noun and "in" among which two lands are joined."""
SUFFERING = frozenset(
    "killed slain wounded injured hurt affected displaced arrested detained imprisoned accused charged convicted "
    "involved missing dead trapped stranded released freed kidnapped abducted rescued evacuated jailed".split()
)
"""Words of what is done to people and not to things."""
FESTIVE = frozenset("dinner birthday garden cocktail tea house fundraising private farewell christmas wedding".split())
"""Words before a party that is held and no body."""
DYING = frozenset({"die", "perish", "drown"})
COUNTED_BY = frozenset("advmod case nummod".split())
"""Labels of the words before a number ("at least 14")."""
PRIVATE = frozenset({"BUS", "JRN", "NGO"})
"""Sectors of bodies that act for no country, though they are called by one."""
TOLD_OF = frozenset({"CVL", "OPP", "REB", "MIL", "COP", "REF", "SOC"})
"""Sectors of people who work for no medium."""
_NATIONAL = frozenset({NameKind.ADJECTIVE, NameKind.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrases:
    """Finds the phrase that a plain noun heads; `owners` are the names that hang on each word."""

    view: View
    names: Sequence[Named]
    titles: Titles
    world: World
    owners: Mapping[int, Sequence[Tie]]

    @property
    def _nouns(self) -> Nouns:
        return Nouns(view=self.view, names=self.names, titles=self.titles, world=self.world, owners=self.owners)

    @property
    def _naming(self) -> NounNames:
        return NounNames(view=self.view, names=self.names)

    def find(self, word: int) -> Phrase | None:
        """Return the phrase of a noun, None where it names no party."""
        view = self.view
        if view.dep[word] == "compound" and view.pos[word] == "NOUN" and view.heads[word] > word:
            return self._modifier(word)
        nominal = view.pos[word] in {"NOUN", "PROPN"} and (view.dep[word] not in WITHIN or self._astray(word))
        special = view.low[word] in SPECIAL or view.pos[word] == "NUM"
        if not (nominal or special) or self._hangs(word):
            return None
        counting = view.low[word] in lists.QUANTITIES and self._counted(word)
        if counting:
            return self._count(word, counting)
        if view.low[word] in RESOLUTIONS:
            return self._resolution(word)
        if self._are_only_counted(word):
            return self._some(word)
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
        if body is None or not acts or not self._tells_of_un:
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
        role = self._nouns.role(max(word - 1, 0), word)
        if role is None or (not role.collective and role.lemma != "troop") or not self.owners.get(above):
            return None
        if self._nouns.role(word, above) not in {None, role} or self.titles.ending_at(view.words, word, above + 1):
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
            name=self._naming.group(tie.first, word),
            badge=replace(whose, kind=SIDES.get(role.sector, ActorKind.PEOPLE), sector=role.sector),
            noun=lemma,
            key=f"state:{whose.country}" if lemma in lists.GOVERNMENTS else None,
            modifies=above,
        )

    def _are_only_counted(self, word: int) -> bool:
        """Say whether a word only tells how many people or which: "killed dozens", "20 others", "those who fled"."""
        view = self.view
        if view.low[word] == "those":
            return self._are_told_as_people(word)
        if view.low[word] in lists.SOME:
            return view.role(word) in PARTY
        if view.pos[word] != "NUM" or not view.words[word].isalnum():
            return False
        told = [k for k in view.kids[word] if view.dep[k] not in COUNTED_BY and view.low[k] != "least"]
        if told and view.low[word - 1] == "the":  # "the two released by the group"
            return all(k < word or view.low[k] in SUFFERING for k in told) and view.low[told[-1]] in SUFFERING
        dies = view.dep[word] == "nsubj" and view.lemmas[view.heads[word]].lower() in DYING
        return not told and (dies or view.dep[word] in {"nsubj:pass", "obj"})

    def _are_told_as_people(self, word: int) -> bool:
        """Say whether a clause tells of people: "those who fled", "those killed", but not "those found there"."""
        view, after = self.view, word + 1
        clause = view.low[after : after + 1]
        return bool(clause) and (clause[0] in WHO or clause[0] in SUFFERING)

    def _some(self, word: int) -> Phrase:
        """People of whom the words tell only how many they are, or which."""
        view = self.view
        return Phrase(
            first=view.start_of(word),
            last=word + 1,
            head=word,
            form=Form.NOMINAL,
            name="People",
            badge=Badge(kind=ActorKind.PEOPLE, sector="CVL"),
            plural=True,
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
        noun = self._nouns.of(head, word)
        return self._party(noun) if self._may_be_party(noun) and not self._is_thing(noun) else None

    def _may_be_party(self, noun: Noun) -> bool:
        """Say whether a noun is one of people or bodies, or stands for one named before."""
        view = self.view
        if noun.title or noun.role or noun.collective:
            return True
        if noun.lemma in lists.FAMILY and view.children(noun.word, "nmod:poss"):
            return True
        if noun.lemma in lists.MEMBERS and (
            noun.ties or noun.plural or view.low[noun.first] == "the" or view.children(noun.word, "nmod:poss")
        ):
            return True
        if noun.lemma == SOURCE and view.role(noun.word) in PARTY:
            return True  # "a well-placed source told the agency"
        return self._is_person(noun.word) or self._points_back(noun.first, noun.word, noun.lemma)

    def _is_thing(self, noun: Noun) -> bool:
        """Say whether a noun of people or bodies is a thing or a mere doing where it stands."""
        after = self.view.low[noun.word + 1 : noun.word + 2]
        if noun.lemma in lists.NEVER and not (noun.title and noun.lemma == "head" and after == ["of"]):
            return True
        lived_in = self.view.low[noun.word] == "house" and not self._nouns.is_compound(noun.first, noun.word)
        if lived_in or (noun.lemma == "party" and self.view.low[noun.word - 1] in FESTIVE):
            return True  # where somebody lives, for a chamber is written "House"; a feast
        if noun.lemma in lists.ABSTRACT and after in (["to"], ["against"]):
            return True
        if noun.lemma == "authority" and any(self.view.case(k) == "on" for k in self.view.children(noun.word, "nmod")):
            return True  # "leading authorities on censorship"
        if noun.lemma not in lists.NOT_PARTIES:
            return False
        told = noun.ties or noun.told or noun.collective or (noun.title and noun.determined)
        bodies = self.view.low[noun.word] in lists.GOVERNMENTS  # "the authorities" are no mere power to do something
        return not (told or bodies or self._nouns.is_compound(noun.first, noun.word))

    def _party(self, noun: Noun) -> Phrase:
        title, ties = noun.title, () if self._inspects(noun) else noun.ties
        shared = self._shared(noun) if noun.plural else ()
        key = None if shared else self._own_key(ties, noun.word)
        row = ties[0].row if key and key.startswith("org:") else None
        own = isinstance(row, Organisation)
        told = {"plural": noun.plural, "body": noun.lemma in lists.BODY_NOUNS}
        told["one"] = noun.lemma == SOURCE and not noun.plural
        return Phrase(
            first=noun.first,
            last=noun.last,
            head=noun.head,
            form=Form.TITLE if title and title.office.kind != "citizen" else Form.NOMINAL,
            name=row.name if row else self._naming.called(noun.first, noun.word, title, plural=noun.plural),
            badge=badge_of(row) if row and own else self._badge(noun.role, title, ties, **told),
            noun=noun.lemma,
            office=title.office.kind if title and not noun.plural else None,
            owner=self._nouns.owner(noun.word, noun.lemma),
            plural=noun.plural,
            specific=noun.determined and not (ties and noun.plural),
            key=key,
            gender=_gender_of(noun.lemma),
            shared=shared,
        )

    def _inspects(self, noun: Noun) -> bool:
        """Say whether people are inspectors of the United Nations, whatever land they come from."""
        return noun.lemma == INSPECTOR and self._tells_of_un

    @property
    def _tells_of_un(self) -> bool:
        """Whether the text names the United Nations or a body of theirs."""
        return any(n.row is not None and badge_of(n.row).country == UN for n in self.names)

    def _shared(self, noun: Noun) -> tuple[str, ...]:
        """Return the countries that are joined before people of each ("the U.S. and Egyptian governments")."""
        view, word = self.view, noun.word
        near = names_between(self.names, noun.first, word + BOTH_AFTER)
        lands = [n for n in near if isinstance(n.row, Country)]
        before = [n for n in lands if n in noun.ties and n.last <= word]
        told = any(n.first < word for n in noun.ties)
        if not told and view.low[word + 1 : word + 2] in (["in"], ["from"]):  # "officials in Tanzania and Kenya"
            before = _joined([n for n in lands if n.first > word], view)
        codes = tuple(dict.fromkeys(n.row.code for n in before if isinstance(n.row, Country)))
        joined = len(codes) > 1 and "and" in view.low[before[0].last : before[-1].first]
        joined = joined and (noun.role is None or noun.role.sector not in PRIVATE)
        return codes if joined else ()

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
        if isinstance(row, Country) and self._is_state(word, ties[0]):
            return f"state:{row.code}"
        if isinstance(row, Organisation) and row.kind is OrganisationKind.IGO and self._are_all(word, ties[0]):
            return f"org:{row.id}"
        if isinstance(row, Organisation) and view.dep[view.head_of(ties[0].first, ties[0].last)] in MODIFYING:
            fighting = badge_of(row).kind is ActorKind.ARMED_GROUP and lemma in lists.FIGHTERS
            return f"org:{row.id}" if fighting or lemma in lists.CLASSES or view.low[word] in lists.CLASSES else None
        return None

    def _is_state(self, word: int, tie: Named) -> bool:
        """Say whether a noun with a country's name is that state ("the Iraqi authorities", "the kingdom of Jordan")."""
        view, low = self.view, self.view.low
        land = tie.kind is NameKind.COUNTRY and low[word] in lists.COUNTRY_NOUNS and low[word + 1 : word + 2] == ["of"]
        return land or view.lemmas[word].lower() in lists.GOVERNMENTS or low[word] in lists.GOVERNMENTS

    def _are_all(self, word: int, tie: Named) -> bool:
        """Say whether members are a body itself, which they make up ("the members of the Security Council")."""
        view = self.view
        low, start = view.low[word], view.start_of(word)
        before = set(view.low[start:word]) - set(view.low[tie.first : tie.last])
        return (
            low == "members" and before <= {"the", "council", "all", "its"} and view.case(tie.last - 1) in {"of", None}
        )

    def _points_back(self, start: int, word: int, lemma: str) -> bool:
        """Say whether a definite noun can stand for a body or country named before ("the group", "the country")."""
        view = self.view
        if view.low[start] not in {"the", "this", "that"} or start + 1 != word:
            return False
        return lemma in lists.ANAPHORS or lemma in lists.COUNTRY_NOUNS or view.low[word] in lists.ANAPHORS

    def _badge(
        self, role: RoleNoun | None, title: Title | None, ties: Sequence[Named], *, plural: bool, body: bool, one: bool
    ) -> Badge:
        plain = title is None or (role is not None and title.office.kind == "citizen")
        sector = (role.sector if role else None) if plain else title.office.sector if title else None
        kind = ActorKind.PERSON
        if title is None or plural:
            kind = ActorKind.PERSON if one else SIDES.get(sector or "", ActorKind.PEOPLE)
            if role and not role.collective and not plural:
                kind = kind if body or role.lemma in {"party", "business", "ngo", "troop"} else ActorKind.PERSON
        row = next((n.row for n in ties if n.row is not None and not _only_reports(n.row, sector)), None)
        if row is None:
            return Badge(kind=kind, sector=sector)
        whose = badge_of(row)
        if isinstance(row, Organisation):
            sector = whose.sector if whose.kind is ActorKind.ARMED_GROUP or not sector else sector
            kind = whose.kind if kind not in {ActorKind.PERSON, ActorKind.PEOPLE} else kind
        return Badge(kind=kind, country=whose.country, base=whose.base, sector=sector)


def _joined(lands: Sequence[Named], view: View) -> list[Named]:
    """Return the names that begin a list in which nothing but commas and "and" stand between them."""
    found = list(lands[:1])
    for name in lands[1:]:
        if not set(view.low[found[-1].last : name.first]) <= {",", "and", "the"}:
            break
        found.append(name)
    return found


def _only_reports(row: Country | Organisation, sector: str | None) -> bool:
    """Say whether a name before people is that of a medium which only tells of them ("CNN Protesters have used")."""
    return isinstance(row, Organisation) and row.kind is OrganisationKind.MEDIA and sector in TOLD_OF


def _gender_of(lemma: str) -> Gender:
    ends = (gender for end, gender in lists.GENDERED_ENDS.items() if lemma.endswith(end))
    return lists.GENDERED_KIN.get(lemma) or next(ends, Gender.UNKNOWN)
