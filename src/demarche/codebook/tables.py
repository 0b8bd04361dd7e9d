"""Reads the tables of the codebook: TSV files with a header, the shipped ones first, a user's folder over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml

from demarche.codebook.lexicon import (
    ActEntry,
    Cue,
    CueFamily,
    DamagePair,
    Discard,
    Frame,
    Issue,
    LeverKind,
    MediumWord,
    Need,
    Pos,
    StanceEntry,
    SupportVerb,
)
from demarche.codebook.plover import CameoCode, EventCategory, Plover, Sector
from demarche.errors import CodebookError
from demarche.record import Certainty, DamageKind, EventType, Medium, SourceKind, Stance, Status

T = TypeVar("T")

SHIPPED = Path(str(files("demarche.codebook") / "data"))
"""The folder of the shipped tables."""

FACTIVE = {"": None, "yes": True, "no": False}
"""How a table writes whether the content of a cue is taken as so."""


class Tables:
    """The folders that are read, in their order; a later row replaces an earlier one with the same key."""

    __slots__ = ("_folders",)

    def __init__(self, folders: Iterable[Path]) -> None:
        """Take the folders; a file that one of them lacks is read from the others."""
        self._folders = tuple(folders)

    def rows(self, name: str, keys: int, build: Callable[..., T]) -> tuple[T, ...]:
        """Read one table: every row is given to `build`; its first `keys` cells tell it from the others.

        Raises `CodebookError` with file and line for a row that is too short or that `build` refuses.
        """
        found: dict[tuple[str, ...], T] = {}
        for folder in self._folders:
            path = folder / f"{name}.tsv"
            if path.exists():
                found.update(_read(path, keys, build))
        return tuple(found.values())

    def yaml(self, name: str) -> dict[str, dict[str, Any]]:
        """Read one YAML file of two levels; a user's entries of the second level replace the shipped ones."""
        merged: dict[str, dict[str, Any]] = {}
        for path in (folder / f"{name}.yaml" for folder in self._folders):
            if path.exists():
                for section, entries in _parse_yaml(path).items():
                    merged.setdefault(section, {}).update(entries)
        return merged


def read_plover(tables: Tables) -> Plover:
    """Read types, contexts, CAMEO codes and sectors."""
    book = tables.yaml("plover")
    return Plover(
        types={name: EventCategory(name=name, **fields) for name, fields in book["types"].items()},
        contexts={name: tuple(cues) for name, cues in book["contexts"].items()},
        cameo={code.code: code for code in tables.rows("cameo", 1, _cameo)},
        sectors={sector.code: sector for sector in tables.rows("sectors", 1, _sector)},
        choices=dict(tables.rows("cameo_choice", 3, _choice)),
    )


def read_acts(tables: Tables, plover: Plover) -> tuple[ActEntry, ...]:
    """Read the act lexicon; raises `CodebookError` for an unknown type, mode or frame code."""
    frames = _Frames()
    needs: dict[str, tuple[Need, ...]] = {}

    def build(phrase: str, pos: str, type_: str, mode: str, frame: str, *rest: str) -> ActEntry:
        lemma, content, weight, need = rest
        if not plover.knows(type_, mode):
            msg = f"no mode {mode!r} of type {type_!r} in plover.yaml"
            raise ValueError(msg)
        if need not in needs:
            needs[need] = tuple(Need.parse(part) for part in need.split())
        words = tuple(phrase.split(" "))
        return ActEntry(
            phrase=words,
            lemma=lemma,
            pos=Pos(pos),
            needs=needs[need],
            type=EventType(type_),
            mode=mode or None,
            frame=frames[frame],
            content=content or None,
            weight=_weight(weight),
        )

    return tables.rows("acts", 5, build)


def read_cues(tables: Tables) -> tuple[Cue, ...]:
    """Read the cues of reporting, of sources and of status."""
    return tables.rows("cues", 3, _cue)


def read_issues(tables: Tables) -> tuple[Issue, ...]:
    """Read the words of the issues."""
    return tables.rows(
        "issues", 2, lambda issue, phrase, weight: Issue(issue=issue, phrase=_words(phrase), weight=_weight(weight))
    )


def read_levers(tables: Tables) -> tuple[LeverKind, ...]:
    """Read the words of the levers."""
    return tables.rows(
        "levers", 2, lambda kind, phrase, weight: LeverKind(kind=kind, phrase=_words(phrase), weight=_weight(weight))
    )


def read_media(tables: Tables) -> tuple[MediumWord, ...]:
    """Read the words for ways of being in touch."""
    return tables.rows(
        "media",
        2,
        lambda medium, phrase, weight: MediumWord(medium=Medium(medium), phrase=_words(phrase), weight=_weight(weight)),
    )


def read_stances(tables: Tables) -> tuple[StanceEntry, ...]:
    """Read the words of stance."""
    frames = _Frames()
    return tables.rows(
        "stance",
        3,
        lambda phrase, stance, frame, weight: StanceEntry(
            phrase=_words(phrase), stance=Stance(stance), frame=frames[frame], weight=_weight(weight)
        ),
    )


def read_support_verbs(tables: Tables) -> tuple[SupportVerb, ...]:
    """Read the verbs that take a noun of action as their object."""
    return tables.rows(
        "support_verbs",
        1,
        lambda phrase, effect, status: SupportVerb(phrase=_words(phrase), effect=effect, status=Status(status)),
    )


def read_discards(tables: Tables) -> tuple[Discard, ...]:
    """Read the phrases whose words report no act."""
    return tables.rows("discards", 1, lambda phrase: Discard(phrase=_words(phrase)))


def read_damage(tables: Tables) -> tuple[DamagePair, ...]:
    """Read the damaged wordings with their plain ones."""
    return tables.rows("damage", 3, _damage)


def _read(path: Path, keys: int, build: Callable[..., T]) -> dict[tuple[str, ...], T]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    width = header.count("\t") + 1
    found: dict[tuple[str, ...], T] = {}
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        if not line or line[0] == "%":
            continue
        try:
            if len(cells) != width:
                msg = f"{len(cells)} cells, the header has {width}"
                raise ValueError(msg)  # noqa: TRY301 - one place turns every fault of a row into our error
            found[tuple(cells[:keys])] = build(*cells)
        except (ValueError, KeyError, TypeError, CodebookError) as error:
            msg = f"bad row ({error}); mend or delete it"
            raise CodebookError(msg, where=f"{path}:{number}") from error
    return found


def _parse_yaml(path: Path) -> dict[str, dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}  # noqa: S506 - both loaders are safe ones


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split(" "))


def _weight(cell: str) -> float:
    weight = float(cell)
    if not 0 <= weight <= 1:
        msg = f"weight {cell} is outside 0 to 1"
        raise ValueError(msg)
    return weight


def _cameo(code: str, root: str, description: str, type_: str, mode: str, goldstein: str) -> CameoCode:
    return CameoCode(
        code=code, root=root, description=description, type=type_ or None, mode=mode or None, goldstein=float(goldstein)
    )


def _sector(code: str, name: str, cues: str) -> Sector:
    return Sector(code=code, name=name, cues=tuple(cues.split(", ")))


def _choice(type_: str, mode: str, status: str, code: str) -> tuple[tuple[str, str | None, str | None], str]:
    return (type_, mode or None, status or None), code


class _Frames(dict[str, Frame]):
    """Frames by code, each parsed once."""

    def __missing__(self, code: str) -> Frame:
        return self.setdefault(code, Frame.parse(code))


def _cue(phrase: str, family: str, kind: str, value: str, factive: str, weight: str) -> Cue:
    which = CueFamily(family)
    return Cue(
        phrase=_words(phrase),
        family=which,
        kind=kind,
        certainty=Certainty(value) if which is CueFamily.REPORT else None,
        source_kind=SourceKind(value) if which is CueFamily.SOURCE else None,
        status=Status(value) if which is CueFamily.STATUS else None,
        factive=FACTIVE[factive],
        weight=_weight(weight),
    )


def _damage(original: str, substitute: str, kind: str, weight: str) -> DamagePair:
    idiom = kind == "idiom"
    return DamagePair(
        original=_words(original),
        phrase=_words(substitute),
        idiom=idiom,
        kind=DamageKind.PHRASE if idiom else DamageKind(kind),
        weight=_weight(weight),
    )


def folders(folder: Path | None) -> Sequence[Path]:
    """Return the folders to read: the shipped one, then the user's; raises `CodebookError` when that is no folder."""
    if folder is None:
        return (SHIPPED,)
    if not folder.is_dir():
        msg = "no such folder; give one that holds TSV or YAML tables of the codebook"
        raise CodebookError(msg, where=str(folder))
    return (SHIPPED, folder)
