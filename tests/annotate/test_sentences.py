"""Where sentences end."""

from __future__ import annotations

import pytest

from demarche.annotate.sentences import level, split


def texts(text: str) -> list[str]:
    """Split into the words of sentences."""
    return [sentence.span.text for sentence in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Biden met Gen. Michael E. Kurilla in the U.S. Capitol on Oct. 7.",
        "William J. Burns, the C.I.A. director, met him at 11 p.m. on Dec. 8.",
        "Resolution No. 425 and team no. 225 were named.",
        "“Why now?” he asked.",
        "I am not talking on behalf of anyone in the area... but myself.",
        "He works for Acme Inc. and lives in Washington, D.C. today.",
        "`` We will go . ''",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    """Abbreviations, initials, ellipses and quotations leave a sentence whole."""
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "JERUSALEM (AP) _ Israel said on Sunday that it would leave.",
            ["JERUSALEM (AP) _", "Israel said on Sunday that it would leave."],
        ),
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("he met mr.  smith.  they left.", ["he met mr.  smith.", "they left."]),
        ("“We will go.” He left.", ["“We will go.”", "He left."]),
        ("He left (at last.) She stayed.", ["He left (at last.)", "She stayed."]),
        ("They live in the U.S. The war goes on.", ["They live in the U.S.", "The war goes on."]),
        ("It ended in the spring.The EU agreed.", ["It ended in the spring.", "The EU agreed."]),
        ("`` I left . '' She stayed .", ["`` I left . ''", "She stayed ."]),
        ("Was it so? It was! Yes.", ["Was it so?", "It was!", "Yes."]),
        ("He was shot at 9 p.m. He died.", ["He was shot at 9 p.m.", "He died."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    """Closing quotation marks and brackets stay with the sentence that they close."""
    assert texts(text) == expected


def test_a_blank_line_always_ends_a_sentence() -> None:
    """A title without a full stop is a sentence, and paragraphs are numbered from 0."""
    found = split("Gulf Showdown Takes Turn\n\nBush spoke. He left.")
    assert [(s.span.text, s.paragraph) for s in found] == [
        ("Gulf Showdown Takes Turn", 0),
        ("Bush spoke.", 1),
        ("He left.", 1),
    ]


def test_lines_are_paragraphs_unless_they_are_wrapped_prose() -> None:
    """Short lines end sentences; the lines of a wrapped paragraph do not."""
    assert texts("Fatah\nHamas\nThe two met.") == ["Fatah", "Hamas", "The two met."]
    wrapped = (
        "The Persian Gulf showdown between Iraq and the United States took a more\n"
        "personal turn Thursday when Saddam Hussein called President Bush a liar\n"
        "and said the outbreak of war could bring thousands of Americans home."
    )
    assert texts(wrapped) == [wrapped]


def test_levelling_keeps_every_offset() -> None:
    """Odd spaces become plain ones, one for one."""
    text = "a\u00a0b\tc\u2009d\r\ne"
    assert level(text) == "a b c d \ne"
    assert len(level(text)) == len(text)


def test_no_text_has_no_sentences() -> None:
    """White space alone is nothing."""
    assert split("  \n\n ") == ()
