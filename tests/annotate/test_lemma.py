"""Dictionary forms."""

from __future__ import annotations

import pytest

from demarche.annotate.lemma import lemma, verb_tag


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("Said", "VERB", "say"),
        ("withdrew", "VERB", "withdraw"),
        ("fought", "VERB", "fight"),
        ("left", "VERB", "leave"),
        ("talks", "NOUN", "talk"),
        ("countries", "NOUN", "country"),
        ("men", "NOUN", "man"),
        ("’s", "AUX", "be"),
        ("Biden", "PROPN", "Biden"),
        ("worse", "ADJ", "bad"),
        ("most", "ADJ", "most"),
        ("The", "DET", "the"),
    ],
)
def test_words_have_the_form_of_the_dictionary(word: str, pos: str, expected: str) -> None:
    """Irregular forms are known and names keep their form and case."""
    assert lemma(word, pos) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("met", "past"), ("meets", "present"), ("meeting", "ing"), ("meet", "base"), ("cut", "past"), ("planned", "past")],
)
def test_verbs_show_their_form(word: str, expected: str) -> None:
    """Past forms are told from present ones."""
    assert verb_tag(word) == expected
