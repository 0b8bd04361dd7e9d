"""One saying: a cue with its source and its content."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Saying", "Words"]

Words = tuple[int, int]
"""Words of the doc, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue with its source and the parts of its content, all as words of the doc.

    `verb` is the word that carries the cue. `relative` is the pronoun that stands for the source in its clause
    ("who said"). `spoken` is true for a verb of saying that can introduce a quotation;
    `noun` is true where the cue is a noun; `topic` where the content is only what is talked about, or what somebody
    means to say, or seems to be so.
    """

    verb: int
    cue: Words
    source: Words | None = None
    relative: int | None = None
    contents: tuple[Words, ...] = ()
    spoken: bool = False
    noun: bool = False
    topic: bool = False
