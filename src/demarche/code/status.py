"""Whether an act is so: the model judges, and where it is in doubt the nearest sign of grammar decides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demarche.annotate.reader import STATUSES
from demarche.code.function_words import QUESTIONS, is_negated
from demarche.code.signs import CONDITIONS, GOVERNED, Sign, climb, of_course, of_word
from demarche.code.syntax import case_of, children
from demarche.codebook import CueFamily
from demarche.record import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.reading import ReadSentence
    from demarche.code.acts import Act
    from demarche.codebook import Codebook

__all__ = ["Judge", "Judged"]

THEN = frozenset({"was", "were", "had", "did"})
"""Auxiliaries of a refusal that is over; any other lasts ("has not been given access")."""
GOVERNING_KINDS = frozenset({"plan", "proposal", "threat", "prevent", "wish", "fear", "possible", "ongoing"})
"""Kinds of status cue that speak of what stands under them; the others speak of the whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The status of an act, the probability given to it, and whether a negation stands over it."""

    status: Status
    probability: float
    negated: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Governor:
    """A word that says of what it governs whether it is so; under `preposition` alone, where there is one."""

    preposition: str | None
    status: Status


class Judge:
    """Judges the status of acts by one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        """Index the status cues by their head lemma."""
        self._governors: dict[str, list[_Governor]] = defaultdict(list)
        for cue in codebook.cues:
            if cue.family is CueFamily.STATUS and cue.status and cue.kind in GOVERNING_KINDS and len(cue.phrase) <= 2:
                preposition = cue.phrase[1] if len(cue.phrase) == 2 else None
                self._governors[cue.phrase[0]].append(_Governor(preposition=preposition, status=cue.status))

    def judge(self, doc: Doc, sentence: ReadSentence, act: Act) -> Judged:
        """Return the status of an act of a sentence."""
        token = doc[act.head]
        if act.refused:
            verb = token if token.pos_ == "VERB" else token.head
            lasting = not any(child.lower_ in THEN for child in children(verb, "aux", "aux:pass"))
            status = Status.ONGOING if lasting else Status.HAPPENED
            return Judged(status=status, probability=1.0, negated=False, why="grammar: not to let is to refuse")
        model = sentence.reading.status[act.head - sentence.first].astype(float)
        sign = next(self._signs(token, act), None)
        votes = model.copy()
        if sign:
            votes[STATUSES.index(sign.status.value)] += sign.vote
        best = int(np.argmax(votes))
        status = Status(STATUSES[best])
        why = f"grammar: {sign.why}" if sign and sign.status is status else f"status head {model[best]:.2f}"
        probability = float(votes[best] / votes.sum())
        return Judged(status=status, probability=probability, negated=is_negated(token), why=why)

    def _signs(self, token: Token, act: Act) -> Iterator[Sign]:
        """Yield what grammar says, nearest sign first."""
        yield from of_word(token, act.type)
        for below, above in climb(token):
            yield from self._governor_signs(below, above)
        yield from of_course(token)

    def _governor_signs(self, below: Token, above: Token) -> Iterator[Sign]:
        """What a word says of the act in its complement ("plans to", "fears of", "threatened to")."""
        marks = {mark.norm_.lower() for mark in children(below, "mark")}
        if below.dep_ in GOVERNED and not (below.dep_ == "ccomp" and marks & QUESTIONS):
            heard = {None, case_of(below), *marks}
            for governor in self._governors.get(above.lemma_.lower(), ()):
                if governor.preposition in heard:
                    yield Sign(status=governor.status, why=f"under '{above.text}'")
        if below.dep_ == "advcl" and marks & CONDITIONS:
            yield Sign(status=Status.HYPOTHETICAL, why="condition")
