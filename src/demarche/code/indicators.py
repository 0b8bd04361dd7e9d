"""Signs of strain and ease between two sides, one for each pair of countries in an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from demarche.record import EventType, Indicator, Outcome, Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.record import Actor, Ask, Party, Span

__all__ = ["FAMILIES", "find_indicators", "pairs_of", "weight_of"]

FAMILIES = {
    EventType.AGREE: "words",
    EventType.SUPPORT: "words",
    EventType.CONCEDE: "words",
    EventType.REQUEST: "words",
    EventType.ACCUSE: "words",
    EventType.CONSULT: "contacts",
    EventType.COOPERATE: "help",
    EventType.AID: "help",
    EventType.RETREAT: "deeds",
    EventType.REJECT: "refusals",
    EventType.THREATEN: "threats and levers",
    EventType.SANCTION: "threats and levers",
    EventType.MOBILIZE: "threats and levers",
    EventType.PROTEST: "dissent at home",
    EventType.COERCE: "deeds",
    EventType.ASSAULT: "deeds",
}
"""The family of indicators that each type of act belongs to."""

STATUS_SHARE = {
    Status.HAPPENED: 1.0,
    Status.ONGOING: 1.0,
    Status.HABITUAL: 0.8,
    Status.PLANNED: 0.4,
    Status.THREATENED: 0.4,
    Status.PROPOSED: 0.0,
    Status.HYPOTHETICAL: 0.0,
    Status.DENIED: 0.0,
}
"""How much of an act's weight counts: a denied, imagined or merely asked-for act moves nothing."""
ASK_WEIGHT = 1.0
"""PLOVER scores a request 0; to press for a change is a weak sign of strain all the same."""
REFUSAL_WEIGHT = 2.0
"""PLOVER's weight of a rejection without a mode."""


def find_indicators(
    reports: Sequence[Report], asks: Sequence[Ask] = (), actors: Mapping[str, Actor] | None = None
) -> tuple[Indicator, ...]:
    """Return the indicators: those of the acts in the order of the text, then those of asks that no act reports."""
    made: list[Indicator] = []
    for report in reports:
        sign, weight = weight_of(report)
        if weight:
            made += [
                _indicator(f"i{len(made) + n}", report, pair, sign, weight)
                for n, pair in enumerate(pairs_of(report), start=1)
            ]
    for ask in asks:
        made += _of_ask(ask, actors or {}, len(made))
    return tuple(made)


def _of_ask(ask: Ask, actors: Mapping[str, Actor], made: int) -> list[Indicator]:
    """Pressing strains a little, refusing more; an ask or answer that an act reports has been counted there."""
    asker, asked = (actors[a].country if a and a in actors else None for a in (ask.asker, ask.asked))
    if not asker or not asked or asker == asked:
        return []
    out: list[Indicator] = []
    if ask.report is None:
        out.append(_sign(f"i{made + 1}", (asker, asked), ask.ask, ASK_WEIGHT, EventType.REQUEST))
    if ask.outcome in {Outcome.REFUSED, Outcome.DEFIED} and ask.answer and not ask.answer_report:
        out.append(_sign(f"i{made + 1 + len(out)}", (asked, asker), ask.answer, REFUSAL_WEIGHT, EventType.REJECT))
    return out


def _sign(identity: str, dyad: tuple[str, str], evidence: Span, weight: float, kind: EventType) -> Indicator:
    return Indicator(
        id=identity,
        dyad=dyad,
        sign=-1,
        weight=weight,
        family=FAMILIES[kind],
        why="an ask" if kind is EventType.REQUEST else "a refused ask",
        evidence=evidence,
    )


class Rated(Protocol):
    """What moves a relationship: an act of a type, with its score on PLOVER's scale and its status."""

    @property
    def type(self) -> EventType: ...
    @property
    def scale(self) -> float: ...
    @property
    def status(self) -> Status: ...


def weight_of(report: Rated) -> tuple[int, float]:
    """Return the sign and the weight, in [0, 10], of an act: PLOVER's scale, scaled by its status."""
    scale = -ASK_WEIGHT if report.type is EventType.REQUEST and report.scale > -ASK_WEIGHT else report.scale
    sign = -1 if scale < 0 else 1
    return sign, round(abs(scale) * STATUS_SHARE[report.status], 3)


def pairs_of(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the pairs of codes between which an act is, the acting side first."""
    sources, targets = _codes(report.sources), _codes(report.targets)
    if not targets and report.type in {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE}:
        sources, targets = sources[:1], sources[1:]
    for a in sources:
        for b in targets:
            if a != b:
                yield a, b


def _codes(parties: Sequence[Party]) -> list[str]:
    return list(dict.fromkeys(p.country for p in parties if p.country))


def _indicator(identity: str, report: Report, pair: tuple[str, str], sign: int, weight: float) -> Indicator:
    mode = f" ({report.mode})" if report.mode else ""
    return Indicator(
        id=identity,
        dyad=pair,
        sign=sign,
        weight=weight,
        family=FAMILIES[report.type],
        why=f"{report.type.value.lower()}{mode}, {report.status.value}",
        evidence=report.trigger,
        report=report.id,
    )
