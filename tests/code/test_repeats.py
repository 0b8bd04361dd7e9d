"""Acts told again take their parties from where these are told."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.repeats import fill_from_repeats
from demarche.record import EventPlace, EventType, Party, Quad, Report, Span, Status
from tests.code.stubs import reading_of
from tests.code.trees import tree

TEXT = "invaded/invade/VERB/root/0 invasions/invasion/NOUN/obj/1"
IRAQ = Party(actor="a-iraq", mention=None, country="IRQ")
KUWAIT = Party(actor="a-kuwait", mention=None, country="KWT")
EGYPT = Party(actor="a-egypt", mention=None, country="EGY")


def reports(reading):
    """Return a sure report with both parties and one that names the doer alone."""
    whole = reading.sentences[0].sentence.span
    told = Report(
        id="r1",
        type=EventType.ASSAULT,
        mode=None,
        contexts=(),
        quad=Quad.MATERIAL_CONFLICT,
        scale=-9.0,
        cameo=None,
        goldstein=None,
        trigger=Span.of(reading.article.text, 0, 7),
        sentence=whole,
        sources=(IRAQ,),
        targets=(KUWAIT,),
        confidence=0.9,
    )
    return told, replace(told, id="r2", trigger=Span.of(reading.article.text, 8, 17), targets=())


def test_a_noun_of_the_same_act_takes_its_parties():
    """The invasion is that of whom another sentence says that he was invaded, and the reason names its words."""
    reading = reading_of(tree(TEXT))
    filled = fill_from_repeats(reading, reports(reading))[1]

    assert filled.targets == (KUWAIT,)
    assert filled.why[-1] == "parties as with “invaded” at 0"


def test_what_somebody_fears_lends_nothing_to_what_is_so():
    """The parties of a feared invasion are not those of the one that happened."""
    reading = reading_of(tree(TEXT))
    feared, bare = reports(reading)

    assert fill_from_repeats(reading, (replace(feared, status=Status.HYPOTHETICAL), bare))[1].targets == ()


def test_nobody_is_lent_to_himself():
    """A report in which one actor stands on both sides lends nothing."""
    reading = reading_of(tree(TEXT))
    told, bare = reports(reading)

    assert fill_from_repeats(reading, (replace(told, targets=(KUWAIT, IRAQ)), bare))[1].targets == ()


def test_a_bare_noun_is_lent_to_no_other_sentence():
    """Of those of whom nobody knows more than a noun another sentence says nothing."""
    reading = reading_of(tree(TEXT))
    told, bare = reports(reading)
    crowd = Party(actor=None, mention=None, country=None)

    assert fill_from_repeats(reading, (replace(told, targets=(crowd,)), bare))[1].targets == ()


def test_a_blow_in_another_country_is_another_blow():
    """Aggression in Egypt is not that which Kuwait suffered from the same doer."""
    reading = reading_of(tree(TEXT))
    told, bare = reports(reading)
    egypt = EventPlace(name="Cairo", country="EGY")

    assert fill_from_repeats(reading, (told, replace(bare, place=egypt)))[1].targets == ()


def test_nothing_is_lent_from_far_away():
    """In a chronicle the next blow of the same doer is another one."""
    reading = reading_of(tree(TEXT))
    told, bare = reports(reading)
    between = (replace(bare, type=EventType.CONSULT, sources=(EGYPT,)),) * 40

    assert fill_from_repeats(reading, (told, *between, bare))[-1].targets == ()
