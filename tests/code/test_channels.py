"""Who is in touch with whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.code.channels import find_channels
from demarche.codebook import load
from demarche.record import Actor, ActorKind, EventType, Medium, Party, Quad, Report, TimeExpression, TimeType
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

TOLD = "Oman/Oman/PROPN/nsubj/2 told/tell/VERB/root/0 Iran/Iran/PROPN/obj/2 everything/everything/PRON/obj/2"
WORKS = "Oman/Oman/PROPN/nsubj/2 works/work/VERB/root/0 with/with/ADP/case/4 Iran/Iran/PROPN/obl/2"
IF_WORKS = (
    "if/if/SCONJ/mark/3 Oman/Oman/PROPN/nsubj/3 works/work/VERB/root/0 with/with/ADP/case/5 Iran/Iran/PROPN/obl/3"
)
SENT = "Oman/Oman/PROPN/nsubj/2 sent/send/VERB/root/0 Said/Said/PROPN/obj/2 to/to/ADP/case/5 Iran/Iran/PROPN/obl/2"
SPOKE = (
    "Oman/Oman/PROPN/nsubj/2 spoke/speak/VERB/root/0 with/with/ADP/case/4 Iran/Iran/PROPN/obl/2 "
    "14/14/NUM/nummod/6 times/time/NOUN/obl:unmarked/2"
)
DISCUSSED = (
    "Oman/Oman/PROPN/nsubj/4 and/and/CCONJ/cc/3 Iran/Iran/PROPN/conj/1 discussed/discuss/VERB/root/0 "
    "Syria/Syria/PROPN/obj/4"
)
LISTED = (
    "talks/talk/NOUN/root/0 of/of/ADP/case/3 Oman/Oman/PROPN/nmod/1 with/with/ADP/case/5 Iran/Iran/PROPN/nmod/1 "
    ",/,/PUNCT/punct/7 Iraq/Iraq/PROPN/conj/3 and/and/CCONJ/cc/9 Syria/Syria/PROPN/conj/3"
)
IN_SYRIA = "Oman/Oman/PROPN/nsubj/2 met/meet/VERB/root/0 Iran/Iran/PROPN/obj/2 in/in/ADP/case/5 Syria/Syria/PROPN/obl/2"
SIGNED_BY = (
    "accord/accord/NOUN/root/0 signed/sign/VERB/advcl/1 by/by/ADP/case/4 Oman/Oman/PROPN/obl:agent/2 "
    "and/and/CCONJ/cc/6 Iran/Iran/PROPN/conj/4"
)


def channels_of(sentence, *mentions, reports=(), kinds=None):
    """Return the channels of a sentence."""
    reading = reading_of(tree(sentence))
    known = kinds or {}
    actors = {
        m.actor: Actor(id=m.actor, name=m.country, kind=known.get(m.country, ActorKind.STATE), country=m.country)
        for m in mentions
    }
    resolution = Resolution(actors=actors, mentions=mentions)
    made = [report(reading) for report in reports]
    return find_channels(reading, load(), made, resolution)


def pairs(found):
    """Return the two sides of each channel."""
    return [(c.a, c.b) for c in found]


def consult(word, sources, targets):
    """Return a maker of a report of consulting at a word; parties are words and countries."""

    def sides(reading, parties):
        return tuple(
            Party(actor=f"a-{c.lower()}", mention=reading.span(w, w + 1), country=c, base=None, sector=None, part=None)
            for w, c in parties
        )

    def make(reading):
        return Report(
            id="r1",
            type=EventType.CONSULT,
            mode=None,
            contexts=(),
            quad=Quad.VERBAL_COOPERATION,
            scale=1.0,
            cameo=None,
            goldstein=None,
            trigger=reading.span(word, word + 1),
            sentence=reading.sentences[0].sentence.span,
            sources=sides(reading, sources),
            targets=sides(reading, targets),
        )

    return make


def test_telling_somebody_is_a_channel():
    """Who tells another something is in touch with him, by what medium is seldom said; who cables him sends a message."""
    both = (mention(0, "OMN"), mention(2, "IRN"))
    cabled = TOLD.replace("told/tell", "cabled/cable")
    assert [(c.a, c.b, c.medium) for c in channels_of(TOLD, *both)] == [("a-omn", "a-irn", Medium.OTHER)]
    assert [c.medium for c in channels_of(cabled, *both)] == [Medium.MESSAGE]


def test_telling_the_press_is_no_channel():
    """What the press is told reaches nobody in particular."""
    kinds = {"IRN": ActorKind.MEDIA}
    assert channels_of(TOLD, mention(0, "OMN"), mention(2, "IRN"), kinds=kinds) == ()


def test_working_with_somebody_is_a_channel():
    """Cooperation needs touch, by whatever medium."""
    assert pairs(channels_of(WORKS, mention(0, "OMN"), mention(3, "IRN"))) == [("a-omn", "a-irn")]


def test_a_supposed_contact_is_no_channel():
    """What would be if it were is not there."""
    assert channels_of(IF_WORKS, mention(1, "OMN"), mention(4, "IRN")) == ()


def test_a_person_sent_abroad_is_a_visit_through_him():
    """Who sends a man to another country is in touch with it through that man."""
    mentions = (mention(0, "OMN"), mention(2, "SAID"), mention(4, "IRN"))
    found = channels_of(SENT, *mentions, kinds={"SAID": ActorKind.PERSON})
    assert [(c.a, c.b, c.via, c.medium) for c in found] == [("a-omn", "a-irn", ("a-said",), Medium.VISIT)]


def test_the_number_of_contacts_is_read():
    """To have spoken 14 times is to have had fourteen contacts."""
    report = consult(1, [(0, "OMN")], [(3, "IRN")])
    found = channels_of(SPOKE, mention(0, "OMN"), mention(3, "IRN"), reports=[report])
    assert [c.count for c in found] == [14]


def test_a_topic_is_no_party():
    """What is discussed does not sit at the table: those who discuss it are in touch with each other."""
    report = consult(3, [(0, "OMN"), (2, "IRN")], [(4, "SYR")])
    mentions = (mention(0, "OMN"), mention(2, "IRN"), mention(4, "SYR"))
    assert pairs(channels_of(DISCUSSED, *mentions, reports=[report])) == [("a-omn", "a-irn")]


def test_a_list_stands_on_one_side():
    """Where a list is torn between both sides, its members are put together where most of them stand."""
    report = consult(0, [(2, "OMN"), (8, "SYR")], [(4, "IRN"), (6, "IRQ")])
    mentions = (mention(2, "OMN"), mention(4, "IRN"), mention(6, "IRQ"), mention(8, "SYR"))
    found = channels_of(LISTED, *mentions, reports=[report])
    assert sorted(pairs(found)) == [("a-omn", "a-irn"), ("a-omn", "a-irq"), ("a-omn", "a-syr")]


def test_where_they_meet_is_no_party():
    """Who meets in a country does not meet that country."""
    report = consult(1, [(0, "OMN")], [(2, "IRN"), (4, "SYR")])
    mentions = (mention(0, "OMN"), mention(2, "IRN"), mention(4, "SYR"))
    assert pairs(channels_of(IN_SYRIA, *mentions, reports=[report])) == [("a-omn", "a-irn")]


def test_who_sign_together_are_in_touch():
    """Two who sign an accord are in touch with each other, whoever else stands nearby."""
    report = consult(1, [(3, "OMN")], [(0, "SYR")])
    assert pairs(channels_of(SIGNED_BY, mention(3, "OMN"), mention(5, "IRN"), reports=[report])) == [("a-omn", "a-irn")]


def test_a_servant_is_not_in_touch_with_his_own_state():
    """A minister and the state that he acts for are one side."""

    def report(reading):
        made = consult(1, [(0, "OMN")], [(2, "IRN")])(reading)
        return replace(made, sources=tuple(replace(p, country="IRN") for p in made.sources))

    kinds = {"OMN": ActorKind.PERSON}
    assert channels_of(IN_SYRIA, mention(0, "OMN"), mention(2, "IRN"), reports=[report], kinds=kinds) == ()


def test_a_letter_in_which_one_calls_for_something_is_his():
    """Who calls for a thing in a letter to another has written to him."""
    letter = (
        "Oman/Oman/PROPN/nsubj/7 ,/,/PUNCT/punct/4 in/in/ADP/case/4 letter/letter/NOUN/obl/7 to/to/ADP/case/6 "
        "Iran/Iran/PROPN/nmod/4 called/call/VERB/root/0"
    )

    found = channels_of(letter, mention(0, "OMN"), mention(5, "IRN"))
    assert [(c.a, c.b, c.medium) for c in found] == [("a-omn", "a-irn", Medium.MESSAGE)]


def test_a_contact_in_a_condition_is_no_channel():
    """Talks that come only if something else happens are not held."""
    ahead = (
        "Syria/Syria/PROPN/nsubj/2 waits/wait/VERB/root/0 until/until/SCONJ/mark/5 Oman/Oman/PROPN/nsubj/5 "
        "meets/meet/VERB/advcl/2 Iran/Iran/PROPN/obj/5"
    )
    report = consult(4, [(3, "OMN")], [(5, "IRN")])

    assert channels_of(ahead, mention(3, "OMN"), mention(5, "IRN"), reports=[report]) == ()


def test_partners_of_a_third_are_not_each_others():
    """Calls with Oman and Iran are somebody else's: those two did not call each other."""
    calls = (
        "calls/call/NOUN/root/0 with/with/ADP/case/3 Oman/Oman/PROPN/nmod/1 and/and/CCONJ/cc/5 Iran/Iran/PROPN/conj/3"
    )
    report = consult(0, [(2, "OMN")], [(4, "IRN")])

    assert channels_of(calls, mention(2, "OMN"), mention(4, "IRN"), reports=[report]) == ()


def test_a_second_with_is_a_second_partner():
    """Who spoke with one and then with another was in touch with both, wherever the second phrase hangs."""
    spoke = (
        "Oman/Oman/PROPN/nsubj/2 spoke/speak/VERB/root/0 with/with/ADP/case/4 Iran/Iran/PROPN/obl/2 "
        "and/and/CCONJ/cc/8 then/then/ADV/advmod/8 with/with/ADP/case/8 Iraq/Iraq/PROPN/conj/2"
    )
    report = consult(1, [(0, "OMN")], [(3, "IRN")])
    mentions = (mention(0, "OMN"), mention(3, "IRN"), mention(7, "IRQ"))

    assert pairs(channels_of(spoke, *mentions, reports=[report])) == [("a-omn", "a-irn"), ("a-omn", "a-irq")]


def test_a_people_is_not_told_as_a_side():
    """What is told to a people is no contact between two sides; what is done with it can be."""
    sides = (mention(0, "OMN"), mention(2, "IRN"))
    working = (mention(0, "OMN"), mention(3, "IRN"))

    assert channels_of(TOLD, *sides, kinds={"IRN": ActorKind.PEOPLE}) == ()
    assert len(channels_of(WORKS, *working, kinds={"IRN": ActorKind.PEOPLE})) == 1


def test_envoys_of_listed_states_speak_for_each_of_them():
    """The envoys of Iran and Iraq whom Oman met are both states, though the list stands outside their mention."""
    met = (
        "Oman/Oman/PROPN/nsubj/2 met/meet/VERB/root/0 envoys/envoy/NOUN/obj/2 of/of/ADP/case/5 Iran/Iran/PROPN/nmod/3 "
        "and/and/CCONJ/cc/7 Iraq/Iraq/PROPN/conj/5"
    )
    envoys = replace(mention(2, "WORLD"), plural=True)
    found = channels_of(
        met,
        mention(0, "OMN"),
        envoys,
        mention(4, "IRN"),
        mention(6, "IRQ"),
        reports=[consult(1, [(0, "OMN")], [(2, "WORLD")])],
        kinds={"WORLD": ActorKind.GOVERNMENT},
    )

    assert pairs(found) == [("a-omn", "a-irn"), ("a-omn", "a-irq")]


def test_a_crowd_only_listens():
    """To tell a crowd something is no touch with it; to tell a state is."""
    assert pairs(channels_of(TOLD, mention(0, "OMN"), mention(2, "IRN"))) == [("a-omn", "a-irn")]
    crowd = TOLD.replace("Iran/Iran/PROPN", "crowd/crowd/NOUN")
    assert pairs(channels_of(crowd, mention(0, "OMN"), mention(2, "IRN"))) == []


def test_what_is_met_with_anger_meets_nobody():
    """A plan that was met with opposition has been in touch with nobody."""
    met = (
        "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 met/meet/VERB/root/0 with/with/ADP/case/5 "
        "opposition/opposition/NOUN/obl/3"
    )
    told = [consult(2, [(0, "OMN")], [(4, "IRN")])]

    assert not channels_of(met, mention(0, "OMN"), mention(4, "IRN"), reports=told)


@pytest.mark.parametrize("hung", ["obl", "conj"])
def test_a_later_partner_stands_below_a_time(hung):
    """Who meets Iran, and in the coming days with Iraq, has two partners, wherever the parser hung the second."""
    text = (
        "Oman/Oman/PROPN/nsubj/2 met/meet/VERB/root/0 Iran/Iran/PROPN/obj/2 and/and/CCONJ/cc/6 in/in/ADP/case/6 "
        f"days/day/NOUN/{hung}/2 with/with/ADP/case/8 Iraq/Iraq/PROPN/nmod/6"
    )
    reading = reading_of(tree(text))
    time = TimeExpression(id="t1", span=reading.span(5, 6), type=TimeType.DATE, value="FUTURE_REF")
    oman, iran, iraq = mention(0, "OMN"), mention(2, "IRN"), mention(7, "IRQ")
    actors = {
        m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in (oman, iran, iraq)
    }
    report = consult(1, [(0, "OMN")], [(2, "IRN")])(reading)
    found = find_channels(
        replace(reading, times=(time,)), load(), [report], Resolution(actors=actors, mentions=(oman, iran, iraq))
    )

    assert pairs(found) == [("a-omn", "a-irn"), ("a-omn", "a-irq")]


FAILED = (
    "Oman/Oman/PROPN/nsubj/2 failed/fail/VERB/root/0 to/to/PART/mark/4 tell/tell/VERB/xcomp/2 Iran/Iran/PROPN/obj/4"
)
KEPT = (
    "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 prevented/prevent/VERB/root/0 from/from/SCONJ/mark/5 "
    "resuming/resume/VERB/advcl/3 contact/contact/NOUN/obj/5 with/with/ADP/case/8 Iran/Iran/PROPN/nmod/6"
)
BID = "Tell/tell/VERB/ccomp/4 Iran/Iran/PROPN/obj/1 Oman/Oman/PROPN/nsubj/4 said/say/VERB/root/0"


def test_a_contact_that_somebody_fails_to_make_is_none():
    """Who failed to tell another, or was kept from talking to him, was not in touch with him."""
    assert channels_of(FAILED, mention(0, "OMN"), mention(4, "IRN")) == ()
    assert channels_of(KEPT, mention(0, "OMN"), mention(7, "IRN")) == ()


def test_bidding_somebody_to_tell_is_no_contact():
    """A command to tell has not told anybody."""
    assert channels_of(BID, mention(1, "IRN"), mention(2, "OMN")) == ()


def test_private_people_in_touch_are_no_channel():
    """A crowd that works with a crowd is no matter between political actors."""
    crowds = {"OMN": ActorKind.PEOPLE, "IRN": ActorKind.PEOPLE}
    assert channels_of(WORKS, mention(0, "OMN"), mention(3, "IRN"), kinds=crowds) == ()


def test_a_people_spoken_to_is_no_side():
    """Who speaks to a crowd is in touch with nobody; who speaks with a state is."""
    report = consult(1, [(0, "OMN")], [(3, "IRN")])
    both = (mention(0, "OMN"), mention(3, "IRN"))
    to = SPOKE.replace("with/with", "to/to")
    assert channels_of(to, *both, reports=[report], kinds={"IRN": ActorKind.PEOPLE}) == ()
    assert len(channels_of(to, *both, reports=[report])) == 1


def test_who_only_bears_a_name_is_not_met():
    """Who talks to guards from Iran has not talked to Iran."""
    guards = (
        "Oman/Oman/PROPN/nsubj/2 talked/talk/VERB/root/0 to/to/ADP/case/5 Iranian/iranian/ADJ/amod/5 "
        "guards/guard/NOUN/obl/2"
    )
    report = consult(1, [(0, "OMN")], [(3, "IRN")])
    assert channels_of(guards, mention(0, "OMN"), mention(3, "IRN"), reports=[report]) == ()


def test_a_contact_that_is_denied_is_none():
    """Who denies having held talks with another was not in touch with him."""
    denied = (
        "Oman/Oman/PROPN/nsubj/2 {}/VERB/root/0 having/have/AUX/aux/4 held/hold/VERB/xcomp/2 talks/talk/NOUN/obj/4 "
        "with/with/ADP/case/7 Iran/Iran/PROPN/nmod/5"
    )
    both, report = (mention(0, "OMN"), mention(6, "IRN")), consult(4, [(0, "OMN")], [(6, "IRN")])
    assert channels_of(denied.format("denies/deny"), *both, reports=[report]) == ()
    assert len(channels_of(denied.format("admits/admit"), *both, reports=[report])) == 1


def test_who_holds_a_talk_is_at_it():
    """Iranian talks that Oman will hold bring the two together, though the clause stands after them."""
    talks = (
        "Iranian/iranian/ADJ/amod/2 talks/talk/NOUN/root/0 that/that/PRON/nsubj:pass/4 held/hold/VERB/acl:relcl/2 "
        "by/by/ADP/case/6 Oman/Oman/PROPN/obl:agent/4"
    )
    report = consult(1, [(0, "IRN")], [])
    assert pairs(channels_of(talks, mention(0, "IRN"), mention(5, "OMN"), reports=[report])) == [("a-irn", "a-omn")]


def test_who_is_brought_somewhere_visits_nobody():
    """Who was flown to a country made no visit; who flew there, or was visited by another, was part of one."""
    flown = "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 flown/fly/VERB/root/0 to/to/ADP/case/5 Iran/Iran/PROPN/obl/3"
    both = (mention(0, "OMN"), mention(4, "IRN"))

    def visit(reading):
        return replace(consult(2, [(0, "OMN")], [(4, "IRN")])(reading), mode="visit")

    assert channels_of(flown, *both, reports=[visit]) == ()
    flew = flown.replace("nsubj:pass", "nsubj").replace("was/be/AUX/aux:pass", "had/have/AUX/aux")
    assert len(channels_of(flew, *both, reports=[visit])) == 1
