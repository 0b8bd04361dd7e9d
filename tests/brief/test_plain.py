"""The brief for the terminal and as Markdown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demarche import brief as briefs
from demarche.brief.summary import summary
from demarche.brief.terminal import spark, spark_range


def test_text_keeps_to_80_columns(store):
    """A terminal of 80 columns shows every line whole."""
    assert max(len(line) for line in briefs.text(store).splitlines()) <= 80


def test_text_tells_the_news(store):
    """Level, changes, sentences to read, open asks, disputed points and contacts stand in the short brief."""
    text = briefs.text(store)
    assert "It was highest on 27 Oct 1962, at 73." in " ".join(text.split())
    assert "  Strain: " in text
    assert "Since 13 Nov 1962\n  Index           56 → 38 on 24 Nov 1962" in text
    assert "▲ 27 Oct 1962: “WASHINGTON, Oct. 27 — A Soviet missile shot down" in text
    assert "Asked: Soviet Union to United States, 18 Oct 1962" in text
    assert "Who did it (Soviet Union attacks United States, 27 Oct 1962): Soviet Union" in text
    assert "Anatoly Dobrynin – Dean Rusk: message 1" in text


def test_the_short_brief_is_short(store):
    """Whoever runs a command reads little more than a screen."""
    assert len(briefs.text(store).splitlines()) <= 70


def test_a_flat_line_of_bars_stays_flat(brief):
    """Bars span at least twenty points, so that small moves do not look like news."""
    flat = [day for day in brief.days if day.day.month == 11 and 5 <= day.day.day <= 12]
    low, high = spark_range(flat)
    assert high - low == pytest.approx(20)
    assert not set(spark(flat)) & set("▁█")


def test_markdown_proves_each_event(store):
    """Each event of the timeline is followed by its sentence with the trigger in bold."""
    text = briefs.markdown(store)
    assert "▲ 27 Oct 1962: **Soviet Union attacks United States**. The Demarche Dispatch, 27 Oct" in text
    assert "A Soviet missile **shot down** an American U-2" in text
    assert "Accounts differ on who did it: Soviet Union (The Demarche Dispatch) or Cuba (the Pentagon)." in text


def test_markdown_has_the_sections_of_the_page(store):
    """Markdown tells what changed, what is open, what is disputed, who talks to whom and what to read."""
    text = briefs.markdown(store, since=date(1962, 10, 26))
    assert "Since 26 Oct 1962: what 5 articles tell that no earlier one did." in text
    for title in ("What changed", "To read", "Open", "Disputed", "Who talks to whom"):
        assert f"\n## {title}\n" in text
    assert "- Talks on missiles, Soviet Union and United States: agreed, 3 steps, 22–28 Oct 1962" in text
    assert "| Anatoly Dobrynin – Dean Rusk |" in text


def test_the_short_brief_reads_no_article(store):
    """What a terminal shows is in the tables of the store: no record is taken out for it."""

    class Closed(type(store)):
        def record(self, article):
            """Refuse."""
            raise AssertionError(article)

    assert "SOVIET UNION" in briefs.text(Closed())


def test_the_surest_turns_are_told(brief):
    """A jump on a day of little evidence gives way to smaller ones on days of much."""
    days = [replace(day, evidence=0.0 if n == 0 else 99.0) for n, day in enumerate(brief.days[:4])]
    one = brief.changes[0]
    turns = [replace(one, row=replace(one.row, day=d.day, before=50, after=80 - n)) for n, d in enumerate(days)]
    told = [line.text for line in summary(replace(brief, days=tuple(days), changes=tuple(turns)))]
    turned = [text for text in told if text.startswith("Turned")]
    assert [f"to {n}" in " ".join(turned) for n in (80, 79, 78, 77)] == [False, True, True, True]
