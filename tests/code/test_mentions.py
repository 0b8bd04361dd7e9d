"""From a noun to the mention that it stands for."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.mentions import mention_of
from demarche.resolve import Resolution, ResolvedPlace
from tests.code.stubs import mention
from tests.code.trees import tree


def test_a_group_goes_before_the_country_where_it_is():
    """The "al-Qaida cell" of Iraq is al-Qaida, not Iraq; without a name it is Iraq's."""
    cell = "Iraq/Iraq/PROPN/nmod:poss/4 's/'s/PART/case/1 al-Qaida/al-Qaida/PROPN/amod/4 cell/cell/NOUN/root/0"
    iraq, group = mention(0, "IRQ"), mention(2, "ALQAEDA")

    assert mention_of(tree(cell)[3], Resolution(mentions=(iraq, group))) == group
    assert mention_of(tree(cell)[3], Resolution(mentions=(iraq,))) == iraq


def test_a_noun_is_its_whole_modifier():
    """Officers of the Iraqi police are the police, not Iraq."""
    officers = "Iraqi/Iraqi/ADJ/amod/3 police/police/NOUN/compound/3 officers/officer/NOUN/root/0"
    police = replace(mention(1, "IRQ", first=0, last=2), actor="a-police")
    iraqi = mention(0, "IRQ")

    assert mention_of(tree(officers)[2], Resolution(mentions=(police, iraqi))) == police


def test_a_place_in_a_clause_below_a_noun_is_not_the_noun():
    """An attempt to divide Iraq is no place in Iraq."""
    attempt = "attempt/attempt/NOUN/root/0 to/to/PART/mark/3 divide/divide/VERB/acl/1 Iraq/Iraq/PROPN/obj/3"
    place = ResolvedPlace(first=3, last=4, name="Iraq", country="IRQ", lat=None, lon=None, precision="country")

    assert mention_of(tree(attempt)[0], Resolution(places=(place,))) is None


def test_a_partner_is_not_the_one_whose_he_is():
    """Foes and partners stand across from their owner, whose other nouns stand for him."""
    doc = tree("Iran/Iran/PROPN/nmod:poss/2 rivals/rival/NOUN/root/0 Iran/Iran/PROPN/nmod:poss/4 tanks/tank/NOUN/dep/2")
    resolution = Resolution(actors={}, mentions=(mention(0, "IRN"), mention(2, "IRN")), places=())

    assert mention_of(doc[1], resolution) is None
    assert mention_of(doc[3], resolution) == mention(2, "IRN")


def test_people_in_a_country_are_not_the_country():
    """Individuals in Britain are people there."""
    doc = tree("individuals/individual/NOUN/root/0 in/in/ADP/case/3 Britain/Britain/PROPN/nmod/1")
    place = ResolvedPlace(first=2, last=3, name="Britain", country="GBR", lat=None, lon=None, precision="country")
    found = mention_of(doc[0], Resolution(mentions=(mention(2, "GBR"),), places=(place,)))

    assert found is not None
    assert (found.first, found.last, found.actor, found.country) == (0, 1, None, "GBR")
