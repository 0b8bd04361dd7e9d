"""Tables with one article a row: JSON Lines and CSV with named columns."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from demarche.errors import DateError, InputError
from demarche.read.draft import Draft
from demarche.read.text import decode_bytes
from demarche.record import Problem, TimeInterval

__all__ = ["COLUMNS", "describes_articles", "read_csv", "read_jsonl"]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article"),
    "id": ("id", "article_id", "doc_id", "docid"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "outlet": ("outlet", "source", "publisher", "publication"),
    "published": ("published", "date", "published_at", "publication_date"),
    "uri": ("uri", "url", "link"),
}
"""The contract's columns, and the names under which other tools write them; the first one present counts."""


def read_jsonl(data: bytes, name: str) -> Iterator[Draft | Problem]:
    """Yield the article of each line; a line that is no JSON object with `text` gives a problem."""
    for number, text in enumerate(decode_bytes(data, name).splitlines(), start=1):
        if text.strip():
            yield _row(_json_row(text), f"{name}:{number}")


def read_csv(data: bytes, name: str) -> Iterator[Draft | Problem]:
    """Yield the article of each row of a CSV or TSV with a header; a row without text gives a problem."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    text = decode_bytes(data, name)
    tabs = text.split("\n", 1)[0].count("\t") > text.split("\n", 1)[0].count(",")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",")
    try:
        for number, row in enumerate(rows, start=1):
            yield _row({k: v for k, v in row.items() if k is not None}, f"{name}:{number}")
    except csv.Error as error:
        msg = f"not a table ({error}); write CSV with a header row"
        raise InputError(msg, where=name) from error


def describes_articles(data: bytes, name: str) -> bool:
    """Say whether the first row has text and something that only articles have: a title, outlet, date or address."""
    head = data[:2_000_000]
    first = next(read_jsonl(head, name) if name.endswith(("jsonl", "ndjson")) else read_csv(head, name), None)
    return isinstance(first, Draft) and bool(first.title or first.outlet or first.published or first.uri)


def _json_row(text: str) -> Mapping[str, Any] | str:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        return f"this line is not JSON ({error.msg} at column {error.colno})"
    return row if isinstance(row, dict) else "this line is not a JSON object"


def _row(row: Mapping[str, Any] | str, where: str) -> Draft | Problem:
    if isinstance(row, str):
        return Problem(id=where, why=row)
    known = {name: _first(row, names) for name, names in COLUMNS.items()}
    identity = known["id"] or where
    if not known["text"]:
        return Problem(id=identity, why="this row has no `text`")
    try:
        published = TimeInterval.parse(known["published"][:10]) if known["published"] else None
    except DateError as error:
        return Problem(id=identity, why=str(error))
    return _draft(known, identity, published, row)


def _draft(
    known: Mapping[str, str | None], identity: str, published: TimeInterval | None, row: Mapping[str, Any]
) -> Draft:
    taken = {name for names in COLUMNS.values() for name in names}
    return Draft(
        id=identity,
        text=known["text"] or "",
        uri=known["uri"],
        title=known["title"],
        byline=known["byline"],
        outlet=known["outlet"],
        published=published,
        published_from="metadata" if published else None,
        extra=tuple((k, str(v)) for k, v in row.items() if k not in taken and v not in {None, ""}),
    )


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((str(row[name]).strip() for name in names if row.get(name) not in {None, ""}), None)
