"""The smaller figures show each family, pair and contact of their rows."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from demarche.brief.panels import calendar, families, pairs, sparkline

SVG = "{http://www.w3.org/2000/svg}"


def _parsed(figure):
    return ET.fromstring(figure)  # noqa: S314 - our own figure


def test_each_family_has_its_own_line(brief):
    """Families stand one under another by name, the heaviest first, strain above and ease below their lines."""
    root = _parsed(families(brief.families, brief.days, brief.opened))
    assert [t.text for t in root.iter(f"{SVG}text") if t.get("class") == "name"] == ["deeds", "words"]
    assert [p.get("class") for p in root.iter(f"{SVG}path") if "edge" in p.get("class")] == [
        "edge strain",
        "edge strain",
        "edge ease",
    ]


def test_families_share_the_days_of_the_curve(brief):
    """A day stands as far to the right in the families as in the curve above them."""
    from demarche.brief.figures import Curve, curve

    curves = _parsed(curve(Curve(name="", days=brief.days)))
    below = _parsed(families(brief.families, brief.days, ()))
    ticks = [{line.get("x1") for line in root.iter(f"{SVG}line")} for root in (curves, below)]
    assert ticks[0] == ticks[1]


def test_the_heaviest_day_of_a_family_opens(brief):
    """Where a family weighs most is a link to what that day is made of."""
    root = _parsed(families(brief.families, brief.days, brief.opened))
    assert {a.get("href") for a in root.iter(f"{SVG}a")} <= {f"#{day.anchor}" for day in brief.opened}


def test_pairs_are_named(brief):
    """The lines of pairs can be saved with their names and latest values."""
    root = _parsed(pairs(brief.dyads, date(1962, 9, 1), date(1962, 11, 24)))
    words = [t.text for t in root.iter(f"{SVG}text")]
    assert "Soviet Union – United States" in words
    assert "71" in words


def test_nothing_makes_no_figure():
    """Nothing is drawn where nothing is known."""
    assert families((), (), ()) == pairs((), None, None) == calendar((), None, None) == ""


def test_a_sparkline_says_where_it_goes(brief):
    """A line without axes has its ends in its name."""
    root = _parsed(sparkline(brief.days, brief.days[0].day, brief.days[-1].day))
    assert root.find(f"{SVG}title").text == "Index from 67 to 38"
