"""Which pairs an event bears on, how heavily, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from demarche.code.indicators import FAMILIES, weight_of
from demarche.merge.event import Event
from demarche.merge.observation import Side
from demarche.record import Basis, EventType, Precision, Quad, Status
from demarche.relate.contribution import Contribution, Pair
from demarche.relate.told import ActorTold

__all__ = ["ASIDE_SHARE", "LONGEST", "Bearing", "bearings", "is_private", "parts_of", "placed"]

# Calibrated on the sample dossier of October 1962 (peak and release on the known days) and on the strength that
# annotators gave to signs of strain in 15 development articles (docs/explanation/strain.md). Do not tune one alone.
PUBLISHED_SHARE = 0.8
"""What an event counts whose only day is that of publication; it is spread on that day and the day before."""
ASIDE_SHARE = 0.3
"""What an event between others counts for two sides whom it concerns: dissent at home, third parties."""
PRIVATE_SHARE = 0.3
"""What the weight of an act counts for each side that acts for no state: protesters, journalists, companies."""
SHARES = {(EventType.CONSULT, 1): 0.5, (EventType.SUPPORT, 1): 0.5, (EventType.REQUEST, -1): 2.5}
"""What the weight of words counts, by type and sign. People who marked strain in sentences set asks, praise, promises
and charges on one level, where PLOVER has 0, 5, 2.5 and 2.5; and what comes of a contact is an act of its own."""
LONGEST = 45
"""Days of the longest interval over which an event is spread; one told more vaguely is left out."""

PRIVATE = frozenset("AGR BUS CRM CVL EDU ELI JRN LAB MED MNC NGO OPP PTY REF REL SOC".split())
"""PLOVER's sectors of actors that do not act for their state."""
ARMED = frozenset({"REB", "UAF"})
MUTUAL = {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE}
ANSWERING = {EventType.AGREE, EventType.CONCEDE, EventType.RETREAT, EventType.REJECT}
"""Answers that are meant for who asked; to defy an ask by force is aimed at another."""
BETWEEN = {EventType.CONSULT, EventType.REQUEST}
"""What an outsider does with two others that tells of these two: brings them together, calls on both to stop."""
SAID_ONLY = {Status.PLANNED, Status.THREATENED}
"""Acts that strain or ease on the day they are spoken of, not on the day they are spoken of for."""
VAGUE = {Precision.SEASON, Precision.QUARTER, Precision.YEAR, Precision.DECADE, Precision.VAGUE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A pair that an event bears on: its sign, its size in [0, 10], and the family of indicators it counts in."""

    pair: Pair
    sign: int
    size: float
    family: str


def parts_of(event: Event, answered: Iterable[Pair] = ()) -> tuple[list[Contribution], str]:
    """Return what an event adds to each pair on each of its days; without a day nothing, and why.

    `answered` are the pairs of asker and asked whose ask it answers.
    """
    bearing = list(bearings(event, answered))
    days, why = placed(event) if bearing else ([], "")
    return [_part(event, one, day, share) for one in bearing for day, share in days], why


def _part(event: Event, bearing: Bearing, day: date, share: float) -> Contribution:
    return Contribution(
        a=bearing.pair[0],
        b=bearing.pair[1],
        day=day,
        event=event.id,
        family=bearing.family,
        sign=bearing.sign,
        mass=round(bearing.size * event.probability * share, 6),
        weight=bearing.size,
        probability=event.probability,
        share=share,
        why=f"{event.type.value.lower()}, {event.status.value}, {event.voices} independent",
    )


def bearings(event: Event, answered: Iterable[Pair] = ()) -> Iterator[Bearing]:
    """Yield the pairs that an event bears on, each once: as its sides, as asker and asked, or as those it concerns."""
    seen: set[Pair] = set()
    for one in (*_direct(event), *_answering(event, answered), *_aside(event)):
        if one.pair not in seen and one.size and one.pair[0] != one.pair[1] and event.probability:
            seen.add(one.pair)
            yield one


def _bearing(a: str, b: str, sign: int, size: float, family: str) -> Bearing:
    return Bearing(pair=(min(a, b), max(a, b)), sign=sign, size=round(size, 3), family=family)


def _direct(event: Event) -> Iterator[Bearing]:
    size = event.weight * SHARES.get((event.type, event.sign), 1.0)
    for a, b in _opposite(event):
        yield _bearing(a, b, event.sign, size * _standing(event, a, b), event.family or "words")


def _opposite(event: Event) -> Iterable[Pair]:
    if event.target_codes:
        return product(event.source_codes, event.target_codes)
    return combinations(event.source_codes, 2) if event.type in MUTUAL else ()


def _answering(event: Event, answered: Iterable[Pair]) -> Iterator[Bearing]:
    """Yield asker and asked: an answer concerns who asked, whether or not its sentence names them."""
    if event.type in ANSWERING and event.status.is_deed and not event.disputed:
        sign, size = weight_of(event)
        yield from (_bearing(a, b, sign, size, FAMILIES[event.type]) for a, b in answered)


def _aside(event: Event) -> Iterator[Bearing]:
    """Yield pairs that an event between others concerns: quarrels at home over another, outsiders between two."""
    if not event.status.is_deed or event.disputed or len(event.source_codes) != 1:
        return
    (source,), targets = event.source_codes, event.target_codes
    sign, weight = weight_of(event)
    size = weight * SHARES.get((event.type, sign), 1.0) * ASIDE_SHARE
    if set(targets) <= {source} and sign < 0 and _is_dissent(event):
        yield from (_bearing(source, o, sign, size, "dissent at home") for o in event.other_codes)
    if source not in targets and event.type in BETWEEN:
        yield from (_bearing(a, b, sign, size, "third parties") for a, b in combinations(targets, 2))


def _is_dissent(event: Event) -> bool:
    """Whether people or politicians speak or march: what a state does to its own people is no word on another."""
    return event.type is EventType.PROTEST or event.quad is Quad.VERBAL_CONFLICT


def _standing(event: Event, a: str, b: str) -> float:
    """Return 1 where somebody who acts for the state, or only the state itself, is named on both sides.

    Who marches or strikes never does: a protest is an act of people, whatever the name that they go by. What is done
    between two who both act for no state (looters, a company) says the less.
    """
    of_people = event.type is EventType.PROTEST
    acting = {
        s.code for s in (*event.sources, *event.targets) if not (is_private(s) or (of_people and s in event.sources))
    }
    return PRIVATE_SHARE ** len({a, b} - acting)


def is_private(side: Side | ActorTold) -> bool:
    """Say whether a side does not act for its code: rebels act for a code of their own, not for a state's."""
    return side.sector in PRIVATE or (side.sector in ARMED and not side.base)


def placed(event: Event) -> tuple[list[tuple[date, float]], str]:
    """Return the days of an event with the share that falls on each; no day, and why, where it has no place."""
    told = event.published
    if event.status in SAID_ONLY and told:
        return [(told, 1.0)], ""
    if event.first is None or event.last is None:
        return ([], "no day is told") if event.first is event.last else ([], "the days are open at one end")
    if event.basis is Basis.PUBLISHED:
        half = PUBLISHED_SHARE / 2
        return [(event.last - timedelta(1), half), (event.last, half)], ""
    # A deed lies before it is told: a later end is a week still running, a later day a misread date.
    done_by = told if told and event.status.is_deed else event.last
    first, last = min(event.first, done_by), min(event.last, done_by)
    count = (last - first).days + 1
    if count > LONGEST or (event.precision in VAGUE and count > 1):
        return [], f"told only to the {event.precision.value}" if event.precision else "told too vaguely"
    return [(first + timedelta(n), 1.0 / count) for n in range(count)], ""
