"""The arithmetic of the evaluations, on answers made by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from demarche.annotate.reader import ACT_TYPES, MODES, STATUSES
from demarche.errors import InputError, UnknownFormat
from demarche.evaluate import SETS, as_json, conllu, ner, plv, ud
from demarche.evaluate.matching import Located, Tally, overlap, pairs, same_name
from demarche.evaluate.result import Evaluation, Measured, f1

CONLLU = """# text = They won't go.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_
2\two\twill\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\t_\t_\t0\troot\t_\t_
4.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_

"""


def test_conllu_leaves_out_ranges_and_empty_nodes(tmp_path):
    """Only syntactic words count, and heads count from 0."""
    (tmp_path / "x.conllu").write_text(CONLLU)
    ((they, will, not_, go),) = conllu.read(tmp_path / "x.conllu")
    assert (they.form, they.head, will.form, not_.head, go.head) == ("They", 3, "wo", 3, -1)


def test_other_files_are_refused(tmp_path):
    """A file of another form is one error with its line."""
    (tmp_path / "x.txt").write_text("Dear diary\n")
    with pytest.raises(UnknownFormat, match=r"x\.txt:1"):
        list(conllu.read(tmp_path / "x.txt"))
    with pytest.raises(InputError):
        conllu.text_of(tmp_path / "nowhere")


def test_syntax_compares_labels_without_subtypes(tmp_path):
    """A wrong head costs UAS and LAS, a subtype costs nothing."""
    (tmp_path / "x.conllu").write_text(CONLLU)
    (gold,) = conllu.read(tmp_path / "x.conllu")
    found = SimpleNamespace(
        upos=["PRON", "VERB", "PART", "VERB"], heads=[3, 3, 1, -1], deprels=["nsubj:pass", "aux", "advmod", "root"]
    )
    assert ud.measures([(gold, found)]) == {"upos": 0.75, "uas": 0.75, "las": 0.75}


def test_names_of_bio_tags():
    """B begins, I goes on, an I after nothing begins too."""
    tags = ["B-PER", "I-PER", "O", "I-LOC", "B-LOC", "B-ORG", "I-LOC"]
    assert ner.spans(tags) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC"), (5, 6, "ORG"), (6, 7, "LOC")]


@pytest.mark.parametrize(
    "text",
    ["Paris B-LOC\nfell O\n\nBonn B-LOC\n", "1\tParis\tB-LOC\t-\n2\tfell\tO\t-\n\n1\tBonn\tB-LOC\t-\n"],
)
def test_tagged_files_of_both_forms(text, tmp_path):
    """Two columns, or number, word, tag."""
    (tmp_path / "x").write_text(f"# sent_id = 1\n{text}")
    assert list(ner.read(tmp_path / "x")) == [(["Paris", "fell"], ["B-LOC", "O"]), (["Bonn"], ["B-LOC"])]


def test_a_mapping_of_classes():
    """Pairs with `=`, and nothing else."""
    assert ner.classes("politician=PER, country=LOC") == {"politician": "PER", "country": "LOC"}
    with pytest.raises(InputError):
        ner.classes("politician")


def test_marks_say_which_words_are_the_pair():
    """The marks themselves are no words, even where they touch one."""
    found = plv.marked("<s>The Army (LNA) </s>agreed to free <t>U.S. hostages</t>.")
    assert [found.words[i] for i in found.source] == ["The", "Army", "(", "LNA", ")"]
    assert [found.words[i] for i in found.target] == ["U.S.", "hostages"]
    assert "agreed" in found.words


def chances(mode, status):
    """Chances that are all of one mode with one status."""
    scores = np.zeros((len(MODES), len(STATUSES)), np.float32)
    scores[MODES.index(mode), STATUSES.index(status)] = 0.1
    return scores


@pytest.mark.parametrize(
    ("mode", "status", "root"),
    [
        ("CONSULT", "planned", "AGREE"),
        ("CONSULT", "happened", "CONSULT"),
        ("CONSULT", "denied", "REJECT"),
        ("RETREAT", "planned", "AGREE"),
        ("RETREAT", "happened", "YIELD"),
        ("CONCEDE", "happened", "YIELD"),
        ("ASSAULT", "threatened", "THREATEN"),
        ("ASSAULT", "denied", "ASSAULT"),
        ("SANCTION", "planned", "COERCE"),
        ("SANCTION/discontinue", "happened", "SANCTION"),
        ("SANCTION/convict", "happened", "ACCUSE"),
        ("AGREE", "happened", "AGREE"),
    ],
)
def test_acts_in_the_conventions_of_plv(mode, status, root):
    """What is to come is a promise, refused cooperation a refusal; a threat is no deed; sanctions coerce (163)."""
    assert plv.root(chances(mode, status)) == root


def test_to_sign_is_to_support():
    """CAMEO 057."""
    assert plv.root(chances("AGREE", "happened"), {"AGREE": ("signed",)}) == "SUPPORT"


def test_two_readings_count_alike():
    """The one that is shown the pair takes the status from the other, and `none` is no answer."""
    relation = np.zeros(len(ACT_TYPES), np.float32)
    relation[0], relation[ACT_TYPES.index("AID")] = 0.9, 0.1
    scores = plv.mixed(relation, chances("AID", "planned"))
    assert scores[MODES.index("AID"), STATUSES.index("planned")] == pytest.approx(1.0)
    assert plv.mixed(relation, np.zeros_like(scores))[MODES.index("AID"), 0] == pytest.approx(0.5)


def test_macro_f1_is_the_mean_over_the_classes_of_the_gold():
    """A class that only the answers have lowers precision, and is no class of its own."""
    assert plv.macro_f1(["A", "A", "B"], ["A", "C", "B"]) == pytest.approx((2 / 3 + 1) / 2)


def test_f1():
    """Nothing asked and nothing answered is 0."""
    assert (f1(0, 0, 0), f1(1, 2, 2)) == (0.0, 0.5)


def test_pairs_are_as_many_as_there_can_be():
    """A greedy choice does not take the only partner of another."""
    fits = {("a", 1), ("a", 2), ("b", 1)}
    assert sorted(pairs(["a", "b"], [1, 2], lambda g, a: (g, a) in fits)) == [(0, 1), (1, 0)]


def test_words_are_found_white_space_aside():
    """A line end inside the gold's words does not matter."""
    assert Located("He said\n so.")("said so") == (3, 11)
    assert Located("He said so.")("sang") is None
    assert not overlap((0, 3), (3, 5))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Antony J. Blinken", "Blinken", True), ("Israel", "Iran", False), (None, None, True), (None, "Iran", False)],
)
def test_names_of_one_actor(a, b, same):
    """The last word decides, and nobody is nobody."""
    assert same_name(a, b) is same


def test_rates_and_their_f1():
    """Precision and recall of one name give its F1; what was never asked has no rate."""
    tally = Tally()
    tally.add("dates_p", 1, 2)
    tally.add("dates_r", 1, 1)
    tally.add("quotes_p", 0, 0)
    assert dict(tally.rates()) == pytest.approx({"dates_p": 0.5, "dates_r": 1.0, "dates_f1": 2 / 3})


def test_the_published_shape_of_a_measurement():
    """Keys are stable, measures are fractions rounded to four places."""
    measured = Measured(
        evaluation=Evaluation(name="ud", path="x", items=2, measures={"uas": 0.91239}, words=30),
        seconds=2.0,
        machine="a machine",
        model="abc",
    )
    assert as_json(measured) == {
        "name": "ud",
        "path": "x",
        "items": 2,
        "measures": {"uas": 0.9124},
        "seconds": 2.0,
        "words_per_second": 15.0,
        "machine": "a machine",
        "model": "abc",
        "notes": [],
    }


def test_every_evaluation_of_the_contract_has_a_name():
    """The names in docs/evaluation.md are the names of the command."""
    names = "record plv gsr tempeval3 polnear ner ud coref places copies events timelines speed".split()
    assert list(SETS) == names
