"""The shipped tables are sound, and a user's folder adds to them or replaces rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from demarche import codebook
from demarche.codebook.tables import SHIPPED
from demarche.errors import CodebookError

BOOK = codebook.load()
KEYS = {
    "acts": 5,
    "cues": 3,
    "issues": 2,
    "levers": 2,
    "media": 2,
    "stance": 3,
    "damage": 3,
    "cameo": 1,
    "cameo_choice": 3,
    "sectors": 1,
}


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_no_row_stands_twice(name: str, keys: int) -> None:
    """The key of a row is the only one of its table."""
    lines = (SHIPPED / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    seen = [tuple(line.split("\t")[:keys]) for line in lines]
    assert len(seen) == len(set(seen))


def test_every_type_and_mode_has_words() -> None:
    """No type or mode of PLOVER is without an act entry."""
    have = {(entry.type, entry.mode) for entry in BOOK.acts}
    wanted = {(name, mode) for name, category in BOOK.plover.types.items() for mode in category.modes or (None,)}
    assert wanted <= have


def test_the_head_is_a_word_of_the_phrase() -> None:
    """The lemma by which an act entry is found stands in its phrase."""
    assert [entry for entry in BOOK.acts if entry.lemma not in entry.phrase] == []


def test_phrases_are_in_lower_case() -> None:
    """Phrases are compared in lower case, so they are written so."""
    for lexicon in (BOOK.acts, BOOK.cues, BOOK.issues, BOOK.levers, BOOK.media, BOOK.stances, BOOK.damage):
        assert [e.phrase for e in lexicon if any(word != word.lower() or not word for word in e.phrase)] == []


@pytest.mark.parametrize(
    ("phrase", "pos", "type_", "mode"),
    [
        ("expel diplomat", "verb", "SANCTION", "expel"),
        ("call off talk", "verb", "REJECT", "meet"),
        ("pull out of", "verb", "RETREAT", "withdraw"),
        ("call on", "verb", "REQUEST", None),
        ("bristle at", "verb", "ACCUSE", "disapprove"),
        ("defy", "verb", "REJECT", "yield"),
        ("cease-fire", "noun", "RETREAT", "ceasefire"),
        ("airstrike", "noun", "ASSAULT", "aerial"),
        ("veto", "noun", "REJECT", "yield"),
        ("critical of", "adj", "ACCUSE", None),
    ],
)
def test_act_words(phrase: str, pos: str, type_: str, mode: str | None) -> None:
    """Words of diplomacy and war have the category that they report."""
    assert (type_, mode) in {(entry.type, entry.mode) for entry in BOOK.acts.phrase(phrase, pos)}


@pytest.mark.parametrize(
    ("words", "original"),
    [
        ("White Home", "white house"),
        ("per week in the past", "a week ago"),
        ("at the similar time", "at the same time"),
        ("Overseas Minister", "foreign minister"),
        ("9 months in the past", "# months ago"),
    ],
)
def test_damaged_wordings(words: str, original: str) -> None:
    """A damaged wording gives the plain one among its readings."""
    (match, *_) = BOOK.damage.find(words.split())
    assert original in {" ".join(pair.original) for pair in match.entries}


def test_a_cue_sets_one_value() -> None:
    """Each cue tells of certainty, kind of source or status, never of two."""
    assert all(sum(v is not None for v in (c.certainty, c.source_kind, c.status)) == 1 for c in BOOK.cues)


def test_a_user_adds_and_replaces(tmp_path: Path) -> None:
    """A row of the user's with a known key replaces the shipped one, another is added."""
    (tmp_path / "issues.tsv").write_text("issue\tphrase\tweight\nwater\tdam\t0.1\nchess\tgambit\t1\n", encoding="utf-8")
    mine = codebook.load(tmp_path)
    assert {entry.issue: entry.weight for entry in mine.issues.get("dam")}["water"] == 0.1
    assert [entry.issue for entry in mine.issues.get("gambit")] == ["chess"]
    assert len(mine.issues) == len(BOOK.issues) + 1


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("acts", "zap\tverb\tASSAULT\tlaser\tsubj>obj\tzap\t\t0.5\t"),
        ("acts", "zap\tverb\tASSAULT\t\tsubj>dobj\tzap\t\t0.5\t"),
        ("acts", "zap\tverb\tASSAULT\t\tsubj>obj\tzap\t\t1.5\t"),
        ("acts", "zap\tverb\tASSAULT"),
    ],
)
def test_a_wrong_row_is_an_error_that_names_its_place(tmp_path: Path, name: str, row: str) -> None:
    """An unknown mode or frame, a weight above 1 or a short row stops the reading and says where."""
    header = "phrase\tpos\ttype\tmode\tframe\tlemma\tcontent\tweight\tneeds\n"
    (tmp_path / f"{name}.tsv").write_text(header + row + "\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"acts\.tsv:2"):
        codebook.load(tmp_path)


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    """A user's folder must exist."""
    with pytest.raises(CodebookError, match="no such folder"):
        codebook.load(tmp_path / "absent")
