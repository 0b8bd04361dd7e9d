"""What a script uses: read articles, code them, keep them in a store, and ask what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from demarche.errors import InputError
from demarche.read import read as read_sources
from demarche.read.draft import Draft, finish
from demarche.record import Article, Problem, Record, TimeInterval
from demarche.run.executors import choose
from demarche.run.pipeline import Pipeline, Setup
from demarche.store import Added, Store

__all__ = ["Day", "Dossier", "as_interval", "code", "code_all", "open", "read"]

Day = str | date | TimeInterval | None


def as_interval(day: Day) -> TimeInterval | None:
    """Make a day strict: an ISO date (whole, or a year or month), a date, an interval; raises `DateError`."""
    if isinstance(day, str):
        return TimeInterval.parse(day)
    return TimeInterval.day(day) if isinstance(day, date) else day


def read(*inputs: str | Path, published: Day = None) -> Iterator[Article | Problem]:
    """Yield the article, or the problem, of each row, file and folder named (`-` is standard input), in order.

    `published` goes before every date found in the input. Raises `DateError` at once when it is none; what is wrong
    with an input is never raised: it is a `Problem` that says why.
    """
    return read_sources(*inputs, published=as_interval(published))


@lru_cache(maxsize=2)
def _pipeline(codebook: Path | None) -> Pipeline:
    return Pipeline.load(Setup(codebook=codebook))


def code(text: str | Article, *, published: Day = None, codebook: str | Path | None = None) -> Record:
    """Return the record of one article; without `published`, relative times stay without days.

    `codebook` is a folder of tables that go over the shipped ones. The model is loaded at the first call and kept, the
    folder read once. Raises `InputError` when there are no words, or when the article cannot be coded, and
    `CodebookError` for a fault in the folder.
    """
    article = text if isinstance(text, Article) else finish(Draft(id="text", text=text), as_interval(published))
    found = _pipeline(Path(codebook) if codebook else None).code(article)
    if isinstance(found, Problem):
        raise InputError(found.why, where=found.id)
    return found


def code_all(
    items: Iterable[Article | Problem], *, setup: Setup | None = None, workers: int | None = None
) -> Iterator[Record | Problem]:
    """Yield a record or a problem for each item, in order; `workers` `None` takes all cores when there are many."""
    executor, stream = choose(items, workers)
    return executor(stream, setup or Setup())


@dataclass(slots=True)
class _Skips:
    """Hands on what the store does not have yet, and counts the rest."""

    has: Callable[[str, str, str], bool]
    coder: str
    number: int = 0

    def new(self, items: Iterable[Article | Problem | Record]) -> Iterator[Article | Problem | Record]:
        for item in items:
            if isinstance(item, Article) and self.has(item.id, item.sha256, self.coder):
                self.number += 1
            else:
                yield item


class Dossier(Store):
    """A store to which articles can be added: what is new is coded, what is known is skipped."""

    def add(
        self,
        items: Iterable[Article | Record | Problem],
        *,
        setup: Setup | None = None,
        workers: int | None = None,
        seen: Callable[[Record | Problem], None] | None = None,
        coder: str | None = None,
        through: Callable[[Iterator[Record | Problem]], Iterator[Record | Problem]] | None = None,
    ) -> Added:
        """Code what is new and keep it; say how many were added, replaced, skipped, and not readable.

        An article that another codebook coded is coded anew; `coder` is what the store is told of records that were
        coded elsewhere. Each article is kept as soon as it is coded, so that a run that was stopped goes on where it
        was. `seen` is called with every outcome; `through` gets them first, as a second reader does. Raises
        `StoreError` when the store cannot be written; what is in it stays.
        """
        made = setup or Setup()
        by = coder or made.coder
        skips = _Skips(has=self.has, coder=by)
        outcomes = _outcomes(skips.new(items), made, workers)
        outcomes = through(outcomes) if through else outcomes
        added = super().add(_watched(outcomes, seen) if seen else outcomes, coder=by)
        return replace(added, skipped=added.skipped + skips.number)


def _outcomes(
    items: Iterable[Article | Record | Problem], setup: Setup, workers: int | None
) -> Iterator[Record | Problem]:
    """Code the articles among the items; records pass as they are when nothing has to be coded before them."""
    stream = iter(items)
    for item in stream:
        if isinstance(item, Article):
            yield from code_all(_articles(item, stream), setup=setup, workers=workers)
        else:
            yield item


def _articles(first: Article, rest: Iterable[Article | Record | Problem]) -> Iterator[Article | Problem]:
    yield first
    for item in rest:
        if isinstance(item, Record):
            msg = "records and articles cannot be added in one call; add the records first"
            raise InputError(msg, where=item.article.id)
        yield item


def _watched(items: Iterable[Record | Problem], seen: Callable[[Record | Problem], None]) -> Iterator[Record | Problem]:
    for item in items:
        yield item
        seen(item)


def open(path: str | Path = "demarche.db", *, create: bool = True) -> Dossier:  # noqa: A001 - demarche.open
    """Open a store, made if need be; use it in a `with` block.

    Raises `StoreError` when the file is no store or cannot be opened, `NewerStore` when a newer demarche wrote it.
    """
    return Dossier.open(Path(path), create=create)
