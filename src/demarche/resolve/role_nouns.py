"""What nouns say people do: the table of role nouns, remembered."""

from __future__ import annotations

from functools import lru_cache

from demarche.codebook.world import RoleNoun, World

__all__ = ["role_of"]


@lru_cache(maxsize=32_768)
def role_of(world: World, noun: str) -> RoleNoun | None:
    """Return the row of a noun of people or bodies, None for a thing."""
    return world.role_noun(noun)
