"""Each corpus is read into the one shape of sentence."""

from __future__ import annotations

import json
import random

from training import corpora
from training.corpora import Sentence
from training.noise import Noise

TREE = """# sent_id = a-1
1	President	president	NOUN	NN	_	2	nmod	_	Entity=(1-person
2	Ruto	Ruto	PROPN	NNP	_	3	nsubj	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	the	the	DET	DT	_	7	det	_	Entity=(2-organization
5-6	Red-Cross	_	_	_	_	_	_	_	_
5	University	university	PROPN	NNP	_	3	obj	_	_
6	of	of	ADP	IN	_	7	case	_	_
7	Nairobi	Nairobi	PROPN	NNP	_	5	nmod	_	Entity=(3-place)2)
8	for	for	ADP	IN	_	9	case	_	_
9	Google	Google	PROPN	NNP	_	3	obl	_	_
"""


def test_trees_are_read_without_ranges(tmp_path):
    """Words of a CoNLL-U file come with their heads; lines of joined words do not count."""
    path = tmp_path / "a.conllu"
    path.write_text(TREE)
    ((key, tree, _),) = corpora.conllu(path)

    assert key == "a-1"
    assert tree.words[4:6] == ("University", "of")
    assert tree.heads == (2, 3, 0, 7, 3, 7, 5, 9, 3)


def test_entities_become_names(tmp_path):
    """The capitalised run round the head is the name, without title; an unmarked proper noun is unknown."""
    path = tmp_path / "a.conllu"
    path.write_text(TREE)
    (sentence,) = corpora.gum([path])

    assert sentence.names == ((1, 2, "PER"), (4, 7, "ORG"), (8, 9, "?"))
    assert not sentence.has_misc


def test_two_columns_become_names(tmp_path):
    """Tags are mapped to our classes."""
    path = tmp_path / "a.txt"
    path.write_text("Labour\tB-politicalparty\nwon\tO\n\nParis\tB-location\n")

    assert [s.names for s in corpora.politics(path)] == [((0, 1, "ORG"),), ((0, 1, "LOC"),)]


def test_re3d_names_lose_articles_and_titles(tmp_path):
    """Marked spans are names where they are capitalised; other capitals are unknown."""
    text = "The Prime Minister Haider met the Kurdish YPG near Mosul today."
    spans = [("Person", "The Prime Minister Haider"), ("Organisation", "the Kurdish YPG")]
    rows = [
        {"documentId": "1", "begin": text.index(part), "end": text.index(part) + len(part), "type": kind}
        for kind, part in spans
    ]
    (tmp_path / "entities.json").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "documents.json").write_text(json.dumps({"_id": "1", "text": text}))
    (sentence,) = corpora.re3d(tmp_path)

    assert [(sentence.words[a:b], kind) for a, b, kind in sentence.names] == [
        (("Prime", "Minister"), "?"),
        (("Haider",), "PER"),
        (("Kurdish", "YPG"), "ORG"),
        (("Mosul",), "?"),
    ]


def test_swapped_names_keep_their_length():
    """Names are swapped for others of their class and length, the same name for the same."""
    sentence = Sentence(words=("Oslo", "and", "Oslo"), names=((0, 1, "LOC"), (2, 3, "LOC")))
    noise = Noise(pool={("LOC", 1): [("Lima",)]}, rng=random.Random(3))  # noqa: S311
    seen = {noise(sentence).words for _ in range(60)}

    assert ("Lima", "and", "Lima") in seen
    assert all(len(words) == 3 for words in seen)
