"""What a text says of how two sides get on."""

from __future__ import annotations

import pytest

from demarche.code.tone import find_tones
from demarche.record import Actor, ActorKind
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

STRAINED = (
    "ties/tie/NOUN/nsubj/6 between/between/ADP/case/3 Oman/Oman/PROPN/nmod/1 and/and/CCONJ/cc/5 Iran/Iran/PROPN/conj/3 "
    "soured/sour/VERB/root/0"
)
TENSE = (
    "tense/tense/ADJ/amod/2 relations/relation/NOUN/root/0 between/between/ADP/case/4 Oman/Oman/PROPN/nmod/2 "
    "and/and/CCONJ/cc/6 Iran/Iran/PROPN/conj/4"
)
UNREAL = (
    "it/it/PRON/nsubj/3 could/could/AUX/aux/3 strain/strain/VERB/root/0 ties/tie/NOUN/obj/3 "
    "between/between/ADP/case/6 Oman/Oman/PROPN/nmod/4 and/and/CCONJ/cc/8 Iran/Iran/PROPN/conj/6"
)
EASED = (
    "they/they/PRON/nsubj/2 eased/ease/VERB/root/0 tensions/tension/NOUN/obj/2 between/between/ADP/case/5 "
    "Oman/Oman/PROPN/nmod/3 and/and/CCONJ/cc/7 Iran/Iran/PROPN/conj/5"
)
AT_HOME = "sectarian/sectarian/ADJ/amod/2 tensions/tension/NOUN/root/0 in/in/ADP/case/4 Iran/Iran/PROPN/nmod/2"


def tones(sentence, *mentions):
    """Return dyad, sign and evidence of each tone of a sentence."""
    reading = reading_of(tree(sentence))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in mentions}
    found = find_tones(reading, Resolution(actors=actors, mentions=mentions), (), 0)
    return [(i.dyad, i.sign, i.evidence.text) for i in found]


@pytest.mark.parametrize(
    ("sentence", "places", "sign"),
    [(STRAINED, (2, 4), -1), (TENSE, (3, 5), -1), (EASED, (4, 6), 1)],
)
def test_a_word_on_the_ties_of_two_is_a_sign(sentence, places, sign):
    """Ties that soured and tense relations strain; tensions that were eased ease."""
    found = tones(sentence, mention(places[0], "OMN"), mention(places[1], "IRN"))
    assert [(dyad, s) for dyad, s, _ in found] == [(("OMN", "IRN"), sign)]


def test_what_could_strain_ties_has_not_strained_them():
    """What is only feared is no sign."""
    assert tones(UNREAL, mention(5, "OMN"), mention(7, "IRN")) == []


def test_tensions_inside_one_country_are_no_matter_of_two():
    """A tone needs two sides."""
    assert tones(AT_HOME, mention(3, "IRN")) == []
