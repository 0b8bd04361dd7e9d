"""Who says what, on parses made by hand."""

from dataclasses import replace

from spacy.lang.en import English
from spacy.tokens import Doc

from demarche.annotate import attribution, quotes
from demarche.annotate.reading import Reading, ReadSentence
from demarche.record import Article, Sentence, Span


def _read(*sentences: str) -> Reading:
    """Build a reading from lines of `word/POS/label/head`, heads counted from 1 in the sentence, 0 for the root."""
    words, tags, labels, heads, bounds = [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for cell in sentence.split():
            word, tag, label, head = cell.rsplit("/", 3)
            words.append(word)
            tags.append(tag)
            labels.append(label)
            heads.append(first + int(head) - 1 if int(head) else len(words) - 1)
        bounds.append((first, len(words)))
    doc = Doc(English().vocab, words=words, pos=tags, deps=labels, heads=heads, lemmas=[_lemma(w) for w in words])
    article = Article(id="a", text=doc.text, sha256="0")
    parts = tuple(_part(doc, article, first, last) for first, last in bounds)
    reading = Reading(article=article, doc=doc, sentences=parts)
    reading = replace(reading, quotes=quotes.find(reading))
    return replace(reading, attributions=attribution.find(reading))


def _part(doc: Doc, article: Article, first: int, last: int) -> ReadSentence:
    span = Span.of(article.text, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return ReadSentence(sentence=Sentence(span=span, paragraph=0), first=first, last=last, reading=None)  # type: ignore[arg-type]


def _lemma(word: str) -> str:
    return {"said": "say", "accused": "accuse", "told": "tell", "called": "call", "went": "go"}.get(word, word.lower())


def _rows(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    return [(a.source and a.source.text, a.cue and a.cue.text, a.content.text) for a in reading.attributions]


def test_indirect_speech() -> None:
    """Source, cue and the clause with its "that"."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 he/PRON/nsubj/5 went/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "said", "that he went")]


def test_according_to() -> None:
    """The clause around "according to X" is its content."""
    reading = _read(
        "Troops/NOUN/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/6 according/VERB/case/6 to/ADP/fixed/4 Reuters/PROPN/obl/2 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Reuters", "according to", "Troops left")]


def test_direct_speech_has_its_speaker() -> None:
    """A quotation before an inverted cue belongs to the subject of the cue."""
    reading = _read(
        "“/PUNCT/punct/3 We/PRON/nsubj/3 go/VERB/ccomp/7 now/ADV/advmod/3 ,/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0 "
        "Smith/PROPN/nsubj/7 ./PUNCT/punct/7"
    )
    assert [(q.span.text, q.speaker and q.speaker.text) for q in reading.quotes] == [("We go now ,", "Smith")]


def test_a_relative_clause_names_its_noun() -> None:
    """Of "Smith, who said" the source is the noun."""
    reading = _read(
        "Smith/PROPN/nsubj/7 ,/PUNCT/punct/4 who/PRON/nsubj/4 said/VERB/acl:relcl/1 it/PRON/nsubj/6 rained/VERB/ccomp/4 "
        "left/VERB/root/0 ./PUNCT/punct/7"
    )
    assert _rows(reading)[0] == ("Smith", "said", "it rained")


def test_accusation() -> None:
    """What somebody is accused of goes with whom."""
    reading = _read(
        "Syria/PROPN/nsubj/2 accused/VERB/root/0 Israel/PROPN/obj/2 of/SCONJ/mark/5 shelling/VERB/advcl/2 it/PRON/obj/5 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Syria", "accused", "Israel of shelling it")]


def test_a_tag_at_the_end_has_the_sentence_as_its_content() -> None:
    """A tag ("..., the source said.") is read by its order where the tree hangs the words elsewhere."""
    reading = _read(
        "Troops/NOUN/nsubj/2 left/VERB/root/0 Homs/PROPN/obj/2 ,/PUNCT/punct/2 the/DET/det/6 source/NOUN/nsubj/2 "
        "said/VERB/appos/6 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("the source", "said", "Troops left Homs")]


def test_a_clause_that_hangs_elsewhere_follows_its_verb() -> None:
    """The clause behind "said" is its content, whatever word the tree hangs it on."""
    reading = _read(
        "Smith/PROPN/nsubj/5 who/PRON/nsubj/3 said/VERB/acl:relcl/1 he/PRON/nsubj/5 went/VERB/root/0 home/ADV/advmod/5 "
        "./PUNCT/punct/5"
    )
    assert ("Smith", "said", "he went home") in _rows(reading)


def test_what_a_speaker_hopes_is_his_claim() -> None:
    """Only one claim is in "he said he hoped that"."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 he/PRON/nsubj/4 hope/VERB/ccomp/2 that/SCONJ/mark/7 they/PRON/nsubj/7 "
        "went/VERB/ccomp/4 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "said", "he hope that they went")]


def test_an_infinitive_counts_where_another_verb_only_says_how() -> None:
    """Both verbs of "went on to call" are the cue."""
    reading = _read(
        "Smith/PROPN/nsubj/2 went/VERB/root/0 on/ADV/advmod/2 to/PART/mark/5 call/VERB/xcomp/2 Jones/PROPN/obj/5 "
        "a/DET/det/8 liar/NOUN/xcomp/5 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "went on to call", "Jones a liar")]


def test_a_light_verb_and_its_noun_are_one_cue() -> None:
    """The content of "expressed concern about X" is X."""
    reading = _read(
        "Smith/PROPN/nsubj/2 express/VERB/root/0 concern/NOUN/obj/2 about/ADP/case/5 Homs/PROPN/nmod/3 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "express concern about", "Homs")]


def test_a_speaker_alone_in_the_next_sentence() -> None:
    """The cue counts though the sentence is cut before it ("... again?" Smith asked.)."""
    reading = _read(
        '"/PUNCT/punct/4 Have/AUX/aux/4 they/PRON/nsubj/4 left/VERB/root/0 town/NOUN/obj/4 again/ADV/advmod/4 '
        '?/PUNCT/punct/4 "/PUNCT/punct/4',
        "Smith/PROPN/nsubj/2 said/VERB/root/0 ./PUNCT/punct/2",
    )
    assert [(q.speaker and q.speaker.text, q.cue and q.cue.text) for q in reading.quotes] == [("Smith", "said")]


def test_what_follows_a_quotation_is_the_reporters() -> None:
    """Words behind the tag of a quotation are no part of what was said."""
    reading = _read(
        '"/PUNCT/punct/3 We/PRON/nsubj/3 went/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 he/PRON/nsubj/7 '
        "said/VERB/root/0 ,/PUNCT/punct/10 and/CCONJ/cc/10 left/VERB/conj/3 ./PUNCT/punct/7"
    )
    assert [row for row in _rows(reading) if row[1] == "said"] == [("he", "said", "We went ,")]
