"""The reader's network: one small encoder, and a head for every decision."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from demarche.annotate.pieces import CASES, MARKS
from training.labels import ACT_TYPES, MODES, NAME_TAGS, ROLES, STATUSES, UPOS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VOCABULARY: Final = 30522
POSITIONS: Final = 512
ARC: Final = 320
LABEL: Final = 128
ROLE: Final = 128
NEAR: Final = 16
FAR: Final = 128
"""Classes of distance on either side in MPNet's attention, and the distance from which there is one more."""
CLS, SEP = 101, 102
"""BERT's pieces that MPNet counts otherwise."""
BEND: Final = 0.1
"""Slope of the heads' first maps below zero."""


class Size(NamedTuple):
    """How large an encoder is; `epsilon` keeps its normalisation from dividing by nothing."""

    width: int
    layers: int
    attention_heads: int
    inner: int
    epsilon: float


MINILM: Final = Size(width=384, layers=6, attention_heads=12, inner=1536, epsilon=1e-12)
MPNET: Final = Size(width=768, layers=12, attention_heads=12, inner=3072, epsilon=1e-5)
WIDTH: Final = MINILM.width


class Layer(nn.Module):
    """One transformer block, normalised after each half as BERT is."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        width = size.width
        self.attention_heads = size.attention_heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=size.epsilon)
        self.up = nn.Linear(width, size.inner)
        self.down = nn.Linear(size.inner, width)
        self.norm2 = nn.LayerNorm(width, eps=size.epsilon)
        self.drop = nn.Dropout(dropout)

    def attend(self, x: Tensor, bias: Tensor) -> Tensor:
        """Each place's mixture of the others."""
        batch, length, width = x.shape
        split = self.qkv(x).view(batch, length, 3, self.attention_heads, width // self.attention_heads)
        q, k, v = split.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        out: Tensor = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        return out

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Attention, then the two maps of each place, each added to what came in."""
        x = self.norm(x + self.drop(self.attend(x, bias)))
        out: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """BERT's encoder; the token type says the case of the word and, in a marked pass, source or target."""

    size: Size = MINILM

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words: nn.Module = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(len(CASES) * len(MARKS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers: Iterable[Layer] = _layers(self.size, dropout)

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Vectors batch x pieces x WIDTH."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.drop(self.norm(self.words(pieces) + self.places(places) + self.kinds(kinds)))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, folder: Path) -> None:
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


def _layers(size: Size, dropout: float) -> Iterable[Layer]:
    return nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))  # type: ignore[return-value]


class MPNet(nn.Module):
    """MPNet's encoder for the same pieces: relative places beside its own, and four pieces before BERT's."""

    size: Size = MPNET

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY + 5, self.size.width)
        self.places = nn.Embedding(POSITIONS + 2, self.size.width)
        self.kinds = nn.Embedding(len(CASES) * len(MARKS), self.size.width)
        self.norm = nn.LayerNorm(self.size.width, eps=self.size.epsilon)
        self.drop = nn.Dropout(dropout)
        self.layers = _layers(self.size, dropout)
        self.near = nn.Embedding(2 * NEAR, self.size.attention_heads)

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Vectors batch x pieces x width."""
        own = torch.where(pieces == CLS, 0, torch.where(pieces == SEP, 2, pieces + 4)).masked_fill(mask == 0, 1)
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.drop(self.norm(self.words(own) + self.places(at + 2) + self.kinds(kinds)))
        bias = self.near(_bucket(at[:, None] - at[None, :])).permute(2, 0, 1)[None]
        bias = bias + (1.0 - mask.to(bias.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, folder: Path) -> None:
        """Take over the weights of all-mpnet-base-v2; the new token types start near nothing."""
        given = load_file(folder / "model.safetensors")
        with torch.no_grad():
            self.words.load_state_dict({"weight": given["embeddings.word_embeddings.weight"]})
            self.places.load_state_dict({"weight": given["embeddings.position_embeddings.weight"]})
            self.near.load_state_dict({"weight": given["encoder.relative_attention_bias.weight"]})
            self.kinds.weight.normal_(std=0.005)
        _copy(self.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            _copy_layer(layer, given, f"encoder.layer.{number}.", MPNET_NAMES)


def _bucket(behind: Tensor) -> Tensor:
    """Numbers of classes of distance: one each for the nearest pieces, wider ones up to `FAR` beyond (T5's)."""
    exact = NEAR // 2
    distance = behind.abs()
    share = torch.log(distance.float().clamp(min=1) / exact) / math.log(FAR / exact)
    wide = (exact + (share * (NEAR - exact)).long()).clamp(max=NEAR - 1)
    return torch.where(behind < 0, NEAR, 0) + torch.where(distance < exact, distance, wide)


def _copy(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({"weight": given[f"{name}.weight"], "bias": given[f"{name}.bias"]})


class Names(NamedTuple):
    """What a block's parts are called in the files of an encoder."""

    queries: tuple[str, str, str]
    out: str
    norm: str


MINILM_NAMES: Final = Names(
    queries=("attention.self.query", "attention.self.key", "attention.self.value"),
    out="attention.output.dense",
    norm="attention.output.LayerNorm",
)
MPNET_NAMES: Final = Names(
    queries=("attention.attn.q", "attention.attn.k", "attention.attn.v"),
    out="attention.attn.o",
    norm="attention.LayerNorm",
)


def _copy_layer(layer: Layer, given: dict[str, Tensor], prefix: str, names: Names = MINILM_NAMES) -> None:
    layer.qkv.load_state_dict(
        {end: torch.cat([given[f"{prefix}{name}.{end}"] for name in names.queries]) for end in ("weight", "bias")}
    )
    _copy(layer.out, given, prefix + names.out)
    _copy(layer.norm, given, prefix + names.norm)
    _copy(layer.up, given, f"{prefix}intermediate.dense")
    _copy(layer.down, given, f"{prefix}output.dense")
    _copy(layer.norm2, given, f"{prefix}output.LayerNorm")


class Projection(nn.Module):
    """A linear map, a bend and dropout: a word as one head sees it."""

    def __init__(self, given: int, width: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(given, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """The word for this head."""
        out: Tensor = self.drop(functional.leaky_relu(self.linear(x), BEND))
        return out


class Classifier(nn.Module):
    """One hidden layer and scores of a closed set."""

    def __init__(self, given: int, classes: int, width: int = 192, dropout: float = 0.2) -> None:
        super().__init__()
        self.hidden = Projection(given, width, dropout)
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
    """The whole reader; with another encoder its heads are as wide as that one."""

    def __init__(self, deprels: int, encoder: Encoder | MPNet | None = None, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        width = self.encoder.size.width
        self.upos = nn.Linear(width, len(UPOS))
        self.names = Classifier(width, len(NAME_TAGS), 256)
        self.arc_child, self.arc_head = Projection(width, ARC, dropout), Projection(width, ARC, dropout)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC).normal_(std=0.02))
        self.label_child, self.label_head = Projection(width, LABEL, dropout), Projection(width, LABEL, dropout)
        self.label = Biaffine(LABEL, deprels)
        self.acts = Classifier(width, len(ACT_TYPES), 256)
        self.modes = Classifier(width, len(MODES), 256)
        self.status = Classifier(width, len(STATUSES))
        self.role_trigger, self.role_party = Projection(width, ROLE, 0.2), Projection(width, ROLE, 0.2)
        self.role = Biaffine(ROLE, len(ROLES))
        self.pair_merge = nn.Linear(3 * width, width)
        self.pair = Classifier(width, len(ACT_TYPES), 256)

    def read(self, pieces: Tensor, kinds: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Word vectors, batch x (1 + words) x width; place 0 is the sentence and the root."""
        return self.words_of(self.encoder(pieces, kinds, mask), firsts)

    def words_of(self, hidden: Tensor, firsts: Tensor) -> Tensor:
        """The vector of each word's first piece."""
        return hidden.gather(1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))

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
