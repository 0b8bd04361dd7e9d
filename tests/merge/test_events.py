"""Reports become events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.merge import Observation, Side, merge, observe
from demarche.merge.blocks import CROWD, candidates
from demarche.merge.likeness import FEW_REPORTS, Scale
from demarche.merge.observation import CHRONICLE, Figure, is_nameless
from demarche.record import Basis, Certainty, Precision, Status
from tests.merge.build import Act, record, seen, side

STRIKE = Act(
    sentence="Turkey bombed a weapons depot near Aleppo on Monday, killing 12 people.",
    trigger="bombed",
    type="ASSAULT",
    source="TUR",
    target="SYR",
    on="2024-01-08",
    count=("12 people", 12),
)
AGAIN = Act(
    sentence="At least 15 people died when Turkish jets bombed the weapons depot near Aleppo.",
    trigger="bombed",
    type="ASSAULT",
    source="TUR",
    target="SYR",
    on="2024-01-08",
    count=("15 people", 15),
)
DENIAL = Act(
    sentence="Turkey said it had not bombed the weapons depot near Aleppo on Monday.",
    trigger="bombed",
    type="ASSAULT",
    source="TUR",
    target="SYR",
    on="2024-01-08",
    status="denied",
    certainty=Certainty.ASSERTED,
    said_by="Turkey",
)
OTHER = Act(
    sentence="Turkish guns shelled two border villages at dawn on Tuesday.",
    trigger="shelled",
    type="ASSAULT",
    source="TUR",
    target="SYR",
    on="2024-01-09",
)
TALKS = Act(
    sentence="Turkey and Syria met for talks in Doha on Monday.",
    trigger="met",
    type="CONSULT",
    source="TUR",
    target="SYR",
    on="2024-01-08",
)

(STRIKING,) = seen("a1", STRIKE)


def dossier() -> list[Observation]:
    """Return the reports of four articles."""
    return [
        *seen("a1", STRIKE, TALKS),
        *seen("a2", AGAIN),
        *seen("a3", OTHER, DENIAL),
        *seen("a4", TALKS, published="2024-01-09"),
    ]


def members(events: object) -> set[frozenset[str]]:
    """Return the groups of report keys."""
    return {frozenset(m.report.key for m in e.members) for e in events}


def test_two_articles_on_one_act_make_one_event() -> None:
    """The strike told twice and denied once is one event; the shelling of the next day is another."""
    assert members(merge(dossier())) == {
        frozenset({"a1#r1", "a2#r1", "a3#r2"}),
        frozenset({"a3#r1"}),
        frozenset({"a1#r2", "a4#r1"}),
    }


def test_disagreement_is_kept() -> None:
    """Counts and the denial stand beside the consensus, with who says them."""
    event = next(e for e in merge(dossier()) if e.voices == 3)
    assert event.status is Status.HAPPENED
    assert event.disputed
    told = {(v.field, v.value, v.consensus, v.said_by) for v in event.values}
    assert ("status", "denied", False, ("Turkey",)) in told
    assert {v for f, v, _, _ in told if f.startswith("number:")} == {"12", "15"}


def test_the_event_says_what_brought_a_report_in() -> None:
    """Each member of an event of several reports has a score and its signs."""
    event = next(e for e in merge(dossier()) if e.voices == 3)
    assert all(m.score > 0.5 and m.why for m in event.members)


def test_a_copy_has_no_voice_of_its_own() -> None:
    """An article and its copy are one independent article, and the event is as sure as before."""
    once = merge(seen("a1", STRIKE))[0]
    twice = merge([*seen("a1", STRIKE, voice="a1"), *seen("a9", STRIKE, voice="a1")])[0]
    assert (twice.voices, len(twice.members)) == (1, 2)
    assert (twice.weight, twice.probability) == (once.weight, once.probability)


def test_a_second_voice_makes_surer() -> None:
    """Independent articles raise the probability, each less than the one before."""
    probabilities = [
        merge([o for n in range(count) for o in seen(f"a{n}", STRIKE)])[0].probability for count in (1, 2, 3)
    ]
    assert probabilities == [0.8, 0.96, 0.992]


def test_a_denial_alone_has_no_weight() -> None:
    """What is only denied weighs nothing."""
    event = merge(seen("a1", DENIAL))[0]
    assert (event.weight, event.probability) == (0.0, 0.0)


def test_asked_for_and_done_stay_apart() -> None:
    """An act that is only proposed does not join the deed."""
    asked = replace(STRIKE, status="proposed", on=None)
    assert len(merge([*seen("a1", STRIKE), *seen("a2", asked)])) == 2


def test_what_one_sentence_tells_apart_stays_apart() -> None:
    """Two triggers in one sentence are two acts."""
    sentence = "Turkey bombed the depot and bombed the bridge on Monday."
    first, second = (
        replace(STRIKE, sentence=sentence, trigger=t, count=None) for t in ("bombed the depot", "bombed the bridge")
    )
    one, two = seen("a1", first)[0], seen("a1", second)[0]
    assert len(merge([one, replace(two, report="r2")])) == 2


def test_daily_acts_of_one_kind_do_not_run_together() -> None:
    """The same kind of strike on ten days in a row is more than one event, and none spans more than three days."""
    days = [replace(STRIKE, on=f"2024-01-{n:02d}", count=None) for n in range(1, 11)]
    events = merge([o for n, act in enumerate(days) for o in seen(f"a{n}", act)])
    spans = [max(m.report.first for m in e.members) - min(m.report.first for m in e.members) for e in events]
    assert len(events) >= 4
    assert max(span.days for span in spans) <= 2


def test_another_form_of_the_verb_is_the_same_word() -> None:
    """A trigger is compared by its dictionary form, also where that is no matter of endings."""
    theft = Act(
        sentence="Turkey stole grain from a Syrian silo.", trigger="stole", type="ASSAULT", source="TUR", target="SYR"
    )
    again = replace(theft, sentence="Syrian grain was what Turkey came to steal.", trigger="steal")
    assert len(merge([*seen("a1", theft), *seen("a2", again)])) == 1


def test_one_word_of_two_types_can_be_one_act() -> None:
    """Readers waver between types; reports that share sides, day and the word of the act are one event."""
    other = replace(AGAIN, type="ACCUSE")
    assert len(merge([*seen("a1", STRIKE), *seen("a2", other)])) == 1


def test_sides_without_codes_are_compared_by_name() -> None:
    """Two reports of one act by somebody who has no code are looked up by the word of the act, and joined."""
    first, second = (
        replace(o, sources=(Side(key="acme/", name="Acme"),), targets=())
        for o in (seen("a1", TALKS)[0], seen("a2", TALKS)[0])
    )
    assert len(merge([first, second])) == 1


def test_work_does_not_grow_with_a_crowd() -> None:
    """Reports that share sides, days and word are compared with a bounded number of others."""
    acts = [replace(STRIKE, sentence=f"Turkey bombed depot w{n} near x{n} on Monday.", count=None) for n in range(300)]
    reports = [o for n, act in enumerate(acts) for o in seen(f"a{n:03}", act)]
    assert len(candidates(reports)) <= CROWD * len(reports)


def test_one_article_with_two_counts_tells_of_two_acts() -> None:
    """Articles may count the dead of one attack differently; one article does not."""
    market = replace(AGAIN, sentence="At least 15 people died when Turkish jets bombed a market in Idlib.")
    first, again = seen("a1", STRIKE, market)
    assert len(merge([first, again])) == 2
    assert len(merge([*seen("a1", STRIKE), *seen("a2", AGAIN)])) == 1


def test_a_person_can_join_and_part() -> None:
    """Judgements on pairs of reports go before the score."""
    reports = dossier()
    joined = members(merge(reports, together=[("a3#r1", "a1#r2")]))
    assert any({"a3#r1", "a1#r2"} <= group for group in joined)
    parted = members(merge(reports, apart=[("a1#r2", "a4#r1")]))
    assert not any({"a1#r2", "a4#r1"} <= group for group in parted)


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(7)))
def test_order_does_not_matter(order: list[int]) -> None:
    """The same reports make the same events in every order."""
    reports = dossier()
    assert merge([reports[i] for i in order if i < len(reports)]) == merge(
        [reports[i] for i in sorted(order) if i < len(reports)]
    )


def test_merging_twice_changes_nothing() -> None:
    """Reports given twice count once."""
    reports = dossier()
    assert merge([*reports, *reports]) == merge(reports)


def test_a_plan_and_its_deed_are_one_event_that_happened() -> None:
    """A plan told on Saturday and the talks told on Tuesday meet; since then they have taken place."""
    planned = "Turkey and Syria will hold talks in Doha on Monday."
    plan = replace(TALKS, sentence=planned, trigger="talks", status="planned")
    deed = replace(TALKS, sentence="Turkey and Syria held talks in Doha on Monday.", trigger="talks")
    events = merge([*seen("a1", plan, published="2024-01-06"), *seen("a2", deed, published="2024-01-09")])
    assert [(e.status, e.voices) for e in events] == [(Status.HAPPENED, 2)]


def test_a_proposal_stays_apart_from_the_deed() -> None:
    """What is only proposed stays apart from what was done."""
    proposed = "Syria proposed that talks be held in Doha on Monday."
    ask = replace(TALKS, sentence=proposed, trigger="talks", status="proposed")
    assert len(merge([*seen("a1", ask), *seen("a2", TALKS)])) == 2


def test_what_is_imagined_says_nothing_of_the_deed() -> None:
    """A report that only imagines or asks for an act changes neither its status nor its weight, nor makes it surer."""
    feared = replace(
        AGAIN, sentence="Residents feared that Turkish jets might have bombed the weapons depot near Aleppo."
    )
    (told,) = merge(seen("a1", STRIKE))
    for status in ("hypothetical", "proposed"):
        reports = seen("a2", replace(feared, status=status, count=None))
        events = merge([*seen("a1", STRIKE), *reports], together=[("a1#r1", "a2#r1")])
        assert [(e.status, e.weight, e.probability) for e in events] == [(told.status, told.weight, told.probability)]


def test_a_word_of_the_trigger_is_counted_once() -> None:
    """Two alerts told on two days have the word in common and little else: the days and the other words say nothing."""
    army = Act(
        sentence="Army divisions in Turkey were put on alert.",
        trigger="alert",
        type="MOBILIZE",
        source="TUR",
        target="",
        on="2024-01-08",
        basis=Basis.PUBLISHED,
    )
    jets = replace(army, sentence="The jets of Turkey were put on an alert of the second degree.", on="2024-01-09")
    one, other = (*seen("a1", army, published="2024-01-08"), *seen("a2", jets, published="2024-01-09"))
    why = Scale.of([one, other]).weigh(one, other).why
    assert [sign for sign in why if "alert" in sign or "words" in sign or "day" in sign] == ["'alert' in both +0.34"]


def test_two_acts_of_one_sentence_told_again_stay_two() -> None:
    """Where the word of one report stands beside that of the other in a sentence, they tell of two acts."""
    sentence = "Turkish jets bombed the depot near Aleppo after Turkish guns shelled the border villages around it."
    bombed, shelled = (replace(STRIKE, sentence=sentence, trigger=word, count=None) for word in ("bombed", "shelled"))
    assert len(merge([*seen("a1", bombed), *seen("a2", shelled)])) == 2
    assert len(merge([*seen("a1", bombed), *seen("a2", bombed)])) == 1


def test_parties_that_no_report_puts_together_do_not_stand_together() -> None:
    """Of two targets told by different reports the event has the likelier one, not both."""
    first, second = seen("a1", STRIKE), seen("a2", AGAIN)
    army, depot = (Side(key=name, name=name, code="SYR") for name in ("army", "depot"))
    events = merge([replace(first[0], targets=(army,)), replace(second[0], targets=(depot,))])
    assert [[side.name for side in event.targets] for event in events] == [["army"]]


def undated(day: str, source: str = "TUR") -> Observation:
    """Return a report of a strike of which the article gives no day."""
    act = replace(AGAIN, source=source, on=day, basis=Basis.PUBLISHED, count=None)
    (one,) = seen(f"p{day}{source}", act, published=day)
    return one


def test_no_deed_is_younger_than_its_first_news() -> None:
    """Of reports that have only their own day the first is nearest."""
    (event,) = merge([undated("2024-01-09"), undated("2024-01-08")])
    assert event.first == date(2024, 1, 8)


def test_the_day_is_that_of_the_sides_agreed_on() -> None:
    """A day told of other doers does not date the act, and most voices decide between days told of the same."""
    monday, other = replace(STRIKE, count=None), replace(STRIKE, source="PER", on="2024-01-09", count=None)
    late = replace(monday, on="2024-01-09")
    told = [*seen("a2", monday), *seen("a3", monday), *seen("a1", late)]
    (event,) = merge([*told, *seen("a0", other)], together=[(told[0].key, o.key) for o in seen("a0", other)])
    assert event.first == date(2024, 1, 8)


def test_what_goes_on_lasts_as_long_as_it_is_told() -> None:
    """What is told as going on on two days lasts over both, and is a habit where a report says that it comes again."""
    one = replace(STRIKE, status="ongoing", basis=Basis.PUBLISHED, count=None)
    reports = [
        *seen("a1", one, published="2024-01-08"),
        *seen("a2", replace(one, on="2024-01-09"), published="2024-01-09"),
    ]
    (event,) = merge(reports)
    assert (event.status, event.first, event.last) == (Status.ONGOING, date(2024, 1, 8), date(2024, 1, 9))
    (event,) = merge([reports[0], *seen("a3", replace(one, status="habitual"), published="2024-01-08")])
    assert event.status is Status.HABITUAL


def test_a_light_verb_tells_no_act() -> None:
    """A curfew and a ban are not one act because both are imposed."""
    curfew = replace(
        STRIKE, type="SANCTION", trigger="imposed", sentence="Turkey imposed a curfew on Aleppo.", count=None
    )
    ban = replace(curfew, sentence="Turkey imposed a ban on foreign newspapers.")
    assert len(merge([*seen("a1", curfew), *seen("a2", ban)])) == 2


def test_one_side_that_some_leave_open_is_a_value() -> None:
    """A side that one of two voices names is told with the number of those who name it."""
    (event,) = merge([*seen("a1", STRIKE), *seen("a2", replace(AGAIN, source="", count=("15 people", 15)))])
    assert [(v.value, v.articles) for v in event.values if v.field == "who"] == [("TUR", 1)]


def test_pronouns_name_nobody() -> None:
    """`You` and `all of them` are no names of a party, nor of who says something; `US` and `WHO` are."""
    assert [is_nameless(name) for name in ("you", "all of them", "I", "US", "WHO", "We the People")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    made = record("a1", replace(STRIKE, said_by="they", certainty=Certainty.ASSERTED))
    named = replace(made, actors=tuple(replace(a, name="you") for a in made.actors))
    (one,) = observe(named)
    assert one.said_by == "named"
    assert [(s.name, s.code) for s in (*one.sources, *one.targets)] == [("", "TUR"), ("", "SYR")]


def test_who_acts_on_himself_is_no_witness() -> None:
    """A report with one side on both is misread: it does not tell who did it to whom."""
    (one,) = seen("a1", STRIKE)
    (other,) = seen("a2", replace(STRIKE, target="TUR"))
    (event,) = merge([one, other], together=[(one.key, other.key)])
    assert {v.value for v in event.values if v.field in {"who", "whom"}} == {"TUR", "SYR"}


def test_to_deny_it_of_others_denies_nothing() -> None:
    """Only a denial that the sides agreed on did it stands against the act."""
    (one,) = seen("a1", STRIKE)
    for source, values in (("TUR", {"happened", "denied"}), ("SYR", set())):
        denial = replace(STRIKE, source=source, target="", status="denied", said_by="x", certainty=Certainty.DENIED)
        (other,) = seen("a2", denial)
        (event,) = merge([one, other], together=[(one.key, other.key)])
        assert {v.value for v in event.values if v.field == "status"} == values


def test_large_numbers_are_written_out() -> None:
    """Billions are digits with commas, and a fraction keeps its point."""
    labels = [Figure(of="usd", low=n, high=n, text="").label for n in (34_000_000_000.0, 1.5, 14)]
    assert labels == ["34,000,000,000", "1.5", "14"]


def test_who_needs_nobody_across_has_none_by_one_voice_of_three() -> None:
    """A resignation that most tell without a side to which it yields has none; an attack keeps whom one names."""
    gone = Act(
        sentence="Norway's minister resigned over the fishing deal on Monday.",
        trigger="resigned",
        type="RETREAT",
        source="NOR",
        on="2024-01-08",
    )
    for kind, targets in (("RETREAT", []), ("ASSAULT", ["CHL"])):
        alone = replace(gone, type=kind)
        told = [*seen("a1", alone), *seen("a2", alone), *seen("a3", replace(alone, target="CHL"))]
        (event,) = merge(told, together=[(told[0].key, o.key) for o in told[1:]])
        assert [side.code for side in event.targets] == targets


def test_what_a_state_gives_year_by_year_is_one_thing() -> None:
    """Aid told as a habit on other days and in other words is one event; a gift on a day is another."""
    yearly = Act(
        sentence="Norway gives Chile a billion a year in aid.",
        trigger="aid",
        type="AID",
        source="NOR",
        target="CHL",
        on="2024-01-02",
        basis=Basis.PUBLISHED,
        status="habitual",
    )
    again = replace(
        yearly, sentence="Oslo pays for the tunnels there.", trigger="pays", on="2024-02-20", status="ongoing"
    )
    gift = replace(yearly, sentence="Norway sent tents.", trigger="sent", on="2024-01-09", status="happened")
    told = [*seen("a1", yearly), *seen("a2", again), *seen("a3", gift)]
    assert sorted(event.voices for event in merge(told)) == [1, 2]
    assert len(merge(told, apart=[(told[0].key, told[1].key)])) == 3
    assert len(merge([o for o in told if o.status is not Status.HABITUAL])) == 2


def test_aid_that_goes_on_is_one_thing_while_articles_come_back_to_it() -> None:
    """Aid going on, told without a pause, is one event with what is promised for no day; after a pause it is another."""
    aid = Act(
        sentence="Norway is flying tents to Chile.",
        trigger="flying",
        type="AID",
        source="NOR",
        target="CHL",
        on="2024-01-10",
        status="ongoing",
    )
    more = replace(aid, sentence="Oslo pays for the tunnels there.", trigger="pays", on="2024-01-15")
    later = replace(aid, sentence="Oslo lends it a hospital ship.", trigger="lends", on="2024-02-20")
    pledge = replace(aid, sentence="Oslo pledged a bridge.", trigger="pledged", on=None, status="planned")
    told = [
        *seen("a1", aid),
        *seen("a2", more, published="2024-01-15"),
        *seen("a3", pledge, published="2024-01-12"),
        *seen("a4", later, published="2024-02-20"),
    ]
    assert sorted(event.voices for event in merge(told)) == [1, 3]
    wheat = replace(pledge, sentence="A cargo of wheat will leave Bergen before Easter.", trigger="leave")
    promises = [*seen("a3", pledge), *seen("a4", wheat)]
    assert len(merge(promises)) == 2


def test_contacts_between_other_people_are_others() -> None:
    """Two who telephone and two others who do are two contacts of the same two sides, if nobody has part in both."""
    (one,) = seen("a1", replace(TALKS, sentence="Turkey and Syria talked in Doha.", trigger="talked"))
    (other,) = seen("a2", replace(TALKS, sentence="Turkey and Syria talked by telephone.", trigger="talked"))
    people = replace(
        other, sources=(Side(key="x", name="X", code="TUR"),), targets=(Side(key="y", name="Y", code="SYR"),)
    )
    scale = Scale.of([one, other, people])
    assert scale.weigh(one, people).score < scale.weigh(one, other).score - 0.15


def test_who_writes_in_the_same_words_names_the_sides_once() -> None:
    """A sentence that a second article reprints is no second witness of who did it to whom."""
    own = replace(STRIKE, sentence="Turkey bombed the weapons depot near Aleppo on Monday, killing 12 people there.")
    for second, articles in ((STRIKE, 1), (own, 2)):
        (event,) = merge([*seen("a1", STRIKE), *seen("a2", second)])
        assert event.voices == 2
        assert {v.articles for v in event.values if v.field == "who"} == {articles}


def test_who_only_imagines_a_deed_is_no_witness_of_it() -> None:
    """Of a deed the articles count that tell it as done."""
    maybe = replace(
        STRIKE, sentence="Had Turkey bombed the weapons depot near Aleppo, 12 people", status="hypothetical"
    )
    reports = [*seen("a1", STRIKE), *seen("a2", maybe)]
    (event,) = merge(reports, together=[(reports[0].key, reports[1].key)])
    assert {v.articles for v in event.values if v.field == "who"} == {1}


def test_the_words_shown_are_of_the_day_agreed_on() -> None:
    """Who tells the act of another day does not speak for it."""
    late = replace(AGAIN, on="2024-01-09", confidence=0.9)
    told = [*seen("a1", late), *seen("a2", AGAIN), *seen("a3", STRIKE)]
    (event,) = merge(told, together=[(told[0].key, told[1].key), (told[1].key, told[2].key)])
    assert (event.first, event.speaks.first) == (date(2024, 1, 8), date(2024, 1, 8))


def test_an_invasion_of_a_year_is_the_one_that_others_look_back_on() -> None:
    """What is told as of old, and what is told to the year, are compared, however far apart the years begin."""
    dated = Act(
        sentence="Norway led the invasion of Chile in 2003.",
        trigger="invasion",
        type="ASSAULT",
        source="NOR",
        target="CHL",
        on="2003-01-01",
        until="2003-12-31",
        precision=Precision.YEAR,
    )
    (year,) = seen("a1", dated)
    old = replace(seen("a2", dated)[0], first=None, last=date(2024, 1, 10), basis=Basis.PUBLISHED)
    assert {(year.key, old.key)} == candidates([year, old])


def test_who_spoke_did_not_meet_for_that() -> None:
    """A contact that is told as a call by one and with a word for speaking by others is a call."""
    spoke = replace(TALKS, sentence="Turkey's minister spoke with Syria's on Monday.", trigger="spoke with")
    called = replace(TALKS, sentence="Turkey's minister called Syria's on Monday.", trigger="called")
    told = [replace(o, mode="meet") for o in (*seen("a1", spoke), *seen("a2", spoke))]
    call = replace(seen("a3", called)[0], mode="phone")
    (event,) = merge([*told, call], together=[(told[0].key, call.key)])
    assert event.mode == "phone"
    assert [e.mode for e in merge(told)] == [None]


def test_a_war_and_an_invasion_of_one_year_are_one() -> None:
    """What is told to the year of one side's war on another is one event in either word, and another year another."""
    invasion = Act(
        sentence="Norway led the invasion of Chile in 2003.",
        trigger="invasion",
        type="ASSAULT",
        source="NOR",
        target="CHL",
        on="2003-01-01",
        until="2003-12-31",
        precision=Precision.YEAR,
    )
    war = replace(invasion, sentence="Thousands marched against the Oslo war.", trigger="war")
    later = replace(invasion, on="2011-01-01", until="2011-12-31")
    assert len(merge([*seen("a1", invasion), *seen("a2", war)])) == 1
    assert len(merge([*seen("a1", invasion), *seen("a2", later)])) == 2


def test_an_undated_war_is_the_last_one() -> None:
    """A war that is only looked back on is that of the year told, of two years the later; one of others is not."""
    told = Act(
        sentence="Norway led the invasion of Chile in 2003.",
        trigger="invasion",
        type="ASSAULT",
        source="NOR",
        target="CHL",
        on="2003-01-01",
        until="2003-12-31",
        precision=Precision.YEAR,
    )
    first = replace(told, on="1991-01-01", until="1991-12-31")
    war = replace(told, sentence="Thousands had marched against the Oslo war.", trigger="war")
    (named,) = seen("a3", war)
    undated = replace(named, first=None, last=date(2024, 1, 10), basis=Basis.PUBLISHED)
    events = merge([*seen("a1", told), *seen("a2", first), undated])
    assert {(e.first.year, e.voices) for e in events if e.first} == {(1991, 1), (2003, 2)}
    allied = replace(undated, sources=(*undated.sources, side("FJI")))
    assert len(merge([*seen("a1", told), allied])) == 1
    others = replace(undated, sources=(side("FJI"),))
    assert len(merge([*seen("a1", told), others])) == 2


def test_a_deed_that_one_tells_and_others_deny_is_in_dispute() -> None:
    """Denials have no vote on what was done, only on how sure and how heavy it is."""
    denials = [one for n in range(3) for one in seen(f"b{n}", DENIAL)]
    keys = [(STRIKING.key, one.key) for one in denials]
    (event,) = merge([STRIKING, *denials], together=keys)
    assert (event.status, event.disputed) == (Status.HAPPENED, True)
    assert 0 < event.weight < STRIKING.weight
    (denied,) = merge(denials, together=[(denials[0].key, one.key) for one in denials[1:]])
    assert (denied.status, denied.disputed) == (Status.DENIED, False)


def test_a_chronicle_dates_nothing_by_its_own_day() -> None:
    """Nobody reports a hundred deeds of one day: where so many have no day, they were done on any before."""
    undated = replace(STRIKE, on="2024-01-10", basis=Basis.PUBLISHED)
    few, many = seen("a1", *[undated] * CHRONICLE), seen("a1", *[undated] * CHRONICLE, undated, OTHER)
    assert {one.first for one in few} == {date(2024, 1, 10)}
    assert [one.first for one in many[-2:]] == [None, date(2024, 1, 9)]


def test_a_long_article_comes_back_to_an_act_the_less() -> None:
    """That two reports stand in one article counts for less where it tells of many acts."""
    told = seen("a1", STRIKE, AGAIN, *[TALKS] * 2 * FEW_REPORTS)
    short, long = (Scale.of(reports).weigh(told[0], told[1]).score for reports in (told[:2], told))
    assert short > long


def test_days_left_open_speak_against_one_act() -> None:
    """What may have been on any day of a season is hardly the act of one day; the same year told twice may be."""
    (dated,), (again,) = seen("a1", STRIKE), seen("a2", AGAIN)
    of_old = replace(again, first=None, last=date(2024, 1, 10), basis=Basis.PUBLISHED)
    year = {"first": date(2023, 1, 1), "last": date(2023, 12, 31), "precision": Precision.YEAR}

    def signs(a: Observation, b: Observation) -> str:
        return " ".join(Scale.of([a, b]).weigh(a, b).why)

    assert "the days are open -0.08" in signs(dated, of_old)
    assert "the days are wide +0.08" in signs(replace(dated, **year), replace(again, **year))


def test_who_leaves_and_arrives_makes_one_visit() -> None:
    """Words of motion for one visitor's way to one country on one day tell of one visit; another's is another."""
    leaves = replace(TALKS, sentence="The Turkish president flew to Damascus for surgery on Monday.", trigger="flew to")
    arrives = replace(TALKS, sentence="He arrived in Syria late on Monday, the court said.", trigger="arrived in")
    told = [replace(o, mode="visit") for o in seen("a1", leaves, arrives)]
    assert len(merge(told)) == 1
    assert len(merge([told[0], replace(told[1], sources=(side("FJI"),))])) == 2
    assert len(merge([replace(o, mode="meet") for o in told])) == 2
