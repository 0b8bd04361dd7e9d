"""Records as JSON, and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from demarche.errors import DateError, RecordError
from demarche.record import Precision, Problem, Span, TimeInterval
from demarche.record.codec import decode, decode_problem, encode, encode_problem, line
from demarche.record.schema import json_schema
from tests.sample import TEXT, record, span


def test_a_record_survives_the_way_through_json():
    """What is written comes back as it was, every layer of it."""
    assert decode(json.loads(line(record()))) == record()


def test_the_schema_admits_our_records():
    """The published JSON Schema is itself valid, and a record fits it."""
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(line(record())))


def test_spans_are_laid_open():
    """Words stand in JSON as start, end, text, and the text is what stands there."""
    quote = encode(record())["quotes"][0]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"] == "We shall not wait."


def test_a_record_of_another_schema_is_refused():
    """A record that says it is of another version is not guessed at."""
    with pytest.raises(RecordError, match="demarche/9"):
        decode({"schema": "demarche/9"})


def test_a_broken_record_is_one_error():
    """Offsets outside the text, a kind that is none: the error is ours."""
    data = json.loads(line(record()))
    for layer, changes in (("quotes", {"end": 9_999}), ("reports", {"type": "PRAISE"})):
        broken = {**data, layer: [{**data[layer][0], **changes}]}
        with pytest.raises(RecordError):
            decode(broken)


def test_a_problem_is_a_line_of_its_own():
    """An unreadable row comes out as id and reason, and comes back."""
    problem = Problem(id="row 3", why="this row has no `text`")
    assert encode_problem(problem) == {
        "schema": "demarche/1",
        "article": {"id": "row 3"},
        "problem": "this row has no `text`",
    }
    assert decode_problem(encode_problem(problem)) == problem


@given(st.text(min_size=1), st.data())
def test_a_span_reproduces_its_words(text, data):
    """Offsets are code points, half-open, whatever the script."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Span.of(text, start, end)
    assert found.text == text[found.start : found.end]


def test_an_empty_span_is_refused():
    """Nothing stands on no words."""
    with pytest.raises(RecordError):
        Span.of("abc", 1, 1)


def test_overlap_and_containment():
    """Touching spans share nothing."""
    assert not span("Canada").overlaps(span(" expelled"))
    assert span("Canada expelled").contains(span("expelled"))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2016", "2016-01-01", "2016-12-31", Precision.YEAR),
        ("2016-02", "2016-02-01", "2016-02-29", Precision.MONTH),
        ("2016-02-03", "2016-02-03", "2016-02-03", Precision.DAY),
    ],
)
def test_partial_dates_are_closed_intervals(text, first, last, precision):
    """A year or a month is all its days."""
    interval = TimeInterval.parse(text)
    assert (str(interval.first), str(interval.last), interval.precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["", "yesterday", "2016-13", "2016-02-30", "2016-00", "16-01-01", "0000"])
def test_what_is_no_date_is_refused(text):
    """No date is invented."""
    with pytest.raises(DateError):
        TimeInterval.parse(text)
