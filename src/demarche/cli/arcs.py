"""Draws the syntax of a sentence as arcs at the left of its words, one word a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["arcs"]

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
STROKES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
"""Box-drawing strokes by which of their four ends are drawn, UP to RIGHT."""
TIP = "▸"
"""Where an arc meets the word that depends."""
WIDEST = 24
"""Columns that the arcs may take; deeper ones are drawn on one another at the edge."""

Arc = tuple[int, int]


def arcs(heads: Sequence[int | None]) -> list[str]:
    """Return one line of strokes for each word, all of one width; an arrow stands at every word but the root.

    `heads` are the numbers of the words' heads, None for a root. An arc is drawn outside those that it spans.
    """
    levels = _levels(heads)
    deepest = max(levels.values(), default=0)
    pitch = 2 if 2 * deepest <= WIDEST else 1
    width = min(pitch * deepest, WIDEST)
    grid = [[0] * (width + 1) for _ in heads]
    for (word, head), level in levels.items():
        _draw(grid, word, head, max(0, width - pitch * level))
    return [
        "".join(STROKES[cell] for cell in row[:-1]) + _last(row[-1], head)
        for row, head in zip(grid, heads, strict=True)
    ]


def _levels(heads: Sequence[int | None]) -> dict[Arc, int]:
    """Put each arc one level outside the highest arc that it spans or shares words with, short ones first."""
    found = [(word, head) for word, head in enumerate(heads) if head is not None]
    out: dict[Arc, int] = {}
    above = [0] * max(len(heads) - 1, 0)
    for word, head in sorted(found, key=lambda arc: abs(arc[0] - arc[1])):
        gaps = range(min(word, head), max(word, head))
        level = 1 + max(above[gap] for gap in gaps)
        out[word, head] = level
        for gap in gaps:
            above[gap] = level
    return out


def _draw(grid: list[list[int]], word: int, head: int, column: int) -> None:
    top, bottom = min(word, head), max(word, head)
    grid[top][column] |= DOWN
    grid[bottom][column] |= UP
    for row in range(top + 1, bottom):
        grid[row][column] |= UP | DOWN
    for row in (top, bottom):
        for left, right in pairwise(range(column, len(grid[row]))):
            grid[row][left] |= RIGHT
            grid[row][right] |= LEFT


def _last(cell: int, head: int | None) -> str:
    """Return the stroke before a word: an arrow where it depends on another, else a line where others depend on it."""
    if head is not None:
        return TIP
    return "─" if cell else " "
