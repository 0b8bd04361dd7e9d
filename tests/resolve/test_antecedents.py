"""Whom pronouns mean, on sentences with hand-made trees and the shipped tables."""

from __future__ import annotations

import pytest

from demarche.codebook.world import World
from demarche.resolve import Resolution, Resolver

from .readings import reading


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    """Keep one resolver for the module: the tables are read once."""
    return Resolver(World.load())


def meant(resolution: Resolution, text: str, word: str) -> str | None:
    """Return the actor of a word of the last sentence of a text."""
    tokens = [token.split("/")[0] for token in text.split()]
    found = resolution.headed_by(len(tokens) - 1 - tokens[::-1].index(word))
    return found.actor if found else None


def test_who_said_he_is_he(resolver: Resolver) -> None:
    """In "a minister who said he would" the minister is meant, and not the subject of the sentence."""
    text = (
        "Saadi/PROPN/nsubj/2 met/VERB/root/0 the/DET/det/5 Iraqi/ADJ/amod/5 minister/NOUN/obj/2 who/PRON/nsubj/7 "
        "said/VERB/acl:relcl/5 he/PRON/nsubj/9 agreed/VERB/ccomp/7"
    )
    found = resolver(reading(text, names=(("Saadi", "PER"), ("Iraqi", "MISC"))))
    assert meant(found, text, "he") == meant(found, text, "minister") != meant(found, text, "Saadi")


def test_subject_of_a_passive_goes_before_who_acts(resolver: Resolver) -> None:
    """Who was shot by an officer "after he ran" ran."""
    text = (
        "Scott/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 shot/VERB/root/0 by/ADP/case/6 an/DET/det/6 "
        "officer/NOUN/obl:agent/3 after/SCONJ/mark/9 he/PRON/nsubj/9 ran/VERB/advcl/3"
    )
    found = resolver(reading(text, names=(("Scott", "PER"),)))
    assert meant(found, text, "he") == "a-scott"


def test_their_in_a_list_means_the_first_of_it(resolver: Resolver) -> None:
    """In "urged the rebels and their supporters" the supporters are the rebels'."""
    text = (
        "Iraqis/PROPN/nsubj/2 urged/VERB/root/0 rebels/NOUN/obj/2 and/CCONJ/cc/6 their/PRON/nmod:poss/6 "
        "supporters/NOUN/conj/3"
    )
    found = resolver(reading(text, names=(("Iraqis", "MISC"),)))
    assert meant(found, text, "their") == meant(found, text, "rebels")


def test_body_of_judges_is_no_he(resolver: Resolver) -> None:
    """A pronoun of a man passes over a grand jury."""
    text = (
        "Clark/PROPN/nsubj/2 told/VERB/root/0 a/DET/det/5 grand/ADJ/amod/5 jury/NOUN/obj/2 that/SCONJ/mark/8 "
        "he/PRON/nsubj/8 knew/VERB/ccomp/2"
    )
    found = resolver(reading(text, names=(("Clark", "PER"),)))
    assert meant(found, text, "he") == "a-clark"


def test_we_outside_quotations_is_the_state_that_acts_there(resolver: Resolver) -> None:
    """A writer who says "we" where the United States acts speaks for it."""
    text = (
        "The/DET/det/3 United/PROPN/compound/3 States/PROPN/nsubj/5 will/AUX/aux/5 add/VERB/root/0 to/ADP/case/7 "
        "what/PRON/obl/5 we/PRON/nsubj/9 gave/VERB/acl:relcl/7"
    )
    found = resolver(reading(text, names=(("United States", "LOC"),)))
    assert meant(found, text, "we") == "a-united-states"


def test_they_against_we_are_of_another_side(resolver: Resolver) -> None:
    """In what an American says, "they" whom he sets against "we" are no Americans."""
    first = "Sudanese/ADJ/amod/2 officials/NOUN/nsubj/3 visited/VERB/root/0 American/ADJ/amod/5 officials/NOUN/obj/3"
    text = (
        "“/PUNCT/punct/3 They/PRON/nsubj/3 agreed/VERB/ccomp/11 and/CCONJ/cc/6 we/PRON/nsubj/6 refused/VERB/conj/3 "
        "”/PUNCT/punct/3 President/PROPN/nmod:desc/10 Bill/PROPN/flat/10 Clinton/PROPN/nsubj/11 said/VERB/root/0"
    )
    found = resolver(
        reading(
            first,
            text,
            names=(("Sudanese", "MISC"), ("American", "MISC"), ("Bill Clinton", "PER")),
            quote=("“ They agreed and we refused ”", "President Bill Clinton"),
        )
    )
    assert meant(found, f"{first} {text}", "They") == "a-sudanese-officials"


def test_pronoun_after_a_quotation_is_nobody_within_it(resolver: Resolver) -> None:
    """In "He lies", she said, of two persons the woman speaks and the man is spoken of."""
    first = "Gloria/PROPN/nsubj/3 Estefan/PROPN/flat/1 met/VERB/root/0 Fidel/PROPN/obj/3 Castro/PROPN/flat/4"
    second = (
        '"/PUNCT/punct/3 He/PRON/nsubj/3 lies/VERB/ccomp/7 ,/PUNCT/punct/7 "/PUNCT/punct/3 she/PRON/nsubj/7 '
        "said/VERB/root/0"
    )
    names = (("Gloria Estefan", "PER"), ("Fidel Castro", "PER"))
    found = resolver(reading(first, second, names=names, quote=("He lies ,", "she")))
    assert meant(found, f"{first} {second}", "she") == "a-gloria-estefan"
    assert meant(found, f"{first} {second}", "He") == "a-fidel-castro"


def test_unknown_speaker_after_a_quotation_is_not_he_in_it(resolver: Resolver) -> None:
    """Who is only called "she" after the quotation is not the "he" of whom she speaks."""
    first = "Zaza/PROPN/nsubj/2 praised/VERB/root/0 Fidel/PROPN/obj/2 Castro/PROPN/flat/3"
    second = (
        '"/PUNCT/punct/3 He/PRON/nsubj/3 lies/VERB/ccomp/7 ,/PUNCT/punct/7 "/PUNCT/punct/3 she/PRON/nsubj/7 '
        "said/VERB/root/0"
    )
    names = (("Zaza", "PER"), ("Fidel Castro", "PER"))
    found = resolver(reading(first, second, names=names, quote=("He lies ,", "she")))
    assert meant(found, f"{first} {second}", "He") == "a-fidel-castro"
    assert meant(found, f"{first} {second}", "she") == "a-zaza"


def test_woman_is_meant_by_she_though_another_is_the_subject(resolver: Resolver) -> None:
    """A person known to be a woman goes before a subject of whom nothing is known."""
    text = (
        "Zaza/PROPN/nsubj/2 blamed/VERB/root/0 Hillary/PROPN/obj/2 Clinton/PROPN/flat/3 after/SCONJ/mark/7 "
        "she/PRON/nsubj/7 spoke/VERB/advcl/2"
    )
    found = resolver(reading(text, names=(("Zaza", "PER"), ("Hillary Clinton", "PER"))))
    assert meant(found, text, "she") == "a-hillary-clinton"


def test_pronoun_beside_a_name_tells_its_gender(resolver: Resolver) -> None:
    """Whom "his" beside his name has shown to be a man is no "she" later."""
    first = "Zaza/PROPN/nsubj/2 sold/VERB/root/0 his/PRON/nmod:poss/4 house/NOUN/obj/2"
    second = "She/PRON/nsubj/2 left/VERB/root/0"
    found = resolver(reading(first, second, names=(("Zaza", "PER"),)))
    assert meant(found, f"{first} {second}", "She") is None


def test_who_is_told_that_he_must_is_he(resolver: Resolver) -> None:
    """Who tells another that he must do something means the other, and his pledge is the other's."""
    text = (
        "Smith/PROPN/nsubj/2 told/VERB/root/0 Jones/PROPN/obj/2 that/SCONJ/mark/7 he/PRON/nsubj/7 must/AUX/aux/7 "
        "keep/VERB/ccomp/2 his/PRON/nmod:poss/9 pledge/NOUN/obj/7"
    )
    found = resolver(reading(text, names=(("Smith", "PER"), ("Jones", "PER"))))
    assert meant(found, text, "he") == meant(found, text, "his") == meant(found, text, "Jones")


def test_their_is_whose_ability_it_is(resolver: Resolver) -> None:
    """In "troops limit the ability of rebels to supply their men" the men are the rebels'."""
    text = (
        "Troops/NOUN/nsubj/2 limit/VERB/root/0 the/DET/det/4 ability/NOUN/obj/2 of/ADP/case/6 rebels/NOUN/nmod/4 "
        "to/PART/mark/8 supply/VERB/acl/4 their/PRON/nmod:poss/10 men/NOUN/obj/8"
    )
    found = resolver(reading(text))
    assert meant(found, text, "their") == meant(found, text, "rebels")
