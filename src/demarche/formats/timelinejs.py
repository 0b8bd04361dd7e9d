"""TimelineJS: deeds as slides, for a story. The tool is made for some dozens of events, so the largest are chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from demarche.formats.column import codes, words
from demarche.record import Record, Report

__all__ = ["MOST", "timeline", "write"]

MOST = 60
"""Slides written; TimelineJS is slow and unreadable above some hundreds."""


def write(records: Iterable[Record], path: Path) -> int:
    """Write the JSON that TimelineJS loads; returns the number of slides."""
    shape = timeline(records)
    path.write_text(json.dumps(shape, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(shape["events"])


def timeline(records: Iterable[Record]) -> dict[str, Any]:
    """Return the slides by day: deeds whose day the text gives, those with the largest scores."""
    found = [
        (record, report)
        for record in records
        for report in record.reports
        if report.status.is_deed and report.time and report.time.interval.first and report.targets
    ]
    found.sort(key=lambda pair: -abs(pair[1].scale) * pair[1].confidence)
    chosen = sorted(found[:MOST], key=lambda pair: _first(pair[1]))
    return {"events": [_slide(record, report) for record, report in chosen]}


def _first(report: Report) -> date:
    return report.time.interval.first if report.time and report.time.interval.first else date.max


def _slide(record: Record, report: Report) -> dict[str, Any]:
    interval = report.time.interval if report.time else None
    slide: dict[str, Any] = {
        "unique_id": f"{record.article.sha256[:8]}-{report.id}",
        "start_date": _day(_first(report)),
        "group": f"{codes(report.sources) or '?'} > {codes(report.targets) or '?'}",
        "text": {
            "headline": f"{report.type.value.capitalize()}: {words(report.trigger)}",
            "text": words(report.sentence),
        },
    }
    if interval and interval.last and interval.last != interval.first:
        slide["end_date"] = _day(interval.last)
    return slide


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
