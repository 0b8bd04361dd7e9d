"""The last leg: the shipped network learns from the corpora, our sentences, and what the teacher makes of both.

The teacher is asked about text without labels too, of which there can be more than anybody labels.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import torch

from training import stage2, transfer
from training.batches import PairRow, batches, collate, pair_row
from training.losses import act_losses, name_loss, syntax_losses
from training.model import MPNet, Network
from training.soft import Taught, soft_losses, taught, taught_pairs
from training.stage1 import MovingMean, optimiser, save, update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

    from training.batches import Row

LOG: Final = logging.getLogger("training")
PLAIN: Final = 0.75
"""Of the sentences, those that an epoch shows with the teacher's view; the rest is shown with swapped names."""
OWN_PAIRS, REAL_PAIRS = 12_000, 7_000
"""Marked pairs on which the teacher is asked: of our sentences, and of names in the corpora."""
PAIR_SHARE: Final = 0.35
"""Of those, what each epoch shows."""
TRANSFER_SHARE: Final = 0.6
"""Sentences of text without labels in an epoch, for each one with labels."""
PIECES_A_BATCH: Final = 1000
MEMORY: Final = 0.999
RATE: Final = 0.5
LONGEST: Final = 60
"""Words of the longest corpus sentence of which a pair is marked."""

Group = list["Row"] | list[PairRow] | list[Taught]
View = frozenset[str] | None
"""What of a teacher's view counts beside the labels, by the names of `soft_losses`; None is all of it."""


class Course(Protocol):
    """What is taught: a stage with the network, and the batches of an epoch, each with what counts of its view."""

    @property
    def stage(self) -> stage2.Stage:
        """The stage that learns."""

    def epoch(self) -> Iterator[tuple[Group, View]]:
        """The batches of one epoch, shuffled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The student's stage and what the teacher said of its sentences, of text without labels, and of pairs."""

    stage: stage2.Stage
    taught: list[Taught]
    transfer: list[Taught]
    pairs: list[PairRow]

    def epoch(self) -> Iterator[tuple[Group, View]]:
        """The batches of one epoch, shuffled; all of the teacher's view counts."""
        stage, rng = self.stage, self.stage.rng
        sentences = [*stage.corpus.train, *stage.own]
        swapped = rng.sample(sentences, round((1 - PLAIN) * len(sentences)))
        groups: list[Group] = [*batches(rng.sample(self.taught, round(PLAIN * len(self.taught))), PIECES_A_BATCH, rng)]
        groups += batches([stage.row(stage.noise(s)) for s in swapped], PIECES_A_BATCH, rng)
        wanted = min(len(self.transfer), round(TRANSFER_SHARE * len(sentences)))
        groups += batches(rng.sample(self.transfer, wanted), PIECES_A_BATCH, rng)
        groups += batches(rng.sample(self.pairs, round(PAIR_SHARE * len(self.pairs))), PIECES_A_BATCH, rng)
        rng.shuffle(groups)
        yield from ((group, None) for group in groups)


def ask(teacher: Network, stage: stage2.Stage) -> Lesson:
    """What the teacher makes of all sentences, with labels and without, and of some pairs."""
    told = [stage.row(s) for s in (*stage.corpus.train, *stage.own)]
    untold = [stage.row(s) for s in transfer.sentences(transfer.addresses())]
    ours = stage.pair_rows(stage.own, stage.rng)
    ours = stage.rng.sample(ours, min(OWN_PAIRS, len(ours)))
    real = list(_name_pairs(stage))
    real = stage.rng.sample(real, min(REAL_PAIRS, len(real)))
    pairs = [*taught_pairs(teacher, ours, 0.5), *taught_pairs(teacher, real, 1.0)]
    return Lesson(stage=stage, taught=list(taught(teacher, told)), transfer=list(taught(teacher, untold)), pairs=pairs)


def _name_pairs(stage: stage2.Stage) -> Iterator[PairRow]:
    for sentence in stage.corpus.train:
        names = [(first, last) for first, last, _ in sentence.names or ()]
        if len(names) > 1 and len(sentence.words) < LONGEST:
            source, target = stage.rng.sample(names, 2)
            yield pair_row(sentence.words, source, target, {}, stage.pieces)


def losses(network: Network, group: Group, view: View = None) -> list[Tensor]:
    """The losses of one batch of any kind."""
    lessons = [item for item in group if isinstance(item, Taught)]
    if not lessons:
        return list(stage2.losses(network, group).values())  # type: ignore[arg-type]
    batch = collate([one.row for one in lessons])
    vectors = network.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
    hard = (task(network, batch, vectors) for task in (syntax_losses, name_loss, act_losses))
    soft = soft_losses(network, batch, vectors, [one.soft for one in lessons])
    kept = (loss for name, loss in soft.items() if view is None or name in view)
    return [*(loss for found in hard for loss in found.values()), *kept]


def train(course: Course, out: Path, epochs: int, rate: float = RATE, memory: float = MEMORY) -> None:
    """Train, and leave the moving mean of the weights, which keeps so much each step, at out after each epoch."""
    network = course.stage.network.train()
    batches_an_epoch = sum(1 for _ in course.epoch())
    LOG.info("%d batches an epoch", batches_an_epoch)
    plan = optimiser(network, epochs * batches_an_epoch, rate)
    mean = MovingMean(network, memory)
    began = time.monotonic()
    for epoch in range(epochs):
        for group, view in course.epoch():
            with torch.autocast("cpu", torch.bfloat16):
                found = losses(network, group, view)
            update(network, {str(n): loss.float() for n, loss in enumerate(found)}, plan)
            mean.follow(network)
        save(mean.network, course.stage.deprels, out)
        LOG.info("epoch %d minutes %.1f", epoch + 1, (time.monotonic() - began) / 60)
    LOG.info("%s", json.dumps(replace(course.stage, network=mean.network).figures()))


def load_teacher(path: Path) -> Network:
    """The teacher of a checkpoint, ready to be asked."""
    given = torch.load(path, weights_only=True)
    network = Network(len(given["deprels"]), MPNet())
    network.load_state_dict(given["weights"])
    return network.eval()


def main() -> None:
    """Teach the network from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="folder of the shipped encoder, with vocab.txt")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint of the second stage")
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    stage = stage2.prepare(args.data, args.model, args.start, 1.0)
    train(ask(load_teacher(args.teacher), stage), args.out, args.epochs)


if __name__ == "__main__":
    main()
