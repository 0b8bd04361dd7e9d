"""Who was spoken of before: antecedents by sentence, subject and nearness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demarche.codebook.world import Gender
from demarche.record import ActorKind, Form
from demarche.resolve.chain import Chain, Link
from demarche.resolve.phrase import Phrase
from demarche.resolve.words import LOCATIVE, PERSONAL

if TYPE_CHECKING:
    from demarche.resolve.view import View

__all__ = ["Recent"]

SUBJECTS = frozenset("nsubj nsubj:pass nsubj:outer".split())
ACTING = frozenset("nsubj nsubj:pass obl:agent nsubj:outer".split())
SENTENCES = 3
"""How far back a pronoun may reach; beyond two sentences news writers name their people again."""
NEAR = 1
"""How far back "it" and "they" may reach: things and crowds fade faster than people."""
# Weights of a candidate, set by hand on the development gold; they act together.
SUBJECT = 1.5
OWNER = 0.7
NESTED = 0.8
KNOWN = 1.6
"""Worth of a person of whom it is known that the pronoun's gender is his."""
STEP_OF_ITS = 2.0
"""Cost of a sentence for "its", whose owner mostly stands in the same one."""
BIDDING = frozenset("tell warn remind advise inform".split())
OUGHT = frozenset("must should need ought".split())
"""Auxiliaries of what somebody is told to do."""
OBJECTS = frozenset("obj iobj obl obl:agent".split())


@dataclass(slots=True)
class Recent:
    """The links made so far, in the order of the text."""

    view: View
    links: list[Link] = field(default_factory=list)

    def add(self, link: Link) -> None:
        """Remember a link that has a chain, or those of several."""
        if link.chain is not None or link.members:
            self.links.append(link)

    def before(
        self,
        word: int,
        fits: Callable[[Chain], bool],
        *,
        reach: int = SENTENCES,
        acting: bool = False,
        nested: bool = True,
    ) -> Chain | None:
        """Return the nearest fitting chain before a word, so many sentences back; those who act go first.

        `nested` counts names that are only part of another's too.
        """
        found = [k for k in self._back(word, fits, reach) if nested or not k.phrase.nested]
        if acting:
            subject = self._topic([k for k in found if self.view.role(k.phrase.head) in ACTING])
            if subject:
                return subject.chain
        return found[0].chain if found else None

    def _topic(self, subjects: Sequence[Link]) -> Link | None:
        """Return the subject of the main clause of the nearest sentence that has one, else the nearest."""
        if not subjects:
            return None
        here = self.view.sentence[subjects[0].phrase.head]
        near = [k for k in subjects if self.view.sentence[k.phrase.head] == here]
        return next((k for k in near if self.view.dep[self.view.heads[k.phrase.head]] == "root"), near[0])

    def last(
        self, word: int, fits: Callable[[Chain], bool], number: int, *, acting: bool = False, parties: bool = False
    ) -> list[Chain]:
        """Return the last so many different fitting chains before a word, the first spoken of first.

        `acting` takes only those who act, `parties` none that is merely a place or an adjective where it stands.
        """
        found: dict[str, Chain] = {}
        for link in self._back(word, fits, 8):
            head = link.phrase.head
            acts = not acting or self.view.role(head) in ACTING
            there = parties and (link.phrase.modifies is not None or self.view.case(head) in LOCATIVE)
            if link.chain and acts and not there and len(found) < number:
                found.setdefault(link.chain.key, link.chain)
        return list(reversed(found.values()))

    def listed(self, word: int, fits: Callable[[Chain], bool], count: int = 2, *, reach: int = NEAR) -> list[Chain]:
        """Return the fitting chains, so many, that were just named together ("Iraq and Kuwait"), else none."""
        lists = ([c for c in self.joined(link) if fits(c)] for link in self._back(word, fits, reach))
        return next((joined for joined in lists if len(joined) == count), [])

    def antecedent(self, phrase: Phrase, fits: Callable[[Chain], bool]) -> Link | None:
        """Return what a pronoun takes up: a subject of its sentence, a subject of the one before, the nearest."""
        here = self.view.sentence[phrase.head]
        reach = SENTENCES if phrase.noun in PERSONAL else NEAR
        found = [k for k in self._back(phrase.head, fits, reach, groups=True) if not self._bound(k.phrase, phrase)]
        owner = self._who(phrase) or self._parallel(phrase) or self._bidden(phrase) or self._able(phrase)
        beside = next((k for k in self._back(phrase.head, fits, 0, groups=True) if k.phrase.head == owner), None)
        if beside:
            return beside
        if phrase.noun in {"it", "its"}:  # most others are no party's
            found = [k for k in found if self.speaks(k) or (phrase.noun == "its" and self._with(k, here))]
        if not found:
            return None
        return max(found, key=lambda k: self._weight(k, phrase, here))

    def _who(self, phrase: Phrase) -> int | None:
        """Return the noun that is the "who" of a pronoun's clause: "a minister who said he would send his envoy"."""
        view = self.view
        verb = view.heads[phrase.head]
        if view.dep[phrase.head] in SUBJECTS:
            verb = view.heads[verb] if view.dep[verb] == "ccomp" else phrase.head
        elif view.dep[phrase.head] == "nmod:poss":
            verb = next((w for w in view.above(verb) if view.pos[w] == "VERB"), verb)
        if view.dep[verb] != "acl:relcl" or not any(view.low[k] == "who" for k in view.children(verb, "nsubj")):
            return None
        return view.heads[verb]

    def _parallel(self, phrase: Phrase) -> int | None:
        """Return whose a noun is that is joined to another: "Iraq's invasion and its aims", "Iraq and its allies"."""
        view = self.view
        noun = view.heads[phrase.head]
        if view.dep[phrase.head] != "nmod:poss" or view.dep[noun] != "conj":
            return None
        first = view.heads[noun]
        return next((k for k in view.kids[first] if view.dep[k] == "nmod:poss" and k < phrase.head), first)

    def _bidden(self, phrase: Phrase) -> int | None:
        """Return whom somebody tells what he must do: "Obama told Mubarak that he must deliver on his pledge"."""
        view = self.view
        verb = view.heads[phrase.head]
        above = view.heads[verb]
        if view.dep[phrase.head] not in SUBJECTS or view.dep[verb] != "ccomp":
            return None
        if view.lemmas[above].lower() not in BIDDING or not OUGHT & {view.low[k] for k in view.children(verb, "aux")}:
            return None
        return next((k for k in view.children(above, "obj", "iobj") if view.pos[k] != "PRON"), None)

    def _able(self, phrase: Phrase) -> int | None:
        """Return who is to do what a noun is for, as the owner of its object: "the ability of IS to supply its men"."""
        view = self.view
        verb = view.heads[view.heads[phrase.head]]
        verb = view.heads[verb] if view.dep[verb] == "conj" else verb
        noun = view.heads[verb]
        if view.dep[phrase.head] != "nmod:poss" or view.dep[verb] != "acl" or view.pos[noun] != "NOUN":
            return None
        to = any(view.low[k] == "to" for k in view.children(verb, "mark"))
        of = (
            k for k in view.kids[noun] if view.dep[k] == "nmod:poss" or (view.dep[k] == "nmod" and view.case(k) == "of")
        )
        return next(of, None) if to else None

    def _with(self, link: Link, here: int) -> bool:
        """Say whether a link stands in the sentence of a pronoun and not as a mere place or adjective."""
        view = self.view
        word = link.phrase.head
        return view.sentence[word] == here and link.phrase.modifies is None and view.case(word) not in LOCATIVE

    def speaks(self, link: Link) -> bool:
        """Say whether a link is a subject, or the one according to whom something is so."""
        view = self.view
        return view.role(link.phrase.head) in ACTING or view.case(link.phrase.head) == "according"

    def _weight(self, link: Link, pronoun: Phrase, here: int) -> tuple[float, int]:
        """Weigh a candidate: sentences away cost, being the subject, or his who is its owner, helps."""
        view, phrase = self.view, link.phrase
        away = here - view.sentence[phrase.head]
        subject = self.speaks(link) and view.role(phrase.head) != "obl:agent"
        owner = view.dep[phrase.head] == "nmod:poss" and view.role(view.heads[phrase.head]) in ACTING
        nested = phrase.modifies is not None
        again = phrase.form is Form.PRONOUN
        step = STEP_OF_ITS if pronoun.noun == "its" else 1.0
        chain = link.chain
        fading = away and chain is not None and chain.badge.kind is ActorKind.OFFICE  # a nameless spokesman
        known = chain is not None and not fading and chain.gender is pronoun.gender is not Gender.UNKNOWN
        score = SUBJECT * subject + OWNER * owner - step * away - NESTED * nested + 0.3 * again + KNOWN * known
        return score, phrase.head

    def _bound(self, candidate: Phrase, pronoun: Phrase) -> bool:
        """Say whether grammar bars the pair: "he praised him", or one inside the other."""
        view = self.view
        if candidate.first <= pronoun.head < candidate.last:
            return True
        if view.dep[pronoun.head] not in OBJECTS:
            return False
        verb, above = view.heads[pronoun.head], view.heads[candidate.head]
        if above == verb:
            return view.dep[candidate.head] in ACTING | OBJECTS
        return view.dep[candidate.head] in ACTING and self._shares_subject(verb, above)

    def _shares_subject(self, verb: int, first: int) -> bool:
        """Say whether a verb is joined to another one whose subject is its own ("he called Lavrov and urged him")."""
        view = self.view
        return view.dep[verb] == "conj" and view.heads[verb] == first and not view.children(verb, *ACTING)

    def joined(self, link: Link, before: int | None = None) -> list[Chain]:
        """Return the chains that a link names with others ("all Americans and Britons"), those before a word."""
        view, head = self.view, link.phrase.head
        first = view.heads[head] if view.dep[head] == "conj" else head
        heads = {first, *view.children(first, "conj")}
        last = len(view.words) if before is None else before
        found = {
            k.chain.key: k.chain for k in self.links if k.phrase.head in heads and k.phrase.last <= last and k.chain
        }
        return list(found.values())

    def _back(self, word: int, fits: Callable[[Chain], bool], reach: int, *, groups: bool = False) -> Iterator[Link]:
        here = self.view.sentence[word]
        for link in reversed(self.links):
            if here - self.view.sentence[link.phrase.head] > reach:
                return
            chain = link.chain or (link.members[0] if groups and link.members else None)
            if link.phrase.head < word and chain is not None and fits(chain):
                yield link
