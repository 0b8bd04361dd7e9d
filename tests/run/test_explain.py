"""How one sentence was understood: verdicts, sides, what rests on it, and the page that shows it."""

import json

import pytest

from demarche.cli import edge
from demarche.cli.sentence import page
from demarche.code import Coder
from demarche.code.status import Judge
from demarche.codebook import load
from demarche.errors import InputError
from demarche.record import Actor, ActorKind, Article
from demarche.record.codec import encode
from demarche.resolve import Resolution
from demarche.run import Pipeline
from demarche.run.explain import Explainer, offset_of
from demarche.run.explanation import Verdict
from tests.code.stubs import StubReading, mention, reading_of
from tests.code.trees import tree

EXPELLED = (
    "Ottawa/Ottawa/PROPN/nsubj/2 expelled/expel/VERB/root/0 the/the/DET/det/5 Iranian/Iranian/ADJ/amod/5 "
    "envoys/envoy/NOUN/obj/2 near/near/ADP/case/8 armed/armed/ADJ/amod/8 forces/force/NOUN/obl/2 ././PUNCT/punct/2"
)
TEXT = "Ottawa expelled the Iranian envoys near armed forces . "


def explainer(acts=None) -> Explainer:
    """One whose reader knows one sentence, in which Canada acts upon Iran."""
    doc = tree(EXPELLED)
    roles = {1: {0: 1, 4: 2}}
    reading = reading_of(doc, StubReading(len(doc), acts or {1: ("SANCTION", 0.9)}, roles=roles))
    actors = {
        f"a-{c.lower()}": Actor(id=f"a-{c.lower()}", name=c, kind=ActorKind.STATE, country=c) for c in ("CAN", "IRN")
    }
    mentions = (mention(0, "CAN"), mention(4, "IRN", first=2, last=5))
    book = load()
    pipeline = Pipeline(
        annotate=lambda _: reading,
        resolve=lambda _: Resolution(actors=actors, mentions=mentions),
        record=Coder(codebook=book).code,
    )
    return Explainer(pipeline=pipeline, codebook=book, judge=Judge(book))


@pytest.fixture
def seen():
    """The sentence explained."""
    return explainer().explain(Article(id="a", text=TEXT, sha256="0"), 3)


def trigger(seen, lemma):
    """The word that may report an act."""
    return next(t for t in seen.triggers if t.lemma == lemma)


def test_words_come_with_their_syntax_and_offsets(seen):
    """Numbers of heads count in the sentence; the root has none."""
    assert [(w.span.start, w.pos, w.label, w.head) for w in seen.words[:3]] == [
        (0, "PROPN", "nsubj", 1),
        (7, "VERB", "root", None),
        (16, "DET", "det", 4),
    ]


def test_a_kept_act_names_its_report_its_entry_and_its_sides(seen):
    """All that spoke for it stands together."""
    act = trigger(seen, "expel")
    assert (act.verdict, act.type, act.report) == (Verdict.KEPT, "SANCTION", "r1")
    assert [e.phrase for e in act.entries if e.taken] == ["expel envoy"]
    assert [(p.side, p.country, p.slot) for p in act.parties] == [
        ("source", "CAN", "source subj"),
        ("target", "IRN", "target obj"),
    ]
    assert act.status == "happened"


def test_a_discarded_phrase_is_named_where_it_bars_a_word():
    """A person who wonders why "forces" reports nothing finds the row."""
    seen = explainer({1: ("SANCTION", 0.9), 7: ("MOBILIZE", 0.9)}).explain(Article(id="a", text=TEXT, sha256="0"), 3)
    assert trigger(seen, "force").verdict is Verdict.BARRED
    assert "'armed forces' reports no act" in trigger(seen, "force").why


def test_a_faint_act_is_dropped_with_its_score():
    """The floor that it missed is given."""
    seen = explainer({1: ("SANCTION", 0.9), 4: ("AID", 0.3)}).explain(Article(id="a", text=TEXT, sha256="0"), 3)
    act = trigger(seen, "envoy")
    assert act.verdict in {Verdict.DROPPED, Verdict.MERGED}
    assert act.types[0].label == "AID"


def test_what_rests_on_the_sentence_is_listed(seen):
    """Reports stand there as in the record."""
    assert [r.id for r in seen.standing.reports] == ["r1"]


def test_the_page_fits_in_eighty_columns_and_holds_every_layer(seen):
    """Sentence, words, actors, acts, reports."""
    text = page(seen)
    assert max(map(len, text.splitlines())) <= 80
    for words in ("characters 0-54", "┌─", "a-can", "+ expelled (7-15)", "fills source subj", "report r1: SANCTION"):
        assert words in text


def test_an_explanation_is_json(seen):
    """Every value is plain."""
    assert json.loads(json.dumps(encode(seen)))["triggers"][0]["verdict"] == "kept"


@pytest.mark.parametrize(("where", "offset"), [("7", 7), ("expelled", 7)])
def test_a_place_is_an_offset_or_words(where, offset):
    """Nobody counts characters by hand."""
    assert offset_of(Article(id="a", text=TEXT, sha256="0"), where) == offset


@pytest.mark.parametrize("where", ["400", "no such words"])
def test_a_place_outside_the_article_is_an_error(where):
    """The message says what would be inside."""
    with pytest.raises(InputError, match="a: "):
        offset_of(Article(id="a", text=TEXT, sha256="0"), where)


def test_a_place_behind_the_last_sentence_is_an_error():
    """Debris and blanks are passed over, and the message says so."""
    with pytest.raises(InputError, match="no sentence was read at offset 55"):
        explainer().explain(Article(id="a", text=TEXT, sha256="0"), 55)


def test_the_command_explains_an_article(monkeypatch, capsys, tmp_path):
    """From a file to the page, and to JSON."""
    monkeypatch.setattr(Explainer, "load", classmethod(lambda _cls, _setup: explainer()))
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert edge.run(["explain", str(path), "--at", "expelled", "--published", "2018-06-11"]) == 0
    assert "+ expelled (7-15)" in capsys.readouterr().out
    assert edge.run(["explain", str(path), "--at", "3", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == 1
    assert edge.run(["explain", str(path), "--at", "3", "--id", "b"]) == 1
    assert "no article has the id 'b'" in capsys.readouterr().err
