"""Everything that demarche raises.

    DemarcheError
    ├── InputError            what was given cannot be read
    │   ├── EmptyInput        there are no words in it
    │   ├── UnknownFormat     no reader knows the format
    │   ├── DateError         a date that is none
    │   └── FetchError        an address that does not give what was asked of it
    ├── CodebookError         a table of the codebook is wrong
    ├── ModelError            the reader's weights are absent or damaged
    ├── RecordError           a record breaks the contract
    └── StoreError            the store cannot be used
        └── NewerStore        it was written by a newer demarche

Each message says what happened, where, and what to do, on one line.
"""

from __future__ import annotations

__all__ = [
    "CodebookError",
    "DateError",
    "DemarcheError",
    "EmptyInput",
    "FetchError",
    "InputError",
    "ModelError",
    "NewerStore",
    "RecordError",
    "StoreError",
    "UnknownFormat",
]


class DemarcheError(Exception):
    """Base of all errors; `where` names the file, row or field that it is about."""

    def __init__(self, message: str, *, where: str | None = None) -> None:
        """Keep the message and the place; the text shown is `where: message`."""
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where


class InputError(DemarcheError):
    """What was given cannot be read."""


class EmptyInput(InputError):
    """There are no words in what was given."""


class UnknownFormat(InputError):
    """No reader knows the format."""


class DateError(InputError):
    """A date that is none."""


class FetchError(InputError):
    """An address does not give what was asked of it; `later` says whether it may another time."""

    def __init__(self, message: str, *, where: str | None = None, later: bool = False) -> None:
        """Keep the message, the address, and whether to ask again."""
        super().__init__(message, where=where)
        self.later = later


class CodebookError(DemarcheError):
    """A table of the codebook is wrong."""


class ModelError(DemarcheError):
    """The reader's weights are absent or damaged."""


class RecordError(DemarcheError):
    """A record breaks the contract."""


class StoreError(DemarcheError):
    """The store cannot be used."""


class NewerStore(StoreError):
    """The store was written by a newer demarche."""
