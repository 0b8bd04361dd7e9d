"""The embedded store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from demarche.errors import NewerStore, StoreError
from demarche.record import Problem
from demarche.store import Added, Store, rows
from demarche.store.connect import VERSION
from demarche.store.mapping import columns
from demarche.store.views import VIEWS
from tests.merge.build import Act, record

ASK = Act(
    sentence="Kenya urged Peru to release the seized trawler and its crew.",
    trigger="urged",
    type="REQUEST",
    source="KEN",
    target="PER",
    on="2024-01-02",
    issue="fisheries",
)
SANCTION = Act(
    sentence="Kenya imposed sanctions on Peru, barring 40 vessels.",
    trigger="imposed sanctions",
    type="SANCTION",
    source="KEN",
    target="PER",
    on="2024-01-05",
    count=("40 vessels", 40),
)
TALKS = Act(
    sentence="Kenya and Peru met in Lima.",
    trigger="met",
    type="CONSULT",
    source="KEN",
    target="PER",
    on="2024-01-08",
)
REFUSAL = Act(
    sentence="Peru rejected the terms of Kenya.",
    trigger="rejected",
    type="REJECT",
    source="PER",
    target="KEN",
    on="2024-01-07",
    issue="fisheries",
)
OTHER = replace(SANCTION, sentence="Fiji imposed sanctions on Malta.", source="FJI", target="MLT", count=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "demarche.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store of three articles and a problem."""
    with Store.open(path) as opened:
        opened.add(
            [
                record("a1", ASK, SANCTION, TALKS, published="2024-01-08"),
                record("a2", REFUSAL, published="2024-01-09", outlet="Herald"),
                record("a3", OTHER, published="2024-01-10"),
                Problem(id="scan.pdf", why="no words in it"),
            ]
        )
        yield opened


def test_adding_twice_doubles_nothing(store: Store) -> None:
    """An article with the same text is skipped; one with another text takes its place."""
    again, changed = record("a1", ASK, SANCTION, TALKS), record("a2", REFUSAL, TALKS)
    assert store.add([again, changed]) == Added(replaced=1, skipped=1)
    assert len(store) == 3
    assert len(store.articles()) == 3


def test_a_record_comes_back_whole(store: Store) -> None:
    """What goes in comes out, equal."""
    given = record("a1", ASK, SANCTION, TALKS, published="2024-01-08")
    assert store.record("a1") == given
    assert [r.article.id for r in store.records()] == ["a1", "a2", "a3"]
    assert store.record("nothing") is None


def test_a_kill_loses_at_most_one(path: Path) -> None:
    """What was added before a failure is kept."""

    def dying() -> Iterator[object]:
        yield record("a1", ASK)
        raise KeyboardInterrupt

    with Store.open(path) as opened, pytest.raises(KeyboardInterrupt):
        opened.add(dying())
    with Store.open(path) as opened:
        assert opened.has("a1")


def test_has_knows_the_text(store: Store) -> None:
    """An article is there by its id, and by its id with its own hash only."""
    assert store.has("a1")
    assert not store.has("a1", "0" * 64)
    assert not store.has("b9")


@pytest.mark.parametrize("kind", list(VIEWS), ids=lambda kind: kind.__name__)
def test_a_view_has_the_columns_of_its_row(store: Store, kind: type) -> None:
    """The columns of each `v_` view are the fields of its row, in order."""
    store.relate()
    cursor = store._connection.execute(f"SELECT * FROM v_{VIEWS[kind].name}")  # noqa: S608
    assert tuple(column[0] for column in cursor.description) == columns(kind)


def test_views_are_filtered_by_dyad_and_day(store: Store) -> None:
    """A dyad in either order keeps its rows; days keep what overlaps them."""
    assert {e.type for e in store.events()} == {"REQUEST", "SANCTION", "CONSULT", "REJECT"}
    assert len(store.events()) == 5
    assert len(store.events(dyad=("PER", "KEN"))) == 4
    assert [e.type for e in store.events(dyad=("KEN", "PER"), first=date(2024, 1, 8))] == ["CONSULT"]
    assert {(d.a, d.b) for d in store.dyads()} == {("KEN", "PER"), ("FJI", "MLT")}
    assert store.dyads()[0].a_name == "Kenya"


def test_every_view_opens_into_its_words(store: Store) -> None:
    """The offsets of rows give their words back from the article."""
    texts = {r.article.id: r.article.text for r in store.records()}
    for event in store.events():
        assert texts[event.article][event.start : event.end] == event.trigger
    for lever in store.levers():
        assert texts[lever.article][lever.start : lever.end] == lever.evidence
        assert lever.day == date(2024, 1, 5)
    for ask in store.asks():
        assert texts[ask.article][ask.start : ask.end] == ask.text
    for part in store.contributions():
        assert texts[part.article][part.start : part.end] == part.trigger


def test_strain_by_two_codes(store: Store) -> None:
    """The two sides may be given in either order, alone or as a dyad; a day opens into its contributions."""
    days = store.strain("PER", "KEN")
    assert days.rows == store.strain(dyad=("KEN", "PER")).rows
    assert max(d.index for d in days) > 60
    parts = store.contributions(("KEN", "PER"), day=date(2024, 1, 8))
    assert parts[0].trigger == "imposed sanctions"
    assert (parts[0].points or 0) > 0
    assert days[0].volume == 0
    assert sum(d.volume for d in days) == 2


def test_asks_find_their_answer(store: Store) -> None:
    """The refusal in another article answers the ask, or leaves it open where it does not fit."""
    (ask,) = store.asks()
    assert (ask.outcome, ask.answer_article, ask.delay_days) == ("refused", "a2", 5)
    assert [(g.asker, g.asked, g.share) for g in store.grants()] == [("KEN", "PER", 0.0)]
    assert store.dyads()[0].asks_open == 0


def test_numbers_are_kept(store: Store) -> None:
    """Numbers told with an act are values of its event."""
    assert [(v.field, v.value) for v in store.values(dyad=("KEN", "PER"))] == [("number:vessels", "40")]


def test_a_copy_counts_once(store: Store) -> None:
    """A copy of an article changes no event's count and no curve."""
    before = [(e.event, e.articles) for e in store.events()], store.strain("KEN", "PER").rows[0].index
    first = store.record("a1")
    assert first is not None
    store.add([replace(first, article=replace(first.article, id="copy"))])
    assert ([(e.event, e.articles) for e in store.events()], store.strain("KEN", "PER").rows[0].index) == before
    assert [(c.article, c.speaks, c.kind) for c in store.copies()] == [("a1", True, "exact"), ("copy", False, "exact")]


def test_relate_is_the_same_every_time(store: Store) -> None:
    """Computing anew, or from articles added in another order, changes no row."""
    before = {kind: store._view(kind, None, None, None).rows for kind in VIEWS}
    store.relate()
    assert {kind: store._view(kind, None, None, None).rows for kind in VIEWS} == before
    with Store.open(":memory:") as other:
        other.add([Problem(id="scan.pdf", why="no words in it"), *reversed(list(store.records()))])
        assert {kind: other._view(kind, None, None, None).rows for kind in VIEWS} == before


def test_problems_are_kept_until_the_article_is_read(store: Store) -> None:
    """A problem stands until a record of the same id comes."""
    assert [(p.id, p.why) for p in store.problems()] == [("scan.pdf", "no words in it")]
    store.add([record("scan.pdf", TALKS)])
    assert list(store.problems()) == []


def test_judgements_are_never_changed(store: Store) -> None:
    """A judgement can be added and is followed, but not updated or deleted."""
    keys = [
        f"{r.article}#{r.report}" for r in store.reports() if r.type in {"SANCTION", "CONSULT"} and r.article == "a1"
    ]
    number = store.judge("merge", keys, who="J. Doe", why="one act", created="2024-02-01T10:00:00+00:00")
    assert number == 1
    assert len(store.events(dyad=("KEN", "PER"))) == 3
    for statement in ("UPDATE judgement SET who = 'x'", "DELETE FROM judgement"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            store._connection.execute(statement)
    store.judge("undo", [str(number)], who="J. Doe", why="a slip", created="2024-02-02T10:00:00+00:00")
    assert len(store.events(dyad=("KEN", "PER"))) == 4


def test_sentences_can_be_searched(store: Store) -> None:
    """Words find their sentences; what is no query is said on one line."""
    assert [hit[3] for hit in store.search("trawler")] == [ASK.sentence]
    with pytest.raises(StoreError, match="cannot search"):
        store.search('"')


def test_a_table_is_a_sequence_with_columns(store: Store) -> None:
    """Rows can be counted, indexed and laid out as plain cells."""
    table = store.dyads()
    assert (len(table), table.columns[:2], table[0].rank) == (2, ("a", "b"), 1)
    assert next(iter(table.cells()))[:2] == (table[0].a, table[0].b)
    assert isinstance(table[:1][0], rows.DyadRow)


def test_a_newer_store_is_refused(path: Path) -> None:
    """A store of a later schema is left alone, and the message says what to do."""
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(NewerStore, match="bring demarche up to date"):
        Store.open(path)


def test_other_files_are_refused(path: Path) -> None:
    """Neither a text file nor another program's database is taken for a store, and neither is changed."""
    path.write_text("not a database, but long enough to look at: " * 40)
    with pytest.raises(StoreError, match="is not a store"):
        Store.open(path)
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (a)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)


def test_a_missing_store_is_said(path: Path) -> None:
    """Without leave to create, a missing file is an error that names the command."""
    with pytest.raises(StoreError, match="demarche run"):
        Store.open(path, create=False)
    assert not path.exists()
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(path / "no" / "folder.db")


def test_a_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    """When the file cannot grow, the article at hand is left out and those before it stay."""
    with Store.open(path) as opened:
        opened.add([record("a1", ASK)])
        pages = opened._connection.execute("PRAGMA page_count").fetchone()[0]
        opened._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        big = [record(f"b{n}", replace(ASK, sentence=ASK.sentence + " word" * 4000)) for n in range(5)]
        with pytest.raises(StoreError, match="disk is full"):
            opened.add(big)
        assert opened.has("a1")


def test_a_busy_store_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program writes for too long, the message says to run again."""
    monkeypatch.setattr("demarche.store.connect.WAIT", 0.05)
    with Store.open(path) as one, Store.open(path) as other:
        one._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            other.add([record("a1", ASK)])


def test_undated_articles_are_noted(path: Path) -> None:
    """An article without a day is there, with a note; its acts without a day are on no curve."""
    with Store.open(path) as opened:
        opened.add([record("a1", replace(SANCTION, on=None), published=None)])
        assert len(opened.events()) == 1
        assert list(opened.strain()) == []
        assert [n.about == "a1" or "no day is told" in n.note for n in opened.notes()] == [True, True]


def test_an_empty_store_has_empty_views(path: Path) -> None:
    """Views of a new store are empty, not wrong."""
    with Store.open(path) as opened:
        opened.relate()
        assert all(len(opened._view(kind, None, None, None)) == 0 for kind in VIEWS)


def judge(store: Store, verdict: str, *subjects: str, value: str | None = None) -> int:
    """Keep a judgement of J. Doe's."""
    return store.judge(
        verdict, subjects, who="J. Doe", why="read again", created="2024-02-01T10:00:00+00:00", value=value
    )


def everything(store: Store) -> dict[type, tuple[object, ...]]:
    """All rows of all views but the judgements themselves."""
    return {kind: store._view(kind, None, None, None).rows for kind in VIEWS if kind is not rows.JudgementRow}


def test_what_is_derived_follows_a_judgement_and_its_undoing(store: Store) -> None:
    """A rejected event is gone from every view; taken back, every view is as before."""
    before = everything(store)
    event = store.events(dyad=("KEN", "PER"))[0]
    number = judge(store, "reject", event.event)
    assert event.event not in {e.event for e in store.events()}
    assert event.event not in {c.event for c in store.contributions()}
    judge(store, "undo", str(number))
    assert everything(store) == before
    assert store.judgements()[0].undone_by == number + 1


def test_a_recoded_event_changes_the_curve(store: Store) -> None:
    """Its type, its weight and the strain of its pair are those of the new type."""
    event = next(e for e in store.events(dyad=("KEN", "PER")) if e.sign < 0)
    peak = max(d.index for d in store.strain("KEN", "PER"))
    judge(store, "recode", event.event, value="AID/humanitarian")
    after = next(e for e in store.events() if e.event == event.event)
    assert (after.type, after.mode, after.sign) == ("AID", "humanitarian", 1)
    assert max(d.index for d in store.strain("KEN", "PER")) < peak


def test_a_judgement_bears_on_the_article_when_it_comes_again(store: Store) -> None:
    """An article that is taken out and added again is told with the names that were decided."""
    kept = store.record("a1")
    judge(store, "rename", "Kenya", value='{"name": "Republic of Kenya", "code": null}')
    store._connection.execute("DELETE FROM article WHERE id = 'a1'")
    store.add([kept])
    assert "Kenya" not in {a.name for a in store.actors()}
    assert "Republic of Kenya" in {a.name for a in store.actors()}


def test_what_is_not_there_cannot_be_judged(store: Store) -> None:
    """An unknown event, row or number is said on one line, and nothing is kept."""
    for verdict, subject in (("reject", "e000"), ("reject", "a1#r99"), ("undo", "7")):
        with pytest.raises(StoreError, match="there is n"):
            judge(store, verdict, subject)
    assert len(store.judgements()) == 0


def test_a_sentence_of_copies_is_handed_on_once(store: Store) -> None:
    """What was judged in an article and its copy is training data of one of them, the one that speaks for both."""
    first = store.record("a1")
    assert first is not None
    store.add([replace(first, article=replace(first.article, id="copy"))])
    judge(store, "recode", "copy#r2", value="COERCE/blockade")
    assert [(r.article.id, d) for r, d in store.judged()] == [("copy", {"r2": "COERCE/blockade"})]
    judge(store, "recode", "a1#r2", "copy#r3", value="COERCE/blockade")
    handed = [(r.article.id, d) for r, d in store.judged()]
    assert handed == [("a1", {"r2": "COERCE/blockade"}), ("copy", {"r3": "COERCE/blockade"})]


def test_articles_that_come_one_by_one_are_related_as_all_at_once(store: Store) -> None:
    """Whoever looks at what follows after each article sees in the end what one sees who added them all together."""
    with Store.open(":memory:") as other:
        for kept in sorted(store.records(), key=lambda record: record.article.id, reverse=True):
            other.add([kept])
            other.relate()
        other.add([Problem(id="scan.pdf", why="no words in it")])
        assert everything(other) == everything(store)
