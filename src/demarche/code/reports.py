"""From acts to reports: each with its parties, status, time, place, issue, numbers and the claim that carries it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demarche.code.acts import ACT_FLOOR, Act, find_acts
from demarche.code.claims import governing_claim
from demarche.code.confidence import chance_with
from demarche.code.mentions import party
from demarche.code.parties import Parties, PartyFinder
from demarche.code.slots import placed, unnamed
from demarche.code.speakers import mention_in
from demarche.code.standing import political_sides, unborne
from demarche.code.status import Judged
from demarche.code.syntax import is_passive
from demarche.code.when import When
from demarche.code.where import find_place
from demarche.code.words import Words, subtree
from demarche.errors import RecordError
from demarche.record import EventType, Quad, Report, Status, Unsure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.code.contexts import Contexts
    from demarche.code.status import Judge
    from demarche.codebook import Codebook
    from demarche.record import Claim, EventPlace, Party, Quantity, Span
    from demarche.resolve import Resolution

__all__ = ["Reporter", "by_sentence"]

SPOKEN = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE}
)
"""Types of act that are done by saying so."""

BOTH = 2
"""Sides of an act."""
SUFFERED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.AID})
"""Types of act that fall on people where they are."""


def by_sentence(reports: Iterable[Report]) -> Mapping[Span, Sequence[Report]]:
    """Return the reports of each sentence that has any, by its words."""
    told: dict[Span, list[Report]] = defaultdict(list)
    for report in reports:
        told[report.sentence].append(report)
    return dict(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """Codes the acts of one article."""

    reading: Reading
    resolution: Resolution
    codebook: Codebook
    contexts: Contexts
    judge: Judge
    claims: tuple[Claim, ...]

    def reports(self) -> tuple[tuple[Report, ...], tuple[Unsure, ...]]:
        """Return the reports in the order of the text, and the words that may report an act but were not taken."""
        reports: list[Report] = []
        unsure: list[Unsure] = []
        for sentence in self.reading.sentences:
            acts = find_acts(self.reading, sentence, self.codebook)
            for act in acts:
                made = self._report(f"r{len(reports) + 1}", sentence, act, acts)
                if isinstance(made, Report):
                    reports.append(made)
                else:
                    unsure.append(made)
        return tuple(reports), tuple(unsure)

    def _report(self, identity: str, sentence: ReadSentence, act: Act, acts: Sequence[Act]) -> Report | Unsure:
        trigger = self.reading.span(act.first, act.last)
        if (most := chance_with(act.score, BOTH)) < ACT_FLOOR:
            return _doubt(trigger, act, most)
        finder = PartyFinder(
            reading=self.reading, sentence=sentence, resolution=self.resolution, acts={a.head: a for a in acts}
        )
        claim = governing_claim(self.claims, trigger)
        if _is_judgement(act) and claim is None:
            return Unsure(span=trigger, layer="reports", why=f"{act.type} in the article's own voice")
        parties = self._spoken(finder.find(act), act, claim)
        borne = any(p.actor or p.country for p in (*parties.sources, *parties.targets))
        if not borne and not placed(self.reading.doc[act.head], act, self.resolution):
            return Unsure(span=trigger, layer="reports", why=f"{act.type} without a party that could be resolved")
        if why_not := unborne(act, parties, self.resolution.actors):
            return Unsure(span=trigger, layer="reports", why=why_not)
        if (chance := self._chance(act, parties)) < ACT_FLOOR:
            return _doubt(trigger, act, chance)
        judged = self.judge.judge(self.reading.doc, sentence, act)
        return self._made(identity, sentence, act, judged, parties, chance)

    def _chance(self, act: Act, parties: Parties) -> float:
        return chance_with(act.score, political_sides(parties, self.resolution.actors))

    def told(self, act: Act, *, sources: tuple[Party, ...], targets: tuple[Party, ...], status: Status) -> Report:
        """Return the report of an act whose parties and status are known, without a number of its own."""
        sentence = self.reading.sentence_of(act.head)
        if sentence is None:
            msg = f"word {act.head} stands in debris, where no act is told"
            raise RecordError(msg, where=self.reading.article.id)
        judged = Judged(status=status, probability=1.0, negated=False, why=act.why[-1])
        parties = Parties(sources=sources, targets=targets)
        return self._made("r", sentence, act, judged, parties, self._chance(act, parties))

    def _spoken(self, parties: Parties, act: Act, claim: Claim | None) -> Parties:
        """Words that ask, blame, thank or refuse and name no doer are those of the one whose words they are.

        So are all words that judge ("is unacceptable"): their frame has no place for a doer. A passive leaves the doer
        open for another reason ("was refused entry"), as does a subject that stands for nobody known.
        """
        head = self.reading.doc[act.head]
        undone = head.pos_ == "NOUN" or is_passive(head) or unnamed(head, act)
        if ((parties.sources or undone) and not _is_judgement(act)) or act.type not in SPOKEN or claim is None:
            return parties
        mention = mention_in(claim.source_span, self.reading, self.resolution)
        return replace(parties, sources=(party(self.reading, mention, self.resolution),)) if mention else parties

    def _made(
        self, identity: str, sentence: ReadSentence, act: Act, judged: Judged, parties: Parties, chance: float
    ) -> Report:
        words = Words.of(self.reading, sentence)
        trigger = self.reading.span(act.first, act.last)
        cameo = self.codebook.plover.cameo_for(act.type, act.mode, judged.status)
        claim = governing_claim(self.claims, trigger)
        place = find_place(self.reading, sentence, act.head, self.resolution)
        return Report(
            id=identity,
            type=act.type,
            mode=act.mode,
            contexts=self.contexts.of(words),
            quad=Quad(self.codebook.plover.quad(act.type)),
            scale=self.codebook.plover.score(act.type, act.mode),
            cameo=cameo.code,
            goldstein=cameo.goldstein,
            trigger=trigger,
            sentence=sentence.sentence.span,
            sources=parties.sources,
            targets=_at_home(parties.targets, place) if act.type in SUFFERED else parties.targets,
            others=parties.others,
            time=When(reading=self.reading).of(sentence, act.head, judged.status),
            place=place,
            status=judged.status,
            negated=judged.negated,
            claim=claim.id if claim else None,
            issue=self.contexts.issue(words, *subtree(self.reading, act.head)),
            quantities=self._quantities(act),
            confidence=round(chance, 3),
            why=tuple(dict.fromkeys((*act.why, judged.why))),
        )

    def _quantities(self, act: Act) -> tuple[Quantity, ...]:
        first, last = subtree(self.reading, act.head)
        reach = self.reading.span(first, last)
        return tuple(q for q in self.reading.quantities if reach.contains(q.span))


def _doubt(trigger: Span, act: Act, chance: float) -> Unsure:
    return Unsure(span=trigger, layer="reports", why=f"may be {act.type}: chance {chance:.2f} is under {ACT_FLOOR}")


def _at_home(parties: tuple[Party, ...], place: EventPlace | None) -> tuple[Party, ...]:
    """Return those who suffer violence; whose country nobody tells live where it is done."""
    if place is None or any(p.country for p in parties):
        return parties
    return tuple(replace(p, country=place.country) for p in parties)


def _is_judgement(act: Act) -> bool:
    """Whether a word judges what another did, which only somebody's own words do to them."""
    return act.entry is not None and not act.entry.frame.source
