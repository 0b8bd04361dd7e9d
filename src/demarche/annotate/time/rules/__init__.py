"""The grammar of time expressions, as layers of rules over words and categories.

Categories that stand for a time of their own: DAY, WK, MON, SEA, QT, YR, DEC (points of the calendar, by grain), TIME,
REF, DUR, SET, SPAN. The others only help: N an `Amount`, DNUM a day of a month, NTH one such as 15th, ORD an ordinal,
Y a year's number, CLOCK an hour and minute, UNIT and its plural UNITS, WHICH a word such as last or next, EDGE early,
mid or late. Of two rules of a layer that make the same words the same category, the first holds.
"""

from __future__ import annotations

from demarche.annotate.time import calendar
from demarche.annotate.time.chart import Grammar
from demarche.annotate.time.eras import ERA_WORDS
from demarche.annotate.time.rules.accounts import ACCOUNTS, ENDED, FISCAL_YEARS
from demarche.annotate.time.rules.days import DAYS, NAMED_DAYS, SHARED_DAYS
from demarche.annotate.time.rules.lengths import CLOCK_ZONES, CLOCKS, DURATIONS, MODIFIED_DURATIONS, NUMBERS
from demarche.annotate.time.rules.periods import ERA_RULES, PERIODS, SHARED_MONTHS
from demarche.annotate.time.rules.relative import RELATIVE
from demarche.annotate.time.rules.repeated import REPEATED, STRETCHES
from demarche.annotate.time.rules.which import WHICH, WHICH_PERIODS, WHICH_WEEKDAYS
from demarche.annotate.time.rules.within import EDGES, PARTS

__all__ = ["GRAMMAR", "HOLIDAY_WORDS", "TIMES"]

TIMES = ("SPAN", "SET", "TIME", "DAY", "WK", "MON", "SEA", "QT", "YR", "DEC", "DUR", "REFP")
HOLIDAY_WORDS = frozenset(name.split()[0] for name in calendar.HOLIDAYS) | ERA_WORDS
GRAMMAR = Grammar(
    NUMBERS,
    NUMBERS,
    DURATIONS,
    MODIFIED_DURATIONS,
    CLOCKS,
    CLOCK_ZONES,
    WHICH,
    [*SHARED_DAYS, *SHARED_MONTHS, *ENDED],
    [*DAYS, *WHICH_WEEKDAYS, *ERA_RULES],
    [*NAMED_DAYS, *PERIODS, *ACCOUNTS, *WHICH_PERIODS, *FISCAL_YEARS],
    RELATIVE,
    EDGES,
    PARTS,
    PARTS,
    REPEATED,
    STRETCHES,
)
