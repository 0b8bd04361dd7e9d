"""The words of an article as plain objects: the rules look at words all the time, so that each is made once.

What a word is called and what is asked of it mean what they mean in spaCy, which cuts the words.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, overload

from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.columns import Columns

__all__ = ["Doc", "Stretch", "Token"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """Words `start` to `end` of the doc, half-open: a sentence, or an expression in one."""

    doc: Doc
    start: int
    end: int

    def __len__(self) -> int:
        """Return the number of words."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Yield the words in the order of the text."""
        return iter(self.doc.tokens[self.start : self.end])

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, the first of several; a bare mark only among marks."""
        return min(self, key=lambda word: (word.is_bare, sum(1 for _ in word.ancestors)))


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word with what is asked of it most; there is one object for each word, so that identity is equality.

    `norm_` is the plain reading of a damaged word.
    """

    doc: Doc
    i: int
    text: str
    norm_: str
    lemma_: str
    pos_: str
    dep_: str
    head: Token = field(init=False)
    children: Sequence[Token] = ()

    def __len__(self) -> int:
        """Return the number of characters."""
        return len(self.text)

    @property
    def idx(self) -> int:
        """Where its characters begin in the article."""
        return self.doc.columns.starts[self.i]

    @property
    def lower_(self) -> str:
        """The word as written, in lower case."""
        return self.text.lower()

    @property
    def ent_type_(self) -> str:
        """The class of the name in which the word stands, else nothing."""
        return self.doc.entities[self.i]

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""
        return is_punct(self.text)

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_bare(self) -> bool:
        """Whether it is a mark or white space on which nothing hangs."""
        return not self.children and (self.is_punct or self.is_space)

    @property
    def is_title(self) -> bool:
        """Whether only its first letter is a capital."""
        return self.text.istitle()

    @property
    def is_digit(self) -> bool:
        """Whether it is made of digits alone."""
        return self.text.isdigit()

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number."""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]

    @property
    def whitespace_(self) -> str:
        """The blank behind it, if there is one."""
        return " " if self.doc.columns.spaced[self.i] else ""

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        return self.doc.tokens[self.doc.columns.left[self.i]]

    @property
    def right_edge(self) -> Token:
        """The last word of its subtree."""
        return self.doc.tokens[self.doc.columns.right[self.i]]

    @property
    def rights(self) -> list[Token]:
        """The words that hang on it and stand behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def sent(self) -> Stretch:
        """Its sentence."""
        return self.doc.sentence_of(self.i)

    @property
    def is_sent_start(self) -> bool:
        """Whether it is the first of its sentence."""
        return self.sent.start == self.i

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, from its head to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Token]:
        """The word and all below it: those before, itself, those behind."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    def is_ancestor(self, other: Token) -> bool:
        """Whether another word stands somewhere below it."""
        return any(word is self for word in other.ancestors)

    def nbor(self, steps: int = 1) -> Token:
        """Return the word so many words on; raises `IndexError` outside the doc."""
        if not 0 <= self.i + steps < len(self.doc):
            raise IndexError(self.i + steps)
        return self.doc.tokens[self.i + steps]


class Doc:
    """All words of an article; what stands between two of them is a list.

    `entities` are the classes of the names in which the words stand, or nothing. A sentence begins where the tree of a
    root begins.
    """

    __slots__ = ("_sentences", "_starts", "columns", "entities", "tokens")

    def __init__(self, columns: Columns, entities: Sequence[str]) -> None:
        """Make the words, once."""
        self.columns = columns
        self.entities = entities
        rows = zip(columns.texts, columns.words, columns.lemmas, columns.pos, columns.dep, strict=True)
        self.tokens = tokens = [Token(self, i, *row) for i, row in enumerate(rows)]
        for token, head, kids in zip(tokens, columns.heads, columns.kids, strict=True):
            token.head = tokens[head]
            if kids:
                token.children = [tokens[kid] for kid in kids]
        self._starts = sorted({columns.left[i] for i, head in enumerate(columns.heads) if head == i})
        self._sentences = [Stretch(doc=self, start=a, end=b) for a, b in pairwise((*self._starts, len(tokens)))]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Yield the words in the order of the text."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        """Return one word, or those of a stretch."""
        return self.tokens[place]

    def sentence_of(self, word: int) -> Stretch:
        """Return the sentence of a word."""
        return self._sentences[bisect_right(self._starts, word) - 1]
