"""Our labelled sentences are read strictly."""

from __future__ import annotations

import pytest

from training.sentences import LabelError, cut, parse

BLOCK = [
    "Iran rejected Israel's claim that Iran had paid a visit.",
    "  REJECT happened | rejected | Iran > Israel",
    "  CONSULT/visit denied | paid a visit | Iran#2 > - + Israel",
    "  names | LOC: Iran; Israel",
]


def test_spans_become_ranges_of_words():
    """Each span is found among the words, a second one by its number."""
    sentence = parse(BLOCK)

    reject, visit = sentence.acts
    assert sentence.words[3] == "'s"
    assert (reject.kind, reject.mode, reject.status) == ("REJECT", "", "happened")
    assert (reject.sources, reject.targets) == (((0, 1),), ((2, 3),))
    assert (visit.mode, visit.trigger, visit.sources) == ("visit", (8, 11), ((6, 7),))
    assert (visit.targets, visit.others) == ((), ((2, 3),))


def test_a_name_counts_wherever_it_stands():
    """A listed name is labelled at each of its places."""
    assert parse(BLOCK).names == ((0, 1, "LOC"), (2, 3, "LOC"), (6, 7, "LOC"))


def test_a_longer_name_keeps_its_words():
    """A name inside a longer one is not labelled there."""
    block = ["Kuwait met Kuwait City.", " names | LOC: Kuwait; Kuwait City"]

    assert parse(block).names == ((0, 1, "LOC"), (2, 4, "LOC"))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (" HIT happened | met | A > B", "no such type"),
        (" CONSULT/beat happened | met | A > B", "no such type"),
        (" CONSULT soon | met | A > B", "no such type"),
        (" CONSULT happened | saw | A > B", "'saw'"),
        (" CONSULT happened | met | A", "not an act line"),
        (" names | GPE: A", "no such class"),
        ("A second sentence.", "second sentence"),
    ],
)
def test_what_is_wrong_is_said(line, message):
    """A line that breaks the format is refused with what is wrong in it."""
    with pytest.raises(LabelError, match=message):
        parse(["A met B.", line])


def test_a_part_of_a_word_is_no_word():
    """A span inside a word of letters is not found; one beside a hyphen is."""
    assert cut("Iranians met.").all("Iran") == []
    assert cut("A Russian-led force").all("Russian") == [(1, 2)]
