"""What one table has and another has not: the rows between those that both begin with and those that both end with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[Any]


@dataclass(frozen=True, eq=False)
class RowDifference:
    """How to get a table from another one that it shares rows with.

    Attributes
    ----------
    before, behind : int
        How many rows both tables begin and end with.
    rows : ndarray
        Those between them in the table that is to be got.
    """

    before: int
    behind: int
    rows: Table

    @classmethod
    def between(cls, table: Table, other: Table) -> RowDifference:
        """Return how to get `table` from `other`.

        Examples
        --------
        >>> difference = RowDifference.between(np.array([[1.0], [2.0], [3.0]]), np.array([[1.0], [9.0], [3.0]]))
        >>> difference.before, difference.rows.tolist(), difference.behind
        (1, [[2.0]], 1)
        >>> difference.applied_to(np.array([[1.0], [9.0], [3.0]])).tolist()
        [[1.0], [2.0], [3.0]]
        """
        if table is other:
            return cls(len(table), 0, table[:0].copy())
        if table.shape[1:] != other.shape[1:] or table.dtype != other.dtype:
            return cls(0, 0, table.copy())
        shorter = min(len(table), len(other))
        before = _shared(table[:shorter], other[:shorter])
        rest = shorter - before
        behind = _shared(table[::-1][:rest], other[::-1][:rest])
        # A copy: a view would keep the whole table.
        return cls(before, behind, table[before : len(table) - behind].copy())

    def applied_to(self, other: Table) -> Table:
        """Return the table; it is `other` itself if nothing is different."""
        # Two empty tables may have other columns.
        same_columns = self.rows.shape[1:] == other.shape[1:]
        if same_columns and not len(self.rows) and self.before + self.behind == len(other):
            return other
        behind = other[len(other) - self.behind :]
        if not self.before and not self.behind:
            return self.rows.copy()
        return np.concatenate([other[: self.before], self.rows, behind])


def _shared(table: Table, other: Table) -> int:
    """Return how many rows two tables of equal length begin with."""
    # Bit for bit: 0.0 and -0.0 are different numbers.
    bits = table.dtype == np.float64
    same = (_bits(table) == _bits(other)) if bits else (table == other)
    different = np.flatnonzero(~same.all(axis=1))
    return int(different[0]) if len(different) else len(table)


def _bits(table: Table) -> Table:
    return np.ascontiguousarray(table).view(np.int64)
