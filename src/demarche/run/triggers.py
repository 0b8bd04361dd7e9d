"""What became of every word of a sentence that may report an act, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from demarche.annotate.reader import ACT_TYPES, STATUSES
from demarche.code.acts import ACT_FLOOR, DOUBT_FLOOR, Act, find_acts
from demarche.code.mentions import mention_of
from demarche.code.repeats import LENT
from demarche.code.slots import NOUN_FRAME, VERB_FRAME
from demarche.code.syntax import arguments
from demarche.code.words import Words
from demarche.run.explanation import Chance, Entry, PartySeen, TriggerSeen, Verdict

if TYPE_CHECKING:
    from demarche.annotate.doc import Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.code.status import Judge
    from demarche.codebook import ActEntry, Codebook, Discard, Match, Slot
    from demarche.record import Party, Record, Report, Span
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["Triggers"]

WORTH_SHOWING = 0.1
"""Probability below which a type, a status or a part is not shown."""
MOST_CHANCES = 3
"""Types and statuses shown of one word."""
SIDES = ("source", "target", "other")
VERBAL = frozenset({"VERB", "AUX"})
BEARING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
"""Parts of speech that can report an act; adjectives and names only where the lexicon has them."""


@dataclass(frozen=True, kw_only=True)
class Triggers:
    """Looks at the words of one sentence; `record` is that of the whole article."""

    codebook: Codebook
    judge: Judge
    reading: Reading
    resolution: Resolution
    sentence: ReadSentence
    record: Record

    def find(self) -> Iterator[TriggerSeen]:
        """Yield the words that the act lexicon knows or that the reader takes for acts, in the order of the text."""
        for token in self.reading.doc[self.sentence.first : self.sentence.last]:
            known = self._entries(token)
            near = [entry for entry in known if self._is_near(entry)]
            chances = self.sentence.reading.act_types[token.i - self.sentence.first]
            if near or float(max(chances[1:])) >= WORTH_SHOWING:
                yield replace(self._seen(token, near, chances), far_entries=len(known) - len(near))

    @cached_property
    def acts(self) -> Sequence[Act]:
        """The acts that were considered: those kept, and those in doubt."""
        return find_acts(self.reading, self.sentence, self.codebook)

    @cached_property
    def faint(self) -> Sequence[Act]:
        """All acts that score at all."""
        return find_acts(self.reading, self.sentence, self.codebook, floor=0.0)

    @cached_property
    def _nouns(self) -> Mapping[int, tuple[ActEntry, ...]]:
        """The noun phrases of the lexicon by each of their words; the entry's head picks the right one."""
        matches = Words.of(self.reading, self.sentence).find(self.codebook.acts.nouns)
        return {word: match.entries for match in matches for word in range(match.start, match.end)}

    def _entries(self, token: Token) -> tuple[ActEntry, ...]:
        """Return the entries of the act lexicon with this head, whether or not their needs are met."""
        words = {token.lemma_.lower(), token.norm_.lower()}
        if token.pos_ in {"NOUN", "PROPN"}:
            return tuple(e for e in self._nouns.get(token.i, ()) if e.lemma in words)
        pos = "verb" if token.pos_ in VERBAL else "adj"
        return self.codebook.acts.get(token.lemma_.lower(), pos) if token.pos_ in {*VERBAL, "ADJ"} else ()

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        words = Words.of(self.reading, self.sentence)
        return frozenset(word.lower() for word in (*words.forms, *words.lemmas))

    def _is_near(self, entry: ActEntry) -> bool:
        """Say whether the sentence has the words that an entry needs, wherever they stand."""
        return all(
            bool(need.lemmas & self._vocabulary)
            if need.lemmas
            else need.preposition is None or self._vocabulary.issuperset(need.preposition.split())
            for need in entry.needs
        )

    def _seen(self, token: Token, entries: Sequence[ActEntry], chances: Iterable[float]) -> TriggerSeen:
        act = next((a for a in (*self.acts, *self.faint) if a.head == token.i), None)
        seen = TriggerSeen(
            span=self.reading.span(act.first, act.last) if act else self.reading.span(token.i, token.i + 1),
            lemma=token.lemma_.lower(),
            types=_likeliest(ACT_TYPES[1:], list(chances)[1:]),
            statuses=_likeliest(STATUSES, self.sentence.reading.status[token.i - self.sentence.first]),
            entries=tuple(_entry(e, taken=act is not None and act.entry == e) for e in entries),
            type=act.type.value if act else None,
            mode=act.mode if act else None,
            score=round(act.score, 3) if act else None,
            verdict=Verdict.DROPPED,
            why=f"its chance is under {DOUBT_FLOOR}",
        )
        if act is None or act not in self.acts:
            return self._passed_over(seen, token)
        return self._considered(seen, token, act)

    def _passed_over(self, seen: TriggerSeen, token: Token) -> TriggerSeen:
        """Say what kept a word from being considered."""
        discarded = next(
            (m for m in Words.of(self.reading, self.sentence).find(self.codebook.discards) if _holds(m, token)), None
        )
        if discarded:
            words = self.reading.span(discarded.start, discarded.end).text
            return replace(seen, verdict=Verdict.BARRED, why=f"'{words}' reports no act (discards)")
        if seen.score is not None:
            return seen
        if token.pos_ not in BEARING or (token.pos_ in {"ADJ", "PROPN"} and not seen.entries):
            return replace(seen, verdict=Verdict.BARRED, why=f"a word of this kind ({token.pos_}) reports no act here")
        told = next((a for a in self.acts if a.head != token.i and self._is_told_with(token, a)), None)
        if told:
            words = self.reading.span(told.first, told.last).text
            return replace(seen, verdict=Verdict.MERGED, why=f"told with '{words}'")
        if seen.entries and not seen.types:
            return replace(seen, why="no entry fits here, and the reader is silent")
        return replace(seen, verdict=Verdict.BARRED, why="no entry fits, or a compound, or a document that speaks")

    def _is_told_with(self, token: Token, act: Act) -> bool:
        head = self.reading.doc[act.head]
        inside = act.first - 1 <= token.i <= act.last
        return inside or head.head.i == token.i or token.head.i == act.head

    def _considered(self, seen: TriggerSeen, token: Token, act: Act) -> TriggerSeen:
        judged = self.judge.judge(self.reading.doc, self.sentence, act)
        report = next((r for r in self.record.reports if r.trigger == seen.span), None)
        doubt = next((u.why for u in self.record.unsure if u.span == seen.span and u.layer == "reports"), "")
        verdict = Verdict.KEPT if report else Verdict.DOUBTED
        why = f"its chance reaches {ACT_FLOOR}" if report else doubt
        return replace(
            seen,
            verdict=verdict,
            why=why,
            status=judged.status.value,
            status_why=judged.why,
            parties=tuple(self._parties(token, act, report)),
            report=report.id if report else None,
        )

    def _parties(self, token: Token, act: Act, report: Report | None) -> Iterator[PartySeen]:
        """Yield the mentions that reader or frame hold for parties, then the parties that come from elsewhere."""
        slots = self._slots(token, act)
        sides = _sides(report)
        mentions = [m for m in self._mentions() if not m.first <= act.head < m.last or m.nested]
        mentions += [m for m in slots if m not in mentions]
        roles = self.sentence.reading.roles(act.head - self.sentence.first)
        for mention in mentions:
            span = self.reading.span(mention.first, mention.last)
            words = roles[mention.first - self.sentence.first : mention.last - self.sentence.first]
            chances = tuple(
                Chance(label=side, probability=round(float(words[:, at].max()), 3))
                for at, side in enumerate(SIDES, start=1)
                if len(words) and float(words[:, at].max()) >= WORTH_SHOWING
            )
            side, slot = sides.pop(span, (None, None))[0], slots.get(mention)
            if chances or slot or side:
                yield PartySeen(span=span, country=self._code(mention), chances=chances, slot=slot, side=side)
        for span, (side, party) in sides.items():
            yield PartySeen(
                span=span, country=party.country if party else None, chances=(), slot=_whence(report), side=side
            )

    def _mentions(self) -> Iterable[ResolvedMention]:
        return self.resolution.within(self.sentence.first, self.sentence.last)

    def _code(self, mention: ResolvedMention) -> str | None:
        actor = self.resolution.actors.get(mention.actor) if mention.actor else None
        return mention.country or (actor.country if actor else None)

    def _slots(self, token: Token, act: Act) -> Mapping[ResolvedMention, str]:
        """Return the slots of the act's frame that mentions fill, the first slot of each side that any fills."""
        frame = act.entry.frame if act.entry else VERB_FRAME if token.pos_ == "VERB" else NOUN_FRAME
        out: dict[ResolvedMention, str] = {}
        for side, slots in (("source", frame.source), ("target", frame.target)):
            for slot in slots:
                found = [m for t in arguments(token, slot) if (m := mention_of(t, self.resolution)) and m not in out]
                if found:
                    out |= dict.fromkeys(found, f"{side} {_code_of(slot)}")
                    break
        return out


def _holds(match: Match[Discard], token: Token) -> bool:
    return match.start <= token.i < match.end


def _likeliest(labels: Sequence[str], chances: Iterable[float]) -> tuple[Chance, ...]:
    rows = sorted(zip(chances, labels, strict=True), key=lambda row: -row[0])[:MOST_CHANCES]
    return tuple(Chance(label=label, probability=round(float(p), 3)) for p, label in rows if p >= WORTH_SHOWING)


def _entry(entry: ActEntry, *, taken: bool) -> Entry:
    needs = (f"{n.relation}{':' + n.preposition if n.preposition else ''}{_lemmas(n.lemmas)}" for n in entry.needs)
    return Entry(
        phrase=" ".join(entry.phrase),
        type=entry.type.value,
        mode=entry.mode,
        frame=entry.frame.code,
        weight=entry.weight,
        needs=" ".join(needs),
        taken=taken,
    )


def _lemmas(lemmas: frozenset[str]) -> str:
    return "=" + "|".join(sorted(lemmas)) if lemmas else ""


def _code_of(slot: Slot) -> str:
    prepositions = ":" + "|".join(slot.prepositions) if slot.prepositions else ""
    return f"{slot.relation}{prepositions}{'.' + _code_of(slot.then) if slot.then else ''}"


def _sides(report: Report | None) -> dict[Span, tuple[str | None, Party | None]]:
    """Return the parties of a report by their words."""
    if report is None:
        return {}
    groups = zip(SIDES, (report.sources, report.targets, report.others), strict=True)
    return {p.mention: (side, p) for side, parties in groups for p in parties if p.mention}


def _whence(report: Report | None) -> str:
    """Say where a party comes from that neither the frame nor the reader put there."""
    return next((why for why in (report.why if report else ()) if why.startswith(LENT)), "who speaks")
