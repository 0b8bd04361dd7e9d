"""From phrases to actors: which phrase speaks of whom, read in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from demarche.record import Form
from demarche.resolve.antecedents import Antecedents
from demarche.resolve.back import BACK_KINDS
from demarche.resolve.bodies import Bodies
from demarche.resolve.chain import Chain, Link, link
from demarche.resolve.counterparts import NOUN as COUNTERPART
from demarche.resolve.counterparts import Counterparts
from demarche.resolve.ground import Ground
from demarche.resolve.groups import Groups
from demarche.resolve.made import Made
from demarche.resolve.offices import Offices
from demarche.resolve.persons import Persons
from demarche.resolve.phrase import Phrase
from demarche.resolve.states import States
from demarche.resolve.unsaid import Unsaid
from demarche.resolve.view import DETERMINED, View
from demarche.resolve.whose import Whose

__all__ = ["Linker"]


@dataclass(slots=True)
class Linker:
    """Links the phrases of one article; use once."""

    ground: Ground
    antecedents: Antecedents = field(init=False)
    persons: Persons = field(init=False)
    bodies: Bodies = field(init=False)
    offices: Offices = field(init=False)
    groups: Groups = field(init=False)
    counterparts: Counterparts = field(init=False)

    def __post_init__(self) -> None:
        """Set up the rules over their common ground."""
        ground, made = self.ground, Made(self.ground)
        self.antecedents = Antecedents(ground)
        whose = Whose(ground, self.antecedents)
        self.persons = Persons(ground, whose)
        self.bodies = Bodies(ground, whose)
        self.offices = Offices(ground, whose, made)
        self.counterparts = Counterparts(ground, whose, self.offices)
        self.groups = Groups(ground, whose, made, self.bodies, States(ground, whose), Unsaid(ground, whose))

    def run(self) -> list[Link]:
        """Return a link for each phrase that speaks of a party; things that only looked like one get none."""
        self.persons.meet_all()
        links, byline = [], 0
        for number, phrase in enumerate(self.ground.phrases):
            found = self._link(number, phrase)
            byline = byline or (self._is_byline(phrase) and phrase.last) or 0
            if found and phrase.first >= byline:
                links.append(found)
                if found.chain:
                    found.chain.phrases.append(phrase)
                self.ground.recent.add(found)
        return links

    def _is_byline(self, phrase: Phrase) -> bool:
        """Say whether a phrase only tells who wrote the article ("By the CNN Wire Staff")."""
        view, before = self.ground.view, phrase.first - 1
        return before >= 0 and view.words[before] == "By" and view.sentence[before] <= 0 and phrase.core is not None

    def _link(self, number: int, phrase: Phrase) -> Link | None:
        if number in self.ground.persons:
            chain = self.ground.persons[number]
            self.persons.complete(chain, number)
            return link(chain, phrase)
        if phrase.form is Form.PRONOUN:
            return self.antecedents.link(phrase)
        return (self._beside_names(phrase) if phrase.core is None else None) or self._by_words(number, phrase)

    def _beside_names(self, phrase: Phrase) -> Link | None:
        """Return the link of a noun phrase that is said of persons who are named beside it."""
        listed = self._listed(phrase) if phrase.plural else ()
        if listed:
            return Link(phrase=phrase, chain=None, badge=listed[0].badge, members=listed)
        person = self._of_person(phrase)
        body = None if person or phrase.plural else self._body_after(phrase)
        chain = person or body
        return link(chain, phrase) if chain else None

    def _body_after(self, phrase: Phrase) -> Chain | None:
        """Return the body named between commas after what it is ("The group, Human Rights Watch, said")."""
        words, at = self.ground.view.words, phrase.last
        if phrase.noun not in BACK_KINDS or words[at : at + 1] != [","]:
            return None
        after = (p for p in self.ground.phrases if p.first == at + 1 and p.core and words[p.last : p.last + 1] == [","])
        found = next((p for p in after if (p.key or "").startswith(("org:", "name:"))), None)
        return self.bodies.chain(found) if found else None

    def _by_words(self, number: int, phrase: Phrase) -> Link | None:
        """Return the link of a phrase that its own words tell, with what was said before."""
        if phrase.key:
            bare = phrase.key.startswith("state:") and not phrase.core
            state = self.ground.state(phrase.key.removeprefix("state:")) if bare else None
            chain = state or self.bodies.chain(phrase)
            known = chain.key.startswith("org:") and chain.key != phrase.key
            return link(chain, replace(phrase, badge=chain.badge) if known else phrase)
        if phrase.noun == COUNTERPART:
            return self.counterparts.link(phrase)
        titled = phrase.office and phrase.noun not in BACK_KINDS  # "the broadcaster" is a station just named
        return self.offices.link(number, phrase) if titled else self.groups.link(number, phrase)

    def _listed(self, phrase: Phrase) -> Sequence[Chain]:
        """Return the persons who are named after a comma as those meant ("two aides, Arad and Naveh, left")."""
        words, at = self.ground.view.words, phrase.last
        starts = {self.ground.phrases[n].first: n for n in self.ground.persons}
        found: list[Chain] = []
        joins = (",", "and") if words[at : at + 1] == [","] else ()
        while words[at : at + 1] and words[at] in joins:
            at += 1 + (words[at : at + 2] == [",", "and"])
            if at not in starts:
                break
            found.append(self.ground.persons[starts[at]])
            at = self.ground.phrases[starts[at]].last
        return found if len(found) > 1 else ()

    def _of_person(self, phrase: Phrase) -> Chain | None:
        """Return the person of whom a noun phrase is said, or to whom it stands in apposition."""
        told = None if phrase.plural else self.ground.appositions.get(phrase.head)
        said = self._predicate_of(phrase) or self._beside(phrase) or told
        return said or self._acting_as(phrase)

    def _acting_as(self, phrase: Phrase) -> Chain | None:
        """Return the subject as whom somebody acts: "he made a living as a merchant", "as a lawyer, Lincoln rode"."""
        view = self.ground.view
        if phrase.plural or view.case(phrase.head) != "as" or view.dep[phrase.head] not in {"obl", "advcl"}:
            return None
        verb = view.heads[phrase.head]
        subjects = set(view.children(verb, "nsubj"))
        if view.children(verb, "obj"):  # "they know him as a hawk"
            return None
        before = (k.chain for k in self.ground.recent.links if k.phrase.head in subjects)
        named = (c for n, c in self.ground.persons.items() if self.ground.phrases[n].head in subjects)
        return next((c for c in (*before, *named) if c and c.is_person), None)

    def _beside(self, phrase: Phrase) -> Chain | None:
        """Return the person to whom a single noun stands in apposition ("the coach, Alireza Mehraban")."""
        view = self.ground.view
        if phrase.plural or not (view.low[phrase.first] in DETERMINED or view.closed(phrase.last)):
            return None
        after = self._after(phrase)
        if after:
            return after
        near = {k for k in view.children(phrase.head, "appos") if k > phrase.head}
        if view.dep[phrase.head] == "appos":
            near.add(view.heads[phrase.head])
        return next((c for n, c in self.ground.persons.items() if self.ground.phrases[n].head in near), None)

    def _after(self, phrase: Phrase) -> Chain | None:
        """Return the person named after a title and a comma ("The Foreign Secretary, Boris Johnson, said")."""
        view, words, at = self.ground.view, self.ground.view.words, phrase.last
        if not phrase.office or words[at : at + 1] != [","]:
            return None
        named = ((c, self.ground.phrases[n]) for n, c in self.ground.persons.items())
        after = ((c, p) for c, p in named if p.first == at + 1)
        closed = (c for c, p in after if words[p.last : p.last + 1] in ([","], [":"]) or _share_verb(p, phrase, view))
        return next(closed, None)

    def _predicate_of(self, phrase: Phrase) -> Chain | None:
        """Return the person of whom a phrase is said: "he was the first Israeli official to ..."."""
        view = self.ground.view
        if not view.children(phrase.head, "cop") or phrase.plural:
            return None
        subjects = view.children(phrase.head, "nsubj")
        found = next((k for k in reversed(self.ground.recent.links) if subjects and k.phrase.head == subjects[0]), None)
        return found.chain if found and found.chain and found.chain.is_person else None


def _share_verb(one: Phrase, other: Phrase, view: View) -> bool:
    """Say whether two phrases are subjects of one verb, of which it has but one ("The Minister, Jane Poe said")."""
    return all(view.dep[p.head] == "nsubj" for p in (one, other)) and view.heads[one.head] == view.heads[other.head]
