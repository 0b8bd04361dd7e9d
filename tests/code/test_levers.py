"""Who holds what means over whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.code.levers import find_levers
from demarche.codebook import load
from demarche.record import Actor, ActorKind, EventType, LeverUse, Party, Quad, Report, Status
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

IMPOSED = (
    "France/France/PROPN/nsubj/2 imposed/impose/VERB/root/0 sanctions/sanction/NOUN/obj/2 on/on/ADP/case/5 "
    "Iran/Iran/PROPN/nmod/3"
)
LIFTED = IMPOSED.replace("imposed/impose", "lifted/lift")
MAY_IMPOSE = (
    "France/France/PROPN/nsubj/3 may/may/AUX/aux/3 impose/impose/VERB/root/0 sanctions/sanction/NOUN/obj/3 "
    "on/on/ADP/case/6 Iran/Iran/PROPN/nmod/4"
)
WITHHELD = (
    "France/France/PROPN/nsubj/2 withheld/withhold/VERB/root/0 aid/aid/NOUN/obj/2 from/from/ADP/case/5 "
    "Iran/Iran/PROPN/obl/2"
)
POSSESSED = "Iran/Iran/PROPN/nsubj/2 possesses/possess/VERB/root/0 missiles/missile/NOUN/obj/2"
HELD = "Iran/Iran/PROPN/nsubj/2 holds/hold/VERB/root/0 French/french/ADJ/amod/4 hostages/hostage/NOUN/obj/2"
OCCUPIED = "Iran/Iran/PROPN/nsubj/2 occupies/occupy/VERB/root/0 Oman/Oman/PROPN/obj/2"
DEPENDS = (
    "Oman/Oman/PROPN/nsubj/2 depends/depend/VERB/root/0 on/on/ADP/case/5 Iranian/iranian/ADJ/amod/5 "
    "water/water/NOUN/obl/2"
)
UNRELATED = "France/France/PROPN/nsubj/2 has/have/VERB/root/0 beaches/beach/NOUN/obj/2"
BEFORE_BOTH = "French/french/ADJ/amod/3 Iran/Iran/PROPN/compound/3 sanctions/sanction/NOUN/compound/4 listings/listing/NOUN/root/0"
BOMBED = (
    "France/France/PROPN/nsubj/2 bombed/bomb/VERB/root/0 arms/arm/NOUN/obj/2 for/for/ADP/case/5 Iran/Iran/PROPN/nmod/3"
)
UNTIL_USED = (
    "France/France/PROPN/nsubj/2 waits/wait/VERB/root/0 until/until/SCONJ/mark/5 Oman/Oman/PROPN/nsubj/5 "
    "imposes/impose/VERB/advcl/2 sanctions/sanction/NOUN/obj/5 on/on/ADP/case/8 Iran/Iran/PROPN/nmod/6"
)
EXPECTED = (
    "France/France/PROPN/nsubj/2 prepares/prepare/VERB/root/0 to/to/PART/mark/4 impose/impose/VERB/xcomp/2 "
    "sanctions/sanction/NOUN/obj/4 on/on/ADP/case/7 Iran/Iran/PROPN/nmod/5"
)
PASSED = "France/France/PROPN/nsubj/2 adopted/adopt/VERB/root/0 a/a/DET/det/4 resolution/resolution/NOUN/obj/2"


def levers_of(sentence, *mentions, names=None, told=None):
    """Return holder, over and use of each lever; actors are named like their countries unless told otherwise.

    `told` is a type of act and its status, done by the first mention to the last at the second word.
    """
    reading = reading_of(tree(sentence))
    known = names or {}
    actors = {
        m.actor: Actor(id=m.actor, name=known.get(m.actor, m.country), kind=ActorKind.STATE, country=m.country)
        for m in mentions
    }
    resolution = Resolution(actors=actors, mentions=mentions)
    reports = (report_of(reading, mentions, *told),) if told else ()
    return [(lever.holder, lever.over, lever.used) for lever in find_levers(reading, load(), reports, resolution)]


def report_of(reading, mentions, kind, status):
    """Return a sure report of an act at the second word, of the first mention's actor to the last one's."""
    sides = [(Party(actor=m.actor, mention=None, country=m.country),) for m in (mentions[0], mentions[-1])]
    return Report(
        id="r1",
        type=kind,
        mode=None,
        contexts=(),
        quad=Quad.MATERIAL_CONFLICT,
        scale=0.0,
        cameo=None,
        goldstein=None,
        trigger=reading.span(1, 2),
        sentence=reading.sentences[0].sentence.span,
        sources=sides[0],
        targets=sides[1],
        status=status,
        confidence=0.9,
    )


@pytest.mark.parametrize(
    ("sentence", "last", "use"),
    [
        (IMPOSED, 4, LeverUse.YES),
        (LIFTED, 4, LeverUse.LIFTED),
        (MAY_IMPOSE, 5, LeverUse.THREATENED),
        (WITHHELD, 4, LeverUse.WITHHELD),
    ],
)
def test_the_verb_says_what_is_done_with_the_means(sentence, last, use):
    """Sanctions are in use when imposed, lifted when lifted, threatened when they may come; aid can be withheld."""
    assert levers_of(sentence, mention(0, "FRA"), mention(last, "IRN")) == [("a-fra", "a-irn", use)]


def test_weapons_are_a_lever_in_the_cupboard():
    """Who merely has missiles holds a means that he does not use, over nobody in particular."""
    assert levers_of(POSSESSED, mention(0, "IRN")) == [("a-irn", None, LeverUse.NO)]


def test_hostages_press_the_country_they_come_from():
    """French hostages are a means over France in the hand of those who hold them."""
    assert levers_of(HELD, mention(0, "IRN"), mention(2, "FRA")) == [("a-irn", "a-fra", LeverUse.YES)]


def test_occupation_is_a_lever():
    """Who occupies a land holds it over its owner."""
    assert levers_of(OCCUPIED, mention(0, "IRN"), mention(2, "OMN")) == [("a-irn", "a-omn", LeverUse.YES)]


def test_dependence_is_a_lever_of_the_giver():
    """Who depends on another's water can be pressed by him, though he is not."""
    assert levers_of(DEPENDS, mention(0, "OMN"), mention(3, "IRN")) == [("a-irn", "a-omn", LeverUse.NO)]


def test_what_presses_nobody_is_no_lever():
    """Owning what nobody needs is no means of pressure."""
    assert levers_of(UNRELATED, mention(0, "FRA")) == []


def test_the_words_before_a_means_tell_both_sides():
    """French Iran sanctions listings are held by France over Iran."""
    iran = mention(1, "IRAN")
    assert levers_of(BEFORE_BOTH, mention(0, "FRA"), replace(iran, actor="a-iran"), names={"a-iran": "Iran"}) == [
        ("a-fra", "a-iran", LeverUse.YES)
    ]


def test_what_is_bombed_is_nobodys_means():
    """Arms that are bombed press nobody."""
    assert levers_of(BOMBED, mention(0, "FRA"), mention(4, "IRN")) == []


def test_a_means_in_a_condition_is_not_told():
    """Until somebody imposes sanctions there are none."""
    assert levers_of(UNTIL_USED, mention(0, "FRA"), mention(3, "OMN"), mention(7, "IRN")) == []


def test_what_is_expected_is_threatened():
    """Who prepares to impose sanctions has not imposed them."""
    assert levers_of(EXPECTED, mention(0, "FRA"), mention(6, "IRN")) == [("a-fra", "a-irn", LeverUse.THREATENED)]


def test_a_resolution_adopted_is_a_means_in_use():
    """A body that adopts a resolution uses its vote, whomever it may press."""
    assert levers_of(PASSED, mention(0, "FRA")) == [("a-fra", None, LeverUse.YES)]


def test_help_held_out_is_a_lever():
    """Who offers to help another holds out a means that he does not use yet."""
    offered = (
        "France/France/PROPN/nsubj/2 offered/offer/VERB/root/0 to/to/PART/mark/4 help/help/VERB/xcomp/2 "
        "Iran/Iran/PROPN/obj/4"
    )

    assert levers_of(offered, mention(0, "FRA"), mention(4, "IRN")) == [("a-fra", "a-irn", LeverUse.THREATENED)]


def test_who_resists_inspection_withholds_access():
    """To resist attempts to inspect a place is to withhold access to it."""
    resisted = (
        "Iran/Iran/PROPN/nsubj/2 resisted/resist/VERB/root/0 French/french/ADJ/amod/4 attempts/attempt/NOUN/obj/2 "
        "to/to/PART/mark/6 inspect/inspect/VERB/acl/4 sites/site/NOUN/obj/6"
    )

    assert levers_of(resisted, mention(0, "IRN"), mention(2, "FRA")) == [("a-irn", "a-fra", LeverUse.WITHHELD)]


def test_what_is_called_for_is_in_nobodys_hand():
    """An embargo that somebody calls for is not there."""
    wanted = (
        "France/France/PROPN/nsubj/2 calls/call/VERB/root/0 for/for/ADP/case/5 French/french/ADJ/amod/5 "
        "sanctions/sanction/NOUN/obj/2 on/on/ADP/case/7 Iran/Iran/PROPN/nmod/5"
    )

    assert levers_of(wanted, mention(0, "FRA"), mention(3, "FRA"), mention(6, "IRN")) == []


def test_who_only_takes_a_benefit_gives_none():
    """Who receives aid holds none over anybody."""
    received = WITHHELD.replace("withheld/withhold", "received/receive")

    assert levers_of(received, mention(0, "FRA"), mention(4, "IRN")) == []


def test_their_support_is_his_who_voices_it():
    """Who reiterates "their support for Iran" speaks of his own."""
    voiced = (
        "France/France/PROPN/nsubj/2 reiterates/reiterate/VERB/root/0 their/their/PRON/nmod:poss/4 "
        "aid/aid/NOUN/obj/2 to/to/ADP/case/6 Iran/Iran/PROPN/nmod/4"
    )
    found = levers_of(voiced, mention(0, "FRA"), mention(2, "OMN"), mention(5, "IRN"))

    assert [(holder, over) for holder, over, _ in found] == [("a-fra", "a-irn")]


def test_an_entity_that_a_state_sanctioned_is_no_means_over_its_victim():
    """Hackers sanctioned by Iran, who broke into France, are no sanctions on France."""
    hackers = (
        "hackers/hacker/NOUN/root/0 sanctioned/sanction/VERB/acl/1 by/by/ADP/case/4 Iran/Iran/PROPN/obl/2 in/in/ADP/case/6 "
        "France/France/PROPN/obl/2"
    )

    assert levers_of(hackers, mention(3, "IRN"), mention(5, "FRA")) == []


def test_who_has_no_weapons_holds_none():
    """Weapons that somebody does not have are no means of his, used or unused."""
    lacking = "Iran/Iran/PROPN/nsubj/2 has/have/VERB/root/0 no/no/DET/det/4 missiles/missile/NOUN/obj/2"

    assert levers_of(lacking, mention(0, "IRN")) == []


def test_an_embargo_presses_though_nobody_is_named_under_it():
    """Somebody's embargo is a means in use, also where the sentence does not say over whom."""
    discussed = (
        "Oman/Oman/PROPN/nsubj/2 discussed/discuss/VERB/root/0 the/the/DET/det/5 French/french/ADJ/amod/5 "
        "embargo/embargo/NOUN/obj/2"
    )

    assert levers_of(discussed, mention(0, "OMN"), mention(3, "FRA")) == [("a-fra", None, LeverUse.YES)]


def test_who_fails_to_cooperate_withholds_it():
    """Who fails to cooperate withholds his cooperation, whomever from."""
    failed = "Iran/Iran/PROPN/nsubj/2 failed/fail/VERB/root/0 to/to/PART/mark/4 cooperate/cooperate/VERB/xcomp/2"

    assert levers_of(failed, mention(0, "IRN")) == [("a-irn", None, LeverUse.WITHHELD)]


@pytest.mark.parametrize(
    ("verb", "found"), [("shelling/shell", [("a-fra", "a-irn", LeverUse.YES)]), ("fighting/fight", [])]
)
def test_two_who_fight_hold_no_means_thereby(verb, found):
    """Shelling that goes on presses those who are shelled; being at war is no means of one side."""
    fights = f"France/France/PROPN/nsubj/2 {verb}/VERB/root/0 Iran/Iran/PROPN/obj/2"
    told = (EventType.ASSAULT, Status.ONGOING)

    assert levers_of(fights, mention(0, "FRA"), mention(2, "IRN"), told=told) == found


def test_help_is_a_lever_where_its_means_is_named():
    """That somebody was helped names no means; the aid that he got is one."""
    helped = "France/France/PROPN/nsubj/2 helped/help/VERB/root/0 Iran/Iran/PROPN/obj/2"
    told = (EventType.AID, Status.HAPPENED)

    assert levers_of(helped, mention(0, "FRA"), mention(2, "IRN"), told=told) == []


def test_what_is_seized_is_not_the_means_of_the_seizure():
    """Who seizes arms from another does not press him with arms, nor with the force in which he serves."""
    seized = (
        "France/France/PROPN/nsubj/2 seized/seize/VERB/root/0 arms/arm/NOUN/obj/2 from/from/ADP/case/5 "
        "Iran/Iran/PROPN/obl/2"
    )
    told = (EventType.COERCE, Status.HAPPENED)

    assert levers_of(seized, mention(0, "FRA"), mention(4, "IRN"), told=told) == []


BY_SOLDIERS = (
    "pictures/picture/NOUN/root/0 by/by/ADP/case/4 French/french/ADJ/amod/4 soldiers/soldier/NOUN/nmod/1 "
    "in/in/ADP/case/6 Iran/Iran/PROPN/nmod/4"
)
TEAR_GAS = (
    "France/France/PROPN/nsubj/2 used/use/VERB/root/0 tear/tear/NOUN/compound/4 gas/gas/NOUN/obj/2 "
    "against/against/ADP/case/6 Iran/Iran/PROPN/obl/2"
)
SHOOTING = (
    "shooting/shooting/NOUN/nsubj/4 in/in/ADP/case/3 Iran/Iran/PROPN/nmod/1 puts/put/VERB/root/0 "
    "pressure/pressure/NOUN/obj/4 on/on/ADP/case/7 France/France/PROPN/obl/4"
)
WORRIED = "France/France/PROPN/nsubj/2 told/tell/VERB/root/0 Iran/Iran/PROPN/obj/2"


def test_what_soldiers_do_by_the_way_is_no_means():
    """Troops are a means where they stay or are moved, not where soldiers take pictures."""
    assert levers_of(BY_SOLDIERS, mention(2, "FRA"), mention(5, "IRN")) == []


def test_tear_gas_is_no_energy():
    """Tear gas is gas by name alone."""
    assert levers_of(TEAR_GAS, mention(0, "FRA"), mention(5, "IRN")) == []


def test_what_happens_in_a_country_is_not_its_means():
    """The pressure that a shooting in Iran puts on somebody is not Iran's."""
    assert levers_of(SHOOTING, mention(2, "IRN"), mention(6, "FRA")) == []


def test_a_threat_needs_a_word_of_threat():
    """Who tells another of a worry threatens nobody, whatever the report of it is taken for; who warns him does."""
    both = (mention(0, "FRA"), mention(2, "IRN"))
    warned = WORRIED.replace("told/tell", "warned/warn")
    assert levers_of(WORRIED, *both, told=(EventType.THREATEN, Status.HAPPENED)) == []
    assert levers_of(warned, *both, told=(EventType.THREATEN, Status.HAPPENED))


def test_a_danger_is_no_threat_of_anybodys():
    """What is seen as a threat is a danger; nobody has uttered it."""
    seen = "France/France/PROPN/nsubj/2 saw/see/VERB/root/0 threats/threat/NOUN/obj/2 from/from/ADP/case/5 Iran/Iran/PROPN/nmod/3"
    both = (mention(0, "FRA"), mention(4, "IRN"))
    assert levers_of(seen, *both, told=(EventType.THREATEN, Status.HAPPENED)) == []


TRIBUNAL = "French/french/ADJ/amod/2 Tribunal/Tribunal/PROPN/root/0 on/on/ADP/case/4 Iran/Iran/PROPN/nmod/2"
WARNED_OF = (
    "France/France/PROPN/nsubj/2 warned/warn/VERB/root/0 Iran/Iran/PROPN/obj/2 of/of/ADP/case/5 "
    "repercussions/repercussion/NOUN/obl/2 of/of/ADP/case/8 the/the/DET/det/8 missiles/missile/NOUN/nmod/5"
)
SEARCHED = (
    "France/France/PROPN/nsubj/2 restricted/restrict/VERB/root/0 Iran/Iran/PROPN/obj/2 in/in/ADP/case/6 a/a/DET/det/6 "
    "search/search/NOUN/obl/2 for/for/ADP/case/8 arms/arm/NOUN/nmod/6"
)
COUNTED_ON = (
    "France/France/PROPN/nsubj/2 expects/expect/VERB/root/0 compensation/compensation/NOUN/obj/2 from/from/ADP/case/5 "
    "Iran/Iran/PROPN/nmod/3"
)
SENT = "France/France/PROPN/nsubj/2 dispatched/dispatch/VERB/root/0 agents/agent/NOUN/obj/2 to/to/ADP/case/5 Iran/Iran/PROPN/obl/2"


def test_a_name_is_no_means():
    """A tribunal that bears its name is an actor; a piece of a word that hyphens join is no word."""
    both = (mention(0, "FRA"), mention(3, "IRN"))
    assert levers_of(TRIBUNAL.replace("Tribunal/Tribunal/PROPN", "tribunal/tribunal/NOUN"), *both)
    assert levers_of(TRIBUNAL, *both, mention(1, "COURT")) == []
    assert levers_of(POSSESSED + " -/-/PUNCT/punct/3", mention(0, "IRN")) == []


def test_prisoners_of_no_country_press_nobody():
    """Who holds prisoners of whom the text says no more presses nobody with them."""
    assert levers_of(HELD.replace("French/french", "many/many"), mention(0, "IRN")) == []


def test_what_a_threat_speaks_of_is_not_the_means_of_it():
    """A warning of the repercussions of the missiles threatens with a warning, not with missiles."""
    both = (mention(0, "FRA"), mention(2, "IRN"))
    reading = reading_of(tree(WARNED_OF))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in both}
    told = (report_of(reading, both, EventType.THREATEN, Status.HAPPENED),)
    found = find_levers(reading, load(), told, Resolution(actors=actors, mentions=both))

    assert [lever.lever for lever in found] == ["warned"]


def test_what_an_act_is_for_is_not_its_means():
    """Who restricts another in a search for arms does not press him with arms."""
    direct = SEARCHED.replace("in/in/ADP/case/6 a/a/DET/det/6", "with/with/ADP/case/6 a/a/DET/det/6")
    both = (mention(0, "FRA"), mention(2, "IRN"))
    told = (EventType.COERCE, Status.HAPPENED)
    assert [over for _, over, _ in levers_of(direct, *both, told=told)] == ["a-irn"]
    found = levers_of(SEARCHED.replace("restricted/restrict", "arrested/arrest"), *both, told=told)
    assert found == []


def test_who_awaits_a_benefit_gives_none():
    """Who expects compensation from another holds none over him."""
    both = (mention(0, "FRA"), mention(4, "IRN"))
    reading = reading_of(tree(COUNTED_ON))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in both}
    told = replace(report_of(reading, both, EventType.AID, Status.HAPPENED), trigger=reading.span(2, 3))

    assert find_levers(reading, load(), (told,), Resolution(actors=actors, mentions=both)) == ()


def test_only_forces_that_are_sent_press_another():
    """To send agents somewhere is no means of pressure; to deploy forces is."""
    both = (mention(0, "FRA"), mention(4, "IRN"))
    told = (EventType.MOBILIZE, Status.HAPPENED)
    assert levers_of(SENT, *both, told=told) == []
    assert levers_of(SENT.replace("dispatched/dispatch", "deployed/deploy"), *both, told=told)


def test_who_acts_is_not_the_means_of_the_act():
    """Iranians who are detained by French forces are not pressed by means of forces."""
    detained = (
        "Iranians/Iranian/PROPN/nsubj:pass/2 detained/detain/VERB/root/0 by/by/ADP/case/5 French/french/ADJ/amod/5 "
        "forces/force/NOUN/obl:agent/2"
    )
    told = (EventType.COERCE, Status.HAPPENED)
    assert levers_of(detained, mention(4, "FRA", first=3), mention(0, "IRN"), told=told) == []
