"""Figures show every day, sign and change of their rows."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from demarche.brief.figures import Curve, calendar, columns, curve, sparkline
from demarche.brief.page import curve_csv, standalone

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
    labels = [t.text for t in _parsed(_curve(brief)).iter(f"{SVG}text") if "label" in t.get("class", "")]
    assert labels == ["13 Sept +13", "22 Oct +16", "20 Nov −21"]


def test_no_days_make_no_curve():
    """Nothing is drawn where nothing is known."""
    assert curve(Curve(name="A – B", days=())) == ""
    assert calendar((), None, None) == ""


def test_a_saved_curve_carries_its_style(brief):
    """A figure saved by itself looks as it does on the page."""
    root = _parsed(standalone(_curve(brief)))
    assert ".band" in root.find(f"{SVG}style").text


def test_a_sparkline_says_where_it_goes(brief):
    """A line without axes has its ends in its name."""
    root = _parsed(sparkline(brief.days, brief.days[0].day, brief.days[-1].day))
    assert root.find(f"{SVG}title").text == "Index from 59 to 38"


def test_the_csv_has_every_day(brief):
    """The data behind the curve can be saved whole."""
    lines = curve_csv(brief.days).splitlines()
    assert lines[0] == "a,b,day,index,low,high,volume,evidence"
    assert len(lines) == len(brief.days) + 1


def test_columns_average_stretches(brief):
    """A line of bars covers all days in equal stretches."""
    assert len(columns(brief.days, 30)) <= 30
    assert columns((), 30) == []
