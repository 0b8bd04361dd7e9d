"""From what articles tell to events, dyads, asks: computed anew from the tables, the same from the same articles."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from demarche.merge import Copies, CopyPair, Event, Fingerprint, Member, Observation, Side, Value, find_copies, merge
from demarche.relate import (
    AskThread,
    Contact,
    Contribution,
    StrainDay,
    change_points,
    contacts,
    contributions,
    families,
    grants,
    join_asks,
    rank,
    stands,
    strain,
    summary,
    tracks,
)
from demarche.relate.judgements import apart, standing, together
from demarche.relate.told import ActorTold, AskTold, ChannelTold, PositionTold
from demarche.store import bench
from demarche.store.actors import ActorLine, actor_lines
from demarche.store.intake import JOINED, insert
from demarche.store.labels import labels
from demarche.store.mapping import Cell, cell, columns, unpack

__all__ = ["derive"]

T = TypeVar("T")
Pair = tuple[str, str]

DERIVED = (
    "code",
    "copy",
    "ask_repeat",
    "ask_thread",
    "granted",
    "contact",
    "contact_sum",
    "stand",
    "track",
    "actor_line",
    "note",
    "change",
    "contribution",
    "strain_family",
    "strain",
    "dyad",
    "event_value",
    "event_report",
    "event_code",
    "event",
)


def derive(connection: sqlite3.Connection) -> None:
    """Empty and fill the derived tables; to be called inside a transaction."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    _write_copies(connection)
    decided = standing(bench.load(connection))
    told = load(connection, "report", Observation)
    events = merge(told, together=together(decided), apart=apart(decided))
    actors = load(connection, "actor", ActorTold)
    threads = join_asks(load(connection, "ask", AskTold), events, actors)
    _write_events(connection, events)
    _write_strain(connection, events, threads)
    _write_asks(connection, threads)
    _write_contacts(connection, events)
    _write_stands(connection)
    insert(connection, "track", tracks(events, threads), TRACK)
    insert(connection, "actor_line", actor_lines(actors), columns(ActorLine))
    _write_labels(connection)


def load(connection: sqlite3.Connection, table: str, kind: type[T]) -> list[T]:
    """Return the rows of a table of what is told, each with its article's voice, day, outlet and title."""
    own = [name for name in columns(kind) if name not in JOINED]
    shared = [name for name in columns(kind) if name in JOINED]
    statement = f"""
        SELECT {quoted_from("t", own)}, {quoted_from("w", shared)}
        FROM {table} AS t JOIN (
          SELECT a.id, coalesce(c.cluster, a.id) AS voice, a.published, a.outlet, a.title
          FROM article AS a LEFT JOIN copy AS c ON c.article = a.id
        ) AS w ON w.id = t.article
        ORDER BY t.article, t.rowid
    """  # noqa: S608 - names of our own
    order = [*own, *shared]
    at = [order.index(name) for name in columns(kind)]
    return [unpack(kind, [cells[i] for i in at]) for cells in connection.execute(statement)]


def quoted_from(table: str, names: Iterable[str]) -> str:
    """Return column names of one table for a statement."""
    return ", ".join(f'{table}."{name}"' for name in names)


def _write_copies(connection: sqlite3.Connection) -> None:
    names = ("article", "sha256", "text", "damage", "published")
    statement = "SELECT id, sha256, own_text, damage, published FROM article ORDER BY id"
    prints = [
        Fingerprint(**{**dict(zip(names, cells, strict=True)), "published": _day(cells[4])})
        for cells in connection.execute(statement)
    ]
    rows = [row for cluster in find_copies(prints) for row in _copy_rows(cluster)]
    connection.executemany(
        "INSERT INTO copy (article, cluster, speaks, kind, score, why) VALUES (?, ?, ?, ?, ?, ?)", rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _copy_rows(cluster: Copies) -> Iterator[tuple[Cell, ...]]:
    for article in cluster.articles:
        best = max((p for p in cluster.pairs if article in {p.a, p.b}), key=lambda p: _closeness(p, cluster.id))
        other = best.b if best.a == article else best.a
        yield article, cluster.id, int(article == cluster.id), best.kind.value, best.score, f"{other}: {best.why}"


def _closeness(pair: CopyPair, speaker: str) -> tuple[bool, float, str, str]:
    return speaker in {pair.a, pair.b}, pair.score, pair.a, pair.b


# Events.

EVENT = (
    "event type mode quad sources targets source_names target_names first last precision basis place place_country "
    "lat lon status disputed certainty issue scale goldstein cameo weight sign probability confidence articles reports "
    "article report why"
).split()
TRACK = "track issue parties mediators first last steps state events".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """An event as its table holds it, beside the event itself."""

    made: Event

    def __getattr__(self, name: str) -> object:
        special = {
            "event": lambda e: e.id,
            "sources": lambda e: e.source_codes,
            "targets": lambda e: e.target_codes,
            "source_names": lambda e: _names(e.sources),
            "target_names": lambda e: _names(e.targets),
            "articles": lambda e: e.voices,
            "reports": lambda e: len(e.members),
            "article": lambda e: e.speaks.article,
            "report": lambda e: e.speaks.report,
            "why": _why,
        }
        return special[name](self.made) if name in special else getattr(self.made, name)


def _names(sides: Iterable[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.name for s in sides if s.name))


def _why(event: Event) -> str:
    told = (
        f"told by {event.voices} independent article{'s' if event.voices != 1 else ''} in {len(event.members)} reports"
    )
    differ = sorted({v.field for v in event.values if not v.consensus})
    return f"{told}; they differ on {', '.join(differ)}" if differ else told


def _write_events(connection: sqlite3.Connection, events: Sequence[Event]) -> None:
    insert(connection, "event", [_Line(made=event) for event in events], EVENT)
    connection.executemany(
        "INSERT INTO event_code (event, side, code) VALUES (?, ?, ?)",
        (
            (event.id, side, code)
            for event in events
            for side, codes in (
                ("source", event.source_codes),
                ("target", event.target_codes),
                ("other", event.other_codes),
            )
            for code in codes
        ),
    )
    connection.executemany(
        "INSERT INTO event_report (event, article, report, voice, score, why) VALUES (?, ?, ?, ?, ?, json(?))",
        (_member_cells(event.id, member) for event in events for member in event.members),
    )
    connection.executemany(
        "INSERT INTO event_value VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_value_cells(event, value) for event in events for value in event.values),
    )


def _member_cells(event: str, member: Member) -> tuple[Cell, ...]:
    report = member.report
    return event, report.article, report.report, report.voice, member.score, cell(member.why)


def _value_cells(event: Event, value: Value) -> tuple[Cell, ...]:
    told = next(m.report for m in event.members if m.report.key == value.report)
    said = (value.field, value.value, int(value.consensus), value.articles, cell(value.said_by), cell(value.first_said))
    return event.id, *said, told.article, told.report


# Strain.


def _write_strain(connection: sqlite3.Connection, events: Sequence[Event], threads: Sequence[AskThread]) -> None:
    parts, left = contributions(events, threads)
    by_pair: dict[Pair, list[Contribution]] = defaultdict(list)
    for part in parts:
        by_pair[part.a, part.b].append(part)
    coverage, articles = _coverage(connection)
    last = _last_day(connection)
    curves = {pair: (strain(own, coverage.get(pair), last), own) for pair, own in sorted(by_pair.items())}
    dyads = rank(curves, articles, last)
    insert(connection, "dyad", dyads, DYAD)
    for days, own in curves.values():
        insert(connection, "strain", days, columns(StrainDay))
        insert(connection, "strain_family", families(own, last), FAMILY)
        insert(connection, "contribution", own, columns(Contribution))
        insert(connection, "change", change_points(days, own), CHANGE)
    connection.executemany(
        "INSERT OR IGNORE INTO note VALUES (?, ?)", ((one.event, f"on no curve: {one.why}") for one in left)
    )
    connection.execute(
        "INSERT OR IGNORE INTO note SELECT id, 'its day of publication is unknown: acts without a day of their own are "
        "on no curve' FROM article WHERE published IS NULL"
    )


DYAD = "a b rank events articles first last latest low high peak peak_day".split()
FAMILY = "a b day family strain ease".split()
CHANGE = "a b day before after events".split()


def _coverage(connection: sqlite3.Connection) -> tuple[dict[Pair, dict[date, int]], dict[Pair, int]]:
    """Return how many articles tell of each pair: by day of publication, and in all."""
    days: dict[Pair, dict[date, int]] = defaultdict(dict)
    total: dict[Pair, int] = defaultdict(int)
    statement = """
        WITH told AS (SELECT DISTINCT m.event, m.article FROM event_report AS m),
        side AS (SELECT DISTINCT event, code FROM event_code),
        pair AS (
          SELECT DISTINCT x.code AS a, y.code AS b, told.article FROM told
          JOIN side AS x ON x.event = told.event JOIN side AS y ON y.event = told.event AND x.code < y.code
        )
        SELECT pair.a, pair.b, article.published, count(*) FROM pair JOIN article ON article.id = pair.article
        GROUP BY 1, 2, 3
    """
    for a, b, published, count in connection.execute(statement):
        total[a, b] += count
        if published:
            days[a, b][date.fromisoformat(published)] = count
    return days, total


def _last_day(connection: sqlite3.Connection) -> date | None:
    """Return the last day of publication: the day as of which the store speaks."""
    return _day(connection.execute("SELECT max(published) FROM article").fetchone()[0])


# Asks, contacts, positions, names.


def _write_asks(connection: sqlite3.Connection, threads: Sequence[AskThread]) -> None:
    names = [n for n in columns(AskThread) if n not in {"first", "told", "asking", "answers"}]
    insert(connection, "ask_thread", [_Thread(made=t) for t in threads], [*names, "article", "id"])
    connection.executemany(
        "INSERT INTO ask_repeat (ask, article, id) VALUES (?, ?, ?)",
        ((t.ask, row.article, row.id) for t in threads for row in t.told),
    )
    insert(connection, "granted", grants(threads), "asker asked issue asks answered granted share open".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thread:
    """An ask as its table holds it: with the place of its first telling."""

    made: AskThread

    def __getattr__(self, name: str) -> object:
        return getattr(self.made.first if name in {"article", "id"} else self.made, name)


def _write_contacts(connection: sqlite3.Connection, events: Sequence[Event]) -> None:
    event_of = {m.report.key: event for event in events for m in event.members}
    made = contacts(load(connection, "channel", ChannelTold), event_of)
    names = "a b a_name b_name medium via first last event count frequency articles".split()
    insert(connection, "contact", [_Contact(made=c) for c in made], [*names, "article", "id"])
    insert(connection, "contact_sum", summary(made), "a b medium told seen first last".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contact:
    """A contact as its table holds it: with the place where it is told."""

    made: Contact

    def __getattr__(self, name: str) -> object:
        return getattr(self.made.best if name in {"article", "id"} else self.made, name)


def _write_stands(connection: sqlite3.Connection) -> None:
    connection.executemany(
        "INSERT INTO stand (article, id, day, previous, shift) VALUES (?, ?, ?, ?, ?)",
        (
            (s.told.article, s.told.id, s.day.isoformat() if s.day else None, s.previous, int(s.shift))
            for s in stands(load(connection, "position", PositionTold))
        ),
    )


def _write_labels(connection: sqlite3.Connection) -> None:
    codes = [row[0] for row in connection.execute("SELECT DISTINCT code FROM event_code ORDER BY code")]
    found: Mapping[str, str] = labels(codes)
    connection.executemany("INSERT INTO code (code, name) VALUES (?, ?)", sorted(found.items()))
