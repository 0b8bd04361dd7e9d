"""The words of a sentence, and the rules that they call."""

from __future__ import annotations

from demarche.code.words import Rules, Words
from tests.code.stubs import reading_of
from tests.code.trees import tree

SENTENCE = "They/they/PRON/nsubj/2 meeting/meet/VERB/root/0 Leaders/leader/NOUN/obj/2"


def called(*rows):
    """Return the words that call rules, with the rules."""
    reading = reading_of(tree(SENTENCE))
    return list(Rules(*rows).at(Words.of(reading, reading.sentences[0])))


def test_a_word_calls_rules_by_its_form_and_its_lemma():
    """Either will do, in lower case, and a rule that both name is called once."""
    assert called(({"meeting", "meet"}, "a"), ({"leader"}, "b")) == [(1, "a"), (2, "b")]


def test_rules_of_one_word_speak_in_the_order_of_their_table():
    """The table decides which rule goes first, not which name of the word called it."""
    assert called(({"meet"}, "first"), ({"meeting"}, "second")) == [(1, "first"), (1, "second")]


def test_words_of_no_rule_call_none():
    """A sentence without any of the words costs nothing."""
    assert called(({"attack"}, "a")) == []
