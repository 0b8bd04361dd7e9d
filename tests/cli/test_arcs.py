"""Arcs beside words."""

from hypothesis import given
from hypothesis import strategies as st

from demarche.cli.arcs import TIP, WIDEST, arcs


def test_a_verb_holds_its_subject_and_its_object():
    """The head has one stroke to each side, its dependents an arrow."""
    assert arcs([1, None, 1]) == ["┌─▸", "├──", "└─▸"]


def test_an_inner_arc_stands_nearer_to_the_words():
    """What an arc spans is drawn inside it."""
    assert arcs([2, 2, None]) == ["┌───▸", "│ ┌─▸", "└─┴──"]


def test_one_word_has_no_arc():
    """A sentence of one word is its root."""
    assert arcs([None]) == [" "]


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(*[st.integers(0, n - 1) for _ in range(n)])))
def test_any_heads_give_one_line_a_word_within_the_width(heads):
    """However deep or crossed: equal widths, never more than the columns given, an arrow at every dependent."""
    lines = arcs([None if head == word else head for word, head in enumerate(heads)])
    assert len(lines) == len(heads)
    assert len({len(line) for line in lines}) == 1
    assert len(lines[0]) <= WIDEST + 1
    assert all((line[-1] == TIP) == (head != word) for word, (line, head) in enumerate(zip(lines, heads, strict=True)))
