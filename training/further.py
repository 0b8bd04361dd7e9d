"""Teach the shipped network new sentences: `python -m training.further --data DIR --weights DIR --new NAME... --out A`.

It begins at the shipped files (`training.restore`) and needs no teacher: the network as it ships is its own. In each
epoch it learns the new files of our sentences as they are labelled, and a part of everything older, where it keeps what
it thought besides the labels; syntax, which our sentences do not label, it keeps in the new ones too.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch

from demarche.annotate.pieces import Pieces
from training import sentences, stage2
from training.batches import PairRow, batches
from training.corpora import Sentence
from training.distil import Group, View, train
from training.restore import restore
from training.soft import Taught, taught, taught_pairs
from training.stage1 import syntax_and_names

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequel:
    """The stage, our new sentences, and what the network thought of them and of all older ones before it began."""

    stage: stage2.Stage
    new: list[Sentence]
    of_new: list[Taught]
    of_older: list[Taught]
    older_pairs: list[PairRow]

    def epoch(self) -> Iterator[tuple[Group, View]]:
        """The batches of one epoch, shuffled; of new sentences the acts are as labelled."""
        rng, stage = self.stage.rng, self.stage
        older = rng.sample(self.of_older, round(OLDER_SHARE * len(self.of_older)))
        swapped = [stage.row(stage.noise(s)) for s in rng.sample(self.new, len(self.new) // 2)]
        pairs = stage.pair_rows([stage.noise(s) for s in self.new], rng)
        shown = [*_part(pairs, NEW_PAIRS, stage), *_part(self.older_pairs, OLDER_SHARE, stage)]
        groups: list[tuple[Group, View]] = [(group, None) for group in batches(older, PIECES_A_BATCH, rng)]
        groups += [(group, OWN_VIEW) for group in batches(self.of_new, PIECES_A_BATCH, rng)]
        groups += [(group, None) for group in batches(swapped, PIECES_A_BATCH, rng)]
        groups += [(group, None) for group in batches(shown, PIECES_A_BATCH, rng)]
        rng.shuffle(groups)
        yield from groups


def _part(rows: list[PairRow], share: float, stage: stage2.Stage) -> list[PairRow]:
    return stage.rng.sample(rows, round(share * len(rows)))


def prepare(data: Path, weights: Path, names: Sequence[str]) -> Sequel:
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
    return Sequel(stage=stage, new=new, of_new=of_new, of_older=of_older, older_pairs=pairs)


def _words_of(names: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """The sentences of these files, as their words."""
    read, _ = sentences.read(Path(sentences.__file__).parent)
    return frozenset(one.words for one in read if one.where.partition(".txt")[0] in names)


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
    train(prepare(args.data, args.weights, args.new), args.out, args.epochs, RATE, MEMORY)


if __name__ == "__main__":
    main()
