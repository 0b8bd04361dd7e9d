"""Copies that we make ourselves: are they found, is damage told from clean prose, how many names are repaired?

Which copies are made, and which pairs are right, stands in `demarche.evaluate.copy_pairs`.

The rules of the spinner, recorded here: outside quotations, a word or phrase that the damage lexicon knows is
replaced by
one of its substitutes with probability `RATE`, the same one throughout an article (spinners work from a table); in
names of two words or more that the lexicon of the world knows, one word is replaced with probability `NAME_RATE`. What
is drawn depends on the article's text and `SEED` alone. The test is not circular: a quarter of the pairs, chosen by
their hash, is withheld from the finder and used by the spinner all the same; names that only withheld pairs damaged
are counted by themselves.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche import codebook
from demarche.annotate.damage import DAMAGED, DamageFinder, Plain
from demarche.annotate.repair import known_names
from demarche.codebook import DamageLexicon, DamagePair
from demarche.errors import UnknownFormat
from demarche.evaluate.copy_pairs import Joins, joins
from demarche.evaluate.result import Evaluation, f1
from demarche.record import Article, DamageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from demarche.codebook import Codebook
    from demarche.record import Damage

__all__ = ["Spinner", "Spun", "SpunName", "evaluate", "withheld"]

NAME = "copies"
SEED = 1962
RATE = 0.6
NAME_RATE = 0.8
WITHHELD = 4
"""One pair in so many is kept from the finder."""
FEWEST_WORDS = 120
"""Words of the shortest article that is spun: shorter ones are headlines and captions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpunName:
    """A name that the spinner damaged: as it stands in the copy, and as it was; `unseen`: the pair was withheld."""

    text: str
    original: str
    unseen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spun:
    """A copy and the names damaged in it."""

    text: str
    names: tuple[SpunName, ...]


def withheld(pair: DamagePair) -> bool:
    """Say whether a pair is kept from the finder, with the pair that leads back."""
    ends = sorted((" ".join(pair.original), " ".join(pair.phrase)))
    digest = hashlib.sha256(" > ".join(ends).encode()).digest()
    return digest[0] % WITHHELD == 0


class Spinner:
    """Makes spun copies; the same article always gives the same copy."""

    def __init__(self, book: Codebook) -> None:
        """Index the pairs by their plain wording, and the names."""
        self._names = known_names(book)
        self._pairs: dict[str, list[DamagePair]] = defaultdict(list)
        for pair in book.damage.entries:
            if "#" not in pair.original:
                self._pairs[pair.original[0]].append(pair)

    def spin(self, text: str) -> Spun:
        """Return the copy of a text."""
        draw = random.Random(f"{SEED}{text}")  # noqa: S311 - a test's dice, not a secret
        words = Plain.of(text)
        edits = dict(self._name_edits(words, draw))
        table: dict[tuple[str, ...], DamagePair | None] = {}
        taken = {i for first, (last, _, _) in edits.items() for i in range(first, last)}
        for first, pair in self._word_edits(words, draw, table):
            span = range(first, first + len(pair.original))
            if not taken & set(span):
                taken |= set(span)
                edits[first] = (span.stop, _written(pair, words.forms[first]), None)
        return _apply(text, words, edits)

    def _name_edits(self, words: Plain, draw: random.Random) -> Iterator[tuple[int, tuple[int, str, SpunName | None]]]:
        lower = tuple(form.lower() for form in words.forms)
        at = 0
        while at < len(lower):
            length = self._name_at(words.forms, lower, at)
            if length and draw.random() < NAME_RATE and (spun := self._damage(words.forms[at : at + length], draw)):
                yield at, (at + length, spun.text, spun)
            at += max(length, 1)

    def _name_at(self, forms: Sequence[str], lower: tuple[str, ...], at: int) -> int:
        if not forms[at][:1].isupper():
            return 0
        lengths = range(min(6, len(lower) - at), 1, -1)
        return next((n for n in lengths if lower[at : at + n] in self._names and forms[at + n - 1][:1].isupper()), 0)

    def _damage(self, forms: Sequence[str], draw: random.Random) -> SpunName | None:
        """Replace one word of a name by what stands for it in names."""
        choices = [
            (i, pair)
            for i, form in enumerate(forms)
            for pair in self._pairs.get(form.lower(), ())
            if pair.kind is DamageKind.NAME and not pair.idiom and len(pair.original) == 1 and pair.weight >= 0.3
        ]
        if not choices:
            return None
        i, pair = draw.choice(choices)
        spun = [*forms[:i], _written(pair, forms[i]), *forms[i + 1 :]]
        return SpunName(text=" ".join(spun), original=" ".join(forms), unseen=withheld(pair))

    def _word_edits(
        self, words: Plain, draw: random.Random, table: dict[tuple[str, ...], DamagePair | None]
    ) -> Iterator[tuple[int, DamagePair]]:
        for at, form in enumerate(words.forms):
            for pair in self._pairs.get(form, ()):  # lower-cased words only: names are spun above
                if pair.kind is DamageKind.NAME or words.forms[at : at + len(pair.original)] != pair.original:
                    continue
                if pair.original not in table:
                    options = [
                        p for p in self._pairs[form] if p.original == pair.original and p.kind is DamageKind.PHRASE
                    ]
                    table[pair.original] = draw.choice(options) if draw.random() < RATE else None
                chosen = table[pair.original]
                if chosen is not None:
                    yield at, chosen
                    break


def evaluate(path: Path, articles: Sequence[Article] | None = None) -> Evaluation:
    """Copy the articles of a folder and measure what the finders make of copies and originals.

    `pair_f1`, `pair_p`, `pair_r`: pairs of copies found; `false_joins`: pairs of different given articles joined, as a
    share of the articles, each named in the notes.
    `names_repaired`: share of damaged names with the right repair (all, and `unseen_names_repaired` for withheld
    pairs); `spun_told`: copies with a score of `DAMAGED` or more; `clean_told`: originals below it; `clean_untouched`:
    originals without any repair; `least_spun_score`, `largest_clean_score`.
    """
    from demarche.read import read

    given = read(path) if articles is None else articles
    usable = [a for a in given if isinstance(a, Article) and len(a.text.split()) >= FEWEST_WORDS]
    if not usable:
        msg = f"no article of {FEWEST_WORDS} words or more to make copies of"
        raise UnknownFormat(msg, where=str(path))
    book = codebook.load()
    spinner, finder = Spinner(book), DamageFinder(_without(book))
    counts: Counter[str] = Counter()
    spun_scores, clean_scores = [], []
    for article in usable:
        spun = spinner.spin(article.text)
        damage = finder(replace(article, text=spun.text))
        counts.update(_count(spun, damage))
        clean = finder(article)
        counts["untouched"] += not clean.phrases
        spun_scores.append(damage.score)
        clean_scores.append(clean.score)
    found = joins(usable, lambda text: spinner.spin(text).text)
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(usable),
        measures={**_pair_measures(found, len(usable)), **_measures(counts, spun_scores, clean_scores)},
        notes=tuple(_notes(found)),
    )


def _pair_measures(found: Joins, articles: int) -> dict[str, float]:
    return {
        "pair_f1": f1(found.right, found.answers, found.gold),
        "pair_p": found.right / found.answers if found.answers else 0.0,
        "pair_r": found.right / found.gold if found.gold else 0.0,
        "false_joins": len(found.false_given) / articles,
    }


def _notes(found: Joins) -> Iterator[str]:
    yield from (f"{kind}: {missed} of {number} not joined to their originals" for kind, missed, number in found.missed)
    yield from (f"different articles joined: {a} and {b}" for a, b in found.false_given)


def _measures(counts: Mapping[str, int], spun: Sequence[float], clean: Sequence[float]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return counts[part] / counts[whole] if counts[whole] else 0.0

    return {
        "names_repaired": share("right", "names"),
        "unseen_names_repaired": share("unseen right", "unseen"),
        "spun_told": sum(s >= DAMAGED for s in spun) / len(spun),
        "clean_told": sum(s < DAMAGED for s in clean) / len(clean),
        "clean_untouched": counts["untouched"] / len(clean),
        "least_spun_score": min(spun),
        "largest_clean_score": max(clean),
    }


def _count(spun: Spun, damage: Damage) -> Counter[str]:
    """Count the damaged names and those whose words the repairs bring back."""
    repairs: dict[str, set[str]] = defaultdict(set)
    for phrase in damage.phrases:
        repairs[_even(phrase.span.text)].add(_even(phrase.repaired))
    counts: Counter[str] = Counter()
    for name in spun.names:
        right = any(_undone(name, text, plain) for text, plains in repairs.items() for plain in plains)
        counts["names"] += 1
        counts["right"] += right
        if name.unseen:
            counts["unseen"] += 1
            counts["unseen right"] += right
    return counts


def _undone(name: SpunName, text: str, plain: str) -> bool:
    """Say whether putting `plain` for `text` in the damaged name gives the name back, Defence and Defense alike."""
    spun, original = _even(name.text), _even(name.original)
    if text in spun:
        return spun.replace(text, plain) == original
    return spun in text and original in plain


def _even(text: str) -> str:
    return re.sub(
        r"\bdefence\b", "defense", re.sub(r"\blabour\b", "labor", text.lower().replace("’", "'"))
    ).removeprefix("the ")


def _written(pair: DamagePair, form: str) -> str:
    """Return the substitute with the capital of the word that it replaces; of several words, the first."""
    text = " ".join(pair.phrase)
    return text[:1].upper() + text[1:] if form[:1].isupper() else text


def _apply(text: str, words: Plain, edits: Mapping[int, tuple[int, str, SpunName | None]]) -> Spun:
    pieces: list[str] = []
    names: list[SpunName] = []
    at = 0
    for first, (last, spun, name) in sorted(edits.items()):
        pieces += [text[at : words.starts[first]], spun]
        at = words.ends[last - 1]
        if name is not None:
            names.append(name)
    pieces.append(text[at:])
    return Spun(text="".join(pieces), names=tuple(names))


def _without(book: Codebook) -> Codebook:
    """Return the codebook without the withheld pairs."""
    return replace(book, damage=DamageLexicon([p for p in book.damage.entries if not withheld(p)]))
