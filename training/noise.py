"""Small changes to training sentences that keep their labels true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.corpora import UNKNOWN
from training.sentences import cut

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from training.corpora import Sentence

SWAP_SHARE: Final = 0.3
"""Of the sentences with names, those in which names are swapped for others of their class and length."""
WITHIN_SHARE: Final = 0.6
"""Of the names in such a sentence, those that are swapped."""
LOWER_SHARE: Final = 0.03
UPPER_SHARE: Final = 0.03
BARE_SHARE: Final = 0.08
ORGANISATIONS: Final = Path(__file__).parent / "organisations.txt"
LISTED_WEIGHT: Final = 3
"""Times that a listed organisation counts against one mention in the corpora."""
Pool = dict[tuple[str, int], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """Names that may stand for each other, and the dice."""

    pool: Pool
    rng: random.Random

    def __call__(self, sentence: Sentence) -> Sentence:
        """The sentence, perhaps with other names, no full stop, or other case."""
        return self._cased(self._bare(self._swapped(sentence)))

    def _swapped(self, sentence: Sentence) -> Sentence:
        if not sentence.names or self.rng.random() > SWAP_SHARE:
            return sentence
        words = list(sentence.words)
        chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
        for first, last, kind in sentence.names:
            own = sentence.words[first:last]
            others = self.pool.get((kind, last - first))
            if others and self.rng.random() < WITHIN_SHARE:
                words[first:last] = chosen.setdefault(own, self.rng.choice(others))
        return replace(sentence, words=tuple(words))

    def _bare(self, sentence: Sentence) -> Sentence:
        """Without its full stop, as in a headline."""
        last = len(sentence.words)
        free = sentence.heads is None or last not in sentence.heads
        if last < 4 or sentence.words[-1] != "." or not free or self.rng.random() > BARE_SHARE:
            return sentence
        return replace(
            sentence,
            words=sentence.words[:-1],
            upos=sentence.upos and sentence.upos[:-1],
            heads=sentence.heads and sentence.heads[:-1],
            deprels=sentence.deprels and sentence.deprels[:-1],
        )

    def _cased(self, sentence: Sentence) -> Sentence:
        dice = self.rng.random()
        if dice < LOWER_SHARE:
            return replace(sentence, words=tuple(word.lower() for word in sentence.words))
        if dice < LOWER_SHARE + UPPER_SHARE:
            return replace(sentence, words=tuple(word.upper() for word in sentence.words))
        return sentence


def pool(sentences: Iterable[Sentence]) -> Pool:
    """Every name of the sentences, and listed organisations, by class and number of words."""
    found: Pool = {}
    for line in ORGANISATIONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words = cut(line).words
            found.setdefault(("ORG", len(words)), []).extend([words] * LISTED_WEIGHT)
    for sentence in sentences:
        for first, last, kind in sentence.names or ():
            if kind != UNKNOWN:
                found.setdefault((kind, last - first), []).append(sentence.words[first:last])
    return found
