"""What could not be read, grouped by reason; what the reader should know of the input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from demarche.record import Article, Problem

__all__ = ["Remarks", "grouped"]

NAMED = 3
"""Names given of a group."""
LONGEST = 60
"""Characters of a name."""


def grouped(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield one line for each reason, the most frequent first, with names; of many paths only their last parts."""
    reasons: dict[str, list[str]] = {}
    for problem in problems:
        reasons.setdefault(problem.why, []).append(problem.id)
    for why, names in sorted(reasons.items(), key=lambda item: -len(item[1])):
        if len(names) == 1:
            yield f"{_short(names[0])}: {why}"
            continue
        last = list(dict.fromkeys(name.rsplit("/", 1)[-1] for name in names)) if len(names) > NAMED else names
        more = " ..." if len(last) > NAMED else ""
        yield f"{len(names)} could not be read ({', '.join(map(_short, last[:NAMED]))}{more}): {why}"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else "…" + name[1 - LONGEST :]


@dataclass(slots=True)
class Remarks:
    """Counts, while articles pass, what a person should know of them."""

    articles: int = 0
    tokenised: int = 0
    undated: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def watch(self, items: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
        """Hand the items on, and note them."""
        for item in items:
            if isinstance(item, Article):
                self.articles += 1
                self.tokenised += item.tokenised
                if item.published is None:
                    self.undated.append(item.id)
            yield item

    def lines(self) -> Iterator[str]:
        """Yield what is to be said, one line each."""
        if self.tokenised:
            words = _number(self.tokenised, self.articles)
            yield f"{words} tokenised (spaces before punctuation); read as they are, and shown so"
        if self.undated:
            words = _number(len(self.undated), self.articles)
            yield f"{words} without a date of publication; their relative times stay without days (--published DATE)"


def _number(some: int, of: int) -> str:
    if some == of:
        return "the article is" if of == 1 else f"all {of} articles are"
    return f"{some} of {of} articles {'is' if some == 1 else 'are'}"
