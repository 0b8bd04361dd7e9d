"""The mean of checkpoints of one line of training, weight by weight: `python -m training.average A B C --out D`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch


def average(paths: Sequence[Path], out: Path, shares: Sequence[float] | None = None) -> None:
    """Write the mean of the checkpoints, by shares that add up to 1 where given; they must have the same labels."""
    shares = shares or [1 / len(paths)] * len(paths)
    if len(shares) != len(paths) or abs(sum(shares) - 1) > 1e-6:
        msg = f"give one share for each of the {len(paths)} checkpoints, 1 in all"
        raise ValueError(msg)
    given = [torch.load(path, weights_only=True) for path in paths]
    mean = {
        key: sum(share * one["weights"][key] for share, one in zip(shares, given, strict=True))
        for key in given[0]["weights"]
    }
    torch.save({"weights": mean, "deprels": given[0]["deprels"]}, out)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shares", type=float, nargs="+", help="of each checkpoint; equal by default")
    args = parser.parse_args()
    average(args.checkpoints, args.out, args.shares)


if __name__ == "__main__":
    main()
