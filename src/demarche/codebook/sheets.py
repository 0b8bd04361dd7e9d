"""Tables as files: the shipped one, a user's over it, made into rows; every fault is told with its file and line.

A table is a TSV file, or one packed with gzip. Its first line names its columns. Lines that start with `%` are
comments; a line that starts with `!` switches rows off: all those whose cells equal its own, where an empty or absent
cell fits any.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from demarche.errors import CodebookError

__all__ = ["Sheet", "chosen", "merged", "sheets"]

COMMENT, OFF = "%", "!"
ENDINGS = (".tsv", ".tsv.gz")

T = TypeVar("T")
S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One file of a table: its columns, and its lines with their numbers, neither empty nor comments."""

    path: Path
    columns: tuple[str, ...]
    lines: tuple[tuple[int, str], ...]

    @classmethod
    def find(cls, folder: Path, name: str) -> Sheet | None:
        """Read a table of a folder; None where the folder lacks it. Raises `CodebookError` where it is no text."""
        path = next((p for p in (folder / f"{name}{ending}" for ending in ENDINGS) if p.is_file()), None)
        if path is None:
            return None
        try:
            packed = path.read_bytes()
            text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8-sig")
        except (UnicodeDecodeError, OSError) as error:
            msg = f"cannot be read ({error}); save it as text in UTF-8, cells divided by tabs"
            raise CodebookError(msg, where=str(path)) from error
        numbered = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and line[0] != COMMENT]
        header = numbered[0][1] if numbered else ""
        return cls(path=path, columns=tuple(header.split("\t")), lines=tuple(numbered[1:]))

    def in_order_of(self, columns: Sequence[str]) -> Iterator[tuple[int, bool, Sequence[str]]]:
        """Yield number, whether it switches off, and cells of each line, in the order of other columns.

        Raises `CodebookError` for a column that is not among them, and for a line with another number of cells.
        """
        places = self._places(columns)
        width = len(self.columns)
        for number, line in self.lines:
            off = line[0] == OFF
            cells = line[off:].split("\t")
            if len(cells) > width or (len(cells) < width and not off):
                msg = f"{len(cells)} cells, the header has {width}; mend or delete it"
                raise CodebookError(msg, where=f"{self.path}:{number}")
            if places is not None or off:
                cells = [*cells, *[""] * (width - len(cells))]
                cells = [cells[at] if at is not None else "" for at in places or range(width)]
            yield number, off, cells

    def _places(self, columns: Sequence[str]) -> Sequence[int | None] | None:
        """Return where each of the columns stands here; None where all stand as they should."""
        if tuple(columns) == self.columns:
            return None
        unknown = [name for name in self.columns if name not in columns]
        if unknown:
            msg = f"no column {unknown[0]!r} in this table; the columns are {', '.join(columns)}, divided by tabs"
            raise CodebookError(msg, where=f"{self.path}:1")
        return [self.columns.index(name) if name in self.columns else None for name in columns]


def sheets(folders: Iterable[Path], name: str) -> tuple[Sheet, ...]:
    """Return the files of a table, one for each folder that has it."""
    return tuple(sheet for folder in folders if (sheet := Sheet.find(folder, name)))


@dataclass(slots=True, kw_only=True)
class _Off:
    """A line that switches off the rows of earlier files that have these cells (place, cell)."""

    where: str
    wanted: tuple[tuple[int, str], ...]
    used: bool = False

    def fits(self, cells: Sequence[str]) -> bool:
        """Say whether a row is meant, and remember that there was one."""
        if not self.wanted or any(cells[at] != cell for at, cell in self.wanted):
            return False
        self.used = True
        return True


def merged(
    files: Sequence[Sheet], build: Callable[[Sequence[str]], T], key: Callable[[Sequence[str], T], Hashable]
) -> tuple[T, ...]:
    """Make rows of the files of a table: a row replaces an earlier one of its key, the others are added.

    `build` makes a row of the cells in the order of the first file's columns; a later file may leave columns out, which
    are empty then. A row that is switched off is not made at all. Rows of a later file stand before those of an earlier
    one, so that of two that speak of the same words the user's is found first. Raises `CodebookError` for what `build`
    refuses, and for a line that switches off nothing.
    """
    rows: dict[Hashable, T] = {}
    offs: list[_Off] = []
    for sheet in reversed(files):
        lines = list(sheet.in_order_of(files[0].columns))
        own: dict[Hashable, T] = {}
        for number, _, cells in (line for line in lines if not line[1]):
            if sum(off.fits(cells) for off in offs):  # all are asked, so that each knows whether it is of use
                continue
            try:
                made = build(cells)
            except (ValueError, KeyError, TypeError, CodebookError) as error:
                msg = f"bad row ({error}); mend or delete it"
                raise CodebookError(msg, where=f"{sheet.path}:{number}") from error
            own[key(cells, made)] = made
        rows |= {k: row for k, row in own.items() if k not in rows} if rows else own
        offs += [_off(sheet, number, cells) for number, off, cells in lines if off]
    for unused in (off for off in offs if not off.used):
        msg = "switches off no row; copy the cells of the row from the shipped table, or delete the line"
        raise CodebookError(msg, where=unused.where)
    return tuple(rows.values())


def _off(sheet: Sheet, number: int, cells: Sequence[str]) -> _Off:
    wanted = tuple((at, cell) for at, cell in enumerate(cells) if cell)
    return _Off(where=f"{sheet.path}:{number}", wanted=wanted)


def chosen(kind: type[S], cell: str, column: str) -> S:
    """Return a member of a closed set; raises `ValueError` that lists them all."""
    try:
        return kind(cell)
    except ValueError:
        msg = f"{column} {cell!r} is none of {', '.join(kind)}"
        raise ValueError(msg) from None
