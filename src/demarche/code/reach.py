"""Who stands above an act in its sentence: who only tells of it or hears of it, or does something about it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.code.syntax import (
    AT_HAND,
    EARLIER,
    OCCASION,
    SUBJECTS,
    case_of,
    children,
    first_listed,
    is_listed,
    is_part_of,
    is_passive,
    subjects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Token

__all__ = [
    "REPORTING",
    "climbing",
    "doing_about",
    "is_aside",
    "is_below",
    "is_beside",
    "is_reason",
    "is_told_above",
    "is_within_reach",
]

CLAUSES = frozenset({"advcl", "ccomp", "acl:relcl", "parataxis", "csubj"})
"""Clauses with parties of their own; an infinitive or participle shares those of the verb above it."""

REPORTING = frozenset(
    "say tell report add announce claim state declare believe think know note argue warn insist confirm deny explain "
    "acknowledge admit suggest indicate predict allege assert maintain stress emphasize reveal write quote inform "
    "notify assure remind fear hope expect".split()
)
"""Verbs whose clause is somebody's words or thought; who speaks and who listens is outside what is told."""
BY_MEANS_OF = frozenset({"by", "with", "through", "via"})
ASIDE = frozenset({"advcl", "acl:relcl", "parataxis"})
REASONS = frozenset({"because", "although", "though", "whereas", "unless", "since", "while"})
OCCASIONS = frozenset({"when", "after"})
BESIDE = frozenset({"obj", "obl", "obl:arg", "xcomp", "iobj"})
"""Labels under a verb of what its other arguments may do or suffer."""
SHARING = frozenset({"xcomp", "advcl", "conj", "acl"})
"""Labels of verbs that share the arguments of the verb above where they have no subject."""
SPELLS = frozenset("day week month year decade hour time series round number wave string set".split())
"""Nouns of how long or how often it was what stands under their `of`."""
MAX_CLIMB = 12


def is_told_above(word: Token, act: Token) -> bool:
    """Whether a noun stands in the clause that only tells of the act: its speaker, or those who are told.

    "A policeman told reporters that rebels had attacked", "The raid failed, a spokesman said".
    """
    if _is_in_tag(word, act):
        return True
    for below, above in _climb(act):
        if below.dep_ == "ccomp" and above.lemma_.lower() in REPORTING:
            return not is_below(word, below)
        if _is_in_tag(word, above) and not _is_in_tag(act, above):
            return True
    return False


def doing_about(word: Token, act: Token) -> Token | None:
    """Return the active verb above an act whose subject a noun is: who does something about the act."""
    if is_below(word, act):
        return None
    above = (verb for _, verb in _climb(act) if verb.pos_ == "VERB" and not is_passive(verb))
    return next((verb for verb in above if any(is_part_of(word, doer) for doer in subjects(verb))), None)


def is_aside(word: Token, act: Token) -> bool:
    """Whether a noun stands in a clause beside an act that has a subject of its own ("was shot as crowds filled it").

    Who does what comes before a blow may strike it ("were killed when troops opened fire"). What a noun names has no
    party in a phrase of its clause that only says when it was ("after his speech protests broke out"), but may have one
    in a clause about itself ("a day of protest in which thousands marched").
    """
    for below, above in _steps(word):
        if below == act or below.is_ancestor(act):
            return False
        if below.dep_ in ASIDE and children(below, *SUBJECTS, "nsubj:pass"):
            return not (_is_occasion(below, act) or (below.dep_ == "acl:relcl" and is_part_of(act, above)))
        if above == act:
            return False
        if below.dep_ in {"obl", "nmod"} and act.pos_ == "NOUN" and case_of(below) in EARLIER:
            return True
    return False


def is_within_reach(word: Token, noun: Token) -> bool:
    """Whether a word stands in the phrase of a noun, or is an argument of the verb whose object or oblique it is.

    The verb shares those of the verbs above, where it has no subject of its own ("met them to continue the talks"). Who
    only reports what a noun names is outside ("the agency reported explosions"), or does something on its occasion.
    """
    top = noun
    while is_listed(top) or top.dep_ == "appos" or _is_spell(top):
        top = top.head
    if is_below(word, top):
        return True
    listed, verb = first_listed(word), top.head
    reported = top.dep_ == "obj" and verb.lemma_.lower() in REPORTING
    if top.dep_ not in BESIDE or reported or case_of(top) in OCCASION:
        return listed == verb
    while verb not in {listed, listed.head}:
        if verb.dep_ not in SHARING or children(verb, *SUBJECTS, "nsubj:pass"):
            return False
        verb = verb.head
    return True


def _is_spell(noun: Token) -> bool:
    """Whether a noun stands under the `of` of a time or number of it ("two years of war")."""
    return noun.dep_ == "nmod" and case_of(noun) == "of" and noun.head.lemma_.lower() in SPELLS


def is_reason(act: Token, word: Token) -> bool:
    """Whether a verb only tells why, or in spite of what, a clause above is so in which a noun stands."""
    for below, above in _steps(act):
        if below == word or below.is_ancestor(word):
            return False
        marks = {m.norm_.lower() for m in children(below, "mark")}
        if below.dep_ == "advcl" and not marks.isdisjoint(REASONS) and is_below(word, above):
            return True
    return False


def _is_occasion(clause: Token, act: Token) -> bool:
    """Whether a clause tells what somebody did when a verb was done."""
    marks = {m.norm_.lower() for m in children(clause, "mark", "advmod")}
    return act.pos_ == "VERB" and not is_passive(clause) and not marks.isdisjoint(OCCASIONS)


def is_beside(word: Token, act: Token) -> bool:
    """Whether a noun stands outside the innermost clause of an act ("Hearing of a raid, they called ...")."""
    return not is_below(word, _clause_of(act))


def _clause_of(token: Token) -> Token:
    """Return the word that heads the innermost clause of a word; a later verb with its own subject heads one."""
    for below, above in _steps(token):
        later = below.dep_ == "conj" and below.pos_ == "VERB" and bool(children(below, *SUBJECTS))
        if below.dep_ in CLAUSES or later:
            return below
        token = above
    return token


def _is_in_tag(word: Token, told: Token) -> bool:
    """Whether a word stands in the clause that names the speaker beside what is told ("he failed, they said")."""
    return any(is_below(word, tag) for tag in _tags(told))


@lru_cache(maxsize=AT_HAND)
def _tags(told: Token) -> Sequence[Token]:
    """The verbs of telling beside what is told; all words of the sentence ask for them."""
    return tuple(c for c in children(told, "parataxis") if c.lemma_.lower() in REPORTING)


def climbing(token: Token) -> Iterator[Token]:
    """Yield the words above a word within its relative clause, the nearest first, but for those done by its means."""
    yield from (above for below, above in _climb(token) if case_of(below) not in BY_MEANS_OF)


def _climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the steps up from a word within its relative clause."""
    for below, above in _steps(token):
        if below.dep_ == "acl:relcl":
            return
        yield below, above


def _steps(token: Token) -> Iterator[tuple[Token, Token]]:
    for _ in range(MAX_CLIMB):
        above = token.head
        if above == token:
            return
        yield token, above
        token = above


def is_below(word: Token, top: Token) -> bool:
    """Whether a word is another one, or stands somewhere below it."""
    return bool(top == word or top.is_ancestor(word))
