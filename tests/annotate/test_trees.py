"""The best tree and the best names that a sentence's scores allow."""

from __future__ import annotations

import numpy as np
import pytest

from demarche.annotate.trees import verbal


@pytest.mark.parametrize(
    ("words", "tags", "labels", "heads", "verb"),
    [
        ("UK welcomes listings", "PROPN INTJ NOUN", "nsubj root obj", [1, -1, 1], 1),
        ("they have blocked sites", "PRON AUX PROPN NOUN", "nsubj aux root obj", [2, 2, -1, 2], 2),
        ("police threatened to beat", "NOUN NUM PART VERB", "nsubj root mark xcomp", [1, -1, 3, 1], 1),
    ],
)
def test_a_word_with_a_subject_and_an_object_is_a_verb(words, tags, labels, heads, verb):
    """The tree decides where the tags of headlines and rare forms went astray."""
    found = verbal(tags.split(), labels.split(), np.array(heads), words.split())

    assert found[verb] == "VERB"
    assert [t for n, t in enumerate(found) if n != verb] == [t for n, t in enumerate(tags.split()) if n != verb]


def test_an_adjective_after_a_copula_stays_one():
    """A subject alone makes no verb of an adjective, nor does a copula."""
    tags = ["PROPN", "AUX", "ADJ"]

    assert verbal(tags, ["nsubj", "cop", "root"], np.array([2, 2, -1]), ["Oman", "is", "calm"]) == tags
