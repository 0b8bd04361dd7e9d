"""Whether an act is so."""

from __future__ import annotations

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
    "Iran/Iran/PROPN/nsubj/2 cancelled/cancel/VERB/root/0 the/the/DET/det/4 visit/visit/NOUN/obj/2": (3, Status.DENIED),
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

    assert judge.judge(doc, reading.sentences[0], act, acts).status is status


def judged(sentence, word, kind="ASSAULT"):
    """Return the status of the act at a word, where the model knows nothing."""
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {word: (kind, 0.6)}))
    reading.sentences[0].reading.status[:] = 0.1
    acts = find_acts(reading, reading.sentences[0], load(), floor=0.1)
    act = next(a for a in acts if a.head == word)
    return Judge(load()).judge(doc, reading.sentences[0], act, acts).status


def grammar(sentence, word, kind):
    """Return what says so of the act at a word."""
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {word: (kind, 0.6)}))
    acts = find_acts(reading, reading.sentences[0], load(), floor=0.1)
    act = next(a for a in acts if a.head == word)
    return Judge(load()).judge(doc, reading.sentences[0], act, acts).why.removeprefix("grammar: ")


def test_what_is_answered_has_been_said():
    """A request that is denied was made."""
    denied = "Iran/Iran/PROPN/nsubj/2 denied/deny/VERB/root/0 the/the/DET/det/4 request/request/NOUN/obj/2"
    assert judged(denied, 3, "REQUEST") is Status.HAPPENED


def test_all_nouns_of_a_list_have_the_status_of_the_first():
    """The verb over a list speaks of each member of it."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/2 faced/face/VERB/root/0 shelling/shelling/NOUN/obj/2 and/and/CCONJ/cc/5 "
        "strikes/strike/NOUN/conj/3"
    )

    assert judged(sentence, 2) is judged(sentence, 4) is Status.HAPPENED


def test_a_deed_told_as_known_is_not_what_is_threatened():
    """Who warns of the consequences of this attack does not threaten to make it."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/2 threatened/threaten/VERB/root/0 Iran/Iran/PROPN/obj/2 over/over/ADP/case/6 "
        "this/this/DET/det/6 attack/attack/NOUN/obl/2"
    )

    assert judged(sentence, 5) is not Status.THREATENED
    assert judged(sentence.replace("this/this/DET", "an/a/DET"), 5) is Status.THREATENED


def test_who_flew_to_visit_somebody_visited_him():
    """A purpose is open, but not that of a journey made, nor that of help that a deed brings."""
    sentence = "Oman/Oman/PROPN/nsubj/2 {}/VERB/root/0 to/to/PART/mark/4 {}/VERB/advcl/2 Iran/Iran/PROPN/obj/4"

    assert judged(sentence.format("flew/fly", "visit/visit"), 3, "CONSULT") is Status.HAPPENED
    assert judged(sentence.format("acted/act", "support/support"), 3, "SUPPORT") is Status.ONGOING
    assert judged(sentence.format("acted/act", "attack/attack"), 3) is Status.HYPOTHETICAL


def test_a_perfect_tense_tells_what_was_done():
    """Police who are said to have shelled a town did so, whatever a model makes of the saying."""
    sentence = (
        "troops/troops/NOUN/nsubj:pass/3 are/be/AUX/aux:pass/3 said/say/VERB/root/0 to/to/PART/mark/6 "
        "have/have/AUX/aux/6 shelled/shell/VERB/xcomp/3 Goma/Goma/PROPN/obj/6"
    )

    assert judged(sentence, 5) is Status.HAPPENED


def test_an_act_of_the_time_before_is_not_governed_by_what_is_asked():
    """What happened after an attack, or while it went on, leaves the attack as it is."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/2 urged/urge/VERB/root/0 Iran/Iran/PROPN/obj/2 to/to/PART/mark/5 "
        "help/help/VERB/xcomp/2 {}/{}/ADP/case/8 an/a/DET/det/8 attack/attack/NOUN/obl/5"
    )

    assert judged(sentence.format("after", "after"), 7) is not Status.PROPOSED
    assert judged(sentence.format("with", "with"), 7) is Status.PROPOSED


def test_a_relative_clause_tells_when_its_act_is():
    """A conference which will be held is planned, and so is a series of meetings that will take place."""
    held = (
        "a/a/DET/det/2 visit/visit/NOUN/root/0 that/that/PRON/nsubj:pass/6 will/will/AUX/aux/6 be/be/AUX/aux:pass/6 "
        "held/hold/VERB/acl:relcl/2"
    )
    series = (
        "a/a/DET/det/2 series/series/NOUN/nsubj/6 of/of/ADP/case/4 visits/visit/NOUN/nmod/2 will/will/AUX/aux/6 "
        "take/take/VERB/root/0 place/place/NOUN/obj/6"
    )

    assert judged(held, 1, "CONSULT") is judged(series, 3, "CONSULT") is Status.PLANNED


def test_a_question_leaves_open_what_it_asks():
    """An auxiliary before the subject asks or sets a condition, and tells nothing as done."""
    sentence = "{0}did/do/AUX/aux/{2} Iran/Iran/PROPN/nsubj/{2} shell/shell/VERB/root/0 Goma/Goma/PROPN/obj/{2}"

    assert judged(sentence.format("", "", 3), 2) is Status.HYPOTHETICAL
    assert judged(sentence.format("why/why/ADV/advmod/4 ", "", 4), 3) is not Status.HYPOTHETICAL


def test_what_something_could_include_is_as_open_as_it_is():
    """Sanctions that a step could include, and a blow that one could try to strike, are not told as done."""
    include = (
        "that/that/PRON/nsubj/3 could/could/AUX/aux/3 include/include/VERB/root/0 imposing/impose/VERB/obj/3 "
        "sanctions/sanction/NOUN/obj/4"
    )
    attempt = "Oman/Oman/PROPN/nsubj/3 will/will/AUX/aux/3 help/help/VERB/root/0 shell/shell/VERB/xcomp/3 Goma/Goma/PROPN/obj/4"

    assert judged(include, 4, "SANCTION") is Status.HYPOTHETICAL
    assert judged(attempt, 3) is Status.PLANNED


def test_what_is_not_asked_for_stays_open():
    """Help that nobody asks for is not proposed, and raids that nobody plans are denied."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/4 does/do/AUX/aux/4 not/not/PART/advmod/4 {}/VERB/root/0 to/to/PART/mark/6 "
        "shell/shell/VERB/xcomp/4 Goma/Goma/PROPN/obj/6"
    )

    assert judged(sentence.format("plan/plan"), 5) is Status.DENIED
    assert judged(sentence.format("demand/demand"), 5) is not Status.PROPOSED


def test_the_deed_that_is_punished_was_done():
    """A raid for which somebody would be punished happened, whatever becomes of the punishment."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/3 may/may/AUX/aux/3 condemn/condemn/VERB/root/0 Iran/Iran/PROPN/obj/3 for/for/ADP/case/6 "
        "raids/raid/NOUN/obl/3"
    )

    assert judged(sentence, 5) is Status.HAPPENED


def test_a_decision_to_act_is_a_plan():
    """What has been decided is yet to be done."""
    sentence = (
        "the/the/DET/det/2 decision/decision/NOUN/root/0 to/to/PART/mark/4 shell/shell/VERB/acl/2 Goma/Goma/PROPN/obj/4"
    )

    assert judged(sentence, 3) is Status.PLANNED


def test_who_took_to_the_streets_to_protest_protested():
    """The purpose of what people do to show something is done by it."""
    sentence = (
        "Omanis/Omani/PROPN/nsubj/2 gathered/gather/VERB/root/0 to/to/PART/mark/4 protest/protest/VERB/advcl/2 "
        "Iran/Iran/PROPN/obj/4"
    )

    assert judged(sentence, 3, "PROTEST") is Status.HAPPENED


def test_who_gathered_for_a_rally_held_it():
    """A crowd that met for a protest protested, one that will meet for it has not."""
    met = (
        "crowds/crowd/NOUN/nsubj/2 gathered/gather/VERB/root/0 for/for/ADP/case/5 a/a/DET/det/5 "
        "protest/protest/NOUN/obl/2"
    )
    will = (
        "crowds/crowd/NOUN/nsubj/3 will/will/AUX/aux/3 gather/gather/VERB/root/0 for/for/ADP/case/6 a/a/DET/det/6 "
        "protest/protest/NOUN/obl/3"
    )

    assert judged(met, 4, "PROTEST") is Status.HAPPENED
    assert grammar(will, 5, "PROTEST") != "by 'gather'"


def test_what_is_being_done_goes_on():
    """A progressive in the passive, and a fight that somebody has, are told as going on."""
    passive = "Goma/Goma/PROPN/nsubj:pass/4 is/be/AUX/aux/4 being/be/AUX/aux:pass/4 shelled/shell/VERB/root/0"
    fight = "their/they/PRON/nmod:poss/2 battle/battle/NOUN/root/0 against/against/ADP/case/4 Iran/Iran/PROPN/nmod/2"

    assert judged(passive, 3) is judged(fight, 1) is Status.ONGOING


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("lifted/lift/VERB/root/0 the/the/DET/det/4", Status.HAPPENED),
        ("will/will/AUX/aux/3 lift/lift/VERB/root/0", Status.ONGOING),
    ],
)
def test_what_is_ended_has_been(verb, status):
    """A blockade that somebody lifts was there, and is there as long as he has not yet lifted it."""
    head = 2 if status is Status.HAPPENED else 3
    lifted = f"Iran/Iran/PROPN/nsubj/{head} {verb} blockade/blockade/NOUN/obj/{head}"

    assert judged(lifted, 3, "COERCE") is status


def test_a_war_goes_on_whatever_is_asked_in_it():
    """Who is urged to show progress in a war is not urged to make one, as who is urged to fight is."""
    urged = (
        "they/they/PRON/nsubj/2 urged/urge/VERB/root/0 Oman/Oman/PROPN/obj/2 to/to/PART/mark/5 win/win/VERB/xcomp/2 "
        "in/in/ADP/case/8 a/a/DET/det/8 war/war/NOUN/obl/5"
    )

    assert judged(urged, 7) is not Status.PROPOSED


def test_an_act_of_last_year_was_done():
    """A time gone by before an act says that it was."""
    attacks = (
        "he/he/PRON/nsubj/2 fears/fear/VERB/root/0 since/since/ADP/case/7 last/last/ADJ/amod/5 "
        "year/year/NOUN/nmod:poss/7 's/'s/PART/case/5 attacks/attack/NOUN/obl/2"
    )

    assert judged(attacks, 6) is Status.HAPPENED


def test_what_one_asks_to_know_is_not_asked_for():
    """Who is asked whether a raid was right is not asked for a raid."""
    asked = (
        "they/they/PRON/nsubj/2 asked/ask/VERB/root/0 whether/whether/SCONJ/mark/6 the/the/DET/det/5 "
        "raid/raid/NOUN/nsubj/6 ended/end/VERB/ccomp/2"
    )

    assert judged(asked, 4) is not Status.PROPOSED


def test_aid_that_comes_every_year_is_a_habit():
    """A sum a year, and the state that receives aid, tell of no single gift; a year ago tells of one."""
    yearly = (
        "Oman/Oman/PROPN/nsubj/2 gives/give/VERB/root/0 Iran/Iran/PROPN/iobj/2 a/a/DET/det/5 "
        "billion/billion/NOUN/obj/2 a/a/DET/det/7 year/year/NOUN/nmod:unmarked/5 in/in/ADP/case/9 aid/aid/NOUN/nmod/5"
    )
    taking = (
        "Iran/Iran/PROPN/nsubj/3 is/be/AUX/cop/3 recipient/recipient/NOUN/root/0 of/of/ADP/case/5 aid/aid/NOUN/nmod/3"
    )
    ago = (
        "Oman/Oman/PROPN/nsubj/2 gave/give/VERB/root/0 aid/aid/NOUN/obj/2 a/a/DET/det/5 year/year/NOUN/obl/6 "
        "ago/ago/ADV/advmod/2"
    )

    assert judged(yearly, 8, "AID") is judged(taking, 4, "AID") is Status.HABITUAL
    assert judged(ago, 2, "AID") is not Status.HABITUAL


def test_help_told_in_the_present_tense_is_a_habit():
    """A sentence that says what a state gives tells of a habit, one that says what it gave does not."""
    gives = "Oman/Oman/PROPN/nsubj/2 gives/give/VERB/root/0 Iran/Iran/PROPN/iobj/2 aid/aid/NOUN/obj/2 ././PUNCT/punct/2"

    assert judged(gives, 1, "AID") is Status.HABITUAL
    assert judged(gives.replace("gives", "gave", 1), 1, "AID") is not Status.HABITUAL
    assert judged(gives.removesuffix(" ././PUNCT/punct/2"), 1, "AID") is not Status.HABITUAL


def test_what_has_a_price_is_not_done_yet():
    """Who raises his price for a pullout has not pulled out."""
    price = (
        "he/he/PRON/nsubj/2 raised/raise/VERB/root/0 his/his/PRON/nmod:poss/4 price/price/NOUN/obj/2 "
        "for/for/SCONJ/case/7 the/the/DET/det/7 withdrawal/withdrawal/NOUN/obj/2"
    )

    assert judged(price, 6, "RETREAT") is Status.HYPOTHETICAL


def test_what_went_on_when_somebody_was_something_goes_on_no_more():
    """Who opposed a state when others were shelling it speaks of what they did then."""
    then = (
        "he/he/PRON/nsubj/4 was/be/AUX/cop/4 an/an/DET/det/4 opponent/opponent/NOUN/root/0 when/when/ADV/advmod/8 "
        "jets/jet/NOUN/nsubj/8 were/be/AUX/aux/8 shelling/shell/VERB/advcl/4 it/it/PRON/obj/8"
    )

    assert judged(then, 7) is Status.HAPPENED


def test_what_is_said_for_years_is_a_habit():
    """Who has urged a state for years to yield has not done so on the day of the news; for peace is no time."""
    urged = (
        "Oman/Oman/PROPN/nsubj/3 has/have/AUX/aux/3 urged/urge/VERB/root/0 Iran/Iran/PROPN/obj/3 "
        "for/for/ADP/case/6 years/year/NOUN/obl/3 to/to/PART/mark/8 yield/yield/VERB/xcomp/3"
    )

    assert judged(urged, 2, "REQUEST") is Status.HABITUAL
    assert judged(urged.replace("years/year", "peace/peace"), 2, "REQUEST") is Status.HAPPENED


def test_what_is_pictured_or_remembered_was_done():
    """Pictures and anniversaries of a march are those of one that took place."""
    pictures = (
        "they/they/PRON/nsubj/4 plan/plan/VERB/root/0 to/to/PART/mark/4 spread/spread/VERB/xcomp/2 "
        "pictures/picture/NOUN/obj/4 of/of/ADP/case/7 shelling/shelling/NOUN/nmod/5"
    )

    assert judged(pictures, 6) is Status.HAPPENED


def test_the_deed_of_which_somebody_is_accused_is_told_as_done():
    """Who faces a charge of shelling a town is not threatened with it."""
    charge = (
        "he/he/PRON/nsubj/2 faces/face/VERB/root/0 a/a/DET/det/4 charge/charge/NOUN/obj/2 of/of/SCONJ/mark/6 "
        "shelling/shell/VERB/acl/4 Goma/Goma/PROPN/obj/6"
    )

    assert judged(charge, 5) is Status.HAPPENED


def test_what_one_hopes_or_fears_will_be_is_not_planned():
    """A fear that somebody will be shelled is nobody's plan."""
    fear = (
        "we/we/PRON/nsubj/2 {}/x/VERB/root/0 they/they/PRON/nsubj/5 will/will/AUX/aux/5 shell/shell/VERB/ccomp/2 "
        "Goma/Goma/PROPN/obj/5"
    ).replace("/x/", "/{}/")

    assert judged(fear.format("fear", "fear"), 4) is Status.HYPOTHETICAL
    assert judged(fear.format("say", "say"), 4) is Status.PLANNED


def test_a_bare_verb_shares_the_auxiliary_before_it():
    """Who might seize or shell a town has done neither."""
    both = (
        "they/they/PRON/nsubj/3 might/might/AUX/aux/3 seize/seize/VERB/root/0 or/or/CCONJ/cc/5 shell/shell/VERB/conj/3 "
        "Goma/Goma/PROPN/obj/5"
    )

    assert judged(both, 4) is Status.HYPOTHETICAL
    assert judged(both.replace("shell/shell/VERB", "shelled/shell/VERB"), 4) is Status.HAPPENED


def test_somebodys_fight_and_his_hold_go_on():
    """Who seeks to join the army's fight finds one under way, and who has control of a town goes on holding it."""
    fight = (
        "they/they/PRON/nsubj/2 seek/seek/VERB/root/0 to/to/PART/mark/4 join/join/VERB/xcomp/2 "
        "our/our/PRON/nmod:poss/6 fight/fight/NOUN/obj/4 against/against/ADP/case/8 rebels/rebel/NOUN/nmod/6"
    )
    hold = (
        "he/he/PRON/nsubj/3 has/have/AUX/aux/3 had/have/VERB/root/0 control/control/NOUN/obj/3 of/of/ADP/case/6 "
        "Goma/Goma/PROPN/nmod/4"
    )

    assert judged(fight, 5) is judged(hold, 3, "COERCE") is Status.ONGOING
