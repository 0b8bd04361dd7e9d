"""Judged sentences as training data: the blocks of training/sentences, a sentence with its acts and names.

A sentence is written when a person decided about one of its reports; it then has all its reports, those that were
rejected left out. The names are those that the reader found and want a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from demarche.record import ActorKind, Form, Mention, Party, Record, Report, Sentence, Span

__all__ = ["block", "write"]

Judged = tuple[Record, Mapping[str, str | None]]
"""A record, and what became of its judged reports: their type and mode, None where they were rejected."""

CLASSES = {ActorKind.PERSON: "PER", ActorKind.PLACE: "LOC", ActorKind.STATE: "LOC"}
"""Classes of names by kind of actor; the others are organisations."""

TITLES = re.compile(r"^(?:(?:the|mr|mrs|ms|dr|sir|lady|lord)\b\.? )+", re.IGNORECASE)
"""What stands before a name and is no part of it."""


def write(judged: Iterable[Judged], path: Path) -> int:
    """Write the blocks, those of one article after the other; returns the number of sentences."""
    blocks = [text for record, decided in judged for text in _blocks(record, decided)]
    path.write_text("\n".join(blocks), encoding="utf-8")
    return len(blocks)


def _blocks(record: Record, decided: Mapping[str, str | None]) -> Iterator[str]:
    for sentence in record.sentences:
        reports = [r for r in record.reports if r.sentence.start == sentence.span.start]
        if any(report.id in decided for report in reports):
            yield block(record, sentence, reports, decided)


def block(record: Record, sentence: Sentence, reports: Sequence[Report], decided: Mapping[str, str | None]) -> str:
    """Return one block: the sentence on its line, then its acts, then its names."""
    acts = [_act(r, sentence.span, decided.get(r.id, _code(r))) for r in reports]
    return "\n".join([_line(sentence.span.text), *filter(None, acts), *_names(record, sentence.span), ""])


def _code(report: Report) -> str:
    return f"{report.type.value}/{report.mode}" if report.mode else report.type.value


def _act(report: Report, sentence: Span, code: str | None) -> str | None:
    if code is None:
        return None
    sides = [_side(parties, sentence) for parties in (report.sources, report.targets)]
    others = _side(report.others, sentence)
    more = f" + {others}" if others != "-" else ""
    return f"  {code} {report.status.value} | {_marked(report.trigger, sentence)} | {' > '.join(sides)}{more}"


def _side(parties: Sequence[Party], sentence: Span) -> str:
    spans = [p.mention for p in parties if p.mention and _inside(p.mention, sentence)]
    return "; ".join(_marked(span, sentence) for span in spans) or "-"


def _inside(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _marked(span: Span, sentence: Span) -> str:
    """Return the words, with `#2` where they stand in the sentence for the second time."""
    before = sentence.text[: span.start - sentence.start]
    number = 1 + len(re.findall(rf"(?<!\w){re.escape(span.text)}(?!\w)", before))
    return _line(span.text) + (f"#{number}" if number > 1 else "")


def _names(record: Record, sentence: Span) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for actor in record.actors:
        for mention in filter(_is_name, actor.mentions):
            if _inside(mention.span, sentence):
                found.setdefault(CLASSES.get(actor.kind, "ORG"), []).append(_bare(mention.span.text))
    if found:
        yield "  names | " + " | ".join(f"{c}: {'; '.join(dict.fromkeys(found[c]))}" for c in sorted(found))


def _bare(text: str) -> str:
    """Return a name without its article or address."""
    return TITLES.sub("", _line(text)) or _line(text)


def _is_name(mention: Mention) -> bool:
    return mention.form is Form.NAME


def _line(text: str) -> str:
    return " ".join(text.split())
