"""Opening the file: its schema brought up to date, and what goes wrong said on one line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from demarche.errors import NewerStore, StoreError

__all__ = ["VERSION", "guarded", "open_file", "transaction"]

APPLICATION = 0x64656D61
"""What marks an SQLite file as a store ("dema")."""
WAIT = 15.0
"""Seconds to wait for another process that writes."""

MIGRATIONS = tuple(sorted(p.name for p in (files("demarche.store") / "schema").iterdir() if p.name.endswith(".sql")))
VERSION = len(MIGRATIONS)
"""The version of the schema: the number of migrations, kept in `PRAGMA user_version`."""

ADVICE = (
    ("file is not a database", "is not a store; name another file, or remove this one if nothing needs it"),
    ("disk is full", "cannot grow, the disk is full; what was added so far is kept: free space and run again"),
    ("readonly database", "cannot be written; copy it to a folder of yours, or ask for the right to write"),
    ("unable to open", "cannot be opened; look whether its folder exists and may be written"),
    ("locked", f"was in use by another program for {WAIT:.0f} seconds; nothing is lost: run again when it is done"),
    ("malformed", "is damaged; restore a copy, or make a new store from the articles"),
    ("disk I/O error", "cannot be read or written, the disk reports an error; try it from another disk"),
)


def open_file(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection to a store with an up-to-date schema.

    Raises `StoreError` where there is no file and `create` is false, where it is no store, cannot be read or written,
    and `NewerStore` where a later version of the schema wrote it.
    """
    if not create and not path.exists():
        msg = "there is no store; make one with: demarche run ARTICLES --store FILE"
        raise StoreError(msg, where=str(path))
    with guarded(path):
        connection = _connect(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    if path.exists() and not os.access(path, os.W_OK):
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=WAIT)
    return sqlite3.connect(path, isolation_level=None, timeout=WAIT)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        msg = (
            f"was written by a newer demarche (schema {version}, this one knows {VERSION}); "
            "bring demarche up to date: pip install --upgrade demarche"
        )
        raise NewerStore(msg, where=str(path))
    _refuse_others(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    if version < VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection, version)
    connection.execute("PRAGMA synchronous = NORMAL")


def _refuse_others(connection: sqlite3.Connection, path: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and mark != APPLICATION:
        msg = "is a database of another program; name another file for the store"
        raise StoreError(msg, where=str(path))


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    with transaction(connection):
        for name in MIGRATIONS[version:]:
            text = (files("demarche.store") / "schema" / name).read_text(encoding="utf-8")
            for statement in _statements(text):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements(text: str) -> Iterator[str]:
    """Yield the statements of a script one by one: `executescript` would commit what came before."""
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep all that happens inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a `StoreError` that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error)
        advice = next((text for sign, text in ADVICE if sign in said), f"cannot be used ({said})")
        raise StoreError(advice, where=str(path)) from error
