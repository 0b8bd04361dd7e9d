"""Figures of the act heads on held-out sentences of our own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch

from training.batches import IGNORED, batches, collate, collate_pairs
from training.labels import ACT_TYPES
from training.losses import role_scores

if TYPE_CHECKING:
    from training.batches import Batch, PairRow, Row
    from training.model import Network

ROOT_OF = [("YIELD" if kind in {"CONCEDE", "RETREAT"} else kind) for kind in ACT_TYPES]


@torch.no_grad()
def act_figures(network: Network, rows: Sequence[Row]) -> dict[str, float]:
    """F1 of triggers with and without type, by runs that overlap; of roles, by words of gold triggers."""
    network.eval()
    counts: Counter[str] = Counter()
    for group in batches(rows, 4000):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = network.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
            _count_triggers(network.acts(vectors).argmax(-1), batch, counts)
            for name, scores, gold in (
                ("status", network.status(vectors), batch.status),
                ("mode", network.modes(vectors), batch.modes),
            ):
                known = gold != IGNORED
                counts[name] += int((scores.argmax(-1)[known] == gold[known]).sum())
                counts[f"{name}_all"] += int(known.sum())
            if len(batch.role_rows):
                _count_roles(role_scores(network, batch, vectors).argmax(-1), batch.roles, counts)
    network.train()
    return {
        "trigger_f1": _f1(counts, "run"),
        "typed_f1": _f1(counts, "typed"),
        "role_f1": _f1(counts, "role"),
        "status": round(counts["status"] / max(1, counts["status_all"]), 4),
        "mode": round(counts["mode"] / max(1, counts["mode_all"]), 4),
    }


def _f1(counts: Counter[str], name: str) -> float:
    total = counts[f"{name}_gold"] + counts[f"{name}_found"]
    return round((counts[f"{name}_hit"] + counts[f"{name}_met"]) / max(1, total), 4)


def runs(kinds: Sequence[int]) -> list[tuple[int, int, int]]:
    """Runs of one number above 0, as [first, last) and the number."""
    out: list[tuple[int, int, int]] = []
    for i, kind in enumerate(kinds):
        if kind > 0:
            if out and out[-1][1] == i and out[-1][2] == kind:
                out[-1] = (out[-1][0], i + 1, kind)
            else:
                out.append((i, i + 1, kind))
    return out


def _count_triggers(guessed: torch.Tensor, batch: Batch, counts: Counter[str]) -> None:
    for gold_row, guess_row in zip(batch.acts.tolist(), guessed.tolist(), strict=True):
        gold = runs(gold_row)
        found = runs([g if t != IGNORED else 0 for g, t in zip(guess_row, gold_row, strict=True)])
        for name, typed in (("run", False), ("typed", True)):
            counts[f"{name}_gold"] += len(gold)
            counts[f"{name}_found"] += len(found)
            counts[f"{name}_hit"] += sum(_met(one, found, typed=typed) for one in gold)
            counts[f"{name}_met"] += sum(_met(one, gold, typed=typed) for one in found)


def _met(one: tuple[int, int, int], others: list[tuple[int, int, int]], *, typed: bool) -> bool:
    return any(one[0] < b and a < one[1] and (not typed or kind == one[2]) for a, b, kind in others)


def _count_roles(guessed: torch.Tensor, gold: torch.Tensor, counts: Counter[str]) -> None:
    known = gold != IGNORED
    hit = int((known & (gold > 0) & (guessed == gold)).sum())
    counts["role_gold"] += int((known & (gold > 0)).sum())
    counts["role_found"] += int((known & (guessed > 0)).sum())
    counts["role_hit"] += hit
    counts["role_met"] += hit


@torch.no_grad()
def pair_figures(network: Network, rows: Sequence[PairRow]) -> dict[str, float]:
    """Macro-F1 over the 15 roots of the pairs with an act, and how often act or no act is told right."""
    network.eval()
    gold, guess, told = [], [], 0
    for group in batches(rows, 4000):
        batch = collate_pairs(group)
        with torch.autocast("cpu", torch.bfloat16):
            scores = network.relation(network.encoder(batch.pieces, batch.kinds, batch.mask), batch.kinds)
        best = batch.types.argmax(-1)
        told += int(((scores.argmax(-1) == 0) == (best == 0)).sum())
        with_act = best > 0
        gold += [ROOT_OF[i] for i in best[with_act].tolist()]
        guess += roots(scores[with_act].float())
    network.train()
    return {"pair_macro_f1": macro_f1(gold, guess), "pair_act_or_none": round(told / max(1, len(rows)), 4)}


def roots(scores: torch.Tensor) -> list[str]:
    """The likeliest of the 15 roots for each row of scores of the types; an act is taken for granted."""
    chances = scores.softmax(-1)
    concede, retreat = ACT_TYPES.index("CONCEDE"), ACT_TYPES.index("RETREAT")
    chances[:, retreat] += chances[:, concede]
    chances[:, concede] = 0
    chances[:, 0] = 0
    return [ROOT_OF[i] for i in chances.argmax(-1).tolist()]


def macro_f1(gold: Sequence[str], guess: Sequence[str]) -> float:
    """Mean over the roots that occur in gold of their F1."""
    out = []
    for root in sorted(set(gold)):
        hit = sum(a == b == root for a, b in zip(gold, guess, strict=True))
        out.append(2 * hit / (sum(a == root for a in gold) + sum(b == root for b in guess)))
    return round(sum(out) / max(1, len(out)), 4)
