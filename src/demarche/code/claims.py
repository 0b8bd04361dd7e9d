"""Who says so: attributions resolved to actors, with the kind of source and how sure the text puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.speakers import mention_in
from demarche.codebook import Codebook, CueFamily
from demarche.record import Certainty, Claim, SourceKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from demarche.annotate.reading import Attribution, Reading
    from demarche.codebook import Cue
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["find_claims", "governing_claim"]


def find_claims(reading: Reading, resolution: Resolution, codebook: Codebook) -> tuple[Claim, ...]:
    """Return a claim for each attribution, in the order of the text."""
    return tuple(
        _claim(f"c{number}", attribution, reading, resolution, codebook)
        for number, attribution in enumerate(reading.attributions, start=1)
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
        source_kind=_source_kind(attribution, mention, reading, codebook),
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
    attribution: Attribution, mention: ResolvedMention | None, reading: Reading, codebook: Codebook
) -> SourceKind:
    """A name is a named source, whatever stands around it; else the cue words decide, else a plural is collective."""
    if attribution.source is None:
        return SourceKind.UNSPECIFIED
    if mention and mention.actor and not mention.plural:
        return SourceKind.NAMED
    kinds = [c.source_kind for c in _matches(attribution.source, reading, codebook) if c.source_kind]
    if kinds:
        return kinds[0]
    if mention and mention.plural:
        return SourceKind.COLLECTIVE
    return SourceKind.NAMED if mention and mention.actor else SourceKind.COLLECTIVE
