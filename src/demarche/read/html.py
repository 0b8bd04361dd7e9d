"""HTML pages, by trafilatura: main text, title, author, site, date."""

from __future__ import annotations

from demarche.errors import EmptyInput
from demarche.read.draft import Draft
from demarche.read.text import decode_bytes
from demarche.record import TimeInterval

__all__ = ["read_html"]


def read_html(data: bytes, name: str) -> list[Draft]:
    """Return the one article of a page, boilerplate off; paragraphs are divided by blank lines.

    Raises:
        EmptyInput: no main text was found.

    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    page = bare_extraction(
        decode_bytes(data, name),
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        favor_recall=True,
    )
    text = page.text if isinstance(page, Document) else None
    if not isinstance(page, Document) or not text or not text.strip():
        msg = "no article was found in this page; save its text instead"
        raise EmptyInput(msg, where=name)
    return [
        Draft(
            id=name,
            text="\n\n".join(line for line in text.splitlines() if line.strip()),
            uri=page.url,
            title=page.title,
            byline=page.author,
            outlet=page.sitename,
            published=TimeInterval.parse(page.date) if page.date else None,
            published_from="metadata" if page.date else None,
        )
    ]
