"""Whether those whom an act names can bear it: acts of diplomacy are done by and towards political actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.mentions import mention_of
from demarche.code.politics import is_political
from demarche.code.syntax import case_of
from demarche.record import ActorKind, EventType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading
    from demarche.code.acts import Act
    from demarche.code.parties import Parties
    from demarche.record import Actor, Party
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["in_person", "is_in_person", "is_placed", "political_sides", "unborne"]

ARMED = frozenset({"MIL", "REB", "PRM", "IMG", "UAF"})
GATHERINGS = frozenset({"march", "rally"})
"""What soldiers and candidates do without protest."""
PLACING = frozenset({"in", "from", "for", "at"})
"""Prepositions of a name that says where somebody is or whence, not who he is ("others in the Arab world")."""
NAMED = frozenset({"NOUN", "PRON", "ADJ", "NUM"})
LEADING = frozenset({"GOV", "PTY", "LEG"})
CIVIL = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.RETREAT,
        EventType.THREATEN,
        EventType.MOBILIZE,
    }
)
"""Acts that private people do every day: they agree and meet, buy and sell, go home and warn of the weather."""


def political_sides(parties: Parties, actors: Mapping[str, Actor]) -> int:
    """Return on how many sides somebody stands who acts in politics: 0, 1 or 2."""
    sides = (parties.sources, parties.targets)
    return sum(any(is_political(p, actors.get(p.actor or "")) for p in side) for side in sides)


def unborne(act: Act, parties: Parties, actors: Mapping[str, Actor]) -> str | None:
    """Return why these parties cannot bear this act, or None where they can."""
    if act.type in CIVIL and not political_sides(parties, actors) and _is_private(act.type, parties):
        return f"{act.type} between private parties"
    named = (*parties.sources, *parties.targets)
    if named and all(_is_company(p, actors) for p in named):
        return f"{act.type} between companies"
    if act.entry and act.entry.lemma in GATHERINGS and _is_no_crowd(parties.sources, actors):
        return "soldiers march and candidates rally without protest"
    return None


def in_person(noun: Token, resolution: Resolution) -> ResolvedMention | None:
    """Return the mention that a noun is, not one after which it is only named: "Vietnam veterans" are not Vietnam."""
    found = mention_of(noun, resolution)
    if found is None or found.head == noun.i or noun.pos_ != "NOUN":
        return found
    return found if found.head > noun.i and case_of(noun.doc[found.head]) in {"by", "of"} else None


def is_placed(noun: Token, resolution: Resolution) -> bool:
    """Whether a noun is only located by the name after it ("the shooting in Iraq" is nothing that Iraq does)."""
    found = mention_of(noun, resolution)
    return found is not None and found.head > noun.i and case_of(noun.doc[found.head]) in PLACING


def is_in_person(party: Party, reading: Reading, resolution: Resolution) -> bool:
    """Whether a party is named itself, not by a noun that only bears its name ("Vietnam veterans")."""
    if party.mention is None:
        return True
    token = reading.head(*reading.words(party.mention))
    named = token.dep_ in {"compound", "amod"} or (token.dep_ == "nmod" and case_of(token) in PLACING)
    return not (named and token.head.pos_ in NAMED) or resolution.headed_by(token.head.i) is not None


def _is_private(kind: EventType, parties: Parties) -> bool:
    """Whether those named, none of whom acts in politics, are private: not a country of which no more is said."""
    if kind is EventType.RETREAT:
        return any(p.actor or p.country for p in parties.sources)
    return not any(p.country and p.sector is None for p in (*parties.sources, *parties.targets))


def _is_company(party: Party, actors: Mapping[str, Actor]) -> bool:
    actor = actors.get(party.actor) if party.actor else None
    return actor is not None and actor.kind is ActorKind.COMPANY


def _is_no_crowd(sources: Sequence[Party], actors: Mapping[str, Actor]) -> bool:
    """Whether those who march or rally are armed, or are one who stands for office or holds it."""
    if not sources:
        return False
    alone = len(sources) == 1 and (actor := actors.get(sources[0].actor or "")) and actor.kind is ActorKind.PERSON
    return all(p.sector in ARMED for p in sources) or bool(alone and sources[0].sector in LEADING)
