"""Which words report an act."""

from __future__ import annotations

import pytest

from demarche.code.acts import find_acts
from demarche.codebook import load
from demarche.record import EventType
from tests.code.stubs import StubReading, reading_of
from tests.code.trees import tree

EXPELLED = "Ottawa/Ottawa/PROPN/nsubj/2 expelled/expel/VERB/root/0 diplomats/diplomat/NOUN/obj/2"
ARMED_FORCES = "Iraq/Iraq/PROPN/nsubj/2 raised/raise/VERB/root/0 armed/armed/ADJ/amod/4 forces/force/NOUN/obj/2"
STATEMENT_SAID = "the/the/DET/det/2 release/release/NOUN/nsubj/3 said/say/VERB/root/0 so/so/ADV/advmod/3"
GLIMMED = "Oslo/Oslo/PROPN/nsubj/2 glimmed/glim/VERB/root/0 Hanoi/Hanoi/PROPN/obj/2"


@pytest.fixture(scope="module")
def codebook():
    """The shipped codebook."""
    return load()


def acts_of(sentence, codebook, acts=None):
    """Return (trigger word, type, mode) of the acts of a sentence."""
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), acts))
    found = find_acts(reading, reading.sentences[0], codebook)
    return [(doc[act.head].text, act.type, act.mode) for act in found]


def test_a_word_of_the_lexicon_reports_an_act_though_the_model_is_silent(codebook):
    """A sure entry is enough, so that a word which a user adds works at once."""
    assert acts_of(EXPELLED, codebook) == [("expelled", EventType.SANCTION, "expel")]


def test_the_model_alone_reports_an_act_of_an_unknown_word(codebook):
    """Where no lexicon knows the word, a sure model is believed."""
    assert acts_of(GLIMMED, codebook, {1: ("ACCUSE", 0.9)}) == [("glimmed", EventType.ACCUSE, None)]


def test_an_unsure_model_alone_reports_nothing(codebook):
    """A guess on an unknown word is not an act."""
    assert acts_of(GLIMMED, codebook, {1: ("ACCUSE", 0.3)}) == []


@pytest.mark.parametrize(("sentence", "word"), [(ARMED_FORCES, 2), (STATEMENT_SAID, 1)])
def test_words_of_discarded_phrases_and_documents_that_speak_report_nothing(sentence, word, codebook):
    """Armed forces arm nobody, and a release that says something releases nobody, whatever the model thinks."""
    found = acts_of(sentence, codebook, {word: ("AID", 0.95)})

    assert tree(sentence)[word].text not in {trigger for trigger, _, _ in found}


POSED = (
    "Iran/Iran/PROPN/nsubj/2 poses/pose/VERB/root/0 a/a/DET/det/4 threat/threat/NOUN/obj/2 to/to/ADP/case/6 "
    "Oman/Oman/PROPN/nmod/4"
)
FORECAST = (
    "Oman/Oman/PROPN/nsubj/2 warned/warn/VERB/root/0 that/that/SCONJ/mark/6 prices/price/NOUN/nsubj/6 "
    "may/may/AUX/aux/6 rise/rise/VERB/ccomp/2"
)
NO_COMMENT = "Oman/Oman/PROPN/nsubj/2 declined/decline/VERB/root/0 to/to/PART/mark/4 comment/comment/VERB/xcomp/2"
HEARTENED = (
    "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 encouraged/encourage/VERB/root/0 by/by/ADP/case/5 "
    "Iran/Iran/PROPN/obl:agent/3"
)


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [(POSED, 3, "THREATEN"), (FORECAST, 1, "THREATEN"), (NO_COMMENT, 1, "REJECT"), (HEARTENED, 2, "REQUEST")],
)
def test_dangers_forecasts_silence_and_feelings_are_no_acts(sentence, word, kind, codebook):
    """Posing a threat threatens nobody, nor does a forecast; no comment refuses nothing; to be heartened asks nothing."""
    assert acts_of(sentence, codebook, {word: (kind, 0.9)}) == []


@pytest.mark.parametrize(
    "clause", ["it/it/PRON/nsubj/6 would/would/AUX/aux/6", "they/they/PRON/nsubj/6 will/will/AUX/aux/6"]
)
def test_to_warn_of_ones_own_deeds_is_to_threaten(clause, codebook):
    """Who warns that he will retaliate threatens, though he names nobody."""
    sentence = (
        f"Oman/Oman/PROPN/nsubj/2 warned/warn/VERB/root/0 that/that/SCONJ/mark/6 {clause} strike/strike/VERB/ccomp/2"
    )

    assert ("warned", EventType.THREATEN, None) in acts_of(sentence, codebook, {1: ("THREATEN", 0.9)})


def test_an_attack_that_kills_is_one_act_told_by_its_noun(codebook):
    """A relative clause of the same type says more of the act; its words are kept beside it for their parties."""
    sentence = (
        "an/a/DET/det/2 attack/attack/NOUN/root/0 that/that/PRON/nsubj/4 killed/kill/VERB/acl:relcl/2 "
        "Omanis/Omani/PROPN/obj/4"
    )
    doc = tree(sentence)
    reading = reading_of(doc, StubReading(len(doc), {1: ("ASSAULT", 0.8), 3: ("ASSAULT", 0.9)}))
    found = find_acts(reading, reading.sentences[0], codebook)

    assert [(doc[a.head].text, [doc[t.head].text for t in a.twins]) for a in found] == [("attack", ["killed"])]


def test_a_day_fills_no_need_of_a_phrase(codebook):
    """To call somebody on Friday is a call, and not to call on him."""
    called = (
        "Iran/Iran/PROPN/nsubj/2 called/call/VERB/root/0 Oman/Oman/PROPN/obj/2 on/on/ADP/case/5 "
        "Friday/Friday/PROPN/obl/2"
    )

    assert acts_of(called, codebook, {1: ("CONSULT", 0.7)}) == [("called", EventType.CONSULT, "phone")]


def test_to_welcome_what_was_done_is_to_support_it(codebook):
    """Only people are received; a decision that is welcomed is praised, even where the model thinks of a visit."""
    welcomed = "Iran/Iran/PROPN/nsubj/2 welcomed/welcome/VERB/root/0 the/the/DET/det/4 decision/decision/NOUN/obj/2"

    assert acts_of(welcomed, codebook, {1: ("CONSULT", 0.6)}) == [("welcomed", EventType.SUPPORT, None)]


ALERT = (
    "Ottawa/Ottawa/PROPN/nsubj/2 {verb}/{lemma}/VERB/root/0 its/its/PRON/nmod:poss/4 alert/alert/NOUN/obj/2 "
    "Tuesday/Tuesday/PROPN/obl:unmarked/2"
)


def test_what_a_verb_ends_is_not_told_as_begun(codebook):
    """An alert that is ended puts no forces on alert; one that is announced does."""
    model = {1: ("RETREAT", 0.9), 3: ("MOBILIZE", 0.9)}
    ended = acts_of(ALERT.format(verb="ended", lemma="end"), codebook, model)
    assert [(word, type_) for word, type_, _ in ended] == [("ended", EventType.RETREAT)]
    announced = acts_of(ALERT.format(verb="announced", lemma="announce"), codebook, {3: ("MOBILIZE", 0.9)})
    assert ("alert", EventType.MOBILIZE) in [(word, type_) for word, type_, _ in announced]


WOUNDED = (
    "girls/girl/NOUN/nsubj/5 and/and/CCONJ/cc/4 badly/badly/ADV/advmod/4 wounded/wound/VERB/conj/1 "
    "men/man/NOUN/conj/1 left/leave/VERB/root/0"
)


def test_a_participle_before_its_noun_tells_no_act(codebook):
    """Badly wounded men are wounded by nobody in this sentence, though a parser takes the word for a verb."""
    assert "wounded" not in {word for word, _, _ in acts_of(WOUNDED, codebook, {3: ("ASSAULT", 0.9)})}
