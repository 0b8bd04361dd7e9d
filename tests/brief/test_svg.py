"""Geometry: scales, ticks of time, elements."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.brief.svg import Scale, element, lanes, line, time_ticks, triangle


def test_a_scale_takes_ends_to_ends():
    """The ends of the data fall on the ends of the drawing, a lone value on the middle."""
    down = Scale(low=0, high=100, start=200, end=0)
    assert [down(0), down(50), down(100)] == [200, 100, 0]
    assert Scale(low=5, high=5, start=0, end=10)(5) == 5


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 20_000), st.integers(2, 12))
def test_ticks_lie_within_the_days_and_are_few(first, span, most):
    """From a day to a century there are never more ticks than asked for, and none outside."""
    last = first + timedelta(span)
    ticks = time_ticks(first, last, most)
    assert len(ticks) <= most
    assert all(first <= t.day <= last for t in ticks)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(1962, 10, 21), date(1962, 10, 24), ["21 Oct 1962", "22 Oct", "23 Oct", "24 Oct"]),
        (date(1962, 10, 1), date(1963, 2, 1), ["Oct 1962", "Nov", "Dec", "Jan 1963", "Feb"]),
        (date(1960, 1, 1), date(1963, 1, 1), ["1960", "1961", "1962", "1963"]),
    ],
)
def test_the_year_is_written_where_it_changes(first, last, labels):
    """An axis says everything once."""
    assert [t.label for t in time_ticks(first, last, 5)] == labels


def test_what_is_written_is_escaped():
    """Words of an article cannot become elements of the page."""
    assert element("text", '<b> & "', x=1.0, class_="a") == '<text x="1" class="a">&lt;b&gt; &amp; &#34;</text>'


def test_paths_are_short():
    """Coordinates have one decimal at most."""
    assert line([(0, 0.04), (1.26, 2)]) == "M0 0L1.3 2"
    assert triangle(10, 10, 8, up=True) == "M6 13.6L14 13.6L10 6.4Z"


def test_labels_that_would_touch_take_another_lane():
    """Spans nearer than the gap do not share a lane."""
    assert lanes([(0, 10), (12, 20), (30, 40)], gap=8) == [0, 1, 0]
