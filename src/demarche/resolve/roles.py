"""What the text says of a person's office: the title before the name, the apposition after or around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.codebook.world import Country, NameKind, Organisation
from demarche.resolve.phrase import Badge, Phrase, badge_of
from demarche.resolve.ties import is_aside
from demarche.resolve.view import DETERMINED

if TYPE_CHECKING:
    from demarche.resolve.names import Named
    from demarche.resolve.titles import Title, Titles
    from demarche.resolve.view import View

__all__ = ["Said", "appositions", "roles_of"]

REACH = 14
"""Words after a name and its comma in which an apposition is read when the tree does not show it."""
ENDING = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"})
RELATIVES = frozenset({"who", "which", "whose", "where"})
CLOSING = frozenset((",", ".", "”", '"', ")", ";"))
SEVERAL = 2
ADDRESSED = frozenset({"to", "on"})
"""An ambassador to a country acts for another, and an expert on it may be of any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words `first` to `last`, half-open, that give a person an office; `owner` is the head of the possessor there.

    `whose` is the side that the words name, None where they name none.
    """

    first: int
    last: int
    head: int
    title: Title
    whose: Badge | None
    owner: int | None
    before: bool


def roles_of(phrase: Phrase, view: View, names: Sequence[Named], titles: Titles) -> Iterator[Said]:
    """Yield what is said of a person in and around one of his names."""
    if phrase.core is None:
        return
    if phrase.first < phrase.core[0]:
        before = (phrase.first, phrase.core[0], phrase.core[0] - 1)
        yield from _said(before, view, names, titles, before=True)
    for words in appositions(phrase, view):
        yield from _said(words, view, names, titles, before=False)


def appositions(phrase: Phrase, view: View) -> Iterator[tuple[int, int, int]]:
    """Yield the noun phrases that stand in apposition to a name, before it or after it: first, last and head."""
    head = phrase.head
    seen = False
    for kid in view.children(head, "appos"):
        if kid > head and view.pos[kid] != "PROPN" and _stands_apart(kid, view):
            for noun in (kid, *(k for k in view.children(kid, "conj") if view.pos[k] == "NOUN")):
                yield view.start_of(noun), view.end_of(noun, plain=True), noun
            seen = True
    above = view.heads[head]
    for noun in _in_list(phrase, view):
        yield view.start_of(noun), view.end_of(noun, plain=True), noun
        seen = True
    if _is_named_after(phrase, view):
        yield view.start_of(above), view.end_of(above, plain=True), above
        seen = True
    if not seen:
        yield from _linear(phrase, view)


def _in_list(phrase: Phrase, view: View) -> list[int]:
    """Return what somebody is, where the tree takes it for others ("Ali, the king's aide and a former pilot, said")."""
    nouns = [k for k in view.children(phrase.head, "conj") if k > phrase.last and view.pos[k] == "NOUN"]
    if len(nouns) < SEVERAL or view.start_of(nouns[0]) != phrase.last + 1:
        return []
    closed = [view.words[at : at + 1] for at in (phrase.last, view.end_of(nouns[-1], plain=True))]
    return nouns if closed == [[","], [","]] and view.low[view.start_of(nouns[-1])] in {"a", "an"} else []


def _is_named_after(phrase: Phrase, view: View) -> bool:
    """Say whether a name stands behind the noun that says who he is ("the alliance's commander, General Fabre")."""
    head, above = phrase.head, view.heads[phrase.head]
    if above >= head or view.pos[above] != "NOUN":
        return False
    return view.dep[head] == "appos" or (view.dep[head] == "flat" and view.words[phrase.first - 1] == ",")


def _stands_apart(head: int, view: View) -> bool:
    """Say whether a noun is an apposition and no second subject, as in "Carter, Iraqi Prime Minister Discuss"."""
    start, end = view.start_of(head), view.end_of(head, plain=True)
    owned = any(view.dep[k] == "nmod:poss" for k in view.kids[head])
    return owned or view.low[start] in DETERMINED or view.closed(end) or bool(view.children(head, "acl:relcl"))


def _linear(phrase: Phrase, view: View) -> Iterator[tuple[int, int, int]]:
    first = phrase.last + 1
    if first >= len(view.words) or view.words[first - 1] != "," or view.sentence[first] != view.sentence[phrase.head]:
        return
    end = first
    while end < min(len(view.words), first + REACH) and not _ends(end, view):
        end += 1
    closed = end < len(view.words) and (view.words[end] in CLOSING or view.low[end] in RELATIVES)
    if end > first and closed and view.pos[first] in {"DET", "NOUN", "ADJ", "PRON", "PROPN"}:
        yield first, end, end - 1


def _ends(word: int, view: View) -> bool:
    """Say whether an apposition cannot go on at a word; it does over the mark in "Franco-German"."""
    return view.low[word] in RELATIVES or (view.pos[word] in ENDING and view.words[word] != "-")


def _said(
    words: tuple[int, int, int], view: View, names: Sequence[Named], titles: Titles, *, before: bool
) -> Iterator[Said]:
    first, last, head = words
    title = titles.find(view.words, view.past_owner(first, head), last)
    if title is None:
        return
    title = titles.in_body(title, view.words, names)
    whose = next((badge_of(n.row) for n in _sides(first, last, title, view, names) if n.row is not None), None)
    owner = next((k for k in view.children(title.last - 1, "nmod:poss") if view.pos[k] in {"PRON", "PROPN"}), None)
    if owner is None and view.low[first] in {"his", "her", "their", "its"}:
        owner = first
    yield Said(first=first, last=last, head=head, title=title, whose=whose, owner=owner, before=before)


def _sides(first: int, last: int, title: Title, view: View, names: Sequence[Named]) -> list[Named]:
    """Return the names in a title's words that tell whose it is: those before it first, none that it is sent to."""
    inside = [n for n in names if first <= n.first and n.last <= last and isinstance(n.row, Country | Organisation)]
    kept = [
        n
        for n in inside
        if not is_aside(n.first, n.last, view)
        and not (
            n.first >= title.last
            and view.low[n.first - 1] in ADDRESSED | {"the"}
            and ADDRESSED & set(view.low[title.last : n.first])
        )
    ]
    return sorted(kept, key=lambda n: (n.first >= title.last, n.kind is NameKind.METONYM, -n.first))
