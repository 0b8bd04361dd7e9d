"""Names of damaged text come back though nobody listed how they were damaged, and nothing else is touched."""

import pytest

from demarche import codebook
from demarche.annotate.repair import Repairer

REPAIRER = Repairer(codebook.load())
CARRIER = ("It", "was", "said", "that", "the")
DAMAGED = (
    ("Ivory House", "White House"),
    ("Country Department", "State Department"),
    ("Fairness Department", "Justice Department"),
    ("Supreme Tribunal", "Supreme Court"),
    ("Alien Minister", "Foreign Minister"),
    ("Defence Clergyman", "Defense Minister"),
    ("Protection Council", "Security Council"),
    ("General Gathering", "General Assembly"),
    ("United International locations", "United Nations"),
    ("Joined States", "United States"),
    ("European Fee", "European Commission"),
    ("Global Monetary Fund", "International Monetary Fund"),
    ("World Financial institution", "World Bank"),
    ("World Alternate Organization", "World Trade Organization"),
    ("International Crook Court", "International Criminal Court"),
    ("North Atlantic Pact Organization", "North Atlantic Treaty Organization"),
    ("Red Move", "Red Cross"),
    ("Pink Sea", "Red Sea"),
    ("Middle Orient", "Middle East"),
    ("Gaza Band", "Gaza Strip"),
    ("Persian Bay", "Persian Gulf"),
    ("Chilly Struggle", "Cold War"),
    ("Wall Avenue Journal", "Wall Street Journal"),
    ("New York Occasions", "New York Times"),
    ("Washington Submit", "Washington Post"),
    ("Associated Squeeze", "Associated Press"),
    ("Chief of Personnel", "Chief of Staff"),
    ("House of Masters", "House of Lords"),
    ("Coast Watch", "Coast Guard"),
    ("Progressive Guards", "Revolutionary Guards"),
    ("Labor Get together", "Labor Party"),
    ("Muslim Fraternity", "Muslim Brotherhood"),
    ("Central Insight Agency", "Central Intelligence Agency"),
    ("Government Bureau of Investigation", "Federal Bureau of Investigation"),
    ("Fatherland Security", "Homeland Security"),
    ("Lawyer General", "Attorney General"),
    ("Secretary Common", "Secretary General"),
    ("Reprieve International", "Amnesty International"),
    ("Overseas Relations Committee", "Foreign Relations Committee"),
    ("Outfitted Services Committee", "Armed Services Committee"),
    ("Nobel Harmony Prize", "Nobel Peace Prize"),
    ("Steel Dome", "Iron Dome"),
    ("Suez Waterway", "Suez Canal"),
    ("Exceptional Forces", "Special Forces"),
    ("Focal Command", "Central Command"),
    ("Oval Workplace", "Oval Office"),
    ("Electoral Fee", "Electoral Commission"),
)
PLAIN = (
    "White House",
    "New Yorker",
    "South African",
    "National Security",
    "International Organisation for Migration",
    "Iron Lady",
    "Red Army Faction",
    "Washington Monument",
    "Los Angeles",
    "Globes on Sunday",
)


def _repaired(name: str) -> list[str]:
    forms = [*CARRIER, *name.split(), "met", "again"]
    return [found.repaired for found in REPAIRER.names(forms, [not i for i in range(len(forms))], bold=True)]


@pytest.mark.parametrize(("spun", "plain"), DAMAGED)
def test_a_name_comes_back(spun: str, plain: str) -> None:
    """One odd wording in a name that all papers write is undone by what is akin to it."""
    assert [name.replace("Defence", "Defense").replace("Labour", "Labor") for name in _repaired(spun)] == [plain]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_name_stays(name: str) -> None:
    """Even in a text that is known to be damaged, an undamaged name is taken for no other."""
    assert _repaired(name) == []


def test_a_word_made_from_another_stands_for_it() -> None:
    """An ending that the spinner put on ("Whitened") is taken off again, in any name that all papers write."""
    assert _repaired("Whitened House") == ["White House"]


def test_a_country_beside_a_body_is_no_frame() -> None:
    """Beside a country's name any body of it may stand, so its other bodies are no candidates."""
    assert _repaired("US Department") == []
