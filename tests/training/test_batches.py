"""Sentences become the numbers that the losses expect."""

from __future__ import annotations

import random

import pytest

torch = pytest.importorskip("torch")

from training.batches import IGNORED, TAG_ID, batches, bioes, collate, pair_row, row  # noqa: E402
from training.corpora import Sentence, spans  # noqa: E402
from training.labels import ACT_TYPES, ROLES  # noqa: E402
from training.measure import decode  # noqa: E402
from training.pairs import pairs, related  # noqa: E402
from training.sentences import Act  # noqa: E402


class Letters:
    """Word pieces without a vocabulary: one piece for each letter."""

    first, last, unknown = 1, 2, 3

    def of(self, word):
        """Code points."""
        return tuple(ord(c) for c in word)


HIT = Act(
    kind="ASSAULT",
    mode="",
    status="happened",
    trigger=(1, 2),
    sources=((0, 1),),
    targets=((2, 3),),
    others=(),
)
SENTENCE = Sentence(words=("Us", "hit", "them", "."), names=((0, 1, "ORG"),), acts=(HIT,))


def test_names_go_there_and_back():
    """Tags of names decode to the same names; words of an unknown class are ignored."""
    names = ((0, 1, "PER"), (2, 5, "LOC"))

    assert decode(bioes(6, names)) == set(names)
    assert bioes(3, ((1, 2, "?"),)) == [0, IGNORED, 0]


def test_bio_tags_become_names():
    """A new B, another class and an O each end a name; classes without a counterpart are left out."""
    tags = ["B-x", "B-x", "I-x", "I-y", "O", "B-z"]

    assert spans(tags, {"x": "PER", "y": "ORG"}) == ((0, 1, "PER"), (1, 3, "PER"), (3, 4, "ORG"))


def test_acts_label_triggers_and_parties():
    """The trigger bears the type; every word has its part in that act."""
    numbers = row(SENTENCE, Letters(), {})

    assert numbers.acts == [0, ACT_TYPES.index("ASSAULT"), 0, 0]
    assert numbers.roles == ((2, [ROLES.index("source"), 0, ROLES.index("target"), 0]),)
    assert numbers.tags == [TAG_ID["S-ORG"], 0, 0, 0]
    assert numbers.heads == [IGNORED] * 4


def test_batches_hold_every_row_once():
    """Rows are grouped by length, none lost, none twice."""
    rows = [row(Sentence(words=("a",) * n), Letters(), {}) for n in (3, 1, 9, 2)]
    groups = list(batches(rows, 12, random.Random(1)))  # noqa: S311

    assert sorted(len(r.upos) for group in groups for r in group) == [1, 2, 3, 9]


def test_the_root_has_a_place_in_each_row():
    """Labels start with an ignored place for the root; shorter rows are ignored to the end."""
    batch = collate([row(SENTENCE, Letters(), {}), row(Sentence(words=("a",)), Letters(), {})])

    assert batch.acts.tolist()[0][:2] == [IGNORED, 0]
    assert batch.acts.tolist()[1] == [IGNORED] * 5
    assert (batch.role_rows.tolist(), batch.role_places.tolist()) == ([0], [2])


def test_pairs_are_ordered():
    """What one does to the other is not what the other does."""
    assert related((HIT,)) == {((0, 1), (2, 3)): {"ASSAULT": 1.0}}
    assert ((2, 3), (0, 1), {}) in pairs(SENTENCE, random.Random(1))  # noqa: S311


def test_a_pair_is_marked():
    """Source and target are told by the classes of their pieces; a party may be absent."""
    marked = pair_row(SENTENCE.words, (0, 1), None, {"ASSAULT": 1.0}, Letters())

    assert [k // 10 for k in marked.kinds] == [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert marked.types[ACT_TYPES.index("ASSAULT")] == 1.0
