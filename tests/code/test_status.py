"""Whether an act is so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.code.acts import find_acts
from demarche.code.status import Judge
from demarche.codebook import load
from demarche.record import Status
from tests.code.stubs import StubReading, reading_of
from tests.code.trees import tree

CASES = {
    "did/do/AUX/aux/3 not/not/PART/advmod/3 shell/shell/VERB/root/0 Goma/Goma/PROPN/obj/3": (2, Status.DENIED),
    "Iran/Iran/PROPN/nsubj/3 will/will/AUX/aux/3 shell/shell/VERB/root/0 Goma/Goma/PROPN/obj/3": (2, Status.PLANNED),
    "Iran/Iran/PROPN/nsubj/3 could/could/AUX/aux/3 shell/shell/VERB/root/0 Goma/Goma/PROPN/obj/3": (
        2,
        Status.HYPOTHETICAL,
    ),
    "Iran/Iran/PROPN/nsubj/2 threatened/threaten/VERB/root/0 to/to/PART/mark/4 shell/shell/VERB/xcomp/2": (
        3,
        Status.THREATENED,
    ),
    "Iran/Iran/PROPN/nsubj/2 urged/urge/VERB/root/0 Oman/Oman/PROPN/obj/2 to/to/PART/mark/5 withdraw/withdraw/VERB/xcomp/2": (
        4,
        Status.PROPOSED,
    ),
    "Iran/Iran/PROPN/nsubj/2 shelled/shell/VERB/root/0 Goma/Goma/PROPN/obj/2": (1, Status.HAPPENED),
}


@pytest.mark.parametrize("sentence", CASES)
def test_grammar_says_whether_an_act_is_so(sentence):
    """Negation, modals, and the act that governs another decide against a model that takes everything as done."""
    word, status = CASES[sentence]
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {word: ("ASSAULT", 0.6)}))
    judge = Judge(load())
    reading.sentences[0].reading.status[:] = 0.1
    reading.sentences[0].reading.status[:, 0] = 0.3
    acts = find_acts(reading, reading.sentences[0], load(), floor=0.1)
    act = next(a for a in acts if a.head == word)

    assert judge.judge(doc, reading.sentences[0], act).status is status


def judged(sentence, word, kind="ASSAULT", sure=0.1):
    """Return the status of the act at a word, where the model knows nothing or is sure that it happened."""
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {word: (kind, 0.6)}))
    reading.sentences[0].reading.status[:] = 0.1
    reading.sentences[0].reading.status[:, 0] = sure
    acts = find_acts(reading, reading.sentences[0], load(), floor=0.1)
    act = next(a for a in acts if a.head == word)
    return Judge(load()).judge(doc, reading.sentences[0], act).status


def grammar(sentence, word, kind):
    """Return what says so of the act at a word."""
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {word: (kind, 0.6)}))
    acts = find_acts(reading, reading.sentences[0], load(), floor=0.1)
    act = next(a for a in acts if a.head == word)
    return Judge(load()).judge(doc, reading.sentences[0], act).why.removeprefix("grammar: ")


def test_who_flew_to_visit_somebody_visited_him():
    """A purpose is left to the model, but not that of a journey made."""
    sentence = "Oman/Oman/PROPN/nsubj/2 {}/VERB/root/0 to/to/PART/mark/4 {}/VERB/advcl/2 Iran/Iran/PROPN/obj/4"

    assert grammar(sentence.format("flew/fly", "visit/visit"), 3, "CONSULT") == "by 'flew'"
    assert grammar(sentence.format("acted/act", "attack/attack"), 3, "ASSAULT").startswith("status head")


def test_an_act_of_the_time_before_is_not_governed_by_what_is_asked():
    """What happened after an attack, or while it went on, leaves the attack as it is."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/2 urged/urge/VERB/root/0 Iran/Iran/PROPN/obj/2 to/to/PART/mark/5 "
        "help/help/VERB/xcomp/2 {}/{}/ADP/case/8 an/a/DET/det/8 attack/attack/NOUN/obl/5"
    )

    assert judged(sentence.format("after", "after"), 7) is not Status.PROPOSED
    assert judged(sentence.format("with", "with"), 7) is Status.PROPOSED


def test_what_is_being_done_goes_on():
    """A progressive is told as going on, in the passive too."""
    passive = "Goma/Goma/PROPN/nsubj:pass/4 is/be/AUX/aux/4 being/be/AUX/aux:pass/4 shelled/shell/VERB/root/0"
    active = "they/they/PRON/nsubj/3 are/be/AUX/aux/3 shelling/shell/VERB/root/0 Goma/Goma/PROPN/obj/3"

    assert judged(passive, 3) is judged(active, 2) is Status.ONGOING


def test_what_one_asks_to_know_is_not_asked_for():
    """Who is asked whether a raid was right is not asked for a raid."""
    asked = (
        "they/they/PRON/nsubj/2 asked/ask/VERB/root/0 whether/whether/SCONJ/mark/6 the/the/DET/det/5 "
        "raid/raid/NOUN/nsubj/6 ended/end/VERB/ccomp/2"
    )

    assert judged(asked, 4) is not Status.PROPOSED


def test_what_went_on_when_somebody_was_something_goes_on_no_more():
    """Who opposed a state when others were shelling it speaks of what they did then."""
    then = (
        "he/he/PRON/nsubj/4 was/be/AUX/cop/4 an/an/DET/det/4 opponent/opponent/NOUN/root/0 when/when/ADV/advmod/8 "
        "jets/jet/NOUN/nsubj/8 were/be/AUX/aux/8 shelling/shell/VERB/advcl/4 it/it/PRON/obj/8"
    )

    assert judged(then, 7) is Status.HAPPENED


def test_a_governor_decides_only_where_the_model_is_in_doubt():
    """Who plans to shell a town has a plan, unless the model is sure of the deed; "will" says more than a governor."""
    planned = "they/they/PRON/nsubj/2 plan/plan/VERB/root/0 to/to/PART/mark/4 shell/shell/VERB/xcomp/2"
    coming = "they/they/PRON/nsubj/3 will/will/AUX/aux/3 shell/shell/VERB/root/0"

    assert judged(planned, 3) is judged(coming, 2, sure=0.6) is Status.PLANNED
    assert judged(planned, 3, sure=0.6) is Status.HAPPENED


@pytest.mark.parametrize(("auxiliary", "status"), [("has", Status.ONGOING), ("was", Status.HAPPENED)])
def test_a_refusal_lasts_until_it_is_told_as_over(auxiliary, status):
    """Who has not been given access is still kept out, who was not given it was kept out then."""
    sentence = (
        f"Oman/Oman/PROPN/nsubj:pass/4 {auxiliary}/x/AUX/aux/4 not/not/PART/advmod/4 given/give/VERB/root/0 "
        "access/access/NOUN/obj/4"
    )
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {4: ("RETREAT", 0.6)}))
    act = replace(find_acts(reading, reading.sentences[0], load(), floor=0.1)[0], head=4, refused=True)

    assert Judge(load()).judge(doc, reading.sentences[0], act).status is status


def test_what_a_deed_would_be_taken_for_is_not_so():
    """A launch that would be regarded as an attack is none."""
    sentence = (
        "it/it/PRON/nsubj:pass/4 would/would/AUX/aux/4 be/be/AUX/aux:pass/4 regarded/regard/VERB/root/0 "
        "as/as/ADP/case/7 an/a/DET/det/7 attack/attack/NOUN/obl/4"
    )

    assert judged(sentence, 6, sure=0.9) is Status.HYPOTHETICAL
