"""The reader's network: one small encoder, and a head for every decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from demarche.annotate.pieces import CASES, MARKS
from training.labels import ACT_TYPES, MODES, NAME_TAGS, ROLES, STATUSES, UPOS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WIDTH: Final = 384
LAYERS: Final = 6
ATTENTION_HEADS: Final = 12
INNER: Final = 1536
VOCABULARY: Final = 30522
POSITIONS: Final = 512
ARC: Final = 320
LABEL: Final = 128
ROLE: Final = 128
BEND: Final = 0.1
"""Slope of the heads' first maps below zero."""


class Layer(nn.Module):
    """One transformer block, normalised after each half as BERT is."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def attend(self, x: Tensor, bias: Tensor) -> Tensor:
        """Each place's mixture of the others."""
        batch, length, _ = x.shape
        split = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        q, k, v = split.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        out: Tensor = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        return out

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Attention, then the two maps of each place, each added to what came in."""
        x = self.norm(x + self.drop(self.attend(x, bias)))
        out: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """BERT's encoder; the token type says the case of the word and, in a marked pass, source or target."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words: nn.Module = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(len(CASES) * len(MARKS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers: Iterable[Layer] = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))  # type: ignore[assignment]

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Vectors batch x pieces x WIDTH."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.drop(self.norm(self.words(pieces) + self.places(places) + self.kinds(kinds)))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2; the new token types start as its only trained one."""
        given = load_file(folder / "model.safetensors")
        given = {key.removeprefix("bert."): value for key, value in given.items()}
        with torch.no_grad():
            self.words.load_state_dict({"weight": given["embeddings.word_embeddings.weight"]})
            self.places.weight.copy_(given["embeddings.position_embeddings.weight"])
            self.kinds.weight.copy_(given["embeddings.token_type_embeddings.weight"][:1].expand_as(self.kinds.weight))
            self.kinds.weight.add_(torch.randn_like(self.kinds.weight) * 0.01)
        _copy(self.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            _copy_layer(layer, given, f"encoder.layer.{number}.")


def _copy(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({"weight": given[f"{name}.weight"], "bias": given[f"{name}.bias"]})


def _copy_layer(layer: Layer, given: dict[str, Tensor], prefix: str) -> None:
    names = [f"{prefix}attention.self.{part}" for part in ("query", "key", "value")]
    layer.qkv.load_state_dict(
        {end: torch.cat([given[f"{name}.{end}"] for name in names]) for end in ("weight", "bias")}
    )
    _copy(layer.out, given, f"{prefix}attention.output.dense")
    _copy(layer.norm, given, f"{prefix}attention.output.LayerNorm")
    _copy(layer.up, given, f"{prefix}intermediate.dense")
    _copy(layer.down, given, f"{prefix}output.dense")
    _copy(layer.norm2, given, f"{prefix}output.LayerNorm")


class Projection(nn.Module):
    """A linear map, a bend and dropout: a word as one head sees it."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """The word for this head."""
        out: Tensor = self.drop(functional.leaky_relu(self.linear(x), BEND))
        return out


class Classifier(nn.Module):
    """One hidden layer and scores of a closed set."""

    def __init__(self, classes: int, width: int = 192, dropout: float = 0.2) -> None:
        super().__init__()
        self.hidden = Projection(width, dropout)
        self.scores = nn.Linear(width, classes)

    def forward(self, x: Tensor) -> Tensor:
        """Scores of the classes."""
        out: Tensor = self.scores(self.hidden(x))
        return out


class Biaffine(nn.Module):
    """Scores of chosen pairs of words for each label (Dozat & Manning 2017), with both biases."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(width + 1, labels * (width + 1)))
        nn.init.normal_(self.weight, std=0.02)
        self.labels = labels

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """left, right: pairs x width; gives pairs x labels."""
        left = functional.pad(left, (0, 1), value=1.0)
        right = functional.pad(right, (0, 1), value=1.0)
        mapped = (left @ self.weight).view(-1, self.labels, right.shape[-1])
        return (mapped @ right.unsqueeze(-1).to(mapped.dtype)).squeeze(-1)

    def spread(self, left: Tensor, right: Tensor) -> Tensor:
        """left: n x width, right: n x places x width; gives n x places x labels."""
        left = functional.pad(left, (0, 1), value=1.0)
        right = functional.pad(right, (0, 1), value=1.0)
        mapped = (left @ self.weight).view(-1, self.labels, right.shape[-1])
        return right @ mapped.transpose(1, 2).to(right.dtype)


class Network(nn.Module):
    """The whole reader."""

    def __init__(self, deprels: int, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.names = Classifier(len(NAME_TAGS), 256)
        self.arc_child, self.arc_head = Projection(ARC, dropout), Projection(ARC, dropout)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC).normal_(std=0.02))
        self.label_child, self.label_head = Projection(LABEL, dropout), Projection(LABEL, dropout)
        self.label = Biaffine(LABEL, deprels)
        self.acts = Classifier(len(ACT_TYPES), 256)
        self.modes = Classifier(len(MODES), 256)
        self.status = Classifier(len(STATUSES))
        self.role_trigger, self.role_party = Projection(ROLE, 0.2), Projection(ROLE, 0.2)
        self.role = Biaffine(ROLE, len(ROLES))
        self.pair_merge = nn.Linear(3 * WIDTH, WIDTH)
        self.pair = Classifier(len(ACT_TYPES), 256)

    def read(self, pieces: Tensor, kinds: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Word vectors, batch x (1 + words) x WIDTH; place 0 is the sentence and the root."""
        return self.words_of(self.encoder(pieces, kinds, mask), firsts)

    def words_of(self, hidden: Tensor, firsts: Tensor) -> Tensor:
        """The vector of each word's first piece."""
        return hidden.gather(1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))

    def relation(self, hidden: Tensor, kinds: Tensor) -> Tensor:
        """Scores batch x types of what the words marked as source do to those marked as target."""
        parts = [hidden[:, 0]]
        for mark in range(1, len(MARKS)):
            inside = ((kinds >= mark * len(CASES)) & (kinds < (mark + 1) * len(CASES))).to(hidden.dtype)
            parts.append((inside.unsqueeze(-1) * hidden).sum(1) / inside.sum(1, keepdim=True).clamp(min=1.0))
        out: Tensor = self.pair(functional.leaky_relu(self.pair_merge(torch.cat(parts, -1)), BEND))
        return out

    def arcs(self, vectors: Tensor) -> Tensor:
        """Scores batch x (1 + words) x (1 + words): child, then head."""
        out: Tensor = self.arc_side(self.arc_child(vectors)) @ self.arc_head(vectors).transpose(1, 2)
        return out

    def arc_side(self, child: Tensor) -> Tensor:
        """The child's side of the product that scores an arc."""
        out: Tensor = functional.pad(child, (0, 1), value=1.0) @ self.arc
        return out
