"""From a noun to the mention that it stands for, and from a mention to a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.syntax import case_of, children
from demarche.record import Form, Party
from demarche.resolve import ResolvedMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demarche.annotate.reading import Reading
    from demarche.resolve import Resolution

__all__ = ["mention_of", "party"]


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


def mention_of(token: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the mention that a noun stands for: its own, its doer's, that of its `of` phrase, or its owner's.

    "A number of officials" is the officials; "a British tanker" falls to the British; "an attack by rebels" to them.
    """
    own = resolution.headed_by(token.i)
    if own:
        return own
    phrases = children(token, "nmod")
    for inner in (
        *[t for t in phrases if case_of(t) == "by"],
        *[t for t in phrases if case_of(t) == "of"],
        *children(token, "nmod:poss", "amod", "compound", "nmod:desc", "appos", "flat", "nummod"),
        *[t for t in phrases if case_of(t) in {"in", "from", "for"}],
    ):
        found = resolution.headed_by(inner.i)
        if found:
            return found
    return _of_place(token, resolution)


def _of_place(token: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the place that a noun is, or lies in, as a mention of nobody in its country ("the airport in Mezzeh")."""
    reach = range(token.left_edge.i, token.right_edge.i + 1)
    place = next((p for p in resolution.places if p.first in reach and p.country and not p.metonym), None)
    if place is None:
        return None
    return ResolvedMention(first=place.first, last=place.last, head=token.i, form=Form.NAME, country=place.country)
