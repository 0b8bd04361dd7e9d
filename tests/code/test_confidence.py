"""Scores become probabilities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.code.confidence import calibrated, with_confidence
from tests.sample import report


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_greater_score_is_never_less_probable(a: float, b: float) -> None:
    """The order of reports stays, and every probability lies inside (0, 1)."""
    low, high = sorted((a, b))
    assert 0 < calibrated(low) <= calibrated(high) < 1


@pytest.mark.parametrize(("score", "probability"), [(0.34, 0.59), (0.45, 0.71), (0.65, 0.86), (0.89, 0.97)])
def test_probabilities_are_those_that_were_measured(score: float, probability: float) -> None:
    """Of the reports read by hand with such a score, about so many were right."""
    assert calibrated(score) == pytest.approx(probability, abs=0.01)


def test_a_report_carries_its_probability() -> None:
    """Nothing else of it changes."""
    before = report()
    (after,) = with_confidence([before])
    assert after.confidence == round(calibrated(before.confidence), 3)
    assert (after.id, after.type, after.trigger) == (before.id, before.type, before.trigger)
