"""When a word takes a stand."""

from __future__ import annotations

from demarche.code.stands import clause_of, ends, is_conditional, reach
from tests.code.trees import tree

IN_EXCHANGE = (
    "left/leave/VERB/root/0 in/in/ADP/case/3 exchange/exchange/NOUN/obl/1 for/for/ADP/case/5 aid/aid/NOUN/nmod/3"
)


def test_to_want_an_end_is_to_be_against():
    """An end to the raids ends them; resolve ends nothing."""
    wanted = "wants/want/VERB/root/0 {}/NOUN/obj/1"

    assert ends(tree(wanted.format("end/end"))[0])
    assert not ends(tree(wanted.format("resolve/resolve"))[0])


def test_a_price_is_a_condition():
    """What is done in exchange for something hangs on it."""
    words = tree(IN_EXCHANGE)

    assert [t.text for t in words if is_conditional(t)] == ["exchange"]


def test_a_stand_reaches_from_its_subject_to_what_it_is_on():
    """The words of a stand hold its subject and its object, not an aside behind them."""
    words = tree("France/France/PROPN/nsubj/2 backs/back/VERB/root/0 talks/talk/NOUN/obj/2 here/here/ADV/advmod/2")

    assert reach(clause_of(words[1])) == (0, 3)


def test_words_at_the_ends_of_a_text_open_no_condition():
    """Neither "long" without "as" before it nor "provided" without "that" behind it hangs on anything."""
    bare = tree("Long/long/ADV/advmod/3 aid/aid/NOUN/nsubj/3 was/be/AUX/root/0 provided/provide/VERB/xcomp/3")

    assert [t.text for t in bare if is_conditional(t)] == []
