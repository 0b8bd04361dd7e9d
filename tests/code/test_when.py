"""When an act was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.code.when import When
from demarche.record import Basis, Precision, Span, Status, TimeExpression, TimeInterval, TimeType
from tests.code.stubs import reading_of
from tests.code.trees import tree

SAID = (
    "Iran/Iran/PROPN/nsubj/2 said/say/VERB/root/0 Monday/Monday/PROPN/obl/2 it/it/PRON/nsubj/6 would/would/AUX/aux/6 "
    "leave/leave/VERB/ccomp/2"
)
ATTACKS = (
    "An/a/DET/det/2 attack/attack/NOUN/nsubj/5 on/on/ADP/case/4 Monday/Monday/PROPN/nmod/2 failed/fail/VERB/root/0 "
    "and/and/CCONJ/cc/13 the/the/DET/det/8 men/man/NOUN/nsubj/13 who/who/PRON/nsubj/10 led/lead/VERB/acl:relcl/8 "
    "the/the/DET/det/12 attack/attack/NOUN/obj/10 fled/flee/VERB/conj/5"
)
MONDAY, WEDNESDAY = date(2024, 5, 13), date(2024, 5, 15)


def when(sentence: str, word: str, day: date = MONDAY) -> When:
    """Return the dater of a sentence in an article of Wednesday, with one time in it."""
    reading = reading_of(tree(sentence))
    start = reading.article.text.index(word)
    time = TimeExpression(
        id="t1",
        span=Span.of(reading.article.text, start, start + len(word)),
        type=TimeType.DATE,
        value=day.isoformat(),
        interval=TimeInterval.day(day),
        anchor=None,
    )
    article = replace(reading.article, published=TimeInterval.day(WEDNESDAY, Precision.DAY))
    return When(reading=replace(reading, article=article, times=(time,)))


def test_a_deed_has_the_time_of_its_verb():
    """The time that hangs on the verb is said of it."""
    dater = when(SAID, "Monday")
    found = dater.of(dater.reading.sentences[0], 1, Status.HAPPENED)
    assert found is not None
    assert (found.basis, found.interval.first) == (Basis.SAID, MONDAY)


def test_what_is_planned_is_not_dated_before_publication():
    """A day gone by dates the saying, not what would be done."""
    dater = when(SAID, "Monday")
    assert dater.of(dater.reading.sentences[0], 5, Status.PLANNED) is None


def test_an_adjective_of_time_dates_nothing():
    """What is "ongoing" is described by it; the act falls on the day of publication."""
    dater = when(SAID.replace("Monday/Monday", "ongoing/ongoing"), "ongoing", WEDNESDAY)
    found = dater.of(dater.reading.sentences[0], 1, Status.HAPPENED)
    assert found is not None
    assert found.basis is Basis.PUBLISHED


def test_an_act_named_again_keeps_its_time():
    """What is called "the attack" is dated by "an attack on Monday" where nothing nearer dates it."""
    dater = when(ATTACKS, "Monday")
    found = dater.of(dater.reading.sentences[0], 11, Status.HAPPENED)
    assert found is not None
    assert found.interval.first == MONDAY


def test_no_deed_lies_after_publication():
    """A day to come dates what was called for, not the call, which is dated by its publication."""
    dater = when(SAID.replace("Monday", "Friday"), "Friday", date(2024, 5, 17))
    found = dater.of(dater.reading.sentences[0], 1, Status.HAPPENED)
    assert found is not None
    assert (found.basis, found.interval.first) == (Basis.PUBLISHED, WEDNESDAY)


def test_a_time_before_a_noun_dates_that_noun_alone():
    """The time in "the Monday attack" dates the attack and not the act of the verb beside it."""
    told = (
        "Iran/Iran/PROPN/nsubj/2 praised/praise/VERB/root/0 the/the/DET/det/5 Monday/Monday/PROPN/compound/5 "
        "attack/attack/NOUN/obj/2"
    )
    dater = when(told, "Monday")
    praise, attack = (dater.of(dater.reading.sentences[0], word, Status.HAPPENED) for word in (1, 4))
    assert praise is not None
    assert attack is not None
    assert (praise.basis, attack.basis) == (Basis.PUBLISHED, Basis.SAID)
