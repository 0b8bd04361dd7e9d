"""Who says, thinks or wants what, read off the syntax of one sentence: a source, a cue and the content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate import tags
from demarche.annotate.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from demarche.annotate.reading import Reading

__all__ = ["Saying", "Words", "sayings"]

Words = tuple[int, int]
"""Words of the doc, half-open."""

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
_TRIM = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "...", "…", "(", "_"})
_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "’", "'", "«", "»", "„"})
_WITH_PHRASE = frozenset(
    "call praise condemnation rejection report allegation accusation rumor rumour warning denial".split()
)
_WITH_INFINITIVE = frozenset("promise pledge vow threat refusal demand call appeal offer proposal claim".split())
_UNOWNED = frozenset("report allegation accusation rumor rumour claim suggestion speculation theory".split())
_VENUES = frozenset(
    "statement interview speech letter report email e-mail tweet post memo message release note remark "
    "conference "
    "briefing video article book op-ed broadcast call court testimony column blog debate".split()
)
_PASSIVE_WITH = frozenset({"of", "for", "as"})
_PASSIVE = frozenset({"nsubj:pass", "aux:pass"})
_COMPLEMENTS = frozenset({"nmod", "obl", "acl", "ccomp", "advcl"})
_ABOUT = frozenset("about for of on over to in with at against toward towards".split())
_DASHES = frozenset({"—", "–", "--", "-", "_"})
_ADDRESSED = frozenset({"you", "one", "there"})
_VERBAL = frozenset({"VERB", "AUX"})
_JUDGING = cues.SAYING | cues.JUDGING
_TELLING = cues.SAYING | cues.EPISTEMIC | cues.CONTENT_NOUNS | cues.HEARSAY_ADVERBS
LONGEST_DATELINE = 14  # words before the dash, with date and agency
LONGEST_ASPECT = 4  # words between a verb and that which says how it is done ("went on briefly to say")
LONGEST_SOURCE = 45  # words; longer subjects are misparsed

AT_HAND = 8
"""Articles whose sayings are remembered: quotations and attributions ask for the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue with its source and the parts of its content, all as words of the doc.

    `verb` is the word that carries the cue. `relative` is the pronoun that stands for the source in its clause
    ("who said"). `spoken` is true for a verb of saying that can introduce a quotation;
    `noun` is true where the cue is a noun.
    """

    verb: int
    cue: Words
    source: Words | None = None
    relative: int | None = None
    contents: tuple[Words, ...] = ()
    spoken: bool = False
    noun: bool = False


def sayings(reading: Reading) -> tuple[Saying, ...]:
    """Return the sayings of an article in the order of their cues; each word carries one at most."""
    return _sayings(reading.doc, tuple((part.first, part.last) for part in reading.sentences))


@lru_cache(maxsize=AT_HAND)
def _sayings(doc: Doc, sentences: Sequence[Words]) -> tuple[Saying, ...]:
    """Return the sayings in these sentences; those of the articles at hand are remembered."""
    found = [s for first, last in sentences for s in _sentence(doc, first, last)]
    return tuple(sorted(found, key=lambda s: (s.cue, s.verb)))


def _sentence(doc: Doc, first: int, last: int) -> Iterator[Saying]:
    columns = Columns.of(doc)
    for word in range(first, last):
        if not _may_tell(columns, word):
            continue
        saying = _of_word(doc, doc[word], (first, last))
        if saying is not None:
            yield _tidy(doc, saying)


def _may_tell(columns: Columns, word: int) -> bool:
    """Say whether a word can carry a saying at all; most cannot, and are not looked at again."""
    told = columns.pos[word] in _VERBAL or columns.low_lemmas[word] in _TELLING
    return told or columns.texts[word].lower() == "according"


def _of_word(doc: Doc, token: Token, sentence: Words) -> Saying | None:
    lemma = token.lemma_.lower()
    if token.lower_ == "according":
        return _according(token, sentence) if token.i + 1 < sentence[1] and doc[token.i + 1].lower_ == "to" else None
    if token.pos_ in _VERBAL or (token.dep_ in {"parataxis", "root"} and lemma in cues.SAYING):
        return _verb(doc, token, sentence)
    if token.pos_ == "ADJ" and lemma in cues.EPISTEMIC:
        return _adjective(token)
    if token.pos_ == "NOUN" and lemma in cues.CONTENT_NOUNS:
        return _noun(token)
    if lemma in cues.HEARSAY_ADVERBS and token.pos_ == "ADV":
        return _adverb(token)
    return None


# The verb ---------------------------------------------------------------------------------------------------------


def _verb(doc: Doc, token: Token, sentence: Words) -> Saying | None:
    lemma = token.lemma_.lower()
    if token.dep_ in {"aux", "aux:pass", "cop"}:
        return None
    if (light := _light(doc, token, lemma)) is not None:
        return light
    passive = _is_passive(token)
    contents = _contents(doc, token, lemma, sentence, passive=passive)
    source, relative = _source(token, passive=passive), _relative(token)
    unread = not contents or len(_kids(token, *SUBJECTS)) > 1
    if unread and lemma in cues.PLAIN and not passive and not _is_intended(token):
        source, contents = _by_order(doc, token, source, contents, sentence)
    if _says_nothing(doc, token, lemma, source, contents, passive=passive):
        return None
    if source is not None and (dateline := _dateline(doc, sentence)) > source[0]:
        source = _after_dateline(token, source, dateline)
    return Saying(
        verb=token.i,
        cue=_cue(doc, token, contents),
        source=source,
        relative=relative.i if relative is not None else None,
        contents=tuple(contents),
        spoken=lemma in cues.SAYING,
    )


def _aspect(token: Token) -> Token | None:
    """Return the verb that says only how this one is done ("went on to say")."""
    if token.dep_ not in {"xcomp", "advcl"} or token.lemma_.lower() not in _JUDGING:
        return None
    head = token.head
    adds = head.i < token.i and head.lemma_.lower() in cues.ASPECTS
    return head if adds and not _is_passive(head) and not _kids(head, "obj") else None


def _is_intended(token: Token) -> bool:
    """Say whether an infinitive leaves open that it came to it ("wanted to say")."""
    return _marker(token) == "to" and _aspect(token) is None


def _light(doc: Doc, token: Token, lemma: str) -> Saying | None:
    """Read "raised doubts about X", "made the case that": verb, noun and preposition are the cue."""
    noun = next((k for k in _kids(token, "obj") if k.i > token.i), None) if lemma in cues.LIGHT else None
    source = _source(token, passive=False)
    if noun is None or noun.lemma_.lower() not in cues.STANCES or source is None or _is_passive(token):
        return None
    after = [k for k in (*noun.rights, *token.rights) if k.i > noun.i and k.dep_ in _COMPLEMENTS]
    what = next((k for k in after if k.left_edge.i == noun.i + 1), None)
    if what is None:
        return None
    low, high = _extent(what)
    low += _case(what) in _ABOUT
    first, _ = _cue(doc, token, [])
    relative = _relative(token)
    return Saying(
        verb=token.i,
        cue=(first, max(noun.i + 1, low)),
        source=source,
        relative=None if relative is None else relative.i,
        contents=((low, high),),
    )


def _by_order(
    doc: Doc, token: Token, source: Words | None, contents: list[Words], sentence: Words
) -> tuple[Words | None, list[Words]]:
    """Look for the content of a plain verb of saying by the order of the words, where the tree gives none."""
    tagged = tags.tag(doc, token, sentence)
    if tagged is not None:
        return tagged[0], list(tagged[1])
    if contents:
        return source, contents
    following = tags.clause_after(doc, token, sentence)
    if source is None or source[0] > token.i:
        source = _nearest_source(doc, token, sentence)
    return source, [following] if following else []


def _nearest_source(doc: Doc, token: Token, sentence: Words) -> Words | None:
    """Return the subject of the last verb before one that the tree leaves without any ("attacked X, saying")."""
    if not token.lower_.endswith("ing"):
        return None
    verbs = (t for t in reversed(doc[sentence[0] : token.i]) if t.pos_ == "VERB" and _kids(t, "nsubj"))
    verb = next(verbs, None)
    return None if verb is None else _extent(_kids(verb, "nsubj")[0])


def _says_nothing(
    doc: Doc, token: Token, lemma: str, source: Words | None, contents: list[Words], *, passive: bool
) -> bool:
    """Say whether this is no report: nothing is said, nobody says it, or it is the reader who is spoken to."""
    if not contents:
        return lemma not in cues.SAYING or source is None or passive or _is_intended(token)
    if source is None:
        return not passive and lemma not in cues.SAYING
    nobody = _ADDRESSED if lemma in cues.PLAIN else _ADDRESSED | {"it"}
    return source[1] - source[0] == 1 and doc[source[0]].lower_ in nobody


def _dateline(doc: Doc, sentence: Words) -> int:
    """Return the word after the dash of a dateline ("GENEVA, May 4 (AP) — "), or 0 when there is none."""
    first, last = sentence
    if len(doc[first]) < 3 or not doc[first].text.isupper():
        return 0
    return next((i + 1 for i in range(first + 1, min(first + LONGEST_DATELINE, last - 1)) if doc[i].text in _DASHES), 0)


def _after_dateline(token: Token, source: Words, dateline: int) -> Words | None:
    """Return the part of a source that follows the dateline, or what stands between dateline and verb."""
    end = source[1] if source[1] > dateline else token.i
    return (dateline, end) if 0 < end - dateline <= LONGEST_SOURCE else None


def _contents(doc: Doc, token: Token, lemma: str, sentence: Words, *, passive: bool) -> list[Words]:
    """Look for the content where the verb may have it, the surest place first."""
    beside = _parataxis(token, lemma)
    if beside:
        return beside
    clauses = [k for k in _kids(token, "ccomp") if lemma not in cues.NOT_SAYING and not _is_anothers(token, k)]
    if not clauses and lemma in cues.PLAIN and _is_aside(token):
        return _around(token)
    if clauses:
        return _clauses(token, clauses, lemma, passive=passive)
    if passive:
        return _hearsay(token, lemma)
    if _is_intended(token) or token.dep_ == "amod":
        return []
    return (
        _infinitive(token, lemma)
        or _prepositional(token, lemma)
        or _named(token, lemma)
        or _object(token, lemma)
        or _after_colon(doc, token, lemma, sentence)
    )


def _clauses(token: Token, clauses: list[Token], lemma: str, *, passive: bool) -> list[Words]:
    parts = [part for clause in clauses for part in _without(_whole(clause, token, lemma), token)]
    if passive and lemma in cues.HEARSAY and not _kids(token, "expl"):
        parts = (
            [*(_extent(s) for s in _kids(token, "nsubj:pass")[:1] if s.lower_ != "it"), *parts]
            if not _hears(token)
            else parts
        )
    return parts


def _is_anothers(token: Token, clause: Token) -> bool:
    """Say whether a clause follows another verb of saying that the tree overlooks ("he told them, adding that ...")."""
    between = token.doc[token.i + 1 : _bare(clause)[0]]
    return any(t.pos_ == "VERB" and t.lower_.endswith("ing") and t.lemma_.lower() in cues.PLAIN for t in between)


def _is_aside(token: Token) -> bool:
    """Say whether a verb stands beside its content in "as X has said"."""
    return _marker(token) == "as" and token.dep_ == "advcl" and bool(_kids(token, *SUBJECTS))


def _around(token: Token) -> list[Words]:
    """Take the clause that "as X said" stands beside."""
    low, high = _extent(token)
    parts = ((token.head.left_edge.i, low), (high, token.head.right_edge.i + 1))
    return [part for part in parts if part[1] - part[0] > 1]


def _whole(clause: Token, token: Token, lemma: str) -> Words:
    """Return a clause with what goes on with it, without a comma, though the tree hangs it on the verb of saying.

    The "for" of "called for X to go" is the verb's.
    """
    low, high = _bare(clause)
    if low > token.i and token.doc[low].lower_ in cues.PREPOSITIONAL.get(lemma, ()):
        low += 1
    more = (k for k in token.children if k.left_edge.i == high and k.dep_ in {"advcl", "xcomp", "conj"})
    on = next((k for k in more if k.dep_ != "conj" or _kids(k, *SUBJECTS)), None)
    return (low, high) if on is None else (low, on.right_edge.i + 1)


def _hears(token: Token) -> bool:
    """Say whether the passive subject is told something ("he was told that")."""
    return token.lemma_.lower() in cues.ASKED_OF


def _parataxis(token: Token, lemma: str) -> list[Words]:
    """Take the rest of the sentence where "he said" is set beside it."""
    if token.dep_ not in {"parataxis", "discourse"} or lemma not in cues.SAYING or token.head == token:
        return []
    if not _kids(token, *SUBJECTS, "obl") and not _follows_subject(token):
        return []
    if _kids(token, "ccomp"):
        return []
    low, high = _extent(token)
    left, right = token.head.left_edge.i, token.head.right_edge.i + 1
    return [part for part in ((left, low), (high, right)) if part[1] > part[0]]


def _follows_subject(token: Token) -> bool:
    return any(k.pos_ in {"PROPN", "NOUN", "PRON"} for k in token.children)


def _hearsay(token: Token, lemma: str) -> list[Words]:
    """Take subject and infinitive of "X is said to have left", "X was accused of treason"."""
    judged = lemma in cues.JUDGING and (_agent(token) is not None or _judged_for(token))
    if lemma not in cues.HEARSAY and not judged:
        return []
    subjects = _kids(token, "nsubj:pass", *SUBJECTS)
    rest = _kids(token, "xcomp") + [
        o
        for o in _kids(token, "obl", "obl:arg", "advcl")
        if _case(o) in {"as", "of", "for", "to"} or _marker(o) in {"as", "of", "for"}
    ]
    if lemma in cues.ASKED_OF:
        return [_extent(r) for r in rest[:1]]
    if not subjects or not (rest or lemma in cues.ALONE or _agent(token) is not None):
        return []
    if subjects[0].lower_ in RELATIVES:
        return [(subjects[0].i, subjects[0].i + 1), *(_extent(r) for r in rest[:1])]
    return [_extent(subjects[0]), *(_after_case(r) for r in rest[:1])]


def _after_case(word: Token) -> Words:
    """Return the extent of a word without the preposition at its beginning, if that can be part of a cue."""
    low, high = _extent(word)
    return (low + 1 if word.doc[low].lower_ in _PASSIVE_WITH else low), high


def _judged_for(token: Token) -> bool:
    """Say whether a passive tells what somebody is blamed or praised for ("was criticized for", "is hailed as")."""
    return any((_case(k) or _marker(k)) in {"as", "for"} for k in _kids(token, "obl", "obl:arg", "advcl"))


def _named(token: Token, lemma: str) -> list[Words]:
    """Take "X a liar" after "called", whatever the tree makes of the two."""
    if lemma not in cues.NAMING:
        return []
    after = [k for k in token.children if k.i > token.i and k.dep_ in {"obj", "iobj", "xcomp", "ccomp", "nmod:poss"}]
    return [(after[0].left_edge.i, max(k.right_edge.i for k in after) + 1)] if len(after) > 1 else []


def _infinitive(token: Token, lemma: str) -> list[Words]:
    if lemma not in cues.INFINITIVE:
        return []
    found = [k for k in _kids(token, "xcomp", "ccomp") if _marker(k) == "to" or k.pos_ == "VERB"]
    if not found:
        found = [
            k
            for k in _kids(token, "advcl")
            if _marker(k) == "to" and lemma in cues.ASKED_OF and _kids(token, "obj", "iobj")
        ]
    if not found:
        return []
    extent = _extent(found[0])
    doer = _kids(token, "obj", "iobj")
    if doer and doer[0].i < extent[0] and lemma not in cues.PROMISED_TO:
        low = doer[0].left_edge.i
        return [(low + (token.doc[low].lower_ in cues.PREPOSITIONAL.get(lemma, ())), extent[1])]
    return [extent]


def _prepositional(token: Token, lemma: str) -> list[Words]:
    wanted = cues.PREPOSITIONAL.get(lemma)
    if not wanted:
        return []
    found = [
        k
        for k in _kids(token, "obl", "obl:arg", "advcl", "nmod", "obj", "ccomp")
        if (_case(k) or _marker(k)) in wanted and k.i > token.i
    ]
    if not found or (lemma == "accuse" and not _kids(token, "obj")):
        return []
    left = found[0].left_edge.i + 1
    found += [k for k in _kids(token, "xcomp", "advcl") if k.i > found[-1].i and _marker(k) == "to"]
    objects = [o for o in _kids(token, "obj") if lemma == "accuse" and o.i < left]
    return [(objects[0].left_edge.i if objects else left, found[-1].right_edge.i + 1)]


def _object(token: Token, lemma: str) -> list[Words]:
    if lemma not in cues.JUDGING:
        return []
    objects = [k for k in _kids(token, "obj") if k.lower_ not in {"himself", "herself", "themselves", "itself"}]
    if not objects:
        return []
    if objects[0].lower_ in RELATIVES and objects[0].i < token.i:
        return [(objects[0].i, objects[0].i + 1)]
    rest = [k for k in _kids(token, "xcomp", "obl", "obl:arg", "advcl") if k.i > objects[0].i and _belongs(k, lemma)]
    return [(objects[0].left_edge.i, max(k.right_edge.i + 1 for k in (objects[0], *rest)))]


def _belongs(word: Token, lemma: str) -> bool:
    """Say whether a complement goes on with the content ("accused him of fraud", "called it a lie")."""
    if word.dep_ == "xcomp":
        return True
    how = _case(word) or _marker(word)
    return how in {"as", "of", "for", "over"} or how in cues.JUDGED_WITH.get(lemma, ())


def _after_colon(doc: Doc, token: Token, lemma: str, sentence: Words) -> list[Words]:
    """Take what follows a colon or a mark in the sentence ("He added: ...")."""
    if lemma not in cues.SAYING:
        return []
    for i in range(token.i + 1, min(token.i + 25, sentence[1] - 1)):
        if doc[i].text == ":" and i + 1 < sentence[1]:
            return [(i + 1, sentence[1])]
    return []


def _source(token: Token, *, passive: bool) -> Words | None:
    subject = _agent(token) if passive else _subject(token)
    if subject is None:
        return None
    if subject.lower_ in RELATIVES and token.dep_ == "acl:relcl":
        return _noun_before(token)
    words = _without_clause(subject, token)
    return words if words[1] - words[0] <= LONGEST_SOURCE else (subject.i, subject.i + 1)


def _relative(token: Token) -> Token | None:
    subject = next(iter(_kids(token, *SUBJECTS)), None)
    return subject if subject is not None and subject.lower_ in RELATIVES and token.dep_ == "acl:relcl" else None


def _noun_before(token: Token) -> Words:
    """Return the noun that a relative clause hangs on, without the clause."""
    return _without_clause(token.head, token)


def _without_clause(noun: Token, clause: Token) -> Words:
    """Return a noun phrase up to a clause inside it."""
    low, high = _extent(noun)
    low = next((k.i + 1 for k in _kids(noun, "case") if k.i < noun.i), low)
    cut = clause.left_edge.i
    return (low, cut) if noun.i < cut < high and clause.i >= cut else (low, high)


def _subject(token: Token, steps: int = 5) -> Token | None:  # noqa: PLR0911 - one return for each way to say it
    """Return who says it: the subject, or that of the verb that this one leans on ("went on, adding that")."""
    own = [k for k in _kids(token, *SUBJECTS) if k.dep_ != "expl"]
    if own:
        nearest = min(own, key=lambda k: abs(k.i - token.i))
        return nearest if nearest.lower_ not in {"it", "there"} or not _kids(token, "expl") else None
    if not steps or token.head == token:
        return None
    head = token.head
    if token.dep_ in {"conj", "advcl", "xcomp", "parataxis", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        if token.dep_ == "ccomp" and head.pos_ == "NOUN":
            return None
        if _is_passive(head):
            return next(iter(_kids(head, "nsubj:pass")), None) if token.dep_ in {"advcl", "conj", "xcomp"} else None
        if token.dep_ == "xcomp":
            controlled = next(iter(_kids(head, "obj", "iobj")), None)
            return controlled if controlled is not None else _subject(head, steps - 1)
        return _subject(head, steps - 1)
    if token.dep_ in {"acl", "amod", "acl:relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head
    return None


def _agent(token: Token) -> Token | None:
    return next((k for k in _kids(token, "obl:agent", "obl") if k.dep_ == "obl:agent" or _case(k) == "by"), None)


# Other cues -------------------------------------------------------------------------------------------------------


def _adjective(token: Token) -> Saying | None:
    """Read "is sure that", "was critical of"."""
    contents = [
        _extent(k)
        for k in _kids(token, "ccomp", "advcl", "xcomp", "csubj")
        if k.i > token.i and _marker(k) not in {"if", "when", "while", "because", "as", "after"}
    ]
    contents += [
        (k.left_edge.i + 1, k.right_edge.i + 1)
        for k in _kids(token, "obl")
        if _case(k) in {"of", "about", "with", "to"}
    ]
    subject = next(iter(_kids(token, *SUBJECTS)), None)
    if not contents or subject is None or subject.lower_ in {"it", "there"}:
        return None
    first = min([k.i for k in _kids(token, "cop", "aux", "advmod") if k.i < token.i] + [token.i])
    source = _extent(subject) if subject.lower_ not in RELATIVES or token.dep_ != "acl:relcl" else _noun_before(token)
    last = token.i + 1 + (contents[0][0] == token.i + 2 and _kids(token, "obl") != [])
    return Saying(verb=token.i, cue=(first, last), source=source, contents=(contents[0],))


def _noun(token: Token) -> Saying | None:
    """Read "his claim that", "calls for", "the refusal to"."""
    if token.dep_ == "obj" and token.head.lemma_.lower() in cues.LIGHT and token.lemma_.lower() in cues.STANCES:
        return None
    clauses = [
        k for k in _kids(token, "acl", "ccomp", "advcl") if k.i > token.i and _marker(k) in {"that", "to", "whether"}
    ]
    phrases = [k for k in _kids(token, "nmod") if _case(k) in {"of", "for", "about"} and k.i > token.i]
    that = [c for c in clauses if _marker(c) != "to"]
    if that or (clauses and token.lemma_ in _WITH_INFINITIVE):
        content = _extent((that or clauses)[0])
    elif phrases and token.lemma_ in _WITH_PHRASE:
        content = (phrases[0].left_edge.i + 1, phrases[0].right_edge.i + 1)
    else:
        return None
    owner = next((k for k in _kids(token, "nmod:poss")), None)
    if owner is None:
        owner = next((k for k in _kids(token, "nmod", "obl") if _case(k) in {"by", "from"}), None)
    source = None if owner is None else _owner(owner)
    if source is None and token.dep_ == "obj":
        subject = _subject(token.head)
        source = None if subject is None else _extent(subject)
    if source is None and token.lemma_ not in _UNOWNED:
        return None
    return Saying(verb=token.i, cue=(token.i, token.i + 1), source=source, contents=(content,), noun=True)


def _owner(owner: Token) -> Words:
    low, high = _extent(owner)
    case = next((k for k in _kids(owner, "case") if k.i > owner.i), None)
    first = next((k.i + 1 for k in _kids(owner, "case") if k.i < owner.i), low)
    return (first, case.i if case is not None and case.i == high - 1 else high)


def _adverb(token: Token) -> Saying | None:
    head = token.head
    low, high = _extent(head)
    return Saying(
        verb=token.i,
        cue=(token.i, token.i + 1),
        contents=tuple(p for p in ((low, token.i), (token.i + 1, high)) if p[1] > p[0]),
    )


def _according(token: Token, sentence: Words) -> Saying | None:
    """Read "according to X": the source follows, the content is the clause that the phrase hangs on."""
    noun = (
        token.head
        if token.head.i > token.i
        else next((k for k in token.children if k.i > token.i + 1 and k.dep_ in {"obl", "nmod"}), None)
    )
    if noun is None or noun.i <= token.i + 1:
        return None
    source = (token.i + 2, noun.right_edge.i + 1)
    clause = noun.head if noun.head is not noun and not token.i <= noun.head.i <= noun.i else token.head
    low, high = (clause.left_edge.i, clause.right_edge.i + 1)
    if not low <= token.i < high:
        low, high = sentence
    parts = tuple(p for p in ((low, token.i), (source[1], high)) if p[1] - p[0] > 1)
    return Saying(
        verb=token.i, cue=(token.i, token.i + 2), source=source, contents=parts or ((low, token.i),), spoken=True
    )


# Stretches of words -----------------------------------------------------------------------------------------------


def _cue(doc: Doc, token: Token, contents: Sequence[Words]) -> Words:
    """Return the verb with the auxiliaries and adverbs that touch it, its particle, and where the words were said."""
    taken = {i for low, high in contents for i in range(low, high)}
    first, last = token.i, token.i + 1
    own = {k.i for k in _kids(token, "aux", "aux:pass", "advmod", "neg")}
    while first - 1 in own and first - 1 not in taken:
        first -= 1
    aspect = _aspect(token)
    if aspect is not None and aspect.i >= first - LONGEST_ASPECT:
        return _cue(doc, aspect, [])[0], last
    particles = {k.i for k in _kids(token, "compound:prt")}
    while last in particles and last not in taken:
        last += 1
    venue = next((k for k in _kids(token, "obl") if k.lemma_.lower() in _VENUES and k.left_edge.i == last), None)
    if venue is not None and venue.right_edge.i - last < 4 and not taken & set(range(last, venue.right_edge.i + 1)):
        last = venue.right_edge.i + 1
    preposition = doc[last] if last < len(doc) else None
    wanted = cues.PREPOSITIONAL.get(token.lemma_.lower(), _PASSIVE_WITH if _is_passive(token) else ())
    if preposition is not None and preposition.lower_ in wanted and any(c[0] == last + 1 for c in contents):
        last += 1
    return first, last


def _without(words: Words, inner: Token) -> list[Words]:
    """Cut the saying itself out of a content that lies on both sides of it."""
    low, high = words
    if not low <= inner.i < high:
        return [words]
    subject = [k.left_edge.i for k in _kids(inner, *SUBJECTS)]
    left = min([inner.i, *subject])
    return (
        [part for part in ((low, left), (max(inner.i + 1, *(s + 1 for s in subject)), high)) if part[1] > part[0]]
        if subject
        else [(low, inner.i)]
    )


def _extent(token: Token) -> Words:
    return token.left_edge.i, token.right_edge.i + 1


def _bare(token: Token) -> Words:
    """Return the extent of a clause without the marks before it: these may stand before the verb that it hangs on."""
    return min(t.i for t in token.subtree if t is token or not t.is_punct), token.right_edge.i + 1


def _kids(token: Token, *labels: str) -> list[Token]:
    doc, columns = token.doc, Columns.of(token.doc)
    return [doc[k] for k in columns.kids[token.i] if columns.dep[k] in labels]


def _case(token: Token) -> str:
    columns, word = Columns.of(token.doc), token.i
    cases = (columns.texts[k].lower() for k in columns.kids[word] if k < word and columns.dep[k] == "case")
    return next(cases, "")


def _marker(token: Token) -> str:
    columns = Columns.of(token.doc)
    marks = (columns.texts[k].lower() for k in columns.kids[token.i] if columns.dep[k] == "mark")
    return next(marks, "") or (_case(token) if token.pos_ == "VERB" else "")


def _is_passive(token: Token) -> bool:
    columns = Columns.of(token.doc)
    if any(columns.dep[k] in _PASSIVE for k in columns.kids[token.i]):
        return True
    bare = token.dep_ == "acl" and not _kids(token, "aux", "mark", *SUBJECTS)
    return bare and not token.lower_.endswith("ing")


def _tidy(doc: Doc, saying: Saying) -> Saying:
    contents = tuple(w for w in (_trim(doc, words) for words in saying.contents) if w)
    source = saying.source and _trim(doc, _without_aside(doc, saying.source), marks=True)
    return replace(saying, contents=contents, source=source)


def _without_aside(doc: Doc, words: Words) -> Words:
    """Return a source without the relative clause after a comma at its end ("Smith, who is 70, said")."""
    texts = Columns.of(doc).texts
    for at in range(words[0] + 1, words[1] - 1):
        if texts[at] == "," and texts[at + 1].lower() in {"who", "which"}:
            clause = doc[at + 1]
            head = clause.head if clause.head.dep_ == "acl:relcl" else clause.head.head
            if head.right_edge.i + 1 >= words[1] - 1:
                return words[0], at
    return words


def _trim(doc: Doc, words: Words, *, marks: bool = False) -> Words | None:
    """Take punctuation, and for sources quotation marks, off both ends."""
    first, last = words
    off = _TRIM | _MARKS if marks else _TRIM
    texts = Columns.of(doc).texts
    while first < last and (texts[first] in off or texts[first].isspace()):
        first += 1
    while last > first and (texts[last - 1] in off or texts[last - 1].isspace()):
        last -= 1
    return (first, last) if first < last else None
