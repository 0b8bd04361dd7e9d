"""Whose people, bodies and persons are, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demarche.annotate.reading import Name
from demarche.codebook.world import World
from demarche.resolve import Resolution, Resolver

from .readings import reading


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def at(text: str, word: str) -> int:
    """Return the place of the last occurrence of a word in a text of tokens."""
    tokens = [token.split("/")[0] for token in text.split()]
    return len(tokens) - 1 - tokens[::-1].index(word)


def country(resolution: Resolution, text: str, word: str) -> str | None:
    """Return the country of the mention whose head is the last occurrence of a word."""
    found = resolution.headed_by(at(text, word))
    assert found is not None
    return found.country


def actor(resolution: Resolution, text: str, word: str) -> str | None:
    """Return the actor of the mention whose head is the last occurrence of a word."""
    found = resolution.headed_by(at(text, word))
    assert found is not None
    return found.actor


def test_noun_that_the_table_has_with_the_word_before_it_is_a_body(resolver: Resolver) -> None:
    """The forces called "security forces" are a party though "force" alone is none."""
    text = "Crowds/NOUN/nsubj/2 fought/VERB/root/0 security/NOUN/compound/4 forces/NOUN/obj/2 in/ADP/case/6 Cairo/PROPN/obl/2"
    assert country(resolver(reading(text, names=(("Cairo", "LOC"),))), text, "forces") == "EGY"
    alone = "Crowds/NOUN/nsubj/2 used/VERB/root/0 the/DET/det/4 force/NOUN/obj/2 in/ADP/case/6 Cairo/PROPN/obl/2"
    assert resolver(reading(alone, names=(("Cairo", "LOC"),))).headed_by(3) is None


def test_authorities_govern_unless_they_know_of_something(resolver: Resolver) -> None:
    """Plain "authorities" are a government, "authorities on censorship" are none."""
    text = (
        "Egypt/PROPN/nsubj/2 erupted/VERB/root/0 and/CCONJ/cc/6 the/DET/det/5 authorities/NOUN/nsubj/6 fled/VERB/conj/2"
    )
    assert country(resolver(reading(text, names=(("Egypt", "LOC"),))), text, "authorities") == "EGY"
    scholars = "Two/NUM/nummod/2 authorities/NOUN/nsubj/5 on/ADP/case/4 censorship/NOUN/nmod/2 spoke/VERB/root/0"
    assert resolver(reading(scholars)).headed_by(1) is None


def test_house_where_somebody_lives_is_no_chamber(resolver: Resolver) -> None:
    """A house in Miami is no party."""
    text = "He/PRON/nsubj/2 left/VERB/root/0 the/DET/det/4 house/NOUN/obj/2 in/ADP/case/6 Miami/PROPN/nmod/4"
    assert resolver(reading(text, names=(("Miami", "LOC"),))).headed_by(3) is None


def test_regime_of_a_person_is_his_countrys(resolver: Resolver) -> None:
    """The "Castro regime" is Cuba's wherever the text plays."""
    text = (
        "Americans/PROPN/nsubj/2 fled/VERB/root/0 the/DET/det/5 Castro/PROPN/compound/5 regime/NOUN/obj/2 "
        "of/ADP/case/8 President/PROPN/nmod:desc/8 Fidel/PROPN/nmod/5 Castro/PROPN/flat/8"
    )
    names = (("Americans", "MISC"), ("Castro", "PER"), ("Fidel Castro", "PER"))
    assert country(resolver(reading(text, names=names, published=date(2000, 3, 30))), text, "regime") == "CUB"


def test_government_that_a_president_urges_is_not_his_own(resolver: Resolver) -> None:
    """Whom the president of another state urges is the government of the land that is spoken of."""
    text = (
        "After/ADP/case/2 riots/NOUN/obl/9 in/ADP/case/4 Egypt/PROPN/nmod/2 U.S./PROPN/compound/6 "
        "President/PROPN/nmod:desc/7 Barack/PROPN/nsubj/9 Obama/PROPN/flat/7 urged/VERB/root/0 "
        "the/DET/det/11 government/NOUN/obj/9 to/PART/mark/13 yield/VERB/xcomp/9"
    )
    names = (("Egypt", "LOC"), ("U.S.", "LOC"), ("Barack Obama", "PER"))
    assert country(resolver(reading(text, names=names, published=date(2011, 1, 28))), text, "government") == "EGY"


def test_officials_whom_an_envoy_meets_are_not_his_own(resolver: Resolver) -> None:
    """An American who travels to Iraq meets government officials of Iraq there."""
    text = (
        "The/DET/det/3 U.S./PROPN/compound/3 envoy/NOUN/nsubj/4 goes/VERB/root/0 to/ADP/case/6 Iraq/PROPN/obl/4 "
        "to/PART/mark/8 talk/VERB/advcl/4 with/ADP/case/11 government/NOUN/compound/11 officials/NOUN/obl/8"
    )
    found = resolver(reading(text, names=(("U.S.", "LOC"), ("Iraq", "LOC"))))
    assert country(found, text, "officials") == "IRQ"


def test_military_is_that_of_the_army_before_it(resolver: Resolver) -> None:
    """Who spoke between does not take the military to himself."""
    first = "The/DET/det/3 Egyptian/ADJ/amod/3 army/NOUN/nsubj/4 stood/VERB/root/0 by/ADV/advmod/4"
    text = (
        f"{first} Barack/PROPN/nsubj/3 Obama/PROPN/flat/1 spoke/VERB/root/0 and/CCONJ/cc/7 the/DET/det/6 "
        "military/NOUN/nsubj/7 refused/VERB/conj/3"
    )
    second = text.removeprefix(first + " ")
    names = (("Egyptian", "MISC"), ("Barack Obama", "PER"))
    found = resolver(reading(first, second, names=names, published=date(2011, 1, 28)))
    assert country(found, text, "military") == "EGY"


def test_mayor_is_of_the_land_of_his_town(resolver: Resolver) -> None:
    """A mayor "of Chicago" in a text on Cuba is an American."""
    first = "Cuba/PROPN/nsubj/2 protested/VERB/root/0 in/ADP/case/4 Havana/PROPN/obl/2"
    second = (
        "Alex/PROPN/nsubj/8 Penelas/PROPN/flat/1 ,/PUNCT/punct/4 mayor/NOUN/appos/1 of/ADP/case/6 Chicago/PROPN/nmod/4 "
        ",/PUNCT/punct/4 left/VERB/root/0"
    )
    names = (("Cuba", "LOC"), ("Havana", "LOC"), ("Alex Penelas", "PER"), ("Chicago", "LOC"))
    assert country(resolver(reading(first, second, names=names)), f"{first} {second}", "Alex") == "USA"


def test_descent_is_no_side(resolver: Resolver) -> None:
    """A singer "of Cuban descent" is not Cuba's."""
    text = (
        "Gloria/PROPN/nsubj/9 Estefan/PROPN/flat/1 ,/PUNCT/punct/5 the/DET/det/5 singer/NOUN/appos/1 of/ADP/case/8 "
        "Cuban/ADJ/amod/8 descent/NOUN/nmod/5 left/VERB/root/0"
    )
    found = resolver(reading(text, names=(("Gloria Estefan", "PER"), ("Cuban", "MISC"))))
    assert country(found, text, "Gloria") is None


def test_spokesman_speaks_for_the_company_that_acts(resolver: Resolver) -> None:
    """A bare "spokesman" speaks for the company of his sentence and for no government."""
    text = (
        "Zubrowka/PROPN/compound/2 Airlines/PROPN/nsubj/3 cleans/VERB/ccomp/9 its/PRON/nmod:poss/5 planes/NOUN/obj/3 "
        ",/PUNCT/punct/9 spokesman/NOUN/nmod:desc/8 Crespo/PROPN/nsubj/9 said/VERB/root/0 in/ADP/case/11 "
        "China/PROPN/obl/9"
    )
    names = (("Zubrowka Airlines", "ORG"), ("Crespo", "PER"), ("China", "LOC"))
    found = resolver(reading(text, names=names))
    assert (country(found, text, "Crespo"), found.actors["a-crespo"].sector) == (None, "BUS")


def test_officials_who_serve_something_are_of_the_state_that_acts(resolver: Resolver) -> None:
    """Officials of immigration are of the state spoken of; of "officials" alone nothing is known."""
    text = (
        "The/DET/det/3 United/PROPN/compound/3 States/PROPN/nsubj/4 fought/VERB/root/0 Cuba/PROPN/obj/4 and/CCONJ/cc/8 "
        "immigration/NOUN/compound/8 {}/NOUN/nsubj/9 left/VERB/conj/4"
    ).format("officials")
    names = (("United States", "LOC"), ("Cuba", "LOC"))
    assert country(resolver(reading(text, names=names)), text, "officials") == "USA"
    bare = text.replace("immigration/NOUN/compound/8", "some/DET/det/8")
    assert country(resolver(reading(bare, names=names)), bare, "officials") is None


def test_members_of_a_council_are_the_council(resolver: Resolver) -> None:
    """The members of the Security Council together are no actor beside it."""
    text = (
        "The/DET/det/2 members/NOUN/nsubj/7 of/ADP/case/6 the/DET/det/6 Security/PROPN/compound/6 "
        "Council/PROPN/nmod/2 met/VERB/root/0"
    )
    assert (
        actor(resolver(reading(text, names=(("Security Council", "ORG"),))), text, "members") == "a-un-security-council"
    )
    five = text.replace("The/DET/det/2", "Five/NUM/nummod/2")
    assert (
        actor(resolver(reading(five, names=(("Security Council", "ORG"),))), five, "members") != "a-un-security-council"
    )


def test_people_of_two_countries_are_people_of_each(resolver: Resolver) -> None:
    """In "Chinese and American officials" some are of China and some of the United States."""
    text = "Chinese/ADJ/amod/4 and/CCONJ/cc/3 American/ADJ/conj/1 officials/NOUN/nsubj/5 met/VERB/root/0"
    found = resolver(reading(text, names=(("Chinese", "MISC"), ("American", "MISC"))))
    assert [m.country for m in found.mentions if m.head == at(text, "officials")] == ["CHN", "USA"]
    states = text.replace("officials", "governments")
    found = resolver(reading(states, names=(("Chinese", "MISC"), ("American", "MISC"))))
    assert [m.actor for m in found.mentions if m.head == 3] == ["a-china", "a-united-states"]


def test_leader_alone_is_the_head_of_state(resolver: Resolver) -> None:
    """A bare "leader" after a president was named is he."""
    first = "Egyptian/ADJ/amod/2 President/PROPN/nmod:desc/3 Hosni/PROPN/nsubj/5 Mubarak/PROPN/flat/3 stays/VERB/root/0"
    second = "The/DET/det/2 leader/NOUN/nsubj/3 agreed/VERB/root/0"
    names = (("Egyptian", "MISC"), ("Hosni Mubarak", "PER"))
    found = resolver(reading(first, second, names=names, published=date(2011, 2, 3)))
    assert actor(found, f"{first} {second}", "leader") == "a-hosni-mubarak"


def test_this_country_in_a_quotation_is_the_speakers(resolver: Resolver) -> None:
    """In a quotation "this country" is that of who says so, and not the one named last."""
    text = (
        "Iraq/PROPN/nsubj/2 differs/VERB/ccomp/9 from/ADP/case/5 this/DET/det/5 country/NOUN/obl/2 ,/PUNCT/punct/9 "
        "President/PROPN/nmod:desc/8 Clinton/PROPN/nsubj/9 said/VERB/root/0"
    )
    read = reading(
        text,
        names=(("Iraq", "LOC"), ("Clinton", "PER")),
        published=date(1998, 2, 22),
        quote=("differs from this country", "President Clinton"),
    )
    found = resolver(read)
    assert actor(found, text, "country") == "a-united-states" != actor(found, text, "Iraq")


def test_end_of_a_name_is_the_body_named_in_full(resolver: Resolver) -> None:
    """Where the German People's Union was named, "the People's Union" is the same."""
    first = (
        "The/DET/det/5 German/ADJ/amod/5 People/PROPN/nmod:poss/5 's/PART/case/3 Union/PROPN/nsubj/6 lied/VERB/root/0"
    )
    second = "It/PRON/nsubj/2 sued/VERB/root/0 the/DET/det/6 People/PROPN/nmod:poss/6 's/PART/case/4 Union/PROPN/obj/2"
    read = reading(first, second, names=(("German People 's Union", "ORG"),))
    short = Name(first=9, last=12, label="ORG", probability=0.9)
    found = resolver(replace(read, names=(*read.names, short)))
    text = f"{first} {second}"
    assert actor(found, text, "Union") == actor(found, first, "Union")


def test_party_is_that_of_the_land_of_the_text(resolver: Resolver) -> None:
    """A "Labor" in a text on Britain is the party that the table has as Britain's."""
    text = "Britain/PROPN/nsubj/2 votes/VERB/root/0 while/SCONJ/mark/5 Labor/PROPN/nsubj/5 rallies/VERB/advcl/2"
    found = resolver(reading(text, names=(("Britain", "LOC"), ("Labor", "ORG"))))
    assert (actor(found, text, "Labor"), country(found, text, "Labor")) == ("a-labour-party", "GBR")


def test_all_that_a_clause_tells_are_not_all_sides(resolver: Resolver) -> None:
    """In "all parties based on religion" parties are meant, in "all parties" those to the matter."""
    text = (
        "Egypt/PROPN/nsubj/2 bans/VERB/root/0 all/DET/det/4 parties/NOUN/obj/2 based/VERB/acl/4 on/ADP/case/7 "
        "religion/NOUN/obl/5"
    )
    assert country(resolver(reading(text, names=(("Egypt", "LOC"),))), text, "parties") == "EGY"
    bare = " ".join(text.split()[:4])
    assert resolver(reading(bare, names=(("Egypt", "LOC"),))).headed_by(3) is None


def test_offshoots_of_the_group_are_on_its_side(resolver: Resolver) -> None:
    """Offshoots "of the group" bear the code of the group named before."""
    first = "Hamas/PROPN/nsubj/2 grew/VERB/root/0"
    second = "Offshoots/NOUN/nsubj/5 of/ADP/case/4 the/DET/det/4 group/NOUN/nmod/1 fought/VERB/root/0"
    found = resolver(reading(first, second, names=(("Hamas", "ORG"),)))
    assert country(found, f"{first} {second}", "Offshoots") == "HAMAS"


def test_relatives_are_not_the_man_named_beside_them(resolver: Resolver) -> None:
    """People are no one person, whatever title stands in the words about them."""
    text = (
        "Aides/NOUN/nsubj/6 ,/PUNCT/punct/5 even/ADV/advmod/5 President/PROPN/nmod:desc/5 Clinton/PROPN/appos/1 "
        "left/VERB/root/0"
    )
    found = resolver(reading(text, names=(("Clinton", "PER"),), published=date(1998, 2, 22)))
    assert actor(found, text, "Aides") != actor(found, text, "Clinton")


def test_person_of_whom_only_the_name_is_told_is_of_the_land_of_the_text(resolver: Resolver) -> None:
    """Somebody killed in a text on Egypt is an Egyptian, but not who signs it or only speaks in it."""
    first = (
        "Egypt/PROPN/nsubj/2 mourned/VERB/root/0 in/ADP/case/4 Cairo/PROPN/obl/2 ,/PUNCT/punct/6 Alexandria/PROPN/conj/4 "
        "and/CCONJ/cc/8 Giza/PROPN/conj/4"
    )
    second = "Gunmen/NOUN/nsubj/2 killed/VERB/root/0 Hassan/PROPN/obj/2 Banna/PROPN/flat/3"
    names = (("Egypt", "LOC"), ("Cairo", "LOC"), ("Alexandria", "LOC"), ("Giza", "LOC"), ("Hassan Banna", "PER"))
    assert country(resolver(reading(first, second, names=names)), f"{first} {second}", "Hassan") == "EGY"
    speaks = "Hassan/PROPN/nsubj/3 Banna/PROPN/flat/1 said/VERB/root/0 so/ADV/advmod/3"
    assert country(resolver(reading(first, speaks, names=names)), f"{first} {speaks}", "Hassan") is None


def test_surname_that_is_a_title_names_its_bearer(resolver: Resolver) -> None:
    """Howard Dean is a person, also where he is only called Dean, though a dean is an office."""
    text = "Howard/PROPN/nsubj/3 Dean/PROPN/flat/1 spoke/VERB/root/0 and/CCONJ/cc/6 Dean/PROPN/nsubj/6 left/VERB/conj/3"
    read = reading(text, names=(("Howard Dean", "PER"),))
    read = replace(read, names=(*read.names, Name(first=4, last=5, label="PER", probability=0.9)))
    found = resolver(read)
    assert found.actors[found.headed_by(0).actor].name == "Howard Dean"  # type: ignore[union-attr, index]
    assert found.headed_by(4).actor == found.headed_by(0).actor  # type: ignore[union-attr]


@pytest.mark.parametrize("word", ["pm", "press"])
def test_hour_and_press_are_no_heads_of_government(resolver: Resolver, word: str) -> None:
    """The "pm" of an hour is no prime minister, and "Press" no plural of "Pres."."""
    assert resolver.titles.exact([word]) is None
    assert resolver.titles.exact([word.title()]) is None or word == "pm"


def test_medium_before_protesters_gives_them_no_country(resolver: Resolver) -> None:
    """Where a byline runs into "CNN Protesters", they are those of the place and not American."""
    text = (
        "Crowds/NOUN/nsubj/2 marched/VERB/root/0 in/ADP/case/4 Cairo/PROPN/obl/2 and/CCONJ/cc/8 "
        "CNN/PROPN/compound/7 Protesters/NOUN/nsubj/8 sang/VERB/conj/2 in/ADP/case/10 Egypt/PROPN/obl/8"
    )
    names = (("Cairo", "LOC"), ("CNN", "ORG"), ("Egypt", "LOC"))
    assert country(resolver(reading(text, names=names)), text, "Protesters") == "EGY"


def test_end_of_a_name_does_not_tell_whose_party_it_is(resolver: Resolver) -> None:
    """The National Democratic Party of a text on Egypt is Egypt's, not that of the American Democrats."""
    text = (
        "Egypt/PROPN/nsubj/2 burned/VERB/root/0 and/CCONJ/cc/8 the/DET/det/7 National/PROPN/compound/7 "
        "Democratic/PROPN/compound/7 Party/PROPN/nsubj/8 fell/VERB/conj/2"
    )
    names = (("Egypt", "LOC"), ("National Democratic Party", "ORG"))
    assert country(resolver(reading(text, names=names)), text, "Party") == "EGY"


def test_former_head_of_an_international_body_is_not_of_it(resolver: Resolver) -> None:
    """Who once led a body of the UN and goes home is of his home."""
    text = (
        "Jan/PROPN/nsubj/9 Pohl/PROPN/flat/1 ,/PUNCT/punct/5 former/ADJ/amod/5 head/NOUN/appos/1 of/ADP/case/7 "
        "UNICEF/PROPN/nmod/5 ,/PUNCT/punct/1 returned/VERB/root/0 to/ADP/case/11 Poland/PROPN/obl/9"
    )
    names = (("Jan Pohl", "PER"), ("UNICEF", "ORG"), ("Poland", "LOC"))
    assert country(resolver(reading(text, names=names)), text, "Jan") == "POL"


def test_surname_is_no_leader_of_a_land_that_is_not_spoken_of(resolver: Resolver) -> None:
    """Suleiman before Omar Suleiman is he, although a Suleiman heads a land of which nobody speaks."""
    text = (
        "Suleiman/PROPN/nsubj/2 spoke/VERB/root/0 in/ADP/case/4 Egypt/PROPN/obl/2 and/CCONJ/cc/8 Omar/PROPN/nsubj/8 "
        "Suleiman/PROPN/flat/6 left/VERB/conj/2"
    )
    read = reading(
        text, names=(("Suleiman", "PER"), ("Egypt", "LOC"), ("Omar Suleiman", "PER")), published=date(2011, 2, 11)
    )
    found = resolver(read)
    assert found.headed_by(0).actor == found.headed_by(5).actor  # type: ignore[union-attr]


def test_veterans_are_not_of_the_land_where_they_fought(resolver: Resolver) -> None:
    """Veterans called by a war are people of their own and not of the land of the war."""
    text = (
        "America/PROPN/nsubj/2 waited/VERB/root/0 and/CCONJ/cc/7 many/ADJ/amod/6 Vietnam/PROPN/compound/6 "
        "veterans/NOUN/nsubj/7 marched/VERB/conj/2"
    )
    names = (("America", "LOC"), ("Vietnam", "LOC"))
    assert country(resolver(reading(text, names=names)), text, "veterans") == "USA"


def test_people_around_the_world_are_of_no_land(resolver: Resolver) -> None:
    """People around the world get the code of the world and not that of the place of the story."""
    text = "Haiti/PROPN/nsubj/2 touched/VERB/root/0 people/NOUN/obj/2 around/ADP/case/6 the/DET/det/6 world/NOUN/nmod/3"
    assert country(resolver(reading(text, names=(("Haiti", "LOC"),))), text, "people") == "WORLD"


def test_body_is_of_the_town_in_its_name(resolver: Resolver) -> None:
    """A university that no table knows is of the land of the city by which it is called."""
    text = "Troops/NOUN/nsubj/2 took/VERB/root/0 Mosul/PROPN/compound/4 University/PROPN/obj/2"
    assert country(resolver(reading(text, names=(("Mosul University", "ORG"),))), text, "University") == "IRQ"


def test_embassy_tells_nothing_of_where_people_are(resolver: Resolver) -> None:
    """Demonstrators before an embassy are not taken for its countrymen."""
    text = (
        "Guards/NOUN/nsubj/2 left/VERB/root/0 the/DET/det/5 Brazilian/ADJ/amod/5 embassy/NOUN/obj/2 and/CCONJ/cc/8 "
        "demonstrators/NOUN/nsubj/8 passed/VERB/conj/2"
    )
    assert country(resolver(reading(text)), text, "demonstrators") is None


def test_who_is_called_on_has_the_protesters(resolver: Resolver) -> None:
    """Protesters whom authorities are asked to spare are those of the authorities, whoever asks."""
    text = (
        "Obama/PROPN/nsubj/2 called/VERB/root/0 on/ADP/case/5 Egyptian/ADJ/amod/5 authorities/NOUN/obl/2 to/PART/mark/7 "
        "spare/VERB/xcomp/2 protesters/NOUN/obj/7"
    )
    read = reading(text, names=(("Obama", "PER"),), published=date(2011, 1, 28))
    assert country(resolver(read), text, "protesters") == "EGY"


def test_spokesman_of_another_is_not_the_one_before(resolver: Resolver) -> None:
    """The prime minister's spokesman is not the spokesman of a party who was just named."""
    text = (
        "The/DET/det/3 party/NOUN/compound/3 spokesman/NOUN/nmod:desc/4 John/PROPN/nsubj/6 Ward/PROPN/flat/4 "
        "left/VERB/root/0 and/CCONJ/cc/13 the/DET/det/10 minister/NOUN/nmod:poss/12 's/PART/case/9 official/ADJ/amod/12 "
        "spokesman/NOUN/nsubj/13 spoke/VERB/conj/6"
    )
    found = resolver(reading(text, names=(("John Ward", "PER"),)))
    assert actor(found, text, "spokesman") != found.headed_by(3).actor  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They/PRON/nsubj/2 seek/VERB/root/0 those/PRON/obj/2 missing/ADJ/amod/3", "those"),
        (
            "They/PRON/nsubj/2 met/VERB/root/0 the/DET/det/4 two/NUM/obj/2 released/VERB/acl/4 there/ADV/advmod/5",
            "two",
        ),
        ("At/ADP/case/3 least/ADJ/nmod/3 20/NUM/nsubj/4 died/VERB/root/0", "20"),
        ("a/DET/det/3 senior/ADJ/amod/3 source/NOUN/nsubj/4 told/VERB/root/0 them/PRON/iobj/4", "source"),
    ],
)
def test_people_of_whom_little_is_told_are_a_party(resolver: Resolver, text: str, word: str) -> None:
    """Those missing, the two released, a number that died and a nameless source are parties."""
    assert resolver(reading(text)).headed_by(at(text, word)) is not None


def test_plain_insurgents_are_not_of_a_movement_of_many_lands(resolver: Resolver) -> None:
    """Insurgents of a land are not taken for men of the one movement named, which is of another."""
    text = (
        "Al-Qaida/PROPN/nsubj/2 spoke/VERB/root/0 and/CCONJ/cc/5 al-Qaida/PROPN/nsubj/5 left/VERB/conj/2 in/ADP/case/7 "
        "Iraq/PROPN/obl/5 and/CCONJ/cc/10 insurgents/NOUN/nsubj/10 struck/VERB/conj/2"
    )
    read = reading(text, names=(("al-Qaida", "ORG"), ("Iraq", "LOC")))
    assert country(resolver(read), text, "insurgents") == "IRQ"


def test_country_within_the_name_of_a_body_is_not_the_country(resolver: Resolver) -> None:
    """The country is the land spoken of, and none whose adjective is part of a party's name."""
    text = (
        "Peru/PROPN/nsubj/2 voted/VERB/root/0 and/CCONJ/cc/7 the/DET/det/6 American/ADJ/amod/6 Alliance/PROPN/nsubj/7 "
        "left/VERB/conj/2 the/DET/det/9 country/NOUN/obj/7"
    )
    read = reading(text, names=(("Peru", "LOC"), ("American Alliance", "ORG")))
    assert country(resolver(read), text, "country") == "PER"
