"""What a second reader answered, held against the article: what is not there was not said."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from demarche.record import EventType, Span, Status

if TYPE_CHECKING:
    from demarche.codebook import Plover
    from demarche.record import Article

__all__ = ["Checked", "Drop", "Side", "Told", "check"]

QUOTES = {"'": "['’‘`]", "’": "['’‘`]", "‘": "['’‘`]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
"""Marks that models write for one another."""
CODE = re.compile(r"[A-Z]{2,12}")


class Drop(StrEnum):
    """Why something that a second reader answered does not count."""

    UNREADABLE = "the answer is no JSON of the shape asked for"
    INVENTED = "its evidence or trigger is not in the article"
    UNKNOWN = "its type, mode or status is none of the codebook's"
    NOBODY = "it names no party that is in the article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A party as the second reader gave it: its words in the article, and the code that it guessed."""

    words: Span
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report of the second reader's that stands in the article."""

    evidence: Span
    trigger: Span
    type: EventType
    mode: str | None
    status: Status
    sources: tuple[Side, ...]
    targets: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is left of an answer, and how many things were dropped for which reason."""

    told: tuple[Told, ...] = ()
    dropped: Mapping[Drop, int] = field(default_factory=dict)


def check(answer: str, article: Article, plover: Plover) -> Checked:
    """Return the reports of an answer that the article bears out. Whatever the answer is, nothing is raised."""
    dropped: Counter[Drop] = Counter()
    items = _items(answer)
    if items is None:
        return Checked(dropped={Drop.UNREADABLE: 1})
    told: dict[tuple[Span, EventType], Told] = {}
    for item in items:
        found = _told(item, article, plover)
        if isinstance(found, Drop):
            dropped[found] += 1
        else:
            told.setdefault((found.trigger, found.type), found)
    return Checked(told=tuple(sorted(told.values(), key=lambda t: t.trigger)), dropped=dict(dropped))


def _items(answer: str) -> list[Any] | None:
    """Return the list of reports in an answer, whatever the model wrote around it."""
    try:
        data = json.loads(answer[answer.index("{") : answer.rindex("}") + 1])
    except (ValueError, RecursionError):
        return None
    reports = data.get("reports") if isinstance(data, dict) else None
    return reports if isinstance(reports, list) else None


def _told(item: Any, article: Article, plover: Plover) -> Told | Drop:  # noqa: ANN401 - loose input
    if not isinstance(item, dict):
        return Drop.UNREADABLE
    evidence = _find(item.get("evidence"), article.text, 0, len(article.text))
    trigger = _find(item.get("trigger"), article.text, evidence.start, evidence.end) if evidence else None
    if evidence is None or trigger is None:
        return Drop.INVENTED
    kind, mode, status = str(item.get("type")), item.get("mode") or None, str(item.get("status"))
    if kind not in tuple(EventType) or status not in tuple(Status) or not plover.knows(kind, str(mode or "")):
        return Drop.UNKNOWN
    sources, targets = (tuple(_sides(item.get(name), article.text, evidence)) for name in ("sources", "targets"))
    if not sources and not targets:
        return Drop.NOBODY
    return Told(
        evidence=evidence,
        trigger=trigger,
        type=EventType(kind),
        mode=mode,
        status=Status(status),
        sources=sources,
        targets=targets,
    )


def _sides(value: Any, text: str, evidence: Span) -> Iterator[Side]:  # noqa: ANN401 - loose input
    """Yield the parties whose words are in the article, in the evidence rather than elsewhere."""
    for item in value if isinstance(value, list) else ():
        if not isinstance(item, dict):
            continue
        words = _find(item.get("words"), text, evidence.start, evidence.end) or _find(
            item.get("words"), text, 0, len(text)
        )
        code = item.get("country")
        if words:
            yield Side(words=words, country=code if isinstance(code, str) and CODE.fullmatch(code) else None)


def _find(words: Any, text: str, start: int, end: int) -> Span | None:  # noqa: ANN401 - loose input
    """Return where words stand, whatever blanks and quotation marks were made of theirs; None where they do not."""
    if not isinstance(words, str) or not words.strip():
        return None
    pattern = r"\s+".join("".join(QUOTES.get(c, re.escape(c)) for c in word) for word in words.split())
    before = r"(?<!\w)" if words.strip()[0].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1].isalnum() else ""
    found = re.compile(before + pattern + after).search(text, start, end)
    return Span.of(text, found.start(), found.end()) if found else None
