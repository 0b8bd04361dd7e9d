"""The chance of a report is that of its act with its sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.code.confidence import chance_with


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 2))
def test_a_likelier_act_is_never_a_less_likely_report(a: float, b: float, political: int) -> None:
    """The order of acts stays, and every chance lies inside (0, 1)."""
    low, high = sorted((a, b))
    assert 0 < chance_with(low, political) <= chance_with(high, political) < 1


@pytest.mark.parametrize(("political", "chance"), [(0, 0.51), (1, 0.58), (2, 0.65)])
def test_each_side_in_politics_makes_an_act_likelier(political: int, chance: float) -> None:
    """The same words report an act more often where states and their people stand on its sides."""
    assert chance_with(0.6, political) == pytest.approx(chance, abs=0.01)
