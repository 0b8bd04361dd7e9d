"""The tables of the world find what names, titles and surnames mean, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from demarche.codebook import world as world_module
from demarche.codebook.world import Gender, NameKind, World, normalise

DATA = Path(world_module.__file__).parent / "data"


@pytest.fixture(scope="module")
def world() -> World:
    """Give the shipped tables."""
    return World.load()


class TestNormalise:
    """Spellings of one name meet."""

    def test_spellings_meet(self) -> None:
        """Case, dots, accents, hyphens, apostrophes, a leading article and a possessive make no difference."""
        assert normalise("U.S.") == "us"
        assert normalise("the Élysée’s") == "elysee"
        assert normalise("al-Sissi") == normalise("Al Sissi")


class TestCountries:
    """States by name, adjective, people and seat."""

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("U.S.", "USA"), ("the United States", "USA"), ("Britain", "GBR"), ("Scotland", "GBR"), ("DRC", "COD"),
            ("Kosovo", "KOS"), ("Palestinian territories", "PSE"), ("Soviet Union", "SUN"),
        ],
    )  # fmt: skip
    def test_a_name_gives_its_state(self, world: World, text: str, code: str) -> None:
        """Long, short, dotted and partial names lead to the code of the state."""
        found = world.country_of_name(text)
        assert found is not None
        assert found.code == code

    @pytest.mark.parametrize("text", ["us", "turkey", "it", "china"])
    def test_small_letters_name_no_state(self, world: World, text: str) -> None:
        """A pronoun or a bird is not a state."""
        assert world.country_of_name(text) is None

    @pytest.mark.parametrize(
        ("text", "code"), [("Turkish", "TUR"), ("Israelis", "ISR"), ("Chechen", "RUS"), ("Englishmen", "GBR")]
    )
    def test_adjectives_and_peoples_give_their_state(self, world: World, text: str, code: str) -> None:
        """An adjective, a plural and a people inside a state lead to the state."""
        found = world.country_of_adjective(text)
        assert found is not None
        assert found.code == code

    def test_the_kremlin_depends_on_the_day(self, world: World) -> None:
        """A seat of government stands for the state that sat there."""
        before = world.country_of_metonym("Kremlin", date(1962, 10, 22))
        after = world.country_of_metonym("the Kremlin", date(2022, 2, 24))
        assert (before and before.code, after and after.code) == ("SUN", "RUS")


class TestOrganisations:
    """Bodies by name and acronym."""

    def test_armed_groups_have_their_own_code_and_a_base(self, world: World) -> None:
        """A group that is no state's carries its own code, and says where it is."""
        hamas = world.organisation("Islamic Resistance Movement")
        assert hamas is not None
        assert (hamas.country, hamas.base, hamas.sector) == ("HAMAS", ("PSE",), "REB")

    def test_short_acronyms_need_capitals(self, world: World) -> None:
        """IS is a group, "is" a verb."""
        assert world.organisation("IS") is not None
        assert world.organisation("is") is None

    def test_an_article_that_belongs_to_the_name_is_needed(self, world: World) -> None:
        """The Hill is a newspaper, but Hill alone is a surname."""
        assert world.organisation("The Hill") is not None
        assert world.organisation("Hill") is None

    def test_ids_are_unique_and_countries_known(self, world: World) -> None:
        """Every id stands once."""
        ids = [row.id for row in world.organisations]
        assert len(ids) == len(set(ids))


class TestOfficesAndRoles:
    """Titles and plain nouns."""

    @pytest.mark.parametrize(
        ("title", "kind"),
        [
            ("former Israeli Prime Minister", "head_of_government"),
            ("Minister of Foreign Affairs of France", "foreign_minister"),
            ("spokesman for the prime minister", "spokesperson"),
            ("deputy prime minister", "deputy_head_of_government"),
            ("Lt. Gen.", "military_officer"),
        ],
    )
    def test_a_title_gives_its_office(self, world: World, title: str, kind: str) -> None:
        """The longest title wins, and none is taken from behind a preposition."""
        found = world.office(title)
        assert found is not None
        assert found.kind == kind

    @pytest.mark.parametrize(
        ("noun", "sector"),
        [("troops", "MIL"), ("police", "COP"), ("opposition", "OPP"), ("villagers", "CVL")],
    )
    def test_a_noun_gives_its_sector(self, world: World, noun: str, sector: str) -> None:
        """Plain nouns say what kind of actor is meant."""
        found = world.role_noun(noun)
        assert found is not None
        assert found.sector == sector


class TestHolders:
    """Who held what when."""

    @pytest.mark.parametrize(
        ("name", "on", "full"),
        [
            ("Bush", date(1990, 8, 16), "George Bush"),
            ("Bush", date(2003, 3, 20), "George W. Bush"),
            ("Johnson", date(2016, 9, 20), "Boris Johnson"),
            ("Clinton", date(2011, 12, 6), "Hillary Clinton"),
            ("al-Assad", date(1982, 2, 2), "Hafez al-Assad"),
            ("Sissi", date(2023, 12, 31), "Abdel Fattah el-Sisi"),
        ],
    )
    def test_a_surname_means_who_was_in_office(self, world: World, name: str, on: date, full: str) -> None:
        """The same surname means another person on another day."""
        assert world.holders(name, on)[0].name == full

    def test_an_office_has_one_holder_a_day(self, world: World) -> None:
        """The holder of an office is that of the day asked for."""
        found = world.holder_of("head_of_state", "USA", date(1962, 10, 22))
        assert found is not None
        assert found.name == "John F. Kennedy"

    def test_who_is_known_to_be_in_office_goes_before_his_successor_of_that_month(self, world: World) -> None:
        """Of a change in a month without its day, nobody is taken to be in office before him whose days are told."""
        day = date(2011, 2, 1)
        old = replace(world.holders("Mubarak", day)[0], since="1981-10-14", until="2011-02-11")
        new = replace(old, name="Successor", since="2011-02", until="2012-06")
        assert not old.turns(day)
        assert new.turns(day)
        assert not new.turns(date(2011, 3, 1))
        found = world.holder_of("head_of_state", "EGY", day)
        assert found is not None
        assert found.name == "Hosni Mubarak"

    def test_nobody_knows_the_unknown(self, world: World) -> None:
        """An unknown name gives nothing."""
        assert world.holders("Quackenbush-Ypsilanti", date(2000, 1, 1)) == []


class TestPlaces:
    """Places by name."""

    def test_the_larger_place_comes_first(self, world: World) -> None:
        """Of places of one name the most populous leads."""
        assert [place.country for place in world.places("Paris")][:1] == ["FRA"]

    def test_older_names_are_known(self, world: World) -> None:
        """Kiev is Kyiv."""
        assert world.places("Kiev")[0].name == "Kyiv"


class TestGivenNames:
    """Given names and genders."""

    def test_a_given_name_tells_he_from_she(self, world: World) -> None:
        """The first name decides, and an unknown one is unknown."""
        assert world.gender("Hillary Clinton") is Gender.FEMALE
        assert world.gender("Benjamin Netanyahu") is Gender.MALE
        assert world.gender("X") is Gender.UNKNOWN


class TestOwnTables:
    """A user's own rows."""

    def test_a_folder_adds_and_replaces_rows(self, tmp_path: Path) -> None:
        """A user's row of a known key replaces ours; a new one is added; missing columns are empty."""
        table = tmp_path / "organisations.tsv"
        table.write_text(
            "id\tname\tnames\tkind\tcountry\nhamas\tHAMAS!\t\tparty\tPSE\nx\tXyz Front\tXF\tparty\tFRA\n",
            "utf-8",
        )
        world = World.load(tmp_path)
        assert world.organisation("HAMAS!") is not None
        assert world.organisation("Islamic Resistance Movement") is None
        assert world.organisation("Xyz Front") is not None


def test_names_give_every_table(world: World) -> None:
    """The surface forms for a matcher come from all tables but places."""
    assert {surface.kind for surface in world.names()} == set(NameKind)


def test_a_folder_with_one_table_leaves_the_others_as_they_are(tmp_path):
    """Who adds a country need not copy the organisations."""
    header = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[0]
    cells = ["ELB", "Elbonia", "", "Elbonian"]
    row = "\t".join([*cells, *[""] * (header.count("\t") + 1 - len(cells))])
    (tmp_path / "countries.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")

    world = World.load(tmp_path)

    assert world.country_of_adjective("Elbonian").code == "ELB"
    assert world.organisation("NATO").id == World.load().organisation("NATO").id
