"""Words that stand for more than one party: plurals, joined names, and peoples before one noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import PHRASAL, children, is_listed, with_conjuncts
from demarche.record import Form
from demarche.resolve import ResolvedMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.resolve import Resolution

__all__ = ["PAIR", "joined_peoples", "listed_behind", "meant", "paired", "without_repeats"]

SPEAKER = frozenset({"we", "our", "us", "ours", "ourselves"})
"""Words by which those who speak name themselves."""
PAIR = 2
"""How many parties a word like "U.S.-Iraq" joins, and what takes two needs."""


def meant(mention: ResolvedMention, resolution: Resolution) -> list[ResolvedMention]:
    """Return a mention with all whom the same words mean ("the two countries")."""
    same = resolution.within(mention.first, mention.last) if mention.members else ()
    return [m for m in same if m.members == mention.members] or [mention]


def listed_behind(mention: ResolvedMention, doc: Doc, resolution: Resolution) -> list[ResolvedMention]:
    """Return those with whom the list inside a plural goes on behind its mention ("the ministers of Oman, Iraq")."""
    head = doc[mention.head]
    if head.norm_.lower() == head.lemma_.lower():
        return []
    inside = [t for t in doc[mention.first : mention.last] if t != head]
    behind = [c for t in inside for c in with_conjuncts([t])[1:] if c.i >= mention.last]
    return [m for t in behind if (m := resolution.headed_by(t.i))]


def joined_peoples(head: Token, mention: ResolvedMention, resolution: Resolution) -> list[ResolvedMention]:
    """Return the peoples of different countries that are joined before a noun ("Iranian and Iraqi officials")."""
    words = {t.i for first in children(head, "amod", "compound") for t in with_conjuncts([first])}
    inside = resolution.within(mention.first, mention.last)
    found = [m for m in inside if m != mention and m.head in words and m.country]
    return found if len({m.country for m in found}) >= PAIR else []


NUMBERS = frozenset("dozen score hundred thousand million handful number couple".split())


def without_repeats(mentions: Sequence[ResolvedMention], doc: Doc) -> list[ResolvedMention]:
    """Return the mentions of one side, in the order of the text, without those that only name another of them again.

    So does a second mention of an actor, an apposition ("the envoy, Sadiq Amin"), a second word of the speaker, a
    number of those who are counted ("dozens of rebels"), and the country whose party another is ("the people of Iraq").
    """
    kept: list[ResolvedMention] = []
    for mention in (m for m in mentions if not any(_counts(m, o, doc) or _owns(m, o, doc) for o in mentions)):
        if not any(_is_same(mention, k, doc) for k in kept):
            kept.append(mention)
    return kept


def _is_same(mention: ResolvedMention, earlier: ResolvedMention, doc: Doc) -> bool:
    together = bool(mention.members) and mention.members == earlier.members
    if together:
        return False
    spoken = {doc[m.head].norm_.lower() for m in (mention, earlier)} <= SPEAKER
    known = mention.actor is not None and mention.actor == earlier.actor
    return known or spoken or _is_apposed(doc[mention.head], doc[earlier.head])


def _owns(mention: ResolvedMention, other: ResolvedMention, doc: Doc) -> bool:
    """Whether a mention only says to which country another belongs."""
    token = doc[mention.head]
    whose = token.head.i == other.head and token.dep_ in PHRASAL and not is_listed(token)
    return whose and token.dep_ != "appos" and mention.country is not None and mention.country == other.country


def _counts(mention: ResolvedMention, other: ResolvedMention, doc: Doc) -> bool:
    """Whether a mention only says how many there are of another."""
    number = doc[mention.head].lemma_.lower() in NUMBERS
    return number and other.first == mention.last + 1 and doc[mention.last].lower_ == "of"


def _is_apposed(word: Token, noun: Token) -> bool:
    """Whether a word stands in an apposition to a noun, not in a list with it."""
    apposed = False
    while word not in {noun, word.head}:
        if word.dep_ not in PHRASAL or is_listed(word):
            return False
        apposed = apposed or word.dep_ == "appos"
        word = word.head
    return apposed and word == noun


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
