"""The few sentences that tell most of a dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from demarche.brief.lines import EventLine
from demarche.merge.text import words

__all__ = ["MOST", "telling"]

MOST = 5
DEEDS = {"happened", "ongoing", "habitual"}
LEAST_WORDS = 8
"""Words that a sentence needs to be read alone: shorter ones lean on their neighbours."""
LEANING = frozenset(
    "i we you he she it they me us him her them my our your his its their this that these those".split()
)
"""First words of sentences that lean on the one before, or on who speaks."""


def telling(events: Iterable[EventLine], families: Mapping[str, str], most: int = MOST) -> tuple[EventLine, ...]:
    """Return the events whose sentences to read, in order of time.

    The largest by weight, sureness and independent articles; the second of a family (`families` by event) counts half,
    the third a third, so that one kind of act does not fill the list. A sentence is taken once, and only of acts that
    move the index and are told as news and as deeds.
    """
    left = [e for e in events if _moves(e) and e.row.event in families and _stands_alone(e.row.sentence)]
    taken: Counter[str] = Counter()
    kept: list[EventLine] = []
    while left and len(kept) < most:
        best = max(left, key=lambda e: (e.size / (1 + taken[families[e.row.event]]), -int(e.number)))
        kept.append(best)
        taken[families[best.row.event]] += 1
        left = [e for e in left if e.row.sentence != best.row.sentence]
    return tuple(sorted(kept, key=lambda e: int(e.number)))


def _moves(event: EventLine) -> bool:
    return bool(event.row.sign) and event.row.status in DEEDS and not event.is_background


def _stands_alone(sentence: str) -> bool:
    said = words(sentence)
    return len(said) >= LEAST_WORDS and said[0] not in LEANING and not sentence.rstrip("\"'”’ ").endswith("?")
