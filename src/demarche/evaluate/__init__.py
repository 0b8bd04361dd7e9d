"""Accuracy and speed on public sets, each by one command and in the set's own format."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from demarche.evaluate.result import Evaluation, Measured
from demarche.run.pipeline import model_sha256

__all__ = ["SETS", "Evaluation", "Measured", "as_json", "machine", "measure"]


def _plain(name: str) -> Callable[[Path, str | None], Evaluation]:
    """Return the evaluation of a module of that name, imported when it is run."""

    def run(path: Path, _: str | None) -> Evaluation:
        from importlib import import_module

        found: Evaluation = import_module(f"demarche.evaluate.{name}").evaluate(path)
        return found

    return run


def _ner(path: Path, classes: str | None) -> Evaluation:
    from demarche.evaluate import ner

    return ner.evaluate(path, ner.classes(classes))


def _tempeval3(path: Path, _: str | None) -> Evaluation:
    from demarche.evaluate import loaded, tempeval3

    return tempeval3.evaluate(path, lambda article: loaded.pipeline().annotate(article).times)


SETS: Mapping[str, Callable[[Path, str | None], Evaluation]] = {
    "record": _plain("record"),
    "plv": _plain("plv"),
    "gsr": _plain("gsr"),
    "tempeval3": _tempeval3,
    "polnear": _plain("polnear"),
    "ner": _ner,
    "ud": _plain("ud"),
    "coref": _plain("coref"),
    "places": _plain("places"),
    "copies": _plain("copies"),
    "events": _plain("events"),
    "timelines": _plain("timelines"),
    "speed": _plain("speed"),
}
"""The evaluations by name."""


def measure(name: str, path: Path, *, classes: str | None = None) -> Measured:
    """Run one evaluation and time it. Raises `UnknownFormat` or `InputError` for a path that is not the set's."""
    start = time.perf_counter()
    evaluation = SETS[name](path, classes)
    seconds = time.perf_counter() - start
    return Measured(evaluation=evaluation, seconds=seconds, machine=machine(), model=model_sha256())


def machine() -> str:
    """Say on what machine this runs: processor, cores, Python."""
    import os

    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def as_json(found: Measured) -> dict[str, Any]:
    """Return the published shape of a measurement; measures are fractions, rounded to four places."""
    evaluation = found.evaluation
    speed = found.words_per_second
    return {
        "name": evaluation.name,
        "path": evaluation.path,
        "items": evaluation.items,
        "measures": {name: round(value, 4) for name, value in evaluation.measures.items()},
        "seconds": round(found.seconds, 3),
        "words_per_second": round(speed, 1) if speed else None,
        "machine": found.machine,
        "model": found.model,
        "notes": list(evaluation.notes),
    }
