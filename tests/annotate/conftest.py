"""Readings without a model: a stand-in for the reader that tags by lists and makes shallow trees."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from demarche.annotate.document import Annotator
from demarche.annotate.reading import Reading
from demarche.record import Article, TimeInterval

VERBS = frozenset(
    "met said told killed left began arrived meets meet leave arrive start leaves vote held fled counted resumed "
    "bombed spent urged come reported adopted".split()
)
AUXILIARIES = frozenset("will would has have had is was were are may".split())
SMALL = frozenset("the a an of in on at to from by until since after before and or that for between with as".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten thirty million".split())


@dataclass(frozen=True)
class Shallow:
    """What the stand-in says of one sentence."""

    upos: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[object] = field(default_factory=list)


class StandIn:
    """Reads by lists: a number belongs to the next noun, an auxiliary to the next verb, the rest to the first verb."""

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Shallow]:
        """Read sentences, each a list of words."""
        return [self._one(words) for words in sentences]

    def _one(self, words: Sequence[str]) -> Shallow:
        tags = [self._tag(word) for word in words]
        root = tags.index("VERB") if "VERB" in tags else 0
        heads, relations = [], []
        for at, tag in enumerate(tags):
            wanted = {"NUM": "NOUN", "AUX": "VERB"}.get(tag)
            after = next((i for i in range(at + 1, len(tags)) if tags[i] == wanted), None) if wanted else None
            heads.append(-1 if at == root else root if after is None else after)
            relations.append("root" if at == root else {"NUM": "nummod", "AUX": "aux"}.get(tag, "obl"))
        return Shallow(tags, heads, relations)

    @staticmethod
    def _tag(word: str) -> str:
        lower = word.lower()
        if lower in VERBS:
            return "VERB"
        if lower in AUXILIARIES:
            return "AUX"
        if lower in NUMBERS or word[:1].isdigit():
            return "NUM"
        if not word[:1].isalpha():
            return "PUNCT"
        return "ADP" if lower in SMALL else "NOUN"


def make_article(text: str, published: str | None = "2023-12-31") -> Article:
    """Return an article of these words, published on this day (a Sunday by default)."""
    return Article(
        id="a",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=TimeInterval.parse(published) if published else None,
    )


@pytest.fixture
def article() -> Callable[..., Article]:
    """Give the maker of articles."""
    return make_article


@pytest.fixture
def stand_in() -> StandIn:
    """Give the reader that reads by lists."""
    return StandIn()


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Give a function from words, and a day of publication, to a reading without any layer of rules."""
    annotator = Annotator(StandIn(), steps=())
    return lambda text, published="2023-12-31": annotator.annotate(make_article(text, published))
