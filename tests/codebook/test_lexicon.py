"""Lexicons find what they hold, and nothing else."""

from __future__ import annotations

import pytest

from demarche.codebook.lexicon import (
    ActEntry,
    ActLexicon,
    DamageLexicon,
    DamagePair,
    Frame,
    Issue,
    Lexicon,
    Need,
    Pos,
    Slot,
)
from demarche.errors import CodebookError
from demarche.record import DamageKind, EventType


def issue(phrase: str, name: str = "test") -> Issue:
    """Return an issue word."""
    return Issue(phrase=tuple(phrase.split()), issue=name, weight=0.5)


def act(phrase: str, lemma: str, pos: str, *needs: str, weight: float = 0.5) -> ActEntry:
    """Return an act entry of type CONSULT."""
    return ActEntry(
        phrase=tuple(phrase.split()),
        lemma=lemma,
        pos=Pos(pos),
        needs=tuple(Need.parse(need) for need in needs),
        type=EventType.CONSULT,
        mode=None,
        frame=Frame.parse("subj>obj"),
        content=None,
        weight=weight,
    )


def test_the_longest_phrase_wins() -> None:
    """Of two phrases that start at a token, the longer is found, and what it covers is not found again."""
    lexicon = Lexicon([issue("oil"), issue("oil price"), issue("price")])
    assert [(m.start, m.end) for m in lexicon.find(["the", "Oil", "prices"], ["the", "oil", "price"])] == [(1, 3)]


def test_form_or_lemma_fits() -> None:
    """A word of a phrase fits a token by its form or by its lemma."""
    lexicon = Lexicon([issue("it was said"), issue("hostage")])
    found = lexicon.find(["It", "was", "said", "hostages"], ["it", "be", "say", "hostage"])
    assert [(m.start, m.end) for m in found] == [(0, 3), (3, 4)]


@pytest.mark.parametrize("number", ["3", "three", "1,200", "several"])
def test_a_number_sign_fits_any_number(number: str) -> None:
    """`#` in a phrase stands for a number in digits or letters."""
    assert Lexicon([issue("# years ago")]).find([number, "years", "ago"])


def test_a_number_sign_fits_no_other_word() -> None:
    """`#` does not stand for a word that is no number."""
    assert not Lexicon([issue("# years ago")]).find(["those", "years", "ago"])


def test_hyphens_may_be_tokens() -> None:
    """A hyphenated word is found as one token and as three."""
    lexicon = Lexicon([issue("cease-fire talks")])
    assert lexicon.find(["cease-fire", "talks"])
    assert lexicon.find(["cease", "-", "fire", "talks"])


def test_words_of_two_issues_give_both() -> None:
    """A phrase that two rows share gives both in one match."""
    (match,) = Lexicon([issue("dam", "water"), issue("dam", "energy")]).find(["dam"])
    assert [entry.issue for entry in match.entries] == ["water", "energy"]


def test_acts_are_found_by_head_most_specific_first() -> None:
    """Entries of a head come with the longest phrase first, then the surest."""
    lexicon = ActLexicon(
        [
            act("call", "call", "verb", weight=0.2),
            act("call off visit", "call", "verb", "prt=off", "obj=visit"),
            act("call on", "call", "verb", "obl:on", weight=0.8),
            act("call", "call", "noun"),
        ]
    )
    assert [" ".join(e.phrase) for e in lexicon.get("call", "verb")] == ["call off visit", "call on", "call"]
    assert lexicon.get("call", "adj") == ()
    assert len(lexicon.phrase("call", "noun")) == 1


def test_noun_phrases_are_found_in_a_row_of_tokens() -> None:
    """`nouns` holds the noun entries alone."""
    lexicon = ActLexicon([act("air strike", "strike", "noun"), act("strike", "strike", "verb")])
    (match,) = lexicon.nouns.find(["Air", "strikes", "strike"], ["air", "strike", "strike"])
    assert (match.start, match.end) == (0, 2)


def test_needs_say_relation_preposition_and_lemmas() -> None:
    """A need is read into its parts."""
    need = Need.parse("obl:on=alert|strike")
    assert (need.relation, need.preposition, need.lemmas) == ("obl", "on", {"alert", "strike"})
    assert Need.parse("obl:on").lemmas == frozenset()


def test_frames_are_read_in_order() -> None:
    """The slots of a side keep their order, a path its steps, `<>` means that the parties act on each other."""
    frame = Frame.parse("subj<>obl:with|to/obj.poss")
    assert frame.mutual
    assert frame.source == (Slot(relation="subj"),)
    assert frame.target == (
        Slot(relation="obl", prepositions=("with", "to")),
        Slot(relation="obj", then=Slot(relation="poss")),
    )


def test_a_side_may_be_empty() -> None:
    """A frame without target has no target slot."""
    assert Frame.parse("subj>").target == ()


@pytest.mark.parametrize("code", ["subj", "subj>dobj", "subj>obl", "subj>obj:with", "subj>obl:wiht", "subj>obl:with.x"])
def test_unknown_frames_are_refused(code: str) -> None:
    """A frame code outside the grammar is an error that says what is known."""
    with pytest.raises(CodebookError):
        Frame.parse(code)


def test_damage_is_found_both_ways() -> None:
    """A damaged wording leads to the plain one, and a plain one to what may have been made of it."""
    pair = DamagePair(
        original=("white", "house"), phrase=("white", "home"), kind=DamageKind.NAME, idiom=False, weight=0.9
    )
    lexicon = DamageLexicon([pair])
    assert lexicon.find(["White", "Home"])[0].entries == (pair,)
    assert lexicon.substitutes("white house") == (pair,)
    assert lexicon.substitutes("white home") == ()
