"""Who holds what means over whom."""

from __future__ import annotations

import pytest

from demarche.code.levers import _is_means, find_levers
from demarche.codebook import load
from demarche.record import Actor, ActorKind, LeverUse
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

IMPOSED = (
    "France/France/PROPN/nsubj/2 imposed/impose/VERB/root/0 sanctions/sanction/NOUN/obj/2 on/on/ADP/case/5 "
    "Iran/Iran/PROPN/nmod/3"
)
LIFTED = IMPOSED.replace("imposed/impose", "lifted/lift")
MAY_IMPOSE = (
    "France/France/PROPN/nsubj/3 may/may/AUX/aux/3 impose/impose/VERB/root/0 sanctions/sanction/NOUN/obj/3 "
    "on/on/ADP/case/6 Iran/Iran/PROPN/nmod/4"
)
WITHHELD = (
    "France/France/PROPN/nsubj/2 withheld/withhold/VERB/root/0 aid/aid/NOUN/obj/2 from/from/ADP/case/5 "
    "Iran/Iran/PROPN/obl/2"
)
POSSESSED = "Iran/Iran/PROPN/nsubj/2 possesses/possess/VERB/root/0 missiles/missile/NOUN/obj/2"
HELD = "Iran/Iran/PROPN/nsubj/2 holds/hold/VERB/root/0 French/french/ADJ/amod/4 hostages/hostage/NOUN/obj/2"
OCCUPIED = "Iran/Iran/PROPN/nsubj/2 occupies/occupy/VERB/root/0 Oman/Oman/PROPN/obj/2"
DEPENDS = (
    "Oman/Oman/PROPN/nsubj/2 depends/depend/VERB/root/0 on/on/ADP/case/5 Iranian/iranian/ADJ/amod/5 "
    "water/water/NOUN/obl/2"
)
UNRELATED = "France/France/PROPN/nsubj/2 has/have/VERB/root/0 beaches/beach/NOUN/obj/2"


def levers_of(sentence, *mentions):
    """Return holder, over and use of each lever."""
    reading = reading_of(tree(sentence))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in mentions}
    resolution = Resolution(actors=actors, mentions=mentions)
    return [(lever.holder, lever.over, lever.used) for lever in find_levers(reading, load(), (), resolution)]


@pytest.mark.parametrize(
    ("sentence", "last", "use"),
    [
        (IMPOSED, 4, LeverUse.YES),
        (LIFTED, 4, LeverUse.LIFTED),
        (MAY_IMPOSE, 5, LeverUse.THREATENED),
        (WITHHELD, 4, LeverUse.WITHHELD),
    ],
)
def test_the_verb_says_what_is_done_with_the_means(sentence, last, use):
    """Sanctions are in use when imposed, lifted when lifted, threatened when they may come; aid can be withheld."""
    assert levers_of(sentence, mention(0, "FRA"), mention(last, "IRN")) == [("a-fra", "a-irn", use)]


def test_weapons_are_a_lever_in_the_cupboard():
    """Who merely has missiles holds a means that he does not use, over nobody in particular."""
    assert levers_of(POSSESSED, mention(0, "IRN")) == [("a-irn", None, LeverUse.NO)]


def test_hostages_press_the_country_they_come_from():
    """French hostages are a means over France in the hand of those who hold them."""
    assert levers_of(HELD, mention(0, "IRN"), mention(2, "FRA")) == [("a-irn", "a-fra", LeverUse.YES)]


def test_occupation_is_a_lever():
    """Who occupies a land holds it over its owner."""
    assert levers_of(OCCUPIED, mention(0, "IRN"), mention(2, "OMN")) == [("a-irn", "a-omn", LeverUse.YES)]


def test_dependence_is_a_lever_of_the_giver():
    """Who depends on another's water can be pressed by him, though he is not."""
    assert levers_of(DEPENDS, mention(0, "OMN"), mention(3, "IRN")) == [("a-irn", "a-omn", LeverUse.NO)]


def test_what_presses_nobody_is_no_lever():
    """Owning what nobody needs is no means of pressure."""
    assert levers_of(UNRELATED, mention(0, "FRA")) == []


def test_what_another_noun_is_about_is_no_means():
    """Arms inspectors hold no arms, but a supply of arms is arms."""
    inspectors = tree(
        "arms/arm/NOUN/compound/2 inspectors/inspector/NOUN/root/0 arms/arm/NOUN/compound/4 supply/supply/NOUN/conj/2"
    )

    assert [_is_means(t) for t in inspectors] == [False, True, True, True]
