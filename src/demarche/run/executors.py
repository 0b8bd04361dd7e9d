"""Ways to code many articles: here, or on all cores. One signature, the order of the input, bounded memory.

An executor takes articles (and problems, which it hands through) and yields a record or a problem for each, in order.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Self

from demarche.errors import DemarcheError
from demarche.record import Article, Problem, Record
from demarche.run.pipeline import Pipeline, Setup

__all__ = ["Executor", "Item", "Outcome", "choose", "processes", "serial"]

Item = Article | Problem
Outcome = Record | Problem
Executor = Callable[[Iterable[Item], Setup], Iterator[Outcome]]

FEW = 24
"""Articles below which a second process costs more time than it saves: it loads the model in 2 to 4 seconds."""
AHEAD = 4
"""Articles that wait for each worker; more would only hold memory."""
DIED = "the process that coded it died, perhaps for want of memory; give it alone, or cut it into parts"


def serial(items: Iterable[Item], setup: Setup) -> Iterator[Outcome]:
    """Code the items one after the other, in this process."""
    pipeline: Pipeline | None = None
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        pipeline = pipeline or setup.load()
        yield pipeline.code(item)


def processes(workers: int) -> Executor:
    """Return an executor that codes on so many processes, each with a model of its own.

    An article whose worker dies is tried once more alone; if it dies again, it is a problem, and the run goes on.
    """

    def run(items: Iterable[Item], setup: Setup) -> Iterator[Outcome]:
        with _Crew(workers=workers, setup=setup) as crew:
            yield from crew.run(items)

    return run


def choose(items: Iterable[Item], workers: int | None = None) -> tuple[Executor, Iterator[Item]]:
    """Return the executor that suits the items, and the items again; `workers` 1 means here, `None` as it suits."""
    stream = iter(items)
    head = list(islice(stream, FEW)) if workers is None else []
    number = workers or (_cores() if len(head) == FEW else 1)
    return (serial if number == 1 else processes(number)), chain(head, stream)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_pipeline: Pipeline | DemarcheError | None = None
"""What a worker loaded when it started, or why it could not."""


def _start(setup: Setup) -> None:
    """Load the model once a worker; Ctrl-C is the parent's to handle."""
    global _pipeline  # noqa: PLW0603 - a process of its own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _pipeline = setup.load()
    except DemarcheError as error:
        _pipeline = error


def _end_with_parent() -> None:
    """Wait for the parent's end, and end then: a parent that was killed cannot tell its workers to stop."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def _code(article: Article) -> Outcome:
    if isinstance(_pipeline, Pipeline):
        return _pipeline.code(article)
    raise _pipeline or DemarcheError("a worker was not started")


@dataclass(slots=True, kw_only=True)
class _Crew:
    """Workers, and the items that wait for them in order; a pool that breaks is made anew."""

    workers: int
    setup: Setup
    waiting: deque[tuple[Item, Future[Outcome] | None]] = field(default_factory=deque)
    pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def run(self, items: Iterable[Item]) -> Iterator[Outcome]:
        for item in items:
            self.waiting.append((item, self._submit(item)))
            if len(self.waiting) > self.workers * AHEAD:
                yield self._next()
        while self.waiting:
            yield self._next()

    def _submit(self, item: Item) -> Future[Outcome] | None:
        if isinstance(item, Problem):
            return None
        try:
            return self._pool().submit(_code, item)
        except BrokenProcessPool:
            self._stop()
            return self._pool().submit(_code, item)

    def _next(self) -> Outcome:
        item, future = self.waiting.popleft()
        if isinstance(item, Problem) or future is None:
            return item if isinstance(item, Problem) else self._alone(item)
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(item)

    def _alone(self, article: Article) -> Outcome:
        """Code an article whose pool broke with nothing beside it, so that only its own death counts against it."""
        self._stop()
        self.waiting = deque((item, None) for item, _ in self.waiting)
        try:
            return self._pool().submit(_code, article).result()
        except BrokenProcessPool:
            self._stop()
            return Problem(id=article.id, why=DIED)

    def _pool(self) -> ProcessPoolExecutor:
        if self.pool is None:
            context = multiprocessing.get_context("spawn")
            self.pool = ProcessPoolExecutor(self.workers, context, initializer=_start, initargs=(self.setup,))
        return self.pool

    def _stop(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=False, cancel_futures=True)
            self.pool = None
