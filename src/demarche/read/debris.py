"""Web debris: lines that stand around an article and are not its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from demarche.record import Removed, Span

__all__ = ["find_debris"]

LINES: Mapping[str, tuple[str, ...]] = {
    "caption label": (r"(?:image|photo|video|audio|picture|advertisement|ad|loading|caption|credit|gallery)s?[.:…]*",),
    "picture credit": (r"(?:image|photo|picture)\s?(?:credit|source|by|caption)s?\b.*",),
    "advertisement": (r"(?:advertisement|sponsored(?: content)?|promoted)\b.*",),
    "share button": (
        r"(?:share|tweet|pin|e-?mail|print|like|save|comment)s?(?: (?:this|on|via|to|by|the|with).*)?",
        r"(?:share|tweet|follow|like|join|find) (?:this|us|me|our)\b.*",
    ),
    "link": (
        r"(?:read|see|view|show|load|learn|find out) (?:more|also|next|all|full|comments?)\b.*",
        r"(?:related|recommended|trending|popular|more) (?:articles?|stories|topics|news|content|posts|from)\b.*",
        r"(?:also read|don't miss|watch|listen(?: now| to this article)?|click here|tap here)\b.*",
        r"(?:supply|source|original) (?:hyperlink|link|article)\b.*",
    ),
    "subscription": (
        r"(?:sign up|subscribe|register|log in|sign in|download (?:the|our))\b.*",
        r"get (?:our|the) .*newsletter\b.*",
    ),
    "navigation": (
        (
            r"(?:previous|next|back to|skip to|jump to|go to|return to)"
            r" (?:article|post|story|page|top|home|main|content)\b.*"
        ),
        (
            r"(?:home|menu|search|contact|about us|privacy policy|terms|terms of (?:use|service)|cookies?|sitemap)"
            r"(?:\s*[|>›/•·].*)?"
        ),
    ),
    "copyright": (r"(?:©|\(c\)|copyright\b).*", r".*\ball rights reserved\b.*"),
    "address": (r"https?://\S+|www\.\S+",),
    "tags": (r"(?:tags?|filed under|categories|topics|keywords)\s?:.*",),
    "note": (
        (
            r"this (?:article|story|post) (?:was|is|has been) (?:originally |first )?"
            r"(?:published|posted|updated|corrected)\b.*"
        ),
        r"(?:last (?:updated|modified)|updated (?:on|at))\b.*",
    ),
    "counter": (r"(?:\d+ )?(?:comments?|shares?|views?|likes?)", r"\d+ min(?:ute)?s? read"),
    "rule": (r"[\W_]+",),
}
"""Whole lines that are debris, by what they are. A line of few words must match from end to end, whatever its case."""

MAX_DEBRIS_WORDS = 25
"""A longer line is prose, whatever it begins with."""

ENDS_AS_PROSE = frozenset({"copyright", "note", "rule", "picture credit", "subscription"})
"""Kinds of debris that may be whole sentences."""

_PATTERNS = tuple((re.compile(p, re.IGNORECASE), why) for why, patterns in LINES.items() for p in patterns)
_LINE = re.compile(r"[^\n]+")


def find_debris(text: str) -> tuple[Removed, ...]:
    """Return the lines of the text that are not the article's own words, in order, without the white space around."""
    found = (_debris(text, line) for line in _LINE.finditer(text))
    return tuple(removed for removed in found if removed)


def _debris(text: str, line: re.Match[str]) -> Removed | None:
    words = line.group().strip()
    if not words or words.count(" ") > MAX_DEBRIS_WORDS:
        return None
    for pattern, why in _PATTERNS:
        if pattern.fullmatch(words) and not _is_sentence(words, why):
            start = line.start() + line.group().index(words)
            return Removed(span=Span.of(text, start, start + len(words)), why=why)
    return None


def _is_sentence(words: str, why: str) -> bool:
    """Say whether a line ends like a sentence and has some length, in a kind of debris that never does."""
    return why not in ENDS_AS_PROSE and words.endswith((".", "”", '"')) and words.count(" ") >= 4
