"""Copies of articles become one voice, and reports of one act one event, with what they disagree on."""

from demarche.merge.copies import Copies, CopyKind, CopyPair, Fingerprint, compare, find_copies
from demarche.merge.event import Event, Member, Value
from demarche.merge.events import groups, merge
from demarche.merge.likeness import Likeness, Scale
from demarche.merge.observation import Figure, Observation, Side, observe

__all__ = [
    "Copies",
    "CopyKind",
    "CopyPair",
    "Event",
    "Figure",
    "Fingerprint",
    "Likeness",
    "Member",
    "Observation",
    "Scale",
    "Side",
    "Value",
    "compare",
    "find_copies",
    "groups",
    "merge",
    "observe",
]
