"""Nouns that point back to a body named before ("the group", "the newspaper"), and what it may be."""

from __future__ import annotations

from collections.abc import Mapping

from demarche.record import ActorKind

__all__ = ["ARMED", "BACK_KINDS", "BACK_TO_BODIES"]

ARMED = frozenset({ActorKind.ARMED_GROUP})
BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.NGO, ActorKind.PARTY, ActorKind.IGO, ActorKind.OTHER})
BACK_KINDS: Mapping[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("group", "movement", "organization", "organisation", "militia", "faction"), BODIES),
    **dict.fromkeys(("terrorist", "militant", "fighter", "gunman", "insurgent", "rebel", "guerrilla"), ARMED),
    **dict.fromkeys(
        ("agency", "newspaper", "paper", "magazine", "daily", "broadcaster", "network"), frozenset({ActorKind.MEDIA})
    ),
    **dict.fromkeys(("company", "firm"), frozenset({ActorKind.COMPANY})),
    **dict.fromkeys(("alliance", "bloc", "coalition", "union"), frozenset({ActorKind.IGO, ActorKind.GOVERNMENT})),
    "party": frozenset({ActorKind.PARTY}),
    "charity": frozenset({ActorKind.NGO}),
    "watchdog": frozenset({ActorKind.NGO, ActorKind.IGO}),
}
"""Kinds of actors that a definite noun may point back to."""
BACK_TO_BODIES = frozenset({"organization", "organisation", "faction", "alliance", "bloc", "coalition", "network"})
