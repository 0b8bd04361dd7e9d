"""Reads news and shows, with the sentence that proves each point, how two governments get on.

    import demarche
    record = demarche.code(text, published="2023-12-31")      # one article -> Record
    with demarche.open("demarche.db") as store:                # the embedded store
        store.add(demarche.read("articles/"))                  # resumable, idempotent
        store.events(dyad=("USA", "ISR")).to_pandas()
        store.strain("USA", "ISR")

Everything here is loaded when it is first used; `import demarche` itself loads nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.errors import (
        CodebookError,
        DateError,
        DemarcheError,
        EmptyInput,
        InputError,
        ModelError,
        NewerStore,
        RecordError,
        StoreError,
        UnknownFormat,
    )
    from demarche.record import (
        Actor,
        Article,
        Ask,
        Channel,
        Claim,
        EventType,
        Indicator,
        Lever,
        Position,
        Precision,
        Problem,
        Quantity,
        Quote,
        Record,
        Report,
        Span,
        Status,
        TimeExpression,
        TimeInterval,
        Track,
    )
    from demarche.run import Dossier, Pipeline, Setup, code, open, read  # noqa: A004 - demarche.open

__version__ = "0.1.0"

__all__ = [  # noqa: RUF022 - functions first, then what they give, then what they raise
    "code",
    "open",
    "read",
    "Dossier",
    "Pipeline",
    "Setup",
    "Actor",
    "Article",
    "Ask",
    "Channel",
    "Claim",
    "EventType",
    "Indicator",
    "Lever",
    "Position",
    "Precision",
    "Problem",
    "Quantity",
    "Quote",
    "Record",
    "Report",
    "Span",
    "Status",
    "TimeExpression",
    "TimeInterval",
    "Track",
    "CodebookError",
    "DateError",
    "DemarcheError",
    "EmptyInput",
    "InputError",
    "ModelError",
    "NewerStore",
    "RecordError",
    "StoreError",
    "UnknownFormat",
]

_FUNCTIONS = {"code", "open", "read"}
_RUN = _FUNCTIONS | {"Dossier", "Pipeline", "Setup"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Load a public name from its room when it is first asked for."""
    if name not in __all__:
        msg = f"module 'demarche' has no attribute {name!r}"
        raise AttributeError(msg)
    room = "run" if name in _RUN else "errors" if name in __all__[__all__.index("CodebookError") :] else "record"
    value = getattr(import_module(f"demarche.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])


class _Public(ModuleType):
    """This module. `code` and `read` are functions here and rooms below, and the functions keep the names.

    The import system binds a room to its package when it is first imported; for these two that is left out. The rooms
    stay importable (`from demarche.code import Coder`).
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _FUNCTIONS and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Public
