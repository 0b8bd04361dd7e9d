"""Pipeline, executors and dossier, without a model."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from demarche.errors import DateError, ModelError
from demarche.record import Precision, Problem, Record, TimeInterval
from demarche.run import Dossier, Pipeline, as_interval, choose, processes, serial
from tests.run.fakes import Absent, Fake, article
from tests.sample import record


def ids(outcomes):
    """Ids in order, problems marked."""
    return [f"!{o.id}" if isinstance(o, Problem) else o.article.id for o in outcomes]


def test_no_exception_escapes_the_pipeline():
    """One bad document is a problem that says where and why; the next is coded."""
    problem = Fake().load().code(article("a", "fail"))
    assert isinstance(problem, Problem)
    assert "ValueError: cannot read a" in problem.why
    assert "\n" not in problem.why


def test_the_serial_executor_keeps_the_order_and_hands_problems_on():
    """One outcome for each item, in the order of the items."""
    items = [article("a"), Problem(id="b", why="empty"), article("c", "fail"), article("d")]
    assert ids(serial(items, Fake())) == ["a", "!b", "!c", "d"]


def test_nothing_is_loaded_for_problems_alone():
    """A run in which nothing can be read does not wait for the model."""
    assert ids(serial([Problem(id="b", why="empty")], Absent())) == ["!b"]


def test_processes_give_what_serial_gives():
    """Same outcomes, same order."""
    items = [article(str(n), "fail" if n % 5 == 2 else "Some words.") for n in range(13)]
    assert ids(processes(2)(items, Fake())) == ids(serial(items, Fake()))


def test_a_killed_worker_is_a_problem_and_the_run_goes_on():
    """Only the article that kills its worker is lost, and it says so."""
    items = [article("a"), article("b", "die"), *(article(f"c{n}") for n in range(4))]
    outcomes = list(processes(2)(items, Fake()))
    assert ids(outcomes) == ["a", "!b", "c0", "c1", "c2", "c3"]
    assert "died" in outcomes[1].why


def test_absent_weights_are_one_error_not_a_thousand_problems():
    """Workers that cannot load the model raise what they could not load."""
    with pytest.raises(ModelError, match="weights are absent"):
        list(processes(2)([article("a")], Absent()))


def test_few_articles_are_coded_here():
    """Starting processes costs more than it saves on a handful."""
    executor, items = choose([article("a"), article("b")])
    assert executor is serial
    assert [item.id for item in items] == ["a", "b"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2016-09", TimeInterval(first=date(2016, 9, 1), last=date(2016, 9, 30), precision=Precision.MONTH)),
        (date(2016, 9, 20), TimeInterval.day(date(2016, 9, 20))),
        (None, None),
    ],
)
def test_days_are_made_strict_at_the_door(given, expected):
    """Text, dates and intervals are taken."""
    assert as_interval(given) == expected


def test_a_day_that_is_none_is_refused():
    """No date is guessed."""
    with pytest.raises(DateError):
        as_interval("last week")


@pytest.fixture
def store(tmp_path):
    """An empty dossier."""
    with Dossier.open(tmp_path / "x.db") as opened:
        yield opened


def test_adding_twice_doubles_nothing(store):
    """What is known is skipped without being coded again."""
    items = [article("a"), article("b")]
    assert store.add(items, setup=Fake(), workers=1).added == 2
    again = store.add(items, setup=Absent(), workers=1)
    assert (again.added, again.skipped) == (0, 2)
    assert len(list(store.records())) == 2


def test_a_changed_text_is_coded_again(store):
    """The digest of the text decides, not the name alone."""
    store.add([article("a")], setup=Fake(), workers=1)
    assert store.add([article("a", "Other words.")], setup=Fake(), workers=1).replaced == 1


def test_a_run_that_was_stopped_goes_on(store):
    """What was coded before the stop is kept, and the rest is done by the same call."""

    def broken():
        yield article("a")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(broken(), setup=Fake(), workers=1)
    added = store.add([article("a"), article("b")], setup=Fake(), workers=1)
    assert (added.added, added.skipped) == (1, 1)


def test_every_outcome_is_seen(store):
    """The caller hears of records and problems alike."""
    seen = []
    store.add([article("a"), Problem(id="b", why="empty")], setup=Fake(), workers=1, seen=seen.append)
    assert ids(seen) == ["a", "!b"]


def test_records_can_be_added_as_they_are(store):
    """A record that was coded elsewhere needs no model."""
    record = Record(article=replace(article("a"), text="Some words."))
    assert store.add([record]).added == 1


def test_workers_end_with_a_parent_that_was_killed(tmp_path):
    """No orphan goes on holding memory."""
    script = (
        "import os, multiprocessing\nfrom demarche.run import processes\nfrom tests.run.fakes import Fake, article\n"
        "if __name__ == '__main__':\n"
        "    outcomes = processes(1)((article(str(n)) for n in range(99)), Fake()); next(outcomes)\n"
        "    print(*[p.pid for p in multiprocessing.active_children()], flush=True); os.kill(os.getpid(), 9)\n"
    )
    (tmp_path / "job.py").write_text(script)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, tmp_path / "job.py"], capture_output=True, text=True, check=False, env=environment
    )
    (worker,) = map(int, done.stdout.split())
    for _ in range(100):
        if not alive(worker):
            return
        time.sleep(0.1)
    pytest.fail("the worker is still there")


def alive(process):
    """Say whether a process runs; one that ended and waits to be fetched does not."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text().split(")")[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_another_codebook_codes_articles_anew(tmp_path):
    """What was coded with one codebook is known to that one alone, and the store says who coded what."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "issues.tsv").write_text("issue\tphrase\tweight\nchess\tgambit\t1\n", encoding="utf-8")
    items = [article("a"), article("b")]
    with Dossier.open(tmp_path / "x.db") as dossier:
        assert dossier.add(items, setup=Fake()).added == 2
        assert dossier.add(items, setup=Fake()).skipped == 2
        assert dossier.add(items[:1], setup=Fake(codebook=folder)).replaced == 1
        assert dossier.add(items[:1], setup=Fake(codebook=folder)).skipped == 1
        assert dossier.coders() == {"demarche": 1, Fake(codebook=folder).coder: 1}
        assert dossier.add(items[:1], setup=Fake()).replaced == 1
        assert dossier.coders() == {"demarche": 2}


def test_reports_name_a_codebook_that_is_not_the_shipped_one():
    """A record says by itself what it was coded with."""
    made = Pipeline(
        annotate=lambda a: a, resolve=lambda _: None, record=lambda *_: record(), notes=("codebook mine 1",)
    )
    assert [report.why[-1] for report in made.read(article("a")).reports] == ["codebook mine 1"] * len(record().reports)
