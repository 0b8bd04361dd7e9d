"""Setups without a model, importable by worker processes."""

import os
from dataclasses import dataclass
from types import SimpleNamespace

from demarche.errors import ModelError
from demarche.record import Article, Record
from demarche.run import Pipeline, Setup


def article(identity: str, text: str = "Some words.") -> Article:
    """An article of these words."""
    return Article(id=identity, text=text, sha256=f"{abs(hash((identity, text))):0<64}")


def read(given: Article) -> SimpleNamespace:
    """Fail or die where the text says so."""
    if "fail" in given.text:
        msg = f"cannot read {given.id}"
        raise ValueError(msg)
    if "die" in given.text:
        os._exit(9)
    return SimpleNamespace(article=given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fake(Setup):
    """A setup whose pipeline gives empty records."""

    def load(self) -> Pipeline:
        """Give the pipeline."""
        return Pipeline(
            annotate=read, resolve=lambda _: None, record=lambda reading, _: Record(article=reading.article)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent(Setup):
    """A setup whose weights are not there."""

    def load(self) -> Pipeline:
        """Fail as a setup without weights does."""
        msg = "the weights are absent"
        raise ModelError(msg)
