"""Direct quotations with the actor who speaks and the actors spoken of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.code.mentions import mention_of
from demarche.code.speakers import mention_in
from demarche.code.syntax import case_of, children, is_passive, objects
from demarche.record import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.annotate.doc import Token
    from demarche.annotate.reading import DirectQuote, Reading
    from demarche.record import Span
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["find_quotes"]

REPORTING = frozenset(
    "say tell report add announce claim state declare believe think know note argue warn insist confirm deny explain "
    "acknowledge admit suggest indicate predict allege assert maintain stress emphasize reveal write quote inform "
    "notify assure remind fear hope expect".split()
)
"""Verbs whose clause is somebody's words or thought."""
QUOTING = frozenset({"quote", "cite"})
"""Verbs whose object has spoken ("the army was quoted as warning")."""
REPLYING = REPORTING | {"reply", "respond", "answer", "retort", "counter", "ask"}
BY_MEANS_OF = frozenset({"by", "with", "through", "via"})
MAX_CLIMB = 12
AHEAD = ("nsubj", "dep", "obj")
"""How the parser hangs a speaker behind the verb that opens a sentence ("Replied the spokesman, ...")."""


def find_quotes(reading: Reading, resolution: Resolution) -> tuple[Quote, ...]:
    """Return the quotations of an article in the order of the text."""
    found: list[Quote] = []
    for number, quote in enumerate(reading.quotes, start=1):
        made = _quote(f"q{number}", quote, reading, resolution)
        found.append(_continued(made, found[-1], reading) if found and made.speaker is None else made)
    return tuple(found)


def _quote(identity: str, quote: DirectQuote, reading: Reading, resolution: Resolution) -> Quote:
    first, last = reading.words(quote.span)
    about = dict.fromkeys(m.actor for m in resolution.within(first, last) if m.actor)
    told = _told(quote, reading, resolution)
    mention = told or mention_in(quote.speaker, reading, resolution)
    speaker = mention.actor if mention else None
    return Quote(
        id=identity,
        span=quote.span,
        speaker=speaker,
        speaker_span=reading.span(told.first, told.last) if told else quote.speaker,
        cue=quote.cue,
        about=tuple(a for a in about if a != speaker),
    )


def _told(quote: DirectQuote, reading: Reading, resolution: Resolution) -> ResolvedMention | None:
    """Return the one whose words they are by the verb above them, which the teller of the sentence only passes on."""
    head = reading.head(*reading.words(quote.span))
    words = (w for w in _speakers(head, known=quote.speaker is not None) if not _is_inside(w, quote.span, reading))
    found = (m for w in words if (m := mention_of(w, resolution)))
    return next((m for m in found if m.actor), None)


def _is_inside(word: Token, span: Span, reading: Reading) -> bool:
    return span.contains(reading.span(word.i, word.i + 1))


def _speakers(head: Token, *, known: bool) -> Iterator[Token]:
    """Yield who is quoted, who calls a thing by these words, and, if nobody is `known`, who stands behind a verb."""
    if case_of(head) == "as" and is_passive(head.head):
        yield from children(head.head, "obl:agent")
    for verb in _above(head):
        lemma = verb.lemma_.lower()
        if lemma in QUOTING and is_passive(verb):
            yield from objects(verb)
        if not known and lemma in REPLYING and verb.i < head.i:
            yield from children(verb, *AHEAD)


def _above(token: Token) -> Iterator[Token]:
    """Yield the words above a word within its relative clause, the nearest first, but for those done by its means."""
    for _ in range(MAX_CLIMB):
        if token.head == token or token.dep_ == "acl:relcl":
            return
        if case_of(token) not in BY_MEANS_OF:
            yield token.head
        token = token.head


def _continued(quote: Quote, before: Quote, reading: Reading) -> Quote:
    """Return a quotation with the speaker of the one before, where no word stands between them."""
    between = reading.article.text[before.span.end : quote.span.start]
    if any(c.isalnum() for c in between):
        return quote
    about = tuple(a for a in quote.about if a != before.speaker)
    return replace(quote, speaker=before.speaker, speaker_span=before.speaker_span, cue=before.cue, about=about)
