"""An explanation as text of 80 columns: from the words up to what rests on them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from demarche.cli.arcs import arcs
from demarche.cli.ink import Ink, paint
from demarche.record import Party, Report, Span, TimeInterval
from demarche.run.explanation import (
    Chance,
    Entry,
    Explanation,
    MatchedWords,
    NameSeen,
    PartySeen,
    Standing,
    TriggerSeen,
    Verdict,
    WhoSeen,
    WordSeen,
)

__all__ = ["page"]

WIDTH = 80
WORD, LABEL = 16, 11
"""Columns of words and of labels in the list of words; longer ones are cut."""
SHORT = 34
"""Characters of a mention in a list."""
LONGEST_CODE = 60
"""Characters of a frame that is written as the tables have it; a longer one may be broken between its slots."""
MARKS = {
    Verdict.KEPT: ("+", Ink.GREEN),
    Verdict.DOUBTED: ("?", Ink.YELLOW),
    Verdict.DROPPED: ("-", Ink.FAINT),
    Verdict.MERGED: ("=", Ink.FAINT),
    Verdict.BARRED: ("x", Ink.FAINT),
}


def page(seen: Explanation) -> str:
    """Return the whole explanation; colours stand in it only where standard output wants them."""
    return "\n".join(_lines(seen))


def _lines(seen: Explanation) -> Iterator[str]:
    where = f"sentence {seen.number} of {seen.sentences}, characters {seen.span.start}-{seen.span.end}"
    yield from _wrapped(f"{seen.article}: {where}, codebook {seen.codebook}")
    yield ""
    yield from (paint(line, Ink.BOLD) for line in _wrapped(seen.span.text, "  "))
    yield from _section("Words", _words(seen.words, seen.names))
    yield from _section("Who", chain.from_iterable(map(_who, seen.mentions)))
    yield from _section("When", (_time(t.span, t.value, t.interval, t.anchor) for t in seen.times))
    yield from _section("Words that the codebook knows", _matches(seen.matches))
    yield from _section("Acts", _acts(seen.triggers))
    yield from _section("What rests on the sentence", _standing(seen.standing))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a title and its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield paint(title.upper(), Ink.CYAN)
        yield line


def _words(words: Sequence[WordSeen], names: Sequence[NameSeen]) -> Iterator[str]:
    first = {name.span.start: name for name in names}
    for word, strokes in zip(words, arcs([w.head for w in words]), strict=True):
        name = first.get(word.span.start)
        inside = next((n for n in names if n.span.contains(word.span)), None)
        label = f"{name.label} {_p(name.probability)}" if name else '"' if inside else ""
        text = f"{word.plain}*" if word.plain else word.span.text
        line = (
            f"{word.span.start:>6} {paint(strokes, Ink.FAINT)} "
            f"{_cut(text, WORD):<{WORD}} {word.pos:<5} {_cut(word.label, LABEL):<{LABEL}} {label}"
        )
        yield line.rstrip()


def _who(who: WhoSeen) -> Iterator[str]:
    codes = " ".join(filter(None, (who.country, who.base and f"in {who.base}", who.sector))) or "no code"
    more = filter(None, (who.form, "several" if who.plural else "", "inside another" if who.nested else ""))
    actor = f"{who.actor}, {codes}" if who.actor else f"nobody for certain, {codes}"
    yield from _row(who.span, f"is {actor} ({', '.join(more)})")


def _time(span: Span, value: str, interval: TimeInterval | None, anchor: str | None) -> str:
    days = _days(interval) if interval else "no days"
    return next(_row(span, f"{days}, value {value}{', counted from ' + anchor if anchor else ''}"))


def _days(interval: TimeInterval) -> str:
    ends = " to ".join(dict.fromkeys(day.isoformat() if day else "open" for day in (interval.first, interval.last)))
    return f"{ends} ({interval.precision})"


def _matches(matches: Sequence[MatchedWords]) -> Iterator[str]:
    """Yield a line for each stretch and table, what the table says of it in one row."""
    groups: dict[tuple[Span, str], list[str]] = {}
    for match in matches:
        groups.setdefault((match.span, match.table), []).append(match.says)
    for (span, table), says in groups.items():
        yield from _row(span, f"{table}: {'; '.join(says)}")


def _acts(triggers: Sequence[TriggerSeen]) -> Iterator[str]:
    for trigger in triggers:
        yield from _act(trigger)


def _act(trigger: TriggerSeen) -> Iterator[str]:
    mark, ink = MARKS[trigger.verdict]
    kind = "/".join(filter(None, (trigger.type, trigger.mode)))
    score = f" {trigger.score:.2f}" if trigger.score is not None else ""
    as_report = f" as {trigger.report}" if trigger.report else ""
    head = f"{mark} {trigger.span.text}"
    rest = f"{kind + score + ', ' if kind else ''}{trigger.verdict}{as_report}: {trigger.why}"
    place = f"{trigger.span.start}-{trigger.span.end}"
    yield from (paint(line, ink) for line in _wrapped(f"{head} ({place})  {rest}", "  ", "      "))
    yield from _fact("reader", _chances(trigger.types) or "no act")
    yield from _lexicon(trigger)
    if trigger.verdict in {Verdict.KEPT, Verdict.DOUBTED}:
        yield from _considered(trigger)


def _lexicon(trigger: TriggerSeen) -> Iterator[str]:
    for entry in trigger.entries:
        yield from _fact("lexicon", _entry(entry))
    if trigger.far_entries:
        others = (
            f"{trigger.far_entries} {'more need' if trigger.entries else 'need'} words that are not in the sentence"
        )
        yield from _fact("lexicon", others)
    elif not trigger.entries:
        yield from _fact("lexicon", "has no entry")


def _considered(trigger: TriggerSeen) -> Iterator[str]:
    yield from _fact("status", f"{trigger.status}, by {trigger.status_why}; reader: {_chances(trigger.statuses)}")
    for party in trigger.parties:
        yield from _fact(party.side or "no side", _party(party))
    for side in ("source", "target"):
        if all(p.side != side for p in trigger.parties):
            yield from _fact(side, "nobody")


def _party(party: PartySeen) -> str:
    words = f"{_cut(party.span.text, SHORT)} ({party.country or 'no code'})"
    said = "; ".join(filter(None, (_found(party.slot), f"reader: {_chances(party.chances)}" if party.chances else "")))
    return f"{words}  {said}"


def _found(slot: str | None) -> str:
    return f"fills {slot}" if slot and slot.startswith(("source", "target")) else f"from: {slot}" if slot else ""


def _entry(entry: Entry) -> str:
    kind = "/".join(filter(None, (entry.type, entry.mode)))
    needs = f", needs {entry.needs}" if entry.needs else ""
    if not entry.taken:
        return f"'{entry.phrase}' {kind} {entry.weight:g}{needs}"
    return f"* '{entry.phrase}' {kind} {entry.weight:g}, frame {entry.frame}{needs}"


def _standing(standing: Standing) -> Iterator[str]:
    for report in standing.reports:
        yield from _report(report)
    for ask in standing.asks:
        yield from _item(f"ask {ask.id}", f"{ask.asker or '?'} asks {ask.asked or '?'}: {ask.outcome}", ask.ask)
    for lever in standing.levers:
        who = f"{lever.holder or '?'} over {lever.over or '?'}: {lever.kind}, used: {lever.used}"
        yield from _item(f"lever {lever.id}", who, lever.evidence)
    for channel in standing.channels:
        via = f" through {', '.join(channel.via)}" if channel.via else ""
        yield from _item(
            f"channel {channel.id}",
            f"{channel.a or '?'} and {channel.b or '?'}: {channel.medium}{via}",
            channel.evidence,
        )
    for position in standing.positions:
        stand = f"{position.actor or '?'} {position.stance} {position.issue}"
        yield from _item(f"position {position.id}", stand, position.statement)
    for claim in standing.claims:
        who = f"{claim.source or 'nobody named'} ({claim.source_kind}), {claim.certainty}"
        yield from _item(f"claim {claim.id}", f"{who}, by '{claim.cue.text}'" if claim.cue else who, claim.span)
    for quote in standing.quotes:
        yield from _item(f"quote {quote.id}", quote.speaker or "nobody named", quote.span)
    for doubt in standing.unsure:
        yield from _item("not sure", f"{doubt.layer}: {doubt.why}", doubt.span)


def _report(report: Report) -> Iterator[str]:
    kind = "/".join(filter(None, (report.type, report.mode)))
    sides = f"{_parties(report.sources)} > {_parties(report.targets)}"
    when = f", {_days(report.time.interval)} {report.time.basis}" if report.time else ""
    where = f", in {report.place.name}" if report.place else ""
    claim = f", by {report.claim}" if report.claim else ""
    line = f"report {report.id}: {kind} {report.status}, {sides}{when}{where}{claim}, {_p(report.confidence)}"
    yield from _wrapped(line, "  ", "      ")
    yield from _wrapped(f"why: {'; '.join(report.why)}", "      ")


def _parties(parties: Sequence[Party]) -> str:
    return ", ".join(p.country or p.actor or (p.mention.text if p.mention else "?") for p in parties) or "nobody"


def _item(name: str, text: str, span: Span) -> Iterator[str]:
    yield from _wrapped(f'{name}: {text}: "{_cut(span.text, 2 * SHORT)}"', "  ", "      ")


def _row(span: Span, text: str) -> Iterator[str]:
    yield from _wrapped(f"{_cut(span.text, SHORT)}  {text}", f"{span.start:>6} ", " " * 11)


def _fact(name: str, text: str) -> Iterator[str]:
    yield from _wrapped(f"{name:<8} {text}", "      ", " " * 15)


def _chances(chances: Iterable[Chance]) -> str:
    return ", ".join(f"{c.label} {_p(c.probability)}" for c in chances)


def _p(probability: float) -> str:
    return f"{probability:.2f}"


def _cut(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        " ".join(_breakable(word) for word in text.split(" ")),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
        break_long_words=False,
    ) or [""]


def _breakable(word: str) -> str:
    """Return a frame with blanks between its slots where it would not fit on a line; other words as they are."""
    return word if len(word) <= LONGEST_CODE else word.replace("/", " / ")
