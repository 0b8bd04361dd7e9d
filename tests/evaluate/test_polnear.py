"""The measures of PolNeAR."""

from pathlib import Path

from demarche.annotate.reading import Attribution, Reading
from demarche.evaluate.polnear import Marked, compare, outermost, predicted, read_gold, scores
from demarche.record import Article, Span
from tests.docs import doc_of, text_of


def test_reads_brat(tmp_path: Path) -> None:
    """Parts of a content are one content, and words are known by where they begin."""
    file = tmp_path / "a_b1.ann"
    file.write_text(
        "T1\tSource 0 2\tHe\nT2\tCue 3 7\tsaid\nT3\tContent 8 11\tyes\nE1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\n"
    )
    assert read_gold(file, "He said yes") == [Marked(source=frozenset({0}), cue=frozenset({3}), content=frozenset({8}))]


def test_overlap_and_exact() -> None:
    """One word in common is overlap; exact asks for all."""
    gold = [Marked(source=frozenset({0, 4}), cue=frozenset({9}))]
    found = [Marked(source=frozenset({4}), cue=frozenset({9})), Marked(source=frozenset({20}))]
    measures = scores(compare(gold, found))
    assert measures["source_exact_f1"] == 0.0
    assert measures["source_overlap_f1"] == 2 / 3
    assert measures["cue_exact_f1"] == 1.0


def test_offsets_count_the_published_text(tmp_path: Path) -> None:
    """Offsets behind a letter written in two characters point into the text as published."""
    file = tmp_path / "a_b1.ann"
    file.write_text("T1\tSource 0 5\tJose\u0301\nT2\tCue 6 10\tsaid\nE1\tAttribution:T9 Source:T1 Cue:T2\n")
    assert read_gold(file, "Jose\u0301 said yes") == [Marked(source=frozenset({0}), cue=frozenset({5}))]


def test_what_nests_is_not_measured() -> None:
    """An attribution whose cue stands in the content of another is left out."""
    outer = Marked(cue=frozenset({3}), content=frozenset({8, 12, 17}))
    inner = Marked(cue=frozenset({12}), content=frozenset({17}))
    assert outermost([outer, inner]) == [outer]


def test_a_sentence_that_goes_on_is_joined_to_the_last_of_its_source() -> None:
    """What has no cue is part of the last attribution of the same source, whatever stands between."""
    doc = doc_of("A says B . C says D . E".split())
    text = text_of(doc)
    article = Article(id="a", text=text, sha256="0")
    words = [Span.of(text, token.idx, token.idx + 1) for token in doc]
    says = [Span.of(text, token.idx, token.idx + 4) for token in doc if token.text == "says"]
    told = (
        Attribution(source=words[0], cue=says[0], content=words[2]),
        Attribution(source=words[4], cue=says[1], content=words[6]),
        Attribution(source=words[0], cue=None, content=words[8]),
    )
    reading = Reading(article=article, doc=doc, sentences=(), attributions=told)
    starts = [frozenset(word.start for word in (words[2], words[8])), frozenset({words[6].start})]
    assert [mark.content for mark in predicted(reading)] == starts
