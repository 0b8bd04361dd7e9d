"""Feeds, read from a server of the test's own."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from demarche.errors import FetchError, InputError
from demarche.read.feed import AGENT, Feed, Fetcher, Intake
from demarche.record import Article, Problem
from tests.site import Site, running


@pytest.fixture
def site() -> Iterator[Site]:
    """A running server."""
    with running() as made:
        yield made


@pytest.fixture
def slept() -> list[float]:
    """The seconds that the fetcher would have slept."""
    return []


@pytest.fixture
def fetcher(slept: list[float]) -> Iterator[Fetcher]:
    """A fetcher that does not really wait."""
    with httpx.Client(headers={"User-Agent": AGENT}) as client:
        yield Fetcher(client=client, sleep=slept.append, clock=lambda: 0.0)


def take(site: Site, fetcher: Fetcher, *known: str, feed: Feed | None = None) -> tuple[list[Article | Problem], Intake]:
    """All that a feed gives, and how it is to be asked next time."""
    intake = Intake.of(feed or Feed(url=f"{site.base}/feed.xml"), fetcher, lambda url: url in known)
    return list(intake), intake


def test_new_articles_come_out_with_their_address_and_day(site: Site, fetcher: Fetcher) -> None:
    """The id is the address; outlet and day are the feed's."""
    items, _ = take(site, fetcher)
    assert [item.id for item in items] == [f"{site.base}/one.html", f"{site.base}/two.html"]
    first = items[0]
    assert isinstance(first, Article)
    assert (first.outlet, str(first.published.first), first.published_from) == ("The Herald", "2024-05-06", "feed")
    assert "recalled its ambassador" in first.text
    assert site.agents == {AGENT}


def test_what_is_known_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    """A page whose article is there is not asked for."""
    items, _ = take(site, fetcher, f"{site.base}/one.html")
    assert [item.id for item in items] == [f"{site.base}/two.html"]
    assert site.asked["/one.html"] == 0


def test_an_unchanged_feed_costs_a_line(site: Site, fetcher: Fetcher) -> None:
    """The second time the feed is asked with its tag, and nothing comes."""
    _, intake = take(site, fetcher)
    assert intake.next.etag == '"v1"'
    items, again = take(site, fetcher, feed=intake.next)
    assert (items, again.next) == ([], intake.next)


def test_a_host_that_is_busy_is_asked_again(site: Site, fetcher: Fetcher, slept: list[float]) -> None:
    """After as many seconds as it said."""
    site.status["/one.html"] = [429, 200]
    items, intake = take(site, fetcher)
    assert 7.0 in slept
    assert intake.left == 0
    assert isinstance(items[0], Problem)  # the second answer is empty


def test_a_page_that_stays_away_is_left_for_the_next_round(site: Site, fetcher: Fetcher) -> None:
    """It is no problem yet, and the feed will be asked as if for the first time."""
    site.status["/one.html"] = [503]
    items, intake = take(site, fetcher)
    assert [item.id for item in items] == [f"{site.base}/two.html"]
    assert (intake.left, intake.next) == (1, Feed(url=f"{site.base}/feed.xml"))
    assert site.asked["/one.html"] == 3


def test_a_stopped_intake_starts_anew(site: Site, fetcher: Fetcher) -> None:
    """Until all articles were handed on the feed is not taken as read."""
    intake = Intake.of(Feed(url=f"{site.base}/feed.xml"), fetcher, lambda _: False)
    next(iter(intake))
    assert intake.next.etag is None


def test_a_missing_page_is_a_problem(site: Site, fetcher: Fetcher) -> None:
    """A 404 will not get better."""
    site.status["/one.html"] = [404]
    items, _ = take(site, fetcher)
    assert items[0] == Problem(id=f"{site.base}/one.html", why="answers 404")


def test_what_robots_txt_closes_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    """The rules are asked for once a host."""
    site.names = ("closed/one.html", "two.html")
    items, _ = take(site, fetcher)
    assert items[0] == Problem(id=f"{site.base}/closed/one.html", why="robots.txt closes it to programs")
    assert (site.asked["/closed/one.html"], site.asked["/robots.txt"]) == (0, 1)


def test_a_host_is_asked_at_most_once_in_two_seconds(site: Site, fetcher: Fetcher, slept: list[float]) -> None:
    """Between any two requests lies the pause."""
    take(site, fetcher)
    assert slept.count(2.0) == sum(site.asked.values()) - 1


def test_what_is_no_feed_is_said(site: Site, fetcher: Fetcher) -> None:
    """A page, a wrong scheme and a host that is not there are each one line."""
    with pytest.raises(InputError, match="is no feed"):
        take(site, fetcher, feed=Feed(url=f"{site.base}/one.html"))
    with pytest.raises(FetchError, match="no address of the web"):
        take(site, fetcher, feed=Feed(url="file:///etc/passwd"))
    with pytest.raises(FetchError, match="does not answer"):
        take(site, fetcher, feed=Feed(url="http://127.0.0.1:9/feed.xml"))
