"""Who says it: the subject of a verb of saying, its agent, or the subject of the verb that it leans on."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    without_clause,
)

if TYPE_CHECKING:
    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.saying.saying import Words

__all__ = [
    "after_dateline",
    "agent_of",
    "dateline_end",
    "nearest_source",
    "relative_of",
    "source_of",
    "subject_of",
    "without_aside",
]

_DASHES = frozenset({"—", "–", "--", "-", "_"})
LONGEST_DATELINE = 14  # words before the dash, with date and agency
LONGEST_SOURCE = 45  # words; longer subjects are misparsed


def source_of(token: Token, *, passive: bool) -> Words | None:
    """Return the words that name who says it: the subject, of a passive the agent."""
    subject = agent_of(token) if passive else subject_of(token)
    if subject is None:
        return None
    if subject.lower_ in RELATIVES and token.dep_ in RELATIVE_CLAUSES:
        return noun_before(token)
    words = _with_title(subject, token, without_clause(subject, token))
    return words if words[1] - words[0] <= LONGEST_SOURCE else (subject.i, subject.i + 1)


def _with_title(subject: Token, verb: Token, words: Words) -> Words:
    """Add the words that the tree makes subjects of their own though nothing stands between ("widow Terry Strada")."""
    low, high = words
    others = sorted((extent_of(k) for k in kids(verb, *SUBJECTS) if k != subject), reverse=True)
    for first, last in others:
        low = first if last == low else low
    for first, last in reversed(others):
        high = last if first == high else high
    return low, high


def relative_of(token: Token) -> Token | None:
    """Return the relative pronoun that stands for the source in its clause."""
    subject = next(iter(kids(token, *SUBJECTS)), None)
    return subject if subject is not None and subject.lower_ in RELATIVES and token.dep_ in RELATIVE_CLAUSES else None


def subject_of(token: Token, steps: int = 5) -> Token | None:  # noqa: PLR0911 - one return for each way to say it
    """Return who says it: the subject, or that of the verb that this one leans on ("went on, adding that")."""
    own = [k for k in kids(token, *SUBJECTS) if k.dep_ != "expl"]
    if own:
        nearest = min(own, key=lambda k: abs(k.i - token.i))
        return nearest if nearest.lower_ not in {"it", "there"} or not kids(token, "expl") else None
    if not steps or token.head == token:
        return None
    head = token.head
    if token.dep_ in {"conj", "advcl", "xcomp", "parataxis", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        if token.dep_ == "ccomp" and head.pos_ == "NOUN":
            return None
        if is_passive(head):
            return next(iter(kids(head, "nsubj:pass")), None) if token.dep_ in {"advcl", "conj", "xcomp"} else None
        if token.dep_ == "xcomp":
            controlled = next(iter(kids(head, "obj", "iobj")), None)
            return controlled if controlled is not None else subject_of(head, steps - 1)
        return subject_of(head, steps - 1)
    if token.dep_ in {"acl", "amod", "acl:relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _planner(head, steps) if marker_of(token) == "to" else _giver(token, head) or head
    return None


def _planner(noun: Token, steps: int) -> Token | None:
    """Return whose plan an infinitive behind a noun is ("his decision to oppose", "has a duty to denounce")."""
    owner = next(iter(kids(noun, "nmod:poss")), None)
    return owner if owner is not None or noun.head == noun else subject_of(noun.head, steps - 1)


def _giver(token: Token, noun: Token) -> Token | None:
    """Return the subject of a verb whose object the tree has speaking behind a comma ("gave a reply, warning of")."""
    after = bare(token)[0] - 1
    if token.dep_ != "acl" or not token.lower_.endswith("ing") or noun.dep_ != "obj" or token.doc[after].text != ",":
        return None
    return next(iter(kids(noun.head, "nsubj")), None)


def agent_of(token: Token) -> Token | None:
    """Return the doer of a passive."""
    return next((k for k in kids(token, "obl:agent", "obl") if case_of(k) == "by"), None)


def nearest_source(doc: Doc, token: Token, sentence: Words) -> Words | None:
    """Return the subject of the last verb before one that the tree leaves without any ("attacked X, saying")."""
    if not token.lower_.endswith("ing"):
        return None
    verbs = (t for t in reversed(doc[sentence[0] : token.i]) if t.pos_ == "VERB" and kids(t, "nsubj"))
    verb = next(verbs, None)
    return None if verb is None else extent_of(kids(verb, "nsubj")[0])


def dateline_end(doc: Doc, sentence: Words) -> int:
    """Return the word after the dash of a dateline ("GENEVA, May 4 (AP) — "), or 0 when there is none."""
    first, last = sentence
    if len(doc[first]) < 3 or not doc[first].text.isupper():
        return 0
    return next((i + 1 for i in range(first + 1, min(first + LONGEST_DATELINE, last - 1)) if doc[i].text in _DASHES), 0)


def after_dateline(token: Token, source: Words, dateline: int) -> Words | None:
    """Return the part of a source that follows the dateline, or what stands between dateline and verb."""
    end = source[1] if source[1] > dateline else token.i
    return (dateline, end) if 0 < end - dateline <= LONGEST_SOURCE else None


def without_aside(doc: Doc, words: Words) -> Words:
    """Return a source without the relative clause after a comma at its end ("Smith, who is 70, said")."""
    texts = doc.columns.texts
    for at in range(words[0] + 1, words[1] - 1):
        if texts[at] == "," and texts[at + 1].lower() in {"who", "which"}:
            clause = doc[at + 1]
            head = clause.head if clause.head.dep_ == "acl:relcl" else clause.head.head
            if head.right_edge.i + 1 >= words[1] - 1:
                return words[0], at
    return words
