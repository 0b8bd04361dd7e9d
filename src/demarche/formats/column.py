"""Columns as data: a name, what it means, and how it is read off a row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from demarche.record import Party, Record, Span, TimeInterval

__all__ = ["Column", "codes", "dates", "named", "names", "write_table"]

Row = TypeVar("Row")
Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column of a table; `meaning` goes into the data dictionary, `value` gives the cell, `None` for absent."""

    name: str
    meaning: str
    value: Callable[[Row], Cell]


def write_table(
    path: Path, columns: Sequence[Column[Row]], rows: Iterable[Row], *, tabs: bool = False, absent: str = ""
) -> int:
    """Write a CSV (or TSV) with a header in UTF-8; returns the number of rows."""
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t" if tabs else ",", lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            cells = (column.value(row) for column in columns)
            writer.writerow([absent if cell is None else cell for cell in cells])
            number += 1
    return number


def names(record: Record) -> dict[str, str]:
    """Return the name of each actor of a record by its id."""
    return {actor.id: actor.name for actor in record.actors}


def named(record: Record, identity: str | None) -> str | None:
    """Return the name of an actor, or the words themselves where they are nobody's id."""
    return names(record).get(identity, identity) if identity else None


def codes(parties: Sequence[Party]) -> str | None:
    """Return the country codes of one side, divided by `;`."""
    return ";".join(dict.fromkeys(p.country for p in parties if p.country)) or None


def dates(interval: TimeInterval | None) -> tuple[str | None, str | None, str | None]:
    """Return first day, last day and precision as text."""
    if interval is None:
        return None, None, None
    first, last = (day.isoformat() if day else None for day in (interval.first, interval.last))
    return first, last, interval.precision.value


def words(span: Span | None) -> str | None:
    """Return the words of a span on one line."""
    return " ".join(span.text.split()) if span else None
