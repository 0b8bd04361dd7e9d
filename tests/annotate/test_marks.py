"""Where quotations begin and end."""

from demarche.annotate.marks import quoted


def _texts(text: str) -> list[str]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[q.start : q.end] for q in quoted(text, paragraphs)]


def test_every_kind_of_double_mark() -> None:
    """Curly, straight, wire-service and angle marks are left off."""
    for opening, closing in (("“", "”"), ('"', '"'), ("``", "''"), ("«", "»")):
        assert _texts(f"He said: {opening}We go.{closing} Then he left.") == ["We go."]


def test_tokenised_marks() -> None:
    """Marks with blanks on both sides pair by turns."""
    assert _texts('" We go , " he said , " now . "') == ["We go ,", "now ."]


def test_apostrophes_are_no_marks() -> None:
    """British single marks are told from elisions and from the apostrophes of plurals."""
    assert _texts("The allies’ plan isn’t dead, ‘the ministers’ plan won’t fail’, he said.") == [
        "the ministers’ plan won’t fail"
    ]


def test_a_quotation_over_paragraphs() -> None:
    """A paragraph that opens again what the last left open carries it on."""
    text = "“We begin.\n“We end,” he said."
    found = quoted(text, [(0, 10), (11, len(text))])
    assert [(q.closed, q.carried) for q in found] == [(False, False), (True, True)]


def test_a_quotation_goes_on_after_a_line_without_marks() -> None:
    """What was left open is carried on by the next line that opens, though one between them has no marks."""
    text = "`` We go .\nIt is late .\n`` We go now . ''"
    found = quoted(text, [(0, 10), (11, 23), (24, len(text))])
    assert [q.carried for q in found] == [False, True]


def test_inches_are_no_marks() -> None:
    """A measure in feet and inches opens nothing."""
    assert _texts("He is 6'2\" tall.") == []


def test_a_sentence_on_each_line() -> None:
    """A quotation that a later line closes, before it opens another, is one; one that nothing closes ends its line."""
    assert _texts("`` We go .\nNow , '' he said .") == ["We go .\nNow ,"]
    assert _texts("“We go.\nHe left “soon”.") == ["We go.", "soon"]
