"""What ends the strain of earlier acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.merge import merge
from demarche.relate import Contribution, contributions, join_asks, on_day, strain, tell
from tests.merge.build import Act, record

SANCTION = Act(
    sentence="Norway imposed sanctions on Chile over fishing.",
    trigger="imposed sanctions",
    type="SANCTION",
    source="NOR",
    target="CHL",
    on="2024-01-05",
)
LIFTED = Act(
    sentence="Norway lifted the sanctions imposed on Chile.",
    trigger="lifted",
    type="RETREAT",
    source="NOR",
    target="CHL",
    on="2024-01-15",
)
ATTACK = Act(
    sentence="Norway fired on a boat of Chile near the reef.",
    trigger="fired",
    type="ASSAULT",
    source="NOR",
    target="CHL",
    on="2024-01-05",
    issue="fisheries",
)
DEAL = Act(
    sentence="Chile agreed with Norway on quotas.",
    trigger="agreed",
    type="AGREE",
    source="CHL",
    target="NOR",
    on="2024-01-15",
    issue="fisheries",
)
ASK = Act(
    sentence="Norway urged Chile to release the seized trawler and its crew.",
    trigger="urged",
    type="REQUEST",
    source="NOR",
    target="CHL",
    on="2024-01-02",
    issue="fisheries",
)
THREAT = Act(
    sentence="Norway warned Chile of consequences at sea.",
    trigger="warned",
    type="THREATEN",
    source="NOR",
    target="CHL",
    on="2024-01-05",
    issue="fisheries",
)
GRANT = Act(
    sentence="Chile released the trawler with its crew.",
    trigger="released",
    type="RETREAT",
    source="CHL",
    on="2024-01-15",
    issue="fisheries",
)


def parts_of(*acts: Act) -> list[Contribution]:
    """Return the contributions of one article for each act, with the asks and answers among them."""
    told = [tell(record(f"a{n}", act, published="2024-01-20")) for n, act in enumerate(acts)]
    events = merge(r for t in told for r in t.reports)
    return contributions(events, join_asks([k for t in told for k in t.asks], events))[0]


def ended(*acts: Act) -> float:
    """Return the mass that is ended in all."""
    return round(sum(p.ends for p in parts_of(*acts)), 3)


def index(*acts: Act) -> float:
    """Return the index on the last day on which something was added."""
    return strain(parts_of(*acts))[-1].index


def test_a_lifted_penalty_ends_what_is_left_of_it() -> None:
    """Ten days on 2.4 of the 4.8 is left; lifted with a probability of 0.8, 1.92 of it ends."""
    assert ended(SANCTION, LIFTED) == pytest.approx(1.92)


def test_the_family_of_the_ended_act_falls() -> None:
    """What is ended is taken from the family of the act that was lifted, on the day of the lifting."""
    (part,) = [p for p in parts_of(SANCTION, LIFTED) if p.ends]
    assert (part.family, part.day, part.mass, part.share) == ("threats and levers", date(2024, 1, 15), 0.0, 0.0)


def test_an_ending_opens_with_the_act_that_ends() -> None:
    """On the day of the lifting, the row that ends the penalty lowers the index."""
    found = on_day(parts_of(SANCTION, LIFTED), date(2024, 1, 15))
    assert [(p.points or 0) < 0 for p in found if p.ends] == [True]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "planned"},
        {"status": "denied"},
        {"on": "2024-01-04"},
        {"source": "FJI", "sentence": "Fiji lifted the sanctions imposed on Chile."},
        {"target": "MLT", "sentence": "Norway lifted the sanctions imposed on Malta."},
        {"sentence": "Norway handed a captured pilot over to Chile.", "trigger": "handed"},
    ],
    ids=["planned", "denied", "before", "by another", "for another", "another matter"],
)
def test_what_is_not_lifted_stays(change: dict[str, str]) -> None:
    """A penalty ends neither by a plan nor a denial, nor by what was done earlier, by or for others, or in another matter."""
    assert ended(SANCTION, replace(LIFTED, **change)) == 0.0


def test_what_is_hardly_likely_ends_nothing() -> None:
    """A lifting that is read with less than even odds lifts nothing."""
    assert ended(SANCTION, replace(LIFTED, confidence=0.45)) == 0.0


def test_an_attack_is_settled_in_part() -> None:
    """Of 3.6 left of an attack, an agreement of weight 2.5 over the same issue settles a quarter of its 0.8."""
    assert ended(ATTACK, DEAL) == pytest.approx(3.6 * 0.25 * 0.8)
    assert ended(ATTACK, replace(DEAL, issue="tariffs")) == 0.0


def test_a_ceasefire_weighs_on_attacks_of_any_issue() -> None:
    """Where fire ceases, attacks between the two count less, whatever they were over."""
    truce = replace(LIFTED, sentence="Norway and Chile hold their fire.", trigger="hold", issue="war")
    told = [tell(record(f"a{n}", act, published="2024-01-20")) for n, act in enumerate((ATTACK, truce))]
    reports = [replace(r, mode="ceasefire") if r.trigger == "hold" else r for r in (r for t in told for r in t.reports)]
    assert sum(p.ends for p in contributions(merge(reports))[0]) == pytest.approx(3.6 * 0.65 * 0.8, abs=1e-3)


def test_a_granted_ask_ends_the_threat_behind_it() -> None:
    """The ask and the threat over its issue end with the release, and the release eases though it names nobody."""
    parts = parts_of(ASK, THREAT, GRANT)
    assert {p.family for p in parts if p.ends} == {"words", "threats and levers"}
    assert [(p.a, p.b, p.sign, p.weight) for p in parts if p.day == date(2024, 1, 15) and p.mass] == [
        ("CHL", "NOR", 1, 6.5)
    ]


def test_what_is_named_with_its_end_ends_on_the_day() -> None:
    """`Norway ended its sanctions` tells of sanctions that are over: told of one day, they end on that day."""
    end = replace(LIFTED, sentence="Norway lifted the sanctions on Chile.", on="2024-01-15")
    named = replace(SANCTION, sentence=end.sentence, trigger="sanctions", on="2024-01-15")
    told = tell(record("a", end, named, published="2024-01-20"))
    lifted, penalty = told.reports
    both = replace(penalty, sentence_start=lifted.sentence_start, sentence_end=lifted.sentence_end)
    assert sum(p.ends for p in contributions(merge([lifted, both]))[0]) == pytest.approx(4.8 * 0.8)
    assert sum(p.ends for p in contributions(merge([lifted, penalty]))[0]) == 0.0


def test_two_endings_take_from_what_is_left() -> None:
    """A second report of a lifting, as an act of its own, ends a share of the rest and never more than was there."""
    again = replace(LIFTED, sentence="Norway then freed Chile of its last fishing sanctions imposed.", trigger="freed")
    assert ended(SANCTION, LIFTED, replace(again, on="2024-01-16")) < 2.4


def test_what_comes_after_counts_again() -> None:
    """A new penalty after the lifting strains as if the old one had never been."""
    anew = replace(SANCTION, sentence="Norway imposed sanctions on Chile for its whaling.", on="2024-01-18")
    assert index(SANCTION, LIFTED, anew) > index(SANCTION, LIFTED)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([ASK, THREAT, ATTACK, SANCTION, LIFTED]), unique=True), st.sampled_from([GRANT, DEAL]))
def test_yielding_raises_strain_on_no_day(acts: list[Act], more: Act) -> None:
    """One more concession, whatever was asked, threatened, done or lifted, raises the index on no day."""
    last = date(2024, 1, 25)
    grown = {d.day: d.index for d in strain([p for p in parts_of(*acts, more) if p.a == "CHL"], None, last)}
    assert all(grown[d.day] <= d.index + 1e-9 for d in strain(parts_of(*acts), None, last))


@settings(max_examples=6, deadline=None)
@given(st.permutations([SANCTION, LIFTED, ATTACK, DEAL]))
def test_endings_do_not_depend_on_the_order(acts: list[Act]) -> None:
    """The same acts, told in another order, end the same."""
    assert ended(*acts) == ended(SANCTION, LIFTED, ATTACK, DEAL)
