"""Rows as dataclasses, and as what SQLite holds: days as ISO text, lists as JSON text, enums as their value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

from demarche.record.codec import optional, type_fields

__all__ = ["Cell", "cell", "columns", "pack", "quoted", "unpack"]

T = TypeVar("T")
Cell = str | int | float | None
"""What SQLite holds in one cell."""


def columns(kind: type) -> tuple[str, ...]:
    """Return the names of a row's columns, in order."""
    return tuple(f.name for f in fields(cast("Any", kind)))


def quoted(names: Iterable[str]) -> str:
    """Return a list of column names for a statement; some of them are words of SQL."""
    return ", ".join(f'"{name}"' for name in names)


def pack(row: object, names: Sequence[str] | None = None) -> tuple[Cell, ...]:
    """Return the cells of a row, or of those columns of it."""
    return tuple(cell(getattr(row, name)) for name in names or columns(type(row)))


def unpack(kind: type[T], cells: Sequence[Any]) -> T:
    """Return the row that cells, in the order of its columns, stand for."""
    values = {name: read(cell) for (name, read), cell in zip(_readers(cast("Any", kind)), cells, strict=True)}
    return kind(**values)


def cell(value: Any) -> Cell:  # noqa: ANN401 - any field of a row
    """Return the value of a field as SQLite holds it."""
    if isinstance(value, tuple):
        return json.dumps([_plain(item) for item in value], ensure_ascii=False, separators=(",", ":"))
    plain = _plain(value)
    return int(plain) if isinstance(plain, bool) else plain


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a field
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    return value


@cache
def _readers(kind: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - the class of a row
    return tuple((name, _reader(optional(hint)[0])) for name, hint in type_fields(kind).items())


def _reader(kind: Any) -> Any:  # noqa: ANN401 - a type form gives a function
    if get_origin(kind) is tuple:
        return _list_reader(get_args(kind)[0])
    if kind is date:
        return lambda cell: date.fromisoformat(cell) if cell else None
    if kind is bool:
        return bool
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda cell: None if cell is None else kind(cell)
    return lambda cell: cell


def _list_reader(item: Any) -> Any:  # noqa: ANN401 - a type form gives a function
    if isinstance(item, type) and is_dataclass(item):
        names = columns(item)
        return lambda cell: tuple(item(**dict(zip(names, parts, strict=True))) for parts in json.loads(cell or "[]"))
    return lambda cell: tuple(json.loads(cell or "[]"))
