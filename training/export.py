"""A trained network as the files that the product reads: int8 ONNX, tokenizer, biaffine weights, labels."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from demarche.annotate.pieces import CASES
from training.labels import ACT_TYPES, MODES, NAME_TAGS, ROLES, STATUSES, UPOS
from training.model import ARC, BEND, LABEL, WIDTH, Biaffine, Network, Projection
from training.quantise import to_int8

PIECES: Final = ("pieces", "kinds", "mask")
OUTPUTS: Final = (
    "upos",
    "names",
    "acts",
    "modes",
    "status",
    "arc_child",
    "arc_head",
    "label_child",
    "label_head",
    "role_trigger",
    "role_party",
)
OPSET: Final = 17
DIRECTIONS: Final = 56
"""Of the 129 directions of either end of an arc, those that its label is scored from: a fifth of the work. Labels of
EWT dev, arcs given, are right for 96.02 % with all, 95.91 % with 48 and 96.03 % with 56."""
OWN: Final = Path(__file__).parent / "sentences"


class SmallEmbedding(nn.Module):
    """Word-piece vectors as int8 with one scale for each piece, a quarter of the size."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.numbers = nn.Buffer((weight / scale).round().to(torch.int8))
        self.scale = nn.Buffer(scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """Vectors of pieces."""
        return self.numbers[pieces].float() * self.scale[pieces]


class Labels(nn.Module):
    """Scores of all labels for given arcs, from the `DIRECTIONS` strongest directions of both ends; weights in fp16."""

    def __init__(self, biaffine: Biaffine) -> None:
        super().__init__()
        self.labels = biaffine.labels
        cube = biaffine.weight.detach().view(len(biaffine.weight), self.labels, -1)
        child, head = _directions(cube), _directions(cube.permute(2, 1, 0))
        core = torch.einsum("cr,clh,hs->rls", child, cube, head)
        self.child, self.head = nn.Buffer(child.half()), nn.Buffer(head.half())
        self.core = nn.Buffer(core.reshape(len(core), -1).half())

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        """child, head: arcs x width, the two ends; gives arcs x labels."""
        child = functional.pad(child, (0, 1), value=1.0) @ self.child.float()
        head = functional.pad(head, (0, 1), value=1.0) @ self.head.float()
        mapped = (child @ self.core.float()).view(-1, self.labels, head.shape[-1])
        return torch.matmul(mapped, head.unsqueeze(-1)).squeeze(-1)


def _directions(cube: Tensor) -> Tensor:
    """The strongest directions of the first axis, as columns."""
    left: Tensor = torch.linalg.svd(cube.reshape(len(cube), -1), full_matrices=False)[0]
    return left[:, :DIRECTIONS]


class Arcs(nn.Module):
    """Scores of all arcs of a sentence: the product of both sides."""

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        """child: words x ARC, head: (1 + words) x ARC; gives words x (1 + words)."""
        return child @ head.T


def first_maps(network: Network) -> list[Projection]:
    """The first maps of the heads that decide about every word, in the order in which they are written as one."""
    classifiers = (network.names, network.acts, network.modes, network.status)
    return [
        *(one.hidden for one in classifiers),
        *(network.arc_child, network.arc_head, network.label_child, network.label_head),
        *(network.role_trigger, network.role_party),
    ]


class FirstMaps(nn.Module):
    """The first maps of many heads as one product, so that a word is quantised and read once."""

    def __init__(self, heads: Sequence[Projection]) -> None:
        super().__init__()
        linears = [head.linear for head in heads]
        self.widths = [linear.out_features for linear in linears]
        self.weight = nn.Buffer(torch.cat([linear.weight for linear in linears]).T.contiguous())
        self.bias = nn.Buffer(torch.cat([linear.bias for linear in linears]))

    def forward(self, vectors: Tensor) -> Sequence[Tensor]:
        """The words for each head, in their order."""
        return torch.split(functional.leaky_relu(vectors @ self.weight + self.bias, BEND), self.widths, dim=-1)


class Encoder(nn.Module):
    """The network's encoder: a vector for every piece."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.encoder.words = SmallEmbedding(network.encoder.state_dict()["words.weight"])

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Batch x pieces x WIDTH."""
        out: Tensor = self.encoder(pieces, kinds, mask)
        return out


class Heads(nn.Module):
    """What is decided about every word, from the vectors of the pieces, in the order of OUTPUTS."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.first = FirstMaps(first_maps(network))

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """words: n x WIDTH, sentences one after the other, each after its root; all scores, chances and vectors."""
        net = self.network
        names, acts, modes, status, arc_child, *vectors = self.first(words)
        return (
            net.upos(words),
            net.names.scores(names).log_softmax(-1),
            net.acts.scores(acts).softmax(-1),
            net.modes.scores(modes).softmax(-1),
            net.status.scores(status).softmax(-1),
            net.arc_side(arc_child),
            *vectors,
        )


class Relation(nn.Module):
    """What marked words do to each other, from the vectors of a marked pass."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, kinds: Tensor) -> Tensor:
        """Chances, sentences x types."""
        return self.network.relation(hidden, kinds).softmax(-1)


def load(path: Path) -> tuple[Network, list[str]]:
    """The network of a checkpoint, ready to be used, and its dependency labels."""
    given = torch.load(path, weights_only=True, map_location="cpu")
    network = Network(len(given["deprels"]))
    own = network.state_dict()
    fitting = {key: value for key, value in given["weights"].items() if key in own and own[key].shape == value.shape}
    network.load_state_dict(fitting, strict=False)
    return network.eval(), list(given["deprels"])


def encoder_to_onnx(network: Network, path: Path) -> None:
    """Write the encoder in fp32, its word pieces in int8."""
    ones = torch.ones(2, 9, dtype=torch.long)
    axes = {name: {0: "batch", 1: "pieces"} for name in (*PIECES, "hidden")}
    _write(Encoder(network), path, (ones, torch.zeros_like(ones), ones), (PIECES, ("hidden",)), axes)


def heads_to_onnx(network: Network, path: Path) -> None:
    """Write the heads that decide about every word, in fp32."""
    axes = {name: {0: "words"} for name in ("words", *OUTPUTS)}
    _write(Heads(network), path, (torch.zeros(2, WIDTH),), (("words",), OUTPUTS), axes)


def arcs_to_onnx(path: Path) -> None:
    """Write the product that scores arcs."""
    axes = {"child": {0: "words"}, "head": {0: "heads"}, "arcs": {0: "words", 1: "heads"}}
    _write(Arcs(), path, (torch.zeros(2, ARC), torch.zeros(3, ARC)), (("child", "head"), ("arcs",)), axes)


def labels_to_onnx(network: Network, path: Path) -> None:
    """Write the scorer of labels, which is asked once the arcs are chosen."""
    names = ("child", "head"), ("scores",)
    arcs = torch.zeros(2, LABEL)
    axes = {name: {0: "arcs"} for part in names for name in part}
    # Folding would store the weights in fp32, at twice the size.
    _write(Labels(network.label), path, (arcs, arcs), names, axes, fold=False)


def relation_to_onnx(network: Network, path: Path) -> None:
    """Write the scorer of marked pairs, which few passes need."""
    names = ("hidden", "kinds"), ("pair",)
    axes = {name: {0: "batch", 1: "pieces"} for name in names[0]} | {"pair": {0: "batch"}}
    example = (torch.zeros(2, 9, WIDTH), torch.ones(2, 9, dtype=torch.long))
    _write(Relation(network), path, example, names, axes)


def _write(
    module: nn.Module,
    path: Path,
    example: tuple[Tensor, ...],
    names: tuple[tuple[str, ...], tuple[str, ...]],
    axes: dict[str, dict[int, str]],
    *,
    fold: bool = True,
) -> None:
    with warnings.catch_warnings():  # the exporter warns of its own old age
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            example,
            path,
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes=axes,
            opset_version=OPSET,
            do_constant_folding=fold,
            dynamo=False,
        )


def labels(deprels: list[str]) -> dict[str, list[str]]:
    """The label lists by output."""
    return {
        "upos": list(UPOS),
        "deprels": deprels,
        "names": list(NAME_TAGS),
        "acts": list(ACT_TYPES),
        "modes": list(MODES),
        "status": list(STATUSES),
        "roles": list(ROLES),
        "cases": list(CASES),
    }


def export(checkpoint: Path, tokenizer: Path, out: Path, *, small: bool = True) -> None:
    """Write all files of the model into the folder out, each of them whole or not at all."""
    network, deprels = load(checkpoint)
    with tempfile.TemporaryDirectory(dir=out.parent) as name:
        folder = Path(name)
        np.save(folder / "roles.npy", network.role.weight.detach().numpy().astype(np.float16))
        labels_to_onnx(network, folder / "labels.onnx")
        relation_to_onnx(network, folder / "relation.onnx")
        encoder_to_onnx(network, folder / "encoder.onnx")
        heads_to_onnx(network, folder / "heads.onnx")
        arcs_to_onnx(folder / "arcs.onnx")
        if small:
            to_int8(folder / "encoder.onnx", folder / "heads.onnx", tokenizer, OWN)
        shutil.copy(tokenizer, folder / "vocab.txt")
        _write_config(folder, deprels)
        out.mkdir(exist_ok=True)
        for path in sorted(folder.iterdir()):
            path.replace(out / path.name)


def _write_config(folder: Path, deprels: list[str]) -> None:
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(folder.iterdir())
    }
    text = json.dumps({"format": 1, "labels": labels(deprels), "files": files}, indent=1)
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Export a checkpoint from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--model", type=Path, required=True, help="folder of the encoder, with vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true")
    args = parser.parse_args()
    export(args.checkpoint, args.model / "vocab.txt", args.out, small=not args.fp32)


if __name__ == "__main__":
    main()
