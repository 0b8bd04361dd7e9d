"""From bytes to articles: what is read, what is refused, and why."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import EmptyInput
from demarche.read import read
from demarche.read.draft import Draft, clean, finish, is_tokenised
from demarche.read.heading import find_date
from demarche.read.table import read_csv, read_jsonl
from demarche.record import Article, Precision, Problem, TimeInterval

STORY = (
    "OTTAWA, June 12 (Reuters) - Canada expelled four diplomats on Monday, the foreign ministry said.\n\nIran objected."
)


def one(path, text, **options):
    """The one thing that a file gives."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (found,) = read(path, **options)
    return found


def test_a_text_file_is_an_article(tmp_path):
    """Title, dateline and outlet stand in its head; the words are kept."""
    found = one(tmp_path / "a.txt", f"Canada expels envoys\n\n{STORY}\n")
    assert (found.title, found.dateline, found.outlet) == ("Canada expels envoys", "OTTAWA", "Reuters")
    assert found.text == f"Canada expels envoys\n\n{STORY}"


def test_the_given_day_goes_before_all_others(tmp_path):
    """What the caller says is not overruled by the text."""
    found = one(tmp_path / "a-2018-06-12.txt", STORY, published=TimeInterval.parse("2018-07-01"))
    assert (found.published.first, found.published_from) == (date(2018, 7, 1), "given")


def test_the_day_in_a_file_name(tmp_path):
    """Where nothing better says it, the name does."""
    found = one(tmp_path / "2018-06-12-ottawa.txt", "Canada expelled four diplomats. Iran objected.")
    assert (found.published.first, found.published_from) == (date(2018, 6, 12), "file")


def test_without_any_day_there_is_none(tmp_path):
    """No date is invented."""
    assert one(tmp_path / "a.txt", "Canada expelled four diplomats. Iran objected.").published is None


def test_a_sidecar_describes_the_article(tmp_path):
    """`meta.json` beside an article gives title, outlet and day."""
    (tmp_path / "meta.json").write_text(json.dumps({"published": "2018-06-12", "outlet": "The Post"}))
    found = one(tmp_path / "article.txt", "Canada expelled four diplomats. Iran objected.")
    assert (found.published.first, found.outlet) == (date(2018, 6, 12), "The Post")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"\x89PNG\x00\x00", "binary file"),
        (b"12 34 -- 56", "no words"),
    ],
)
def test_what_is_no_article_is_a_problem(tmp_path, data, why):
    """One line that says what is wrong; nothing is raised."""
    found = one(tmp_path / "a.txt", data)
    assert isinstance(found, Problem)
    assert why in found.why
    assert "\n" not in found.why


def test_other_encodings_are_read(tmp_path):
    """Windows-1252 and UTF-16 are where old news is."""
    words = "Le chargé d’affaires “a refusé”"
    assert one(tmp_path / "a.txt", words.encode("cp1252")).text == words
    assert one(tmp_path / "b.txt", words.encode("utf-16")).text == words


def test_what_is_not_there_and_what_has_no_articles(tmp_path):
    """A wrong path and an empty folder say so."""
    missing, empty = read(tmp_path / "x", tmp_path)
    assert "no such file" in missing.why
    assert "no article in this folder" in empty.why


def test_a_folder_passes_over_what_speaks_of_the_folder(tmp_path):
    """README and LICENSE are no articles; an unknown format is a problem."""
    for name in ("README.md", "LICENSE", "b.txt", "a.txt", "c.pdf"):
        (tmp_path / name).write_text("Canada expelled four diplomats.")
    found = list(read(tmp_path))
    assert [item.id for item in found] == ["a.txt", "b.txt", "c.pdf"]
    assert isinstance(found[2], Problem)


def test_rows_of_a_table_keep_their_order_and_their_columns():
    """Other columns are `extra`; a row without text is a problem with its number."""
    rows = list(read_csv(b'text,title,desk\n"One, two.",A,world\n,B,\nThree.,C,\n', "x.csv"))
    assert [row.id for row in rows] == ["x.csv:1", "x.csv:2", "x.csv:3"]
    assert (rows[0].text, rows[0].title, rows[0].extra) == ("One, two.", "A", (("desk", "world"),))
    assert isinstance(rows[1], Problem)


def test_a_bad_line_of_jsonl_is_a_problem():
    """The others are read."""
    good, bad, wrong_day = read_jsonl(b'{"text": "One."}\n{"text": \n{"text": "x", "published": "soon"}\n', "x.jsonl")
    assert isinstance(good, Draft)
    assert "not JSON" in bad.why
    assert "not a date" in wrong_day.why


def test_debris_is_marked_not_deleted(tmp_path):
    """Share buttons and picture credits stay in the text, in `removed`."""
    found = one(tmp_path / "a.txt", f"Canada expels envoys\nShare this article\n\n{STORY}\n")
    assert [r.span.text for r in found.removed] == ["Share this article"]
    assert "Share this article" in found.text


def test_html_loses_its_boilerplate(tmp_path):
    """The main text, title and day of a page."""
    paragraphs = "".join(
        f"<p>Canada expelled {n} more diplomats of Iran, the foreign ministry said.</p>" for n in range(2, 7)
    )
    page = (
        "<html><head><title>Canada expels envoys</title>"
        "<meta property='article:published_time' content='2018-06-12'/></head>"
        f"<body><nav>Home | News</nav><article><h1>Canada expels envoys</h1>{paragraphs}</article></body></html>"
    )
    found = one(tmp_path / "a.html", page)
    assert isinstance(found, Article)
    assert "Home | News" not in found.text
    assert found.published.first == date(2018, 6, 12)


def test_tokenised_text_is_recognised():
    """Spaces before punctuation all over are a corpus, not prose."""
    assert is_tokenised("Cairo , Egypt -LRB- CNN -RRB- -- The army , which took power , said it would go . " * 2)
    assert not is_tokenised(
        "Cairo, Egypt (CNN) -- The army, which took power, said it would go, in time, of course. " * 2
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published 12 June 2018", date(2018, 6, 12)),
        ("June 12, 2018", date(2018, 6, 12)),
        ("2018-06-12T10:00", date(2018, 6, 12)),
        ("31 June 2018", None),
        ("in 2018", None),
    ],
)
def test_dates_written_out(text, day):
    """Whole dates only, and only those of the calendar."""
    found = find_date(text)
    assert (found.first if found else None) == day
    assert found is None or found.precision is Precision.DAY


@given(st.text())
def test_cleaning_is_done_once(text):
    """Cleaned text stays as it is, so offsets into it hold."""
    assert clean(clean(text)) == clean(text)


@given(st.text(min_size=1, max_size=300))
def test_every_text_is_an_article_or_empty(text):
    """Nothing but the lack of words stops a text; every span lies in it."""
    try:
        found = finish(Draft(id="x", text=text))
    except EmptyInput:
        return
    for removed in found.removed:
        assert found.text[removed.span.start : removed.span.end] == removed.span.text
