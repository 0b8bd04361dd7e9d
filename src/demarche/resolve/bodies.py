"""Names of bodies and places: one chain for each, the acronym with its long form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.codebook.world import OrganisationKind
from demarche.record import ActorKind
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain
from demarche.resolve.phrase import badge_of

if TYPE_CHECKING:
    from demarche.resolve.ground import Ground
    from demarche.resolve.phrase import Phrase
    from demarche.resolve.whose import Whose

__all__ = ["Bodies"]

LONGEST_ACRONYM = 6
SHORTEST_TAIL = 2
"""Words of the shortest end of a name that is taken for the whole."""

SHORT_BACK = 8
"""Sentences back within which "the Council" is the one that was named in full."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Finds and makes the chains of names."""

    ground: Ground
    whose: Whose

    def chain(self, phrase: Phrase) -> Chain:
        """Return the chain of a name, that of its long form for an acronym."""
        key = phrase.key or ""
        if key.startswith("name:"):
            key = (
                self._long_form(phrase)
                or self._other_number(phrase)
                or self._tail(phrase)
                or self._short(phrase)
                or self._national(phrase)
                or key
            )
        elif self._is_letters(phrase) and key not in self.ground.chains:
            own = self._long_form(replace(phrase, name=self.ground.view.text(*(phrase.core or (0, 0)))))
            if own and not own.startswith("org:"):
                key, phrase = own, replace(phrase, badge=self.ground.chains[own].badge)
        of = self.ground.of_country(phrase.head) if phrase.badge.country is None and phrase.core else None
        if of and phrase.badge.kind is ActorKind.GOVERNMENT:
            key, phrase = f"{key}:{of}", replace(phrase, badge=replace(phrase.badge, country=of))
        key = self._of_another(key, phrase)
        if key not in self.ground.chains:
            self.ground.chains[key] = Chain(
                key=key, name=phrase.name, badge=phrase.badge, plural=phrase.plural, wikidata=phrase.wikidata
            )
        chain = self.ground.chains[key]
        if chain.badge.country is None and phrase.badge.country:
            chain.badge = replace(chain.badge, country=phrase.badge.country, base=phrase.badge.base)
        facility = (
            chain.badge.kind is ActorKind.PLACE
            and phrase.core is not None
            and self.ground.view.lemmas[phrase.head] in lists.FACILITIES
        )
        if chain.badge.country is None and chain.badge.kind is ActorKind.GOVERNMENT:
            chain.badge = replace(chain.badge, country=self.whose.context(phrase))
        there = facility or chain.badge.kind in {ActorKind.PEOPLE, ActorKind.ARMED_GROUP}
        if chain.badge.country is None and there:
            chain.badge = replace(chain.badge, country=self.whose.where(phrase))
        return chain

    def _of_another(self, key: str, phrase: Phrase) -> str:
        """Return a key apart for the body of another land that is called the same ("Russia's Security Council")."""
        same, code = self.ground.chains.get(key), phrase.badge.country
        differ = same is not None and key.startswith("name:") and code and same.badge.country not in {None, code}
        return f"{key}:{code}" if differ else key

    def _is_letters(self, phrase: Phrase) -> bool:
        return (
            phrase.core is not None
            and phrase.core[1] - phrase.core[0] == 1
            and self.ground.view.words[phrase.core[0]].isupper()
        )

    def _other_number(self, phrase: Phrase) -> str | None:
        """Return the key of a name that differs only by an "s" ("Disaster Emergency Committee")."""
        words = _singular(phrase.name)
        same = (k for k, c in self.ground.chains.items() if k.startswith("name:") and _singular(c.name) == words)
        return next(same, None) if len(words) > 1 else None

    def _tail(self, phrase: Phrase) -> str | None:
        """Return the key of the only name of which this one is the end ("the German People's Union")."""
        words = _singular(phrase.name)
        if len(words) < SHORTEST_TAIL:
            return None
        longer = [
            key
            for key, chain in self.ground.chains.items()
            if key.startswith("name:") and chain.phrases and _singular(chain.name)[-len(words) :] == words
        ]
        return longer[0] if len(longer) == 1 else None

    def _short(self, phrase: Phrase) -> str | None:
        """Return the key of the body just spoken of that is written as its last word alone ("the Council")."""
        word = phrase.name.lower()
        if word not in lists.BODY_ENDS:
            return None
        ground = self.ground
        found = ground.recent.before(phrase.head, lambda c: c.name.lower().endswith(f" {word}"), reach=SHORT_BACK)
        return found.key if found else None

    def _national(self, phrase: Phrase) -> str | None:
        """Return the key of a party that the table has with the adjective of the text's country ("the Labor Party")."""
        world = self.ground.world
        row = world.country(phrase.badge.country or self.ground.theme.home() or "")
        adjective = row.adjectives[0] if row and row.adjectives else None
        if row is None or adjective is None:
            return None
        called = (f"{adjective} {phrase.name}", f"{adjective} {phrase.name} Party", f"{phrase.name} of {row.name}")
        named = (world.organisation(name, row.code) for name in called)
        found = next((o for o in named if o and o.country == row.code), None)
        if found is None or found.kind is not OrganisationKind.PARTY:
            return None
        key = f"org:{found.id}"
        if key not in self.ground.chains:
            made = Chain(key=key, name=found.name, badge=badge_of(found), wikidata=found.wikidata or None)
            self.ground.chains[key] = made
        return key

    def _long_form(self, phrase: Phrase) -> str | None:
        letters = phrase.name.replace(".", "")
        if not (letters.isupper() and 1 < len(letters) <= LONGEST_ACRONYM):
            return None
        for key, chain in self.ground.chains.items():
            if key.startswith(("name:", "org:", "place:")):
                initials = "".join(w[0] for w in chain.name.split() if w[0].isupper())
                if initials == letters:
                    return key
        return None


def _singular(name: str) -> list[str]:
    """Return the words of a name without articles and the "s" of plurals."""
    return [word.removesuffix("s") for word in name.lower().split() if word != "the"]
