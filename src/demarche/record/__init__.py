"""What an article says, as types. Nothing here imports another room."""

from demarche.record.actor import Actor, ActorKind, Form, Mention, Role
from demarche.record.article import Article, Damage, DamagedPhrase, DamageKind, Removed, Sentence
from demarche.record.record import SCHEMA, Problem, Record
from demarche.record.relation import (
    Ask,
    Channel,
    Indicator,
    Lever,
    LeverUse,
    Medium,
    Outcome,
    Position,
    Stance,
    Track,
)
from demarche.record.report import Basis, EventPlace, EventTime, EventType, Party, Quad, Report, Status
from demarche.record.span import Span
from demarche.record.time import Precision, TimeInterval, parse_day
from demarche.record.words import (
    Certainty,
    Claim,
    Quantity,
    Quote,
    SourceKind,
    TimeExpression,
    TimeType,
    Unsure,
)

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "Article",
    "Ask",
    "Basis",
    "Certainty",
    "Channel",
    "Claim",
    "Damage",
    "DamageKind",
    "DamagedPhrase",
    "EventPlace",
    "EventTime",
    "EventType",
    "Form",
    "Indicator",
    "Lever",
    "LeverUse",
    "Medium",
    "Mention",
    "Outcome",
    "Party",
    "Position",
    "Precision",
    "Problem",
    "Quad",
    "Quantity",
    "Quote",
    "Record",
    "Removed",
    "Report",
    "Role",
    "Sentence",
    "SourceKind",
    "Span",
    "Stance",
    "Status",
    "TimeExpression",
    "TimeInterval",
    "TimeType",
    "Track",
    "Unsure",
    "parse_day",
]
