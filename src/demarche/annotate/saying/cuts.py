"""Where one saying ends and the next begins, though the tree puts the second into the content of the first.

"He said that they had left, adding that ..." is a participle of "said", and "..., and she noted that ..." a sentence
of its own; the tree hangs both on the nearest verb.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.saying.stretch import RELATIVE_CLAUSES, RELATIVES, SUBJECTS, kids, trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.saying.saying import Saying, Words

__all__ = ["apart"]

_ADDRESSING = frozenset("tell ask remind assure reassure read post".split())
"""Plain verbs whose participle is often part of what was told ("he met them, telling ...")."""


_CONTRASTING = frozenset("but though although while whereas".split())
_TELLING = cues.SAYING | cues.JUDGING | cues.INFINITIVE
_WORDED = _TELLING | cues.PLAIN | cues.PREPOSITIONAL.keys()
_MODALS = frozenset("will would can could may might shall should must do does did to".split())
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "'d", "’d"})
_CLOSING = frozenset({"”", '"', "''", "’", "'"})
_PRONOUNS = RELATIVES | {"whose"}
LONGEST_OPENING = 3  # words from a comma to the pronoun of a relative clause ("all of whom")
_STOPS = frozenset({",", "—", "–", "--", "("})


def apart(doc: Doc, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """Yield the sayings of a sentence, each content cut before the saying of the same speaker that follows it."""
    cuts = {s.verb: at for s in sayings if (at := _begins(doc, s)) is not None}
    for saying in sayings:
        cut = [_before(words, saying, cuts) for words in saying.contents]
        rest = (trim(doc, part) for words in cut for part in _beside_tags(doc, words, saying, sayings))
        yield replace(_led(saying, sayings, cuts), contents=tuple(part for part in rest if part))


def _begins(doc: Doc, saying: Saying) -> int | None:
    """Return the word with which a saying begins that is set off from one before it, or None."""
    token = doc[saying.verb]
    lemma = token.lemma_.lower()
    if saying.noun or not saying.contents:
        return None
    if token.dep_ in RELATIVE_CLAUSES:
        return _aside(doc, token)
    first = saying.cue[0]
    if token.lower_.endswith("ing") and not kids(token, "cc"):
        alone = lemma in _WORDED - _ADDRESSING and not kids(token, *SUBJECTS, "aux", "mark")
        return _comma_before(doc, first) if alone else None
    if token.lower_ == "asked" and token.dep_ == "advcl" and not kids(token, *SUBJECTS):
        return _comma_before(doc, token.left_edge.i)
    return _joined(doc, saying) if lemma in _WORDED else None


def _comma_before(doc: Doc, word: int) -> int | None:
    """Return the comma before a word, though a closing quotation mark stands between; or None."""
    word -= 1
    while word > 0 and doc[word].text in _CLOSING:
        word -= 1
    return word if word >= 0 and doc[word].text == "," else None


def _aside(doc: Doc, verb: Token) -> int | None:
    """Return the comma of a relative clause in which somebody else speaks ("..., who said", "..., which he called").

    What the pronoun follows may be a preposition ("of which").
    """
    first = verb.left_edge.i
    comma = first if doc[first].text in _STOPS else first - 1
    opening = doc[comma + 1 : comma + 1 + LONGEST_OPENING]
    set_off = comma >= 0 and doc[comma].text in _STOPS and any(t.lower_ in _PRONOUNS for t in opening)
    return comma if set_off else None


def _resumed(doc: Doc, token: Token) -> int | None:
    """Return where a verb goes on with that which holds the clause before it ("says it is late but noted that").

    Its form tells: that of the verb of saying, not that of the clause.
    """
    conjunction = next((k for k in kids(token, "cc") if k.i < token.i), None)
    if token.dep_ != "conj" or conjunction is None:
        return None
    clause, form = token.head, _form(token)
    outer = clause.head
    while outer.head.i < outer.i and not (outer.pos_ == "VERB" and outer.lemma_.lower() in _TELLING):
        outer = outer.head
    if outer.i > clause.i or outer.lemma_.lower() not in _TELLING or form in _alike(clause):
        return None
    if form != _form(outer) and token.lemma_.lower() not in cues.PLAIN - _ADDRESSING:
        return None
    return conjunction.i - (doc[conjunction.i - 1].text in _STOPS)


def _form(verb: Token) -> str:
    """Return the ending that shows the tense of a verb: its own, or that of the copula or auxiliary before it."""
    verb = next((k for k in kids(verb, "aux", "aux:pass", "cop") if k.i < verb.i), verb)
    low = verb.lower_
    if low in {"is", "was", "were", "are"}:
        return {"is": "s", "are": ""}.get(low, "past")
    return "s" if low.endswith("s") else "ing" if low.endswith("ing") else "" if low == verb.lemma_.lower() else "past"


def _alike(clause: Token) -> frozenset[str]:
    """Return the forms in which a verb may go on with a clause: of "will go" that of "go", of "has gone" "gone"."""
    first = next((k.lower_ for k in kids(clause, "aux", "aux:pass", "mark") if k.i < clause.i and k.pos_ == "AUX"), "")
    forms = {_form(clause)}
    if first in _MODALS:
        forms |= {""}
    elif first in _PERFECT:
        forms |= {"past"}
    elif first:
        forms |= {"ing", "past"}
    return frozenset(forms)


def _joined(doc: Doc, saying: Saying) -> int | None:
    """Return where ", and he noted that" or "though he noted that" begins."""
    token = doc[saying.verb]
    if not kids(token, *SUBJECTS):
        return _resumed(doc, token)
    label = {"conj": "cc", "advcl": "mark"}.get(token.dep_)
    if label is None:
        return None
    word = next((k for k in kids(token, label) if k.i < token.i), None)
    if word is None:
        return None
    even = word.lower_ == "as" and doc[word.i - 1].lower_ == "even"
    contrasts, before = even or word.lower_ in _CONTRASTING, word.i - 1 - even
    if not contrasts and (label == "mark" or doc[before].text not in _STOPS):
        return None
    return before + (doc[before].text not in _STOPS)


def _before(words: Words, saying: Saying, cuts: dict[int, int]) -> Words:
    """Return a content up to the first saying in it that is set off, if its own verb stands before both."""
    inside = [at for verb, at in cuts.items() if saying.verb < words[0] <= at + 1 and at < verb < words[1]]
    return (words[0], max(words[0], min([words[1], *inside])))


def _beside_tags(doc: Doc, words: Words, saying: Saying, sayings: Sequence[Saying]) -> Iterator[Words]:
    """Yield what is left of a content without the tags of those who tell the saying itself ("..., he recalled")."""
    low, high = words
    for tag in sayings:
        first, last = _tag(tag)
        if low < first < high and (_passes_on(doc, tag) or _tells(tag, saying)):
            yield low, first
            low = min(last, high)
    yield low, high


def _tells(tag: Saying, saying: Saying) -> bool:
    """Say whether a saying is itself what somebody tells."""
    return tag.spoken and any(start <= saying.verb < end for start, end in tag.contents)


def _passes_on(doc: Doc, tag: Saying) -> bool:
    """Say whether a phrase set off by a comma names who passes the whole sentence on (", according to the agency")."""
    first = tag.verb
    return doc[first].lower_ == "according" and first > 0 and doc[first - 1].text in _STOPS


def _tag(saying: Saying) -> Words:
    """Return cue and source of a saying as one stretch."""
    parts = [part for part in (saying.cue, saying.source) if part is not None]
    return min(first for first, _ in parts), max(last for _, last in parts)


def _led(saying: Saying, sayings: Sequence[Saying], cuts: dict[int, int]) -> Saying:
    """Give a participle the source of the saying whose content it was cut from."""
    if saying.verb not in cuts or saying.source is None or saying.source[0] > cuts[saying.verb]:
        return saying
    at = cuts[saying.verb]
    holder = next((s for s in sayings if s.spoken and _holds(s, saying.source, at)), None)
    return saying if holder is None else replace(saying, source=holder.source)


def _holds(saying: Saying, source: Words, at: int) -> bool:
    """Say whether a source stands in what is said, and a cut behind the verb of saying too."""
    told = any(low <= source[0] < high for low, high in saying.contents)
    return told and any(saying.verb < low <= at + 1 < high for low, high in saying.contents)
