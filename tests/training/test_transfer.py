"""Text without labels becomes sentences for the teacher."""

from __future__ import annotations

from training.transfer import LONGEST, sentences


def test_sentences_of_a_text_stand_once_and_bear_no_labels() -> None:
    """A sentence said in two addresses is taken once, in the product's own words and marks."""
    said = "The Government of Mexico has asked for time. We don't agree with that."
    first, second = sentences([said, "We don't agree with that."])
    assert first.words == ("The", "Government", "of", "Mexico", "has", "asked", "for", "time", ".")
    assert second.words == ("We", "do", "n't", "agree", "with", "that", ".")
    assert first.heads is first.names is first.acts is None


def test_scraps_and_endless_sentences_are_left_out() -> None:
    """What is shorter than a clause or longer than the teacher reads well teaches nothing."""
    assert sentences(["Thank you.", "It goes on " + "and on " * LONGEST + "."]) == []
