"""Tables of the brief hold few and sure lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.brief import tables


def test_only_asks_between_states_are_shown(store):
    """What a columnist wants stays in the store."""
    first, *rest = store.asks()
    shown = tables.asks([replace(first, official=False), *rest], [], 9)
    assert first.ask not in {a.row.ask for a in shown}
    assert len(shown) == len(rest)


def test_what_is_still_asked_comes_first(store):
    """Of the open asks those of most articles come first, then the latest; a bare word is shown with its sentence."""
    ask = replace(store.asks()[0], answered=None, outcome="unknown", text="asked of it", sentence="A call was made.")
    days = {"a": date(1962, 10, 2), "b": date(1962, 10, 1), "c": date(1962, 10, 3)}
    rows = [replace(ask, ask=name, day=day, articles=3 if name == "b" else 1) for name, day in days.items()]
    shown = tables.asks(rows, [], 9)
    assert [a.row.ask for a in shown] == ["b", "c", "a"]
    assert {a.row.text for a in shown} == {"A call was made."}


def test_a_track_is_followed_on_the_timeline(store, brief):
    """Talks of which less than two steps are shown are not."""
    (track, *_) = store.tracks()
    known = [e.row.event for e in brief.events[:2]]
    rows = [replace(track, track="t1", events=tuple(known)), replace(track, track="t2", events=(known[0], "other"))]
    assert [t.row.track for t in tables.tracks(rows, brief.events, 9)] == ["t1"]
