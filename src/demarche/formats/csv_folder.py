"""A folder of CSV tables, one for each layer of the record, with a data dictionary (`columns.csv`).

Every row names its article and, where it stands on words, their offsets (code points, half-open) and the words.
Lossy: nested parts (mentions of parties, evidence of times) are flattened to codes, names and words; JSONL keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demarche.formats.column import Cell, Column, codes, dates, named, words, write_table
from demarche.record import Party, Record, Span

__all__ = ["DICTIONARY", "TABLES", "Table", "write"]

DICTIONARY = "columns.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of one layer, and the record it stands in."""

    record: Record
    thing: Any


Layer = Column[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file: what a row is, where the rows come from, and the columns."""

    name: str
    row: str
    things: Callable[[Record], Iterable[Any]]
    columns: Sequence[Layer]

    def items(self, records: Iterable[Record]) -> Iterator[Item]:
        """Yield the rows of all records."""
        for record in records:
            for thing in self.things(record):
                yield Item(record=record, thing=thing)


def _of(name: str, meaning: str, value: Callable[[Any], Cell]) -> Layer:
    """Return a column that looks at the thing alone."""
    return Column(name=name, meaning=meaning, value=lambda item: value(item.thing))


def _who(name: str, meaning: str, value: Callable[[Any], str | None]) -> Layer:
    """Return a column with the name of an actor."""
    return Column(name=name, meaning=meaning, value=lambda item: named(item.record, value(item.thing)))


def _side(name: str, meaning: str, value: Callable[[Any], Sequence[Party]]) -> Layer:
    """Return a column with the names of one side."""
    return Column(
        name=name,
        meaning=meaning,
        value=lambda item: "; ".join(_party(item.record, p) for p in value(item.thing)) or None,
    )


def _party(record: Record, party: Party) -> str:
    return named(record, party.actor) or words(party.mention) or party.country or ""


def _place(value: Callable[[Any], Span | None]) -> tuple[Layer, ...]:
    """Return the three columns of words in the article."""
    return (
        _of("start", "first character of the words, from 0", lambda t: s.start if (s := value(t)) else None),
        _of("end", "character after the words", lambda t: s.end if (s := value(t)) else None),
        _of("text", "the words", lambda t: words(value(t))),
    )


def _days(value: Callable[[Any], Any]) -> tuple[Layer, ...]:
    """Return the three columns of an interval."""
    return (
        _of("from", "first day, ISO 8601", lambda t: dates(value(t))[0]),
        _of("to", "last day, included", lambda t: dates(value(t))[1]),
        _of("precision", "how exactly the days are known", lambda t: dates(value(t))[2]),
    )


ARTICLE: Layer = Column(name="article", meaning="id of the article", value=lambda item: item.record.article.id)
ID = _of("id", "id of the row, unique in its article", lambda t: t.id)

TABLES: tuple[Table, ...] = (
    Table(
        name="articles",
        row="an article",
        things=lambda record: [record.article],
        columns=(
            _of("title", "title", lambda t: t.title),
            _of("byline", "who wrote it", lambda t: t.byline),
            _of("outlet", "who published it", lambda t: t.outlet),
            _of("uri", "address", lambda t: t.uri),
            *_days(lambda t: t.published),
            _of("published_from", "where the day comes from: given, metadata, text, file", lambda t: t.published_from),
            _of("damage", "how machine-spun the text looks, 0 to 1", lambda t: t.damage.score),
            _of("sha256", "digest of the text", lambda t: t.sha256),
        ),
    ),
    Table(
        name="actors",
        row="an actor",
        things=lambda record: record.actors,
        columns=(
            ID,
            _of("name", "name", lambda t: t.name),
            _of("kind", "what it is", lambda t: t.kind.value),
            _of("country", "ISO 3166-1 alpha-3, or a code of the codebook", lambda t: t.country),
            _of("base", "territory of a group that is no state", lambda t: t.base),
            _of("sector", "PLOVER sector", lambda t: t.sector),
            _of("roles", "offices and titles", lambda t: "; ".join(r.title for r in t.roles) or None),
            _of("wikidata", "Wikidata id", lambda t: t.wikidata),
            _of("mentions", "how often the article names it", lambda t: len(t.mentions)),
        ),
    ),
    Table(
        name="reports",
        row="an act as one place reports it",
        things=lambda record: record.reports,
        columns=(
            ID,
            _of("type", "PLOVER type", lambda t: t.type.value),
            _of("mode", "PLOVER mode", lambda t: t.mode),
            _of("contexts", "PLOVER contexts, divided by `;`", lambda t: ";".join(t.contexts) or None),
            _of("quad", "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict", lambda t: int(t.quad)),
            _of("scale", "PLOVER score, -10 to 10", lambda t: t.scale),
            _of("cameo", "CAMEO code", lambda t: t.cameo),
            _of("goldstein", "Goldstein value of the code", lambda t: t.goldstein),
            _of("status", "whether it is so: happened, planned, denied ...", lambda t: t.status.value),
            _of("source_countries", "codes of who acts, divided by `;`", lambda t: codes(t.sources)),
            _of("target_countries", "codes of whom it is done to, divided by `;`", lambda t: codes(t.targets)),
            _side("sources", "who acts", lambda t: t.sources),
            _side("targets", "whom it is done to", lambda t: t.targets),
            _side("others", "who else takes part", lambda t: t.others),
            *_days(lambda t: t.time.interval if t.time else None),
            _of(
                "date_basis",
                "said, inferred, or the day of publication",
                lambda t: t.time.basis.value if t.time else None,
            ),
            _of("place", "where", lambda t: t.place.name if t.place else None),
            _of("place_country", "country of the place", lambda t: t.place.country if t.place else None),
            _of("lat", "degrees north", lambda t: t.place.lat if t.place else None),
            _of("lon", "degrees east", lambda t: t.place.lon if t.place else None),
            _of("issue", "what it is about", lambda t: t.issue),
            _of("claim", "id of the claim that carries it", lambda t: t.claim),
            _of("confidence", "probability that it is right, 0 to 1", lambda t: t.confidence),
            *_place(lambda t: t.trigger),
            _of("sentence", "the whole sentence", lambda t: words(t.sentence)),
            _of("why", "rules, entries and heads that spoke", lambda t: "; ".join(t.why)),
        ),
    ),
    Table(
        name="quotes",
        row="a direct quotation",
        things=lambda record: record.quotes,
        columns=(
            ID,
            _who("speaker", "who speaks", lambda t: t.speaker),
            _of("speaker_words", "the words that name the speaker", lambda t: words(t.speaker_span)),
            _of("cue", "the words of saying", lambda t: words(t.cue)),
            *_place(lambda t: t.span),
        ),
    ),
    Table(
        name="claims",
        row="something that a source is said to say",
        things=lambda record: record.claims,
        columns=(
            ID,
            _who("source", "who says it", lambda t: t.source),
            _of("source_kind", "named, collective, anonymous, document, unspecified", lambda t: t.source_kind.value),
            _of("certainty", "how it is put", lambda t: t.certainty.value),
            _of("cue", "the words of saying", lambda t: words(t.cue)),
            *_place(lambda t: t.span),
        ),
    ),
    Table(
        name="asks",
        row="a request or demand",
        things=lambda record: record.asks,
        columns=(
            ID,
            _who("asker", "who asks", lambda t: t.asker),
            _who("asked", "who is asked", lambda t: t.asked),
            _of("outcome", "accepted, partly, refused, defied, pending, unknown", lambda t: t.outcome.value),
            _of("answer", "the words of the answer", lambda t: words(t.answer)),
            _of("delay_days", "days from ask to answer", lambda t: t.delay_days),
            *_days(lambda t: t.date),
            *_place(lambda t: t.ask),
        ),
    ),
    Table(
        name="positions",
        row="where somebody stands on an issue",
        things=lambda record: record.positions,
        columns=(
            ID,
            _who("actor", "who", lambda t: t.actor),
            _of("issue", "on what", lambda t: t.issue),
            _of("stance", "for, against, conditional, mixed", lambda t: t.stance.value),
            *_place(lambda t: t.statement),
        ),
    ),
    Table(
        name="levers",
        row="a means of pressure or inducement",
        things=lambda record: record.levers,
        columns=(
            ID,
            _of("lever", "what it is", lambda t: t.lever),
            _of("kind", "kind of lever", lambda t: t.kind),
            _who("holder", "who holds it", lambda t: t.holder),
            _who("over", "over whom", lambda t: t.over),
            _of("used", "yes, no, threatened, withheld, lifted", lambda t: t.used.value),
            *_place(lambda t: t.evidence),
        ),
    ),
    Table(
        name="channels",
        row="who talks to whom",
        things=lambda record: record.channels,
        columns=(
            ID,
            _who("a", "one side", lambda t: t.a),
            _who("b", "the other side", lambda t: t.b),
            Column(
                name="via",
                meaning="go-betweens",
                value=lambda item: "; ".join(named(item.record, x) or "" for x in item.thing.via) or None,
            ),
            _of("medium", "call, visit, meeting, message, mediated, shuttle, other", lambda t: t.medium.value),
            _of("count", "contacts as the text tells them", lambda t: t.count),
            _of("frequency", "how often, in the words of the text", lambda t: t.frequency),
            *_days(lambda t: t.period),
            *_place(lambda t: t.evidence),
        ),
    ),
    Table(
        name="quantities",
        row="a number and what it counts",
        things=lambda record: record.quantities,
        columns=(
            _of("low", "least", lambda t: t.low),
            _of("high", "most", lambda t: t.high),
            _of("unit", "unit", lambda t: t.unit),
            _of("of", "what it counts", lambda t: t.of),
            _of("approximate", "1 when the text says so", lambda t: int(t.approximate)),
            *_place(lambda t: t.span),
        ),
    ),
    Table(
        name="indicators",
        row="a sign of strain or ease",
        things=lambda record: record.indicators,
        columns=(
            ID,
            _of("source", "code of the acting side", lambda t: t.dyad[0]),
            _of("target", "code of the other side", lambda t: t.dyad[1]),
            _of("sign", "-1 strain, 1 ease", lambda t: t.sign),
            _of("weight", "size, 0 to 10", lambda t: t.weight),
            _of("family", "family of indicators", lambda t: t.family),
            _of("report", "id of the report it stands on", lambda t: t.report),
            *_place(lambda t: t.evidence),
        ),
    ),
    Table(
        name="unsure",
        row="words that were not understood",
        things=lambda record: record.unsure,
        columns=(
            _of("layer", "in which layer", lambda t: t.layer),
            _of("why", "why", lambda t: t.why),
            *_place(lambda t: t.span),
        ),
    ),
)


def write(records: Iterable[Record], path: Path) -> int:
    """Write the tables and the data dictionary into the folder `path`, made if need be; returns the number of rows."""
    path.mkdir(parents=True, exist_ok=True)
    kept = list(records)
    _write_dictionary(path / DICTIONARY)
    return sum(
        write_table(path / f"{table.name}.csv", (ARTICLE, *table.columns), table.items(kept)) for table in TABLES
    )


def _write_dictionary(path: Path) -> None:
    lines = [(table, column) for table in TABLES for column in (ARTICLE, *table.columns)]
    columns: tuple[Column[tuple[Table, Layer]], ...] = (
        Column(name="file", meaning="the table", value=lambda pair: f"{pair[0].name}.csv"),
        Column(name="row", meaning="what a row is", value=lambda pair: pair[0].row),
        Column(name="column", meaning="the column", value=lambda pair: pair[1].name),
        Column(name="meaning", meaning="what it means", value=lambda pair: pair[1].meaning),
    )
    write_table(path, columns, lines)
