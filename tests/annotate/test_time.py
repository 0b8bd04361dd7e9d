"""Time expressions: what they are and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.annotate import time
from demarche.annotate.reading import Reading, ReadSentence
from demarche.record import Article, Sentence, Span
from tests.docs import doc_of, text_of

Read = Callable[..., Reading]


def found(reading: Reading) -> list[tuple[str, str]]:
    """Show words and values."""
    return [(t.span.text, t.value) for t in time.find(reading)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Oct. 7, 2023.", "Oct. 7, 2023", "2023-10-07"),
        ("They met on 7 October 2023.", "7 October 2023", "2023-10-07"),
        ("They met on 2023-10-07.", "2023-10-07", "2023-10-07"),
        ("They met on Oct. 7.", "Oct. 7", "2023-10-07"),
        ("They met at 11 p.m. on Dec. 8.", "11 p.m. on Dec. 8", "2023-12-08T23:00"),
        ("They met in mid-December.", "mid-December", "2023-12"),
        ("They will meet in early January.", "early January", "2024-01"),
        ("They met in the early 1990s.", "the early 1990s", "199"),
        ("They met in the third quarter.", "the third quarter", "2023-Q3"),
        ("They met last spring.", "last spring", "2023-SP"),
        ("They met yesterday.", "yesterday", "2023-12-30"),
        ("They met last year.", "last year", "2022"),
        ("They met on Friday.", "Friday", "2023-12-29"),
        ("They will meet on Friday.", "Friday", "2024-01-05"),
        ("They met last Friday night.", "last Friday night", "2023-12-29TNI"),
        ("They met on Saturday, Dec. 23.", "Saturday, Dec. 23", "2023-12-23"),
        ("They met two months ago.", "two months ago", "2023-10"),
        ("They met a week ago.", "a week ago", "2023-12-24"),
        ("They met the day after Christmas.", "the day after Christmas", "2023-12-26"),
        ("They met at noon GMT on Nov. 3.", "noon GMT on Nov. 3", "2023-11-03T12:00Z"),
        ("They met in the week of March 6.", "the week of March 6", "2023-W10"),
        ("They met in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("They met in fiscal 1989.", "fiscal 1989", "1989"),
        ("They held a seven-day halt.", "seven-day", "P7D"),
        ("They met for nearly four hours.", "nearly four hours", "PT4H"),
        ("They spent 2 1/2 years there.", "2 1/2 years", "P2Y6M"),
        ("They met every day.", "every day", "P1D"),
        ("They met every night.", "every night", "XXXX-XX-XXTNI"),
        ("They met three times a week.", "three times a week", "P1W"),
        ("They are now leaving.", "now", "PRESENT_REF"),
        ("They met the then current head.", "then current", "PAST_REF"),
        ("They met in the half ended Jan. 5.", "Jan. 5", "2023-01-05"),
        ("They met at Easter.", "Easter", "2023-04-09"),
        ("They met on Orthodox Easter.", "Orthodox Easter", "2023-04-16"),
        ("They met on the eve of Easter.", "the eve of Easter", "2023-04-08"),
        ("They met a fortnight ago.", "a fortnight ago", "2023-12-17"),
        ("They met half a century ago.", "half a century ago", "197"),
        ("They met the week before last.", "the week before last", "2023-W50"),
        ("They met on the first Monday of June.", "the first Monday of June", "2023-06-05"),
        ("They met on the 15th.", "the 15th", "2023-12-15"),
        ("They met in August '90.", "August '90", "1990-08"),
        ("They met in Q3 2021.", "Q3 2021", "2021-Q3"),
        ("They met in the latter half of 2021.", "the latter half of 2021", "2021-H2"),
        ("They met on the morning of 3 June.", "the morning of 3 June", "2023-06-03TMO"),
        ("They met at 10:00 a.m. (1500 GMT) Friday.", "10:00 a.m. (1500 GMT) Friday", "2023-12-29T10:00"),
        ("They met every Friday afternoon.", "every Friday afternoon", "XXXX-WXX-5TAF"),
        ("They will leave in two weeks' time.", "two weeks' time", "2024-01-14"),
        ("They will leave in three years.", "three years", "2026"),
        ("They met in the 1800s.", "the 1800s", "18"),
        ("They met on Wednesday of last week.", "Wednesday of last week", "2023-12-27"),
        ("They met for two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
        ("They met after the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
        ("They met over the Easter weekend.", "the Easter weekend", "2023-W14-WE"),
        ("They met in the second half of 2022.", "the second half of 2022", "2022-H2"),
        ("They met in the first two quarters of 2022.", "the first two quarters of 2022", "2022-H1"),
        ("They met after eight trading days.", "eight trading days", "P8D"),
        ("They met on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
        ("They met at year-end.", "year-end", "2023-12-31"),
        ("They met in the latest fiscal year.", "the latest fiscal year", "2022"),
        ("They met in early summer.", "early summer", "2023-SU"),
        ("They will meet by spring.", "spring", "2024-SP"),
        ("They met in the first week of May 2023.", "the first week of May 2023", "2023-W18"),
        ("They met in the last week of March.", "the last week of March", "2023-W13"),
        ("They met in the final quarter of 2022.", "the final quarter of 2022", "2022-Q4"),
        ("They met the year previous.", "the year previous", "2022"),
        ("The week before, they met.", "The week before", "2023-W51"),
        ("They met in a single day.", "a single day", "P1D"),
        ("They met exactly a year ago.", "exactly a year ago", "2022"),
        ("They met last Friday, Dec. 29.", "last Friday, Dec. 29", "2023-12-29"),
        ("They will gain in the long term.", "the long term", "FUTURE_REF"),
        ("They will meet at a later date.", "a later date", "FUTURE_REF"),
        ("They met a year ago today.", "a year ago today", "2022-12-31"),
        ("They met a year ago this week.", "a year ago this week", "2022-W52"),
        ("They met two weeks ago Tuesday.", "two weeks ago Tuesday", "2023-12-12"),
        ("They met in the last month.", "the last month", "P1M"),
        ("They met in past years.", "past years", "PAST_REF"),
        ("They will meet in future months.", "future months", "FUTURE_REF"),
        ("They met over the years.", "the years", "PXY"),
        ("They left after several quarters of losses.", "several quarters", "PXM"),
        ("They met for the fiscal year.", "the fiscal year", "2023"),
        ("They met during the Cold War.", "the Cold War", "1947-03-12/1991-12-26"),
    ],
)
def test_expressions_have_their_value(read: Read, text: str, words: str, value: str) -> None:
    """Published on Sunday 31 December 2023, each expression is found whole, with its TIMEX3 value."""
    assert found(read(text)) == [(words, value)]


def test_the_day_counts_from_the_story(read: Read) -> None:
    """What is told from another time names it as its anchor."""
    times = time.find(read("They met on Nov. 30. He left the same day. Two days later they met."))
    assert [(t.value, t.anchor) for t in times] == [
        ("2023-11-30", "publication"),
        ("2023-11-30", "t1"),
        ("2023-12-02", "t2"),
    ]


def test_a_stretch_holds_its_dates(read: Read) -> None:
    """A since-phrase is an interval up to publication, and the date inside is found too."""
    inner, outer = time.find(read("They have met since 1967."))
    assert (inner.value, outer.value) == ("1967", "1967/2023-12-31")
    assert outer.interval is not None
    assert str(outer.interval.first) == "1967-01-01"


def test_between_two_years_lies_an_interval(read: Read) -> None:
    """Both ends are found, and the whole."""
    assert found(read("They fled between 1980 and 1988.")) == [
        ("1980", "1980"),
        ("1988", "1988"),
        ("between 1980 and 1988", "1980/1988"),
    ]


def test_the_past_weeks_are_dated(read: Read) -> None:
    """A stretch up to publication keeps its length as value and has days."""
    (time_,) = time.find(read("They met over the previous 12 weeks."))
    assert time_.value == "P12W"
    assert time_.interval is not None
    assert (str(time_.interval.first), str(time_.interval.last)) == ("2023-10-08", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Oct. 7.", "XXXX-10-07"),
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_a_publication_day_nothing_is_invented(read: Read, text: str, value: str) -> None:
    """The value keeps the unknown parts open and there is no interval."""
    (time_,) = time.find(read(text, None))
    assert (time_.value, time_.interval) == (value, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may meet him.",
        "He is 60 years old.",
        "They adopted Resolution 1973.",
        "They counted 2000 people there.",
        "The future of Syria was open.",
        "He met three-quarters of them.",
        "The Cold War began.",
        "They met on the first, 30 people said.",
        "He left in his early 20s.",
        "He said it to USA Today.",
        "It grew by 20% annually.",
        "They bombed the Future Combat System.",
        "He was soon released.",
        "There were few at the time of its founding.",
        "They met the people of tomorrow.",
        "They left for a long time.",
        "The average daily loss was small.",
    ],
)
def test_other_numbers_and_words_are_no_times(read: Read, text: str) -> None:
    """Counts, ages, numbers of things and modal verbs are left alone."""
    assert found(read(text)) == []


def test_the_year_of_a_date_is_the_nearest_that_the_tense_allows(read: Read) -> None:
    """A date to come stays in the coming year, a date gone by in the last."""
    assert found(read("They will leave on Jan. 14.", "2000-01-06")) == [("Jan. 14", "2000-01-14")]
    assert found(read("They left on Nov. 25.", "2000-01-06")) == [("Nov. 25", "1999-11-25")]


def test_last_month_by_name_is_not_the_month_just_ended(read: Read) -> None:
    """On March 1, "last February" is that of the year before."""
    assert found(read("They met last February.", "1998-03-01")) == [("last February", "1997-02")]


def test_on_a_sunday_last_week_has_just_ended(read: Read) -> None:
    """The days of "last week" are then those from Sunday to Saturday."""
    (time_,) = time.find(read("They met last week.", "1998-03-01"))
    assert time_.interval is not None
    assert (str(time_.interval.first), str(time_.interval.last)) == ("1998-02-22", "1998-02-28")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met from March to May 2015.", [("March", "2015-03"), ("May 2015", "2015-05")]),
        ("They met from November to March 2015.", [("November", "2014-11"), ("March 2015", "2015-03")]),
        (
            "They met on Nov. 30. The previous Friday he left.",
            [("Nov. 30", "2023-11-30"), ("The previous Friday", "2023-11-24")],
        ),
        (
            "Two days later, on 30 November, they met.",
            [("Two days later", "2023-11-30"), ("30 November", "2023-11-30")],
        ),
        (
            "They met from 9 a.m. to 5 p.m. Friday.",
            [("9 a.m.", "2023-12-29T09:00"), ("5 p.m. Friday", "2023-12-29T17:00")],
        ),
        ("They grew in the year to November.", [("the year", "P1Y"), ("November", "2023-11")]),
        ("They met in the quarter ended Sept. 30.", [("the quarter", "2023-Q3"), ("Sept. 30", "2023-09-30")]),
    ],
)
def test_what_stands_beside_a_time_helps_to_date_it(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    """A year is shared, a weekday counts from the day told, a day in apposition says what "later" means."""
    assert [pair for pair in found(read(text)) if "/" not in pair[1]] == expected


def test_two_days_are_a_stretch_and_its_last_day(read: Read) -> None:
    """Two days, as in "3 and 4 June", make a stretch; the complete date inside is found too."""
    assert found(read("They met on 3 and 4 June.")) == [
        ("4 June", "2023-06-04"),
        ("3 and 4 June", "2023-06-03/2023-06-04"),
    ]


def test_since_a_war_is_since_its_end(read: Read) -> None:
    """A stretch since an era begins when that was over."""
    *_, stretch = time.find(read("They have met since the Second World War."))
    assert stretch.interval is not None
    assert str(stretch.interval.first) == "1945-09-02"


def test_the_end_of_the_year_is_the_last_one_soon_after(read: Read) -> None:
    """Told as past in January, it is December of the year before; in summer it lies ahead."""
    past, ahead = (
        time.find(read("They met before the end of the year.", day))[0] for day in ("2017-01-10", "2017-07-10")
    )
    assert past.interval is not None
    assert (str(past.interval.first), str(past.interval.last)) == ("2016-12-01", "2016-12-31")
    assert ahead.value == "2017"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They earned less in the third quarter than a year earlier.",
            [("the third quarter", "2023-Q3"), ("a year earlier", "2022-Q3")],
        ),
        (
            "They grew in the third quarter. In the first nine months they fell from a year earlier.",
            [("the third quarter", "2023-Q3"), ("the first nine months", "P9M"), ("a year earlier", "2022")],
        ),
        (
            "They grew in the nine months. They grew in the third quarter. In the 2022 period they lost.",
            [("the nine months", "P9M"), ("the third quarter", "2023-Q3"), ("the 2022 period", "2022-Q3")],
        ),
        (
            "They grew in the fiscal first quarter. In the latest period they rose from a year ago.",
            [("the fiscal first quarter", "2023-Q1"), ("the latest period", "2023-Q1"), ("a year ago", "2022-Q1")],
        ),
    ],
)
def test_results_are_compared_with_the_same_part_of_the_year_before(
    read: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    """What the article reports, a quarter, a company's own quarter or nine months, is what "a year earlier" moves."""
    assert found(read(text)) == expected


def test_the_year_ended_on_a_day_has_its_days(read: Read) -> None:
    """Its results are of the twelve months up to then, and compare with the twelve before."""
    year, _, before = time.find(read("They grew in the year ended June 30 from a year earlier."))
    assert [year.value, before.value] == ["P1Y", "2022"]
    assert year.interval is not None
    assert before.interval is not None
    assert (str(year.interval.first), str(year.interval.last)) == ("2022-07-01", "2023-06-30")
    assert (str(before.interval.first), str(before.interval.last)) == ("2021-07-01", "2022-06-30")


def test_a_week_of_a_month_has_seven_days(read: Read) -> None:
    """The second week of May runs from the eighth to the fourteenth."""
    (time_,) = time.find(read("They met in the second week of May 2023."))
    assert time_.interval is not None
    assert (str(time_.interval.first), str(time_.interval.last)) == ("2023-05-08", "2023-05-14")


def test_the_past_year_ends_with_publication(read: Read) -> None:
    """It is written as the year before, and its days are the twelve months up to publication."""
    (time_,) = time.find(read("They met over the past year."))
    assert time_.value == "2022"
    assert time_.interval is not None
    assert (str(time_.interval.first), str(time_.interval.last)) == ("2022-12-31", "2023-12-31")


def test_by_that_time_is_the_last_one_told(read: Read) -> None:
    """A time that was told is meant again, and without a preposition of time nothing is."""
    assert found(read("They met on Nov. 30. By that time they had left.")) == [
        ("Nov. 30", "2023-11-30"),
        ("that time", "2023-11-30"),
    ]
    assert found(read("They met on Nov. 30. They had that time.")) == [("Nov. 30", "2023-11-30")]


def test_the_coming_days_end(read: Read) -> None:
    """Some time to come, they are not far from publication."""
    (time_,) = time.find(read("They will meet in the coming days."))
    assert time_.value == "FUTURE_REF"
    assert time_.interval is not None
    assert (str(time_.interval.first), str(time_.interval.last)) == ("2023-12-31", "2024-01-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will one day meet.", [("one day", "FUTURE_REF")]),
        ("They met for one day.", [("one day", "P1D")]),
        ("They left in the weeks before the attack.", [("the weeks", "PXW")]),
        ("They met on Dec. 22. For the week, they lost.", [("Dec. 22", "2023-12-22"), ("the week", "2023-W51")]),
        ("They worked 24 hours a day.", []),
        ("They live in today's world.", []),
        ("They met at high noon.", []),
        ("It was the third fall of the city; the fall of Kabul.", []),
        ("It was their third meeting in as many days.", []),
        ("A quarter, of the staff, left.", []),
        ("They met in summer camps.", []),
        ("They met the week before the vote.", []),
        ("They met in a year that saw war.", []),
        ("They met in each of the past three summers.", [("the past three summers", "XXXX-SU")]),
    ],
)
def test_bare_units_are_read_by_what_stands_beside_them(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    """A day, a week or a year is a time, a length or neither, as the words around it say."""
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They may have left on Wednesday.", "2023-12-27"),
        ("They will have left by Friday.", "2024-01-05"),
    ],
)
def test_helpers_of_a_verb_say_where_a_weekday_lies(read: Read, text: str, expected: str) -> None:
    """A perfect after "may" lies back; a perfect after "will" lies ahead."""
    assert [value for _, value in found(read(text))] == [expected]


def test_a_year_at_the_end_of_a_name_is_no_time(article: Callable[..., Article]) -> None:
    """The number of "Vision 2030" dates nothing."""
    doc = doc_of(
        ["They", "met", "on", "Vision", "2030"],
        pos="PRON VERB ADP PROPN NUM".split(),
        deps="nsubj root case obl flat".split(),
        heads=[1, 1, 3, 1, 3],
    )
    whole = Sentence(span=Span.of(text_of(doc), 0, len(text_of(doc))), paragraph=0)
    part = ReadSentence(sentence=whole, first=0, last=5, reading=None)  # type: ignore[arg-type]
    assert time.find(Reading(article=article(text_of(doc)), doc=doc, sentences=(part,))) == ()


def test_overnight_is_the_night_of_the_day_told(read: Read) -> None:
    """A night after a day that was told is counted from that day, and the story stays there."""
    assert [value for _, value in found(read("They met on Dec. 22. It fell overnight. They met the next day."))] == [
        "2023-12-22",
        "2023-12-22TNI",
        "2023-12-23",
    ]


def test_since_year_end_is_since_the_last_one(read: Read) -> None:
    """What has changed since year-end has changed since the December gone by."""
    (end,) = time.find(read("They left since year-end.", "2023-10-30"))
    assert end.interval is not None
    assert (str(end.interval.first), str(end.interval.last)) == ("2022-12-31", "2022-12-31")


def test_the_next_week_told_as_past_follows_the_story(read: Read) -> None:
    """After a day that was told, the next week is the one after it; ahead, it is the one after this."""
    assert found(read("They met on Dec. 8. They left the next week."))[1] == ("the next week", "2023-W50")
    assert found(read("They will leave the next week."))[0][0] == "the next week"


def test_the_weekend_is_the_last_one_or_that_of_its_own_days(read: Read) -> None:
    """Before Saturday it has gone by, on Saturday and Sunday it is this one, for a verb ahead it comes."""
    days = ("2023-12-28", "2023-12-31", "2023-12-28")
    texts = ("They met over the weekend.", "They met over the weekend.", "They will meet over the weekend.")
    assert [found(read(text, day))[0][1] for text, day in zip(texts, days, strict=True)] == [
        "2023-W51-WE",
        "2023-W52-WE",
        "2023-W52-WE",
    ]


def test_working_days_are_not_counted_as_days(read: Read) -> None:
    """Five working days are a length; which day they lead to is not said."""
    assert found(read("They met five working days after Dec. 1.")) == [
        ("five working days", "P5D"),
        ("Dec. 1", "2023-12-01"),
    ]


def test_this_weekend_told_as_past_is_the_last_one(read: Read) -> None:
    """Early in the week it has gone by where the verb looks back, and comes where it looks ahead."""
    assert found(read("They met this weekend.", "2016-09-19")) == [("this weekend", "2016-W37-WE")]
    assert found(read("They will meet this weekend.", "2016-09-19")) == [("this weekend", "2016-W38-WE")]


def test_this_week_told_as_past_on_a_sunday_ends_then(read: Read) -> None:
    """Its days are those up to that Sunday."""
    (week,) = time.find(read("They met earlier this week.", "2016-09-25"))
    assert week.interval is not None
    assert (str(week.interval.first), str(week.interval.last)) == ("2016-09-19", "2016-09-25")


def test_the_past_hours_have_their_days(read: Read) -> None:
    """The past 24 hours are yesterday and today."""
    (hours,) = time.find(read("They met in the past 24 hours."))
    assert hours.value == "PT24H"
    assert hours.interval is not None
    assert (str(hours.interval.first), str(hours.interval.last)) == ("2023-12-30", "2023-12-31")


def test_overnight_without_a_day_is_the_night_that_has_ended(read: Read) -> None:
    """Its days are yesterday and today; ahead it is the night to come."""
    past, ahead = (time.find(read(text))[0] for text in ("They met overnight.", "They will meet overnight."))
    assert (past.value, ahead.value) == ("2023-12-30TNI", "2023-12-31TNI")
    assert past.interval is not None
    assert (str(past.interval.first), str(past.interval.last)) == ("2023-12-30", "2023-12-31")


def test_a_day_told_with_its_year_keeps_it(read: Read) -> None:
    """Named again without the year it is the same day, and so is a day of the week of another year that was told."""
    assert found(read("They met on March 7, 2003. On March 7 they left."))[1] == ("March 7", "2003-03-07")
    assert found(read("They met a year ago this week. On Dec. 27 they left."))[1] == ("Dec. 27", "2022-12-27")


def test_a_far_eleventh_of_september_is_that_of_2001(read: Read) -> None:
    """Near it the day is that of the year."""
    texts = (read("They met after September 11."), read("They met on September 11.", "2023-09-20"))
    assert [found(text)[0][1] for text in texts] == ["2001-09-11", "2023-09-11"]


def test_the_hours_of_entries_are_no_years(read: Read) -> None:
    """Where a line opens with "0942", "1704" at the head of another is an hour; elsewhere it is a year."""
    assert found(read("0942 The men left. 1704 The men met.")) == []
    assert found(read("They left. 1704 was cold.")) == [("1704", "1704")]


def test_an_hour_of_a_night_of_something_else_has_no_day(read: Read) -> None:
    """The first night of a war is not last night."""
    (clock,) = time.find(read("They left at 2.30 am on the first night of the war."))
    assert (clock.value, clock.interval) == ("XXXX-XX-XXT02:30", None)


def test_weekdays_share_their_nights(read: Read) -> None:
    """Flights on two nights of every week have no date."""
    assert found(read("They met on Monday and Tuesday nights.")) == [
        ("Monday", "XXXX-WXX-1TNI"),
        ("Tuesday nights", "XXXX-WXX-2TNI"),
    ]


def test_this_quarter_told_as_past_is_the_one_reported(read: Read) -> None:
    """Early in the next quarter "this quarter" still names the one whose results are told."""
    assert found(read("They met in the third quarter. They left this quarter.", "2023-11-01")) == [
        ("the third quarter", "2023-Q3"),
        ("this quarter", "2023-Q3"),
    ]


def test_what_is_effective_on_a_day_lies_ahead(read: Read) -> None:
    """The verb may tell the past: it was decided, not done, before."""
    assert found(read("They left it, effective Feb. 1.", "2023-10-26")) == [("Feb. 1", "2024-02-01")]
