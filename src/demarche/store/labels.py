"""Names of codes, from the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from demarche.codebook.world import World

__all__ = ["labels"]


def labels(codes: Iterable[str]) -> Mapping[str, str]:
    """Return the name of each code: its country's, else the first organisation's that has it, else the code."""
    known = _known()
    return {code: known.get(code, code) for code in codes}


@cache
def _known() -> Mapping[str, str]:
    world = World.load()
    bodies: dict[str, str] = {}
    for body in world.organisations:
        if body.country:
            bodies.setdefault(body.country, body.name)
    return {**bodies, **{country.code: country.name for country in world.countries}}
