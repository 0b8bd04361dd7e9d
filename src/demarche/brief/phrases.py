"""How a brief puts things: days with their precision, acts as short sentences, statuses, counts."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from demarche.codebook.world import World

__all__ = [
    "act",
    "count",
    "day",
    "days",
    "delay",
    "difference",
    "iso_days",
    "joined",
    "kind_words",
    "level",
    "lever_words",
    "opening",
    "points",
    "short_day",
    "sign_of",
    "status_words",
    "when",
]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")

# (with an object, without one); the first word is inflected.
VERBS: dict[str, tuple[str, str]] = {
    "AGREE": ("agree with", "agree"),
    "CONSULT": ("talk with", "confer"),
    "CONSULT visit": ("visit", "pay a visit"),
    "CONSULT meet": ("meet", "meet"),
    "CONSULT phone": ("call", "telephone"),
    "CONSULT multilateral": ("confer with", "confer"),
    "CONSULT mediate": ("mediate with", "mediate"),
    "SUPPORT": ("back", "voice support"),
    "CONCEDE": ("yield to", "yield"),
    "COOPERATE": ("work with", "cooperate"),
    "AID": ("help", "give aid"),
    "AID military": ("give military aid to", "give military aid"),
    "AID economic": ("give economic aid to", "give economic aid"),
    "RETREAT": ("give way to", "give way"),
    "RETREAT withdraw": ("pull back from", "pull back"),
    "RETREAT release": ("release prisoners or goods to", "release prisoners or goods"),
    "RETREAT disarm": ("disarm towards", "disarm"),
    "RETREAT ceasefire": ("cease fire with", "cease fire"),
    "RETREAT access": ("let in", "open up"),
    "RETREAT resign": ("resign under pressure from", "resign"),
    "REQUEST": ("ask", "make a request"),
    "ACCUSE": ("accuse", "make an accusation"),
    "REJECT": ("refuse", "refuse"),
    "THREATEN": ("threaten", "threaten"),
    "PROTEST": ("protest against", "protest"),
    "SANCTION": ("put sanctions on", "impose sanctions"),
    "MOBILIZE": ("mobilise against", "mobilise forces"),
    "COERCE": ("coerce", "use coercion"),
    "ASSAULT": ("attack", "attack"),
}
STATUS = {
    "happened": "happened",
    "ongoing": "going on",
    "habitual": "repeated",
    "planned": "planned",
    "proposed": "asked for",
    "threatened": "threatened",
    "hypothetical": "only imagined",
    "denied": "denied",
}
DONE_TO = {"kill": "killed", "wound": "wounded", "injure": "injured", "arrest": "arrested", "detain": "detained"}
"""How those are told who were counted by what was done to them."""
THIN = 60.0
"""Points from which an interval is called wide."""
FIELDS = {
    "who": "who did it",
    "whom": "whom it was done to",
    "day": "the day",
    "status": "whether it happened",
    "place": "the place",
    "type": "what was done",
}
MOST_NAMES = 3
WHOLE = {"month", "year", "decade"}


class Dated(Protocol):
    """A row with the days of what it tells."""

    @property
    def first(self) -> date | None:
        """The first day."""

    @property
    def last(self) -> date | None:
        """The last day, included."""

    @property
    def precision(self) -> str | None:
        """How exactly they are known."""


def day(value: date | None) -> str:
    """Return `27 Oct 1962`, or `no date`."""
    return f"{short_day(value)} {value.year}" if value else "no date"


def short_day(value: date) -> str:
    """Return `27 Oct`."""
    return f"{value.day} {MONTHS[value.month - 1]}"


def days(first: date | None, last: date | None) -> str:
    """Return a closed interval of days as short as it can be said: `22-24 Oct 1962`, `since 4 Sept 1962`."""
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else "no date"
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{short_day(first) if first.year == last.year else day(first)} – {day(last)}"


def iso_days(value: str) -> str:
    """Return the words for days in ISO 8601, `first/last` for an interval and `..` for an end that is not known."""
    first, _, last = value.partition("/")
    start, end = (date.fromisoformat(part) if part and part != ".." else None for part in (first, last or first))
    return days(start, end)


def when(row: Dated) -> str:
    """Return the days of a row, a whole month, year or decade by its name."""
    first, last = row.first, row.last
    if first and last and row.precision in WHOLE:
        return _whole(first, last) or days(first, last)
    return days(first, last)


def _whole(first: date, last: date) -> str | None:
    if (first.day, last.day) != (1, monthrange(last.year, last.month)[1]):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, last.month) != (1, 12):
        return None
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


MANY = frozenset("people police men women children".split())
"""Nouns of many people that have no ending of the plural."""


def joined(names: Sequence[str], nobody: str = "unnamed") -> str:
    """Return `A, B and C`; of more than `MOST_NAMES` the rest is counted."""
    kept = list(dict.fromkeys(names)) or [nobody]
    if len(kept) > MOST_NAMES:
        kept = [*kept[: MOST_NAMES - 1], f"{len(kept) - MOST_NAMES + 1} others"]
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"


def act(kind: str, mode: str | None, sources: Sequence[str], targets: Sequence[str]) -> str:
    """Return an act as a short sentence: `Soviet Union accuses United States`. Nobody acts on himself."""
    targets = [name for name in targets if name not in sources]
    with_object, alone = VERBS.get(f"{kind} {mode}") or VERBS.get(kind) or (kind.lower(), kind.lower())
    verb = _inflected(with_object if targets else alone, plural=len(set(sources)) > 1 or _are_many(sources))
    return " ".join(part for part in (joined(sources), verb, joined(targets, "")) if part)


def _are_many(names: Sequence[str]) -> bool:
    """Whether a name is of many: it ends as a common noun ("Egyptian men"), or is one ("Rebels in Iraq")."""
    heads = [re.split(r" (?:in|of|from|at|for|on) ", name)[0] for name in names]
    return any(_is_plural(head) or re.search(r" [a-z]+[^s]s$", head) for head in heads)


def _is_plural(name: str) -> bool:
    """Whether a word alone is a plural that the codebook knows, or one without an ending; "Hamas" is none."""
    last = name.rpartition(" ")[2]
    if last.casefold() in MANY:
        return last == name or last.islower()
    if " " in name or not re.search(r"[^s]s$", name):
        return False
    world = World.load()
    return bool(world.role_noun(name.casefold()) or world.country_of_adjective(name))


def kind_words(kind: str) -> str:
    """Return the verb for a type of act: `accuse` for ACCUSE."""
    return VERBS.get(kind, (kind, kind.lower()))[1]


def _inflected(verb: str, *, plural: bool) -> str:
    head, _, rest = verb.partition(" ")
    if not plural:
        head = re.sub(r"(?<=[^aeiou])y$", "ie", head)
        head += "es" if re.search(r"(s|sh|ch|x|z|o)$", head) else "s"
    return f"{head} {rest}".rstrip()


def status_words(status: str) -> str:
    """Return how a status is shown to a reader."""
    return STATUS.get(status, status)


def lever_words(used: str) -> str:
    """Return what became of a lever, as a reader takes it."""
    return {"yes": "used", "no": "not used"}.get(used, used)


def sign_of(sign: int) -> str:
    """Return the word for a sign: `strain` for -1, `ease` for +1, `neutral` for 0."""
    return "strain" if sign < 0 else "ease" if sign > 0 else "neutral"


def level(index: float, low: float, high: float) -> str:
    """Return the words for a level of the index, and whether its interval is too wide to rest on."""
    return f"{_level(index)}, on thin evidence" if high - low > THIN else _level(index)


def _level(index: float) -> str:
    names = (
        (80, "severe strain"),
        (62, "strained"),
        (55, "slightly strained"),
        (45, "even"),
        (38, "more ease than strain"),
    )
    return next((name for least, name in names if index >= least), "mostly ease")


def points(value: float) -> str:
    """Return signed points with a true minus: `+3.2`, `−0.8`."""
    return f"{value:+.1f}".replace("-", "−")


STRAINS = {
    "ASSAULT": ("attack", "attacks"),
    "COERCE": ("act of coercion", "acts of coercion"),
    "SANCTION": ("sanction", "sanctions"),
    "MOBILIZE": ("show of force", "shows of force"),
    "THREATEN": ("threat", "threats"),
    "REJECT": ("refusal", "refusals"),
    "ACCUSE": ("charge", "charges"),
    "PROTEST": ("protest", "protests"),
    "CONSULT": ("strained contact", "strained contacts"),
    "REQUEST": ("request", "requests"),
}
EASES = {
    "AID": ("delivery of aid", "deliveries of aid"),
    "RETREAT": ("step back", "steps back"),
    "CONCEDE": ("concession", "concessions"),
    "COOPERATE": ("joint act", "joint acts"),
    "SUPPORT": ("word of support", "words of support"),
    "AGREE": ("agreement", "agreements"),
    "CONSULT": ("contact", "contacts"),
}
"""Types that strain or ease as things to count, those that weigh most first."""


def counted(acts: Mapping[str, int], nouns: Mapping[str, tuple[str, str]]) -> str:
    """Return how many acts there are of each type that has nouns: `2 attacks, 1 threat`."""
    return ", ".join(count(acts[kind], *forms) for kind, forms in nouns.items() if acts.get(kind))


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 article`, `2 articles`, with thousands set apart."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def delay(number: int | None) -> str:
    """Return a delay in days as words."""
    if number is None:
        return ""
    return "the same day" if number == 0 else f"after {count(number, 'day')}"


def opening(words: str) -> str:
    """Return words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def difference(what: str, *, number: bool) -> str:
    """Return what accounts differ on, as the end of a sentence."""
    return f"the number {DONE_TO.get(what) or f'of {what}'}" if number else FIELDS.get(what, f"the {what}")
