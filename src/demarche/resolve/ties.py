"""Which names hang on which nouns: "Iraqi" on "troops", "Syria" on "president of Syria"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.resolve.names import Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.resolve.view import View

__all__ = ["MODIFYING", "OWNING", "WITHIN", "Tie", "is_aside", "is_description", "restriction", "ties"]

MODIFYING = frozenset("compound amod nmod:desc det nummod".split())
"""Labels of a name that stands before another noun."""
OWNING = ("amod", "compound", "nmod:poss", "nmod:desc", "nmod")
"""Labels of a name that says whose the noun above it is, the surest first."""
OWNING_CASES = frozenset((None, "of", "from", "in", "for", "at"))
WITHIN = frozenset("compound amod nmod:desc flat fixed goeswith dep".split())
"""Labels of words inside a noun phrase."""
LIVING = frozenset({"people", "citizen", "resident"})
CLIMBING = ("compound", "amod")
HYPHENS = frozenset("-‑")
TOWARDS = frozenset("anti pro".split())
SAID_OF = frozenset("language speaking made born".split())
"""Words after a name and a hyphen by which it only describes something ("German-born")."""
HELPED = SAID_OF | frozenset("backed supported funded financed sponsored trained armed".split())
"""Words after a name and a hyphen by which it says who helps somebody or what he speaks, and not whose he is."""

DESCENT = frozenset("descent origin ancestry heritage extraction parentage roots".split())
"""Words after a name by which it only says where somebody's people came from ("of Cuban descent")."""

WARS = frozenset("war wars veteran veterans".split())
"""Words before which a land is only where a war was fought ("Vietnam veterans")."""

Tie = tuple[int, Named]
"""The place of a label in `OWNING`, and the name."""


def ties(names: Sequence[Named], view: View) -> dict[int, list[Tie]]:
    """Map each word to the names that hang on it, the closest kind of tie first."""
    found: dict[int, list[Tie]] = {}
    for name in names:
        for above, label in _above(name, view):
            found.setdefault(above, []).append((OWNING.index(label), name))
    return {word: sorted(ties, key=lambda tie: tie[0]) for word, ties in found.items()}


def is_aside(first: int, last: int, view: View) -> bool:
    """Say whether a name only tells whom people are for or against, who helps them, or what they speak.

    So does that of a war in which they fought.
    """
    low = view.low
    before = first > 1 and low[first - 1] in HYPHENS and low[first - 2] in TOWARDS
    if last < len(low) and (low[last] in DESCENT or (low[last] in WARS and view.pos[last - 1] == "PROPN")):
        return True
    return before or (last + 1 < len(low) and low[last] in HYPHENS and low[last + 1] in HELPED)


def is_description(last: int, view: View) -> bool:
    """Say whether a name that ends before a word is only part of what something is like ("German-born")."""
    return last + 1 < len(view.low) and view.low[last] in HYPHENS and view.low[last + 1] in SAID_OF


def _above(name: Named, view: View) -> Iterator[tuple[int, str]]:
    """Yield the words that a name hangs on: "service" and "members" for "U.S. service members"."""
    head = view.head_of(name.first, name.last)
    above, label = view.heads[head], view.dep[head]
    if label == "conj" and view.dep[above] in WITHIN:
        above, label = view.heads[above], view.dep[above]
    if above == head or name.first <= above < name.last or label not in OWNING:
        return
    loose = head > above and view.case(head) is None  # "the regime and its backers, notably Russia"
    if label == "nmod" and (loose or view.case(head) not in OWNING_CASES):
        return
    yield above, label
    while label in CLIMBING and view.dep[above] in CLIMBING and view.heads[above] > above:
        above = view.heads[above]
        yield above, label


def restriction(word: int, view: View, names: Sequence[Named]) -> list[str]:
    """Return "in Kuwait", "of Syria" after people who are only told by where they live."""
    if view.lemmas[word].lower() not in LIVING and not view.words[word][:1].isupper():
        return []
    for kid in view.children(word, "nmod"):
        name = next((n for n in names if n.first <= kid < n.last and n.row is not None), None)
        if name and view.case(kid) in {"in", "of"}:
            return [view.case(kid) or "", view.text(name.first, name.last)]
    return []
