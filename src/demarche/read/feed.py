"""RSS and Atom feeds: what is new in them, fetched politely. The one place of this room that uses the network.

Feeds are asked with what the last answer said of itself (`ETag`, `Last-Modified`), so that an unchanged one costs a
line; a host is asked at most once in two seconds; what is too large is left; 429 and 5xx are tried again later, as long
after as the host says; what robots.txt closes to us is not fetched.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from demarche.errors import DemarcheError, FetchError, InputError
from demarche.read.draft import Draft, finish
from demarche.read.html import read_html
from demarche.read.patience import NotNow, Patience, settled
from demarche.record import Article, Problem, TimeInterval

if TYPE_CHECKING:
    import httpx

__all__ = ["Feed", "Fetcher", "Intake", "Page"]

AGENT: Final = "demarche (reads news feeds; asks seldom)"
WAIT: Final = 20.0
"""Seconds for a host to answer."""
LARGEST: Final = 5_000_000
"""Bytes of a page or feed."""
PAUSE: Final = 2.0
"""Seconds between two requests to one host."""
TRIES: Final = 3
BACKOFF: Final = 4.0
"""Seconds before the second try, twice as many before each further one."""
LONGEST_WAIT: Final = 120.0
"""Seconds that a try waits for a host which says when to come again; a longer time is left to the next round."""
ENTRY_WORDS: Final = 120
"""Words from which the text in a feed may stand for a page that cannot be fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed and what its last answer said of itself."""

    url: str
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a host answered: its bytes, empty where nothing changed, and what it says of them."""

    data: bytes
    unchanged: bool = False
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Asks hosts, one request at a time; `sleep` and `clock` (seconds) are those of the machine but in tests."""

    client: httpx.Client
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    @classmethod
    def make(cls) -> Fetcher:
        """Return a fetcher; raises `FetchError` where the optional libraries are not installed."""
        try:
            import feedparser  # noqa: F401 - asked for here, so that it is missed before anything is fetched
            import httpx
        except ImportError as error:
            msg = "feeds need two more libraries; install them: pip install 'demarche[fetch]'"
            raise FetchError(msg) from error
        return cls(client=httpx.Client(timeout=WAIT, follow_redirects=True, headers={"User-Agent": AGENT}))

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Page:
        """Return what stands at a URL.

        Raises `FetchError` with the reason; `later` says whether it may be there another time.
        """
        if urlsplit(url).scheme not in {"http", "https"}:
            msg = "is no address of the web; write one that begins with https://"
            raise FetchError(msg, where=url)
        if not self._may(url):
            msg = "robots.txt closes it to programs"
            raise FetchError(msg, where=url)
        return self._ask(url, dict(headers or {}))

    def _ask(self, url: str, headers: dict[str, str]) -> Page:
        patience = Patience(tries=TRIES, backoff=BACKOFF, longest=LONGEST_WAIT, sleep=self.sleep)
        try:
            answer, data = patience.ask(lambda: self._tried(url, headers))
        except NotNow as later:
            msg = f"{later}; it is asked again next time"
            raise FetchError(msg, where=url, later=True) from None
        return _page(url, answer, data)

    def _tried(self, url: str, headers: dict[str, str]) -> tuple[httpx.Response, bytes]:
        self._pause(url)
        try:
            answer, data = self._streamed(url, headers)
        except self._errors() as error:
            msg = f"does not answer ({type(error).__name__})"
            raise NotNow(msg) from None
        return settled(answer), data

    def _streamed(self, url: str, headers: dict[str, str]) -> tuple[httpx.Response, bytes]:
        with self.client.stream("GET", url, headers=headers) as answer:
            data = bytearray()
            for chunk in answer.iter_bytes():
                data += chunk
                if len(data) > LARGEST:
                    msg = f"is larger than {LARGEST // 1_000_000} MB"
                    raise FetchError(msg, where=url)
            return answer, bytes(data)

    def _errors(self) -> type[Exception]:
        import httpx

        return httpx.TransportError

    def _pause(self, url: str) -> None:
        host = urlsplit(url).netloc
        since = self.clock() - self._last.get(host, float("-inf"))
        if since < PAUSE:
            self.sleep(PAUSE - since)
        self._last[host] = self.clock()

    def _may(self, url: str) -> bool:
        """Ask the host's robots.txt, once; without one everything is open."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            rules = RobotFileParser()
            try:
                rules.parse(self._ask(f"{root}/robots.txt", {}).data.decode("utf-8", "replace").splitlines())
            except FetchError:
                rules.parse([])
            self._robots[root] = rules
        return self._robots[root].can_fetch(AGENT, url)


def _page(url: str, answer: httpx.Response, data: bytes) -> Page:
    if answer.status_code == 304:
        return Page(data=b"", unchanged=True)
    if answer.status_code >= 400:
        msg = f"answers {answer.status_code}"
        raise FetchError(msg, where=url)
    return Page(data=data, etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"))


@dataclass(slots=True)
class Intake:
    """The new articles of one feed, fetched one by one as they are asked for.

    `next` is the feed as it is to be asked next time. It changes only when all articles were handed on: after a stop,
    or when some could not be fetched yet, the feed is asked as if for the first time, and what is known is left out.
    """

    feed: Feed
    fetcher: Fetcher
    known: Callable[[str], bool]
    next: Feed
    left: int = 0

    @classmethod
    def of(cls, feed: Feed, fetcher: Fetcher, known: Callable[[str], bool]) -> Intake:
        """Prepare to read a feed; `known` says of an address whether its article is there already."""
        return cls(feed=feed, fetcher=fetcher, known=known, next=feed)

    def __iter__(self) -> Iterator[Article | Problem]:
        """Yield articles, their address as id, and problems.

        Raises `FetchError` where the feed itself cannot be had, `InputError` where it is none.
        """
        asked = {"If-None-Match": self.feed.etag, "If-Modified-Since": self.feed.modified}
        page = self.fetcher.get(self.feed.url, {name: value for name, value in asked.items() if value})
        if page.unchanged:
            return
        parsed = _parsed(page.data, self.feed.url)
        for entry in parsed.entries:
            url = entry.get("link")
            if url and not self.known(url):
                found = _article(entry, url, parsed.feed.get("title"), self.fetcher)
                if found:
                    yield found
                else:
                    self.left += 1
        self.next = (
            replace(self.feed, etag=page.etag, modified=page.modified) if not self.left else Feed(url=self.feed.url)
        )


def _parsed(data: bytes, url: str) -> Any:  # noqa: ANN401 - the library has no types
    import feedparser

    found = feedparser.parse(data)
    if not found.entries and (found.bozo or not found.version):
        msg = "is no feed; give the address of an RSS or Atom feed"
        raise InputError(msg, where=url)
    return found


def _article(entry: Any, url: str, outlet: str | None, fetcher: Fetcher) -> Article | Problem | None:  # noqa: ANN401 - see _parsed
    told = Draft(id=url, text=_words(entry), uri=url, title=entry.get("title"), byline=entry.get("author"))
    try:
        draft = _fetched(told, url, fetcher)
    except FetchError as error:
        if error.later:
            return None
        if len(told.text.split()) < ENTRY_WORDS:
            return Problem(id=url, why=str(error).removeprefix(f"{url}: "))
        draft = told
    except DemarcheError as error:
        return Problem(id=url, why=str(error).removeprefix(f"{url}: "))
    day = _day(entry)
    draft = replace(draft, outlet=draft.outlet or outlet, published=day or draft.published)
    return finish(replace(draft, published_from="feed" if day else draft.published_from))


def _fetched(told: Draft, url: str, fetcher: Fetcher) -> Draft:
    (page,) = read_html(fetcher.get(url).data, url)
    return replace(page, id=url, uri=url, title=page.title or told.title, byline=page.byline or told.byline)


def _words(entry: Any) -> str:  # noqa: ANN401 - see _parsed
    """Return the text that stands in the feed itself, without its markup."""
    from lxml import html

    parts = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    text = "\n\n".join(part for part in parts if part.strip())
    return "\n\n".join(html.fromstring(f"<div>{text}</div>").itertext()).strip() if text else ""


def _day(entry: Any) -> TimeInterval | None:  # noqa: ANN401 - see _parsed
    said = entry.get("published_parsed") or entry.get("updated_parsed")
    return TimeInterval.day(date(*said[:3])) if said else None
