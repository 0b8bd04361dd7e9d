"""Asks that grammar tells ("it is vital that Iran comply") as reports, so that they stand among the acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.code.acts import Act
from demarche.code.politics import is_side
from demarche.record import EventType, Party, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.code.answers import Demand
    from demarche.code.reports import Reporter
    from demarche.code.sides import Side
    from demarche.record import Actor, Report

__all__ = ["with_asked"]

SURENESS = 0.55
"""Score of an ask that grammar alone tells, by judgement: such asks are mostly right, who is asked less often."""


def with_asked(
    reporter: Reporter, reports: Sequence[Report], demands: Sequence[Demand]
) -> tuple[tuple[Report, ...], tuple[Demand, ...]]:
    """Return the reports with one more for each open demand that none of them tells, and the demands so linked.

    Reports come in the order of the text and are numbered anew; a refusal that only presumes an ask adds none.
    """
    finder = _Asked(reporter=reporter, reports=reports)
    made = {n: report for n, demand in enumerate(demands) if (report := finder.report(demand))}
    ordered = sorted((*reports, *made.values()), key=lambda r: r.trigger.start)
    numbered = {id(old): replace(old, id=f"r{n}") for n, old in enumerate(ordered, start=1)}
    linked = tuple(_linked(d, made.get(n, d.report), numbered) for n, d in enumerate(demands))
    return tuple(numbered.values()), linked


def _linked(demand: Demand, report: Report | None, numbered: Mapping[int, Report]) -> Demand:
    return replace(demand, report=numbered[id(report)]) if report else demand


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Makes the reports of one article's demands."""

    reporter: Reporter
    reports: Sequence[Report]

    def report(self, demand: Demand) -> Report | None:
        """Return the act of asking, or None where a report tells it, or where no side in politics asks or is asked."""
        word = demand.word
        if word is None or demand.report or demand.settled or not self._is_between_sides(demand):
            return None
        opening = self.reporter.reading.span(word, word + 1)
        if any(r.trigger.start < opening.end and opening.start < r.trigger.end for r in self.reports):
            return None
        return self.reporter.told(
            Act(
                first=word,
                last=word + 1,
                head=word,
                type=EventType.REQUEST,
                mode=None,
                score=SURENESS,
                entry=None,
                why=("grammar of asking",),
            ),
            sources=tuple(self._parties(demand.asker)),
            targets=tuple(self._parties(demand.asked)),
            status=Status.HAPPENED,
        )

    def _is_between_sides(self, demand: Demand) -> bool:
        """Whether both are known: "he must go to work" asks nothing, "it is important for people" nobody."""
        ends = (demand.asker.actor, demand.asked.actor)
        return all(is_side(self.reporter.resolution.actors.get(actor)) for actor in ends if actor) and all(ends)

    def _parties(self, side: Side) -> Iterator[Party]:
        actor: Actor | None = self.reporter.resolution.actors.get(side.actor) if side.actor else None
        if actor:
            yield Party(actor=actor.id, mention=None, country=actor.country, base=actor.base, sector=actor.sector)
