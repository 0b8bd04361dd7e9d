"""An open dealing is with whom its party deals beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.code.dealings import fill_from_dealings
from demarche.record import EventType, Party, Quad, Report, Span

IRAQ = Party(actor="a-iraq", mention=None, country="IRQ")
KUWAIT = Party(actor="a-kuwait", mention=None, country="KWT")
EGYPT = Party(actor="a-egypt", mention=None, country="EGY")


def dealings():
    """Return what Iraq and Kuwait agreed in one sentence and what Iraq refuses in the next."""
    first, second = Span(start=0, end=7, text="Agreed."), Span(start=8, end=16, text="Refused.")
    agreed = Report(
        id="r1",
        type=EventType.AGREE,
        mode=None,
        contexts=(),
        quad=Quad.VERBAL_COOPERATION,
        scale=3.0,
        cameo=None,
        goldstein=None,
        trigger=first,
        sentence=first,
        sources=(IRAQ,),
        targets=(KUWAIT,),
        confidence=0.9,
    )
    refused = replace(agreed, type=EventType.REJECT, trigger=second, sentence=second, targets=())
    return agreed, refused


def test_an_open_dealing_is_with_whom_its_party_deals_beside():
    """Who refuses something in an exchange with one other refuses it to him."""
    agreed, refused = dealings()

    assert fill_from_dealings((agreed, refused))[1].targets == (KUWAIT,)


@pytest.mark.parametrize(
    ("of_agreed", "of_refused"),
    [
        ({}, {"sources": (EGYPT,)}),
        ({"targets": (KUWAIT, EGYPT)}, {}),
        ({"confidence": 0.5}, {}),
        ({"type": EventType.ASSAULT}, {}),
        ({}, {"type": EventType.ACCUSE}),
        ({}, {"type": EventType.RETREAT, "mode": "resign"}),
        ({"targets": (replace(KUWAIT, country="WORLD"),)}, {}),
    ],
)
def test_who_stands_across_is_not_guessed(of_agreed, of_refused):
    """Neither for another party, nor of several, an unsure report or a blow, nor where an act needs nobody."""
    agreed, refused = dealings()
    told = (replace(agreed, **of_agreed), replace(refused, **of_refused))

    assert fill_from_dealings(told)[1].targets == ()


def test_what_one_person_asks_for_is_asked_of_whom_he_deals_with_himself():
    """An adviser who proposes something asks nothing of whom his president met."""
    agreed, asked = dealings()
    asked = replace(asked, type=EventType.REQUEST)

    assert fill_from_dealings((agreed, asked))[1].targets == (KUWAIT,)
    assert fill_from_dealings((agreed, replace(asked, sources=(replace(IRAQ, actor="a-aide"),))))[1].targets == ()


def test_in_its_own_sentence_an_open_side_stays_open():
    """What the reader did not mark there is not there."""
    agreed, refused = dealings()

    assert fill_from_dealings((agreed, replace(refused, sentence=agreed.sentence)))[1].targets == ()
