"""A trained network as the files that the product reads: int8 ONNX, tokenizer, biaffine weights, labels."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from demarche.annotate.pieces import CASES
from training.labels import ACT_TYPES, MODES, NAME_TAGS, ROLES, STATUSES, UPOS
from training.model import LABEL, Biaffine, Network
from training.quantise import to_int8

INPUTS: Final = ("pieces", "kinds", "mask", "firsts")
OUTPUTS: Final = (
    "upos",
    "arcs",
    "label_child",
    "label_head",
    "names",
    "acts",
    "modes",
    "status",
    "role_trigger",
    "role_party",
    "pair",
)
OPSET: Final = 17
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
    """Scores of all labels for given arcs; the weights are kept in fp16."""

    def __init__(self, biaffine: Biaffine) -> None:
        super().__init__()
        self.labels = biaffine.labels
        self.weight = nn.Buffer(biaffine.weight.detach().half())

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        """child, head: arcs x width, the two ends; gives arcs x labels."""
        child, head = (functional.pad(end, (0, 1), value=1.0) for end in (child, head))
        mapped = (child @ self.weight.float()).view(-1, self.labels, head.shape[-1])
        return torch.matmul(mapped, head.unsqueeze(-1)).squeeze(-1)


class Exported(nn.Module):
    """The network with the outputs of the runtime, in the order of OUTPUTS."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """All scores and vectors."""
        net = self.network
        hidden = net.encoder(pieces, kinds, mask)
        vectors = net.words_of(hidden, firsts)
        return (
            net.upos(vectors),
            net.arcs(vectors),
            net.label_child(vectors),
            net.label_head(vectors),
            net.names(vectors),
            net.acts(vectors),
            net.modes(vectors),
            net.status(vectors),
            net.role_trigger(vectors),
            net.role_party(vectors),
            net.relation(hidden, kinds),
        )


def load(path: Path) -> tuple[Network, list[str]]:
    """The network of a checkpoint, ready to be used, and its dependency labels."""
    given = torch.load(path, weights_only=True, map_location="cpu")
    network = Network(len(given["deprels"]))
    own = network.state_dict()
    fitting = {key: value for key, value in given["weights"].items() if key in own and own[key].shape == value.shape}
    network.load_state_dict(fitting, strict=False)
    return network.eval(), list(given["deprels"])


@torch.no_grad()
def to_onnx(network: Network, path: Path) -> None:
    """Write the network in fp32, word pieces apart."""
    network.encoder.words = SmallEmbedding(network.encoder.state_dict()["words.weight"])
    ones = torch.ones(2, 9, dtype=torch.long)
    example = (ones, torch.zeros_like(ones), ones, torch.arange(5).repeat(2, 1))
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS} | {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    axes |= {
        "firsts": {0: "batch", 1: "words"},
        "arcs": {0: "batch", 1: "words", 2: "words"},
        "pair": {0: "batch"},
    }
    _write(Exported(network), path, example, (INPUTS, OUTPUTS), axes)


def labels_to_onnx(network: Network, path: Path) -> None:
    """Write the scorer of labels, which is asked once the arcs are chosen."""
    names = ("child", "head"), ("scores",)
    arcs = torch.zeros(2, LABEL)
    axes = {name: {0: "arcs"} for part in names for name in part}
    # Folding would store the weights in fp32, at twice the size.
    _write(Labels(network.label), path, (arcs, arcs), names, axes, fold=False)


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
        to_onnx(network, folder / "model.fp32")
        if small:
            to_int8(folder / "model.fp32", folder / "model.onnx", tokenizer, OWN)
        else:
            shutil.copy(folder / "model.fp32", folder / "model.onnx")
        (folder / "model.fp32").unlink()
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
