"""The words of an article as plain lists: what the rules of this room look at, and where noun phrases end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.reading import Reading

__all__ = ["DETERMINED", "View"]

BEFORE = frozenset(
    "det det:predet amod nummod compound flat nmod:poss nmod:desc fixed goeswith nmod:unmarked advmod".split()
)
"""Labels of what stands before the head and belongs to its noun phrase."""
AFTER = frozenset("of for in from to at on with over".split())
"""Prepositions of what stands after a plain noun and belongs to its phrase."""
CLASSIFYING = frozenset("flat fixed nummod goeswith compound".split())
DETERMINED = frozenset("the a an his her their its my our this that".split())
VOWELS = frozenset("aeiouy")
SHORT = 2
"""Letters of a word that may be a syllable of none."""
HYPHENS = frozenset("-‑")
CLOSING = frozenset((",", ".", ";", ":", ")", "”", '"', "''", "-", "–", "—", "--", "?", "!"))
CLAUSES = frozenset("root ccomp conj advcl parataxis acl:relcl".split())
OF_REACH = 6
"""Words after "of" among which its noun is looked for."""
MAX_DEPTH = 6
"""Steps down a phrase; deeper ones are misparses more often than phrases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Parallel lists over the words of a doc, and the sentences as half-open ranges with their paragraphs.

    `words` are the plain readings of damaged words, names with capitals though a text is `caseless`; `low` has
    none; `heads` count in the doc, a root is its own head. `left` and `right` are the first and last word of the
    subtree. `sentence` is -1 in debris. `spaced` words have white space after them.
    """

    words: Sequence[str]
    low: Sequence[str]
    lemmas: Sequence[str]
    pos: Sequence[str]
    dep: Sequence[str]
    heads: Sequence[int]
    kids: Sequence[Sequence[int]]
    left: Sequence[int]
    right: Sequence[int]
    sentence: Sequence[int]
    spaced: Sequence[bool]
    caseless: bool
    ranges: Sequence[tuple[int, int]]
    paragraphs: Sequence[int]

    @classmethod
    def of(cls, reading: Reading) -> View:
        """Return the view of a reading."""
        plain = reading.doc.columns
        pos, dep, heads = list(plain.pos), list(plain.dep), list(plain.heads)
        pos = ["NOUN" if p == "PUNCT" and w.isalpha() else p for w, p in zip(plain.words, pos, strict=True)]
        _mend(plain.words, pos, dep, heads)
        kids: list[list[int]] = [[] for _ in heads]
        for word, head in enumerate(heads):
            if head != word:
                kids[head].append(word)
        ranges = [(s.first, s.last) for s in reading.sentences]
        sentence = [-1] * len(heads)
        for number, (first, last) in enumerate(ranges):
            sentence[first:last] = [number] * (last - first)
        left, right = _edges(heads)
        caseless = not any(word[:1].isupper() for word in plain.words)
        return cls(
            words=_capitalised(plain.words, pos) if caseless else plain.words,
            low=plain.low,
            lemmas=plain.lemmas,
            pos=pos,
            dep=dep,
            heads=heads,
            kids=kids,
            left=left,
            right=right,
            sentence=sentence,
            spaced=plain.spaced,
            caseless=caseless,
            ranges=ranges,
            paragraphs=[s.sentence.paragraph for s in reading.sentences],
        )

    def text(self, first: int, last: int) -> str:
        """Return words as one string, punctuation joined as in print."""
        text = " ".join(self.words[first:last])
        for mark, joined in ((" '", "'"), (" ’", "’"), (" - ", "-"), (" ,", ","), (" .", ".")):
            text = text.replace(mark, joined)
        return text

    def floor(self, word: int) -> int:
        """Return the first word of the sentence of a word."""
        number = self.sentence[word]
        return self.ranges[number][0] if number >= 0 else word

    def hyphened(self, word: int) -> bool:
        """Say whether a word and the one after the next are one with the hyphen between ("Secretary-General")."""
        after = self.words[word + 1 : word + 3]
        return len(after) == 2 and after[0] in HYPHENS and not self.spaced[word] and not self.spaced[word + 1]

    def past_owner(self, first: int, last: int) -> int:
        """Return the word after the last possessor among words: "wife" of "Gen Saadi's wife Helma", else the first."""
        return next((w + 1 for w in range(last - 1, first - 1, -1) if self.low[w] in {"'s", "’s"}), first)

    def tail(self, word: int) -> int:
        """Return the last word of what hyphens and `flat` make one with a word: "General", "Secretary" of "Foreign"."""
        end = word
        while end + 1 < len(self.words):
            if self.hyphened(end):
                end += 2
            elif self.dep[end + 1] == "flat" and word <= self.heads[end + 1] <= end:
                end += 1
            else:
                break
        return end

    def closed(self, last: int) -> bool:
        """Say whether a sentence or a comma ends just before word `last`, as it does after an apposition."""
        inside = 0 < last < len(self.words) and self.sentence[last] == self.sentence[last - 1]
        return not inside or self.words[last] in CLOSING

    def children(self, word: int, *labels: str) -> list[int]:
        """Return the dependents of a word with one of these labels."""
        return [kid for kid in self.kids[word] if self.dep[kid] in labels]

    def above(self, word: int) -> Iterator[int]:
        """Yield a word and those above it, so many steps as a phrase may have."""
        for _ in range(MAX_DEPTH):
            yield word
            word = self.heads[word]

    def case(self, word: int) -> str | None:
        """Return the preposition of a word, in lower case; that of its first conjunct where it shares it."""
        for kid in self.kids[word]:
            if self.dep[kid] == "case" and self.low[kid] not in {"'s", "’s", "'", "’"}:
                return self.low[kid]
        return self.case(self.heads[word]) if self.dep[word] == "conj" and self.heads[word] < word else None

    def role(self, word: int) -> str:
        """Return the label of a word, for a conjunct that of the first one."""
        for _ in range(MAX_DEPTH):
            if self.dep[word] not in {"conj", "appos", "flat"} or self.heads[word] == word:
                break
            word = self.heads[word]
        return self.dep[word]

    def head_of(self, first: int, last: int) -> int:
        """Return the word of a span whose head lies outside; the last such for a broken tree is not asked for."""
        return next(
            (w for w in range(first, last) if not first <= self.heads[w] < last or self.heads[w] == w), last - 1
        )

    def start_of(self, head: int) -> int:
        """Return the first word of the noun phrase around a head, before which nothing belongs to it."""
        start = head
        for kid in reversed(self.kids[head]):
            if kid < start and self.dep[kid] in BEFORE and self.right[kid] == start - 1 and not self._broken(kid):
                start = self.left[kid] if self.dep[kid] != "advmod" else kid
            elif kid < head and self.words[kid] in {"-", "“", '"', "‘"} and kid == start - 1:
                start = kid  # a mark inside the phrase ("Iraq's 'republican guard'"); it never starts one
        while start < head and self._outside(start):
            start += 1
        return start

    def _outside(self, word: int) -> bool:
        """Say whether a word at the start belongs to no noun phrase; "nearly 200" does."""
        if self.pos[word] in {"ADV", "PART", "SCONJ"}:
            return self.pos[word + 1] != "NUM"
        return self.pos[word] in {"PUNCT", "ADP", "CCONJ", "SPACE"}

    def _broken(self, kid: int) -> bool:
        """Say whether a modifier holds marks or verbs that no noun phrase has before its head: a misparse."""
        inside = range(self.left[kid], self.right[kid] + 1)
        if len(inside) > 12:
            return True
        return any(
            self.words[w] in {";", ":", "(", ")"}
            or self.pos[w] == "AUX"
            or (self.pos[w] == "VERB" and self.dep[w] in CLAUSES)
            for w in inside
        )

    def end_of(self, head: int, *, plain: bool, depth: int = 0) -> int:
        """Return the word after the noun phrase; `plain` nouns take prepositional phrases, names do not."""
        end = head + 1
        for kid in self.kids[head]:
            if kid <= head or self.left[kid] > end:
                continue
            if self.dep[kid] in CLASSIFYING and not self._broken(kid) and "," not in self.words[head : kid + 1]:
                end = max(end, self.right[kid] + 1 if self.dep[kid] == "flat" else kid + 1)
            elif plain and depth < MAX_DEPTH and self.dep[kid] == "nmod" and self.case(kid) in AFTER:
                end = max(end, self.end_of(kid, plain=True, depth=depth + 1))
        return end

    def subjects(self, sentence: int) -> Iterator[int]:
        """Yield the words of a sentence that are subjects."""
        first, last = self.ranges[sentence]
        return (w for w in range(first, last) if self.dep[w].startswith("nsubj"))


def _capitalised(words: Sequence[str], pos: Sequence[str]) -> Sequence[str]:
    """Return the words of a text that is written without capitals, with some for its names."""
    return [
        _as_name(w) if p == "PROPN" or (p == "NOUN" and _is_letters(w)) else w for w, p in zip(words, pos, strict=True)
    ]


def _as_name(word: str) -> str:
    return word.upper() if "." in word or _is_letters(word) else word.title()


def _is_letters(word: str) -> bool:
    """Say whether a word has no vowel, as only acronyms have none ("fmln")."""
    return len(word) > SHORT and not VOWELS & set(word)


def _mend(words: Sequence[str], pos: list[str], dep: list[str], heads: list[int]) -> None:
    """Hang "of" on the noun after it where the tree has it as a part of the noun before ("minister of Norway")."""
    for word, text in enumerate(words[:-1]):
        if text != "of" or pos[word] == "ADP" or heads[word] >= word:
            continue
        above = heads[word]
        after = next((k for k in range(word + 1, min(word + OF_REACH, len(words))) if heads[k] == above), None)
        if after is None:
            continue
        if words[word + 1] == "the":
            pos[word + 1], dep[word + 1] = "DET", "det"
            after = next((k for k in range(after + 1, word + OF_REACH) if k < len(words) and heads[k] == above), after)
            heads[word + 1] = after
        pos[word], dep[word], heads[word] = "ADP", "case", after
        dep[after] = "nmod" if dep[after] in {"appos", "flat", "compound", "dep"} else dep[after]


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the first and last word of every subtree."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for word in range(len(heads)):
        above, steps = heads[word], 0
        while steps < len(heads):
            if word < left[above]:
                left[above] = word
            elif word > right[above]:
                right[above] = word
            if heads[above] == above:
                break
            above, steps = heads[above], steps + 1
    return left, right
