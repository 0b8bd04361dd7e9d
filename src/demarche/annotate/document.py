"""An article, read: words, sentences, what the model says of them, and what the rules find in that."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

import numpy as np
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import compile_prefix_regex

from demarche.annotate import sentences
from demarche.annotate.lemma import lemma
from demarche.annotate.reading import Name, Reading, ReadSentence
from demarche.annotate.trees import below_adjectives, verbal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy.typing as npt
    from spacy.language import Language
    from thinc.types import Ints2d

    from demarche.annotate.reader import SentenceReading
    from demarche.record import Article, Damage, DamagedPhrase, Sentence, Span

    Step = Callable[[Reading], Reading]

__all__ = ["Annotator", "WordReader", "default_steps"]

LONGEST_SENTENCE = 200  # words; the longest sentence of the UD English training parts has 159
LONGEST_CHUNK = 2_000  # characters without white space; beyond that the tokenizer's affix rules take quadratic time
BATCH = 64  # sentences given to the reader at once

# How the reader, trained on plain text, is shown the marks of tokenised and of wire-service text.
_PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "_": "–"}


class WordReader(Protocol):
    """What the model's runtime gives: one reading for each list of words."""

    def read(self, sentences: Sequence[Sequence[str]]) -> Sequence[SentenceReading]:
        """Read sentences, each a list of words."""
        ...


class _Range(NamedTuple):
    """Words `first` to `last` of the doc, half-open, and the sentence they make."""

    sentence: Sentence
    first: int
    last: int


class Annotator:
    """Reads articles: `annotator.annotate(article)` is the whole language layer.

    `find_damage` runs before the words are cut, so that the reader sees the plain reading of damaged words; each of
    `steps` takes the reading so far and returns it with one more layer.
    """

    def __init__(
        self,
        reader: WordReader,
        *,
        find_damage: Callable[[Article], Damage] | None = None,
        steps: Sequence[Step] | None = None,
    ) -> None:
        """Keep the reader, the finder of damage and the steps; by default those of this package."""
        self._reader = reader
        self._find_damage = find_damage
        self._steps = tuple(default_steps() if steps is None else steps)
        self._nlp = _tokenizer()

    def annotate(self, article: Article) -> Reading:
        """Return the reading of `article`; the same article always gives the same reading."""
        if self._find_damage:
            article = replace(article, damage=self._find_damage(article))
        reading = self._read(article)
        for step in self._steps:
            reading = step(reading)
        return reading

    def _read(self, article: Article) -> Reading:
        doc = _words(self._nlp, sentences.level(article.text))
        plain = _repair(doc, article.damage.phrases)
        read = self._run(plain, list(_ranges(doc, article)))
        _write(doc, plain, read)
        return Reading(article=article, doc=doc, sentences=read, names=tuple(_names(read)))

    def _run(self, plain: Sequence[str], ranges: Sequence[_Range]) -> tuple[ReadSentence, ...]:
        """Run the model over the sentences; a blank inside a sentence is shown to it as a comma."""
        words = [["," if word.isspace() else word for word in plain[r.first : r.last]] for r in ranges]
        readings = [
            reading for at in range(0, len(words), BATCH) for reading in self._reader.read(words[at : at + BATCH])
        ]
        return tuple(
            ReadSentence(sentence=r.sentence, first=r.first, last=r.last, reading=reading)
            for r, reading in zip(ranges, readings, strict=True)
        )


def default_steps() -> tuple[Step, ...]:
    """Return the layers of rules in the order in which they run: later ones look at earlier ones."""
    from demarche.annotate import attribution, quantity, quotes, time

    return (
        lambda reading: replace(reading, times=time.find(reading)),
        lambda reading: replace(reading, quantities=quantity.find(reading)),
        lambda reading: replace(reading, quotes=quotes.find(reading)),
        lambda reading: replace(reading, attributions=attribution.find(reading)),
    )


def _tokenizer() -> Language:
    """Return spaCy's English tokenizer, with the double backquote of wire services as one mark."""
    nlp = English()
    prefixes = compile_prefix_regex(["``", *(nlp.Defaults.prefixes or ())])
    cast("Any", nlp.tokenizer).prefix_search = prefixes.search
    return nlp


def _words(nlp: Language, text: str) -> Doc:
    """Cut `text` into words; text with chunks that are too long for the tokenizer is cut up first."""
    if not re.search(rf"\S{{{LONGEST_CHUNK}}}", text):
        return nlp.tokenizer(text)
    words, spaces = [], []
    for piece in _pieces(text):
        for token in nlp.tokenizer(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    """Yield `text` in pieces that end with white space or are `LONGEST_CHUNK` characters long."""
    for chunk in re.finditer(r"\S+ ?|\s+", text):
        word = chunk.group()
        for at in range(0, len(word), LONGEST_CHUNK):
            yield word[at : at + LONGEST_CHUNK]


def _repair(doc: Doc, phrases: Iterable[DamagedPhrase]) -> list[str]:
    """Return every word, plain; words of damaged phrases as what they stood for, one for one. Sets `norm_` to it."""
    words = [_PLAIN.get(word, word) for word in _texts(doc)]
    for phrase in phrases:
        found = doc.char_span(phrase.span.start, phrase.span.end)
        repaired = phrase.repaired.split()
        if found is not None and len(found) == len(repaired):
            words[found.start : found.end] = repaired
    _set(doc, NORM=words)
    return words


def _texts(doc: Doc) -> list[str]:
    """Return the words of a doc, many times faster than token by token."""
    numbers, strings = doc.to_array("ORTH").tolist(), doc.vocab.strings
    known = {number: strings[number] for number in set(numbers)}
    return [known[number] for number in numbers]


def _set(doc: Doc, heads: npt.NDArray[np.int64] | None = None, **columns: Sequence[str]) -> None:
    """Set attributes of all words at once; `heads` are distances."""
    add = doc.vocab.strings.add
    ids = {word: add(word) for column in columns.values() for word in set(column)}
    table = [np.array([ids[word] for word in column], dtype=np.uint64) for column in columns.values()]
    names: list[int | str] = list(columns)
    if heads is not None:
        names, table = ["HEAD", *names], [heads.astype(np.uint64), *table]
    if len(doc):
        doc.from_array(names, cast("Ints2d", np.column_stack(table)))


def _ranges(doc: Doc, article: Article) -> Iterator[_Range]:
    """Yield the sentences that are not debris, as words; over-long ones in pieces."""
    starts = doc.to_array("IDX").tolist()
    for sentence in sentences.split(article.text):
        if any(removed.span.overlaps(sentence.span) for removed in article.removed):
            continue
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        for begin, end in _cuts(doc, first, last):
            yield _Range(_part(sentence, article, doc[begin:end]), begin, end)


def _part(sentence: Sentence, article: Article, words: DocSpan) -> Sentence:
    """Return the sentence, or the part of it that these words are."""
    span: Span = sentence.span
    start, end = max(span.start, words.start_char), min(span.end, words.end_char)
    if (start, end) == (span.start, span.end):
        return sentence
    return replace(sentence, span=type(span).of(article.text, start, end))


def _cuts(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut words `first` to `last` into parts of at most `LONGEST_SENTENCE`, at punctuation where there is some."""
    while last - first > LONGEST_SENTENCE:
        limit = first + LONGEST_SENTENCE
        marks = (i + 1 for i in range(limit - 1, first + LONGEST_SENTENCE // 2, -1) if doc[i].text in ".;:!?,")
        end = next(marks, limit)
        yield first, end
        first = end
    if first < last:
        yield first, last


def _write(doc: Doc, plain: Sequence[str], read: Iterable[ReadSentence]) -> None:
    """Set part of speech, lemma, head and label of every word that was read; each sentence is a tree of its own."""
    heads = np.zeros(len(doc), dtype=np.int64)
    deps, tags = ["dep"] * len(doc), ["X"] * len(doc)
    names: list[tuple[int, int, str]] = []
    for part in read:
        first, last, found = part.first, part.last, part.reading
        labels, above = below_adjectives(found.upos, found.deprels, np.asarray(found.heads, dtype=np.int64))
        heads[first:last] = np.where(above < 0, 0, above - np.arange(len(above)))
        deps[first:last] = labels
        tags[first:last] = verbal(found.upos, labels, above, plain[first:last])
        names += [(first + name.first, first + name.last, name.label) for name in found.names]
    lemmas = [lemma(word, tag) for word, tag in zip(plain, tags, strict=True)]
    _set(doc, heads, DEP=deps, POS=tags, LEMMA=lemmas)
    doc.set_ents([DocSpan(doc, first, last, label=label) for first, last, label in _apart(names)])


def _apart(entities: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that share no word with an earlier one: spaCy wants entities that do not overlap."""
    at = 0
    for first, last, label in sorted(entities):
        if first >= at:
            yield first, last, label
            at = last


def _names(read: Iterable[ReadSentence]) -> Iterator[Name]:
    for part in read:
        for name in part.reading.names:
            first, last = part.first + name.first, part.first + name.last
            yield Name(first=first, last=last, label=name.label, probability=name.probability)
