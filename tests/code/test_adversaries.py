"""Against whom a side acts in an article."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.adversaries import fill_from_adversaries
from demarche.record import EventType, Party, Quad, Report, Span
from tests.code.stubs import reading_of
from tests.code.trees import tree

TEXT = (
    "they/they/PRON/nsubj/2 massed/mass/VERB/root/0 in/in/ADP/case/4 Oman/Oman/PROPN/obl/2 to/to/PART/mark/6 "
    "defend/defend/VERB/advcl/2 Qatar/Qatar/PROPN/obj/6 against/against/ADP/case/9 Yemen/Yemen/PROPN/obl/2"
)
READING = reading_of(tree(TEXT))
WHOLE = READING.sentences[0].sentence.span


def party(country, word=None):
    """Return a party, and the word that names it if there is one."""
    start = WHOLE.text.index(word) if word else 0
    return Party(actor=None, mention=Span.of(WHOLE.text, start, start + len(word)) if word else None, country=country)


def report(kind, source, *targets, confidence=0.9, mode=None):
    """Return a report of an act of a country towards others."""
    return Report(
        id="r",
        type=kind,
        mode=mode,
        contexts=(),
        quad=Quad.MATERIAL_CONFLICT,
        scale=-9.0,
        cameo=None,
        goldstein=None,
        trigger=Span.of(WHOLE.text, 5, 11),
        sentence=WHOLE,
        sources=(party(source),),
        targets=targets,
        confidence=confidence,
    )


FOUGHT = report(EventType.ASSAULT, "IRN", party("USA"))
BLOCKED = report(EventType.COERCE, "USA", party("IRN"))


def filled(*reports):
    """Return the target countries of the last report."""
    return [p.country for p in fill_from_adversaries(READING, reports)[-1].targets]


def test_forces_are_massed_against_the_one_adversary():
    """The adversary is whom most hostile acts of a side go to or come from; the report is less sure then, and says so."""
    got = fill_from_adversaries(READING, (FOUGHT, BLOCKED, report(EventType.MOBILIZE, "USA")))[-1]

    assert [p.country for p in got.targets] == ["IRN"]
    assert got.confidence == 0.63
    assert got.why[-1] == "target is the adversary of the source in the article"


def test_of_two_adversaries_none_is_taken():
    """Where a side acts against two alike, the target stays open."""
    other = report(EventType.ASSAULT, "USA", party("IRQ"))

    assert filled(FOUGHT, other, report(EventType.MOBILIZE, "USA")) == []


def test_blame_makes_no_adversary():
    """Friends blame each other too."""
    blamed = report(EventType.ACCUSE, "USA", party("IRN"))

    assert filled(blamed, blamed, report(EventType.MOBILIZE, "USA")) == []


def test_whom_violence_hit_is_not_guessed():
    """An attack whose target is not told keeps it open."""
    assert filled(FOUGHT, BLOCKED, report(EventType.ASSAULT, "USA")) == []


def test_the_place_and_the_protected_are_no_targets():
    """Forces put into one country to defend another are against neither; both stay in the report."""
    massed = report(EventType.MOBILIZE, "USA", party("OMN", "Oman"), party("QAT", "Qatar"))
    got = fill_from_adversaries(READING, (FOUGHT, BLOCKED, massed))[-1]

    assert [p.country for p in got.targets] == ["IRN"]
    assert [(p.country, p.part) for p in got.others] == [("OMN", "other"), ("QAT", "other")]


def test_a_told_target_is_kept():
    """What the sentence says goes before what the article lets one infer."""
    assert filled(FOUGHT, BLOCKED, report(EventType.MOBILIZE, "USA", party("YEM", "Yemen"))) == ["YEM"]


def test_a_withdrawal_yields_to_the_adversary_and_a_release_does_not():
    """Only the modes of retreat that yield to the other side are filled."""
    pulled = report(EventType.RETREAT, "USA", mode="withdraw")

    assert filled(FOUGHT, BLOCKED, pulled) == ["IRN"]
    assert filled(FOUGHT, BLOCKED, replace(pulled, mode="release")) == []


def test_who_joins_in_is_against_the_same_adversary():
    """A state of which the article tells no other act masses against whom the others mass."""
    massed = report(EventType.MOBILIZE, "USA", confidence=1.0)

    assert filled(FOUGHT, BLOCKED, massed, massed, report(EventType.MOBILIZE, "EGY")) == ["IRN"]


def test_the_party_named_most_often_stands_for_the_adversary():
    """Of several of one country the one that acts most is taken, without the words that name him elsewhere."""
    army, state = (replace(party("IRN", "Yemen"), actor=actor) for actor in ("a-army", "a-iran"))
    told = (report(EventType.COERCE, "USA", army), *[report(EventType.COERCE, "USA", state)] * 2)

    got = fill_from_adversaries(READING, (*told, report(EventType.MOBILIZE, "USA")))[-1]

    assert [(p.actor, p.mention) for p in got.targets] == [("a-iran", None)]


def test_the_place_is_no_target_where_nobody_else_is_either():
    """Where no adversary is known, the target of forces put into a country stays open."""
    massed = report(EventType.MOBILIZE, "USA", party("OMN", "Oman"))
    got = fill_from_adversaries(READING, (massed,))[-1]

    assert got.targets == ()
    assert [(p.country, p.part) for p in got.others] == [("OMN", "other")]
