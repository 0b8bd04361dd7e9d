"""Words that stand for more than one party: plurals, joined names, and peoples before one noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import children, with_conjuncts
from demarche.record import Form
from demarche.resolve import ResolvedMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demarche.resolve import Resolution

__all__ = ["PAIR", "joined_peoples", "meant", "paired"]

PAIR = 2
"""How many parties a word like "U.S.-Iraq" joins, and what takes two needs."""


def meant(mention: ResolvedMention, resolution: Resolution) -> list[ResolvedMention]:
    """Return a mention with all whom the same words mean ("the two countries")."""
    same = resolution.within(mention.first, mention.last) if mention.members else ()
    return [m for m in same if m.members == mention.members] or [mention]


def joined_peoples(head: Token, mention: ResolvedMention, resolution: Resolution) -> list[ResolvedMention]:
    """Return the peoples of different countries that are joined before a noun ("Iranian and Iraqi officials")."""
    words = {t.i for first in children(head, "amod", "compound") for t in with_conjuncts([first])}
    inside = resolution.within(mention.first, mention.last)
    found = [m for m in inside if m != mention and m.head in words and m.country]
    return found if len({m.country for m in found}) >= PAIR else []


def paired(token: Token, resolution: Resolution) -> list[ResolvedMention]:
    """Return the two whom one word before a noun joins ("the U.S.-Iraq accord"), if the article names both."""
    for word in children(token, "compound", "amod", "nmod:desc"):
        pair = [m for name in word.text.split("-") if (m := _named(name, word, resolution))]
        if len(pair) == PAIR:
            return pair
    return []


def _named(name: str, word: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return a word as a mention of the actor that the article calls by this name elsewhere."""
    actors = resolution.actors.values()
    found = next((a for a in actors if a.country and any(m.span.text == name for m in a.mentions)), None)
    if found is None:
        return None
    return ResolvedMention(
        first=word.i, last=word.i + 1, head=word.i, form=Form.NAME, actor=found.id, country=found.country
    )
