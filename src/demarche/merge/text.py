"""Words as merging sees them: folded, stripped of endings, and the anchors that a spinner leaves alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

__all__ = ["PLAIN_WORDS", "anchor_rows", "content", "fold", "hashed", "sentences", "stem", "words"]

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
WORD_OR_QUOTE = re.compile(r"[^\W_]+(?:[.,]\d+)*|[:\"“”]")
SENTENCE = re.compile(r"\n|[.!?]\s")
QUOTES = frozenset(':"“”')
ENDINGS = ("ations", "ation", "ings", "ions", "ing", "ion", "ied", "ies", "ed", "es", "s", "e", "y")
SHORTEST_STEM = 3
"""Letters that an ending must leave behind."""

PLAIN_WORDS = frozenset(
    "a about after again against all also am an and any are as at be because been before being between both but by "
    "can could did do does during each for from further had has have he her here hers him his how i if in into is it "
    "its itself just me more most my no nor not now of off on once only or other our out over own s said same say says "
    "she should so some such t than that the their them then there these they this those through to told too under "
    "until up very was we were what when where which while who whom why will with would you your monday tuesday "
    "wednesday thursday friday saturday sunday today yesterday tomorrow "
    "come comes came coming get gets got getting give gives gave given giving go goes went gone going keep keeps kept "
    "keeping let lets make makes made making put puts putting set sets setting take takes took taken taking "
    "impose imposes imposed imposing".split()
)
"""Words that every report shares: they tell no act from another. The verbs among them are light: what is put, made,
taken or imposed is told by another word."""


def fold(text: str) -> str:
    """Return the text without case, accents and doubled blanks, so that spellings meet."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split())


def words(text: str) -> list[str]:
    """Return the folded words and numbers of a text, in order."""
    return WORD.findall(fold(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a folded word without its ending: forms of one verb, and its noun, mostly meet."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that tell one act from another, numbers among them."""
    told = (word for word in words(text) if word not in PLAIN_WORDS)
    return frozenset(stem(word) for word in told if len(word) > 1 or word.isdigit())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, roughly, without blanks around them; none is empty."""
    return [row for row in map(str.strip, SENTENCE.split(text)) if row]


def anchor_rows(text: str) -> Iterator[list[str]]:
    """Yield, for each sentence, its numbers and its capitalised words but the first: what spinning leaves alone."""
    for sentence in SENTENCE.split(text):
        starts, row = True, []
        for found in WORD_OR_QUOTE.finditer(sentence):
            token = found.group()
            if token[0].isdigit() or (token[0].isupper() and not starts and len(token) > 1):
                row.append(fold(token))
            starts = token in QUOTES
        yield row


def hashed(items: Iterable[str], size: int) -> frozenset[int]:
    """Return a 32-bit number for each run of `size` neighbouring items."""
    row = list(items)
    return frozenset(crc32(" ".join(row[i : i + size]).encode()) for i in range(len(row) - size + 1))
