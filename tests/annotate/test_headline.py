"""Lines with a colon: turns of a transcript, and statements set off after "said:"."""

from demarche.annotate.blocks import blocks
from demarche.annotate.headline import headlines
from demarche.annotate.reading import Reading, ReadSentence
from demarche.record import Article, Sentence, Span
from tests.docs import doc_of, text_of


def _lines(*lines: str) -> Reading:
    """Build a reading of lines, a paragraph each, whose "said" is a verb."""
    words = [line.split() for line in lines]
    flat = [word for line in words for word in line]
    doc = doc_of(
        flat,
        pos=["VERB" if word == "said" else "NOUN" for word in flat],
        lemmas=["say" if word == "said" else word for word in flat],
    )
    article = Article(id="a", text=text_of(doc), sha256="0")
    parts: list[ReadSentence] = []
    for number, line in enumerate(words):
        first = parts[-1].last if parts else 0
        last = first + len(line)
        span = Span.of(article.text, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        sentence = Sentence(span=span, paragraph=number)
        parts.append(ReadSentence(sentence=sentence, first=first, last=last, reading=None))  # type: ignore[arg-type]
    return Reading(article=article, doc=doc, sentences=tuple(parts))


def test_speakers_of_a_transcript_may_have_a_post() -> None:
    """A name in capitals speaks, with what he is behind it or without."""
    reading = _lines("JANE ROE , EVENING ANCHOR : We begin .", "ROE : They left .", "JOHN DOE : They did .")
    told = [(a.source and a.source.text, a.cue and a.cue.text, a.content.text) for a in headlines(reading)]
    assert told == [
        ("JANE ROE", ":", "We begin ."),
        ("ROE", ":", "They left ."),
        ("JOHN DOE", ":", "They did ."),
    ]


def test_a_table_of_votes_is_no_transcript() -> None:
    """Nobody says a number behind his name."""
    assert list(headlines(_lines("Smith : 1,769 .", "Jones : 1,501 .", "Roe : 46 ."))) == []


def test_a_statement_ends_at_the_next_entry() -> None:
    """A paragraph that begins with its hour is no part of the statement before it."""
    reading = _lines("1901 Smith has said :", "We have all left .", "1858 The town fell .", "We know .")
    assert [block.span.text for block in blocks(reading, [])] == ["We have all left ."]
