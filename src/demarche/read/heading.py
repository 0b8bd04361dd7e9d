"""What stands at the head of an article: title, byline, outlet, date, dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from demarche.record import Removed, Span, TimeInterval

__all__ = ["Heading", "dateline_end", "find_date", "find_heading"]

MAX_TITLE_WORDS = 30
HEAD_LINES = 8
"""Bylines and dates stand in the first lines; below them they belong to the story."""

_LINE = re.compile(r"[^\n]+")
_BYLINE = re.compile(
    r"(?:by|from)[ :]+((?:[A-Z][\w.'’-]+(?: (?:and|&) |, | )?){1,10})(?:\s*[|,–—-]\s*(.+))?", re.IGNORECASE
)
_AGENCY = re.compile(
    r"AP|AFP|Reuters|REUTERS|UPI|Xinhua|TASS|Interfax|Associated Press|dpa|DPA|ANSA|EFE|Bloomberg|CNN|BBC|Kyodo|PTI"
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][A-Za-z .]{2,20})?)"
    r"(?:, (?P<day>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?))?"
    r"\s*(?:(?:\(|-LRB- )(?P<agency>[A-Z][\w ./-]{1,30}?)(?:\)| -RRB-)|(?P<at>[A-Z][\w]+))?"
    r"(?:\s*(?:--|[–—_])|(?:\s+|(?<=\)))[:-])\s*"
)
_LABELLED_DATE = re.compile(
    r"(?:published|posted|date|updated|issued|released)\b[^\n\d]{0,30}?(?:on |at |: ?|- ?)?(.+)",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_DATE = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)"
    rf"|(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTHS}|{_SHORT})\.?,? (?P<y>\d{{4}})"
    rf"|(?P<m2>{_MONTHS}|{_SHORT})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the first lines say; everything that is not there is None."""

    title: Span | None = None
    byline: str | None = None
    outlet: str | None = None
    dateline: str | None = None
    published: TimeInterval | None = None


def find_heading(text: str, removed: tuple[Removed, ...], *, title: str | None = None) -> Heading:
    """Read the head of an article; `title` is what metadata say, looked up in the text to get its place."""
    debris = {r.span.start for r in removed}
    lines = [line for line in _LINE.finditer(text) if _start(line) not in debris and line.group().strip()]
    head = lines[:HEAD_LINES]
    found = _title_span(text, lines, title)
    rest = [line for line in head if not found or line.end() > found.end]
    dateline, agency, dateline_day = _dateline(rest)
    return Heading(
        title=found,
        byline=_byline(rest),
        outlet=agency,
        dateline=dateline,
        published=_labelled_date(rest) or dateline_day,
    )


def dateline_end(line: str) -> int:
    """Return how many characters of a line are its dateline with the dash after it, 0 where there is none."""
    found = _DATELINE.match(line)
    return found.end() if found and found.end() < len(line) and _is_dateline(found) else 0


def find_date(text: str) -> TimeInterval | None:
    """Return the first full date written in the text, or None."""
    for found in _DATE.finditer(text):
        day = _day(found)
        if day:
            return TimeInterval.day(day.date())
    return None


def _day(found: re.Match[str]) -> datetime | None:
    part = found.groupdict()
    try:
        if part["iso"]:
            return datetime.strptime(part["iso"], "%Y-%m-%d")  # noqa: DTZ007 - a day, not a moment
        day, month, year = part["d"] or part["d2"], part["m"] or part["m2"], part["y"] or part["y2"]
        return datetime.strptime(f"{day} {month[:3]} {year}", "%d %b %Y")  # noqa: DTZ007 - a day, not a moment
    except ValueError:
        return None


def _start(line: re.Match[str]) -> int:
    return line.start() + len(line.group()) - len(line.group().lstrip())


def _title_span(text: str, lines: list[re.Match[str]], title: str | None) -> Span | None:
    if title:
        at = text.find(title, 0, len(title) + 600)
        return Span.of(text, at, at + len(title)) if at >= 0 else None
    return _guess_title(text, lines)


def _guess_title(text: str, lines: list[re.Match[str]]) -> Span | None:
    """Take the first line as the title when it is short, does not end like a sentence, and something follows it."""
    if len(lines) < 2:
        return None
    words = lines[0].group().strip().lstrip("# ")
    ends_as_sentence = words.endswith((".", ",", ";", "…")) and not words.endswith("...")
    if ends_as_sentence or words.count(" ") >= MAX_TITLE_WORDS or _DATELINE.match(words) or _BYLINE.fullmatch(words):
        return None
    start = lines[0].start() + lines[0].group().index(words)
    return Span.of(text, start, start + len(words))


def _byline(lines: list[re.Match[str]]) -> str | None:
    for line in lines[:4]:
        found = _BYLINE.fullmatch(line.group().strip())
        if found and line.group().strip()[:2].lower() in {"by", "fr"} and len(line.group().split()) <= 14:
            return found.group(1).strip(" ,")
    return None


def _dateline(lines: list[re.Match[str]]) -> tuple[str | None, str | None, TimeInterval | None]:
    for line in lines[:4]:
        words = line.group().strip()
        found = _DATELINE.match(words)
        if found and dateline_end(words):
            agency = found["agency"] or found["at"]
            day = find_date(found["day"]) if found["day"] else None
            return found["place"].strip(), agency if agency and _AGENCY.search(agency) else None, day
    return None, None, None


def _is_dateline(found: re.Match[str]) -> bool:
    """A place in capitals alone could be any shouted word; a comma, a day or an agency makes it a dateline."""
    place = found["place"].split(",")[0]
    return place.isupper() and (bool(found["agency"] or found["day"]) or len(place.split()) <= 3)


def _labelled_date(lines: list[re.Match[str]]) -> TimeInterval | None:
    for line in lines[:5]:
        words = line.group().strip()
        found = _LABELLED_DATE.match(words)
        if (found or _DATE.fullmatch(words) or len(words.split()) <= 8) and (day := find_date(words)):
            return day
    return None
