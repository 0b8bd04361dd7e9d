"""Parts of periods and times of day: "early May", "Friday night", "9 a.m. on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.time import counted, parts
from demarche.annotate.time.chart import rule
from demarche.annotate.time.rules.lengths import always
from demarche.annotate.time.rules.periods import season

if TYPE_CHECKING:
    from demarche.annotate.time.chart import Rule
    from demarche.annotate.time.scene import Meaning

__all__ = ["EDGES", "PARTS"]


_EDGES = {
    "early": "START",
    "late": "END",
    "mid": "MID",
    "mid -": "MID",
    "early -": "START",
    "late -": "END",
}


def _edge_of_season(which: str, code: str) -> Meaning | None:
    whole = season(code)
    return whole and parts.part(which, whole)


EDGES: list[Rule] = [rule("EDGE", words, always(which)) for words, which in _EDGES.items()]
_COARSE_POINTS = ("DAY", "WK", "MON", "SEA", "QT", "YR", "DEC")
PARTS: list[Rule] = [rule("YR", "the end of the year", always(parts.end_of_the_year))]
for _name in _COARSE_POINTS:
    PARTS += [
        rule(_name, f"the? EDGE {_name}", parts.part),
        rule(_name, f"the? EDGE in {_name}", parts.part),
        rule(_name, f"the? middle of {_name}", lambda base: parts.part("MID", base)),
        rule(_name, f"the? end|close of {_name}", lambda base: parts.part("CLOSE", base)),
        rule(_name, f"the? beginning|start of {_name}", lambda base: parts.part("OPENING", base)),
        rule(_name, f"the? last part|days|weeks|months of {_name}", lambda base: parts.part("END", base)),
        rule(_name, f"the? first part|days|weeks|months of {_name}", lambda base: parts.part("START", base)),
        rule(_name, f"the? first half of {_name}", lambda base: parts.part("FIRST HALF", base)),
        rule(_name, f"the? second|last|latter half of {_name}", lambda base: parts.part("LAST HALF", base)),
        rule(_name, f"earlier|later {_name}", lambda base: base),
        rule(_name, f"sometime {_name}", lambda base: base),
        rule(_name, f"{_name} or later", lambda base: base),
        rule(_name, f"{_name} and beyond", lambda base: base),
    ]
PARTS += [
    rule("DAY", "earlier|later on DAY", lambda base: base),
    rule("MON", "earlier|later in MON", lambda base: base),
    rule("YR", "earlier|later in YR", lambda base: base),
    rule("SEA", "earlier|later in SEA", lambda base: base),
    rule("DAY", "earlier|later in the day", always(counted.of_story("day"))),
    rule("YR", "later|earlier in the year", always(counted.current("year"))),
    rule("YR", "year - end", always(parts.year_end)),
    rule("YR", "year end", always(parts.year_end)),
    rule("YR", "the? year 's end", always(parts.end_of_the_year)),
    rule("MON", "the end of the month", always(parts.part("CLOSE", counted.current("month")))),
    *(
        rule(name, f"the beginning|start of the {unit}", always(parts.part("OPENING", counted.current(unit))))
        for name, unit in (("WK", "week"), ("MON", "month"), ("YR", "year"))
    ),
    rule("MON", "month 's? end", always(parts.part("CLOSE", counted.current("month")))),
    rule("WK", "the end of the week", always(parts.part("CLOSE", counted.current("week")))),
    rule("SEA", "later|earlier|early|late in the SEASON", season),
    rule("SEA", "the? EDGE SEASON", _edge_of_season),
    rule("MON", "later|earlier|early|late in the month", always(counted.current("month"))),
    rule("WK", "later|earlier|early|late in the week", always(counted.current("week"))),
    rule("TIME", "DAY DAYPART|DAYPARTS", parts.daypart),
    rule("TIME", "DAY 's DAYPART", parts.daypart),
    rule("TIME", "tonight", always(parts.daypart(counted.current("day"), "NI"))),
    rule("TIME", "later tonight", always(parts.daypart(counted.current("day"), "NI"))),
    rule("TIME", "this DAYPART", lambda code: parts.daypart(counted.current("day"), code)),
    rule("TIME", "later|earlier this DAYPART", lambda code: parts.daypart(counted.current("day"), code)),
    rule("TIME", "last night|evening", always(parts.daypart(counted.current("day", -1), "NI"))),
    rule("TIME", "the next|following DAYPART", lambda code: parts.daypart(counted.of_story("day", 1), code)),
    rule("TIME", "the previous DAYPART", lambda code: parts.daypart(counted.of_story("day", -1), code)),
    rule("TIME", "that|the same DAYPART", lambda code: parts.daypart(counted.of_story("day"), code)),
    rule("TIME", "overnight", always(parts.overnight)),
    rule("TIME", "mid -? DAYPART DAY", lambda code, day: parts.daypart(day, code)),
    rule("TIME", "DAYPART ,? DAY", lambda code, day: parts.daypart(day, code)),
    rule("TIME", "the? DAYPART of|on DAY", lambda code, day: parts.daypart(day, code)),
    rule("TIME", "the? early|small hours of|on DAY|TIME", lambda day: parts.daypart(day, "MO")),
    rule("TIME", "the? late hours of|on DAY|TIME", lambda day: parts.daypart(day, "NI")),
    rule("TIME", "the night before", always(parts.daypart(counted.of_story("day", -1), "NI"))),
    rule("TIME", "the DAYPART", lambda code: parts.daypart(parts.story_day, code)),
    rule("TIME", "mid -? DAYPART", lambda code: parts.daypart(parts.story_day, code)),
    rule("TIME", "EDGE DAY DAYPART", lambda _, day, code: parts.daypart(day, code)),
    rule("TIME", "CLOCK", lambda at, _, day: parts.clock(day, *at), ahead="to|until|till|and|- CLOCK on|,? DAY"),
    rule(
        "TIME",
        "CLOCK",
        lambda at, *_: parts.clock(parts.unknown_day, *at),
        ahead="on|of the ORD|last|final|same|very DAYPART|UNIT1",
    ),
    rule("TIME", "CLOCK on|, DAY", lambda at, day: parts.clock(day, *at)),
    rule("TIME", "CLOCK DAY", lambda at, day: parts.clock(day, *at)),
    rule("TIME", "DAY at CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "DAY CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "DAY , CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "DAY t CLOCK", lambda day, at: parts.clock(day, *at)),
    rule("TIME", "CLOCK", lambda at: parts.clock(parts.story_day, *at)),
]
