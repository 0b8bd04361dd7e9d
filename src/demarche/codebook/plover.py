"""The categories of events: PLOVER types with their modes and scores, CAMEO codes, contexts, sectors.

Everything here is data (`data/plover.yaml`, `cameo.tsv`, `cameo_choice.tsv`, `sectors.tsv`); no name of a category is
written in code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["CameoCode", "EventCategory", "Plover", "Sector"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCategory:
    """One PLOVER type: its quad (1 verbal, 2 material cooperation, 3 verbal, 4 material conflict), scores, meaning.

    Scores run from -10 (conflict) to +10 (cooperation), after the PLOVER manual 2.0; `modes` maps a mode to its score.
    `symmetric` types bind their parties alike, so that their direction may be read either way.
    """

    name: str
    quad: int
    score: float
    modes: Mapping[str, float]
    symmetric: bool
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """One CAMEO code with the Goldstein value it has or inherits, and the PLOVER type and mode it falls under.

    `type` is `None` for the statements of roots 01, which PLOVER does not code.
    """

    code: str
    root: str
    description: str
    type: str | None
    mode: str | None
    goldstein: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A kind of actor after PLOVER, with words that name such actors."""

    code: str
    name: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """The categories together, with the ways from one to another."""

    types: Mapping[str, EventCategory]
    contexts: Mapping[str, tuple[str, ...]]
    cameo: Mapping[str, CameoCode]
    sectors: Mapping[str, Sector]
    choices: Mapping[tuple[str, str | None, str | None], str]

    def modes(self, type_: str) -> tuple[str, ...]:
        """Return the modes that a type may have; raises `KeyError` for an unknown type."""
        return tuple(self.types[type_].modes)

    def quad(self, type_: str) -> int:
        """Return 1 to 4."""
        return self.types[type_].quad

    def score(self, type_: str, mode: str | None = None) -> float:
        """Return the score of the mode, or of the type where the mode is absent or not one of its own."""
        category = self.types[type_]
        return category.modes.get(mode, category.score) if mode else category.score

    def knows(self, type_: str, mode: str | None = None) -> bool:
        """Tell whether the type exists and the mode, if any, is one of its own."""
        return type_ in self.types and (not mode or mode in self.types[type_].modes)

    def cameo_for(self, type_: str, mode: str | None = None, status: str | None = None) -> CameoCode:
        """Return the CAMEO code that fits best, at the second level where the mode allows it.

        A status that changes the code (planned: intend to; proposed: appeal for; threatened: threaten to) is tried
        with the mode, then without it; any other status, denied too, gives the code of the act itself, as the
        report carries its status beside the code.
        """
        keys = ((type_, mode, status), (type_, None, status), (type_, mode, None), (type_, None, None))
        return self.cameo[next(self.choices[key] for key in keys if key in self.choices)]

    def cue_contexts(self) -> Iterator[tuple[str, str]]:
        """Yield (cue word or phrase, context)."""
        for context, cues in self.contexts.items():
            for cue in cues:
                yield cue, context
