"""A second reader over HTTP: a server of the test's own answers well, ill, late, or not at all."""

import json
import threading
import time
from collections import deque
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from demarche.cli import chat
from demarche.cli.chat import Chat, Kept
from demarche.errors import DemarcheError
from demarche.run.second import Prompt
from tests.run.second.test_second import EXPELLED, answer
from tests.sample import TEXT

PROMPT = Prompt(task="Code this.", article="Words.")


class Server(ThreadingHTTPServer):
    """Gives the answers that wait in `replies`, the last one again and again: (status, body, headers, seconds)."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies = deque()
        self.asked = []

    @property
    def url(self):
        """The base of the API."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def say(self, content, status=200, headers=None, seconds=0.0):
        """Add an answer whose message is this text; bytes are the whole body."""
        message = {"choices": [{"message": {"content": content}}]}
        body = content if isinstance(content, bytes) else json.dumps(message).encode()
        self.replies.append((status, body, headers or {}, seconds))


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    def do_POST(self):
        """Take the next reply."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        replies = self.server.replies
        status, body, headers, seconds = replies.popleft() if len(replies) > 1 else replies[0]
        time.sleep(seconds)
        try:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # the client did not wait

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def running():
    """Run a server for a while."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server(monkeypatch, tmp_path):
    """A server, with no proxy before it, a cache of the test's own, and no waiting between tries."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(chat, "BACKOFF", 0.0)
    with running() as made:
        yield made


@contextmanager
def talking(server, wait=5.0):
    """A chat with the server, and the seconds that it slept."""
    slept = []
    with httpx.Client(timeout=wait, trust_env=False) as client:
        yield Chat(url=f"{server.url}/chat/completions", model="m", client=client, sleep=slept.append), slept


def test_a_good_answer_is_its_message(server):
    """One request with the model and both messages."""
    server.say("hello")
    with talking(server) as (ask, _):
        assert ask(PROMPT) == "hello"
    path, _, body = server.asked[0]
    assert path == "/v1/chat/completions"
    assert (body["model"], body["temperature"]) == ("m", 0)
    assert [m["content"] for m in body["messages"]] == ["Code this.", "Words."]


def test_too_many_requests_are_tried_again_after_the_time_asked_for(server):
    """429 with Retry-After, then success."""
    server.say(b"", status=429, headers={"Retry-After": "7"})
    server.say("at last")
    with talking(server) as (ask, slept):
        assert ask(PROMPT) == "at last"
    assert 7.0 in slept


def test_a_late_answer_is_given_up_after_some_tries(server):
    """The error says so, and where."""
    server.say("late", seconds=0.3)
    with (
        talking(server, wait=0.05) as (ask, _),
        pytest.raises(DemarcheError, match="no answer in time; it was asked 4 times"),
    ):
        ask(PROMPT)


def test_a_refusal_is_not_tried_again(server):
    """401: the message names what to look at."""
    server.say(b"{}", status=401)
    with talking(server) as (ask, _), pytest.raises(DemarcheError, match="it answered 401; look at the address"):
        ask(PROMPT)
    assert len(server.asked) == 1


def test_an_answer_without_a_message_is_tried_again(server):
    """Malformed JSON in the envelope."""
    server.say(b"<html>")
    server.say("fine")
    with talking(server) as (ask, _):
        assert ask(PROMPT) == "fine"


def test_nobody_there_is_an_error_that_says_so():
    """A port on which nobody listens."""
    with running() as server:
        url = server.url
    with httpx.Client(trust_env=False) as client, pytest.raises(DemarcheError, match="cannot be reached"):
        Chat(url=url, model="m", client=client, sleep=lambda _: None)(PROMPT)


def test_answers_are_kept_by_content(tmp_path):
    """The same question is asked once; another article or model is another question; a damaged file is asked again."""
    asked = []

    def ask(prompt):
        asked.append(prompt)
        return "so"

    kept = Kept(ask=ask, model="m", folder=tmp_path)
    assert [kept(PROMPT), kept(PROMPT)] == ["so", "so"]
    assert len(asked) == 1
    kept(Prompt(task="Code this.", article="Other."))
    Kept(ask=ask, model="n", folder=tmp_path)(PROMPT)
    assert len(asked) == 3
    for path in tmp_path.glob("*.json"):
        path.write_text("{")
    kept(PROMPT)
    assert len(asked) == 4


@pytest.fixture
def article(tmp_path):
    """A file with the sample article."""
    path = tmp_path / "ottawa.txt"
    path.write_text(TEXT.strip(), encoding="utf-8")
    return path


def code(demarche, server, article, *more):
    """Code an article with the server as second reader."""
    return demarche(
        "code", article, "--published", "2018-06-12", "--second-reader", server.url, "--second-model", "m", *more
    )


def test_code_says_in_each_report_who_saw_it_and_how_the_readers_agree(
    demarche, server, article, tmp_path, monkeypatch
):
    """Records on standard output, agreement on standard error and in a file; the key goes along; nothing invented."""
    monkeypatch.setenv("DEMARCHE_SECOND_KEY", "secret")
    server.say(answer(EXPELLED, EXPELLED | {"evidence": "Canada bombed Iran."}))
    status, out, err = code(demarche, server, article, "--agreement", tmp_path / "a.json")
    assert status == 0
    assert any("seen by both readers (second reader m)" in r["why"] for r in json.loads(out)["reports"])
    assert "Dropped of the second reader's: 1, its evidence or trigger is not in the article" in err
    shape = json.loads((tmp_path / "a.json").read_text())
    assert shape["types"]["SANCTION"]["both"] == 1
    assert shape["dropped"] == {"invented": 1}
    assert server.asked[0][1]["Authorization"] == "Bearer secret"


def test_a_second_run_asks_nothing(demarche, server, article):
    """The answer of the first is kept."""
    server.say(answer(EXPELLED))
    first = code(demarche, server, article)[1]
    assert code(demarche, server, article)[1] == first
    assert len(server.asked) == 1


@pytest.mark.parametrize(("content", "status"), [("no JSON at all", 200), (b"", 403)])
def test_a_second_reader_that_answers_nonsense_or_nothing_stops_no_run(demarche, server, article, content, status):
    """The first reader's record stands, and standard error says why it is alone."""
    server.say(content, status=status)
    code_, out, err = code(demarche, server, article)
    assert code_ == 0
    assert json.loads(out)["reports"]
    assert "no JSON of the shape asked for" in err or "it answered 403" in err


def test_a_run_with_another_second_reader_codes_anew(demarche, server, article):
    """The store knows by whom an article was coded."""
    server.say(answer(EXPELLED))
    assert "1 added" in demarche("run", article)[1]
    more = ("--second-reader", server.url, "--second-model", "m")
    assert "1 replaced" in demarche("run", article, *more)[1]
    assert "1 known already" in demarche("run", article, *more)[1]
    assert "demarche; second reader m (1)" in demarche("info", "--store", "demarche.db")[1]


def test_half_of_a_second_reader_is_wrong_usage(demarche, article):
    """Both or none."""
    status, _, err = demarche("code", article, "--second-model", "m")
    assert status == 2
    assert "needs both --second-reader URL and --second-model NAME" in err
