"""One article in, one record out: annotate, resolve, code."""

from __future__ import annotations

import gc
import hashlib
import logging
import traceback
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.errors import DemarcheError
from demarche.record import Article, Problem, Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from demarche.annotate.reading import Reading
    from demarche.resolve import Resolution

__all__ = ["Pipeline", "Setup", "model_sha256"]

log = logging.getLogger(__name__)

FIRST = Article(id="first", text="The president met officials in Paris on Monday, he said.", sha256="")
"""An article that asks for every table once."""
YOUNG_OBJECTS = 50_000
"""New objects after which Python looks for rings of garbage among them: at its own 700 the looks cost a twentieth of
the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What a pipeline is made of; small and picklable, so that every worker can load its own.

    `weights` and `codebook` are folders, `None` for the shipped ones; `threads` is what the reader may use.
    """

    weights: Path | None = None
    codebook: Path | None = None
    threads: int = 1

    @property
    def coder(self) -> str:
        """The name under which a store keeps what is coded so: that of the codebook, which goes with its content."""
        from demarche.codebook import name_of

        return name_of(self.codebook)

    def load(self) -> Pipeline:
        """Load weights and codebook; raises `ModelError` or `CodebookError`."""
        return Pipeline.load(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The rooms an article goes through. Holds nothing of any article: the same article gives the same record.

    `notes` are added to the `why` of every report: a codebook that is not the shipped one is named there.
    """

    annotate: Callable[[Article], Reading]
    resolve: Callable[[Reading], Resolution]
    record: Callable[[Reading, Resolution], Record]
    notes: tuple[str, ...] = ()

    @classmethod
    def load(cls, setup: Setup | None = None) -> Pipeline:
        """Load what the setup names; raises `ModelError` or `CodebookError`."""
        from demarche import codebook as books
        from demarche.annotate import damage
        from demarche.annotate.document import Annotator
        from demarche.annotate.reader import Reader
        from demarche.code.coder import Coder
        from demarche.resolve import Resolver

        given = setup or Setup()
        book = books.load(given.codebook)
        reader = Reader.load(given.weights, threads=given.threads)
        find_damage = damage.DamageFinder(book) if given.codebook else damage.find
        made = cls(
            annotate=Annotator(reader, find_damage=find_damage).annotate,
            resolve=Resolver(book.world),
            record=Coder(codebook=book).code,
            notes=(f"codebook {book.name}",) if given.codebook else (),
        )
        made.read(FIRST)  # what is loaded when first asked for is loaded now
        gc.freeze()  # and is never garbage: walking it again and again cost a tenth of the time
        gc.set_threshold(YOUNG_OBJECTS)
        return made

    def read(self, article: Article) -> Record:
        """Return the record of an article; whatever goes wrong is raised."""
        reading = self.annotate(article)
        return self._noted(self.record(reading, self.resolve(reading)))

    def _noted(self, record: Record) -> Record:
        if not self.notes:
            return record
        return replace(record, reports=tuple(replace(r, why=(*r.why, *self.notes)) for r in record.reports))

    def code(self, article: Article) -> Record | Problem:
        """Return the record, or the problem that says why there is none. No exception escapes."""
        try:
            return self.read(article)
        except Exception as error:
            log.debug("%s could not be coded", article.id, exc_info=True)
            return Problem(id=article.id, why=_reason(error))


def _reason(error: Exception) -> str:
    """Say on one line what went wrong, and where in our code when it is our fault."""
    if isinstance(error, DemarcheError):
        return str(error)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "demarche" in Path(f.filename).parts]
    where = f"{Path(*Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else "a library"
    return f"a fault of demarche in {where} ({type(error).__name__}: {error}); please report it"


@lru_cache(maxsize=1)
def model_sha256() -> str:
    """Return the first twelve hexadecimal digits of the SHA-256 of the shipped weights."""
    from demarche.annotate.reader import WEIGHTS

    digest = hashlib.sha256()
    for path in sorted(WEIGHTS.iterdir()):
        if path.suffix in {".onnx", ".npy", ".npz"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
