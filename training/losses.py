"""What the network is trained to get right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch.nn import functional

from training.batches import IGNORED
from training.labels import NAME_TAGS

if TYPE_CHECKING:
    from torch import Tensor

    from training.batches import Batch, PairBatch
    from training.model import Network

MISC: Final = tuple(i for i, tag in enumerate(NAME_TAGS) if tag.endswith("MISC"))
UPOS_WEIGHT: Final = 0.5
NAMES_WEIGHT: Final = 3.0
ACTS_WEIGHT: Final = 3.0
ROLES_WEIGHT: Final = 3.0
PAIR_SMOOTHING: Final = 0.1


def syntax_losses(network: Network, batch: Batch, vectors: Tensor) -> dict[str, Tensor]:
    """Cross-entropy of part of speech, head and label, each a mean over its labelled words."""
    known = batch.heads != IGNORED
    if not bool(known.any()):
        return {}
    upos = functional.cross_entropy(network.upos(vectors)[known].float(), batch.upos[known])
    scores = arc_scores(network, batch, vectors)
    arcs = functional.cross_entropy(scores[known], batch.heads[known])
    labels = label_scores(network, vectors, batch.heads.clamp(min=0))[known].float()
    return {
        "upos": UPOS_WEIGHT * upos,
        "arc": arcs,
        "label": functional.cross_entropy(labels, batch.deprels[known]),
    }


def arc_scores(network: Network, batch: Batch, vectors: Tensor) -> Tensor:
    """Scores batch x places x places of each place's heads; only words and the root may be heads."""
    places = batch.words.clone()
    places[:, 0] = True
    return network.arcs(vectors).float().masked_fill(~places[:, None, :], -1e4)


def label_scores(network: Network, vectors: Tensor, heads: Tensor) -> Tensor:
    """Scores batch x places x labels of the arc from each word to its given head."""
    child, head = network.label_child(vectors), network.label_head(vectors)
    chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
    flat: Tensor = network.label(child.flatten(0, 1), chosen.flatten(0, 1))
    return flat.view(*heads.shape, -1)


def name_loss(network: Network, batch: Batch, vectors: Tensor) -> dict[str, Tensor]:
    """Cross-entropy of name tags; where MISC is not labelled, O stands for O or any MISC tag."""
    known = batch.tags != IGNORED
    if not bool(known.any()):
        return {}
    logp = functional.log_softmax(network.names(vectors)[known].float(), -1)
    gold = batch.tags[known]
    loose = (~batch.has_misc)[:, None].expand_as(known)[known] & (gold == 0)
    picked = logp.gather(1, gold[:, None]).squeeze(1)
    outside = torch.logsumexp(logp[:, [0, *MISC]], -1)
    return {"names": -NAMES_WEIGHT * torch.where(loose, outside, picked).mean()}


def act_losses(network: Network, batch: Batch, vectors: Tensor) -> dict[str, Tensor]:
    """Cross-entropy of types over all words, of mode and status over trigger words, of roles over both."""
    known = batch.acts != IGNORED
    if not bool(known.any()):
        return {}
    acts = functional.cross_entropy(network.acts(vectors)[known].float(), batch.acts[known])
    out = {"acts": ACTS_WEIGHT * acts}
    bears = batch.status != IGNORED
    if bool(bears.any()):
        out["status"] = functional.cross_entropy(network.status(vectors)[bears].float(), batch.status[bears])
        out["modes"] = functional.cross_entropy(network.modes(vectors)[bears].float(), batch.modes[bears])
        scores = role_scores(network, batch, vectors)
        labelled = batch.roles != IGNORED
        out["roles"] = ROLES_WEIGHT * functional.cross_entropy(scores[labelled].float(), batch.roles[labelled])
    return out


def role_scores(network: Network, batch: Batch, vectors: Tensor) -> Tensor:
    """Scores triggers x places x roles of every word's part in the act of every trigger word of the batch."""
    triggers = network.role_trigger(vectors)[batch.role_rows, batch.role_places]
    parties = network.role_party(vectors)[batch.role_rows, : batch.roles.shape[1]]
    return network.role.spread(triggers, parties)


def pair_loss(network: Network, batch: PairBatch) -> dict[str, Tensor]:
    """Cross-entropy of the relation of marked pairs, with smoothed labels."""
    scores = network.relation(network.encoder(batch.pieces, batch.kinds, batch.mask), batch.kinds).float()
    return {"pair": functional.cross_entropy(scores, batch.types, label_smoothing=PAIR_SMOOTHING)}
