"""A user's folder over the shipped tables: adds, replaces, switches off; every fault names its place and remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from demarche import codebook
from demarche.cli import edge
from demarche.codebook.world import World
from demarche.errors import CodebookError

HOW_TO = Path(__file__).parents[2] / "docs/how-to"
EXAMPLE = HOW_TO / "example-codebook"
PAGE = (HOW_TO / "extend-the-codebook.md").read_text(encoding="utf-8")
ACTS = "phrase\tpos\ttype\tmode\tframe\tweight\n"


def write(folder: Path, name: str, text: str) -> Path:
    """A folder with one table."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_example_of_the_docs_does_what_they_say() -> None:
    """Modes, words, bodies and issues are there; what it switches off is gone; the rest stays."""
    book = codebook.load(EXAMPLE)
    assert book.plover.score("SANCTION", "tariff") == -4.5
    assert book.plover.score("SANCTION", "expel") == -5.5
    assert book.plover.cameo_for("ACCUSE", "dispute").code == "115"
    assert [e.mode for e in book.acts.phrase("slap duty", "verb")] == ["tariff"]
    assert book.acts.phrase("slap duty", "verb")[0].lemma == "slap"
    assert book.acts.phrase("anti-dumping duty", "noun")[0].lemma == "duty"
    assert book.acts.phrase("tariff", "noun") == ()
    assert book.acts.phrase("expel", "verb")
    assert [e.issue for e in book.issues.get("countervailing duty")] == ["trade remedies"]
    assert book.world.organisation("Appellate Body").country == "WTO"
    assert book.world.holders("Azevêdo")[0].country == "WTO"


def test_the_docs_print_the_example_as_it_is() -> None:
    """What a reader copies from the page is what was tested."""
    for name in ("acts.tsv", "plover.yaml"):
        assert (EXAMPLE / name).read_text(encoding="utf-8").strip() in PAGE


def test_the_commands_of_the_page_that_need_no_article_run(monkeypatch, capsys) -> None:
    """`codebook` and `info` with the example folder."""
    monkeypatch.chdir(HOW_TO.parents[1])
    commands = [
        line.split()[1:] for line in PAGE.splitlines() if re.match(r"demarche .*docs/how-to/example-codebook", line)
    ]
    assert [edge.run(command) for command in commands] == [0, 0]
    out = capsys.readouterr().out
    assert "SANCTION,tariff,4,-4.5,163," in out
    assert re.search(r"example-codebook [0-9a-f]{8}", out)


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    """Cells go by the names in the first line."""
    write(tmp_path, "issues.tsv", "weight\tissue\tphrase\n1\tchess\tgambit\n")
    assert [(e.issue, e.weight) for e in codebook.load(tmp_path).issues.get("gambit")] == [("chess", 1.0)]


def test_of_two_rows_on_the_same_words_the_users_is_found_first(tmp_path: Path) -> None:
    """Who adds a body under a known name means theirs."""
    write(tmp_path, "organisations.tsv", "id\tname\tkind\tcountry\nmine\tNATO\tcompany\tLUX\n")
    assert codebook.load(tmp_path).world.organisation("NATO").id == "mine"


def test_a_row_of_the_world_is_switched_off_by_its_cells(tmp_path: Path) -> None:
    """The same mark in every table."""
    write(tmp_path, "organisations.tsv", "id\tname\n!hamas\n")
    assert World.load(tmp_path).organisation("Hamas") is None


def test_a_mode_is_added_and_one_taken_away(tmp_path: Path) -> None:
    """YAML is merged key by key; null takes away."""
    write(
        tmp_path,
        "plover.yaml",
        "types:\n  RETREAT:\n    modes: {pause: 3, resign: null}\ncontexts:\n  human_rights: null\n",
    )
    write(tmp_path, "acts.tsv", "phrase\tpos\ttype\tmode\n!\t\tRETREAT\tresign\n")
    book = codebook.load(tmp_path)
    assert book.plover.types["RETREAT"].modes.get("pause") == 3
    assert "resign" not in book.plover.types["RETREAT"].modes


@pytest.mark.parametrize(
    ("name", "text", "where", "words"),
    [
        ("acts.tsv", ACTS + "zap\tverb\tASSAULT\tlaser\tsubj>obj\t0.5\n", ":2", "its modes are"),
        ("acts.tsv", ACTS + "% so\n\nzap\tverb\tATTACK\t\tsubj>obj\t0.5\n", ":4", "type 'ATTACK' is none of AGREE"),
        ("acts.tsv", ACTS + "zap\tvreb\tASSAULT\t\tsubj>obj\t0.5\n", ":2", "pos 'vreb' is none of verb, noun, adj"),
        ("acts.tsv", ACTS + "zap\tverb\tASSAULT\t\tsubj>obj\thigh\n", ":2", "weight 'high' is no number from 0 to 1"),
        ("acts.tsv", ACTS + "!no such phrase\n", ":2", "switches off no row"),
        ("acts.tsv", ACTS + "!\n", ":2", "switches off no row"),
        ("acts.tsv", "phrase\tkind\n", ":1", "no column 'kind' in this table; the columns are phrase, pos"),
        ("act.tsv", ACTS, "", "no table has this name; the tables are acts.tsv"),
        (
            "cues.tsv",
            "phrase\tfamily\tkind\tvalue\tfactive\tweight\nx\tstatus\tplan\tmaybe\t\t1\n",
            ":2",
            "value 'maybe'",
        ),
        ("organisations.tsv", "id\tname\tkind\nx\tX\tclub\n", ":2", "'club'"),
        ("plover.yaml", "types:\n  TRADE:\n    quad: 1\n", ":2", "type 'TRADE' is none of AGREE"),
        ("plover.yaml", "types:\n  COERCE:\n    modes: {arrest: 40}\n", ":2", "a score is no number from -10 to 10"),
        ("plover.yaml", "types:\n  COERCE: [1\n", ":3", "this is no YAML"),
        ("plover.yaml", "modes:\n  a: 1\n", ":1", "no section 'modes'"),
    ],
)
def test_a_fault_names_file_line_and_remedy(tmp_path: Path, name: str, text: str, where: str, words: str) -> None:
    """Nobody searches for a fault in a table of a thousand rows."""
    write(tmp_path, name, text)
    with pytest.raises(CodebookError) as caught:
        codebook.load(tmp_path).world.organisations  # noqa: B018 - the tables of the world are read when asked for
    assert f"{name}{where}: " in str(caught.value)
    assert words in str(caught.value)


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    """A table saved by a spreadsheet as something else."""
    (tmp_path / "issues.tsv").write_bytes(b"\xff\xfe\x00x")
    with pytest.raises(CodebookError, match="save it as text in UTF-8"):
        codebook.load(tmp_path)


def test_the_name_of_a_codebook_follows_its_content(tmp_path: Path) -> None:
    """Two states of one folder have two names; a note beside the tables changes nothing."""
    write(tmp_path, "issues.tsv", "issue\tphrase\tweight\nchess\tgambit\t1\n")
    first = codebook.name_of(tmp_path)
    write(tmp_path, "README.md", "Mine.")
    assert codebook.name_of(tmp_path) == first
    write(tmp_path, "issues.tsv", "issue\tphrase\tweight\nchess\tgambit\t0.5\n")
    assert codebook.name_of(tmp_path) != first
    assert codebook.name_of() == "demarche"
