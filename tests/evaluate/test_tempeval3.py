"""The measures of TempEval-3."""

from __future__ import annotations

from pathlib import Path

import pytest

from demarche.errors import UnknownFormat
from demarche.evaluate.tempeval3 import Marked, compare, evaluate, read, same_value, value_f1
from demarche.record import Article, Span, TimeExpression, TimeType

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-01-08">19980108</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="1998-01-07">Wednesday</TIMEX3>.</TEXT>
</TimeML>"""


def test_the_text_is_read_without_its_tags(tmp_path: Path) -> None:
    """Offsets count in the text that goes in; the creation day is the day of publication."""
    file = tmp_path / "a.tml"
    file.write_text(TIMEML)
    article, gold = read(file)
    assert article.text == "They met on Wednesday."
    assert gold == [Marked(start=12, end=21, value="1998-01-07")]
    assert article.published is not None
    assert str(article.published.first) == "1998-01-08"


def test_an_overlap_is_found_and_the_value_counts() -> None:
    """Relaxed asks for one character, strict for both ends, value for the same value."""
    pairs = compare([Marked(start=0, end=5, value="1998")], [Marked(start=3, end=5, value="1998")])
    assert (pairs.found, pairs.exact, pairs.valued) == (1, 0, 1)
    assert value_f1([Marked(start=0, end=5, value="1998")], [Marked(start=0, end=5, value="1999")]) == 0.0


def test_a_stretch_around_a_date_is_no_answer(tmp_path: Path) -> None:
    """An interval that TimeML does not mark costs nothing."""
    (tmp_path / "a.tml").write_text(TIMEML)

    def find(article: Article) -> list[TimeExpression]:
        day = TimeExpression(id="t1", span=Span.of(article.text, 12, 21), type=TimeType.DATE, value="1998-01-07")
        stretch = TimeExpression(id="t2", span=Span.of(article.text, 9, 21), type=TimeType.DATE, value="a/b")
        return [day, stretch]

    assert evaluate(tmp_path, find).measures == {"strict_f1": 1.0, "relaxed_f1": 1.0, "value_f1": 1.0}


def test_a_folder_without_timeml_is_refused(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(UnknownFormat, match=str(tmp_path)):
        evaluate(tmp_path, lambda _: [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2000-W2", "2000-W02"),
        ("199X", "199"),
        ("19XX", "19"),
        ("1989-11-06T17", "1989-11-06T17:00"),
        ("P1E", "P10Y"),
        ("P1DE", "P10Y"),
        ("P2L", "P2000Y"),
        ("P3Q", "P9M"),
        ("PT24H", "P1D"),
    ],
)
def test_a_value_written_in_two_ways_is_one_value(one: str, other: str) -> None:
    """What ISO 8601 writes otherwise than a corpus is the same week, decade, hour or length."""
    assert same_value(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1989-WXX", "1989-W42"), ("1968-XX", "1968"), ("PXE", "PXY"), ("P7D", "P1W"), ("P10M", "P10Y")],
)
def test_values_that_say_less_or_more_are_not_the_same(one: str, other: str) -> None:
    """A week left open, a month of a year and another unit are other values."""
    assert not same_value(one, other)
