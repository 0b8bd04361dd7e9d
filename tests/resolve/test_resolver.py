"""Who is meant, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.codebook.world import World
from demarche.record import ActorKind, Form
from demarche.resolve import Resolution, Resolver

from .readings import reading


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def named(resolution: Resolution, name: str):
    """Return the one actor of a name."""
    (found,) = [a for a in resolution.actors.values() if a.name == name]
    return found


def test_surname_joins_full_name(resolver: Resolver) -> None:
    """A surname with an honorific is the person named in full before, with his title and country."""
    read = reading(
        "Prime/ADJ/amod/2 Minister/PROPN/nmod:desc/3 Benjamin/PROPN/nsubj/5 Netanyahu/PROPN/flat/3 spoke/VERB/root/0",
        "Mr./PROPN/nmod:desc/2 Netanyahu/PROPN/nsubj/3 left/VERB/root/0",
        names=(("Benjamin Netanyahu", "PER"),),
    )
    actor = named(resolver(read), "Benjamin Netanyahu")
    assert (actor.kind, actor.country, actor.sector) == (ActorKind.PERSON, "ISR", "GOV")
    assert [m.span.text for m in actor.mentions] == ["Prime Minister Benjamin Netanyahu", "Mr. Netanyahu"]
    assert [role.title for role in actor.roles] == ["Prime Minister"]


def test_bare_surname_means_the_holder_of_the_day(resolver: Resolver) -> None:
    """The "President Bush" of 1990 is the elder, of 2003 the younger."""
    words = "President/PROPN/nmod:desc/2 Bush/PROPN/nsubj/3 left/VERB/root/0"
    elder = resolver(reading(words, names=(("Bush", "PER"),), published=date(1990, 8, 16)))
    younger = resolver(reading(words, names=(("Bush", "PER"),), published=date(2003, 3, 20)))
    assert named(elder, "George Bush").country == "USA"
    assert named(younger, "George W. Bush").country == "USA"


def test_adjective_is_nested_and_stands_for_the_state(resolver: Resolver) -> None:
    """In "Israeli farmers" the farmers are people of Israel, and the adjective inside names the state."""
    read = reading("Israeli/ADJ/amod/2 farmers/NOUN/nsubj/3 left/VERB/root/0", names=(("Israeli", "MISC"),))
    resolution = resolver(read)
    outer, inner = resolution.mentions
    assert (outer.country, outer.sector, outer.plural, outer.nested) == ("ISR", "AGR", True, False)
    assert (inner.actor, inner.form, inner.nested) == ("a-israel", Form.METONYM, True)


def test_capital_as_subject_stands_for_its_government(resolver: Resolver) -> None:
    """A capital that acts is the state; under a locative preposition it is a town and no mention."""
    acting = resolver(reading("Moscow/PROPN/nsubj/2 refused/VERB/root/0", names=(("Moscow", "LOC"),)))
    lying = resolver(
        reading("Talks/NOUN/nsubj/2 began/VERB/root/0 in/ADP/case/4 Moscow/PROPN/obl/2", names=(("Moscow", "LOC"),))
    )
    assert [m.actor for m in acting.mentions] == ["a-russia"]
    assert acting.places[0].metonym
    assert not [m for m in lying.mentions if m.actor == "a-moscow"]
    assert (lying.places[0].country, lying.places[0].metonym) == ("RUS", False)


def test_people_of_two_surnames_stay_apart(resolver: Resolver) -> None:
    """King Hussein of Jordan and Saddam Hussein of Iraq are two, and "Hussein" alone is the king."""
    read = reading(
        "Iraq/PROPN/nmod:poss/3 's/PART/case/1 Saddam/PROPN/nsubj/5 Hussein/PROPN/flat/3 left/VERB/root/0",
        "King/PROPN/nmod:desc/2 Hussein/PROPN/nsubj/5 of/ADP/case/4 Jordan/PROPN/nmod/2 came/VERB/root/0",
        "Hussein/PROPN/nsubj/2 spoke/VERB/root/0",
        names=(("Iraq", "LOC"), ("Saddam Hussein", "PER"), ("Jordan", "LOC")),
        published=date(1990, 8, 16),
    )
    resolution = resolver(read)
    by_country = {a.country: a for a in resolution.actors.values() if a.kind is ActorKind.PERSON}
    assert set(by_country) == {"IRQ", "JOR"}
    assert [m.span.text for m in by_country["JOR"].mentions] == ["King Hussein of Jordan", "Hussein"]


def test_speaker_says_i_and_we(resolver: Resolver) -> None:
    """Inside a quotation "I" is the speaker and "we" the state that he speaks for."""
    read = reading(
        "I/PRON/nsubj/2 know/VERB/ccomp/8 we/PRON/nsubj/5 will/AUX/aux/5 stay/VERB/ccomp/2 ,/PUNCT/punct/8 "
        "Netanyahu/PROPN/nsubj/8 said/VERB/root/0",
        names=(("Netanyahu", "PER"),),
        quote=("I know we will stay", "Netanyahu"),
    )
    first, we, speaker = sorted(resolver(read).mentions, key=lambda m: m.first)
    assert first.actor == speaker.actor
    assert we.actor in {"a-israel", speaker.actor}


def test_acronym_joins_long_form(resolver: Resolver) -> None:
    """An acronym is the organisation whose initials it has."""
    read = reading(
        "Free/PROPN/amod/2 Ports/PROPN/compound/3 League/PROPN/nsubj/4 met/VERB/root/0",
        "FPL/PROPN/nsubj/2 agreed/VERB/root/0",
        names=(("Free Ports League", "ORG"), ("FPL", "ORG")),
    )
    assert [m.span.text for m in named(resolver(read), "Free Ports League").mentions] == ["Free Ports League", "FPL"]


def test_same_reading_same_answer(resolver: Resolver) -> None:
    """Resolving twice gives the same resolution."""
    read = reading("Moscow/PROPN/nsubj/2 refused/VERB/root/0", names=(("Moscow", "LOC"),))
    assert resolver(read) == resolver(read)


def test_reading_without_words(resolver: Resolver) -> None:
    """An article that is all debris has nobody in it."""
    assert resolver(reading()) == Resolution()
