"""The embedded store: one SQLite file with the records of articles and all that follows from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from demarche.codebook import SHIPPED_NAME
from demarche.errors import StoreError
from demarche.read.feed import Feed
from demarche.record import Problem, Record
from demarche.relate.judgements import Judgement, Verdict, standing
from demarche.relate.strain import Contribution, on_day
from demarche.store import rows
from demarche.store.bench import keep, load
from demarche.store.connect import guarded, open_file, transaction
from demarche.store.derive import derive
from demarche.store.intake import read_record, remove_article, write_problem, write_record
from demarche.store.mapping import columns
from demarche.store.table import Table
from demarche.store.views import select

__all__ = ["Added", "Pair", "Store", "counting"]

R = TypeVar("R")
Pair = tuple[str, str]
REPORT_CODES = "SELECT article, report, type, mode FROM report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an `add` did: new articles, articles whose text had changed, articles already there, problems kept."""

    added: int = 0
    replaced: int = 0
    skipped: int = 0
    problems: int = 0

    def plus(self, what: str) -> Added:
        """Return the counts with one more of a kind."""
        return replace(self, **{what: getattr(self, what) + 1})


class Store:
    """Records of articles in one file, and the views over them.

    Open it with `Store.open`, best in a `with` statement. Every failure of the file is a `StoreError` on one line that
    says what to do. Views take `dyad` (two codes in any order), `first` and `last` (days, both inside; rows without a
    day are kept only where neither is given), and recompute what is derived when articles were added since.
    """

    __slots__ = ("_connection", "path")

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take an open connection; `Store.open` is the way in."""
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Self:
        """Open a store, or make one where there is none and `create` allows it.

        Raises `StoreError` where the file is no store or cannot be used, `NewerStore` where a newer demarche wrote it.
        """
        return cls(Path(path), open_file(Path(path), create=create))

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    # Records.

    def add(self, items: Iterable[Record | Problem], *, coder: str = SHIPPED_NAME) -> Added:
        """Keep records and problems, each in a transaction of its own, so that a kill loses at most one.

        `coder` names what coded them. A record whose article is there with the same text by the same coder is skipped,
        with another text or by another coder it takes the place of the old.
        """
        done, decided = Added(), self._decided()
        for item in items:
            with self._guarded(), transaction(self._connection):
                what = self._keep(item, coder, decided)
            done = done.plus(what)
        return done

    def _decided(self) -> Sequence[Judgement]:
        """Return the judgements that stand."""
        with self._guarded():
            return standing(load(self._connection))

    def _keep(self, item: Record | Problem, coder: str, decided: Sequence[Judgement]) -> str:
        if isinstance(item, Problem):
            if not self.has(item.id):
                write_problem(self._connection, item)
            return "problems"
        article = item.article
        if self.has(article.id, article.sha256, coder):
            return "skipped"
        known = self.has(article.id)
        if known:
            remove_article(self._connection, article.id)
        write_record(self._connection, item, decided)
        if coder != SHIPPED_NAME:
            self._connection.execute("INSERT INTO coder VALUES (?, ?)", (article.id, coder))
        self._mark(stale=True)
        return "replaced" if known else "added"

    def has(self, article: str, sha256: str | None = None, coder: str | None = None) -> bool:
        """Say whether an article is there; with just this text, by this coder, where these are given."""
        statement = "SELECT a.sha256, c.name FROM article AS a LEFT JOIN coder AS c ON c.article = a.id WHERE a.id = ?"
        with self._guarded():
            found = self._connection.execute(statement, (article,)).fetchone()
        return found is not None and sha256 in {None, found[0]} and coder in {None, found[1] or SHIPPED_NAME}

    def coders(self) -> Mapping[str, int]:
        """Return the number of articles that each coder coded."""
        with self._guarded():
            return dict(self._connection.execute("SELECT coder, articles FROM v_coder ORDER BY coder"))

    def knows(self, article: str) -> bool:
        """Say whether an article is there, or the problem that it gave."""
        with self._guarded():
            problem = self._connection.execute("SELECT 1 FROM problem WHERE id = ?", (article,)).fetchone()
        return problem is not None or self.has(article)

    def feed(self, url: str) -> Feed:
        """Return a feed with what its last answer said of itself."""
        with self._guarded():
            found = self._connection.execute("SELECT etag, modified FROM feed WHERE url = ?", (url,)).fetchone()
        etag, modified = found or (None, None)
        return Feed(url=url, etag=etag, modified=modified)

    def keep_feed(self, feed: Feed) -> None:
        """Keep what the last answer of a feed said of itself."""
        with self._guarded(), transaction(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO feed VALUES (?, ?, ?)", (feed.url, feed.etag, feed.modified)
            )

    def record(self, article: str) -> Record | None:
        """Return the record of an article, or None."""
        with self._guarded():
            found = self._connection.execute("SELECT json FROM record WHERE article = ?", (article,)).fetchone()
        return read_record(article, found[0]) if found else None

    def records(self) -> Iterator[Record]:
        """Yield the records by article id, each decoded when its turn comes."""
        with self._guarded():
            ids = [row[0] for row in self._connection.execute("SELECT article FROM record ORDER BY article")]
        for article in ids:
            record = self.record(article)
            if record:
                yield record

    def __len__(self) -> int:
        """Return the number of articles."""
        with self._guarded():
            return int(self._connection.execute("SELECT count(*) FROM article").fetchone()[0])

    def __bool__(self) -> bool:
        """Say True even of an empty store: it is there."""
        return True

    # What follows.

    @property
    def stale(self) -> bool:
        """Whether articles or judgements were added since what is derived was computed."""
        with self._guarded():
            found = self._connection.execute("SELECT value FROM meta WHERE key = 'stale'").fetchone()
        return found is not None and found[0] == "1"

    def relate(self) -> None:
        """Compute all that is derived anew: copies, events, strain, asks, contacts, positions, tracks, actors."""
        with self._guarded(), transaction(self._connection):
            derive(self._connection)
            self._mark(stale=False)

    def events(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.EventRow]:
        """Return the events, those told by most independent articles and read most surely first; plans count half."""
        return self._view(rows.EventRow, dyad, first, last)

    def reports(
        self, event: str | None = None, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.EventReportRow]:
        """Return the reports of events, or of one event."""
        return self._view(rows.EventReportRow, dyad, first, last, where="event", value=event)

    def values(
        self, event: str | None = None, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.EventValueRow]:
        """Return what reports tell differently, and the numbers that they tell, side by side."""
        return self._view(rows.EventValueRow, dyad, first, last, where="event", value=event)

    def strain(
        self,
        a: str | None = None,
        b: str | None = None,
        *,
        dyad: Pair | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Table[rows.StrainRow]:
        """Return the strain of a pair day by day, or of all pairs."""
        pair = (a, b) if a and b else dyad
        return self._view(rows.StrainRow, pair, first, last)

    def families(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.FamilyRow]:
        """Return the faded masses of each family of indicators, day by day."""
        return self._view(rows.FamilyRow, dyad, first, last)

    def contributions(
        self,
        dyad: Pair | None = None,
        first: date | None = None,
        last: date | None = None,
        *,
        day: date | None = None,
    ) -> Table[rows.ContributionRow]:
        """Return what each event adds; for one pair and `day`, what still counts then, the most telling first."""
        if day is None or dyad is None:
            return self._view(rows.ContributionRow, dyad, first or day, last or day)
        return Table(kind=rows.ContributionRow, rows=counting(self._view(rows.ContributionRow, dyad, None, day), day))

    def changes(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.ChangeRow]:
        """Return the days on which relationships turned."""
        return self._view(rows.ChangeRow, dyad, first, last)

    def dyads(self, dyad: Pair | None = None) -> Table[rows.DyadRow]:
        """Return the pairs, those with most evidence first."""
        return self._view(rows.DyadRow, dyad, None, None)

    def asks(self, dyad: Pair | None = None, first: date | None = None, last: date | None = None) -> Table[rows.AskRow]:
        """Return the asks and their answers, by day."""
        return self._view(rows.AskRow, dyad, first, last)

    def ask_repeats(self, ask: str | None = None) -> Table[rows.AskRepeatRow]:
        """Return the tellings of asks, or of one ask."""
        return self._view(rows.AskRepeatRow, None, None, None, where="ask", value=ask)

    def grants(self, dyad: Pair | None = None) -> Table[rows.GrantRow]:
        """Return the share granted for each asker, asked and issue."""
        return self._view(rows.GrantRow, dyad, None, None)

    def channels(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.ChannelRow]:
        """Return the contacts one by one, by day."""
        return self._view(rows.ChannelRow, dyad, first, last)

    def contacts(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.ContactRow]:
        """Return the contacts of pairs by medium: as told, and as seen."""
        return self._view(rows.ContactRow, dyad, first, last)

    def levers(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.LeverRow]:
        """Return the levers and their use, by day."""
        return self._view(rows.LeverRow, dyad, first, last)

    def positions(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.PositionRow]:
        """Return where actors stand, with shifts; of a dyad, the actors of both sides."""
        return self._view(rows.PositionRow, dyad, first, last)

    def tracks(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.TrackRow]:
        """Return the negotiations, those with most steps first."""
        return self._view(rows.TrackRow, dyad, first, last)

    def quotes(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.QuoteRow]:
        """Return the quotations; of a dyad, those of speakers of both sides."""
        return self._view(rows.QuoteRow, dyad, first, last)

    def actors(self, dyad: Pair | None = None) -> Table[rows.ActorRow]:
        """Return the actors, those in most articles first."""
        return self._view(rows.ActorRow, dyad, None, None)

    def articles(
        self, dyad: Pair | None = None, first: date | None = None, last: date | None = None
    ) -> Table[rows.ArticleRow]:
        """Return the articles by day; of a dyad, those with a report on both."""
        return self._view(rows.ArticleRow, dyad, first, last)

    def copies(self) -> Table[rows.CopyRow]:
        """Return the articles that have copies, by cluster, the one that speaks first."""
        return self._view(rows.CopyRow, None, None, None)

    def problems(self) -> Table[rows.ProblemRow]:
        """Return what could not be read."""
        return self._view(rows.ProblemRow, None, None, None)

    def notes(self) -> Table[rows.NoteRow]:
        """Return what the derived tables leave out, and why."""
        return self._view(rows.NoteRow, None, None, None)

    def judge(
        self,
        verdict: Verdict | str,
        subjects: Iterable[str],
        *,
        who: str,
        why: str,
        created: str,
        value: str | None = None,
    ) -> int:
        """Keep what a person decided and return its number; it is never changed, an `undo` takes it back.

        Subjects are rows (`article#id`), events in place of their reports, for `rename` names, for `undo` numbers.
        Raises `StoreError` where one is not there. Everything derived follows at the next look.
        """
        if self.stale:
            self.relate()
        made = Judgement(number=0, verdict=Verdict(verdict), subjects=tuple(subjects), value=value)
        with self._guarded(), transaction(self._connection):
            number = keep(self._connection, made, who=who, why=why, created=created)
            self._mark(stale=True)
        return number

    def judged(self) -> Iterator[tuple[Record, dict[str, str | None]]]:
        """Yield the records with judged reports, and what became of those: type and mode, None where rejected.

        A report that was only merged, split or redated keeps its type. A sentence that copies share is one of theirs.
        """
        keys = self._once({row for one in self._decided() for row in zip(one.subjects, one.evidence, strict=False)})
        with self._guarded():
            codes = {f"{a}#{r}": f"{t}/{m}" if m else t for a, r, t, m in self._connection.execute(REPORT_CODES)}
        for article, of in groupby(keys, key=_article):
            record = self.record(article)
            if record:
                yield record, {key.rpartition("#")[2]: codes.get(key) for key in of}

    def _once(self, judged: Iterable[Pair]) -> list[str]:
        """Return the keys of rows, given with their sentences, those of a sentence of copies from one article alone."""
        copies = {row.article: row for row in self.copies()}
        kept: dict[Pair, str] = {}
        keys: list[str] = []
        for key, sentence in sorted(judged, key=lambda row: (not _speaks(copies.get(_article(row[0]))), row)):
            article = _article(key)
            cluster = copies[article].cluster if article in copies else article
            if kept.setdefault((cluster, sentence), article) == article:
                keys.append(key)
        return sorted(keys)

    def judgements(self) -> Table[rows.JudgementRow]:
        """Return what persons decided, in order."""
        return self._view(rows.JudgementRow, None, None, None)

    def search(self, words: str, most: int = 50) -> tuple[tuple[str, int, int, str], ...]:
        """Return (article, start, end, text) of the sentences that hold the words, best first (FTS5 syntax).

        Raises `StoreError` where the words are no FTS5 query.
        """
        statement = """
            SELECT s.article, s.start, s."end", s.text FROM sentence_text AS f JOIN sentence AS s ON s.id = f.rowid
            WHERE sentence_text MATCH ? ORDER BY bm25(sentence_text), s.id LIMIT ?
        """
        try:
            return tuple(self._connection.execute(statement, (words, most)))
        except sqlite3.OperationalError as error:
            msg = f"cannot search for {words!r} ({error}); put words with signs between double quotes"
            raise StoreError(msg, where=str(self.path)) from error

    def _view(
        self,
        kind: type[R],
        dyad: Pair | None,
        first: date | None,
        last: date | None,
        *,
        where: str | None = None,
        value: str | None = None,
    ) -> Table[R]:
        if self.stale:
            self.relate()
        with self._guarded():
            return select(self._connection, kind, dyad=dyad, first=first, last=last, where=where, value=value)

    def _mark(self, *, stale: bool) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('stale', ?)", (str(int(stale)),))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with guarded(self.path):
            yield


def _article(key: str) -> str:
    """Return the article of a row's key."""
    return key.rpartition("#")[0]


def _speaks(copy: rows.CopyRow | None) -> bool:
    """Whether an article speaks for itself: it has no copies, or it is the one that speaks for them."""
    return copy is None or bool(copy.speaks)


def counting(parts: Iterable[rows.ContributionRow], day: date) -> tuple[rows.ContributionRow, ...]:
    """Return what of a pair's contributions still counts on a day, the most telling first, with their points."""
    lines = {(row.day, row.event, row.family): row for row in parts}
    counted = on_day([_part(row) for row in lines.values() if row.day <= day], day)
    return tuple(replace(lines[p.day, p.event, p.family], points=p.points) for p in counted)


def _part(row: rows.ContributionRow) -> Contribution:
    return Contribution(**{name: getattr(row, name) for name in columns(Contribution)})
