"""Scoring a record against gold made by hand."""

import json

import pytest

from demarche.evaluate import record as scorer
from demarche.evaluate.matching import Tally
from demarche.record import Status
from tests.sample import record, report

SENTENCE = "Canada expelled four Iranian diplomats on Monday."
EVENT = {
    "id": "e1",
    "sent": SENTENCE,
    "trigger": "expelled",
    "plover_type": "COERCE",
    "plover_alt": ["SANCTION"],
    "source_country": "CAN",
    "target_country": "IRN",
    "status": "happened",
    "core": True,
}


def rates(tmp_path, ours, **layers):
    """Measures of one article."""
    for name, rows in layers.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    tally = Tally()
    scorer.score(tmp_path, ours, tally)
    return dict(tally.rates())


def test_a_right_event_counts_at_every_level(tmp_path):
    """Type by an alternative, both sides, and reality."""
    found = rates(tmp_path, record(), events=[EVENT])
    assert all(found[f"events_{level}_f1"] == 1.0 for level in ("type", "who", "full"))


@pytest.mark.parametrize(
    ("changes", "who", "full"),
    [
        ({"status": "planned"}, 1.0, 0.0),
        ({"source_country": "USA"}, 0.0, 0.0),
        ({"source_country": None}, 1.0, 1.0),
        ({"target_country": "ARAB"}, 1.0, 1.0),
    ],
)
def test_levels_of_an_event(tmp_path, changes, who, full):
    """A wrong side costs `who`, a wrong reality only `full`; an open code fits anything."""
    found = rates(tmp_path, record(), events=[EVENT | changes])
    assert (found["events_type_r"], found["events_who_r"], found["events_full_r"]) == (1.0, who, full)


def test_mentions_of_one_act_are_one_cluster(tmp_path):
    """Recall counts the act once; precision counts each report."""
    events = [EVENT | {"cluster": "x"}, EVENT | {"id": "e2", "cluster": "x"}]
    ours = record(reports=(report("r1"), report("r2", Status.DENIED), report("r3")))
    found = rates(tmp_path, ours, events=events)
    assert found["events_type_r"] == 1.0
    assert found["events_type_p"] == pytest.approx(2 / 3)


def test_what_is_not_required_costs_no_recall(tmp_path):
    """A gold event with that note may be missed."""
    optional = EVENT | {"id": "e2", "plover_type": "AID", "plover_alt": [], "note": "do not require it"}
    assert rates(tmp_path, record(), events=[EVENT, optional])["events_type_r"] == 1.0


def test_the_other_layers(tmp_path):
    """Found, and right in their details."""
    sentence = "Iran would answer, a spokesman said: “We shall not wait.”"
    found = rates(
        tmp_path,
        record(),
        actors=[{"canonical": "Canada", "country": "CAN"}, {"canonical": "France", "country": "FRA"}],
        dates=[{"id": "d1", "sent": SENTENCE, "text": "Monday", "value": "2018-06-11"}],
        quantities=[{"id": "n1", "sent": SENTENCE, "text": "four", "value": 4}],
        quotes=[{"id": "q1", "quote": "We shall not wait.", "speaker": "Iran"}],
        asks=[{"id": "k1", "sent": sentence, "outcome": "pending"}],
        levers=[{"id": "l1", "sent": SENTENCE, "holder": "Canada", "used": "no"}],
        strain=[{"id": "s1", "sent": SENTENCE, "sign": "-"}],
    )
    assert (found["actors_found"], found["actors_country"]) == (0.5, 1.0)
    assert (found["dates_value_f1"], found["quantities_value_f1"], found["quotes_speaker_r"]) == (1.0, 1.0, 1.0)
    assert (found["asks_outcome"], found["asks_answer"]) == (1.0, 1.0)
    assert (found["levers_holder"], found["levers_used"], found["strain_sign"]) == (1.0, 0.0, 1.0)
