"""Words cut into pieces."""

import pytest

from demarche.annotate.wordpiece import WordPiece

PIECES = "[PAD] [UNK] [CLS] [SEP] cease ##fire - fire u . s naive ##te elysee 北 京 ##s".split()


@pytest.fixture
def wordpiece():
    """A vocabulary of a few pieces."""
    return WordPiece({piece: number for number, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Ceasefire", "cease ##fire"),
        ("cease-fire", "cease - fire"),
        ("U.S.", "u . s ."),
        ("Naïveté", "naive ##te"),
        ("Élysée", "elysee"),
        ("北京", "北 京"),
        ("fires", "fire ##s"),
        ("zebra", "[UNK]"),
        ("fire" * 30, "[UNK]"),
        ("\u200b", ""),
    ],
)
def test_the_longest_pieces_are_taken_from_the_left(wordpiece, word, pieces):
    """Case and accents go, marks and ideographs stand alone, and what the vocabulary lacks is unknown as a whole."""
    assert [PIECES[number] for number in wordpiece.cut(word)] == pieces.split()
