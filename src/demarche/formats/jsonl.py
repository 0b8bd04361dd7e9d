"""JSON Lines: one record a line, in the shape of the contract. The only format that loses nothing, and comes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from demarche.errors import InputError, RecordError
from demarche.record import Problem, Record
from demarche.record.codec import decode, decode_problem, line

__all__ = ["read", "write"]


def write(records: Iterable[Record | Problem], path: Path) -> int:
    """Write one line a record; returns their number."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(line(record) + "\n")
            number += 1
    return number


def read(path: Path) -> Iterator[Record | Problem]:
    """Yield the records and problems of a file; a line that is neither comes out as a problem with its number."""
    try:
        with path.open(encoding="utf-8") as file:
            for number, text in enumerate(file, start=1):
                if text.strip():
                    yield _line(text, f"{path.name}:{number}")
    except OSError as error:
        msg = f"cannot be opened ({error.strerror})"
        raise InputError(msg, where=str(path)) from error
    except UnicodeDecodeError as error:
        msg = "this is no JSON Lines file in UTF-8; give one that `demarche code` or `demarche export jsonl` wrote"
        raise InputError(msg, where=str(path)) from error


def _whole(record: Record) -> Record:
    """Refuse a record without its article: nothing in it could be shown in its words."""
    if not (record.article.id and record.article.text and record.article.sha256):
        msg = "this record has no article text"
        raise RecordError(msg)
    return record


def _line(text: str, where: str) -> Record | Problem:
    try:
        data = json.loads(text)
        return decode_problem(data) if "problem" in data else _whole(decode(data))
    except json.JSONDecodeError as error:
        return Problem(id=where, why=f"this line is not JSON ({error.msg} at column {error.colno})")
    except (RecordError, AttributeError, KeyError, TypeError) as error:
        return Problem(id=where, why=str(error) or "this line is not a record")
