"""Numbers in words and digits, read from a list of lower-cased words ("twenty", "-", "four", "million")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FRACTIONS", "NUMBER_WORDS", "ORDINALS", "SCALES", "Numeral", "cardinal", "ordinal", "spoken_year"]


class Numeral(NamedTuple):
    """A number and the index after its last word."""

    value: float
    end: int


_ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)} | {
    "fourty": 40
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "k": 1_000,
}
_PLURAL_SCALES = frozenset({"millions", "billions", "trillions"})
_SPELLED_SCALES = frozenset({"dozen", "hundred", "thousand", "million", "billion", "trillion"})
ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        range(1, 21),
        strict=True,
    )
) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fourths": 1 / 4} | {
    f"{word}s": 1 / n for word, n in ORDINALS.items() if n in {5, 6, 7, 8, 10}
}
# Every word that can begin a number.
NUMBER_WORDS = frozenset(_ONES) | frozenset(_TENS) | frozenset(ORDINALS) | _SPELLED_SCALES | {"half"}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def cardinal(words: Sequence[str], at: int) -> Numeral | None:
    """Return the cardinal that begins at word `at`: "40", "2.5 million", "twenty - four", "half a million"."""
    found = _digits(words, at) or _half_of(words, at) or _spelled(words, at)
    return _with_half(words, found) if found else None


def ordinal(words: Sequence[str], at: int) -> Numeral | None:
    """Return the ordinal that begins at word `at`: "third", "23 rd", "twenty - first"."""
    word = words[at]
    if word in ORDINALS:
        return Numeral(ORDINALS[word], at + 1)
    following = words[at + 1] if at + 1 < len(words) else ""
    if word.isdigit() and following in {"st", "nd", "rd", "th"}:
        return Numeral(int(word), at + 2)
    if word in _TENS and following == "-" and at + 2 < len(words) and ORDINALS.get(words[at + 2], 10) < 10:
        return Numeral(_TENS[word] + ORDINALS[words[at + 2]], at + 3)
    return None


def spoken_year(words: Sequence[str], at: int) -> Numeral | None:
    """Return a year in words: "nineteen ninety - six", "two thousand", "twenty twenty"."""
    head = _below_hundred(words, at)
    if not head or head.value not in {18, 19, 20}:
        return None
    tail = _below_hundred(words, head.end) if head.end < len(words) else None
    if not tail or tail.value < 10:
        return None
    return Numeral(100 * head.value + tail.value, tail.end)


def _digits(words: Sequence[str], at: int) -> Numeral | None:
    """Read digits, with a scale word or a fraction after them."""
    if not _DIGITS.fullmatch(words[at]):
        return None
    value, end = float(words[at].replace(",", "")), at + 1
    if words[end : end + 1] and words[end] in _PLURAL_SCALES:
        return Numeral(value * SCALES[words[end][:-1]], end + 1)
    if words[end : end + 3] and _is_fraction(words[end : end + 3]):
        value, end = value + int(words[end]) / int(words[end + 2]), end + 3
    elif _is_fraction(words[at : at + 3]):
        value, end = value / int(words[at + 2]), at + 3
    scale = _scale(words, end)
    return Numeral(value * SCALES[words[scale - 1]], scale) if scale > end else Numeral(value, end)


def _scale(words: Sequence[str], end: int) -> int:
    """Return the index after a scale word at `end`, or `end`."""
    if end < len(words) and words[end] in SCALES:
        return end + 1
    if end + 1 < len(words) and words[end] == "-" and words[end + 1] in _SPELLED_SCALES:
        return end + 2
    return end


def _is_fraction(words: Sequence[str]) -> bool:
    """Say whether three words are a fraction such as 1 / 2."""
    small = {"1", "2", "3", "4", "5", "7", "8"}
    return len(words) == 3 and words[1] == "/" and words[0] in small and words[2] in small - {"1"}


def _half_of(words: Sequence[str], at: int) -> Numeral | None:
    """Read "half a million"."""
    if (
        words[at] == "half"
        and words[at + 1 : at + 2] == ["a"]
        and at + 2 < len(words)
        and words[at + 2] in _SPELLED_SCALES
    ):
        return Numeral(SCALES[words[at + 2]] / 2, at + 3)
    return None


def _spelled(words: Sequence[str], at: int) -> Numeral | None:
    """Read a number in words, group by group: each group below a hundred, then scales."""
    total, group, end, read = 0.0, 0.0, at, False
    while end < len(words):
        small = _below_hundred(words, end)
        if small and not (read and group % 100):
            group, end, read = group + small.value, small.end, True
        elif words[end] in _SPELLED_SCALES and (read or (end > 0 and words[end - 1] == "a")):
            total, group = _times(total, group or 1, words[end])
            end, read = end + 1, True
        elif (words[end] == "and" and group >= 100 and end + 1 < len(words) and _below_hundred(words, end + 1)) or (
            words[end] == "-" and read and end + 1 < len(words) and words[end + 1] in _SPELLED_SCALES
        ):
            end += 1
        else:
            break
    return Numeral(total + group, end) if read else None


def _times(total: float, group: float, scale: str) -> tuple[float, float]:
    """Multiply the group by a scale: hundreds stay in the group, greater ones close it."""
    if scale == "hundred":
        return total, group * 100
    return total + group * SCALES[scale], 0.0


def _below_hundred(words: Sequence[str], at: int) -> Numeral | None:
    """Read one to ninety-nine."""
    word = words[at]
    if word in _ONES:
        return Numeral(_ONES[word], at + 1)
    if word not in _TENS:
        return None
    ones = at + 2 if words[at + 1 : at + 2] == ["-"] else at + 1
    digit = _ONES.get(words[ones], 0) if ones < len(words) else 0
    return Numeral(_TENS[word] + digit, ones + 1) if 0 < digit < 10 else Numeral(_TENS[word], at + 1)


def _with_half(words: Sequence[str], found: Numeral) -> Numeral:
    """Add "and a half", and a scale that counts for the whole: "two and a half million"."""
    if list(words[found.end : found.end + 3]) != ["and", "a", "half"]:
        return found
    value, end = found.value + 0.5, found.end + 3
    return (
        Numeral(value * SCALES[words[end]], end + 1)
        if words[end : end + 1] and words[end] in _SPELLED_SCALES
        else Numeral(value, end)
    )
