"""Judgements in the store: added and never changed, and what articles tell written anew where they bear on it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from demarche.errors import StoreError
from demarche.merge.text import fold
from demarche.relate.judgements import Alias, Judgement, Verdict, standing
from demarche.store.intake import TABLES, read_record, write_told
from demarche.store.mapping import cell

__all__ = ["event_reports", "keep", "load"]

ROW_TABLES = tuple(table for table in TABLES if table != "actor")
"""Tables whose rows can be judged; actors are renamed by name."""


def load(connection: sqlite3.Connection) -> list[Judgement]:
    """Return all judgements, in order, those taken back too."""
    statement = "SELECT number, kind, subjects, value, evidence FROM judgement ORDER BY number"
    return [_judgement(cells) for cells in connection.execute(statement)]


def _judgement(cells: Sequence[object]) -> Judgement:
    number, kind, subjects, value, evidence = cells
    return Judgement(
        number=int(str(number)),
        verdict=Verdict(str(kind)),
        subjects=tuple(json.loads(str(subjects))),
        value=None if value is None else str(value),
        evidence=tuple(json.loads(str(evidence))),
    )


def keep(connection: sqlite3.Connection, made: Judgement, *, who: str, why: str, created: str) -> int:
    """Add a judgement on rows, events or numbers and return its number; to be called inside a transaction.

    An event stands for its reports. Raises `StoreError` where a subject is not there.
    """
    subjects = _located(connection, made)
    evidence = [] if made.verdict in {Verdict.RENAME, Verdict.UNDO} else [_sentence(connection, s) for s in subjects]
    values = (made.verdict.value, cell(tuple(subjects)), made.value, who, why, created, cell(tuple(evidence)))
    statement = (
        "INSERT INTO judgement (kind, subjects, value, who, why, created, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    number = int(connection.execute(statement, values).lastrowid or 0)
    for article in _touched(connection, number):
        _retell(connection, article)
    return number


def _located(connection: sqlite3.Connection, made: Judgement) -> list[str]:
    if made.verdict is Verdict.RENAME:
        return list(made.subjects)
    if made.verdict is Verdict.UNDO:
        return [_undoable(connection, number) for number in made.subjects]
    rows = [row for subject in made.subjects for row in _rows(connection, subject)]
    if made.verdict is Verdict.SPLIT:
        event = connection.execute(
            "SELECT event FROM event_report WHERE article || '#' || report = ?", (rows[0],)
        ).fetchone()
        rows += [other for other in event_reports(connection, event[0] if event else "") if other not in rows]
    return rows


def _undoable(connection: sqlite3.Connection, number: str) -> str:
    found = connection.execute("SELECT kind, undone_by FROM v_judgement WHERE number = ?", (number,)).fetchone()
    if found is None or found[0] == Verdict.UNDO or found[1] is not None:
        why = "there is none" if found is None else "it takes another back" if found[1] is None else "that was done"
        msg = f"judgement {number} cannot be taken back: {why}; `demarche judge list` shows them"
        raise StoreError(msg)
    return str(number)


def _rows(connection: sqlite3.Connection, subject: str) -> list[str]:
    """Return the keys of the rows that a subject stands for."""
    if "#" not in subject:
        found = event_reports(connection, subject)
        if not found:
            msg = f"there is no event {subject!r}; `demarche events --format csv` lists them with their ids"
            raise StoreError(msg)
        return found
    _sentence(connection, subject)
    return [subject]


def event_reports(connection: sqlite3.Connection, event: str) -> list[str]:
    """Return the keys of an event's reports, sorted."""
    statement = "SELECT article || '#' || report FROM event_report WHERE event = ? ORDER BY 1"
    return [row[0] for row in connection.execute(statement, (event,))]


def _sentence(connection: sqlite3.Connection, key: str) -> str:
    article, _, own = key.rpartition("#")
    for table in ROW_TABLES:
        name = "report" if table == "report" else "id"
        statement = f"SELECT sentence FROM {table} WHERE article = ? AND {name} = ?"  # noqa: S608 - names of our own
        found = connection.execute(statement, (article, own)).fetchone()
        if found:
            return str(found[0])
    msg = f"there is no row {key!r}; write an event's id, or ARTICLE#ID as `demarche judge show EVENT` prints them"
    raise StoreError(msg)


def _touched(connection: sqlite3.Connection, number: int) -> list[str]:
    """Return the articles whose rows a judgement bears on; one that takes back, those of what it takes back."""
    by_number = {one.number: one for one in load(connection)}
    made = by_number[number]
    if made.verdict is Verdict.UNDO:
        return sorted({article for s in made.subjects for article in _touched(connection, int(s))})
    if made.verdict is Verdict.RENAME:
        return _naming(connection, [*made.subjects, Alias.parse(made.value).name or ""])
    return sorted({subject.rpartition("#")[0] for subject in made.subjects})


def _naming(connection: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    """Return the articles in which an actor has one of the names."""
    wanted = {fold(name) for name in names if name}
    statement = """
        SELECT article, name FROM actor UNION SELECT article, name FROM party
        UNION SELECT article, speaker FROM quote UNION SELECT article, source FROM claim
    """
    return sorted({article for article, name in connection.execute(statement) if fold(name) in wanted})


def _retell(connection: sqlite3.Connection, article: str) -> None:
    """Write anew what an article tells, from its record and the judgements that stand."""
    found = connection.execute("SELECT json FROM record WHERE article = ?", (article,)).fetchone()
    if found is None:
        return
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - names of our own
    write_told(connection, read_record(article, found[0]), standing(load(connection)))
