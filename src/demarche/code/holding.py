"""Who holds a means, and over whom: what the words around it say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.means import handler_of, modifiers
from demarche.code.sides import NOBODY, Side, Sides
from demarche.code.standing import is_placed
from demarche.code.syntax import case_of, children, subjects
from demarche.record import ActorKind, LeverUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demarche.annotate.doc import Token
    from demarche.codebook import LeverKind, Match

__all__ = ["Held", "Holders"]

AGAINST = ("on", "against", "over", "upon", "toward", "towards", "to", "for", "from", "in", "into", "at")
"""Prepositions of the side over which a means is held, the surest first."""
VOICING = frozenset("reiterate express voice reaffirm restate stress underline renew pledge offer confirm".split())
"""Verbs whose object, where it is "their support", is their subject's."""
SUFFERING = frozenset({"face", "suffer", "endure", "undergo", "withstand"})
"""Verbs whose subject is the one over whom a means is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A means that one side holds over another, told by the words `first` to `last` of the doc, half-open."""

    lever: str
    kind: str
    holder: Side
    over: Side
    used: LeverUse
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Finds who holds the means of one article, and over whom."""

    sides: Sides

    def holder(self, token: Token, verb: Token | None, kind: str) -> Side:
        """Return whose means it is: its owner, those it is named after, its handler."""
        below = [t for t in modifiers(token) if not self._is_target(t)]
        owners = [*children(token, "nmod:poss"), *below]
        owners += [c for c in children(token, "nmod") if case_of(c) == "by"]
        own = self._voiced(token) or next((s for t in owners if (s := self.own(t))), NOBODY)
        if not own and kind == "troops":
            own = self._master(self.own(token))
        return own or (self.user(verb) if verb is not None else NOBODY)

    def over(self, token: Token, verb: Token | None, holder: Side) -> Side:
        """Return over whom a means is held: the target named before it, or under a preposition of it or of its verb."""
        below = children(token, "nmod")
        below += [c for act in children(token, "acl") for c in children(act, "obl")]
        if verb is not None:
            below += children(verb, "obl", "iobj", "obj")
        ranked = sorted(
            (t for t in below if t != token and (case_of(t) in AGAINST or t.dep_ == "iobj")),
            key=lambda t: -1 if t.dep_ == "iobj" else AGAINST.index(case_of(t) or "at"),
        )
        before = [t for t in modifiers(token) if self._is_target(t)]
        sufferer = handler_of(token)
        if sufferer is not None and sufferer.lemma_.lower() in SUFFERING:
            before += subjects(sufferer)
        found = (self._named_at(t) for t in (*before, *ranked))
        return next((s for s in found if s and not s.meets(holder)), NOBODY)

    def user(self, verb: Token) -> Side:
        """Return who puts a means to use; a thing that does is not the country it is aimed at ("Syria sanctions")."""
        for token in subjects(verb):
            side = NOBODY if is_placed(token, self.sides.resolution) else self.sides.of_word(token)
            aimed = any(self._is_target(t) for t in modifiers(token)) and not self.own(token)
            if side:
                return NOBODY if aimed else side
        return NOBODY

    def own(self, token: Token) -> Side:
        """Return the side that a word stands for itself."""
        mention = self.sides.resolution.headed_by(token.i)
        return self.sides.of_mention(mention) if mention else NOBODY

    def receiver(self, words: Sequence[Token], holder: Side) -> Side:
        """Return the side of the first of the words that is not the holder's."""
        return next((s for t in words if (s := self.sides.of_word(t)) and not s.meets(holder)), NOBODY)

    def is_name(self, token: Token, match: Match[LeverKind]) -> bool:
        """Whether a noun is part of an actor's own name, and so he and not his means; forces are both."""
        mention = self.sides.resolution.headed_by(token.i)
        named = token.pos_ == "PROPN" and mention is not None and mention.actor is not None
        return named and match.entries[0].kind != "troops"

    def _voiced(self, token: Token) -> Side:
        """Return who voices what he calls his own ("the members reiterate their support")."""
        voiced = token.dep_ == "obj" and token.head.lemma_.lower() in VOICING
        own = any(t.pos_ == "PRON" for t in children(token, "nmod:poss"))
        return self.sides.doer(token.head) if voiced and own else NOBODY

    def _master(self, forces: Side) -> Side:
        """Return the state whose forces these are, where the article names it: they are its means."""
        actor = self.sides.resolution.actors.get(forces.actor) if forces.actor else None
        state = self.sides.state(actor.country) if actor and actor.country else None
        return self.sides.of_actor(state) if state else forces

    def _is_target(self, token: Token) -> bool:
        """Whether a country's own name stands before the noun ("Syria sanctions"), not its adjective ("U.S. arms")."""
        mention = self.sides.resolution.headed_by(token.i)
        actor = self.sides.resolution.actors.get(mention.actor) if mention and mention.actor else None
        named = actor is not None and actor.kind is ActorKind.STATE and token.text == actor.name
        return named and token.dep_ == "compound"

    def _named_at(self, token: Token) -> Side:
        """Return the side that a noun stands for, be it only the last word of its name."""
        around = (m for m in self.sides.resolution.mentions if m.first <= token.i < m.last)
        return self.sides.of_word(token) or next((self.sides.of_mention(m) for m in around), NOBODY)
