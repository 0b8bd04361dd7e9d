"""Eras and wars by which a text dates what it tells: "during the Cold War", "in the Obama era"."""

from __future__ import annotations

from datetime import date

from demarche.annotate.time.calendar import Period

__all__ = ["ERAS", "ERA_WORDS"]


def _of(first: str, last: str) -> Period:
    return Period(unit="era", first=date.fromisoformat(first), last=date.fromisoformat(last), value=f"{first}/{last}")


def _years(first: int, last: int) -> Period:
    value = f"{first:04}/{last:04}"
    return Period(unit="era", first=date(first, 1, 1), last=date(last, 12, 31), value=value)


_FIRST_WORLD_WAR = _of("1914-07-28", "1918-11-11")
_SECOND_WORLD_WAR = _of("1939-09-01", "1945-09-02")
# First and last day as encyclopedias give them; years alone where no day is agreed on.
ERAS: dict[str, Period] = {
    "middle ages": _years(500, 1499),
    "renaissance": _years(1400, 1599),
    "first world war": _FIRST_WORLD_WAR,
    "world war i": _FIRST_WORLD_WAR,
    "world war one": _FIRST_WORLD_WAR,
    "interwar period": _of("1918-11-12", "1939-08-31"),
    "interwar years": _of("1918-11-12", "1939-08-31"),
    "great depression": _years(1929, 1939),
    "second world war": _SECOND_WORLD_WAR,
    "world war ii": _SECOND_WORLD_WAR,
    "world war two": _SECOND_WORLD_WAR,
    "cold war": _of("1947-03-12", "1991-12-26"),
    "korean war": _of("1950-06-25", "1953-07-27"),
    "suez crisis": _of("1956-10-29", "1956-11-07"),
    "cuban missile crisis": _of("1962-10-16", "1962-10-28"),
    "six - day war": _of("1967-06-05", "1967-06-10"),
    "six day war": _of("1967-06-05", "1967-06-10"),
    "yom kippur war": _of("1973-10-06", "1973-10-25"),
    "iran - iraq war": _of("1980-09-22", "1988-08-20"),
    "bosnian war": _of("1992-04-06", "1995-12-14"),
    "kosovo war": _of("1998-02-28", "1999-06-11"),
    "arab spring": _of("2010-12-17", "2012-12-31"),
    "nazi era": _of("1933-01-30", "1945-05-08"),
    "soviet era": _of("1922-12-30", "1991-12-26"),
    "apartheid era": _years(1948, 1994),
    "reagan era": _of("1981-01-20", "1989-01-20"),
    "clinton era": _of("1993-01-20", "2001-01-20"),
    "obama era": _of("2009-01-20", "2017-01-20"),
    "gorbachev era": _of("1985-03-11", "1991-12-25"),
    "yeltsin era": _of("1991-07-10", "1999-12-31"),
    "thatcher era": _of("1979-05-04", "1990-11-28"),
    "blair era": _of("1997-05-02", "2007-06-27"),
    "merkel era": _of("2005-11-22", "2021-12-08"),
}
ERA_WORDS = frozenset({"ages", "era", "war", "crisis", "renaissance", "interwar", "depression", "spring"})
"""Words one of which is in every name of the table."""
