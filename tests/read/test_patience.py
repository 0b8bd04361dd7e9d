"""Waiting for hosts."""

from __future__ import annotations

import pytest

from demarche.read.patience import NotNow, Patience


def waits(*after: float | None, longest: float = 60.0) -> tuple[list[float], bool]:
    """Return the seconds slept while tries fail as told, and whether it was given up."""
    slept: list[float] = []
    left = list(after)

    def once() -> str:
        if not left:
            return "here"
        raise NotNow("busy", left.pop(0))  # noqa: EM101 - a test

    patience = Patience(tries=3, backoff=2.0, longest=longest, sleep=slept.append)
    try:
        assert patience.ask(once) == "here"
    except NotNow:
        return slept, True
    return slept, False


@pytest.mark.parametrize(
    ("after", "slept", "given_up"),
    [((), [], False), ((None, None), [2.0, 4.0], False), ((7.0,), [7.0], False), ((None,) * 3, [2.0, 4.0], True)],
)
def test_each_wait_is_twice_as_long_or_as_the_host_says(
    after: tuple[float | None, ...], slept: list[float], *, given_up: bool
) -> None:
    """Nothing is slept after the last try."""
    assert waits(*after) == (slept, given_up)


def test_who_wants_too_long_a_wait_is_not_waited_for() -> None:
    """A host that says "in an hour" is left at once."""
    assert waits(3600.0) == ([], True)
