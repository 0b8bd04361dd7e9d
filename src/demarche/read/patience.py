"""Waiting for hosts: what fails for a while is tried again, as long after as the host says."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    import httpx

__all__ = ["NotNow", "Patience", "settled"]

LATER: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
"""Statuses of answers that may be others in a while."""

Answer = TypeVar("Answer")


class NotNow(Exception):
    """A try that may succeed in a while: why it failed, and after how many seconds the host wants the next one."""

    def __init__(self, why: str, after: float | None = None) -> None:
        """Take the reason, which is the message."""
        super().__init__(why)
        self.after = after


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often something is tried, and how many seconds lie between the first two tries and, at most, any two.

    Each wait is twice as long as the one before, or as long as the host asks for; `sleep` is that of the machine but
    in tests.
    """

    tries: int
    backoff: float
    longest: float
    sleep: Callable[[float], None] = time.sleep

    def ask(self, once: Callable[[], Answer]) -> Answer:
        """Return what the first try that succeeds gives.

        Raises the `NotNow` of the last try, or of one after which the host wants more time than the longest wait.
        """
        wait = self.backoff
        for _ in range(self.tries - 1):
            try:
                return once()
            except NotNow as later:
                if (later.after or wait) > self.longest:
                    raise
                self.sleep(later.after or wait)
            wait *= 2
        return once()


def settled(answer: httpx.Response) -> httpx.Response:
    """Return an answer that will stay as it is, good or bad; raises `NotNow` for another."""
    if answer.status_code in LATER:
        msg = f"answers {answer.status_code}"
        raise NotNow(msg, _asked_for(answer))
    return answer


def _asked_for(answer: httpx.Response) -> float | None:
    """Return the seconds that a host asks to wait: a number, or until a date."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
