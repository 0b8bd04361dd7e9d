"""The command line without a model."""

from dataclasses import dataclass, replace

import pytest

from demarche import run as run_room
from demarche.cli import edge
from demarche.record import Record
from demarche.run import Pipeline, Setup, dossier
from demarche.store.derive import derive
from tests.sample import record


def coded(article) -> Record:
    """Give every article the layers of the sample when its text is the sample's."""
    sample = record()
    return (
        replace(sample, article=article)
        if article.text.startswith(sample.article.text.strip())
        else Record(article=article)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeSetup(Setup):
    """A setup whose pipeline knows one text."""

    def load(self) -> Pipeline:
        """Give the pipeline."""
        return Pipeline(
            annotate=lambda article: article, resolve=lambda _: None, record=lambda article, _: coded(article)
        )


@pytest.fixture
def demarche(monkeypatch, capsys, tmp_path):
    """Run a command in an empty folder; returns exit code, standard output, standard error."""
    monkeypatch.setattr(dossier, "Setup", FakeSetup)
    monkeypatch.setattr(run_room, "Setup", FakeSetup)
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        code = edge.run([str(a) for a in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def related(monkeypatch) -> list[int]:
    """A list that grows by one each time that a store computes anew what follows from its articles."""
    counted: list[int] = []

    def counting(connection) -> None:
        counted.append(1)
        derive(connection)

    monkeypatch.setattr("demarche.store.store.derive", counting)
    return counted
