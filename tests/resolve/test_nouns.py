"""Which nouns name people, and who belongs to whom, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

import pytest

from demarche.codebook.world import World
from demarche.record import ActorKind
from demarche.resolve import Resolution, ResolvedMention, Resolver

from .readings import reading


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def headed(resolution: Resolution, text: str, word: str) -> ResolvedMention | None:
    """Return the mention whose head is the first word of a text that is written so."""
    return resolution.headed_by([token.split("/")[0] for token in text.split()].index(word))


def test_count_without_a_noun_is_of_people(resolver: Resolver) -> None:
    """Dozens who are killed, and a bare number of the killed, are people of the place."""
    text = (
        "The/DET/det/2 army/NOUN/nsubj/3 killed/VERB/root/0 dozens/NOUN/obj/3 and/CCONJ/cc/6 wounded/VERB/conj/3 "
        "14/NUM/obj/6 in/ADP/case/9 Iraq/PROPN/obl/6"
    )
    found = resolver(reading(text, names=(("Iraq", "LOC"),)))
    people = [headed(found, text, "dozens"), headed(found, text, "14")]
    assert [(m.country, m.plural, m.actor) for m in people if m] == [("IRQ", True, None), ("IRQ", True, None)]


def test_those_are_people_where_a_clause_tells_which(resolver: Resolver) -> None:
    """The word "those" is a mention with a clause and none without."""
    text = "He/PRON/nsubj/2 praised/VERB/root/0 those/PRON/obj/2 who/PRON/nsubj/5 fled/VERB/acl:relcl/3"
    bare = "He/PRON/nsubj/2 praised/VERB/root/0 those/PRON/obj/2"
    assert headed(resolver(reading(text)), text, "those") is not None
    assert headed(resolver(reading(bare)), bare, "those") is None


def test_capitalised_plural_of_people_is_a_noun(resolver: Resolver) -> None:
    """Islamists are people, though the reader takes the word for a name, and Members are those of their council."""
    text = "Radical/ADJ/amod/2 Islamists/PROPN/nsubj/3 attacked/VERB/root/0"
    found = headed(resolver(reading(text, names=(("Islamists", "MISC"),))), text, "Islamists")
    assert found is not None
    assert (found.sector, found.plural) == ("REB", True)


def test_opponents_of_an_army_are_not_of_its_country(resolver: Resolver) -> None:
    """The opponents of commanders in Iraq are people of Iraq, those of a candidate of his country."""
    abroad = (
        "U.S./PROPN/compound/2 commanders/NOUN/nsubj/5 in/ADP/case/4 Iraq/PROPN/nmod/2 met/VERB/root/0 "
        "their/PRON/nmod:poss/7 opponents/NOUN/obj/5"
    )
    found = headed(resolver(reading(abroad, names=(("U.S.", "LOC"), ("Iraq", "LOC")))), abroad, "opponents")
    home = "President/PROPN/nmod:desc/2 Putin/PROPN/nsubj/3 met/VERB/root/0 his/PRON/nmod:poss/5 opponents/NOUN/obj/3"
    own = headed(resolver(reading(home, names=(("Putin", "PER"),))), home, "opponents")
    assert (found and found.country, own and own.country) == ("IRQ", "RUS")


def test_countrys_rulers_are_not_of_who_acts_on_them(resolver: Resolver) -> None:
    """When one state urges "the country's rulers", another one is meant."""
    text = (
        "Iraq/PROPN/nsubj/2 reeled/VERB/root/0 and/CCONJ/cc/5 France/PROPN/nsubj/5 urged/VERB/conj/2 the/DET/det/7 "
        "country/NOUN/nmod:poss/9 's/PART/case/7 rulers/NOUN/obj/5"
    )
    found = headed(resolver(reading(text, names=(("Iraq", "LOC"), ("France", "LOC")))), text, "rulers")
    assert found is not None
    assert found.country == "IRQ"


def test_terrorists_are_of_those_they_are_said_to_belong_to(resolver: Resolver) -> None:
    """Terrorists "associated with ISIL" bear its code."""
    text = "Terrorists/NOUN/nsubj/5 associated/VERB/acl/1 with/ADP/case/4 ISIL/PROPN/obl/2 fled/VERB/root/0"
    found = headed(resolver(reading(text, names=(("ISIL", "ORG"),))), text, "Terrorists")
    assert found is not None
    assert found.country == "ISIS"


def test_land_after_people_is_theirs_wherever_the_tree_hangs_it(resolver: Resolver) -> None:
    """Protesters "in Egypt" are Egyptian also where the tree hangs the land on the verb."""
    text = (
        "Protesters/NOUN/nsubj/4 in/ADP/case/3 Egypt/PROPN/obl/4 thanked/VERB/root/0 Twitter/PROPN/obj/4 of/ADP/case/8 "
        "American/ADJ/amod/8 fame/NOUN/nmod/5"
    )
    names = (("Egypt", "LOC"), ("Twitter", "ORG"), ("American", "MISC"))
    found = headed(resolver(reading(text, names=names)), text, "Protesters")
    assert found is not None
    assert found.country == "EGY"


def test_where_somebody_was_born_is_not_whose_he_is(resolver: Resolver) -> None:
    """A "German-born wife" is no German, and her husband's title is not hers."""
    text = (
        "Gen./PROPN/nmod:desc/2 Saadi/PROPN/nmod:poss/7 's/PART/case/2 German/ADJ/compound/6 -/PUNCT/punct/4 "
        "born/ADJ/amod/7 wife/NOUN/nsubj/9 Helma/PROPN/appos/7 left/VERB/root/0"
    )
    found = resolver(reading(text, names=(("Saadi", "PER"), ("German", "MISC"), ("Helma", "PER"))))
    assert {(a.country, a.sector) for a in found.actors.values() if a.name == "Helma"} == {(None, None)}


def test_noun_before_a_name_is_part_of_it(resolver: Resolver) -> None:
    """An immigrant and his name just after are one mention, with the country of the noun."""
    text = "Guinea/PROPN/compound/2 immigrant/NOUN/nsubj/5 Amadou/PROPN/nsubj/5 Diallo/PROPN/flat/3 left/VERB/root/0"
    found = resolver(reading(text, names=(("Guinea", "LOC"), ("Amadou Diallo", "PER"))))
    (person,) = [m for m in found.mentions if not m.nested]
    assert (person.first, person.last, person.country) == (0, 4, "GIN")


def test_person_takes_the_place_of_his_town(resolver: Resolver) -> None:
    """In "criticized Tulsa, Okla., police officer Shelby" the officer is criticized, and not the town."""
    text = (
        "He/PRON/nsubj/2 criticized/VERB/root/0 Tulsa/PROPN/obj/2 ,/PUNCT/punct/5 Okla./PROPN/appos/3 ,/PUNCT/punct/8 "
        "police/NOUN/compound/8 officer/NOUN/appos/3 Betty/PROPN/appos/8 Shelby/PROPN/flat/9"
    )
    names = (("Tulsa", "LOC"), ("Okla.", "LOC"), ("Betty Shelby", "PER"))
    found = headed(resolver(reading(text, names=names)), text, "Tulsa")
    assert found is not None
    assert (found.actor, found.sector) == ("a-betty-shelby", "COP")


def test_name_after_near_is_a_place(resolver: Resolver) -> None:
    """What the reader takes for a person after "near" and an overlooked first word is a town."""
    text = "Near/ADP/case/2 Ayn/PROPN/obl/5 Isa/PROPN/flat/2 strikes/NOUN/nsubj/5 fell/VERB/root/0"
    found = resolver(reading(text, names=(("Isa", "PER"),)))
    assert [p.name for p in found.places] == ["Ayn Isa"]
    assert {a.kind for a in found.actors.values()} == {ActorKind.PLACE}


def test_body_written_small_is_the_one_of_the_tables(resolver: Resolver) -> None:
    """The international criminal court needs no capitals."""
    text = (
        "The/DET/det/4 international/ADJ/amod/4 criminal/ADJ/amod/4 court/NOUN/nsubj/5 met/VERB/root/0 "
        "Mr./PROPN/nmod:desc/7 Bashir/PROPN/obj/5"
    )
    found = headed(resolver(reading(text, names=(("Bashir", "PER"),))), text, "court")
    assert found is not None
    assert found.country == "ICC"


def test_foreign_secretaries_have_a_country(resolver: Resolver) -> None:
    """The "Foreign, Home and Defence Secretaries" are of the country that speaks, not of several."""
    text = (
        "The/DET/det/5 Foreign/ADJ/amod/5 and/CCONJ/cc/4 Home/PROPN/conj/2 Secretaries/NOUN/nsubj/6 agreed/VERB/root/0"
    )
    before = "The/DET/det/2 UK/PROPN/nsubj/3 welcomes/VERB/root/0 it/PRON/obj/3"
    found = resolver(reading(before, text, names=(("UK", "LOC"),)))
    (secretaries,) = [m for m in found.mentions if m.plural]
    assert secretaries.country == "GBR"


def test_friends_share_the_possessor_of_a_list(resolver: Resolver) -> None:
    """In "his family and friends" both are his."""
    text = (
        "President/PROPN/nmod:desc/2 Putin/PROPN/nsubj/3 met/VERB/root/0 his/PRON/nmod:poss/5 family/NOUN/obj/3 "
        "and/CCONJ/cc/7 friends/NOUN/conj/5"
    )
    found = headed(resolver(reading(text, names=(("Putin", "PER"),))), text, "friends")
    assert found is not None
    assert found.country == "RUS"
