"""The reader's runtime, with a session that answers as it is told; the model itself is not loaded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from demarche.annotate import reader as runtime
from demarche.annotate import windows
from demarche.annotate.pieces import CASES, case_of, cases_of, encode
from demarche.annotate.reader import ACT_TYPES, DEPRELS, MODES, NAME_TAGS, ROLES, STATUSES, UPOS, Reader
from demarche.annotate.trees import best_tags, may_follow, tree
from demarche.errors import ModelError

WIDTH = 3


class Letters:
    """Word pieces without a vocabulary: one piece for each letter."""

    first, last, unknown = 1, 2, 3

    def of(self, word: str) -> tuple[int, ...]:
        """Code points."""
        return tuple(ord(c) for c in word)


class Encoder:
    """Gives every piece a vector that says where it stands in its row."""

    def __init__(self):
        self.batches = []

    def run(self, names, feed):
        """Answer, and remember what was fed."""
        self.batches.append(feed)
        rows, pieces = feed["pieces"].shape
        return [np.tile(np.arange(pieces, dtype=np.float32)[None, :, None], (rows, 1, WIDTH))]


class Heads:
    """Says that each word hangs on the one before it, is a NOUN, and bears no name and no act."""

    widths: ClassVar = {
        "upos": len(UPOS),
        "names": len(NAME_TAGS),
        "acts": len(ACT_TYPES),
        "modes": len(MODES),
        "status": len(STATUSES),
    }

    def run(self, names, feed):
        """Answer."""
        return [self.output(name, feed["words"]) for name in names]

    def output(self, name, words):
        """Scores of one output; an arc scores the less the farther the head is from the place before the child."""
        place = words[:, 0]
        if name == "arc_child":
            return np.stack([2 * (place - 1), -np.ones(len(words))], axis=1)
        if name == "arc_head":
            return np.stack([place, place**2], axis=1)
        out = np.zeros((len(words), self.widths.get(name, WIDTH)), dtype=np.float32)
        out[:, UPOS.index("NOUN") if name == "upos" else 0] = 1
        return out


class Arcs:
    """The product itself."""

    def run(self, names, feed):
        """Answer."""
        return [feed["child"] @ feed["head"].T]


class Labels:
    """Gives every arc every label alike."""

    def run(self, names, feed):
        """Answer."""
        return [np.zeros((len(feed["child"]), len(DEPRELS)), dtype=np.float32)]


class Relation:
    """Sees nothing between any two."""

    def run(self, names, feed):
        """Answer."""
        return [np.zeros((len(feed["hidden"]), len(ACT_TYPES)), dtype=np.float32)]


@pytest.fixture
def reader():
    """A reader without weights."""
    role = np.zeros((WIDTH + 1, len(ROLES) * (WIDTH + 1)), dtype=np.float32)
    sessions = runtime.Sessions(Encoder(), Heads(), Arcs(), Labels(), Relation())
    return Reader(sessions=sessions, pieces=Letters(), role_weights=role)


def chances(**rows):
    """Act types of words, each with its chances."""
    return np.array([[row.get(kind, 0.0) for kind in ACT_TYPES] for row in rows.values()], dtype=np.float32)


def reading(act_types):
    """A reading of nothing but acts; every word has even chances of each role."""
    words = len(act_types)
    vectors = np.eye(1, WIDTH + 1, WIDTH, dtype=np.float32).repeat(words, axis=0)
    return runtime.SentenceReading(
        upos=["NOUN"] * words,
        heads=np.arange(-1, words - 1),
        deprels=["dep"] * words,
        names=[],
        act_types=act_types,
        modes=np.zeros((words, len(MODES)), dtype=np.float32),
        status=np.full((words, len(STATUSES)), 1 / len(STATUSES), dtype=np.float32),
        trigger_vectors=vectors,
        party_vectors=vectors,
        role_weights=np.zeros((WIDTH + 1, len(ROLES) * (WIDTH + 1)), dtype=np.float32),
    )


def test_case_is_told_by_letters():
    """A word's class follows from its letters alone."""
    words = ["talks", "Paris", "UN", "McGill", "2024", "-", "A"]

    assert [CASES[case_of(w)] for w in words] == [
        "lower",
        "title",
        "upper",
        "mixed",
        "digit",
        "mark",
        "letter",
    ]


def test_the_first_capital_says_less():
    """A capital at the start of a sentence, after marks too, has a class of its own."""
    assert [CASES[c] for c in cases_of(["“", "Talks", "in", "Paris"])] == [
        "mark",
        "title-first",
        "lower",
        "title",
    ]


def test_a_headline_is_seen():
    """Where most longer words are capitalised, a capital is no sign of a name."""
    cases = [CASES[c] for c in cases_of(["Iran", "Seizes", "Greek", "Tanker"])]

    assert cases == ["title-headline"] * 4


def test_pieces_line_up_with_words():
    """Every word knows its first piece; place 0 is the whole sentence."""
    assert encode(["ab", "c"], Letters()) == ([1, 97, 98, 99, 2], [0, 0, 0, 0, 0], [0, 1, 3])


def test_a_cycle_is_broken_by_the_best_tree():
    """Two words that would each head the other become a tree with one root."""
    scores = np.array([[1, 0, 9, 0], [0, 9, 0, 0], [2, 0, 5, 0]], dtype=np.float32)

    assert tree(scores).tolist() == [-1, 0, 1]


def test_there_is_one_root():
    """Of two words that would be roots, the tree keeps the better."""
    assert tree(np.array([[9, 0, 1], [8, 7, 0]], dtype=np.float32)).tolist() == [-1, 0]


def test_every_tree_is_a_tree():
    """From any scores comes a tree: one root, and every word reaches it."""
    rng = np.random.default_rng(0)
    for words in range(1, 12):
        heads = tree(rng.normal(size=(words, words + 1)).astype(np.float32))
        depths = [0] * words
        for word in range(words):
            at = word
            while at >= 0:
                at = heads[at]
                depths[word] += 1
                assert depths[word] <= words
        assert (heads == -1).sum() == 1


class Placed(Heads):
    """Says of each head of an arc where it stands."""

    def output(self, name, words):
        """Scores of one output."""
        return words if name == "label_head" else super().output(name, words)


class Second(Labels):
    """Knows how arcs from the second word are labelled, and of no others."""

    def run(self, names, feed):
        """Answer."""
        (scores,) = super().run(names, feed)
        scores[feed["head"][:, 0] == 2, 0] = 20
        return [scores]


def test_of_rival_heads_one_with_a_sure_label_wins(reader):
    """The fourth word hangs on the second, not on the third before it, since only that arc has a label of its own."""
    words = [["a", "b", "c", "d"]]
    before = reader.read(words)[0].heads
    reader.sessions = reader.sessions._replace(heads=Placed(), labels=Second())

    assert (before[3], reader.read(words)[0].heads[3]) == (2, 1)


def test_a_name_is_never_broken():
    """The best row of tags that may stand is chosen where the best tags alone may not."""
    tags = ["O", "B-PER", "I-PER", "E-PER", "S-PER"]
    scores = np.log(np.array([[0.1, 0.6, 0.1, 0.1, 0.1], [0.5, 0.02, 0.02, 0.44, 0.02]], dtype=np.float32))

    assert best_tags(scores, may_follow(tags)) == [1, 3]


def test_nothing_gives_nothing(reader):
    """No sentences, and a sentence without words, are read without error."""
    assert reader.read([]) == []
    assert reader.read([[]])[0].upos == []
    assert reader.read([[]])[0].act_types.shape == (0, len(ACT_TYPES))


def test_sentences_come_back_in_order(reader):
    """Sentences are read by length and given back as they came."""
    read = reader.read([["a"] * 5, [], ["b"], ["c"] * 3])

    assert [len(one.upos) for one in read] == [5, 0, 1, 3]
    assert read[0].heads == [-1, 0, 1, 2, 3]
    assert read[0].deprels[0] == "root"
    assert "root" not in read[0].deprels[1:]


def test_a_long_sentence_is_read_in_windows(reader):
    """However long a sentence is, every word is read and the tree has one root."""
    read = reader.read([["word"] * 500])[0]

    assert len(read.upos) == len(read.deprels) == len(read.act_types) == 500
    assert read.heads.count(-1) == 1
    assert max(feed["pieces"].shape[1] for feed in reader.sessions.encoder.batches) <= windows.PIECES_A_WINDOW + 2


def test_batches_are_cut_where_the_lengths_jump(reader):
    """Short sentences are not padded to a long one, and one run is not spent on each of some that are alike."""
    reader.read([["a"] * n for n in (40, 3, 41, 4, 3)])

    assert sorted(feed["pieces"].shape for feed in reader.sessions.encoder.batches) == [(2, 43), (3, 6)]


def test_no_batch_outgrows_the_cache_but_a_window_alone(reader):
    """Whatever is read, a batch of several windows holds at most so many pieces with its padding."""
    reader.read([["a"] * n for n in range(1, 60)] + [["b"] * 300])

    shapes = [feed["pieces"].shape for feed in reader.sessions.encoder.batches]
    assert all(rows == 1 or rows * pieces <= windows.PIECES_A_BATCH for rows, pieces in shapes)
    assert sum(rows for rows, _ in shapes) == 60


def test_words_of_many_pieces_do_not_stop_the_windows(reader):
    """Windows move on even where words are so long that few fit."""
    assert len(reader.read([["abcdefghijkl"] * 300])[0].upos) == 300


def test_source_and_target_are_marked(reader):
    """The second pass sees which words are the source and which the target."""
    reader.relate([(["us", "hit", "them"], [0], [2])])

    kinds = reader.sessions.encoder.batches[-1]["kinds"][0].tolist()
    size = len(CASES)
    assert kinds == [0, size, size, 0, 0, 0, 2 * size, 2 * size, 2 * size, 2 * size, 0]


def test_a_long_sentence_is_related_near_its_parties(reader):
    """Of a sentence that is too long, the words around source and target are kept."""
    words = ["word"] * 300 + ["us", "hit", "them"]

    assert reader.relate([(words, [300], [302])]).shape == (1, len(ACT_TYPES))
    kinds = reader.sessions.encoder.batches[-1]["kinds"][0]
    assert (kinds >= len(CASES)).sum() == 6


def test_triggers_are_runs_of_one_type():
    """Neighbouring words of one type are one trigger; its word is the surest."""
    found = reading(
        chances(paid={"CONSULT": 0.7, "none": 0.3}, visit={"CONSULT": 0.9, "none": 0.1}, then={"none": 1.0})
    ).triggers()

    assert [(t.first, t.last, t.word, t.type) for t in found] == [(0, 2, 1, "CONSULT")]


def test_a_pair_takes_the_best_trigger():
    """What one party does to the other is the likeliest act that may link them."""
    relation = reading(chances(a={"none": 1.0}, hit={"ASSAULT": 0.9, "none": 0.1}, b={"none": 1.0})).pair([0], [2])

    assert relation.sum() == pytest.approx(1)
    assert ACT_TYPES[1:][relation[1:].argmax()] == "ASSAULT"


def test_a_pair_has_modes_and_status():
    """The chances of a pair by status and by mode add up to those of its types."""
    one = reading(chances(hit={"ASSAULT": 0.8, "none": 0.2}))
    assault = [i for i, mode in enumerate(MODES) if mode.startswith("ASSAULT")]
    one = replace(one, modes=np.full((1, len(MODES)), 1 / len(MODES), dtype=np.float32))

    assert one.pair_acts([], []).sum() == pytest.approx(0.8)
    assert one.pair_modes([], [])[assault].sum() == pytest.approx(0.8, rel=1e-3)


def test_absent_weights_are_named(tmp_path: Path):
    """Weights that are not there raise an error that names the folder."""
    with pytest.raises(ModelError, match=str(tmp_path)):
        Reader.load(tmp_path)
