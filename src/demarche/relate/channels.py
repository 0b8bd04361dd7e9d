"""Who talks to whom: each contact once, and for each pair and medium what was told beside what was seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.merge.event import Event
from demarche.record import Medium
from demarche.relate.told import ChannelTold

__all__ = ["Contact", "Contacts", "contacts", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact, told once or often: `event` joins its tellings, `told` is the largest count that a text gives."""

    a: str
    b: str
    a_name: str
    b_name: str
    medium: Medium
    via: tuple[str, ...]
    first: date | None
    last: date | None
    event: str | None
    count: int | None
    frequency: str | None
    best: ChannelTold
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """All contacts of a pair of codes by one medium: the largest count told, and the number seen one by one."""

    a: str
    b: str
    medium: Medium
    told: int | None
    seen: int
    first: date | None
    last: date | None


def contacts(told: Iterable[ChannelTold], event_of: Mapping[str, Event]) -> list[Contact]:
    """Return the contacts by day and pair; tellings of one event, pair and medium are one contact."""
    groups: dict[tuple[str, ...], list[ChannelTold]] = defaultdict(list)
    for row in sorted(told, key=lambda r: (r.article, r.id)):
        event = event_of.get(f"{row.article}#{row.report}")
        pair = sorted(((row.a, row.a_name), (row.b, row.b_name)))
        codes = [code or name for code, name in pair]
        groups[*codes, row.medium, event.id if event else f"{row.article}#{row.id}"].append(row)
    made = [_contact(rows, event_of) for rows in groups.values()]
    return sorted(made, key=lambda c: (c.first or date.max, c.a, c.b, c.best.article, c.best.id))


def _contact(rows: Sequence[ChannelTold], event_of: Mapping[str, Event]) -> Contact:
    best = min(rows, key=lambda r: (r.first is None, r.article, r.id))
    event = event_of.get(f"{best.article}#{best.report}")
    left, right = sorted(((best.a, best.a_name), (best.b, best.b_name)))
    counts = [r.told for r in rows if r.told]
    return Contact(
        a=left[0],
        b=right[0],
        a_name=left[1],
        b_name=right[1],
        medium=best.medium,
        via=tuple(sorted({name for r in rows for name in r.via})),
        first=event.first if event else best.first,
        last=event.last if event else best.last,
        event=event.id if event else None,
        count=max(counts, default=None),
        frequency=next((r.frequency for r in rows if r.frequency), None),
        best=best,
        articles=len({r.voice for r in rows}),
    )


def summary(made: Iterable[Contact]) -> list[Contacts]:
    """Return the contact calendar in sums, for pairs of known and different codes."""
    groups: dict[tuple[str, str, Medium], list[Contact]] = defaultdict(list)
    for contact in made:
        if contact.a and contact.b and contact.a != contact.b:
            groups[contact.a, contact.b, contact.medium].append(contact)
    return [_sum(key, groups[key]) for key in sorted(groups)]


def _sum(key: tuple[str, str, Medium], group: Sequence[Contact]) -> Contacts:
    return Contacts(
        a=key[0],
        b=key[1],
        medium=key[2],
        told=max((c.count for c in group if c.count), default=None),
        seen=len(group),
        first=min((c.first for c in group if c.first), default=None),
        last=max((c.last or c.first for c in group if c.last or c.first), default=None),  # type: ignore[type-var]
    )
