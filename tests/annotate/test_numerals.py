"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from demarche.annotate.numerals import cardinal, ordinal, spoken_year


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("13,000 rounds", 13_000, 1),
        ("147.5 million", 147_500_000, 2),
        ("thirty - two of", 32, 3),
        ("two hundred and five men", 205, 4),
        ("three million", 3_000_000, 2),
        ("one hundred thousand", 100_000, 3),
        ("half a million", 500_000, 3),
        ("5 1 / 2 hours", 5.5, 4),
        ("two and a half years", 2.5, 4),
        ("20 bn", 20_000_000_000, 2),
        ("two dozen men", 24, 2),
        ("two and a half million tons", 2_500_000, 5),
    ],
)
def test_cardinals(text: str, value: float, words: int) -> None:
    """A number is read to its last word and no further."""
    assert cardinal(text.split(), 0) == (value, words)


def test_other_words_are_no_numbers() -> None:
    """A word that is no number gives nothing."""
    assert cardinal(["million"], 0) is None
    assert cardinal(["the"], 0) is None


@pytest.mark.parametrize(("text", "value"), [("second", 2), ("23 rd", 23), ("twenty - first", 21)])
def test_ordinals(text: str, value: int) -> None:
    """Ordinals are read in words and digits."""
    found = ordinal(text.split(), 0)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(("text", "value"), [("nineteen ninety - six", 1996), ("twenty twenty", 2020)])
def test_spoken_years(text: str, value: int) -> None:
    """Years are spoken in two halves."""
    found = spoken_year(text.split(), 0)
    assert found is not None
    assert found.value == value
