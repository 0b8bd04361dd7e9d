"""The words of an article as plain objects that read like those of spaCy: the rules look at words all the time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, cast, overload

from demarche.annotate.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

__all__ = ["PlainDoc", "PlainToken", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A sentence: words `start` to `end` of the doc, half-open."""

    start: int
    end: int


@dataclass(slots=True, eq=False)
class PlainToken:
    """A word with what is asked of it most; there is one object for each word, so that identity is equality.

    All names mean what they mean in spaCy, which makes a new object each time that a word is looked at and a new string
    each time that its label is. What is asked seldom is asked of spaCy's word.
    """

    doc: PlainDoc
    i: int
    text: str
    norm_: str
    lemma_: str
    pos_: str
    dep_: str
    head: PlainToken = field(init=False)
    children: list[PlainToken] = field(init=False, default_factory=list)

    @property
    def token(self) -> Token:
        """The same word of the spaCy doc."""
        return self.doc.source[self.i]

    @property
    def lower_(self) -> str:
        """The word as written, in lower case."""
        return self.text.lower()

    @property
    def ent_type_(self) -> str:
        """The class of the name in which the word stands, else nothing."""
        return self.token.ent_type_

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""
        return self.token.is_punct

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.token.is_space

    @property
    def is_title(self) -> bool:
        """Whether only its first letter is a capital."""
        return self.token.is_title

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number."""
        return self.token.like_num

    @property
    def whitespace_(self) -> str:
        """The blank behind it, if there is one."""
        return self.token.whitespace_

    @property
    def left_edge(self) -> PlainToken:
        """The first word of its subtree."""
        return self.doc.tokens[self.token.left_edge.i]

    @property
    def right_edge(self) -> PlainToken:
        """The last word of its subtree."""
        return self.doc.tokens[self.token.right_edge.i]

    @property
    def sent(self) -> Stretch:
        """Its sentence."""
        return self.doc.sentence_of(self.i)

    @property
    def ancestors(self) -> Iterator[PlainToken]:
        """The words above it, from its head to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[PlainToken]:
        """The word and all below it: those before, itself, those behind."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    def is_ancestor(self, other: PlainToken) -> bool:
        """Whether another word stands somewhere below it."""
        return any(word is self for word in other.ancestors)

    def nbor(self, steps: int = 1) -> PlainToken:
        """Return the word so many words on; raises `IndexError` outside the doc."""
        if not 0 <= self.i + steps < len(self.doc):
            raise IndexError(self.i + steps)
        return self.doc.tokens[self.i + steps]


class PlainDoc:
    """The plain words of a finished spaCy doc; what stands between two of them is a list."""

    __slots__ = ("_sentences", "_starts", "source", "tokens")

    def __init__(self, source: Doc) -> None:
        """Make the words, once."""
        columns = Columns.of(source)
        rows = zip(columns.texts, columns.words, columns.lemmas, columns.pos, columns.dep, strict=True)
        self.source = source
        self.tokens = [PlainToken(self, i, *row) for i, row in enumerate(rows)]
        for token, head, kids in zip(self.tokens, columns.heads, columns.kids, strict=True):
            token.head = self.tokens[head]
            token.children = [self.tokens[kid] for kid in kids]
        opening = source.to_array("SENT_START").tolist()
        self._starts = [0, *(i for i, value in enumerate(opening) if i and value == 1)]
        self._sentences = [Stretch(start=a, end=b) for a, b in pairwise((*self._starts, len(opening)))]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[PlainToken]:
        """Yield the words in the order of the text."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> PlainToken: ...
    @overload
    def __getitem__(self, place: slice) -> list[PlainToken]: ...
    def __getitem__(self, place: int | slice) -> PlainToken | list[PlainToken]:
        """Return one word, or those of a stretch."""
        return self.tokens[place]

    def __hash__(self) -> int:
        """Return the number of the spaCy doc: what is remembered of that holds of this."""
        return hash(self.source)

    def __eq__(self, other: object) -> bool:
        """Whether the other has the same words: the spaCy doc counts as the same."""
        return other is self or other is self.source

    def sentence_of(self, word: int) -> Stretch:
        """Return the sentence of a word."""
        return self._sentences[bisect_right(self._starts, word) - 1]

    @property
    def vocab(self) -> Vocab:
        """The words that spaCy knows."""
        return self.source.vocab

    def to_array(self, name: str) -> np.ndarray:
        """Return an attribute of all words, as spaCy numbers it."""
        return self.source.to_array(name)


def plain(doc: Doc) -> Doc:
    """Return a doc with plain words, which stands in for the spaCy doc wherever this room reads one."""
    return cast("Doc", PlainDoc(doc))
