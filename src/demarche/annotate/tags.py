"""What the words around a verb of saying show by their order alone, where the syntax of the sentence went astray.

"..., the source added." is a tag: the rest of the sentence is what was said. After "said" without a comma stands
a clause with a subject of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demarche.annotate.doc import Doc, Token

__all__ = ["Words", "clause_after", "lead", "name_before", "tag"]

Words = tuple[int, int]
"""Words of the doc, half-open."""

LONGEST_NAME = 12  # words of a source between a comma and its verb
LONGEST_AFTER = 8  # words between the verb of a tag and the comma ("said in a statement on Friday,")
FEWEST_SAID = 3  # words before a tag
_COMMAS = frozenset({",", "”", '"', "''", "—", "–", "--", "’", "'", "?", "!"})
_STOPS = _COMMAS | {".", ";", ":", "(", ")"}
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_IN_NAMES = _NAMES | {"DET", "ADJ", "ADP", "NUM", "PART", "PUNCT", "CCONJ", "SYM", "X", "ADV"}
_OPENERS = frozenset("that what when where why how whether who if".split())
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj"})


def tag(doc: Doc, verb: Token, sentence: Words) -> tuple[Words, tuple[Words, ...]] | None:
    """Return source and content of a verb that ends a tag ("X, the source added."; "X, he said, Y")."""
    source = name_before(doc, verb, sentence[0])
    if source is None or source[0] - sentence[0] < FEWEST_SAID or doc[source[0] - 1].text not in _COMMAS:
        return None
    after = _end_of_tag(doc, verb, sentence[1])
    if after is None:
        return None
    parts = ((sentence[0], source[0]), (after, sentence[1]))
    return source, tuple(part for part in parts if _has_words(doc, part))


def lead(doc: Doc, verb: Token, sentence: Words) -> tuple[Words, tuple[Words, ...]] | None:
    """Return source and content of a verb that ends a lead ("As the envoy pointed out, X"; "Or, as he put it: X")."""
    first = sentence[0]
    while first < verb.i and (doc[first].pos_ == "CCONJ" or doc[first].is_punct):
        first += 1
    end = verb.i
    while end > first and doc[end - 1].pos_ in {"AUX", "ADV"}:
        end -= 1
    if end - first < 2 or doc[first].lower_ != "as" or any(t.pos_ in {"VERB", "AUX"} for t in doc[first:end]):
        return None
    after = next((i for i in range(verb.i + 1, min(verb.i + 4, sentence[1])) if doc[i].text in {",", ":"}), None)
    if after is None or not _has_words(doc, (after, sentence[1])):
        return None
    return (first + 1, end), ((after + 1, sentence[1]),)


def clause_after(doc: Doc, verb: Token, sentence: Words) -> Words | None:
    """Return the clause that follows a verb with no comma between, whatever word it hangs on in the tree."""
    subject = next((t for t in doc[verb.i + 1 : sentence[1]] if t.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    start = max(subject.left_edge.i, verb.i + 1)
    between = doc[verb.i + 1 : start]
    head = _head_of_clause(doc, subject, sentence[1])
    if head is None or any(t.text in _STOPS or t.pos_ in {"VERB", "AUX"} for t in between):
        return None
    start = next((t.i for t in between if t.dep_ == "mark" or t.lower_ in _OPENERS), start)
    return start, min(max(head.right_edge.i, head.i) + 1, sentence[1])


def _head_of_clause(doc: Doc, subject: Token, last: int) -> Token | None:
    """Return the word that a subject hangs on, or the next verb where the tree hangs it on one before."""
    if subject.head.i > subject.i:
        return subject.head
    return next((t for t in doc[subject.i + 1 : last] if t.pos_ in {"VERB", "AUX"}), None)


def name_before(doc: Doc, verb: Token, first: int) -> Words | None:
    """Return the words right before a verb and its auxiliaries, back to a comma, if they can name somebody."""
    end = verb.i
    while end > first and doc[end - 1].pos_ in {"AUX", "ADV"}:
        end -= 1
    start = end
    while start > first and end - start < LONGEST_NAME and doc[start - 1].text not in _COMMAS:
        start -= 1
    words = doc[start:end]
    named = any(t.pos_ in _NAMES for t in words) and all(t.pos_ in _IN_NAMES for t in words)
    return (start, end) if named and words[0].pos_ not in {"CCONJ", "ADP", "SCONJ", "ADV"} else None


def _end_of_tag(doc: Doc, verb: Token, last: int) -> int | None:
    """Return the word after a tag: behind the comma, or the end of the sentence; None where the clause goes on."""
    for at in range(verb.i + 1, min(verb.i + LONGEST_AFTER, last)):
        if doc[at].text in _STOPS:
            return at
        if doc[at].pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} or doc[at].dep_ in _SUBJECTS:
            return None
    return last if last - verb.i <= LONGEST_AFTER else None


def _has_words(doc: Doc, part: Words) -> bool:
    return any(not (t.is_punct or t.is_space) for t in doc[part[0] : part[1]])
