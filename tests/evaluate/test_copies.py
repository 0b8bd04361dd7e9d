"""Spun copies made by rule."""

from demarche import codebook
from demarche.evaluate.copies import Spinner

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
