"""One record into the tables that hold what articles tell."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence

from demarche.codebook import Plover
from demarche.errors import RecordError
from demarche.merge.copies import own_text
from demarche.merge.observation import Observation
from demarche.merge.text import words
from demarche.record import Article, Problem, Record
from demarche.record.codec import decode, encode
from demarche.relate.judgements import Judgement, judged
from demarche.relate.told import tell
from demarche.store.mapping import columns, pack, quoted

__all__ = [
    "JOINED",
    "TABLES",
    "insert",
    "read_record",
    "remove_article",
    "write_problem",
    "write_record",
    "write_told",
]

JOINED = frozenset({"voice", "published", "outlet", "title"})
"""Fields of what is told that stand with the article, not in each of its rows."""
COMPRESSION = 6
TABLES = {
    "report": "reports",
    "ask": "asks",
    "lever": "levers",
    "channel": "channels",
    "position": "positions",
    "quote": "quotes",
    "claim": "claims",
    "actor": "actors",
}
"""The tables of what articles tell, and the field of `Told` that fills each."""


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[object], names: Sequence[str]) -> None:
    """Add rows to a table, the named fields of each."""
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table} ({quoted(names)}) VALUES ({marks})"  # noqa: S608 - names of our own
    connection.executemany(statement, (pack(row, names) for row in rows))


def told_columns(kind: type) -> tuple[str, ...]:
    """Return the columns of a table of what is told."""
    return tuple(name for name in columns(kind) if name not in JOINED)


def write_problem(connection: sqlite3.Connection, problem: Problem) -> None:
    """Keep why something could not be read."""
    connection.execute("INSERT OR REPLACE INTO problem (id, why) VALUES (?, ?)", (problem.id, problem.why))


def write_record(connection: sqlite3.Connection, record: Record, judgements: Sequence[Judgement] = ()) -> None:
    """Keep a record whole and flattened, with the standing judgements on it; the article must not be there."""
    connection.execute("DELETE FROM problem WHERE id = ?", (record.article.id,))
    _write_article(connection, record.article)
    packed = zlib.compress(json.dumps(encode(record), ensure_ascii=False).encode(), COMPRESSION)
    connection.execute("INSERT INTO record (article, json) VALUES (?, ?)", (record.article.id, packed))
    _write_sentences(connection, record)
    write_told(connection, record, judgements)


def write_told(connection: sqlite3.Connection, record: Record, judgements: Sequence[Judgement] = ()) -> None:
    """Write what an article tells, as the standing judgements have it; no row of it must be there."""
    told = judged(tell(record), judgements, _plover)
    for table, name in TABLES.items():
        rows = getattr(told, name)
        if rows:
            insert(connection, table, rows, told_columns(type(rows[0])))
    _write_parties(connection, told.reports)


def _plover() -> Plover:
    from demarche import codebook  # its tables are read only where a type was changed

    return codebook.load().plover


def remove_article(connection: sqlite3.Connection, article: str) -> None:
    """Take out an article and all that was told by it or derived from it."""
    connection.execute("DELETE FROM article WHERE id = ?", (article,))


def read_record(article: str, packed: bytes) -> Record:
    """Return the record that was kept; raises `RecordError` where its bytes are damaged."""
    try:
        data = json.loads(zlib.decompress(packed))
    except (zlib.error, ValueError) as error:
        msg = f"the record in the store is damaged ({error}); add the article again"
        raise RecordError(msg, where=article) from error
    return decode(data)


def _write_article(connection: sqlite3.Connection, article: Article) -> None:
    span, day = article.title_span, article.published
    values = {
        "id": article.id,
        "sha256": article.sha256,
        "uri": article.uri,
        "title": article.title,
        "title_start": span.start if span else None,
        "title_end": span.end if span else None,
        "byline": article.byline,
        "outlet": article.outlet,
        "dateline": article.dateline,
        "published": day.middle.isoformat() if day else None,
        "published_first": day.first.isoformat() if day and day.first else None,
        "published_last": day.last.isoformat() if day and day.last else None,
        "published_precision": day.precision.value if day else None,
        "published_from": article.published_from,
        "language": article.language,
        "words": len(words(article.text)),
        "damage": article.damage.score,
        "text": article.text,
        "own_text": own_text(article),
    }
    marks = ", ".join("?" * len(values))
    statement = f"INSERT INTO article ({quoted(values)}) VALUES ({marks})"  # noqa: S608 - names of our own
    connection.execute(statement, tuple(values.values()))


def _write_sentences(connection: sqlite3.Connection, record: Record) -> None:
    connection.executemany(
        'INSERT INTO sentence (article, n, start, "end", paragraph, text) VALUES (?, ?, ?, ?, ?, ?)',
        (
            (record.article.id, n, s.span.start, s.span.end, s.paragraph, s.span.text)
            for n, s in enumerate(record.sentences)
        ),
    )


def _write_parties(connection: sqlite3.Connection, reports: Iterable[Observation]) -> None:
    rows = (
        (report.article, report.report, name, s.key, s.name, s.code, s.base, s.sector, s.part)
        for report in reports
        for name, sides in (("source", report.sources), ("target", report.targets), ("other", report.others))
        for s in sides
    )
    connection.executemany("INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
