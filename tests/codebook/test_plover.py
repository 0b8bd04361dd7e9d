"""Categories lead to each other as PLOVER and CAMEO say."""

from __future__ import annotations

import pytest

from demarche import codebook
from demarche.record import EventType

PLOVER = codebook.load().plover


def test_the_types_are_those_of_the_record() -> None:
    """The codebook has the sixteen types of the record, in any order."""
    assert set(PLOVER.types) == set(EventType)


def test_there_are_37_contexts() -> None:
    """PLOVER has 37 contexts, each with cue words."""
    assert len(PLOVER.contexts) == 37
    assert all(PLOVER.contexts.values())


@pytest.mark.parametrize(
    ("type_", "mode", "score"),
    [("CONSULT", "phone", 1.5), ("ACCUSE", None, -3), ("ASSAULT", "unconventional", -10), ("AID", None, 10)],
)
def test_scores_are_those_of_the_manual(type_: str, mode: str | None, score: float) -> None:
    """A mode has its own score, a type without mode that of the type."""
    assert PLOVER.score(type_, mode) == score


def test_a_foreign_mode_gives_the_score_of_the_type() -> None:
    """A mode that is not one of the type's own does not change the score."""
    assert PLOVER.score("AGREE", "phone") == 2.5
    assert not PLOVER.knows("AGREE", "phone")


@pytest.mark.parametrize("name", sorted(PLOVER.types))
def test_conflict_scores_are_not_positive(name: str) -> None:
    """Quads 1 and 2 score above nought, quads 3 and 4 at most nought, but for the mildest of requests."""
    category = PLOVER.types[name]
    scores = [category.score, *(score for mode, score in category.modes.items() if mode != "assist")]
    assert all(score > 0 if category.quad < 3 else score <= 0 for score in scores)


@pytest.mark.parametrize(
    ("type_", "mode", "status", "code"),
    [
        ("CONSULT", "visit", "happened", "042"),
        ("CONSULT", "visit", "planned", "036"),
        ("RETREAT", "ceasefire", "proposed", "0256"),
        ("SANCTION", "discontinue", "threatened", "1312"),
        ("ASSAULT", "drone", "denied", "1952"),
        ("ASSAULT", "drone", "threatened", "138"),
        ("REJECT", None, None, "120"),
    ],
)
def test_cameo_codes(type_: str, mode: str | None, status: str | None, code: str) -> None:
    """Status changes the code where CAMEO has one for it, else the code is that of the act."""
    assert PLOVER.cameo_for(type_, mode, status).code == code


@pytest.mark.parametrize("name", sorted(PLOVER.types))
def test_every_type_and_mode_has_a_code(name: str) -> None:
    """No type or mode is without a CAMEO code."""
    assert all(PLOVER.cameo_for(name, mode).goldstein is not None for mode in (None, *PLOVER.modes(name)))


def test_children_inherit_goldstein_values() -> None:
    """A CAMEO code without a value of its own has that of its parent; two with their own keep it."""
    assert PLOVER.cameo["1723"].goldstein == PLOVER.cameo["172"].goldstein == -5
    assert PLOVER.cameo["0334"].goldstein == 6
    assert PLOVER.cameo["0874"].goldstein == 10


def test_cameo_rows_name_known_categories() -> None:
    """Every CAMEO row names a type and mode that exist, and its root."""
    for code in PLOVER.cameo.values():
        assert code.type is None or PLOVER.knows(code.type, code.mode)
        assert code.code.startswith(code.root)


def test_choices_name_known_categories_and_codes() -> None:
    """Every choice of a code names what exists."""
    for (type_, mode, _), code in PLOVER.choices.items():
        assert PLOVER.knows(type_, mode)
        assert code in PLOVER.cameo
