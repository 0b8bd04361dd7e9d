"""Watching feeds and telling which relationships moved."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from demarche.read.feed import AGENT, Fetcher
from demarche.store import Store
from tests.merge.build import Act, record
from tests.site import Site, running

TALKS = Act(sentence="Kenya met Peru.", trigger="met", type="CONSULT", source="KEN", target="PER", on="2024-01-02")
RAID = Act(
    sentence="Kenya bombed a port of Peru.",
    trigger="bombed",
    type="ASSAULT",
    source="KEN",
    target="PER",
    on="2024-01-20",
)


@pytest.fixture
def site(monkeypatch) -> Iterator[Site]:
    """A running site, and a fetcher that does not wait."""
    with running() as made, httpx.Client(headers={"User-Agent": AGENT}) as client:
        monkeypatch.setattr(Fetcher, "make", lambda: Fetcher(client=client, sleep=lambda _: None))
        yield made


@pytest.fixture
def strained(demarche) -> None:
    """A store in this folder in which a pair that got on well fell out."""
    with Store.open("demarche.db") as store:
        store.add([record("a1", TALKS, published="2024-01-02"), record("a2", RAID, published="2024-01-20")])


def test_a_feed_is_taken_in_once(demarche, site: Site) -> None:
    """New articles are kept, the second round asks for nothing, and says so."""
    code, _, err = demarche("watch", f"{site.base}/feed.xml")
    assert (code, err.splitlines()[-1]) == (0, f"{site.base}/feed.xml: 2 new")
    asked = site.asked["/one.html"]
    assert demarche("watch", f"{site.base}/feed.xml")[2].splitlines()[-1] == f"{site.base}/feed.xml: 0 new"
    assert site.asked["/one.html"] == asked
    assert len(json.loads(demarche("articles", "--format", "jsonl")[1].splitlines()[0])) > 3


def test_a_round_without_news_relates_nothing(demarche, site: Site, related: list[int]) -> None:
    """What follows is computed anew once, in the round that brings articles."""
    for _ in range(3):
        demarche("watch", f"{site.base}/feed.xml")
    assert len(related) == 1


def test_what_is_watched_is_coded_with_a_codebook_of_ones_own(demarche, site: Site, tmp_path) -> None:
    """A folder that is no codebook is said to be none, as in every other command."""
    code, _, err = demarche("watch", f"{site.base}/feed.xml", "--codebook", str(tmp_path / "none"))
    assert (code == 0, "none" in err) == (False, True)


def test_a_feed_that_fails_stops_no_other(demarche, site: Site) -> None:
    """The dead one is one line, the living one is read; with none alive the exit code is 1."""
    code, _, err = demarche("watch", f"{site.base}/one.html", f"{site.base}/feed.xml")
    assert (code, "is no feed" in err, "2 new" in err) == (0, True, True)
    assert demarche("watch", f"{site.base}/one.html")[0] == 1


@pytest.mark.parametrize("every", ["soon", "30", "10s"])
def test_a_strange_interval_is_wrong_usage(demarche, every: str) -> None:
    """No number with a unit, or asking too often."""
    assert demarche("watch", "http://127.0.0.1:9/feed.xml", "--every", every)[0] == 2


def test_alerts_say_who_moved_and_why(demarche, strained) -> None:
    """The text names the pair, the move and the sentence; the JSON has the place of the words."""
    assert strained is None
    code, out, _ = demarche("alerts", "--from", "2024-01-10")
    assert code == 0
    assert out.startswith("▲ Kenya – Peru:")
    assert "Kenya bombed a port of Peru." in out
    (alert,) = json.loads(demarche("alerts", "--from", "2024-01-10", "--format", "json")[1])["alerts"]
    assert (alert["a"], alert["b"], alert["since"], alert["moved"] > 5) == ("KEN", "PER", "2024-01-10", True)
    assert "threshold" in alert["why"]
    assert (alert["reasons"][0]["article"], alert["reasons"][0]["day"]) == ("a2", "2024-01-20")


def test_what_did_not_move_is_not_told(demarche, strained) -> None:
    """A move under the threshold, or before the day asked about, gives an empty answer."""
    assert strained is None
    code, out, err = demarche("alerts", "--from", "2024-02-01")
    assert (code, out) == (0, "")
    assert "no relationship moved" in err
    assert json.loads(demarche("alerts", "--from", "2024-02-01", "--format", "json")[1]) == {"alerts": []}
