"""Tests of the plain words of a doc, which mean what they mean in spaCy."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as SpacyDoc

from demarche.annotate.doc import Doc, Stretch
from tests.docs import doc_of

WORDS = "The envoy said 12 rebels left Homs . They had not fled".split()
POS = "DET NOUN VERB NUM NOUN VERB PROPN PUNCT PRON AUX PART VERB".split()
DEPS = "det nsubj root nummod nsubj ccomp obj punct nsubj aux advmod root".split()
HEADS = [1, 2, 2, 4, 5, 2, 5, 2, 11, 11, 11, 11]
NAMES = ["", "", "", "", "", "", "LOC", "", "", "", "", ""]


@pytest.fixture
def doc() -> Doc:
    """Two sentences in plain words."""
    return doc_of(WORDS, pos=POS, deps=DEPS, heads=HEADS, names=NAMES)


@pytest.fixture
def spacy_doc() -> SpacyDoc:
    """The same in the words of spaCy."""
    tags = [f"B-{name}" if name else "O" for name in NAMES]
    return SpacyDoc(English().vocab, words=WORDS, lemmas=WORDS, pos=POS, deps=DEPS, heads=HEADS, ents=tags)


@pytest.mark.parametrize(
    "name",
    "i idx text lemma_ pos_ dep_ lower_ whitespace_ ent_type_ is_punct is_space is_title is_digit like_num is_sent_start".split(),
)
def test_a_plain_word_says_of_itself_what_spacy_says(doc: Doc, spacy_doc: SpacyDoc, name: str) -> None:
    """Every attribute has the value that it has on the word of spaCy."""
    assert [getattr(word, name) for word in doc] == [getattr(word, name) for word in spacy_doc]


@pytest.mark.parametrize("name", ["children", "rights", "ancestors", "subtree"])
def test_a_plain_word_stands_among_the_same_words_as_in_spacy(doc: Doc, spacy_doc: SpacyDoc, name: str) -> None:
    """What stands under and above a word comes in the order of spaCy."""
    plain = [[other.i for other in getattr(word, name)] for word in doc]
    assert plain == [[other.i for other in getattr(word, name)] for word in spacy_doc]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_a_plain_word_leads_to_the_same_word_as_in_spacy(doc: Doc, spacy_doc: SpacyDoc, name: str) -> None:
    """Head and edges are those of spaCy."""
    assert [getattr(word, name).i for word in doc] == [getattr(word, name).i for word in spacy_doc]


def test_the_sentences_of_plain_words_are_those_of_spacy(doc: Doc, spacy_doc: SpacyDoc) -> None:
    """A sentence begins and ends where spaCy has it."""
    assert [(w.sent.start, w.sent.end) for w in doc] == [(w.sent.start, w.sent.end) for w in spacy_doc]


def test_a_stretch_has_the_root_that_it_has_in_spacy(doc: Doc, spacy_doc: SpacyDoc) -> None:
    """The word nearest to the root of the sentence heads a stretch, the first of two."""
    for start in range(len(WORDS)):
        for end in range(start + 1, len(WORDS) + 1):
            assert Stretch(doc=doc, start=start, end=end).root.i == spacy_doc[start:end].root.i


def test_a_tree_with_crossing_arcs_reaches_to_its_farthest_words() -> None:
    """All words below one are inside its edges, however the arcs cross."""
    doc = doc_of("a b c d e".split(), heads=[2, 1, 3, 1, 0])
    assert [(word.left_edge.i, word.right_edge.i) for word in doc] == [(0, 4), (0, 4), (0, 4), (0, 4), (4, 4)]


def test_one_word_is_one_object(doc: Doc) -> None:
    """A word looked at twice is the same object, so that identity is equality."""
    assert doc[5].head is doc[2]
    assert doc[2] is doc[2:4][0]
    assert doc[2].is_ancestor(doc[6])
    assert not doc[6].is_ancestor(doc[2])


def test_a_neighbour_outside_the_text_is_an_error(doc: Doc) -> None:
    """No word stands before the first or after the last."""
    assert doc[1].nbor(-1) is doc[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(WORDS) - 1].nbor()
