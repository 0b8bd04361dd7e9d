"""What the tests of the brief share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def store():
    """Return the store made by hand."""
    from sample import Sample

    return Sample()


@pytest.fixture(scope="session")
def brief(store):
    """Return what the brief of that store holds."""
    from demarche.brief.gather import gather

    return gather(store)


@pytest.fixture(scope="session")
def page(store):
    """Return the page of that store."""
    from demarche.brief import html

    return html(store, model="c0ffee123456")
