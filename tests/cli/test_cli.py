"""Commands as a user sees them: output, one line for each error, exit codes."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from demarche.cli import edge, main_job
from demarche.cli.problems import grouped
from demarche.record import Problem
from tests.sample import TEXT

ARTICLE = TEXT.strip()


@pytest.fixture
def article(tmp_path):
    """A file with the sample article."""
    path = tmp_path / "ottawa.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def store(demarche, article):
    """A store with the sample article."""
    assert demarche("run", article, "--published", "2018-06-12")[0] == 0
    return "demarche.db"


def test_run_writes_store_and_brief(demarche, article, tmp_path):
    """The main job leaves a store and one page, and says where they are."""
    code, out, err = demarche("run", article, "--published", "2018-06-12")
    assert (code, err) == (0, "")
    assert "demarche-out/brief.html" in out
    assert "1 added" in out
    assert (tmp_path / "demarche.db").is_file()
    assert "<html" in (tmp_path / "demarche-out/brief.html").read_text(encoding="utf-8")


def test_running_twice_doubles_nothing(demarche, article):
    """The second run says that all was known."""
    demarche("run", article)
    code, out, _ = demarche("run", article)
    assert code == 0
    assert "1 known already" in out


def test_run_says_when_there_is_no_date(demarche, article):
    """No date is invented, and the user hears of it."""
    _, _, err = demarche("run", article)
    assert "without a date of publication" in err


def test_run_lists_what_it_could_not_read(demarche, article, tmp_path):
    """Problems are grouped by reason, named, and kept in the store."""
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    code, _, err = demarche("run", article, "empty.txt", "picture.txt", "nowhere.txt")
    assert code == 0
    assert "empty.txt: the file is empty" in err
    assert "picture.txt: this is a binary file" in err
    assert "nowhere.txt: there is no such file" in err
    assert demarche("problems", "--format", "csv")[1].count("\n") == 4


def test_run_without_any_article_fails(demarche, tmp_path):
    """Exit 1 when nothing could be coded."""
    (tmp_path / "empty.txt").write_text("")
    code, _, err = demarche("run", "empty.txt")
    assert code == 1
    assert "no article could be coded" in err


def test_code_prints_one_line_for_each_row(demarche, tmp_path):
    """Records come in the order of the rows; a row that cannot be read gives its problem."""
    rows = [{"id": "a", "text": ARTICLE}, {"id": "b"}, {"id": "c", "text": "Other words here."}]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    code, out, _ = demarche("code", "x.jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["article"]["id"] for line in lines] == ["a", "b", "c"]
    assert lines[1]["problem"] == "this row has no `text`"


def test_code_reads_standard_input(demarche, monkeypatch):
    """`-` is standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode()), encoding="utf-8"))
    code, out, _ = demarche("code", "-", "--published", "2018-06-12")
    assert code == 0
    assert json.loads(out)["article"]["published"] == "2018-06-12"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("run", "x.txt", "--published", "last week"), 2, "is not a date"),
        (("run", "x.txt", "--published", "2016-02-30"), 2, "is not a date of the calendar"),
        (("run",), 2, "Missing argument"),
        (("rnu",), 2, "No such command"),
        (("events", "--dyad", "USA"), 2, "is not a pair of codes"),
        (("events", "--from", "soon"), 2, "is not a date"),
        (("events", "--format", "xml"), 2, "--format"),
        (("events",), 1, "demarche.db"),
        (("brief",), 1, "demarche.db"),
        (("export", "excel", "x"), 2, "choose one of jsonl"),
        (("import", "csv", "x"), 2, "cannot be imported"),
        (("import", "jsonl", "nowhere"), 2, "is no file"),
        (("evaluate", "everything", "x"), 2, "choose one of record"),
        (("evaluate", "ud", "nowhere"), 2, "does not exist"),
    ],
)
def test_errors_are_one_line_and_have_their_code(demarche, arguments, code, words):
    """What happened, where, what to do: on one line, on standard error."""
    found, out, err = demarche(*arguments)
    assert (found, out) == (code, "")
    assert words in err
    assert err.startswith("demarche: error: ")
    assert err.count("\n") == 1


def test_a_file_that_is_no_store(demarche, tmp_path):
    """Any other file is refused, and stays as it is."""
    (tmp_path / "x.db").write_text("dear diary")
    code, _, err = demarche("events", "--store", "x.db")
    assert (code, err.count("\n")) == (1, 1)
    assert (tmp_path / "x.db").read_text() == "dear diary"


def test_a_newer_store(demarche, store):
    """A store of a newer demarche is not touched."""
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    code, _, err = demarche("events")
    assert (code, err.count("\n")) == (1, 1)
    assert "newer" in err


def test_an_unexpected_fault_is_one_line(demarche, article, monkeypatch):
    """A fault of ours says so; --traceback shows it."""

    def broken(*_):
        msg = "no such\nthing"
        raise LookupError(msg)

    monkeypatch.setattr(main_job, "_brief", broken)
    code, _, err = demarche("run", article)
    assert (code, err.splitlines()[-1][:35]) == (1, "demarche: error: a fault of demarch")
    assert "Traceback" in demarche("run", article, "--traceback")[2]


def test_a_full_disk_is_one_line(demarche, article, monkeypatch):
    """The brief that cannot be written costs nothing that was coded."""

    def full(*_):
        raise OSError(28, "No space left on device", "demarche-out/brief.html")

    monkeypatch.setattr(main_job, "_brief", full)
    code, _, err = demarche("run", article, "--published", "2018-06-12")
    assert code == 1
    assert err == (
        "demarche: error: demarche-out/brief.html: No space left on device; "
        "make room or choose another place and run it again (what is coded is kept)\n"
    )


def test_stopping_says_what_is_kept(demarche, article, monkeypatch):
    """Ctrl-C ends with 130 and one line."""

    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("demarche.run.Dossier.add", stopped)
    code, _, err = demarche("run", article)
    assert code == 130
    assert err == (
        "demarche: stopped; 0 articles coded in this run are kept in demarche.db; run the same command again to go on\n"
    )


def test_a_broken_pipe_is_silent():
    """`demarche schema | head -1` complains of nothing."""
    shell = f"{sys.executable} -m demarche schema | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", shell], capture_output=True, text=True, check=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    assert done.stderr == ""


@pytest.mark.parametrize("name", ["events", "asks", "channels", "levers", "positions", "quotes", "strain"])
def test_views_take_the_same_options(demarche, store, name):
    """A pair, a period and a format on every view."""
    options = ("--dyad", "irn:can", "--from", "2018", "--to", "2018-06-30")
    for form in ("table", "csv", "jsonl"):
        code, _, _ = demarche(name, *options, "--format", form)
        assert code == 0


def test_a_view_as_jsonl_has_every_column(demarche, store):
    """Each line is an object with plain values."""
    _, out, _ = demarche("quotes", "--format", "jsonl")
    assert json.loads(out)["text"] == "We shall not wait."


def test_tables_fit_eighty_columns(demarche, store):
    """Nothing wraps in a narrow terminal."""
    for name in ("events", "quotes", "positions", "actors", "dyads"):
        assert max(map(len, demarche(name)[1].splitlines()), default=0) <= 80


def test_export_and_import_carry_a_store_over(demarche, store):
    """What is exported as JSONL and imported elsewhere is the same."""
    demarche("export", "jsonl", "a.jsonl")
    code, out, _ = demarche("import", "jsonl", "a.jsonl", "--store", "b.db")
    assert (code, "1 added" in out) == (0, True)
    demarche("export", "jsonl", "b.jsonl", "--store", "b.db")
    assert Path("a.jsonl").read_text(encoding="utf-8") == Path("b.jsonl").read_text(encoding="utf-8")


def test_schema_is_json(demarche):
    """The schema can be piped into a file."""
    assert json.loads(demarche("schema")[1])["title"] == "demarche record"


def test_codebook_lists_the_sixteen_types(demarche):
    """One row for a type, one for each of its modes."""
    _, out, _ = demarche("codebook", "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert len({row["type"] for row in rows}) == 16


def test_problems_are_grouped_by_reason():
    """Many files with one fault are one line."""
    names = ("actors", "asks", "dates", "quotes")
    problems = [Problem(id=f"{n}/{name}.jsonl", why="not a table") for n in range(30) for name in names]
    assert list(grouped([*problems, Problem(id="a/x", why="empty")])) == [
        "120 could not be read (actors.jsonl, asks.jsonl, dates.jsonl ...): not a table",
        "a/x: empty",
    ]


def test_version(demarche):
    """The version is one line."""
    assert demarche("--version")[:2] == (0, "demarche 0.1.0\n")


def test_help_is_no_error(demarche):
    """Help ends with 0, and no arguments at all show it."""
    assert demarche("--help")[0] == 0
    assert "Commands:" in demarche("run", "--help")[1] or edge.DONE == 0
