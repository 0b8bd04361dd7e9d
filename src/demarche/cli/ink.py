"""Bold and colour, on terminals that want them."""

from __future__ import annotations

import os
import sys
from enum import StrEnum

__all__ = ["Ink", "paint"]


class Ink(StrEnum):
    """What a mark looks like, as the number that terminals know it by."""

    BOLD = "1"
    FAINT = "2"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    CYAN = "36"


def paint(text: str, ink: Ink) -> str:
    """Return the text in an ink; plain where standard output is no terminal, or `NO_COLOR` is set."""
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    return text if plain or not text else f"\x1b[{ink}m{text}\x1b[0m"
