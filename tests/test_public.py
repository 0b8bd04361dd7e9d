"""The public names, and what importing them costs."""

import subprocess
import sys

import demarche


def test_the_list_of_public_names_is_short_and_held():
    """At most 40 names, each of which can be had; taking one away breaks somebody."""
    assert len(demarche.__all__) <= 40
    assert {"code", "open", "read", "Record", "Article", "DemarcheError", "Dossier"} <= set(demarche.__all__)
    assert all(getattr(demarche, name) is not None for name in demarche.__all__)


def test_functions_keep_their_names_beside_rooms_of_the_same_name():
    """`demarche.code` stays a function when the room `demarche.code` is imported."""
    from demarche.code import Coder
    from demarche.read import sources

    assert callable(demarche.code)
    assert callable(demarche.read)
    assert Coder.__module__.startswith("demarche.code")
    assert sources.__module__.startswith("demarche.read")


def run(code):
    """Run code in a fresh interpreter and return what it prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_demarche_loads_nothing_heavy():
    """No spaCy, no onnxruntime, no torch, no numpy."""
    code = "import sys, demarche; print([m for m in ('spacy', 'onnxruntime', 'torch', 'numpy') if m in sys.modules])"
    assert run(code) == "[]"


def test_importing_demarche_takes_under_three_tenths_of_a_second():
    """Processor time, so that a busy machine does not count."""
    code = "import time; t = time.process_time(); import demarche; print(time.process_time() - t)"
    assert float(run(code)) < 0.3


def test_help_takes_under_half_a_second():
    """Processor time of the whole command, Python included."""
    code = (
        "import sys, time; from demarche.cli.edge import run; run(['--help']); "
        "print('seconds', time.process_time()); print('spacy' in sys.modules)"
    )
    *_, seconds, spacy = run(code).splitlines()
    assert float(seconds.split()[1]) < 0.5
    assert spacy == "False"


def test_an_unknown_name_is_an_attribute_error():
    """Typing errors are not swallowed."""
    assert not hasattr(demarche, "cod")
