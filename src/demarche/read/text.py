"""Plain text and Markdown."""

from __future__ import annotations

import re

from demarche.errors import InputError
from demarche.read.draft import Draft
from demarche.record import TimeInterval

__all__ = ["decode_bytes", "read_markdown", "read_text"]

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+)\s*:\s*(.+?)\s*$", re.MULTILINE)
_MARKUP = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\s{0,3}#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"^\s{0,3}>\s?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?!\w)"), r"\1"),
    (re.compile(r"^\s*(?:[-*_]\s*){3,}$", re.MULTILINE), ""),
)


def decode_bytes(data: bytes, where: str) -> str:
    """Return the text of a file: UTF-8 or UTF-16 with its mark, else Windows-1252, in which most old news is.

    Raises:
        InputError: the bytes are no text.

    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        msg = "this is a binary file, not text; convert it to text, HTML, CSV or JSONL first"
        raise InputError(msg, where=where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_text(data: bytes, name: str) -> list[Draft]:
    """Return the one article of a plain-text file."""
    return [Draft(id=name, text=decode_bytes(data, name))]


def read_markdown(data: bytes, name: str) -> list[Draft]:
    """Return the one article of a Markdown file, its markup taken off; front matter gives title, date and outlet."""
    text = decode_bytes(data, name).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    fields = {k.lower(): v.strip("\"'") for k, v in _FIELD.findall(front.group(1))} if front else {}
    body = text[front.end() :] if front else text
    for pattern, plain in _MARKUP:
        body = pattern.sub(plain, body)
    published = fields.get("published") or fields.get("date")
    return [
        Draft(
            id=name,
            text=body,
            title=fields.get("title"),
            byline=fields.get("author") or fields.get("byline"),
            outlet=fields.get("outlet") or fields.get("source"),
            uri=fields.get("uri") or fields.get("url"),
            published=TimeInterval.parse(published[:10]) if published else None,
            published_from="metadata" if published else None,
        )
    ]
