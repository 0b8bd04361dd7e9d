"""Every exchange format, on one small record."""

import csv
import json
import xml.etree.ElementTree as ET

import pytest

from demarche.errors import UnknownFormat
from demarche.formats import FORMATS, csv_folder, exporter, graph, importer, jsonl, polecat, timelinejs
from demarche.record import Problem, Status
from tests.sample import TEXT, record, report


def read_csv(path, delimiter=","):
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def parsed(path):
    """The root of an XML file that we wrote."""
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_and_counts(name, tmp_path):
    """Each writer makes its file or folder, and says how many things it wrote."""
    assert exporter(name).write([record()], tmp_path / "out") > 0
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_no_records_are_no_error(name, tmp_path):
    """An empty store exports to an empty file."""
    assert exporter(name).write([], tmp_path / "out") == 0


def test_jsonl_comes_back_whole(tmp_path):
    """Records and problems are the same after a round trip."""
    items = [record("a"), Problem(id="b", why="the file is empty"), record("c")]
    jsonl.write(items, tmp_path / "x.jsonl")
    assert list(jsonl.read(tmp_path / "x.jsonl")) == items


def test_a_bad_line_of_jsonl_is_a_problem_with_its_number(tmp_path):
    """One bad line does not stop an import."""
    path = tmp_path / "x.jsonl"
    path.write_text('not json\n{"schema": "demarche/0"}\n[1]\n{"schema": "demarche/1", "article": {}}\n')
    assert [problem.id for problem in jsonl.read(path)] == ["x.jsonl:1", "x.jsonl:2", "x.jsonl:3", "x.jsonl:4"]


def test_csv_tells_the_report(tmp_path):
    """A row of reports.csv says who did what to whom, when, and in which words."""
    csv_folder.write([record()], tmp_path)
    (row,) = read_csv(tmp_path / "reports.csv")
    assert (row["source_countries"], row["type"], row["target_countries"]) == ("CAN", "SANCTION", "IRN")
    assert (row["from"], row["status"], row["sources"]) == ("2018-06-11", "happened", "Canada")
    assert TEXT[int(row["start"]) : int(row["end"])] == row["text"] == "expelled"


def test_every_column_is_in_the_data_dictionary(tmp_path):
    """columns.csv has a meaning for each column of each table."""
    csv_folder.write([record()], tmp_path)
    told = {(row["file"], row["column"]) for row in read_csv(tmp_path / "columns.csv") if row["meaning"]}
    for path in tmp_path.glob("*.csv"):
        if path.name != csv_folder.DICTIONARY:
            with path.open(encoding="utf-8") as file:
                assert {(path.name, name) for name in next(csv.reader(file))} <= told


def test_polecat_has_its_forty_columns(tmp_path):
    """The header is POLECAT's, and absent values are the word None."""
    polecat.write([record()], tmp_path / "x.tsv")
    (row,) = read_csv(tmp_path / "x.tsv", "\t")
    assert len(row) == 40
    assert (row["Event Type"], row["Actor Country"], row["Recipient Country"]) == ("SANCTION", "CAN", "IRN")
    assert row["GeoNames ID"] == "None"


def test_polecat_leaves_out_what_did_not_happen():
    """The format has no status, so a plan must not look like a deed."""
    planned = record(reports=(report(status=Status.PLANNED),))
    assert not list(polecat.rows([planned]))


def test_the_network_counts_deeds(tmp_path):
    """An edge carries number, score and days of the acts of one code to another."""
    edge = graph.graph([record("a"), record("b")]).edges["CAN", "IRN"]
    assert (len(edge.acts), edge.days) == (2, ["2018-06-11", "2018-06-11"])


def test_graphml_and_gexf_can_be_parsed(tmp_path):
    """Both files are XML with one edge of weight 1."""
    graph.write_graphml([record()], tmp_path / "x.graphml")
    graph.write_gexf([record()], tmp_path / "x.gexf")
    space = "{http://graphml.graphdrawing.org/xmlns}"
    data = parsed(tmp_path / "x.graphml").find(f".//{space}edge/{space}data[@key='weight']")
    edge = parsed(tmp_path / "x.gexf").find(".//{http://gexf.net/1.3}edge")
    assert data.text == "1"
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == ("CAN", "IRN", "1")


def test_timelinejs_has_dates_in_parts():
    """A slide has the day as numbers and the sentence as text."""
    (slide,) = timelinejs.timeline([record()])["events"]
    assert slide["start_date"] == {"year": 2018, "month": 6, "day": 11}
    assert slide["text"]["text"].startswith("Canada expelled")


def test_web_annotations_quote_and_count_code_points(tmp_path):
    """Each target has the exact words and their position."""
    exporter("webannotation").write([record()], tmp_path / "x.json")
    for item in json.loads((tmp_path / "x.json").read_text())["items"]:
        quote, place = item["target"]["selector"]
        assert TEXT[place["start"] : place["end"]] == quote["exact"]


def test_brat_spans_are_the_words(tmp_path):
    """Every T line of an .ann file quotes the text at its offsets."""
    exporter("brat").write([record()], tmp_path)
    text = (tmp_path / "0001.txt").read_text()
    lines = [line.split("\t") for line in (tmp_path / "0001.ann").read_text().splitlines() if line.startswith("T")]
    for _, place, words in lines:
        _, start, end = place.split()
        assert text[int(start) : int(end)] == words


def test_an_unknown_format_names_those_there_are():
    """The error is a list to choose from."""
    with pytest.raises(UnknownFormat, match="polecat"):
        exporter("excel")
    with pytest.raises(UnknownFormat, match="jsonl"):
        importer("csv")
