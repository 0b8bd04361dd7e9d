"""Second stage: acts, from our own sentences, with syntax and names replayed so that they stay."""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch

from demarche.annotate.pieces import Pieces
from training import sentences
from training.batches import PairRow, Row, batches, collate, collate_pairs, pair_row, row
from training.corpora import Sentence
from training.export import load
from training.losses import act_losses, name_loss, pair_loss, syntax_losses
from training.measure import figures
from training.measure_acts import act_figures, pair_figures
from training.noise import Noise, pool
from training.pairs import pairs
from training.stage1 import Corpus, optimiser, save, syntax_and_names, update

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.model import Network

LOG: Final = logging.getLogger("training")
REPLAY_SHARE: Final = 0.7
"""Of the sentences of the first stage, those that each epoch repeats."""
PAIR_SHARE: Final = 0.6
"""Of the pairs of our sentences, with an act or without, those that each epoch shows."""
RATE_SCALE: Final = 0.6
PIECES_A_BATCH: Final = 1000


def own(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Our sentences for training and those held out."""
    read, wrong = sentences.read(folder)
    if wrong:
        LOG.warning("%d blocks are wrong and left out: %s", len(wrong), wrong[:5])
    parts: tuple[list[Sentence], list[Sentence]] = ([], [])
    for one in read:
        parts[one.held_out].append(Sentence(words=one.words, names=one.names, acts=one.acts))
    return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the second stage works with."""

    network: Network
    pieces: Pieces
    deprels: list[str]
    corpus: Corpus
    own: list[Sentence]
    held_out: list[Sentence]
    noise: Noise
    rng: random.Random
    replay: float

    def row(self, sentence: Sentence) -> Row:
        """The sentence as numbers."""
        return row(sentence, self.pieces, {d: i for i, d in enumerate(self.deprels)})

    def pair_rows(self, of: Sequence[Sentence], rng: random.Random) -> list[PairRow]:
        """The sentences with their pairs marked, one pair at a time."""
        return [
            pair_row(sentence.words, source, target, types, self.pieces)
            for sentence in of
            for source, target, types in pairs(sentence, rng)
        ]

    def epoch(self) -> Iterator[list[Row] | list[PairRow]]:
        """The batches of one epoch, shuffled: every sentence of ours, its pairs, and a part of the replay."""
        replay = self.rng.sample(self.corpus.train, int(self.replay * len(self.corpus.train)))
        rows = [self.row(self.noise(s)) for s in [*self.own, *replay]]
        marked = self.pair_rows([self.noise(s) for s in self.own], self.rng)
        marked = self.rng.sample(marked, int(PAIR_SHARE * len(marked)))
        groups: list[list[Row] | list[PairRow]] = [*batches(rows, PIECES_A_BATCH, self.rng)]
        groups += batches(marked, PIECES_A_BATCH, self.rng)
        self.rng.shuffle(groups)
        yield from groups

    def figures(self) -> dict[str, dict[str, float]]:
        """Development figures of all tasks."""
        held = [self.row(s) for s in self.held_out]
        out = {
            name: figures(self.network, [self.row(s) for s in part], self.deprels)
            for name, part in self.corpus.dev.items()
        }
        out["own"] = {
            **act_figures(self.network, held),
            **pair_figures(self.network, self.pair_rows(self.held_out, random.Random(2))),  # noqa: S311
            **figures(self.network, held, self.deprels),
        }
        return out


def losses(network: Network, group: list[Row] | list[PairRow]) -> dict[str, torch.Tensor]:
    """All losses of one batch of either kind."""
    rows = [row for row in group if isinstance(row, Row)]
    if not rows:
        return pair_loss(network, collate_pairs([row for row in group if isinstance(row, PairRow)]))
    batch = collate(rows)
    vectors = network.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
    tasks = (syntax_losses, name_loss, act_losses)
    return {name: loss for task in tasks for name, loss in task(network, batch, vectors).items()}


def train(stage: Stage, out: Path, epochs: int, scale: float = RATE_SCALE) -> None:
    """Train at so much of the full rate and leave a checkpoint at out each epoch."""
    stage.network.train()
    steps = epochs * (sum(1 for _ in stage.epoch()) + 2)
    schedule = optimiser(stage.network, steps, scale)
    LOG.info("own %d, held out %d, steps %d", len(stage.own), len(stage.held_out), steps)
    began = time.monotonic()
    for epoch in range(epochs):
        for group in stage.epoch():
            with torch.autocast("cpu", torch.bfloat16):
                found = losses(stage.network, group)
            update(stage.network, found, schedule)
        save(stage.network, stage.deprels, out)
        report = json.dumps(stage.figures()) if epoch % 2 or epoch == epochs - 1 else ""
        LOG.info("epoch %d minutes %.1f %s", epoch + 1, (time.monotonic() - began) / 60, report)


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="folder of the encoder, with vocab.txt")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint of either stage")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=RATE_SCALE, help="share of the full learning rate")
    parser.add_argument("--replay", type=float, default=REPLAY_SHARE, help="share of the first stage replayed")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    train(prepare(args.data, args.model, args.start, args.replay), args.out, args.epochs, args.rate)


def prepare(data: Path, model: Path, start: Path, replay: float = REPLAY_SHARE) -> Stage:
    """Everything that the stage works with, from its files."""
    torch.manual_seed(2)
    network, deprels = load(start)
    return assemble(network, deprels, syntax_and_names(data), Pieces(model / "vocab.txt"), replay)


def assemble(network: Network, deprels: list[str], corpus: Corpus, pieces: Pieces, replay: float) -> Stage:
    """A stage of a network and the corpora, with our own sentences."""
    rng = random.Random(2)  # noqa: S311 - the dice of training
    ours, held_out = own(Path(__file__).parent / "sentences")
    return Stage(
        network=network,
        pieces=pieces,
        deprels=deprels,
        corpus=corpus,
        own=ours,
        held_out=held_out,
        noise=Noise(pool=pool([*corpus.train, *ours]), rng=rng),
        rng=rng,
        replay=replay,
    )


if __name__ == "__main__":
    main()
