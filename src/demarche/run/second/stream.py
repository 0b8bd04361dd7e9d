"""The second reader beside the first: asked while the first goes on, in the order of the articles, never in its way."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING

from demarche.record import Problem, Record
from demarche.run.second.agreement import Agreement
from demarche.run.second.answer import check
from demarche.run.second.combine import combine
from demarche.run.second.prompt import Prompt, prompt_for

if TYPE_CHECKING:
    from demarche.codebook import Plover

__all__ = ["Ask", "Second"]

Ask = Callable[[Prompt], str]
"""Puts a question to a model and returns its answer; raises whatever it likes where there is none."""

AHEAD = 4
"""Articles that wait for each question under way: more would only hold memory."""


@dataclass(slots=True, kw_only=True)
class Second:
    """A second reader of a run: hand `over` the outcomes of the first, and read `agreement` afterwards.

    `at_once` is the number of questions under way together.
    """

    ask: Ask
    name: str
    plover: Plover
    at_once: int = 4
    agreement: Agreement = field(default_factory=Agreement)

    def over(self, outcomes: Iterator[Record | Problem]) -> Iterator[Record | Problem]:
        """Yield the outcomes in their order, records with both readers' reports; without an answer, as they were."""
        desk = _Desk(self.ask, self.at_once)
        waiting: deque[tuple[Record | Problem, Future[str] | None]] = deque()
        try:
            for outcome in outcomes:
                waiting.append((outcome, self._asked(desk, outcome)))
                while waiting and (len(waiting) > self.at_once * AHEAD or _is_ready(waiting[0][1])):
                    yield self._settled(*waiting.popleft())
            while waiting:
                yield self._settled(*waiting.popleft())
        finally:
            for answer in (answer for _, answer in waiting if answer):
                answer.cancel()
            desk.close()

    def _asked(self, desk: _Desk, outcome: Record | Problem) -> Future[str] | None:
        if isinstance(outcome, Problem):
            return None
        return desk.put(prompt_for(outcome.article, self.plover))

    def _settled(self, outcome: Record | Problem, answer: Future[str] | None) -> Record | Problem:
        if isinstance(outcome, Problem) or answer is None:
            return outcome
        try:
            checked = check(answer.result(), outcome.article, self.plover)
        except Exception as error:  # noqa: BLE001 - whatever ails the second reader, the first one's record stands
            self.agreement = self.agreement.with_failure(" ".join(str(error).split()) or type(error).__name__)
            return outcome
        self.agreement = self.agreement.with_answer(outcome, checked)
        return combine(outcome, checked.told, self.plover, self.name)


def _is_ready(answer: Future[str] | None) -> bool:
    return answer is None or answer.done()


class _Desk:
    """Threads that put questions, a few at once. They end with the process: nobody who stops a run waits for them."""

    __slots__ = ("_ask", "_questions", "_threads")

    def __init__(self, ask: Ask, threads: int) -> None:
        """Start the threads."""
        self._ask = ask
        self._threads = threads
        self._questions: SimpleQueue[tuple[Prompt, Future[str]] | None] = SimpleQueue()
        for number in range(threads):
            threading.Thread(target=self._work, name=f"second-reader-{number}", daemon=True).start()

    def put(self, prompt: Prompt) -> Future[str]:
        """Queue a question and return its answer to come."""
        answer: Future[str] = Future()
        self._questions.put((prompt, answer))
        return answer

    def close(self) -> None:
        """Let the threads go when they have done what is under way."""
        for _ in range(self._threads):
            self._questions.put(None)

    def _work(self) -> None:
        while question := self._questions.get():
            prompt, answer = question
            if not answer.set_running_or_notify_cancel():
                continue
            try:
                answer.set_result(self._ask(prompt))
            except BaseException as error:  # noqa: BLE001 - told to who waits for the answer
                answer.set_exception(error)
