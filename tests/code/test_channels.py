"""Who is in touch with whom."""

from __future__ import annotations

from demarche.code.channels import find_channels
from demarche.codebook import load
from demarche.record import Actor, ActorKind, EventType, Medium, Party, Quad, Report
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


def test_telling_somebody_is_a_message():
    """Who tells another something is in touch with him."""
    found = channels_of(TOLD, mention(0, "OMN"), mention(2, "IRN"))
    assert [(c.a, c.b, c.medium) for c in found] == [("a-omn", "a-irn", Medium.MESSAGE)]


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
