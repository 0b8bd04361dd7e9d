"""The measures of PolNeAR."""

from pathlib import Path

from demarche.evaluate.polnear import Marked, compare, outermost, read_gold, scores


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
