"""The network of states and groups, for Gephi and its like: GraphML and static GEXF 1.3.

A node is a country or group code; an edge goes from who acts to whom, over all deeds of the records. Edges carry the
number of acts, the mean and the latest PLOVER score, and the first and last day. Dynamic GEXF is left out: Gephi loses
edge weights in it. The two files are written here: a graph library would be twenty megabytes for forty lines.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from demarche.formats.column import dates
from demarche.record import ActorKind, Record, Report

__all__ = ["EDGE", "NODE", "Attribute", "Edge", "Graph", "graph", "write_gexf", "write_graphml"]

STANDING = {ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.IGO, ActorKind.ARMED_GROUP}
"""Kinds of actors whose name may stand for the whole code."""

Value = str | int | float


@dataclass(slots=True, kw_only=True)
class Edge:
    """All deeds of one code to another: `(first day, score)` of each."""

    acts: list[tuple[str, float]] = field(default_factory=list)

    @property
    def days(self) -> list[str]:
        """The known days, first to last."""
        return sorted(day for day, _ in self.acts if day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Names of codes, and the edges between them, both in alphabetical order."""

    nodes: Mapping[str, str]
    edges: Mapping[tuple[str, str], Edge]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """What an edge or node carries: its type in GraphML, what it means, and how it is found."""

    type: str
    meaning: str
    value: Callable[[Edge], Value]


EDGE: Mapping[str, Attribute] = {
    "weight": Attribute(type="int", meaning="number of acts", value=lambda e: len(e.acts)),
    "mean_score": Attribute(
        type="double", meaning="mean PLOVER score", value=lambda e: round(sum(s for _, s in e.acts) / len(e.acts), 3)
    ),
    "latest_score": Attribute(type="double", meaning="PLOVER score of the latest act", value=lambda e: max(e.acts)[1]),
    "first_day": Attribute(type="string", meaning="first known day", value=lambda e: e.days[0] if e.days else ""),
    "last_day": Attribute(type="string", meaning="last known day", value=lambda e: e.days[-1] if e.days else ""),
}
NODE: Mapping[str, str] = {"label": "the name most used for the code"}


def graph(records: Iterable[Record]) -> Graph:
    """Return the network of the records."""
    edges: dict[tuple[str, str], Edge] = {}
    called: dict[str, dict[str, int]] = {}
    for record in records:
        for actor in record.actors:
            if actor.country and actor.kind in STANDING:
                count = called.setdefault(actor.country, {})
                count[actor.name] = count.get(actor.name, 0) + len(actor.mentions)
        for report in record.reports:
            _add(edges, record, report)
    codes = sorted({code for pair in edges for code in pair})
    return Graph(nodes={code: _most(called.get(code, {})) or code for code in codes}, edges=dict(sorted(edges.items())))


def _add(edges: dict[tuple[str, str], Edge], record: Record, report: Report) -> None:
    if not report.status.is_deed:
        return
    day = dates(report.time.interval)[0] if report.time else None
    day = day or dates(record.article.published)[0] or ""
    for a in {p.country for p in report.sources if p.country}:
        for b in {p.country for p in report.targets if p.country} - {a}:
            edges.setdefault((a, b), Edge()).acts.append((day, report.scale))


def _most(count: Mapping[str, int]) -> str | None:
    return max(sorted(count), key=lambda name: count[name], default=None)


def write_graphml(records: Iterable[Record], path: Path) -> int:
    """Write GraphML; returns the number of edges."""
    found = graph(records)
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    ET.SubElement(root, "key", {"id": "label", "for": "node", "attr.name": "label", "attr.type": "string"})
    for name, attribute in EDGE.items():
        ET.SubElement(root, "key", {"id": name, "for": "edge", "attr.name": name, "attr.type": attribute.type})
    body = ET.SubElement(root, "graph", edgedefault="directed")
    for code, label in found.nodes.items():
        ET.SubElement(ET.SubElement(body, "node", id=code), "data", key="label").text = label
    for (a, b), edge in found.edges.items():
        line = ET.SubElement(body, "edge", source=a, target=b)
        for name, attribute in EDGE.items():
            ET.SubElement(line, "data", key=name).text = str(attribute.value(edge))
    return _save(root, path, found)


def write_gexf(records: Iterable[Record], path: Path) -> int:
    """Write static GEXF; returns the number of edges."""
    found = graph(records)
    root = ET.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    body = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    names = ET.SubElement(body, "attributes", {"class": "edge"})
    for name, attribute in EDGE.items():
        ET.SubElement(names, "attribute", id=name, title=name, type=attribute.type.replace("int", "integer"))
    nodes, edges = ET.SubElement(body, "nodes"), ET.SubElement(body, "edges")
    for code, label in found.nodes.items():
        ET.SubElement(nodes, "node", id=code, label=label)
    for number, ((a, b), edge) in enumerate(found.edges.items()):
        weight = str(EDGE["weight"].value(edge))
        line = ET.SubElement(edges, "edge", id=str(number), source=a, target=b, weight=weight)
        values = ET.SubElement(line, "attvalues")
        for name, attribute in EDGE.items():
            ET.SubElement(values, "attvalue", {"for": name, "value": str(attribute.value(edge))})
    return _save(root, path, found)


def _save(root: ET.Element, path: Path, found: Graph) -> int:
    ET.indent(root)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    return len(found.edges)
