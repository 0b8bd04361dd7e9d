"""When an act was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.annotate.reading import ReadSentence
from demarche.code.when import When
from demarche.record import Basis, Precision, Sentence, Span, Status, TimeExpression, TimeInterval, TimeType
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


def test_a_war_that_is_only_named_is_no_news():
    """An invasion without a time of its own lies before publication, one that is launched on a day on that day."""
    named = "Iran/Iran/PROPN/nsubj/2 criticised/criticise/VERB/root/0 the/the/DET/det/4 invasion/invasion/NOUN/obj/2"
    dater = when(f"{named} again/again/ADV/advmod/2", "again")
    dater = When(reading=replace(dater.reading, times=()))
    found = dater.of(dater.reading.sentences[0], 3, Status.HAPPENED)
    assert found is not None
    assert (found.basis, found.interval.first, found.interval.last) == (Basis.PUBLISHED, None, WEDNESDAY)
    dater = when(f"{named.replace('criticised/criticise', 'launched/launch')} Monday/Monday/PROPN/obl/2", "Monday")
    found = dater.of(dater.reading.sentences[0], 3, Status.HAPPENED)
    assert found is not None
    assert found.interval.first == MONDAY


def test_what_begins_a_stretch_does_not_fill_it():
    """The raid of "since the raid" lies before publication, on no day of the stretch."""
    text = (
        "They/they/PRON/nsubj/3 have/have/AUX/aux/3 waited/wait/VERB/root/0 since/since/ADP/case/6 the/the/DET/det/6 "
        "raid/raid/NOUN/obl/3"
    )
    dater = when(text, "since the raid")
    found = dater.of(dater.reading.sentences[0], 5, Status.HAPPENED)
    assert found is not None
    assert (found.interval.first, found.interval.last) == (None, WEDNESDAY)


def test_now_dates_its_own_clause():
    """Who praised somebody and said what he now needs did not praise him now."""
    text = (
        "Oman/Oman/PROPN/nsubj/2 praised/praise/VERB/root/0 Iran/Iran/PROPN/obj/2 and/and/CCONJ/cc/5 "
        "said/say/VERB/conj/2 it/it/PRON/nsubj/8 now/now/ADV/advmod/8 needs/need/VERB/ccomp/5 help/help/NOUN/obj/8"
    )
    dater = when(text, "now", WEDNESDAY)
    now = replace(dater.reading.times[0], value="PRESENT_REF")
    dater = When(reading=replace(dater.reading, times=(now,)))
    found = dater.of(dater.reading.sentences[0], 1, Status.HAPPENED)
    assert found is not None
    assert found.basis is Basis.PUBLISHED


def test_a_sentence_is_younger_than_the_deed():
    """The day of a trial is not that of the murder, nor does a verb date what had been done before."""
    trial = (
        "He/he/PRON/nsubj:pass/3 was/be/AUX/aux:pass/3 jailed/jail/VERB/root/0 Monday/Monday/PROPN/obl/3 for/for/ADP/case/7 "
        "the/the/DET/det/7 murder/murder/NOUN/obl/3"
    )
    before = (
        "They/they/PRON/nsubj/2 saw/see/VERB/root/0 Monday/Monday/PROPN/obl/2 a/a/DET/det/5 man/man/NOUN/obj/2 "
        "who/who/PRON/nsubj:pass/9 had/have/AUX/aux/9 been/be/AUX/aux:pass/9 shot/shoot/VERB/acl:relcl/5"
    )
    for text, word in ((trial, 6), (before, 8)):
        dater = when(text, "Monday")
        found = dater.of(dater.reading.sentences[0], word, Status.HAPPENED)
        assert found is not None
        assert found.basis is Basis.PUBLISHED


def test_what_went_on_when_somebody_was_something_is_of_old():
    """Who opposed a state when others armed it does not speak of the day of the news."""
    then = (
        "he/he/PRON/nsubj/4 was/be/AUX/cop/4 an/an/DET/det/4 opponent/opponent/NOUN/root/0 when/when/ADV/advmod/8 "
        "others/other/NOUN/nsubj/8 were/be/AUX/aux/8 arming/arm/VERB/advcl/4 Oman/Oman/PROPN/obj/8"
    )
    dater = When(reading=replace(when(then, "he").reading, times=()))
    found = dater.of(dater.reading.sentences[0], 7, Status.HAPPENED)
    assert found is not None
    assert (found.interval.first, found.interval.last) == (None, WEDNESDAY)


def test_an_act_from_which_days_are_counted_is_of_old():
    """What somebody did years before a raid is not told with the raid as news; what he did after it may be."""
    before = (
        "they/they/PRON/nsubj/2 left/leave/VERB/root/0 years/year/NOUN/nmod:unmarked/6 before/before/ADP/case/6 "
        "the/the/DET/det/6 raid/raid/NOUN/obl/2"
    )
    days = []
    hours = before.replace("years/year/NOUN", "hours/hour/NOUN").replace("before/before", "after/after")
    for sentence in (before, hours, before.replace("years/year/NOUN", "just/just/ADV")):
        dater = When(reading=replace(when(sentence, "they").reading, times=()))
        found = dater.of(dater.reading.sentences[0], 5, Status.HAPPENED)
        days.append(found and found.interval.first)
    assert days == [None, None, WEDNESDAY]


def test_the_stamp_of_a_page_dates_no_act():
    """A day with its year and the hour right behind it says when the page was written; "at" tells the hour of an act."""
    year = "2024/2024/NUM/obl/2"
    stamped = f"Iran/Iran/PROPN/nsubj/2 left/leave/VERB/root/0 {year} 03.10/03.10/NUM/nmod/3"
    spoken = stamped.replace("03.10/03.10/NUM/nmod/3", "at/at/ADP/case/5 03.10/03.10/NUM/nmod/3")
    bases = []
    for sentence, words in ((stamped, "2024 03.10"), (spoken, "2024 at 03.10")):
        dater = when(sentence, words)
        times = tuple(replace(time, type=TimeType.TIME) for time in dater.reading.times)
        found = When(reading=replace(dater.reading, times=times)).of(dater.reading.sentences[0], 1, Status.HAPPENED)
        bases.append(found and found.basis)
    assert bases == [Basis.PUBLISHED, Basis.SAID]


def told(dater: When, word: int) -> tuple[Basis, date | None]:
    """Return basis and first day of a deed at a word of the only sentence."""
    found = dater.of(dater.reading.sentences[-1], word, Status.HAPPENED)
    assert found is not None
    return found.basis, found.interval.first


def test_what_has_been_done_was_not_done_long_ago():
    """A year gone by that the tree gives to a perfect belongs to something else; it dates a past tense, and a noun."""
    plain = "they/they/PRON/nsubj/2 sent/send/VERB/root/0 help/help/NOUN/obj/2 in/in/ADP/case/5 2008/2008/NUM/obl/2"
    perfect = (
        "they/they/PRON/nsubj/3 have/have/AUX/aux/3 sent/send/VERB/root/0 help/help/NOUN/obj/3 in/in/ADP/case/6 "
        "2008/2008/NUM/obl/3"
    )
    long_ago = date(2008, 5, 1)
    assert told(when(plain, "2008", long_ago), 1) == (Basis.SAID, long_ago)
    assert told(when(perfect, "2008", long_ago), 2)[0] is Basis.PUBLISHED
    assert told(when(perfect.replace("2008/2008/NUM/obl/3", "2008/2008/NUM/nmod/4"), "2008", long_ago), 3) == (
        Basis.SAID,
        long_ago,
    )


def test_the_time_of_a_relative_clause_is_its_own():
    """Who was set up on Monday did not give help then."""
    text = (
        "Oxfam/Oxfam/PROPN/nsubj/5 which/which/PRON/nsubj/3 began/begin/VERB/acl:relcl/1 Monday/Monday/PROPN/obl/3 "
        "gave/give/VERB/root/0 help/help/NOUN/obj/5"
    )
    dater = when(text, "Monday")
    assert told(dater, 2) == (Basis.SAID, MONDAY)
    assert told(dater, 4) == (Basis.PUBLISHED, WEDNESDAY)


def test_a_length_of_time_up_to_now_dates_its_act():
    """Who was held for the past days was held in them, where they are counted."""
    text = (
        "he/he/PRON/nsubj:pass/3 was/be/AUX/aux:pass/3 held/hold/VERB/root/0 for/for/ADP/case/7 the/the/DET/det/7 "
        "past/past/ADJ/amod/7 days/day/NOUN/obl/3"
    )
    days = []
    for precision in (Precision.DAY, Precision.VAGUE):
        dater = when(text, "the past days")
        interval = TimeInterval(first=MONDAY, last=WEDNESDAY, precision=precision)
        times = (replace(dater.reading.times[0], type=TimeType.DURATION, interval=interval),)
        days.append(told(When(reading=replace(dater.reading, times=times)), 2)[1])
    assert days == [MONDAY, WEDNESDAY]


def test_who_also_does_something_does_it_then():
    """The time of the sentence before goes on with "also"."""
    text = (
        "they/they/PRON/nsubj/2 left/leave/VERB/root/0 Monday/Monday/PROPN/obl/2 he/he/PRON/nsubj/6 "
        "also/also/ADV/advmod/6 left/leave/VERB/root/0"
    )
    bases = []
    for second in (text, text.replace("also/also/ADV", "soon/soon/ADV")):
        reading = when(second, "Monday").reading
        whole = reading.sentences[0]
        sentences = tuple(
            ReadSentence(
                sentence=Sentence(span=reading.span(first, last), paragraph=number),
                first=first,
                last=last,
                reading=whole.reading,
            )
            for number, (first, last) in enumerate(((0, 3), (3, 6)))
        )
        bases.append(told(When(reading=replace(reading, sentences=sentences)), 5))
    assert bases == [(Basis.INFERRED, MONDAY), (Basis.PUBLISHED, WEDNESDAY)]


def test_a_recent_act_is_not_dated_by_the_news():
    """It lies before publication, nobody says when."""
    text = "they/they/PRON/nsubj/2 recalled/recall/VERB/root/0 recent/recent/ADJ/amod/4 talks/talk/NOUN/obj/2"
    assert told(When(reading=replace(when(text, "they").reading, times=())), 3) == (Basis.PUBLISHED, None)


def test_an_article_that_looks_back_tells_no_news():
    """A chronicle's acts, and those after "one year ago today", are not of the day of publication."""
    chronicle = (
        "A/a/DET/det/2 summary/summary/NOUN/root/0 of/of/ADP/case/4 events/event/NOUN/nmod/2 "
        "police/police/NOUN/nsubj/6 attack/attack/VERB/parataxis/2 them/they/PRON/obj/6"
    )
    news = (
        "the/the/DET/det/2 summary/summary/NOUN/nsubj/5 of/of/ADP/case/4 events/event/NOUN/nmod/2 "
        "angered/anger/VERB/root/0 police/police/NOUN/obj/5"
    )
    year_ago = (
        "One/one/NUM/nummod/2 year/year/NOUN/obl/3 ago/ago/ADV/advmod/6 today/today/NOUN/obl/6 he/he/PRON/nsubj/6 "
        "left/leave/VERB/root/0 they/they/PRON/nsubj/9 had/have/AUX/aux/9 attacked/attack/VERB/conj/6"
    )
    assert told(When(reading=replace(when(chronicle, "A").reading, times=())), 5) == (Basis.PUBLISHED, None)
    assert told(When(reading=replace(when(news, "the").reading, times=())), 4) == (Basis.PUBLISHED, WEDNESDAY)
    assert told(when(year_ago, "One year ago today", date(2023, 5, 15)), 8) == (Basis.PUBLISHED, None)
    assert told(when(year_ago, "One year ago today"), 8) == (Basis.PUBLISHED, WEDNESDAY)
