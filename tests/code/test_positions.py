"""Where an actor stands."""

from __future__ import annotations

from demarche.code.contexts import Contexts
from demarche.code.positions import Positions
from demarche.codebook import load
from demarche.record import Actor, ActorKind, Claim, SourceKind, Stance
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

WELCOMES = "France/France/PROPN/nsubj/2 welcomes/welcome/VERB/root/0 the/the/DET/det/4 ceasefire/ceasefire/NOUN/obj/2"
NOT_SUPPORT = (
    "France/France/PROPN/nsubj/4 does/do/AUX/aux/4 not/not/PART/advmod/4 support/support/VERB/root/0 "
    "sanctions/sanction/NOUN/obj/4"
)
UNACCEPTABLE = "The/the/DET/det/2 blockade/blockade/NOUN/nsubj/4 is/be/AUX/cop/4 unacceptable/unacceptable/ADJ/root/0"
DEMANDS_END = (
    "France/France/PROPN/nsubj/2 demanded/demand/VERB/root/0 an/a/DET/det/4 end/end/NOUN/obj/2 to/to/ADP/case/6 "
    "blockade/blockade/NOUN/nmod/4"
)
CONDOLENCES = (
    "France/France/PROPN/nsubj/2 offered/offer/VERB/root/0 support/support/NOUN/obj/2 and/and/CCONJ/cc/5 "
    "condolences/condolence/NOUN/conj/3 after/after/ADP/case/8 the/the/DET/det/8 attack/attack/NOUN/nmod/3"
)
WILL_NOT = (
    "France/France/PROPN/nsubj/4 will/will/AUX/aux/4 not/not/PART/advmod/4 lift/lift/VERB/root/0 "
    "sanctions/sanction/NOUN/obj/4"
)
OTHERS_WILL = WILL_NOT.replace("France/France", "Iran/Iran")


def stands_of(sentence, mentions, speaker=None):
    """Return actor, issue and stance of each position; the whole sentence is what the speaker says."""
    reading = reading_of(tree(sentence))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in mentions}
    claims = ()
    if speaker:
        actors["a-minister"] = Actor(id="a-minister", name="minister", kind=ActorKind.PERSON, country=speaker)
        span = reading.span(0, len(reading.doc))
        claims = (Claim(id="c1", span=span, source="a-minister", source_kind=SourceKind.NAMED),)
    book = load()
    found = Positions(
        reading=reading,
        resolution=Resolution(actors=actors, mentions=tuple(mentions)),
        codebook=book,
        contexts=Contexts(book),
        claims=claims,
        told={},
    ).find()
    return [(p.actor, p.issue, p.stance) for p in found]


def test_a_verb_of_approval_takes_a_stand():
    """Who welcomes a cease-fire is for it."""
    assert stands_of(WELCOMES, [mention(0, "FRA")]) == [("a-fra", "cease-fire", Stance.FOR)]


def test_a_negation_turns_the_stand():
    """Who does not support sanctions is against them."""
    assert stands_of(NOT_SUPPORT, [mention(0, "FRA")]) == [("a-fra", "sanctions", Stance.AGAINST)]


def test_a_judgement_is_the_speakers():
    """Who calls a blockade unacceptable is against it."""
    assert stands_of(UNACCEPTABLE, [], "FRA") == [("a-minister", "blockade and siege", Stance.AGAINST)]


def test_who_wants_an_end_is_against():
    """Who demands the end of a blockade is against it."""
    assert stands_of(DEMANDS_END, [mention(0, "FRA")]) == [("a-fra", "blockade and siege", Stance.AGAINST)]


def test_condolences_take_no_stand():
    """Feeling for the victims of an attack is no stand on an issue."""
    assert stands_of(CONDOLENCES, [mention(0, "FRA")]) == []


def test_what_ones_own_side_will_not_do_is_a_stand():
    """A French minister who says that France will not lift sanctions is for them."""
    assert stands_of(WILL_NOT, [mention(0, "FRA")], "FRA") == [("a-minister", "sanctions", Stance.FOR)]


def test_what_others_will_do_is_no_stand_of_the_speaker():
    """A French minister who says what Iran will not do takes no stand by it."""
    assert stands_of(OTHERS_WILL, [mention(0, "IRN")], "FRA") == []
