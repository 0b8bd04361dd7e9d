"""Where an actor stands on an issue: what the stance words of a sentence, and acts of will, say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.claims import governing_claim
from demarche.code.parties import mention_of
from demarche.code.syntax import arguments
from demarche.code.words import Words, span_of, subtree
from demarche.record import EventType, Position, Report, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.code.contexts import Contexts
    from demarche.codebook import Codebook, StanceEntry
    from demarche.record import Claim
    from demarche.resolve import Resolution

__all__ = ["Positions"]

STANCES = {
    EventType.SUPPORT: Stance.FOR,
    EventType.AGREE: Stance.FOR,
    EventType.CONCEDE: Stance.FOR,
    EventType.REQUEST: Stance.FOR,
    EventType.REJECT: Stance.AGAINST,
    EventType.ACCUSE: Stance.AGAINST,
}
"""What stand an act of will takes; the request stands for what it asks."""
FROM_ACTS = {EventType.SUPPORT, EventType.CONCEDE, EventType.REJECT, EventType.REQUEST}
CONDITIONS = frozenset({"if", "unless", "provided", "until", "once"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    actor: str
    issue: str
    stance: Stance
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """Finds the positions that one article reports."""

    reading: Reading
    resolution: Resolution
    codebook: Codebook
    contexts: Contexts
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]

    def find(self) -> tuple[Position, ...]:
        """Return the positions in the order of the text: one for an actor, an issue and a sentence."""
        stands: dict[tuple[str, str, int], _Stand] = {}
        for sentence in self.reading.sentences:
            for stand in (*self._from_words(sentence), *self._from_acts(sentence)):
                stands.setdefault((stand.actor, stand.issue, sentence.first), stand)
        return tuple(self._position(f"p{n}", stand) for n, stand in enumerate(stands.values(), start=1))

    def _position(self, identity: str, stand: _Stand) -> Position:
        statement = span_of(self.reading, stand.first, stand.last)
        claim = governing_claim(self.claims, statement)
        return Position(
            id=identity,
            actor=stand.actor,
            issue=stand.issue,
            stance=stand.stance,
            statement=statement,
            claim=claim.id if claim else None,
        )

    def _from_words(self, sentence: ReadSentence) -> Iterator[_Stand]:
        words = Words.of(self.reading, sentence)
        for match in words.find(self.codebook.stances):
            entry = match.entries[0]
            head = self._head(match.start, match.end)
            actor = self._actor(head, entry) or self._speaker(head)
            issue = self.contexts.issue(words, *subtree(self.reading, head))
            if actor and issue:
                first, last = subtree(self.reading, head)
                yield _Stand(actor=actor, issue=issue, stance=self._stance(entry.stance, head), first=first, last=last)

    def _from_acts(self, sentence: ReadSentence) -> Iterator[_Stand]:
        for report in self.reports:
            if report.sentence != sentence.sentence.span or report.type not in FROM_ACTS or not report.issue:
                continue
            actor = next((p.actor for p in report.sources if p.actor), None)
            if actor and (report.status.is_deed or report.status is Status.PLANNED):
                head = self.reading.words(report.trigger)[0]
                first, last = subtree(self.reading, head)
                stance = self._stance(STANCES[report.type], head)
                yield _Stand(actor=actor, issue=report.issue, stance=stance, first=first, last=last)

    def _stance(self, stance: Stance, head: int) -> Stance:
        first, last = subtree(self.reading, head)
        conditional = any(t.norm_.lower() in CONDITIONS and t.dep_ == "mark" for t in self.reading.doc[first:last])
        return Stance.CONDITIONAL if conditional and stance is Stance.FOR else stance

    def _head(self, first: int, last: int) -> int:
        tokens = self.reading.doc[first:last]
        return next((t.i for t in tokens if not first <= t.head.i < last or t.head is t), first)

    def _actor(self, head: int, entry: StanceEntry) -> str | None:
        for slot in entry.frame.source:
            for token in arguments(self.reading.doc[head], slot):
                mention = mention_of(token, self.resolution)
                if mention and mention.actor:
                    return mention.actor
        return None

    def _speaker(self, head: int) -> str | None:
        """In somebody's claim, a stance word without a party of its own is the claimant's."""
        claim = governing_claim(self.claims, self.reading.span(head, head + 1))
        return claim.source if claim and claim.source in self.resolution.actors else None
