"""Where one saying ends and the next begins, though the tree puts the second into the content of the first.

"He said that they had left, adding that ..." is a participle of "said", and "..., and she noted that ..." a sentence
of its own; the tree hangs both on the nearest verb.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.saying.stretch import SUBJECTS, kids

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from demarche.annotate.saying.saying import Saying, Words

__all__ = ["apart"]

_ADDRESSING = frozenset("tell ask remind assure reassure read post".split())
"""Plain verbs whose participle is often part of what was told ("he met them, telling ...")."""


_CONTRASTING = frozenset("but though although while whereas".split())
_STOPS = frozenset({",", "—", "–", "--"})


def apart(doc: Doc, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """Yield the sayings of a sentence, each content cut before the saying of the same speaker that follows it."""
    cuts = {s.verb: at for s in sayings if (at := _begins(doc, s)) is not None}
    for saying in sayings:
        cut = [_before(words, saying, cuts) for words in saying.contents]
        yield replace(_led(saying, sayings, cuts), contents=tuple(words for words in cut if words[0] < words[1]))


def _begins(doc: Doc, saying: Saying) -> int | None:
    """Return the word with which a saying begins that is set off from one before it, or None."""
    token = doc[saying.verb]
    lemma = token.lemma_.lower()
    if saying.noun or lemma not in cues.SAYING or not saying.contents:
        return None
    first = saying.cue[0]
    if token.lower_.endswith("ing"):
        alone = lemma in cues.PLAIN - _ADDRESSING and not kids(token, *SUBJECTS, "aux", "mark")
        return first - 1 if alone and first and doc[first - 1].text == "," else None
    return _joined(doc, saying)


def _joined(doc: Doc, saying: Saying) -> int | None:
    """Return where ", and he noted that" or "though he noted that" begins."""
    token = doc[saying.verb]
    label = {"conj": "cc", "advcl": "mark"}.get(token.dep_)
    if label is None or not kids(token, *SUBJECTS):
        return None
    word = next((k for k in kids(token, label) if k.i < token.i), None)
    if word is None or (word.lower_ not in _CONTRASTING and doc[word.i - 1].text not in _STOPS):
        return None
    if label == "mark" and word.lower_ not in _CONTRASTING:
        return None
    return word.i - (doc[word.i - 1].text in _STOPS)


def _before(words: Words, saying: Saying, cuts: dict[int, int]) -> Words:
    """Return a content up to the first saying in it that is set off, if its own verb stands before both."""
    inside = [at for verb, at in cuts.items() if saying.verb < words[0] < at < verb < words[1]]
    return (words[0], min([words[1], *inside]))


def _led(saying: Saying, sayings: Sequence[Saying], cuts: dict[int, int]) -> Saying:
    """Give a participle the source of the saying whose content it was cut from."""
    if saying.verb not in cuts or saying.source is None or saying.source[0] > cuts[saying.verb]:
        return saying
    at = cuts[saying.verb]
    holders = (
        s for s in sayings if s.spoken and any(s.verb < c[0] <= saying.source[0] and at < c[1] for c in s.contents)
    )
    holder = next(holders, None)
    return saying if holder is None else replace(saying, source=holder.source)
