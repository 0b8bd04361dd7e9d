"""Who speaks in a direct quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from demarche.annotate.reading import DirectQuote
from demarche.code.quotes import find_quotes
from demarche.resolve import Resolution
from tests.code.stubs import mention, reading_of
from tests.code.trees import tree

WARNED = (
    "army/army/NOUN/nsubj:pass/3 was/be/AUX/aux:pass/3 quoted/quote/VERB/root/0 as/as/ADP/case/5 "
    "warning/warn/VERB/obl/3 of/of/ADP/case/7 doom/doom/NOUN/obl/5 ,/,/PUNCT/punct/3 Sana/Sana/PROPN/nsubj/10 "
    "said/say/VERB/parataxis/3"
)
CLASSIFIED = (
    "sites/site/NOUN/nsubj/7 classified/classify/VERB/acl/1 as/as/ADP/case/4 grim/grim/ADJ/obl/2 by/by/ADP/case/6 "
    "Oman/Oman/PROPN/obl:agent/2 burn/burn/VERB/ccomp/9 Iran/Iran/PROPN/nsubj/9 said/say/VERB/root/0"
)
REPLIED = "Replied/reply/VERB/root/0 Oman/Oman/PROPN/nsubj/1 ,/,/PUNCT/punct/1 leave/leave/VERB/ccomp/1"
TOLD = "doom/doom/NOUN/nsubj/2 comes/come/VERB/ccomp/4 Oman/Oman/PROPN/nsubj/4 says/say/VERB/root/0"


def quoted(sentence, *words, speaker=None, mentions=()):
    """Return the speakers of quotations of these words of a sentence, all named by one word or none."""
    reading = reading_of(tree(sentence))
    named = reading.span(speaker, speaker + 1) if speaker is not None else None
    quotes = tuple(DirectQuote(span=reading.span(w, w + 1), speaker=named, cue=None) for w in words)
    found = find_quotes(replace(reading, quotes=quotes), Resolution(mentions=tuple(mentions)))
    return [quote.speaker for quote in found]


@pytest.mark.parametrize(
    ("sentence", "word", "teller", "speaker"), [(WARNED, 6, 8, 0), (CLASSIFIED, 3, 7, 5), (TOLD, 0, 2, 2)]
)
def test_words_are_those_of_who_said_them_and_not_of_who_passes_them_on(sentence, word, teller, speaker):
    """Who is quoted as warning, and who calls a thing by these words, speaks; else the teller does."""
    mentions = [mention(speaker, "OMN"), *([mention(teller, "IRN")] if teller != speaker else [])]

    assert quoted(sentence, word, speaker=teller, mentions=mentions) == ["a-omn"]


def test_who_stands_behind_the_verb_that_opens_the_sentence_speaks():
    """The speaker of an inverted sentence is found where no other is known."""
    assert quoted(REPLIED, 3, mentions=[mention(1, "OMN")]) == ["a-omn"]


def test_a_quotation_that_goes_on_has_the_speaker_of_the_one_before():
    """Where nothing but marks stands between two quotations one voice speaks both."""
    sentence = (
        "Oman/Oman/PROPN/nsubj/2 said/say/VERB/root/0 leave/leave/VERB/ccomp/2 ././PUNCT/punct/2 go/go/VERB/parataxis/2"
    )
    reading = reading_of(tree(sentence))
    first = DirectQuote(span=reading.span(2, 3), speaker=reading.span(0, 1), cue=None)
    second = DirectQuote(span=reading.span(4, 5), speaker=None, cue=None)
    found = find_quotes(replace(reading, quotes=(first, second)), Resolution(mentions=(mention(0, "OMN"),)))

    assert [q.speaker for q in found] == ["a-omn", "a-omn"]
