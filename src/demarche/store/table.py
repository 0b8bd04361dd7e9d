"""What a view returns: rows in order, with their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from demarche.store.mapping import Cell, columns, pack

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped, import-not-found, unused-ignore]

__all__ = ["Table"]

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Sequence[R], Generic[R]):
    """Rows of one kind, read as a sequence; `kind` is their dataclass."""

    kind: type[R]
    rows: tuple[R, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return columns(self.kind)

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Yield each row as plain values: days as ISO text, lists as JSON text."""
        return (pack(row) for row in self.rows)

    def to_pandas(self) -> pd.DataFrame:
        """Return a data frame; days are `date` objects, lists tuples. Needs pandas, which demarche does not install."""
        try:
            import pandas as pd
        except ImportError as error:
            msg = "to_pandas() needs pandas; install it with: pip install pandas"
            raise ImportError(msg) from error
        values = [[getattr(row, name) for name in self.columns] for row in self.rows]
        return pd.DataFrame(values, columns=list(self.columns))

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...
    def __getitem__(self, at: int | slice) -> R | tuple[R, ...]:
        """Return a row, or several."""
        return self.rows[at]

    def __iter__(self) -> Iterator[R]:
        """Yield the rows in order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)
