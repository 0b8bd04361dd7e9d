"""Spun copies made by rule."""

from demarche import codebook
from demarche.evaluate.copies import Spinner
from demarche.evaluate.copy_pairs import copies_of, joins
from demarche.record import Article
from tests.merge.test_copies import text_of

TEXT = (
    "The White House said on Monday that the Security Council would meet a week ago. “The White House stays,” he said."
)


def test_a_copy_is_repeatable() -> None:
    """The same article gives the same copy."""
    spinner = Spinner(codebook.load())
    assert spinner.spin(TEXT) == spinner.spin(TEXT)


def test_quotations_are_left_alone() -> None:
    """What stands between marks is not spun."""
    assert Spinner(codebook.load()).spin(TEXT).text.endswith(
        "“The White House stays,” he said."
    ) or "“The White House stays,”" in (Spinner(codebook.load()).spin(TEXT).text)


def test_every_kind_of_copy_is_found_beside_its_article() -> None:
    """Articles in other sentences stay apart from each other and from each other's copies."""
    articles = [Article(id=f"a{n}", text=text_of(n), sha256=str(n)) for n in range(3)]
    found = joins(articles, lambda text: text.replace("minister", "priest"))
    assert found.false == ()
    assert (found.gold, found.right) == (63, 63)
    assert found.missed == tuple((kind, 0, 3) for kind in "cut shuffled retitled spun reworded mixed".split())


def test_copies_hang_on_the_text_alone() -> None:
    """The same text gives the same copies; a cut one has two thirds of the sentences under another first line."""
    text = text_of(9)
    copies = dict(copies_of(text, str.upper))
    assert copies == dict(copies_of(text, str.upper))
    assert copies["cut"].splitlines()[1:] == text.splitlines()[:16]
    assert sorted(copies["shuffled"].splitlines()) == sorted(text.splitlines())
