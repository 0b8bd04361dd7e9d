"""Judging from the command line."""

from __future__ import annotations

import json

import pytest

from demarche.store import Store
from tests.sample import record


@pytest.fixture
def event(demarche) -> str:
    """The id of the one event of a store in this folder."""
    with Store.open("demarche.db") as store:
        store.add([record()])
    _, out, _ = demarche("events", "--format", "jsonl")
    return json.loads(out.splitlines()[0])["event"]


def test_a_judgement_is_made_listed_and_taken_back(demarche, event: str) -> None:
    """Each step says on one line what it did and how to go back."""
    code, out, _ = demarche("judge", "recode", event, "--as", "coerce/arrest", "--why", "they were held")
    assert (code, out.splitlines()[0]) == (
        0,
        "judgement 1: recode ottawa#r1 to COERCE/arrest; `demarche judge undo 1` takes it back",
    )
    assert json.loads(demarche("events", "--format", "jsonl")[1].splitlines()[0])["mode"] == "arrest"
    assert demarche("judge", "undo", "1")[0] == 0
    assert json.loads(demarche("events", "--format", "jsonl")[1].splitlines()[0])["type"] == "SANCTION"
    listed = [json.loads(line) for line in demarche("judge", "list", "--format", "jsonl")[1].splitlines()]
    assert [(one["kind"], one["undone_by"]) for one in listed] == [("recode", 2), ("undo", None)]
    assert listed[0]["why"] == "they were held"


def test_an_event_shows_the_names_of_its_reports(demarche, event: str) -> None:
    """The first word of a line is what `judge split` takes."""
    code, out, _ = demarche("judge", "show", event)
    assert code == 0
    assert out.startswith("ottawa#r1  SANCTION happened")


@pytest.mark.parametrize(
    "arguments",
    [
        ("recode", "e1", "--as", "KISS"),
        ("split", "e1"),
        ("redate", "e1", "--on", "yesterday"),
        ("redate", "e1", "--on", "2024-02-03/2024-02-01"),
        ("rename", "Canada"),
        ("merge", "e1"),
        ("show", "e0"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(demarche, event: str, arguments) -> None:
    """Exit code 2, one line, nothing kept."""
    code, _, err = demarche("judge", *arguments)
    assert code == 2
    assert err.count("\n") == 1
    assert demarche("judge", "list", "--format", "jsonl")[1] == ""
    assert event


def test_judged_sentences_are_exported(demarche, event: str) -> None:
    """The file holds the sentence with its decided act."""
    demarche("judge", "recode", event, "--as", "COERCE/arrest")
    code, out, _ = demarche("judge", "export", "judged.txt")
    assert (code, out) == (0, "judged.txt: 1 sentences\n")


def test_a_judgement_relates_once(demarche, event: str, related: list[int]) -> None:
    """All that follows a judgement is computed anew one time, however it is looked at."""
    demarche("judge", "recode", event, "--as", "COERCE/arrest")
    demarche("events")
    assert len(related) == 1
