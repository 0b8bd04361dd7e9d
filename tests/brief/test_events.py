"""Accounts differ where they cannot all be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from demarche.brief.events import agreed, chosen, differences, event_lines, ranked_differences
from demarche.store.rows import EventValueRow


def _value(field, value, said_by="", article="a1", day=1):
    return EventValueRow(
        event="ev1",
        field=field,
        value=value,
        consensus=False,
        articles=1,
        said_by=(said_by,),
        first_said=date(1962, 10, day),
        article=article,
        evidence=value,
        start=0,
        end=1,
    )


def _disputed(store, *values):
    articles = {f"a{n}": replace(row, article=f"a{n}") for n, row in enumerate(store.articles())}
    found = differences(values, articles)
    return ranked_differences(found, event_lines(store.events()[:3], {}, found), 9)


@pytest.mark.parametrize(
    ("field", "one", "other", "clash"),
    [
        ("who", "SUN", "CUB", True),
        ("who", "SUN", "SUN, USA", False),
        ("who", "SUN", "Stevenson", False),
        ("day", "1962-10-22", "1962-10-23", True),
        ("day", "1962-10-22", "1962-10-01/1962-10-31", False),
        ("status", "planned", "happened", False),
        ("status", "denied", "happened", True),
        ("number:ships", "16", "5", True),
    ],
)
def test_only_contradictions_are_disputed(store, field, one, other, clash):
    """More sides, wider days, a plan carried out contradict nothing; nor does a name that may be either side's."""
    found = _disputed(store, _value(field, one, "Tass"), _value(field, other, "Reuters"))
    assert bool(found) == clash


def test_who_contradicts_himself_disputes_nothing(store):
    """One voice that says two things was misread or put itself right."""
    assert _disputed(store, _value("who", "SUN", "Tass"), _value("who", "CUB", "Tass")) == ()
    assert _disputed(store, _value("who", "SUN"), _value("who", "CUB")) == ()
    assert len(_disputed(store, _value("who", "SUN"), _value("who", "CUB", article="a2"))) == 1


def test_values_are_put_in_words(store):
    """Codes become names and days are written out."""
    (who,) = _disputed(store, _value("who", "SUN", "Tass"), _value("who", "CUB, USA", "Reuters", day=3))
    assert [v.value for v in who.given] == ["Soviet Union", "Cuba and United States"]
    assert who.since == date(1962, 10, 3)
    (day,) = _disputed(store, _value("day", "1962-10-22", "Tass"), _value("day", "1962-10-24/..", "Reuters"))
    assert [v.value for v in day.given] == ["22 Oct 1962", "since 24 Oct 1962"]


def test_room_is_kept_for_what_is_new(store):
    """The first rows are kept, and of what was first told after a day as many as fill half the room."""
    rows = store.events()
    assert chosen(rows, {}, 3, None) == rows[:3]
    kept = chosen(rows, {}, 4, date(1962, 11, 1))
    assert {r.event for r in kept[:2]} == {"ev23", "ev24"}
    assert kept[2:] == rows[:2]


def test_background_is_smaller_than_news(store):
    """What was over long before anybody told of it, and what happens ever again, counts three tenths."""
    (news,) = event_lines(store.events()[:1], {}, {})
    told = news.told
    for row in (
        replace(news.row, first=told - timedelta(400), last=told - timedelta(300)),
        replace(news.row, status="habitual"),
    ):
        assert replace(news, row=row).size == pytest.approx(0.3 * news.size)


def test_an_article_that_names_others_does_not_make_an_act_larger(store):
    """Of three articles all of which name one side, and one the other, two count."""
    row = replace(store.events()[0], articles=3)
    values = (
        replace(_value("who", "SUN"), articles=2, consensus=True),
        _value("who", "SUN, CUB", article="a3"),
        replace(_value("whom", "USA"), consensus=True),
        _value("whom", "GBR", article="a2"),
    )
    (line,) = event_lines([row], {}, {}, agreed(replace(v, event=row.event) for v in values))
    (alone,) = event_lines([row], {}, {})
    assert (line.agreeing, alone.agreeing) == (2, 3)


def test_an_act_that_nobody_dates_is_smaller(store):
    """Who only has the day of the news as the day of an act tells of half an act; without a first day, of less."""
    (line,) = event_lines(store.events()[:1], {}, {})
    said = replace(line, row=replace(line.row, basis="said"))
    assert replace(line, row=replace(line.row, basis="published")).size == pytest.approx(said.size / 2)
    assert replace(line, row=replace(line.row, basis="said", first=None)).size == pytest.approx(0.3 * said.size)
