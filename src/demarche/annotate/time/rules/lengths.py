"""How many, how long, and what o'clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time.amounts import WORKING, Amount, Dur
from demarche.annotate.time.chart import rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from demarche.annotate.time.chart import Rule

__all__ = ["CLOCKS", "CLOCK_ZONES", "DURATIONS", "MANY", "MODIFIED_DURATIONS", "NUMBERS", "always"]

MANY = Amount(None, None)


def always(value: object) -> Callable[..., object]:
    """Return a builder that pays no attention to what it is given."""

    def build(*_: object) -> object:
        return value

    return build


def _range(low: Amount, high: Amount) -> Amount | None:
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    return Amount(low.low, high.high)


def _or_two(one: Amount, unit: str) -> Dur | None:
    return Dur(Amount(1, 2), unit) if one.low == 1 else None


_APPROXIMATE = "exactly|precisely|about|around|approximately|some|roughly|almost|nearly|virtually|practically"
_BOUNDS = (
    ("at least", "least"),
    ("no less than", "least"),
    ("more than", "more"),
    ("greater than", "more"),
    ("less than", "less"),
    ("under", "less"),
    ("fewer than", "less"),
    ("up to", "most"),
    ("at most", "most"),
    ("no more than", "most"),
    ("just over", "more"),
    ("just under", "less"),
    ("as many as", "most"),
    ("as long as", "most"),
    ("well over", "more"),
)
NUMBERS: list[Rule] = [
    rule("N", "a|an", always(Amount(1, 1))),
    rule("N", "another", always(Amount(1, 1))),
    rule("N", "a? few", always(MANY)),
    rule("N", "several|many|numerous|countless", always(MANY)),
    rule("N", "some", always(MANY)),
    rule("N", "a? couple of?", always(Amount(2, 2))),
    rule("N", "half a|an", always(Amount(0.5, 0.5))),
    rule("N", "half", always(Amount(0.5, 0.5))),
    rule("N", "N dozen", lambda n: n.low and Amount(12 * n.low, 12 * n.low)),
    rule("N", "dozens|scores|hundreds|thousands of", always(MANY)),
    rule("N", "N to|-|or|and N", _range),
    rule("N", "N - and - a - half", lambda n: Amount(n.low + 0.5, n.low + 0.5) if n.low else None),
    rule("N", "N more|additional|full|straight|consecutive|whole|long|solid|short|extra|further", lambda n: n),
    rule("N", "a|an additional|extra|further N", lambda n: n),
    rule("N", "a|an full|whole|entire|solid|good|single", always(Amount(1, 1))),
]
DURATIONS: list[Rule] = [
    rule("DUR", "N -? UNIT", Dur),
    rule("DUR", "N -? UNIT and a half", lambda n, unit: Dur(Amount(n.low + 0.5, n.low + 0.5), unit) if n.low else None),
    rule("DUR", "N UNIT1 or two", _or_two),
    rule("DUR", "N UNIT or so", Dur),
    rule("DUR", "N trading|business|working -? UNIT", lambda n, unit: Dur(n._replace(modifier=WORKING), unit)),
    rule("DUR", "N UNIT or|and N? UNITS", lambda n, unit, _, __: Dur(MANY, unit) if n.low is None else None),
    rule("DUR", "a? UNIT1 - long", lambda unit: Dur(Amount(1, 1), unit)),
    rule("DUR", "N - UNIT1 - long", Dur),
    rule("DUR", "UNITS - long|old", lambda unit: Dur(MANY, unit)),
    rule("DUR", "UNITS or UNITS", lambda unit, _: Dur(MANY, unit)),
    rule("DUR", "UNITS", lambda unit: Dur(MANY, unit)),
]
_LONG = {f"{unit}long": Dur(Amount(1, 1), unit) for unit in ("month", "week", "day", "year", "hour", "night")}
DURATIONS += [rule("DUR", word, always(dur)) for word, dur in _LONG.items()]
MODIFIED_DURATIONS: list[Rule] = [
    rule("DUR", f"{_APPROXIMATE} DUR", lambda dur: dur),
    *(rule("DUR", f"{words} DUR", lambda dur: dur) for words, _ in _BOUNDS),
]


def _clock(hour: Amount, minute: Amount | None, half: str | None) -> tuple[int, int | None] | None:
    if hour.low is None or hour.low % 1 or not 0 <= hour.low <= 24:
        return None
    at = int(hour.low)
    if half:
        if not 1 <= at <= 12:
            return None
        at = at % 12 + (12 if half == "pm" else 0)
    if minute is None:
        return (at, None if not half else 0)
    if minute.low is None or minute.low > 59:
        return None
    return (at, int(minute.low))


def _military(four: Amount) -> tuple[int, int] | None:
    """Read "0735 GMT"."""
    hour, minute = divmod(int(four.low or 0), 100)
    return (hour, minute) if four.low and 100 < four.low < 2400 and minute < 60 else None


def _universal(at: tuple[int, int | None]) -> tuple[int, int | None, str]:
    return *at, "Z"  # as ISO 8601 writes it


def _military_universal(four: Amount) -> tuple[int, int | None, str] | None:
    at = _military(four)
    return at and _universal(at)


_UNIVERSAL = "gmt|utc|zulu"
_ZONES = "est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|eastern"
CLOCKS: list[Rule] = [
    rule("HALF", "am", always("am")),
    rule("HALF", "pm", always("pm")),
    rule("HALF", "a m", always("am")),
    rule("HALF", "p m", always("pm")),
    rule("CLOCK", "N HALF", lambda n, half: _clock(n, None, half)),
    rule("CLOCK", "N : N HALF?", _clock),
    rule("CLOCK", "N o ' clock", lambda n: _clock(n, None, None)),
    rule("CLOCK", "N o'clock", lambda n: _clock(n, None, None)),
    rule("CLOCK", "N in the morning", lambda n: _clock(n, None, "am")),
    rule("CLOCK", "N in the afternoon|evening", lambda n: _clock(n, None, "pm")),
    rule("CLOCK", "N at night", lambda n: _clock(n, None, "pm")),
    rule("CLOCK", f"N {_ZONES}", _military),
    rule("CLOCK", f"N {_UNIVERSAL}", _military_universal),
    rule("CLOCK", "noon|midday", always((12, 0))),
    rule("CLOCK", "midnight", always((24, 0))),
]
CLOCK_ZONES: list[Rule] = [
    rule("CLOCK", f"CLOCK {_ZONES}", lambda at: at),
    rule("CLOCK", f"CLOCK {_UNIVERSAL}", _universal),
    rule("CLOCK", "CLOCK ( CLOCK )", lambda at, _: at),
    rule("CLOCK", "CLOCK local time", lambda at: at),
    rule("CLOCK", "CLOCK eastern time", lambda at: at),
    rule("CLOCK", f"{_APPROXIMATE} CLOCK", lambda at: at),
]
