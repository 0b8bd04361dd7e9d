"""Coded sentences: what the gold says, how our reports are filed, and what counts as the same event."""

from __future__ import annotations

import json

import pytest

from demarche.errors import UnknownFormat
from demarche.evaluate import gsr
from demarche.evaluate.codings import Coded, Sentence, known_code, own_countries, read_plover, read_xml
from demarche.record import (
    Actor,
    ActorKind,
    Article,
    EventType,
    Party,
    Quad,
    Record,
    Report,
    Span,
    Status,
)

WORD = Span(start=0, end=3, text="Act")


def report(type_: str, sources: str = "USA", targets: str = "", *, trigger: str = "Act", mode=None, **others) -> Report:
    """Build a report between countries, divided by blanks."""
    made = {
        "id": "r1",
        "type": EventType(type_),
        "mode": mode,
        "contexts": (),
        "quad": Quad.VERBAL_COOPERATION,
        "scale": 0.0,
        "cameo": None,
        "goldstein": None,
        "trigger": Span(start=0, end=len(trigger), text=trigger),
        "sentence": WORD,
        "sources": tuple(Party(actor=f"a-{c}", mention=None, country=c) for c in sources.split()),
        "targets": tuple(Party(actor=f"a-{c}", mention=None, country=c) for c in targets.split()),
    }
    return Report(**{**made, **others})


def record(*reports: Report, actors: tuple[Actor, ...] = ()) -> Record:
    """Build a record of these reports."""
    return Record(article=Article(id="x", text="Act", sha256="0"), reports=reports, actors=actors)


def told(*reports: Report, actors: tuple[Actor, ...] = ()) -> set[tuple[str | None, str, str]]:
    """Return the events of a record as (type, codes of the source, codes of the target)."""
    found = gsr.answers(record(*reports, actors=actors), gsr.filed)
    return {(a.type, "|".join(sorted(a.source)), "|".join(sorted(a.target))) for a in found}


def rates(events: list[Coded], *reports: Report) -> tuple[float, float]:
    """Return strict precision and recall of reports against the events of one sentence."""
    sentence = Sentence(id="1", text="Act", date=None, events=tuple(events))
    found = gsr.measures([(sentence, gsr.answers(record(*reports), gsr.filed))])
    return found["strict_p"], found["strict_r"]


def test_plover_gold_is_read(tmp_path):
    """Old labels are mapped, several parties are several events, a recipient may be absent."""
    row = {"text": "A asks B.", "event": "DEMAND", "actor": [{"code": "USA"}, {"code": "GBR GOV"}], "recipient": None}
    (tmp_path / "x.json").write_text(json.dumps([row]))
    (sentence,) = read_plover(tmp_path / "x.json")
    assert [(e.type, e.source, e.target) for e in sentence.events] == [
        ("REQUEST", "USA", None),
        ("REQUEST", "GBR", None),
    ]


def test_records_may_stand_one_after_the_other(tmp_path):
    """Objects over several lines with words between them are read; broken ones are one error with its line."""
    row = {"text": "They met.", "event": "CONSULT", "actor": [{"code": "FRA"}, {"code": "DEU"}, {"code": "ITA"}]}
    text = f"# gold\n{json.dumps(row, indent=1)}\n\n{json.dumps({**row, 'text': 'Again.'})}\n"
    (tmp_path / "x.txt").write_text(text)
    first, second = read_plover(tmp_path / "x.txt")
    assert [(e.source, e.target) for e in first.events] == [("DEU", "FRA"), ("FRA", "ITA")]
    assert second.text == "Again."
    (tmp_path / "y.txt").write_text("{\n 'text': 1}")
    with pytest.raises(UnknownFormat, match=r"y\.txt:2"):
        list(read_plover(tmp_path / "y.txt"))


def test_petrarch_xml_is_read(tmp_path):
    """Date, text on one line, whence each side is; comments are no events; made-up codes have no type."""
    codings = (
        '<EventCoding sourcecode="FRAGOV" targetcode="DEU" eventcode="122"/>'
        '<EventCoding sourcecode="FRA" targetcode="---" eventcode="122"/>'
        '<EventCoding sourcecode="FRA" targetcode="DEU" eventcode="023"/>'
    )
    made_up = '<EventCoding sourcecode="FRA" targetcode="DEU" eventcode="903"/>'
    sentence = '<Sentence date="19950103" id="D-1">{}<Text>\nFrance blamed\nthem.\n</Text></Sentence>'
    (tmp_path / "x.xml").write_text(f"<V>{sentence.format(codings)}{sentence.format(made_up)}</V>")
    first, second = read_xml(tmp_path / "x.xml")
    assert (first.date, first.text, first.comments) == ("1995-01-03", "France blamed them.", 2)
    assert first.events == (Coded(type="ACCUSE", source="FRA", target="DEU"),)
    assert (first.typed, second.typed) == (True, False)


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("USA", "USA"),
        ("USAGOV", "USA"),
        ("USA GOV", "USA"),
        ("United States", "USA"),
        ("IGOUNO", "UN"),
        ("IGOEEU", "EU"),
        ("NGO", "NGO"),
        ("NGOFRA", "FRA"),
        ("PALREB", "PSE"),
        ("GOV", None),
        ("---GOV", None),
        (None, None),
    ],
)
def test_codes_of_actors(code, known):
    """Of a code of blocks the one that says whence the actor is counts, as our code."""
    assert known_code(code) == known


def test_made_up_actors_are_read_from_a_dictionary(tmp_path):
    """`+` adds a name, an indented line a code; a code of theirs for a country we know becomes ours."""
    (tmp_path / "a.txt").write_text(
        "ARNOR_  [ARN]\n+THE_NORTH_KINGDOM # late\n\nGOLLUM\n+SMEAGOL\n\t[HOB < 950601]\n\t[ORCGOV > 950601]\n\n"
        "NEW_ZEALAND [NZE]\nEUROPEAN_UNION [IGOEEU]\nFRANCE [FRA]\n"
    )
    made, ours = own_countries(tmp_path / "a.txt")
    assert made == {"ARN": ["Arnor", "North Kingdom"], "HOB": ["Gollum", "Smeagol"]}
    assert ours == {"ORC": "HOB", "NZE": "NZL"}


def test_what_is_no_event_in_a_data_set():
    """Acts without a doer, aid to nobody, and what is denied, imagined or proposed are left out."""
    assert (
        told(
            report("ACCUSE", "", "FRA"),
            report("AID", "USA"),
            report("ASSAULT", "USA", "IRQ", status=Status.DENIED),
            report("COERCE", "USA", "IRQ", status=Status.HYPOTHETICAL),
            report("MOBILIZE", "USA", "IRQ", status=Status.PROPOSED),
        )
        == set()
    )


@pytest.mark.parametrize(
    ("made", "type_"),
    [
        (report("AID", targets="FRA", status=Status.PLANNED), "AGREE"),
        (report("AID", targets="FRA", status=Status.DENIED), "REJECT"),
        (report("ASSAULT", targets="FRA", status=Status.THREATENED), "THREATEN"),
        (report("ASSAULT", targets="FRA", status=Status.PLANNED), "ASSAULT"),
        (report("RETREAT", targets="FRA"), "YIELD"),
        (report("AGREE", targets="FRA", trigger="signed a treaty"), "SUPPORT"),
        (report("COERCE", targets="FRA", trigger="naval blockade"), "ASSAULT"),
        (report("SANCTION", targets="FRA", mode="convict"), "ACCUSE"),
    ],
)
def test_reports_are_filed_as_the_records_are(made, type_):
    """Plans, refusals and threats go under the types of PLOVER's rules, some acts under their CAMEO root."""
    assert gsr.filed(made) == type_


def test_weis_counts_plans_as_deeds():
    """A planned visit is a visit there."""
    assert gsr.filed_in_weis(report("CONSULT", targets="FRA", status=Status.PLANNED)) == "CONSULT"


def test_of_those_who_meet_the_first_meets_the_others():
    """Each pair counts once, in whichever order and however often it is told."""
    assert told(report("CONSULT", "FRA DEU ITA"), report("CONSULT", "DEU", "FRA")) == {
        ("CONSULT", "DEU", "FRA"),
        ("CONSULT", "FRA", "ITA"),
    }


def test_a_party_is_known_by_territory_and_kind():
    """A group of a territory goes under both codes, a body of states also under IGO."""
    party = Party(actor="a-hamas", mention=None, country="HAMAS", base="PSE")
    nato = Actor(id="a-NATO", name="NATO", kind=ActorKind.IGO, country="NATO")
    made = report("ACCUSE", targets="NATO", sources="")
    (answer,) = gsr.answers(record(Report(**{**fields(made), "sources": (party,)}), actors=(nato,)), gsr.filed)
    assert (answer.source, answer.target) == ({"HAMAS", "PSE"}, {"NATO", "IGO"})


def fields(made: Report) -> dict[str, object]:
    """Return the fields of a report."""
    return {name: getattr(made, name) for name in Report.__dataclass_fields__}


def test_precision_and_recall_are_of_sets():
    """One event told twice counts once; a side that the gold leaves out fits anything; a wrong order does not."""
    blames = Coded(type="ACCUSE", source="USA", target="FRA")
    assert rates([blames], report("ACCUSE", "USA", "FRA"), report("ACCUSE", "USA", "FRA")) == (1.0, 1.0)
    assert rates([blames], report("ACCUSE", "FRA", "USA"), report("REJECT", "USA", "FRA")) == (0.0, 0.0)
    assert rates([Coded(type="ACCUSE", source="USA", target=None)], report("ACCUSE", "USA", "FRA")) == (1.0, 1.0)
    assert rates([blames, Coded(type="AGREE", source="FRA", target="USA")], report("AGREE", "USA", "FRA")) == (1.0, 0.5)


def test_made_up_types_count_for_pairs_alone():
    """A sentence whose code means nothing says nothing of types, and is counted as such."""
    sentence = Sentence(id="1", text="Act", date=None, events=(Coded(type=None, source="USA", target="FRA"),))
    found = gsr.measures([(sentence, gsr.answers(record(report("ACCUSE", "USA", "FRA")), gsr.filed))])
    assert (found["pair_f1"], found["strict_f1"], found["type_f1"]) == (1.0, 0.0, 0.0)
