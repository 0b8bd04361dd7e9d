"""From a noun to the mention that it stands for, and from a mention to a party."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.code.syntax import case_of, children, is_part_of
from demarche.record import Form, Party
from demarche.resolve import ResolvedMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading
    from demarche.resolve import Resolution

__all__ = ["codes", "mention_of", "party", "unknown"]


COUNTRY_CODE = 3
"""Letters of the code of a country; groups across or within countries have longer ones."""

SOMEBODY = frozenset(
    "group team agency panel committee commission council board body force movement country church crowd audience "
    "organization organisation institution authority hero boss people person individual".split()
)
"""Nouns of people and bodies that do not say of what kind these are."""
OF_PEOPLE = ("writer", "maker", "worker", "holder", "owner", "goer", "ist", "man", "woman")
"""Ends of nouns that are said of people alone."""
ACROSS = frozenset("partner ally counterpart opponent enemy rival foe adversary critic neighbour neighbor".split())
"""Nouns of those who stand across from the one whose they are."""


def party(reading: Reading, mention: ResolvedMention, resolution: Resolution, part: str | None = None) -> Party:
    """Return a mention as a party; the mention's own country and sector go before its actor's."""
    actor = resolution.actors.get(mention.actor) if mention.actor else None
    return Party(
        actor=mention.actor,
        mention=reading.span(mention.first, mention.last),
        country=mention.country or (actor.country if actor else None),
        base=mention.base or (actor.base if actor else None),
        sector=mention.sector or (actor.sector if actor else None),
        part=part,
    )


def codes(parties: Iterable[Party]) -> set[str]:
    """Return the countries and groups that parties act for."""
    return {p.country for p in parties if p.country}


def mention_of(token: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the mention that a noun stands for: its own, its doer's, that of its `of` phrase, or its owner's.

    "A number of officials" is the officials; "a British tanker" falls to the British; "an attack by rebels" to them.
    Partners and foes are not those whose they are: "our Kurdish partners" are Kurds, and "their rivals" nobody known.
    """
    own = resolution.headed_by(token.i)
    if own:
        return own
    for inner in _below(token, resolution):
        found = resolution.headed_by(inner.i)
        if found and inner.i < token.i:
            return _widest(found, token, resolution)
        if found:
            return _living_there(token, found, resolution) or found
    return _of_place(token, resolution)


def _below(token: Token, resolution: Resolution) -> Iterator[Token]:
    """Yield the words below a noun among which stands who is meant by it, the likeliest first."""
    across = token.lemma_.lower() in ACROSS
    phrases = children(token, "nmod")
    yield from (t for t in phrases if case_of(t) == "by")
    yield from (t for t in phrases if case_of(t) == "of" and not across)
    yield from _naming(token, resolution)
    yield from (t for t in children(token, "nmod:poss") if not across)
    yield from children(token, "amod", "compound", "nmod:desc", "appos", "flat", "nummod")
    yield from (t for t in phrases if case_of(t) in {"in", "from", "for"})


def _nameless(token: Token) -> ResolvedMention | None:
    """Return a noun for people or a body as a mention of somebody of whom nobody knows more."""
    lemma = token.lemma_.lower()
    return unknown(token) if token.pos_ == "NOUN" and (lemma in SOMEBODY or lemma.endswith(OF_PEOPLE)) else None


def unknown(token: Token) -> ResolvedMention:
    """Return a noun, with the words before it that belong to it, as a mention of somebody of whom nobody knows more."""
    before = [c.left_edge.i for c in children(token, "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc")]
    return ResolvedMention(
        first=min([token.i, *before]),
        last=token.i + 1,
        head=token.i,
        form=Form.NOMINAL,
        plural=token.norm_.lower() != token.lemma_.lower(),
    )


def _living_there(token: Token, found: ResolvedMention, resolution: Resolution) -> ResolvedMention | None:
    """Return the people or bodies of a place as such, not the place itself ("individuals in Britain")."""
    place = any(p.first <= found.head < p.last and not p.metonym for p in resolution.places)
    known = _nameless(token) if place and token.norm_.lower() != token.lemma_.lower() else None
    return replace(known, country=found.country) if known else None


def _widest(mention: ResolvedMention, token: Token, resolution: Resolution) -> ResolvedMention:
    """Return the widest mention before a noun that holds one ("Iraqi" in "Iraqi police officers" as "Iraqi police")."""
    before = resolution.within(token.left_edge.i, token.i)
    around = [m for m in before if m.first <= mention.first and mention.last <= m.last and m.head in _modifiers(token)]
    return max(around, key=lambda m: m.last - m.first, default=mention)


def _modifiers(token: Token) -> set[int]:
    return {t.i for t in children(token, "nmod:poss", "amod", "compound", "nmod:desc")}


def _naming(token: Token, resolution: Resolution) -> list[Token]:
    """Return the group that gives its name to a noun, before the country where it is ("Iraq's al-Qaida group")."""
    names = children(token, "amod", "compound", "nmod:desc") if children(token, "nmod:poss") else []
    held = [(t, m.country) for t in names if (m := resolution.headed_by(t.i))]
    return [t for t, country in held if country and len(country) > COUNTRY_CODE]


def _of_place(token: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the place that a noun is, or lies in, as a mention of nobody in its country ("the airport in Mezzeh")."""
    reach = range(token.left_edge.i, token.right_edge.i + 1)
    places = (p for p in resolution.places if p.first in reach and p.country and not p.metonym)
    place = next((p for p in places if is_part_of(token.doc[p.last - 1], token)), None)
    if place is None:
        return None
    return ResolvedMention(first=place.first, last=place.last, head=token.i, form=Form.NAME, country=place.country)
