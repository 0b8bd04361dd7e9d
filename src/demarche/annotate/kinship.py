"""Which words are likely to have been swapped for each other, though no pair of the damage lexicon says so."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from demarche.codebook import DamagePair

__all__ = ["Kinship"]

SHORTEST_STEM = 4
"""Letters that two words share at least where one is made from the other ("whitened", white)."""
_ENDINGS = frozenset("d ed ened ing ly ness like wide".split())
_SPELLINGS = (("isation", "ization"), ("defence", "defense"), ("labour", "labor"), ("centre", "center"))


class Kinship:
    """Words that the pairs join, directly or through a third word: what a thesaurus would list under one head."""

    def __init__(self, pairs: Iterable[DamagePair]) -> None:
        """Join the two wordings of every pair that swaps words; an idiom swaps none."""
        joined: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            if not pair.idiom:
                original, substitute = plain_spelling(" ".join(pair.original)), plain_spelling(" ".join(pair.phrase))
                joined[original].add(substitute)
                joined[substitute].add(original)
        self._joined: Mapping[str, set[str]] = dict(joined)

    def between(self, written: str, plain: str) -> int:
        """Return how near two lower-cased wordings are.

        3: the one written is made from the other; 2: a pair; 1: a word joins them; 0: strangers.
        """
        written, plain = plain_spelling(written), plain_spelling(plain)
        if _made_from(written, plain):
            return 3
        mine, others = self._of(written), self._of(plain)
        if plain in mine or written in others:
            return 2
        return int(bool(mine & others))

    def _of(self, wording: str) -> set[str]:
        return {kin for form in _numbers(wording) for kin in self._joined.get(form, ())}


def plain_spelling(wording: str) -> str:
    """Return a lower-cased wording in American spelling."""
    for british, american in _SPELLINGS:
        wording = wording.replace(british, american)
    return wording


def _numbers(wording: str) -> Iterator[str]:
    """Yield a wording, its singular and its plural."""
    yield wording
    if wording.endswith("ies"):
        yield wording[:-3] + "y"
    elif wording.endswith("s"):
        yield wording[:-1]
    else:
        yield wording + "s"


def _made_from(written: str, plain: str) -> bool:
    return len(plain) >= SHORTEST_STEM and written.startswith(plain) and written[len(plain) :] in _ENDINGS
