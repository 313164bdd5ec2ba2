"""What all scalers have in common: x ↦ (x − offset) / scale, column by column, and back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.tables import Table, as_table
from nncore.errors import SettingError, TableError


class Scaler(ABC):
    """A way to bring columns to a common range: `fit` measures each column, `transform` and `inverse_transform` apply it.

    `fit` returns a new scaler and leaves the one it is called on as it was, so a scaler never changes.
    Two scalers are equal if they are of the same kind and have the same offsets and scales.
    """

    formula: ClassVar[str] = "(x − offset) / scale"
    measured_as: ClassVar[str]  # what its offset and its scale are
    _offset: Table | None = None
    _scale: Table | None = None

    @staticmethod
    @abstractmethod
    def _measured(table: Table) -> tuple[Table, Table]:
        """Return offset and scale of each column; a scale of 0 stands for a constant column."""

    @property
    def offset(self) -> Table:
        """What is subtracted from each column, shape (columns,), in the unit of the column."""
        return self._fitted()[0]

    @property
    def scale(self) -> Table:
        """What each column is divided by, shape (columns,), in the unit of the column; never 0."""
        return self._fitted()[1]

    def fit(self, table: ArrayLike) -> Self:
        """Return a new scaler of this kind with the offset and scale of each column of `table`.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            Finite numbers, at least one row.

        Raises
        ------
        TableError
            If `table` is not such a table, or if a column spans more than the largest float, about 1.8e308.
        """
        with np.errstate(over="ignore"):  # an infinite range is refused below, in a sentence
            offset, scale = self._measured(as_table("table", table))
        beyond = np.flatnonzero(~np.isfinite(scale))
        if beyond.size:
            raise TableError(
                f"Column {beyond[0] + 1} of the table must span less than 1.8e308, the largest number there is here. "
                "Write it in a larger unit."
            )
        scale = np.where(scale == 0, 1.0, scale)
        offset.flags.writeable = scale.flags.writeable = False
        fitted = type(self)()
        fitted._offset, fitted._scale = offset, scale
        return fitted

    def transform(self, table: ArrayLike, *, name: str = "table") -> Table:
        """Return (table − offset) / scale as a new array.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            As many columns as the table this scaler was fitted to.
        name : str
            What the caller calls the table; the sentence of an error begins with it.

        Raises
        ------
        SettingError
            If the scaler has not been fitted.
        TableError
            If `table` is not a table of finite numbers, has other columns, or if a result is too large for a float.
        """
        offset, scale = self._fitted()
        numbers = self._same_columns(name, table)
        with np.errstate(over="ignore"):
            scaled = (numbers - offset) / scale
            if not np.isfinite(scaled).all():
                # Two numbers near the largest float may lie further apart than it; their halves do not.
                scaled = np.where(np.isfinite(scaled), scaled, (numbers / 2 - offset / 2) / scale * 2)
            return _require_finite(name, scaled)

    def inverse_transform(self, table: ArrayLike, *, name: str = "table") -> Table:
        """Return table · scale + offset, which undoes `transform` up to rounding, as a new array.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            Scaled numbers, as `transform` returns them.
        name : str
            As for `transform`.

        Raises
        ------
        SettingError
            If the scaler has not been fitted.
        TableError
            If `table` is not a table of finite numbers, has other columns, or if a result is too large for a float.
        """
        offset, scale = self._fitted()
        numbers = self._same_columns(name, table)
        with np.errstate(over="ignore"):
            unscaled = numbers * scale + offset
            if not np.isfinite(unscaled).all():
                unscaled = np.where(np.isfinite(unscaled), unscaled, (numbers * (scale / 2) + offset / 2) * 2)
            return _require_finite(name, unscaled)

    def _fitted(self) -> tuple[Table, Table]:
        if self._offset is None or self._scale is None:
            name = type(self).__name__
            raise SettingError(
                f"{name} must be fitted before it is used. fit returns a new scaler: "
                f"write scaler = {name}().fit(training_rows)."
            )
        return self._offset, self._scale

    def _same_columns(self, name: str, table: ArrayLike) -> Table:
        numbers, columns = as_table(name, table), len(self.scale)
        if numbers.shape[1] != columns:
            raise TableError(
                f"{name} must have {columns} columns, as the table the scaler was fitted to. "
                f"Got {numbers.shape[1]} instead."
            )
        return numbers

    def _content(self) -> tuple[object, ...]:
        if self._offset is None or self._scale is None:
            return (type(self),)
        return (type(self), tuple(self._offset.tolist()), tuple(self._scale.tolist()))

    def __eq__(self, other: object) -> bool:
        return self._content() == other._content() if isinstance(other, Scaler) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._content())

    def __repr__(self) -> str:
        if self._offset is None or self._scale is None:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}(offset={self._offset.tolist()}, scale={self._scale.tolist()})"


def _require_finite(name: str, scaled: Table) -> Table:
    beyond = np.argwhere(~np.isfinite(scaled))
    if beyond.size:
        row, column = beyond[0] + 1
        raise TableError(
            f"{name}, row {row}, column {column}: the result is too large for a number here. "
            "Write a number nearer to those the scaler was fitted to."
        )
    return scaled
