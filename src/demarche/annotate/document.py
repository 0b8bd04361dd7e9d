"""An article, read: words, sentences, what the model says of them, and what the rules find in that."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from spacy.lang.en import English
from spacy.util import compile_prefix_regex

from demarche.annotate import sentences
from demarche.annotate.columns import Columns, Cut
from demarche.annotate.doc import Doc
from demarche.annotate.lemma import lemma
from demarche.annotate.reading import Name, Reading, ReadSentence
from demarche.annotate.trees import below_adjectives, verbal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

    from demarche.annotate.reader import SentenceReading
    from demarche.record import Article, Damage, DamagedPhrase, Sentence

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
        cut = _cut(self._nlp, sentences.level(article.text))
        plain = _repair(cut, article.damage.phrases)
        read = self._run(plain, list(_ranges(cut, article)))
        return Reading(article=article, doc=_doc(cut, plain, read), sentences=read, names=tuple(_names(read)))

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


def _cut(nlp: Language, text: str) -> Cut:
    """Cut `text` into words; text with chunks that are too long for the tokenizer is cut up first."""
    pieces = _pieces(text) if re.search(rf"\S{{{LONGEST_CHUNK}}}", text) else (text,)
    docs = [nlp.tokenizer(piece) for piece in pieces]
    texts = list(chain.from_iterable(map(_texts, docs)))
    spaced = [bool(blank) for doc in docs for blank in doc.to_array("SPACY").tolist()]
    ends = accumulate((len(word) + blank for word, blank in zip(texts, spaced, strict=True)), initial=0)
    return Cut(texts, list(ends)[:-1], spaced)


def _pieces(text: str) -> Iterator[str]:
    """Yield `text` in pieces that end with white space or are `LONGEST_CHUNK` characters long."""
    for chunk in re.finditer(r"\S+ ?|\s+", text):
        word = chunk.group()
        for at in range(0, len(word), LONGEST_CHUNK):
            yield word[at : at + LONGEST_CHUNK]


def _texts(doc: SpacyDoc) -> list[str]:
    """Return the words of what spaCy cut, many times faster than word by word."""
    numbers, strings = doc.to_array("ORTH").tolist(), doc.vocab.strings
    known = {number: strings[number] for number in set(numbers)}
    return [known[number] for number in numbers]


def _repair(cut: Cut, phrases: Iterable[DamagedPhrase]) -> list[str]:
    """Return every word, plain; words of damaged phrases as what they stood for, one for one."""
    plain = [_PLAIN.get(word, word) for word in cut.texts]
    for phrase in phrases:
        first, last = (bisect_left(cut.starts, at) for at in (phrase.span.start, phrase.span.end))
        repaired = phrase.repaired.split()
        if (
            repaired
            and last - first == len(repaired)
            and _bounds(cut, first, last) == (phrase.span.start, phrase.span.end)
        ):
            plain[first:last] = repaired
    return plain


def _bounds(cut: Cut, first: int, last: int) -> tuple[int, int]:
    """Return the characters that words `first` to `last` take, half-open."""
    return cut.starts[first], cut.starts[last - 1] + len(cut.texts[last - 1])


def _ranges(cut: Cut, article: Article) -> Iterator[_Range]:
    """Yield the sentences that are not debris, as words; over-long ones in pieces."""
    for sentence in sentences.split(article.text):
        if any(removed.span.overlaps(sentence.span) for removed in article.removed):
            continue
        first, last = (bisect_left(cut.starts, at) for at in (sentence.span.start, sentence.span.end))
        for begin, end in _cuts(cut.texts, first, last):
            yield _Range(_part(sentence, article, _bounds(cut, begin, end)), begin, end)


def _part(sentence: Sentence, article: Article, bounds: tuple[int, int]) -> Sentence:
    """Return the sentence, or the part of it between these characters."""
    span = sentence.span
    start, end = max(span.start, bounds[0]), min(span.end, bounds[1])
    if (start, end) == (span.start, span.end):
        return sentence
    return replace(sentence, span=type(span).of(article.text, start, end))


def _cuts(texts: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut words `first` to `last` into parts of at most `LONGEST_SENTENCE`, at punctuation where there is some."""
    while last - first > LONGEST_SENTENCE:
        limit = first + LONGEST_SENTENCE
        marks = (i + 1 for i in range(limit - 1, first + LONGEST_SENTENCE // 2, -1) if texts[i] in ".;:!?,")
        end = next(marks, limit)
        yield first, end
        first = end
    if first < last:
        yield first, last


def _doc(cut: Cut, plain: Sequence[str], read: Iterable[ReadSentence]) -> Doc:
    """Return the words with what was read of them; each sentence is a tree of its own, and so is a word of debris."""
    heads = list(range(len(plain)))
    dep, pos, names = ["dep"] * len(plain), ["X"] * len(plain), [""] * len(plain)
    for part in read:
        first, last, found = part.first, part.last, part.reading
        labels, above = below_adjectives(found.upos, found.deprels, found.heads)
        heads[first:last] = [first + (i if head < 0 else head) for i, head in enumerate(above)]
        dep[first:last] = labels
        pos[first:last] = verbal(found.upos, labels, above, plain[first:last])
        for begin, end, label in _apart((name.first, name.last, name.label) for name in found.names):
            names[first + begin : first + end] = [label] * (end - begin)
    lemmas = list(map(lemma, plain, pos))
    return Doc(Columns.made(cut, words=plain, lemmas=lemmas, pos=pos, dep=dep, heads=heads), names)


def _apart(entities: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that share no word with an earlier one: a word stands in one."""
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
