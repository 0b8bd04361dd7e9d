"""Asks, channels, positions and tracks across articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.merge import merge
from demarche.record import EventType, Outcome, Stance
from demarche.relate import Told, contacts, grants, is_open, join_asks, stands, summary, tell, tracks
from tests.merge.build import Act, record

ASK = Act(
    sentence="Kenya urged Peru to release the seized trawler and its crew.",
    trigger="urged",
    type="REQUEST",
    source="KEN",
    target="PER",
    on="2024-01-02",
    issue="fisheries",
)
REPEAT = replace(ASK, sentence="Kenya again urged Peru to release the trawler and the crew.", on="2024-01-20")
RELEASE = Act(
    sentence="Peru released the trawler with its crew to Kenya.",
    trigger="released",
    type="RETREAT",
    source="PER",
    target="KEN",
    on="2024-02-01",
    issue="fisheries",
)
REFUSAL = Act(
    sentence="Peru rejected a plea from Kenya over the trawler.",
    trigger="rejected",
    type="REJECT",
    source="PER",
    target="KEN",
    on="2024-01-03",
    issue="fisheries",
)
MEETING = Act(
    sentence="Kenya and Peru met over fisheries in Lima.",
    trigger="met",
    type="CONSULT",
    source="KEN",
    target="PER",
    on="2024-01-15",
    issue="fisheries",
)


def told(*articles: tuple[Act, ...]) -> list[Told]:
    """Return what such articles tell."""
    return [tell(record(f"a{n}", *acts)) for n, acts in enumerate(articles)]


def asks_of(rows: list[Told]) -> list[object]:
    """Return the asks of articles, joined and answered."""
    return join_asks([k for t in rows for k in t.asks], merge(r for t in rows for r in t.reports))


def test_a_repeated_ask_is_one_and_later_answered() -> None:
    """Two articles tell the ask, a third its answer a month after: one ask, asked twice, granted after 30 days."""
    (thread,) = asks_of(told((ASK,), (REPEAT,), (RELEASE,)))
    assert (thread.asker, thread.asked, thread.times, thread.articles) == ("KEN", "PER", 2, 2)
    assert (thread.outcome, thread.answered, thread.delay_days) == (Outcome.ACCEPTED, date(2024, 2, 1), 30)
    assert thread.answer == RELEASE.sentence


def test_an_ask_that_is_only_named_is_the_one_before() -> None:
    """`The demand`, named in a later article, is the demand that the same sides had before; `a demand` is another."""
    named = replace(ASK, sentence="Peru turned down the Kenyan demand.", trigger="demand", on="2024-01-09", issue=None)
    rows = told((ASK,), (named,))
    bare = replace(rows[1].asks[0], text="demand")
    events = merge(r for t in rows for r in t.reports)
    assert [t.times for t in join_asks([*rows[0].asks, bare], events)] == [2]
    another = replace(bare, sentence="Peru turned down a Kenyan demand.")
    assert [t.times for t in join_asks([*rows[0].asks, another], events)] == [1, 1]


def test_what_was_refused_first_and_granted_later_is_granted() -> None:
    """An article tells the refusal with the ask; the release a month later is the answer that stands."""
    rows = told((ASK,), (RELEASE,))
    refused = replace(rows[0].asks[0], outcome=Outcome.REFUSED, answer="Peru refused.")
    (thread,) = join_asks([refused], merge(r for t in rows for r in t.reports))
    assert (thread.outcome, thread.answered) == (Outcome.ACCEPTED, date(2024, 2, 1))


def test_one_word_in_common_is_no_answer_in_other_words() -> None:
    """A yes on the issue that shares a single word with the ask, and names nobody, answers it not."""
    yes = replace(RELEASE, sentence="Peru agreed to paint a trawler.", trigger="agreed", type="AGREE", target="")
    (thread,) = asks_of(told((ASK,), (yes,)))
    assert (thread.outcome, thread.answers) == (Outcome.UNKNOWN, ())


def test_an_issue_alone_answers_for_a_week() -> None:
    """A no to the asker on the issue, in no word of the ask, answers it within days; weeks later it is on another."""
    no = replace(REFUSAL, sentence="Peru rejected the complaint of Kenya.", on="2024-01-05")
    assert [asks_of(told((ASK,), (replace(no, on=day),)))[0].outcome for day in ("2024-01-05", "2024-01-14")] == [
        Outcome.REFUSED,
        Outcome.UNKNOWN,
    ]


def test_what_a_private_person_wants_no_government_answers() -> None:
    """An ask to or by somebody who acts for no state is kept, but is not official, and no act of the state answers it."""
    rows = told((ASK,), (RELEASE,))
    events = merge(r for t in rows for r in t.reports)
    actors = [replace(a, sector="JRN") if a.country == "KEN" else a for t in rows for a in t.actors]
    (thread,) = join_asks(rows[0].asks, events, actors)
    assert (thread.official, thread.outcome) == (False, Outcome.UNKNOWN)


def test_neither_a_question_nor_an_act_of_others_is_an_answer() -> None:
    """What an article tells as the answer is one where the asked side did it, and it is no question."""
    rows = told((ASK, RELEASE))
    events = merge(r for t in rows for r in t.reports)
    said = replace(rows[0].asks[0], outcome=Outcome.ACCEPTED, answer="Peru agreed.", answer_report="r1")
    asked = replace(said, answer="Will Peru agree?", answer_report="r2")
    for ask in (said, asked):
        (thread,) = join_asks([ask], [e for e in events if e.type is not EventType.RETREAT or ask is asked])
        assert thread.answer != ask.answer


def test_an_ask_is_open_until_its_answer() -> None:
    """Open on the days between, not before the ask and not from the answer on."""
    (thread,) = asks_of(told((ASK,), (RELEASE,)))
    days = [date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 31), date(2024, 2, 1)]
    assert [is_open(thread, day) for day in days] == [False, True, True, False]


def test_an_act_before_the_ask_is_no_answer() -> None:
    """What was done earlier nobody asked for."""
    (thread,) = asks_of(told((ASK,), (replace(RELEASE, on="2023-12-30"),)))
    assert thread.outcome is Outcome.UNKNOWN


def test_the_share_granted_counts_answers_only() -> None:
    """Of a granted, a refused and an open ask, half of the answered ones were granted."""
    other = replace(ASK, sentence="Kenya asked Peru for maps of the reef.", trigger="asked", issue="maps")
    refused = replace(
        REFUSAL, sentence="Peru rejected the wish of Kenya for maps of the reef.", issue="maps", on="2024-01-05"
    )
    rows = grants(asks_of(told((ASK,), (RELEASE,), (other,), (refused,))))
    assert [(g.issue, g.asks, g.share, g.open) for g in rows] == [("fisheries", 1, 1.0, 0), ("maps", 1, 0.0, 0)]


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(3)))
def test_asks_do_not_depend_on_order(order: list[int]) -> None:
    """The same articles give the same asks in every order."""
    rows = told((ASK,), (REPEAT,), (RELEASE,))
    assert asks_of([rows[i] for i in order]) == asks_of(rows)


def test_one_meeting_told_twice_is_one_contact() -> None:
    """Two articles on one meeting make one contact, seen once."""
    rows = told((MEETING,), (MEETING,))
    events = {m.report.key: e for e in merge(r for t in rows for r in t.reports) for m in e.members}
    made = contacts([c for t in rows for c in t.channels], events)
    assert [(c.a, c.b, c.articles) for c in made] == [("KEN", "PER", 2)]
    assert [(s.told, s.seen) for s in summary(made)] == [(None, 1)]


def shifts(sentence: str, day: str = "2024-03-01") -> list[tuple[Stance, bool]]:
    """Return the stances, with the shifts, of a refusal and a later yes told in such a sentence."""
    agree = Act(sentence=sentence, trigger="agreed", type="AGREE", source="PER", issue="fisheries")
    rows = [tell(record("a1", REFUSAL, published="2024-01-03")), tell(record("a2", agree, published=day))]
    return [(s.told.stance, s.shift) for s in stands([p for t in rows for p in t.positions])]


def test_a_shift_of_stance_is_marked() -> None:
    """Against in one article, for in a later one: the second is a shift."""
    assert shifts("Peru agreed to the plea over the trawler.") == [(Stance.AGAINST, False), (Stance.FOR, True)]


def test_another_matter_or_the_same_day_is_no_shift() -> None:
    """Against one thing and for another within an issue, or both on a day, is no change of mind."""
    assert shifts("Peru agreed to the plan of quotas.")[1] == (Stance.FOR, False)
    assert shifts("Peru agreed to the plea over the trawler.", "2024-01-03")[1] == (Stance.FOR, False)


def test_talk_and_its_outcome_are_a_track() -> None:
    """An ask, a meeting and a release on one issue are one negotiation, carried out."""
    rows = told((ASK,), (MEETING,), (RELEASE,))
    (track,) = tracks(merge(r for t in rows for r in t.reports))
    assert (track.issue, track.parties, track.steps, track.state) == ("fisheries", ("KEN", "PER"), 3, "carried out")


def test_two_matters_of_an_issue_are_two_tracks() -> None:
    """Talks on a seized trawler and talks on a quota of tuna are both on fisheries, and two negotiations."""
    quota = replace(MEETING, sentence="Kenya and Peru met over the yearly quota of tuna off the coast.")
    agreed = replace(
        quota,
        sentence="Peru agreed with Kenya on a lower quota of tuna.",
        trigger="agreed",
        type="AGREE",
        on="2024-01-30",
    )
    found = tracks(merge(r for t in told((ASK,), (RELEASE,), (quota,), (agreed,)) for r in t.reports))
    assert [(t.steps, t.state) for t in found] == [(2, "agreed")]


def test_tourists_negotiate_for_no_state() -> None:
    """Steps of people who act for no state are on no track."""
    rows = told((MEETING,), (replace(MEETING, on="2024-01-25"),))
    reports = [r for t in rows for r in t.reports]
    private = [replace(r, sources=tuple(replace(s, sector="CVL") for s in r.sources)) for r in reports]
    assert (len(tracks(merge(reports))), tracks(merge(private))) == (1, [])
