"""Timelines: what is read of the sets, and which days are taken."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from demarche.errors import UnknownFormat
from demarche.evaluate import timeline_sets
from demarche.evaluate.timelines import Heap, best_days, date_f1, heap
from demarche.record import Precision, Span, TimeExpression, TimeInterval, TimeType
from tests.merge.build import Act, record

FIRST, SECOND, THIRD = (date(2024, 1, n) for n in (8, 9, 20))
MET = Act(
    sentence="Turkey met Syria on Monday.", trigger="met", type="CONSULT", source="TUR", target="SYR", on="2024-01-08"
)


def test_as_many_days_as_the_gold_inside_its_range():
    """Days outside the range of the gold are taken only when it is free."""
    weight = {FIRST: 1.0, SECOND: 2.0, THIRD: 9.0}
    gold = frozenset({FIRST, SECOND})
    assert date_f1(gold, weight) == 1.0
    assert date_f1(gold, weight, free=True) == 0.5


def test_of_equal_days_the_earliest():
    """Days without weight are never taken; ties go to the earlier day."""
    assert best_days({SECOND: 1.0, FIRST: 1.0, THIRD: 0.0}, 1) == {FIRST}
    assert best_days({THIRD: 0.0}, 3) == frozenset()


def test_frequency_decides_and_events_break_ties():
    """A day named more often goes first; of equals the one with more events, then the one looked back at."""
    named = Counter({FIRST: 4, SECOND: 4, THIRD: 1})
    assert best_days(Heap(named=named, dated=Counter({SECOND: 2, THIRD: 9})).weight, 2) == {FIRST, SECOND}
    assert best_days(Heap(named=named, dated=Counter({SECOND: 2})).weight, 1) == {SECOND}
    assert best_days(Heap(named=named, looked_back=Counter({SECOND: 1})).weight, 1) == {SECOND}


def test_a_mention_by_its_date_counts_more():
    """A day told by its date goes before one that is named as often by its weekday."""
    named = Counter({FIRST: 4, SECOND: 4})
    assert best_days(Heap(named=named, by_date=Counter({SECOND: 4})).weight, 1) == {SECOND}
    assert best_days(Heap(named=named + Counter({FIRST: 3}), by_date=Counter({SECOND: 4})).weight, 1) == {FIRST}


@pytest.mark.parametrize(
    ("text", "anchor", "dated"),
    [("Sept. 11", "publication", True), ("2011-01-25", None, True), ("on Tuesday", "publication", False)],
)
def test_a_date_holds_on_any_day(text, anchor, dated):
    """A month's name or a whole date gives the date; a weekday does not."""
    interval = TimeInterval.day(FIRST, Precision.DAY)
    time = TimeExpression(
        id="t1",
        span=Span(start=0, end=len(text), text=text),
        type=TimeType.DATE,
        value="",
        interval=interval,
        anchor=anchor,
    )
    told = replace(record("a1", MET), times=(time,))
    assert heap([told]).by_date == (Counter({FIRST: 1}) if dated else Counter())


def test_two_articles_on_one_act_date_one_event():
    """Events of a day are counted, not their reports."""
    again = replace(MET, sentence="On Monday a Turkish envoy met Syria for talks in Doha.")
    seen = heap([record("a1", MET), record("a2", again)])
    assert seen.dated == {FIRST: 1}
    assert heap([record("a1", MET)], target="Denmark") == Heap()


def test_timelines_with_articles_are_read(tmp_path):
    """A topic has the days of its timelines and the articles of its table."""
    (tmp_path / "gold" / "x").mkdir(parents=True)
    (tmp_path / "gold" / "x" / "paper.txt").write_text(
        "2024-01-08\nTalks began .\n-----\n2024-01-09\nThey ended .\n-----\n"
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.csv").write_text("date,text\n2024-01-08,Talks began in Quito on Monday morning .\n")
    (topic,) = timeline_sets.read(tmp_path)
    assert (topic.name, len(topic.articles)) == ("x", 1)
    assert topic.timelines[0].days == {FIRST, SECOND}


def test_sentences_gathered_by_day_are_an_article_of_that_day(tmp_path):
    """The sentences that a set gathered under a day are read as published then."""
    (tmp_path / "gold" / "x").mkdir(parents=True)
    (tmp_path / "gold" / "x" / "paper.txt").write_text("2024-01-08\nTalks .\n")
    (tmp_path / "articles").mkdir()
    row = "2024-01-08,\"['Talks began .', 'They went on .']\"\n"
    (tmp_path / "articles" / "x.time-sent.csv").write_text(f"time,Sentences\n{row}")
    (topic,) = timeline_sets.read(tmp_path)
    assert [(a.text, a.published.first) for a in topic.articles] == [("Talks began .\nThey went on .", FIRST)]


def test_timelines_of_a_target_are_read(tmp_path):
    """A target's timeline has whole days; its articles have a day where their file has one that can be read."""
    (tmp_path / "corpus_trackA_TimeML").mkdir()
    tml = '<TimeML><DCT><TIMEX3 value="{}">x</TIMEX3></DCT><TEXT><s id="0">Talks</s><s id="1">They met .</s></TEXT></TimeML>'
    for name, day in (("1", "2024-01-08"), ("2", "08-01-2024")):
        (tmp_path / "corpus_trackA_TimeML" / f"{name}.tml").write_text(tml.format(day))
    (tmp_path / "TimeLines_Gold_Standard").mkdir()
    gold = "Airbus\n0\tXXXX-XX-XX\t1-0-talks\n1\t2024-01-XX\t1-1-met\n2\t2024-01-08\t1-1-met\n"
    (tmp_path / "TimeLines_Gold_Standard" / "airbus.txt").write_text(gold)
    (topic,) = timeline_sets.read(tmp_path)
    assert [a.published.first if a.published else None for a in topic.articles] == [FIRST, None]
    assert topic.articles[0].text == "Talks\nThey met ."
    assert (topic.timelines[0].target, topic.timelines[0].days) == ("Airbus", {FIRST})


def test_a_folder_without_timelines_is_refused(tmp_path):
    """The error says what is wanted."""
    with pytest.raises(UnknownFormat):
        list(timeline_sets.read(tmp_path))
