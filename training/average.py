"""The mean of checkpoints of one line of training, weight by weight: `python -m training.average A B --out C`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def average(paths: list[Path], out: Path) -> None:
    """Write the mean of the checkpoints; they must have the same labels."""
    given = [torch.load(path, weights_only=True) for path in paths]
    mean = {key: sum(one["weights"][key] for one in given) / len(given) for key in given[0]["weights"]}
    torch.save({"weights": mean, "deprels": given[0]["deprels"]}, out)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    average(args.checkpoints, args.out)


if __name__ == "__main__":
    main()
