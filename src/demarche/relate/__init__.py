"""From events to relationships: strain, asks and answers, tracks, positions, channels; pure functions on rows."""

from demarche.relate.asks import AskThread, Grant, grants, is_open, join_asks
from demarche.relate.change import ChangePoint, change_points
from demarche.relate.channels import Contact, Contacts, contacts, summary
from demarche.relate.contribution import HALF_LIFE, Contribution
from demarche.relate.dyads import Dyad, rank
from demarche.relate.positions import Stand, stands
from demarche.relate.strain import (
    NEUTRAL,
    FamilyDay,
    LeftOut,
    StrainDay,
    contributions,
    families,
    on_day,
    strain,
)
from demarche.relate.told import (
    ActorTold,
    AskTold,
    ChannelTold,
    ClaimTold,
    LeverTold,
    PositionTold,
    QuoteTold,
    Told,
    tell,
)
from demarche.relate.tracks import TrackLine, tracks

__all__ = [
    "HALF_LIFE",
    "NEUTRAL",
    "ActorTold",
    "AskThread",
    "AskTold",
    "ChangePoint",
    "ChannelTold",
    "ClaimTold",
    "Contact",
    "Contacts",
    "Contribution",
    "Dyad",
    "FamilyDay",
    "Grant",
    "LeftOut",
    "LeverTold",
    "PositionTold",
    "QuoteTold",
    "Stand",
    "StrainDay",
    "Told",
    "TrackLine",
    "change_points",
    "contacts",
    "contributions",
    "families",
    "grants",
    "is_open",
    "join_asks",
    "on_day",
    "rank",
    "stands",
    "strain",
    "summary",
    "tell",
    "tracks",
]
