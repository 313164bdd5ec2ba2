"""The cells of a table as somebody typed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class TypedTable:
    """Texts by rows and columns; None where nothing was typed.

    Two are equal if they have the same columns and the same cells.

    Attributes
    ----------
    columns : tuple of str
    cells : ndarray of object, shape (rows, columns)
    """

    columns: tuple[str, ...]
    cells: NDArray[Any]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> TypedTable:
        """Return what an editor shows.

        Examples
        --------
        >>> TypedTable.of(pd.DataFrame([["0,5", float("nan")]], columns=["a", "b"])).cells.tolist()
        [['0,5', None]]
        """
        cells = np.array(frame.to_numpy(dtype=object))
        cells[pd.isna(cells)] = None
        return cls(tuple(map(str, frame.columns)), cells)

    def frame(self) -> pd.DataFrame:
        """Return it as an editor wants it."""
        return pd.DataFrame(self.cells.copy(), columns=list(self.columns), dtype=object)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TypedTable):
            return NotImplemented
        return self.columns == other.columns and np.array_equal(self.cells, other.cells)

    __hash__ = None  # type: ignore[assignment]
