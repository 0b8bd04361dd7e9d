"""A second reader's answers: checked against the article, combined with ours, measured; never in the first one's way."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.codebook import load
from demarche.record import EventType, Problem, Status
from demarche.run.second import Agreement, Counts, Drop, Second, check, combine, prompt_for
from tests.sample import TEXT, record

PLOVER = load().plover
ARTICLE = record().article
EXPELLED = {
    "evidence": "Canada expelled four Iranian diplomats on Monday.",
    "trigger": "expelled",
    "type": "SANCTION",
    "mode": "expel",
    "status": "happened",
    "sources": [{"words": "Canada", "country": "CAN"}],
    "targets": [{"words": "four Iranian diplomats", "country": "IRN"}],
}
WAIT = {
    "evidence": 'Iran would answer, a spokesman said: "We shall not wait."',
    "trigger": "would  answer",
    "type": "THREATEN",
    "mode": None,
    "status": "threatened",
    "sources": [{"words": "Iran", "country": "IRN"}],
    "targets": [],
}


def answer(*reports):
    """An answer of these reports."""
    return json.dumps({"reports": list(reports)})


def told(*reports):
    """What is left of them."""
    return check(answer(*reports), ARTICLE, PLOVER).told


def test_offsets_are_found_by_us():
    """The words are where they are said to be, in the sentence rather than in the title."""
    (found,) = told(EXPELLED)
    assert TEXT[found.trigger.start : found.trigger.end] == "expelled"
    assert found.evidence.start == TEXT.index("Canada expelled")
    assert [(s.words.text, s.country) for s in found.sources] == [("Canada", "CAN")]


def test_other_quotation_marks_and_blanks_are_the_same_words():
    """Models straighten marks and blanks; the words count."""
    (found,) = told(WAIT)
    assert "“We shall not wait.”" in found.evidence.text


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"evidence": "Canada bombed Iran."}, Drop.INVENTED),
        ({"trigger": "bombed"}, Drop.INVENTED),
        ({"trigger": "expel"}, Drop.INVENTED),
        ({"evidence": None}, Drop.INVENTED),
        ({"type": "WAR"}, Drop.UNKNOWN),
        ({"mode": "laser"}, Drop.UNKNOWN),
        ({"status": "maybe"}, Drop.UNKNOWN),
        ({"sources": [{"words": "Denmark", "country": "DNK"}], "targets": []}, Drop.NOBODY),
        ({"sources": "Canada", "targets": [7]}, Drop.NOBODY),
    ],
)
def test_what_the_article_does_not_bear_out_is_dropped_and_counted(changes, why):
    """Invented words, unknown categories, parties from elsewhere."""
    checked = check(answer(EXPELLED | changes, EXPELLED), ARTICLE, PLOVER)
    assert len(checked.told) == 1
    assert checked.dropped == {why: 1}


@pytest.mark.parametrize("text", ["", "no JSON", "{", '{"reports": 3}', "[1]", '{"reports": [1]}', "{" * 10_000 + "}"])
def test_an_answer_of_another_shape_is_counted_and_never_raises(text):
    """Whatever a model writes, the run goes on."""
    assert check(text, ARTICLE, PLOVER).dropped == {Drop.UNREADABLE: 1}


@given(st.text())
def test_no_answer_raises(text):
    """Any string at all."""
    assert check(text, ARTICLE, PLOVER).told == ()


def test_words_around_the_json_do_no_harm():
    """Models like to explain themselves."""
    assert len(check(f"Here you are:\n```json\n{answer(EXPELLED)}\n```", ARTICLE, PLOVER).told) == 1


def test_each_report_says_who_saw_it():
    """Both, the first alone, the second alone."""
    first = record()
    both = next(r for r in first.reports if r.type is EventType.SANCTION)
    made = combine(replace(first, reports=(both,)), told(EXPELLED, WAIT), PLOVER, "second reader m")
    assert {r.id: r.why[-1] for r in made.reports} == {
        both.id: "seen by both readers (second reader m)",
        "s1": "seen by second reader m alone",
    }
    alone = combine(replace(first, reports=(both,)), told(WAIT), PLOVER, "second reader m")
    assert alone.reports[0].why[-1] == "not seen by second reader m"


def test_a_report_of_the_second_reader_alone_is_whole():
    """Sentence, codes and scores are there; its party is our actor where its words are a mention of one."""
    made = combine(replace(record(), reports=()), told(EXPELLED), PLOVER, "m")
    (report,) = made.reports
    assert (report.type, report.mode, report.status, report.quad, report.cameo) == (
        EventType.SANCTION,
        "expel",
        Status.HAPPENED,
        4,
        "166",
    )
    assert report.sentence.contains(report.trigger)
    assert report.sources[0].actor in {actor.id for actor in made.actors}
    assert report.targets[0].country == "IRN"


def test_counts_give_f1_and_kappa():
    """By hand: 4 both, 1 and 1 alone, 4 neither."""
    counts = Counts(both=4, first=1, second=1, neither=4)
    assert counts.f1 == pytest.approx(0.8)
    assert counts.kappa == pytest.approx(0.6)
    assert (Counts().f1, Counts().kappa, Counts(neither=5).kappa) == (None, None, None)


def test_agreement_counts_sentences_by_type():
    """The sample has one sentence; Canada expels somebody in it."""
    first = record()
    agreement = Agreement().with_answer(first, check(answer(EXPELLED, WAIT), ARTICLE, PLOVER))
    assert agreement.articles == 1
    assert agreement.types[EventType.SANCTION] == Counts(both=1)
    assert agreement.types[EventType.AID] == Counts(neither=1)
    alone = Agreement().with_answer(replace(first, reports=()), check(answer(EXPELLED), ARTICLE, PLOVER))
    assert alone.types[EventType.SANCTION] == Counts(second=1)


def second(ask):
    """A second reader that asks so."""
    return Second(ask=ask, name="second reader m", plover=PLOVER, at_once=2)


def test_records_keep_their_order_and_problems_pass():
    """One outcome for each outcome."""
    items = [record(), Problem(id="x", why="empty"), record()]
    reader = second(lambda _: answer(EXPELLED))
    assert [isinstance(o, Problem) for o in reader.over(iter(items))] == [False, True, False]
    assert reader.agreement.articles == 2


def test_a_second_reader_that_fails_leaves_the_record_as_it_was():
    """Errors are counted by their reason and stop nothing."""

    def fail(_):
        msg = "no answer in time"
        raise TimeoutError(msg)

    reader = second(fail)
    assert list(reader.over(iter([record(), record()]))) == [record(), record()]
    assert reader.agreement.problems == {"no answer in time": 2}


def test_the_prompt_names_every_type_and_holds_the_article():
    """What is asked follows the codebook."""
    prompt = prompt_for(ARTICLE, PLOVER)
    assert all(f"- {kind}: " in prompt.task for kind in EventType)
    assert ARTICLE.text in prompt.article
