"""The shipped files as a checkpoint again, from which training goes on: `python -m training.restore WEIGHTS --out A`.

What the files round stays rounded: int8 products, word pieces and fp16 labels come back as the numbers that they stand
for, and the labels of arcs with the directions that are kept. The heads and the encoder then say what the product says
before its inputs are rounded.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor

from training.export import first_maps
from training.model import Network
from training.quantise import weights_of
from training.stage1 import save

Weights = Mapping[str, Tensor]


def restore(folder: Path) -> tuple[Network, list[str]]:
    """The network whose files lie in the folder, and its dependency labels."""
    deprels = list(json.loads((folder / "config.json").read_text(encoding="utf-8"))["labels"]["deprels"])
    network = Network(len(deprels)).eval()
    encoder, heads, labels = (_weights(folder / f"{name}.onnx") for name in ("encoder", "heads", "labels"))
    given = {name.removeprefix("network."): one for name, one in (encoder | heads).items()}
    given |= {name.removeprefix("network."): one for name, one in _weights(folder / "relation.onnx").items()}
    given["encoder.words.weight"] = encoder["encoder.words.numbers"].float() * encoder["encoder.words.scale"]
    given["label.weight"] = _cube(labels, len(deprels))
    given["role.weight"] = torch.from_numpy(np.load(folder / "roles.npy").astype(np.float32))
    own = network.state_dict()
    own.update({name: one for name, one in given.items() if name in own})
    network.load_state_dict(own)
    _part(network, heads)
    return network, deprels


def _weights(path: Path) -> dict[str, Tensor]:
    return {name: torch.from_numpy(one) for name, one in weights_of(onnx.load(path).graph).items()}


def _cube(labels: Weights, classes: int) -> Tensor:
    """The scores of labels for all directions of both ends, from those that are kept."""
    child, head = (next(one for key, one in labels.items() if key.startswith(end)).float() for end in ("child", "head"))
    core = labels["core"].float().view(child.shape[1], classes, head.shape[1])
    return torch.einsum("cr,rls,hs->clh", child, core, head).reshape(len(child), -1)


def _part(network: Network, heads: Weights) -> None:
    """Give each head its share of the first maps, which are written as one."""
    maps = [one.linear for one in first_maps(network)]
    widths = [one.out_features for one in maps]
    weights, biases = torch.split(heads["first.weight"].T, widths), torch.split(heads["first.bias"], widths)
    for one, weight, bias in zip(maps, weights, biases, strict=True):
        one.load_state_dict({"weight": weight, "bias": bias})


def main() -> None:
    """Restore a checkpoint from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("weights", type=Path, help="folder of the shipped files")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    network, deprels = restore(args.weights)
    save(network, deprels, args.out)


if __name__ == "__main__":
    main()
