"""Rows as a table for the eye, CSV, or JSON Lines."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from demarche.cli.ink import Ink, paint
from demarche.cli.options import Format

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["show", "width"]

WIDEST = 28
"""Characters that a column may take in a table, but for the last, which takes what is left."""
COMFORT, LEAST = 36, 16
"""Characters that the last column gets: others are shortened to SHORT for its comfort, then further for its need."""
SHORT, LEAST_SHORT = 12, 6
"""Characters to which a column is shortened: a day has ten, and is cut last."""

Cells = Sequence[Any]


def show(
    columns: Sequence[str],
    rows: Iterable[Cells],
    form: Format,
    *,
    visible: Sequence[str] = (),
    names: Mapping[str, str] = {},
) -> int:
    """Write rows to standard output and return their number; a table shows the `visible` columns, under `names`."""
    out = sys.stdout
    if form is Format.CSV:
        return _csv(columns, rows, out)
    if form is Format.JSONL:
        return _jsonl(columns, rows, out)
    shown = [columns.index(name) for name in (visible or columns)]
    return _table([names.get(columns[i], columns[i]) for i in shown], ([row[i] for i in shown] for row in rows), out)


def width() -> int:
    """Return the width of the terminal, 80 where there is none."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _csv(columns: Sequence[str], rows: Iterable[Cells], out: TextIO) -> int:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    number = 0
    for row in rows:
        writer.writerow([_flat(cell) for cell in row])
        number += 1
    return number


def _jsonl(columns: Sequence[str], rows: Iterable[Cells], out: TextIO) -> int:
    number = 0
    for row in rows:
        shape = dict(zip(columns, row, strict=True))
        out.write(json.dumps(shape, ensure_ascii=False, default=_json) + "\n")
        number += 1
    return number


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)


def _flat(cell: object) -> object:
    if isinstance(cell, (tuple, list)):
        return ";".join(str(_flat(part)) for part in cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _table(names: Sequence[str], rows: Iterable[Cells], out: TextIO) -> int:
    body = [[_cell(cell) for cell in row] for row in rows]
    if not body:
        return 0
    numeric = [all(_is_number(row[i]) for row in body) for i in range(len(names))]
    widths = _widths([list(names), *body])
    out.write(paint(_line(names, widths, numeric), Ink.BOLD) + "\n")
    out.writelines(_line(row, widths, numeric) + "\n" for row in body)
    return len(body)


def _cell(cell: object) -> str:
    if cell is None or cell in {(), ""}:
        return "-"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.1f}"
    if isinstance(cell, (tuple, list)):
        return "+".join(_cell(part) for part in cell)
    return " ".join(str(cell).split())


def _is_number(text: str) -> bool:
    return text == "-" or text.removeprefix("-").replace(".", "", 1).isdigit()


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Give each column what it needs, up to a limit, and the last one what is left of the terminal."""
    total = width() if sys.stdout.isatty() or "COLUMNS" in os.environ else 80
    needs = [min(max(len(row[i]) for row in rows), WIDEST) for i in range(len(rows[0]) - 1)]
    last = max(len(row[-1]) for row in rows)
    for comfort, least in ((COMFORT, SHORT), (LEAST, LEAST_SHORT)):
        while needs and total - sum(needs) - 2 * len(needs) < min(last, comfort) and max(needs) > least:
            needs[needs.index(max(needs))] -= 1
    return [*needs, min(last, max(LEAST, total - sum(needs) - 2 * len(needs)))]


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = []
    for cell, size, right in zip(cells, widths, numeric, strict=True):
        text = cell if len(cell) <= size else cell[: size - 1] + "…"
        parts.append(text.rjust(size) if right else text.ljust(size))
    return "  ".join(parts).rstrip()
