"""Stretches of words around a cue, as the tree has them: what hangs on a word, and how far it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.saying.saying import Words

__all__ = [
    "RELATIVES",
    "RELATIVE_CLAUSES",
    "SUBJECTS",
    "bare",
    "case_of",
    "cue_of",
    "extent_of",
    "is_passive",
    "kids",
    "marker_of",
    "noun_before",
    "trim",
    "without_clause",
]

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_TRIM = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "...", "…", "(", "_"})
_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "’", "'", "«", "»", "„"})
_PASSIVE = frozenset({"nsubj:pass", "aux:pass"})


def extent_of(token: Token) -> Words:
    """Return the word with all that hangs on it, without a gap."""
    return token.left_edge.i, token.right_edge.i + 1


def bare(token: Token) -> Words:
    """Return the extent of a clause without the marks before it: these may stand before the verb that it hangs on."""
    low, high = extent_of(token)
    while low < token.i and (token.doc[low].is_punct or not _hangs_on(token.doc.columns.heads, low, token.i)):
        low += 1
    return low, high


def _hangs_on(heads: Sequence[int], word: int, above: int) -> bool:
    """Say whether a word is below another in the tree."""
    while heads[word] not in {word, above}:
        word = heads[word]
    return heads[word] == above


def kids(token: Token, *labels: str) -> list[Token]:
    """Return the words that hang on one by these labels, in the order of the text."""
    return [kid for kid in token.children if kid.dep_ in labels]


def case_of(token: Token) -> str:
    """Return the preposition of a noun, in lower case, or nothing."""
    columns, word = token.doc.columns, token.i
    cases = (columns.texts[k].lower() for k in columns.kids[word] if k < word and columns.dep[k] == "case")
    return next(cases, "")


def marker_of(token: Token) -> str:
    """Return the conjunction or "to" that opens a clause, in lower case, or nothing."""
    columns = token.doc.columns
    marks = (columns.texts[k].lower() for k in columns.kids[token.i] if columns.dep[k] == "mark")
    return next(marks, "") or (case_of(token) if token.pos_ == "VERB" else "")


def cue_of(token: Token, taken: Collection[int] = ()) -> Words:
    """Return a verb with its auxiliaries, adverbs and "to" that touch it and are not taken."""
    first = token.i
    own = {k.i for k in kids(token, "aux", "aux:pass", "advmod", "neg")}
    own |= {k.i for k in kids(token, "mark") if k.lower_ == "to"}
    while first - 1 in own and first - 1 not in taken:
        first -= 1
    return first, token.i + 1


def is_passive(token: Token) -> bool:
    """Say whether a verb is passive, as a bare participle behind its noun is."""
    columns = token.doc.columns
    if any(columns.dep[k] in _PASSIVE for k in columns.kids[token.i]):
        return True
    return _is_participle(token) and not kids(token, "aux", *SUBJECTS)


def _is_participle(token: Token) -> bool:
    """Say whether a clause without a subject may be a past participle ("a man known as", "when asked about it")."""
    if token.dep_ == "acl":
        return not token.lower_.endswith("ing") and not kids(token, "mark")
    changed = token.dep_ == "advcl" and token.lower_ != token.lemma_ and not token.lower_.endswith(("ing", "s"))
    return changed and "to" not in {k.lower_ for k in kids(token, "mark")}


def without_clause(noun: Token, clause: Token) -> Words:
    """Return a noun phrase up to a clause inside it, on its side of the word that it hangs on."""
    low, high = extent_of(noun)
    if low <= noun.head.i < high and noun.head != noun:
        low, high = (noun.head.i + 1, high) if noun.i > noun.head.i else (low, noun.head.i)
    if kids(noun, "cop"):
        low = max([low, *(k.right_edge.i + 1 for k in kids(noun, "cop", *SUBJECTS) if k.i < noun.i)])
    low = next((k.i + 1 for k in kids(noun, "case") if k.i < noun.i), low)
    cut, _ = bare(clause)
    return (low, cut) if noun.i < cut < high and clause.i >= cut else (low, high)


def noun_before(token: Token) -> Words:
    """Return the noun that a relative clause hangs on, or that stands before one that hangs on a verb."""
    if token.dep_ != "advcl:relcl":
        return without_clause(token.head, token)
    last = bare(token)[0] - 1
    while last > 0 and token.doc[last].is_punct:
        last -= 1
    noun = token.doc[last]
    while noun.head.i <= last and noun.head != noun and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun.left_edge.i, last + 1


def trim(doc: Doc, words: Words, *, marks: bool = False) -> Words | None:
    """Take punctuation, and for sources quotation marks, off both ends."""
    first, last = words
    off = _TRIM | _MARKS if marks else _TRIM
    texts = doc.columns.texts
    while first < last and (texts[first] in off or texts[first].isspace()):
        first += 1
    while last > first and (texts[last - 1] in off or texts[last - 1].isspace()):
        last -= 1
    return (first, last) if first < last else None
