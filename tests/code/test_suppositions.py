"""What is only supposed."""

from __future__ import annotations

from demarche.code.suppositions import governing, is_imagined
from tests.code.trees import tree

COULD = (
    "France/France/PROPN/nsubj/3 could/could/AUX/aux/3 sue/sue/VERB/root/0 ,/,/PUNCT/punct/5 "
    "pushing/push/VERB/advcl/3 Iran/Iran/PROPN/obj/5"
)
SAY = "Say/say/VERB/root/0 France/France/PROPN/nsubj/3 demanded/demand/VERB/ccomp/1 talks/talk/NOUN/obj/3"
THEY_SAY = "They/they/PRON/nsubj/2 say/say/VERB/root/0 France/France/PROPN/nsubj/4 demanded/demand/VERB/ccomp/2"


def test_a_clause_without_a_doer_belongs_to_the_verb_above():
    """What somebody does by pushing belongs to what he does."""
    assert [t.text for t in governing(tree(COULD)[4])] == ["pushing", "sue"]


def test_what_could_be_done_is_imagined():
    """An act that could be done, be it by another, is only thought."""
    assert is_imagined(tree(COULD)[4])
    assert not is_imagined(tree(COULD.replace("could/could", "did/do"))[4])


def test_what_the_reader_is_bidden_to_suppose_is_imagined():
    """To bid somebody to say that France demanded it supposes it; that they say so tells it."""
    assert is_imagined(tree(SAY)[2])
    assert not is_imagined(tree(THEY_SAY)[3])
