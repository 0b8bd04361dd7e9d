"""Records as JSON, and back, in the shape of the published contract.

A field named `span` is laid open as `start`, `end`, `text`; one named `interval` or `period` as `from`, `to`,
`precision`; any other interval keeps its name for the first day and adds `_to` and `_precision`. `RENAMED` holds the
few names that Python keeps for itself. Everything else follows from the types.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from demarche.errors import RecordError
from demarche.record.actor import Role
from demarche.record.article import Sentence
from demarche.record.record import SCHEMA, Problem, Record
from demarche.record.span import Span
from demarche.record.time import Precision, TimeInterval

__all__ = [
    "Json",
    "decode",
    "decode_problem",
    "encode",
    "encode_problem",
    "interval_names",
    "json_name",
    "line",
    "optional",
    "type_fields",
]

Json = dict[str, Any]

RENAMED: Mapping[tuple[type, str], str] = {(Role, "first"): "from", (Role, "last"): "to"}
LAID_OPEN = {"interval", "period"}


@cache
def type_fields(kind: type) -> Mapping[str, Any]:
    """Return the names and types of a dataclass's fields, annotations resolved."""
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def optional(kind: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type form
    """Split `T | None` into `T` and whether None is allowed."""
    if get_origin(kind) in {Union, UnionType}:
        inner = [arg for arg in get_args(kind) if arg is not NoneType]
        return inner[0], len(inner) < len(get_args(kind))
    return kind, False


def json_name(owner: type, name: str) -> str:
    """Return the name that a field has in JSON."""
    return RENAMED.get((owner, name), name)


def interval_names(owner: type, name: str) -> tuple[str, str, str]:
    """Return the three JSON names of an interval: first day, last day, precision."""
    if name in LAID_OPEN:
        return "from", "to", "precision"
    key = json_name(owner, name)
    return key, f"{key}_to", f"{key}_precision"


def encode(value: Any) -> Any:  # noqa: ANN401 - any part of a record
    """Return a record or any part of it as JSON values."""
    if isinstance(value, Record):
        return {"schema": SCHEMA, **_encode_fields(value)}
    if is_dataclass(value):
        return _encode_fields(value)
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value


def encode_problem(problem: Problem) -> Json:
    """Return the line that stands for an article which could not be read."""
    return {"schema": SCHEMA, "article": {"id": problem.id}, "problem": problem.why}


def line(value: Record | Problem) -> str:
    """Return one line of JSON Lines for a record or a problem."""
    shape = encode_problem(value) if isinstance(value, Problem) else encode(value)
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))


def _encode_fields(value: Any) -> Json:  # noqa: ANN401 - any dataclass of a record
    out: Json = {}
    kind = type(value)
    for name, hint in type_fields(kind).items():  # type: ignore[arg-type]
        inner, _ = optional(hint)
        out |= _encode_field(kind, name, inner, getattr(value, name))
    return out


def _encode_field(owner: type, name: str, kind: Any, value: Any) -> Json:  # noqa: ANN401 - see encode
    if kind is Span and name == "span":
        return _encode_span(owner, value)
    if kind is TimeInterval:
        return _encode_interval(interval_names(owner, name), value)
    if name == "extra":
        return {name: dict(value)}
    return {json_name(owner, name): encode(value)}


def _encode_span(owner: type, span: Span) -> Json:
    out: Json = {"start": span.start, "end": span.end}
    return out if owner is Sentence else {**out, "text": span.text}


def _encode_interval(names: tuple[str, str, str], value: TimeInterval | None) -> Json:
    if value is None:
        return dict.fromkeys(names)
    days = [day.isoformat() if day else None for day in (value.first, value.last)]
    return dict(zip(names, [*days, value.precision.value], strict=True))


def decode(data: Json) -> Record:
    """Return the record of its JSON; raises `RecordError` where the contract is broken."""
    if data.get("schema") != SCHEMA:
        msg = f"the schema is {data.get('schema')!r}; this version reads {SCHEMA}"
        raise RecordError(msg)
    text = (data.get("article") or {}).get("text") or ""
    try:
        found: Record = _decode(Record, data, text)
    except (KeyError, TypeError, ValueError) as error:
        msg = f"not a record: {error!r}"
        raise RecordError(msg) from error
    return found


def decode_problem(data: Json) -> Problem:
    """Return the problem that a line stands for."""
    return Problem(id=data["article"]["id"], why=data["problem"])


def _decode(kind: Any, data: Any, text: str) -> Any:  # noqa: ANN401 - any part of a record
    if data is None:
        return None
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return tuple(_decode(item, part, text) for part in data)
    if kind is date:
        return date.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if is_dataclass(kind):
        return _decode_fields(kind, data, text)  # type: ignore[arg-type]
    return data


def _decode_fields(kind: type, data: Json, text: str) -> Any:  # noqa: ANN401 - a dataclass of a record
    values = {
        name: _decode_field(kind, name, optional(hint)[0], data, text) for name, hint in type_fields(kind).items()
    }
    return kind(**values)


def _decode_field(owner: type, name: str, kind: Any, data: Json, text: str) -> Any:  # noqa: ANN401 - see decode
    if kind is Span and name == "span":
        return Span.of(text, data["start"], data["end"])
    if kind is TimeInterval:
        return _decode_interval(data, interval_names(owner, name))
    if name == "extra":
        return tuple((data.get(name) or {}).items())
    return _decode(kind, data.get(json_name(owner, name)), text)


def _decode_interval(data: Json, names: tuple[str, str, str]) -> TimeInterval | None:
    first, last, precision = (data.get(name) for name in names)
    if precision is None:
        return None
    return TimeInterval(
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        precision=Precision(precision),
    )
