"""A chat endpoint of the OpenAI kind: asked patiently, its answers kept by content."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from demarche.errors import DemarcheError
from demarche.read.patience import NotNow, Patience, settled

if TYPE_CHECKING:
    import httpx

    from demarche.run.second import Ask, Prompt

__all__ = ["Chat", "Kept"]

KEY: Final = "DEMARCHE_SECOND_KEY"
"""The variable of the environment that holds the key; local endpoints need none."""
WAIT: Final = 120.0
"""Seconds that an endpoint has for an answer: a model on the user's own machine is slow."""
TRIES: Final = 4
BACKOFF: Final = 2.0
"""Seconds before the second try, twice as many before each further one."""
LONGEST_WAIT: Final = 60.0
"""Seconds that a try waits for an endpoint which says when to come again; one that wants more is not asked again."""


class NoAnswer(DemarcheError):
    """An endpoint that gave no answer; the run goes on without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """Asks one model at one endpoint. Safe to share between threads."""

    url: str
    model: str
    client: httpx.Client
    sleep: Callable[[float], None] = time.sleep

    @classmethod
    def make(cls, url: str, model: str, *, wait: float = WAIT) -> Self:
        """Return a chat with the key of the environment; raises `DemarcheError` where httpx is not installed.

        `url` is the base of the API (`http://localhost:11434/v1`), or the whole address of its chat completions.
        """
        try:
            import httpx
        except ImportError:
            msg = "a second reader needs httpx; install it with: pip install 'demarche[second]'"
            raise DemarcheError(msg) from None
        key = os.environ.get(KEY)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        whole = url if url.endswith("/completions") else f"{url.rstrip('/')}/chat/completions"
        return cls(url=whole, model=model, client=httpx.Client(timeout=wait, headers=headers))

    def __call__(self, prompt: Prompt) -> str:
        """Return the answer's text; raises `NoAnswer` when the last try failed too, or the endpoint refuses."""
        patience = Patience(tries=TRIES, backoff=BACKOFF, longest=LONGEST_WAIT, sleep=self.sleep)
        try:
            return patience.ask(lambda: self._tried(prompt))
        except NotNow as later:
            msg = f"{later}; it was asked {TRIES} times at most"
            raise NoAnswer(msg, where=self.url) from None

    def _tried(self, prompt: Prompt) -> str:
        """Return the answer; raises `NotNow` where another try may give one, `NoAnswer` where none will."""
        import httpx

        try:
            response = settled(self.client.post(self.url, json=self._body(prompt)))
        except httpx.TimeoutException:
            msg = "no answer in time"
            raise NotNow(msg) from None
        except httpx.TransportError as error:
            msg = f"cannot be reached ({error})"
            raise NotNow(msg) from None
        if not response.is_success:
            msg = f"it answered {response.status_code}; look at the address, the model's name and {KEY}"
            raise NoAnswer(msg, where=self.url)
        return _content(response)

    def _body(self, prompt: Prompt) -> dict[str, Any]:
        messages = [{"role": "system", "content": prompt.task}, {"role": "user", "content": prompt.article}]
        return {"model": self.model, "messages": messages, "temperature": 0}


def _content(response: httpx.Response) -> str:
    try:
        found = response.json()["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError):
        found = None
    if not isinstance(found, str):
        msg = "it answered without a message"
        raise NotNow(msg)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Keeps answers in a folder, one file each, named by the SHA-256 of model, task and article: asked once only."""

    ask: Ask
    model: str
    folder: Path

    def __call__(self, prompt: Prompt) -> str:
        """Return the answer that is kept, else ask and keep it."""
        path = self.folder / f"{_digest(self.model, prompt)}.json"
        try:
            return str(json.loads(path.read_text(encoding="utf-8"))["answer"])
        except (OSError, ValueError, KeyError, TypeError):
            answer = self.ask(prompt)
        self.folder.mkdir(parents=True, exist_ok=True)
        whole = path.with_suffix(f".{os.getpid()}")
        whole.write_text(json.dumps({"model": self.model, "answer": answer}, ensure_ascii=False), encoding="utf-8")
        whole.replace(path)
        return answer


def _digest(model: str, prompt: Prompt) -> str:
    return sha256(f"{model}\0{prompt.task}\0{prompt.article}".encode()).hexdigest()
