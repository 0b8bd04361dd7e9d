"""The table of small places is found in by name."""

from __future__ import annotations

import gzip
from importlib.resources import files
from pathlib import Path

from demarche.codebook.towns import Towns
from demarche.codebook.world import normalise

HEADER = "name\tkind\tcountry\tlatitude\tlongitude\tpopulation"


def written(folder: Path, *rows: str) -> Towns:
    """Write a table of towns."""
    file = folder / "towns.tsv.gz"
    file.write_bytes(gzip.compress("\n".join([HEADER, *rows]).encode()))
    return Towns(file)


def test_all_of_a_name_come_the_most_populous_first(tmp_path: Path) -> None:
    """Two towns of one name are both found, regardless of case and accents, and nothing else is."""
    towns = written(
        tmp_path,
        "Ab\tcity\tUSA\t1\t1\t1000",
        "Paris\tcity\tUSA\t36.30\t-88.33\t10000",
        "París\tcity\tPAN\t8.05\t-80.55\t12000",
        "Parish\tcity\tUSA\t2\t2\t1000",
    )
    assert [place.country for place in towns.named("paris")] == ["PAN", "USA"]
    assert towns.named("Zz") == []


def test_folder_without_the_table_has_no_towns(tmp_path: Path) -> None:
    """A missing file is an empty table."""
    assert Towns(tmp_path / "towns.tsv.gz").named("Paris") == []


def test_shipped_table_is_in_the_order_in_which_it_is_searched() -> None:
    """The lines stand in the order of the folded names."""
    lines = Towns(Path(str(files("demarche.codebook") / "data" / "towns.tsv.gz"))).lines
    keys = [normalise(line.partition("\t")[0]) for line in lines]
    assert keys == sorted(keys)
