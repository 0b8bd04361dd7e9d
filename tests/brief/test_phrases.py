"""Days, acts and counts are put as an editor would put them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from demarche.brief import phrases


@dataclass
class Row:
    """A dated row."""

    first: date | None
    last: date | None
    precision: str | None = "day"


D22, D24, N2 = date(1962, 10, 22), date(1962, 10, 24), date(1962, 11, 2)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row(D22, D22), "22 Oct 1962"),
        (Row(D22, D24), "22–24 Oct 1962"),
        (Row(D24, N2), "24 Oct – 2 Nov 1962"),
        (Row(date(1961, 12, 30), N2), "30 Dec 1961 – 2 Nov 1962"),
        (Row(date(1961, 4, 1), date(1961, 4, 30), "month"), "Apr 1961"),
        (Row(date(1961, 1, 1), date(1961, 12, 31), "year"), "1961"),
        (Row(date(1960, 1, 1), date(1969, 12, 31), "decade"), "1960–1969"),
        (Row(D22, None), "since 22 Oct 1962"),
        (Row(None, N2), "until 2 Nov 1962"),
        (Row(None, None), "no date"),
    ],
)
def test_days_are_as_precise_as_they_are_told(row, said):
    """No false midnight: a month is a month, an open end is said to be open."""
    assert phrases.when(row) == said


@pytest.mark.parametrize(
    ("kind", "mode", "sources", "targets", "said"),
    [
        ("ACCUSE", None, ["Soviet Union"], ["United States"], "Soviet Union accuses United States"),
        ("ACCUSE", None, ["Cuba", "Soviet Union"], ["United States"], "Cuba and Soviet Union accuse United States"),
        ("CONSULT", "phone", ["Rusk"], ["Gromyko"], "Rusk calls Gromyko"),
        ("CONSULT", "meet", ["Rusk"], [], "Rusk meets"),
        ("MOBILIZE", None, ["Cuba"], [], "Cuba mobilises forces"),
        ("SUPPORT", None, ["A", "B", "C", "D"], ["E"], "A, B and 2 others back E"),
        ("RETREAT", None, [], ["E"], "unnamed gives way to E"),
        ("ASSAULT", None, ["A"], ["A"], "A attacks"),
    ],
)
def test_an_act_is_a_short_sentence(kind, mode, sources, targets, said):
    """Verb and number agree, many names are counted, and nobody acts on himself."""
    assert phrases.act(kind, mode, sources, targets) == said


def test_points_have_a_true_minus():
    """Signed points line up and are read as numbers."""
    assert [phrases.points(3.16), phrases.points(-0.84)] == ["+3.2", "−0.8"]


def test_a_wide_interval_is_said_to_rest_on_thin_evidence():
    """A level is never claimed more firmly than its interval allows."""
    assert phrases.level(70, 60, 80) == "strained"
    assert phrases.level(70, 20, 100) == "strained, on thin evidence"


@pytest.mark.parametrize(("number", "said"), [(0, "the same day"), (1, "after 1 day"), (6, "after 6 days"), (None, "")])
def test_delays_are_words(number, said):
    """A delay that is not known is not told."""
    assert phrases.delay(number) == said


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("People", "People coerce Oman"),
        ("Egyptian men", "Egyptian men coerce Oman"),
        ("US forces", "US forces coerce Oman"),
        ("Troops", "Troops coerce Oman"),
        ("Insurgents in Iraq", "Insurgents in Iraq coerce Oman"),
        ("Americans", "Americans coerce Oman"),
        ("Hamas", "Hamas coerces Oman"),
        ("Swiss", "Swiss coerces Oman"),
        ("Wales", "Wales coerces Oman"),
        ("United States", "United States coerces Oman"),
        ("Joint Chiefs of Staff", "Joint Chiefs of Staff coerces Oman"),
    ],
)
def test_a_name_that_is_a_plural_noun_takes_a_plural_verb(source, told):
    """Countries and groups act as one; men, police and forces are many."""
    assert phrases.act("COERCE", None, [source], ["Oman"]) == told
