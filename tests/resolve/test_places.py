"""Place names to points on the map."""

from __future__ import annotations

import pytest

from demarche.codebook.world import World
from demarche.resolve.places import Asked, Gazette
from demarche.resolve.spots import Spot, distance


@pytest.fixture(scope="module")
def gazette() -> Gazette:
    """Keep one gazette for the module."""
    return Gazette(World.load())


def asked(*names: str) -> list[Asked]:
    """Return names as they stand in a list with commas."""
    out, at = [], 0
    for name in names:
        out.append(Asked(name=name, start=at, end=at + len(name)))
        at += len(name) + 2
    return out


def test_largest_place_of_a_name_wins_without_context(gazette: Gazette) -> None:
    """Paris alone is in France."""
    (spot,) = gazette.locate(asked("Paris"))
    assert (spot.country, spot.precision) == ("FRA", "city")


def test_containing_region_decides(gazette: Gazette) -> None:
    """Paris, Texas is in Texas."""
    paris, texas = gazette.locate(asked("Paris", "Texas"))
    assert paris.country == texas.country == "USA"
    assert distance(paris, texas) < 500


def test_directions_are_looked_through(gazette: Gazette) -> None:
    """Eastern Aleppo is in Aleppo."""
    (spot,) = gazette.locate(asked("eastern Aleppo"))
    assert spot.country == "SYR"


def test_unknown_place_takes_the_country_of_the_text(gazette: Gazette) -> None:
    """A village that no table has gets no point, and the country that the text speaks of."""
    (spot,) = gazette.locate(asked("Qwxyzabad"), {"IRQ": 3})
    assert (spot.known, spot.country) == (False, "IRQ")


def test_small_towns_and_counties_are_on_the_map(gazette: Gazette) -> None:
    """Laurel County lies in Kentucky, among the towns of the second table."""
    county, state = gazette.locate(asked("Laurel County", "Kentucky"))
    assert (county.known, county.country) == (True, "USA")
    assert distance(county, state) < 200


def test_capital_goes_before_a_state_of_its_name(gazette: Gazette) -> None:
    """Washington alone is the capital; after a comma the name is that of the area around."""
    (alone,) = gazette.locate(asked("Washington"))
    _, around = gazette.locate(asked("Rochester", "New York"))
    assert (alone.precision, alone.capital, around.precision) == ("city", True, "region")


def test_seat_of_government_lies_in_the_capital(gazette: Gazette) -> None:
    """The Kremlin is in Moscow."""
    kremlin, moscow = gazette.locate(asked("Kremlin", "Moscow"))
    assert distance(kremlin, moscow) < 1


def test_part_of_the_world_lies_in_no_state(gazette: Gazette) -> None:
    """European leaders are leaders of Europe."""
    (spot,) = gazette.locate(asked("European"))
    assert (spot.name, spot.country) == ("Europe", None)


def test_part_of_the_world_is_no_small_town(gazette: Gazette) -> None:
    """The Middle East is not the suburb of Baltimore, however American the text is."""
    (spot,) = gazette.locate(asked("Middle East"), {"USA": 9})
    assert (spot.name, spot.country) == ("Middle East", None)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Frankfurt", "DEU"),
        ("Antwerp", "BEL"),
        ("Jenin", "PSE"),
        ("Kobani", "SYR"),
        ("Fallujah", "IRQ"),
        ("Ala.", "USA"),
    ],
)
def test_places_have_the_names_that_english_news_uses(gazette: Gazette, name: str, country: str) -> None:
    """A town is known by its English name, however its own people spell it and however small it is."""
    (spot,) = gazette.locate(asked(name))
    assert (spot.known, spot.country) == (True, country)


def test_side_of_a_town_is_no_town(gazette: Gazette) -> None:
    """The West Side is not the town of Side, nor the East Bank one called Bank: the text says where they are."""
    spots = gazette.locate(asked("West Side", "East Bank"), {"USA": 3})
    assert [(spot.known, spot.country) for spot in spots] == [(False, "USA"), (False, "USA")]


def test_abbreviation_is_no_town(gazette: Gazette) -> None:
    """WA stands for a part of a country that the text is about, not for Wa in Ghana."""
    (spot,) = gazette.locate(asked("WA"), {"AUS": 3})
    assert spot.country == "AUS"


def test_body_of_the_union_and_the_west_lie_in_no_state(gazette: Gazette) -> None:
    """The European Commission is of Europe, Western governments are of the West."""
    assert [spot.country for spot in gazette.locate(asked("European Commission", "Western"), {"FIN": 3})] == [
        None,
        None,
    ]


def test_distance_is_along_the_great_circle() -> None:
    """A quarter of the equator is about 10,008 km."""
    a = Spot(name="a", country=None, lat=0, lon=0, precision="city", size=0)
    b = Spot(name="b", country=None, lat=0, lon=90, precision="city", size=0)
    assert distance(a, b) == pytest.approx(10_008, abs=1)


def test_unknown_place_lies_by_the_town_named_beside_it(gazette: Gazette) -> None:
    """A village that no table has is drawn at the town of its country that is named beside it, as a region is."""
    village, mosul = gazette.locate(asked("Qwxyzabad", "Mosul"), {"IRQ": 3})
    assert (village.name, village.country, village.precision) == ("Qwxyzabad", "IRQ", "region")
    assert distance(village, mosul) < 1


def test_thing_called_after_a_place_is_there(gazette: Gazette) -> None:
    """The Manila Qwxyz is in Manila, where the text is about the Philippines, and nowhere in a text about Peru."""
    (there,) = gazette.locate(asked("Manila Qwxyz"), {"PHL": 3})
    (elsewhere,) = gazette.locate(asked("Manila Qwxyz"), {"PER": 3})
    assert (there.known, there.country) == (True, "PHL")
    assert (elsewhere.known, elsewhere.country) == (False, "PER")


def test_state_is_no_other_spelling_of_its_capital(gazette: Gazette) -> None:
    """Mexico is the country, also beside towns near Mexico City."""
    mexico, _ = gazette.locate([Asked(name="Mexico", start=0, end=6), Asked(name="Toluca", start=40, end=46)])
    assert mexico.precision == "country"


def test_towns_of_one_area_speak_for_each_other(gazette: Gazette) -> None:
    """Paris, Huntingdon and Jackson side by side are in Tennessee."""
    paris, huntingdon, _ = gazette.locate([Asked(name=n, start=i * 50, end=i * 50 + len(n)) for i, n in enumerate(
        ("Paris", "Huntingdon", "Jackson"))], {"USA": 3})  # fmt: skip
    assert distance(paris, huntingdon) < 60
