"""Label Studio tasks: one for each article, with our reading as a prediction that a person accepts or corrects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from demarche.record import Record, Span

__all__ = ["LABELLING", "task", "write"]

LABELLING = """<View>
  <Labels name="label" toName="text">
    <Label value="Actor"/><Label value="Quote"/><Label value="Claim"/><Label value="Act"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>"""
"""The labelling configuration to paste into a new Label Studio project."""


def write(records: Iterable[Record], path: Path) -> int:
    """Write the tasks as one JSON array; returns their number."""
    tasks = [task(record) for record in records]
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(tasks)


def task(record: Record) -> dict[str, Any]:
    """Return the task of one article."""
    article = record.article
    return {
        "data": {"text": article.text, "title": article.title, "id": article.id},
        "predictions": [{"model_version": "demarche/1", "result": list(_results(record))}],
    }


def _results(record: Record) -> Iterator[dict[str, Any]]:
    yield from (_region(f"{a.id}-{n}", m.span, "Actor") for a in record.actors for n, m in enumerate(a.mentions))
    yield from (_region(q.id, q.span, "Quote") for q in record.quotes)
    yield from (_region(c.id, c.span, "Claim") for c in record.claims)
    for report in record.reports:
        yield _region(report.id, report.trigger, "Act")
        yield {
            **_region(report.id, report.trigger, "Act"),
            "type": "choices",
            "value": {"choices": [report.type.value]},
        }


def _region(identity: str, span: Span, label: str) -> dict[str, Any]:
    return {
        "id": identity,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": span.start, "end": span.end, "text": span.text, "labels": [label]},
    }
