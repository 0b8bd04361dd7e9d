"""Cost per article of a growing dossier: seconds and peak memory of coding, relating, the brief, and a second run.

python bench/flat.py TABLE... [--sizes 100,300,1000] [--published DATE]

TABLE is a file of articles that `demarche run` takes, or a store (.db) whose records are related without being coded
again. The articles of all tables are taken in order; each size runs in a process of its own, so that its peak memory is
its own. Seconds are those of the processor, on one core. What is flat in the last columns costs the same for each
article, however many there are.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from json import dumps, loads
from pathlib import Path

from demarche import brief
from demarche.read import read
from demarche.record import Article, Problem, Record, TimeInterval
from demarche.run import Setup, code_all
from demarche.store import Store

SIZES = "100,300,1000"
HEAD = (
    "articles",
    "reports",
    "code",
    "add",
    "relate",
    "brief",
    "again",
    "code MB",
    "peak MB",
    "code/1",
    "relate/1",
    "again/1",
)
"""Columns: seconds, but for the counts and the megabytes; `/1` is for one article, in milliseconds. `again` is a second
run over the same articles: what the store knows is skipped, and the brief is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one size costs."""

    articles: int
    reports: int
    code: float
    add: float
    relate: float
    brief: float
    again: float
    code_mb: int
    peak_mb: int

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of a line."""
        seconds = (self.code, self.add, self.relate, self.brief, self.again)
        each = (self.code, self.relate, self.again)
        return (
            *map(str, (self.articles, self.reports)),
            *(f"{s:.2f}" for s in seconds),
            *map(str, (self.code_mb, self.peak_mb)),
            *(f"{1000 * s / max(1, self.articles):.1f}" for s in each),
        )


def main() -> None:
    """Print a line for each size."""
    given = _parsed()
    print(" ".join(f"{name:>9}" for name in HEAD))
    for size in map(int, given.sizes.split(",")):
        made = measure(given.tables, size, given.published) if given.here else _apart(size)
        if given.here:
            print(dumps(asdict(made)))
        else:
            print(" ".join(f"{cell:>9}" for cell in made.row), flush=True)


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="+", type=Path)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--published", type=TimeInterval.parse)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _apart(size: int) -> Cost:
    """Measure one size in a process of its own."""
    command = [sys.executable, *sys.argv, "--sizes", str(size), "--here"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very script
    return Cost(**loads(done.stdout.splitlines()[-1]))


def measure(tables: list[Path], size: int, published: TimeInterval | None) -> Cost:
    """Code, keep, relate and brief the first `size` articles, then run over them again."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "flat.db") as store:
        taken, code = timed(lambda: _kept(store, islice(_records(tables, published), size)))
        code_mb = _peak()
        gc.collect()
        _, relate = timed(store.relate)
        _, told = timed(lambda: _told(store))
        _, again = timed(lambda: _again(store, tables, published, size))
        reports = sum(row.reports for row in store.events())
        return Cost(
            articles=len(store),
            reports=reports,
            code=code - taken,
            add=taken,
            relate=relate,
            brief=told,
            again=again,
            code_mb=code_mb,
            peak_mb=_peak(),
        )


def timed(job: Callable[[], object]) -> tuple[float, float]:
    """Return what a job returns, where that is a number, and the seconds of the processor that it took."""
    before = time.process_time()
    made = job()
    return made if isinstance(made, float) else 0.0, time.process_time() - before


def _kept(store: Store, records: Iterator[Record | Problem]) -> float:
    """Keep records as they come; return the seconds that keeping took."""
    return sum(timed(lambda one=record: store.add([one]))[1] for record in records)  # type: ignore[misc]


def _records(tables: list[Path], published: TimeInterval | None) -> Iterator[Record | Problem]:
    for table in tables:
        if table.suffix == ".db":
            with Store.open(table, create=False) as known:
                yield from known.records()
        else:
            yield from code_all(_articles(table, published), setup=Setup(), workers=1)


def _articles(table: Path, published: TimeInterval | None) -> Iterator[Article | Problem]:
    yield from read(table, published=published)


def _again(store: Store, tables: list[Path], published: TimeInterval | None, size: int) -> None:
    _known(store, tables, published, size)
    _told(store)


def _known(store: Store, tables: list[Path], published: TimeInterval | None, size: int) -> None:
    """Read the articles once more, and ask the store for each."""
    readable = [table for table in tables if table.suffix != ".db"]
    for article in islice((a for table in readable for a in _articles(table, published)), size):
        if isinstance(article, Article) and not store.has(article.id, article.sha256):
            msg = f"{article.id} is not known"
            raise AssertionError(msg)


def _told(store: Store) -> None:
    brief.html(store)
    brief.text(store)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
