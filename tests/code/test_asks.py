"""Who asks what of whom, and what came of it."""

from __future__ import annotations

from demarche.code.asks import _end_of, find_asks
from demarche.record import (
    Actor,
    ActorKind,
    Certainty,
    Claim,
    EventType,
    Outcome,
    Party,
    Quad,
    Report,
    SourceKind,
    Span,
)
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

DUTY = "Iran/Iran/PROPN/nsubj/3 must/must/AUX/aux/3 leave/leave/VERB/root/0"
OWN_DUTY = "We/we/PRON/nsubj/3 must/must/AUX/aux/3 leave/leave/VERB/root/0"
UNTIL = (
    "France/France/PROPN/nsubj/3 will/will/AUX/aux/3 stay/stay/VERB/root/0 until/until/SCONJ/mark/6 "
    "Iran/Iran/PROPN/nsubj/6 complies/comply/VERB/advcl/3"
)
UNLESS_IT = (
    "France/France/PROPN/nsubj/3 would/would/AUX/aux/3 strike/strike/VERB/root/0 Iran/Iran/PROPN/obj/3 "
    "unless/unless/SCONJ/mark/7 it/it/PRON/nsubj/7 yields/yield/VERB/advcl/3"
)
REBUFF = (
    "Iran/Iran/PROPN/nsubj/3 has/have/AUX/aux/3 resisted/resist/VERB/root/0 France/France/PROPN/nmod:poss/6 "
    "'s/'s/PART/case/4 demands/demand/NOUN/obj/3"
)
FAILED = (
    "Iran/Iran/PROPN/nsubj/2 failed/fail/VERB/root/0 to/to/PART/mark/4 comply/comply/VERB/xcomp/2 "
    "with/with/ADP/case/6 Oman/Oman/PROPN/obl/4"
)
SOUGHT = (
    "Oman/Oman/PROPN/nsubj/3 is/be/AUX/aux/3 seeking/seek/VERB/root/0 help/help/NOUN/obj/3 from/from/ADP/case/6 "
    "Iran/Iran/PROPN/nmod/4"
)
STORM = (
    "France/France/PROPN/nsubj/3 will/will/AUX/aux/3 stay/stay/VERB/root/0 until/until/SCONJ/mark/6 "
    "night/night/NOUN/nsubj/6 falls/fall/VERB/advcl/3"
)
IF_AT_FAULT = (
    "if/if/SCONJ/mark/3 they/they/PRON/nsubj/3 failed/fail/VERB/advcl/6 Iran/Iran/PROPN/nsubj/6 "
    "should/should/AUX/aux/6 pay/pay/VERB/root/0"
)
PURSUED = (
    "Oman/Oman/PROPN/nsubj/2 pursues/pursue/VERB/root/0 an/a/DET/det/4 end/end/NOUN/obj/2 to/to/ADP/case/6 "
    "raids/raid/NOUN/nmod/4 and/and/CCONJ/cc/9 full/full/ADJ/amod/9 access/access/NOUN/conj/6"
)
PRICE = (
    "Oman/Oman/PROPN/nsubj/2 left/leave/VERB/root/0 in/in/ADP/case/4 exchange/exchange/NOUN/obl/2 "
    "for/for/ADP/case/4 guarantees/guarantee/NOUN/nmod/4"
)


def asks_of(sentence, mentions, speaker=None):
    """Return asker, asked and outcome of each ask; the whole sentence is what the speaker says."""
    reading = reading_of(tree(sentence))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in mentions}
    claims = ()
    if speaker:
        actors[speaker] = Actor(id=speaker, name=speaker, kind=ActorKind.PERSON)
        claim = Claim(
            id="c1",
            span=reading.span(0, len(reading.doc)),
            source=speaker,
            source_kind=SourceKind.NAMED,
            source_span=None,
            cue=None,
            certainty=Certainty.ASSERTED,
        )
        claims = (claim,)
    resolution = Resolution(actors=actors, mentions=tuple(mentions))
    return [(a.asker, a.asked, a.outcome) for a in find_asks(reading, (), resolution, claims)]


def told_of(sentence, mentions, target, word=None, speaker=None):
    """Return asker and asked of each ask that a report tells whose trigger is the second word.

    France asks, or nobody whom the report names where a speaker says the whole; without a target nobody is asked.
    """
    reading = reading_of(tree(sentence))
    actors = {m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country) for m in mentions}
    text = reading.article.text
    named = Span.of(text, text.index(word), text.index(word) + len(word)) if word else None
    report = Report(
        id="r1",
        type=EventType.REQUEST,
        mode=None,
        contexts=(),
        quad=Quad.VERBAL_CONFLICT,
        scale=0.0,
        cameo=None,
        goldstein=None,
        trigger=reading.span(1, 2),
        sentence=reading.sentences[0].sentence.span,
        sources=() if speaker else (Party(actor="a-fra", mention=None, country="FRA"),),
        targets=(Party(actor=f"a-{target.lower()}", mention=named, country=target),) if target else (),
    )
    said = Claim(id="c1", span=reading.span(0, len(reading.doc)), source=speaker, source_kind=SourceKind.NAMED)
    claims = (said,) if speaker else ()
    found = find_asks(reading, (report,), Resolution(actors=actors, mentions=tuple(mentions)), claims)
    return [(a.asker, a.asked) for a in found]


def test_a_duty_in_somebodys_words_is_an_ask():
    """Who says that Iran must leave asks it of Iran; what came of it is not told."""
    assert asks_of(DUTY, [mention(0, "IRN")], "a-rice") == [("a-rice", "a-irn", Outcome.UNKNOWN)]


def test_a_duty_that_nobody_states_is_no_ask():
    """Without a speaker there is nobody who asks."""
    assert asks_of(DUTY, [mention(0, "IRN")]) == []


def test_a_duty_of_ones_own_is_no_ask():
    """What the speaker himself must do he asks of nobody."""
    assert asks_of(OWN_DUTY, [mention(0, "IRN")], "a-irn") == []


def test_a_condition_is_an_open_ask():
    """Who will stay until another complies asks him to, and the ask is open."""
    assert asks_of(UNTIL, [mention(0, "FRA"), mention(4, "IRN")]) == [("a-fra", "a-irn", Outcome.PENDING)]


def test_a_pronoun_in_a_condition_is_the_one_who_is_pressed():
    """A pronoun in a threat is the one who is threatened, whomever the resolver takes it for."""
    mentions = [mention(0, "FRA"), mention(3, "IRN"), mention(5, "FRA")]
    assert asks_of(UNLESS_IT, mentions) == [("a-fra", "a-irn", Outcome.PENDING)]


def test_a_condition_of_nature_is_no_ask():
    """Nobody is asked that night may fall."""
    assert asks_of(STORM, [mention(0, "FRA")]) == []


def test_a_rebuff_tells_the_ask_and_its_refusal():
    """Who resists a demand has been asked by its owner, and refuses."""
    mentions = [mention(0, "IRN"), mention(3, "FRA")]
    assert asks_of(REBUFF, mentions) == [("a-fra", "a-irn", Outcome.REFUSED)]


def test_failing_to_comply_refuses():
    """What one fails to heed was asked."""
    mentions = [mention(0, "IRN"), mention(5, "OMN")]
    assert asks_of(FAILED, mentions) == [("a-omn", "a-irn", Outcome.REFUSED)]


def test_help_that_is_sought_is_asked_of_the_one_named():
    """Who seeks help from another asks him for it."""
    mentions = [mention(0, "OMN"), mention(5, "IRN")]
    assert asks_of(SOUGHT, mentions) == [("a-omn", "a-irn", Outcome.PENDING)]


def test_what_must_be_is_asked_of_nobody():
    """A duty without anybody to do it is no demand."""
    there = (
        "there/there/PRON/expl/3 must/must/AUX/aux/3 be/be/VERB/root/0 Iranian/iranian/ADJ/amod/5 "
        "rule/rule/NOUN/nsubj/3"
    )

    assert asks_of(there, [mention(3, "IRN")], speaker="a-bidault") == []


def test_a_duty_that_hangs_on_a_condition_is_open():
    """Who should pay if he was at fault has been asked, and the ask stays open."""
    assert asks_of(IF_AT_FAULT, [mention(3, "IRN")], "a-rice") == [("a-rice", "a-irn", Outcome.PENDING)]


def test_nobody_seeks_an_end_to_access():
    """After "an end to the raids and full access", access is a second thing that is sought."""
    assert len(asks_of(PURSUED, [mention(0, "OMN")])) == 2


def test_the_price_of_a_concession_is_an_ask():
    """Who gives something in exchange for guarantees asks for them, though the preposition hangs elsewhere."""
    assert [asker for asker, _, _ in asks_of(PRICE, [mention(0, "OMN")])] == ["a-omn"]


def test_a_refusal_named_by_a_noun_refuses():
    """Iran's refusal to comply with Oman tells that Oman asked, and that Iran refused."""
    noun = (
        "Iran/Iran/PROPN/nmod:poss/2 refusal/refusal/NOUN/root/0 to/to/PART/mark/4 comply/comply/VERB/acl/2 "
        "with/with/ADP/case/6 Oman/Oman/PROPN/obl/4"
    )

    assert asks_of(noun, [mention(0, "IRN"), mention(5, "OMN")]) == [("a-omn", "a-irn", Outcome.REFUSED)]


def test_a_rejection_named_by_a_noun_refuses():
    """Iran's rejection of French demands tells who asked and who refused."""
    noun = (
        "Iran/Iran/PROPN/nmod:poss/2 rejection/rejection/NOUN/root/0 of/of/ADP/case/5 French/french/ADJ/amod/5 "
        "demands/demand/NOUN/nmod/2"
    )

    assert asks_of(noun, [mention(0, "IRN"), mention(3, "FRA")]) == [("a-fra", "a-irn", Outcome.REFUSED)]


def test_a_question_asks_for_nothing_to_be_done():
    """Whether Iran must leave is only a question."""
    assert asks_of(DUTY + " ?/?/PUNCT/punct/3", [mention(0, "IRN")], "a-rice") == []


def test_a_duty_without_anybody_who_lays_it_is_no_ask():
    """That Iran must leave, said by nobody, is no ask."""
    assert asks_of(DUTY, [mention(0, "IRN")]) == []


def test_what_must_have_been_is_no_ask():
    """Who says that Iran must have left asks nothing of it."""
    past = "Iran/Iran/PROPN/nsubj/4 must/must/AUX/aux/4 have/have/AUX/aux/4 left/leave/VERB/root/0"

    assert asks_of(past, [mention(0, "IRN")], "a-rice") == []


def test_what_is_important_to_know_is_not_asked():
    """Who says that it is important for Iran to realize something tells it."""
    known = (
        "it/it/PRON/expl/3 is/be/AUX/cop/3 important/important/ADJ/root/0 for/for/SCONJ/mark/7 Iran/Iran/PROPN/nsubj/7 "
        "to/to/PART/mark/7 {}/{}/VERB/xcomp/3"
    )
    mentions = [mention(4, "IRN"), mention(0, "FRA")]

    assert asks_of(known.format("comply", "comply"), mentions, "a-fra")
    assert asks_of(known.format("realize", "realize"), mentions, "a-fra") == []


def test_what_no_side_asks_of_no_side_is_no_ask():
    """A duty that one who is no side lays on parties that nobody knows is no ask in politics."""
    duty = "parties/party/NOUN/nsubj/3 must/must/AUX/aux/3 stop/stop/VERB/root/0"

    assert asks_of(duty, [], "a-rice") == []


def test_a_call_is_put_to_the_one_after_on():
    """Who calls on parties to protect Iran asks the parties, whoever they are, not Iran."""
    called = (
        "France/France/PROPN/nsubj/2 called/call/VERB/root/0 on/on/ADP/case/4 parties/party/NOUN/obl/2 to/to/PART/mark/6 "
        "protect/protect/VERB/xcomp/2 Iran/Iran/PROPN/obj/6"
    )

    assert told_of(called, [mention(0, "FRA"), mention(6, "IRN")], target="IRN") == [("a-fra", None)]


def test_a_question_is_no_ask():
    """Who asks for details or for a name wants to be told, not that something be done."""
    details = (
        "France/France/PROPN/nsubj/2 asked/ask/VERB/root/0 Iran/Iran/PROPN/obj/2 for/for/ADP/case/5 {}/{}/NOUN/obl/2"
    )
    mentions = [mention(0, "FRA"), mention(2, "IRN")]

    assert told_of(details.format("troops", "troop"), mentions, target="IRN") == [("a-fra", "a-irn")]
    assert told_of(details.format("details", "detail"), mentions, target="IRN") == []


def test_who_is_called_something_is_asked_nothing():
    """Who calls Iran a liar asks nothing of it."""
    called = (
        "France/France/PROPN/nsubj/2 called/call/VERB/root/0 Iran/Iran/PROPN/obj/2 a/a/DET/det/5 liar/liar/NOUN/xcomp/2"
    )

    assert told_of(called, [mention(0, "FRA"), mention(2, "IRN")], target="IRN") == []


def test_who_seeks_what_is_his_own_asks_nobody():
    """To seek refuge in Iran is to ask nothing; to seek its help is."""
    sought = (
        "France/France/PROPN/nsubj/2 sought/seek/VERB/root/0 {}/{}/NOUN/obj/2 of/of/ADP/case/5 Iran/Iran/PROPN/nmod/3"
    )
    mentions = [mention(0, "FRA"), mention(4, "IRN")]

    assert told_of(sought.format("help", "help"), mentions, target="IRN") == [("a-fra", "a-irn")]
    assert told_of(sought.format("refuge", "refuge"), mentions, target="IRN") == []


def test_who_stands_inside_what_a_thing_shall_do_is_not_asked():
    """Who asks that a rally take place near Iran asks it of somebody else, or of nobody named."""
    rally = (
        "France/France/PROPN/nsubj/2 asked/ask/VERB/root/0 that/that/SCONJ/mark/5 rallies/rally/NOUN/nsubj/5 "
        "reach/reach/VERB/ccomp/2 Iran/Iran/PROPN/obj/5"
    )
    mentions = [mention(0, "FRA"), mention(5, "IRN")]

    assert told_of(rally, mentions, target="IRN", word="Iran") == [("a-fra", None)]


def test_whose_demands_they_are_is_not_what_is_demanded():
    """The demands of office ask nothing of anybody: under `of` stands who demands."""
    office = "French/french/ADJ/amod/2 demands/demand/NOUN/root/0 of/of/ADP/case/4 office/office/NOUN/nmod/2"
    being = "French/french/ADJ/amod/2 demands/demand/NOUN/root/0 of/of/SCONJ/mark/4 governing/govern/VERB/acl/2"

    assert told_of(office, [mention(0, "FRA")], "IRN") == []
    assert told_of(being, [mention(0, "FRA")], "IRN") == []


def test_two_things_are_asked_for_under_a_for_of_their_own():
    """Who calls for a truce, and for the withdrawal of Iran, asks twice."""
    both = (
        "France/France/PROPN/nsubj/2 calls/call/VERB/root/0 for/for/ADP/case/5 a/a/DET/det/5 truce/truce/NOUN/obl/2 "
        "and/and/CCONJ/cc/8 for/for/ADP/case/8 withdrawal/withdrawal/NOUN/conj/2 of/of/ADP/case/10 Iran/Iran/PROPN/nmod/8"
    )

    assert told_of(both, [mention(0, "FRA"), mention(9, "IRN")], "IRN") == [("a-fra", "a-irn"), ("a-fra", "a-irn")]


def test_who_is_to_do_what_is_needed_is_asked():
    """Who stresses the need for Iran to leave asks it of Iran, though "the need" is a noun."""
    need = (
        "France/France/PROPN/nsubj/2 stressed/stress/VERB/root/0 the/the/DET/det/4 need/need/NOUN/obj/2 "
        "for/for/SCONJ/mark/8 Iran/Iran/PROPN/nsubj/8 to/to/PART/mark/8 leave/leave/VERB/acl/4"
    )

    assert told_of(need, [mention(0, "FRA"), mention(5, "IRN")], "IRN", word="Iran") == [("a-fra", "a-irn")]


def test_an_ask_ends_where_the_next_begins():
    """A further verb of asking, though the parser hung it below what is asked first, begins an ask of its own."""
    chained = tree(
        "urged/urge/VERB/root/0 Iran/Iran/PROPN/obj/1 to/to/PART/mark/4 leave/leave/VERB/xcomp/1 and/and/CCONJ/cc/6 "
        "asked/ask/VERB/conj/4 Oman/Oman/PROPN/obj/6 to/to/PART/mark/9 stay/stay/VERB/xcomp/6"
    )

    assert _end_of(chained[3], frozenset({0, 5})) == 4
    assert _end_of(chained[3], frozenset({0})) == 9


def test_a_call_for_a_thing_names_nobody():
    """Who calls for a meeting asks for it, also where the parser took the meeting for the object of "call"."""
    called = (
        "France/France/PROPN/nsubj/2 called/call/VERB/root/0 for/for/ADP/mark/2 Iranian/Iranian/ADJ/amod/5 "
        "talks/talk/NOUN/obj/2"
    )
    talks = mention(4, "IRN", first=3)

    assert told_of(called, [mention(0, "FRA"), talks], "IRN", word="Iranian") == [("a-fra", "a-irn")]


GOING_ON = "Iran/Iran/PROPN/nsubj/4 must/must/AUX/aux/4 be/be/AUX/aux/4 suffering/suffer/VERB/root/0"
TO_BE_DONE = (
    "Iran/Iran/PROPN/nsubj/2 has/have/VERB/root/0 to/to/PART/mark/5 be/be/AUX/aux:pass/5 addressed/address/VERB/xcomp/2"
)
EVEN_IF = (
    "step/step/NOUN/nsubj/3 is/be/AUX/cop/3 important/important/ADJ/root/0 if/if/SCONJ/mark/6 "
    "Iran/Iran/PROPN/nsubj/6 yields/yield/VERB/advcl/3"
)
JUDGED = (
    "it/it/PRON/expl/3 is/be/AUX/cop/3 easier/easy/ADJ/root/0 to/to/PART/mark/5 seek/seek/VERB/xcomp/3 "
    "help/help/NOUN/obj/5 from/from/ADP/case/8 Iran/Iran/PROPN/nmod/6"
)
ARRANGED = (
    "France/France/PROPN/nsubj/2 arranged/arrange/VERB/root/0 for/for/SCONJ/mark/6 Iran/Iran/PROPN/nsubj/6 "
    "to/to/PART/mark/6 call/call/VERB/advcl/2"
)
ASKED_BY = "Iran/Iran/PROPN/nsubj:pass/2 asked/ask/VERB/root/0 by/by/ADP/case/4 France/France/PROPN/obl:agent/2"


def test_what_somebody_must_be_going_through_is_no_ask():
    """A duty that is only a guess of what goes on, or that a thing undergoes, asks nothing."""
    assert asks_of(GOING_ON, [mention(0, "IRN")], "a-rice") == []
    assert asks_of(TO_BE_DONE, [mention(0, "IRN")], "a-rice") == []


def test_a_condition_says_not_what_is_important():
    """What is important "if Iran yields" is something else than that Iran yield."""
    assert asks_of(EVEN_IF, [mention(4, "IRN")], "a-rice") == []


def test_what_is_only_judged_is_not_sought():
    """Who finds it easier to seek help has not sought it."""
    assert asks_of(JUDGED, [mention(7, "IRN")], "a-rice") == []


def test_what_is_arranged_or_only_a_question_is_no_ask():
    """Who arranges a call brings it about, and who is asked by a reporter only hears a question."""
    assert told_of(ARRANGED, [mention(0, "FRA"), mention(3, "IRN")], "IRN") == []
    assert told_of(ASKED_BY, [mention(0, "IRN"), mention(3, "FRA")], "IRN") == []


def test_who_grants_a_demand_did_not_make_it():
    """A demand that somebody acknowledges is somebody else's; an ask of which nobody knows whose it is, is not told."""
    granted = (
        "France/France/PROPN/nsubj/3 demand/demand/NOUN/obj/3 acknowledged/acknowledge/VERB/root/0 "
        "for/for/ADP/case/5 reform/reform/NOUN/nmod/2"
    )
    assert told_of(granted, [mention(0, "FRA")], "IRN") == []


def test_nobody_known_in_a_country_is_not_its_state():
    """Thousands who press for something are not the state where they march, though its code is all that is known."""
    reading = reading_of(
        tree(
            "Thousands/thousand/NOUN/nsubj/2 pressed/press/VERB/root/0 France/France/PROPN/obj/2 to/to/PART/mark/5 "
            "leave/leave/VERB/xcomp/2"
        )
    )
    states = {
        m.actor: Actor(id=m.actor, name=m.country, kind=ActorKind.STATE, country=m.country)
        for m in (mention(0, "JOR"), mention(2, "FRA"))
    }
    report = Report(
        id="r1",
        type=EventType.REQUEST,
        mode=None,
        contexts=(),
        quad=Quad.VERBAL_CONFLICT,
        scale=0.0,
        cameo=None,
        goldstein=None,
        trigger=reading.span(1, 2),
        sentence=reading.sentences[0].sentence.span,
        sources=(Party(actor=None, mention=reading.span(0, 1), country="JOR"),),
        targets=(Party(actor="a-fra", mention=reading.span(2, 3), country="FRA"),),
    )
    found = find_asks(reading, (report,), Resolution(actors=states, mentions=(mention(2, "FRA"),)))
    assert "a-jor" not in [a.asker for a in found]


def test_who_is_to_be_helped_is_not_asked():
    """An appeal to help Iran is not put to Iran."""
    appeal = (
        "France/France/PROPN/nsubj/2 appealed/appeal/VERB/root/0 to/to/PART/mark/4 help/help/VERB/xcomp/2 "
        "Iran/Iran/PROPN/obj/4"
    )
    assert told_of(appeal, [mention(0, "FRA"), mention(4, "IRN")], "IRN", "Iran") == [("a-fra", None)]


ACCEPTED = REBUFF.replace("resisted/resist", "accepted/accept")
IMAGINED = (
    "Say/say/VERB/root/0 demanded/demand/VERB/ccomp/1 France/France/PROPN/nsubj/2 withdrawal/withdrawal/NOUN/obj/2 "
    "from/from/ADP/case/6 Iran/Iran/PROPN/nmod/4"
)
PROPOSED = "French/french/ADJ/amod/2 proposal/proposal/NOUN/root/0 for/for/ADP/case/4 talks/talk/NOUN/nmod/2"


def test_an_ask_that_is_accepted_tells_so_itself():
    """Who accepts a demand has been asked by its owner, and yields; who does not accept it has not yielded."""
    both = [mention(0, "IRN"), mention(3, "FRA")]
    not_yet = ACCEPTED.replace("has/have/AUX/aux", "not/not/PART/advmod")
    assert asks_of(ACCEPTED, both) == [("a-fra", "a-irn", Outcome.ACCEPTED)]
    assert asks_of(not_yet, both) == []


def test_what_a_reader_shall_imagine_is_not_asked():
    """Who is told to say that France demanded a thing is told of no demand."""
    both = [mention(2, "FRA"), mention(5, "IRN")]
    assert told_of(IMAGINED.replace("Say/say", "France/say"), both, "IRN") == [("a-fra", "a-irn")]
    assert told_of(IMAGINED, both, "IRN") == []


def test_a_plan_of_ones_own_is_no_ask():
    """A proposal that is put to nobody asks nobody."""
    assert told_of(PROPOSED, [mention(0, "FRA"), mention(3, "IRN")], "IRN") == [("a-fra", "a-irn")]
    assert told_of(PROPOSED, [mention(0, "FRA")], None) == []


def test_a_thing_that_asks_is_not_the_speaker():
    """A protocol that calls for something is not the one who tells of it."""
    called = (
        "{}/nsubj/2 called/call/VERB/root/0 for/for/ADP/case/4 talks/talk/NOUN/obl/2 says/say/VERB/parataxis/2 "
        "Oman/Oman/PROPN/nsubj/5"
    )
    both = [mention(3, "IRN"), mention(5, "OMN")]
    assert told_of(called.format("he/he/PRON"), both, "IRN", speaker="a-omn") == [("a-omn", "a-irn")]
    assert told_of(called.format("protocol/protocol/NOUN"), both, "IRN", speaker="a-omn") == []


def test_an_answer_still_to_be_given_accepts_nothing():
    """Who is asked to accept a demand, or fails to, has not accepted it; who decided to has."""
    to_accept = (
        "Iran/Iran/PROPN/nsubj/2 {}/VERB/root/0 to/to/PART/mark/4 accept/accept/VERB/xcomp/2 "
        "France/France/PROPN/nmod:poss/7 's/'s/PART/case/5 demands/demand/NOUN/obj/4"
    )
    both = [mention(0, "IRN"), mention(4, "FRA")]
    assert [o for _, _, o in asks_of(to_accept.format("decided/decide"), both)] == [Outcome.ACCEPTED]
    assert asks_of(to_accept.format("hopes/hope"), both) == []


def test_what_one_needs_to_see_is_not_asked_of_him():
    """A people that needs to see change is asked for nothing; one that needs to leave is."""
    need = "Iran/Iran/PROPN/nsubj/2 needs/need/VERB/root/0 to/to/PART/mark/4 {}/VERB/xcomp/2"
    assert asks_of(need.format("leave/leave"), [mention(0, "IRN")], "a-rice") != []
    assert asks_of(need.format("see/see"), [mention(0, "IRN")], "a-rice") == []


def test_a_question_of_when_is_no_duty():
    """When Iran should leave is a question, and "should Iran leave" a condition."""
    when = DUTY.replace(
        "Iran/Iran/PROPN/nsubj/3 must/must", "when/when/ADV/advmod/4 Iran/Iran/PROPN/nsubj/4 should/should"
    )
    when = when.replace("AUX/aux/3", "AUX/aux/4")
    turned = "should/should/AUX/aux/3 Iran/Iran/PROPN/nsubj/3 leave/leave/VERB/root/0"
    assert asks_of(when, [mention(1, "IRN")], "a-rice") == []
    assert asks_of(turned, [mention(1, "IRN")], "a-rice") == []
    assert asks_of(when.replace("when/when", "now/now"), [mention(1, "IRN")], "a-rice") != []


def test_telling_that_something_is_so_asks_nothing():
    """Who told Iran that it fired asked nothing; who told it to fire did, and so who told it that it should."""
    told = "France/France/PROPN/nsubj/2 told/tell/VERB/root/0 Iran/Iran/PROPN/obj/2 {} fired/fire/VERB/{}/2"
    both = [mention(0, "FRA"), mention(2, "IRN")]
    assert told_of(told.format("they/they/PRON/nsubj/5", "ccomp"), both, "IRN") == []
    assert told_of(told.format("to/to/PART/mark/5", "xcomp"), both, "IRN") == [("a-fra", "a-irn")]


def test_who_pushes_a_thing_asks_nobody():
    """To push a plan is to promote it; to push for talks is to ask for them."""
    pushed = "France/France/PROPN/nsubj/2 pushed/push/VERB/root/0 plans/plan/NOUN/obj/2 of/of/ADP/case/5 Iran/Iran/PROPN/nmod/3"
    sought = pushed.replace(
        "plans/plan/NOUN/obj/2 of/of/ADP/case/5", "for/for/ADP/case/4 talks/talk/NOUN/obl/2"
    ).replace("PROPN/nmod/3", "PROPN/nmod/4")
    both = [mention(0, "FRA"), mention(4, "IRN")]
    assert told_of(pushed, both, "IRN") == []
    assert told_of(sought, both, "IRN") == [("a-fra", "a-irn")]


def test_a_call_with_which_one_speaks_is_ones_own():
    """Who ends with a call for talks calls for them, whoever is near; and why somebody asks is not what he asks."""
    call = (
        "Oman/Oman/PROPN/nsubj/3 call/call/NOUN/obl/3 ends/end/VERB/root/0 with/with/ADP/case/2 for/for/ADP/case/6 "
        "talks/talk/NOUN/nmod/2 of/of/ADP/case/8 Iran/Iran/PROPN/nmod/6"
    )
    both = [mention(0, "OMN"), mention(7, "IRN")]
    assert told_of(call, both, "IRN") == [("a-omn", "a-irn")]
    because = "France/France/PROPN/nsubj/2 asks/ask/VERB/root/0 because/because/SCONJ/mark/4 knows/know/VERB/advcl/2 Iran/Iran/PROPN/obj/4"
    assert told_of(because, [mention(0, "FRA"), mention(4, "IRN")], "IRN") == []


def test_what_one_will_have_to_do_is_foreseen():
    """Who will have to leave, or is all that has to leave, is foretold; who has to leave is asked."""
    has = "Iran/Iran/PROPN/nsubj/2 has/have/VERB/root/0 to/to/PART/mark/4 leave/leave/VERB/xcomp/2"
    will = (
        "Iran/Iran/PROPN/nsubj/3 will/will/AUX/aux/3 have/have/VERB/root/0 to/to/PART/mark/5 leave/leave/VERB/xcomp/3"
    )
    assert len(asks_of(has, [mention(0, "IRN")], "a-rice")) == 1
    assert asks_of(will, [mention(0, "IRN")], "a-rice") == []


def test_who_is_named_in_what_shall_be_done_is_not_asked():
    """Who asks to check Iran does not ask Iran."""
    check = (
        "France/France/PROPN/nsubj/2 asks/ask/VERB/root/0 to/to/PART/mark/4 check/check/VERB/xcomp/2 "
        "Iran/Iran/PROPN/obj/4"
    )
    assert told_of(check, [mention(0, "FRA"), mention(4, "IRN")], None) == [("a-fra", None)]


def test_a_request_that_is_granted_in_the_passive_stands_before_its_answer():
    """The words of an ask end where they begin or later, though the verb that answers stands behind them."""
    granted = (
        "Oman/Oman/PROPN/nmod:poss/3 's/'s/PART/case/1 request/request/NOUN/nsubj:pass/5 was/be/AUX/aux:pass/5 "
        "granted/grant/VERB/root/0 by/by/ADP/case/7 Iran/Iran/PROPN/obl:agent/5"
    )

    assert asks_of(granted, [mention(0, "OMN"), mention(6, "IRN")]) == [("a-omn", "a-irn", Outcome.ACCEPTED)]


def test_what_stands_before_a_wish_is_not_wished():
    """A clause before "want" that the parser takes for its infinitive says when, not what."""
    before = (
        "Oman/Oman/PROPN/nsubj/3 will/will/AUX/aux/3 negotiate/negotiate/VERB/xcomp/5 Iran/Iran/PROPN/nsubj/5 "
        "wants/want/VERB/root/0 talks/talk/NOUN/obj/5"
    )

    assert asks_of(before, [mention(0, "OMN"), mention(3, "IRN")]) == []


def test_what_stands_before_an_exchange_is_no_price():
    """The first word of a sentence has nothing before it that could say what it is the price of."""
    swapped = (
        "Oman/Oman/PROPN/nmod/3 in/in/ADP/case/3 exchange/exchange/NOUN/obl/4 left/leave/VERB/root/0 "
        "for/for/ADP/case/6 talks/talk/NOUN/obl/4"
    )

    assert asks_of(swapped, [mention(0, "OMN")]) == []
