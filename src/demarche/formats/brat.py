"""brat standoff: a folder with `N.txt` and `N.ann` for each article, to be corrected by hand there.

Triggers are events (`E`) with Source and Target arguments; quotations, claims and actors' mentions are entities (`T`).
A span with a line end in it is cut into the fragments that brat asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from demarche.record import Party, Record, Report, Span

__all__ = ["marks", "write"]


def write(records: Iterable[Record], path: Path) -> int:
    """Write the folder, made if need be; returns the number of articles."""
    path.mkdir(parents=True, exist_ok=True)
    number = 0
    for number, record in enumerate(records, start=1):
        (path / f"{number:04d}.txt").write_text(record.article.text, encoding="utf-8", newline="")
        lines = "".join(f"{line}\n" for line in marks(record))
        (path / f"{number:04d}.ann").write_text(lines, encoding="utf-8")
    return number


def marks(record: Record) -> Iterator[str]:
    """Yield the lines of one `.ann` file."""
    return iter(_Lines().of(record))


@dataclass(slots=True)
class _Lines:
    """Lines so far, and the numbers of the spans already written."""

    lines: list[str] = field(default_factory=list)
    spans: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def of(self, record: Record) -> list[str]:
        for actor in record.actors:
            for mention in actor.mentions:
                self._span(actor.kind.value.replace("_", "-").capitalize(), mention.span)
        for quote in record.quotes:
            self._span("Quote", quote.span)
        for claim in record.claims:
            self._span("Claim", claim.span)
        for number, report in enumerate(record.reports, start=1):
            self._event(number, report)
        return self.lines

    def _span(self, label: str, span: Span) -> str:
        key = (label, span.start, span.end)
        if key not in self.spans:
            self.spans[key] = f"T{len(self.spans) + 1}"
            pieces = ";".join(f"{start} {end}" for start, end in _pieces(span))
            self.lines.append(f"{self.spans[key]}\t{label} {pieces}\t{' '.join(span.text.split(chr(10)))}")
        return self.spans[key]

    def _event(self, number: int, report: Report) -> None:
        trigger = self._span(report.type.value.capitalize(), report.trigger)
        parts = [*self._arguments("Source", report.sources), *self._arguments("Target", report.targets)]
        self.lines.append(f"E{number}\t{' '.join([f'{report.type.value.capitalize()}:{trigger}', *parts])}")
        self.lines.append(f"A{number}\tStatus E{number} {report.status.value}")

    def _arguments(self, role: str, parties: tuple[Party, ...]) -> Iterator[str]:
        mentions = [p.mention for p in parties if p.mention]
        for number, mention in enumerate(mentions, start=1):
            yield f"{role}{number if number > 1 else ''}:{self._span('Party', mention)}"


def _pieces(span: Span) -> Iterator[tuple[int, int]]:
    at = span.start
    for line in span.text.split("\n"):
        if line:
            yield at, at + len(line)
        at += len(line) + 1
