"""The measures of coreference, on chains small enough to count by hand."""

from __future__ import annotations

import pytest

from demarche.evaluate.coref import Score, best_pairs, conll


def scores() -> dict[str, Score]:
    """Return empty counts."""
    return {"muc": Score(), "b3": Score(), "ceafe": Score()}


def test_equal_chains_score_one() -> None:
    """The gold against itself is 1 on each measure."""
    found, chains = scores(), [frozenset({1, 2, 3}), frozenset({4, 5})]
    conll(chains, chains, found)
    assert [s.f1 for s in found.values()] == [1.0, 1.0, 1.0]


def test_split_chain_loses_a_link() -> None:
    """A chain of three answered as two and one loses one of two links."""
    found = scores()
    conll([frozenset({1, 2, 3})], [frozenset({1, 2})], found)
    assert found["muc"].f1 == pytest.approx(2 / 3)
    assert found["b3"].found == pytest.approx(4 / 3)
    assert found["ceafe"].found == pytest.approx(0.8)


def test_best_pairs_are_found() -> None:
    """The Hungarian method takes the best sum, not the best single pair."""
    assert best_pairs([[0.9, 0.8], [0.8, 0.1]]) == pytest.approx(1.6)
