"""The closed label sets that the reader learns, in the order of its outputs."""

from __future__ import annotations

from typing import Final

UPOS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip

NAME_CLASSES: Final = ("PER", "ORG", "LOC", "MISC")
NAME_TAGS: Final = ("O", *(f"{place}-{kind}" for kind in NAME_CLASSES for place in "BIES"))

MODES_OF: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "meet", "phone", "multilateral", "mediate"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": ("military", "economic", "humanitarian"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport",
        "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip

ACT_TYPES: Final = ("none", *MODES_OF)
MODES: Final = tuple(f"{kind}/{mode}" if mode else kind for kind, of in MODES_OF.items() for mode in ("", *of))
STATUSES: Final = (
    "happened", "ongoing", "habitual", "planned", "proposed", "threatened", "hypothetical", "denied",
)  # fmt: skip
ROLES: Final = ("none", "source", "target", "other")
