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
"""Seconds that a try waits at most, whatever the endpoint asks for."""
AGAIN: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504})


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
        why = ""
        for attempt in range(TRIES):
            if attempt:
                self.sleep(min(LONGEST_WAIT, BACKOFF * 2 ** (attempt - 1)))
            answer, why = self._try(prompt)
            if answer is not None:
                return answer
        msg = f"{why}, {TRIES} times"
        raise NoAnswer(msg, where=self.url)

    def _try(self, prompt: Prompt) -> tuple[str | None, str]:
        """Return the answer, or why there is none; waits first where the endpoint says for how long."""
        import httpx

        try:
            response = self.client.post(self.url, json=self._body(prompt))
        except httpx.TimeoutException:
            return None, "no answer in time"
        except httpx.TransportError as error:
            return None, f"cannot be reached ({error})"
        if response.status_code in AGAIN:
            self.sleep(_asked_for(response))
            return None, f"it answered {response.status_code}"
        if not response.is_success:
            msg = f"it answered {response.status_code}; look at the address, the model's name and {KEY}"
            raise NoAnswer(msg, where=self.url)
        return _content(response), "it answered without a message"

    def _body(self, prompt: Prompt) -> dict[str, Any]:
        messages = [{"role": "system", "content": prompt.task}, {"role": "user", "content": prompt.article}]
        return {"model": self.model, "messages": messages, "temperature": 0}


def _asked_for(response: httpx.Response) -> float:
    said = response.headers.get("Retry-After", "")
    return min(LONGEST_WAIT, float(said)) if said.isdigit() else 0.0


def _content(response: httpx.Response) -> str | None:
    try:
        found = response.json()["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    return found if isinstance(found, str) else None


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
