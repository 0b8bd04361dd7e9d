"""Whose people and bodies are by the words beside them, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.codebook.world import World
from demarche.resolve import Resolver

from .readings import reading
from .test_lands import POWER_NAMES, POWERS, of


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def called(resolver: Resolver, *sentences: str, names: tuple[tuple[str, str], ...], on: int = 2011) -> dict[str, str]:
    """Map the words of the mentions of a text, joined, to the names of the actors that they mean."""
    found = resolver(reading(*sentences, names=names, published=date(on, 2, 1)))
    words = [token.split("/")[0] for sentence in sentences for token in sentence.split()]
    return {
        " ".join(words[m.first : m.last]): found.actors[m.actor].name for m in found.mentions if m.actor is not None
    }


def test_person_is_of_the_land_that_his_description_tells(resolver: Resolver) -> None:
    """A graduate from Tunisia is a Tunisian, an expert on Iraq no Iraqi, a Lebanese-Nigerian of Nigeria."""
    graduate = (
        "Omar/PROPN/nsubj/9 Tabib/PROPN/flat/1 ,/PUNCT/punct/5 a/DET/det/5 graduate/NOUN/appos/1 from/ADP/case/7 "
        "Tunisia/PROPN/nmod/5 ,/PUNCT/punct/5 left/VERB/root/0"
    )
    names = (("Omar Tabib", "PER"), ("Tunisia", "LOC"))
    assert of(resolver, graduate, word="Omar", names=names) == ["TUN"]
    expert = graduate.replace("graduate", "expert").replace("from", "on").replace("Tunisia", "Iraq")
    assert of(resolver, expert, word="Omar", names=(("Omar Tabib", "PER"), ("Iraq", "LOC"))) == [None]
    developer = (
        "Omar/PROPN/nsubj/10 Tabib/PROPN/flat/1 ,/PUNCT/punct/8 a/DET/det/8 Lebanese/ADJ/amod/8 -/PUNCT/punct/5 "
        "Nigerian/ADJ/amod/8 developer/NOUN/appos/1 ,/PUNCT/punct/8 left/VERB/root/0"
    )
    both = (("Omar Tabib", "PER"), ("Lebanese", "MISC"), ("Nigerian", "MISC"))
    assert of(resolver, developer, word="Omar", names=both) == ["NGA"]


def test_name_behind_a_title_and_a_comma_is_the_one_who_has_it(resolver: Resolver) -> None:
    """NATO's commander, General Fabre, is of NATO though the tree takes him for a part of the title."""
    text = (
        "NATO/PROPN/nmod:poss/3 's/PART/case/1 commander/NOUN/nsubj/8 ,/PUNCT/punct/6 General/PROPN/nmod:desc/6 "
        "Fabre/PROPN/flat/3 ,/PUNCT/punct/3 left/VERB/root/0"
    )
    first = "France/PROPN/nsubj/2 shook/VERB/root/0 in/ADP/case/4 France/PROPN/obl/2"
    names = (("NATO", "ORG"), ("Fabre", "PER"), ("France", "LOC"))
    assert of(resolver, first, text, word="Fabre", names=names)[-1:] == ["NATO"]


def test_head_of_a_society_is_no_head_of_state(resolver: Resolver) -> None:
    """The president of Legal Watch is not that of the land where the text plays."""
    first = "Egypt/PROPN/nsubj/2 shook/VERB/root/0 in/ADP/case/4 Cairo/PROPN/obl/2"
    text = (
        "The/DET/det/2 president/NOUN/nsubj/6 of/ADP/case/5 Legal/PROPN/compound/5 Watch/PROPN/nmod/2 left/VERB/root/0"
    )
    names = (("Egypt", "LOC"), ("Cairo", "LOC"), ("Legal Watch", "ORG"))
    assert "Hosni Mubarak" not in called(resolver, first, text, names=names).values()
    plain = "The/DET/det/2 president/NOUN/nsubj/3 left/VERB/root/0"
    assert called(resolver, first, plain, names=names[:2])["The president"] == "Hosni Mubarak"


def test_mister_is_no_woman(resolver: Resolver) -> None:
    """After Anna Berg and Paul Berg, Mr. Berg is Paul, Mrs. Berg is Anna."""
    first = "Paul/PROPN/nsubj/3 Berg/PROPN/flat/1 left/VERB/root/0"
    second = "Anna/PROPN/nsubj/3 Berg/PROPN/flat/1 stayed/VERB/root/0"
    text = "Mr./PROPN/nmod:desc/2 Berg/PROPN/nsubj/3 slept/VERB/root/0"
    names = (("Paul Berg", "PER"), ("Anna Berg", "PER"))
    assert called(resolver, first, second, text, names=names)["Mr. Berg"] == "Paul Berg"
    assert called(resolver, first, second, text.replace("Mr.", "Mrs."), names=names)["Mrs. Berg"] == "Anna Berg"


def test_former_minister_is_not_the_one_in_office(resolver: Resolver) -> None:
    """The former secretary of state of 2016 is Hillary Clinton where she is spoken of, never John Kerry."""
    first = "Hillary/PROPN/nsubj/3 Clinton/PROPN/flat/1 left/VERB/root/0"
    text = (
        "America/PROPN/nsubj/2 thanked/VERB/root/0 the/DET/det/5 former/ADJ/amod/5 secretary/NOUN/obj/2 of/ADP/case/7 "
        "state/NOUN/nmod/5"
    )
    names = (("Hillary Clinton", "PER"), ("America", "LOC"))
    assert called(resolver, first, text, names=names, on=2016)["the former secretary of state"] == "Hillary Clinton"
    assert "John Kerry" not in called(resolver, text, names=names[1:], on=2016).values()


def test_kingdom_of_a_land_is_that_land(resolver: Resolver) -> None:
    """The kingdom of Jordan is Jordan."""
    text = "The/DET/det/2 kingdom/NOUN/nsubj/5 of/ADP/case/4 Jordan/PROPN/nmod/2 paid/VERB/root/0"
    assert called(resolver, text, names=(("Jordan", "LOC"),))["The kingdom of Jordan"] == "Jordan"


def test_tourists_of_two_lands_with_a_number_each(resolver: Resolver) -> None:
    """Two French and three Italian tourists are people of both lands."""
    text = (
        "Two/NUM/nummod/2 French/ADJ/amod/6 and/CCONJ/cc/5 three/NUM/nummod/5 Italian/ADJ/amod/6 "
        "tourists/NOUN/nsubj/7 died/VERB/root/0"
    )
    assert of(resolver, text, word="tourists", names=(("French", "MISC"), ("Italian", "MISC"))) == ["FRA", "ITA"]


def test_inspectors_are_of_the_united_nations_wherever_they_come_from(resolver: Resolver) -> None:
    """American inspectors in a text on the UN are the UN's; without the UN they are Americans."""
    first = "The/DET/det/2 UN/PROPN/nsubj/3 agreed/VERB/root/0"
    text = "Iraq/PROPN/nsubj/2 expelled/VERB/root/0 American/ADJ/amod/4 inspectors/NOUN/obj/2"
    names = (("Iraq", "LOC"), ("American", "MISC"))
    assert of(resolver, first, text, word="inspectors", names=(("UN", "ORG"), *names), on=1998) == ["UN"]
    assert of(resolver, text, word="inspectors", names=names, on=1998) == ["USA"]


def test_land_has_a_security_council_of_its_own(resolver: Resolver) -> None:
    """Russia's Security Council is Russia's, and Iran's is another one; "The Council" is the one just named."""
    text = "{}/PROPN/nmod:poss/4 's/PART/case/1 Security/PROPN/compound/4 Council/PROPN/nsubj/5 met/VERB/root/0"
    russia, iran = text.format("Russia"), text.format("Iran")
    names = (("Russia", "LOC"), ("Iran", "LOC"), ("Security Council", "ORG"))
    assert of(resolver, russia, word="Council", names=(names[0], names[2])) == ["RUS"]
    first = "The/DET/det/3 Security/PROPN/compound/3 Council/PROPN/nsubj/4 met/VERB/root/0"
    again = "Iran/PROPN/nsubj/2 obeyed/VERB/root/0 the/DET/det/4 Council/PROPN/obj/2"
    assert of(resolver, first, again, word="Council", names=names[1:]) == ["UN"]
    assert of(resolver, iran, word="Council", names=names[1:]) == ["IRN"]


def test_senators_are_of_the_senate_just_spoken_of(resolver: Resolver) -> None:
    """Whom a Briton meets after he went to the American Senate are Americans."""
    first = "Britain/PROPN/nsubj/2 addressed/VERB/root/0 the/DET/det/5 U.S./PROPN/compound/5 Senate/PROPN/obj/2"
    text = "Britain/PROPN/nsubj/2 accused/VERB/root/0 the/DET/det/4 senators/NOUN/obj/2"
    names = (("Britain", "LOC"), ("U.S. Senate", "ORG"))
    assert of(resolver, first, text, word="senators", names=names) == ["USA"]


def test_what_a_town_owns_is_there(resolver: Resolver) -> None:
    """Protesters on Sanaa's Tahrir Square are Yemenis, though Cairo has the better known square."""
    text = (
        "Protesters/NOUN/nsubj/2 gathered/VERB/root/0 in/ADP/case/7 Sanaa/PROPN/nmod:poss/7 's/PART/case/4 "
        "Tahrir/PROPN/compound/7 Square/PROPN/obl/2"
    )
    names = (("Sanaa", "LOC"), ("Tahrir Square", "LOC"))
    assert of(resolver, text, word="Protesters", names=names) == ["YEM"]


def test_singer_is_not_of_the_land_that_he_visits(resolver: Resolver) -> None:
    """Of whom the text says only that he sings, no land is known; an unknown man is of the land of the text."""
    first = "Haiti/PROPN/nsubj/2 shook/VERB/root/0 in/ADP/case/4 Haiti/PROPN/obl/2 with/ADP/case/6 Haitians/PROPN/obl/2"
    more = "Haiti/PROPN/nsubj/2 suffered/VERB/root/0 in/ADP/case/5 Port-au-Prince/PROPN/obl/2"
    text = "Haiti/PROPN/nsubj/2 thanked/VERB/root/0 singer/NOUN/nmod:desc/4 Wyatt/PROPN/obj/2 Jonas/PROPN/flat/4"
    names = (("Haiti", "LOC"), ("Haitians", "MISC"), ("Port-au-Prince", "LOC"), ("Wyatt Jonas", "PER"))
    more = more.replace("case/5", "case/4")
    assert of(resolver, first, more, text, word="Wyatt", names=names) == [None]
    plain = "Haiti/PROPN/nsubj/2 buried/VERB/root/0 Wyatt/PROPN/obj/2 Jonas/PROPN/flat/3"
    assert of(resolver, first, more, plain, word="Wyatt", names=names) == ["HTI"]


def test_party_called_by_its_members_is_they(resolver: Resolver) -> None:
    """Democrats are "they"; a feast is no party."""
    text = "Democrats/PROPN/nsubj/2 praised/VERB/root/0 their/PRON/nmod:poss/4 leader/NOUN/obj/2"
    assert called(resolver, text, names=(("Democrats", "ORG"),), on=2016)["their"] == "Democratic Party"
    feast = "France/PROPN/nsubj/2 held/VERB/root/0 a/DET/det/5 dinner/NOUN/compound/5 party/NOUN/obj/2"
    assert of(resolver, feast, word="party", names=(("France", "LOC"),)) == []


def test_voters_are_of_the_land_whose_citizens_they_are(resolver: Resolver) -> None:
    """Mexican-American voters are Americans."""
    text = "Mexican/ADJ/amod/4 -/PUNCT/punct/1 American/ADJ/amod/4 voters/NOUN/nsubj/5 voted/VERB/root/0"
    assert of(resolver, text, word="voters", names=(("Mexican", "MISC"), ("American", "MISC"))) == ["USA"]


def test_soldiers_are_of_the_army_of_which_a_text_tells(resolver: Resolver) -> None:
    """Before British soldiers are named in a text on Iraq, soldiers of whom nothing is told are theirs too."""
    first = "Soldiers/NOUN/nsubj/2 refused/VERB/root/0"
    text = (
        "British/ADJ/amod/2 troops/NOUN/nsubj/3 stayed/VERB/root/0 in/ADP/case/5 Iraq/PROPN/obl/3 ,/PUNCT/punct/8 "
        "in/ADP/case/8 Basra/PROPN/obl/3"
    )
    names = (("British", "MISC"), ("Iraq", "LOC"), ("Basra", "LOC"))
    assert of(resolver, first, text, word="Soldiers", names=names) == ["GBR"]


def test_statement_without_quotation_marks_is_of_who_is_said_to_speak(resolver: Resolver) -> None:
    """After "The Foreign Secretary, Philip Hammond said:" the next paragraph's "we" are Britons."""
    first = "Iraq/PROPN/nsubj/2 shook/VERB/root/0"
    said = (
        "Foreign/PROPN/amod/2 Secretary/PROPN/nsubj/6 ,/PUNCT/punct/4 Philip/PROPN/nsubj/6 Hammond/PROPN/flat/4 "
        "said/VERB/root/0 :/PUNCT/punct/6"
    )
    text = "We/PRON/nsubj/2 help/VERB/root/0 Iraq/PROPN/obj/2"
    names = (("Iraq", "LOC"), ("Philip Hammond", "PER"))
    assert of(resolver, first, said, text, word="We", names=names, on=2015) == ["GBR"]


def test_followers_are_of_who_speaks_to_them(resolver: Resolver) -> None:
    """Members whom the Brotherhood urges are its own; those whom nobody leads are of nobody."""
    text = "The/DET/det/3 Muslim/PROPN/compound/3 Brotherhood/PROPN/nsubj/4 urged/VERB/root/0 members/NOUN/obj/4"
    names = (("Muslim Brotherhood", "ORG"),)
    assert of(resolver, text, word="members", names=names) == ["EGY"]
    plain = POWERS.replace("Germany/PROPN", "members/NOUN")
    assert of(resolver, plain, word="members", names=POWER_NAMES[:1]) == [None]


def test_people_who_suffer_are_at_the_place_beside_them(resolver: Resolver) -> None:
    """People beaten in Cairo are Egyptians, people whom somebody asks to give are anybody."""
    text = "people/NOUN/nsubj:pass/2 beaten/VERB/root/0 in/ADP/case/4 Cairo/PROPN/obl/2"
    assert of(resolver, text, word="people", names=(("Cairo", "LOC"),)) == ["EGY"]
    asked = "people/NOUN/nsubj/2 give/VERB/root/0 in/ADP/case/4 Cairo/PROPN/obl/2"
    assert of(resolver, asked, word="people", names=(("Cairo", "LOC"),)) == [None]


def test_presidents_named_together_are_each_of_their_own_land(resolver: Resolver) -> None:
    """In "Presidents Obama and Sarkozy" the second is France's."""
    text = "Presidents/PROPN/nmod:desc/2 Obama/PROPN/nsubj/5 and/CCONJ/cc/4 Sarkozy/PROPN/conj/2 agreed/VERB/root/0"
    names = (("Obama", "PER"), ("Sarkozy", "PER"))
    first = "America/PROPN/nsubj/2 shook/VERB/root/0"
    assert of(resolver, first, text, word="Sarkozy", names=(("America", "LOC"), *names), on=2010) == ["FRA"]


def test_president_who_leaves_is_the_former_one_at_once(resolver: Resolver) -> None:
    """In the month in which Mubarak resigned "the former president" is he and not Sadat, who is spoken of too."""
    first = (
        "Anwar/PROPN/nsubj/3 Sadat/PROPN/flat/1 preceded/VERB/root/0 Hosni/PROPN/obj/3 Mubarak/PROPN/flat/4 "
        "in/ADP/case/7 Egypt/PROPN/obl/3"
    )
    text = "Egypt/PROPN/nsubj/2 thanked/VERB/root/0 the/DET/det/5 former/ADJ/amod/5 president/NOUN/obj/2"
    names = (("Anwar Sadat", "PER"), ("Hosni Mubarak", "PER"), ("Egypt", "LOC"))
    assert called(resolver, first, text, names=names)["the former president"] == "Hosni Mubarak"


def test_person_is_of_the_land_of_his_home(resolver: Resolver) -> None:
    """Ann Lee, of Lyon, is of France, and so is Jon Roe, who was shot in his home in Lyon."""
    of_town = "Ann/PROPN/nsubj/6 Lee/PROPN/flat/1 ,/PUNCT/punct/5 of/ADP/case/5 Lyon/PROPN/nmod/1 slept/VERB/root/0"
    assert of(resolver, of_town, word="Ann", names=(("Ann Lee", "PER"), ("Lyon", "LOC"))) == ["FRA"]
    at_home = (
        "Jon/PROPN/nsubj:pass/4 Roe/PROPN/flat/1 was/AUX/aux:pass/4 shot/VERB/root/0 in/ADP/case/7 "
        "his/PRON/nmod:poss/7 home/NOUN/obl/4 in/ADP/case/9 Lyon/PROPN/nmod/7"
    )
    assert of(resolver, at_home, word="Jon", names=(("Jon Roe", "PER"), ("Lyon", "LOC"))) == ["FRA"]


def test_kin_are_of_one_land(resolver: Resolver) -> None:
    """Ann Mercer is of the land of Jon Mercer, of Lyon, and Bea Lee, of no land told, is not."""
    first = "Jon/PROPN/nsubj/6 Mercer/PROPN/flat/1 ,/PUNCT/punct/5 of/ADP/case/5 Lyon/PROPN/nmod/1 slept/VERB/root/0"
    text = "Ann/PROPN/nsubj/3 Mercer/PROPN/flat/1 woke/VERB/root/0"
    names = (("Jon Mercer", "PER"), ("Lyon", "LOC"), ("Ann Mercer", "PER"))
    assert of(resolver, first, text, word="Ann", names=names) == ["FRA"]
    other = text.replace("Ann", "Bea").replace("Mercer", "Lee")
    assert of(resolver, first, other, word="Bea", names=(*names[:2], ("Bea Lee", "PER"))) == [None]


def test_three_countries_are_those_named_together(resolver: Resolver) -> None:
    """The three countries are the three that the text has named in one breath."""
    first = "France/PROPN/nsubj/6 ,/PUNCT/punct/3 Italy/PROPN/conj/1 and/CCONJ/cc/5 Spain/PROPN/conj/1 met/VERB/root/0"
    text = "the/DET/det/3 three/NUM/nummod/3 countries/NOUN/nsubj/4 signed/VERB/root/0"
    names = (("France", "LOC"), ("Italy", "LOC"), ("Spain", "LOC"))
    found = resolver(reading(first, text, names=names, published=date(2011, 2, 1)))
    mention = next(m for m in found.mentions if m.head == 8)
    assert {found.actors[a].country for a in mention.members} == {"FRA", "ITA", "ESP"}


def test_text_without_capitals_has_its_names(resolver: Resolver) -> None:
    """A president in a text without capitals is himself, and "the congress" there is not that of a land unnamed."""
    text = (
        "president/PROPN/nmod:desc/2 vinicio/PROPN/nsubj/4 cerezo/PROPN/flat/2 asked/VERB/root/0 the/DET/det/6 "
        "congress/NOUN/obj/4 ;/PUNCT/punct/4 a/DET/det/10 guatemalan/ADJ/amod/10 lawyer/NOUN/nsubj/11 "
        "left/VERB/parataxis/4"
    )
    names = (("vinicio cerezo", "PER"),)
    assert of(resolver, text, word="vinicio", names=names, on=1990) == ["GTM"]
    assert "USA" not in of(resolver, text, word="congress", names=names, on=1990)


def test_the_ally_of_a_land_is_not_of_it(resolver: Resolver) -> None:
    """A teacher of Italy is Italian, an ally of Italy is not, nor is a partner of Rome."""
    text = "Marek/PROPN/nsubj/6 ,/PUNCT/punct/5 an/DET/det/5 Italian/ADJ/amod/5 {}/NOUN/appos/1 left/VERB/root/0"
    names = (("Marek", "PER"), ("Italian", "MISC"))
    assert of(resolver, text.format("teacher"), word="Marek", names=names) == ["ITA"]
    assert of(resolver, text.format("ally"), word="Marek", names=names) == [None]
    town = "Marek/PROPN/nsubj/7 ,/PUNCT/punct/4 a/DET/det/4 {}/NOUN/appos/1 of/ADP/case/6 Rome/PROPN/nmod/4 left/VERB/root/0"
    assert of(resolver, town.format("partner"), word="Marek", names=(names[0], ("Rome", "LOC"))) == [None]


def test_the_national_guard_is_that_of_the_text(resolver: Resolver) -> None:
    """Many countries have a National Guard, and "The National", a newspaper, is no part of its name."""
    text = "The/DET/det/3 National/ADJ/amod/3 Guard/PROPN/nsubj/4 fired/VERB/root/0 in/ADP/case/6 Nicaragua/PROPN/obl/4"
    names = (("National Guard", "ORG"), ("Nicaragua", "LOC"))
    found = resolver(reading(text, names=names, published=date(1989, 11, 1)))
    assert [a.country for a in found.actors.values() if "Guard" in a.name] == ["NIC"]
    assert not [a for a in found.actors.values() if a.name == "The National"]
