"""One reading and its actors become a record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.code.adversaries import fill_from_adversaries
from demarche.code.asked import with_asked
from demarche.code.asks import answered, find_demands
from demarche.code.channels import find_channels
from demarche.code.claims import find_claims
from demarche.code.contexts import Contexts
from demarche.code.dealings import fill_from_dealings
from demarche.code.indicators import find_indicators
from demarche.code.levers import find_levers
from demarche.code.positions import Positions
from demarche.code.quotes import find_quotes
from demarche.code.repeats import fill_from_repeats
from demarche.code.reports import Reporter, by_sentence
from demarche.code.status import Judge
from demarche.code.tone import find_tones, of_contacts
from demarche.code.tracks import find_tracks
from demarche.record import Record

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.codebook import Codebook
    from demarche.resolve import Resolution

__all__ = ["Coder"]


@dataclass(frozen=True, kw_only=True)
class Coder:
    """Codes readings by one codebook; holds nothing of any article."""

    codebook: Codebook

    @cached_property
    def contexts(self) -> Contexts:
        """The finder of issues and contexts."""
        return Contexts(self.codebook)

    @cached_property
    def judge(self) -> Judge:
        """The judge of status."""
        return Judge(self.codebook)

    def code(self, reading: Reading, resolution: Resolution) -> Record:
        """Return the record of an article."""
        claims = find_claims(reading, resolution, self.codebook)
        reporter = Reporter(
            reading=reading,
            resolution=resolution,
            codebook=self.codebook,
            contexts=self.contexts,
            judge=self.judge,
            claims=claims,
        )
        found, unsure = reporter.reports()
        filled = fill_from_dealings(fill_from_adversaries(reading, fill_from_repeats(reading, found)))
        demands = find_demands(reading, filled, resolution, claims)
        reports, demands = with_asked(reporter, filled, demands)
        reports = of_contacts(reading, reports)
        asks = answered(reading, reports, demands, resolution)
        positions = Positions(
            reading=reading,
            resolution=resolution,
            codebook=self.codebook,
            claims=claims,
            told=by_sentence(reports),
            asks=asks,
        )
        indicators = find_indicators(reports, asks, resolution.actors)
        return Record(
            article=reading.article,
            sentences=tuple(s.sentence for s in reading.sentences),
            actors=tuple(resolution.actors.values()),
            times=reading.times,
            quantities=reading.quantities,
            quotes=find_quotes(reading, resolution),
            claims=claims,
            reports=reports,
            asks=asks,
            positions=positions.find(),
            levers=find_levers(reading, self.codebook, reports, resolution),
            channels=find_channels(reading, self.codebook, reports, resolution),
            tracks=find_tracks(reports),
            indicators=(*indicators, *find_tones(reading, resolution, reports, len(indicators))),
            unsure=unsure,
        )
