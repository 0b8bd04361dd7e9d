"""The small words that say whether something is denied, owed, asked or supposed, and where they hang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import children

if TYPE_CHECKING:
    from collections.abc import Collection

    from demarche.annotate.doc import Token

__all__ = ["DUTIES", "NEGATORS", "QUESTIONS", "has_negator", "is_negated", "is_surmise", "is_under"]

NEGATORS = frozenset({"not", "n't", "never", "no", "without", "neither", "nor", "nobody", "none"})
DUTIES = frozenset({"must", "should", "ought", "shall"})
QUESTIONS = frozenset("whether if what who when where why how which".split())
"""Words that open what somebody only wants to know."""


def has_negator(token: Token) -> bool:
    """Whether a word carries a negation of its own, before it or after it."""
    return any(child.norm_.lower() in NEGATORS for child in token.children)


def is_under(token: Token, marks: Collection[str]) -> bool:
    """Whether a word stands, however deep, in a clause that one of these marks opens ("until it ends the raids")."""
    chain = (token, *token.ancestors)
    return any(mark.norm_.lower() in marks for above in chain for mark in children(above, "mark"))


def is_surmise(verb: Token) -> bool:
    """Whether a duty is only what somebody takes to be so ("he must have believed")."""
    helping = {c.norm_.lower() for c in children(verb, "aux")}
    return bool(helping & DUTIES) and "have" in helping


def is_negated(token: Token) -> bool:
    """Whether a negation stands before a word among its own small words."""
    own = children(token, "advmod", "det", "case", "mark", "cc", "aux")
    return any(child.norm_.lower() in NEGATORS for child in own if child.i < token.i)
