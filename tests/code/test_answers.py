"""What came of an ask."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.answers import Demand, _is_asked_side, find_answer
from demarche.code.sides import Side, Sides
from demarche.record import Actor, ActorKind, Outcome, Sentence, Span
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
NO_WORD = "There/there/PRON/expl/9 was/be/VERB/root/0 no/no/DET/det/11 decision/decision/NOUN/nsubj/9 on/on/ADP/case/13 troops/troop/NOUN/nmod/11"
READY = "Iran/Iran/PROPN/nsubj/10 is/be/AUX/cop/10 willing/willing/ADJ/root/0 to/to/PART/mark/12 withdraw/withdraw/VERB/xcomp/10"
UNTIL = "until/until/SCONJ/mark/10 Iran/Iran/PROPN/nsubj/10 complies/comply/VERB/root/0"
AGREES_THAT = (
    "Iran/Iran/PROPN/nsubj/9 agreed/agree/VERB/root/0 that/that/SCONJ/mark/13 there/there/PRON/expl/13 "
    "was/be/AUX/aux/13 hope/hope/VERB/ccomp/9"
)


def outcome_of(second, country="IRN", extra=None):
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
    mentions = (mention(0, "FRA"), mention(2, "IRN"), mention(7, country), *([extra] if extra else []))
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


def test_no_decision_leaves_an_ask_open():
    """Where the text says that nothing was decided, the ask is pending."""
    assert outcome_of(NO_WORD) is Outcome.PENDING


def test_readiness_is_half_an_answer():
    """Who says that he is willing has accepted in words and done nothing yet."""
    assert outcome_of(READY) is Outcome.PARTLY


def test_a_condition_is_no_answer():
    """To say "until they comply" tells what is wanted, not that it was done."""
    assert outcome_of(UNTIL) is Outcome.UNKNOWN


def test_an_opinion_shared_is_no_consent():
    """To agree that something is so does not accept what was asked."""
    assert outcome_of(AGREES_THAT) is Outcome.UNKNOWN


def test_nobody_answers_his_own_ask():
    """What the asker himself insists on is no refusal of what he asked."""
    own = "France/France/PROPN/nsubj/9 insisted/insist/VERB/root/0" + TROOPS

    assert outcome_of(own, "FRA") is Outcome.UNKNOWN


def test_at_home_only_the_camp_that_was_asked_answers():
    """What the opposition refuses is no answer of the government to the protesters of one country."""
    iran = frozenset({"IRN"})
    protesters, ruler, rivals = (Side(actor=f"a-{name}", codes=iran) for name in ("crowd", "ruler", "rivals"))
    actors = {
        "a-ruler": Actor(id="a-ruler", name="ruler", kind=ActorKind.PERSON, country="IRN", sector="GOV"),
        "a-rivals": Actor(id="a-rivals", name="rivals", kind=ActorKind.PEOPLE, country="IRN", sector="OPP"),
    }
    sides = Sides(reading=reading_of(tree("Oman/Oman/PROPN/root/0")), resolution=Resolution(actors=actors))
    demand = Demand(asker=protesters, asked=ruler, first=0, last=1)

    assert _is_asked_side(ruler, demand, sides)
    assert not _is_asked_side(rivals, demand, sides)


def test_the_refusal_of_somebody_elses_requests_is_no_answer():
    """Who rejected the requests of Oman has not thereby answered France."""
    others = (
        "Iran/Iran/PROPN/nsubj/9 rejected/reject/VERB/root/0 Omani/omani/ADJ/amod/11 requests/request/NOUN/obj/9 "
        "to/to/PART/mark/13 withdraw/withdraw/VERB/acl/11 troops/troop/NOUN/obj/13"
    )
    assert outcome_of(others, extra=mention(9, "OMN")) is Outcome.UNKNOWN
    assert outcome_of(others) is Outcome.REFUSED


def test_what_somebody_may_be_weighing_is_no_answer():
    """A guess that somebody may be considering a thing is no half answer."""
    considers = "Iran/Iran/PROPN/nsubj/10 may/may/AUX/aux/10 consider/consider/VERB/root/0 troops/troop/NOUN/obj/10"
    assert outcome_of(considers) is Outcome.UNKNOWN


def test_an_answer_to_something_else_is_none():
    """Who complies right after an ask has answered it; who complies with a law has not."""
    complies = "Iran/Iran/PROPN/nsubj/9 complies/comply/VERB/root/0"
    assert outcome_of(complies) is Outcome.ACCEPTED
    assert outcome_of(complies + " with/with/ADP/case/11 law/law/NOUN/obl/9") is Outcome.UNKNOWN
