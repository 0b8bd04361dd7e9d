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
    assert acts_of(GLIMMED, codebook, {1: ("ACCUSE", 0.4)}) == []


@pytest.mark.parametrize(("sentence", "word"), [(ARMED_FORCES, 2), (STATEMENT_SAID, 1)])
def test_words_of_discarded_phrases_and_documents_that_speak_report_nothing(sentence, word, codebook):
    """Armed forces arm nobody, and a release that says something releases nobody, whatever the model thinks."""
    found = acts_of(sentence, codebook, {word: ("AID", 0.95)})

    assert tree(sentence)[word].text not in {trigger for trigger, _, _ in found}
