"""Who was spoken of before: antecedents by sentence, subject and nearness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demarche.record import Form
from demarche.resolve.chain import Chain, Link
from demarche.resolve.phrase import Phrase
from demarche.resolve.words import PERSONAL

if TYPE_CHECKING:
    from demarche.resolve.view import View

__all__ = ["Recent"]

ACTING = frozenset("nsubj nsubj:pass obl:agent nsubj:outer".split())
SENTENCES = 3
"""How far back a pronoun may reach; beyond two sentences news writers name their people again."""
NEAR = 1
"""How far back "it" and "they" may reach: things and crowds fade faster than people."""
OBJECTS = frozenset("obj iobj obl obl:agent".split())


@dataclass(slots=True)
class Recent:
    """The links made so far, in the order of the text."""

    view: View
    links: list[Link] = field(default_factory=list)

    def add(self, link: Link) -> None:
        """Remember a link that has a chain."""
        if link.chain is not None:
            self.links.append(link)

    def before(
        self, word: int, fits: Callable[[Chain], bool], *, reach: int = SENTENCES, acting: bool = False
    ) -> Chain | None:
        """Return the nearest fitting chain before a word, so many sentences back; those who act go first."""
        found = list(self._back(word, fits, reach))
        if acting:
            subject = next((k for k in found if self.view.role(k.phrase.head) in ACTING), None)
            if subject:
                return subject.chain
        return found[0].chain if found else None

    def last(self, word: int, fits: Callable[[Chain], bool], number: int) -> list[Chain]:
        """Return the last so many different fitting chains before a word, the first spoken of first."""
        found: dict[str, Chain] = {}
        for link in self._back(word, fits, 8):
            if link.chain and len(found) < number:
                found.setdefault(link.chain.key, link.chain)
        return list(reversed(found.values()))

    def antecedent(self, phrase: Phrase, fits: Callable[[Chain], bool]) -> Chain | None:
        """Return whom a pronoun means: a subject of its sentence, a subject of the one before, the nearest."""
        view, here = self.view, self.view.sentence[phrase.head]
        reach = SENTENCES if phrase.noun in PERSONAL else NEAR
        found = [k for k in self._back(phrase.head, fits, reach) if not self._bound(k.phrase, phrase)]
        if phrase.noun == "it":  # most others are no party's
            found = [k for k in found if view.role(k.phrase.head) in ACTING]
        if not found:
            return None
        return max(found, key=lambda k: self._weight(k, here, view)).chain

    def _weight(self, link: Link, here: int, view: View) -> tuple[float, int]:
        """Weigh a candidate: sentences away cost, being the subject and being a name help."""
        away = here - view.sentence[link.phrase.head]
        subject = view.role(link.phrase.head) in ACTING
        nested = link.phrase.modifies is not None
        pronoun = link.phrase.form is Form.PRONOUN
        return 1.5 * subject - away - 0.8 * nested + 0.3 * pronoun, link.phrase.head

    def _bound(self, candidate: Phrase, pronoun: Phrase) -> bool:
        """Say whether grammar bars the pair: "he praised him", or one inside the other."""
        view = self.view
        if candidate.first <= pronoun.head < candidate.last:
            return True
        same = view.heads[candidate.head] == view.heads[pronoun.head]
        return same and view.dep[pronoun.head] in OBJECTS and view.dep[candidate.head] in ACTING | OBJECTS

    def _back(self, word: int, fits: Callable[[Chain], bool], reach: int) -> Iterator[Link]:
        here = self.view.sentence[word]
        for link in reversed(self.links):
            if here - self.view.sentence[link.phrase.head] > reach:
                return
            if link.phrase.head < word and link.chain is not None and fits(link.chain):
                yield link
