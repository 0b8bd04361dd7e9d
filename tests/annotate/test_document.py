"""Reading an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from demarche.annotate.document import LONGEST_SENTENCE, Annotator
from demarche.annotate.reading import Reading
from demarche.record import Article, Damage, DamagedPhrase, DamageKind, Removed, Span

Read = Callable[..., Reading]


def test_every_word_stands_where_the_article_has_it(read: Read) -> None:
    """A token's offset and length cut its words out of the article's text."""
    reading = read("“We left,”\u00a0he said.\n\nThe U.N.\tmet.")
    assert all(reading.article.text[t.idx : t.idx + len(t)] == t.text for t in reading.doc if not t.is_space)


def test_a_sentence_knows_its_words(read: Read) -> None:
    """Words `first` to `last` of a sentence are those of its span, and heads stay inside."""
    reading = read("He left. They met in Oslo.")
    second = reading.sentences[1]
    assert reading.span(second.first, second.last).text == "They met in Oslo."
    assert all(second.first <= t.head.i < second.last for t in reading.doc[second.first : second.last])


def test_debris_is_not_read(article: Callable[..., Article], stand_in: object) -> None:
    """A sentence inside what was removed is left out, its words stay in the doc."""
    given = article("He left.\n\nSHARE THIS POST")
    given = replace(given, removed=(Removed(span=Span.of(given.text, 10, 25), why="sharing"),))
    reading = Annotator(stand_in, steps=()).annotate(given)
    assert [s.sentence.span.text for s in reading.sentences] == ["He left."]
    assert reading.doc[-1].text == "POST"


def test_a_damaged_phrase_is_read_as_what_it_stood_for(article: Callable[..., Article], stand_in: object) -> None:
    """`norm_` says the repaired word, one for one; the text keeps the damaged one."""
    given = article("He left the White Home.")
    phrase = DamagedPhrase(span=Span.of(given.text, 12, 22), repaired="White House", kind=DamageKind.NAME)
    annotator = Annotator(stand_in, find_damage=lambda _: Damage(score=1.0, phrases=(phrase,)), steps=())
    reading = annotator.annotate(given)
    assert [t.norm_ for t in reading.doc[3:5]] == ["White", "House"]
    assert reading.doc[4].text == "Home"
    assert reading.article.damage.score == 1.0


def test_an_endless_sentence_is_cut(read: Read) -> None:
    """No sentence given to the reader is longer than the limit, and no word is lost."""
    reading = read("word " * 1000)
    assert all(s.last - s.first <= LONGEST_SENTENCE for s in reading.sentences)
    assert sum(s.last - s.first for s in reading.sentences) == 1000


def test_a_line_without_spaces_is_read(read: Read) -> None:
    """A long run of characters without white space does not stop the tokenizer."""
    text = "((((" * 5000 + " He left."
    assert read(text).sentences[-1].sentence.span.text.endswith("He left.")


def test_steps_run_in_order(article: Callable[..., Article], stand_in: object) -> None:
    """Each step gets the reading that the step before returned."""
    seen: list[int] = []

    def step(number: int) -> Callable[[Reading], Reading]:
        return lambda reading: (seen.append(number), reading)[1]

    Annotator(stand_in, steps=(step(1), step(2))).annotate(article("He left."))
    assert seen == [1, 2]


def test_nothing_is_read_as_nothing(read: Read) -> None:
    """An empty text has no words and no sentences."""
    assert read("").sentences == ()
