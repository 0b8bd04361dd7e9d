"""Where articles come from: files and folders by name, and `-` for standard input."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from demarche.errors import DemarcheError, InputError, UnknownFormat
from demarche.read.draft import Draft, finish
from demarche.read.html import read_html
from demarche.read.table import describes_articles, read_csv, read_jsonl
from demarche.read.text import read_markdown, read_text
from demarche.record import Article, Problem, TimeInterval

__all__ = ["READERS", "Source", "read", "read_source", "sources"]

FormatReader = Callable[[bytes, str], Iterable[Draft | Problem]]

READERS: Mapping[str, FormatReader] = {
    ".txt": read_text,
    ".text": read_text,
    "": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}
TABLES = {".jsonl", ".ndjson", ".csv", ".tsv"}
SIDECAR = "meta.json"
NOT_ARTICLES = re.compile(r"(?:readme|licen[cs]e|changelog|contributing|notice|authors)(?:\.\w+)?|\..*", re.IGNORECASE)
"""Files of a folder that speak about the folder, not about the world."""
_FILE_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file (or `-`) and the id that its article gets; `named` where a person asked for just this file."""

    path: str
    id: str
    named: bool = True


def read(*inputs: str | Path, published: TimeInterval | None = None) -> Iterator[Article | Problem]:
    """Yield the article, or the problem, of each row, file and folder named, in order.

    Nothing is raised for bad input: what cannot be read is a `Problem` that says why. `published` goes before every
    date found in the input.
    """
    for source in sources(inputs):
        yield from [source] if isinstance(source, Problem) else read_source(source, published)


def sources(inputs: Iterable[str | Path]) -> Iterator[Source | Problem]:
    """Yield the files to read: those named, and those below each folder named, sorted by path."""
    for item in inputs:
        path = Path(item)
        if str(item) == "-":
            yield Source(path="-", id="stdin")
        elif path.is_dir():
            yield from _folder(path)
        elif path.is_file():
            yield Source(path=str(path), id=path.name)
        else:
            yield Problem(id=str(item), why="there is no such file or folder")


def _folder(folder: Path) -> Iterator[Source | Problem]:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and not NOT_ARTICLES.fullmatch(p.name)]
    usable = [p for p in files if p.name != SIDECAR and p.suffix.lower() in READERS]
    if not usable:
        yield Problem(id=str(folder), why="there is no article in this folder (text, Markdown, HTML, CSV or JSONL)")
    for path in files:
        relative = str(path.relative_to(folder))
        if path in usable:
            yield Source(path=str(path), id=relative, named=False)
        elif path.name != SIDECAR:
            yield Problem(
                id=relative,
                why=f"no reader knows {path.suffix} files; convert it to text, HTML, CSV or JSONL",
            )


def read_source(source: Source, published: TimeInterval | None = None) -> Iterator[Article | Problem]:
    """Yield the articles of one file; whatever goes wrong with it comes out as a problem."""
    try:
        data = _bytes(source)
        for draft in _drafts(source, data):
            yield _article(draft, source, published)
    except (DemarcheError, OSError) as error:
        yield Problem(id=source.id, why=_reason(error, source))


def _reason(error: Exception, source: Source) -> str:
    if isinstance(error, OSError):
        return f"cannot be opened ({error.strerror})"
    return str(error).removeprefix(f"{source.id}: ")


def _article(draft: Draft | Problem, source: Source, published: TimeInterval | None) -> Article | Problem:
    if isinstance(draft, Problem):
        return draft
    try:
        return finish(_with_file_day(_with_sidecar(draft, source), source), published)
    except DemarcheError as error:
        return Problem(id=draft.id, why=_reason(error, replace(source, id=draft.id)))


def _bytes(source: Source) -> bytes:
    data = sys.stdin.buffer.read() if source.path == "-" else Path(source.path).read_bytes()
    if not data.strip():
        msg = "the file is empty"
        raise InputError(msg, where=source.id)
    return data


def _drafts(source: Source, data: bytes) -> Iterable[Draft | Problem]:
    suffix = Path(source.path).suffix.lower() if source.path != "-" else _sniff(data)
    reader = READERS.get(suffix)
    if reader is None:
        msg = f"no reader knows {suffix} files; convert it to text, HTML, CSV or JSONL"
        raise UnknownFormat(msg, where=source.id)
    if suffix in TABLES and not source.named and not describes_articles(data, source.path):
        msg = "not a table of articles (it needs `text` and one of title, outlet, published, uri)"
        raise UnknownFormat(msg, where=source.id)
    return reader(data, source.id)


def _sniff(data: bytes) -> str:
    head = data[:500].lstrip().lower()
    if head.startswith((b"<!doctype", b"<html")):
        return ".html"
    return ".jsonl" if head.startswith(b"{") else ".txt"


def _with_sidecar(draft: Draft, source: Source) -> Draft:
    """Take title, outlet and date from a `meta.json` beside a single article."""
    sidecar = Path(source.path).with_name(SIDECAR)
    if source.path == "-" or Path(source.path).suffix in TABLES or not sidecar.is_file():
        return draft
    try:
        meta = json.loads(sidecar.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return draft
    published = TimeInterval.parse(meta["published"]) if meta.get("published") else None
    folder = Path(source.path).parent.name
    return replace(
        draft,
        id=draft.id if "/" in draft.id else f"{folder}/{draft.id}",
        title=draft.title or meta.get("title"),
        outlet=draft.outlet or meta.get("outlet"),
        published=draft.published or published,
        published_from=draft.published_from or ("metadata" if published else None),
    )


def _with_file_day(draft: Draft, source: Source) -> Draft:
    """Take the day from a file name that begins or ends with one, where nothing better says it."""
    found = _FILE_DAY.search(Path(source.path).name)
    if draft.published or not found:
        return draft
    return replace(draft, published=TimeInterval.parse("-".join(found.groups())), published_from="file")
