"""What a word of stand or of asking is about: the issue that its object names, or the words of that object."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.syntax import arguments, case_of, children
from demarche.code.words import Words
from demarche.record import ActorKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook, Issue, Lexicon
    from demarche.codebook.lexicon import Slot
    from demarche.resolve import Resolution

__all__ = ["Matters", "matters_of"]

CLAUSES = ("xcomp", "ccomp", "csubj", "acl")
OBJECTS = ("obj", "nsubj:pass")
ABOUT = frozenset("for to of on about against at over behind".split())
"""Prepositions under which the matter of a stand may stand."""
BELOW = (
    *("nmod", "amod", "compound", "nmod:poss", "obj", "obl"),
    *("xcomp", "ccomp", "acl", "conj", "nsubj:pass", "compound:prt"),
)
DEPTH = 2
"""Steps below what a stand is on within which a word still says what it is about; further down others are told."""
NAMING = ("amod", "compound")
SHORTEST = 3
"""Letters of a word that names an issue; shorter ones are units and debris ("346m")."""
LONGEST = 5
"""Words of the name of an issue that no table knows."""
LIGHT = frozenset(
    "team moment area way time day week month year step thing measure attempt effort member group people issue matter "
    "number part hotel man woman official leader side party world country place idea notion difference kind one "
    "lot end need call request demand appeal term shoulder series range variety use creation establishment "
    "implementation start beginning continuation word hand report act role fact case decision position invitation "
    "attention permission option information detail statement comment assertion prospect chance manner sort answer "
    "anger frustration outrage concern hope desire insult "
    "help office support backing endorsement plea appeal overture responsibility stance stage opposition criticism "
    "resistance objection complaint cause reason sign other "
    "necessity willingness readiness example instance care door advice consensus anonymity".split()
)
"""Nouns too light, or of too many things, to name what a stand is about."""
OBJECT_VERBS = frozenset(
    "end stop hold have achieve reach ensure secure implement respect extend begin start resume restore continue keep "
    "maintain create establish build form renew launch give grant lift take make pursue seek avoid prevent".split()
)
"""Verbs whose object says what they are about."""
PERMITTING = frozenset("allow let permit".split())
"""Verbs whose object does what their clause says, which alone is what a stand is on."""
GOODS = frozenset(
    {
        "human rights",
        "democracy",
        "peace process",
        "justice and courts",
        "media freedom",
        "humanitarian aid",
        "disaster relief",
        "health",
        "women and gender",
        "children and education",
        "labour",
        "environment",
        "food and grain",
        "minority and autonomy",
    }
)
"""Issues that name a good, though the word may be that of the harm done to it."""
ILLS = frozenset(
    {
        "war crimes",
        "terrorism",
        "civilian casualties",
        "corruption",
        "crime and extradition",
        "espionage",
        "disinformation",
        "hostile rhetoric",
        "ethnic conflict",
        "hostages",
        "election interference",
        "war",
    }
)
"""Issues that name an ill, though the word may be that of what is done against it."""
CONTRARY = {Stance.AGAINST: GOODS, Stance.FOR: ILLS}
"""Issues that tell a stand the wrong way round, so that the words themselves name it better."""
SURE = 0.5
"""Weight below which a word names an issue as a noun alone ("an exercise", not "to exercise a right")."""
WHEREABOUTS = frozenset({"on", "at"})
"""Prepositions of a place as often as of a matter, beside an object ("attacked him on stage")."""
ASIDE = frozenset("in at by after before during since until till from with as under near amid upon through".split())
"""Prepositions of places, times and company, under which other things are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """Finds the matters of one article."""

    reading: Reading
    resolution: Resolution
    codebook: Codebook

    def of(
        self, sentence: ReadSentence, heads: Sequence[Token], stance: Stance, words: range | None = None
    ) -> str | None:
        """Return the issue of the first matter that has one: that of the table nearest to its head, else its words.

        Of the table only what stands among certain words, where they are given.
        """
        found_at = self._issues(sentence)
        named = {w: issues for w, issues in found_at.items() if words is None or w in words}
        found = (issue for head in heads if (issue := self._listed(head, named, stance) or self._named(head)))
        return next(found, None)

    def side(self, heads: Sequence[Token]) -> str | None:
        """Return the name of the first actor among the matters: who is praised or blamed is what the stand is on.

        A state that is called a government, or the like, is named as that.
        """
        for head in heads:
            mention = self.resolution.headed_by(head.i)
            actor = self.resolution.actors.get(mention.actor) if mention and mention.actor else None
            if head.norm_.lower() == "it":
                continue
            if actor and actor.kind is ActorKind.STATE and head.pos_ == "NOUN":
                return f"{head.lemma_.lower()} of {actor.name}"
            if actor and not (actor.kind is ActorKind.PEOPLE and actor.country is None):
                return actor.name
        return None

    def listed(self, sentence: ReadSentence, heads: Sequence[Token], stance: Stance) -> str | None:
        """Return the first issue of the table that the matters name."""
        named = self._issues(sentence)
        return next((issue for head in heads if (issue := self._listed(head, named, stance))), None)

    def within(self, sentence: ReadSentence, words: range, stance: Stance, head: Token) -> str | None:
        """Return the surest issue that some words name, be it not what their head is on, the earliest of equals.

        Who is named ("the Security Council", "voters") is no issue, nor is the word of stand itself ("we vote").
        """
        named = self._issues(sentence)
        taken = {w for m in self.resolution.within(words.start, words.stop) for w in range(m.first, m.last)} | {head.i}
        told = (w for w in words if w in named and w not in taken and not _is_beside(self.reading.doc[w], head))
        found = [(-entry.weight, w, entry.issue) for w in told for entry in named[w]]
        kept = [item for item in found if item[-1] not in CONTRARY.get(stance, ())]
        return min(kept)[-1] if kept else None

    def is_listed(self, issue: str) -> bool:
        """Whether an issue is one of the table's."""
        return issue in _labels(self.codebook.issues)

    def _listed(self, head: Token, named: Mapping[int, Sequence[Issue]], stance: Stance) -> str | None:
        """Return the issue nearest to a head; who is against torture is not against human rights."""
        near = ((depth, t) for depth, t in self._near(head) if not self._is_actor(t))
        found = [(depth, -entry.weight, t.i, entry.issue) for depth, t in near for entry in named.get(t.i, ())]
        best = min(found)[-1] if found else None
        return None if best in CONTRARY.get(stance, ()) else best

    def _named(self, head: Token) -> str | None:
        """Return the name of a noun, of what stands below a light one, or of the object of a light verb."""
        if head.dep_ == "obl" and case_of(head) in WHEREABOUTS and children(head.head, *OBJECTS):
            return None
        if head.pos_ in {"VERB", "AUX"}:
            things = children(head, *OBJECTS) if head.lemma_.lower() in OBJECT_VERBS else ()
            return next((name for t in things if (name := self._named(t))), None)
        below = children(head, "nmod", "compound", "acl") if head.lemma_.lower() in LIGHT else ()
        return self._name(head) or next((name for t in below if (name := self._named(t))), None)

    def _issues(self, sentence: ReadSentence) -> Mapping[int, Sequence[Issue]]:
        """Return the issues that words name, by each of these words."""
        found = Words.of(self.reading, sentence).find(self.codebook.issues)
        sure = (m for m in found if m.entries[0].weight >= SURE or self.reading.doc[m.end - 1].pos_ == "NOUN")
        return {word: match.entries for match in sure for word in range(match.start, match.end)}

    def _near(self, head: Token) -> Iterator[tuple[int, Token]]:
        """Yield the words of a matter with their depth, from its head down."""
        level = [head]
        for depth in range(DEPTH + 1):
            yield from ((depth, t) for t in level)
            level = [c for t in level if not self._is_actor(t) for c in children(t, *BELOW) if case_of(c) not in ASIDE]

    def _is_actor(self, token: Token) -> bool:
        mention = self.resolution.headed_by(token.i)
        return mention is not None and mention.actor is not None

    def _name(self, noun: Token) -> str | None:
        """Return a noun with what stands before it, and with its `of` phrase, as the name of an issue."""
        light = noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() in LIGHT
        if light or self._is_actor(noun) or self.reading.is_time(noun.i):
            return None
        near = [t for t in children(noun, *NAMING) if t.i < noun.i and not self.reading.is_time(t.i)]
        before = [w for t in near for w in (*children(t, *NAMING), t)]
        after = next((t for t in children(noun, "nmod") if case_of(t) == "of"), None)
        words = [*before, noun]
        if after is not None and len(words) < LONGEST:
            words += noun.doc[after.left_edge.i : after.i + 1]
        kept = [t for t in words if not t.is_punct and t.dep_ != "det"]
        if len(noun.text) < SHORTEST:
            return None
        return " ".join(t.text if t.pos_ == "PROPN" else t.text.lower() for t in kept[:LONGEST])


def _is_beside(token: Token, head: Token) -> bool:
    """Whether a word stands in a clause that only says more of another ("a deal that let trucks over the border")."""
    while token not in (head, token.head):
        if token.dep_ == "acl:relcl" or (token.dep_ in {"acl", "advcl"} and token.i > head.i and token.head != head):
            return True
        token = token.head
    return False


@lru_cache(maxsize=1)
def _labels(issues: Lexicon[Issue]) -> frozenset[str]:
    return frozenset(entry.issue for entry in issues)


def matters_of(head: Token, slots: Sequence[Slot] = ()) -> list[Token]:
    """Return the heads of what a word is about: what its frame says, else its object, its clause, what it is for."""
    told = [t for slot in slots for t in arguments(head, slot)]
    clauses = [c for c in children(head, *CLAUSES) if c.i > head.i]
    if clauses and head.lemma_.lower() in PERMITTING:
        return clauses
    under = [t for t in children(head, "obl", "nmod") if case_of(t) in ABOUT and t.i > head.i]
    return list(dict.fromkeys((*told, *children(head, *OBJECTS), *clauses, *under)))
