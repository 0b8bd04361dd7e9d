"""What a person decided is laid over what articles tell, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demarche import codebook
from demarche.record import Basis, EventType
from demarche.relate.judgements import Alias, Judgement, Verdict, apart, judged, standing, together
from demarche.relate.told import Told, tell
from tests.sample import record


@pytest.fixture(scope="module")
def plover():
    """The categories that are shipped."""
    return codebook.load().plover


@pytest.fixture
def told() -> Told:
    """What the sample tells."""
    return tell(record())


def judgement(verdict: Verdict, *subjects: str, number: int = 1, value: str | None = None, on: Told | None = None):
    """A judgement on rows as they stand."""
    rows = {f"{r.article}#{r.report}": r.sentence for r in on.reports} if on else {}
    rows |= {f"{r.article}#{r.id}": r.sentence for r in (*on.asks, *on.levers, *on.quotes)} if on else {}
    evidence = tuple(rows[s] for s in subjects) if on else ()
    return Judgement(number=number, verdict=verdict, subjects=subjects, value=value, evidence=evidence)


def laid(told: Told, *judgements: Judgement, plover=None) -> Told:
    """The rows with the judgements that stand."""
    return judged(told, standing(judgements), lambda: plover)


def test_without_judgements_nothing_changes(told: Told) -> None:
    """The very rows come back."""
    assert laid(told) is told


def test_a_rejected_report_takes_what_rests_on_it(told: Told) -> None:
    """Its asks, levers and contacts go with it; the rest stays."""
    report = told.reports[0]
    told = replace(told, asks=(replace(told.asks[0], report=report.report),))
    left = laid(told, judgement(Verdict.REJECT, report.key, on=told))
    assert report.key not in {r.key for r in left.reports}
    assert len(left.reports) == len(told.reports) - 1
    assert left.asks == ()
    assert left.quotes == told.quotes


def test_a_row_alone_can_be_rejected(told: Told) -> None:
    """A quotation goes, the reports stay."""
    quote = told.quotes[0]
    left = laid(told, judgement(Verdict.REJECT, f"{quote.article}#{quote.id}", on=told))
    assert quote not in left.quotes
    assert left.reports == told.reports


def test_a_recoded_report_has_all_that_goes_with_its_type(told: Told, plover) -> None:
    """Quad, scale, codes, family and weight are those of the new type and mode."""
    key = told.reports[0].key
    row = laid(told, judgement(Verdict.RECODE, key, value="ASSAULT/aerial", on=told), plover=plover).reports[0]
    assert (row.type, row.mode, row.quad, row.family) == (EventType.ASSAULT, "aerial", 4, "deeds")
    assert row.scale == plover.score("ASSAULT", "aerial")
    assert (row.sign, row.weight) == (-1, pytest.approx(abs(row.scale)))


def test_a_redated_report_lies_on_the_days_said(told: Told) -> None:
    """Both ends are inside, and the basis is what was said."""
    key = told.reports[0].key
    row = laid(told, judgement(Verdict.REDATE, key, value="2024-02-01/2024-02-03", on=told)).reports[0]
    assert (row.first, row.last, row.basis) == (date(2024, 2, 1), date(2024, 2, 3), Basis.SAID)


def test_a_name_is_changed_wherever_it_stands(told: Told) -> None:
    """Sides, asks and the actor himself have the new name and code."""
    name = told.reports[0].sources[0].name
    alias = Alias(name="Someone Else", code="NOR").written()
    left = laid(told, judgement(Verdict.RENAME, name.upper(), value=alias))
    assert (left.reports[0].sources[0].name, left.reports[0].sources[0].code) == ("Someone Else", "NOR")
    assert name not in {s.name for r in left.reports for s in (*r.sources, *r.targets)}
    assert name not in {a.name for a in left.actors}


def test_what_was_taken_back_does_not_count(told: Told) -> None:
    """An undone rejection leaves the rows as they were told."""
    rejection = judgement(Verdict.REJECT, told.reports[0].key, on=told)
    undo = judgement(Verdict.UNDO, "1", number=2)
    assert standing([undo, rejection]) == ()
    assert laid(told, rejection, undo) is told


def test_a_judgement_on_words_that_are_gone_is_left_aside(told: Told) -> None:
    """A row under the old id that stands on another sentence is not touched."""
    rejection = replace(judgement(Verdict.REJECT, told.reports[0].key, on=told), evidence=("Other words.",))
    assert laid(told, rejection).reports == told.reports


def test_the_last_word_on_a_pair_counts() -> None:
    """A later split parts what an earlier merge joined, and leaves the others joined."""
    merged = judgement(Verdict.MERGE, "a#1", "b#1", "c#1")
    parted = judgement(Verdict.SPLIT, "b#1", "a#1", number=2)
    assert together([merged, parted]) == [("b#1", "c#1")]
    assert apart([merged, parted]) == [("a#1", "b#1")]
