"""Damaged text is told from clean text, and its names are brought back."""

import itertools

from demarche.annotate.damage import find
from demarche.record import Article, DamageKind

SPUN = (
    "The White Home stated on Monday that the State Division would ship a press release per week in the past. "
    "On the similar time, officers on the Safety Council spoke on the situation of anonymity about the West Financial "
    "institution and the Center East, and Consultant Ann Smith of Ohio grew to become a whole bunch of instances extra "
    "cautious because the brand new 12 months arrived. Protection Secretary Robert Jones spoke with forwards and backwards."
)
CLEAN = (
    "The Home Office said on Monday that the State Division of Elections would publish the results next week. At the same "
    "time, officers of the Safety Board spoke to reporters about the West Bank and the Middle East."
)


def _article(text: str) -> Article:
    return Article(id="a", text=text, sha256="0")


def test_spun_text_scores_high() -> None:
    """A text full of swapped idioms is damaged beyond doubt."""
    assert find(_article(SPUN)).score > 0.8


def test_names_are_repaired() -> None:
    """Names come back word by word, several words for one where the spinner wrote several."""
    names = {p.span.text: p.repaired for p in find(_article(SPUN)).phrases if p.kind is DamageKind.NAME}
    assert names["White Home"] == "White House"
    assert names["State Division"] == "State Department"
    assert names["West Financial institution"] == "West Bank"
    assert names["Center East"] == "Middle East"
    assert names["Consultant"] == "Representative"


def test_idioms_are_read_plainly() -> None:
    """An idiom of the spinner has its plain reading."""
    phrases = {p.span.text: p.repaired for p in find(_article(SPUN)).phrases if p.kind is DamageKind.PHRASE}
    assert phrases["per week in the past"] == "a week ago"
    assert phrases["the brand new 12 months"] == "the new year"


def test_clean_text_is_left_alone() -> None:
    """Names that look swapped stay as they are in a text that shows no damage."""
    damage = find(_article(CLEAN))
    assert damage.score < 0.05
    assert damage.phrases == ()


def test_phrases_stand_in_the_text() -> None:
    """Every phrase has the offsets of its own words, in order, none overlapping."""
    phrases = find(_article(SPUN)).phrases
    assert all(SPUN[p.span.start : p.span.end] == p.span.text for p in phrases)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(phrases))


def test_idioms_of_time_and_release_are_read_plainly() -> None:
    """Time and number, and the everyday swaps that hide an act, have their plain reading in damaged text."""
    text = SPUN + " In latest weeks Hamas agreed to launch hostages, and it needed to barter for humanitarian support."
    phrases = {p.span.text: p.repaired for p in find(_article(text)).phrases if p.kind is DamageKind.PHRASE}
    assert phrases["In latest weeks"] == "In recent weeks"
    assert phrases["launch hostages"] == "release hostages"
    assert phrases["to barter"] == "to negotiate"
    assert phrases["humanitarian support"] == "humanitarian aid"
