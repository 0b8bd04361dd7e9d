"""Whose people are where the words leave it out, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.codebook.world import World
from demarche.resolve import Resolution, Resolver

from .readings import reading


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def country_of(resolution: Resolution, word: str, text: str) -> str | None:
    """Return the country of the first mention whose head is a word."""
    words = text.split()
    at = next(i for i, token in enumerate(words) if token.split("/")[0] == word)
    found = resolution.headed_by(at)
    assert found is not None
    return found.country


def test_civilians_are_where_they_were_killed_not_where_the_speaker_is_from(resolver: Resolver) -> None:
    """Civilians killed around Mosul, as a Russian spokesman says, are people of Iraq."""
    text = (
        "A/DET/det/4 Russian/ADJ/amod/4 military/ADJ/amod/4 spokesman/NOUN/nsubj/5 accused/VERB/root/0 "
        "the/DET/det/7 pilots/NOUN/obj/5 of/SCONJ/mark/9 killing/VERB/advcl/5 60/NUM/nummod/11 civilians/NOUN/obj/9 "
        "around/ADP/case/13 Mosul/PROPN/obl/9"
    )
    read = reading(text, names=(("Russian", "MISC"), ("Mosul", "LOC")))
    assert country_of(resolver(read), "civilians", text) == "IRQ"


def test_opposition_is_not_of_those_who_only_look_on(resolver: Resolver) -> None:
    """The opposition of which American officials say what should happen in Egypt is Egypt's."""
    first = "Egypt/PROPN/nsubj/2 shook/VERB/root/0 with/ADP/case/4 protests/NOUN/obl/2 in/ADP/case/6 Egypt/PROPN/obl/2"
    text = (
        "U.S./PROPN/compound/2 officials/NOUN/nsubj/3 said/VERB/root/0 the/DET/det/5 opposition/NOUN/nsubj/7 "
        "should/AUX/aux/7 talk/VERB/ccomp/3"
    )
    resolution = resolver(reading(first, text, names=(("Egypt", "LOC"), ("U.S.", "LOC"))))
    mention = next(m for m in resolution.mentions if m.head == len(first.split()) + 4)
    assert mention.country == "EGY"


def test_officials_are_of_the_only_country_of_a_text(resolver: Resolver) -> None:
    """Bare "officials" get the country of a text that is about one only, and none where it is about two."""
    officials = "Officials/NOUN/nsubj/2 investigated/VERB/root/0 it/PRON/obj/2"
    one = reading("A/DET/det/2 bomb/NOUN/nsubj/3 exploded/VERB/root/0 in/ADP/case/5 France/PROPN/obl/3", officials,
                  names=(("France", "LOC"),))  # fmt: skip
    two = reading("France/PROPN/nsubj/2 met/VERB/root/0 Germany/PROPN/obj/2", officials,
                  names=(("France", "LOC"), ("Germany", "LOC")))  # fmt: skip
    assert [m.country for m in resolver(one).mentions if m.head == 5] == ["FRA"]
    assert [m.country for m in resolver(two).mentions if m.head == 3] == [None]


def test_people_whom_nothing_tells_are_of_no_country(resolver: Resolver) -> None:
    """Mere "people" who are urged to give are not those of the land that needs it."""
    text = (
        "Haiti/PROPN/nsubj/2 shook/VERB/root/0 ;/PUNCT/punct/2 he/PRON/nsubj/5 urged/VERB/parataxis/2 "
        "people/NOUN/obj/5 to/PART/mark/8 give/VERB/xcomp/5"
    )
    assert country_of(resolver(reading(text, names=(("Haiti", "LOC"),))), "people", text) is None


def test_militants_are_of_the_only_armed_group_of_a_text(resolver: Resolver) -> None:
    """Where one armed group is named, "the militants" are its men, wherever they are."""
    first = "Hamas/PROPN/nsubj/2 fired/VERB/root/0 rockets/NOUN/obj/2"
    text = "The/DET/det/2 militants/NOUN/nsubj/3 fled/VERB/root/0"
    mentions = resolver(reading(first, text, names=(("Hamas", "ORG"),))).mentions
    assert mentions[0].actor == mentions[-1].actor == "a-hamas"


def test_ministers_are_of_the_country_after_of(resolver: Resolver) -> None:
    """The representatives of the ministers of foreign affairs of Iran act for Iran, and no magazine is meant."""
    text = (
        "Representatives/NOUN/nsubj/10 of/ADP/case/4 the/DET/det/4 Ministers/PROPN/nmod/1 of/ADP/case/7 "
        "Foreign/PROPN/compound/7 Affairs/PROPN/nmod/4 of/ADP/case/9 Iran/PROPN/nmod/4 met/VERB/root/0"
    )
    resolution = resolver(reading(text, names=(("Ministers of Foreign Affairs", "ORG"), ("Iran", "LOC"))))
    assert country_of(resolution, "Representatives", text) == "IRN"
    assert country_of(resolution, "Ministers", text) == "IRN"


def test_queen_is_no_president(resolver: Resolver) -> None:
    """A monarch's title means the monarch of a kingdom of the text, not the head of a republic."""
    text = "Haiti/PROPN/nsubj/2 thanked/VERB/root/0 Britain/PROPN/obj/2 and/CCONJ/cc/6 the/DET/det/6 Queen/PROPN/conj/3"
    resolution = resolver(reading(text, names=(("Haiti", "LOC"), ("Britain", "LOC")), published=date(2010, 1, 14)))
    assert country_of(resolution, "Queen", text) == "GBR"


def test_statement_in_the_present_is_its_governments_own(resolver: Resolver) -> None:
    """Where a text opens with "The United Kingdom welcomes", its "we" is the United Kingdom."""
    first = "The/DET/det/3 United/PROPN/compound/3 Kingdom/PROPN/nsubj/4 welcomes/VERB/root/0 it/PRON/obj/4"
    text = "We/PRON/nsubj/2 agree/VERB/root/0"
    resolution = resolver(reading(first, text, names=(("United Kingdom", "LOC"),)))
    assert [m.country for m in resolution.mentions if m.head == 5] == ["GBR"]


def test_coalition_of_a_war_is_the_american_led_one(resolver: Resolver) -> None:
    """What a text on Syria calls "The Coalition" is the one that fights there; elsewhere it is nobody's in particular."""
    war = "The/DET/det/2 Coalition/PROPN/nsubj/3 supports/VERB/root/0 Syria/PROPN/obj/3"
    home = "The/DET/det/2 Coalition/PROPN/nsubj/3 supports/VERB/root/0 Australia/PROPN/obj/3"
    there = resolver(reading(war, names=(("Coalition", "ORG"), ("Syria", "LOC"))))
    here = resolver(reading(home, names=(("Coalition", "ORG"), ("Australia", "LOC"))))
    assert there.mentions[0].country == "COALITION"
    assert here.mentions[0].country is None


def test_names_in_a_text_without_capitals_are_found(resolver: Resolver) -> None:
    """Where nothing is written with a capital, "colombian" still names Colombia."""
    text = "colombian/ADJ/amod/2 soldiers/NOUN/nsubj/3 left/VERB/root/0"
    assert country_of(resolver(reading(text)), "soldiers", text) == "COL"


def test_adviser_acts_for_the_state_of_his_chief(resolver: Resolver) -> None:
    """A special adviser to the American ambassador acts for the United States, wherever he speaks."""
    first = "Israel/PROPN/nsubj/2 spoke/VERB/root/0"
    text = (
        "Noam/PROPN/nsubj/11 Levy/PROPN/flat/1 ,/PUNCT/punct/1 special/ADJ/amod/5 adviser/NOUN/appos/1 "
        "to/ADP/case/7 Ambassador/PROPN/nmod/5 Colin/PROPN/flat/7 Powell/PROPN/flat/7 ,/PUNCT/punct/5 left/VERB/root/0"
    )
    names = (("Israel", "LOC"), ("Noam Levy", "PER"), ("Colin Powell", "PER"))
    resolution = resolver(reading(first, text, names=names, published=date(2003, 1, 1)))
    assert [a.country for a in resolution.actors.values() if a.name == "Noam Levy"] == ["USA"]


def test_group_is_the_body_named_after_it(resolver: Resolver) -> None:
    """What is called "The group" before a comma and a name is the body of that name, not the one spoken of before."""
    first = "Hamas/PROPN/nsubj/2 left/VERB/root/0"
    text = (
        "The/DET/det/2 group/NOUN/nsubj/8 ,/PUNCT/punct/2 Human/PROPN/compound/6 Rights/PROPN/compound/6 "
        "Watch/PROPN/appos/2 ,/PUNCT/punct/2 spoke/VERB/root/0"
    )
    resolution = resolver(reading(first, text, names=(("Hamas", "ORG"), ("Human Rights Watch", "ORG"))))
    assert [m.actor for m in resolution.mentions if m.head == 3] == ["a-human-rights-watch"]


def test_some_arabs_are_of_their_country(resolver: Resolver) -> None:
    """Those called "Sunni Arabs" in a text on Iraq are people of Iraq and not the Arab states."""
    text = "Sunni/ADJ/amod/2 Arabs/PROPN/nsubj/3 live/VERB/root/0 in/ADP/case/5 Iraq/PROPN/obl/3"
    resolution = resolver(reading(text, names=(("Arabs", "MISC"), ("Iraq", "LOC"))))
    assert country_of(resolution, "Arabs", text) == "IRQ"


def test_acronym_in_a_text_is_of_the_name_that_it_shortens_there(resolver: Resolver) -> None:
    """Where a text names the Syrian Arab Coalition, its "SAC" is no other body so shortened."""
    first = "The/DET/det/4 Syrian/ADJ/amod/4 Arab/ADJ/amod/4 Coalition/PROPN/nsubj/5 left/VERB/root/0 ./PUNCT/punct/5"
    text = "The/DET/det/2 SAC/PROPN/nsubj/3 spoke/VERB/root/0"
    resolution = resolver(reading(first, text, names=(("Syrian Arab Coalition", "ORG"), ("SAC", "ORG"))))
    assert [m.actor for m in resolution.mentions if m.head == 7] == ["a-syrian-arab-coalition"]


def test_a_crew_flies_the_flag_of_its_vessel(resolver: Resolver) -> None:
    """The pilot of an American aircraft that was shot down over Cuba is an American."""
    text = (
        "Guns/NOUN/nsubj/2 hit/VERB/root/0 an/DET/det/5 American/ADJ/amod/5 aircraft/NOUN/obj/2 over/ADP/case/7 "
        "Cuba/PROPN/obl/2 and/CCONJ/cc/9 killed/VERB/conj/2 its/PRON/nmod:poss/11 pilot/NOUN/obj/9"
    )
    read = reading(text, names=(("American", "MISC"), ("Cuba", "LOC")))
    assert country_of(resolver(read), "pilot", text) == "USA"


def test_gunmen_are_where_they_fight_not_of_their_victims(resolver: Resolver) -> None:
    """Gunmen who seize an Italian are of the country where things happen."""
    first = (
        "An/DET/det/3 Italian/ADJ/amod/3 reporter/NOUN/nsubj/4 vanished/VERB/root/0 in/ADP/case/6 Baghdad/PROPN/obl/4"
    )
    text = "Gunmen/NOUN/nsubj/2 seized/VERB/root/0 the/DET/det/5 Italian/ADJ/amod/5 reporter/NOUN/obj/2"
    resolution = resolver(reading(first, text, names=(("Italian", "MISC"), ("Baghdad", "LOC"))))
    assert next(m for m in resolution.mentions if m.head == 6).country == "IRQ"


def test_detainees_are_not_of_the_state_that_holds_them(resolver: Resolver) -> None:
    """Detainees of an American agency get no country where no place tells one."""
    text = "The/DET/det/3 American/ADJ/amod/3 army/NOUN/nsubj/4 holds/VERB/root/0 detainees/NOUN/obj/4"
    assert country_of(resolver(reading(text, names=(("American", "MISC"),))), "detainees", text) is None


def test_who_is_against_somebody_is_not_of_his_country(resolver: Resolver) -> None:
    """Anti-Russian demonstrators in Miami are people of the United States."""
    text = (
        "Anti/ADJ/amod/3 -/PUNCT/punct/3 Russian/ADJ/amod/4 demonstrators/NOUN/nsubj/5 marched/VERB/root/0 "
        "in/ADP/case/7 Miami/PROPN/obl/5"
    )
    read = reading(text, names=(("Russian", "MISC"), ("Miami", "LOC")))
    assert country_of(resolver(read), "demonstrators", text) == "USA"


def test_people_are_where_an_area_is_named_by_its_town(resolver: Resolver) -> None:
    """Whom troops of one land helped to arrest in a suburb of a town of another is of that one."""
    text = (
        "In/ADP/case/3 a/DET/det/3 suburb/NOUN/obl/10 of/ADP/case/5 Baghdad/PROPN/nmod/3 forces/NOUN/nsubj/10 "
        "backed/VERB/acl/6 by/ADP/case/9 Americans/PROPN/obl/7 beat/VERB/root/0 civilians/NOUN/obj/10"
    )
    read = reading(text, names=(("Baghdad", "LOC"), ("Americans", "MISC")))
    assert country_of(resolver(read), "civilians", text) == "IRQ"


def test_a_building_lies_where_it_stands_not_with_those_who_act_there(resolver: Resolver) -> None:
    """A mosque that troops of one land raid in a town of another is of that one."""
    text = (
        "In/ADP/case/2 Baghdad/PROPN/obl/4 Americans/PROPN/nsubj/4 raided/VERB/root/0 a/DET/det/7 Shia/ADJ/amod/7 "
        "mosque/NOUN/obj/4"
    )
    read = reading(text, names=(("Baghdad", "LOC"), ("Shia", "MISC"), ("Americans", "MISC")))
    assert country_of(resolver(read), "mosque", text) == "IRQ"


def test_marines_are_americans_where_a_text_speaks_of_the_united_states(resolver: Resolver) -> None:
    """Marines killed in an Iraqi town are of the United States, of which the text speaks, and not of Iraq."""
    sentences = (
        "American/ADJ/amod/2 forces/NOUN/nsubj/3 attacked/VERB/root/0",
        "Iraqi/ADJ/amod/2 police/NOUN/nsubj/3 waited/VERB/root/0",
        "Iraqi/ADJ/amod/2 police/NOUN/nsubj/3 watched/VERB/root/0",
        "Iraqi/ADJ/amod/2 soldiers/NOUN/nsubj/3 came/VERB/root/0",
        "Two/NUM/nummod/2 marines/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 killed/VERB/root/0",
    )
    names = (("American", "MISC"), ("Iraqi", "MISC"), ("Iraqi", "MISC"), ("Iraqi", "MISC"))
    assert country_of(resolver(reading(*sentences, names=names)), "marines", " ".join(sentences)) == "USA"
