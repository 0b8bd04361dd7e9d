"""The record of one article: everything it says, each thing with its words."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.record.actor import Actor
from demarche.record.article import Article, Sentence
from demarche.record.relation import Ask, Channel, Indicator, Lever, Position, Track
from demarche.record.report import Report
from demarche.record.words import Claim, Quantity, Quote, TimeExpression, Unsure

__all__ = ["SCHEMA", "Problem", "Record"]

SCHEMA = "demarche/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article and all that was read in it, in the order of the text."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    asks: tuple[Ask, ...] = ()
    positions: tuple[Position, ...] = ()
    levers: tuple[Lever, ...] = ()
    channels: tuple[Channel, ...] = ()
    tracks: tuple[Track, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    unsure: tuple[Unsure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read: the id or path it has, and why, on one line."""

    id: str
    why: str
