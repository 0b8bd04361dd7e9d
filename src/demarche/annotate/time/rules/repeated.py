"""Repeated times, references such as "now", and stretches from one time to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time import counted, dates, stretches
from demarche.annotate.time.amounts import Amount, iso_duration
from demarche.annotate.time.chart import rule
from demarche.annotate.time.rules.lengths import always
from demarche.annotate.time.rules.periods import whole_year
from demarche.annotate.time.rules.relative import POINT
from demarche.annotate.time.scene import reference

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning

__all__ = ["REPEATED", "STRETCHES"]


def _every(n: Amount | None, unit: str) -> Meaning:
    return stretches.repeated(iso_duration(n.low if n else 1, unit))


def _set_word(value: tuple[int, str]) -> Meaning:
    return stretches.repeated(iso_duration(value[0], value[1]))


def _every_weekday(number: int) -> Meaning:
    return stretches.repeated(f"XXXX-WXX-{number + 1}")


def _part_of_weekday(number: int, code: str) -> Meaning:
    return stretches.repeated(f"XXXX-WXX-{number + 1}T{code}")


def _budget_year(first: int, second: Amount) -> Meaning | None:
    """Read 2020-21."""
    following = second.low == (first + 1) % 100
    return stretches.between(whole_year(first), whole_year(first + 1)) if following else None


REPEATED: list[Rule] = [
    rule("DAY", "the NTH", dates.day_of_month),
    rule("SET", "every|each DAYPART", lambda code: stretches.repeated(f"XXXX-XX-XXT{code}")),
    rule("SET", "every|each N? UNIT", _every),
    rule("SET", "every other UNIT1", lambda unit: _every(Amount(2, 2), unit)),
    rule("SET", "every|each WEEKDAY", _every_weekday),
    rule("SET", "every|each WEEKDAY DAYPART", _part_of_weekday),
    rule("SET", "weekends", always(stretches.repeated("XXXX-WXX-WE"))),
    rule("SET", "every|each MONTH", lambda month: stretches.repeated(f"XXXX-{month:02}")),
    rule("SET", "WEEKDAYS", _every_weekday),
    rule("SET", "WEEKDAYS DAYPART|DAYPARTS", _part_of_weekday),
    rule("SET", "WEEKDAY DAYPARTS", _part_of_weekday),
    rule("SET", "WEEKDAY", lambda number, _, code: _part_of_weekday(number, code), ahead="and|or WEEKDAY DAYPARTS"),
    rule("SET", "SETWORD", _set_word),
    rule("SET", "once|twice a|an|per|every UNIT1", lambda unit: _every(None, unit)),
    rule("SET", "N times|instances a|an|per UNIT1", lambda _, unit: _every(None, unit)),
    rule("SET", "per UNIT1", lambda unit: _every(None, unit)),
    rule("REFP", "REF", reference),
    rule("REFP", "ongoing|presently", always(reference("PRESENT_REF"))),
    rule("REFP", "right now", always(reference("PRESENT_REF"))),
    rule("REFP", "at the moment", always(reference("PRESENT_REF"))),
    rule("REFP", "at present", always(reference("PRESENT_REF"))),
    rule("REFP", "these days", always(reference("PRESENT_REF"))),
    rule("REFP", "the present", always(reference("PRESENT_REF"))),
    rule("REFP", "current", always(reference("PRESENT_REF"))),
    rule("REFP", "then -? current", always(reference("PAST_REF"))),
    rule("REFP", "the past", always(reference("PAST_REF"))),
    rule("REFP", "more|most? recently", always(reference("PAST_REF"))),
    rule("REFP", "the near|foreseeable|immediate? future", always(reference("FUTURE_REF"))),
    rule("REFP", "the near|short|medium|long|longer term", always(reference("FUTURE_REF"))),
    rule("REFP", "a later|future date|time|stage", always(reference("FUTURE_REF"))),
    rule("REFP", "as soon as possible", always(reference("FUTURE_REF"))),
    rule("REFP", "at the time", always(counted.then)),
    rule("REFP", "then", always(counted.last_told)),
    rule("REFP", "that time", always(counted.last_told)),
    rule("REFP", "at that time", always(counted.then)),
]


STRETCHES: list[Rule] = [
    rule("SPAN", f"from {POINT}|YR to|until|through|till {POINT}", stretches.between),
    rule("SPAN", f"between {POINT} and {POINT}", stretches.between),
    rule("SPAN", "YR -|to YR", stretches.between),
    rule("SPAN", "DAY -|to|through|until DAY", stretches.between),
    rule("SPAN", "Y -|/ N", _budget_year),
    rule("SPAN", f"since {POINT}", stretches.since),
]
