"""Ordered pairs of parties and what one does to the other, drawn from the acts of a sentence."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from training.corpora import Sentence
    from training.sentences import Act, Range

Party = tuple[int, int] | None
Pair = tuple[Party, Party, dict[str, float]]

STATUS_WEIGHT: Final = {
    "planned": 0.4,
    "denied": 0.3,
    "proposed": 0.15,
    "threatened": 0.15,
    "hypothetical": 0.15,
}
"""A pair with several acts is known by the one that took place ("refused to meet": the refusal); others weigh 1."""
UNRELATED: Final = 1.0
"""Pairs without an act that are shown for each pair with one."""


def related(acts: tuple[Act, ...]) -> dict[tuple[Party, Party], dict[str, float]]:
    """Weights of the types for every ordered pair of parties with an act; one side may be absent."""
    found: dict[tuple[Party, Party], dict[str, float]] = {}
    for act in acts:
        for pair in product(act.sources or (None,), act.targets or (None,)):
            if _apart(*pair):
                types = found.setdefault(pair, {})
                types[act.kind] = max(types.get(act.kind, 0.0), STATUS_WEIGHT.get(act.status, 1.0))
    return found


def _apart(source: Party, target: Party) -> bool:
    if source is None or target is None:
        return source is not target
    return source[1] <= target[0] or target[1] <= source[0]


def unrelated(sentence: Sentence) -> Iterator[tuple[Range, Range]]:
    """Ordered pairs of parties and names, apart from each other, that no act links."""
    acts = sentence.acts or ()
    linked = related(acts)
    parties = {span for act in acts for span in (*act.sources, *act.targets, *act.others)}
    parties |= {(first, last) for first, last, _ in sentence.names or ()} if not acts else set()
    for source, target in permutations(sorted(parties), 2):
        if _apart(source, target) and (source, target) not in linked and not _mutual(acts, source, target):
            yield source, target


def _mutual(acts: tuple[Act, ...], source: Range, target: Range) -> bool:
    """Whether the two meet or agree: then the other direction is as true."""
    mutual = {"CONSULT", "AGREE", "COOPERATE"}
    return any(act.kind in mutual and source in act.targets and target in (*act.sources, *act.targets) for act in acts)


def pairs(sentence: Sentence, rng: random.Random) -> list[Pair]:
    """All related pairs of the sentence and as many unrelated ones."""
    with_act: list[Pair] = [(source, target, types) for (source, target), types in related(sentence.acts or ()).items()]
    without = list(unrelated(sentence))
    wanted = round(UNRELATED * max(1, len(with_act)))
    return with_act + [(source, target, {}) for source, target in rng.sample(without, min(wanted, len(without)))]
