"""The brief for the terminal and as Markdown."""

from __future__ import annotations

from demarche import brief as briefs
from demarche.brief.terminal import spark, spark_range


def test_text_keeps_to_80_columns(store):
    """A terminal of 80 columns shows every line whole."""
    assert max(len(line) for line in briefs.text(store).splitlines()) <= 80


def test_text_tells_the_news(store):
    """Level, turn, events in their own words, open asks and differing numbers stand in the short brief."""
    text = briefs.text(store)
    assert "It\n    was highest on 27 Oct 1962, at 77." in text
    assert "▲ 27 Oct 1962: Soviet Union attacks United States (“shot down" in text
    assert "OPEN: Soviet Union to United States, 18 Oct 1962" in text
    assert "ships: 16 (naval intelligence) or 5 (the Pentagon)" in text


def test_a_flat_line_of_bars_stays_flat(brief):
    """Bars span at least twenty points, so that small moves do not look like news."""
    flat = [day for day in brief.days if day.day.month == 11 and 5 <= day.day.day <= 12]
    low, high = spark_range(flat)
    assert high - low == 20
    assert not set(spark(flat)) & set("▁█")


def test_markdown_proves_each_event(store):
    """Each event of the timeline is followed by its sentence with the trigger in bold."""
    text = briefs.markdown(store)
    assert "▲ 27 Oct 1962: **Soviet Union attacks United States**. The Demarche Dispatch, 27 Oct" in text
    assert "A Soviet missile **shot down** an American U-2" in text
    assert "Accounts differ on who did it: Soviet crew or Soviet or Cuban crew (the Pentagon)." in text
