"""Accounts differ where they cannot all be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from demarche.brief.events import agreed, bearing, chosen, differences, event_lines, ranked_differences
from demarche.brief.gather import gather
from demarche.relate.blows import PART
from demarche.store.rows import EventValueRow, NoteRow

SHOT = "The plane was shot down over the island by a missile that {} had brought there in secret"


def _value(field, value, said_by="", article="a1", day=1, evidence=SHOT):
    return EventValueRow(
        event="ev1",
        field=field,
        value=value,
        consensus=False,
        articles=1,
        said_by=(said_by,),
        first_said=date(1962, 10, day),
        article=article,
        evidence=evidence.format(value),
        start=0,
        end=1,
    )


def _disputed(store, *values):
    articles = {f"a{n}": replace(row, article=f"a{n}") for n, row in enumerate(store.articles())}
    rows = [replace(row, event=f"ev{n}", quad=4, status="happened") for n, row in enumerate(store.events()[:3])]
    return ranked_differences(event_lines(rows, {}, differences(values, articles)), 9)


@pytest.mark.parametrize(
    ("field", "one", "other", "clash"),
    [
        ("who", "SUN", "CUB", True),
        ("who", "SUN", "SUN, USA", False),
        ("who", "SUN", "Stevenson", False),
        ("day", "1962-10-22", "1962-10-24", True),
        ("day", "1962-10-22", "1962-10-23", False),
        ("day", "1962-10-22", "1962-10-01/1962-10-31", False),
        ("status", "planned", "happened", False),
        ("status", "denied", "happened", True),
        ("type", "ASSAULT", "COERCE", False),
        ("number:ships", "16", "5", True),
    ],
)
def test_only_contradictions_are_disputed(store, field, one, other, clash):
    """More sides, wider or next days, a plan carried out contradict nothing; nor does a name that may be either's."""
    found = _disputed(store, _value(field, one, "Tass"), _value(field, other, "Reuters"))
    assert bool(found) == clash


def test_two_numbers_of_one_sentence_are_of_two_things(store):
    """Exports and imports in one breath do not contradict each other."""
    words = "Mexico exported 2 billion worth of goods and imported 34 billion"
    values = [_value("number:usd", number, by, evidence=words) for number, by in (("2", "Tass"), ("34", "Reuters"))]
    assert _disputed(store, *values) == ()


def test_accounts_far_from_each_other_are_of_two_acts(store):
    """Who did it is disputed between sentences that share their words; else it is more often another who did another."""
    far = "A patrol of Cuban gunners fired on two low-level flights and hit one of them at noon"
    assert _disputed(store, _value("who", "SUN", "Tass"), _value("who", "CUB", "Reuters", evidence=far)) == ()


def test_what_lasts_has_no_one_day_and_words_no_one_place(store):
    """Accounts of an act that goes on differ on no day, and those of a speech on no place."""
    days = [_value("day", day, by) for day, by in (("1962-10-22", "Tass"), ("1962-10-29", "Reuters"))]
    places = [_value("place", name, by) for name, by in (("Havana", "Tass"), ("Moscow", "Reuters"))]
    values = differences([*days, *places], {})
    row = replace(store.events()[0], event="ev1", quad=4, status="happened")
    for changed, points in (({}, 2), ({"status": "ongoing"}, 1), ({"quad": 3}, 1)):
        (line,) = event_lines([replace(row, **changed)], {}, values)
        assert len(line.differences) == points


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
    rows = [row for row in rows if row.status not in {"proposed", "hypothetical"}]
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
    """Of three articles all of which name one side, and one the other, one counts."""
    row = replace(store.events()[0], articles=3)
    values = (
        replace(_value("who", "SUN"), articles=2, consensus=True),
        _value("who", "SUN, CUB", article="a3"),
        replace(_value("whom", "USA"), consensus=True),
        _value("whom", "GBR", article="a2"),
    )
    (line,) = event_lines([row], {}, {}, agreed(replace(v, event=row.event) for v in values))
    (alone,) = event_lines([row], {}, {})
    assert (line.agreeing, alone.agreeing) == (1, 3)


def test_an_act_that_nobody_dates_is_smaller(store):
    """Two who only have the day of the news tell of half an act; one alone, or of what goes on, of less."""
    (line,) = event_lines(store.events()[:1], {}, {})
    said = replace(line, row=replace(line.row, basis="said"), agreeing=2)
    undated = replace(said, row=replace(said.row, basis="published"))
    assert undated.size == pytest.approx(said.size / 2)
    assert replace(undated, agreeing=1).size == pytest.approx(0.3 * said.size / 2)
    assert replace(undated, row=replace(undated.row, status="ongoing")).size == pytest.approx(0.3 * said.size)
    assert replace(said, row=replace(said.row, first=None)).size == pytest.approx(0.3 * said.size)
    assert replace(said, row=replace(said.row, last=None)).size == pytest.approx(said.size / 2)


def test_what_is_told_too_vaguely_is_no_news(store):
    """A deed of any day of a year may be old, and counts as background does; a plan for next year is news."""
    (line,) = event_lines(store.events()[:1], {}, {})
    year = replace(line, row=replace(line.row, first=date(1962, 1, 1), last=date(1962, 12, 31)))
    assert (line.is_background, year.is_background) == (False, True)
    assert not replace(year, row=replace(year.row, status="planned")).is_background


def test_the_day_of_the_news_is_not_that_of_the_act(store):
    """A deed that nobody dates is shown with the day on which it was told, and said to be."""
    row = replace(store.events()[0], first=date(1962, 10, 22), last=date(1962, 10, 22), basis="said", status="happened")
    lines = event_lines([row, replace(row, basis="published")], {}, {})
    assert [line.when for line in lines] == ["22 Oct 1962", "told 22 Oct 1962"]


def test_the_trigger_is_marked_where_it_stands(store):
    """The first `ships` of a sentence is not the second one."""
    told = store.reports()[0]
    sentence = "Sixteen ships of the line watched as the ships turned back."
    report = replace(told, article="a1", start=141, end=146, sentence_start=100, sentence=sentence)
    row = replace(store.events()[0], article="a1", start=141, end=146, sentence=sentence, trigger="ships", event="x")
    (line,) = event_lines([row], {"x": [report]}, {})
    assert (line.before, line.trigger, line.after) == (sentence[:41], "ships", " turned back.")


def test_a_side_that_nobody_names_goes_by_its_codes(store):
    """Where a text has but a pronoun, the name is that of the code."""
    row = replace(store.events()[0], source_names=(), target_names=())
    (line,) = event_lines([row], {}, {})
    assert line.label.startswith("Soviet Union")


def test_an_event_is_as_large_as_what_it_weighs_on_the_curve(store):
    """What acts for no state is smaller than its act, and an ask larger, as both are on the curve."""
    row = store.events()[0]
    (plain,) = event_lines([row], {}, {})
    (private,) = event_lines([row], {}, {}, None, {row.event: 0.3 * row.weight})
    (asked,) = event_lines([row], {}, {}, None, {row.event: 2.5 * row.weight})
    assert (private.size, asked.size) == (pytest.approx(0.3 * plain.size), pytest.approx(2.5 * plain.size))


def test_what_a_third_does_to_both_is_told_aside(store):
    """An act weighs between two where one acts on the other, or both act together; else three tenths."""
    row = replace(store.events()[0], weight=9.0)
    aimed = replace(row, event="aimed", sources=("SUN", "CUB"), targets=("USA",))
    both = replace(row, event="both", sources=("CUB",), targets=("SUN", "USA"))
    joint = replace(row, event="joint", sources=("SUN", "USA"), targets=())
    assert bearing([aimed, both, joint], [], ("SUN", "USA")) == {"both": pytest.approx(2.7)}
    part = replace(store.contributions()[0], event="both", weight=2.0)
    assert bearing([aimed, both, joint], [part], ("SUN", "USA")) == {"both": 2.0}


def test_a_part_of_an_attack_has_no_line_of_its_own(store, monkeypatch):
    """What is told as part of another attack is on no curve and not on the timeline."""
    hidden = store.events(dyad=("SUN", "USA"))[0].event
    monkeypatch.setattr(store, "notes", lambda: [NoteRow(about=hidden, note=f"on no curve: {PART}")])
    assert hidden not in {line.row.event for line in gather(store).events}
