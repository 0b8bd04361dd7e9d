"""First stage: syntax and names, from the licensed corpora."""

from __future__ import annotations

import argparse
import copy
import json
import logging
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import torch

from demarche.annotate.pieces import Pieces
from training import corpora
from training.batches import batches, collate, row
from training.losses import name_loss, syntax_losses
from training.measure import figures
from training.model import Network
from training.noise import Noise, pool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from training.batches import Row
    from training.corpora import Sentence

LOG: Final = logging.getLogger("training")
RATES: Final = (2e-4, 1.5e-3)
WARM_UP: Final = 0.06
CLIP: Final = 5.0
PIECES_A_BATCH: Final = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Training sentences and named development sets."""

    train: list[Sentence]
    dev: dict[str, list[Sentence]]


def syntax_and_names(data: Path) -> Corpus:
    """The licensed corpora; every fifth sentence of the politics development part is held out."""
    politics = corpora.politics(data / "crossner_politics/dev.txt")
    named = [
        *corpora.wnut(data / "wnut17/wnut17train.conll"),
        *corpora.politics(data / "crossner_politics/train.txt"),
        *(s for i, s in enumerate(politics) if i % 5),
        *(s for folder in corpora.RE3D_FOLDERS for s in corpora.re3d(data / "re3d" / folder)),
        *corpora.meantime(data / "meantime/intra_cross-doc_annotation"),
    ]
    trees = [*corpora.ewt(data, "train"), *corpora.gum(sorted((data / "ud_gum/train").glob("*.conllu")))]
    gum = [tree for _, tree, _ in corpora.conllu(data / "ud_gum/en_gum-ud-dev.conllu")]
    dev = {"ewt": corpora.ewt(data, "dev"), "gum": gum, "politics": politics[::5]}
    return Corpus(train=[s for s in [*trees, *named] if len(s.words) <= 150], dev=dev)


class Schedule(NamedTuple):
    """An optimiser and its falling rate."""

    adam: torch.optim.AdamW
    rate: torch.optim.lr_scheduler.LambdaLR


def optimiser(network: Network, steps: int, scale: float = 1.0, rates: tuple[float, float] = RATES) -> Schedule:
    """AdamW with a slower encoder; warm-up, then linear decay to nothing. rates: of the encoder and of the heads."""
    encoder = list(network.encoder.parameters())
    inside = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in inside]
    groups = [{"params": part, "lr": rate * scale} for part, rate in zip((encoder, heads), rates, strict=True)]
    adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    warm = max(1, int(WARM_UP * steps))

    def share(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))

    return Schedule(adam, torch.optim.lr_scheduler.LambdaLR(adam, share))


def update(network: Network, losses: dict[str, Tensor], schedule: Schedule) -> None:
    """One step down the sum of the losses."""
    if losses:
        torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP, foreach=True)
        schedule.adam.step()
        schedule.adam.zero_grad(set_to_none=True)
    schedule.rate.step()


class MovingMean:
    """A network whose weights follow those of another, each step by what `memory` does not keep."""

    def __init__(self, network: Network, memory: float) -> None:
        self.network = copy.deepcopy(network).eval()
        self._memory = memory
        self._steps = 0

    @torch.no_grad()
    def follow(self, network: Network) -> None:
        """Move; the first steps are followed more closely, for there is little to remember."""
        self._steps += 1
        share = 1 - min(self._memory, self._steps / (10 + self._steps))
        for own, new in zip(self.network.parameters(), network.parameters(), strict=True):
            own.lerp_(new, share)


def save(network: Network, deprels: list[str], path: Path) -> None:
    """Write a checkpoint whole or not at all."""
    half = path.with_suffix(".part")
    torch.save({"weights": network.state_dict(), "deprels": deprels}, half)
    half.replace(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the first stage works with."""

    network: Network
    pieces: Pieces
    deprels: list[str]
    corpus: Corpus
    noise: Noise
    rng: random.Random

    def row(self, sentence: Sentence) -> Row:
        """The sentence as numbers."""
        return row(sentence, self.pieces, {d: i for i, d in enumerate(self.deprels)})

    def epoch(self) -> list[list[Row]]:
        """The batches of one epoch, shuffled."""
        return list(batches([self.row(self.noise(s)) for s in self.corpus.train], PIECES_A_BATCH, self.rng))

    def figures(self) -> dict[str, dict[str, float]]:
        """Development figures."""
        rows = {name: [self.row(s) for s in part] for name, part in self.corpus.dev.items()}
        return {name: figures(self.network, part, self.deprels) for name, part in rows.items()}


def prepare(data: Path, model: Path, start: Path | None = None) -> Stage:
    """Everything that the stage works with, from its files; it may start from a checkpoint of its own."""
    torch.manual_seed(1)
    rng = random.Random(1)  # noqa: S311 - the dice of training
    corpus = syntax_and_names(data)
    deprels = sorted({d for s in corpus.train for d in s.deprels or ()})
    network = Network(len(deprels))
    network.encoder.load(model)
    if start:
        network.load_state_dict(torch.load(start, weights_only=True)["weights"])
    pieces = Pieces(model / "vocab.txt")
    noise = Noise(pool=pool(corpus.train), rng=rng)
    return Stage(network=network, pieces=pieces, deprels=deprels, corpus=corpus, noise=noise, rng=rng)


def train(stage: Stage, out: Path, epochs: int, scale: float = 1.0) -> None:
    """Train at so much of the full rate and leave a checkpoint at out each epoch."""
    steps = epochs * (len(stage.epoch()) + 2)
    schedule = optimiser(stage.network, steps, scale)
    LOG.info("sentences %d steps %d labels %d", len(stage.corpus.train), steps, len(stage.deprels))
    began = time.monotonic()
    for epoch in range(epochs):
        for group in stage.epoch():
            update(stage.network, losses(stage.network, group), schedule)
        save(stage.network, stage.deprels, out)
        report = json.dumps(stage.figures()) if epoch % 2 == 0 or epoch == epochs - 1 else ""
        LOG.info("epoch %d minutes %.1f %s", epoch + 1, (time.monotonic() - began) / 60, report)


def losses(network: Network, group: Sequence[Row]) -> dict[str, Tensor]:
    """The losses of one batch."""
    batch = collate(group)
    with torch.autocast("cpu", torch.bfloat16):
        vectors = network.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
        return {**syntax_losses(network, batch, vectors), **name_loss(network, batch, vectors)}


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--start", type=Path, help="checkpoint of this stage to go on from")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rate")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    train(prepare(args.data, args.model, args.start), args.out, args.epochs, args.rate)


if __name__ == "__main__":
    main()
