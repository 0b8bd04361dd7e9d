"""The best tree and the best names that a sentence's scores allow."""

from __future__ import annotations

import pytest

from demarche.annotate.trees import below_adjectives, verbal


@pytest.mark.parametrize(
    ("words", "tags", "labels", "heads", "verb"),
    [
        ("UK welcomes listings", "PROPN INTJ NOUN", "nsubj root obj", [1, -1, 1], 1),
        ("they have blocked sites", "PRON AUX PROPN NOUN", "nsubj aux root obj", [2, 2, -1, 2], 2),
        ("they contribute dollars", "PRON SYM NOUN", "nsubj root obj", [1, -1, 1], 1),
        ("police threatened to beat", "NOUN NUM PART VERB", "nsubj root mark xcomp", [1, -1, 3, 1], 1),
    ],
)
def test_a_word_with_a_subject_and_an_object_is_a_verb(words, tags, labels, heads, verb):
    """The tree decides where the tags of headlines and rare forms went astray."""
    found = verbal(tags.split(), labels.split(), heads, words.split())

    assert found[verb] == "VERB"
    assert [t for n, t in enumerate(found) if n != verb] == [t for n, t in enumerate(tags.split()) if n != verb]


def test_an_adjective_after_a_copula_stays_one():
    """A subject alone makes no verb of an adjective, nor does a copula."""
    tags = ["PROPN", "AUX", "ADJ"]

    assert verbal(tags, ["nsubj", "cop", "root"], [2, 2, -1], ["Oman", "is", "calm"]) == tags


def test_an_infinitive_behind_an_adjective_is_its_own():
    """Who is about to act acts; who says so does not, though both clauses hang on his verb."""
    tags = "PROPN AUX ADJ PART VERB NOUN NOUN VERB".split()
    labels = "nsubj cop ccomp mark ccomp obj nsubj root".split()

    found, heads = below_adjectives(tags, labels, [2, 2, 7, 4, 7, 4, 7, -1])

    assert (found[4], heads[4]) == ("xcomp", 2)
    assert [found[2], heads[2], found[5], heads[5]] == ["ccomp", 7, "obj", 4]
