"""What changed since a day: what the articles published after it tell and no earlier one did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from demarche.brief.alerts import PERIOD
from demarche.brief.content import Brief, Reading, Since
from demarche.brief.lines import EventLine, Numbered, R

__all__ = ["changed", "usual_day"]


def usual_day(reading: Reading) -> date | None:
    """Return the day to compare with where none is asked for, None where all was published on one day.

    A week before the last publication; in a shorter dossier the publication day before the last.
    """
    days = reading.days
    if len(days) < 2:
        return None
    week = days[-1] - PERIOD
    return week if days[0] <= week else days[-2]


def changed(brief: Brief, day: date) -> Since:
    """Compare a brief with what was known by a day. An article without a day adds nothing."""
    new = [e for e in brief.largest if _after(e.told, day)]
    acts, late = _parted(new, day)
    answers = {a.article: a.published for a in brief.reading.articles}
    return Since(
        day=day,
        articles=brief.reading.after(day),
        before=next((d for d in reversed(brief.days) if d.day <= day), None),
        after=brief.latest if brief.latest and brief.latest.day > day else None,
        turns=tuple(c for c in brief.changes if c.row.day > day),
        acts=acts,
        late=late,
        asked=_new(brief.asks, day),
        answered=tuple(
            a for a in brief.asks if a.row.answered and _after(answers.get(a.row.answer_article or ""), day)
        ),
        shifted=tuple(p for p in _new(brief.positions, day) if p.row.shift),
        levers=_new(brief.levers, day),
        disputed=tuple(d for d in brief.disputed if _after(d.since, day)),
    )


def _after(told: date | None, day: date) -> bool:
    return told is not None and told > day


def _new(lines: Iterable[Numbered[R]], day: date) -> tuple[Numbered[R], ...]:
    return tuple(line for line in lines if _after(line.told, day))


def _parted(events: Iterable[EventLine], day: date) -> tuple[tuple[EventLine, ...], tuple[EventLine, ...]]:
    """Return the events that happened after a day, and those of the others that move the index and are no history."""
    acts: list[EventLine] = []
    late: list[EventLine] = []
    for event in events:
        if _after(event.row.last or event.row.first, day):
            acts.append(event)
        elif event.row.sign and not event.is_background:
            late.append(event)
    return tuple(acts), tuple(late)
