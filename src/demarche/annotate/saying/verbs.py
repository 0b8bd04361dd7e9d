"""Verbs by which somebody says, thinks or wants something: the cue with its source and content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate import cue_words as cues
from demarche.annotate import tags
from demarche.annotate.saying.contents import PASSIVE_WITH, aspect_of, contents_of, is_intended
from demarche.annotate.saying.saying import Saying
from demarche.annotate.saying.sources import after_dateline, dateline_end, nearest_source, relative_of, source_of
from demarche.annotate.saying.stretch import SUBJECTS, case_of, cue_of, extent_of, is_passive, kids, marker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.saying.saying import Words

__all__ = ["read_verb"]

_VENUES = frozenset(
    "statement interview speech letter report email e-mail tweet post memo message release note remark "
    "conference "
    "briefing video article book op-ed broadcast call court testimony column blog debate".split()
)
COMPLEMENTS = frozenset({"nmod", "obl", "acl", "ccomp", "advcl"})
ABOUT = frozenset("about for of on over to in with at against toward towards".split())
_OPENING = frozenset({"that", "whether"})
_BESIDE = frozenset({"to", "in", "at"})
_MEANWHILE = frozenset("while when after before as".split())
_CLEAR = frozenset("clear plain known public".split())
_ENDS_SPEECH = frozenset({",", "”", '"', "''", "’", "'", "?", "!"})
_ORDERED = cues.PLAIN | cues.ASIDE
_SAID_OR_ORDERED = cues.SAYING | _ORDERED
_TOLD_BY_IT = cues.PLAIN | cues.JUDGING | cues.INFINITIVE
_ADDRESSED = frozenset({"you", "one", "there"})
LONGEST_LEAD = 25  # words from the start of a sentence to the verb of "as he and others have said, ..."
LONGEST_ASPECT = 4  # words between a verb and that which says how it is done ("went on briefly to say")


def read_verb(doc: Doc, token: Token, sentence: Words) -> Saying | None:
    """Read a verb as a cue, or return None where it tells of nothing said or thought."""
    lemma = token.lemma_.lower()
    if token.dep_ in {"aux", "aux:pass", "cop"} or _is_aspect_alone(token, lemma):
        return None
    if (light := _light(doc, token, lemma) or _lead(doc, token, lemma, sentence)) is not None:
        return light
    passive = is_passive(token)
    contents = contents_of(doc, token, lemma, sentence, passive=passive)
    if not contents and lemma not in _SAID_OR_ORDERED:
        return None
    intended = is_intended(token)
    source, relative = source_of(token, passive=passive), relative_of(token)
    unread = not contents or source is None or len(kids(token, *SUBJECTS)) > 1
    if unread and lemma in _ORDERED and not passive and not intended and token.dep_ != "amod":
        source, contents = _by_order(doc, token, source, contents, sentence)
    if _says_nothing(doc, token, lemma, source, contents, passive=passive):
        return None
    if source is not None and (dateline := dateline_end(doc, sentence)) > source[0]:
        source = after_dateline(token, source, dateline)
    return Saying(
        verb=token.i,
        cue=_cue(doc, token, contents),
        source=source,
        relative=relative.i if relative is not None else None,
        contents=tuple(contents),
        spoken=lemma in cues.SAYING,
        topic=(intended and not kids(token, "ccomp")) or (passive and source is None and lemma in cues.SEEN),
    )


def _light(doc: Doc, token: Token, lemma: str) -> Saying | None:
    """Read "raised doubts about X", "made the case that": verb, noun and preposition are the cue."""
    clear = next((k for k in kids(token, "xcomp", "obj") if k.i > token.i and k.lower_ in _CLEAR), None)
    if lemma == "make" and clear is not None:
        return _made_clear(doc, token, clear)
    noun = next((k for k in kids(token, "obj") if k.i > token.i), None) if lemma in cues.LIGHT else None
    if noun is None or noun.lemma_.lower() not in cues.STANCES or is_passive(token):
        return None
    source = source_of(token, passive=False)
    if source is None:
        return None
    after = [k for k in (*noun.rights, *token.rights) if k.i > noun.i and k.dep_ in COMPLEMENTS]
    what = next((k for k in after if k.left_edge.i == noun.i + 1 and not _is_beside(k, noun)), None)
    if what is None or (what.dep_ == "advcl" and kids(what, *SUBJECTS) and marker_of(what) not in _OPENING):
        return None
    low, high = extent_of(what)
    low += case_of(what) in ABOUT
    first, _ = _cue(doc, token, [])
    relative = relative_of(token)
    return Saying(
        verb=token.i,
        cue=(first, max(noun.i + 1, low)),
        source=source,
        relative=None if relative is None else relative.i,
        contents=((low, high),),
    )


def _is_beside(phrase: Token, noun: Token) -> bool:
    """Say whether a phrase tells where, when or to whom, and not what about ("made his case to voters")."""
    if phrase.pos_ == "VERB":
        return marker_of(phrase) in _MEANWHILE
    return (case := case_of(phrase)) in _BESIDE and case not in cues.CONTENT_NOUNS.get(noun.lemma_.lower(), ())


def _lead(doc: Doc, token: Token, lemma: str, sentence: Words) -> Saying | None:
    """Read "As the envoy pointed out, ..." and "as he put it: ..." by the order of the words."""
    put = lemma == "put" and any(k.lower_ == "it" for k in token.rights)
    if not (put or lemma in _ORDERED) or token.i - sentence[0] > LONGEST_LEAD:
        return None
    found = tags.lead(doc, token, sentence)
    if found is None:
        return None
    source, contents = found
    return Saying(verb=token.i, cue=_cue(doc, token, []), source=source, contents=contents, spoken=lemma in cues.SAYING)


def _made_clear(doc: Doc, token: Token, clear: Token) -> Saying | None:
    """Read "made it clear that", "made public its plans": verb and adjective are the cue."""
    source, relative = source_of(token, passive=is_passive(token)), relative_of(token)
    after = (*clear.rights, *token.rights)
    what = next((k for k in after if k.i > clear.i and k.dep_ in {"ccomp", "csubj", "obj", "advcl"}), None)
    what = what or next((k for k in kids(token, "obj") if k.i < clear.i and k.lower_ != "it"), None)
    if what is None or source is None:
        return None
    last = clear.i + 1 if token.i < clear.i and not token.i < what.i < clear.i else token.i + 1
    return Saying(
        verb=token.i,
        cue=(_cue(doc, token, [])[0], last),
        source=source,
        relative=None if relative is None else relative.i,
        contents=(extent_of(what),) if what.i > clear.i else ((what.left_edge.i, clear.i + 1),),
    )


def _by_order(
    doc: Doc, token: Token, source: Words | None, contents: list[Words], sentence: Words
) -> tuple[Words | None, list[Words]]:
    """Look for the content of a plain verb of saying by the order of the words, where the tree gives none."""
    tagged = tags.tag(doc, token, sentence)
    plain = token.lemma_.lower() in cues.PLAIN
    if tagged is not None and (plain or len(tagged[1]) == 1):
        return tagged[0], list(tagged[1])
    if source is None and plain and not token.lower_.endswith("ing"):
        source = tags.name_before(doc, token, sentence[0])
    if contents or not plain:
        return source, contents
    following = None if _is_inverted(doc, token) else tags.clause_after(doc, token, sentence)
    if source is None or (following is not None and source[0] > token.i):
        source = nearest_source(doc, token, sentence)
    return source, [following] if following else []


def _is_inverted(doc: Doc, token: Token) -> bool:
    """Say whether a verb stands before its subject and behind what was said ("..., said Smith")."""
    subjects = kids(token, "nsubj")
    behind = token.i > 0 and doc[token.i - 1].text in _ENDS_SPEECH
    return behind and bool(subjects) and all(k.i > token.i for k in subjects)


def _says_nothing(
    doc: Doc, token: Token, lemma: str, source: Words | None, contents: list[Words], *, passive: bool
) -> bool:
    """Say whether this is no report: nothing is said, nobody says it, or it is the reader who is spoken to."""
    if not contents:
        return lemma not in cues.SAYING or source is None or passive or is_intended(token)
    if lemma in cues.ANSWERING and _is_request(doc, contents[0]):
        return True
    if source is None:
        return not passive and (lemma not in cues.SAYING or (lemma in cues.NAMING and _is_imperative(token)))
    nobody = _ADDRESSED if lemma in _TOLD_BY_IT else _ADDRESSED | {"it"}
    return source[1] - source[0] == 1 and doc[source[0]].lower_ in nobody


def _is_imperative(token: Token) -> bool:
    """Say whether a verb opens its sentence in its plain form, as a request to the reader ("Call it a habit")."""
    return token.is_sent_start is True and token.lower_ == token.lemma_.lower()


def _is_aspect_alone(token: Token, lemma: str) -> bool:
    """Say whether a verb that can go on with a quotation goes on with a deed ("continued to renew it")."""
    return lemma in cues.ASPECTS and lemma in cues.SAYING and bool(kids(token, "obj", "xcomp"))


def _is_request(doc: Doc, words: Words) -> bool:
    """Say whether what is answered is a request: what the answer was is not told ("did not respond to requests")."""
    return any(doc[i].lemma_.lower() in {"request", "inquiry", "query"} for i in range(*words))


def _cue(doc: Doc, token: Token, contents: Sequence[Words]) -> Words:
    """Return the verb with the auxiliaries and adverbs that touch it, its particle, and where the words were said."""
    taken = {i for low, high in contents for i in range(low, high)}
    first, last = cue_of(token, taken)
    aspect = aspect_of(token)
    if aspect is not None and aspect.i >= first - LONGEST_ASPECT:
        return _cue(doc, aspect, [])[0], last
    particles = {k.i for k in kids(token, "compound:prt")}
    while last in particles and last not in taken:
        last += 1
    venue = next((k for k in kids(token, "obl") if k.lemma_.lower() in _VENUES and k.left_edge.i == last), None)
    if venue is not None and venue.right_edge.i - last < 4 and not taken & set(range(last, venue.right_edge.i + 1)):
        last = venue.right_edge.i + 1
    preposition = doc[last] if last < len(doc) else None
    wanted = cues.PREPOSITIONAL.get(token.lemma_.lower(), PASSIVE_WITH if is_passive(token) else ())
    if preposition is not None and preposition.lower_ in wanted and any(c[0] == last + 1 for c in contents):
        last += 1
    return first, last
