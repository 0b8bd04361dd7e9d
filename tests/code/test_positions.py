"""Where an actor stands."""

from __future__ import annotations

import pytest

from demarche.code.positions import Positions
from demarche.codebook import load
from demarche.record import Actor, ActorKind, Ask, Claim, EventType, Outcome, Party, Quad, Report, SourceKind, Stance
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
DENIES = (
    "France/France/PROPN/nsubj/2 denies/deny/VERB/root/0 that/that/SCONJ/mark/5 it/it/PRON/nsubj/5 "
    "imposed/impose/VERB/ccomp/2 sanctions/sanction/NOUN/obj/5"
)
WE_WELCOME = WELCOMES.replace("France/France/PROPN", "We/we/PRON")
SUPPORTERS = (
    "companies/company/NOUN/root/0 supporting/support/VERB/acl/1 the/the/DET/det/4 ceasefire/ceasefire/NOUN/obj/2"
)


def rejected(word, actor):
    """Return a maker of a report of an actor's rejecting at a word."""

    def make(reading):
        return Report(
            id="r1",
            type=EventType.REJECT,
            mode=None,
            contexts=(),
            quad=Quad.VERBAL_CONFLICT,
            scale=0.0,
            cameo=None,
            goldstein=None,
            trigger=reading.span(word, word + 1),
            sentence=reading.sentences[0].sentence.span,
            sources=(Party(actor=actor, mention=None, country=None),),
            targets=(),
        )

    return make


def stands_of(sentence, mentions, speaker=None, title="minister", told=()):
    """Return actor, issue and stance of each position; the whole sentence is what the speaker, of a title, says."""
    reading = reading_of(tree(sentence))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in mentions}
    claims = ()
    if speaker:
        actors["a-minister"] = Actor(id="a-minister", name=title, kind=ActorKind.PERSON, country=speaker)
        span = reading.span(0, len(reading.doc))
        claims = (Claim(id="c1", span=span, source="a-minister", source_kind=SourceKind.NAMED),)
    book = load()
    found = Positions(
        reading=reading,
        resolution=Resolution(actors=actors, mentions=tuple(mentions)),
        codebook=book,
        claims=claims,
        told={reading.sentences[0].sentence.span: tuple(made(reading) for made in told)},
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


def test_a_denial_is_a_stand_against():
    """Who denies that something was done stands against that account."""
    assert stands_of(DENIES, [mention(0, "FRA")]) == [("a-fra", "sanctions", Stance.AGAINST)]


def test_what_we_want_is_the_speakers():
    """A minister who says that "we" welcome a cease-fire speaks for himself first."""
    assert stands_of(WE_WELCOME, [mention(0, "FRA")], "FRA") == [("a-minister", "cease-fire", Stance.FOR)]


def test_a_spokesman_speaks_for_his_state():
    """What a spokesman says "we" welcome is welcome to those for whom he speaks."""
    found = stands_of(WE_WELCOME, [mention(0, "FRA")], "FRA", title="spokesman")
    assert found == [("a-fra", "cease-fire", Stance.FOR)]


def test_who_is_told_of_in_anothers_words_takes_no_stand():
    """Companies that support something are part of what the speaker says, not a side that he reports."""
    assert stands_of(SUPPORTERS, [mention(0, "FRA")], "IRN") == []


def test_a_passive_without_a_doer_is_nobodys_stand():
    """That a cease-fire is welcomed, by whom the text does not say, is no stand of the speaker."""
    passive = (
        "The/the/DET/det/2 ceasefire/ceasefire/NOUN/nsubj:pass/4 was/be/AUX/aux:pass/4 welcomed/welcome/VERB/root/0"
    )

    assert stands_of(passive, [], "FRA") == []


def test_a_question_takes_no_stand():
    """Who asks whether a cease-fire is welcome has not said so."""
    assert stands_of(WELCOMES + " ?/?/PUNCT/punct/2", [mention(0, "FRA")]) == []


def test_what_is_only_supposed_is_no_stand():
    """If France welcomes a cease-fire, it has not yet done so."""
    supposed = (
        "if/if/SCONJ/mark/3 France/France/PROPN/nsubj/3 welcomes/welcome/VERB/root/0 the/the/DET/det/5 "
        "ceasefire/ceasefire/NOUN/obj/3"
    )

    assert stands_of(supposed, [mention(1, "FRA")]) == []


def test_a_duty_to_support_is_not_yet_support():
    """That France must support a cease-fire tells where the speaker stands, not France."""
    duty = (
        "France/France/PROPN/nsubj/3 must/must/AUX/aux/3 support/support/VERB/root/0 the/the/DET/det/5 "
        "ceasefire/ceasefire/NOUN/obj/3"
    )

    assert "a-fra" not in [actor for actor, _, _ in stands_of(duty, [mention(0, "FRA")], "IRN")]


def test_a_word_that_names_an_actor_takes_no_stand():
    """Supporters of a cease-fire are a side, not a stand of somebody."""
    supporters = "supporters/supporter/NOUN/root/0 of/of/ADP/case/4 the/the/DET/det/4 ceasefire/ceasefire/NOUN/nmod/1"

    assert stands_of(supporters, [mention(0, "FRA")]) == []


def test_who_calls_for_the_defeat_of_a_thing_is_against_it():
    """Who demands that a blockade be eliminated is against it, not for it."""
    demand = (
        "France/France/PROPN/nsubj/2 demanded/demand/VERB/root/0 eliminating/eliminate/VERB/xcomp/2 the/the/DET/det/5 "
        "blockade/blockade/NOUN/obj/3"
    )

    assert stands_of(demand, [mention(0, "FRA")]) == [("a-fra", "blockade and siege", Stance.AGAINST)]


def test_what_a_thing_does_is_no_stand_of_the_speaker():
    """That rain supports a cease-fire tells nothing of where he stands who says so."""
    assert stands_of(WELCOMES.replace("France/France/PROPN", "rain/rain/NOUN"), [], "FRA") == []


def test_who_proposes_nothing_takes_no_stand():
    """Who supports nothing of a kind has taken no stand."""
    nothing = "France/France/PROPN/nsubj/2 supports/support/VERB/root/0 nothing/nothing/PRON/obj/2"

    assert stands_of(nothing, [mention(0, "FRA")]) == []


def test_support_among_others_is_theirs():
    """Who enjoys support for sanctions among others is not himself told to support them."""
    support = (
        "France/France/PROPN/nmod:poss/2 support/support/NOUN/root/0 for/for/ADP/case/4 sanctions/sanction/NOUN/nmod/2"
    )
    among = support + " among/among/ADP/case/6 workers/worker/NOUN/nmod/2"

    assert stands_of(support, [mention(0, "FRA")]) == [("a-fra", "sanctions", Stance.FOR)]
    assert stands_of(among, [mention(0, "FRA")]) == []


def test_what_must_have_been_is_no_wish():
    """Who says that sanctions must have been lifted only guesses."""
    guess = "sanctions/sanction/NOUN/nsubj/4 must/must/AUX/aux/4 have/have/AUX/aux/4 worked/work/VERB/root/0"

    assert stands_of(guess, [], "FRA") == []


def test_an_actor_is_no_issue_of_his_own():
    """That France is divided is no stand of France on France."""
    divided = "France/France/PROPN/nsubj/3 is/be/AUX/cop/3 divided/divided/ADJ/root/0"

    assert stands_of(divided, [mention(0, "FRA")]) == []


def test_who_wants_a_cessation_of_hostilities_is_for_the_truce():
    """A cessation of hostilities is itself the issue, not the end of one."""
    wanted = (
        "France/France/PROPN/nsubj/2 demanded/demand/VERB/root/0 a/a/DET/det/4 cessation/cessation/NOUN/obj/2 "
        "of/of/ADP/case/6 hostilities/hostility/NOUN/nmod/4"
    )

    assert stands_of(wanted, [mention(0, "FRA")]) == [("a-fra", "cease-fire", Stance.FOR)]


def test_only_a_known_thing_is_judged_in_passing():
    """Who speaks of the unacceptable attack judges it; who speaks of unlawful trade says what kind it is."""
    judged = "discussed/discuss/VERB/root/0 the/the/DET/det/4 unlawful/unlawful/ADJ/amod/4 blockade/blockade/NOUN/obj/1"
    kind = "discussed/discuss/VERB/root/0 unlawful/unlawful/ADJ/amod/3 blockades/blockade/NOUN/obj/1"

    assert stands_of(judged, [], "FRA") == [("a-minister", "blockade and siege", Stance.AGAINST)]
    assert stands_of(kind, [], "FRA") == []


def test_what_was_provided_is_no_condition():
    """A verb of providing opens a condition only before "that"; a bare participle after "once" tells of the past."""
    provided = (
        WELCOMES + " that/that/PRON/obj/7 Oman/Oman/PROPN/nsubj/7 provided/provide/VERB/acl:relcl/4 us/we/PRON/iobj/7"
    )
    once = WELCOMES + " once/once/SCONJ/mark/6 shunned/shun/VERB/acl/4"

    assert stands_of(provided, [mention(0, "FRA")]) == [("a-fra", "cease-fire", Stance.FOR)]
    assert stands_of(once, [mention(0, "FRA")]) == [("a-fra", "cease-fire", Stance.FOR)]


IN_SUPPORT = (
    "France/France/PROPN/nsubj/2 struck/strike/VERB/root/0 in/in/ADP/case/4 support/support/NOUN/obl/2 "
    "of/of/ADP/case/7 the/the/DET/det/7 ceasefire/ceasefire/NOUN/nmod/4"
)
TORN = "men/man/NOUN/nsubj:pass/3 was/be/AUX/aux:pass/3 torn/tear/VERB/root/0"
ANYONE = "Anyone/anyone/PRON/nsubj/3 who/who/PRON/nsubj/3 condemns/condemn/VERB/root/0 sanctions/sanction/NOUN/obj/3"
VETERANS = (
    "Oman/Oman/PROPN/compound/2 veterans/veteran/NOUN/nsubj/3 welcome/welcome/VERB/root/0 "
    "the/the/DET/det/5 ceasefire/ceasefire/NOUN/obj/3"
)
OPPOSITION = (
    "France/France/PROPN/nsubj/2 rejects/reject/VERB/root/0 opposition/opposition/NOUN/obj/2 to/to/ADP/case/5 "
    "sanctions/sanction/NOUN/nmod/3"
)
WANTS_TO_SHOW = (
    "France/France/PROPN/nsubj/2 wants/want/VERB/root/0 to/to/PART/mark/4 show/show/VERB/xcomp/2 "
    "sanctions/sanction/NOUN/obj/4"
)


def test_what_is_done_in_support_of_something_is_no_stand():
    """Who strikes in support of an advance acts; he has not said where he stands."""
    assert stands_of(IN_SUPPORT, [mention(0, "FRA")]) == []


def test_torn_between_nothing_is_no_stand():
    """Only who is torn between things, or over them, stands on both sides."""
    assert stands_of(TORN, [], "FRA") == []


def test_what_anyone_may_think_is_not_the_speakers_stand():
    """Of "anyone who condemns" nobody knows who he is; it is not the one who says so."""
    assert stands_of(ANYONE, [], "FRA") == []


def test_who_only_bears_the_name_of_a_state_is_not_the_state():
    """Vietnam veterans, or British businessmen, do not stand for their countries."""
    assert stands_of(VETERANS, [mention(0, "OMN")]) == []


def test_who_is_against_opposition_is_for_it():
    """Rejecting the opposition to sanctions is a stand for them."""
    assert stands_of(OPPOSITION, [mention(0, "FRA")]) == [("a-fra", "sanctions", Stance.FOR)]


def test_wanting_to_show_something_is_no_stand():
    """Who wants to show or to tell is for nothing yet."""
    assert stands_of(WANTS_TO_SHOW, [mention(0, "FRA")]) == []


NOT_ALLOW = NOT_SUPPORT.replace("support/support", "allow/allow") + (
    " to/to/PART/mark/7 change/change/VERB/xcomp/4 by/by/ADP/case/9 itself/itself/PRON/obl/4"
)
COULD = (
    "France/France/PROPN/nsubj/3 could/could/AUX/aux/3 sue/sue/VERB/root/0 ,/,/PUNCT/punct/5 "
    "opposing/oppose/VERB/advcl/3 sanctions/sanction/NOUN/obj/5"
)
FAIR = (
    "France/France/PROPN/nsubj/2 needs/need/VERB/root/0 a/a/DET/det/4 ceasefire/ceasefire/NOUN/obj/2 "
    "which/which/PRON/nsubj/7 is/be/AUX/cop/7 fair/fair/ADJ/acl:relcl/4"
)
JOINED = (
    "pro/pro/ADJ/amod/4 -/-/PUNCT/punct/3 support/support/NOUN/nsubj/4 of/of/ADP/case/5 sanctions/sanction/NOUN/nmod/3"
)
WREATH = "France/France/PROPN/nsubj/2 praised/praise/VERB/root/0 wreath/wreath/NOUN/obj/2"


def test_what_one_permits_is_what_another_does():
    """Who does not allow sanctions to change is against that they change, not against them."""
    assert stands_of(NOT_ALLOW, [mention(0, "FRA")]) == []


def test_a_stand_that_could_be_taken_is_none():
    """Who could go to court, opposing a thing, has not opposed it, wherever the small word stands."""
    assert stands_of(COULD, [mention(0, "FRA")]) == []
    assert stands_of(COULD.replace("could/could", "did/do"), [mention(0, "FRA")])


def test_what_is_not_needed_is_not_opposed():
    """Who does not require a cease-fire need not be against it."""
    assert stands_of(NOT_SUPPORT.replace("support/support", "require/require"), [mention(0, "FRA")]) == []


def test_what_a_thing_should_be_like_is_no_judgement_of_one():
    """A cease-fire which is fair is one that is still to come; the cease-fire which is fair is judged."""
    assert stands_of(FAIR.replace("a/a/DET", "the/the/DET"), [], "FRA") != stands_of(FAIR, [], "FRA")


def test_a_wreath_takes_no_stand():
    """Tribute to the dead is no stand on an issue."""
    assert stands_of(WREATH, [mention(0, "FRA")]) == []


WILL_NOT = (
    "France/France/PROPN/nsubj/4 will/will/AUX/aux/4 not/not/PART/advmod/4 {}/VERB/root/0 the/the/DET/det/6 "
    "sanctions/sanction/NOUN/obj/4"
)


def test_who_will_not_seek_a_thing_is_not_against_it():
    """Who will not seek an office is not against it; who will not lift sanctions takes a stand on them."""
    told = (rejected(1, "a-fra"),)
    assert stands_of(WILL_NOT.format("seek/seek"), [mention(0, "FRA")], "FRA", told=told) == []
    assert stands_of(WILL_NOT.format("lift/lift"), [mention(0, "FRA")], "FRA", told=told) != []


def test_who_is_to_be_convinced_has_taken_no_stand():
    """A court that somebody tries to convince to oppose a thing has not opposed it."""
    convince = (
        "men/man/NOUN/nsubj/2 convinced/convince/VERB/root/0 France/France/PROPN/obj/2 to/to/PART/mark/5 "
        "oppose/oppose/VERB/xcomp/2 sanctions/sanction/NOUN/obj/5"
    )
    assert stands_of(convince, [mention(2, "FRA")]) == []
    assert stands_of(convince.replace("convinced/convince", "saw/see"), [mention(2, "FRA")]) != []


def test_a_noun_of_stand_is_voiced_by_its_verb_or_not():
    """Who voices support for sanctions supports them; who acts amid support for them need not, nor who muzzles it."""
    voiced = (
        "France/France/PROPN/nsubj/2 {}/VERB/root/0 support/support/NOUN/obj/2 for/for/ADP/case/5 "
        "sanctions/sanction/NOUN/nmod/3"
    )
    amid = voiced.replace("support/support/NOUN/obj/2", "amid/amid/ADP/case/4 support/support/NOUN/obl/2")
    amid = amid.replace("case/5", "case/6").replace("nmod/3", "nmod/4")
    assert stands_of(voiced.format("voiced/voice"), [mention(0, "FRA")]) == [("a-fra", "sanctions", Stance.FOR)]
    assert stands_of(voiced.format("muzzled/muzzle"), [mention(0, "FRA")]) == []
    assert stands_of(amid.format("spoke/speak"), [mention(0, "FRA")]) == []


def test_what_is_criticised_does_not_criticise():
    """Criticism of France is that of others."""
    criticism = "criticism/criticism/NOUN/root/0 of/of/ADP/case/3 France/France/PROPN/nmod/1 over/over/ADP/case/5 sanctions/sanction/NOUN/nmod/1"
    assert stands_of(criticism, [mention(2, "FRA")]) == []
    by = criticism.replace("of/of", "by/by").replace("over/over", "of/of")
    assert stands_of(by, [mention(2, "FRA")]) == [("a-fra", "sanctions", Stance.AGAINST)]


def test_resolve_is_no_end():
    """Who calls for popular resolve wants it, not an end to it."""
    resolve = (
        "France/France/PROPN/nsubj/2 demanded/demand/VERB/root/0 resolve/resolve/NOUN/obj/2 on/on/ADP/case/5 "
        "sanctions/sanction/NOUN/nmod/3"
    )
    assert {stance for _, _, stance in stands_of(resolve, [mention(0, "FRA")])} == {Stance.FOR}


def test_who_provides_a_thing_sets_no_condition():
    """To have provided cooperation is a deed."""
    provided = "France/France/PROPN/nsubj/2 provided/provide/VERB/root/0 cooperation/cooperation/NOUN/obj/2"
    assert stands_of(provided, [mention(0, "FRA")]) == []


@pytest.mark.parametrize("who", ["many/many/ADJ", "some/some/PRON"])
def test_what_many_think_is_not_the_speakers_stand(who):
    """That many oppose sanctions does not tell where he stands who says so."""
    assert stands_of(WELCOMES.replace("France/France/PROPN", who), [], "FRA") == []


def test_what_is_asked_besides_is_another_matter():
    """Who asks for an end to noise, and for a truce, is not against the truce."""
    both = (
        "France/France/PROPN/nsubj/2 pursues/pursue/VERB/root/0 an/a/DET/det/4 end/end/NOUN/obj/2 to/to/ADP/case/6 "
        "noise/noise/NOUN/nmod/4 and/and/CCONJ/cc/8 ceasefire/ceasefire/NOUN/conj/4"
    )
    reading = reading_of(tree(both))
    actors = {"a-fra": Actor(id="a-fra", name="France", kind=ActorKind.STATE, country="FRA")}
    asked = Ask(id="k1", asker="a-fra", asked=None, report=None, ask=reading.span(2, 6), outcome=Outcome.UNKNOWN)
    found = Positions(
        reading=reading,
        resolution=Resolution(actors=actors, mentions=(mention(0, "FRA"),)),
        codebook=load(),
        claims=(),
        told={},
        asks=(asked,),
    ).find()

    assert ("cease-fire", Stance.AGAINST) not in [(p.issue, p.stance) for p in found]


def test_those_who_are_addressed_are_no_matter():
    """Who appeals to world opinion asks it for something; he is not for world opinion."""
    appeal = "France/France/PROPN/nsubj/2 appealed/appeal/VERB/root/0 to/to/ADP/case/5 world/world/NOUN/compound/5 opinion/opinion/NOUN/obl/2"
    reading = reading_of(tree(appeal))
    asked = Ask(id="k1", asker="a-fra", asked=None, report=None, ask=reading.span(1, 5), outcome=Outcome.UNKNOWN)
    actors = {"a-fra": Actor(id="a-fra", name="France", kind=ActorKind.STATE, country="FRA")}
    found = Positions(
        reading=reading,
        resolution=Resolution(actors=actors, mentions=(mention(0, "FRA"),)),
        codebook=load(),
        claims=(),
        told={},
        asks=(asked,),
    ).find()

    assert found == ()


def test_a_stand_that_is_avoided_is_none():
    """Who avoids condemning sanctions has not condemned them."""
    avoids = "France/France/PROPN/nsubj/2 {}/VERB/root/0 condemning/condemn/VERB/xcomp/2 sanctions/sanction/NOUN/obj/3"
    assert stands_of(avoids.format("avoids/avoid"), [mention(0, "FRA")]) == []
    assert stands_of(avoids.format("begins/begin"), [mention(0, "FRA")]) == [("a-fra", "sanctions", Stance.AGAINST)]
