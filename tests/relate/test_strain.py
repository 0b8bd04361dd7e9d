"""The strain index."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.merge import merge
from demarche.record import Basis, Precision
from demarche.relate import NEUTRAL, StrainDay, change_points, contributions, families, on_day, strain
from tests.merge.build import Act, seen

SANCTION = Act(
    sentence="Norway imposed sanctions on Chile over fishing.",
    trigger="imposed sanctions",
    type="SANCTION",
    source="NOR",
    target="CHL",
    on="2024-01-05",
)
AID = Act(
    sentence="Norway sent Chile tents after the flood.",
    trigger="sent",
    type="AID",
    source="NOR",
    target="CHL",
    on="2024-01-06",
)
KINDS = st.sampled_from(["AGREE", "CONSULT", "AID", "RETREAT", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "ASSAULT"])


def curve(*acts: Act, published: str | None = "2024-01-10", last: date | None = None) -> list[StrainDay]:
    """Return the curve of one article for each act."""
    reports = [o for n, act in enumerate(acts) for o in seen(f"a{n}", act, published=published)]
    parts, _ = contributions(merge(reports))
    return strain(parts, None, last)


def peak(*acts: Act) -> float:
    """Return the index on the last day of a curve."""
    days = curve(*acts)
    return days[-1].index if days else NEUTRAL


def act(kind: str, day: int, number: int = 0) -> Act:
    """Return an act of a kind on a day of January over one issue, told in words of its own."""
    sentence = f"Norway did thing{number} number{number}x word{number}y to Chile."
    return Act(
        sentence=sentence,
        trigger=f"thing{number}",
        type=kind,
        source="NOR",
        target="CHL",
        on=f"2024-01-{day:02d}",
        issue="fisheries",
    )


def test_one_sanction_follows_the_formula() -> None:
    """Weight 6, probability 0.8: mass 4.8; index 100 * (4.8 + 3) / (4.8 + 6)."""
    day = curve(SANCTION)[0]
    assert (day.day, day.index) == (date(2024, 1, 5), pytest.approx(72.22, abs=0.01))
    assert day.low < day.index < day.high


def test_strain_fades_by_half_in_ten_days() -> None:
    """Ten days on, the mass is 2.4, and the interval is wider."""
    days = curve(SANCTION, last=date(2024, 1, 15))
    assert days[-1].day == date(2024, 1, 15)
    assert days[-1].index == pytest.approx(100 * 5.4 / 8.4, abs=0.01)
    assert days[-1].high - days[-1].low > days[0].high - days[0].low


def test_help_eases() -> None:
    """Help after sanctions brings the index down, under neutral when it outweighs them."""
    assert peak(SANCTION, AID) < NEUTRAL < peak(SANCTION)


@pytest.mark.parametrize("status", ["denied", "hypothetical", "proposed"])
def test_what_is_not_so_moves_nothing(status: str) -> None:
    """Denied, imagined and asked-for acts leave no point on the curve."""
    assert curve(replace(SANCTION, status=status)) == []


def test_a_threatened_act_counts_on_the_day_it_is_told() -> None:
    """A threat of sanctions next month strains now, and less than the deed."""
    days = curve(replace(SANCTION, status="threatened", on="2024-02-20"), published="2024-01-10")
    assert [d.day for d in days] == [date(2024, 1, 10)]
    assert NEUTRAL < days[0].index < curve(SANCTION)[0].index


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(KINDS, st.integers(1, 20)), min_size=1, max_size=6), st.integers(1, 20), KINDS)
def test_cooperation_never_raises_strain(acts: list[tuple[str, int]], day: int, kind: str) -> None:
    """Whatever else happened, one more cooperative event raises the index on no day."""
    if kind not in {"AGREE", "CONSULT", "AID", "RETREAT"}:
        kind = "AID"
    reports = [o for n, (k, d) in enumerate(acts) for o in seen(f"a{n}", act(k, d, n))]
    more = seen("b", act(kind, day, 99))
    last = date(2024, 1, 25)
    before = strain(contributions(merge(reports))[0], None, last)
    after = {d.day: d.index for d in strain(contributions([*merge(reports), *merge(more)])[0], None, last)}
    assert all(after.get(d.day, NEUTRAL) <= d.index + 1e-9 for d in before)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(KINDS, st.integers(1, 20)), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_of_articles_does_not_matter(acts: list[tuple[str, int]], dice: object) -> None:
    """Shuffled articles give the same curve."""
    reports = [o for n, (k, d) in enumerate(acts) for o in seen(f"a{n}", act(k, d, n))]
    shuffled = list(reports)
    dice.shuffle(shuffled)
    assert contributions(merge(reports)) == contributions(merge(shuffled))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(KINDS, st.integers(1, 20)), min_size=1, max_size=5), st.integers(0, 4))
def test_a_copy_adds_nothing(acts: list[tuple[str, int]], copied: int) -> None:
    """A copy of one of the articles leaves every contribution as it was."""
    reports = [o for n, (k, d) in enumerate(acts) for o in seen(f"a{n}", act(k, d, n))]
    copied %= len(acts)
    copy = seen("z", act(*acts[copied], copied), voice=f"a{copied}")
    masses = [(c.day, c.mass) for c in contributions(merge(reports))[0]]
    assert [(c.day, c.mass) for c in contributions(merge([*reports, *copy]))[0]] == masses


def test_coverage_never_enters_the_index() -> None:
    """Volume stands beside the index and changes nothing in it."""
    parts, _ = contributions(merge(seen("a", SANCTION)))
    quiet, loud = (strain(parts, {date(2024, 1, 5): n}) for n in (1, 500))
    assert (quiet[0].index, loud[0].volume) == (loud[0].index, 500)


def test_a_week_is_spread_over_its_days() -> None:
    """An act told to the week counts a part on each day, no more in all than one told to the day."""
    week = replace(SANCTION, on="2024-01-01", until="2024-01-07", precision=Precision.WEEK)
    parts, _ = contributions(merge(seen("a", week)))
    assert len(parts) == 7
    assert sum(p.mass for p in parts) == pytest.approx(4.8, abs=0.001)


def test_a_day_of_publication_counts_less() -> None:
    """Where only the day of publication is known, the act counts a fifth less, half of it the day before."""
    parts, _ = contributions(merge(seen("a", replace(SANCTION, on="2024-01-10", basis=Basis.PUBLISHED))))
    assert [p.day.day for p in parts] == [9, 10]
    assert sum(p.mass for p in parts) == pytest.approx(0.8 * 4.8, abs=0.001)


@pytest.mark.parametrize(
    ("vague", "why"),
    [
        ({"on": "2024-01-01", "until": "2024-12-31", "precision": Precision.YEAR}, "told only to the year"),
        ({"on": None}, "no day is told"),
    ],
)
def test_what_has_no_day_is_left_out_with_a_note(vague: dict[str, object], why: str) -> None:
    """An act that cannot be placed is on no curve, and it is said why."""
    parts, left = contributions(merge(seen("a", replace(SANCTION, **vague), published=None)))
    assert (parts, [one.why for one in left]) == ([], [why])


def test_dissent_at_home_over_another_side_counts_a_little() -> None:
    """A protest at home that concerns another country strains the pair a little, in a family of its own."""
    protest = Act(
        sentence="Chileans marched against the deal with Norway.",
        trigger="marched",
        type="PROTEST",
        source="CHL",
        target="CHL",
        others=("NOR",),
        on="2024-01-05",
    )
    parts, _ = contributions(merge(seen("a", protest)))
    assert [(p.a, p.b, p.family, p.sign, p.weight) for p in parts] == [("CHL", "NOR", "dissent at home", -1, 1.5)]


def test_a_crackdown_at_home_is_no_dissent_over_another_side() -> None:
    """What a state does to its own people says nothing of a country that is merely named with it."""
    raid = replace(SANCTION, type="ASSAULT", sentence="Chile beat its own people near the embassy of Norway.")
    raid = replace(raid, trigger="beat", source="CHL", target="CHL", others=("NOR",))
    assert contributions(merge(seen("a", raid)))[0] == []


@pytest.mark.parametrize(("kind", "signs"), [("CONSULT", [1]), ("REQUEST", [-1]), ("SANCTION", []), ("AID", [])])
def test_an_outsider_between_two_counts_a_little(kind: str, signs: list[int]) -> None:
    """Who brings two together eases, who calls on both strains them; who strikes or helps both says nothing of them."""
    outside = replace(SANCTION, type=kind, sentence="Malta did something to Norway and to Chile.", trigger="did")
    (report,) = seen("a", replace(outside, source="MLT"))
    (other,) = seen("b", replace(outside, source="MLT", target="NOR"))
    both = replace(report, targets=(*report.targets, *other.targets))
    parts = [p for p in contributions(merge([both]))[0] if (p.a, p.b) == ("CHL", "NOR")]
    assert [p.sign for p in parts] == signs
    assert {p.family for p in parts} <= {"third parties"}


def test_a_contact_counts_half_of_its_weight() -> None:
    """To meet is to be in touch: what comes of it is an act of its own."""
    assert [p.weight for p in contributions(merge(seen("a", act("CONSULT", 5))))[0]] == [1.25]


@pytest.mark.parametrize("kind", ["REQUEST", "SUPPORT", "AGREE"])
def test_words_weigh_alike(kind: str) -> None:
    """To ask strains as much as to promise or to praise eases."""
    assert [p.weight for p in contributions(merge(seen("a", act(kind, 5))))[0]] == [2.5]


def test_a_deed_that_was_imagined_before_lies_on_its_own_day() -> None:
    """That an earlier article imagines the deed does not draw it to the day of that article."""
    feared = replace(SANCTION, status="hypothetical", on="2024-01-05")
    reports = [*seen("a", feared, published="2024-01-02"), *seen("b", SANCTION, published="2024-01-06")]
    parts, _ = contributions(merge(reports, together=[("a#r1", "b#r1")]))
    assert [p.day for p in parts] == [date(2024, 1, 5)]


def test_who_marches_does_not_act_for_the_state() -> None:
    """A protest against another country counts three tenths of its weight."""
    assert [p.weight for p in contributions(merge(seen("a", act("PROTEST", 5))))[0]] == [1.5]


def test_points_open_the_index() -> None:
    """On a day, each contribution says by how much it moves the index; sanctions up, help down."""
    parts, _ = contributions(merge([*seen("a", SANCTION), *seen("b", AID)]))
    found = on_day(parts, date(2024, 1, 6))
    assert [(p.family, (p.points or 0) > 0) for p in found] == [("help", False), ("threats and levers", True)]


def test_families_have_their_own_lines() -> None:
    """Masses of a family are the masses of its events alone."""
    parts, _ = contributions(merge([*seen("a", SANCTION), *seen("b", AID)]))
    lines = {(f.family, f.day.day): (f.strain, f.ease) for f in families(parts)}
    assert lines[("help", 6)] == (0.0, 8.0)
    assert lines[("threats and levers", 5)] == (4.8, 0.0)


def test_a_turn_is_marked() -> None:
    """Three attacks after quiet days are a change point on their first day, with the events behind it."""
    acts = [act("CONSULT", d, d) for d in (1, 2, 3, 4)] + [act("ASSAULT", d, d) for d in (9, 10, 11)]
    reports = [o for n, one in enumerate(acts) for o in seen(f"a{n}", one)]
    parts, _ = contributions(merge(reports))
    points = change_points(strain(parts), parts)
    assert points[-1].day == date(2024, 1, 9)
    assert points[-1].after - points[-1].before > 20
    assert len(points[-1].events) == 3


def test_a_curve_that_begins_does_not_turn() -> None:
    """The first attacks of a dossier follow on nothing known: there is no level to turn from."""
    reports = [o for n, day in enumerate((9, 10, 11)) for o in seen(f"a{n}", act("ASSAULT", day, day))]
    parts, _ = contributions(merge(reports))
    assert change_points(strain(parts), parts) == []


def test_private_persons_do_not_act_for_their_state() -> None:
    """What journalists or protesters do to another side counts three tenths of its weight."""
    report = seen("a", SANCTION)[0]
    private = replace(report, sources=tuple(replace(s, sector="JRN") for s in report.sources))
    assert [p.weight for p in contributions(merge([private]))[0]] == [pytest.approx(1.8)]
    both = replace(private, targets=tuple(replace(s, sector="CRM") for s in report.targets))
    assert [p.weight for p in contributions(merge([both]))[0]] == [pytest.approx(0.54)]


def test_a_deed_is_not_placed_after_it_was_told() -> None:
    """A date after publication is misread: the deed counts on the day it was told."""
    parts, _ = contributions(merge(seen("a", replace(SANCTION, on="2031-01-01"), published="2024-01-10")))
    assert [p.day for p in parts] == [date(2024, 1, 10)]


def test_a_curve_ends_with_the_store() -> None:
    """No day after the last is shown, whatever evidence is left."""
    assert curve(SANCTION, last=date(2024, 1, 7))[-1].day == date(2024, 1, 7)


def test_a_shot_and_the_death_it_brings_weigh_as_one() -> None:
    """Two attacks that one sentence tells, by one side on the other, strain as one; told apart they strain as two."""
    sentence = "Norway shot down a Chilean plane and killed its pilot."
    shot = replace(act("ASSAULT", 5), sentence=sentence, trigger="shot")
    killed, apart = replace(shot, trigger="killed"), replace(shot, sentence="Norway killed a guard.", trigger="killed")

    def mass(*acts: Act) -> float:
        parts, _ = contributions(merge(seen("a1", *acts)))
        return sum(part.mass for part in parts)

    record_of_both = [replace(o, sentence_start=0) for o in seen("a1", shot, killed)]
    parts, left = contributions(merge(record_of_both))
    assert sum(part.mass for part in parts) == pytest.approx(mass(shot))
    assert [one.why for one in left] == ["told as part of another attack"]
    assert mass(shot, apart) == pytest.approx(2 * mass(shot))
