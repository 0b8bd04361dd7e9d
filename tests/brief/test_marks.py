"""Highlights cut a text without losing or moving a character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.brief.marks import Highlight, paragraphs, pieces

SPANS = st.tuples(st.integers(-3, 40), st.integers(-3, 40)).map(
    lambda ends: Highlight(start=min(ends), end=max(ends), kind="trigger", target=f"e{ends[0]}")
)


def _mark(start, end, kind="trigger"):
    return Highlight(start=start, end=end, kind=kind)


@settings(deadline=None)
@given(st.text(max_size=40), st.lists(SPANS, max_size=6))
def test_the_pieces_joined_are_the_text(text, marks):
    """Whatever the highlights, nested, crossing or outside, every character comes out once and in place."""
    found = pieces(text, marks)
    assert "".join(p.text for p in found) == text
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in found)


@settings(deadline=None)
@given(st.text(alphabet="ab \n🕊", max_size=40), st.lists(SPANS, max_size=6))
def test_a_character_is_under_the_highlights_that_cover_it(text, marks):
    """A piece is under a highlight exactly where the highlight's offsets say so."""
    for piece in pieces(text, marks):
        covering = {m for m in marks if m.start <= piece.start < m.end}
        assert set(piece.under) == covering or not piece.text


def test_crossing_highlights_share_a_piece():
    """Where two highlights cross, the shared words are one piece under both."""
    found = pieces("abcdef", [_mark(0, 4, "sentence"), _mark(2, 6)])
    assert [(p.text, [m.kind for m in p.under]) for p in found] == [
        ("ab", ["sentence"]),
        ("cd", ["sentence", "trigger"]),
        ("ef", ["trigger"]),
    ]


def test_pieces_know_which_highlights_begin_and_end_in_them():
    """An anchor is put where a highlight begins, a reference where it ends."""
    mark = _mark(2, 4)
    found = pieces("abcdef", [mark])
    assert [(p.starts, p.ends) for p in found] == [((), ()), ((mark,), (mark,)), ((), ())]


def test_a_text_without_highlights_is_one_piece():
    """Plain text stays whole."""
    assert [p.text for p in pieces("abc", [])] == ["abc"]


def test_paragraphs_keep_the_offsets_of_the_article():
    """Pieces of a later paragraph count from the start of the article; blank lines make no paragraph."""
    first, second = paragraphs("ab\n\ncdef", [_mark(5, 7)])
    assert [p.text for p in first] == ["ab"]
    assert [(p.start, p.text) for p in second] == [(4, "c"), (5, "de"), (7, "f")]
