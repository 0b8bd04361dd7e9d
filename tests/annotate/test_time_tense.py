"""Whether the verb of a time looks back or ahead."""

from __future__ import annotations

import pytest

from demarche.annotate.doc import Doc, Stretch
from demarche.annotate.time.since import event_end
from demarche.annotate.time.tense import direction
from tests.docs import doc_of


def parsed(words: str, tags: str, heads: str, relations: str) -> Doc:
    """Return a sentence with its tree: heads are indices, lemmas the words themselves or those of the table."""
    texts = words.split()
    lemmas = {"planned": "plan", "invited": "invite", "condemns": "condemn", "supposed": "suppose", "ordered": "order"}
    return doc_of(
        texts,
        pos=tags.split(),
        heads=[int(head) for head in heads.split()],
        deps=relations.split(),
        lemmas=[lemmas.get(word, word) for word in texts],
    )


@pytest.mark.parametrize(
    ("words", "tags", "heads", "relations", "expected"),
    [
        # What was let happen is as past as the letting.
        (
            "He let it begin Friday",
            "PRON VERB PRON VERB PROPN",
            "1 1 3 1 3",
            "nsubj root nsubj xcomp obl",
            -1,
        ),
        # "as planned" says nothing of the time.
        (
            "He let it begin as planned Friday",
            "PRON VERB PRON VERB SCONJ VERB PROPN",
            "1 1 3 1 5 3 3",
            "nsubj root nsubj xcomp mark advcl obl",
            -1,
        ),
        # A lapsed plan.
        (
            "It had been due to expire Friday",
            "PRON AUX AUX ADJ PART VERB PROPN",
            "5 5 5 5 5 5 5",
            "nsubj aux aux aux aux root obl",
            -1,
        ),
        # A predicate with "will" that the tagger takes for an adjective.
        ("It will double Friday", "PRON AUX ADJ PROPN", "2 2 2 2", "nsubj aux root obl", 1),
        # A plan in the passive, and one that is supposed.
        (
            "It is due to be shown on Friday",
            "PRON AUX ADJ PART AUX VERB ADP PROPN",
            "5 5 5 5 5 5 7 5",
            "nsubj aux aux aux aux root case obl",
            1,
        ),
        (
            "It is supposed to be put Friday",
            "PRON AUX VERB PART AUX VERB PROPN",
            "2 2 2 5 5 2 5",
            "nsubj aux root aux aux xcomp obl",
            1,
        ),
        # Who is accused of something says nothing of when.
        ("He is accused Friday", "PRON AUX VERB PROPN", "2 2 2 2", "nsubj aux root obl", 0),
        # A comment on what has been done.
        ("They condemns it Friday", "PRON VERB PRON PROPN", "1 1 1 1", "nsubj root obj obl", 0),
        # What something is.
        ("The deadline is Friday", "DET NOUN AUX PROPN", "1 3 3 3", "det nsubj cop root", 1),
        # A call to an event, a deadline, and a rank among the years gone by.
        (
            "He invited her to the debate Friday",
            "PRON VERB PRON ADP DET NOUN PROPN",
            "1 1 1 5 5 1 5",
            "nsubj root obj case det obl nmod",
            1,
        ),
        ("They stay until Friday", "PRON NOUN ADP PROPN", "1 1 3 1", "nsubj root case obl", 1),
        (
            "It will be the first in years",
            "PRON AUX AUX DET ADJ ADP NOUN",
            "4 4 4 4 4 6 4",
            "nsubj aux cop det root case obl",
            -1,
        ),
        (
            "It will grow less than forecast in July",
            "PRON AUX VERB ADV ADP NOUN ADP PROPN",
            "2 2 2 2 5 3 7 5",
            "nsubj aux root obj case obl case nmod",
            -1,
        ),
        # A day that something is set for, and one before which something is told; months and marks are not set so.
        ("They set it for Friday", "PRON VERB PRON ADP PROPN", "1 1 1 4 1", "nsubj root obj case obl", 1),
        ("It was sold for March", "PRON AUX VERB ADP PROPN", "2 2 2 4 2", "nsubj aux root case obl", -1),
        ("They met ahead of Friday", "PRON VERB ADV ADP PROPN", "1 1 4 2 1", "nsubj root case fixed obl", 1),
        (
            "It fell from a set on Friday",
            "PRON VERB ADP DET NOUN ADP PROPN",
            "1 1 4 4 1 6 4",
            "nsubj root case det obl case nmod",
            -1,
        ),
        # An order with its deadline, a state that will last, a passive to come, and one of a rank.
        (
            "He ordered them to leave by Friday",
            "PRON VERB PRON PART VERB ADP PROPN",
            "1 1 1 4 1 6 4",
            "nsubj root obj mark xcomp case obl",
            1,
        ),
        (
            "It will remain closed until at least Friday",
            "PRON AUX VERB VERB ADP ADP ADJ PROPN",
            "2 2 2 2 7 6 7 3",
            "nsubj aux root xcomp case case nmod obl",
            1,
        ),
        ("The talks to be held Friday", "DET NOUN PART AUX VERB PROPN", "1 1 4 4 1 4", "det root mark aux acl obl", 1),
        (
            "The first talks to be held Friday",
            "DET ADJ NOUN PART AUX VERB PROPN",
            "2 2 2 5 5 2 5",
            "det amod root mark aux acl obl",
            0,
        ),
        # What is under way on a day that is named lies ahead.
        ("He is leaving Friday", "PRON AUX VERB PROPN", "2 2 2 2", "nsubj aux root obl", 1),
        # A perfect after a modal of the present.
        (
            "It may have been strong Friday",
            "PRON AUX AUX AUX ADJ PROPN",
            "4 4 4 4 4 4",
            "nsubj aux aux cop root obl",
            -1,
        ),
    ],
)
def test_the_verb_above_a_time_says_where_it_lies(
    words: str, tags: str, heads: str, relations: str, expected: int
) -> None:
    """Helpers, causatives and asides decide whether a weekday has gone by (-1) or comes (1)."""
    doc = parsed(words, tags, heads, relations)
    assert direction(Stretch(doc=doc, start=len(doc) - 1, end=len(doc))) == expected


def test_a_perfect_below_the_main_verb_counts_from_the_event() -> None:
    """What somebody is thought to have done since a war began was done from then on."""
    doc = parsed(
        "It is thought to have bombed them since war began",
        "PRON AUX VERB PART AUX VERB PRON SCONJ NOUN VERB",
        "2 2 2 5 5 2 5 9 9 2",
        "expl aux root mark aux csubj obj mark nsubj advcl",
    )
    assert event_end(doc, 7, len(doc)) == len(doc)
