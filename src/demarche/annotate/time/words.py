"""The words of time: what each can stand for, as tables."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from demarche.annotate.doc import Doc

__all__ = ["LEXICON", "MONTHS", "TRIGGERS", "WEEKDAYS", "Lexeme", "lexemes", "pieces_of", "speaks_of"]


class Lexeme(NamedTuple):
    """One word, cut finer than the doc's: `word` in lower case, where it stands, and its word of the doc."""

    word: str
    start: int
    end: int
    token: int
    capital: bool


# Runs of digits, of letters (with inner full stops: "p.m."), possessive endings, and single marks.
_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|['’]s\b|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|\S")
_FULL_STOPS = str.maketrans("", "", ".")
AT_HAND = 512
"""Sentences whose lexemes are remembered: the rules of time and those of numbers ask for the same."""


@lru_cache(maxsize=AT_HAND)
def lexemes(doc: Doc, first: int, last: int) -> Sequence[Lexeme]:
    """Return the lexemes of words `first` to `last` of the doc; a damaged word is read as what it stood for."""
    columns = doc.columns
    rows = zip(
        columns.texts[first:last],
        columns.words[first:last],
        columns.starts[first:last],
        columns.ends[first:last],
        strict=True,
    )
    out: list[Lexeme] = []
    for index, (text, word, start, end) in enumerate(rows, first):
        if text.isalpha():
            out.append(Lexeme(word.lower(), start, end, index, word[:1].isupper()))
        else:
            out += _cut(text, start, index)
    return out


def speaks_of(doc: Doc, first: int, last: int, is_one: Callable[[str], bool]) -> bool:
    """Say whether a lexeme of words `first` to `last` may be one of a kind; cheaper than to cut them.

    `is_one` judges a word of the doc by `pieces_of` it.
    """
    columns = doc.columns
    return any(map(is_one, columns.texts[first:last])) or any(map(is_one, columns.words[first:last]))


def pieces_of(word: str) -> Iterator[str]:
    """Yield the lexemes of a word, without where they stand."""
    return (piece for piece, *_ in _pieces(word))


def _cut(text: str, offset: int, index: int) -> list[Lexeme]:
    """Cut what is not one word of letters; white space has no lexemes."""
    return [Lexeme(word, offset + start, offset + end, index, capital) for word, start, end, capital in _pieces(text)]


@lru_cache(maxsize=65_536)
def _pieces(text: str) -> tuple[tuple[str, int, int, bool], ...]:
    """Return the pieces of a word: plain, where they stand in it, and whether they begin with a capital."""
    found = ((piece.group(), piece.start(), piece.end()) for piece in _PIECE.finditer(text))
    return tuple((_plain(word), start, end, word[:1].isupper()) for word, start, end in found)


def _plain(word: str) -> str:
    """Return a word in lower case, abbreviations without full stops and one kind of apostrophe and dash."""
    if word[0].isalpha() and len(word) > 1:
        return word.translate(_FULL_STOPS).lower()
    return _ONE_KIND.get(word) or word.lower()


_ONE_KIND = {"’s": "'s", "’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"}


MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_WEEKDAYS = "mon tue tues wed weds thu thur thurs fri".split()

_UNITS = {
    "second": "seconds secs sec",
    "minute": "minute minutes min mins",
    "hour": "hour hours hrs",
    "day": "day days",
    "night": "night nights",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights",
    "weekend": "weekend weekends",
    "month": "month months mo mos",
    "quarter": "quarter quarters",
    "season": "season seasons",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
}
_PLURAL_DAYPARTS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
_DAYPARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "daybreak": "MO",
    "nightfall": "NI",
    "lunchtime": "MI",
}
_SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
_PLURAL_SEASONS = {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"}
_TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_SETS = {
    "daily": (1, "day"),
    "nightly": (1, "day"),
    "hourly": (1, "hour"),
    "weekly": (1, "week"),
    "biweekly": (2, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "yearly": (1, "year"),
    "annually": (1, "year"),
    "biennial": (2, "year"),
}
_REFERENCES = {
    "PRESENT_REF": "now currently nowadays",
    "PAST_REF": "recently previously formerly lately",
    "FUTURE_REF": "soon",
}


def _entries() -> Iterator[tuple[str, str, object]]:
    """Yield words with a category and a value."""
    yield from _calendar_names()
    for unit, words in _UNITS.items():
        for word in words.split():
            yield word, "UNIT", unit
            yield word, "UNITS" if word in {f"{unit}s", "centuries"} else "UNIT1", unit
    for category, table in (
        ("DAYPART", _DAYPARTS),
        ("DAYPARTS", _PLURAL_DAYPARTS),
        ("SEASON", _SEASONS),
        ("SEASONS", _PLURAL_SEASONS),
        ("TENS", _TENS),
        ("SETWORD", _SETS),
    ):
        yield from ((word, category, value) for word, value in table.items())
    for value, words in _REFERENCES.items():
        yield from ((word, "REF", value) for word in words.split())


def _calendar_names() -> Iterator[tuple[str, str, object]]:
    """Yield months and weekdays, whole and shortened."""
    for number, name in enumerate(MONTHS, 1):
        yield name, "MONTH", number
        yield from ((short, "MONTH", number) for short in _SHORT_MONTHS if name.startswith(short) and name != short)
    for number, name in enumerate(WEEKDAYS):
        yield name, "WEEKDAY", number
        yield f"{name}s", "WEEKDAYS", number
        yield from ((short, "WEEKDAY", number) for short in _SHORT_WEEKDAYS if name.startswith(short))


def _table() -> dict[str, list[tuple[str, object]]]:
    """Build word -> [(category, value)]."""
    table: dict[str, list[tuple[str, object]]] = {}
    for word, category, value in _entries():
        table.setdefault(word, []).append((category, value))
    return table


LEXICON = _table()
# Words that may begin or belong to an expression without being in the lexicon: a sentence with none of these, no
# word of the lexicon and no four-digit number has no time in it.
TRIGGERS = frozenset(
    "nineteen eighteen twenty today yesterday tomorrow tonight ago earlier later since noon midnight midday "
    "christmas easter ramadan thanksgiving while period quarter halloween hanukkah passover eid ashura eve ongoing "
    "current recent future past present then moment time already still yet immediately immediate overnight once "
    "fiscal am pm gmt month-long year-end fortnight previous twice holiday someday term".split()
)
