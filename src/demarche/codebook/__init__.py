"""The codebook: categories, words and names as data, read once.

`load()` gives the shipped tables; a user's own folder with files of the same names adds rows, or replaces those with
the same key. Every table and code is described in `docs/reference/codebook.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from demarche.codebook import tables
from demarche.codebook.lexicon import (
    ActEntry,
    ActLexicon,
    Cue,
    CueFamily,
    DamageLexicon,
    DamagePair,
    Discard,
    Frame,
    Issue,
    LeverKind,
    Lexicon,
    Match,
    MediumWord,
    Need,
    Pos,
    Slot,
    StanceEntry,
)
from demarche.codebook.plover import CameoCode, EventCategory, Plover, Sector
from demarche.codebook.world import World

__all__ = [
    "SHIPPED_NAME",
    "ActEntry",
    "ActLexicon",
    "CameoCode",
    "Codebook",
    "Cue",
    "CueFamily",
    "DamageLexicon",
    "DamagePair",
    "Discard",
    "EventCategory",
    "Frame",
    "Issue",
    "LeverKind",
    "Lexicon",
    "Match",
    "MediumWord",
    "Need",
    "Plover",
    "Pos",
    "Sector",
    "Slot",
    "StanceEntry",
    "World",
    "load",
    "name_of",
]


SHIPPED_NAME = "demarche"
"""The name of the codebook that is shipped; its content goes with the version of the package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Everything the coder knows before it reads: categories, words, and the names of the world.

    `name` tells codebooks apart: that of the user's folder with eight digits of the SHA-256 of its tables.
    """

    plover: Plover
    acts: ActLexicon
    cues: Lexicon[Cue]
    issues: Lexicon[Issue]
    levers: Lexicon[LeverKind]
    media: Lexicon[MediumWord]
    stances: Lexicon[StanceEntry]
    discards: Lexicon[Discard]
    damage: DamageLexicon
    world: World
    name: str = SHIPPED_NAME


@lru_cache(maxsize=8)
def load(folder: Path | None = None) -> Codebook:
    """Read the shipped tables, and over them those of a user's folder; the same folder is read once.

    Raises `CodebookError`, which names file and line, for a row that is not as the reference says.
    """
    source = tables.Tables(tables.folders(folder))
    plover = tables.read_plover(source)
    return Codebook(
        plover=plover,
        acts=ActLexicon(tables.read_acts(source, plover)),
        cues=Lexicon(tables.read_cues(source)),
        issues=Lexicon(tables.read_issues(source)),
        levers=Lexicon(tables.read_levers(source)),
        media=Lexicon(tables.read_media(source)),
        stances=Lexicon(tables.read_stances(source)),
        discards=Lexicon(tables.read_discards(source)),
        damage=DamageLexicon(tables.read_damage(source)),
        world=World.load(folder),
        name=name_of(folder),
    )


def name_of(folder: Path | None = None) -> str:
    """Return the name of a codebook without reading it: two folders have one name only if they say the same.

    Raises `CodebookError` where there is no such folder.
    """
    if folder is None:
        return SHIPPED_NAME
    digest = sha256()
    for path in tables.files_of(tables.folders(folder)[-1]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{folder.resolve().name} {digest.hexdigest()[:8]}"
