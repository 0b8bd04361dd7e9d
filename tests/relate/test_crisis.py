"""The strain of a known crisis: October 1962 in the acts that were public, told to the day."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.merge import merge
from demarche.relate import Contribution, StrainDay, change_points, contributions, join_asks, rank, strain, tell
from tests.merge.build import Act, record

ISSUE = "missiles"
ACTS = tuple(
    Act(sentence=sentence, trigger=trigger, type=kind, source=source, target=target, on=f"1962-{day}", issue=ISSUE)
    for day, kind, source, target, trigger, sentence in (
        ("10-18", "CONSULT", "SUN", "USA", "met", "Gromyko met Kennedy at the White House."),
        ("10-22", "REQUEST", "USA", "SUN", "demanded", "Kennedy demanded that Moscow remove its missiles from Cuba."),
        ("10-22", "ACCUSE", "USA", "SUN", "accused", "Kennedy accused Moscow of deception."),
        ("10-22", "THREATEN", "USA", "SUN", "warned", "Kennedy warned Moscow of full retaliation."),
        ("10-23", "REJECT", "SUN", "USA", "rejected", "The Kremlin rejected the measures as piracy."),
        ("10-24", "ACCUSE", "SUN", "USA", "charged", "Khrushchev charged Kennedy with banditry in a letter."),
        ("10-27", "ASSAULT", "SUN", "USA", "shot down", "A rocket shot down an American U-2 over the island."),
        (
            "10-28",
            "RETREAT",
            "SUN",
            "",
            "removing",
            "Khrushchev broadcast that he was removing the missiles from Cuba.",
        ),
        ("11-20", "RETREAT", "USA", "SUN", "stood down", "American bombers stood down after four weeks of alert."),
    )
)


@pytest.fixture(scope="module")
def parts() -> list[Contribution]:
    """Return what the acts add to the pair, each told by an article of its own two days later at most."""
    told = [tell(record(f"a{n}", act, published="1962-11-21")) for n, act in enumerate(ACTS)]
    events = merge(r for t in told for r in t.reports)
    made, _ = contributions(events, join_asks([k for t in told for k in t.asks], events))
    return [p for p in made if (p.a, p.b) == ("SUN", "USA")]


@pytest.fixture(scope="module")
def days(parts: list[Contribution]) -> dict[date, StrainDay]:
    """Return the curve by day."""
    return {d.day: d for d in strain(parts, None, date(1962, 11, 21))}


def test_the_crisis_peaks_on_the_day_the_plane_is_shot_down(
    parts: list[Contribution], days: dict[date, StrainDay]
) -> None:
    """The highest day is 27 October, by the index and by what is sure of it."""
    assert max(days.values(), key=lambda d: d.index).day == date(1962, 10, 27)
    (dyad,) = rank({("SUN", "USA"): (list(days.values()), parts)}, {}, date(1962, 11, 21))
    assert dyad.peak_day == date(1962, 10, 27)


def test_the_speech_raises_and_the_withdrawal_releases(parts: list[Contribution], days: dict[date, StrainDay]) -> None:
    """The turns are the speech of 22 October, the downing of the 27th and what was yielded on the 28th and 20 November."""
    turns = [(c.day.isoformat()[5:], c.after > c.before) for c in change_points(list(days.values()), parts)]
    assert turns == [("10-22", True), ("10-28", False), ("11-20", False)]


def test_the_withdrawal_ends_what_was_asked_and_threatened(parts: list[Contribution]) -> None:
    """The withdrawal names no other side, and yet ends demand, threat and refusal, and settles some of the downing."""
    ended = {p.family: p.ends for p in parts if p.day == date(1962, 10, 28) and p.ends}
    assert set(ended) == {"words", "threats and levers", "refusals", "deeds"}
    assert 0 < ended["deeds"] < 8.1
