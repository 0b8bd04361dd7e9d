"""Judged sentences become blocks that the training reads."""

from __future__ import annotations

from pathlib import Path

from demarche.formats import sentences
from tests.sample import record
from training.sentences import parse


def test_a_judged_sentence_becomes_a_block(tmp_path: Path) -> None:
    """The decided type stands in it, and what is written is read again without a fault."""
    path = tmp_path / "judged.txt"
    assert sentences.write([(record(), {"r1": "SANCTION/withdraw"})], path) == 1
    lines = path.read_text().splitlines()
    assert lines == [
        "Canada expelled four Iranian diplomats on Monday.",
        "  SANCTION/withdraw happened | expelled | Canada > Iranian diplomats",
        "  names | LOC: Canada",
    ]
    assert [act.kind for act in parse(lines).acts] == ["SANCTION"]


def test_a_rejected_report_leaves_a_sentence_without_an_act(tmp_path: Path) -> None:
    """Such a sentence teaches that nothing is reported there."""
    path = tmp_path / "judged.txt"
    sentences.write([(record(), {"r1": None})], path)
    assert "SANCTION" not in path.read_text()
    assert path.read_text().startswith("Canada expelled")


def test_sentences_nobody_judged_are_not_written(tmp_path: Path) -> None:
    """A record without a judged report gives no block."""
    assert sentences.write([(record(), {})], tmp_path / "judged.txt") == 0
