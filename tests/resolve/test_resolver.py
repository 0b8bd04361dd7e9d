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


def test_a_chairman_may_head_a_state(resolver: Resolver) -> None:
    """Chairman Khrushchev is the Soviet premier where the Soviets are spoken of, and nobody known elsewhere."""
    words = "Chairman/PROPN/nmod:desc/2 Khrushchev/PROPN/nsubj/3 left/VERB/root/0 {}/PROPN/obj/3"
    names = ("Khrushchev", "PER")
    there, elsewhere = (
        resolver(reading(words.format(place), names=(names, (place, "LOC")), published=date(1962, 10, 22)))
        for place in ("Moscow", "Paris")
    )
    assert named(there, "Nikita Khrushchev").country == "SUN"
    assert [a.name for a in elsewhere.actors.values() if "Khrushchev" in a.name] == ["Khrushchev"]


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


def test_hyphenated_title_is_one(resolver: Resolver) -> None:
    """A title with a hyphen is one mention to its end, held by the body named before it."""
    read = reading(
        "The/DET/det/3 U.N./PROPN/compound/3 Secretary/PROPN/nsubj/6 -/PUNCT/punct/5 General/PROPN/nmod/3 "
        "left/VERB/root/0",
        names=(("U.N.", "ORG"),),
    )
    title = resolver(read).mentions[0]
    assert (title.first, title.last, title.country) == (0, 5, "UN")


def test_regime_is_never_the_speakers_own(resolver: Resolver) -> None:
    """In a British government statement "the regime" is the state spoken of, not the British one."""
    read = reading(
        "Britain/PROPN/nsubj/2 condemns/VERB/root/0 attacks/NOUN/obj/2 in/ADP/case/5 Syria/PROPN/nmod/3",
        "The/DET/det/2 regime/NOUN/nsubj/4 must/AUX/aux/4 stop/VERB/root/0",
        names=(("Britain", "LOC"), ("Syria", "LOC")),
        outlet="Foreign Office",
    )
    regime = next(m for m in resolver(read).mentions if m.first == 5)
    assert regime.country == "SYR"


def test_army_that_warns_a_state_is_anothers(resolver: Resolver) -> None:
    """An army that warns Israel belongs to the other side of the text."""
    read = reading(
        "Syria/PROPN/nsubj/2 accused/VERB/root/0 Israel/PROPN/obj/2",
        "The/DET/det/2 army/NOUN/nsubj/3 warned/VERB/root/0 Israel/PROPN/obj/3",
        names=(("Syria", "LOC"), ("Israel", "LOC"), ("Israel", "LOC")),
    )
    army = next(m for m in resolver(read).mentions if m.head == 4)
    assert army.country == "SYR"


def test_list_of_subjects_is_no_apposition(resolver: Resolver) -> None:
    """A title between a name's comma and the verb is a second subject, not what the name is."""
    read = reading(
        "Carter/PROPN/nsubj/6 ,/PUNCT/punct/5 Iraqi/ADJ/amod/5 Prime/ADJ/amod/5 Minister/NOUN/appos/1 "
        "discuss/VERB/root/0 moves/NOUN/obj/6",
        "Defense/PROPN/compound/2 Secretary/PROPN/nmod:desc/3 Ash/PROPN/nsubj/5 Carter/PROPN/flat/3 left/VERB/root/0",
        names=(("Carter", "PER"), ("Iraqi", "MISC"), ("Ash Carter", "PER")),
        published=date(2016, 12, 11),
    )
    assert named(resolver(read), "Ash Carter").country == "USA"


def test_namesake_in_office_is_another(resolver: Resolver) -> None:
    """A president is not his brother who is named in full beside him."""
    read = reading(
        "President/PROPN/nmod:desc/2 Kennedy/PROPN/nsubj/3 left/VERB/root/0",
        "Robert/PROPN/nsubj/4 F./PROPN/flat/1 Kennedy/PROPN/flat/1 stayed/VERB/root/0",
        names=(("Kennedy", "PER"), ("Robert F. Kennedy", "PER")),
        published=date(1962, 10, 27),
    )
    first, second = resolver(read).mentions
    assert first.actor == "a-john-f-kennedy"
    assert second.actor != first.actor


def test_two_men_are_one_mention_each(resolver: Resolver) -> None:
    """Words that mean two who were named give a mention for each; "all parties" of nobody give none."""
    read = reading(
        "Biden/PROPN/nsubj/2 met/VERB/root/0 Netanyahu/PROPN/obj/2",
        "The/DET/det/3 two/NUM/nummod/3 men/NOUN/nsubj/4 warned/VERB/root/0 all/DET/det/6 parties/NOUN/obj/4",
        names=(("Biden", "PER"), ("Netanyahu", "PER")),
    )
    found = resolver(read)
    assert [m.actor for m in found.mentions if m.first == 3] == ["a-biden", "a-netanyahu"]
    assert all(m.head != 8 for m in found.mentions)


def test_his_in_a_quotation_is_not_the_speakers(resolver: Resolver) -> None:
    """Who speaks of "his words" in a quotation speaks of another."""
    read = reading(
        "Saddam/PROPN/nsubj/2 spoke/VERB/root/0",
        "Richard/PROPN/nsubj/3 Boucher/PROPN/flat/1 said/VERB/root/0 "
        "his/PRON/nmod:poss/5 words/NOUN/nsubj/6 lie/VERB/ccomp/3",
        names=(("Saddam", "PER"), ("Richard Boucher", "PER")),
        published=date(1990, 8, 16),
        quote=("his words lie", "Richard Boucher"),
    )
    his = next(m for m in resolver(read).mentions if m.form is Form.PRONOUN)
    assert his.actor == "a-saddam"


def test_resolution_speaks_for_its_council(resolver: Resolver) -> None:
    """A resolution that demands is the Security Council in a text that speaks of the United Nations."""
    read = reading(
        "The/DET/det/2 UN/PROPN/nsubj/3 met/VERB/root/0",
        "The/DET/det/2 Resolution/NOUN/nsubj/3 demanded/VERB/root/0 access/NOUN/obj/3",
        names=(("UN", "ORG"),),
    )
    assert [m.actor for m in resolver(read).mentions][-1] == "a-un-security-council"


def test_noun_before_a_bodys_name_is_part_of_it(resolver: Resolver) -> None:
    """A news agency and its name are one mention."""
    read = reading(
        "Syrian/ADJ/amod/3 news/NOUN/compound/3 agency/NOUN/nsubj/5 SANA/PROPN/appos/3 reported/VERB/root/0",
        names=(("Syrian", "MISC"), ("SANA", "ORG")),
    )
    outer = resolver(read).mentions[0]
    assert (outer.first, outer.last, outer.actor) == (0, 4, "a-sana")


def test_bare_surname_before_a_namesakes_full_name_is_the_leader(resolver: Resolver) -> None:
    """A surname that stands before the full name of another is that of the head of state whom everybody knows."""
    read = reading(
        "Mr./PROPN/nmod:desc/2 Kennedy/PROPN/nsubj/3 left/VERB/root/0",
        "Robert/PROPN/nsubj/4 F./PROPN/flat/1 Kennedy/PROPN/flat/1 told/VERB/root/0 Americans/PROPN/obj/4",
        names=(("Kennedy", "PER"), ("Robert F. Kennedy", "PER"), ("Americans", "MISC")),
        published=date(1962, 10, 28),
    )
    assert resolver(read).mentions[0].actor == "a-john-f-kennedy"


def test_two_countries_are_those_named_together(resolver: Resolver) -> None:
    """The words "both countries" after "Iraq and Kuwait" are these two."""
    read = reading(
        "Americans/PROPN/nsubj/4 are/AUX/cop/4 in/ADP/case/4 Iraq/PROPN/root/0 and/CCONJ/cc/6 Kuwait/PROPN/conj/4",
        "Both/DET/det/2 countries/NOUN/nsubj/3 waited/VERB/root/0",
        names=(("Iraq", "LOC"), ("Kuwait", "LOC")),
    )
    assert [m.actor for m in resolver(read).mentions if m.first == 6] == ["a-iraq", "a-kuwait"]


def test_title_and_name_between_commas_are_one(resolver: Resolver) -> None:
    """A name between commas after a title is its bearer, even where the tree makes two subjects of them."""
    read = reading(
        "The/DET/det/3 Foreign/PROPN/compound/3 Secretary/PROPN/nsubj/8 ,/PUNCT/punct/5 Boris/PROPN/nsubj/8 "
        "Johnson/PROPN/flat/5 ,/PUNCT/punct/5 spoke/VERB/root/0",
        names=(("Boris Johnson", "PER"),),
        published=date(2016, 9, 1),
    )
    assert {m.actor for m in resolver(read).mentions} == {"a-boris-johnson"}


def test_himself_is_the_subject(resolver: Resolver) -> None:
    """A reflexive pronoun means the subject of its clause, which a plain one cannot."""
    read = reading(
        "Barack/PROPN/nsubj/3 Obama/PROPN/flat/1 defended/VERB/root/0 himself/PRON/obj/3",
        names=(("Barack Obama", "PER"),),
    )
    obama, himself = resolver(read).mentions
    assert himself.actor == obama.actor


def test_they_are_the_two_just_named(resolver: Resolver) -> None:
    """Two states joined by "and" are what "they" takes up, one mention of each."""
    read = reading(
        "Israel/PROPN/nsubj/4 and/CCONJ/cc/3 Egypt/PROPN/conj/1 met/VERB/root/0",
        "They/PRON/nsubj/2 agreed/VERB/root/0",
        names=(("Israel", "LOC"), ("Egypt", "LOC")),
    )
    they = [m.actor for m in resolver(read).mentions if m.form is Form.PRONOUN]
    assert sorted(filter(None, they)) == ["a-egypt", "a-israel"]


def test_counterpart_is_the_one_of_the_other_side(resolver: Resolver) -> None:
    """The counterpart of a president is the other president of the text."""
    read = reading(
        "President/PROPN/nmod:desc/2 Vladimir/PROPN/nsubj/4 Putin/PROPN/flat/2 left/VERB/root/0",
        "President/PROPN/nmod:desc/2 Barack/PROPN/nsubj/4 Obama/PROPN/flat/2 met/VERB/root/0 "
        "his/PRON/nmod:poss/6 counterpart/NOUN/obj/4",
        names=(("Vladimir Putin", "PER"), ("Barack Obama", "PER")),
        published=date(2014, 3, 1),
    )
    found = {m.actor for m in resolver(read).mentions if m.form is Form.NOMINAL}
    assert found == {named(resolver(read), "Vladimir Putin").id}


def test_two_capitals_side_by_side_are_states(resolver: Resolver) -> None:
    """Capitals named together as those who are at odds stand for their governments."""
    read = reading(
        "Washington/PROPN/nsubj/6 and/CCONJ/cc/3 Moscow/PROPN/conj/1 are/AUX/cop/6 at/ADP/case/6 odds/NOUN/root/0",
        names=(("Washington", "LOC"), ("Moscow", "LOC")),
    )
    assert {m.actor for m in resolver(read).mentions} == {"a-united-states", "a-russia"}


def test_letter_has_a_writer_and_a_reader(resolver: Resolver) -> None:
    """In a signed letter "I" is who signs and "you" is who is greeted."""
    read = reading(
        "Dear/ADJ/amod/2 Hannah/PROPN/root/0",
        "I/PRON/nsubj/2 thank/VERB/root/0 you/PRON/obj/2",
        "I/PRON/nsubj/2 agree/VERB/root/0",
        "Yours/PRON/root/0",
        "Bill/PROPN/root/0",
        names=(("Hannah", "PER"), ("Bill", "PER")),
    )
    said = [m.actor for m in resolver(read).mentions if m.form is Form.PRONOUN]
    assert said[:3] == ["a-bill", "a-hannah", "a-bill"]


def test_minister_of_a_country_whose_of_was_misread(resolver: Resolver) -> None:
    """A preposition that the tree hangs on the noun before it still ties the country after it to that noun."""
    read = reading(
        "The/DET/det/3 foreign/ADJ/amod/3 minister/NOUN/nsubj/6 of/PROPN/flat/3 Norway/PROPN/appos/3 left/VERB/root/0",
        names=(("Norway", "LOC"),),
    )
    outer, inner = resolver(read).mentions
    assert (outer.country, outer.first, outer.last) == ("NOR", 0, 5)
    assert (inner.actor, inner.nested) == ("a-norway", True)


def test_title_goes_on_after_its_noun(resolver: Resolver) -> None:
    """The U.S. Secretary of State without a name is the holder of the day."""
    read = reading(
        "The/DET/det/3 U.S./PROPN/compound/3 Secretary/PROPN/nsubj/6 of/ADP/case/5 State/PROPN/nmod/3 left/VERB/root/0",
        names=(("U.S.", "LOC"),),
    )
    assert {m.actor for m in resolver(read).mentions} == {"a-antony-blinken", "a-united-states"}


def test_secretary_alone_is_the_secretary_of_state(resolver: Resolver) -> None:
    """Somebody called "Secretary Blinken" is the holder of that office, not a stranger of the country last spoken of."""
    read = reading(
        "Syria/PROPN/nsubj/2 waited/VERB/root/0",
        "Secretary/PROPN/nmod:desc/2 Blinken/PROPN/nsubj/3 left/VERB/root/0",
        names=(("Syria", "LOC"), ("Blinken", "PER")),
    )
    assert named(resolver(read), "Antony Blinken").country == "USA"


def test_two_aides_are_those_named_after_them(resolver: Resolver) -> None:
    """Several people whose names follow after a comma are one mention of each of them."""
    read = reading(
        "Two/NUM/nummod/2 aides/NOUN/nsubj/9 ,/PUNCT/punct/4 Uzi/PROPN/appos/2 Arad/PROPN/flat/4 and/CCONJ/cc/7 "
        "Danny/PROPN/conj/4 Naveh/PROPN/flat/7 left/VERB/root/0",
        names=(("Uzi Arad", "PER"), ("Danny Naveh", "PER")),
    )
    aides = [m.actor for m in resolver(read).mentions if m.form is not Form.NAME]
    assert aides == ["a-uzi-arad", "a-danny-naveh"]


def test_speaker_does_not_name_himself(resolver: Resolver) -> None:
    """The "he" who says a sentence is not the person whom the sentence names."""
    read = reading(
        "Martin/PROPN/nsubj/3 Indyk/PROPN/flat/1 spoke/VERB/root/0",
        "“/PUNCT/punct/3 Bibi/PROPN/nsubj/3 agreed/VERB/ccomp/7 ,/PUNCT/punct/3 ”/PUNCT/punct/3 he/PRON/nsubj/7 "
        "said/VERB/root/0",
        names=(("Martin Indyk", "PER"), ("Bibi", "PER")),
        quote=("“ Bibi agreed , ”", "he"),
    )
    (he,) = [m.actor for m in resolver(read).mentions if m.form is Form.PRONOUN]
    assert he == "a-martin-indyk"


def test_joined_verbs_share_their_subject(resolver: Resolver) -> None:
    """Whoever calls somebody "and urged him" does not urge himself."""
    read = reading(
        "Mr./PROPN/nmod:desc/2 Kerry/PROPN/nsubj/3 called/VERB/root/0 Mr./PROPN/nmod:desc/5 Lavrov/PROPN/obj/3 "
        "and/CCONJ/cc/7 urged/VERB/conj/3 him/PRON/obj/7",
        names=(("Kerry", "PER"), ("Lavrov", "PER")),
    )
    (him,) = [m.actor for m in resolver(read).mentions if m.form is Form.PRONOUN]
    assert him == "a-lavrov"


def test_state_of_a_federation_is_no_body(resolver: Resolver) -> None:
    """Two capitals after a town and a comma are the state where it lies."""
    read = reading(
        "Reading/PROPN/nsubj/5 ,/PUNCT/punct/3 PA/PROPN/appos/1 ,/PUNCT/punct/3 grew/VERB/root/0",
        names=(("Reading", "LOC"), ("PA", "ORG")),
    )
    assert not [a for a in resolver(read).actors.values() if a.country == "PSE"]


def test_body_with_its_country_is_one_name(resolver: Resolver) -> None:
    """A country and its own body after it are the body, however the text calls it elsewhere."""
    read = reading(
        "The/DET/det/4 U.S./PROPN/compound/4 State/PROPN/compound/4 Department/PROPN/nsubj/5 spoke/VERB/root/0",
        "The/DET/det/3 State/PROPN/compound/3 Department/PROPN/nsubj/4 agreed/VERB/root/0",
        names=(("U.S. State Department", "ORG"), ("State Department", "ORG")),
    )
    assert len(named(resolver(read), "State Department").mentions) == 2


def test_who_acts_as_something_is_it(resolver: Resolver) -> None:
    """The office as which a person works is his."""
    read = reading(
        "Norton/PROPN/nsubj/2 worked/VERB/root/0 as/ADP/case/5 a/DET/det/5 businessman/NOUN/obl/2",
        names=(("Norton", "PER"),),
    )
    assert {m.actor for m in resolver(read).mentions} == {"a-norton"}


def test_u_before_a_burmese_name_is_no_initial(resolver: Resolver) -> None:
    """U Thant is the Secretary-General of 1962: his whole name has two parts."""
    read = reading(
        "U/PROPN/nsubj/3 Thant/PROPN/flat/1 appealed/VERB/root/0",
        names=(("U Thant", "PER"),),
        published=date(1962, 10, 25),
    )
    assert resolver(read).mentions[0].country == "UN"
