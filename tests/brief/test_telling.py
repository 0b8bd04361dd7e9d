"""The sentences to read are few, large and of different kinds."""

from __future__ import annotations

from dataclasses import replace

from demarche.brief.telling import telling


def _event(line, number, weight, words="Moscow accused Washington of this and of that", **row):
    return replace(
        line,
        number=str(number),
        bearing=None,
        row=replace(line.row, event=f"x{number}", weight=weight, sentence=words, **row),
    )


def test_a_second_of_a_kind_counts_half(brief):
    """One family does not fill the list."""
    first, second, third = (
        _event(brief.events[0], n, 9 - n, f"sentence {n} of eight words that stand alone") for n in (1, 2, 3)
    )
    families = {"x1": "deeds", "x2": "deeds", "x3": "words"}
    assert telling([first, second, third], families, 2) == (first, third)


def test_a_sentence_is_read_once(brief):
    """Two acts of one sentence give it once."""
    one, same = _event(brief.events[0], 1, 3), _event(brief.events[0], 2, 9)
    assert telling([one, same], {"x1": "deeds", "x2": "deeds"}) == (same,)


def test_only_deeds_in_whole_sentences(brief):
    """Plans, habits, questions, scraps, sentences that lean on others, acts that move nothing are not among them."""
    line = brief.events[0]
    others = [
        _event(line, 1, 9, status="planned"),
        _event(line, 2, 9, "Did Moscow accuse Washington of this or of that?"),
        _event(line, 3, 9, "He thanked him."),
        _event(line, 4, 9, sign=0),
        _event(line, 5, 9, status="habitual"),
        _event(line, 6, 9, "They accused Washington of this and of that too"),
    ]
    assert telling(others, {f"x{n}": "deeds" for n in range(9)}) == ()


def test_what_is_on_no_curve_is_not_told(brief):
    """An act that no day can be found for, or one of centuries ago, is none of the few."""
    assert telling([_event(brief.events[0], 1, 9)], {}) == ()


def test_they_stand_in_order_of_time(brief):
    """A reader goes through them as it happened."""
    numbers = [int(e.number) for e in brief.telling]
    assert len(numbers) == 5
    assert numbers == sorted(numbers)
