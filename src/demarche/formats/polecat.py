"""POLECAT: the forty tab-separated columns of that data set, in its order, so that its readers take ours.

One row for each report and pair of parties. Absent values are the word `None`, as there. Lossy by design of the format:
no status, so that only what happened, goes on or recurs is written; no sentence, so keep JSONL beside it.
`Event ID` is the article's id and the report's, so that a row can be traced back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from demarche.formats.column import Column, dates, words, write_table
from demarche.record import Actor, ActorKind, Party, Record, Report

__all__ = ["COLUMNS", "rows", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One report with one actor and one recipient, either of which may be unknown."""

    record: Record
    report: Report
    source: Party | None
    target: Party | None

    def actor(self, party: Party | None) -> Actor | None:
        """Return the actor of a party."""
        return next((a for a in self.record.actors if party and a.id == party.actor), None)


def _name(row: Row, party: Party | None) -> str | None:
    actor = row.actor(party)
    return actor.name if actor else (words(party.mention) if party else None)


def _roles(row: Row, party: Party | None) -> str | None:
    actor = row.actor(party)
    return "; ".join(role.title for role in actor.roles) or None if actor else None


def _wikidata(row: Row, party: Party | None) -> str | None:
    actor = row.actor(party)
    return actor.wikidata if actor else None


def _kinds(row: Row, *kinds: ActorKind) -> str | None:
    return "; ".join(actor.name for actor in row.record.actors if actor.kind in kinds) or None


def _party(label: str, which: str) -> tuple[Column[Row], ...]:
    """Return the eight columns of one side; `which` is the side's attribute of the row."""

    def side(row: Row) -> Party | None:
        party: Party | None = getattr(row, which)
        return party

    return (
        Column(name=f"{label} Name", meaning="name", value=lambda r: _name(r, side(r))),
        Column(name=f"{label} Country", meaning="ISO alpha-3", value=lambda r: p.country if (p := side(r)) else None),
        Column(name=f"{label} COW", meaning="Correlates of War code; not filled", value=lambda _: None),
        Column(
            name=f"Primary {label} Sector",
            meaning="PLOVER sector",
            value=lambda r: p.sector if (p := side(r)) else None,
        ),
        Column(name=f"{label} Sectors", meaning="all sectors", value=lambda r: p.sector if (p := side(r)) else None),
        Column(name=f"{label} Title", meaning="offices and titles", value=lambda r: _roles(r, side(r))),
        Column(
            name=f"{label} Name Raw", meaning="the words", value=lambda r: words(p.mention) if (p := side(r)) else None
        ),
        Column(name=f"Wikipedia {label} ID", meaning="Wikidata id", value=lambda r: _wikidata(r, side(r))),
    )


COLUMNS: Sequence[Column[Row]] = (
    Column(name="Event ID", meaning="article and report", value=lambda r: f"{r.record.article.id}#{r.report.id}"),
    Column(
        name="Event Date",
        meaning="first day; the day of publication where the text gives none",
        value=lambda row: _day(row),  # noqa: PLW0108 - defined below
    ),
    Column(name="Event Type", meaning="PLOVER type", value=lambda r: r.report.type.value),
    Column(name="Event Mode", meaning="PLOVER mode", value=lambda r: r.report.mode),
    Column(name="Intensity", meaning="PLOVER score", value=lambda r: r.report.scale),
    Column(name="Quad Code", meaning="1 to 4", value=lambda r: int(r.report.quad)),
    Column(name="Contexts", meaning="divided by `;`", value=lambda r: ";".join(r.report.contexts) or None),
    *_party("Actor", "source"),
    *_party("Recipient", "target"),
    Column(name="Placename", meaning="where", value=lambda r: r.report.place.name if r.report.place else None),
    Column(name="City", meaning="not filled", value=lambda _: None),
    Column(name="District", meaning="not filled", value=lambda _: None),
    Column(name="Province", meaning="not filled", value=lambda _: None),
    Column(name="Country", meaning="of the place", value=lambda r: r.report.place.country if r.report.place else None),
    Column(name="Latitude", meaning="degrees north", value=lambda r: r.report.place.lat if r.report.place else None),
    Column(name="Longitude", meaning="degrees east", value=lambda r: r.report.place.lon if r.report.place else None),
    Column(name="GeoNames ID", meaning="not filled", value=lambda _: None),
    Column(
        name="Raw Placename",
        meaning="the words",
        value=lambda r: words(r.report.place.evidence) if r.report.place else None,
    ),
    Column(
        name="Feature Type", meaning="precision", value=lambda r: r.report.place.precision if r.report.place else None
    ),
    Column(name="Source", meaning="outlet", value=lambda r: r.record.article.outlet),
    Column(name="Publication Date", meaning="first day", value=lambda r: dates(r.record.article.published)[0]),
    Column(name="Story People", meaning="people named", value=lambda r: _kinds(r, ActorKind.PERSON)),
    Column(
        name="Story Organizations",
        meaning="bodies named",
        value=lambda r: _kinds(
            r, ActorKind.IGO, ActorKind.NGO, ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.COMPANY
        ),
    ),
    Column(name="Story Locations", meaning="places named", value=lambda r: _kinds(r, ActorKind.STATE, ActorKind.PLACE)),
    Column(name="Language", meaning="ISO 639-1", value=lambda r: r.record.article.language or "en"),
    Column(name="Version", meaning="who coded it", value=lambda _: "demarche/1"),
)


def _day(row: Row) -> str | None:
    time = row.report.time
    first, last, _ = dates(time.interval) if time else (None, None, None)
    return first or last or dates(row.record.article.published)[0]


def rows(records: Iterable[Record]) -> Iterator[Row]:
    """Yield a row for each deed and each pair of its parties."""
    for record in records:
        for report in record.reports:
            if report.status.is_deed:
                for source in report.sources or (None,):
                    for target in report.targets or (None,):
                        yield Row(record=record, report=report, source=source, target=target)


def write(records: Iterable[Record], path: Path) -> int:
    """Write the table; returns the number of rows."""
    return write_table(path, COLUMNS, rows(records), tabs=True, absent="None")
