"""Lists of states in one sentence: whose offices they own, and on which side of a talk they sit together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.record import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import ReadSentence
    from demarche.code.sides import Side, Sides
    from demarche.resolve import ResolvedMention

__all__ = ["Rosters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rosters:
    """Finds the lists of states of one article."""

    sides: Sides

    def offices(self, words: Sequence[Token]) -> list[Token]:
        """Return those of the words that are offices of several states named after them."""
        return [t for t in words if _stands_for(t, words, self.sides) or self._leads_list(t)]

    def gathered(
        self, head: Token, left: Sequence[Side], right: Sequence[Side]
    ) -> tuple[Sequence[Side], Sequence[Side]]:
        """Return the sides with the members of each list together, also those left out: where most of them stand."""
        sentence = self.sides.reading.sentence_of(head.i)
        for listed in self._lists(sentence) if sentence else ():
            on_left, on_right = [s for s in listed if s in left], [s for s in listed if s in right]
            if max(len(on_left), len(on_right)) < 2 and not (on_left and on_right):
                continue
            gained, lost = (right, left) if len(on_right) >= len(on_left) else (left, right)
            whole = [*gained, *(s for s in listed if s not in gained)]
            rest = [s for s in lost if s not in listed]
            if rest:
                left, right = (rest, whole) if gained is right else (whole, rest)
        return left, right

    def owners(self, offices: Sequence[Token]) -> Iterator[Side]:
        """Yield the states inside the mentions of offices ("the Ministers of Iran" among those of other states)."""
        mentions = [m for t in offices if (m := self.sides.resolution.headed_by(t.i))]
        for inner in (i for m in mentions for i in self.sides.resolution.within(m.first, m.last) if i.nested):
            side = self.sides.of_mention(inner)
            actor = self.sides.resolution.actors.get(side.actor) if side.actor else None
            if actor and actor.kind is ActorKind.STATE:
                yield side
        yield from (side for token in offices for side in self._led(token))

    def _leads_list(self, token: Token) -> bool:
        """Whether a plural of offices holds the first state of a list ("the Ministers of Iran, Egypt and Jordan")."""
        return bool(self._led(token))

    def _led(self, token: Token) -> Sequence[Side]:
        """Return the states of the list that a plural of offices leads, also with an office between them.

        "Representatives of the Ministers of Iran, Egypt and Jordan".
        """
        mention, sentence = self.sides.resolution.headed_by(token.i), self.sides.reading.sentence_of(token.i)
        if mention is None or not mention.plural or sentence is None:
            return ()
        owners = any(t.norm_.lower() == "of" for t in self.sides.reading.doc[mention.last : mention.last + 1])
        near = [m for m in self.sides.resolution.mentions if m.first in range(mention.last, mention.last + 3)]
        last = max((m.last for m in near), default=mention.last) if owners else mention.last
        inside = [self.sides.of_mention(m) for m in self.sides.resolution.within(mention.first, last)]
        return next((listed for listed in self._lists(sentence) if len(listed) > 1 and listed[0] in inside), ())

    def _lists(self, sentence: ReadSentence) -> Iterator[Sequence[Side]]:
        """Yield the sides of names of states that only commas and `and` part ("Iran, Egypt and Jordan")."""
        named = sorted(self.sides.resolution.within(sentence.first, sentence.last), key=lambda m: m.first)
        run: list[ResolvedMention] = []
        for mention in (m for m in named if self._is_state(m)):
            if run and not all(_parts(t) for t in self.sides.reading.doc[run[-1].last : mention.first]):
                yield [self.sides.of_mention(m) for m in run]
                run = []
            run.append(mention)
        yield [self.sides.of_mention(m) for m in run]

    def _is_state(self, mention: ResolvedMention) -> bool:
        actor = self.sides.resolution.actors.get(mention.actor) if mention.actor else None
        return actor is not None and actor.kind is ActorKind.STATE


def _parts(token: Token) -> bool:
    """Whether a word may stand between two members of a list."""
    return token.norm_.lower() in {",", "and", "or", "the"}


def _stands_for(token: Token, others: Sequence[Token], sides: Sides) -> bool:
    """Whether a plural of offices stands for the owners that follow it ("representatives of Iran and Egypt")."""
    mention = sides.resolution.headed_by(token.i)
    if mention is None or not mention.plural:
        return False
    return sum(token.i < t.i and _under(t, token) for t in others) > 1


def _under(token: Token, above: Token) -> bool:
    """Whether a noun hangs on another otherwise than by standing beside it."""
    while token.head not in {token, above}:
        token = token.head
    return token.head == above and token.dep_ != "conj"
