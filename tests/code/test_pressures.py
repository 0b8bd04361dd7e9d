"""Means that a verb tells without their name."""

from __future__ import annotations

import pytest

from demarche.code.holding import Holders
from demarche.code.pressures import Pressures
from demarche.code.sides import Sides
from demarche.code.words import Words
from demarche.record import Actor, ActorKind, LeverUse
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

BESIEGES = "Iran/Iran/PROPN/nsubj/2 besieges/besiege/VERB/root/0 Oman/Oman/PROPN/obj/2"
STOPPED = (
    "Iran/Iran/PROPN/nsubj/2 stopped/stop/VERB/root/0 giving/give/VERB/xcomp/2 Oman/Oman/PROPN/iobj/3 "
    "water/water/NOUN/obj/3"
)


@pytest.mark.parametrize(
    ("sentence", "last", "kind", "used"),
    [
        (BESIEGES, 2, "embargo and blockade", LeverUse.YES),
        (STOPPED, 3, "access", LeverUse.WITHHELD),
    ],
)
def test_a_verb_of_pressure_tells_its_means_and_both_sides(sentence, last, kind, used):
    """Who besieges another blockades him; who stops giving to him withholds what he gave."""
    reading = reading_of(tree(sentence))
    both = (mention(0, "IRN"), mention(last, "OMN"))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in both}
    sides = Sides(reading=reading, resolution=Resolution(actors=actors, mentions=both))
    words = Words.of(reading, reading.sentences[0])
    held = [*Pressures(holders=Holders(sides=sides)).told(words, reading.doc)]

    assert [(h.holder.actor, h.over.actor, h.kind, h.used) for h in held] == [("a-irn", "a-omn", kind, used)]
