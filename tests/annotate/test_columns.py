"""The columns of a doc."""

from tests.docs import doc_of


def test_columns_say_what_follows_from_the_words_and_the_tree():
    """Lower case, ends, what hangs on a word and how far it reaches come from words, lemmas and heads."""
    doc = doc_of(
        ["Troops", "left", "Basra"],
        spaces=[True, True, False],
        pos=["NOUN", "VERB", "PROPN"],
        deps=["nsubj", "root", "obj"],
        heads=[1, 1, 1],
        lemmas=["troop", "leave", "Basra"],
    )
    columns = doc.columns
    assert (columns.low, columns.low_lemmas) == (["troops", "left", "basra"], ["troop", "leave", "basra"])
    assert [list(kids) for kids in columns.kids] == [[], [0, 2], []]
    assert (columns.left, columns.right) == ([0, 0, 2], [0, 2, 2])
    assert (columns.starts, columns.ends) == ([0, 7, 12], [6, 11, 17])


def test_a_damaged_word_is_there_as_it_stands_and_as_what_it_stood_for():
    """Texts are those of the article, words the plain readings of damaged ones."""
    columns = doc_of(["White", "Home"], plain=["White", "House"]).columns
    assert (columns.texts, columns.words, columns.low) == (["White", "Home"], ["White", "House"], ["white", "house"])


def test_a_doc_without_words_has_empty_columns():
    """An article that is all debris is no special case."""
    columns = doc_of([]).columns
    assert (columns.texts, columns.heads, columns.kids, columns.ends) == ([], [], [], [])
