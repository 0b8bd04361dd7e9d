"""The shipped reader and pipeline, loaded once for all evaluations of a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demarche.annotate.reader import Reader
    from demarche.run.pipeline import Pipeline

__all__ = ["pipeline", "reader"]


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Return the shipped reader on one thread."""
    from demarche.annotate.reader import Reader

    return Reader.load()


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    """Return the shipped pipeline."""
    from demarche.run.pipeline import Pipeline

    return Pipeline.load()
