"""Acts told again take their parties from where these are told."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.repeats import fill_from_repeats
from demarche.record import EventType, Party, Quad, Report, Span
from tests.code.stubs import reading_of
from tests.code.trees import tree

TEXT = "invaded/invade/VERB/root/0 aggression/aggression/NOUN/obj/1"
IRAQ = Party(actor="a-iraq", mention=None, country="IRQ")
KUWAIT = Party(actor="a-kuwait", mention=None, country="KWT")


def reports(reading, confidence):
    """Return a report with both parties, of this confidence, and one that names the doer alone."""
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
        confidence=confidence,
    )
    return told, replace(told, id="r2", trigger=Span.of(reading.article.text, 8, 18), targets=())


def test_a_hostile_act_of_a_known_doer_may_have_another_name():
    """Iraqi aggression is the invasion of which a sure report tells."""
    reading = reading_of(tree(TEXT))

    assert fill_from_repeats(reading, reports(reading, 0.9))[1].targets == (KUWAIT,)


def test_an_unsure_report_lends_its_parties_to_no_other_word():
    """A guess is not spread over the article."""
    reading = reading_of(tree(TEXT))

    assert fill_from_repeats(reading, reports(reading, 0.3))[1].targets == ()
