"""Figures of a network on held-out sentences; greedy heads, gold words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import torch

from training.batches import IGNORED, batches, collate
from training.labels import NAME_TAGS
from training.losses import arc_scores, label_scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.batches import Batch, Row
    from training.model import Network


def decode(tags: Sequence[int]) -> set[tuple[int, int, str]]:
    """Names of a row of tag numbers; a broken name is closed where it breaks."""
    found, start, kind = set(), -1, ""
    for i, tag in enumerate([*(NAME_TAGS[max(t, 0)] for t in tags), "O"]):
        if start >= 0 and (tag == "O" or tag[0] in "BS" or tag[2:] != kind):
            found.add((start, i, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = i, tag[2:]
        if start >= 0 and tag[0] in "ES":
            found.add((start, i + 1, kind))
            start = -1
    return found


@torch.no_grad()
def figures(network: Network, rows: Sequence[Row], deprels: Sequence[str]) -> dict[str, float]:
    """UPOS, UAS, LAS (universal labels), and F1 of names (PER, ORG, LOC where MISC is not labelled)."""
    network.eval()
    counts: Counter[str] = Counter()
    for group in batches(rows, 6000):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = network.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
            _count_syntax(network, batch, vectors, deprels, counts)
            _count_names(network, batch, vectors, counts)
    network.train()
    return _shares(counts)


def _count_syntax(
    network: Network, batch: Batch, vectors: torch.Tensor, deprels: Sequence[str], counts: Counter[str]
) -> None:
    known = batch.heads != IGNORED
    if not bool(known.any()):
        return
    scores = arc_scores(network, batch, vectors)
    scores.diagonal(dim1=1, dim2=2).fill_(-1e4)
    heads = scores.argmax(-1)
    universal = torch.tensor([sorted({d.split(":")[0] for d in deprels}).index(d.split(":")[0]) for d in deprels])
    labels = universal[label_scores(network, vectors, heads).argmax(-1)][known]
    right = heads[known] == batch.heads[known]
    gold = batch.deprels[known]
    counts["words"] += int(known.sum())
    counts["uas"] += int(right.sum())
    counts["las"] += int((right & (labels == universal[gold.clamp(min=0)]) & (gold >= 0)).sum())
    counts["upos"] += int((network.upos(vectors).argmax(-1)[known] == batch.upos[known]).sum())


def _count_names(network: Network, batch: Batch, vectors: torch.Tensor, counts: Counter[str]) -> None:
    guessed = network.names(vectors).argmax(-1)
    for gold, guess, misc in zip(batch.tags.tolist(), guessed.tolist(), batch.has_misc.tolist(), strict=True):
        if all(t == IGNORED for t in gold):
            continue
        right = decode([0 if t == IGNORED else t for t in gold])
        found = decode([0 if t == IGNORED else g for t, g in zip(gold, guess, strict=True)])
        if not misc:
            found = {name for name in found if name[2] != "MISC"}
        counts["gold"] += len(right)
        counts["found"] += len(found)
        counts["both"] += len(right & found)


def _shares(counts: Counter[str]) -> dict[str, float]:
    out = {key: counts[key] / counts["words"] for key in ("upos", "uas", "las") if counts["words"]}
    if counts["gold"]:
        out["names_f1"] = 2 * counts["both"] / (counts["gold"] + counts["found"])
    return {key: round(value, 4) for key, value in out.items()}
