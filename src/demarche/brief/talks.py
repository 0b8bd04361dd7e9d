"""Who talks to whom: the contacts of each two, summed by medium."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from demarche.brief.lines import Numbered, Pair, Talk
from demarche.store.labels import labels
from demarche.store.rows import ChannelRow, ContactRow

__all__ = ["between_pairs", "talks"]


def talks(contacts: Iterable[Numbered[ChannelRow]], pair: Pair, most: int) -> tuple[Talk, ...]:
    """Return the contacts of each two actors of a pair, those most in touch first; the side of the first code leads."""
    groups: dict[tuple[str, str], list[Numbered[ChannelRow]]] = defaultdict(list)
    for contact in contacts:
        row = contact.row
        names = (row.a_name, row.b_name) if row.a == pair[0] else (row.b_name, row.a_name)
        groups[names].append(contact)
    found = [_talk(names, group) for names, group in groups.items()]
    return tuple(sorted(found, key=lambda t: (-t.all, t.a, t.b))[:most])


def _talk(names: tuple[str, str], group: Sequence[Numbered[ChannelRow]]) -> Talk:
    days = [day for c in group for day in (c.row.first, c.row.last) if day]
    told: dict[str, int] = {}
    for row in (c.row for c in group if (c.row.told or 0) > 1):
        told[row.medium] = max(told.get(row.medium, 0), row.told or 0)
    return Talk(
        a=names[0],
        b=names[1],
        seen=dict(Counter(c.row.medium for c in group)),
        told=told,
        via=tuple(sorted({name for c in group for name in c.row.via})),
        first=min(days, default=None),
        last=max(days, default=None),
        anchor=group[0].anchor,
    )


def between_pairs(rows: Iterable[ContactRow], besides: Pair, most: int) -> tuple[Talk, ...]:
    """Return the contacts of pairs of countries and bodies other than `besides`, those most in touch first."""
    groups: dict[Pair, list[ContactRow]] = defaultdict(list)
    for row in rows:
        if {row.a, row.b} != set(besides):
            groups[row.a, row.b].append(row)
    found = [_between(pair, group) for pair, group in groups.items()]
    return tuple(sorted(found, key=lambda t: (-t.all, t.a, t.b))[:most])


def _between(pair: Pair, group: Sequence[ContactRow]) -> Talk:
    named = labels(pair)
    days = [day for row in group for day in (row.first, row.last) if day]
    return Talk(
        a=named[pair[0]],
        b=named[pair[1]],
        seen={row.medium: row.seen for row in group},
        told={row.medium: row.told for row in group if (row.told or 0) > 1 and row.told is not None},
        first=min(days, default=None),
        last=max(days, default=None),
    )
