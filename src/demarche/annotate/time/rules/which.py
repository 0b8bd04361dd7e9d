"""Days and periods told by "this", "last", "next", "the following" and "that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time import calendar, counted, dates, fiscal, stretches
from demarche.annotate.time.amounts import Amount, Dur
from demarche.annotate.time.chart import rule
from demarche.annotate.time.rules.lengths import always
from demarche.annotate.time.scene import PUBLICATION, whole

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning, Scene, Sense

__all__ = ["STEP", "WHICH", "WHICH_PERIODS", "WHICH_WEEKDAYS"]


_WHOLE_UNITS = {"day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"}
_WHICH = {
    "last": "last",
    "previous": "previous",
    "preceding": "previous",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "following",
    "this": "this",
    "current": "this",
    "this past": "last",
    "this coming": "next",
}
WHICH: list[Rule] = [rule("WHICH", words, always(which)) for words, which in _WHICH.items()]
STEP = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_UP_TO_NOW = {"week", "month", "year"}  # "in the last week" is in the seven days up to now, unlike "last week"
_OF_STORY = {"previous": -1, "following": 1}
_COMMON = {"previous": "last", "following": "next"}
_CATEGORY = {
    "day": "DAY",
    "week": "WK",
    "weekend": "WK",
    "month": "MON",
    "quarter": "QT",
    "year": "YR",
    "decade": "DEC",
    "century": "DEC",
}


def _current(which: str, unit: str) -> Meaning | None:
    if (which, unit) == ("this", "weekend"):
        return counted.this_weekend
    if (which, unit) == ("this", "quarter"):
        return fiscal.this
    return counted.current(unit, STEP[which]) if unit in _WHOLE_UNITS - {"season"} else None


def named_month(which: str, month: int) -> Meaning:
    return dates.named(lambda y: calendar.month(month, y), _COMMON.get(which, which), f"XXXX-{month:02}")


def named_season(which: str, code: str) -> Meaning:
    return dates.named(lambda y: calendar.season(code, y), _COMMON.get(which, which), f"XXXX-{code}")


def named_weekday(which: str, number: int) -> Meaning:
    if which in _OF_STORY:
        return dates.weekday_of_story(number, _OF_STORY[which])
    return dates.weekday(number, which)


def named_holiday(which: str, name: str) -> Meaning:
    return dates.named(lambda y: calendar.holiday(name, y), _COMMON.get(which, which), "XXXX")


def _move_year(day: Meaning, which: str) -> Meaning:
    def moved(scene: Scene) -> Sense | None:
        sense = day(scene)
        if not sense or not sense.period or not scene.today:
            return None
        at, year = sense.period.first, scene.today.year + STEP[which]
        if (at.month, at.day) == (2, 29):
            return sense
        return whole(calendar.day(at.replace(year=year)), PUBLICATION)

    return moved


WHICH_WEEKDAYS: list[Rule] = [
    rule("DAY", "WHICH WEEKDAY", named_weekday),
    rule("DAY", "a|the WHICH WEEKDAY", named_weekday),
]


WHICH_PERIODS: list[Rule] = [
    rule("DAY", "WHICH HOL", named_holiday),
    rule("MON", "WHICH MONTH", named_month),
    rule(
        "MON",
        "MONTH WHICH year",
        lambda month, which: dates.in_year_of(lambda y: calendar.month(month, y), counted.current("year", STEP[which])),
    ),
    rule(
        "MON",
        "MONTH of WHICH year",
        lambda month, which: dates.in_year_of(lambda y: calendar.month(month, y), counted.current("year", STEP[which])),
    ),
    rule("DAY", "DAY WHICH year", _move_year),
    rule("SEA", "WHICH SEASON", named_season),
    rule("SEA", "the WHICH SEASON", named_season),
    rule("DUR", "the next|coming decade", always(stretches.stretch(Dur(Amount(1, 1), "decade"), 1))),
]
for _unit, _name in _CATEGORY.items():
    WHICH_PERIODS += [
        rule(_name, f"WHICH {_unit}", lambda which, unit=_unit: _current(which, unit)),
        *(
            [rule("DUR", f"the last {_unit}", always(stretches.stretch(Dur(Amount(1, 1), _unit), -1)))]
            if _unit in _UP_TO_NOW
            else [rule(_name, f"the last {_unit}", always(counted.current(_unit, -1)))]
        ),
        rule(_name, f"the next {_unit}", lambda unit=_unit: counted.next_one(unit)),
        rule(_name, f"the coming {_unit}", lambda unit=_unit: counted.current(unit, 1)),
        rule(_name, f"the current {_unit}", lambda unit=_unit: counted.current(unit)),
        rule(_name, f"the following {_unit}", lambda unit=_unit: counted.of_story(unit, 1)),
        rule(_name, f"the previous|preceding {_unit}", lambda unit=_unit: counted.of_story(unit, -1)),
        rule(_name, f"the {_unit} previous|before", lambda unit=_unit: counted.of_story(unit, -1)),
        rule(_name, f"the {_unit} before last", lambda unit=_unit: counted.current(unit, -2)),
        rule(_name, f"the {_unit} after next", lambda unit=_unit: counted.current(unit, 2)),
        rule(_name, f"that {_unit}", lambda unit=_unit: counted.of_story(unit)),
        rule(_name, f"that|the same|identical|very {_unit}", lambda unit=_unit: counted.of_story(unit)),
    ]
WHICH_PERIODS += [
    rule("YR", "the brand? new 12 months", always(counted.current("year", 1))),
    rule("YR", "the brand new year", always(counted.current("year", 1))),
    rule("YR", "the new year", always(counted.current("year", 1))),
    rule("WK", "the weekend", always(counted.the_weekend)),
    rule("WK", "the week", always(counted.of_story("week"))),
]
