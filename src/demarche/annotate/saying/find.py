"""Every saying of an article, in the order of the cues."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.saying.cuts import apart
from demarche.annotate.saying.others import (
    read_according,
    read_adjective,
    read_adverb,
    read_noun,
    read_poll,
    read_seeming,
)
from demarche.annotate.saying.saying import Saying
from demarche.annotate.saying.sources import without_aside
from demarche.annotate.saying.stretch import kids, trim
from demarche.annotate.saying.verbs import read_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.reading import Reading
    from demarche.annotate.saying.saying import Words

__all__ = ["sayings"]

VERBAL = frozenset({"VERB", "AUX"})
_TELLING = cues.SAYING | cues.EPISTEMIC | cues.CONTENT_NOUNS.keys() | cues.HEARSAY_ADVERBS | cues.POLLS
_TOPICAL = cues.TOPICAL | (cues.UTTERING - cues.SAYING - cues.JUDGING)
_READERS = (
    ("VERB", cues.SEEMING, read_seeming),
    ("ADJ", cues.EPISTEMIC, read_adjective),
    ("NOUN", cues.POLLS, read_poll),
    ("NOUN", cues.CONTENT_NOUNS, read_noun),
    ("ADV", cues.HEARSAY_ADVERBS, read_adverb),
)
"""Cues that are no verbs of saying: part of speech, lemmas, and what reads them."""
AT_HAND = 8
"""Articles whose sayings are remembered: quotations and attributions ask for the same."""


def sayings(reading: Reading) -> tuple[Saying, ...]:
    """Return the sayings of an article in the order of their cues; each word carries one at most."""
    return _sayings(reading.doc, tuple((part.first, part.last) for part in reading.sentences))


@lru_cache(maxsize=AT_HAND)
def _sayings(doc: Doc, sentences: Sequence[Words]) -> tuple[Saying, ...]:
    """Return the sayings in these sentences; those of the articles at hand are remembered."""
    found = [s for first, last in sentences for s in apart(doc, list(_sentence(doc, first, last)))]
    return tuple(sorted(found, key=lambda s: (s.cue, s.verb)))


def _sentence(doc: Doc, first: int, last: int) -> Iterator[Saying]:
    for token, lemma in zip(doc[first:last], doc.columns.low_lemmas[first:last], strict=True):
        if not _may_tell(token, lemma):
            continue
        saying = _of_word(doc, token, (first, last))
        if saying is not None:
            yield _tidy(doc, saying)


def _may_tell(token: Token, lemma: str) -> bool:
    """Say whether a word can carry a saying at all; most cannot, and are not looked at again."""
    told = token.pos_ in VERBAL or lemma in _TELLING or (token.pos_ == "NOUN" and lemma in cues.JUDGING)
    return told or token.lower_ == "according"


def _of_word(doc: Doc, token: Token, sentence: Words) -> Saying | None:
    lemma = token.lemma_.lower()
    if token.lower_ == "according":
        return (
            read_according(token, sentence) if token.i + 1 < sentence[1] and doc[token.i + 1].lower_ == "to" else None
        )
    if token.pos_ == "VERB" and token.lower_ in cues.EPISTEMIC and kids(token, "aux:pass"):
        return read_adjective(token)
    seeming = token.pos_ == "VERB" and lemma in cues.SEEMING
    if not seeming and (token.pos_ in VERBAL or _does(doc, token)):
        return read_verb(doc, token, sentence)
    read = next((read for pos, words, read in _READERS if token.pos_ == pos and lemma in words), None)
    return None if read is None else read(token)


def _does(doc: Doc, token: Token) -> bool:
    """Say whether a word taken for a noun is the verb of its clause: it has a subject and a clause or an object."""
    columns = doc.columns
    labels = {columns.dep[k] for k in columns.kids[token.i]}
    return "nsubj" in labels and "cop" not in labels and bool(labels & {"ccomp", "obj"})


def _tidy(doc: Doc, saying: Saying) -> Saying:
    contents = tuple(w for w in (trim(doc, words) for words in saying.contents) if w)
    source = saying.source and trim(doc, without_aside(doc, saying.source), marks=True)
    topic = saying.topic or doc[saying.verb].lemma_.lower() in _TOPICAL
    return replace(saying, contents=contents, source=source, topic=topic)
