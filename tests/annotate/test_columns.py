"""The columns of a doc."""

from spacy.lang.en import English
from spacy.tokens import Doc

from demarche.annotate.columns import Columns


def doc_of(*words: str, **columns: list) -> Doc:
    """A doc as the annotator leaves it: `norm_` is the plain reading of each word."""
    doc = Doc(English().vocab, words=list(words), **columns)
    for token in doc:
        token.norm_ = token.text
    return doc


def test_columns_say_what_the_words_of_a_doc_say():
    """Every column is what spaCy says of the words, one by one."""
    doc = doc_of(
        "Troops",
        "left",
        "Basra",
        spaces=[True, True, False],
        pos=["NOUN", "VERB", "PROPN"],
        deps=["nsubj", "root", "obj"],
        heads=[1, 1, 1],
        lemmas=["troop", "leave", "Basra"],
    )
    columns = Columns.of(doc)
    assert columns.texts == columns.words == ["Troops", "left", "Basra"]
    assert columns.low == ["troops", "left", "basra"]
    assert (columns.lemmas, columns.low_lemmas) == (["troop", "leave", "Basra"], ["troop", "leave", "basra"])
    assert (columns.pos, columns.dep) == (["NOUN", "VERB", "PROPN"], ["nsubj", "root", "obj"])
    assert (columns.heads, columns.kids) == ([1, 1, 1], [[], [0, 2], []])
    assert (columns.starts, columns.ends, columns.spaced) == ([0, 7, 12], [6, 11, 17], [True, True, False])


def test_a_damaged_word_is_there_as_it_stands_and_as_what_it_stood_for():
    """Texts are those of the article, words the plain readings of damaged ones."""
    doc = doc_of("White", "Home")
    doc[1].norm_ = "House"
    columns = Columns.of(doc)
    assert (columns.texts, columns.words, columns.low) == (["White", "Home"], ["White", "House"], ["white", "house"])


def test_a_doc_without_words_has_empty_columns():
    """An article that is all debris is no special case."""
    columns = Columns.of(doc_of())
    assert (columns.texts, columns.heads, columns.kids, columns.ends) == ([], [], [], [])


def test_the_columns_of_a_doc_are_made_once():
    """All rules of an article look at the same lists."""
    doc = doc_of("Talks", "stall")
    assert Columns.of(doc) is Columns.of(doc)
