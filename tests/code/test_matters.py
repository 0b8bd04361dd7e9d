"""What a stand is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.code.matters import Matters, matters_of
from demarche.codebook import load
from demarche.record import Actor, ActorKind, Stance, TimeExpression, TimeInterval, TimeType
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

REGION = (
    "demanded/demand/VERB/root/0 an/a/DET/det/4 autonomous/autonomous/ADJ/amod/4 region/region/NOUN/obj/1 "
    ",/,/PUNCT/punct/6 raising/raise/VERB/advcl/1 oil/oil/NOUN/compound/8 prices/price/NOUN/obj/6"
)
END = (
    "sought/seek/VERB/root/0 an/a/DET/det/3 end/end/NOUN/obj/1 to/to/ADP/case/6 the/the/DET/det/6 "
    "blockade/blockade/NOUN/nmod/3"
)
EXERCISE = "allow/allow/VERB/root/0 a/a/DET/det/3 right/right/NOUN/obj/1 to/to/PART/mark/5 exercise/exercise/VERB/acl/3"
OPPRESSION = "condemned/condemn/VERB/root/0 the/the/DET/det/3 torture/torture/NOUN/obj/1"
ON_SATURDAY = "called/call/VERB/root/0 on/on/ADP/case/3 Saturday/Saturday/PROPN/obl/1"
PRAISED = "praised/praise/VERB/root/0 Iran/Iran/PROPN/obj/1"


def issue_of(sentence, stance=Stance.FOR):
    """Return the issue of what hangs on the first word."""
    reading = reading_of(tree(sentence))
    matters = Matters(reading=reading, resolution=Resolution(), codebook=load())
    return matters.of(reading.sentences[0], matters_of(reading.doc[0]), stance)


def test_a_matter_that_no_table_knows_is_named_by_its_own_words():
    """An autonomous region is what is demanded, not the oil of a clause further on."""
    assert issue_of(REGION) == "autonomous region"


def test_a_light_noun_gives_way_to_what_hangs_on_it():
    """An end to the blockade is about the blockade."""
    assert issue_of(END) == "blockade and siege"


def test_a_verb_is_not_the_noun_that_is_written_like_it():
    """To exercise a right is no military exercise."""
    assert issue_of(EXERCISE) == "right"


def test_who_condemns_a_harm_is_not_against_the_good():
    """Who is against torture is not said to be against human rights."""
    assert issue_of(OPPRESSION, Stance.AGAINST) == "torture"


def test_a_day_is_no_matter():
    """Who called for something on Saturday does not stand for Saturday."""
    reading = reading_of(tree(ON_SATURDAY))
    saturday = date(2024, 5, 18)
    time = TimeExpression(
        id="t1",
        span=reading.span(2, 3),
        type=TimeType.DATE,
        value=saturday.isoformat(),
        interval=TimeInterval.day(saturday),
        anchor=None,
    )
    matters = Matters(reading=replace(reading, times=(time,)), resolution=Resolution(), codebook=load())

    assert matters.of(reading.sentences[0], [reading.doc[2]], Stance.FOR) is None


def test_who_is_praised_is_the_side_that_the_stand_is_on():
    """Where the matter is an actor, its name tells the side."""
    reading = reading_of(tree(PRAISED))
    resolution = Resolution(
        actors={"a-irn": Actor(id="a-irn", name="Iran", kind=ActorKind.STATE, country="IRN")},
        mentions=(mention(1, "IRN"),),
    )
    matters = Matters(reading=reading, resolution=resolution, codebook=load())

    assert matters.of(reading.sentences[0], matters_of(reading.doc[0]), Stance.FOR) is None
    assert matters.side(matters_of(reading.doc[0])) == "Iran"


def test_the_word_of_stand_is_not_what_the_stand_is_on():
    """Who votes for somebody is not thereby for voting; the vote that he refuses is."""
    words = tree("vote/vote/VERB/root/0 for/for/ADP/case/3 elections/election/NOUN/obl/1")
    reading = reading_of(words)
    matters = Matters(reading=reading, resolution=Resolution(), codebook=load())

    assert matters.within(reading.sentences[0], range(1), Stance.FOR, reading.doc[0]) is None
    assert matters.within(reading.sentences[0], range(3), Stance.FOR, reading.doc[0]) == "elections"


def test_who_is_named_is_no_issue():
    """Elections that are the name of somebody are not what a stand is on."""
    reading = reading_of(tree("urged/urge/VERB/root/0 elections/election/NOUN/obj/1"))
    named = Resolution(mentions=(mention(1, "FRA"),))

    assert (
        Matters(reading=reading, resolution=named, codebook=load()).within(
            reading.sentences[0], range(2), Stance.FOR, reading.doc[0]
        )
        is None
    )


def test_what_hangs_on_an_actor_is_not_what_a_stand_is_on():
    """Who seeks an abortion activist takes no stand on abortion."""
    reading = reading_of(
        tree("sought/seek/VERB/root/0 abortion/abortion/NOUN/compound/3 activists/activist/NOUN/obj/1")
    )
    named = Resolution(mentions=(mention(2, "USA"),))
    matters = Matters(reading=reading, resolution=named, codebook=load())
    assert matters.listed(reading.sentences[0], matters_of(reading.doc[0]), Stance.FOR) is None


def test_a_place_beside_an_object_names_no_issue():
    """Who attacks rivals on a platform has no stand on the platform."""
    text = "attacked/attack/VERB/root/0 rivals/rival/NOUN/obj/1 on/on/ADP/case/4 platforms/platform/NOUN/obl/1"
    reading = reading_of(tree(text))
    matters = Matters(reading=reading, resolution=Resolution(), codebook=load())
    assert matters.of(reading.sentences[0], [reading.doc[3]], Stance.AGAINST) is None


def test_a_government_is_named_as_one():
    """Who protests their government stands against the government of his country, not against the country."""
    reading = reading_of(
        tree("protest/protest/VERB/root/0 their/their/PRON/nmod:poss/3 government/government/NOUN/obj/1")
    )
    state = Actor(id="a-egy", name="Egypt", kind=ActorKind.STATE, country="EGY")
    named = Resolution(actors={"a-egy": state}, mentions=(mention(2, "EGY"),))
    matters = Matters(reading=reading, resolution=named, codebook=load())
    assert matters.side(matters_of(reading.doc[0])) == "government of Egypt"


def test_a_unit_is_no_issue():
    """The "m" of "346m" names nothing."""
    assert issue_of("sought/seek/VERB/root/0 m/m/NOUN/obj/1") is None


PROGRAMME = (
    "requested/request/VERB/root/0 help/help/NOUN/obj/1 with/with/ADP/case/4 work/work/NOUN/nmod/2 "
    "that/that/PRON/nsubj/6 lifted/lift/VERB/acl:relcl/4 sanctions/sanction/NOUN/obj/6"
)


def test_what_only_says_more_of_another_thing_is_no_issue():
    """A request for help with work that lifted sanctions is not about sanctions; one for help with sanctions is."""
    assert within(PROGRAMME) is None
    assert within(PROGRAMME.replace("work/work/NOUN", "sanctions/sanction/NOUN")) == "sanctions"


def within(sentence):
    """Return the surest issue that the words of a sentence name."""
    reading = reading_of(tree(sentence))
    matters = Matters(reading=reading, resolution=Resolution(), codebook=load())
    return matters.within(reading.sentences[0], range(len(reading.doc)), Stance.FOR, reading.doc[0])
