"""What most articles say of a name corrects the few that say otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.merge import Observation, Side, merge, observe
from demarche.merge.consensus import SIDES_RIGHT
from demarche.merge.named import Names
from demarche.merge.observation import ACROSS, CROWDED, FAR
from demarche.record import Span
from tests.merge.build import Act, record, seen, side

ASK = Act(sentence="Kenya asked Perez for help.", trigger="asked", type="REQUEST", source="KEN", target="PER")
PEREZ = Side(key="perez/PER", name="Perez", code="PER", sector="GOV")
ABROAD = Side(key="perez/FJI", name="Perez", code="FJI")
POLICE = Side(key="police/PER", name="Police", code="PER")


def told(article: str, target: Side, voice: str | None = None) -> Observation:
    """Return a report with this side across."""
    (one,) = seen(article, ASK, voice=voice)
    return replace(one, targets=(target,))


def test_a_name_is_of_the_side_that_most_articles_give_it() -> None:
    """Three articles that agree correct a fourth, whatever the order; two do not."""
    many = [told(f"a{n}", PEREZ) for n in range(3)]
    for reports in ([*many, told("b", ABROAD)], [told("b", ABROAD), *reversed(many)]):
        names = Names.of(reports)
        assert {names.corrected(r).targets for r in reports} == {(PEREZ,)}
    few = [*many[:2], told("b", ABROAD)]
    assert Names.of(few).corrected(few[-1]) is few[-1]


def test_a_copy_makes_no_majority() -> None:
    """Copies of one article are one voice on who is who."""
    copies = [told(f"a{n}", PEREZ, voice="a0") for n in range(3)]
    odd = told("b", ABROAD)
    assert Names.of([*copies, odd]).corrected(odd) is odd


def test_a_common_noun_may_be_of_any_side_but_is_trusted_less() -> None:
    """The police of one article need not be those of the others; an event told of them alone is less sure."""
    reports = [*(told(f"a{n}", POLICE) for n in range(3)), told("b", replace(POLICE, key="police/FJI", code="FJI"))]
    names = Names.of(reports)
    assert names.corrected(reports[-1]) is reports[-1]
    assert [names.trust(r) for r in (reports[0], reports[-1])] == [0.75, 0.25]
    apart = [(r.key, reports[-1].key) for r in reports[:-1]]
    sure = {event.target_codes: event.confidence for event in merge(reports, apart=apart)}
    assert sure["FJI",] < sure["PER",]


def test_merging_goes_by_the_corrected_names() -> None:
    """The event of the article that errs is on the side of the others."""
    events = merge([*(told(f"a{n}", PEREZ) for n in range(3)), told("b", ABROAD)])
    assert {event.target_codes for event in events} == {("PER",)}


def test_sides_are_plain_where_the_sentence_names_one_each() -> None:
    """A side that another sentence names, and a crowd of them, are told less plainly."""
    (near,) = seen("a1", replace(ASK, source="KEN", target=""))
    one = replace(near, named=ACROSS.join(("", "", "")))
    crowd = replace(near, sources=(side("KEN"), side("FJI"), side("PER")), named=ACROSS.join(("a\nb\nc", "", "")))
    assert [o.plain for o in (one, near, crowd)] == [FAR, 1.0, CROWDED]


def test_only_words_of_the_sentence_mention_its_sides() -> None:
    """A mention in another sentence does not count as named."""
    made = record("a1", ASK, ASK)
    text = made.article.text
    there = Span.of(text, text.rindex("Kenya"), text.rindex("Kenya") + 5)
    first = made.reports[0]
    party = replace(first.sources[0], mention=there)
    far = list(observe(replace(made, reports=(replace(first, sources=(party,)),))))
    near = list(observe(replace(made, reports=(replace(made.reports[1], sources=(party,)),))))
    assert [one.named.split(ACROSS)[0] for (one,) in (far, near)] == ["", "Kenya"]


def test_several_voices_make_the_sides_surer() -> None:
    """One report tells both sides rightly about every second time; each further article that names them adds."""
    sentences = [f"Kenya asked Perez for {thing} on its way." for thing in ("help", "much help", "more help")]
    sure = [
        merge([o for n, s in enumerate(sentences[:count]) for o in seen(f"a{n}", replace(ASK, sentence=s))])
        for count in (1, 2, 3)
    ]
    confidences = [events[0].confidence for events in sure]
    assert [len(events) for events in sure] == [1, 1, 1]
    assert confidences == sorted(set(confidences))
    assert confidences[0] == pytest.approx(0.8 * SIDES_RIGHT)
