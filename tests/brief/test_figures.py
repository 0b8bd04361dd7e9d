"""Figures show every day, sign and change of their rows."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from demarche.brief.figures import Curve, columns, curve
from demarche.brief.lines import Change
from demarche.brief.saved import csv_of, standalone
from demarche.store.rows import ChangeRow

SVG = "{http://www.w3.org/2000/svg}"


def _parsed(figure):
    return ET.fromstring(figure)  # noqa: S314 - our own figure


def _curve(brief):
    return curve(
        Curve(name=brief.title, days=brief.days, events=brief.events, changes=brief.changes, opened=brief.opened)
    )


def test_the_curve_is_well_formed_and_named(brief):
    """A figure can be saved as a file, and a screen reader says what it is."""
    root = _parsed(_curve(brief))
    assert root.find(f"{SVG}title").text == "Strain between Soviet Union – United States, 11 Sept – 24 Nov 1962"


def test_every_opened_day_leads_to_its_contributions(brief):
    """Each point of the curve is a link to what it is made of."""
    root = _parsed(_curve(brief))
    links = {a.get("href") for a in root.iter(f"{SVG}a")}
    assert {f"#{day.anchor}" for day in brief.opened} <= links


def test_strain_and_ease_differ_in_shape(brief):
    """Whoever sees no colours sees strain point up and ease point down."""
    root = _parsed(_curve(brief))
    ticks = [p for p in root.iter(f"{SVG}path") if "tick" in p.get("class")]
    assert {p.get("class") for p in ticks} == {"tick strain", "tick ease"}
    assert len(ticks) == sum(e.row.sign != 0 and e.row.last <= brief.days[-1].day for e in brief.events)


def test_changes_are_labelled_with_day_and_size(brief):
    """A change point says when and by how much."""
    rows = [
        ChangeRow(a="SUN", b="USA", day=date(1962, 10, 22), before=48.0, after=64.2, events=()),
        ChangeRow(a="SUN", b="USA", day=date(1962, 11, 20), before=58.0, after=37.1, events=()),
    ]
    figure = curve(Curve(name="", days=brief.days, changes=[Change(row=row, events=()) for row in rows]))
    labels = [t.text for t in _parsed(figure).iter(f"{SVG}text") if "label" in t.get("class", "")]
    assert labels == ["22 Oct +16", "20 Nov −20"]


def test_no_days_make_no_curve():
    """Nothing is drawn where nothing is known."""
    assert curve(Curve(name="A – B", days=())) == ""


def test_a_saved_curve_carries_its_style(brief):
    """A figure saved by itself looks as it does on the page."""
    root = _parsed(standalone(_curve(brief)))
    assert ".band" in root.find(f"{SVG}style").text


def test_the_csv_has_every_day():
    """Data is saved as it stands: days in ISO 8601, lists in one cell, nothing where nothing is known."""
    assert csv_of([(date(1962, 10, 22), ("Scali", "Fomin"), None)], ("day", "via", "told")) == (
        "day,via,told\n1962-10-22,Scali; Fomin,\n"
    )


def test_columns_average_stretches(brief):
    """A line of bars covers all days in equal stretches."""
    assert len(columns(brief.days, 30)) <= 30
    assert columns((), 30) == []
