"""What is only supposed: acts that could be done, and what a text asks its reader to imagine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import children, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.doc import Token

__all__ = ["governing", "is_imagined"]

MAYBE = frozenset({"could", "might", "may"})
"""Who could do something has not done it."""
IMAGINING = frozenset({"say", "suppose", "imagine", "assume"})
"""Verbs that, said to the reader, open what is only thought ("Say Mexico demanded it")."""


def governing(head: Token) -> Iterator[Token]:
    """Yield a word and the verbs to whose clause its own belongs ("could go to court, pushing for a ban")."""
    yield head
    while head.dep_ in {"advcl", "xcomp", "conj"} and not children(head, "nsubj", "nsubj:pass"):
        head = head.head
        yield head


def is_imagined(head: Token) -> bool:
    """Whether what a word says could be done, but is not told to be done."""
    chain = [*governing(head)]
    top = chain[-1].head
    bidden = chain[-1].dep_ == "ccomp" and top.lemma_.lower() in IMAGINING and top.text == top.lemma_.capitalize()
    return (bidden and not subjects(top)) or any(c.norm_.lower() in MAYBE for v in chain for c in children(v, "aux"))
