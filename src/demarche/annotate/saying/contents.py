"""What is said: the clause, infinitive, object or phrase that a verb has for its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate.saying.sources import agent_of, subject_of
from demarche.annotate.saying.stretch import (
    RELATIVE_CLAUSES,
    RELATIVES,
    SUBJECTS,
    bare,
    case_of,
    extent_of,
    is_passive,
    kids,
    marker_of,
    noun_before,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.saying.saying import Words

__all__ = ["PASSIVE_WITH", "aspect_of", "contents_of", "is_intended"]

_JUDGING = cues.SAYING | cues.JUDGING
_BY_FORCE = cues.FIGHTING - {"support"}
_PHRASES = ("obl", "obl:arg", "obj", "nmod", "nmod:poss", "xcomp", "ccomp", "advcl")
_WORDS = cues.UTTERANCES | cues.CONTENT_NOUNS.keys()
_PERSONS = frozenset({"PER", "PERSON"})
_SAID_BESIDE = cues.SAYING | cues.ASIDE
_ASIDE = cues.PLAIN | cues.ASIDE
PASSIVE_WITH = frozenset({"of", "for", "as"})
_ASKING = frozenset("about for whether if why how what who which when where".split())
_SUBORDINATE = frozenset({"as", "for", "over"})
LONGEST_ASKED = 12
"""Words between "asked" and the question, with who asked, where and when."""


def contents_of(doc: Doc, token: Token, lemma: str, sentence: Words, *, passive: bool) -> list[Words]:
    """Look for the content where the verb may have it, the surest place first."""
    beside = _beside(doc, token, lemma, passive=passive)
    if beside:
        return beside
    clauses = [k for k in _told(token) if lemma not in cues.NOT_SAYING and not _is_anothers(token, k)]
    if _is_aside(token, lemma) and not clauses:
        return _around(token)
    if clauses:
        return _clauses(token, clauses, lemma, passive=passive)
    if passive:
        return _hearsay(token, lemma)
    if token.dep_ == "amod":
        return []
    return (
        _infinitive(token, lemma)
        or _prepositional(token, lemma)
        or _named(token, lemma)
        or _object(token, lemma)
        or _worded(token, lemma)
        or _after_colon(doc, token, lemma, sentence)
        or _before_clause(token, lemma)
    )


def _before_clause(token: Token, lemma: str) -> list[Words]:
    """Take the noun that a clause without its own object says so of ("a deal that she supported")."""
    told = lemma in _JUDGING and lemma not in cues.FIGHTING and token.dep_ in RELATIVE_CLAUSES
    subjects = kids(token, *SUBJECTS)
    if not told or not subjects or subjects[0].lower_ in RELATIVES or kids(token, "obj", "xcomp", "ccomp"):
        return []
    return [noun_before(token)]


def _beside(doc: Doc, token: Token, lemma: str, *, passive: bool) -> list[Words]:
    """Take what the tree hangs on another word: the sentence that "he said" is set beside, the question asked."""
    asked = asked_clause(token) if passive else None
    if asked is not None:
        return [bare(asked)]
    return (_asked_first(doc, token) if passive else []) or _parataxis(doc, token, lemma)


def _asked_first(doc: Doc, token: Token) -> list[Words]:
    """Take what stands between "Asked" at the beginning of a sentence, with when or by whom, and the main clause."""
    subjects = kids(token.head, *SUBJECTS)
    if token.dep_ != "advcl" or token.lower_ != "asked" or not subjects or subjects[0].left_edge.i <= token.i:
        return []
    high = subjects[0].left_edge.i
    low = next((i for i in range(token.i + 1, min(token.i + LONGEST_ASKED, high)) if doc[i].lower_ in _ASKING), None)
    return [] if low is None else [(low + (doc[low].lower_ in {"about", "for"}), high)]


def _told(token: Token) -> list[Token]:
    """Return the clauses that a verb tells, those too that the tree takes for an infinitive with its subject."""
    told = token.lemma_.lower() in _JUDGING
    whole = (k for k in kids(token, "xcomp") if told and k.i > token.i and kids(k, *SUBJECTS))
    return [*kids(token, "ccomp"), *whole]


def aspect_of(token: Token) -> Token | None:
    """Return the verb that says only how this one is done ("went on to say")."""
    if token.dep_ not in {"xcomp", "advcl"} or token.lemma_.lower() not in _JUDGING:
        return None
    head = token.head
    adds = head.i < token.i and head.lemma_.lower() in cues.ASPECTS
    return head if adds and not is_passive(head) and not kids(head, "obj") else None


def is_intended(token: Token) -> bool:
    """Say whether an infinitive leaves open that it came to it ("wanted to criticize X")."""
    conversing = token.dep_ == "advcl" and token.lemma_.lower() in cues.CONVERSING
    done = any(k.lemma_.lower() == "have" for k in kids(token, "aux"))  # "is reported to have written"
    return marker_of(token) == "to" and not conversing and not done and aspect_of(token) is None


def _clauses(token: Token, clauses: list[Token], lemma: str, *, passive: bool) -> list[Words]:
    parts = [part for clause in clauses for part in _without(_whole(clause, token, lemma), token)]
    if passive and lemma in cues.HEARSAY and not kids(token, "expl"):
        parts = (
            [*(extent_of(s) for s in kids(token, "nsubj:pass")[:1] if s.lower_ != "it"), *parts]
            if not _hears(token)
            else parts
        )
    return parts if passive else [*_before_tag(token, parts), *parts]


def _before_tag(token: Token, parts: list[Words]) -> list[Words]:
    """Take the clause that opens a sentence whose "he said" comes after it ("When it fell, he said, they fled")."""
    subjects = [k.left_edge.i for k in kids(token, *SUBJECTS) if k.i < token.i]
    if not subjects or not parts:
        return []
    start = min(subjects)
    after = [t.text for t in token.doc[token.i + 1 : token.i + 3]]
    comma = len(after) > 1 and after[0] == "," and after[1].isalnum()
    if not (parts[0][0] < start or (comma and parts[0][0] > token.i)):
        return []
    clauses = (
        extent_of(k) for k in kids(token, "advcl") if k.i < min(start, parts[0][0]) and kids(k, "nsubj", "nsubj:pass")
    )
    return [c for c in clauses if c[1] in {start, start - 1, parts[0][0], parts[0][0] - 1}]


def asked_clause(token: Token) -> Token | None:
    """Return the question behind "Asked whether he would stay, he said no", which the tree hangs on what follows."""
    if token.dep_ != "advcl" or token.lemma_.lower() not in cues.ASKED_OF or kids(token, "ccomp"):
        return None
    agent = agent_of(token)
    low = token.i + 1 if agent is None else agent.right_edge.i + 1
    return next((k for k in kids(token.head, "ccomp") if k.i < token.head.i and bare(k)[0] == low), None)


def _is_anothers(token: Token, clause: Token) -> bool:
    """Say whether a clause follows another verb of saying that the tree overlooks ("he told them, adding that ...")."""
    if clause.i < token.i and any(asked_clause(k) == clause for k in kids(token, "advcl")):
        return True
    between = token.doc[token.i + 1 : bare(clause)[0]]
    return any(t.pos_ == "VERB" and t.lower_.endswith("ing") and t.lemma_.lower() in cues.PLAIN for t in between)


def _is_aside(token: Token, lemma: str) -> bool:
    """Say whether a verb stands beside its content in "as X has said", "as X put it"."""
    if marker_of(token) != "as" or token.dep_ != "advcl" or not kids(token, *SUBJECTS):
        return False
    objects = {k.lower_ for k in kids(token, "obj")}
    if lemma == "put" or objects == {"it"}:
        return objects == {"it"} and lemma in cues.ASIDE | cues.PLAIN | {"put"}
    if kids(token, "xcomp"):
        return False
    if objects or kids(token, "compound:prt") or _prepositional(token, lemma):
        return lemma in cues.ASKED_OF & cues.PLAIN
    return lemma in _ASIDE


def _around(token: Token) -> list[Words]:
    """Take the clause that "as X said" stands beside."""
    low, high = extent_of(token)
    parts = ((token.head.left_edge.i, low), (high, token.head.right_edge.i + 1))
    return [part for part in parts if part[1] - part[0] > 1]


def _whole(clause: Token, token: Token, lemma: str) -> Words:
    """Return a clause with what goes on with it, without a comma, though the tree hangs it on the verb of saying.

    The "for" of "called for X to go" is the verb's.
    """
    low, high = bare(clause)
    if low > token.i and token.doc[low].lower_ in cues.PREPOSITIONAL.get(lemma, ()):
        low += 1
    more = (k for k in token.children if k.left_edge.i == high and k.dep_ in {"advcl", "xcomp", "conj"})
    on = next((k for k in more if k.dep_ != "conj" or kids(k, *SUBJECTS)), None)
    return (low, high) if on is None else (low, on.right_edge.i + 1)


def _hears(token: Token) -> bool:
    """Say whether the passive subject is told something ("he was told that")."""
    return token.lemma_.lower() in cues.ASKED_OF


def _parataxis(doc: Doc, token: Token, lemma: str) -> list[Words]:
    """Take the rest of the sentence where "he said" is set beside it."""
    if lemma not in _SAID_BESIDE or token.dep_ not in {"parataxis", "discourse"} or token.head == token:
        return []
    if ";" in doc.columns.texts[min(token.i, token.head.i) : max(token.i, token.head.i)]:
        return []
    if not kids(token, *SUBJECTS, "obl") and not _follows_subject(token):
        return []
    if kids(token, "ccomp") or (lemma in cues.NAMING and kids(token, "obj")):
        return []
    low, high = extent_of(token)
    left, right = token.head.left_edge.i, token.head.right_edge.i + 1
    return [part for part in ((left, low), (high, right)) if part[1] > part[0]]


def _follows_subject(token: Token) -> bool:
    return any(k.pos_ in {"PROPN", "NOUN", "PRON"} for k in token.children)


def _hearsay(token: Token, lemma: str) -> list[Words]:
    """Take subject and infinitive of "X is said to have left", "X was accused of treason"."""
    judged = lemma in cues.JUDGING and (agent_of(token) is not None or _judged_for(token))
    if judged and lemma in cues.FIGHTING:
        judged = _is_person(agent_of(token))
    if lemma not in cues.HEARSAY and not judged:
        return []
    subjects = [extent_of(k) for k in kids(token, "nsubj:pass", *SUBJECTS)]
    if token.dep_ == "acl":
        subjects = [noun_before(token)]
    rest = kids(token, "xcomp") + [
        o
        for o in kids(token, "obl", "obl:arg", "advcl")
        if case_of(o) in {"as", "of", "for", "to"} or marker_of(o) in {"as", "of", "for"}
    ]
    if lemma in cues.ASKED_OF:
        question = [k for k in kids(token, "obj", "advcl") if k.dep_ == "obj" or k.doc[k.left_edge.i].lower_ in _ASKING]
        return [extent_of(r) for r in (*rest, *question)[:1]] or _prepositional(token, lemma)
    if not subjects or not (rest or lemma in cues.ALONE or agent_of(token) is not None):
        return []
    return [subjects[0], *(_after_case(r) for r in rest[:1])]


def _after_case(word: Token) -> Words:
    """Return the extent of a word without the preposition at its beginning, if that can be part of a cue."""
    low, high = extent_of(word)
    return (low + 1 if word.doc[low].lower_ in PASSIVE_WITH else low), high


def _judged_for(token: Token) -> bool:
    """Say whether a passive tells what somebody is blamed or praised for ("was criticized for", "is hailed as")."""
    return any((case_of(k) or marker_of(k)) in {"as", "for"} for k in kids(token, "obl", "obl:arg", "advcl"))


def _named(token: Token, lemma: str) -> list[Words]:
    """Take "X a liar" after "called", whatever the tree makes of the two; after "what he calls" the term alone."""
    if lemma not in cues.NAMING:
        return []
    after = [k for k in token.children if k.i > token.i and k.dep_ in {"obj", "iobj", "xcomp", "ccomp", "nmod:poss"}]
    if len(after) > 1:
        return [(after[0].left_edge.i, max(k.right_edge.i for k in after) + 1)]
    if after and after[0].dep_ == "xcomp":
        return [extent_of(after[0])]
    terms = [k for k in kids(token, "obl", "xcomp", "advcl") if k.i > token.i and (case_of(k) or marker_of(k)) == "as"]
    if after:
        return [(after[0].left_edge.i, terms[0].right_edge.i + 1)] if terms else []
    return [(k.left_edge.i + 1, k.right_edge.i + 1) for k in terms][:1]


def _infinitive(token: Token, lemma: str) -> list[Words]:
    if lemma not in cues.INFINITIVE:
        return []
    found = [k for k in kids(token, "xcomp", "ccomp") if marker_of(k) == "to" or k.pos_ == "VERB"]
    if not found:
        found = [
            k
            for k in kids(token, "advcl")
            if marker_of(k) == "to" and lemma in cues.ASKED_OF and kids(token, "obj", "iobj")
        ]
    if not found:
        return []
    extent = extent_of(found[0])
    wanted = cues.PREPOSITIONAL.get(lemma, ())
    doer = kids(token, "obj", "iobj") or [k for k in kids(token, "obl") if k.i > token.i and case_of(k) in wanted]
    if doer and doer[0].i < extent[0] and lemma not in cues.PROMISED_TO:
        low = doer[0].left_edge.i
        return [(low + (token.doc[low].lower_ in wanted), extent[1])]
    return [extent]


def _prepositional(token: Token, lemma: str) -> list[Words]:
    wanted = cues.PREPOSITIONAL.get(lemma)
    if not wanted:
        return []
    found = [
        k
        for k in kids(token, "obl", "obl:arg", "advcl", "nmod", "obj", "ccomp")
        if (case_of(k) or marker_of(k)) in wanted and k.i > token.i
    ]
    if lemma == "accuse" and not (found and (kids(token, "obj") or kids(found[0], *SUBJECTS))):
        return []
    if not found:
        return _behind(token, wanted)
    left = found[0].left_edge.i + 1
    found += [k for k in kids(token, "xcomp", "advcl") if k.i > found[-1].i and marker_of(k) == "to"]
    if lemma == "appeal" and len(found) == 1 and case_of(found[0]) == "to":
        return []
    accused = (*kids(token, "obj"), *kids(found[0], *SUBJECTS)) if lemma == "accuse" else ()
    objects = [o for o in accused if o.i < left]
    return [(objects[0].left_edge.i if objects else left, found[-1].right_edge.i + 1)]


def _behind(token: Token, wanted: Collection[str]) -> list[Words]:
    """Take the phrase behind a preposition that follows the verb, though the tree hangs this on the verb itself."""
    low = token.i + 2
    if low >= len(token.doc) or token.doc[low - 1].lower_ not in wanted:
        return []
    phrases = [(k.left_edge.i, k.right_edge.i + 1, k.dep_) for k in kids(token, *_PHRASES) if k.i >= low]
    first = next((p for p in phrases if p[0] == low), None)
    if first is None:
        return []
    owned = (p for p in phrases if first[2] == "nmod:poss" and p[0] == first[1])
    return [(low, next(owned, first)[1])]


def _object(token: Token, lemma: str) -> list[Words]:
    told = (lemma in cues.JUDGING and (lemma not in _BY_FORCE or _has_words(token))) or _is_found(token, lemma)
    particles = cues.PHRASAL.get(lemma)
    if not told and not (particles and any(k.lower_ in particles for k in kids(token, "compound:prt"))):
        return []
    objects = [k for k in kids(token, "obj") if k.lower_ not in {"himself", "herself", "themselves", "itself"}]
    if not objects:
        return [extent_of(k) for k in kids(token, "xcomp") if told and k.i > token.i and k.lower_.endswith("ing")][:1]
    if objects[0].lower_ in RELATIVES and objects[0].i < token.i:
        return [(objects[0].i, objects[0].i + 1)]
    rest = [k for k in kids(token, "xcomp", "obl", "obl:arg", "advcl") if k.i > objects[0].i and _belongs(k, lemma)]
    return [(objects[0].left_edge.i, max(k.right_edge.i + 1 for k in (objects[0], *rest)))]


def _is_found(token: Token, lemma: str) -> bool:
    """Say whether somebody sees a thing as something or finds it so, or a study finds it."""
    if lemma == "see":
        return any(token.doc[k.left_edge.i].lower_ == "as" for k in kids(token, "obl", "xcomp"))
    if lemma != "find":
        return False
    doer = subject_of(token)
    return bool(kids(token, "xcomp")) or (doer is not None and doer.lemma_.lower() in cues.STUDIES)


def _is_person(doer: Token | None) -> bool:
    return doer is not None and (doer.ent_type_ in _PERSONS or doer.pos_ == "PRON")


def _has_words(token: Token) -> bool:
    """Say whether the doer is a person or a text, whose attacks are words; who "backs" a person says so."""
    doer = subject_of(token)
    if token.lemma_.lower() == "back":
        return any(k.ent_type_ in _PERSONS for k in kids(token, "obj"))
    if _is_person(doer) or (doer is not None and doer.lemma_.lower() in cues.UTTERANCES):
        return True
    return any(k.lemma_.lower() in _WORDS for k in kids(token, "obj"))


def _worded(token: Token, lemma: str) -> list[Words]:
    """Take the words that somebody publishes, where it is told what they say ("sent a letter opposing X")."""
    if lemma not in cues.UTTERING:
        return []
    objects = [k for k in kids(token, "obj") if k.i > token.i]
    said = (k for k in objects if any(w.lemma_.lower() in cues.UTTERANCES for w in (k, *kids(k, "nmod"))))
    words = next((k for k in said if kids(k, "acl", "acl:relcl", "nmod", "ccomp")), None)
    return [] if words is None else [extent_of(words)]


def _belongs(word: Token, lemma: str) -> bool:
    """Say whether a complement goes on with the content ("accused him of fraud", "called it a lie")."""
    if word.dep_ == "xcomp":
        return True
    how = case_of(word) or marker_of(word)
    if how in _SUBORDINATE and word.dep_ == "advcl" and kids(word, *SUBJECTS):
        return False
    return how in {"as", "of", "for", "over"} or how in cues.JUDGED_WITH.get(lemma, ())


def _after_colon(doc: Doc, token: Token, lemma: str, sentence: Words) -> list[Words]:
    """Take what follows a colon or a mark in the sentence ("He added: ...")."""
    if lemma not in cues.SAYING:
        return []
    texts = doc.columns.texts
    for i in range(token.i + 1, min(token.i + 25, sentence[1] - 1)):
        if texts[i] == ":" and i + 1 < sentence[1]:
            return [(i + 1, sentence[1])]
    return []


def _without(words: Words, inner: Token) -> list[Words]:
    """Cut the saying itself out of a content that lies on both sides of it."""
    low, high = words
    if not low <= inner.i < high:
        return [words]
    subject = [k.left_edge.i for k in kids(inner, *SUBJECTS)]
    left = min([inner.i, *subject])
    return (
        [part for part in ((low, left), (max(inner.i + 1, *(s + 1 for s in subject)), high)) if part[1] > part[0]]
        if subject
        else [(low, inner.i)]
    )
