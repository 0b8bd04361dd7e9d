"""Reads the words of the codebook: the shipped tables, and a user's folder over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import yaml

from demarche.codebook.lexicon import (
    PREPOSITIONS,
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
)
from demarche.codebook.plover import CameoCode, EventCategory, Plover, Sector
from demarche.codebook.sheets import chosen, merged, sheets
from demarche.errors import CodebookError
from demarche.record import Certainty, DamageKind, EventType, Medium, Quad, SourceKind, Stance, Status

T = TypeVar("T")

SHIPPED = Path(str(files("demarche.codebook") / "data"))
"""The folder of the shipped tables."""

PLOVER, SECTIONS = "plover", ("types", "contexts")
TOP_SCORE = 10

ENDINGS = (".tsv", ".tsv.gz", ".yaml")
"""How the names of tables end."""

FACTIVE = {"": None, "yes": True, "no": False}
"""How a table writes whether the content of a cue is taken as so."""


class Tables:
    """The folders that are read, in their order; a later row replaces an earlier one with the same key."""

    __slots__ = ("_folders",)

    def __init__(self, folders: Iterable[Path]) -> None:
        """Take the folders; a file that one of them lacks is read from the others."""
        self._folders = tuple(folders)

    def rows(self, name: str, keys: int, build: Callable[..., T]) -> tuple[T, ...]:
        """Read one table: the cells of every row are given to `build`; the first `keys` tell it from the others.

        Raises `CodebookError` with file and line for a row that is too short or that `build` refuses.
        """
        return merged(sheets(self._folders, name), lambda cells: build(*cells), lambda cells, _: tuple(cells[:keys]))

    def yaml(self, name: str) -> dict[str, dict[str, Any]]:
        """Read one YAML file of sections with entries; what a user's file says of an entry goes over the shipped one.

        A mapping is merged key by key, any other value replaces the shipped one, and null takes it away.
        """
        found: dict[str, dict[str, Any]] = {}
        for path in (folder / f"{name}.yaml" for folder in self._folders):
            if path.exists():
                found = _over(found, _parse_yaml(path))
        return found

    def checked(self, name: str, entry: str, build: Callable[[str, Any], T], fields: Any) -> T:  # noqa: ANN401 - YAML
        """Build an entry of a YAML file; raises `CodebookError` with the file and the line that speaks of it."""
        try:
            return build(entry, fields)
        except (ValueError, TypeError) as error:
            paths = [path for path in (folder / f"{name}.yaml" for folder in self._folders) if path.exists()]
            msg = f"bad entry {entry} ({error}); mend or delete it"
            raise CodebookError(msg, where=f"{paths[-1]}:{line_of(paths[-1], entry)}") from error


def read_plover(tables: Tables) -> Plover:
    """Read types, contexts, CAMEO codes and sectors."""
    book = tables.yaml(PLOVER)
    return Plover(
        types={name: tables.checked(PLOVER, name, _category, fields) for name, fields in book["types"].items()},
        contexts={name: tables.checked(PLOVER, name, _cues, cues) for name, cues in book["contexts"].items()},
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
        kind = chosen(EventType, type_, "type")
        if not plover.knows(type_, mode):
            modes = ", ".join(plover.modes(type_)) or "none"
            msg = f"no mode {mode!r} of type {type_!r} in plover.yaml; its modes are {modes}"
            raise ValueError(msg)
        if need not in needs:
            needs[need] = tuple(Need.parse(part) for part in need.split())
        words = tuple(phrase.split(" "))
        return ActEntry(
            phrase=words,
            lemma=lemma or _head(words, pos),
            pos=chosen(Pos, pos, "pos"),
            needs=needs[need],
            type=kind,
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
        lambda medium, phrase, weight: MediumWord(
            medium=chosen(Medium, medium, "medium"), phrase=_words(phrase), weight=_weight(weight)
        ),
    )


def read_stances(tables: Tables) -> tuple[StanceEntry, ...]:
    """Read the words of stance."""
    frames = _Frames()
    return tables.rows(
        "stance",
        3,
        lambda phrase, stance, frame, weight: StanceEntry(
            phrase=_words(phrase), stance=chosen(Stance, stance, "stance"), frame=frames[frame], weight=_weight(weight)
        ),
    )


def read_discards(tables: Tables) -> tuple[Discard, ...]:
    """Read the phrases whose words report no act."""
    return tables.rows("discards", 1, lambda phrase: Discard(phrase=_words(phrase)))


def read_damage(tables: Tables) -> tuple[DamagePair, ...]:
    """Read the damaged wordings with their plain ones."""
    return tables.rows("damage", 3, _damage)


def _parse_yaml(path: Path) -> dict[str, dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}  # noqa: S506 - both loaders are safe
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        msg = f"this is no YAML ({getattr(error, 'problem', error)}); look at the indents, colons and quotes"
        raise CodebookError(msg, where=f"{path}:{mark.line + 1}" if mark else str(path)) from error
    sections = found if isinstance(found, dict) else {"": found}
    for name, entries in sections.items():
        if name not in SECTIONS or not isinstance(entries, dict):
            msg = f"no section {name!r} of entries; the sections are {', '.join(SECTIONS)}"
            raise CodebookError(msg, where=f"{path}:{line_of(path, str(name))}")
    return sections


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return one mapping laid over another; null above takes away what is below."""
    out = dict(below)
    for name, value in above.items():
        known = out.get(name)
        out[name] = _over(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return {name: value for name, value in out.items() if value is not None}


def line_of(path: Path, name: str) -> int:
    """Return the number of the first line that speaks of a name, 1 where none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(name)), 1)


def _category(name: str, fields: dict[str, Any]) -> EventCategory:
    chosen(EventType, name, "type")
    made = EventCategory(name=name, **fields)
    if made.quad not in tuple(Quad):
        msg = f"quad {made.quad} is none of 1, 2, 3, 4"
        raise ValueError(msg)
    scores = [made.score, *made.modes.values()]
    if any(isinstance(s, bool) or not isinstance(s, (int, float)) or abs(s) > TOP_SCORE for s in scores):
        msg = f"a score is no number from -{TOP_SCORE} to {TOP_SCORE}"
        raise ValueError(msg)
    return made


def _cues(_: str, cues: list[str]) -> tuple[str, ...]:
    if not isinstance(cues, list) or not all(isinstance(cue, str) for cue in cues):
        msg = "a context is a list of cue words"
        raise ValueError(msg)
    return tuple(cues)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split(" "))


def _weight(cell: str) -> float:
    try:
        weight = float(cell)
    except ValueError:
        weight = -1
    if not 0 <= weight <= 1:
        msg = f"weight {cell!r} is no number from 0 to 1"
        raise ValueError(msg)
    return weight


def _head(words: Sequence[str], pos: str) -> str:
    """Return the head of a phrase: its first word, in a noun phrase the word before the first preposition."""
    if pos != Pos.NOUN:
        return words[0]
    return next((before for before, word in pairwise(words) if word in PREPOSITIONS), words[-1])


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
    which = chosen(CueFamily, family, "family")
    return Cue(
        phrase=_words(phrase),
        family=which,
        kind=kind,
        certainty=chosen(Certainty, value, "value") if which is CueFamily.REPORT else None,
        source_kind=chosen(SourceKind, value, "value") if which is CueFamily.SOURCE else None,
        status=chosen(Status, value, "value") if which is CueFamily.STATUS else None,
        factive=FACTIVE[factive],
        weight=_weight(weight),
    )


def _damage(original: str, substitute: str, kind: str, weight: str) -> DamagePair:
    idiom = kind == "idiom"
    return DamagePair(
        original=_words(original),
        phrase=_words(substitute),
        idiom=idiom,
        kind=DamageKind.PHRASE if idiom else chosen(DamageKind, kind, "kind"),
        weight=_weight(weight),
    )


def folders(folder: Path | None) -> Sequence[Path]:
    """Return the folders to read: the shipped one, then the user's.

    Raises `CodebookError` where that is no folder, has no table at all, or a table that nobody reads.
    """
    if folder is None:
        return (SHIPPED,)
    if not folder.is_dir():
        msg = "no such folder; give one that holds TSV or YAML tables of the codebook"
        raise CodebookError(msg, where=str(folder))
    known = {_stem(path) for path in SHIPPED.iterdir()}
    for path in files_of(folder):
        if _stem(path) not in known:
            msg = f"no table has this name; the tables are {', '.join(sorted(known))}"
            raise CodebookError(msg, where=str(path))
    return (SHIPPED, folder)


def files_of(folder: Path) -> list[Path]:
    """Return the tables of a folder by name."""
    return [path for path in sorted(folder.iterdir()) if path.name.endswith(ENDINGS)]


def _stem(path: Path) -> str:
    return path.name.partition(".")[0] + (".yaml" if path.suffix == ".yaml" else ".tsv")
