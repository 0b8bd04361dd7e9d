"""The JSON Schema of the record, derived from the types that make it."""

from __future__ import annotations

import types
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin

from demarche.record.article import Sentence
from demarche.record.codec import Json, interval_names, json_name, optional, type_fields
from demarche.record.record import SCHEMA, Record
from demarche.record.span import Span
from demarche.record.time import Precision, TimeInterval

__all__ = ["json_schema"]

_SCALARS: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}
_DAY: Json = {"type": ["string", "null"], "format": "date"}


def json_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of one record; shared parts stand under `$defs`."""
    parts: dict[str, Json] = {}
    record = _object(Record, parts)
    record["properties"] = {"schema": {"const": SCHEMA}, **record["properties"]}
    record["required"] = ["schema", *record["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "demarche record",
        **record,
        "$defs": dict(sorted(parts.items())),
    }


def _object(kind: type, parts: dict[str, Json]) -> Json:
    properties: Json = {}
    for name, hint in type_fields(kind).items():
        inner, nullable = optional(hint)
        properties |= _property(kind, name, inner, nullable=nullable, parts=parts)
    out: Json = {"type": "object", "properties": properties, "required": list(properties)}
    return {"description": _summary(kind), **out}


def _property(owner: type, name: str, kind: Any, *, nullable: bool, parts: dict[str, Json]) -> Json:  # noqa: ANN401
    if kind is Span and name == "span":
        keys = ("start", "end") if owner is Sentence else ("start", "end", "text")
        return {key: {"type": "string" if key == "text" else "integer"} for key in keys}
    if kind is TimeInterval:
        first, last, precision = interval_names(owner, name)
        return {first: _DAY, last: _DAY, precision: {"enum": [*[p.value for p in Precision], None]}}
    if name == "extra":
        return {name: {"type": "object", "additionalProperties": {"type": "string"}}}
    return {json_name(owner, name): _nullable(_shape(kind, parts), nullable=nullable)}


def _shape(kind: Any, parts: dict[str, Json]) -> Json:  # noqa: ANN401 - a type form
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _shape(get_args(kind)[0], parts)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if isinstance(kind, type) and is_dataclass(kind):
        if kind.__name__ not in parts:
            parts[kind.__name__] = {}
            parts[kind.__name__] = _object(kind, parts)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": _SCALARS[kind]}


def _nullable(shape: Json, *, nullable: bool) -> Json:
    return {"anyOf": [shape, {"type": "null"}]} if nullable else shape


def _summary(kind: type | types.GenericAlias) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]
