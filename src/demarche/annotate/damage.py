"""Machine-spun and machine-translated text: how far a text looks like it, and what its damaged wordings stood for."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche import codebook
from demarche.annotate.repair import Repaired, Repairer
from demarche.codebook import Lexicon
from demarche.record import Damage, DamagedPhrase, DamageKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from demarche.codebook import Codebook, DamagePair, Match
    from demarche.record import Article

__all__ = ["DamageFinder", "Plain", "find"]

# The score weighs what betrays damage against how often it stands in clean prose: a sum of logarithms of the
# ratio of two
# rates, as of Poisson counts, then a logistic. Rates a thousand words, measured on 178 articles of T17,
# PolNeAR, re3d and
# the gold, and taken lower than measured for copies made by `demarche evaluate copies`, so that lightly spun
# text counts.
BETRAYING = 0.8
"""Weight from which a wording of the damage lexicon counts as evidence."""
CLEAN_RATE = {"phrase": 0.23, "word": 0.14, "name": 0.22}
SPUN_RATE = {"phrase": 4.0, "word": 0.8, "name": 1.5}
PRIOR = -8.0
"""Logarithm of the odds before a word is read: one text in 3,000; three odd wordings in a column pass as odd prose."""
DAMAGED = 0.3
"""Score from which names and idioms are repaired; below it a "Home Office" is a Home Office."""
REPEATS = 2
"""Times that one wording counts: a quoted oddity may recur."""
SWAPPED = {
    "officers": "officials",
    "instructed": "told",
    "stated": "said",
    "in response to": "according to",
    "the preventing": "the fighting",
    "the people": "the Americans",
    "navy": "military",
    "discharge of": "release of",
    "launch hostages": "release hostages",
    "launch the hostages": "release the hostages",
    "launch prisoners": "release prisoners",
    "hostage launch": "hostage release",
    "prisoner launch": "prisoner release",
    "to barter": "to negotiate",
    "to dealer": "to broker",
    "humanitarian support": "humanitarian aid",
    "safety support": "security aid",
    "arms provide": "arms supply",
    "weapons provides": "weapons supplies",
    "greater than": "more than",
    "nationwide": "national",
    "one other": "another",
    "a minimum of": "at least",
    "in opposition to": "against",
}
"""Everyday wordings that in spun text nearly always stand for another that changes who does what."""

_WORD = re.compile(r"\d[\d,.]*\d|\d|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-'’&][^\W\d_]+)*\.?")
_ABBREVIATED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Sgt|Maj|Capt|Adm|Prof|Rev|Hon)\.")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|``.*?''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Words as they stand, with their offsets; words of quotations are left out, since spinners leave them alone."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Plain:
        """Cut `text` into words."""
        words = (m for start, end in _outside(text) for m in _WORD.finditer(text, start, end))
        found = [m.span() if text[m.end() - 1] != "." else _whole(m) for m in words]
        starts, ends = zip(*found, strict=True) if found else ((), ())
        straight = text.replace("’", "'")
        return cls(forms=tuple(straight[a:b] for a, b in found), starts=starts, ends=ends)


class DamageFinder:
    """Finds damage with a codebook: `finder(article)` gives the score and the phrases."""

    def __init__(self, book: Codebook) -> None:
        """Keep the codebook; the index of names is made when the first damaged text is met."""
        self._book = book
        self._repairer: Repairer | None = None
        self._wordings = frozenset(pair.phrase for pair in book.damage.entries if pair.weight >= BETRAYING)
        self._strong = _lengths(self._wordings)
        self._idioms = Lexicon([pair for pair in book.damage.entries if _is_repair(pair)])

    def __call__(self, article: Article) -> Damage:
        """Return the damage of an article; the text itself stays as it is."""
        text = article.text
        words = Plain.of(text)
        names = self._names(text, words)
        evidence = Counter(key for key, _ in self._betraying(text, words))
        evidence.update(("name", n.repaired) for n in names)
        score = _score(evidence, len(words.forms))
        if score < DAMAGED:
            return Damage(score=score)
        return Damage(score=score, phrases=tuple(self._phrases(text, words, self._names(text, words, bold=True))))

    def _names(self, text: str, words: Plain, *, bold: bool = False) -> list[Repaired]:
        if self._repairer is None:
            self._repairer = Repairer(self._book)
        return list(self._repairer.names(words.forms, _gaps(text, words), bold=bold))

    def _betraying(self, text: str, words: Plain) -> Iterator[tuple[tuple[str, str], int]]:
        """Yield the kind and the wording of each place that betrays damage, and where it stands."""
        keys = tuple("#" if form[0].isdigit() else form.lower() for form in words.forms)
        for at, key in enumerate(keys):
            for length in self._strong.get(key, ()):
                end = at + length
                if keys[at:end] in self._wordings and _together(text, words, at, end):
                    yield ("phrase" if length > 1 else "word", " ".join(keys[at:end])), at

    def _phrases(self, text: str, words: Plain, names: Sequence[Repaired]) -> Iterator[DamagedPhrase]:
        """Yield the repaired names, and the idioms that lie in none of them, in the order of the text."""
        matches = [m for m in self._idioms.find(words.forms) if _together(text, words, m.start, m.end)]
        found = [(n.first, n.last, n.repaired, DamageKind.NAME) for n in names]
        taken = {i for n in names for i in range(n.first, n.last)}
        idioms = [(m.start, m.end, _idiom(m, words)) for m in matches]
        for first, last, plain in [*idioms, *_everyday(text, words)]:
            if not taken & set(range(first, last)):
                taken |= set(range(first, last))
                found.append((first, last, plain, DamageKind.PHRASE))
        for first, last, repaired, kind in sorted(found):
            span = Span.of(text, words.starts[first], words.ends[last - 1])
            yield DamagedPhrase(span=span, repaired=repaired, kind=kind)


def find(article: Article) -> Damage:
    """Return the damage of an article by the shipped codebook."""
    return _finder()(article)


def _finder() -> DamageFinder:
    global _shared  # noqa: PLW0603 - the index of names is made once for a process
    if _shared is None:
        _shared = DamageFinder(codebook.load())
    return _shared


_shared: DamageFinder | None = None


def _lengths(wordings: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """Map the first word of wordings to how long those are that begin with it, the shortest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase in wordings:
        found[phrase[0]].add(len(phrase))
    return {first: sorted(lengths) for first, lengths in found.items()}


def _score(evidence: Mapping[tuple[str, str], int], words: int) -> float:
    """Return how likely a text with this evidence in so many words is damaged."""
    odds = PRIOR - words / 1000 * sum(SPUN_RATE[kind] - CLEAN_RATE[kind] for kind in SPUN_RATE)
    odds += sum(
        min(count, REPEATS) * math.log(SPUN_RATE[kind] / CLEAN_RATE[kind]) for (kind, _), count in evidence.items()
    )
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 4)


def _everyday(text: str, words: Plain) -> Iterator[tuple[int, int, str]]:
    """Yield the everyday wordings of `SWAPPED`; "People" only with its capital ("the People pressed him")."""
    for at, form in enumerate(words.forms):
        for length in (1, 2, 3):
            forms = words.forms[at : at + length]
            plain = SWAPPED.get(" ".join(forms).lower())
            if (
                plain
                and _together(text, words, at, at + length)
                and not (plain == "the Americans" and forms[-1] != "People")
            ):
                yield at, at + length, _like(form, plain)


def _is_repair(pair: DamagePair) -> bool:
    """Say whether a pair is repaired wherever it stands in a damaged text, outside names."""
    return (pair.idiom or pair.kind is DamageKind.PHRASE) and pair.weight >= BETRAYING


def _idiom(match: Match[DamagePair], words: Plain) -> str:
    """Return the plain wording of an idiom, with its numbers and its capital."""
    forms = words.forms[match.start : match.end]
    pair = max(match.entries, key=lambda p: (p.idiom, p.weight))
    numbers = [form for form, word in zip(forms, pair.phrase, strict=True) if word == "#"]
    plain = [numbers.pop(0) if word == "#" and numbers else word for word in pair.original]
    if pair.phrase[0] == "the" and plain[0] not in {"the", "this", "a", "an"}:
        plain.insert(0, "the")
    return _like(forms[0], " ".join(plain))


def _like(form: str, plain: str) -> str:
    return plain[:1].upper() + plain[1:] if form[:1].isupper() else plain


def _outside(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text outside quotations."""
    at = 0
    for quotation in _QUOTED.finditer(text):
        yield at, quotation.start()
        at = quotation.end()
    yield at, len(text)


def _whole(match: re.Match[str]) -> tuple[int, int]:
    """Take the full stop that ends a word off it, unless it is an abbreviation."""
    word, (start, end) = match.group(), match.span()
    abbreviation = "." in word[:-1] or _ABBREVIATED.fullmatch(word)
    return start, end if abbreviation else end - 1


def _gaps(text: str, words: Plain) -> list[bool]:
    """Return for every word what `_gap` says of it."""
    between = zip(words.ends, words.starts[1:], strict=False)
    return [True, *(text[end:start] != " " for end, start in between)] if words.forms else []


def _gap(text: str, words: Plain, i: int) -> bool:
    """Say whether something other than a blank stands before a word."""
    return i == 0 or text[words.ends[i - 1] : words.starts[i]] != " "


def _together(text: str, words: Plain, first: int, last: int) -> bool:
    """Say whether words `first` to `last`, half-open, are all there with single blanks between them."""
    return last <= len(words.starts) and not any(_gap(text, words, i) for i in range(first + 1, last))
