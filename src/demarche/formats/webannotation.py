"""W3C Web Annotations (JSON-LD): every report, quotation and claim as an annotation of the article's words.

Each target has a TextQuoteSelector (exact, prefix, suffix) and a TextPositionSelector (code points, half-open); the
version of the text is stated by its SHA-256.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from demarche.record import Article, Record, Span

__all__ = ["CONTEXT", "marks", "write"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix: enough to find the words again after an edit."""


def write(records: Iterable[Record], path: Path) -> int:
    """Write one AnnotationCollection; returns the number of annotations."""
    items = [annotation for record in records for annotation in marks(record)]
    shape = {"@context": CONTEXT, "type": "AnnotationCollection", "total": len(items), "items": items}
    path.write_text(json.dumps(shape, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(items)


def marks(record: Record) -> Iterator[dict[str, Any]]:
    """Yield the annotations of one article."""
    layers = (
        *((r.id, r.trigger, f"{r.type.value} ({r.status.value})") for r in record.reports),
        *((q.id, q.span, "quotation") for q in record.quotes),
        *((c.id, c.span, f"claim ({c.certainty.value})") for c in record.claims),
    )
    for identity, span, tag in layers:
        yield _annotation(record.article, identity, span, tag)


def _annotation(article: Article, identity: str, span: Span, tag: str) -> dict[str, Any]:
    return {
        "id": f"urn:demarche:{article.sha256[:16]}:{identity}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "value": tag, "purpose": "tagging"},
        "target": {"source": article.uri or f"urn:sha256:{article.sha256}", "selector": _selectors(article.text, span)},
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
