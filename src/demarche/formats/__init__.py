"""Ways out and in: one file for each exchange format, and one table of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from demarche.errors import UnknownFormat
from demarche.formats import brat, csv_folder, graph, jsonl, labelstudio, polecat, timelinejs, webannotation
from demarche.record import Problem, Record

__all__ = ["FORMATS", "Format", "exporter", "importer"]

Write = Callable[[Iterable[Record], Path], int]
Read = Callable[[Path], Iterator[Record | Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: what it is for, what its writer counts, and its reader where it can come back."""

    summary: str
    counts: str
    write: Write
    read: Read | None = None


FORMATS: Mapping[str, Format] = {
    "jsonl": Format(
        summary="one whole record a line; loses nothing and can be imported",
        counts="records",
        write=jsonl.write,
        read=jsonl.read,
    ),
    "csv": Format(
        summary="a folder of CSV tables with a data dictionary",
        counts="rows",
        write=csv_folder.write,
    ),
    "polecat": Format(summary="one TSV with POLECAT's columns", counts="rows", write=polecat.write),
    "graphml": Format(summary="the network of actors, GraphML", counts="edges", write=graph.write_graphml),
    "gexf": Format(summary="the network of actors, static GEXF for Gephi", counts="edges", write=graph.write_gexf),
    "timelinejs": Format(
        summary="JSON for TimelineJS, the sixty largest deeds", counts="slides", write=timelinejs.write
    ),
    "webannotation": Format(
        summary="W3C Web Annotations, JSON-LD",
        counts="annotations",
        write=webannotation.write,
    ),
    "brat": Format(summary="a folder of brat standoff files", counts="articles", write=brat.write),
    "labelstudio": Format(
        summary="Label Studio tasks with our reading as prediction", counts="tasks", write=labelstudio.write
    ),
}


def exporter(name: str) -> Format:
    """Return the format of a name; raises `UnknownFormat` with the names there are."""
    if name not in FORMATS:
        msg = f"there is no such format; choose one of {', '.join(FORMATS)}"
        raise UnknownFormat(msg, where=name)
    return FORMATS[name]


def importer(name: str) -> Read:
    """Return the reader of a format; raises `UnknownFormat` for one that cannot come back."""
    found = exporter(name).read
    if found is None:
        msg = f"it cannot be imported; the formats that can are {', '.join(n for n, f in FORMATS.items() if f.read)}"
        raise UnknownFormat(msg, where=name)
    return found
