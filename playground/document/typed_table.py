"""The cells of a table as somebody typed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class TypedTable:
    """Texts by rows and columns; None where nothing was typed.

    Two are equal if they have the same columns, the same cells and the same validation rows.

    Attributes
    ----------
    columns : tuple of str
    cells : ndarray of object, shape (rows, columns)
    validation : tuple of int
        The lines of test rows that are validation rows, the first being 0.
    complete : int, optional
        How many lines are there whole: one behind them may still be being typed. None: all of them.
    """

    columns: tuple[str, ...]
    cells: NDArray[Any]
    validation: tuple[int, ...] = ()
    complete: int | None = None

    @classmethod
    def of(cls, frame: pd.DataFrame, validation: Iterable[int] = (), complete: int | None = None) -> TypedTable:
        """Return what an editor shows.

        Examples
        --------
        >>> TypedTable.of(pd.DataFrame([["0,5", float("nan")]], columns=["a", "b"])).cells.tolist()
        [['0,5', None]]
        """
        cells = np.array(frame.to_numpy(dtype=object))
        cells[pd.isna(cells)] = None
        return cls(tuple(map(str, frame.columns)), cells, tuple(validation), complete)

    def frame(self) -> pd.DataFrame:
        """Return it as an editor wants it."""
        return pd.DataFrame(self.cells.copy(), columns=list(self.columns), dtype=object)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TypedTable):
            return NotImplemented
        same = (self.columns, self.validation) == (other.columns, other.validation)
        return same and np.array_equal(self.cells, other.cells)

    __hash__ = None  # type: ignore[assignment]
