"""Teach the shipped network new sentences: `python -m training.further --data DIR --weights DIR --new NAME... --out A`.

It begins at the shipped files (`training.restore`) and needs no teacher: the network as it ships is its own. In each
epoch it learns the new files of our sentences as they are labelled, and a part of everything older, where it keeps what
it thought besides the labels; syntax, which our sentences do not label, it keeps in the new ones too.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import torch
from torch import Tensor

from demarche.annotate.pieces import Pieces
from training import sentences, stage2
from training.batches import PairRow, Row, batches, collate
from training.corpora import Sentence
from training.losses import act_losses, name_loss, syntax_losses
from training.model import Network
from training.restore import restore
from training.soft import Taught, soft_losses, taught, taught_pairs
from training.stage1 import MovingMean, optimiser, save, syntax_and_names, update

LOG: Final = logging.getLogger("training")
OLDER, OLDER_PAIRS = 12_000, 6_000
"""Sentences of the corpora and older ones of ours of which the network keeps its view, and pairs of the latter."""
OLDER_SHARE: Final = 0.4
"""Of either, what each epoch repeats."""
NEW_PAIRS: Final = 0.3
"""Of the marked pairs of new sentences, what each epoch shows."""
OWN_VIEW: Final = frozenset({"arc", "upos", "label", "names"})
"""What the network keeps of its own view of new sentences, beside which their acts are as labelled."""
RATE: Final = 0.4
MEMORY: Final = 0.995
PIECES_A_BATCH: Final = 2000

Group = list[Row] | list[PairRow] | list[Taught]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The stage, our new sentences, and what the network thought of them and of all older ones before it began."""

    stage: stage2.Stage
    new: list[Sentence]
    of_new: list[Taught]
    of_older: list[Taught]
    older_pairs: list[PairRow]

    def epoch(self) -> Iterator[tuple[Group, bool]]:
        """The batches of one epoch, shuffled, each with whether it is of older sentences."""
        rng, stage = self.stage.rng, self.stage
        older = rng.sample(self.of_older, round(OLDER_SHARE * len(self.of_older)))
        swapped = [stage.row(stage.noise(s)) for s in rng.sample(self.new, len(self.new) // 2)]
        pairs = stage.pair_rows([stage.noise(s) for s in self.new], rng)
        shown = [*_part(pairs, NEW_PAIRS, stage), *_part(self.older_pairs, OLDER_SHARE, stage)]
        groups: list[tuple[Group, bool]] = [(group, True) for group in batches(older, PIECES_A_BATCH, rng)]
        groups += [(group, False) for group in batches(self.of_new, PIECES_A_BATCH, rng)]
        groups += [(group, False) for group in batches(swapped, PIECES_A_BATCH, rng)]
        groups += [(group, False) for group in batches(shown, PIECES_A_BATCH, rng)]
        rng.shuffle(groups)
        yield from groups


def _part(rows: list[PairRow], share: float, stage: stage2.Stage) -> list[PairRow]:
    return stage.rng.sample(rows, round(share * len(rows)))


def prepare(data: Path, weights: Path, names: Sequence[str]) -> Course:
    """Everything that the course works with; `names` are those of the new files of our sentences, without their end."""
    torch.manual_seed(4)
    network, deprels = restore(weights)
    stage = stage2.assemble(network, deprels, syntax_and_names(data), Pieces(weights / "vocab.txt"), 1.0)
    texts = _words_of(names)
    new = [s for s in stage.own if s.words in texts]
    old = [s for s in stage.own if s.words not in texts]
    LOG.info("new %d, older %d, corpora %d", len(new), len(old), len(stage.corpus.train))
    pairs = stage.rng.sample(stage.pair_rows(old, stage.rng), OLDER_PAIRS)
    pairs = list(taught_pairs(network, pairs, 0.5))
    older = stage.rng.sample([*stage.corpus.train, *old], OLDER)
    of_older = list(taught(network, [stage.row(s) for s in older]))
    of_new = list(taught(network, [stage.row(s) for s in new]))
    return Course(stage=stage, new=new, of_new=of_new, of_older=of_older, older_pairs=pairs)


def _words_of(names: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """The sentences of these files, as their words."""
    read, _ = sentences.read(Path(sentences.__file__).parent)
    return frozenset(one.words for one in read if one.where.partition(".txt")[0] in names)


def losses(network: Network, group: Group, *, old: bool) -> list[Tensor]:
    """The losses of one batch of any kind."""
    views = [item for item in group if isinstance(item, Taught)]
    if not views:
        return list(stage2.losses(network, group).values())  # type: ignore[arg-type]
    batch = collate([one.row for one in views])
    vectors = network.read(batch.pieces, batch.kinds, batch.mask, batch.firsts)
    hard = (task(network, batch, vectors) for task in (syntax_losses, name_loss, act_losses))
    soft = soft_losses(network, batch, vectors, [one.soft for one in views])
    kept = (loss for name, loss in soft.items() if old or name in OWN_VIEW)
    return [*(loss for found in hard for loss in found.values()), *kept]


def train(course: Course, out: Path, epochs: int, rate: float = RATE) -> None:
    """Train, and leave the moving mean of the weights at out after each epoch."""
    network = course.stage.network.train()
    plan = optimiser(network, epochs * sum(1 for _ in course.epoch()), rate)
    mean = MovingMean(network, MEMORY)
    LOG.info("%d batches an epoch", sum(1 for _ in course.epoch()))
    began = time.monotonic()
    for epoch in range(epochs):
        for group, old in course.epoch():
            with torch.autocast("cpu", torch.bfloat16):
                found = losses(network, group, old=old)
            update(network, {str(n): loss.float() for n, loss in enumerate(found)}, plan)
            mean.follow(network)
        save(mean.network, course.stage.deprels, out)
        LOG.info("epoch %d minutes %.1f", epoch + 1, (time.monotonic() - began) / 60)
    LOG.info("%s", json.dumps(replace(course.stage, network=mean.network).figures()))


def main() -> None:
    """Teach the network from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the shipped files")
    parser.add_argument("--new", nargs="+", required=True, help="names of files of sentences, without .txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(args.threads)
    train(prepare(args.data, args.weights, args.new), args.out, args.epochs)


if __name__ == "__main__":
    main()
