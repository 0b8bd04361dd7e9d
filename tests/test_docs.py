"""The documents say what the program does."""

import re
from pathlib import Path

import pytest

from demarche.cli.views import VIEWS
from demarche.evaluate import SETS
from demarche.formats import FORMATS
from scripts.docs import DOCS, PARTS, commands, current, help_of

ROOT = Path(__file__).parent.parent
CONTRACT = (
    "run code brief strain asks channels levers positions events actors quotes export import evaluate schema codebook "
    "info demo"
).split()


@pytest.mark.parametrize("path", PARTS)
def test_generated_parts_are_fresh(path):
    """Help, types and names in the docs are those of the code; `python scripts/docs.py` writes them."""
    assert (DOCS / path).read_text(encoding="utf-8") == current(path)


def test_the_commands_of_the_contract_are_there():
    """No command may vanish or change its name."""
    assert set(CONTRACT) <= set(commands())
    assert set(VIEWS) <= set(commands())


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_an_example_and_a_place_in_the_docs(name):
    """One sentence in the imperative, a line to try, a section of the reference; nothing wider than 80 columns."""
    text = help_of(name)
    assert f"demarche {name}" in text.partition("Example:")[2]
    assert f"## demarche {name}\n" in (DOCS / "reference/cli.md").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 80


def test_no_summary_of_a_command_is_cut():
    """The list of commands can be read as it stands."""
    assert "..." not in help_of().partition("Commands:")[2]


@pytest.mark.parametrize(("command", "names"), [("export", FORMATS), ("evaluate", SETS)])
def test_help_lists_every_choice(command, names):
    """What can be chosen stands in the help, one line each."""
    listed = re.findall(r"^  ([a-z0-9]+)  +\S", help_of(command).partition("Arguments:")[0], re.MULTILINE)
    assert set(names) == set(listed)


def test_summaries_of_formats_are_those_of_the_table():
    """The help of `export` and the table of formats say the same."""
    lines = help_of("export").splitlines()
    assert all(any(name in line and form.summary in line for line in lines) for name, form in FORMATS.items())


def test_links_between_documents_lead_somewhere():
    """No link to a file that is not there."""
    for path in [*DOCS.glob("how-to/*.md"), *DOCS.glob("reference/*.md"), ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"
