"""Event coreference: what is read of the sets, and the arithmetic."""

import json

import pytest

from demarche.errors import UnknownFormat
from demarche.evaluate import event_corpora
from demarche.evaluate.events import Told, scored
from tests.merge.build import Act, seen

CAT = """<?xml version="1.0"?><Document doc_name="7">
<token number="0" sentence="0" t_id="1">Talks</token><token number="1" sentence="0" t_id="2">began</token>
<token number="2" sentence="0" t_id="3">.</token><token number="3" sentence="1" t_id="4">They</token>
<token number="4" sentence="1" t_id="5">failed</token>
<Markables>
<EVENT_MENTION m_id="10"><token_anchor t_id="1"/></EVENT_MENTION>
<EVENT_MENTION m_id="11"><token_anchor t_id="5"/></EVENT_MENTION>
<EVENT m_id="20" instance_id="TALKS1"/><EVENT m_id="21"/>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="30" value="2007-01-12"/>
</Markables><Relations>
<REFERS_TO r_id="1"><source m_id="10"/><target m_id="20"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="11"/><target m_id="21"/></REFERS_TO>
</Relations></Document>"""


def test_tokens_become_running_text():
    """Blanks go where print has them, and every token knows its place."""
    text, places = event_corpora.joined([["He", "did", "n't", "say", "(", "much", ")", "."], ["Why", "?"]])
    assert text == "He didn't say (much).\nWhy?"
    assert [text[a:b] for row in places for a, b in row] == "He did n't say ( much ) . Why ?".split()


def test_only_checked_sentences_of_ecb_count(tmp_path):
    """A mention in a sentence that the list leaves out is context."""
    rows = [(0, 0, "Talks"), (0, 1, "began"), (1, 0, "They"), (1, 1, "failed")]
    lines = "".join(f"3_1ecb\t{s}\t{n}\t{token}\t-\n" for s, n, token in rows)
    (tmp_path / "ECB_Dev_corpus.txt").write_text(lines)
    told = [
        {"doc_id": "3_1ecb", "sent_id": s, "tokens_number": [n], "coref_chain": chain}
        for s, n, chain in ((0, 0, "A"), (1, 1, "B"))
    ]
    (tmp_path / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(told))
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n3,1ecb,0\n")
    (article,) = event_corpora.read(tmp_path / "ECB_Dev_corpus.txt")
    assert (article.topic, article.text, article.published) == ("3", "Talks began\nThey failed", None)
    assert [(article.text[m.start : m.end], m.event) for m in article.marked] == [("Talks", "A")]


def test_events_of_meantime_are_instances(tmp_path):
    """An event without an instance of the whole set is one of its document."""
    (tmp_path / "corpus_x").mkdir()
    (tmp_path / "corpus_x" / "7.xml").write_text(CAT)
    (article,) = event_corpora.read(tmp_path)
    assert [(article.text[m.start : m.end], m.event) for m in article.marked] == [
        ("Talks", "TALKS1"),
        ("failed", "7#21"),
    ]
    assert (article.topic, str(article.published.first)) == ("corpus_x", "2007-01-12")


def test_other_files_are_refused(tmp_path):
    """A file or folder of another form is an error that says what is wanted."""
    (tmp_path / "x.txt").write_text("Dear diary")
    with pytest.raises(UnknownFormat):
        event_corpora.read(tmp_path / "x.txt")
    with pytest.raises(UnknownFormat):
        event_corpora.read(tmp_path)


def test_right_clusters_score_one_and_single_ones_less():
    """The gold's own clusters are right on every measure; single mentions have no link."""
    act = Act(sentence="Turkey met Syria.", trigger="met", type="CONSULT", source="TUR", target="SYR")
    told = [Told(topic="t", report=seen(f"a{n}", act)[0], lemma="meet", event=event) for n, event in enumerate("xxyz")]
    right = scored([told], lambda _: [[0, 1], [2], [3]])
    assert right == {"conll_f1": 1.0, "muc_f1": 1.0, "b3_f1": 1.0, "ceafe_f1": 1.0}
    assert scored([told], lambda _: [[0], [1], [2], [3]])["muc_f1"] == 0.0
