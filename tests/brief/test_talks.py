"""Who talks to whom is summed by two and by medium."""

from __future__ import annotations

from dataclasses import replace

from demarche.brief.talks import between_pairs, talks
from demarche.store.rows import ContactRow


def test_contacts_are_summed_as_seen_and_as_told(brief):
    """The contacts seen are counted; of the numbers told the largest stands beside them; one told is no count."""
    line = next(c for c in brief.channels if c.row.medium == "meeting")
    told = [replace(line, row=replace(line.row, told=number)) for number in (14, 3, 1, None)]
    (talk,) = talks(told, ("SUN", "USA"), 9)
    assert (talk.seen, talk.told) == ({"meeting": 4}, {"meeting": 14})


def test_the_first_side_leads(brief):
    """Contacts of the same two are one line, whichever of them is named first."""
    line = brief.channels[0]
    row = line.row
    turned = replace(line, row=replace(row, a=row.b, b=row.a, a_name=row.b_name, b_name=row.a_name))
    (talk,) = talks([line, turned], ("SUN", "USA"), 9)
    assert (talk.a, talk.b, talk.all) == (row.a_name, row.b_name, 2)


def test_go_betweens_are_named(brief):
    """Through whom they talk is told."""
    assert {via for talk in brief.talks for via in talk.via} == {"John Scali"}


def test_other_pairs_are_named_by_their_codes():
    """Pairs besides the main one stand by the names of their codes, those most in touch first."""
    common = {"medium": "call", "told": None, "first": None, "last": None}
    rows = [
        ContactRow(a="SUN", b="USA", seen=9, **common),
        ContactRow(a="CUB", b="SUN", seen=1, **common),
        ContactRow(a="CUB", b="USA", seen=2, **common),
    ]
    assert [(t.a, t.b, t.all) for t in between_pairs(rows, ("USA", "SUN"), 9)] == [
        ("Cuba", "United States", 2),
        ("Cuba", "Soviet Union", 1),
    ]
