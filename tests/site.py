"""A site of the tests' own: a feed, its pages, robots.txt, and answers that go wrong on purpose."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Kenya recalled its ambassador from Lima on Monday, officials in Nairobi said, after Peru seized two trawlers.</p>
<p>Peru's foreign ministry said that it would answer in kind, and that talks planned for May were off for now.</p>
</article></body></html>"""
ITEM = "<item><title>{title}</title><link>{base}/{name}</link><pubDate>Mon, 06 May 2024 09:00:00 GMT</pubDate></item>"
FEED = "<?xml version='1.0'?><rss version='2.0'><channel><title>The Herald</title>{items}</channel></rss>"


@dataclass
class Site:
    """What the server says, and what it was asked."""

    base: str = ""
    names: tuple[str, ...] = ("one.html", "two.html")
    status: dict[str, list[int]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)

    def answer(self, path: str, etag: str | None) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of a path."""
        self.asked[path] += 1
        planned = self.status.get(path)
        if planned:
            return planned.pop(0) if len(planned) > 1 else planned[0], {"Retry-After": "7"}, b""
        if path == "/robots.txt":
            return 200, {}, b"User-agent: *\nDisallow: /closed"
        if path == "/feed.xml":
            items = "".join(ITEM.format(title=f"Ambassador {n}", base=self.base, name=n) for n in self.names)
            return (304, {}, b"") if etag == '"v1"' else (200, {"ETag": '"v1"'}, FEED.format(items=items).encode())
        return 200, {}, PAGE.format(title=f"Kenya recalls ambassador {path}").encode()


@contextmanager
def running() -> Iterator[Site]:
    """A running server."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            made.agents.add(self.headers["User-Agent"])
            status, headers, body = made.answer(self.path, self.headers.get("If-None-Match"))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    made.base = f"http://127.0.0.1:{server.server_port}"
    yield made
    server.shutdown()
    server.server_close()
    thread.join()
