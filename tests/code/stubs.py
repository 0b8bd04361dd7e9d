"""A reader's answer made by hand: silent unless a word is told to speak."""

from __future__ import annotations

import numpy as np

from demarche.annotate.doc import Doc
from demarche.annotate.reader import ACT_TYPES, MODES, STATUSES
from demarche.annotate.reading import Reading, ReadSentence
from demarche.record import Article, Form, Sentence, Span
from demarche.resolve import ResolvedMention
from tests.docs import text_of


class StubReading:
    """Probabilities of one sentence: `acts` maps words to (type, probability), `roles` triggers to {word: column}."""

    def __init__(self, words, acts=None, status=None, roles=None):
        self.act_types = np.zeros((words, len(ACT_TYPES)), dtype=np.float32)
        self.act_types[:, 0] = 1.0
        for word, (kind, chance) in (acts or {}).items():
            self.act_types[word, ACT_TYPES.index(kind)] = chance
            self.act_types[word, 0] = 1 - chance
        self.modes = np.zeros((words, len(MODES)), dtype=np.float32)
        self.status = np.zeros((words, len(STATUSES)), dtype=np.float32)
        self.status[:, STATUSES.index(status or "happened")] = 1.0
        self._roles = roles or {}

    def roles(self, trigger):
        """Return n x 4 probabilities: none, source, target, other."""
        out = np.zeros((len(self.act_types), 4), dtype=np.float32)
        out[:, 0] = 1.0
        for word, column in self._roles.get(trigger, {}).items():
            out[word] = np.eye(4)[column]
        return out


def reading_of(doc: Doc, stub: StubReading | None = None) -> Reading:
    """Return a reading of one sentence."""
    text = text_of(doc)
    span = Span(start=0, end=len(text.rstrip()), text=text.rstrip())
    sentence = ReadSentence(
        sentence=Sentence(span=span, paragraph=0),
        first=0,
        last=len(doc),
        reading=stub or StubReading(len(doc)),
    )
    return Reading(article=Article(id="a", text=text, sha256="0"), doc=doc, sentences=(sentence,))


def mention(word: int, country: str, *, first: int | None = None, last: int | None = None) -> ResolvedMention:
    """Return a mention headed by a word, of an actor named like its country."""
    return ResolvedMention(
        first=word if first is None else first,
        last=word + 1 if last is None else last,
        head=word,
        form=Form.NAME,
        actor=f"a-{country.lower()}",
        country=country,
    )
