"""The rooms in one line, for one article or many."""

from demarche.run.dossier import Dossier, as_interval, code, code_all, open, read  # noqa: A004 - demarche.open
from demarche.run.executors import Executor, choose, processes, serial
from demarche.run.pipeline import Pipeline, Setup, model_sha256

__all__ = [
    "Dossier",
    "Executor",
    "Pipeline",
    "Setup",
    "as_interval",
    "choose",
    "code",
    "code_all",
    "model_sha256",
    "open",
    "processes",
    "read",
    "serial",
]
