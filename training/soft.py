"""What the teacher thinks of each sentence, as chances, and the losses of a network that disagrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import torch
from torch.nn import functional

from training.batches import batches, collate, collate_pairs
from training.losses import ACTS_WEIGHT, NAMES_WEIGHT, ROLES_WEIGHT, UPOS_WEIGHT, arc_scores, label_scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from training.batches import Batch, PairRow, Row
    from training.model import Network

PIECES_A_BATCH: Final = 6000
TRIGGER: Final = 0.4
"""Chance of an act from which the teacher's view of its parties is kept."""
MOST_TRIGGERS: Final = 8
STATUS_WEIGHT: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Soft:
    """The teacher's chances for one sentence of n words, n x classes, in half precision.

    arcs: n x (1 + n); heads: the likeliest, root 0; triggers: words counted from 1, each with its n x roles.
    """

    upos: Tensor
    names: Tensor
    acts: Tensor
    status: Tensor
    arcs: Tensor
    heads: Tensor
    labels: Tensor
    triggers: Tensor
    roles: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A sentence as numbers with what the teacher thinks of it."""

    row: Row
    soft: Soft

    @property
    def pieces(self) -> list[int]:
        """Its word pieces."""
        return self.row.pieces


@torch.no_grad()
def taught(teacher: Network, rows: Sequence[Row]) -> Iterator[Taught]:
    """Each row with the teacher's chances, not in the order given."""
    for group in batches(rows, PIECES_A_BATCH):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = teacher.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
            yield from _each(teacher, group, batch, vectors)


def _each(teacher: Network, group: Sequence[Row], batch: Batch, vectors: Tensor) -> Iterator[Taught]:
    arcs = arc_scores(teacher, batch, vectors)
    arcs.diagonal(dim1=1, dim2=2).fill_(-1e4)
    heads = arcs.argmax(-1)
    labels = label_scores(teacher, vectors, heads)
    scores = (teacher.upos(vectors), teacher.names(vectors), teacher.acts(vectors), teacher.status(vectors), labels)
    chances = [_chances(one) for one in scores]
    for i, row in enumerate(group):
        end = len(row.upos) + 1
        upos, names, acts, status, of_labels = (one[i, 1:end].clone() for one in chances)
        triggers = torch.nonzero(1 - acts[:, 0].float() > TRIGGER).flatten()[:MOST_TRIGGERS] + 1
        soft = Soft(
            upos=upos,
            names=names,
            acts=acts,
            status=status,
            labels=of_labels,
            arcs=_chances(arcs[i, 1:end, :end]),
            heads=heads[i, 1:end].clone(),
            triggers=triggers,
            roles=_roles(teacher, vectors[i, :end], triggers),
        )
        yield Taught(row=row, soft=soft)


def _roles(teacher: Network, vectors: Tensor, triggers: Tensor) -> Tensor:
    parties = teacher.role_party(vectors[None, 1:]).expand(len(triggers), -1, -1)
    return _chances(teacher.role.spread(teacher.role_trigger(vectors[triggers]), parties))


def _chances(scores: Tensor) -> Tensor:
    return scores.float().softmax(-1).half()


@torch.no_grad()
def taught_pairs(teacher: Network, rows: Sequence[PairRow], share: float) -> Iterator[PairRow]:
    """Marked sentences whose types are, by this share, the teacher's chances."""
    for group in batches(rows, PIECES_A_BATCH):
        batch = collate_pairs(group)
        with torch.autocast("cpu", torch.bfloat16):
            hidden = teacher.encoder(batch.pieces, batch.kinds, batch.mask)
            scores = teacher.relation(hidden, batch.kinds).float()
        mixed = share * scores.softmax(-1) + (1 - share) * batch.types
        yield from (replace(row, types=types) for row, types in zip(group, mixed.tolist(), strict=True))


def soft_losses(network: Network, batch: Batch, vectors: Tensor, softs: Sequence[Soft]) -> dict[str, Tensor]:
    """Cross-entropy with the teacher's chances, each a mean over the words."""
    rows = torch.cat([torch.full((len(s.heads),), i) for i, s in enumerate(softs)])
    places = torch.cat([torch.arange(1, len(s.heads) + 1) for s in softs])
    words = vectors[rows, places]
    arcs = arc_scores(network, batch, vectors)[rows, places]
    wanted = torch.cat([functional.pad(s.arcs.float(), (0, vectors.shape[1] - s.arcs.shape[1])) for s in softs])
    child, head = network.label_child(words), network.label_head(vectors)[rows, torch.cat([s.heads for s in softs])]
    acts = torch.cat([s.acts.float() for s in softs])
    bears = 1 - acts[:, 0]
    status = _cross(torch.cat([s.status.float() for s in softs]), network.status(words))
    return {
        "arc": _cross(wanted, arcs).mean(),
        "upos": UPOS_WEIGHT * _cross(torch.cat([s.upos.float() for s in softs]), network.upos(words)).mean(),
        "names": NAMES_WEIGHT * _cross(torch.cat([s.names.float() for s in softs]), network.names(words)).mean(),
        "label": _cross(torch.cat([s.labels.float() for s in softs]), network.label(child, head)).mean(),
        "acts": ACTS_WEIGHT * _cross(acts, network.acts(words)).mean(),
        "status": STATUS_WEIGHT * (status * bears).sum() / (bears.sum() + 1),
        **_role_losses(network, vectors, softs),
    }


def _role_losses(network: Network, vectors: Tensor, softs: Sequence[Soft]) -> dict[str, Tensor]:
    rows = torch.cat([torch.full((len(s.triggers),), i) for i, s in enumerate(softs)])
    if not len(rows):
        return {}
    words = vectors.shape[1] - 1
    triggers = network.role_trigger(vectors)[rows, torch.cat([s.triggers for s in softs])]
    scores = network.role.spread(triggers, network.role_party(vectors)[rows, 1:])
    wanted = torch.cat([functional.pad(s.roles.float(), (0, 0, 0, words - s.roles.shape[1])) for s in softs])
    told = wanted.sum(-1) > 0
    return {"roles": ROLES_WEIGHT * _cross(wanted, scores)[told].mean()}


def _cross(chances: Tensor, scores: Tensor) -> Tensor:
    return -(chances.float() * functional.log_softmax(scores.float(), -1)).sum(-1)
