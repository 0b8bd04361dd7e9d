"""Likely copies by MinHash and banding (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4).

Forty lines of our own: the usual library brings 143 MB of scipy for the choice of bands, which is fixed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["bands", "candidate_pairs"]

PRIME = (1 << 61) - 1
MASK = (1 << 32) - 1
SEED = 1962

Words = npt.NDArray[np.uint64]


def candidate_pairs(sets: Sequence[tuple[str, frozenset[int]]], *, count: int, rows: int) -> set[tuple[str, str]]:
    """Return the pairs of names whose sets share a band of their signatures, each sorted; empty sets have no pair.

    With `count` bands of `rows` values each, sets of Jaccard likeness s share one with chance 1 - (1 - s^rows)^count.
    """
    seen: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    found: set[tuple[str, str]] = set()
    for name, members in sets:
        for band in bands(members, count=count, rows=rows) if members else ():
            found |= {(min(name, other), max(name, other)) for other in seen[band] if other != name}
            seen[band].append(name)
    return found


def bands(members: frozenset[int], *, count: int, rows: int) -> Iterator[tuple[int, bytes]]:
    """Yield each band of a set's signature: its number and its values as bytes."""
    signature = _signature(members, count * rows)
    for number in range(count):
        yield number, signature[number * rows : (number + 1) * rows].tobytes()


def _signature(members: frozenset[int], size: int) -> Words:
    """Return the least value of the set under each of `size` hash functions (a x + b mod p, cut to 32 bits)."""
    rng = np.random.Generator(np.random.PCG64(SEED))
    factors = rng.integers(1, MASK, size, dtype=np.uint64)[:, None]
    offsets = rng.integers(0, MASK, size, dtype=np.uint64)[:, None]
    values = np.array(sorted(members), dtype=np.uint64) & np.uint64(MASK)
    return np.asarray(((factors * values + offsets) % np.uint64(PRIME) & np.uint64(MASK)).min(axis=1))
