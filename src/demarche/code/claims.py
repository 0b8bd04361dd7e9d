"""Who says so: attributions resolved to actors, with the kind of source and how sure the text puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.speakers import mention_in
from demarche.codebook import Codebook, CueFamily
from demarche.record import ActorKind, Certainty, Claim, Form, SourceKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from demarche.annotate.reading import Attribution, Reading
    from demarche.codebook import Cue
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["find_claims", "governing_claim"]

BODIES = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.STATE,
        ActorKind.IGO,
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.PEOPLE,
    }
)
"""Actors that speak with one voice for many."""
SIGNED = frozenset({ActorKind.MEDIA, ActorKind.NGO, ActorKind.COMPANY})
"""Actors that stand for what they publish with their name."""
INDEFINITE = frozenset("a an one another someone somebody".split())


def find_claims(reading: Reading, resolution: Resolution, codebook: Codebook) -> tuple[Claim, ...]:
    """Return a claim for each attribution, in the order of the text."""
    return tuple(
        _claim(f"c{number}", attribution, reading, resolution, codebook)
        for number, attribution in enumerate((a for a in reading.attributions if not a.topic), start=1)
    )


def governing_claim(claims: Sequence[Claim], at: Span) -> Claim | None:
    """Return the innermost claim whose content holds these words."""
    holding = [c for c in claims if c.span.contains(at)]
    return min(holding, key=lambda c: c.span.end - c.span.start, default=None)


def _claim(
    identity: str, attribution: Attribution, reading: Reading, resolution: Resolution, codebook: Codebook
) -> Claim:
    mention = mention_in(attribution.source, reading, resolution)
    actor = mention.actor if mention else None
    return Claim(
        id=identity,
        span=attribution.content,
        source=actor or (attribution.source.text if attribution.source else None),
        source_kind=_source_kind(attribution, mention, reading, resolution, codebook),
        source_span=attribution.source,
        cue=attribution.cue,
        certainty=_certainty(attribution, reading, codebook),
    )


def _matches(span: Span | None, reading: Reading, codebook: Codebook) -> Iterable[Cue]:
    if span is None:
        return ()
    first, last = reading.words(span)
    tokens = reading.doc[first:last]
    found = codebook.cues.find([t.norm_ for t in tokens], [t.lemma_ for t in tokens])
    return [cue for match in found for cue in match.entries]


def _certainty(attribution: Attribution, reading: Reading, codebook: Codebook) -> Certainty:
    cues = [c for c in _matches(attribution.cue, reading, codebook) if c.family is CueFamily.REPORT and c.certainty]
    best = max(cues, key=lambda c: c.weight, default=None)
    return best.certainty if best and best.certainty else Certainty.ASSERTED


def _source_kind(
    attribution: Attribution,
    mention: ResolvedMention | None,
    reading: Reading,
    resolution: Resolution,
    codebook: Codebook,
) -> SourceKind:
    """A person or paper with a name is named and a body speaks collectively; else the cue words and the article decide.

    "An official" and "one resident" are anonymous, whatever name stands inside their phrase.
    """
    if attribution.source is None:
        return SourceKind.UNSPECIFIED
    kinds = [c.source_kind for c in _matches(attribution.source, reading, codebook) if c.source_kind]
    body = _kind_of_actor(mention, resolution)
    alone = _is_indefinite(attribution.source, reading) and not (mention and mention.plural)
    if alone and not (body is SourceKind.NAMED and mention and _has_name(mention, resolution)):
        return SourceKind.DOCUMENT if SourceKind.DOCUMENT in kinds else SourceKind.ANONYMOUS
    return body or next(iter(kinds), SourceKind.COLLECTIVE)


def _kind_of_actor(mention: ResolvedMention | None, resolution: Resolution) -> SourceKind | None:
    """Return the kind that its actor gives a mention, or None where it says nothing of one ("officials")."""
    actor = resolution.actors.get(mention.actor) if mention and mention.actor and not mention.plural else None
    if actor is None or mention is None:
        return None
    if actor.kind in BODIES:
        return SourceKind.COLLECTIVE
    return SourceKind.NAMED if actor.kind in SIGNED or _has_name(mention, resolution) else None


def _has_name(mention: ResolvedMention, resolution: Resolution) -> bool:
    """Say whether the article names whom a mention means."""
    return any(m.actor == mention.actor and m.form is Form.NAME for m in resolution.mentions)


def _is_indefinite(source: Span, reading: Reading) -> bool:
    """Say whether a source is one of several that could be meant ("an official", "one of the envoys")."""
    first, _ = reading.words(source)
    return reading.doc[first].lower_ in INDEFINITE
