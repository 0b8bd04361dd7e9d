"""What came of an ask."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.answers import Demand, find_answer
from demarche.code.sides import Side, Sides
from demarche.record import Outcome, Sentence, Span
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

ASK = (
    "France/France/PROPN/nsubj/2 urged/urge/VERB/root/0 Iran/Iran/PROPN/obj/2 to/to/PART/mark/5 "
    "withdraw/withdraw/VERB/xcomp/2 troops/troop/NOUN/obj/5 ././PUNCT/punct/2 "
)
TROOPS = " to/to/PART/mark/11 withdraw/withdraw/VERB/xcomp/9 troops/troop/NOUN/obj/11"
AGREED = "Iran/Iran/PROPN/nsubj/9 agreed/agree/VERB/root/0" + TROOPS
REFUSED = "Iran/Iran/PROPN/nsubj/9 refused/refuse/VERB/root/0" + TROOPS
OTHER = "Oman/Oman/PROPN/nsubj/9 refused/refuse/VERB/root/0" + TROOPS
FEW = "Few/few/ADJ/nsubj/9 complied/comply/VERB/root/0 with/with/ADP/case/12 the/the/DET/det/12 order/order/NOUN/obl/9"


def outcome_of(second, country="IRN"):
    """Return the outcome of France's ask of Iran, of which the first seven words tell."""
    reading = reading_of(tree(ASK + second))
    text = reading.article.text.rstrip()
    cut = reading.doc[7].idx
    spans = [(0, 7, text[: cut - 1], 0), (7, len(reading.doc), text[cut:], cut)]
    sentences = tuple(
        replace(
            reading.sentences[0],
            sentence=Sentence(span=Span(start=at, end=at + len(words), text=words), paragraph=0),
            first=first,
            last=last,
        )
        for first, last, words, at in spans
    )
    reading = replace(reading, sentences=sentences)
    mentions = (mention(0, "FRA"), mention(2, "IRN"), mention(7, country))
    sides = Sides(reading=reading, resolution=Resolution(mentions=mentions))
    demand = Demand(
        asker=Side(actor="a-fra", codes=frozenset({"a-fra", "FRA"})),
        asked=Side(actor="a-irn", codes=frozenset({"a-irn", "IRN"})),
        first=1,
        last=6,
    )
    return find_answer(demand, sides, ()).outcome


def test_agreeing_to_the_same_accepts():
    """The one who was asked agrees to what was asked."""
    assert outcome_of(AGREED) is Outcome.ACCEPTED


def test_refusing_the_same_refuses():
    """The one who was asked refuses what was asked."""
    assert outcome_of(REFUSED) is Outcome.REFUSED


def test_somebody_elses_refusal_is_no_answer():
    """What another refuses says nothing of the ask: the text is silent."""
    assert outcome_of(OTHER, "OMN") is Outcome.UNKNOWN


def test_hardly_anybody_complying_is_a_refusal():
    """That few of them complied tells that the order was refused."""
    assert outcome_of(FEW) is Outcome.REFUSED


def test_what_is_asked_again_is_no_answer():
    """A word of compliance under "must" or "urged" is what is wanted, not what was done."""
    again = "Iran/Iran/PROPN/nsubj/10 must/must/AUX/aux/10 agree/agree/VERB/root/0" + TROOPS.replace(
        "/11", "/12"
    ).replace("/9", "/10")

    assert outcome_of(again) is Outcome.UNKNOWN
