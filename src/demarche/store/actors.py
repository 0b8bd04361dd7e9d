"""Actors across articles: one line for each, bare surnames joined to the one full name that fits them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from demarche.merge.text import fold
from demarche.record import ActorKind
from demarche.relate.told import ActorTold

__all__ = ["ActorLine", "actor_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """An actor of the store; `mentions` are counted over all articles, `roles` are its titles, most frequent first."""

    actor: str
    name: str
    kind: str
    country: str | None
    base: str | None
    sector: str | None
    wikidata: str | None
    articles: int
    mentions: int
    roles: tuple[str, ...]


def actor_lines(told: Iterable[ActorTold]) -> list[ActorLine]:
    """Return the actors, those in most articles first; the order of the input does not matter."""
    rows = sorted(told, key=lambda r: (r.article, r.id))
    full = _full_names(rows)
    groups: dict[str, list[ActorTold]] = defaultdict(list)
    for row in rows:
        groups[full.get(row.key, row.key)].append(row)
    lines = [_line(key, group) for key, group in groups.items()]
    return sorted(lines, key=lambda a: (-a.articles, -a.mentions, a.actor))


def _full_names(rows: Sequence[ActorTold]) -> Mapping[str, str]:
    """Return, for each person known by a surname alone, the one full name of that surname and code."""
    people = {r.key: r for r in rows if r.kind is ActorKind.PERSON}
    by_surname: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for key, row in people.items():
        parts = fold(row.name).split()
        if len(parts) > 1:
            by_surname[parts[-1], row.country].add(key)
    bare = {key: row for key, row in people.items() if " " not in row.name.strip()}
    found = {key: by_surname.get((fold(row.name), row.country), set()) for key, row in bare.items()}
    return {key: next(iter(full)) for key, full in found.items() if len(full) == 1}


def _line(key: str, group: Sequence[ActorTold]) -> ActorLine:
    roles = Counter(role for row in group for role in row.roles)
    return ActorLine(
        actor=key,
        name=_usual((r.name for r in group), longest=True) or key,
        kind=_usual(r.kind.value for r in group) or ActorKind.OTHER.value,
        country=_usual(r.country for r in group),
        base=_usual(r.base for r in group),
        sector=_usual(r.sector for r in group),
        wikidata=_usual(r.wikidata for r in group),
        articles=len({r.article for r in group}),
        mentions=sum(r.mentions for r in group),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
    )


def _usual(values: Iterable[str | None], *, longest: bool = False) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-len(v.split()) if longest else 0, -counts[v], v), default=None)
