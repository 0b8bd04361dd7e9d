"""Of what land people are, and of which of several, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.codebook.world import World
from demarche.resolve import Resolution, Resolver

from .readings import reading

IN_EGYPT = "Egypt/PROPN/nsubj/2 shook/VERB/root/0 with/ADP/case/4 riots/NOUN/obl/2 in/ADP/case/6 Cairo/PROPN/obl/2"
EGYPT = (("Egypt", "LOC"), ("Cairo", "LOC"))
POWERS = "France/PROPN/nsubj/2 met/VERB/root/0 Germany/PROPN/obj/2"
POWER_NAMES = (("France", "LOC"), ("Germany", "LOC"))


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def lands(resolution: Resolution, text: str, word: str) -> list[str | None]:
    """Return the countries of the mentions whose head is the last occurrence of a word, in order."""
    tokens = [token.split("/")[0] for token in text.split()]
    at = len(tokens) - 1 - tokens[::-1].index(word)
    return [m.country for m in resolution.mentions if m.head == at]


def of(
    resolver: Resolver, *sentences: str, word: str, names: tuple[tuple[str, str], ...], on: int = 2011
) -> list[str | None]:
    """Return the countries of a word in a text of some sentences."""
    found = resolver(reading(*sentences, names=names, published=date(on, 2, 1)))
    return lands(found, " ".join(sentences), word)


def test_neighbours_are_of_other_lands(resolver: Resolver) -> None:
    """The neighbours of Iraq are not Iraq's."""
    text = "Iraq/PROPN/nsubj/2 asked/VERB/root/0 its/PRON/nmod:poss/4 neighbors/NOUN/obj/2"
    assert of(resolver, text, word="neighbors", names=(("Iraq", "LOC"),)) == [None]


def test_others_beside_a_land_are_not_of_it(resolver: Resolver) -> None:
    """In "the U.S. and others" the others are somebody else."""
    text = "The/DET/det/2 U.S./PROPN/nsubj/5 and/CCONJ/cc/4 others/NOUN/conj/2 left/VERB/root/0"
    assert of(resolver, text, word="others", names=(("U.S.", "LOC"),)) == [None]


def test_arab_forces_are_of_many_lands(resolver: Resolver) -> None:
    """Arab soldiers in a text on Iraq are not Iraq's, its Sunni Arabs are."""
    first = "Iraq/PROPN/nsubj/2 fought/VERB/root/0 in/ADP/case/4 Baghdad/PROPN/obl/2"
    text = "Arab/ADJ/amod/2 soldiers/NOUN/nsubj/3 came/VERB/root/0"
    own = "Sunni/ADJ/amod/3 Arab/ADJ/amod/3 villagers/NOUN/nsubj/4 came/VERB/root/0"
    names = (("Iraq", "LOC"), ("Baghdad", "LOC"))
    assert of(resolver, first, text, word="soldiers", names=names) == [None]
    assert of(resolver, first, own, word="villagers", names=names) == ["IRQ"]


def test_ministers_without_a_land_are_of_many(resolver: Resolver) -> None:
    """Bare ministers who meet are of no land in a text on two, of the only one in a text on one."""
    text = "Defense/NOUN/compound/2 ministers/NOUN/nsubj/3 met/VERB/root/0"
    assert of(resolver, POWERS, text, word="ministers", names=POWER_NAMES) == [None]
    assert of(resolver, IN_EGYPT, text, word="ministers", names=EGYPT) == ["EGY"]


def test_governments_are_those_of_the_lands_just_named(resolver: Resolver) -> None:
    """After "Kenya and Tanzania" the governments are theirs, one of each; those regimes are of nobody."""
    first = "Albright/PROPN/nsubj/2 toured/VERB/root/0 Kenya/PROPN/obj/2 and/CCONJ/cc/5 Tanzania/PROPN/conj/3"
    text = "She/PRON/nsubj/2 helped/VERB/root/0 the/DET/det/4 governments/NOUN/obj/2"
    names = (("Kenya", "LOC"), ("Tanzania", "LOC"))
    assert of(resolver, first, text, word="governments", names=names) == ["KEN", "TZA"]
    those = text.replace("the/DET", "those/DET").replace("governments", "regimes")
    assert of(resolver, first, those, word="regimes", names=names) == [None]


def test_officials_in_two_lands_are_of_each(resolver: Resolver) -> None:
    """Officials "in Tanzania and Kenya" are of both, those in one land while a second is only named later are not."""
    text = (
        "Officials/NOUN/nsubj/6 in/ADP/case/3 Tanzania/PROPN/nmod/1 and/CCONJ/cc/5 Kenya/PROPN/conj/3 hoped/VERB/root/0"
    )
    names = (("Tanzania", "LOC"), ("Kenya", "LOC"))
    assert of(resolver, text, word="Officials", names=names) == ["TZA", "KEN"]
    one = (
        "Bombs/NOUN/nsubj/2 killed/VERB/root/0 villagers/NOUN/obj/2 in/ADP/case/5 Tanzania/PROPN/nmod/3 and/CCONJ/cc/7 "
        "ten/NUM/conj/3 in/ADP/case/9 Kenya/PROPN/nmod/7"
    )
    assert of(resolver, one, word="villagers", names=names) == ["TZA"]


def test_person_is_of_the_land_after_of_and_of_the_adjective_before_him(resolver: Resolver) -> None:
    """Polly Peck of Britain is British, "Philippine boxing champion" tells whose champion Pacquiao is."""
    text = "Sony/PROPN/nsubj/2 met/VERB/root/0 Polly/PROPN/obj/2 Peck/PROPN/flat/3 of/ADP/case/6 Britain/PROPN/nmod/3"
    assert of(resolver, text, word="Polly", names=(("Polly Peck", "PER"), ("Britain", "LOC"))) == ["GBR"]
    champion = (
        "Philippine/ADJ/amod/3 boxing/NOUN/compound/3 champion/NOUN/nmod:desc/4 Manny/PROPN/nsubj/6 "
        "Pacquiao/PROPN/flat/4 won/VERB/root/0"
    )
    names = (("Philippine", "MISC"), ("Manny Pacquiao", "PER"))
    assert of(resolver, champion, word="Manny", names=names) == ["PHL"]


def test_second_president_is_of_another_land(resolver: Resolver) -> None:
    """A president whom no table knows is not of the land whose president acts beside him."""
    text = (
        "President/PROPN/nmod:desc/2 Obama/PROPN/nsubj/3 blamed/VERB/root/0 President/PROPN/nmod:desc/5 "
        "Hosny/PROPN/obj/3 Mobarek/PROPN/flat/5"
    )
    names = (*EGYPT, ("Obama", "PER"), ("Hosny Mobarek", "PER"))
    assert of(resolver, IN_EGYPT, text, word="Hosny", names=names) == ["EGY"]


def test_terrorists_may_be_of_any_land(resolver: Resolver) -> None:
    """Terrorists whom Americans hunt are of no land; insurgents are where the last place is."""
    first = "America/PROPN/nsubj/2 mourned/VERB/root/0 in/ADP/case/4 Boston/PROPN/obl/2"
    text = "Police/NOUN/nsubj/2 hunted/VERB/root/0 terrorists/NOUN/obj/2"
    assert of(resolver, first, text, word="terrorists", names=(("America", "LOC"), ("Boston", "LOC"))) == [None]
    away = "A/DET/det/2 car/NOUN/nsubj/3 exploded/VERB/root/0 in/ADP/case/5 Baghdad/PROPN/obl/3"
    later = "Insurgents/NOUN/nsubj/2 cheered/VERB/root/0"
    names = (("America", "LOC"), ("Boston", "LOC"), ("Baghdad", "LOC"))
    assert of(resolver, first, away, later, word="Insurgents", names=names) == ["IRQ"]


def test_suspect_is_not_of_the_land_that_he_was_brought_from(resolver: Resolver) -> None:
    """A suspect whom a land gave up is not its own."""
    text = (
        "A/DET/det/2 suspect/NOUN/nsubj/8 who/PRON/nsubj:pass/5 was/AUX/aux:pass/5 returned/VERB/acl:relcl/2 "
        "from/ADP/case/7 Pakistan/PROPN/obl/5 spoke/VERB/root/0"
    )
    assert of(resolver, text, word="suspect", names=(("Pakistan", "LOC"),)) == [None]


def test_five_other_marines_are_of_the_land_of_the_first(resolver: Resolver) -> None:
    """A count before "other" means more of the same, "other troops" alone are anybody's."""
    first = "U.S./PROPN/compound/2 marines/NOUN/nsubj/3 fought/VERB/root/0 in/ADP/case/5 Iraq/PROPN/obl/3"
    names = (("U.S.", "LOC"), ("Iraq", "LOC"))
    text = "Five/NUM/nummod/3 other/ADJ/amod/3 marines/NOUN/nsubj/4 died/VERB/root/0"
    assert of(resolver, first, text, word="marines", names=names) == ["USA"]
    more = "Other/ADJ/amod/2 troops/NOUN/nsubj/3 died/VERB/root/0"
    assert of(resolver, first, more, word="troops", names=names) == [None]


def test_forces_are_not_of_a_land_whose_ministry_merely_says_something(resolver: Resolver) -> None:
    """Security forces in Egypt stay Egypt's though a French ministry has just spoken."""
    text = (
        "The/DET/det/3 French/ADJ/amod/3 ministry/NOUN/nsubj/4 says/VERB/root/0 security/NOUN/compound/6 "
        "forces/NOUN/nsubj/7 fired/VERB/ccomp/4"
    )
    crowds = "Egyptians/PROPN/nsubj/2 marched/VERB/root/0 in/ADP/case/4 Egypt/PROPN/obl/2"
    names = (*EGYPT, ("Egyptians", "MISC"), ("French", "MISC"))
    assert of(resolver, IN_EGYPT, crowds, text, word="forces", names=names) == ["EGY"]


def test_authorities_are_of_the_place_in_their_sentence(resolver: Resolver) -> None:
    """Who arrests somebody in Sanaa in a text on two lands is Yemen's."""
    first = "Egypt/PROPN/nsubj/2 shook/VERB/root/0 and/CCONJ/cc/4 Yemen/PROPN/conj/1"
    text = "Authorities/NOUN/nsubj/2 arrested/VERB/root/0 her/PRON/obj/2 in/ADP/case/5 Sanaa/PROPN/obl/2"
    names = (("Egypt", "LOC"), ("Yemen", "LOC"), ("Sanaa", "LOC"))
    assert of(resolver, first, text, word="Authorities", names=names) == ["YEM"]


def test_the_government_is_not_that_of_its_clauses_subject(resolver: Resolver) -> None:
    """A state that vows support for "the government" means another's: its own it would call its."""
    text = (
        "America/PROPN/nsubj/4 sent/VERB/dep/4 and/CCONJ/cc/4 vowed/VERB/root/0 support/NOUN/obj/4 for/ADP/case/8 "
        "the/DET/det/8 government/NOUN/nmod/5"
    )
    names = (("Yemen", "LOC"), ("Sanaa", "LOC"), ("America", "LOC"))
    first = "Yemen/PROPN/nsubj/2 shook/VERB/root/0 in/ADP/case/4 Sanaa/PROPN/obl/2"
    assert of(resolver, first, text, word="government", names=names) == ["YEM"]


def test_place_before_a_clause_tells_whose_lawmakers_act_in_it(resolver: Resolver) -> None:
    """In Britain inquiries are held by MPs of Britain, whoever acted before."""
    first = "America/PROPN/nsubj/2 invaded/VERB/root/0 Iraq/PROPN/obj/2"
    text = "In/ADP/case/2 Britain/PROPN/obl/4 MPs/NOUN/nsubj/4 protested/VERB/root/0"
    names = (("America", "LOC"), ("Iraq", "LOC"), ("Britain", "LOC"))
    assert of(resolver, first, text, word="MPs", names=names) == ["GBR"]


def test_they_can_be_an_army(resolver: Resolver) -> None:
    """An army that has searched a town is whom "they" takes up, before those who were with it."""
    first = (
        "The/DET/det/3 Iraqi/ADJ/amod/3 army/NOUN/nsubj/4 searched/VERB/root/0 with/ADP/case/7 US/PROPN/compound/7 "
        "advisers/NOUN/obl/4"
    )
    text = "They/PRON/nsubj/2 arrested/VERB/root/0 men/NOUN/obj/2"
    assert of(resolver, first, text, word="They", names=(("Iraqi", "MISC"), ("US", "LOC"))) == ["IRQ"]


def test_candidates_are_of_the_land_that_a_text_is_mainly_about(resolver: Resolver) -> None:
    """Candidates need no telling where a text is half about one land and twice as much as about any other."""
    first = "America/PROPN/nsubj/2 bombed/VERB/root/0 Syria/PROPN/obj/2 and/CCONJ/cc/5 Iraq/PROPN/conj/3"
    second = "America/PROPN/nsubj/2 voted/VERB/root/0 in/ADP/case/4 America/PROPN/obl/2"
    text = "Candidates/NOUN/nsubj/2 spoke/VERB/root/0"
    names = (("America", "LOC"), ("Syria", "LOC"), ("Iraq", "LOC"))
    assert of(resolver, first, second, second, text, word="Candidates", names=names) == ["USA"]


def test_supporters_are_of_the_man_after_of_whatever_the_tree(resolver: Resolver) -> None:
    """Supporters of Mubarak are of his land where the tree hangs him on the verb."""
    text = "Supporters/NOUN/nsubj/5 of/ADP/case/3 Hosni/PROPN/nsubj/5 Mubarak/PROPN/flat/3 attacked/VERB/root/0"
    assert of(resolver, POWERS, text, word="Supporters", names=(*POWER_NAMES, ("Hosni Mubarak", "PER"))) == ["EGY"]


def test_lord_is_a_briton_where_a_text_speaks_of_britain(resolver: Resolver) -> None:
    """A title that only one land has tells it, if the text speaks of that land."""
    first = "Iraq/PROPN/nsubj/2 fought/VERB/root/0 Britain/PROPN/obj/2 in/ADP/case/5 Baghdad/PROPN/obl/2"
    text = "Lord/PROPN/nmod:desc/2 Redesdale/PROPN/nsubj/3 spoke/VERB/root/0"
    names = (("Britain", "LOC"), ("Iraq", "LOC"), ("Baghdad", "LOC"), ("Lord Redesdale", "PER"))
    assert of(resolver, first, text, word="Redesdale", names=names) == ["GBR"]


def test_prime_minister_is_the_only_one_whom_a_text_names(resolver: Resolver) -> None:
    """A text on Iraq that names Blair alone means him by "the prime minister" before it names him."""
    first = "The/DET/det/3 prime/ADJ/amod/3 minister/NOUN/nsubj/4 left/VERB/root/0 Iraq/PROPN/obj/4"
    text = "Tony/PROPN/nsubj/3 Blair/PROPN/flat/1 spoke/VERB/root/0 in/ADP/case/5 Iraq/PROPN/obl/3"
    names = (("Iraq", "LOC"), ("Tony Blair", "PER"))
    assert of(resolver, first, text, word="minister", names=names, on=2005) == ["GBR"]


def test_one_place_does_not_tell_where_a_text_plays(resolver: Resolver) -> None:
    """Doctors in a text on America that names Iraq in passing are not Iraq's."""
    first = (
        "America/PROPN/nsubj/2 owes/VERB/root/0 veterans/NOUN/obj/2 who/PRON/nsubj/5 served/VERB/acl:relcl/3 "
        "in/ADP/case/7 Iraq/PROPN/obl/5"
    )
    second = "America/PROPN/nsubj/2 slept/VERB/root/0"
    text = "Doctors/NOUN/nsubj/2 protested/VERB/root/0"
    names = (("America", "LOC"), ("Iraq", "LOC"))
    assert of(resolver, first, second, text, word="Doctors", names=names) == ["USA"]


def test_victims_are_where_they_were_hit_not_of_whom_was_hit_there(resolver: Resolver) -> None:
    """Victims of attacks on embassies of America in Kenya are of Kenya."""
    text = (
        "Victims/NOUN/nsubj/9 of/ADP/case/3 attacks/NOUN/nmod/1 on/ADP/case/6 U.S./PROPN/compound/6 "
        "embassies/NOUN/nmod/3 in/ADP/case/8 Kenya/PROPN/nmod/6 wept/VERB/root/0"
    )
    assert of(resolver, text, word="Victims", names=(("U.S.", "LOC"), ("Kenya", "LOC"))) == ["KEN"]


def test_supporters_there_are_at_the_last_place(resolver: Resolver) -> None:
    """Whom a text puts "there" is where it last was."""
    second = "It/PRON/nsubj/2 fought/VERB/root/0 in/ADP/case/4 Egypt/PROPN/obl/2"
    text = "Villagers/NOUN/nsubj/3 there/ADV/advmod/1 wept/VERB/root/0"
    first = "Lebanon/PROPN/nsubj/2 watched/VERB/root/0 in/ADP/case/4 Beirut/PROPN/obl/2"
    names = (("Lebanon", "LOC"), ("Beirut", "LOC"), ("Egypt", "LOC"))
    assert of(resolver, first, second, text, word="Villagers", names=names) == ["EGY"]


def test_coalition_troops_are_not_of_the_land_where_they_fight(resolver: Resolver) -> None:
    """Troops of a coalition beside Iraqi ones have no land of their own."""
    first = "Iraqi/ADJ/amod/2 units/NOUN/nsubj/3 fought/VERB/root/0"
    text = "Coalition/NOUN/compound/2 troops/NOUN/nsubj/3 helped/VERB/root/0"
    assert of(resolver, first, text, word="troops", names=(("Iraqi", "MISC"),)) == [None]


def test_people_of_a_part_of_a_continent_are_not_americans(resolver: Resolver) -> None:
    """Central Americans are of Latin America."""
    text = "Central/ADJ/amod/2 Americans/PROPN/nsubj/3 left/VERB/root/0"
    assert of(resolver, text, word="Americans", names=(("Central Americans", "MISC"),)) == ["LAM"]


def test_islamic_state_is_one_under_all_its_names(resolver: Resolver) -> None:
    """The longer name of the group is not that of another one in Iraq."""
    text = (
        "Islamic/PROPN/amod/2 State/PROPN/nsubj/7 of/ADP/case/4 Iraq/PROPN/nmod/2 and/CCONJ/cc/6 Levant/PROPN/conj/4 "
        "lost/VERB/root/0"
    )
    assert of(resolver, text, word="State", names=(("Islamic State of Iraq and Levant", "ORG"),)) == ["ISIS"]


def test_member_of_parliament_is_of_the_land_of_his_seat(resolver: Resolver) -> None:
    """The MP "for Manchester" is a Briton in a text on France and Germany."""
    text = (
        "George/PROPN/nsubj/8 Quillam/PROPN/flat/1 ,/PUNCT/punct/4 MP/NOUN/appos/1 for/ADP/case/6 Manchester/PROPN/nmod/4 "
        ",/PUNCT/punct/4 spoke/VERB/root/0"
    )
    names = (*POWER_NAMES, ("George Quillam", "PER"), ("Manchester", "LOC"))
    assert of(resolver, POWERS, text, word="George", names=names) == ["GBR"]


def test_who_acts_on_people_far_down_a_clause_is_not_theirs(resolver: Resolver) -> None:
    """Victims to whom an American pays tribute in Kenya are not Americans."""
    first = "Bombs/NOUN/nsubj/2 exploded/VERB/root/0 in/ADP/case/4 Kenya/PROPN/obl/2"
    text = (
        "The/DET/det/3 American/ADJ/amod/3 envoy/NOUN/nsubj/4 paid/VERB/root/0 tribute/NOUN/obj/4 to/ADP/case/7 "
        "victims/NOUN/nmod/5"
    )
    names = (("Kenya", "LOC"), ("American", "MISC"))
    assert of(resolver, first, text, word="victims", names=names) == ["KEN"]


def test_surname_with_a_particle_after_a_title_is_a_person(resolver: Resolver) -> None:
    """An envoy whose surname the reader overlooked is named by it."""
    text = (
        "The/DET/det/4 UN/PROPN/compound/4 Special/ADJ/amod/4 Envoy/PROPN/nsubj/7 de/PROPN/compound/6 "
        "Mistura/PROPN/nmod/4 spoke/VERB/root/0"
    )
    found = resolver(reading(text, names=(("UN", "ORG"),), published=date(2017, 2, 1)))
    assert "Mistura" in " ".join(actor.name for actor in found.actors.values())


def test_one_protester_is_of_the_land_where_the_others_are(resolver: Resolver) -> None:
    """A protester in Algeria is not of the land whose ruler acted last."""
    first = (
        "Algeria/PROPN/nsubj/2 shook/VERB/root/0 as/SCONJ/mark/5 protesters/NOUN/nsubj/5 marched/VERB/advcl/2 "
        "in/ADP/case/7 Algeria/PROPN/obl/5"
    )
    second = "Hosni/PROPN/nsubj/3 Mubarak/PROPN/flat/1 resigned/VERB/root/0"
    text = "One/NUM/nummod/2 protester/NOUN/nsubj/3 wept/VERB/root/0"
    names = (("Algeria", "LOC"), ("Hosni Mubarak", "PER"))
    assert of(resolver, first, second, text, word="protester", names=names) == ["DZA"]


def test_those_among_victims_do_not_tell_whose_the_others_are(resolver: Resolver) -> None:
    """People killed in Kenya, including Americans, are people of Kenya."""
    first = "Bombs/NOUN/nsubj/2 exploded/VERB/root/0 in/ADP/case/4 Kenya/PROPN/obl/2"
    text = (
        "They/PRON/nsubj/2 killed/VERB/root/0 villagers/NOUN/obj/2 ,/PUNCT/punct/6 including/VERB/case/6 "
        "Americans/PROPN/nmod/3"
    )
    assert of(resolver, first, text, word="villagers", names=(("Kenya", "LOC"), ("Americans", "MISC"))) == ["KEN"]


def test_head_of_a_lands_service_is_of_that_land(resolver: Resolver) -> None:
    """The head "of Italy's service" is an Italian in a text on Haiti."""
    first = "Haiti/PROPN/nsubj/2 shook/VERB/root/0 in/ADP/case/4 Haiti/PROPN/obl/2"
    text = (
        "The/DET/det/2 head/NOUN/nsubj/7 of/ADP/case/6 Italy/PROPN/nmod:poss/6 's/PART/case/4 service/NOUN/nmod/2 "
        "complained/VERB/root/0"
    )
    assert of(resolver, first, text, word="head", names=(("Haiti", "LOC"), ("Italy", "LOC"))) == ["ITA"]


def test_people_joined_to_a_government_are_of_the_land_after_of(resolver: Resolver) -> None:
    """In "the government and people of Iraq" the people are Iraq's, wherever the tree hangs the land."""
    text = (
        "America/PROPN/nsubj/2 helps/VERB/root/0 the/DET/det/4 government/NOUN/obj/2 and/CCONJ/cc/6 "
        "people/NOUN/conj/4 of/ADP/case/8 Iraq/PROPN/nmod/4"
    )
    assert of(resolver, text, word="people", names=(("America", "LOC"), ("Iraq", "LOC"))) == ["IRQ"]


def test_terrorist_groups_may_be_of_any_land(resolver: Resolver) -> None:
    """What goes for terrorists goes for groups called by them."""
    first = "America/PROPN/nsubj/2 mourned/VERB/root/0 in/ADP/case/4 Boston/PROPN/obl/2"
    text = "America/PROPN/nsubj/2 hunted/VERB/root/0 terrorist/ADJ/amod/4 groups/NOUN/obj/2"
    assert of(resolver, first, text, word="groups", names=(("America", "LOC"), ("Boston", "LOC"))) == [None]


def test_members_of_a_parliament_are_no_americans(resolver: Resolver) -> None:
    """MPs in a text on America and Britain are Britons; one by name in a text on other lands is of none."""
    first = "America/PROPN/nsubj/2 thanked/VERB/root/0 Britain/PROPN/obj/2"
    text = "America/PROPN/nsubj/2 slept/VERB/root/0 and/CCONJ/cc/5 MPs/NOUN/nsubj/5 protested/VERB/conj/2"
    assert of(resolver, first, text, word="MPs", names=(("America", "LOC"), ("Britain", "LOC"))) == ["GBR"]
    named = (
        "George/PROPN/nsubj/7 Quillam/PROPN/flat/1 ,/PUNCT/punct/5 a/DET/det/5 MP/NOUN/appos/1 ,/PUNCT/punct/5 "
        "left/VERB/root/0"
    )
    assert of(resolver, POWERS, named, word="George", names=(*POWER_NAMES, ("George Quillam", "PER"))) == [None]


def test_planes_over_a_city_are_of_its_land(resolver: Resolver) -> None:
    """Jets that fly low over Cairo are not of the Americans who spoke just before."""
    spoke = "American/ADJ/amod/2 officials/NOUN/nsubj/3 spoke/VERB/root/0"
    flew = "Two/NUM/nummod/2 jets/NOUN/nsubj/3 flew/VERB/root/0 over/ADP/case/5 Cairo/PROPN/obl/3"
    assert of(resolver, spoke, flew, word="jets", names=(("American", "MISC"), ("Cairo", "LOC"))) == ["EGY"]
