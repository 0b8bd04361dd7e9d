"""What changed since a day is what no earlier article told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demarche.brief.content import Reading
from demarche.brief.gather import Limits, gather
from demarche.brief.news import news, since_line
from demarche.brief.since import changed, usual_day


@pytest.fixture
def since(brief):
    """Return what changed after the 26th of October."""
    return changed(brief, date(1962, 10, 26))


def _labels(events):
    return [event.label for event in events]


def _reading(brief, *days):
    article = brief.reading.articles[0]
    return Reading(articles=tuple(replace(article, published=day) for day in days), copies=(), problems=(), notes=())


def test_acts_are_those_first_told_after_the_day(since):
    """An act that an article of that day or before told is not new."""
    assert "Soviet Union attacks United States" in _labels(since.acts)
    assert "Soviet Union meets United States" not in _labels(since.acts)
    assert all(event.told > since.day for event in (*since.acts, *since.late))


def test_what_is_told_late_stands_apart(brief):
    """An act of before that is told only now is news of the past."""
    found = changed(brief, date(1962, 10, 17))
    told = next(e for e in brief.events if e.row.event == "ev9")
    assert told in found.acts
    old = replace(brief, events=(replace(told, row=replace(told.row, first=None, last=None)),))
    assert changed(old, date(1962, 10, 17)).late == old.events


def test_asks_answers_shifts_and_levers_are_told(brief):
    """Asks made, positions that moved and levers are compared by the day on which they were printed."""
    found = changed(brief, date(1962, 10, 21))
    assert [a.row.ask for a in found.asked] == ["k1", "k3"]
    assert [p.row.stance for p in found.shifted] == ["for"]
    assert [lever.row.lever for lever in found.levers] == ["naval quarantine"]


def test_an_answer_is_new_when_the_article_that_gives_it_is(brief):
    """An old ask that is answered now is an answer, not an ask."""
    (ask,) = (a for a in brief.asks if a.row.outcome == "accepted")
    told = replace(brief, asks=(replace(ask, row=replace(ask.row, answer_article="1962-10-28-agreement.md")),))
    found = changed(told, date(1962, 10, 26))
    assert (found.asked, len(found.answered)) == ((), 1)


def test_a_point_is_disputed_from_the_second_account_on(brief):
    """The first account of a number is no dispute."""
    (found,) = (d for d in brief.disputed if not d.number)
    first, second = found.values
    later = replace(found, values=(replace(first, first=date(1962, 10, 27)), replace(second, first=date(1962, 10, 29))))
    assert later.since == date(1962, 10, 29)
    assert changed(replace(brief, disputed=(later,)), date(1962, 10, 28)).disputed == (later,)
    assert changed(replace(brief, disputed=(later,)), date(1962, 10, 29)).disputed == ()


def test_the_index_is_compared_with_its_interval_of_then(since):
    """The reader is told whether the index left what was likely before."""
    line = news(since)[0].lines[0].text
    assert line.startswith(f"{since.before.index:.0f} → {since.after.index:.0f} on ")
    assert ("outside" in line) == since.moved


def test_no_article_is_no_news(brief):
    """After the last publication nothing is new, and that is said."""
    found = changed(brief, date(1963, 1, 1))
    assert news(found) == []
    assert since_line(found) == "No article was published after 1 Jan 1963."


def test_the_usual_day_is_a_week_back(brief):
    """A long dossier is compared with a week before its last publication."""
    assert usual_day(_reading(brief, date(1962, 9, 1), date(1962, 10, 1))) == date(1962, 9, 24)


def test_a_short_dossier_is_compared_with_the_day_before(brief):
    """A dossier of a few days is compared with its last publication day but one; one of a day with nothing."""
    assert usual_day(_reading(brief, date(1962, 9, 28), date(1962, 9, 29), date(1962, 10, 1))) == date(1962, 9, 29)
    assert usual_day(_reading(brief, date(1962, 9, 28))) is None
    assert usual_day(_reading(brief, None)) is None


def test_what_is_new_is_not_cut_off(store):
    """In a timeline that cannot show all, half of the room is kept for what is new."""
    brief = gather(store, limits=Limits(events=4), since=date(1962, 11, 1))
    assert {"ev23", "ev24"} <= {e.row.event for e in brief.events}
