"""Who says what, on parses made by hand."""

from dataclasses import replace

from demarche.annotate import attribution, quotes
from demarche.annotate.doc import Doc
from demarche.annotate.reading import Reading, ReadSentence
from demarche.record import Article, Sentence, Span
from tests.docs import doc_of, text_of

_LEMMAS = {
    "said": "say",
    "accused": "accuse",
    "told": "tell",
    "called": "call",
    "went": "go",
    "adding": "add",
    "calls": "call",
    "quoted": "quote",
    "warning": "warn",
    "comments": "comment",
    "noted": "note",
    "Asked": "ask",
    "seen": "see",
    "refused": "refuse",
    "supported": "support",
    "railed": "rail",
    "drew": "draw",
    "recalled": "recall",
    "felt": "feel",
    "challenged": "challenge",
    "saying": "say",
    "words": "word",
    "e-mails": "e-mail",
}


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
    doc = doc_of(words, pos=tags, deps=labels, heads=heads, lemmas=[_lemma(w) for w in words])
    article = Article(id="a", text=text_of(doc), sha256="0")
    parts = tuple(_part(doc, article, first, last) for first, last in bounds)
    reading = Reading(article=article, doc=doc, sentences=parts)
    reading = replace(reading, quotes=quotes.find(reading))
    return replace(reading, attributions=attribution.find(reading))


def _part(doc: Doc, article: Article, first: int, last: int) -> ReadSentence:
    span = Span.of(article.text, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return ReadSentence(sentence=Sentence(span=span, paragraph=0), first=first, last=last, reading=None)  # type: ignore[arg-type]


def _lemma(word: str) -> str:
    return _LEMMAS.get(word, word.lower())


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


def _speakers(reading: Reading) -> list[str | None]:
    return [q.speaker and q.speaker.text for q in reading.quotes]


def test_a_plan_is_a_claim_of_its_owner() -> None:
    """What somebody plans is the content of the infinitive."""
    reading = _read(
        "Smith/PROPN/nsubj/2 plan/VERB/root/0 to/PART/mark/4 leave/VERB/xcomp/2 Homs/PROPN/obj/4 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "plan", "to leave Homs")]


def test_a_study_beside_what_it_shows() -> None:
    """A text that knows something is the source of the sentence that it stands beside."""
    reading = _read(
        "Troops/NOUN/nsubj/2 left/VERB/root/0 Homs/PROPN/obj/2 ,/PUNCT/punct/2 studies/NOUN/nsubj/6 show/VERB/parataxis/2 "
        "./PUNCT/punct/2"
    )
    assert _rows(reading) == [("studies", "show", "Troops left Homs")]


def test_as_somebody_put_it() -> None:
    """The clause around "as X put it" is in the words of X."""
    reading = _read(
        "Troops/NOUN/nsubj/2 left/VERB/root/0 Homs/PROPN/obj/2 ,/PUNCT/punct/2 as/SCONJ/mark/7 Smith/PROPN/nsubj/7 "
        "put/VERB/advcl/2 it/PRON/obj/7 ./PUNCT/punct/2"
    )
    assert [row[:2] for row in _rows(reading)][:1] == [("Smith", "put")]


def test_a_noun_has_its_matter_for_content() -> None:
    """The preposition that leads to the content of a noun belongs to the cue."""
    reading = _read(
        "His/PRON/nmod:poss/2 comments/NOUN/nsubj/5 about/ADP/case/4 Homs/PROPN/nmod/2 hurt/VERB/root/0 ./PUNCT/punct/5"
    )
    assert _rows(reading) == [("His", "comments about", "Homs")]


def test_what_is_only_discussed_is_a_topic() -> None:
    """Nothing is said of what somebody discusses, so it is marked as a topic."""
    reading = _read("Smith/PROPN/nsubj/2 discuss/VERB/root/0 Homs/PROPN/obj/2 ./PUNCT/punct/2")
    assert [(a.content.text, a.topic) for a in reading.attributions] == [("Homs", True)]


def test_a_participle_goes_on_with_what_its_speaker_says() -> None:
    """A content ends before ", adding that", whose source is that of the verb of saying."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 Jones/PROPN/nsubj/4 left/VERB/ccomp/2 ,/PUNCT/punct/6 adding/VERB/advcl/4 "
        "that/SCONJ/mark/9 it/PRON/nsubj/9 rained/VERB/ccomp/6 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "said", "Jones left"), ("Smith", "adding", "that it rained")]


def test_a_second_sentence_is_no_part_of_the_first_saying() -> None:
    """A content ends before a comma, "and" and a new subject with a verb of saying."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 Jones/PROPN/nsubj/4 left/VERB/ccomp/2 ,/PUNCT/punct/8 and/CCONJ/cc/8 "
        "he/PRON/nsubj/8 noted/VERB/conj/4 that/SCONJ/mark/11 it/PRON/nsubj/11 rained/VERB/ccomp/8 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "said", "Jones left"), ("he", "noted", "that it rained")]


def test_a_concession_is_a_saying_of_its_own() -> None:
    """A content ends before "though he noted that"."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 Jones/PROPN/nsubj/4 left/VERB/ccomp/2 though/SCONJ/mark/7 he/PRON/nsubj/7 "
        "noted/VERB/advcl/4 that/SCONJ/mark/10 it/PRON/nsubj/10 rained/VERB/ccomp/7 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "said", "Jones left"), ("he", "noted", "that it rained")]


def test_an_attack_in_arms_is_no_claim() -> None:
    """Verbs of fighting judge only where a person or a text has them."""
    reading = _read("Rebels/NOUN/nsubj/2 attack/VERB/root/0 Homs/PROPN/obj/2 ./PUNCT/punct/2")
    judged = _read("He/PRON/nsubj/2 attack/VERB/root/0 Jones/PROPN/obj/2 ./PUNCT/punct/2")
    assert _rows(reading) == []
    assert _rows(judged) == [("He", "attack", "Jones")]


def test_a_verb_taken_for_a_noun() -> None:
    """A noun with a subject and a clause is the verb of the sentence."""
    reading = _read(
        "Video/NOUN/nsubj/2 show/NOUN/root/0 that/SCONJ/mark/5 he/PRON/nsubj/5 left/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Video", "show", "that he left")]


def test_a_title_and_a_name_are_one_source() -> None:
    """Subjects with nothing between them name one source."""
    reading = _read(
        "They/PRON/nsubj/2 left/VERB/ccomp/4 ,/PUNCT/punct/2 said/VERB/root/0 widow/NOUN/nsubj/4 Terry/PROPN/nsubj/4 "
        "./PUNCT/punct/4"
    )
    assert _rows(reading) == [("widow Terry", "said", "They left")]


def test_a_letter_is_published_not_claimed() -> None:
    """Words that somebody sends are a topic with all that says what they hold."""
    reading = _read(
        "They/PRON/nsubj/2 send/VERB/root/0 a/DET/det/4 letter/NOUN/obj/2 opposing/VERB/acl/4 Jones/PROPN/obj/5 "
        "./PUNCT/punct/2"
    )
    assert ("a letter opposing Jones", True) in [(a.content.text, a.topic) for a in reading.attributions]


def test_what_somebody_calls_a_thing_is_his_word() -> None:
    """After "what he calls" the term between the marks is the speaker's."""
    reading = _read(
        "It/PRON/nsubj/3 is/AUX/cop/3 what/PRON/root/0 he/PRON/nsubj/5 calls/VERB/acl:relcl/3 an/DET/det/9 “/PUNCT/punct/9 "
        "eternal/ADJ/amod/9 merger/NOUN/xcomp/5 ”/PUNCT/punct/9 ./PUNCT/punct/3"
    )
    assert _speakers(reading) == ["he"]


def test_who_is_quoted_speaks_and_not_his_reporter() -> None:
    """Of "X was quoted as warning of Y, according to Z" the quotation is X's."""
    reading = _read(
        "Rebels/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 quoted/VERB/root/0 as/ADP/mark/5 warning/VERB/advcl/3 of/ADP/case/9 "
        "“/PUNCT/punct/9 grave/ADJ/amod/9 repercussions/NOUN/obl/5 ”/PUNCT/punct/9 ,/PUNCT/punct/14 according/VERB/case/14 "
        "to/ADP/fixed/12 Reuters/PROPN/obl/3 ./PUNCT/punct/3"
    )
    assert _speakers(reading) == ["Rebels"]


def test_a_quotation_after_indirect_speech() -> None:
    """A sentence between marks that names no speaker is of him who said something in the sentence before."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 rained/VERB/ccomp/2 ./PUNCT/punct/2",
        "“/PUNCT/punct/5 They/PRON/nsubj/5 have/AUX/aux/5 all/ADV/advmod/5 left/VERB/root/0 Homs/PROPN/obj/5 ./PUNCT/punct/5 "
        "”/PUNCT/punct/5",
    )
    assert _speakers(reading) == ["Smith"]


def test_a_turn_in_a_transcript() -> None:
    """The name before the colon speaks."""
    reading = _read(
        "“/PUNCT/punct/5 PENCE/PROPN/nsubj/5 :/PUNCT/punct/5 They/PRON/nsubj/5 left/VERB/root/0 ./PUNCT/punct/5 ”/PUNCT/punct/5"
    )
    assert _speakers(reading) == ["PENCE"]


def test_a_plan_holds_nobodys_own_words() -> None:
    """A term between marks in what somebody plans is the reporter's, and no quotation."""
    reading = _read(
        "Smith/PROPN/nsubj/2 plan/VERB/root/0 to/PART/mark/4 fight/VERB/xcomp/2 the/DET/det/7 “/PUNCT/punct/7 "
        "terror/NOUN/obj/4 ”/PUNCT/punct/7 ./PUNCT/punct/2"
    )
    assert _speakers(reading) == []


def test_a_short_sentence_between_marks_goes_on() -> None:
    """A quotation of a few words that is a whole sentence belongs to who spoke before it."""
    reading = _read(
        "“/PUNCT/punct/3 We/PRON/nsubj/3 go/VERB/ccomp/7 now/ADV/advmod/3 ,/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0 "
        "Smith/PROPN/nsubj/7 ./PUNCT/punct/7",
        "“/PUNCT/punct/4 That/PRON/nsubj/4 is/AUX/cop/4 all/PRON/root/0 ./PUNCT/punct/4 ”/PUNCT/punct/4",
    )
    assert _speakers(reading) == ["Smith", "Smith"]


def test_and_between_quotations_keeps_the_speaker() -> None:
    """Of "shouting 'go' and 'away'" both are shouted by the same people."""
    reading = _read(
        "Smith/PROPN/nsubj/2 shout/VERB/root/0 “/PUNCT/punct/4 go/VERB/xcomp/2 ”/PUNCT/punct/4 and/CCONJ/cc/8 “/PUNCT/punct/8 "
        "away/ADV/conj/2 ”/PUNCT/punct/8 ./PUNCT/punct/2"
    )
    assert _speakers(reading) == ["Smith", "Smith"]


def test_who_says_so_comes_before_who_thinks_so() -> None:
    """The marks in "Smith said Jones believes ..." hold the words of Smith."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 Jones/PROPN/nsubj/4 believe/VERB/ccomp/2 “/PUNCT/punct/8 he/PRON/nsubj/8 "
        "never/ADV/advmod/8 went/VERB/ccomp/4 back/ADV/advmod/8 to/ADP/case/11 Homs/PROPN/obl/8 ”/PUNCT/punct/8 ./PUNCT/punct/2"
    )
    assert _speakers(reading) == ["Smith"]


def test_put_it() -> None:
    """Whoever "put it" so is the speaker."""
    reading = _read(
        "As/ADP/case/2 Smith/PROPN/obl/5 ,/PUNCT/punct/2 recently/ADV/advmod/5 put/VERB/root/0 it/PRON/obj/5 ,/PUNCT/punct/5 “/PUNCT/punct/10 "
        "who/PRON/nsubj/10 went/VERB/ccomp/5 to/ADP/case/12 Homs/PROPN/obl/10 and/CCONJ/cc/14 left/VERB/conj/10 ?/PUNCT/punct/10 ”/PUNCT/punct/10"
    )
    assert _speakers(reading) == ["Smith"]


def test_a_quotation_between_dashes_is_the_subjects() -> None:
    """What is set between dashes was said by the subject of the sentence, where it can speak."""
    reading = _read(
        "He/PRON/nsubj/2 took/VERB/root/0 it/PRON/obj/2 as/ADP/case/5 praise/NOUN/obl/2 --/PUNCT/punct/9 “/PUNCT/punct/9 That/PRON/nsubj/9 "
        "makes/VERB/appos/5 me/PRON/obj/9 smart/ADJ/xcomp/9 ”/PUNCT/punct/9 --/PUNCT/punct/9 and/CCONJ/cc/15 left/VERB/conj/2 ./PUNCT/punct/2"
    )
    assert _speakers(reading) == ["He"]


def test_no_speaker_stands_inside_the_quotation_beside() -> None:
    """A cue whose subject the syntax finds in another quotation has the subject of its sentence."""
    reading = _read(
        "He/PRON/nsubj/2 left/VERB/root/0 (/PUNCT/punct/6 “/PUNCT/punct/6 That/PRON/nsubj/6 helps/VERB/parataxis/2 me/PRON/obj/6 ”/PUNCT/punct/6 )/PUNCT/punct/6 ,/PUNCT/punct/11 "
        "adding/VERB/advcl/6 ,/PUNCT/punct/14 “/PUNCT/punct/14 go/VERB/ccomp/11 home/ADV/advmod/14 now/ADV/advmod/14 ./PUNCT/punct/2 ”/PUNCT/punct/2"
    )
    assert _speakers(reading)[-1] == "He"


def test_a_tag_after_a_clause_of_the_reporter() -> None:
    """The saying that ends a sentence names the speaker though a clause stands between."""
    reading = _read(
        "“/PUNCT/punct/3 We/PRON/nsubj/3 mourn/VERB/ccomp/13 the/DET/det/5 boy/NOUN/obj/3 ,/PUNCT/punct/9 ”/PUNCT/punct/9 who/PRON/nsubj/9 "
        "drowned/VERB/acl:relcl/5 at/ADP/case/11 sea/NOUN/obl/9 ,/PUNCT/punct/9 said/VERB/root/0 Smith/PROPN/nsubj/13 ./PUNCT/punct/13"
    )
    assert _speakers(reading) == ["Smith"]


def test_who_gives_a_reply_speaks_in_it() -> None:
    """The source of "gave a reply, warning that" is who gave it."""
    reading = _read(
        "Cairo/PROPN/nsubj/2 gave/VERB/root/0 a/DET/det/4 reply/NOUN/obj/2 ,/PUNCT/punct/6 warning/VERB/acl/4 that/SCONJ/mark/9 he/PRON/nsubj/9 "
        "went/VERB/ccomp/6 ./PUNCT/punct/2"
    )
    assert ("Cairo", "warning", "that he went") in _rows(reading)


def test_the_author_of_a_work_says_no_title() -> None:
    """The title in "'Hamlet' was written by Smith" is no quotation."""
    reading = _read(
        "“/PUNCT/punct/2 Hamlet/PROPN/nsubj:pass/5 ”/PUNCT/punct/2 was/AUX/aux:pass/5 write/VERB/root/0 by/ADP/case/7 "
        "Smith/PROPN/obl:agent/5 ./PUNCT/punct/5"
    )
    assert _speakers(reading) == []


def _topics(reading: Reading) -> list[str]:
    return [a.cue.text for a in reading.attributions if a.cue and a.topic]


def test_a_preposition_that_hangs_on_the_verb() -> None:
    """What follows "called for" is the content, whichever word the tree hangs "for" on."""
    reading = _read(
        "Cairo/PROPN/nsubj/2 called/VERB/root/0 for/ADP/mark/2 a/DET/det/5 truce/NOUN/obl/2 with/ADP/case/7 Homs/PROPN/nmod/5 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Cairo", "called for", "a truce with Homs")]


def test_a_question_put_in_a_participle() -> None:
    """The question in "Asked whether he would go, Smith said" is no part of what Smith said."""
    reading = _read(
        "Asked/VERB/advcl/8 whether/SCONJ/mark/5 he/PRON/nsubj/5 would/AUX/aux/5 go/VERB/ccomp/8 ,/PUNCT/punct/1 Smith/PROPN/nsubj/8 "
        "said/VERB/root/0 that/SCONJ/mark/11 they/PRON/nsubj/11 left/VERB/ccomp/8 ./PUNCT/punct/8"
    )
    assert _rows(reading) == [(None, "Asked", "whether he would go"), ("Smith", "said", "that they left")]


def test_what_is_meant_to_be_said_is_a_topic() -> None:
    """An infinitive of judging has its content, but nobody has said it yet."""
    reading = _read(
        "Smith/PROPN/nsubj/2 refused/VERB/root/0 pressure/NOUN/obj/2 to/PART/mark/5 praise/VERB/acl/3 Cairo/PROPN/obj/5 ./PUNCT/punct/2"
    )
    assert ("Smith", "to praise", "Cairo") in _rows(reading)
    assert _topics(reading) == ["to praise"]


def test_what_seems_so_is_nobodys() -> None:
    """What "appears to" be so has no source, and its content is nobody's claim."""
    reading = _read("Cairo/PROPN/nsubj/2 appear/VERB/root/0 to/PART/mark/4 win/VERB/xcomp/2 ./PUNCT/punct/2")
    assert {a.source for a in reading.attributions} == {None}
    assert set(_topics(reading)) == {"appear"}


def test_made_clear() -> None:
    """Verb and adjective of "made it clear that" are the cue."""
    reading = _read(
        "Smith/PROPN/nsubj/2 make/VERB/root/0 it/PRON/expl/2 clear/ADJ/xcomp/2 that/SCONJ/mark/7 he/PRON/nsubj/7 went/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "make it clear", "that he went")]


def test_a_lead_by_the_order_of_the_words() -> None:
    """A lead ("As Smith noted, ...") has its source and content though the tree hangs them elsewhere."""
    reading = _read(
        "As/SCONJ/case/2 Smith/PROPN/nsubj/6 noted/VERB/root/0 ,/PUNCT/punct/2 they/PRON/nsubj/6 left/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    assert _rows(reading) == [("Smith", "noted", "they left")]


def test_a_second_verb_of_the_speaker() -> None:
    """A verb in the tense of the verb of saying goes on with the speaker, not with what he said."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 they/PRON/nsubj/5 would/AUX/aux/5 go/VERB/ccomp/2 and/CCONJ/cc/7 accused/VERB/conj/5 "
        "Cairo/PROPN/obj/7 of/ADP/case/10 war/NOUN/obl/7 ./PUNCT/punct/2"
    )
    assert ("Smith", "said", "they would go") in _rows(reading)
    assert ("Smith", "accused", "Cairo of war") in _rows(reading)


def test_a_speaker_in_a_relative_clause_ends_the_content() -> None:
    """What another says in a relative clause behind a comma is no part of the content before it."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 they/PRON/nsubj/4 left/VERB/ccomp/2 Homs/PROPN/obj/4 ,/PUNCT/punct/9 which/PRON/obj/9 "
        "Cairo/PROPN/nsubj/9 called/VERB/acl:relcl/5 wise/ADJ/xcomp/9 ./PUNCT/punct/2"
    )
    assert _rows(reading)[0] == ("Smith", "said", "they left Homs")


def test_in_the_view_of() -> None:
    """A view ("in his view") makes the clause around it his."""
    reading = _read(
        "In/ADP/case/4 Smith/PROPN/nmod:poss/4 's/PART/case/2 view/NOUN/obl/7 ,/PUNCT/punct/4 they/PRON/nsubj/7 left/VERB/root/0 ./PUNCT/punct/7"
    )
    assert _rows(reading) == [("Smith", "view", "they left")]


def test_in_a_poll() -> None:
    """What stands beside "in a poll" the poll says."""
    reading = _read(
        "In/ADP/case/3 a/DET/det/3 poll/NOUN/obl/6 ,/PUNCT/punct/3 most/PRON/nsubj/6 left/VERB/root/0 it/PRON/obj/6 ./PUNCT/punct/6"
    )
    assert _rows(reading) == [("a poll", "In", "most left it")]


def test_the_question_is() -> None:
    """The clause that a question is said to be is its content."""
    reading = _read(
        "The/DET/det/2 question/NOUN/nsubj:outer/6 is/AUX/cop/6 whether/SCONJ/mark/6 they/PRON/nsubj/6 went/VERB/root/0 ./PUNCT/punct/6"
    )
    assert ("question is", "whether they went") in [row[1:] for row in _rows(reading)]


def test_a_passive_of_judgement() -> None:
    """Who is seen as something is told so by the agent; without one it is nobody's claim."""
    said = _read(
        "Cairo/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 seen/VERB/root/0 by/ADP/case/5 Smith/PROPN/obl:agent/3 as/ADP/case/8 a/DET/det/8 "
        "risk/NOUN/obl/3 ./PUNCT/punct/3"
    )
    assert ("Smith", "was seen", "Cairo") in _rows(said)
    assert _topics(said) == []
    open_ = _read(
        "Cairo/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 seen/VERB/root/0 as/ADP/case/6 a/DET/det/6 risk/NOUN/obl/3 ./PUNCT/punct/3"
    )
    assert set(_topics(open_)) == {"was seen as"}


def test_a_particle_that_says() -> None:
    """A verb with its particle ("played down") judges its object."""
    reading = _read(
        "Smith/PROPN/nsubj/2 play/VERB/root/0 down/ADP/compound:prt/2 the/DET/det/5 war/NOUN/obj/2 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "play down", "the war")]


def test_what_somebody_supported_stands_before_the_verb() -> None:
    """A relative clause without its own object says so of its noun."""
    reading = _read(
        "It/PRON/nsubj/4 is/AUX/cop/4 a/DET/det/4 deal/NOUN/root/0 Smith/PROPN/nsubj/6 defended/VERB/acl:relcl/4 "
        "./PUNCT/punct/4",
        "It/PRON/nsubj/4 is/AUX/cop/4 a/DET/det/4 deal/NOUN/root/0 Smith/PROPN/nsubj/6 praise/VERB/acl:relcl/4 "
        "./PUNCT/punct/4",
    )
    assert _rows(reading) == [("Smith", "praise", "a deal")]


def test_a_tirade_beside_a_saying_is_another_saying() -> None:
    """A content ends before "and he" with a verb whose content hangs on a preposition."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 Jones/PROPN/nsubj/4 left/VERB/ccomp/2 ,/PUNCT/punct/8 and/CCONJ/cc/8 "
        "he/PRON/nsubj/8 railed/VERB/conj/4 against/ADP/case/10 Paris/PROPN/obl/8 ./PUNCT/punct/2"
    )
    assert _rows(reading) == [("Smith", "said", "Jones left"), ("he", "railed against", "Paris")]


def test_who_passes_a_saying_on_is_no_part_of_it() -> None:
    """A content ends before ", according to X"."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 Jones/PROPN/nsubj/4 left/VERB/ccomp/2 ,/PUNCT/punct/4 according/VERB/case/8 "
        "to/ADP/fixed/6 Reuters/PROPN/obl/4 ./PUNCT/punct/2"
    )
    assert ("Smith", "said", "Jones left") in _rows(reading)


def test_criticism_drawn_is_the_critics() -> None:
    """Of what somebody draws or faces he is not the source; of what he is for, he is."""
    drawn = _read(
        "Smith/PROPN/nsubj/2 drew/VERB/root/0 criticism/NOUN/obj/2 of/ADP/case/6 his/PRON/nmod:poss/6 plan/NOUN/nmod/3 "
        "./PUNCT/punct/2"
    )
    told = _read(
        "Smith/PROPN/nsubj/4 is/AUX/cop/4 a/DET/det/4 supporter/NOUN/root/0 of/ADP/case/6 peace/NOUN/nmod/4 ./PUNCT/punct/4"
    )
    assert [row[0] for row in _rows(drawn)] == [None]
    assert _rows(told) == [("Smith", "supporter of", "peace")]


def test_a_poll_at_the_end_is_a_source() -> None:
    """The clause before "in a poll" is what the poll says."""
    reading = _read("Smith/PROPN/nsubj/2 lead/VERB/root/0 in/ADP/case/5 a/DET/det/5 poll/NOUN/obl/2 ./PUNCT/punct/2")
    assert _rows(reading) == [("a poll", "in", "Smith lead")]


def test_the_words_before_a_verb_without_a_subject_name_its_source() -> None:
    """Where the tree leaves a verb of saying alone, the name right before it says so."""
    reading = _read(
        "Speaker/NOUN/root/0 Smith/PROPN/appos/1 (/PUNCT/punct/4 R/PROPN/dep/1 )/PUNCT/punct/4 said/VERB/dep/1 "
        "it/PRON/nsubj/8 rained/VERB/ccomp/6 ./PUNCT/punct/1"
    )
    assert [row[0] for row in _rows(reading)] == ["Speaker Smith ( R )"]


def test_what_is_reported_to_have_been_said_is_said() -> None:
    """The perfect infinitive tells of something done, and nothing intended."""
    reading = _read(
        "Smith/PROPN/nsubj:pass/3 is/AUX/aux:pass/3 reported/VERB/root/0 to/PART/mark/6 have/AUX/aux/6 said/VERB/xcomp/3 "
        ",/PUNCT/punct/6 “/PUNCT/punct/10 We/PRON/nsubj/10 go/VERB/ccomp/6 home/ADV/advmod/10 now/ADV/advmod/10 "
        "./PUNCT/punct/10 ”/PUNCT/punct/10"
    )
    assert _speakers(reading) == ["Smith"]


def test_as_somebody_put_it_has_a_cue() -> None:
    """Before a quotation "as X put it" names speaker and cue."""
    reading = _read(
        "Or/CCONJ/cc/8 ,/PUNCT/punct/8 as/SCONJ/mark/5 Smith/PROPN/nsubj/5 put/VERB/advcl/8 it/PRON/obj/5 :/PUNCT/punct/8 "
        "“/PUNCT/punct/11 They/PRON/nsubj/11 all/PRON/dep/11 left/VERB/root/0 us/PRON/obj/11 ./PUNCT/punct/11 ”/PUNCT/punct/11"
    )
    assert [(q.speaker and q.speaker.text, q.cue and q.cue.text) for q in reading.quotes] == [("Smith", "put it")]


def test_a_sender_before_a_colon() -> None:
    """Who "tweets:" speaks though the tagger takes the verb for a noun and an hour stands before him."""
    reading = _read(
        "1054/NUM/root/0 Smith/PROPN/compound/3 tweets/NOUN/appos/1 :/PUNCT/punct/1 “/PUNCT/punct/7 They/PRON/nsubj/7 "
        "left/VERB/parataxis/1 us/PRON/obj/7 ./PUNCT/punct/7 ”/PUNCT/punct/7"
    )
    assert [(q.speaker and q.speaker.text, q.cue and q.cue.text) for q in reading.quotes] == [("Smith", "tweets")]


def test_a_name_between_marks_is_nobodys_word() -> None:
    """A name in what somebody says is no quotation; what he calls somebody is."""
    named = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 the/DET/det/5 “/PUNCT/punct/5 Mirage/PROPN/nsubj/7 ”/PUNCT/punct/5 "
        "left/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    called = _read(
        "Smith/PROPN/nsubj/2 called/VERB/root/0 him/PRON/obj/2 “/PUNCT/punct/5 Nero/PROPN/xcomp/2 ”/PUNCT/punct/5 "
        "./PUNCT/punct/2"
    )
    assert (_speakers(named), _speakers(called)) == ([], ["Smith"])


def test_who_spoke_in_the_sentence_before_goes_on() -> None:
    """After "...," said X the next quotation is of all of X, even where the tree gives his names apart."""
    reading = _read(
        "“/PUNCT/punct/3 We/PRON/nsubj/3 go/VERB/ccomp/7 now/ADV/advmod/3 ,/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0 "
        "Madame/PROPN/nsubj/7 Smith/PROPN/nsubj/7 ./PUNCT/punct/7",
        "“/PUNCT/punct/3 We/PRON/nsubj/3 pray/VERB/root/0 to/PART/mark/5 see/VERB/advcl/3 it/PRON/obj/5 ./PUNCT/punct/3 "
        "”/PUNCT/punct/3",
    )
    assert _speakers(reading) == ["Madame Smith", "Madame Smith"]


def test_who_is_spoken_of_last_is_heard_next() -> None:
    """Before a quotation without a speaker the last main clause counts ("Two fell, but one woman was unhurt.")."""
    reading = _read(
        "Two/NUM/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/8 but/CCONJ/cc/8 one/NUM/nummod/6 woman/NOUN/nsubj/8 "
        "was/AUX/cop/8 unhurt/ADJ/conj/2 ./PUNCT/punct/2",
        "“/PUNCT/punct/3 We/PRON/nsubj/3 ran/VERB/root/0 to/PART/mark/5 see/VERB/advcl/3 it/PRON/obj/5 ./PUNCT/punct/3 "
        "”/PUNCT/punct/3",
    )
    assert _speakers(reading) == ["one woman"]


def test_the_subject_before_the_marks_speaks() -> None:
    """A quotation that opens with its verb is of the subject right before it."""
    reading = _read(
        "Bishops/NOUN/nsubj/3 “/PUNCT/punct/3 condemn/VERB/root/0 the/DET/det/6 many/ADJ/amod/6 raids/NOUN/obj/3 "
        "there/ADV/advmod/3 ./PUNCT/punct/3 ”/PUNCT/punct/3"
    )
    assert [(q.speaker and q.speaker.text, q.cue and q.cue.text) for q in reading.quotes] == [("Bishops", "condemn")]


def test_a_quotation_opened_by_two_single_marks_is_led_in_as_any_other() -> None:
    """Wire text opens quotations with the marks that close them, which end no lead-in."""
    reading = _read(
        "He/PRON/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/4 saying/VERB/advcl/2 ,/PUNCT/punct/7 ''/PUNCT/punct/7 "
        "Nothing/NOUN/parataxis/2 was/AUX/cop/7 ever/ADV/advmod/7 promised/VERB/acl/7 there/ADV/advmod/10 "
        "./PUNCT/punct/7 ''/PUNCT/punct/7"
    )
    assert [(q.speaker and q.speaker.text, q.cue and q.cue.text) for q in reading.quotes] == [("He", "saying")]


def test_who_stands_behind_the_verb_speaks_though_the_tree_hangs_him_elsewhere() -> None:
    """What is said by "the envoy" in `"...," said the envoy` is his by the order of the words."""
    reading = _read(
        "“/PUNCT/punct/3 We/PRON/nsubj/3 have/VERB/ccomp/8 hard/ADJ/amod/5 days/NOUN/obj/3 ,/PUNCT/punct/3 "
        "”/PUNCT/punct/3 said/VERB/root/0 the/DET/det/10 envoy/NOUN/nsubj/3 ,/PUNCT/punct/13 who/PRON/nsubj/13 "
        "left/VERB/acl:relcl/10 ./PUNCT/punct/8"
    )
    assert [(q.speaker and q.speaker.text, q.cue and q.cue.text) for q in reading.quotes] == [("the envoy", "said")]
    assert [(a.source and a.source.text) for a in reading.attributions if not a.topic] == ["the envoy"]


def test_a_word_that_links_a_quotation_to_the_one_before_changes_no_speaker() -> None:
    """'Indeed, "..."' goes on with what was said just before."""
    reading = _read(
        "Smith/PROPN/nsubj/2 said/VERB/root/0 ,/PUNCT/punct/2 “/PUNCT/punct/6 They/PRON/nsubj/6 failed/VERB/ccomp/2 "
        "us/PRON/obj/6 all/DET/det/7 badly/ADV/advmod/6 ./PUNCT/punct/2 ”/PUNCT/punct/2",
        "Indeed/ADV/advmod/5 ,/PUNCT/punct/1 “/PUNCT/punct/5 we/PRON/nsubj/5 asked/VERB/root/0 them/PRON/obj/5 "
        "for/ADP/case/8 help/NOUN/obl/5 twice/ADV/advmod/5 ./PUNCT/punct/5 ”/PUNCT/punct/5",
    )
    assert [q.speaker and q.speaker.text for q in reading.quotes] == ["Smith", "Smith"]


def test_who_has_words_of_his_own_is_quoted_by_them() -> None:
    """Who is named "in the envoy's words" speaks the quotation."""
    reading = _read(
        "They/PRON/nsubj/2 left/VERB/root/0 because/SCONJ/mark/12 ,/PUNCT/punct/3 in/ADP/case/8 Ito/PROPN/nmod:poss/8 "
        "'s/PART/case/6 words/NOUN/obl/12 ,/PUNCT/punct/8 “/PUNCT/punct/12 it/PRON/nsubj/12 failed/VERB/advcl/2 "
        "them/PRON/obj/12 every/DET/det/15 day/NOUN/obl/12 ./PUNCT/punct/2 ”/PUNCT/punct/12"
    )
    assert [q.speaker and q.speaker.text for q in reading.quotes] == ["Ito"]


def test_what_people_feel_is_so_is_theirs() -> None:
    """What somebody "felt that" has a content; "felt cold" is an impression, nobody's claim."""
    reading = _read(
        "Many/ADJ/nsubj/2 felt/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 failed/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert [(a.source and a.source.text, a.content.text) for a in reading.attributions] == [("Many", "that it failed")]


def test_who_challenges_a_claim_says_so_and_who_challenges_a_team_does_not() -> None:
    """Verbs of fighting count where the doer is a person or the object is words."""
    words = _read(
        "The/DET/det/2 party/NOUN/nsubj/3 challenged/VERB/root/0 the/DET/det/5 claim/NOUN/obj/3 ./PUNCT/punct/3"
    )
    deed = _read("The/DET/det/2 team/NOUN/nsubj/3 challenged/VERB/root/0 the/DET/det/5 city/NOUN/obj/3 ./PUNCT/punct/3")
    assert [a.cue and a.cue.text for a in words.attributions] == ["challenged"]
    assert not deed.attributions
