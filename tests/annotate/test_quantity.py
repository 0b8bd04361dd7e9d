"""Quantities: how many of what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from demarche.annotate import quantity, time
from demarche.annotate.reading import Reading
from demarche.record import Quantity

Read = Callable[..., Reading]


def found(reading: Reading) -> tuple[Quantity, ...]:
    """Read times and quantities."""
    return quantity.find(replace(reading, times=time.find(reading)))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("They killed 27 soldiers.", 27, 27, "soldier"),
        ("They killed more than 20,000 civilians.", 20_000, None, "civilian"),
        ("They killed up to 50 civilians.", None, 50, "civilian"),
        ("They held 35 to 40 hostages.", 35, 40, "hostage"),
        ("They counted between 3 and 5 ships.", 3, 5, "ship"),
        ("It was 20 percent.", 20, 20, "percent"),
        ("It was a 15-20 percent cut.", 15, 20, "percent"),
        ("They spent $147.5 million.", 147_500_000, 147_500_000, "USD"),
        ("They met for nearly two months.", 2, 2, "months"),
        ("They met 30km away.", 30, 30, "km"),
        ("They met 300m from it.", 300, 300, "m"),
        ("They held three-quarters of it.", 75, 75, "percent"),
        ("They met six weeks ago.", 6, 6, "weeks"),
        ("They spent $3-4 million.", 3_000_000, 4_000_000, "USD"),
        ("They met him, aged 45.", 45, 45, "years"),
        ("They met for over a week.", 1, None, "weeks"),
        ("They met at least once.", 1, None, "times"),
    ],
)
def test_numbers_with_their_ends_and_unit(read: Read, text: str, low: float, high: float, unit: str) -> None:
    """Words before a number open one of its ends; the unit is what is counted or measured."""
    (quantity_,) = found(read(text))
    assert (quantity_.low, quantity_.high, quantity_.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Thousands fled.", 1000),
        ("Several thousand fled.", 2000),
        ("A few hundred fled.", 200),
        ("Scores of trucks left.", 40),
    ],
)
def test_vague_numbers_have_a_lowest_end(read: Read, text: str, low: float) -> None:
    """Words for many are approximate, with the least that they can mean."""
    (quantity_,) = found(read(text))
    assert (quantity_.low, quantity_.high, quantity_.approximate) == (low, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "They met on Oct. 7, 2023.",
        "They adopted Resolutions 2254 and 2118.",
        "They met team no. 225 there.",
        "He met the four-star general.",
        "He left with an AK47.",
        "They met at 11 p.m. on Dec. 8.",
    ],
)
def test_dates_and_numbers_of_things_count_nothing(read: Read, text: str) -> None:
    """No quantity is found in a date, a clock time, a resolution or a name."""
    assert found(read(text)) == ()
