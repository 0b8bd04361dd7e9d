"""Who says "I" and "we": the speaker of the quotation, or who issued the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.chain import Chain, Link
from demarche.resolve.theme import speaks

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.resolve.ground import Ground
    from demarche.resolve.view import View

__all__ = ["with_speakers"]

SIGNATURE = 8
"""Words of the longest last line that is taken for a signature."""
VALEDICTIONS = frozenset("sincerely respectfully yours regards faithfully cordially".split())
"""First words of the line before a signature."""
OPENING = 12
"""Sentences, among them the lines of addresses, within which a letter greets its reader."""
MANY_SENTENCES = 3
"""Shorter texts are no letters."""
NAMED = ("org:", "name:")
"""How the keys of bodies with a name begin: nobody speaks for "his ally"."""
MARKS = frozenset(("“", '"', "``", "‘", "'", "«"))
STATE_SECTORS = frozenset("GOV MIL LEG SPY COP JUD OPP ELI".split())


def with_speakers(links: Sequence[Link], reading: Reading, ground: Ground) -> list[Link]:
    """Return the links with "I" and "we" resolved where the text says who speaks, "you" where it is a letter."""
    quotes = [
        (*reading.words(q.span), _speaker(reading.words(q.speaker) if q.speaker else None, links))
        for q in reading.quotes
    ]
    issuer = _state(ground.issuer, ground)
    turns = _turns(links, ground.view)
    addressee = _addressee(links, ground.view)
    out = []
    for link in links:
        low = link.phrase.noun or ""
        if link.phrase.form is not Form.PRONOUN or low not in lists.SPEAKING | lists.HEARING:
            out.append(link)
            continue
        around = next((q for q in quotes if q[0] <= link.phrase.head < q[1]), None)
        turn = turns.get(ground.view.sentence[link.phrase.head])
        if low in lists.HEARING:
            chain = addressee if around is None else None
        else:
            chain = _meant(low, around[2] if around else turn, ground) if around or turn else issuer
        out.append(replace(link, chain=chain, badge=chain.badge) if chain else link)
        if chain:
            chain.phrases.append(link.phrase)
    return out


def _turns(links: Sequence[Link], view: View) -> dict[int, Chain]:
    """Map sentences to who speaks there: after "Name:" at the start of a paragraph, or all over a signed letter."""
    starts = {k.phrase.first: k.chain for k in links if k.chain and k.chain.is_person and k.phrase.core}
    ends = {k.phrase.first: k.phrase.last for k in links if k.phrase.core}
    turns: dict[int, Chain] = {}
    now = _signer(links, view)
    for number, (first, last) in enumerate(view.ranges):
        opens = not number or view.paragraphs[number] != view.paragraphs[number - 1]
        if opens and first in starts and ends[first] < last and view.words[ends[first]] == ":":
            now = starts[first]
        if now:
            turns[number] = now
        now = _introduced(links, number, view) or now
    return turns


def _introduced(links: Sequence[Link], number: int, view: View) -> Chain | None:
    """Return the person whose statement follows a line of its own without quotation marks ("The Minister said:")."""
    first, last = view.ranges[number]
    after = view.ranges[number + 1][0] if number + 1 < len(view.ranges) else last
    apart = view.paragraphs[number] != view.paragraphs[min(number + 1, len(view.ranges) - 1)]
    if not apart or view.words[last - 1] != ":" or view.words[after] in MARKS:
        return None
    said = (k.chain for k in links if first <= k.phrase.head < last and k.chain and speaks(k.phrase.head, view))
    return next((chain for chain in said if chain.is_person), None)


def _signer(links: Sequence[Link], view: View) -> Chain | None:
    """Return the person who signs: after "Sincerely," or the like, or whose name alone is the last paragraph."""
    if len(view.ranges) < MANY_SENTENCES:
        return None
    closes = (first for first, last in view.ranges if view.low[first] in VALEDICTIONS and last - first <= SIGNATURE)
    at = next(closes, len(view.words))
    named = (k.chain for k in links if k.phrase.core and at < k.phrase.first <= at + SIGNATURE)
    signed = next((c for c in named if c and c.is_person), None)
    if signed:
        return signed
    first, last = view.ranges[-1]
    plain = all(view.pos[w] not in {"VERB", "AUX", "PRON"} for w in range(first, last))
    alone = view.paragraphs[-1] != view.paragraphs[-2] and last - first <= SIGNATURE and plain
    ends = (k.chain for k in links if alone and first <= k.phrase.first and k.phrase.core and k.chain)
    return next((chain for chain in ends if chain.is_person), None)


def _addressee(links: Sequence[Link], view: View) -> Chain | None:
    """Return the person to whom a text is addressed at its top ("Dear Mr. Secretary-General")."""
    opens = (w for first, _ in view.ranges[:OPENING] for w in (first,) if view.low[w] == "dear")
    word = next(opens, None)
    if word is None:
        return None
    return next((k.chain for k in links if word <= k.phrase.first <= word + 2 and k.chain and k.chain.is_person), None)


def _speaker(words: tuple[int, int] | None, links: Iterable[Link]) -> Chain | None:
    """Return the chain of the largest mention among a speaker's words."""
    if not words:
        return None
    inside = [k for k in links if k.chain and words[0] <= k.phrase.head < words[1]]
    best = max(
        inside, key=lambda k: (k.chain is not None and k.chain.is_person, k.phrase.last - k.phrase.first), default=None
    )
    return best.chain if best else None


def _meant(low: str, speaker: Chain | None, ground: Ground) -> Chain | None:
    """Take "I" for the speaker, "we" for the side that he speaks for."""
    if speaker is None or low in lists.SPEAKING_ALONE or not speaker.is_person:
        return speaker
    country = speaker.badge.country
    if country and ground.world.country(country) and speaker.badge.sector in STATE_SECTORS:
        return ground.state(country)
    same = [
        c
        for c in ground.chains.values()
        if not c.is_person
        and country
        and not ground.is_land(country)  # an American need not speak for an American society that the text names
        and c.badge.country == country
        and c.badge.kind in {ActorKind.IGO, ActorKind.ARMED_GROUP, ActorKind.NGO}
        and c.key.startswith(NAMED)
    ]
    return same[0] if same else speaker


def _state(code: str | None, ground: Ground) -> Chain | None:
    if code is None:
        return None
    body = next((c for c in ground.chains.values() if c.badge.country == code and c.badge.kind is ActorKind.IGO), None)
    return body or (ground.state(code) if ground.world.country(code) else None)
