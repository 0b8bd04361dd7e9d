"""Tests of the plain words that stand in for those of spaCy."""

from __future__ import annotations

import pytest

from demarche.annotate.columns import Columns
from demarche.code.plain import PlainDoc
from tests.code.trees import tree

TEXT = (
    "The/the/DET/det/2 envoy/envoy/NOUN/nsubj/3 said/say/VERB/root/0 rebels/rebel/NOUN/nsubj/5 "
    "left/leave/VERB/ccomp/3 Homs/Homs/PROPN/obj/5 ././PUNCT/punct/3 They/they/PRON/nsubj/9 fled/flee/VERB/root/0"
)


@pytest.mark.parametrize("name", ["i", "text", "norm_", "lemma_", "pos_", "dep_", "lower_", "whitespace_", "is_punct"])
def test_a_plain_word_says_of_itself_what_spacy_says(name: str) -> None:
    """Every attribute has the value that it has on the word of spaCy."""
    doc = tree(TEXT)
    assert [getattr(word, name) for word in PlainDoc(doc)] == [getattr(word, name) for word in doc]


@pytest.mark.parametrize("name", ["children", "ancestors", "subtree"])
def test_a_plain_word_stands_among_the_same_words_as_in_spacy(name: str) -> None:
    """What stands under and above a word comes in the order of spaCy."""
    doc = tree(TEXT)
    plain = [[other.i for other in getattr(word, name)] for word in PlainDoc(doc)]
    assert plain == [[other.i for other in getattr(word, name)] for word in doc]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_a_plain_word_leads_to_the_same_word_as_in_spacy(name: str) -> None:
    """Head and edges are those of spaCy."""
    doc = tree(TEXT)
    assert [getattr(word, name).i for word in PlainDoc(doc)] == [getattr(word, name).i for word in doc]


def test_the_sentences_of_plain_words_are_those_of_spacy() -> None:
    """A sentence begins and ends where spaCy has it."""
    doc = tree(TEXT)
    assert [(w.sent.start, w.sent.end) for w in PlainDoc(doc)] == [(w.sent.start, w.sent.end) for w in doc]


def test_one_word_is_one_object() -> None:
    """A word looked at twice is the same object, so that identity is equality."""
    doc = PlainDoc(tree(TEXT))
    assert doc[4].head is doc[2]
    assert doc[2] is doc[2:4][0]
    assert doc[2].is_ancestor(doc[5])
    assert not doc[5].is_ancestor(doc[2])


def test_a_neighbour_outside_the_text_is_an_error() -> None:
    """No word stands before the first or after the last."""
    doc = PlainDoc(tree(TEXT))
    assert doc[1].nbor(-1) is doc[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[8].nbor()


def test_the_columns_of_plain_words_are_those_of_their_doc() -> None:
    """What is remembered of a doc is found again by its plain words, which are not read a second time."""
    doc = tree(TEXT)
    assert Columns.of(PlainDoc(doc)) is Columns.of(doc)  # type: ignore[arg-type]
